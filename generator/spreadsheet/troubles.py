"""What is wrong with a cell or a row, and what an officer should know of it."""

from collections.abc import Iterable
from dataclasses import dataclass

from generator.findings import Severity
from generator.language import _
from generator.records.names import is_showable
from generator.spreadsheet.cells import Cell, Sheet


@dataclass(frozen=True, slots=True, order=True)
class Trouble:
    """Something in a workbook to mend or to look at.

    `sheet` is the number of the sheet, 0 for the file; `row` 0 for a whole sheet; `cell` its place
    (`B7`) or "". `column` counts from 1, so that troubles are told from left to right; 0 for a
    whole row. `heading` says what the column holds. The message never repeats what was typed.
    """

    sheet: int
    row: int
    column: int
    cell: str
    heading: str
    message: str
    severity: Severity = Severity.ERROR

    @property
    def is_error(self) -> bool:
        """Whether nothing is written because of it."""
        return self.severity is Severity.ERROR


def error(sheet: Sheet, place: Cell | int, message: str, heading: str = "") -> Trouble:
    """Tell an error at a cell, or at a row as a whole."""
    return _trouble(sheet, place, message, heading, Severity.ERROR)


def note(sheet: Sheet, place: Cell | int, message: str, heading: str = "") -> Trouble:
    """Tell something to look at, which keeps nothing from being written."""
    return _trouble(sheet, place, message, heading, Severity.WARNING)


def has_errors(troubles: Iterable[Trouble]) -> bool:
    """Whether anything keeps the import from being written."""
    return any(one.is_error for one in troubles)


def sheet_name(sheet: Sheet) -> str:
    """Name a sheet, by its number where its name may be personal; "" for a table of text."""
    if not sheet.name:
        return ""
    return sheet.name if is_showable(sheet.name) else _("lembar ke-{n}").format(n=sheet.number)


def _trouble(
    sheet: Sheet, place: Cell | int, message: str, heading: str, severity: Severity
) -> Trouble:
    if isinstance(place, int):
        return Trouble(sheet.number, place, 0, "", heading, message, severity)
    return Trouble(sheet.number, place.row, place.column, place.name, heading, message, severity)
