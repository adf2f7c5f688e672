"""An officer hears everything that is wrong in one run, however much it is."""

from collections.abc import Sequence
from pathlib import Path

import pytest
import small_archive
from hypothesis import given, settings
from hypothesis import strategies as some

from generator import archive, checks, records
from generator.records import Kind
from generator.records.mending import mend
from generator.yaml_text import Plain

SESSION = """\
program: jumat-curhat
satuan: polsek-rekaan
tanggal: 2024-03-08
waktu: 16.30 WIB
tempat:
  desa: Rekaan Jaya
hadir:
  jumlah: 30
masukan_diterima: 5
masukan:
  - id: satu
    jenis: keluhan
    tema: [patroli]
    isi: Warga berharap patroli ditingkatkan.
    janji:
      tenggat: 2024-04-01
  - id: dua
    jenis: pertanyaan
    isi: Warga bertanya kapan pos dibuka.
    jawaban:
      jenis: penjelasan
      isi: Pos dibuka setiap hari.
    sebelumnya: 2024-03-01#jadwal
sumber:
  - judul: Kabar desa
"""

# Each leaves every other line as it was, and is told whatever else is wrong.
FAULTS = {
    "unknown programme": ("program: jumat-curhat", "program: jumat-curhatt"),
    "unknown unit": ("satuan: polsek-rekaan", "satuan: polsek-rekaam"),
    "no such day": ("2024-03-08", "2024-03-38"),
    "no such time": ("16.30 WIB", "26.30 WIB"),
    "no place": ("tempat:\n  desa: Rekaan Jaya\n", ""),
    "no such amount": ("jumlah: 30", "jumlah: {banyak: sekali}"),
    "fewer received than written": ("masukan_diterima: 5", "masukan_diterima: 1"),
    "two of one id": ("id: dua", "id: satu"),
    "misspelt kind": ("jenis: keluhan", "jenis: keluan"),
    "unknown theme": ("[patroli]", "[patroli, patrol]"),
    "no text": ("    isi: Warga berharap patroli ditingkatkan.\n", ""),
    "no such deadline": ("tenggat: 2024-04-01", "tenggat: besok"),
    "answer without text": ("      isi: Pos dibuka setiap hari.\n", ""),
    "unknown concern": ("#jadwal", "#jadwall"),
    "misspelt key": ("  - judul: Kabar desa", "  - jdul: Kabar desa"),
    "unknown key": ("sumber:", "warna: biru\nsumber:"),
}


def told(root: Path, session: str) -> list[tuple[str, str]]:
    """What is said of a session, without the lines it is said at."""
    files = {**small_archive.RECORDS, "sessions/polsek-rekaan/2024-03-08.yml": session}
    data = small_archive.write(root, files)
    reading = records.read(root, data)
    found = archive.build(reading.records, small_archive.TODAY)
    said = (*reading.findings, *checks.run(found, root, data, reading))
    return sorted((one.check, one.message) for one in said)


def broken(faults: Sequence[str]) -> str:
    session = SESSION
    for name in faults:
        right, wrong = FAULTS[name]
        assert right in session, name
        session = session.replace(right, wrong, 1)
    return session


def test_the_session_is_sound(tmp_path: Path) -> None:
    assert told(tmp_path, SESSION) == []


@pytest.mark.parametrize("fault", FAULTS)
def test_each_fault_is_told_once(fault: str, tmp_path: Path) -> None:
    assert len(told(tmp_path, broken([fault]))) == 1


@settings(max_examples=150, deadline=None)
@given(faults=some.lists(some.sampled_from(list(FAULTS)), unique=True, min_size=2))
def test_many_faults_are_all_told_at_once(
    tmp_path_factory: pytest.TempPathFactory, faults: list[str]
) -> None:
    ordered = [name for name in FAULTS if name in faults]
    alone = [
        one for name in ordered for one in told(tmp_path_factory.mktemp("satu"), broken([name]))
    ]
    together = told(tmp_path_factory.mktemp("semua"), broken(ordered))
    assert as_parts(together) == as_parts(alone)


def as_parts(said: Sequence[tuple[str, str]]) -> list[tuple[str, str]]:
    """Findings apart: what one rule says of two things stands in one finding."""
    whole = "tempat belum ditulis; hanya siaran dan sesi daring boleh tanpa tempat"
    return sorted(
        (check, part)
        for check, message in said
        for part in message.replace(whole, "tempat belum ditulis").split("; ")
    )


def test_what_is_made_up_to_mend_a_record_is_never_spoken_of(tmp_path: Path) -> None:
    session = broken(["misspelt kind", "no such day"]).replace("id: dua", "id: Dua Kata")
    for _check, message in told(tmp_path, session):
        assert "2000-01-01" not in message
        assert "x1" not in message


def test_a_tree_is_left_as_it_was() -> None:
    tree: Plain = {"program": "jumat-curhat", "masukan": [{"id": "a", "jenis": "x"}]}
    assert mend(Kind.SESSION, tree).complaints
    assert tree == {"program": "jumat-curhat", "masukan": [{"id": "a", "jenis": "x"}]}


def test_an_outcome_is_checked_against_a_session_that_is_broken_elsewhere(tmp_path: Path) -> None:
    files = {
        "sessions/polsek-rekaan/2024-03-01.yml": small_archive.SESSION.replace(
            "jenis: pertanyaan", "jenis: tanya"
        ),
        "outcomes/polsek-rekaan/2024-03-20.yml": small_archive.OUTCOME.replace(
            "#patroli", "#patrol"
        ),
    }
    data = small_archive.write(tmp_path, files)
    reading = records.read(tmp_path, data)
    found = archive.build(reading.records, small_archive.TODAY)
    (said,) = checks.run(found, tmp_path, data, reading)
    assert (said.check, said.file) == (
        "masukan-tidak-dikenal",
        "data/outcomes/polsek-rekaan/2024-03-20.yml",
    )
    assert "patroli" in said.message
