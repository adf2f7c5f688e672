"""Lines that stand too far left or right, put in line with others; see `repair`."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from generator.text_rules import Problem
from generator.yaml_mistakes import sentences
from generator.yaml_mistakes.entries import Entry, entries_of, holder_of, home_of, run_from
from generator.yaml_mistakes.lines import has_content, indent
from generator.yaml_mistakes.repair import Repair, without

_LEVEL = 2
"""Records are written with as many spaces for each level."""


def aligned(lines: Sequence[str], entry: Entry, holder: Entry | None) -> Iterator[Repair]:
    """Move a line, or it and those that hang on it, or the one above, into line with the others.

    `entry` is the first in its line, `holder` what it hangs on.
    """
    run = list(run_from(lines, entry.line))
    # What stands too deep may go on with the text above it.
    doubted = ((holder.line, holder.column),) if holder and not holder.holds_entries else ()
    # Where both are out of line, what hangs on the line above was led astray by it.
    yield from _with_line_above(lines, entry)
    for column in _columns_near(lines, entry):
        by = column - entry.column
        beyond = _behind(lines, entry, by)
        yield _moved(lines, [entry.line], by, beyond, doubted)
        yield _moved(lines, run, by, beyond, doubted)
        if not entry.is_item:
            yield from _with_dash(lines, entry.line, column, beyond)
    if holder and not holder.holds_entries:
        yield replace(without(lines, holder), rank=3)


def _with_line_above(lines: Sequence[str], entry: Entry) -> Iterator[Repair]:
    above = _number_above(lines, entry.line)
    beyond = _behind(lines, entry, 0)
    for other in entries_of(lines[above], above) if above >= 0 else ():
        by = entry.column - other.column
        if not _alike(other, entry) or by == 0 or indent(lines[above]) + by < 0:
            continue
        told = Problem(above + 1, indent(lines[above]) + 1, sentences.unlike_below())
        moves = [_moved(lines, [above], by, beyond)]
        if not other.is_item:
            moves += _with_dash(lines, above, entry.column, beyond)
        # Where neither is out of line, it is the one libyaml stopped at.
        yield from (replace(one, told=told, rank=2 * one.rank) for one in moves)


def _behind(lines: Sequence[str], entry: Entry, by: int) -> tuple[int, int]:
    return entry.line + 1, entries_of(lines[entry.line], entry.line)[-1].column + by + 1


def _moved(
    lines: Sequence[str],
    numbers: Sequence[int],
    by: int,
    beyond: tuple[int, int],
    emptied: tuple[tuple[int, int], ...] = (),
) -> Repair:
    return Repair(
        {n: " " * max(0, indent(lines[n]) + by) + lines[n].lstrip(" ") for n in numbers},
        beyond,
        emptied=emptied,
        strayed=(numbers[0],),
        moved=dict.fromkeys(numbers, (0, by)),
        rank=int(_is_usual(lines, numbers[0])),
    )


def _with_dash(
    lines: Sequence[str], number: int, column: int, beyond: tuple[int, int]
) -> Iterator[Repair]:
    """Let a key begin an item, whose dash was forgotten."""
    text = lines[number].lstrip(" ")
    if column >= _LEVEL and not text.startswith("- "):
        better = f"{' ' * (column - _LEVEL)}- {text}"
        moved = {number: (0, column - indent(lines[number]))}
        rank = int(_is_usual(lines, number))
        yield Repair({number: better}, beyond, strayed=(number,), moved=moved, rank=rank)


def _is_usual(lines: Sequence[str], number: int) -> bool:
    """Whether a line stands where it would be written."""
    entry, home = entries_of(lines[number], number)[0], home_of(lines, number)
    if home is None:
        return entry.column == 0
    return entry.column - home.column in ((0, _LEVEL) if entry.is_item else (_LEVEL,))


def _columns_near(lines: Sequence[str], entry: Entry) -> list[int]:
    columns, line = {0}, entry.line
    while holder := holder_of(lines, line):
        line = holder.line
        columns |= {one.column for one in entries_of(lines[line], line) if _alike(one, entry)}
    above = _number_above(lines, entry.line)
    if above >= 0:
        columns |= {one.column for one in entries_of(lines[above], above) if _alike(one, entry)}
    near = sorted(columns - {entry.column}, key=lambda one: (abs(one - entry.column), -one))
    return near[:2]


def _number_above(lines: Sequence[str], number: int) -> int:
    return next((above for above in range(number - 1, -1, -1) if has_content(lines[above])), -1)


def _alike(one: Entry, other: Entry) -> bool:
    return one.is_item == other.is_item and bool(one.key) == bool(other.key)
