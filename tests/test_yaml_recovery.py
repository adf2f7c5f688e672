"""Every mistake in how a file is written is told in one run, and none is followed by an echo.

What whole files with several mistakes are told stands in `tests/broken/`.
"""

from collections.abc import Sequence
from pathlib import Path

import broken_lines
import pytest
import small_archive
import yaml
from broken_lines import Break, broken
from hypothesis import given, settings
from hypothesis import strategies as some
from test_yaml_text import SOUP

from generator import archive, checks, records, yaml_text
from generator.checks import privacy
from generator.findings import Finding
from generator.records import Kind, faults
from generator.text_rules import MAX_BYTES
from generator.yaml_mistakes import recovery

SESSION = "sessions/polsek-rekaan/2024-03-08.yml"
OUTCOME = "outcomes/polsek-rekaan/2024-03-20.yml"

SOUND = {
    SESSION: """\
program: jumat-curhat
satuan: polsek-rekaan
tanggal: 2024-03-08
waktu: 16.30 WIB
tempat:
  nama: Balai desa
  desa: Rekaan Jaya
ringkasan: |
  Warga bertanya: kapan pos dibuka?
  - jadwal: belum ada
petugas:
  - peran: pimpinan
    jabatan: Kapolsek
  - jabatan: Kanit Binmas
    peran: pendamping
hadir:
  jumlah: 30
  unsur: [tokoh masyarakat]
masukan_diterima: 5
masukan:
  - id: satu
    jenis: keluhan
    tema: [patroli]
    isi: |
      Warga berharap: patroli
      ditingkatkan.
    janji:
      tenggat: 2024-04-01
      kata: bulan depan
  - id: dua
    jenis: pertanyaan
    isi: Warga bertanya kapan pos dibuka.
    jawaban:
      jenis: penjelasan
      isi: Pos dibuka setiap hari.
    sebelumnya: 2024-03-01#jadwal
sumber:
  - judul: Kabar desa
    penerbit: Desa Rekaan Jaya
""",
    OUTCOME: """\
menjawab: 2024-03-01#patroli
tanggal: 2024-03-20
kejadian: dikerjakan
uraian: |
  Patroli malam dilakukan tiga kali.
bentuk: patroli
ukuran:
  - jumlah: 3
    berupa: kali patroli
  - berupa: jam
    jumlah: 9
sumber:
  - judul: Kabar desa
    penerbit: Desa Rekaan Jaya
""",
    "units/polsek-rekaan.yml": small_archive.REGISTRIES["units/polsek-rekaan.yml"],
    "programs/jumat-curhat.yml": """\
nama: Jumat Curhat
alias: [Curhat]
tenggat_bawaan:
  - sejak: 2020-01-01
    hari: 14
    dasar: kebiasaan
""",
    "themes.yml": """\
patroli:
  nama: Patroli
  sinonim: [ronda]
lampu-jalan:
  nama: Lampu jalan
  sinonim: [gelap]
rumah-tangga:
  nama: Kekerasan dalam rumah tangga
  peka: ya
""",
    "reasons.yml": small_archive.REGISTRIES["reasons.yml"],
}

CONTENT_FAULTS = {
    "unknown programme": ("program: jumat-curhat", "program: jumat-curhatt"),
    "no such day": ("2024-03-08", "2024-03-38"),
    "no such time": ("16.30 WIB", "26.30 WIB"),
    "no place": ("  nama: Balai desa\n  desa: Rekaan Jaya\n", "  tidak: ada\n  juga: tidak\n"),
    "misspelt word": ("peran: pimpinan", "peran: pimpinann"),
    "misspelt key": ("  unsur:", "  unsurr:"),
    "fewer received than written": ("masukan_diterima: 5", "masukan_diterima: 1"),
    "two of one id": ("id: dua", "id: satu"),
    "unknown theme": ("[patroli]", "[patroli, patrol]"),
    "no text": ("    isi: Warga bertanya kapan pos dibuka.\n", ""),
    "no such deadline": ("tenggat: 2024-04-01", "tenggat: besok"),
    "unknown concern": ("#jadwal", "#jadwall"),
    "unknown key": ("sumber:", "warna: biru\nsumber:"),
}


def told(root: Path, **files: str) -> list[Finding]:
    data = small_archive.write(root, {**small_archive.RECORDS, **SOUND, **files})
    reading = records.read(root, data)
    found = archive.build(reading.records, small_archive.TODAY)
    said = {*reading.findings, *checks.run(found, root, data, reading)}
    return sorted({*said, *privacy.examining(root, data, reading)()})


def places(findings: Sequence[Finding]) -> list[tuple[str, int]]:
    return [(one.file.removeprefix("data/"), one.line) for one in findings]


def test_the_records_are_sound(tmp_path: Path) -> None:
    assert told(tmp_path) == []


def test_there_are_many_ways_to_break_a_line() -> None:
    used = {one.way for text in SOUND.values() for one in broken_lines.breaks(text)}
    assert used == broken_lines.WAYS.keys()
    assert len(used) >= 15


@pytest.mark.parametrize("name", SOUND)
def test_each_mistake_alone_is_told_at_its_line_and_nothing_else(name: str, tmp_path: Path) -> None:
    for one in broken_lines.breaks(SOUND[name]):
        said = told(tmp_path, **{name: broken(SOUND[name], one)})
        assert places(said) == [(name, one.line)], one


@some.composite
def several(draw: some.DrawFn) -> tuple[str, list[Break]]:
    """A file and mistakes in two to five of its blocks."""
    name = draw(some.sampled_from(list(SOUND)))
    blocks = broken_lines.blocks(SOUND[name])
    chosen = draw(
        some.lists(some.integers(0, len(blocks) - 1), min_size=2, max_size=5, unique=True)
    )
    return name, [draw(some.sampled_from(blocks[number])) for number in sorted(chosen)]


@settings(max_examples=300, deadline=None)
@given(case=several())
def test_mistakes_in_several_blocks_are_told_in_these_and_nowhere_else(
    tmp_path_factory: pytest.TempPathFactory, case: tuple[str, list[Break]]
) -> None:
    name, faulty = case
    said = told(tmp_path_factory.mktemp("rusak"), **{name: broken(SOUND[name], *faulty)})
    assert places(said) == [(name, one.line) for one in faulty]


@settings(max_examples=200, deadline=None)
@given(
    fault=some.sampled_from(list(CONTENT_FAULTS)),
    number=some.integers(0, 1_000),
)
def test_a_mistake_in_writing_makes_up_nothing_about_the_rest(
    tmp_path_factory: pytest.TempPathFactory, fault: str, number: int
) -> None:
    typed = SOUND[SESSION].replace(*CONTENT_FAULTS[fault], 1)
    ways = list(broken_lines.breaks(typed))
    one = ways[number % len(ways)]
    alone = told(tmp_path_factory.mktemp("isi"), **{SESSION: typed})
    together = told(tmp_path_factory.mktemp("semua"), **{SESSION: broken(typed, one)})
    assert alone
    assert [each for each in together if each.line == one.line and each.check == faults.YAML]
    assert {(each.line, each.message) for each in together if each.line != one.line} <= {
        (each.line, each.message) for each in alone
    }


def test_what_is_wrong_in_a_record_is_told_beside_what_is_wrong_with_its_writing(
    tmp_path: Path,
) -> None:
    typed = SOUND[SESSION]
    for name in ("no such time", "misspelt word", "unknown theme", "unknown concern"):
        typed = typed.replace(*CONTENT_FAULTS[name], 1)
    typed = typed.replace("nama: Balai", "nama: Balai: ").replace("judul: Kabar", 'judul: "Kabar')
    assert [(one.line, one.check) for one in told(tmp_path, **{SESSION: typed})] == [
        (4, "isian"),
        (6, "yaml"),
        (12, "isian"),
        (23, "kunci-tidak-dikenal"),
        (36, "masukan-tidak-dikenal"),
        (38, "yaml"),
    ]


# What others say of a file that cannot be read whole.
ANSWER = SOUND[OUTCOME].replace("2024-03-01#patroli", "2024-03-08#satu")


@pytest.mark.parametrize(
    ("right", "wrong"),
    [
        ("masukan:\n", "masukan\n"),
        ("  - id: satu", "  - id satu"),
        ("  - id: satu", "  -id: satu"),
        ("  - id: satu", '  - id: "satu'),
        ("  - id: satu", "   - id: satu"),
        ("  - id: satu", "\t- id: satu"),
        ("    jenis: keluhan", "   jenis: keluhan"),
        ("    jenis: keluhan", "    jenis: keluhan: x"),
        ("program: jumat-curhat", "program: @jumat-curhat"),
        ("masukan:\n", "---\nmasukan:\n"),
        ("masukan:\n", "<<<<<<< a\nmasukan:\n=======\n>>>>>>> b\n"),
    ],
)
def test_a_report_of_a_concern_that_is_there_dangles_never(
    right: str, wrong: str, tmp_path: Path
) -> None:
    said = told(tmp_path, **{SESSION: SOUND[SESSION].replace(right, wrong, 1), OUTCOME: ANSWER})
    assert said
    assert {one.file for one in said} == {f"data/{SESSION}"}


def test_a_report_of_a_concern_that_is_not_there_is_told_when_all_ids_can_be_read(
    tmp_path: Path,
) -> None:
    files = {
        SESSION: SOUND[SESSION].replace("desa: Rekaan Jaya", "desa: Rekaan: Jaya", 1),
        OUTCOME: ANSWER.replace("#satu", "#satuu"),
    }
    assert places(told(tmp_path, **files)) == [(OUTCOME, 1), (SESSION, 7)]


@pytest.mark.parametrize("name", [one for one in SOUND if "polsek-rekaan/" not in one])
def test_nothing_that_refers_to_a_broken_registry_is_said_to_dangle(
    name: str, tmp_path: Path
) -> None:
    for one in broken_lines.breaks(SOUND[name]):
        said = told(tmp_path, **{name: broken(SOUND[name], one), OUTCOME: ANSWER})
        assert {each.file for each in said} == {f"data/{name}"}


def test_nobody_is_asked_for_a_review_that_cannot_be_read(tmp_path: Path) -> None:
    review = "ditinjau:\n  oleh: Kasi Humas\n  tanggal: 2024-03-09\n  sebab: sudah dibaca\n"
    typed = SOUND[SESSION].replace("kapan pos dibuka.", "tentang KDRT.") + review
    assert told(tmp_path, **{SESSION: typed}) == []
    for line in ("ditinjau", "ditinjau: x: y"):
        said = told(tmp_path, **{SESSION: typed.replace("ditinjau:", line)})
        assert {one.check for one in said} == {faults.YAML}


# Whatever is thrown at it.
@given(SOUP)
def test_no_mistake_is_told_twice_and_what_is_left_has_its_places(typed: str) -> None:
    document = yaml_text.parse(typed.encode())
    assert len(set(document.problems)) == len(document.problems)
    assert list(document.problems) == sorted(document.problems)
    if document.rest:
        assert document.problems
        assert isinstance(document.rest.tree, dict)
        assert () in document.rest.places


@settings(max_examples=300, deadline=None)
@given(
    name=some.sampled_from(list(SOUND)),
    cuts=some.lists(some.tuples(some.floats(0, 1), some.integers(0, 20), SOUP), max_size=4),
)
def test_whatever_becomes_of_a_record_something_is_said_of_it(
    name: str, cuts: list[tuple[float, int, str]]
) -> None:
    text = SOUND[name]
    for where, length, instead in cuts:
        at = int(where * len(text))
        text = text[:at] + instead[:12] + text[at + length :]
    kind = Kind(name.partition("/")[0].removesuffix(".yml"))
    said, _mended = faults.of_content("data/", name, kind, text.encode())
    assert len(set(said)) == len(said)
    assert bool(said) or yaml_text.parse(text.encode()).tree is not None


HOSTILE = [
    *("a: b: c\n", "a: 'b\n", "\ta: b\n", "- a: b\n -c\n", "a:\n ", "a\n", "- - - ", "[a\n"),
    *("a: b\n---\n", "...\na: b\n", "<<<<<<<\na: b\n=======\n", " a: b\n  c\n", "a: |\n  b\n c\n"),
    *("a:b\n", "-a\n", "a: *b c\n", "a: b #c\n", "k: {a: [\n", "a: b\n  c: d\n   e: f\n", "a: %\n"),
]


@pytest.mark.parametrize("unit", HOSTILE)
def test_a_hostile_file_is_read_a_limited_number_of_times(
    unit: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    begun: list[int] = []
    loader = yaml.CBaseLoader

    def counted(text: str) -> yaml.CBaseLoader:
        begun.append(len(text))
        return loader(text)

    monkeypatch.setattr(yaml, "CBaseLoader", counted)
    for before in ("", "a: b\n", "m:\n  - x: y\n"):
        begun.clear()
        typed = (before + unit * MAX_BYTES)[: MAX_BYTES // 4]
        document = yaml_text.parse(typed.encode())
        assert document.problems or document.tree
        assert len(begun) <= recovery.MAX_READINGS + 2
