"""A file with tabs, marks of git or several documents in it, made into lines that can be read on.

All of these are told elsewhere, or here; none of them may hide the other mistakes of the file.
Lines count from 0, those of a `Problem` from 1.
"""

import re
from collections.abc import Iterator, Sequence

from generator.text_rules import CONFLICT, TAB_INDENT, Problem
from generator.yaml_mistakes import sentences
from generator.yaml_mistakes.lines import column_of_text, has_content

TAB_WIDTHS = (2, 4, 8, 0)
"""What editors let a tab stand for, the width of records first; one may be there by accident."""

_END = re.compile(r"\.\.\.(?:\s|$)")
_START = re.compile(r"---(?:\s|$)")


def tab_lines(lines: Sequence[str]) -> list[int]:
    """Give the lines that begin with a tab."""
    return [number for number, line in enumerate(lines) if TAB_INDENT.match(line)]


def with_spaces(line: str, width: int) -> str:
    """Give a line with spaces for the tabs it begins with."""
    text = line.lstrip(" \t")
    return line[: len(line) - len(text)].expandtabs(width) + text


def one_side(lines: Sequence[str]) -> tuple[list[str], list[range]]:
    """Give the lines with one of the two versions git could not join, and where those stand.

    Which one is no matter: of neither anything is said that the other could answer.
    """
    marks = {number: match[1][0] for number, match in _marks(lines)}
    if not {"<", ">"} & set(marks.values()):
        return list(lines), []
    kept, places, begin, is_other = list(lines), [], -1, False
    for number in range(len(lines)):
        sign = marks.get(number, "")
        if sign == "<":
            begin, is_other = number, False
        elif sign == ">":
            places.append(range(begin if begin >= 0 else number, number + 1))
            begin, is_other = -1, False
        elif sign:
            is_other = begin >= 0
        if sign or is_other:
            kept[number] = ""
    if begin >= 0:
        places.append(range(begin, len(lines)))
    return kept, places


def documents(lines: Sequence[str]) -> Iterator[tuple[int, Problem | None]]:
    """Give where each document begins; from the second on with what is to be said of that."""
    yield 0, None
    has_begun = has_ended = False
    for number, line in enumerate(lines):
        if _START.match(line):
            if has_begun or has_ended:
                yield number, Problem(number + 1, 1, sentences.second_document())
            has_begun, has_ended = True, False
        elif _END.match(line):
            has_ended = has_begun
        elif has_content(line) and (has_begun or not line.startswith("%")):
            if has_ended:
                column = column_of_text(line)
                yield number, Problem(number + 1, column, sentences.behind_the_end())
            has_begun, has_ended = True, False


def _marks(lines: Sequence[str]) -> Iterator[tuple[int, re.Match[str]]]:
    for number, line in enumerate(lines):
        if match := CONFLICT.match(line):
            yield number, match
