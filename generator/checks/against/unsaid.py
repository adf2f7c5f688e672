"""What a record says in another way than was published, without saying so.

This is the judgement of `kabar check --against` and of `kabar diff`: the one tells how to mend it,
the other what residents would see.
"""

from collections.abc import Iterator
from typing import NamedTuple

from generator.archive import Archive, resolve
from generator.checks.against import mended
from generator.checks.against.differences import Difference, Place, of_group, of_record
from generator.checks.against.meaning import fields_of
from generator.checks.against.published import entries_of
from generator.checks.against.reuse import is_other_matter, is_other_record
from generator.model import (
    Commitment,
    Concern,
    Correction,
    Outcome,
    Session,
    Silence,
    WithdrawnConcern,
)
from generator.outline import Holds, outline_of


class Unsaid(NamedTuple):
    """A difference, and the new corrections that name its part but do not tell all of it."""

    difference: Difference
    named: tuple[Correction, ...]


def unsaid(before: Session | Outcome, now: Session | Outcome, archive: Archive) -> Iterator[Unsaid]:
    """Give what a record says in another way than before and no new correction tells of.

    `archive` is that of today. Nothing is given where quite another record took the name: that is
    told as a whole (see `reuse`).
    """
    if type(before) is not type(now) or is_other_record(before, now):
        return
    fresh = mended.added(before, now)
    for found in _differences(before, now):
        named = mended.about(found, fresh, before, now)
        if not mended.is_said(found, named) and not _is_withdrawn_reference(found, now, archive):
            yield Unsaid(found, named)


def _differences(before: Session | Outcome, now: Session | Outcome) -> Iterator[Difference]:
    yield from of_record(before, now)
    yield from _reviewed(before, now)
    if not isinstance(before, Session) or not isinstance(now, Session):
        return
    yield from _silence(before, now)
    known = entries_of(now)
    for key, entries in entries_of(before).items():
        numbers = {identity: at for at, identity in enumerate(known[key])}
        for identity, entry in entries.items():
            other = known[key].get(identity)
            if isinstance(other, WithdrawnConcern) or type(other) is not type(entry):
                continue
            if isinstance(entry, Concern | Commitment) and not is_other_matter(entry, other, now):
                place = Place((key, numbers[identity]), (key, identity), (key, identity))
                yield from of_group(entry, other, place, now.folder)


def _silence(before: Session, now: Session) -> Iterator[Difference]:
    """`nihil` says that nobody raised anything; `tidak dirinci` leaves room for what was raised."""
    field = next(one for one in outline_of(Session) if one.key == "masukan")
    old, new = (
        (one.concerns.value,) if isinstance(one.concerns, Silence) else () for one in (before, now)
    )
    is_itemised = before.concerns is Silence.NOT_ITEMISED and bool(now.entries)
    if old and old != new and not is_itemised:
        after = new or (("ada masukan", "masukan") if now.entries else ())
        path, part = ("masukan",), ("masukan",)
        yield Difference(path, part, part, old, after, field, Session)


def _reviewed(before: Session | Outcome, now: Session | Outcome) -> Iterator[Difference]:
    """A review may be added, and renewed on a later day; it does not go."""
    was, stands = before.reviewed, now.reviewed
    if was and stands != was and not (stands and stands.date > was.date):
        field = next(one for one in fields_of(now) if one.key == "ditinjau")
        if stands:
            yield from of_group(was, stands, Place().under("ditinjau"), now.folder)
        else:
            part = ("ditinjau",)
            old = (was.date.isoformat(),)
            yield Difference(part, part, part, old, (), field, type(now))


def _is_withdrawn_reference(found: Difference, now: Session | Outcome, archive: Archive) -> bool:
    """Whether a list of references lost nothing but what was withdrawn in the meantime."""
    if found.field.holds is not Holds.REFERENCE or not found.before:
        return False
    old, new = (
        {resolve(one, now.folder) for one in " ".join(side[:1]).split(", ") if one}
        for side in (found.before, found.after)
    )
    return new <= old and all(_is_withdrawn(one, archive) for one in old - new)


def _is_withdrawn(concern: str, archive: Archive) -> bool:
    """Whether a concern, by its full id, is withdrawn now, by itself or with its session."""
    session = archive.records.sessions.get(concern.partition("#")[0])
    if isinstance(session, Session):
        matter = archive.matters.get(concern)
        return matter is not None and isinstance(matter.concern, WithdrawnConcern)
    return session is not None
