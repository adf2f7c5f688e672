"""A workbook's file looked at before it is opened: what it is, and whether it is safe to read.

A workbook is a ZIP archive of XML. Whoever made it may have packed far more into it than its size
says, so everything is counted before anything is built. Nothing a workbook links to is fetched.
"""

import re
import zipfile
from collections.abc import Iterator
from dataclasses import dataclass, field
from io import BytesIO
from pathlib import Path
from typing import IO
from xml.etree.ElementTree import Element, ParseError, iterparse

from generator.language import _
from generator.spreadsheet.cells import CannotRead, Span, numbers

MOST_BYTES = 20_000_000
"""How large a file may be."""
MOST_UNPACKED = 100_000_000
MOST_PARTS = 1_000
MOST_ROWS = 20_000
MOST_COLUMNS = 300
MOST_CELLS = 600_000
"""All of a workbook: about 60 columns of 10,000 rows."""

_OLD_FORMAT = b"\xd0\xcf\x11\xe0"
_ENCRYPTED = "EncryptedPackage".encode("utf-16-le")
_ZIP = b"PK\x03\x04"
_WIDE = (b"\xff\xfe", b"\xfe\xff")
_CONTENT_TYPES = "[Content_Types].xml"
_IS_ENCRYPTED = 0x1
_MACROS = re.compile(r"vbaproject|macrosheets", re.IGNORECASE)


@dataclass(slots=True)
class Survey:
    """What a sheet holds, without its values. Rows and columns count from 1.

    `unsolved` are the cells whose formula was never calculated. `last_row` and `last_column` are
    the last that hold a value.
    """

    cells: int = 0
    last_row: int = 0
    last_column: int = 0
    hidden_rows: set[int] = field(default_factory=set)
    hidden_columns: set[int] = field(default_factory=set)
    unsolved: set[tuple[int, int]] = field(default_factory=set)
    spans: list[Span] = field(default_factory=list)


def content_of(file: Path) -> bytes:
    """Give the bytes of a file that is not too large; raises CannotRead."""
    try:
        if file.stat().st_size > MOST_BYTES:
            raise too_large()
        return file.read_bytes()
    except OSError as error:
        said = _("Berkas ini tidak dapat dibuka; periksa nama dan izinnya.")
        raise CannotRead(said) from error


def opened(content: bytes) -> zipfile.ZipFile:
    """Give the archive a workbook is, once it is known to be safe; raises CannotRead."""
    if content.startswith(_OLD_FORMAT):
        if _ENCRYPTED in content:
            raise _locked()
        raise CannotRead(
            _(
                "Ini berkas Excel lama (.xls). Buka di Excel atau LibreOffice, lalu simpan "
                "sebagai .xlsx."
            )
        )
    if not content.startswith(_ZIP):
        raise CannotRead(
            _("Ini bukan berkas Excel (.xlsx). Buka di Excel, lalu simpan lagi sebagai .xlsx.")
        )
    try:
        archive = zipfile.ZipFile(BytesIO(content))
    except (zipfile.BadZipFile, ValueError, OSError, NotImplementedError) as error:
        raise broken() from error
    _refuse_unsafe(archive)
    return archive


def survey(archive: zipfile.ZipFile, part: str, before: int = 0) -> Survey:
    """Look through one sheet, `before` cells of others counted; raises CannotRead."""
    try:
        with archive.open(part) as stream:
            return _Surveyor(before).look(stream)
    except (ParseError, KeyError, ValueError, OSError, EOFError, zipfile.BadZipFile) as error:
        raise broken() from error
    except CannotRead:
        raise
    except Exception as error:  # unpacking has errors of its own for every method of packing
        raise broken() from error


def broken() -> CannotRead:
    """Say that a file is damaged."""
    return CannotRead(
        _(
            "Berkas ini rusak atau tidak lengkap. Buka di Excel atau LibreOffice, simpan lagi "
            "sebagai .xlsx, lalu ulangi."
        )
    )


def too_large() -> CannotRead:
    """Say that a file holds too much."""
    return CannotRead(
        _(
            "Isi berkas ini terlalu banyak: paling banyak {rows} baris di setiap lembar, "
            "{columns} kolom, dan {size} MB. Pindahkan rekap yang diimpor ke berkas baru, atau "
            "bagi menjadi beberapa berkas."
        ).format(
            rows=f"{MOST_ROWS:,}".replace(",", "."),
            columns=MOST_COLUMNS,
            size=MOST_BYTES // 1_000_000,
        )
    )


def _locked() -> CannotRead:
    return CannotRead(
        _("Berkas ini dikunci dengan kata sandi. Buka di Excel, lepas kata sandinya, lalu simpan.")
    )


def _refuse_unsafe(archive: zipfile.ZipFile) -> None:
    parts = archive.infolist()
    names = [one.filename for one in parts]
    if len(parts) > MOST_PARTS or sum(one.file_size for one in parts) > MOST_UNPACKED:
        raise too_large()
    if any(one.flag_bits & _IS_ENCRYPTED for one in parts):
        raise _locked()
    if len(set(names)) != len(names):
        raise broken()
    if any(_MACROS.search(name) for name in names):
        raise with_macros()
    for one in parts:
        if one.filename.lower().endswith((".xml", ".rels")):
            _refuse_declarations(archive, one)


def with_macros() -> CannotRead:
    """Say that a workbook carries programs."""
    return CannotRead(
        _(
            "Berkas ini memuat makro (.xlsm), yaitu program yang dapat merusak komputer. Simpan "
            "sebagai buku kerja Excel biasa (.xlsx), lalu ulangi."
        )
    )


def _refuse_declarations(archive: zipfile.ZipFile, part: zipfile.ZipInfo) -> None:
    """Refuse a part whose own words may stand for others: no program writes such workbooks."""
    try:
        content = archive.read(part)
    except Exception as error:  # as above: every method of packing has errors of its own
        raise broken() from error
    if part.filename == _CONTENT_TYPES and b"macroEnabled" in content:
        raise with_macros()
    if b"<!DOCTYPE" in content or b"<!ENTITY" in content or content.startswith(_WIDE):
        raise broken()


class _Surveyor:
    """Goes through the XML of a sheet once, keeping no more of it than one row."""

    def __init__(self, before: int) -> None:
        self._before = before
        self._found = Survey()
        self._row = 0
        self._column = 0

    def look(self, stream: IO[bytes]) -> Survey:
        for event, element in iterparse(stream, events=("start", "end")):
            name = element.tag.rpartition("}")[2]
            if event == "start" and name == "row":
                self._start_row(element)
            elif event == "end" and name == "c":
                self._cell(element)
            elif event == "end" and name == "row":
                element.clear()
            elif event == "end" and name == "mergeCell":
                self._span(element)
            elif event == "start" and name == "col":
                self._columns(element)
        return self._found

    def _start_row(self, row: Element) -> None:
        self._row = int(row.get("r", self._row + 1))
        self._column = 0
        if _is_yes(row.get("hidden")):
            self._found.hidden_rows.add(self._row)

    def _cell(self, cell: Element) -> None:
        place = cell.get("r")
        self._column += 1
        if place is not None:
            self._row, self._column = numbers(place)
        parts = {part.tag.rpartition("}")[2]: part for part in cell}
        formula, value = parts.get("f"), parts.get("v")
        if (value is None or not value.text) and "is" not in parts:
            # The result of a formula may be an empty text; without a result it has no type.
            if formula is None or cell.get("t") == "str":
                return
            self._found.unsolved.add((self._row, self._column))
        self._found.cells += 1
        self._found.last_row = max(self._found.last_row, self._row)
        self._found.last_column = max(self._found.last_column, self._column)
        if (
            self._row > MOST_ROWS
            or self._column > MOST_COLUMNS
            or self._found.cells + self._before > MOST_CELLS
        ):
            raise too_large()

    def _span(self, merged: Element) -> None:
        first, _colon, last = merged.get("ref", "").partition(":")
        top, left = numbers(first)
        bottom, right = numbers(last or first)
        self._found.spans.append(Span(top, left, min(bottom, MOST_ROWS), right))
        if len(self._found.spans) > MOST_ROWS:
            raise too_large()

    def _columns(self, columns: Element) -> None:
        if _is_yes(columns.get("hidden")):
            first, last = int(columns.get("min", 0)), int(columns.get("max", 0))
            self._found.hidden_columns.update(_within(first, last))


def _within(first: int, last: int) -> Iterator[int]:
    yield from range(max(first, 1), min(last, MOST_COLUMNS) + 1)


def _is_yes(text: str | None) -> bool:
    return text in ("1", "true")
