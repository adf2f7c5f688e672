"""What residents will see change is said before it is published, the bad as plainly as the good."""

import re
import shutil
import subprocess
from collections.abc import Mapping
from datetime import date
from pathlib import Path
from textwrap import dedent
from typing import NamedTuple

import published_archive
import pytest
import small_archive
from kabar_command import CONFIG, Kabar
from published_archive import PUBLISHED, compared, git
from site_pages import by_name, concern, outcome, session
from small_archive import REGISTRIES, TODAY, build
from test_against import ALLOWED
from test_against import REFUSED as REFUSED_EDITS

from generator import archive, difference, records, urls
from generator.archive import Archive
from generator.difference import Difference, Earlier, Gravity
from generator.difference.as_markdown import LONGEST, escaped
from generator.difference.summary import Compared
from generator.earlier import data_at
from generator.model import Outcome
from generator.printout import typeset

SITE = "https://uji.example/"
COMPARED = Compared("main", TODAY, SITE)
SECRET = "RAHASIA"
JOINER = "\u2060"
Files = Mapping[str, str]


def found_between(root: Path, before: Files, after: Files) -> Difference:
    earlier, now = (
        build(root / name, by_name(files) if is_short(files) else files)
        for name, files in (("lama", before), ("baru", after))
    )
    return difference.compare(Earlier(earlier), now)


def is_short(files: Files) -> bool:
    return all(name.count("/") == 1 and not name.endswith(".yml") for name in files)


def text_of(found: Difference, width: int = 100) -> str:
    return typeset(difference.text_lines(found, COMPARED), width)


def changes(found: Difference) -> list[str]:
    """What is told in a terminal of each change, in its order."""
    return [line.words for line in difference.text_lines(found, COMPARED) if line.lead]


def items(found: Difference) -> list[str]:
    """The same in Markdown."""
    lines = difference.markdown(found, COMPARED).splitlines()
    return [line.removeprefix("- ") for line in lines if line.startswith("- ")]


def withdrawn(day: str = "2024-05-01") -> str:
    return f"ditarik: {{tanggal: {day}, alasan: privasi, dasar: Permintaan.}}\n"


LAMP = concern("lampu", "Lampu jalan padam.", "tema: [lampu-jalan]\njanji: {tenggat: 2024-07-01}")
WATCH = concern("ronda", "Warga minta ronda.").lstrip("\n")
SESSION = session("2024-05-03", LAMP)
HELD = {"sessions/sesi": SESSION}
NAME = "Jumat Curhat di Desa Rekaan Jaya, 3 Mei 2024"
PHOTO = "bukti: [{berkas: a.jpg, keterangan: Lampu menyala, asli: ya}]\n"
DONE = outcome("sesi#lampu", "2024-05-10", "selesai")
OPENED = outcome("sesi#lampu", "2024-05-20", "dibuka kembali", "sebab: Padam lagi.\n")
PUT_OFF = outcome(
    "sesi#lampu",
    "2024-05-20",
    "diperpanjang",
    "tenggat: 2024-08-01\nsebab: Suku cadang belum datang.\n",
)
REFUSED = outcome(
    "sesi#lampu", "2024-05-20", "tidak dipenuhi", "alasan: anggaran\nlangkah_warga: Tanya desa.\n"
)
FOR_OTHERS = concern(
    "lampu",
    "Lampu jalan padam.",
    "tema: [lampu-jalan]\nuntuk: polres-contoh\njanji: {tenggat: 2024-07-01}",
)
CAME = "hadir: {jumlah: 300}\n"
MENDED = (
    "hadir: {jumlah: 30}\nkoreksi:\n  - {tanggal: 2024-05-30, bagian: hadir.jumlah, "
    "semula: '300', menjadi: '30', sebab: salah ketik}\n"
)


class Case(NamedTuple):
    """Two states of the records, and what is said of what lies between them, tag and words."""

    before: Mapping[str, str]
    after: Mapping[str, str]
    told: list[tuple[str, str]]


CASES: dict[str, Case] = {
    "sesi baru": Case(
        HELD,
        HELD | {"sessions/lain": session("2024-05-10", LAMP + WATCH)},
        [("", "Sesi baru. 2 masukan tertulis; belum ada kabar.")],
    ),
    "masukan baru": Case(
        HELD,
        {"sessions/sesi": session("2024-05-03", LAMP + WATCH)},
        [("", "Masukan baru: “Warga minta ronda”. Keadaannya: Belum ada kabar.")],
    ),
    "kabar baru": Case(
        HELD,
        HELD | {"outcomes/k": outcome("sesi#lampu", "2024-05-20", "selesai", PHOTO)},
        [
            (
                "",
                "Kabar baru pada 20 Mei 2024: Polsek Rekaan menyatakan ini selesai. Untuk “Lampu "
                "jalan padam”. Dengan 1 foto.",
            ),
            ("Membaik", "Keadaan “Lampu jalan padam”: Belum ada kabar → Selesai (klaim polisi)."),
        ],
    ),
    "dibuka kembali": Case(
        HELD | {"outcomes/k": DONE},
        HELD | {"outcomes/k": DONE, "outcomes/l": OPENED},
        [
            ("Memburuk", "Keadaan “Lampu jalan padam”: Selesai (klaim polisi) → Diperiksa."),
            (
                "Memburuk",
                "Kabar baru pada 20 Mei 2024: Polsek Rekaan membuka kembali urusan ini. Untuk "
                "“Lampu jalan padam”.",
            ),
            ("", "Tenggat “Lampu jalan padam” berlaku lagi: 1 Juli 2024."),
        ],
    ),
    "tidak dipenuhi": Case(
        HELD,
        HELD | {"outcomes/k": REFUSED},
        [
            ("Memburuk", "Keadaan “Lampu jalan padam”: Belum ada kabar → Tidak dipenuhi."),
            (
                "Memburuk",
                "Kabar baru pada 20 Mei 2024: Polsek Rekaan menyatakan ini tidak akan dikerjakan. "
                "Untuk “Lampu jalan padam”.",
            ),
        ],
    ),
    "tenggat mundur": Case(
        HELD,
        HELD | {"outcomes/k": PUT_OFF},
        [
            (
                "Memburuk",
                "Tenggat “Lampu jalan padam” mundur: semula 1 Juli 2024, kini 1 Agustus 2024.",
            ),
            (
                "Memburuk",
                "Kabar baru pada 20 Mei 2024: Polsek Rekaan mengundurkan tenggat ke 1 Agustus "
                "2024. Untuk “Lampu jalan padam”.",
            ),
        ],
    ),
    "tenggat hilang": Case(
        HELD,
        {"sessions/sesi": SESSION.replace("    janji: {tenggat: 2024-07-01}\n", "")},
        [
            ("Tidak boleh", "Berubah tanpa koreksi: janji masukan “lampu”."),
            ("Memburuk", "Tenggat “Lampu jalan padam”, 1 Juli 2024, tidak ada lagi."),
        ],
    ),
    "siapa yang ditunggu": Case(
        HELD,
        {"sessions/sesi": session("2024-05-03", FOR_OTHERS)},
        [
            (
                "Tidak boleh",
                "Berubah tanpa koreksi: satuan yang ditunggu jawabannya dalam masukan “lampu”.",
            ),
            (
                "",
                "Yang ditunggu kabarnya untuk “Lampu jalan padam”: semula Polsek Rekaan, sekarang "
                "Polres Contoh.",
            ),
        ],
    ),
    "dibetulkan": Case(
        {"sessions/sesi": session("2024-05-03", LAMP, more=CAME)},
        {"sessions/sesi": session("2024-05-03", LAMP, more=MENDED)},
        [
            (
                "",
                "Dibetulkan: jumlah yang hadir. Semula “300”, menjadi “30”. Sebabnya: salah ketik.",
            )
        ],
    ),
    "masukan ditarik": Case(
        {"sessions/sesi": session("2024-05-03", LAMP + concern("dua", SECRET).lstrip("\n"))},
        {"sessions/sesi": session("2024-05-03", LAMP + f"  - id: dua\n    {withdrawn()}")},
        [("", "Satu masukan atau janji ditarik dari situs. Isinya dapat mengungkap seseorang.")],
    ),
    "foto ditambahkan": Case(
        HELD | {"outcomes/k": DONE},
        HELD | {"outcomes/k": DONE + PHOTO},
        [("", "1 foto ditambahkan pada kabar Polsek Rekaan, 10 Mei 2024.")],
    ),
    "laporan terbit": Case(
        {"sessions/sesi": session("2024-05-03", "")},
        HELD,
        [
            (
                "",
                "Laporan sesi yang sudah diumumkan kini terbit. 1 masukan tertulis; belum ada "
                "kabar.",
            )
        ],
    ),
    "tanpa koreksi": Case(
        HELD,
        {"sessions/sesi": SESSION.replace("padam", "mati")},
        [("Tidak boleh", "Berubah tanpa koreksi: isi masukan “lampu”.")],
    ),
    "kabar diubah diam-diam": Case(
        HELD | {"outcomes/k": DONE},
        HELD | {"outcomes/k": DONE.replace("mencatat", "melihat")},
        [
            (
                "Tidak boleh",
                "Berubah tanpa koreksi di kabar Polsek Rekaan, 10 Mei 2024: uraian.",
            )
        ],
    ),
    "hilang": Case(
        HELD | {"outcomes/k": DONE, "sessions/lain": session("2024-05-10", LAMP)},
        HELD,
        [
            ("Tidak boleh", "Satu kabar yang sudah terbit hilang tanpa ditarik."),
            (
                "Memburuk",
                "Keadaan “Lampu jalan padam”: Selesai (klaim polisi) → Belum ada kabar.",
            ),
            ("", "Tenggat “Lampu jalan padam” berlaku lagi: 1 Juli 2024."),
            ("Tidak boleh", "Catatan sesi yang sudah terbit hilang tanpa ditarik."),
        ],
    ),
    "sesi ditarik": Case(
        HELD | {"outcomes/k": DONE},
        {"sessions/sesi": withdrawn(), "outcomes/k": DONE},
        [
            ("", "Catatan sesi ini ditarik dari situs. Isinya dapat mengungkap seseorang."),
            ("", "Satu kabar ikut ditarik karena yang dijawabnya sudah ditarik."),
        ],
    ),
}
assert len(CASES) > 10


@pytest.mark.parametrize("case", CASES.values(), ids=CASES)
def test_every_change_is_said_in_a_sentence(tmp_path: Path, case: Case) -> None:
    found = found_between(tmp_path, case.before, case.after)
    assert changes(found) == [f"{tag}: {words}" if tag else words for tag, words in case.told]
    assert items(found) == [
        f"**{tag}:** {escaped(words)}" if tag else escaped(words) for tag, words in case.told
    ]


@pytest.mark.parametrize("case", CASES.values(), ids=CASES)
def test_the_other_way_round_something_is_said_too(tmp_path: Path, case: Case) -> None:
    """What was published cannot be taken back unsaid, whatever it was."""
    assert changes(found_between(tmp_path, case.after, case.before))


def test_nothing_changed_is_said_in_a_sentence(tmp_path: Path) -> None:
    found = found_between(tmp_path, HELD, HELD)
    assert text_of(found).splitlines()[2:] == [
        "Dibanding main; keduanya dilihat dengan keadaan per 1 Juni 2024.",
        "Tidak ada yang berubah bagi warga.",
    ]


ALL = {
    "sessions/baru": session("2024-05-24", LAMP),
    "sessions/sesi": session("2024-05-03", LAMP, more=MENDED),
    "sessions/lain": session("2024-05-10", LAMP),
    "outcomes/k": outcome("lain#lampu", "2024-05-20", "selesai"),
    "outcomes/l": outcome("lain#lampu", "2024-05-25", "dibuka kembali", "sebab: Padam.\n"),
}
BEFORE_ALL = {
    "sessions/sesi": session("2024-05-03", LAMP, more=CAME),
    "sessions/lain": session("2024-05-10", LAMP),
    "outcomes/k": outcome("lain#lampu", "2024-05-20", "selesai"),
}


def test_it_is_told_page_by_page_the_gravest_first(tmp_path: Path) -> None:
    found = found_between(tmp_path, BEFORE_ALL, ALL)
    assert text_of(found, 80) == dedent(
        """\
        Yang akan berubah di mata warga
        ===============================
        Dibanding main; keduanya dilihat dengan keadaan per 1 Juni 2024.
        5 perubahan: 2 memburuk, 0 membaik, 3 lainnya.

        Jumat Curhat di Desa Rekaan Jaya, 10 Mei 2024
        ---------------------------------------------
        https://uji.example/sesi/polsek-rekaan/lain/
        - Memburuk: Keadaan “Lampu jalan padam”: Selesai (klaim polisi) → Diperiksa.
        - Memburuk: Kabar baru pada 25 Mei 2024: Polsek Rekaan membuka kembali urusan
          ini. Untuk “Lampu jalan padam”.
        - Tenggat “Lampu jalan padam” berlaku lagi: 1 Juli 2024.

        Jumat Curhat di Desa Rekaan Jaya, 3 Mei 2024
        --------------------------------------------
        https://uji.example/sesi/polsek-rekaan/sesi/
        - Dibetulkan: jumlah yang hadir. Semula “300”, menjadi “30”. Sebabnya: salah
          ketik.

        Jumat Curhat di Desa Rekaan Jaya, 24 Mei 2024
        ---------------------------------------------
        https://uji.example/sesi/polsek-rekaan/baru/
        - Sesi baru. 1 masukan tertulis; belum ada kabar."""
    )
    assert difference.markdown(found, COMPARED).splitlines()[:8] == [
        "## Yang akan berubah di mata warga",
        "",
        "Dibanding main; keduanya dilihat dengan keadaan per 1 Juni 2024.",
        "",
        "5 perubahan: 2 memburuk, 0 membaik, 3 lainnya.",
        "",
        "### [Jumat Curhat di Desa Rekaan Jaya, 10 Mei 2024]"
        "(<https://uji.example/sesi/polsek-rekaan/lain/>)",
        "",
    ]


def test_what_is_not_allowed_stands_first_and_says_where_to_look(tmp_path: Path) -> None:
    case = CASES["hilang"]
    found = found_between(tmp_path, case.before, case.after)
    assert (
        "2 di antaranya tidak boleh: yang sudah terbit tidak berubah atau hilang diam-diam. "
        "Cara membetulkannya: kabar check --against main"
    ) in " ".join(text_of(found).split())
    assert [group.changes[0].gravity for group in found.groups] == [Gravity.FORBIDDEN] * 2
    assert found.groups[1].title == "Catatan satu sesi Polsek Rekaan"


def test_a_correction_allows_what_it_names_and_nothing_else(tmp_path: Path) -> None:
    before = {"sessions/sesi": session("2024-05-03", LAMP + WATCH, more=CAME)}
    more = MENDED + (
        "  - {tanggal: 2024-05-30, bagian: masukan.1.isi, semula: Lampu jalan padam., "
        "menjadi: Lampu jalan mati., sebab: keliru}\n"
    )
    both = (LAMP + WATCH).replace("padam", "mati").replace("minta ronda", "minta pos")
    told = changes(
        found_between(tmp_path, before, {"sessions/sesi": session("2024-05-03", both, more=more)})
    )
    assert "Tidak boleh: Berubah tanpa koreksi: isi masukan “ronda”." in told
    assert len(told) == 3


def test_a_correction_that_is_taken_away_is_told(tmp_path: Path) -> None:
    before = {"sessions/sesi": session("2024-05-03", LAMP, more=MENDED)}
    after = {"sessions/sesi": session("2024-05-03", LAMP, more="hadir: {jumlah: 30}\n")}
    told = changes(found_between(tmp_path, before, after))
    assert told == ["Tidak boleh: Koreksi yang sudah terbit diubah atau dihapus."]


def test_another_record_under_the_same_name_is_told_as_a_whole(tmp_path: Path) -> None:
    other = session("2024-06-01", concern("knalpot", "Knalpot bising tengah malam."))
    (told,) = changes(found_between(tmp_path, HELD, {"sessions/sesi": other}))[:1]
    assert told.startswith("Tidak boleh: Kini memuat catatan lain sama sekali;")


@pytest.fixture(scope="module")
def scratch(published_once: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    root = tmp_path_factory.mktemp("kata") / "proyek"
    shutil.copytree(published_once, root)
    return root


@pytest.fixture(scope="module")
def as_published(published_once: Path) -> Archive:
    reading = records.read(published_once, published_once / "data")
    return archive.build(reading.records, published_archive.TODAY)


@pytest.mark.parametrize("case", [*ALLOWED, *REFUSED_EDITS])
def test_what_is_refused_as_changed_in_silence_is_what_residents_are_told_of(
    case: str, scratch: Path, as_published: Archive
) -> None:
    """`kabar diff` and `kabar check --against` never disagree on what has changed in silence."""
    files = {**ALLOWED, **REFUSED_EDITS}[case]
    published_archive.write(scratch, files)
    try:
        refused = compared(scratch)
        now = archive.build(records.read(scratch, scratch / "data").records, as_published.today)
    finally:
        published_archive.write(scratch, {name: PUBLISHED.get(name) for name in files})
    told = {
        group.address
        for group in difference.compare(Earlier(as_published), now).groups
        if any(one.words.startswith("Berubah tanpa koreksi") for one in group.changes)
    }
    silent = {one.file for one in refused if one.check == "berubah-tanpa-koreksi"}
    assert told == {page for file in silent for page in pages_of(file, now)}


def pages_of(file: str, now: Archive) -> set[str]:
    """The pages on which a record is read."""
    _data, kind, folder, name = file.removesuffix(".yml").split("/")
    identity = f"{folder}/{name}"
    found = now.records.outcomes.get(identity) if kind == "outcomes" else None
    answers = found.answers if isinstance(found, Outcome) else (identity,)
    return {urls.session(archive.resolve(one, folder).partition("#")[0]) for one in answers}


# Names and rules


REGISTRY_CHANGES = {
    "units/polsek-rekaan.yml": REGISTRIES["units/polsek-rekaan.yml"].replace(
        "nama: Polsek Rekaan", "nama: Polsek Rekaan Baru"
    ),
    "themes.yml": REGISTRIES["themes.yml"].replace("nama: Patroli\n", "nama: Patroli malam\n"),
    "reasons.yml": REGISTRIES["reasons.yml"].replace("belum tersedia", "tidak ada"),
    "programs/jumat-curhat.yml": (
        "nama: Jumat Curhat\n"
        "tenggat_bawaan: [{sejak: 2020-01-01, hari: 30, dasar: Aturan Rekaan}]\n"
    ),
}


def test_names_that_change_on_many_pages_are_told_by_themselves(tmp_path: Path) -> None:
    files = by_name({"sessions/sesi": session("2024-05-20", WATCH_ALONE)})
    found = found_between(tmp_path, files, files | REGISTRY_CHANGES)
    assert changes(found) == [
        "Tenggat baru untuk “Warga minta ronda”: 19 Juni 2024.",
        "Satuan berganti nama di semua halamannya: semula Polsek Rekaan, kini Polsek Rekaan Baru.",
        "Tema berganti nama di semua halamannya: semula Patroli, kini Patroli malam.",
        "Penjelasan alasan Anggaran kini berbunyi: Anggarannya tidak ada.",
        "Tenggat bawaan program Jumat Curhat berubah; yang ikut bergeser disebut di sesinya.",
    ]


WATCH_ALONE = f"\n{WATCH}"


# What is never said


PERSONAL = "0812-3456-7890"


@pytest.mark.parametrize(
    "after",
    [
        {"sessions/sesi": withdrawn()},
        {},
        {"sessions/sesi": session("2024-05-03", f"\n  - id: dua\n    {withdrawn()}")},
        {"sessions/sesi": session("2024-05-03", concern("dua", "Kini lain."))},
        {
            "sessions/sesi": session(
                "2024-05-03", "\n  - {id: dua, jenis: keluhan, tahan: privasi}\n"
            )
        },
    ],
    ids=["sesi ditarik", "hilang", "masukan ditarik", "diubah", "ditahan"],
)
def test_no_word_of_what_was_there_is_repeated(tmp_path: Path, after: Files) -> None:
    before = {
        "sessions/sesi": session(
            "2024-05-03",
            concern("dua", f"{SECRET} {PERSONAL}"),
            more=f"judul: {SECRET}\nhadir: {{jumlah: {SECRET}}}\n",
        ),
        "outcomes/k": outcome("sesi#dua", "2024-05-20", "selesai", f"oleh: {SECRET}\n"),
    }
    now = {**after, "outcomes/k": outcome("sesi#dua", "2024-05-20", "selesai", "oleh: Dinas\n")}
    found = found_between(tmp_path, before, now)
    everything = text_of(found) + difference.markdown(found, COMPARED)
    assert changes(found)
    assert SECRET not in everything
    assert PERSONAL not in everything


def test_an_earlier_name_that_may_point_to_a_person_is_not_repeated(tmp_path: Path) -> None:
    unit = REGISTRIES["units/polsek-rekaan.yml"]
    before = {"units/polsek-rekaan.yml": unit.replace("Polsek Rekaan", f"Polsek {PERSONAL}")}
    (told,) = changes(found_between(tmp_path, before, {"units/polsek-rekaan.yml": unit}))
    assert told == (
        "Satuan berganti nama di semua halamannya: semula (tidak diulang di sini), kini Polsek "
        "Rekaan."
    )


# Markdown


TYPED = "Lihat [ini](http://jahat.test) <img src=x> @warga #12 !7 :tada: **tebal** `x` www.a.test"


def test_what_was_typed_cannot_become_markdown(tmp_path: Path) -> None:
    files = {"sessions/sesi": session("2024-05-03", LAMP, more=f"judul: '{TYPED}'\n")}
    told = difference.markdown(found_between(tmp_path, {}, files), COMPARED)
    (heading,) = [line for line in told.splitlines() if line.startswith("### ")]
    assert heading.startswith("### [Lihat \\[ini\\]\\(http:")
    for live in ("<img", "@warga", "#12", "!7", ":tada", "www.", "http://", "**tebal", "`x`"):
        assert live not in heading.rpartition("](<")[0], live


@pytest.mark.parametrize(
    ("typed", "safe"),
    [
        ("@warga", f"@{JOINER}warga"),
        ("org/tim#12", f"org/{JOINER}tim\\#{JOINER}12"),
        ("<b>&amp;", f"&lt;b&gt;&amp;{JOINER}amp;"),
        ("1. satu\n- dua", "1. satu \\- dua"),
        ("a_b*c`d~e|f", "a\\_b\\*c\\`d\\~" + JOINER + "e\\|f"),
        ("WWW.a.test", f"www{JOINER}.a.test"),
        ("16.30 WITA", "16.30 WITA"),
    ],
)
def test_signs_are_escaped(typed: str, safe: str) -> None:
    assert escaped(typed) == safe


def test_a_comment_is_never_longer_than_is_taken(tmp_path: Path) -> None:
    many = {f"sessions/s{number}": session("2024-05-03", LAMP) for number in range(700)}
    told = difference.markdown(found_between(tmp_path, {}, many), COMPARED)
    assert LONGEST - 500 < len(told) < LONGEST + 500
    assert re.search(r"\n\nDan \d+ halaman lagi\.\n$", told)


# The command


@pytest.fixture
def project(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    (tmp_path / "mkdocs.yml").write_text(CONFIG, encoding="utf-8")
    (tmp_path / "content").mkdir()
    small_archive.write(tmp_path)
    for command in (["init", "-q"], ["add", "."], ["commit", "-qm", "terbit"]):
        subprocess.run(["git", *command], cwd=tmp_path, check=True)
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1717200000")  # 1 June 2024
    monkeypatch.setenv("COLUMNS", "80")
    return tmp_path


RECORD = "data/outcomes/polsek-rekaan/2024-05-20.yml"


def test_the_command_compares_with_what_was_committed(project: Path, kabar: Kabar) -> None:
    assert "Tidak ada yang berubah bagi warga." in kabar("diff", "--against", "main").out
    (project / RECORD).write_text(
        outcome("2024-03-01#patroli", "2024-05-20", "selesai"), encoding="utf-8"
    )
    found = kabar("diff", "--against", "HEAD")
    assert found.code == 0
    assert (
        "- Membaik: Keadaan “Warga berharap patroli ditingkatkan”: Tidak diketahui, Jauh\n"
        "  lewat tenggat → Selesai (klaim polisi).\n"
    ) in found.out
    told = kabar("diff", "--against", "HEAD", "--format", "markdown")
    assert "- **Membaik:** Keadaan “Warga berharap patroli ditingkatkan”: Tidak" in told.out


@pytest.mark.usefixtures("project")
def test_the_day_alone_changes_nothing(kabar: Kabar) -> None:
    for day in ("2024-03-21", "2024-06-01", "2026-06-01"):
        said = kabar("diff", "--against", "main", "--as-of", day)
        assert "Tidak ada yang berubah bagi warga." in said.out


def test_what_is_kept_between_runs_is_that_of_the_records_that_are_there(
    project: Path, kabar: Kabar
) -> None:
    (project / RECORD).write_text(
        outcome("2024-03-01#patroli", "2024-05-20", "selesai"), encoding="utf-8"
    )
    kabar("check")
    before = (project / ".kabar" / "records.cache").read_bytes()
    kabar("diff", "--against", "main")
    assert (project / ".kabar" / "records.cache").read_bytes() == before


def test_records_with_errors_are_not_compared(project: Path, kabar: Kabar) -> None:
    (project / RECORD).write_text("menjawab: [\n", encoding="utf-8")
    said = kabar("diff", "--against", "main")
    assert said.code == 1
    assert said.out == ""
    assert RECORD in said.err


def test_earlier_records_that_cannot_be_read_are_counted(project: Path, kabar: Kabar) -> None:
    (project / RECORD).write_text("menjawab: [\n", encoding="utf-8")
    for command in (["add", "."], ["commit", "-qm", "rusak"]):
        subprocess.run(["git", *command], cwd=project, check=True)
    (project / RECORD).unlink()
    said = kabar("diff", "--against", "main")
    assert "1 catatan lama tidak terbaca, jadi tidak ikut dibandingkan." in said.out


def test_what_the_other_branch_has_moved_on_with_is_not_said_to_be_gone_here(
    project: Path, kabar: Kabar
) -> None:
    git(project, "branch", "kerja")
    (project / RECORD).write_text(
        outcome("2024-03-01#patroli", "2024-05-20", "selesai"), encoding="utf-8"
    )
    git(project, "add", ".")
    git(project, "commit", "-qm", "terbaru")
    git(project, "tag", "terbaru")
    git(project, "checkout", "-q", "kerja")
    said = " ".join(kabar("diff", "--against", "terbaru").out.split())
    assert "1 berkas sudah lebih baru di terbaru dan belum ada di sini" in said
    assert "Ambil dulu: git merge terbaru Tidak ada yang berubah bagi warga." in said


def test_earlier_records_that_are_the_same_are_linked_and_the_others_written(
    project: Path,
) -> None:
    kept, changed = "themes.yml", "sessions/polsek-rekaan/2024-03-01.yml"
    data = project / "data"
    before = (data / changed).read_bytes()
    (data / changed).write_bytes(before + b"# lain\n")
    with data_at(data, "HEAD") as there:
        assert (there.folder / kept).samefile(data / kept)
        assert (there.folder / changed).read_bytes() == before
        assert not (there.folder / "media").exists()
    assert not there.folder.exists()
    assert (data / changed).read_bytes() == before + b"# lain\n"


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        ((), "--against belum disebut."),
        (("--against", "tidak-ada"), "`tidak-ada` tidak dikenal git."),
        (("--against", "main", "--format", "pdf"), "pilih salah satu: text, markdown"),
    ],
)
@pytest.mark.usefixtures("project")
def test_wrong_use_is_told(kabar: Kabar, arguments: tuple[str, ...], message: str) -> None:
    said = kabar("diff", *arguments)
    assert said.code == 2
    assert message in said.err


def test_the_frame_is_said_in_english_and_the_sites_own_words_stay(
    project: Path, kabar: Kabar
) -> None:
    (project / RECORD).write_text(
        outcome("2024-03-01#patroli", "2024-05-20", "selesai"), encoding="utf-8"
    )
    said = " ".join(kabar("--lang", "en", "diff", "--against", "main").out.split())
    assert said.startswith("What residents will see change ====")
    assert "Changes: 2, of them worse: 0, better: 1, other: 1." in said
    assert "Better: “Warga berharap patroli ditingkatkan” now stands otherwise: Tidak" in said
    assert "New word back pada 20 Mei 2024: Polsek Rekaan menyatakan ini selesai." in said


def test_archives_of_two_days_are_not_compared(tmp_path: Path) -> None:
    one, other = (
        build(tmp_path / str(day), {}, day) for day in (date(2024, 6, 1), date(2024, 6, 2))
    )
    with pytest.raises(ValueError, match="2024"):
        difference.compare(Earlier(one), other)
