"""Every kind of broken record is told with its file, line, column, and what to do.

Each case is a file in `tests/broken/` as an officer might have typed it, and beside it what has to
be said: `file:line:column [check] where: message`.
"""

from collections.abc import Mapping
from pathlib import Path

import pytest
import small_archive

from generator import archive, checks, records
from generator.findings import Finding

CASES = Path(__file__).with_name("broken")
NAMES = sorted(file.stem for file in CASES.glob("*.yml"))

SURROUNDINGS = {
    **small_archive.RECORDS,
    "sessions/polsek-khayal/2024-03-01.yml": """\
program: jumat-curhat
satuan: polsek-khayal
tanggal: 2024-03-01
tempat:
  desa: Khayal Indah
masukan:
  - id: lampu
    jenis: keluhan
    isi: Lampu jalan padam di dekat balai desa.
    janji:
      tenggat: 2024-04-01
  - id: selesai
    jenis: keluhan
    isi: Warga mengeluhkan balap liar.
""",
    "sessions/polsek-rekaan/2024-02-16.yml": """\
program: jumat-curhat
satuan: polsek-rekaan
tanggal: 2024-02-16
tempat:
  desa: Rekaan Jaya
masukan:
  - id: rahasia
    ditarik:
      tanggal: 2024-03-01
      alasan: privasi
      dasar: permintaan warga
""",
    "outcomes/polsek-khayal/2024-04-10.yml": """\
menjawab: 2024-03-01#selesai
tanggal: 2024-04-10
kejadian: selesai
uraian: Balap liar tidak terlihat lagi sejak penertiban.
""",
}
"""Valid records that the broken ones refer to."""


def said(case: str) -> list[str]:
    return (CASES / f"{case}.txt").read_text(encoding="utf-8").splitlines()


def as_data(case: str) -> Mapping[str, bytes]:
    """The case at the place its first finding names."""
    place = said(case)[0].partition(":")[0].removeprefix("data/")
    return {place: (CASES / f"{case}.yml").read_bytes()}


def told(root: Path, files: Mapping[str, bytes]) -> list[str]:
    data = small_archive.write(root, {**SURROUNDINGS, **files})
    reading = records.read(root, data)
    found = archive.build(reading.records, small_archive.TODAY)
    findings = {*reading.findings, *checks.run(found, root, data, reading)}
    return [shown(one) for one in sorted(findings)]


def shown(one: Finding) -> str:
    where = f" {one.where}:" if one.where else ""
    mild = "" if one.is_error else " (peringatan)"
    return f"{one.file}:{one.line}:{one.column} [{one.check}]{mild}{where} {one.message}"


def test_the_records_around_them_are_sound(tmp_path: Path) -> None:
    assert told(tmp_path, {}) == []


def test_there_are_many_kinds() -> None:
    assert len(NAMES) >= 20


@pytest.mark.parametrize("case", NAMES)
def test_a_broken_record_is_told_exactly(case: str, tmp_path: Path) -> None:
    assert told(tmp_path, as_data(case)) == said(case)


def test_all_of_them_are_told_in_one_run(tmp_path: Path) -> None:
    files = {name: content for case in NAMES for name, content in as_data(case).items()}
    assert len(files) == len(NAMES)
    assert sorted(told(tmp_path, files)) == sorted(line for case in NAMES for line in said(case))


@pytest.mark.parametrize("case", NAMES)
def test_no_personal_data_is_repeated(case: str) -> None:
    typed = (CASES / f"{case}.yml").read_text(encoding="utf-8")
    for personal in ("081234567890", "Budi", "rahasia"):
        assert personal not in "\n".join(said(case)) or personal not in typed


def test_every_finding_is_explained_to_officers() -> None:
    ids = {line.partition("[")[2].partition("]")[0] for case in NAMES for line in said(case)}
    assert ids <= checks.explanations().keys()
