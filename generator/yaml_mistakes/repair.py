"""A guess at what a line may have meant that libyaml stops at; it can always be taken away.

A guess is made for reading on only, never to make a record of it. Where it is not what everybody
would write, what it stands for is in doubt (see `doubt`), and nothing is said about that. Lines and
columns count from 0, those of a `Problem` from 1.
"""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from generator.text_rules import Problem
from generator.yaml_mistakes.entries import Entry, is_entry_like, last_line

ANYWHERE = (0, 0)
WHOLE_LINE = 1 << 30

_NOTHING = "''"
_NOWHERE = -1
_KEY_WITHIN = re.compile(r"[,;] *[a-z_]+ *:(?: |$)")


@dataclass(frozen=True, slots=True)
class Repair:
    """Lines as they may be read; a guess is good if what is wrong next stands behind `beyond`.

    `beyond` is a line and a column counted from 1; what everybody would write leads ANYWHERE.
    `emptied` are places (line, column) whose value was taken away, `dropped` ones where nothing is
    left, `strayed` lines that may belong elsewhere. `moved` are lines in which something stands
    elsewhere now: behind which column, by how much. `told` is better said than the fault itself.
    The lowest `rank` is the likeliest.
    """

    lines: Mapping[int, str]
    beyond: tuple[int, int]
    emptied: tuple[tuple[int, int], ...] = ()
    dropped: tuple[tuple[int, int], ...] = ()
    strayed: tuple[int, ...] = ()
    moved: Mapping[int, tuple[int, int]] = field(default_factory=dict)
    told: Problem | None = None
    rank: int = 0


def without(lines: Sequence[str], entry: Entry) -> Repair:
    """Take away what an entry says, or all of it where it has neither key nor dash."""
    return (emptied if entry.key or entry.is_item else dropped)(lines, entry)


def emptied(lines: Sequence[str], entry: Entry) -> Repair:
    """Keep the key or the dash of an entry, and nothing else of it."""
    line, end = lines[entry.line], last_line(lines, entry)
    dash = "- " if entry.is_item else ""
    kept = f"{line[: entry.column]}{dash}{entry.key}"
    value = f"{kept.rstrip()} {_NOTHING}" if kept.strip() else _NOTHING
    at = entry.column + 2 if entry.is_item else entry.column
    below = range(entry.line + 1, end + 1)
    # What looks like a key in a text may have been one, of what holds the text.
    has_keys = bool(entry.value) and (
        bool(_KEY_WITHIN.search(entry.value)) or any(is_entry_like(lines[n]) for n in below)
    )
    return Repair(
        {entry.line: value, **dict.fromkeys(below, "")},
        (end + 1, WHOLE_LINE),
        emptied=((entry.line, at),),
        dropped=((entry.line, entry.column),) if has_keys else (),
    )


def dropped(lines: Sequence[str], entry: Entry) -> Repair:
    """Take an entry away."""
    end = last_line(lines, entry)
    gone = dict.fromkeys(range(entry.line, end + 1), "")
    # A sign in front of a line says nothing about where what follows belongs.
    is_in_place = entry.key or entry.value[:1].isalnum()
    column = entry.column if is_in_place else _NOWHERE
    return Repair(gone, (end + 1, WHOLE_LINE), dropped=((entry.line, column),))
