"""Charts as numbers on a drawing board: where each bar lies, so that a template only prints it.

A board is `WIDTH` units wide and as high as it has to be; `_charts.html` draws it, and every chart
has a table beside it that says the same. Each bar begins at nought and stands alone: nothing is
stacked, since a stack adds what must not be added.
"""

from collections.abc import Iterable, Sequence
from enum import StrEnum

from generator.language import _
from generator.value import value
from generator.wording.days import number

WIDTH = 340
_LETTERS = 14
_BAR = 14
_ROW = 44
_NUMBER_ROOM = 60
_PANEL = 94
_BELOW = 20
_COLUMN_ROOM = 36
_TICKS = 8
_COUNT_ROOM = 38


class Band(StrEnum):
    """What a bar is filled with: a pattern of `_charts.html` and a colour of `angka.css`."""

    ANSWERED = "jawab"
    CLAIMED = "klaim"
    CONFIRMED = "benar"
    REFUSED = "tolak"
    NO_WORD = "sepi"
    IN_HAND = "jalan"
    UNKNOWN = "tanya"
    DAYS = "hari"


@value
class Part:
    """One number to be shown: what is counted, how many, and how its bar is filled."""

    label: str
    count: int
    band: Band


@value
class Bar:
    """One lying bar; `words_y` is where its label stands, `count_x` and `count_y` its number."""

    label: str
    count: str
    band: Band
    words_y: int
    y: int
    width: int
    count_x: int
    count_y: int


@value
class Bars:
    """A chart of lying bars. `key` begins every id in it; `description` says all it shows."""

    key: str
    title: str
    description: str
    width: int
    height: int
    bar: int
    bars: tuple[Bar, ...]


@value
class Column:
    """One standing bar; `count_y` is where its number stands."""

    count: str
    x: int
    middle: int
    y: int
    height: int
    count_y: int


@value
class Panel:
    """One row of standing bars, all of one kind; `floor` is the line they stand on."""

    label: str
    band: Band
    words_y: int
    floor: int
    columns: tuple[Column, ...]


@value
class Tick:
    """What a column is called, under it, each word on a line of its own."""

    words: str
    x: int


@value
class Panels:
    """Rows of standing bars over each other, with the same scale and the same columns.

    `counted` says whether there is room for the number of each column; `line` is how far apart
    the lines under them are.
    """

    key: str
    title: str
    description: str
    width: int
    height: int
    column: int
    counted: bool
    line: int
    panels: tuple[Panel, ...]
    ticks: tuple[Tick, ...]
    ticks_y: int


def bars(key: str, title: str, parts: Sequence[Part]) -> Bars:
    """Draw one bar for each number, all from nought and to the same scale."""
    most = max((one.count for one in parts), default=0)
    return Bars(
        key=key,
        title=title,
        description=described(parts),
        width=WIDTH,
        height=_ROW * len(parts),
        bar=_BAR,
        bars=tuple(_bar(one, row * _ROW, most) for row, one in enumerate(parts)),
    )


def panels(
    key: str, title: str, columns: Sequence[str], rows: Sequence[tuple[Part, Sequence[int]]]
) -> Panels:
    """Draw one row of columns for each kind; each row holds the numbers of all `columns`.

    Where a kind has none at all, only the description says so.
    """
    shown = [row for row in rows if any(row[1])]
    most = max((count for _part, counts in rows for count in counts), default=0)
    step = WIDTH // max(len(columns), 1)
    every = -(-len(columns) // _TICKS)
    height = _PANEL * len(shown)
    return Panels(
        key=key,
        title=title,
        description=" ".join(f"{part.label}: {_listed(columns, counts)}." for part, counts in rows),
        width=WIDTH,
        height=height + _LETTERS * max((len(one.split()) for one in columns), default=1),
        column=_column_width(step),
        counted=step >= _COUNT_ROOM,
        line=_LETTERS,
        panels=tuple(
            _panel(part, counts, top * _PANEL, most, step)
            for top, (part, counts) in enumerate(shown)
        ),
        ticks=tuple(
            Tick(words, place * step + step // 2)
            for place, words in enumerate(columns)
            if (len(columns) - 1 - place) % every == 0
        ),
        ticks_y=height,
    )


def described(parts: Iterable[Part]) -> str:
    """Say all a chart shows, for those who do not see it."""
    return "; ".join(f"{one.label}: {number(one.count)}" for one in parts) + "."


def _listed(columns: Sequence[str], counts: Sequence[int]) -> str:
    # A word between a year and its number: side by side they look like a number of somebody.
    return ", ".join(
        _("{column} ada {count}").format(column=words, count=number(count))
        for words, count in zip(columns, counts, strict=True)
    )


def _bar(part: Part, top: int, most: int) -> Bar:
    width = _scaled(part.count, most, WIDTH - _NUMBER_ROOM)
    return Bar(
        label=part.label,
        count=number(part.count),
        band=part.band,
        words_y=top + _LETTERS,
        y=top + _LETTERS + 5,
        width=width,
        count_x=width + 6,
        count_y=top + _LETTERS + 5 + _BAR - 2,
    )


def _panel(part: Part, counts: Sequence[int], top: int, most: int, step: int) -> Panel:
    floor = top + _PANEL - _BELOW
    return Panel(
        label=part.label,
        band=part.band,
        words_y=top + _LETTERS,
        floor=floor,
        columns=tuple(
            _column(count, place * step, floor, _scaled(count, most, _COLUMN_ROOM), step)
            for place, count in enumerate(counts)
        ),
    )


def _column(count: int, left: int, floor: int, height: int, step: int) -> Column:
    return Column(
        count=number(count),
        x=left + (step - _column_width(step)) // 2,
        middle=left + step // 2,
        y=floor - height,
        height=height,
        count_y=floor - height - 3,
    )


def _column_width(step: int) -> int:
    return max(min(step * 2 // 3, 40), 2)


def _scaled(count: int, most: int, room: int) -> int:
    """As long as the number is large; one that is not nought can always be seen."""
    return max(count * room // most, 2) if count else 0
