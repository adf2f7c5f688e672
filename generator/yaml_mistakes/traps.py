"""What is sound YAML and yet not what the officer meant: words that would be lost in silence."""

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from generator.text_rules import Problem
from generator.yaml_mistakes import sentences
from generator.yaml_mistakes.lines import fault

# Begins with its sign, which most files lack: it is found missing eight times as fast.
_HASH_AND_WORD = re.compile(r"""#(?<=[ \t"'\]}]#)[^\s#]""")
_ITEM_LINE = re.compile(r"\n *(?=- )")


@dataclass(frozen=True, slots=True)
class Scalar:
    """Where a text begins and ends in the file (offsets); `column` (from 1) is that of its key.

    In a list `column` is its own; 0 when the text is quoted, a block, or a key.
    """

    start: int
    end: int
    column: int


def may_lose_words(text: str) -> bool:
    """Whether it is worth while to look for `lost_words`; far cheaper than to look."""
    return _HASH_AND_WORD.search(text) is not None


def lost_words(text: str, scalars: Sequence[Scalar]) -> Iterator[Problem]:
    """Find words YAML takes for a comment though nobody writes a comment so: `Gang #3`.

    `scalars` are all texts of the file in the order they stand in it.
    """
    starts = [scalar.start for scalar in scalars]
    for match in _HASH_AND_WORD.finditer(text):
        sign = match.start()
        number = bisect_right(starts, sign) - 1
        last = scalars[number] if number >= 0 else Scalar(0, 0, 0)
        if sign >= last.end and _cuts_words(text, sign, last):
            yield _problem(text, sign, sentences.hash_in_text())


def swallowed_item(text: str, start: int, end: int) -> Problem | None:
    """Find a line that looks like a list item inside an unquoted text between two offsets."""
    match = _ITEM_LINE.search(text, start, end)
    if match is None:
        return None
    if text[start] == "-":
        return _problem(text, start, sentences.no_space_after_dash())
    return _problem(text, match.end(), sentences.item_in_text())


def faulty_lines(text: str) -> list[Problem]:
    """Find every line that only looks like an entry, in a file that holds none."""
    lines = enumerate(text.split("\n"), 1)
    return [Problem(number, *found) for number, line in lines if (found := fault(line))]


def _cuts_words(text: str, sign: int, last: Scalar) -> bool:
    line_start = text.rfind("\n", 0, sign) + 1
    if "#" in text[max(line_start, last.end) : sign]:
        return False
    if text[line_start:sign].strip():
        return True
    # A line of its own is a comment, unless it goes on with an unquoted text right above it.
    goes_on = last.column > 0 and last.start < last.end == line_start - 1
    return goes_on and sign - line_start >= last.column


def _problem(text: str, offset: int, message: str) -> Problem:
    line_start = text.rfind("\n", 0, offset) + 1
    return Problem(text.count("\n", 0, offset) + 1, offset - line_start + 1, message)
