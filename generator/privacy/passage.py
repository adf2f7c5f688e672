"""One text on its way through the finders: how it reads, in small letters too, and its words."""

import re
from collections.abc import Iterator
from functools import cached_property
from typing import NamedTuple, TypeAlias

from generator.privacy.allowed import Allowed
from generator.privacy.kinds import Kind, Level

_WORD = re.compile("[a-z]+")
_WORDS_APART = bytes(code if 97 <= code <= 122 else 32 for code in range(256))
_DIGIT = re.compile("[0-9]")
_ADDRESS = re.compile(r"https?://[^\s\"'<>]+", re.IGNORECASE)


class Hit(NamedTuple):
    """Something found, placed in the text as it is searched."""

    kind: Kind
    start: int
    end: int
    level: Level = Level.BLOCKS


Hits: TypeAlias = Iterator[Hit]


class Passage:
    """A text to search, after `view_of`, and what may stand in it.

    `lower` is the text in small letters, with every character at its place; `words` are all its
    words in small letters; `has_digits` tells whether any digit stands in it. Every finder asks
    for these, so they are there from the beginning.
    """

    def __init__(self, text: str, allowed: Allowed) -> None:
        self.text = text
        self.allowed = allowed
        self.lower = _lower(text)
        self.words = frozenset(words_of(self.lower))
        self.has_digits = _DIGIT.search(text) is not None

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


def words_of(lower: str) -> list[str]:
    """Give the words of a text in small letters, in its order: what stands between other signs."""
    if lower.isascii():  # nearly every text is, and is cut so in a third of the time
        return lower.encode().translate(_WORDS_APART).decode().split()
    return _WORD.findall(lower)


def hits(kind: Kind, pattern: re.Pattern[str], text: str) -> Hits:
    """Give every place of a pattern in a text as a hit of one kind."""
    for match in pattern.finditer(text):
        yield Hit(kind, *match.span())


def _lower(text: str) -> str:
    lower = text.lower()
    if len(lower) != len(text):
        return "".join(one if len(one) == 1 else "?" for one in map(str.lower, text))
    return lower
