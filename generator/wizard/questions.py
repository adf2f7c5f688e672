"""One question: what is asked, how its answer is typed, and what is offered."""

import re
from collections.abc import Callable
from dataclasses import dataclass
from enum import StrEnum

from generator.text_rules import normalise
from generator.yaml_text import Plain


class Typed(StrEnum):
    """How an answer is given."""

    CHOSEN = "dipilih"
    LINE = "satu baris"
    PARAGRAPHS = "beberapa baris"


@dataclass(frozen=True, slots=True)
class Offer:
    """Something to choose.

    `value` is what the record will hold, `words` what is shown and `more` what is shown below it.
    It is found by its words and by those of `also`; not by `more`, which tells of others too.
    """

    value: str
    words: str
    more: str = ""
    also: str = ""

    def is_found_by(self, typed: str) -> bool:
        """Whether every word typed stands somewhere in it."""
        held = f"{self.value} {self.words} {self.also}".casefold()
        return all(word in held for word in typed.casefold().split())

    def rank(self, typed: str) -> int:
        """How far down it stands among what is found: 0 where its key or name begins so."""
        name = f"{self.value} {self.words.partition(': ')[0]}".casefold()
        shown = f"{self.value} {self.words}".casefold()
        words = typed.casefold().split()
        if all(_begins_a_word(word, name) for word in words):
            return 0
        if all(_begins_a_word(word, shown) for word in words):
            return 1
        return 2 if all(word in shown for word in words) else 3


def _begins_a_word(typed: str, text: str) -> bool:
    return re.search(rf"(?<!\w){re.escape(typed)}", text) is not None


def as_typed(text: str) -> Plain:
    """Read an answer that means what was typed, as a record keeps it: NFC, LF, no tabs."""
    lines = normalise(text).replace("\r\n", "\n").replace("\r", "\n").split("\n")
    return "\n".join(line.rstrip() for line in lines).strip()


@dataclass(frozen=True, slots=True)
class Question:
    """A question to an officer.

    `name` is that of its answer (see `answers`), `key` the one of its record. `asks` is the
    question, `hint` what helps to answer it; `example` may be typed as it stands. An answer that is
    not `is_needed` may be left out. `is_many` takes several. `suggested` is the answer unless
    another is given; `without` says what it
    means to choose nothing. `reads` makes of what was typed what the record will hold, or raises
    ValueError with what to write instead; `tells` says it back.
    """

    name: str
    key: str
    asks: str
    typed: Typed = Typed.LINE
    hint: str = ""
    offers: tuple[Offer, ...] = ()
    is_needed: bool = False
    is_many: bool = False
    suggested: str = ""
    without: str = ""
    reads: Callable[[str], Plain] = as_typed
    tells: Callable[[Plain], str] | None = None

    @property
    def is_instead(self) -> bool:
        """Whether a list is announced, or a word chosen that stands in its place."""
        return bool(self.offers) and not self.offers[0].value

    def told(self, answer: Plain) -> str:
        """Say an answer as an officer would."""
        if self.tells is not None and answer:
            return self.tells(answer)
        if isinstance(answer, list):
            return ", ".join(self._words(str(one)) for one in answer)
        return self._words(answer) if isinstance(answer, str) else ""

    def _words(self, value: str) -> str:
        return next((one.words for one in self.offers if one.value == value), value)
