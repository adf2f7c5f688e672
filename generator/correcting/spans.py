"""Where every value and every comment of a record file stands, to the character."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

import yaml

from generator.yaml_text import Path

_COMMENT = re.compile(r"(?:^|(?<=\s))#.*$", re.MULTILINE)


@dataclass(frozen=True, slots=True)
class Span:
    """A value in a file: its path, and from which character to which it stands there.

    `is_block` says that it is a text below its key (`|`); `is_in_flow`, that it stands between
    brackets, where more signs have a meaning.
    """

    path: Path
    start: int
    end: int
    is_block: bool
    is_in_flow: bool


@dataclass(slots=True)
class _Open:
    """A list or a mapping that is open, and where in it we are; None before a key."""

    step: str | int | None
    is_in_flow: bool


def spans(text: str) -> Iterator[Span]:
    """Give every single value of a sound file without a byte order mark, in its order.

    Keys are no values. Goes as far as the file can be read; never raises.
    """
    opened: list[_Open] = []
    try:
        for event in yaml.parse(text, Loader=yaml.CBaseLoader):
            match event:
                case yaml.MappingStartEvent():
                    opened.append(_Open(None, bool(event.flow_style)))
                case yaml.SequenceStartEvent():
                    opened.append(_Open(0, bool(event.flow_style)))
                case yaml.MappingEndEvent() | yaml.SequenceEndEvent():
                    opened.pop()
                    _go_on(opened)
                case yaml.ScalarEvent() if opened and opened[-1].step is None:
                    opened[-1].step = event.value
                case yaml.ScalarEvent():
                    yield _span(event, opened)
                    _go_on(opened)
    except yaml.YAMLError:
        return


def comments(raw: bytes) -> list[str]:
    """Give every comment of a file, in its order."""
    text = raw.decode(errors="replace").removeprefix("\ufeff")
    left = list(text)
    for one in spans(text):
        start = one.start
        if one.is_block:  # a comment may stand beside the sign that begins the text
            start = min(text.find("\n", one.start) % (len(text) + 1), one.end)
        left[start : one.end] = ["\n" if sign == "\n" else "x" for sign in text[start : one.end]]
    return [found[0].strip() for found in _COMMENT.finditer("".join(left))]


def _span(event: yaml.ScalarEvent, opened: list[_Open]) -> Span:
    path = tuple(one.step for one in opened if one.step is not None)
    is_in_flow = any(one.is_in_flow for one in opened)
    start, end = event.start_mark, event.end_mark
    places = (start.index, end.index) if start and end else (0, 0)
    return Span(path, *places, event.style in ("|", ">"), is_in_flow)


def _go_on(opened: list[_Open]) -> None:
    """A value is over: the next item, or the next key, comes."""
    if opened:
        step = opened[-1].step
        opened[-1].step = step + 1 if isinstance(step, int) else None
