"""Where two versions of a record do not say the same.

Something that was absent before is an addition and no change: it takes back nothing a resident has
read, and the page shows when a record was first published. It is told only where it moves what was
published all the same: whose debt a concern is, its status, its deadline, or the day something
counts from (`MOVING`).
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from types import MappingProxyType
from typing import Any

from generator.archive import clock_start
from generator.checks.against.meaning import fields_of, meaning, ways
from generator.model import Answer, Commitment, Concern, Outcome, Promise, Scope, Session
from generator.outline import Field, Holds, outline_of
from generator.records.places import Steps

APART = frozenset({"masukan", "komitmen", "koreksi", "ditinjau"})
"""Keys of a record that are compared by rules of their own."""

MOVING: Mapping[type, frozenset[str]] = MappingProxyType(
    {
        Session: frozenset({"satuan"}),
        Concern: frozenset({"kewenangan", "untuk", "sebelumnya", "jawaban", "janji"}),
        Commitment: frozenset({"janji"}),
        Answer: frozenset({"mitra", "cek_lagi"}),
        Promise: frozenset({"tenggat", "berkala", "kata"}),
        Scope: frozenset({"program", "tema", "satuan"}),
        Outcome: frozenset(
            {"menjawab", "cakupan", "oleh", "waktu", "cek_lagi", "tenggat", "ke", "alasan"}
        ),
    }
)
"""The keys whose addition moves something published, by what they are added to.

Not `tema`, `lokasi`, `petugas`, `sumber`, `bukti` and the like: they only tell more. An answer or a
promise does (a status, a deadline), and so does one more concern in `menjawab`: that would be
answered on a day in the past. `waktu` of an outcome puts the events of one day in order.
"""


@dataclass(frozen=True, slots=True)
class Difference:
    """A part that says something else than what was published.

    `path` leads to it in the record as it is now. `part` names it as `bagian` of a correction does,
    `earlier_part` likewise in the published record. `before` and `after` are the ways to quote what
    it said and says, the plainest first; () where nothing stood. `owner` is what it belongs to.
    """

    path: Steps
    part: tuple[str, ...]
    earlier_part: tuple[str, ...]
    before: tuple[str, ...]
    after: tuple[str, ...]
    field: Field
    owner: type


@dataclass(frozen=True, slots=True)
class Place:
    """Where in a record something stands, as it is now and as it was."""

    path: Steps = ()
    part: tuple[str, ...] = ()
    earlier: tuple[str, ...] = ()

    def under(self, key: str) -> "Place":
        """Give the place of a key."""
        return Place((*self.path, key), (*self.part, key), (*self.earlier, key))

    def item(self, at: int, was_at: int) -> "Place":
        """Give the place of an item of a list, by its number from 0 now and before."""
        return Place(
            (*self.path, at),
            (*self.part, str(at + 1)),
            (*self.earlier, str(was_at + 1)),
        )


def of_record(before: Session | Outcome, now: Session | Outcome) -> Iterator[Difference]:
    """Give the differences of two versions of a record but for what is compared apart."""
    yield from of_group(before, now, Place(), now.folder)
    if isinstance(before, Session) and isinstance(now, Session):
        yield from _moved_start(before, now)


def of_group(before: Any, now: Any, place: Place, folder: str) -> Iterator[Difference]:
    """Give the differences of two versions of something that has keys."""
    for field in fields_of(now):
        if not (isinstance(now, Session | Outcome) and field.key in APART):
            old, new = (_stated(one, field, folder) for one in (before, now))
            yield from _of_field(field, type(now), old, new, place.under(field.key), folder)


def _stated(owner: Any, field: Field, folder: str) -> Any:
    """Give what a key says; nothing where it only repeats what holds without it."""
    value = getattr(owner, field.attribute)
    repeats = (Outcome, "oleh"), (Concern, "untuk")
    return None if (type(owner), field.key) in repeats and value == folder else value


def _of_field(
    field: Field, owner: type, old: Any, new: Any, place: Place, folder: str
) -> Iterator[Difference]:
    if old in (None, ()):
        # `tidak ada` and `tidak dirinci` in the place of answers only say that there are none.
        says_nothing = new in (None, ()) or (field.holds is Holds.GROUP and new in field.words)
        if not says_nothing and field.key in MOVING.get(owner, ()):
            yield _difference(field, owner, old, new, place)
    elif isinstance(old, tuple) and isinstance(new, tuple):
        yield from _of_list(field, owner, old, new, place, folder)
    elif fields_of(old) and type(old) is type(new):
        inner = tuple(of_group(old, new, place, folder))
        # A promise is one thing: a day that became a habit is one change, not two.
        is_one = isinstance(old, Promise) and len(inner) > 1
        yield from (_difference(field, owner, old, new, place),) if is_one else inner
    elif _meanings(field, old, folder) != _meanings(field, new, folder):
        yield _difference(field, owner, old, new, place)


def _of_list(
    field: Field,
    owner: type,
    old: Sequence[Any],
    new: Sequence[Any],
    place: Place,
    folder: str,
) -> Iterator[Difference]:
    if field.holds not in (Holds.GROUP, Holds.TEXT):
        before, now = ([meaning(field, one, folder) for one in many] for many in (old, new))
        is_moving = field.key in MOVING.get(owner, ()) and any(one not in before for one in now)
        if is_moving or any(one not in now for one in before):
            yield _difference(field, owner, old, new, place)
        return
    pairs, gone, added = _paired(field, old, new, folder)
    for was_at, at in pairs:
        item = place.item(at, was_at)
        if field.holds is Holds.GROUP:
            yield from of_group(old[was_at], new[at], item, folder)
        else:
            yield _difference(field, owner, old[was_at], new[at], item)
    for was_at in gone:
        yield _difference(field, owner, old[was_at], None, place, was_at=was_at)
    if field.key in MOVING.get(owner, ()):
        for at in added:
            yield _difference(field, owner, None, new[at], place.item(at, at))


def _difference(
    field: Field, owner: type, old: Any, new: Any, place: Place, was_at: int | None = None
) -> Difference:
    earlier = place.earlier if was_at is None else (*place.earlier, str(was_at + 1))
    return Difference(place.path, place.part, earlier, ways(old), ways(new), field, owner)


def _paired(
    field: Field, old: Sequence[Any], new: Sequence[Any], folder: str
) -> tuple[list[tuple[int, int]], list[int], list[int]]:
    """Give which changed item became which, and those gone and added; equal ones are left out.

    Their order means nothing. An item became the one it has most in common with.
    """
    before, now = ([_parts(field, one, folder) for one in many] for many in (old, new))
    gone, added = list(range(len(old))), list(range(len(new)))
    for was_at in tuple(gone):
        twin = next((at for at in added if now[at] == before[was_at]), None)
        if twin is not None:
            gone.remove(was_at)
            added.remove(twin)
    pairs: list[tuple[int, int]] = []
    likeness = sorted(
        (-len(before[was_at] & now[at]), abs(was_at - at), was_at, at)
        for was_at in gone
        for at in added
    )
    for shared, _apart, was_at, at in likeness:
        is_alone = len(old) == len(new) and was_at == at
        if was_at in gone and at in added and (shared or is_alone):
            pairs.append((was_at, at))
            gone.remove(was_at)
            added.remove(at)
    return sorted(pairs, key=lambda pair: pair[1]), gone, added


def _parts(field: Field, value: Any, folder: str) -> frozenset[Any]:
    fields = fields_of(value)
    if not fields:
        return frozenset(str(value).casefold().split()) | {meaning(field, value, folder)}
    held = ((one, getattr(value, one.attribute)) for one in fields)
    return frozenset(
        (one.key, _meanings(one, what, folder)) for one, what in held if what not in (None, ())
    )


def _meanings(field: Field, value: Any, folder: str) -> Any:
    """Give what a value means, however deep."""
    if isinstance(value, tuple):
        found = [_meanings(field, one, folder) for one in value]
        return tuple(found) if field.holds in (Holds.GROUP, Holds.TEXT) else frozenset(found)
    if fields := fields_of(value):
        return tuple(_meanings(one, getattr(value, one.attribute), folder) for one in fields)
    return meaning(field, value, folder)


def _moved_start(before: Session, now: Session) -> Iterator[Difference]:
    """An undated session counts from its earliest source: an earlier one moves its deadlines."""
    if before.date.text != now.date.text:
        return
    start, basis = clock_start(before)
    day, new_basis = clock_start(now)
    if (start, basis) != (day, new_basis):
        field = next(one for one in outline_of(Session) if one.key == "sumber")
        yield _difference(field, Session, start, day, Place().under("sumber"))
