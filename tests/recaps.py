"""Recaps as units keep them, made for a test: a workbook of rows, and the project it goes into."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from io import BytesIO
from pathlib import Path
from typing import Any
from zipfile import ZipFile

import small_archive
from kabar_command import CONFIG
from openpyxl import Workbook
from openpyxl.worksheet.worksheet import Worksheet

HEADINGS = (
    *("No", "Tanggal", "Satuan", "Program", "Nama tempat", "Desa"),
    *("Jenis masukan", "Isi masukan", "Tema", "Jenis jawaban", "Isi jawaban"),
)
"""What stands above the columns of `ROW`."""

ROW = (
    *(1, "2024-03-08", "Polsek Rekaan", "Jumat Curhat", "Balai Desa", "Rekaan Jaya"),
    *("keluhan", "Lampu jalan di pasar mati.", "Lampu jalan", "penjelasan", "Sudah dilaporkan."),
)
"""A row that is well."""

OUTCOME_HEADINGS = ("No", "Masukan yang dijawab", "Tanggal", "Kejadian", "Uraian")

Rows = Iterable[Sequence[object]]


def project(root: Path) -> Path:
    """Write a project that holds the small archive; give its data folder."""
    (root / "mkdocs.yml").write_text(CONFIG, encoding="utf-8")
    (root / "content").mkdir()
    return small_archive.write(root)


def row(**changed: object) -> tuple[object, ...]:
    """Give the row that is well with other values under some headings (`Isi_masukan=...`)."""
    values = dict(zip(HEADINGS, ROW, strict=True))
    for name, value in changed.items():
        assert name.replace("_", " ") in values
        values[name.replace("_", " ")] = value
    return tuple(values.values())


def workbook(
    file: Path,
    sheets: Mapping[str, Rows],
    change: Callable[[Workbook], None] | None = None,
) -> Path:
    """Write a workbook of these sheets; `change` does what rows cannot say."""
    book = Workbook()
    assert book.active
    book.remove(book.active)
    for title, rows in sheets.items():
        sheet: Worksheet = book.create_sheet(title)
        for values in rows:
            sheet.append(list(values))
    if change is not None:
        change(book)
    book.save(file)
    return file


def recap(file: Path, *rows: Sequence[object]) -> Path:
    """Write a workbook with one sheet of sessions."""
    return workbook(file, {"Rekap": [HEADINGS, *rows]})


def repacked(file: Path, change: Callable[[dict[str, bytes]], Any]) -> Path:
    """Change the parts a workbook is packed of."""
    with ZipFile(file) as archive:
        parts = {name: archive.read(name) for name in archive.namelist()}
    change(parts)
    stream = BytesIO()
    with ZipFile(stream, "w") as archive:
        for name, content in parts.items():
            archive.writestr(name, content)
    file.write_bytes(stream.getvalue())
    return file


def records(data: Path) -> dict[str, bytes]:
    """Give every file below a data folder."""
    return {
        file.relative_to(data).as_posix(): file.read_bytes()
        for file in sorted(data.rglob("*"))
        if file.is_file()
    }
