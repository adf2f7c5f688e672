"""A mistake is mended in its place, every other byte stays, and the record says what it said."""

import sys
from collections.abc import Mapping
from io import StringIO
from pathlib import Path
from typing import Any

import pexpect
import pytest
import small_archive
from kabar_command import CONFIG, Kabar
from small_archive import SESSION

from generator import correcting, records, site, yaml_text
from generator.checks.against.differences import MOVING
from generator.cli import questions
from generator.correcting import CannotCorrect, Plan, Wish, plan
from generator.correcting.fragments import changed_words
from generator.correcting.parts import part_named
from generator.correcting.spans import comments, spans
from generator.findings import has_errors
from generator.model import Answer, Commitment, Concern, Outcome, Promise, Scope, Session
from generator.outline import Holds, outline, outline_of
from generator.records import Kind
from generator.targets import UnknownRecord, target_of
from generator.writing import carry_out

TODAY = small_archive.TODAY
SESSION_FILE = "sessions/polsek-rekaan/2024-03-01.yml"
OUTCOME_FILE = "outcomes/polsek-rekaan/2024-03-20.yml"
ID = "polsek-rekaan/2024-03-01"

EVERY_SHAPE = """\
# Dari buku catatan.
program: jumat-curhat
satuan: [polsek-rekaan, polres-contoh]  # bersama
tanggal:   2024-03-01
moda: 'tatap muka'
waktu: 16.30
tempat:
  nama: "Balai Desa: Rekaan Jaya"   # tempat biasa

  desa: Rekaan Jaya
petugas:
  - {peran: [pimpinan, moderator], jabatan: Kapolsek Rekaan}
  - jabatan: Kanit
hadir:
  jumlah: sekitar 30 # menurut daftar hadir
  unsur: [warga, ketua RW]
masukan:
  # yang pertama
  - id: patroli
    jenis: permintaan
    tema: [patroli]
    isi: |
      Warga minta 300 lampu jalan dipasang
      di sepanjang jalan desa sampai ke pasar.

    # bukan isi
    jawaban:
      - jenis: komitmen
        isi: Kapolsek akan
          mengusulkan.
    janji:
      tenggat: 2024-04-01
      kata: bulan depan
  - id: jadwal
    jenis: pertanyaan
    isi: Kapan pos dibuka?
catatan:
  - Satu.
  - Dua.
# akhir
"""

ENTRY = """\
koreksi:
  - tanggal: 2024-06-01
    bagian: {part}
    semula: {before}
    menjadi: {after}
    sebab: salah ketik
"""

# part, what is typed, what goes, what comes in its place, what the correction says
SHAPES = {
    "a line": ("tempat.desa", "Rekaan Raya", "desa: Rekaan Jaya", "desa: Rekaan Raya",
               "Rekaan Jaya", "Rekaan Raya"),
    "a line in quotes before a comment": (
        "tempat.nama", "Balai Desa", '"Balai Desa: Rekaan Jaya"   #', "Balai Desa   #",
        "|\n      Balai Desa: Rekaan Jaya", "Balai Desa"),
    "a line that needs quotes": ("petugas.2.jabatan", "Kanit: Lantas", "- jabatan: Kanit\n",
                                 "- jabatan: 'Kanit: Lantas'\n",
                                 "Kanit", "|\n      Kanit: Lantas"),
    "a date behind three spaces": ("tanggal", "2024-02-29", "tanggal:   2024-03-01",
                                   "tanggal:   2024-02-29", "2024-03-01", "2024-02-29"),
    "a time": ("waktu", "16.00", "waktu: 16.30", "waktu: 16.00", "16.30", "16.00"),
    "a fixed word in quotes": ("moda", "keliling", "'tatap muka'", "keliling",
                               "tatap muka", "keliling"),
    "a number before a comment": ("hadir.jumlah", "sekitar 40", "sekitar 30 #", "sekitar 40 #",
                                  "sekitar 30", "sekitar 40"),
    "a list between brackets before a comment": (
        "satuan", "polsek-rekaan", "[polsek-rekaan, polres-contoh]  #", "[polsek-rekaan]  #",
        "|\n      polsek-rekaan, polres-contoh", "polsek-rekaan"),
    "a list of keys": ("masukan.patroli.tema", "patroli, lampu-jalan", "tema: [patroli]\n",
                       "tema: [patroli, lampu-jalan]\n",
                       "patroli", "|\n      patroli, lampu-jalan"),
    "an item between brackets": ("hadir.unsur.2", "ketua RT", "ketua RW]", "ketua RT]",
                                 "ketua RW", "ketua RT"),
    "a key between braces": ("petugas.1.jabatan", "Wakapolsek Rekaan", "Kapolsek Rekaan}",
                             "Wakapolsek Rekaan}", "Kapolsek Rekaan", "Wakapolsek Rekaan"),
    "a day of a promise": ("masukan.patroli.janji.tenggat", "2024-04-30", "2024-04-01",
                           "2024-04-30", "2024-04-01", "2024-04-30"),
    "a text below its key": (
        "masukan.patroli.isi",
        "Warga minta 30 lampu jalan dipasang\ndi sepanjang jalan desa sampai ke pasar.",
        "minta 300 lampu", "minta 30 lampu", "minta 300 lampu", "minta 30 lampu"),
    "a text beside its key": ("masukan.jadwal.isi", "Kapan pos ronda dibuka?",
                              "isi: Kapan pos dibuka?", "isi: Kapan pos ronda dibuka?",
                              "Kapan pos dibuka?", "Kapan pos ronda dibuka?"),
    "a text folded over lines": (
        "masukan.patroli.jawaban.1.isi", "Kapolsek sudah mengusulkan.",
        "isi: Kapolsek akan\n          mengusulkan.\n",
        "isi: Kapolsek sudah mengusulkan.\n",
        "Kapolsek akan mengusulkan.", "Kapolsek sudah mengusulkan."),
    "a key that goes": ("masukan.patroli.janji.kata", None, "      kata: bulan depan\n", "",
                        "bulan depan", "dihapus"),
    "an item that goes": ("catatan.2", None, "  - Dua.\n", "", "Dua.", "dihapus"),
}  # fmt: skip


def data_of(root: Path, files: Mapping[str, str]) -> Path:
    return small_archive.write(root, {**small_archive.RECORDS, **files})


def wish(to: str | None, **how: bool) -> Wish:
    return Wish(to, "salah  ketik", TODAY, **how)


def planned(root: Path, part: str, how: Wish, name: str = ID) -> Plan:
    data = root / "data"
    found = correcting.find(data, target_of(name, root, data))
    return plan(found, found.part(part), how, records.read(root, data).records)


@pytest.mark.parametrize("shape", SHAPES)
@pytest.mark.parametrize("ends", ["\n", "\r\n"], ids=["LF", "CRLF"])
def test_only_the_part_and_its_correction_change(shape: str, ends: str, tmp_path: Path) -> None:
    part, to, old, new, before, after = SHAPES[shape]
    data_of(tmp_path, {})
    (tmp_path / "data" / SESSION_FILE).write_bytes(EVERY_SHAPE.replace("\n", ends).encode())
    made = planned(tmp_path, part, wish(to)).change
    assert EVERY_SHAPE.count(old) == 1
    wanted = EVERY_SHAPE.replace(old, new)
    # The comment at the end of the file is about the whole of it.
    body, last = wanted.removesuffix("# akhir\n"), "# akhir\n"
    entry = ENTRY.format(part=part, before=before, after=after)
    text = (made.after or b"").decode()
    assert text.replace(ends, "\n") == body + entry + last
    assert text.count("\r") == (text.count("\n") if ends == "\r\n" else 0)


@pytest.mark.parametrize("shape", SHAPES)
def test_what_was_corrected_passes_every_check(shape: str, tmp_path: Path) -> None:
    part, to, *_rest = SHAPES[shape]
    data = data_of(tmp_path, {SESSION_FILE: EVERY_SHAPE})
    _archive, before = site.check(tmp_path, data, TODAY)
    carry_out([planned(tmp_path, part, wish(to)).change], data)
    _archive, after = site.check(tmp_path, data, TODAY)
    assert not has_errors(after), after
    assert {one.check for one in after} <= {one.check for one in before}


def test_every_part_of_a_record_can_be_named_as_it_is_listed(tmp_path: Path) -> None:
    data = data_of(tmp_path, {SESSION_FILE: EVERY_SHAPE})
    for name in (ID, f"data/{OUTCOME_FILE}"):
        found = correcting.find(data, target_of(name, tmp_path, data))
        assert len(found.parts) >= 4
        assert [found.part(one.name) for one in found.parts] == list(found.parts)
        assert len({one.name for one in found.parts}) == len(found.parts)


def test_every_field_of_the_model_can_be_corrected_but_what_names_and_what_mends() -> None:
    """A field added to the model can be corrected without a word here."""
    fixed = correcting.parts.FIXED
    for kind in (Kind.SESSION, Kind.OUTCOME):
        known = {one.key for one in outline(kind)}
        assert known & set(fixed) <= {"koreksi", "ditarik", "ditinjau"}
        assert len(known - set(fixed)) > 10


@pytest.mark.parametrize(
    ("name", "typed", "part"),
    [
        (f"{ID}#patroli", "isi", "masukan.patroli.isi"),
        (f"{ID}#patroli", "janji.tenggat", "masukan.patroli.janji.tenggat"),
        (f"{ID}#patroli", "masukan.patroli.isi", "masukan.patroli.isi"),
        (ID, "masukan.1.isi", "masukan.patroli.isi"),
        (ID, " masukan.patroli.isi ", "masukan.patroli.isi"),
        (f"https://uji.example/sesi/{ID}/#jadwal", "isi", "masukan.jadwal.isi"),
    ],
)
def test_a_part_is_found_by_the_names_people_use(
    tmp_path: Path, name: str, typed: str, part: str
) -> None:
    data = data_of(tmp_path, {})
    found = correcting.find(data, target_of(name, tmp_path, data))
    assert found.part(typed).name == part


def test_of_one_concern_only_its_own_parts_are_offered(tmp_path: Path) -> None:
    data = data_of(tmp_path, {})
    found = correcting.find(data, target_of(f"{ID}#jadwal", tmp_path, data))
    assert [one.name for one in found.parts] == ["masukan.jadwal.jenis", "masukan.jadwal.isi"]


@pytest.mark.parametrize(
    ("part", "to", "said"),
    [
        ("masukan.jadwal.lokasi", "Dusun Satu", "bukan koreksi"),
        ("masukan.jadwal.jawaban", "tidak ada", "bukan koreksi"),
        ("masukan.jadwal.janji.tenggat", None, "memang masih kosong"),
        ("hadir.jumlah", "30", "bukan koreksi"),
        ("masukan.patroli.id", "ronda", "tidak pernah berubah"),
        ("koreksi", "x", "sunting berkasnya"),
        ("masukan.patrol.isi", "x", "Maksud Anda masukan.patroli.isi"),
        ("masukan.ronda.isi", "x", "Tidak ada bagian bernama itu"),
        ("entah", "x", "Tidak ada bagian bernama itu"),
        ("", "x", "Tidak ada bagian bernama itu"),
        ("masukan.patroli.isi", "  ", "pakai --remove"),
        ("masukan.patroli.isi", "Warga berharap patroli ditingkatkan.", "sama dengan yang lama"),
        ("masukan", "x", "bukan satu isi"),
        ("masukan.patroli.janji", "x", r"misalnya masukan\.patroli\.janji\.tenggat"),
        ("masukan.patroli", None, "ditarik: kabar withdraw"),
        ("masukan", None, "ditarik: kabar withdraw"),
    ],
)
def test_what_is_no_correction_is_refused_and_the_way_shown(
    tmp_path: Path, part: str, to: str | None, said: str
) -> None:
    data_of(tmp_path, {})
    with pytest.raises(CannotCorrect, match=said):
        planned(tmp_path, part, wish(to))


@pytest.mark.parametrize(
    ("content", "said"),
    [
        ("ditarik:\n  tanggal: 2024-05-01\n  alasan: privasi\n  dasar: Aturan.\n", "sudah ditarik"),
        ("program: [\n", "kabar check data/sessions"),
    ],
)
def test_a_record_without_a_sound_content_is_not_corrected(
    tmp_path: Path, content: str, said: str
) -> None:
    data_of(tmp_path, {SESSION_FILE: content})
    with pytest.raises(CannotCorrect, match=said):
        planned(tmp_path, "tanggal", wish("2024-03-02"))


EMPTY: dict[type, tuple[Kind, str, dict[str, Any]]] = {
    Session: (Kind.SESSION, "", {}),
    Concern: (Kind.SESSION, "masukan.a.", {"masukan": [{"id": "a"}]}),
    Commitment: (Kind.SESSION, "komitmen.a.", {"komitmen": [{"id": "a"}]}),
    Promise: (Kind.SESSION, "komitmen.a.janji.", {"komitmen": [{"id": "a"}]}),
    Answer: (
        Kind.SESSION,
        "masukan.a.jawaban.1.",
        {"masukan": [{"id": "a", "jawaban": [{}]}]},
    ),
    Scope: (Kind.OUTCOME, "cakupan.", {"cakupan": {}}),
    Outcome: (Kind.OUTCOME, "", {}),
}


@pytest.mark.parametrize("owner", MOVING)
def test_what_the_comparison_wants_corrected_can_be_corrected(owner: type) -> None:
    kind, place, tree = EMPTY[owner]
    for field in outline_of(owner):
        name = f"{place}{field.key}"
        if field.holds is Holds.GROUP:
            continue  # made by filling one of its keys
        if field.key in MOVING[owner]:
            assert part_named(kind, tree, name).value == ""
        else:
            with pytest.raises(CannotCorrect):
                part_named(kind, tree, name)


@pytest.mark.parametrize(
    ("name", "part", "to", "added"),
    [
        (
            ID,
            "masukan.jadwal.janji.tenggat",
            "2024-05-01",
            "    janji:\n      tenggat: 2024-05-01\n",
        ),
        (ID, "masukan.patroli.janji.kata", "bulan depan", "      kata: bulan depan\n"),
        (f"data/{OUTCOME_FILE}", "waktu", "20.00", "waktu: 20.00\n"),
    ],
)
def test_what_was_forgotten_is_a_correction_where_it_moves_what_was_published(
    tmp_path: Path, name: str, part: str, to: str, added: str
) -> None:
    """A deadline that comes later puts a concern in another light; so it is told."""
    data = data_of(tmp_path, {})
    made = planned(tmp_path, part, wish(to), name)
    carry_out([made.change], data)
    assert made.entry["semula"] == "belum ditulis"
    assert added in (made.change.after or b"").decode()
    _archive, found = site.check(tmp_path, data, TODAY)
    assert not has_errors(found), found


def test_a_record_that_is_not_there_is_said(tmp_path: Path) -> None:
    data_of(tmp_path, {})
    with pytest.raises(UnknownRecord, match="Maksud Anda"):
        planned(tmp_path, "tanggal", wish("x"), "polsek-reka/2024-03-01")


def test_an_item_before_one_that_was_corrected_does_not_go(tmp_path: Path) -> None:
    """Its number would pass to the next, and the correction speak of another."""
    entry = ENTRY.format(part="catatan.2", before="Tiga.", after="Dua.")
    data_of(tmp_path, {SESSION_FILE: EVERY_SHAPE + entry})
    with pytest.raises(CannotCorrect, match="nomornya akan bergeser"):
        planned(tmp_path, "catatan.1", wish(None))


def test_corrections_stand_in_the_order_they_were_made(tmp_path: Path) -> None:
    data = data_of(tmp_path, {})
    for to in ("Rekaan Raya", "Rekaan Baru"):
        carry_out([planned(tmp_path, "tempat.desa", wish(to)).change], data)
    tree = yaml_text.parse((data / SESSION_FILE).read_bytes()).tree or {}
    told = [(one["semula"], one["menjadi"]) for one in tree["koreksi"]]  # type: ignore[call-overload,index]
    assert told == [("Rekaan Jaya", "Rekaan Raya"), ("Rekaan Raya", "Rekaan Baru")]


PERSONAL = "Pak Joko Susilo minta patroli malam."


def test_old_words_that_point_to_a_person_are_never_repeated(tmp_path: Path) -> None:
    was = SESSION.replace("Warga berharap patroli ditingkatkan.", PERSONAL)
    data_of(tmp_path, {SESSION_FILE: was})
    made = planned(tmp_path, "masukan.patroli.isi", wish("Warga minta patroli malam."))
    assert made.is_personal
    assert made.entry["semula"] == "dihapus"
    assert b"Joko" not in (made.change.after or b"")


def test_other_words_are_kept_back_when_that_is_asked_for(tmp_path: Path) -> None:
    data_of(tmp_path, {})
    made = planned(tmp_path, "tempat.desa", wish("Rekaan Raya", hides_old=True))
    assert made.entry["semula"] == "dihapus"
    assert not made.is_personal


LONG = "Warga RW 3 mengeluh lampu di jalan menuju pasar padam sejak bulan lalu dan belum diganti."


@pytest.mark.parametrize(
    ("old", "new", "pieces"),
    [
        ("300", "30", ("300", "30")),
        (LONG, LONG.replace("RW 3", "RW 4"), ("RW 3 mengeluh", "RW 4 mengeluh")),
        (
            LONG,
            LONG.replace("padam", "sering padam"),
            ("pasar padam", "pasar sering padam"),
        ),
        (
            LONG,
            LONG.replace(" dan belum diganti", ""),
            ("bulan lalu dan belum diganti.", "bulan lalu."),
        ),
        (LONG, f"{LONG} Gelap.", ("diganti.", "diganti. Gelap.")),
        (LONG, LONG.upper(), (LONG, LONG.upper())),
        (LONG, LONG.replace(" sejak", "\nsejak"), (LONG, LONG.replace(" sejak", "\nsejak"))),
    ],
)
def test_a_correction_repeats_the_words_that_differ(
    old: str, new: str, pieces: tuple[str, str]
) -> None:
    assert changed_words(old, new) == pieces


def test_every_value_and_every_comment_of_a_file_is_found_where_it_stands() -> None:
    found = {one.path: EVERY_SHAPE[one.start : one.end] for one in spans(EVERY_SHAPE)}
    assert found["hadir", "jumlah"] == "sekitar 30"
    assert found["petugas", 0, "peran", 1] == "moderator"
    assert found["tempat", "nama"] == '"Balai Desa: Rekaan Jaya"'
    told = comments(EVERY_SHAPE.encode())
    assert told == [one[one.index("#") :] for one in EVERY_SHAPE.splitlines() if "#" in one]
    assert comments(b"isi: |  # sebelah\n  # bukan komentar\n  kata\n") == ["# sebelah"]


# As an officer does it.


@pytest.fixture
def project(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    (tmp_path / "mkdocs.yml").write_text(CONFIG)
    (tmp_path / "content").mkdir()
    data_of(tmp_path, {})
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1717200000")  # 1 June 2024
    return tmp_path


def content(root: Path, file: str = SESSION_FILE) -> str:
    return (root / "data" / file).read_text()


def test_all_answers_can_be_options(project: Path, kabar: Kabar) -> None:
    given = ("--part", "janji.tenggat", "--to", "2024-06-30", "--because", "salah ketik")
    said = kabar("correct", f"{ID}#patroli", *given, "--yes")
    assert said.code == 0, said
    assert "Dibetulkan pada 1 Juni 2024: tenggat janji masukan “patroli”." in said.out
    # What the correction changes for residents besides is told before it is made.
    assert "Semula: [Tidak diketahui] [Jauh lewat tenggat]" in said.out
    assert "tenggat: 2024-06-30\n" in content(project)
    assert "bagian: masukan.patroli.janji.tenggat\n" in content(project)


def test_a_text_can_come_from_a_file_or_the_standard_input(project: Path, kabar: Kabar) -> None:
    (project / "baru.txt").write_text("Satu paragraf.\n\nDan lagi.\n")
    given = ("--part", "uraian", "--to-file", "baru.txt", "--because", "kurang lengkap", "--yes")
    assert kabar("correct", f"data/{OUTCOME_FILE}", *given).code == 0
    assert "uraian: |\n  Satu paragraf.\n\n  Dan lagi.\nkoreksi:" in content(project, OUTCOME_FILE)


def test_nothing_is_written_unless_every_check_passes(project: Path, kabar: Kabar) -> None:
    given = ("--part", "tanggal", "--to", "2024-05-01", "--because", "salah ketik", "--yes")
    said = kabar("correct", ID, *given)
    assert said.code == 1
    assert "Belum ditulis" in said.out
    assert f"data/{OUTCOME_FILE}" in said.out  # an answer before its session
    assert content(project) == SESSION
    assert not list(project.glob(".kabar-coba-*"))


def test_a_mistake_elsewhere_does_not_hold_a_correction_up(project: Path, kabar: Kabar) -> None:
    (project / "data/units/polsek-khayal.yml").write_text("rusak\n")
    given = ("--part", "tempat.desa", "--to", "Rekaan Raya", "--because", "salah ketik", "--yes")
    assert kabar("correct", ID, *given).code == 0


def test_new_words_that_point_to_a_person_are_refused(project: Path, kabar: Kabar) -> None:
    given = ("--part", "masukan.patroli.isi", "--to", PERSONAL, "--because", "salah", "--yes")
    said = kabar("correct", ID, *given)
    assert said.code == 1
    assert "Joko" not in said.out + said.err
    assert content(project) == SESSION


def test_a_persons_name_in_the_old_words_leads_to_the_history_of_git(
    project: Path, kabar: Kabar
) -> None:
    (project / "data" / SESSION_FILE).write_text(
        SESSION.replace("Warga berharap patroli ditingkatkan.", PERSONAL)
    )
    listed = kabar("correct", ID)
    assert listed.code == 2
    assert "Joko" not in listed.out + listed.err
    given = ("--part", "masukan.patroli.isi", "--to", "Warga minta patroli.", "--because", "nama")
    said = kabar("correct", ID, *given, "--yes")
    assert said.code == 0, said
    assert "Joko" not in said.out + said.err
    assert f"kabar purge data/{SESSION_FILE}" in said.out


@pytest.mark.parametrize(
    ("given", "said"),
    [
        ((), "masukan.patroli.isi: Warga berharap"),
        (("--part", "tanggal"), "--to"),
        (("--part", "tanggal", "--to", "2024-03-02"), "--because"),
        (("--part", "tanggal", "--to", "x", "--remove"), "pilih salah satu"),
    ],
)
def test_a_script_is_told_what_to_give(
    project: Path, kabar: Kabar, given: tuple[str, ...], said: str
) -> None:
    done = kabar("correct", ID, *given)
    assert done.code == 2
    assert said in done.out + done.err
    assert content(project) == SESSION


def test_the_officer_is_shown_it_and_asked_first(
    project: Path, kabar: Kabar, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("click.prompt", lambda *_all, **_some: "tidak")
    given = ("--part", "tempat.desa", "--to", "Rekaan Raya", "--because", "salah ketik")
    said = kabar("correct", ID, *given)
    assert said.code == 0
    assert "Semula: Rekaan Jaya" in said.out
    assert said.out.endswith("Tidak ada yang diubah.\n")
    assert content(project) == SESSION


def test_without_options_the_officer_is_asked_one_thing_after_another(project: Path) -> None:
    command = "from generator.cli import command; command()"
    officer = pexpect.spawn(
        sys.executable,
        ["-c", command, "correct", f"{ID}#patroli"],
        cwd=str(project),
        encoding="utf-8",
        timeout=60,
        dimensions=(40, 100),
    )
    officer.expect("Bagian mana yang salah")
    officer.send("tenggat\r")
    officer.expect("Semula: 2024-04-01")
    officer.expect("Isi yang benar")
    officer.send("\x7f" * 10 + "besok\r")
    officer.expect("Sebabnya")
    officer.send("\r")
    officer.expect("Belum ditulis")  # and it is asked once more
    officer.expect("Isi yang benar")
    officer.send("\x7f" * 10 + "2024-04-30\r")
    officer.expect("Sebabnya")
    officer.send("\r")
    officer.expect("Ketik ya untuk membetulkan")
    officer.sendline("ya")
    officer.expect("Sudah dibetulkan")
    officer.expect(pexpect.EOF)
    officer.close()
    assert officer.exitstatus == 0
    assert "tenggat: 2024-04-30\n" in content(project)
    assert "sebab: salah ketik\n" in content(project)


def test_in_a_plain_terminal_parts_and_words_are_chosen_by_their_numbers(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """The same questions as those of `kabar new`, which need no cursor where there is none."""
    monkeypatch.setenv("TERM", "dumb")
    data = data_of(tmp_path, {})
    found = correcting.find(data, target_of(f"{ID}#jadwal", tmp_path, data))
    archive, _findings = site.check(tmp_path, data, TODAY)
    choices = [(one, one.text) for one in found.parts]
    monkeypatch.setattr(sys, "stdin", StringIO("1\nkeluhan\n\n"))
    chosen = questions.part("Bagian mana yang salah?", choices)
    assert chosen.name == "masukan.jadwal.jenis"
    assert questions.value(chosen, archive, hides=False) == "keluhan"
    assert questions.cause() == "salah ketik"
    shown = capsys.readouterr().out
    assert "  1. masukan.jadwal.jenis: pertanyaan" in shown
    assert "pertanyaan\n" not in shown.partition("Isi yang benar")[2]
