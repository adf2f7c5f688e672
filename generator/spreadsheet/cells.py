"""What stands in a workbook, whatever program wrote it: sheets, rows, cells with their place."""

import datetime
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from typing import TypeAlias

from generator.errors import KabarError


class CannotRead(KabarError):
    """A file cannot be read as a workbook at all; the message says what to do instead."""


class NoResult(StrEnum):
    """Why a formula gives no value: it was never calculated, or it ended in an error."""

    NEVER_CALCULATED = "tanpa hasil"
    ERROR = "galat"


Value: TypeAlias = (
    str | bool | int | float | datetime.datetime | datetime.time | datetime.timedelta | NoResult
)


@dataclass(frozen=True, slots=True)
class Cell:
    """One cell that holds something. `form` is its number format, "" where it has none.

    In every row of a merged cell stands the same Cell, with the place of its first row.
    """

    row: int
    column: int
    value: Value
    form: str = ""

    @property
    def name(self) -> str:
        """Its place as the officer's program shows it: `B7`."""
        return f"{letters(self.column)}{self.row}"


@dataclass(frozen=True, slots=True)
class Row:
    """A row with at least one filled cell; `cells` by the number of their column, from 1."""

    number: int
    cells: Mapping[int, Cell]
    is_hidden: bool = False


@dataclass(frozen=True, slots=True)
class Span:
    """A merged cell, from its first row and column to its last."""

    top: int
    left: int
    bottom: int
    right: int

    @property
    def size(self) -> int:
        """How many cells it covers."""
        return (self.bottom - self.top + 1) * (self.right - self.left + 1)


@dataclass(frozen=True, slots=True)
class Sheet:
    """A sheet with its filled rows, in order; `number` counts sheets from 1."""

    number: int
    name: str
    rows: tuple[Row, ...]
    is_hidden: bool = False
    hidden_columns: frozenset[int] = field(default_factory=frozenset)
    spans: tuple[Span, ...] = ()


@dataclass(frozen=True, slots=True)
class Book:
    """All sheets of a file. `has_remarks` and `has_links`: it holds what is not read."""

    sheets: tuple[Sheet, ...]
    has_remarks: bool = False
    has_links: bool = False


def letters(column: int) -> str:
    """Give the letters of a column: 1 is A, 27 is AA."""
    said = ""
    while column:
        column, rest = divmod(column - 1, 26)
        said = chr(ord("A") + rest) + said
    return said


def numbers(name: str) -> tuple[int, int]:
    """Give row and column of a place such as `B7`; raises ValueError for anything else."""
    head = name.rstrip("0123456789")
    if not head.isascii() or not head.isalpha() or head == name:
        raise ValueError(name)
    column = 0
    for letter in head.upper():
        column = column * 26 + ord(letter) - ord("A") + 1
    return int(name[len(head) :]), column


def with_spans(rows: Mapping[int, dict[int, Cell]], spans: tuple[Span, ...]) -> None:
    """Let a cell that is merged downwards stand in every row it covers, changing `rows`.

    Only rows that are there already: what is merged over blank rows says nothing of them.
    """
    for span in spans:
        cell = rows.get(span.top, {}).get(span.left)
        if cell is not None:
            for number in range(span.top + 1, span.bottom + 1):
                if number in rows:
                    rows[number].setdefault(span.left, cell)


def filled(rows: Mapping[int, Mapping[int, Cell]], hidden: frozenset[int]) -> Iterator[Row]:
    """Give the rows with something in them, in order."""
    for number in sorted(rows):
        if rows[number]:
            yield Row(number, rows[number], number in hidden)
