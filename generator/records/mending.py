"""A broken record taken apart: everything that is wrong with it, and what is sound of it.

A validator stops at the first thing wrong: a rule over several keys is not tried while one of them
is amiss, and a record that is not sound is not there to be checked against others. An officer
should hear everything at once. So what is wrong is cut out, or something harmless put in its place,
until a record can be made of the rest; that one is only ever looked at, never published.
"""

from collections.abc import Iterable, Iterator, Sequence
from copy import deepcopy
from dataclasses import dataclass
from itertools import count

from pydantic import ValidationError
from pydantic_core import ErrorDetails

from generator.model.fields import RULE_KEYS, rules_asleep
from generator.records import shape
from generator.records.explanations import MISSING, UNKNOWN_KEY, Complaint, Faults
from generator.records.kinds import Kind, Record, model_of, validate
from generator.records.places import Steps, path_in, value_at
from generator.yaml_mistakes.doubt import Doubt
from generator.yaml_text import Path, Plain

_ROUNDS = 12
"""Each round goes at least one level up from what was wrong; records have half as many levels."""

_POINTED_TO, _ID = ("masukan", "komitmen"), "id"
NO_DOUBT = Doubt()
_HARMLESS = ("2000-01-01", "2000-01-01#x", "1", "ya", "https://contoh.example/", "x.jpg")


@dataclass(frozen=True, slots=True)
class Mended:
    """What was found in one broken record.

    `record` is made of what is sound, and None where too little is. `tree` is what it was made of,
    `cut` the places in it at which nothing can be said any more, `loose` those of which something
    may be missing.
    """

    complaints: tuple[Complaint, ...]
    record: Record | None
    tree: Plain
    cut: frozenset[Path]
    loose: frozenset[Path] = frozenset()

    def hides(self, steps: Steps) -> bool:
        """Whether what stands at a path of the model is not what was typed."""
        path = path_in(self.tree, steps)
        return path in self.loose or any(path[: len(each)] == each for each in self.cut)

    @property
    def keeps_its_ids(self) -> bool:
        """Whether everything others may point to in it still has the id that was typed."""
        return not any(
            each[:1] == () or (each[0] in _POINTED_TO and (len(each) < 3 or each[2] == _ID))
            for each in self.cut | self.loose
        )


def mend(kind: Kind, tree: Plain, doubt: Doubt = NO_DOUBT) -> Mended:
    """Say everything that keeps a tree from being a record, and give what is sound of it.

    Of a tree that is sound there is nothing to say, nor of what is in doubt. `tree` stays as it is.
    """
    return _Mending(kind, tree, doubt).result()


class _Mending:
    def __init__(self, kind: Kind, tree: Plain, doubt: Doubt) -> None:
        self._kind = kind
        self._model = model_of(kind, tree)
        self._typed = tree
        self._tree = deepcopy(tree)
        self._hidden = doubt.hidden
        self._cut: set[Path] = set(doubt.hidden)
        self._loose = set(doubt.loose)
        self._asleep: set[type] = set()
        self._told: dict[Complaint, None] = {}
        self._numbers = count(1)

    def result(self) -> Mended:
        for _round in range(_ROUNDS):
            found = self._try(self._tree)
            if not isinstance(found, list):
                return self._mended(found)
            faults = Faults(self._model, found)
            self._loosen(found)
            self._tell(faults)
            removed = [self._remove(one, faults) for one in self._outermost(found)]
            if not all(removed):
                break
        return self._mended(None)

    def _mended(self, record: Record | None) -> Mended:
        return Mended(
            tuple(self._told), record, self._tree, frozenset(self._cut), frozenset(self._loose)
        )

    def _try(self, tree: Plain) -> Record | list[ErrorDetails]:
        with rules_asleep(self._asleep):
            try:
                return validate(self._kind, tree)
            except ValidationError as error:
                return error.errors(include_url=False)

    def _loosen(self, found: list[ErrorDetails]) -> None:
        """Doubt what a line nobody can read stands in, where nobody knows its key either."""
        unknown = {self._place(one) for one in found if one["type"] == UNKNOWN_KEY}
        self._loose |= {path[:-1] for path in unknown & self._hidden}

    def _tell(self, faults: Faults) -> None:
        """Tell what is not only wrong because of what was cut."""
        for one in faults.untold():
            place, keys = self._place(one), one.get("ctx", {}).get(RULE_KEYS)
            if self._is_loose(one, place, keys, faults):
                continue
            if not any(_decides(cut, place, keys) for cut in self._cut):
                self._told[faults.complaint(self._typed, one)] = None

    def _is_loose(
        self, fault: ErrorDetails, place: Path, keys: Sequence[str] | None, faults: Faults
    ) -> bool:
        """Whether a fault may come from something that is missing or stands elsewhere.

        A misspelt key is one wherever it belongs. One that is known elsewhere may belong there, and
        one that is not known at all may be no key.
        """
        if fault["type"] == MISSING:
            return place[:-1] in self._loose
        if fault["type"] == UNKNOWN_KEY:
            key = str(place[-1])
            is_misspelt = faults.meant(fault["loc"][:-1], key) and not shape.is_key_in(
                key, self._model
            )
            return place[:-1] in self._loose and not is_misspelt
        return any(
            place == one or (len(place) < len(one) and _decides(one, place, keys))
            for one in self._loose
        )

    def _outermost(self, found: list[ErrorDetails]) -> Iterator[ErrorDetails]:
        """Leave out what goes with something else that is cut in this round."""
        places = {self._place(one) for one in found if not self._broken_rule(one)}
        for one in found:
            place = self._place(one)
            if not any(place[:length] in places for length in range(len(place))):
                yield one

    def _place(self, fault: ErrorDetails) -> Path:
        """Give where a fault stands; a key that is missing has its place too."""
        steps = fault["loc"]
        if fault["type"] == MISSING:
            return (*path_in(self._tree, steps[:-1]), steps[-1])
        return path_in(self._tree, steps)

    def _remove(self, fault: ErrorDetails, faults: Faults) -> bool:
        """Do away with a fault; False when that cannot be done."""
        if owner := self._broken_rule(fault):
            self._asleep.add(owner)
            return True
        place = self._place(fault)
        if not place:
            return False
        self._cut.add(place)
        if fault["type"] == UNKNOWN_KEY:
            meant = faults.meant(fault["loc"][:-1], str(place[-1]))
            self._cut.update([(*place[:-1], meant)] if meant else [])
        for tree in self._without(place, fault["loc"]):
            after = self._try(tree)
            before, self._tree = self._tree, tree
            if not isinstance(after, list) or place not in map(self._place, after):
                return True
            self._tree = before
        return False

    def _broken_rule(self, fault: ErrorDetails) -> type | None:
        """Give the model whose rule over several keys a fault tells of."""
        is_rule = RULE_KEYS in fault.get("ctx", {})
        return shape.model_at(self._model, fault["loc"]) if is_rule else None

    def _without(self, place: Path, steps: Steps) -> Iterator[Plain]:
        """Give the tree without what stands at a place, then with something harmless there."""
        *above, last = place
        if isinstance(last, str):
            tree = deepcopy(self._tree)
            home = value_at(tree, tuple(above))
            if isinstance(home, dict):
                home.pop(last, None)
                yield tree
        for instead in self._harmless(steps):
            tree = deepcopy(self._tree)
            value_at(tree, tuple(above))[last] = instead  # type: ignore[index]
            yield tree

    def _harmless(self, steps: Steps) -> Iterable[Plain]:
        return (*shape.words_at(self._model, steps), f"x{next(self._numbers)}", *_HARMLESS, {})


def _decides(cut: Path, place: Path, keys: Sequence[str] | None) -> bool:
    """Whether a fault at a place may come from what was cut.

    It does when it lies within that, or when that lies right under it and is looked at: by a rule
    over several `keys`, or by any other fault.
    """
    if place[: len(cut)] == cut:
        return True
    is_under = len(cut) == len(place) + 1 and cut[: len(place)] == place
    return is_under and (keys is None or cut[-1] in keys)
