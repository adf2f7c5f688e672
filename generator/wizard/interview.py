"""The questions of a record, in turn: a conversation that depends on what was said before.

A conversation can be had again from its answers: questions are asked in the same order, those that
were answered are answered so, and the first that was not is where it goes on. That is how a draft
is continued, an answer changed, and one given beforehand never asked for.
"""

import dataclasses
from collections import Counter
from collections.abc import Generator, Iterable, Iterator
from dataclasses import dataclass

from generator.language import _
from generator.outline import Field, Holds, without_key
from generator.records import Kind
from generator.wizard.answers import GO_ON, is_under, pattern_of
from generator.wizard.making import Making
from generator.wizard.order import ALWAYS_OFFERED, ASKED_IF, FIRST, NEVER
from generator.wizard.questions import Offer, Question
from generator.yaml_text import Plain

Asking = Generator[Question, Plain, None]

ENOUGH, ANOTHER = f"cukup{GO_ON}", f"lagi{GO_ON}"
"""How a list or a record goes on; no key of a record looks like them."""

ONE_MOSTLY = frozenset({"tempat", "masukan.jawaban"})
"""Lists that hold one item nearly always: more are offered later, not after the first."""


@dataclass(frozen=True, slots=True)
class Interview:
    """The conversation about one record of a kind; `fields` are all it may hold."""

    kind: Kind
    fields: tuple[Field, ...]
    making: Making
    turns: Counter[str] = dataclasses.field(default_factory=Counter)
    """How often it was asked at each place how to go on."""

    def questions(self) -> Asking:
        """Ask everything in turn: what is asked first, then whatever else is wanted."""
        if self.kind is Kind.OUTCOME:
            yield self.making.folder()
        for field in self._first("", self.fields):
            yield from self._asked(field, "")
        yield from self._more("", self.fields, (Offer(ENOUGH, _("Tidak, sudah cukup")),))

    def _first(self, pattern: str, fields: Iterable[Field]) -> list[Field]:
        """The fields asked for at once, with every one that is required."""
        known = {one.key: one for one in fields}
        named = FIRST[self.kind].get(pattern)
        if named is None:
            return list(known.values()) if pattern else [*filter(_is_required, known.values())]
        asked = [known[key] for key in named if key in known]
        return asked + [one for one in known.values() if one.is_required and one not in asked]

    def _asked(self, field: Field, above: str) -> Asking:
        """Ask for a field, if its turn comes up at all."""
        name = f"{above}{field.key}"
        comes_up = ASKED_IF[self.kind].get(pattern_of(name))
        if comes_up is None or comes_up(self.making.so_far, name) or self.making.so_far.has(name):
            yield from self._field(field, name)

    def _field(self, field: Field, name: str) -> Asking:
        if field.holds is not Holds.GROUP or self.making.is_one_answer(field):
            yield self.making.of_field(field, name)
        elif not field.words or (yield self.making.instead(field, name)) == "":
            yield from self._items(field, name) if field.is_many else self._group(field, name)

    def _group(self, field: Field, name: str) -> Asking:
        for inner in self._first(pattern_of(name), field.fields):
            yield from self._asked(inner, f"{name}.")

    def _items(self, field: Field, name: str) -> Asking:
        number = 1
        yield from self._group(field, f"{name}.{number}")
        while pattern_of(name) not in ONE_MOSTLY and (yield from self._after(field, name, number)):
            number += 1
            yield from self._group(field, f"{name}.{number}")

    def _after(self, field: Field, name: str, number: int) -> Generator[Question, Plain, bool]:
        """Ask what follows an item: another one, more about it, or nothing."""
        if self._is_begun(f"{name}.{number + 1}"):
            return True
        also = (
            Offer(ENOUGH, _("Cukup, lanjut")),
            Offer(ANOTHER, self.making.another(field)),
        )
        chosen = yield from self._more(f"{name}.{number}.", field.fields, also)
        return chosen == ANOTHER

    def _more(
        self, above: str, fields: tuple[Field, ...], also: tuple[Offer, ...]
    ) -> Generator[Question, Plain, str]:
        """Offer whatever else may be said at a place, until it is enough; gives the last word."""
        known = {one.key: one for one in fields}
        while True:
            self.turns[above] += 1
            left = self._left(above, fields)
            name = f"{above}{self.turns[above]}{GO_ON}"
            chosen = str((yield self.making.more(name, (*also, *map(_offer, left)))))
            if chosen not in known:
                return chosen
            yield from self._chosen(known[chosen], f"{above}{chosen}")

    def _left(self, above: str, fields: Iterable[Field]) -> Iterator[Field]:
        """What has no answer yet, and lists of several keys, which may always grow."""
        so_far = self.making.so_far
        for one in fields:
            is_list = (
                one.is_many and one.holds is Holds.GROUP and not so_far.said(f"{above}{one.key}")
            )
            if one.key in NEVER or not self._may_be_added(f"{above}{one.key}"):
                continue
            if is_list or not so_far.has(f"{above}{one.key}"):
                yield one

    def _may_be_added(self, name: str) -> bool:
        comes_up = ASKED_IF[self.kind].get(pattern_of(name))
        is_free = comes_up is None or pattern_of(name) in ALWAYS_OFFERED
        return is_free or (comes_up is not None and comes_up(self.making.so_far, name))

    def _chosen(self, field: Field, name: str) -> Asking:
        """Ask for a field that was chosen; of a list with items, for more about the last one."""
        number = 0
        while self._is_begun(f"{name}.{number + 1}"):
            number += 1
        if not number:
            yield from self._field(field, name)
            return
        while (yield from self._after(field, name, number)):
            number += 1
            yield from self._group(field, f"{name}.{number}")

    def _is_begun(self, item: str) -> bool:
        return any(is_under(one, item) for one in self.making.so_far.answers)


def _is_required(field: Field) -> bool:
    return field.is_required


def _offer(field: Field) -> Offer:
    words = field.key.replace("_", " ")
    return Offer(field.key, f"{words}: {without_key(_(field.says))}".rstrip("."), also=field.key)
