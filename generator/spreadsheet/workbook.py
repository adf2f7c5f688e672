"""A workbook (.xlsx) read into sheets of cells, as its file says it and without calculating."""

import re
import warnings
from collections import defaultdict
from importlib import import_module
from io import BytesIO
from typing import Any

from generator.errors import SettingsError
from generator.language import _
from generator.spreadsheet import package
from generator.spreadsheet.cells import Book, Cell, NoResult, Sheet, filled, with_spans
from generator.spreadsheet.package import Survey

_ERROR = "e"
_REMARKS = re.compile(r"xl/(?:threaded)?comments", re.IGNORECASE)
_LINKS = re.compile(r"xl/externallinks/", re.IGNORECASE)


def openpyxl(module: str = "openpyxl") -> Any:
    """Give a module of the library that reads and writes workbooks; raises SettingsError."""
    try:
        return import_module(module)
    except ImportError as error:
        raise SettingsError(
            _("Untuk berkas Excel, pasang dulu: pip install 'kabar-balik[spreadsheet]'")
        ) from error


def book_of(content: bytes) -> Book:
    """Give what stands in a workbook; raises CannotRead for what is broken, locked or too large.

    Values of formulas are those of the last calculation. Dates are dates, whichever day the
    workbook counts from. Pictures, charts and macros are never opened, and no link is followed.
    """
    excel = openpyxl("openpyxl.reader.excel")
    archive = package.opened(content)
    parts = frozenset(archive.namelist())
    sheets: list[Sheet] = []
    cells = 0
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # of styles and extensions nothing here looks at
        reader = _reader(excel, content)
        for number, (sheet, part) in enumerate(_parts(reader), 1):
            if part in parts and sheet.name in reader.wb.sheetnames:
                survey = package.survey(archive, part, cells)
                cells += survey.cells
                sheets.append(_sheet(number, reader.wb[sheet.name], sheet.state, survey))
    return Book(tuple(sheets), any(map(_REMARKS.match, parts)), any(map(_LINKS.match, parts)))


def _reader(excel: Any, content: bytes) -> Any:
    try:
        reader = excel.ExcelReader(
            BytesIO(content), read_only=True, data_only=True, keep_links=False
        )
        reader.read()
    except Exception as error:  # a damaged file ends in errors of every kind
        raise package.broken() from error
    return reader


def _parts(reader: Any) -> list[tuple[Any, str]]:
    return [
        (sheet, rel.target)
        for sheet, rel in reader.parser.find_sheets()
        if "chartsheet" not in rel.Type
    ]


def _sheet(number: int, worksheet: Any, state: str, survey: Survey) -> Sheet:
    rows: dict[int, dict[int, Cell]] = defaultdict(dict)
    if survey.last_row:
        try:
            for cell in _cells(worksheet, survey):
                rows[cell.row][cell.column] = cell
        except Exception as error:  # as above
            raise package.broken() from error
    for row, column in survey.unsolved:
        rows[row][column] = Cell(row, column, NoResult.NEVER_CALCULATED)
    with_spans(rows, tuple(survey.spans))
    return Sheet(
        number,
        worksheet.title,
        tuple(filled(rows, frozenset(survey.hidden_rows))),
        state != "visible",
        frozenset(survey.hidden_columns),
        tuple(survey.spans),
    )


def _cells(worksheet: Any, survey: Survey) -> list[Cell]:
    found = worksheet.iter_rows(
        min_row=1, max_row=survey.last_row, min_col=1, max_col=survey.last_column
    )
    return [
        Cell(
            one.row,
            one.column,
            NoResult.ERROR if one.data_type == _ERROR else one.value,
            one.number_format or "",
        )
        for row in found
        for one in row
        if one.value is not None and one.value != ""
    ]
