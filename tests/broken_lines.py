"""Ways officers break a line of a sound record, each told at that line and nowhere else."""

import re
from collections.abc import Callable, Iterator, Mapping
from types import MappingProxyType
from typing import NamedTuple, TypeAlias

_ENTRY = re.compile(r"( *)((?:- )*)([\w-]+):(?: (.+))?")
_SIGN = re.compile(r"[\[|>\"'{]")

Way: TypeAlias = Callable[[re.Match[str]], str | None]


def _with_text(breaks: Callable[[str, str], str]) -> Way:
    """A way that only goes where a value is a few words on the line of its key."""

    def way(entry: re.Match[str]) -> str | None:
        value = entry[4]
        if not value or _SIGN.match(value):
            return None
        return breaks(f"{entry[1]}{entry[2]}{entry[3]}", value)

    return way


def _tab(entry: re.Match[str]) -> str | None:
    return entry[0].replace("  ", "\t", 1) if entry[1] else None


def _no_colon(entry: re.Match[str]) -> str | None:
    if entry[3] == "nama" and entry[4]:
        return None  # what stands right behind the word looks like somebody's name
    value = f" {entry[4]}" if entry[4] else ""
    return f"{entry[1]}{entry[2]}{entry[3]}{value}"


def _no_space_behind_dash(entry: re.Match[str]) -> str | None:
    return entry[0].replace("- ", "-", 1) if entry[2] else None


def _open_bracket(entry: re.Match[str]) -> str | None:
    value = entry[4] or ""
    return entry[0].removesuffix("]") if value.startswith("[") else None


def _behind_the_bar(entry: re.Match[str]) -> str | None:
    return f"{entry[0]} Warga" if entry[4] == "|" else None


def _one_space(by: int) -> Way:
    def way(entry: re.Match[str]) -> str | None:
        return f"{' ' * (len(entry[1]) + by)}{entry[0].lstrip(' ')}" if entry[1] else None

    return way


WAYS: Mapping[str, Way] = MappingProxyType(
    {
        "colon in text": _with_text(lambda key, value: f"{key}: {value}: lagi"),
        "no space": _with_text(lambda key, value: f"{key}:{value}"),
        "special sign": _with_text(lambda key, value: f"{key}: %{value}"),
        "alias": _with_text(lambda key, value: f"{key}: *{value}"),
        "unclosed quote": _with_text(lambda key, value: f'{key}: "{value}'),
        "quotes in quotes": _with_text(lambda key, value: f'{key}: "{value} "lagi" x"'),
        "comment in text": _with_text(lambda key, value: f"{key}: {value} #3"),
        "wide colon": _with_text(lambda key, value: f"{key}\uff1a{value}"),
        "no colon": _no_colon,
        "tab": _tab,
        "no space behind dash": _no_space_behind_dash,
        "open bracket": _open_bracket,
        "behind the bar": _behind_the_bar,
        "a space too many": _one_space(1),
        "a space too few": _one_space(-1),
    }
)


class Break(NamedTuple):
    """A line (from 1) as it is broken, and the name of the way."""

    line: int
    way: str
    typed: str


def breaks(text: str) -> Iterator[Break]:
    """Give every way every line of a record can be broken."""
    text_below = -1
    for number, line in enumerate(text.split("\n"), 1):
        column = len(line) - len(line.lstrip())
        if text_below >= 0 and column > text_below:
            continue  # what stands in a text of its own is no mistake
        text_below = column if line.endswith("|") else -1
        if entry := _ENTRY.fullmatch(line):
            for name, way in WAYS.items():
                if typed := way(entry):
                    yield Break(number, name, typed)


def blocks(text: str) -> list[list[Break]]:
    """Give the ways of each block by itself: a key at the left, an item of a list below one."""
    lines = text.split("\n")
    begin = [number for number, line in enumerate(lines, 1) if re.match(r"(?:  - )?\S", line)]
    ways = list(breaks(text))
    ends = [*begin[1:], len(lines) + 1]
    found = [
        [one for one in ways if start <= one.line < end]
        for start, end in zip(begin, ends, strict=True)
    ]
    return [one for one in found if one]


def broken(text: str, *faults: Break) -> str:
    """Give a record with some of its lines broken."""
    lines = text.split("\n")
    for one in faults:
        lines[one.line - 1] = one.typed
    return "\n".join(lines)
