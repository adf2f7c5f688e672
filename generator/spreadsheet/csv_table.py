"""A table of text (.csv) read into a sheet, whichever program wrote it."""

import csv
from io import StringIO

from generator.language import _
from generator.spreadsheet.cells import Book, CannotRead, Cell, Row, Sheet
from generator.spreadsheet.package import MOST_CELLS, MOST_COLUMNS, MOST_ROWS, too_large

_SEPARATORS = (";", ",", "\t")
_NAMED = "sep="
_WIDE = (b"\xff\xfe", b"\xfe\xff")
_SAMPLE = 20_000


def book_of(content: bytes) -> Book:
    """Give what stands in a table of text; raises CannotRead.

    It may be UTF-8 (with or without its mark), UTF-16, or what Excel on Windows writes (cp1252).
    Cells are parted by semicolon, comma or tab; text in quotes may run over several lines, which
    are one row, as in a spreadsheet.
    """
    text = _text(content)
    separator = _separator(text)
    is_named = text[: len(_NAMED)].casefold() == _NAMED
    rows: list[Row] = []
    count = 0
    for number, values in enumerate(_rows(text, separator), 1):
        cells = {
            column: Cell(number, column, value)
            for column, value in enumerate(values, 1)
            if value.strip()
        }
        count += len(cells)
        if number > MOST_ROWS or len(values) > MOST_COLUMNS or count > MOST_CELLS:
            raise too_large()
        if cells and not (is_named and number == 1):
            rows.append(Row(number, cells))
    return Book((Sheet(1, "", tuple(rows)),))


def _text(content: bytes) -> str:
    encoding = "utf-16" if content.startswith(_WIDE) else "utf-8-sig"
    try:
        return content.decode(encoding)
    except UnicodeDecodeError:
        pass
    try:
        return content.decode("cp1252")
    except UnicodeDecodeError as error:
        raise CannotRead(
            _("Huruf di berkas ini tidak terbaca. Simpan ulang sebagai CSV UTF-8, lalu ulangi.")
        ) from error


def _separator(text: str) -> str:
    """Give the sign between cells: the one Excel was told, else that which makes most of them."""
    first = text[: text.find("\n")].rstrip("\r") if "\n" in text else text
    if first[: len(_NAMED)].casefold() == _NAMED and first[len(_NAMED) :] in _SEPARATORS:
        return first[len(_NAMED) :]
    return max(_SEPARATORS, key=lambda one: _signs(text[:_SAMPLE], one))


def _signs(text: str, separator: str) -> int:
    try:
        return sum(len(row) - 1 for row in _rows(text, separator) if row)
    except CannotRead:
        return 0


def _rows(text: str, separator: str) -> list[list[str]]:
    try:
        return list(csv.reader(StringIO(text, newline=""), delimiter=separator))
    except csv.Error as error:
        raise CannotRead(
            _("Tabel ini tidak terbaca; mungkin ada tanda kutip yang tidak ditutup. Simpan ulang.")
        ) from error
