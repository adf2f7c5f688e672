"""Where the entries of a file begin and end, by their indentation alone, whatever YAML makes of it.

Lines and columns count from 0 here, as they do in a list of lines.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from generator.yaml_mistakes.lines import fault, has_content, indent

_DASH = re.compile(r"-(?: +|$)")
_KEY = re.compile(r"""(?:[^\W\d][\w-]{0,63}|"[^"\n]{1,64}"|'[^'\n]{1,64}') *:(?: +|$)""")
_LONE_WORD = re.compile(r"[a-z_][a-z_-]{0,63} *")
_NO_VALUE = re.compile(r"(?:[&!]\S*)?[ \t]*(?:#.*)?")
_FAR = 100
"""No quote goes on for more lines than that, and a file may hold thousands."""

_CLOSING = {'"': '"', "'": "'", "[": "]", "{": "}"}


@dataclass(frozen=True, slots=True)
class Entry:
    """A key with its value, a list item, or a line that is neither, and where it begins."""

    line: int
    column: int
    key: str
    value: str
    is_item: bool

    @property
    def is_lone_word(self) -> bool:
        """Whether it may be a key that lacks its colon."""
        return not self.is_item and not self.key and bool(_LONE_WORD.fullmatch(self.value))

    @property
    def holds_entries(self) -> bool:
        """Whether what stands deeper below it are entries, and not the rest of its own text."""
        return self.is_item or (bool(self.key) and not self.value)

    @property
    def begins_block(self) -> bool:
        """Whether a text of its own stands below it, in which anything may stand."""
        return self.value.startswith(("|", ">"))

    @property
    def is_opened(self) -> bool:
        """Whether its value may go on in lines that stand anywhere."""
        return self.value.startswith(tuple(_CLOSING))


def entries_of(line: str, number: int) -> list[Entry]:
    """Give what begins in a line: an item for each dash, then a key or a text."""
    column, found = indent(line), []
    while match := _DASH.match(line, column):
        found.append(Entry(number, column, "", "", is_item=True))
        column = match.end()
    rest = line[column:]
    if not rest or rest.startswith("#"):
        return found
    key = _KEY.match(rest)
    value = rest[key.end() :] if key else rest
    if key and _NO_VALUE.fullmatch(value):
        value = ""
    return [*found, Entry(number, column, key[0].rstrip() if key else "", value, is_item=False)]


def holder_of(lines: Sequence[str], number: int) -> Entry | None:
    """Give the entry a line hangs on: the nearest above that begins further left."""
    column = indent(lines[number])
    for above in range(number - 1, -1, -1):
        line = lines[above]
        if indent(line) < column and has_content(line):
            return [one for one in entries_of(line, above) if one.column < column][-1]
    return None


def home_of(lines: Sequence[str], number: int) -> Entry | None:
    """Give the entry that holds what a line says: a key without a value, or a dash."""
    column = indent(lines[number])
    for above in range(number - 1, -1, -1):
        line = lines[above]
        if indent(line) < column and has_content(line):
            entries = entries_of(line, above)
            if found := [one for one in entries if one.column < column and one.holds_entries]:
                return found[-1]
            column = indent(line)
    return None


def top_of(lines: Sequence[str], number: int) -> Entry:
    """Give the entry at the very left that a line is part of."""
    while holder := holder_of(lines, number):
        number = holder.line
    return entries_of(lines[number], number)[0]


def last_line(lines: Sequence[str], entry: Entry) -> int:
    """Give the last line of an entry: all that stands deeper, and what its value goes on in."""
    last = _closing_line(lines, entry) if entry.is_opened else entry.line
    is_beside = not entry.is_item and not (entry.key and entry.value)
    in_text = is_beside and not entry.key and _is_block_above(lines, entry)
    for number in range(last + 1, len(lines)):
        line = lines[number]
        if not has_content(line):
            continue
        if indent(line) == entry.column:
            # A list may stand right under its key, and a text under a sign that it begins below.
            hangs = is_beside and line.lstrip().startswith("- ")
            if not hangs and not (in_text and not is_entry(line)):
                break
        elif indent(line) < entry.column:
            break
        last = number
    return last


def _closing_line(lines: Sequence[str], entry: Entry) -> int:
    """Give the line in which a quote or a bracket is closed before another entry begins."""
    sign = _CLOSING[entry.value[0]]
    for number in range(entry.line + 1, min(len(lines), entry.line + _FAR)):
        if sign in lines[number] and not is_entry(lines[number]):
            return number
        if indent(lines[number]) <= entry.column and is_entry_like(lines[number]):
            break
    return entry.line


def _is_block_above(lines: Sequence[str], entry: Entry) -> bool:
    above = next((n for n in range(entry.line - 1, -1, -1) if has_content(lines[n])), None)
    return above is not None and entries_of(lines[above], above)[-1].begins_block


def holds_nothing(lines: Sequence[str], number: int) -> bool:
    """Whether a line begins a key that has neither a value nor anything below it."""
    entries = entries_of(lines[number], number)
    last = entries[-1] if entries else None
    return last is not None and last.holds_entries and last_line(lines, last) == number


def is_entry(line: str) -> bool:
    """Whether a line begins with a dash or a key."""
    first = next(iter(entries_of(line, 0)), None)
    return first is not None and (first.is_item or bool(first.key))


def is_entry_like(line: str) -> bool:
    """Whether a line begins with a dash or a key, or with what was meant to be one."""
    return is_entry(line) or fault(line) is not None


def run_from(lines: Sequence[str], number: int) -> Iterator[int]:
    """Give the numbers of a line and those below it that stand as deep or deeper."""
    column = indent(lines[number])
    for below in range(number, len(lines)):
        if has_content(lines[below]):
            if indent(lines[below]) < column:
                return
            yield below
