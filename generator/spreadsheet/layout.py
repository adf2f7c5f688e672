"""Where things stand in a sheet: which kind of recap it is, and which column holds what."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from generator.language import _
from generator.records import Kind
from generator.records.names import is_quotable
from generator.records.nearest import nearest
from generator.spreadsheet.cells import Cell, Row, Sheet, letters
from generator.spreadsheet.columns import COUNTERS, Column, columns, known, plain, required
from generator.spreadsheet.troubles import Trouble, error, note

EXAMPLE = "contoh"
"""What stands in front of a row that only shows how to fill in the others."""

_LOOKED_AT = 40
_FEWEST = 2
_RECAPS = (Kind.SESSION, Kind.OUTCOME)


@dataclass(frozen=True, slots=True)
class Layout:
    """How a sheet is laid out. `columns` by number; `heading` is the row of their headings."""

    kind: Kind
    heading: int
    columns: Mapping[int, Column]
    troubles: tuple[Trouble, ...]

    @property
    def is_usable(self) -> bool:
        """Whether rows can be read at all."""
        return not any(one.is_error for one in self.troubles)


def layout_of(sheet: Sheet) -> Layout | None:
    """Give the layout of a sheet; None when nothing in it looks like the headings of a recap.

    Headings may stand in any order, below a title, and be written in one row or in two.
    """
    best: tuple[int, Kind, Row, dict[int, Column]] | None = None
    for row in sheet.rows[:_LOOKED_AT]:
        for kind in _RECAPS:
            found = _named(sheet, row, kind)
            score = len({one.path for one in found.values()})
            if score >= _FEWEST and (best is None or score > best[0]):
                best = (score, kind, row, found)
    if best is None:
        return None
    _score, kind, row, found = best
    troubles = (*_doubled(sheet, row, found), *_missing(sheet, row, kind, found))
    return Layout(kind, row.number, found, (*troubles, *_unknown(sheet, row, kind, found)))


def data_rows(sheet: Sheet, layout: Layout) -> Iterator[tuple[Row, bool]]:
    """Give the rows below the headings, and of each whether it is only an example.

    Headings that are repeated, as on a new page, are no row.
    """
    for row in sheet.rows:
        if row.number <= layout.heading or not row.cells:
            continue
        if _named(sheet, row, layout.kind).keys() >= layout.columns.keys():
            continue
        others = (cell for at, cell in row.cells.items() if at not in layout.columns)
        yield row, any(_is_example(cell) for cell in others)


def _named(sheet: Sheet, row: Row, kind: Kind) -> dict[int, Column]:
    names = known(kind)
    found: dict[int, Column] = {}
    for at, cell in row.cells.items():
        if not isinstance(cell.value, str):
            continue
        said = plain(cell.value)
        above = _above(sheet, row, at)
        column = names.get(f"{said} {above}") if above else None
        column = column or names.get(said)
        if column is not None:
            found[at] = column
    return found


def _above(sheet: Sheet, row: Row, column: int) -> str:
    """Give the heading over several headings, of two rows of headings."""
    for span in sheet.spans:
        if span.bottom == row.number - 1 and span.left <= column <= span.right > span.left:
            for other in sheet.rows:
                if other.number == span.top and span.left in other.cells:
                    return plain(str(other.cells[span.left].value))
    return ""


def _doubled(sheet: Sheet, row: Row, found: Mapping[int, Column]) -> Iterator[Trouble]:
    first: dict[tuple[str, ...], int] = {}
    for at, column in sorted(found.items()):
        if column.path in first:
            said = _(
                "ini dan kolom {other} sama-sama berisi {heading}; hapus salah satu, atau ganti "
                "judulnya"
            )
            yield error(
                sheet,
                row.cells[at],
                said.format(other=letters(first[column.path]), heading=column.heading),
            )
        first.setdefault(column.path, at)


def _missing(sheet: Sheet, row: Row, kind: Kind, found: Mapping[int, Column]) -> Iterator[Trouble]:
    there = {one.path for one in found.values()}
    headings = {one.path: one.heading for one in columns(kind)}
    for choice in required(kind):
        if not there & set(choice):
            said = _("belum ada kolom {heading}; tambahkan di baris judul ini")
            yield error(sheet, row.number, said.format(heading=headings[choice[0]]))


def _unknown(sheet: Sheet, row: Row, kind: Kind, found: Mapping[int, Column]) -> Iterator[Trouble]:
    used = {at for one in sheet.rows if one.number > row.number for at in one.cells}
    there = {one.path for one in found.values()}
    for at in sorted(used - found.keys()):
        cell = row.cells.get(at, Cell(row.number, at, ""))
        said = plain(str(cell.value))
        meant = nearest(said, known(kind)) if said else None
        if meant and known(kind)[meant].path not in there:
            heading = known(kind)[meant].heading
            yield error(
                sheet, cell, _("judul kolom ini tidak dikenal; maksud Anda {heading}?").format(
                    heading=heading
                )
            )  # fmt: skip
        elif said not in COUNTERS:
            name = f" `{said}`" if is_quotable(said) else ""
            yield note(
                sheet, cell, _("kolom{name} tidak dikenal, jadi isinya tidak diimpor").format(
                    name=name
                )
            )  # fmt: skip


def _is_example(cell: Cell) -> bool:
    return isinstance(cell.value, str) and plain(cell.value).startswith(EXAMPLE)
