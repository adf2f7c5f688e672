"""Nothing published changes unnoticed: a table of edits and exactly what is said of each."""

import json
import re
import shutil
from pathlib import Path
from typing import Any

import pytest
import small_archive
from hypothesis import given, settings
from hypothesis import strategies as st
from kabar_command import CONFIG, Kabar
from published_archive import (
    AHEAD,
    BURIED,
    DONE,
    HELD,
    MENDED,
    PHOTO,
    PROGRAMME,
    PUBLISHED,
    QUIET,
    SHOWN,
    STONE,
    TODAY,
    UNDATED,
    UNTOLD,
    Files,
    commit,
    compared,
    git,
    said,
    write,
)
from small_archive import REGISTRIES, SESSION

from generator import checks, site, yaml_text
from generator.checks import against
from generator.checks.against import lines
from generator.findings import Finding
from generator.records import Kind, Record
from generator.records.reading import record_of
from generator.since import CannotCompare
from generator.writing import record_text

ROOT = Path(__file__).parents[1]
KEPT = Path(__file__).with_name("against") / "refused.txt"
"""What is said of every edit of `REFUSED`, with the lines it gives to paste."""


def text(name: str) -> str:
    content = PUBLISHED[name]
    assert isinstance(content, str)
    return content


def edit(name: str, *changes: tuple[str, str], more: str = "") -> Files:
    """A published file with some of its words replaced and lines added at its end."""
    content = text(name)
    for old, new in changes:
        assert old in content, f"{name} does not hold {old}"
        content = content.replace(old, new)
    return {name: content + more}


def correction(part: str, before: str, after: str, head: str = "koreksi:\n") -> str:
    return (
        f"{head}  - tanggal: 2024-06-01\n    bagian: {part}\n    semula: {before}\n"
        f"    menjadi: {after}\n    sebab: salah ketik\n"
    )


NEW_CONCERN = """\
  - id: parkir
    jenis: keluhan
    isi: Warga mengeluh soal parkir di depan balai.
"""
FORGOTTEN = ("  - id: jadwal\n", f"{NEW_CONCERN}  - id: jadwal\n")
JADWAL = """\
  - id: jadwal
    jenis: pertanyaan
    isi: |
      Warga bertanya kapan pos polisi dibuka.
"""
LEADER = "  - peran: pimpinan\n    jabatan: Kapolsek Rekaan\n    pangkat: AKP\n"
PLEDGE_LINE = "    isi: Posko dibuka setiap akhir pekan.\n"
ANSWER = """\
    jawaban:
      - jenis: komitmen
        penjawab: Kapolsek Rekaan
        isi: Patroli ditambah setiap malam Minggu.
"""
BURIED_CONCERN = """\
  - id: rahasia
    ditarik:
      tanggal: 2024-04-20
      alasan: privasi
      dasar: permintaan warga
"""
NEW_STONE = "ditarik:\n  tanggal: 2024-05-30\n  alasan: privasi\n  dasar: permintaan warga\n"

ALLOWED: dict[str, Files] = {
    "nothing": {},
    "comments, other quotes, other order of keys, other line ends": {
        HELD: (
            "# Catatan\ntanggal: 1 Maret 2024\n"
            + text(HELD).replace("tanggal: 2024-03-01\n", "").replace("30\n", "'30'\n")
        ).replace("\n", "\r\n"),
    },
    "a list in another way": edit(HELD, ("tema: [patroli]", "tema: patroli")),
    "a default written out": edit(
        HELD, ("    jenis: pertanyaan\n", "    jenis: pertanyaan\n    saluran: langsung\n")
    ),
    "the folder's unit written out": edit(DONE, more="oleh: polsek-rekaan\n"),
    "a reference in full": edit(DONE, ("2024-03-01#", "polsek-rekaan/2024-03-01#")),
    "lines of a paragraph that end elsewhere": edit(
        MENDED, ("pasar\n      mati", "pasar mati\n     ")
    ),
    "items in another order": edit(
        HELD,
        (LEADER, ""),
        ("  - jabatan: Kanit Binmas\n", f"  - jabatan: Kanit Binmas\n{LEADER}"),
    ),
    "concerns in another order": edit(
        HELD, (JADWAL, ""), ("  - id: patroli\n", f"{JADWAL}  - id: patroli\n")
    ),
    "a forgotten concern": edit(HELD, FORGOTTEN),
    "a forgotten commitment": edit(
        HELD, (PLEDGE_LINE, f"{PLEDGE_LINE}  - id: ronda\n    isi: Ronda dijadwalkan.\n")
    ),
    "an announced session filled": edit(AHEAD, more="hadir:\n  jumlah: 20\nmasukan: nihil\n"),
    "concerns of a session that listed none": edit(
        UNTOLD, ("masukan: tidak dirinci\n", "masukan:\n" + NEW_CONCERN)
    ),
    "a concern withdrawn": edit(HELD, (JADWAL, BURIED_CONCERN.replace("rahasia", "jadwal"))),
    "a session withdrawn with its outcomes": {
        HELD: NEW_STONE,
        DONE: NEW_STONE,
        SHOWN: NEW_STONE,
        PHOTO: None,
    },
    "more told: a source, a note, a theme, a place, a role, a rank": edit(
        HELD,
        (
            "tema: [patroli]",
            "tema: [patroli, lampu-jalan]\n    oleh: warga\n    lokasi: Dusun Satu",
        ),
        ("  - jabatan: Kanit Binmas\n", "  - jabatan: Kanit Binmas\n    pangkat: Aiptu\n"),
        ("unsur: [warga, ketua RT]", "unsur: [warga, ketua RT, tokoh agama]"),
        more="personel: 4\ncatatan: Jumlah hadir dihitung panitia.\n"
        "sumber:\n  - judul: Jumat Curhat di Rekaan\n",
    ),
    "a new outcome": {"outcomes/polsek-rekaan/b.yml": text(DONE).replace("03-20", "05-20")},
    "a review": edit(
        HELD, more="ditinjau:\n  oleh: Kasi Humas\n  tanggal: 2024-05-01\n  sebab: wajar\n"
    ),
    "a change that is corrected": edit(
        HELD, ("jumlah: 30", "jumlah: 40"), more=correction("hadir.jumlah", "30", "40")
    ),
    "old words that must not be repeated": edit(
        HELD,
        ("Warga bertanya kapan pos polisi dibuka.", "Warga bertanya kapan pos polisi dilayani."),
        more=correction("masukan.jadwal.isi", "dihapus", "kapan pos polisi dilayani"),
    ),
    "a few words of a text, in two corrections": edit(
        MENDED,
        ("Tiga lampu jalan", "Empat lampu jalan"),
        ("sejak bulan lalu", "sejak minggu lalu"),
        more=correction("masukan.lampu.isi", "Tiga lampu", "Empat lampu", "")
        .replace("  - ", "- ")
        .replace("    ", "  ")
        + correction("masukan.lampu.isi", "bulan lalu", "minggu lalu", "")
        .replace("  - ", "- ")
        .replace("    ", "  "),
    ),
    "a correction of the part around": edit(
        HELD,
        ("      tenggat: 2024-04-01", "      berkala: setiap minggu"),
        more=correction("masukan.patroli.janji", "1 April 2024", "setiap minggu"),
    ),
    "an item of a list that is taken out, and said": edit(
        HELD,
        ("  - jabatan: Kanit Binmas\n", ""),
        more=correction("petugas", "Kanit Binmas", "dihapus"),
    ),
    "an answer that was forgotten, and said": edit(
        HELD,
        (JADWAL, f"{JADWAL}    jawaban:\n      - jenis: penjelasan\n        isi: Pos buka sore.\n"),
        more=correction("masukan.jadwal.jawaban", "belum ditulis", "Pos buka sore"),
    ),
    "an item named without its number": edit(
        HELD,
        ("desa: Rekaan Jaya", "desa: Rekaan Raya"),
        more=correction("tempat.desa", "Rekaan Jaya", "Rekaan Raya"),
    ),
    "words of a correction that must not be repeated": edit(
        MENDED, ("semula: Dua lampu", "semula: dihapus")
    ),
    "a reference to what was withdrawn": {
        **edit(HELD, (JADWAL, BURIED_CONCERN.replace("rahasia", "jadwal"))),
    },
    "a photo replaced, and said": {
        PHOTO: small_archive.jpeg(300),
        **edit(SHOWN, more=correction("bukti", "dihapus", "patroli.jpg")),
    },
    "other words for a programme, a unit, a theme": {
        **edit(PROGRAMME, ("nama: Jumat Curhat", "nama: Jumat Curhat Presisi")),
        "units/polsek-rekaan.yml": REGISTRIES["units/polsek-rekaan.yml"].replace(
            "Polsek Rekaan", "Polsek Metro Rekaan"
        ),
        "themes.yml": REGISTRIES["themes.yml"].replace("Lampu jalan", "Penerangan jalan"),
    },
    "a key nobody has used": {"themes.yml": REGISTRIES["themes.yml"].partition("rumah-tangga")[0]},
    "a later rule for default deadlines": edit(
        PROGRAMME, more="  - sejak: 2024-07-01\n    hari: 14\n    dasar: Peraturan Contoh 2\n"
    ),
}


REFUSED: dict[str, Files] = {
    "a number": edit(HELD, ("jumlah: 30", "jumlah: 300")),
    "a number taken out": edit(HELD, ("  jumlah: 30\n", "")),
    "the date": edit(HELD, ("tanggal: 2024-03-01", "tanggal: 2024-03-02")),
    "an announced day": edit(AHEAD, ("2024-06-07", "2024-06-14")),
    "words of a concern": edit(HELD, ("patroli ditingkatkan", "patroli diadakan")),
    "only a sign": edit(HELD, ("pos polisi dibuka.", "pos polisi dibuka?")),
    "one word of a long text": edit(MENDED, ("mati sejak bulan lalu", "mati sejak tahun lalu")),
    "the kind of a concern": edit(HELD, ("jenis: pertanyaan", "jenis: apresiasi")),
    "a text kept back": edit(
        HELD,
        ("    isi: |\n      Warga bertanya kapan pos polisi dibuka.\n", "    tahan: privasi\n"),
    ),
    "a theme taken from a concern": edit(HELD, ("    tema: [patroli]\n", "")),
    "a deadline": edit(HELD, ("tenggat: 2024-04-01", "tenggat: 2024-05-01")),
    "a promise that became a habit": edit(HELD, ("tenggat: 2024-04-01", "berkala: setiap minggu")),
    "a promise taken out": edit(HELD, ("    janji:\n      tenggat: 2024-04-01\n", "")),
    "a promise added": edit(HELD, (JADWAL, JADWAL + "    janji:\n      kata: segera\n")),
    "an answer added": edit(HELD, (JADWAL, JADWAL + ANSWER)),
    "one more answer": edit(
        HELD,
        (ANSWER, f"{ANSWER}      - jenis: rujukan\n        isi: Diteruskan ke dinas.\n"),
    ),
    "words added to a promise": edit(
        HELD, ("tenggat: 2024-04-01\n", "tenggat: 2024-04-01\n      kata: segera\n")
    ),
    "a source from which an undated session counts": edit(
        UNDATED, more="  - judul: Laporan awal\n    tanggal: 2024-01-02\n"
    ),
    "an answer changed": edit(HELD, ("setiap malam Minggu", "setiap malam")),
    "an answer taken out": edit(HELD, (ANSWER, "")),
    "a commitment changed": edit(HELD, ("akhir pekan", "akhir bulan")),
    "a unit added": edit(HELD, ("satuan: polsek-rekaan", "satuan: [polsek-rekaan, polsek-khayal]")),
    "somebody else is to answer": edit(
        HELD, ("    jenis: pertanyaan\n", "    jenis: pertanyaan\n    untuk: polres-contoh\n")
    ),
    "an officer's name and rank": edit(HELD, ("pangkat: AKP", "pangkat: IPTU")),
    "an officer taken out": edit(HELD, ("  - jabatan: Kanit Binmas\n", "")),
    "what may be personal is not repeated": edit(
        HELD, ("pesan: Warga diajak ikut ronda.", "pesan: Hubungi Pak Budi di 081234567890.")
    ),
    "nobody raised anything, and now somebody did": edit(
        QUIET, ("masukan: nihil\n", "masukan:\n" + NEW_CONCERN)
    ),
    "a session that says nothing any more": edit(QUIET, ("masukan: nihil\n", "")),
    "what happened": edit(DONE, ("kejadian: dikerjakan", "kejadian: selesai")),
    "what an outcome answers, one more": edit(
        DONE,
        ("menjawab: 2024-03-01#patroli", "menjawab: [2024-03-01#patroli, 2024-03-01#jadwal]"),
    ),
    "the hour of an outcome": edit(DONE, more="waktu: 20.00\n"),
    "an account": edit(DONE, ("tiga kali", "empat kali")),
    "a correction of something else": edit(
        HELD, ("jumlah: 30", "jumlah: 40"), more=correction("hadir.unsur", "warga", "warga")
    ),
    "a correction of all concerns at once": edit(
        HELD,
        ("patroli ditingkatkan", "patroli diadakan"),
        more=correction("masukan", "dihapus", "dihapus"),
    ),
    "a correction that says something else": edit(
        HELD, ("jumlah: 30", "jumlah: 40"), more=correction("hadir.jumlah", "35", "40")
    ),
    "a correction that tells of half": edit(
        MENDED,
        ("Tiga lampu jalan", "Empat lampu jalan"),
        ("bulan lalu", "tahun lalu"),
        more=correction("masukan.lampu.isi", "Tiga lampu", "Empat lampu", "")
        .replace("  - ", "- ")
        .replace("    ", "  "),
    ),
    "an old correction is no new one": edit(MENDED, ("Tiga lampu jalan", "Dua lampu jalan")),
    "a correction changed": edit(MENDED, ("sebab: salah hitung", "sebab: salah ketik")),
    "a correction taken out": edit(MENDED, (text(MENDED)[text(MENDED).index("koreksi:") :], "")),
    "a concern gone": edit(HELD, (JADWAL, "")),
    "a concern renamed": edit(HELD, ("id: jadwal", "id: jam-buka")),
    "an id for another concern": edit(
        HELD,
        ("Warga bertanya kapan pos polisi dibuka.", "Knalpot bising melintas tengah malam."),
    ),
    "a withdrawn concern gone": edit(MENDED, (BURIED_CONCERN, "")),
    "a withdrawn concern back": edit(
        MENDED, (BURIED_CONCERN, NEW_CONCERN.replace("parkir", "rahasia", 1))
    ),
    "a withdrawal of a concern changed": edit(
        MENDED, ("dasar: permintaan warga", "dasar: kebijakan")
    ),
    "a commitment gone": edit(HELD, (PLEDGE_LINE, ""), ("komitmen:\n  - id: posko\n", "")),
    "a session gone": {AHEAD: None},
    "an outcome gone": {DONE: None},
    "a withdrawn record gone": {BURIED: None},
    "a withdrawn record back": {BURIED: SESSION.replace("rekaan", "khayal")},
    "a withdrawal changed": {BURIED: STONE.replace("04-20", "04-21")},
    "a session under another name": {HELD: None, HELD.replace("03-01", "03-02"): text(HELD)},
    "a name for another session": {
        HELD: """\
program: jumat-curhat
satuan: polsek-rekaan
tanggal: 2024-05-03
tempat:
  desa: Rekaan Hulu
masukan:
  - id: knalpot
    jenis: keluhan
    isi: Knalpot bising melintas tengah malam.
"""
    },
    "a name for another outcome": {
        DONE: "menjawab: polsek-khayal/2024-04-05#lampu\ntanggal: 2024-05-20\n"
        "kejadian: dikerjakan\nuraian: Dinas terkait memasang penerangan.\n"
    },
    "a photo replaced": {PHOTO: small_archive.jpeg(300)},
    "a photo gone": {PHOTO: None},
    "evidence taken out": edit(SHOWN, (text(SHOWN)[text(SHOWN).index("bukti:") :], "")),
    "a theme gone": {"themes.yml": REGISTRIES["themes.yml"].partition("lampu-jalan")[0]},
    "a unit under another key": {
        "units/polsek-rekaan.yml": None,
        "units/polsek-rekaan-kota.yml": REGISTRIES["units/polsek-rekaan.yml"],
    },
    "a reason that means something else": {
        "reasons.yml": REGISTRIES["reasons.yml"]
        .replace("nama: Privasi", "nama: Biaya")
        .replace("Isinya dapat mengungkap seseorang.", "Uangnya habis."),
    },
    "a theme that means something else": {
        "themes.yml": REGISTRIES["themes.yml"]
        .replace("  nama: Patroli\n", "  nama: Parkir\n")
        .replace("patroli:", "patroli:")
    },
    "a unit that is another one": {
        "units/polsek-rekaan.yml": REGISTRIES["units/polsek-rekaan.yml"].replace(
            "nama: Polsek Rekaan", "nama: Polsek Hulu"
        )
    },
    "a default deadline": edit(PROGRAMME, ("hari: 30", "hari: 60")),
    "a default deadline gone": {PROGRAMME: "nama: Jumat Curhat\n"},
    "a default deadline that reaches back": edit(
        PROGRAMME, more="  - sejak: 2024-02-01\n    hari: 14\n    dasar: Peraturan\n"
    ),
}


def told(findings: tuple[Finding, ...]) -> str:
    """What is said of an edit, with the lines it gives to paste."""
    lines: list[str] = []
    for one, line in zip(findings, said(findings), strict=True):
        lines.append(line)
        if one.mending:
            lines.append(f"  > {one.mending.place}")
            lines += [f"  | {each}" for each in one.mending.text.splitlines()]
    return "\n".join(lines)


def kept() -> dict[str, str]:
    sections = re.split(r"^## (.+)\n", KEPT.read_text(encoding="utf-8"), flags=re.MULTILINE)
    return {name: body.strip() for name, body in zip(sections[1::2], sections[2::2], strict=True)}


@pytest.mark.parametrize("case", ALLOWED)
def test_what_changes_nothing_or_is_said_openly_is_let_through(case: str, published: Path) -> None:
    write(published, ALLOWED[case])
    assert told(compared(published)) == ""


@pytest.mark.parametrize("case", REFUSED)
def test_what_changes_in_silence_is_refused(case: str, published: Path) -> None:
    write(published, REFUSED[case])
    assert told(compared(published)) == kept()[case]


def test_lines_are_offered_for_most_edits() -> None:
    assert len(PASTEABLE) >= 30


def test_every_refusal_that_is_kept_has_its_edit(
    published_once: Path, tmp_path: Path, pytestconfig: pytest.Config
) -> None:
    """With `--refresh` everything that is said is kept anew; look at the diff."""
    if pytestconfig.getoption("--refresh", default=False):
        sections: list[str] = []
        for case, files in REFUSED.items():
            shutil.copytree(published_once, tmp_path / "proyek")
            write(tmp_path / "proyek", files)
            sections.append(f"## {case}\n\n{told(compared(tmp_path / 'proyek'))}\n")
            shutil.rmtree(tmp_path / "proyek")
        KEPT.write_text("\n".join(sections), encoding="utf-8")
    assert kept().keys() == REFUSED.keys()
    assert len(REFUSED) + len(ALLOWED) >= 90


@pytest.mark.parametrize(
    ("before", "after", "told"),
    [
        ("Lampu mati.", "Lampu hidup.", ("“Lampu mati.”", "“Lampu hidup.”")),
        (
            "Penerangan jalan kabupaten di persimpangan kecamatan sudah diperbaiki dinas",
            "Penerangan jalan kabupaten di persimpangan kecamatan sudah diperbaiki warga",
            (
                "“…kecamatan sudah diperbaiki dinas”",
                "“…kecamatan sudah diperbaiki warga”",
            ),
        ),
    ],
)
def test_both_sides_are_told_where_they_differ(
    before: str, after: str, told: tuple[str, str]
) -> None:
    assert lines.both_shown(before, after) == told


def test_every_comparison_is_shown_to_refuse_something() -> None:
    everything = KEPT.read_text(encoding="utf-8")
    silent = [one for one in against.EXPLANATIONS if f"[{one}]" not in everything]
    assert silent == ["tidak-dapat-dibandingkan", "belum-digabung"]


def is_pasteable(case: str) -> bool:
    """Whether lines are offered for everything that is said of an edit."""
    what = kept().get(case, "")
    told_of = [line for line in what.splitlines() if not line.startswith("  ")]
    return what.count("tempel ini") == len(told_of) > 0


PASTEABLE = [case for case in REFUSED if is_pasteable(case)]


@pytest.mark.parametrize("case", PASTEABLE)
def test_lines_that_are_offered_mend_what_they_are_offered_for(case: str, published: Path) -> None:
    """Pasted where it is said, with a cause, a correction lets the change through."""
    write(published, REFUSED[case])
    offered = compared(published)
    head = next((one.mending.head for one in offered if one.mending and one.mending.head), "")
    lines = "\n".join(one.mending.lines for one in offered if one.mending)
    lines = re.sub(r"sebab:$", "sebab: salah ketik", lines, flags=re.MULTILINE)
    file = published / offered[0].file
    pasted = f"{head}\n{lines}\n" if head else f"{lines}\n"
    file.write_bytes(file.read_bytes() + pasted.encode())
    assert told(compared(published)) == ""
    _archive, found = site.check(published, published / "data", TODAY)
    assert not [one for one in found if one.check in ("bagian-koreksi", "isian", "yaml")]


def test_a_record_that_was_broken_there_is_said_to_be_uncomparable(published: Path) -> None:
    write(published, {DONE: "kejadian: [\n", HELD: "program: jumat-curhat\n"})
    commit(published)
    git(published, "tag", "rusak")
    write(published, {DONE: text(DONE), HELD: None})
    assert said(compared(published, "rusak")) == [
        f"{DONE}:0 [tidak-dapat-dibandingkan] (peringatan) : isi lama berkas ini rusak di rusak, "
        f"jadi tidak dapat dibandingkan; lihat sendiri: git diff rusak -- data/{DONE}",
        f"{HELD}:0 [hilang-tanpa-ditarik] : berkas ini sudah terbit, lalu hilang tanpa ditarik. "
        f"Kembalikan: git restore --source=rusak -- data/{HELD}",
    ]


def test_a_ref_without_records_is_said_to_be_nothing_to_compare_with(published: Path) -> None:
    git(published, "checkout", "--quiet", "--orphan", "kosong")
    git(published, "commit", "--quiet", "--allow-empty", "--message", "Awal", "--only")
    git(published, "checkout", "--quiet", "--force", "terbit")
    assert said(compared(published, "kosong")) == [
        ":0 [tidak-dapat-dibandingkan] (peringatan) : di kosong belum ada catatan di folder ini, "
        "jadi tidak ada yang dibandingkan"
    ]


def test_a_removed_key_is_told_once_and_not_of_every_record_that_names_it(
    published: Path,
) -> None:
    write(published, {"themes.yml": REGISTRIES["themes.yml"].partition("lampu-jalan")[0]})
    write(published, edit(HELD, ("tema: [patroli]", "tema: [patrol]")))
    archive, found = site.check(published, published / "data", TODAY)
    assert {one.message for one in found if one.check == "kunci-tidak-dikenal"} == {
        "`lampu-jalan` tidak dikenal; pakai kunci di data/themes.yml",
        "`patrol` tidak dikenal; maksud Anda `patroli`?",
    }
    look = (published, published / "data", archive, "terbit", TODAY)
    told_of = against.compare(*look, found)
    assert [one.message for one in told_of if "`lampu-jalan`" in one.message] == [
        "kunci `lampu-jalan` sudah dipakai catatan yang terbit, lalu dihapus"
    ]
    assert any("`patrol` tidak dikenal" in one.message for one in told_of)


@pytest.mark.parametrize(
    ("file", "concern", "name"),
    [
        ("data/sessions/polsek-a/2024-03-01.yml", "", "polsek-a/2024-03-01"),
        ("data/sessions/polsek-a/2024-03-01.yml", "ronda", "polsek-a/2024-03-01#ronda"),
        ("data/sessions/polsek-a/2024-03-01.yml", "Pak Budi", "polsek-a/2024-03-01"),
        ("data/outcomes/polsek-a/a.yml", "", "data/outcomes/polsek-a/a.yml"),
    ],
)
def test_a_command_names_a_record_and_never_what_may_be_a_name(
    file: str, concern: str, name: str
) -> None:
    assert lines.named(file, concern) == name


def test_what_is_broken_now_is_left_to_the_other_checks(published: Path) -> None:
    write(published, {HELD: "program: [\n", "themes.yml": "patroli: [\n"})
    assert compared(published) == ()


def test_a_branch_that_lacks_the_newest_is_told_to_fetch_it(published: Path) -> None:
    git(published, "branch", "kerja")
    write(published, {**edit(HELD, FORGOTTEN), "outcomes/polsek-rekaan/b.yml": text(DONE)})
    commit(published)
    git(published, "tag", "terbaru")
    git(published, "checkout", "--quiet", "kerja")
    write(published, edit(MENDED, ("bulan lalu", "tahun lalu")))
    commit(published)
    newer = (
        "berkas ini sudah lebih baru di terbaru, dan cabang ini belum memuatnya. Ambil dulu: "
        "git merge terbaru"
    )
    lines = [line for line in said(compared(published, "terbaru")) if "belum-digabung" in line]
    assert lines == [
        f"outcomes/polsek-rekaan/b.yml:0 [belum-digabung] : {newer}",
        f"{HELD}:0 [belum-digabung] : {newer}",
    ]
    git(published, "merge", "--quiet", "--no-edit", "terbaru")
    (one,) = compared(published, "terbaru")
    assert (one.file, one.check) == (f"data/{MENDED}", "berubah-tanpa-koreksi")


def test_going_back_to_an_older_state_does_not_pass(published: Path) -> None:
    write(published, edit(HELD, FORGOTTEN))
    commit(published)
    git(published, "tag", "terbaru")
    git(published, "checkout", "--quiet", "terbit")
    assert [one.check for one in compared(published, "terbaru")] == ["belum-digabung"]


def test_a_merge_that_drops_what_came_from_one_side_does_not_pass(published: Path) -> None:
    git(published, "branch", "kerja")
    write(published, edit(HELD, FORGOTTEN))
    commit(published)
    git(published, "tag", "terbaru")
    git(published, "checkout", "--quiet", "kerja")
    write(published, edit(HELD, ("jumlah: 30", "jumlah: 300")))
    commit(published)
    git(published, "merge", "--quiet", "--strategy=ours", "--no-edit", "terbaru")
    assert [one.check for one in compared(published, "terbaru")] == [
        "berubah-tanpa-koreksi",
        "masukan-hilang",
    ]


def test_a_shallow_clone_fails_rather_than_passes(published: Path, tmp_path: Path) -> None:
    write(published, {"outcomes/polsek-rekaan/b.yml": text(DONE)})
    commit(published)
    git(tmp_path, "clone", "--quiet", "--depth=1", published.as_uri(), "dangkal")
    for ref in ("HEAD", "terbit"):
        with pytest.raises(CannotCompare, match="git fetch --unshallow"):
            compared(tmp_path / "dangkal", ref)
    git(tmp_path / "dangkal", "fetch", "--quiet", "--unshallow", "--tags")
    assert compared(tmp_path / "dangkal") == ()


@pytest.mark.parametrize("ref", ["tidak-ada", "", "--help", "HEAD:data"])
def test_an_unknown_ref_is_no_pass(published: Path, ref: str) -> None:
    with pytest.raises(CannotCompare):
        compared(published, ref)


def test_without_git_there_is_no_pass(published: Path) -> None:
    shutil.rmtree(published / ".git")
    with pytest.raises(CannotCompare):
        compared(published)


def test_files_git_was_told_not_to_look_at_are_looked_for_all_the_same(published: Path) -> None:
    git(published, "update-index", "--skip-worktree", f"data/{DONE}")
    write(published, {DONE: None})
    assert [one.check for one in compared(published)] == ["hilang-tanpa-ditarik"]


def test_the_command_tells_both_kinds_of_finding_at_once(
    published: Path, kabar: Kabar, monkeypatch: pytest.MonkeyPatch
) -> None:
    (published / "mkdocs.yml").write_text(CONFIG, encoding="utf-8")
    (published / "content").mkdir()
    (published / "content/index.md").write_text("# Beranda\n", encoding="utf-8")
    monkeypatch.chdir(published)
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1717200000")  # 1 June 2024
    assert kabar("check", "--against", "terbit").code == 0
    write(
        published,
        {
            **edit(HELD, ("jumlah: 30", "jumlah: 300"), ("akhir pekan", "akhir bulan")),
            "outcomes/polsek-rekaan/b.yml": "kejadian: selesai\n",
        },
    )
    found = kabar("check", "--against", "terbit")
    assert found.code == 1
    assert "`tanggal` belum ditulis." in found.out
    assert found.out.count("\nkoreksi:\n  - tanggal: 2024-06-01\n    bagian: hadir.jumlah\n") == 1
    assert found.out.count("koreksi:\n") == 1
    assert "    sebab:\n  - tanggal: 2024-06-01\n    bagian: komitmen.posko.isi\n" in found.out
    told_of = json.loads(kabar("check", "--against", "terbit", "--format", "json").out)
    assert {one["check"] for one in told_of} == {"isian", "berubah-tanpa-koreksi"}
    assert all(one["mending"] for one in told_of if one["check"] != "isian")
    notes = kabar("check", "--against", "terbit", "--format", "github").out.splitlines()
    assert len(notes) == len(told_of)
    assert any(f"file=data/{HELD},line=8," in note and "semula: 30%0A" in note for note in notes)
    write(published, {DONE: None})
    gone = kabar("check", "--against", "terbit", f"data/{DONE}")
    assert gone.code == 1
    assert "lalu hilang tanpa ditarik" in gone.out
    assert kabar("check", "--against", "terbit", "data/tidak-ada").code == 2
    unknown = kabar("check", "--against", "tidak-ada")
    assert (unknown.code, unknown.out) == (2, "")
    assert "`tidak-ada` tidak dikenal git." in unknown.err


LEAVES = [
    (name, path)
    for name in (HELD, MENDED, DONE, SHOWN)
    for path in yaml_text.positions(text(name).encode())
]


def value_at(tree: Any, path: tuple[str | int, ...]) -> Any:
    for step in path:
        tree = tree[step]
    return tree


@pytest.fixture(scope="module")
def scratch(published_once: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    root = tmp_path_factory.mktemp("ubah") / "proyek"
    shutil.copytree(published_once, root)
    return root


@given(
    st.sampled_from(
        [
            (name, path)
            for name, path in LEAVES
            if isinstance(value_at(yaml_text.parse(text(name).encode()).tree, path), str)
        ]
    ),
    st.sampled_from(
        [
            *("2024-02-20", "2024-05-09", "17", "semua warga", "lampu-jalan", "polsek-khayal"),
            *("keluhan", "setiap bulan", "selesai", "polres-contoh", "2024-03-01#jadwal", "malam"),
        ]
    ),
)
@settings(max_examples=60)
def test_no_published_value_changes_unnoticed(
    scratch: Path, leaf: tuple[str, tuple[str | int, ...]], value: str
) -> None:
    """Whatever stands at a place and can stand there is refused once it says something else."""
    name, path = leaf
    tree = yaml_text.parse(text(name).encode()).tree
    assert tree is not None
    owner = value_at(tree, path[:-1])
    old, owner[path[-1]] = owner[path[-1]], value
    kind = Kind(name.partition("/")[0])
    changed = record_text(kind, tree)
    if old == value or record_of(kind, changed.encode()) is None:
        return
    write(scratch, {name: changed})
    found = compared(scratch)
    write(scratch, {name: text(name)})
    assert [one for one in found if one.is_error and one.file == f"data/{name}"]


@pytest.mark.parametrize("name", [HELD, AHEAD, MENDED, DONE, SHOWN, BURIED, QUIET, PROGRAMME])
def test_writing_a_record_anew_changes_nothing(published: Path, name: str) -> None:
    tree = yaml_text.parse(text(name).encode()).tree
    assert tree is not None
    anew = record_text(Kind(name.partition("/")[0]), dict(reversed(tree.items())))
    write(published, {name: f"# Ditulis ulang\n{anew}"})
    assert compared(published) == ()


def test_writing_every_record_of_the_examples_anew_changes_nothing(tmp_path: Path) -> None:
    shutil.copytree(ROOT / "data", tmp_path / "data")
    git(tmp_path, "init", "--quiet")
    commit(tmp_path)
    for file in (tmp_path / "data").rglob("*.yml"):
        tree = yaml_text.parse(file.read_bytes()).tree
        kind = Kind(file.relative_to(tmp_path / "data").parts[0].removesuffix(".yml"))
        if tree is not None and not kind.is_table:
            file.write_text(record_text(kind, tree), encoding="utf-8")
    assert git(tmp_path, "status", "--porcelain")
    assert compared(tmp_path, "HEAD") == ()


def test_only_what_differs_is_read(published: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The cost follows the number of changed files, not of all there are."""
    write(published, edit(HELD, ("jumlah: 30", "jumlah: 300")))
    asked: list[str] = []

    def counted(kind: Kind, content: bytes) -> Record | None:
        asked.append(kind)
        return record_of(kind, content)

    monkeypatch.setattr("generator.checks.against.published.record_of", counted)
    assert compared(published)
    assert asked == [Kind.SESSION]


def test_the_explanations_are_among_those_officers_read() -> None:
    assert against.EXPLANATIONS.items() <= checks.explanations().items()
