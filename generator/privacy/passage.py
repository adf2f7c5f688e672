"""One text on its way through the finders: how it reads, in small letters too, and its words."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from typing import NamedTuple, TypeAlias

from generator.privacy.allowed import Allowed
from generator.privacy.kinds import Kind, Level

_WORD = re.compile("[a-z]+")
_DIGIT = re.compile("[0-9]")
_ADDRESS = re.compile(r"https?://[^\s\"'<>]+", re.IGNORECASE)


class Hit(NamedTuple):
    """Something found, placed in the text as it is searched."""

    kind: Kind
    start: int
    end: int
    level: Level = Level.BLOCKS


Hits: TypeAlias = Iterator[Hit]


@dataclass(frozen=True)
class Passage:
    """A text to search, after `view_of`, and what may stand in it."""

    text: str
    allowed: Allowed

    @cached_property
    def lower(self) -> str:
        """The text in small letters, with every character at its place."""
        lower = self.text.lower()
        if len(lower) != len(self.text):
            return "".join(one if len(one) == 1 else "?" for one in map(str.lower, self.text))
        return lower

    @cached_property
    def words(self) -> frozenset[str]:
        """All words of the text in small letters."""
        return frozenset(_WORD.findall(self.lower))

    @cached_property
    def has_digits(self) -> bool:
        """Whether any digit stands in it."""
        return _DIGIT.search(self.text) is not None

    @cached_property
    def addresses(self) -> tuple[tuple[int, int], ...]:
        """Where web addresses stand."""
        if "://" not in self.text:
            return ()
        return tuple(match.span() for match in _ADDRESS.finditer(self.text))

    def in_address(self, place: int) -> bool:
        """Whether a place lies within a web address."""
        return any(start <= place < end for start, end in self.addresses)

    def before(self, place: int, length: int) -> str:
        """Give what stands before a place, in small letters."""
        return self.lower[max(0, place - length) : place]

    def after(self, place: int, length: int) -> str:
        """Give what stands from a place on, in small letters."""
        return self.lower[place : place + length]


def hits(kind: Kind, pattern: re.Pattern[str], text: str) -> Hits:
    """Give every place of a pattern in a text as a hit of one kind."""
    for match in pattern.finditer(text):
        yield Hit(kind, *match.span())
