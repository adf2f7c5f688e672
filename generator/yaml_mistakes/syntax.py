"""What libyaml says about a file that is no YAML, in the words of the officer who typed it.

libyaml names the rule of the language that was broken, often one line after the mistake. Here the
rule, the lines around it and what was read last are turned back into what was probably meant.
A message shows no more of the text than the sign that is in the way.
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Protocol

import yaml

from generator.text_rules import Position, Problem
from generator.yaml_mistakes import sentences
from generator.yaml_mistakes.lines import (
    colon_of_key,
    column_of_text,
    fault,
    has_content,
    indent,
)

_QUOTES = ("'", '"')


class Mark(Protocol):
    """A place as libyaml counts it: lines and columns from 0."""

    line: int
    column: int


@dataclass(frozen=True, slots=True)
class Mistake:
    """A stop of libyaml: its words, where it stopped, where the construct began, what came before.

    `last` is the last event it gave, None when there was none.
    """

    lines: list[str]
    problem: str
    context: str
    at: Position
    since: Position
    last: yaml.Event | None

    def line(self, number: int) -> str:
        """Give a line by its number, counted from 1; "" where the file has no such line."""
        return self.lines[number - 1] if 0 < number <= len(self.lines) else ""

    def rest(self, position: Position) -> str:
        """Give what stands from a position to the end of its line."""
        return self.line(position.line)[position.column - 1 :]

    def lines_above(self) -> Iterator[int]:
        """Give the numbers of the lines above, from the nearest up to one with a key or a dash."""
        for number in range(self.at.line - 1, 0, -1):
            yield number
            if colon_of_key(self.line(number)) or self.line(number).lstrip().startswith("- "):
                return


def explain(text: str, error: Exception, last: yaml.Event | None) -> Problem:
    """Give the problem an officer sees for a fault of the parser.

    `text` is what the parser was given, `last` the last event it gave before it stopped.
    """
    mistake = _mistake(text, error, last)
    if isinstance(error, UnicodeDecodeError):
        # Only in a tag does the binding meet bytes that libyaml itself did not check.
        return _problem(mistake.at, sentences.special_start("!"))
    for problem, context, tell in _TABLE:
        if mistake.problem.startswith(problem) and mistake.context.startswith(context):
            return tell(mistake)
    return _problem(mistake.at, sentences.unreadable())


def _mistake(text: str, error: Exception, last: yaml.Event | None) -> Mistake:
    lines = text.split("\n")
    while len(lines) > 1 and not lines[-1].strip():
        lines.pop()
    if not isinstance(error, yaml.MarkedYAMLError):
        place = _position(last.end_mark if last else None, lines)
        return Mistake(lines, "", "", place, place, last)
    at = _position(error.problem_mark, lines)
    since = _position(error.context_mark, lines) if error.context_mark else at
    return Mistake(lines, error.problem or "", error.context or "", at, since, last)


def _position(mark: Mark | None, lines: list[str]) -> Position:
    if mark is None:
        return Position(1, 1)
    if mark.line < len(lines):
        return Position(mark.line + 1, mark.column + 1)
    return Position(len(lines), len(lines[-1]) + 1)


def _problem(position: Position, message: str) -> Problem:
    return Problem(position.line, position.column, message)


def _at(sentence: Callable[[], str]) -> Callable[[Mistake], Problem]:
    return lambda mistake: _problem(mistake.at, sentence())


def _since(sentence: Callable[[], str]) -> Callable[[Mistake], Problem]:
    return lambda mistake: _problem(mistake.since, sentence())


def _colon(mistake: Mistake) -> Problem:
    line = mistake.line(mistake.at.line)
    if colon_of_key(line) == mistake.at.column:
        return _key_out_of_place(mistake, indent(line) + 1)
    in_dashes = line.startswith("---")
    return _problem(
        mistake.at, sentences.behind_dashes() if in_dashes else sentences.colon_in_text()
    )


def _key_out_of_place(mistake: Mistake, column: int) -> Problem:
    if broken := _broken_above(mistake):
        return broken
    above = list(mistake.lines_above())
    key = mistake.line(above.pop()) if above and colon_of_key(mistake.line(above[-1])) else ""
    texts = [number for number in above if has_content(mistake.line(number))]
    if texts and (key == "" or key.rstrip().endswith(":")):
        # Nothing but a whole text stands above: its first line lacks the colon.
        first = column_of_text(mistake.line(texts[-1]))
        if column <= first:
            return Problem(texts[-1], first, sentences.no_entry())
    return Problem(mistake.at.line, column, sentences.too_far_right())


def _broken_above(mistake: Mistake) -> Problem | None:
    for number in mistake.lines_above():
        if found := fault(mistake.line(number)):
            return Problem(number, *found)
    return None


def _no_colon(mistake: Mistake) -> Problem:
    if found := fault(mistake.line(mistake.since.line)):
        return Problem(mistake.since.line, *found)
    return _problem(mistake.since, sentences.no_entry())


def _no_key(mistake: Mistake) -> Problem:
    if isinstance(mistake.last, yaml.AliasEvent) and mistake.last.start_mark:
        place = _position(mistake.last.start_mark, mistake.lines)
        return _problem(place, sentences.special_start("*"))
    rest = mistake.rest(mistake.at)
    if rest.startswith(":"):
        message = sentences.no_key()
    elif rest == "-" or rest.startswith("- "):
        message = sentences.stray_item()
    elif _is_block(mistake.last) and not colon_of_key(mistake.line(mistake.at.line)):
        message = sentences.text_out_of_line()
    else:
        message = sentences.out_of_line()
    return _leftover(mistake) or _broken_above(mistake) or _problem(mistake.at, message)


def _is_block(event: yaml.Event | None) -> bool:
    return isinstance(event, yaml.ScalarEvent) and event.style in ("|", ">")


def _no_item(mistake: Mistake) -> Problem:
    is_item = mistake.rest(mistake.at).startswith("- ")
    message = sentences.stray_item() if is_item else sentences.out_of_line_in_list()
    if found := fault(mistake.line(mistake.at.line)):
        return Problem(mistake.at.line, *found)
    return _leftover(mistake) or _broken_above(mistake) or _problem(mistake.at, message)


def _leftover(mistake: Mistake) -> Problem | None:
    """Tell of words behind a closing quote or bracket, or of a quote that closed much too late."""
    last = mistake.last
    if last is None or last.start_mark is None or last.end_mark is None:
        return None
    start, end = _position(last.start_mark, mistake.lines), last.end_mark.line + 1
    if isinstance(last, yaml.ScalarEvent) and last.style in _QUOTES:
        if any(colon_of_key(mistake.line(n)) for n in range(start.line + 1, end + 1)):
            return _problem(start, sentences.unclosed_quote(last.style))
        if end == mistake.at.line:
            return _problem(mistake.at, sentences.behind_quote())
    in_brackets = last.start_mark.column < last.end_mark.column
    if isinstance(last, yaml.CollectionEndEvent) and in_brackets and end == mistake.at.line:
        closing = mistake.rest(mistake.at)[:1] in "]}"
        message = sentences.stray_bracket() if closing else sentences.behind_bracket()
        return _problem(mistake.at, message)
    return None


def _quote(mistake: Mistake) -> Problem:
    sign = mistake.rest(mistake.since)[:1]
    return _problem(mistake.since, sentences.unclosed_quote(sign))


def _sign(position: Position, sign: str) -> Problem:
    special = bool(sign) and not sign.isalnum()
    return _problem(position, sentences.special_start(sign) if special else sentences.unreadable())


def _sign_here(mistake: Mistake) -> Problem:
    sign = mistake.rest(mistake.at)[:1]
    if sign == "\t":
        return _problem(mistake.at, sentences.tab_behind_dash())
    return _sign(mistake.at, sign)


def _sign_before(mistake: Mistake) -> Problem:
    return _sign(mistake.since, mistake.rest(mistake.since)[:1])


def _in_brackets(mistake: Mistake) -> Problem:
    sign = mistake.rest(mistake.at)[:1]
    if sign == ",":
        return _problem(mistake.at, sentences.stray_comma())
    if sign:
        return _sign(mistake.at, sign)
    opened = mistake.last.start_mark if mistake.last else None
    return _problem(_position(opened, mistake.lines), sentences.open_bracket())


def _behind_record(mistake: Mistake) -> Problem:
    if any(line.startswith("...") for line in mistake.lines[: mistake.at.line - 1]):
        return _problem(mistake.at, sentences.behind_the_end())
    first = next((n for n, line in enumerate(mistake.lines, 1) if has_content(line)), 1)
    if indent(mistake.line(first)):
        return Problem(first, 1, sentences.first_too_far_right())
    return _problem(mistake.at, sentences.unreadable())


# The beginnings of libyaml's problem and context (scanner.c, parser.c); the first row that fits.
_TABLE: tuple[tuple[str, str, Callable[[Mistake], Problem]], ...] = (
    ("mapping values are not allowed", "", _colon),
    ("found unexpected ':'", "", _at(sentences.colon_in_text)),
    ("could not find expected ':'", "", _no_colon),
    ("did not find expected key", "", _no_key),
    ("did not find expected '-' indicator", "", _no_item),
    ("", "while scanning a quoted scalar", _quote),
    ("", "while parsing a quoted scalar", _at(sentences.escape)),
    ("found character that cannot start", "", _sign_here),
    ("mapping keys are not allowed", "", _sign_here),
    ("block sequence entries are not", "", _at(sentences.item_behind_key)),
    ("", "while scanning an alias", _sign_before),
    ("", "while scanning an anchor", _sign_before),
    ("", "while parsing a tag", _sign_before),
    ("", "while scanning a tag", _sign_before),
    ("found undefined tag handle", "", _sign_before),
    ("", "while scanning a block scalar", _since(sentences.behind_bar)),
    ("did not find expected ','", "", _since(sentences.open_bracket)),
    ("did not find expected node content", "while parsing a flow", _in_brackets),
    ("did not find expected node content", "", _sign_here),
    ("did not find expected <document start>", "", _behind_record),
    ("", "while scanning a directive", _since(sentences.directive)),
    ("", "while scanning a %", _since(sentences.directive)),
    ("found incompatible YAML", "", _since(sentences.directive)),
    ("found duplicate %", "", _since(sentences.directive)),
)
