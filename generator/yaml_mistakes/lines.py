"""What a single line looks like, whatever YAML makes of it."""

import re

from generator.yaml_mistakes import sentences

_BEFORE_TEXT = re.compile(r" *(?:- +)*")
_KEY = re.compile(r" *(?:- +)*[^\W\d][\w-]{0,63} *(?=:(?: |$))")
_AGAINST_COLON = re.compile(r" *(?:- +)*[A-Za-z_]{1,24}(?=:(?!//)[^ ])")
_AGAINST_DASH = re.compile(r" *(?:- +)*(?=-[^\W\d]\w{0,23} *:(?: |$))")
_OTHER_COLON = re.compile(r" *(?:- +)*[^\W\d]\w{0,23} *(?=[\uff1a\ufe55\ua789\u2236\u02d0])")


def has_content(line: str) -> bool:
    """Whether a line holds more than a comment."""
    return bool(line.strip()) and not line.lstrip().startswith("#")


def indent(line: str) -> int:
    """Give the number of spaces a line begins with."""
    return len(line) - len(line.lstrip(" "))


def column_of_text(line: str) -> int:
    """Give the column (from 1) behind the spaces and dashes a line begins with."""
    match = _BEFORE_TEXT.match(line)
    return match.end() + 1 if match else 1


def colon_of_key(line: str) -> int:
    """Give the column (from 1) of the colon behind a single word the line begins with, else 0."""
    match = _KEY.match(line)
    return match.end() + 1 if match else 0


def fault(line: str) -> tuple[int, str] | None:
    """Give column and message where a line only looks like an entry; None when it does not."""
    if match := _AGAINST_COLON.match(line):
        return match.end() + 1, sentences.no_space_after_colon()
    if match := _AGAINST_DASH.match(line):
        return match.end() + 1, sentences.no_space_after_dash()
    if match := _OTHER_COLON.match(line):
        return match.end() + 1, sentences.other_colon(line[match.end()])
    return None
