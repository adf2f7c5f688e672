"""The order of events: one total order, whatever order the files were read in (rule 1).

By the latest day a date can mean; then the time of day where both events have one; then the order
of the contract's table, so that on one day the less flattering word is last; then what the event
says (of two extensions the earlier day first, of two other deadlines the nearer day last); then
first publication, the written date, and the id. Two events that differ only in these are equal, so
neither the name nor the place of a file ever decides what becomes of a concern.
"""

import datetime
from collections.abc import Iterable
from dataclasses import dataclass
from itertools import groupby
from operator import attrgetter

from generator.dates import EventDate
from generator.followup.table import TABLE, Row
from generator.followup.terms import Case, Objection
from generator.model import Event, Outcome
from generator.model.outcome import KEYS, TERMS

_RANK = {event: rank for rank, event in enumerate(Event)}
_KNOWN = {
    event: (rank, TABLE[event], KEYS[TERMS[event]] if event in TERMS else None)
    for event, rank in _RANK.items()
}
"""Of each event its place in the table, its row, and the attribute of the deadline it names."""
_MERGED = Event.MERGED
_UNFLATTERING = _RANK[Event.REFUSED]
NEVER = datetime.date.max.toordinal() + 2
"""Later than any day, and than the day after any deadline, as an ordinal."""

SortKey = tuple[int, int, int, str, int, str, str]
Likeness = tuple[int, int, int, str]


@dataclass(slots=True)
class Entry:
    """One event as the rules see it, from an outcome or from an objection in a later session.

    `day` is the latest day it can have happened, `published` that of its first publication; both
    are ordinals, NEVER where unknown. `term` is the deadline it names, `target` the full id of the
    concern it was merged into. Of the time of day only its place in the day is kept.
    """

    key: SortKey
    day: int
    event: Event
    row: Row
    date: EventDate
    time: str | None
    published: int
    term: datetime.date | None
    target: str | None
    outcome: str | None
    session: str | None

    @property
    def likeness(self) -> Likeness:
        """Day, event, deadline and target: equal events count once (rule 1)."""
        return self.key[:4]


def in_order(case: Case) -> list[Entry]:
    """Give the events of a case, oldest first, undated ones last."""
    if not (case.outcomes or case.objections):
        return []
    entries = [_from_outcome(outcome) for outcome in case.outcomes]
    if case.objections:
        entries += map(_from_objection, case.objections)
    if len(entries) < 2:
        return entries
    entries.sort(key=attrgetter("key"))
    if any(entry.time for entry in entries):
        days = groupby(entries, key=lambda entry: entry.key[0])
        return [entry for _day, group in days for entry in _by_the_hour(list(group))]
    return entries


def _from_outcome(outcome: Outcome) -> Entry:
    event, date = outcome.event, outcome.date
    rank, row, named = _KNOWN[event]
    latest, first = date.latest, outcome.published
    day = latest.toordinal() if latest else NEVER
    published = first.toordinal() if first else NEVER
    term: datetime.date | None = getattr(outcome, named) if named else None
    target = _target(outcome) if event is _MERGED else None
    key = (
        day,
        rank,
        _nearness(event, term) if term else 0,
        target or "",
        published,
        date.text,
        outcome.id,
    )
    time = outcome.time.sort_key if outcome.time and latest else None
    return Entry(key, day, event, row, date, time, published, term, target, outcome.id, None)


def _from_objection(objection: Objection) -> Entry:
    event, date = Event.DISPUTED, objection.date
    day = date.latest.toordinal() if date.latest else NEVER
    key = (day, _RANK[event], 0, "", NEVER + 1, date.text, objection.concern)
    row = TABLE[event]
    return Entry(key, day, event, row, date, None, NEVER, None, None, None, objection.session)


def _nearness(event: Event, term: datetime.date) -> int:
    return term.toordinal() if event is Event.EXTENDED else -term.toordinal()


def _target(outcome: Outcome) -> str:
    reference = outcome.merged_into or ""
    return reference if "/" in reference else f"{outcome.folder}/{reference}"


def _by_the_hour(day: list[Entry]) -> Iterable[Entry]:
    """Put the events of one day in order where some have a time.

    Those with a time stand as the clock says. The others keep the order of the table towards each
    of them. Where that is contradictory (a reopening at 8, work at 10 and a claim without a time)
    a flattering word goes as early as the table allows and an unflattering one as late.
    """
    timed = sorted((one for one in day if one.time), key=lambda one: (one.time, one.key))
    if len(timed) < 2:
        return day
    placed = [((place, 1), one) for place, one in enumerate(timed)]
    placed += [((_place(one, timed), 0), one) for one in day if not one.time]
    placed.sort(key=lambda pair: (pair[0], pair[1].key))
    return [one for _place_of_it, one in placed]


def _place(entry: Entry, timed: list[Entry]) -> int:
    """Say before which of the events with a time one without a time stands."""
    if _RANK[entry.event] >= _UNFLATTERING:
        return max((at + 1 for at, one in enumerate(timed) if one.key < entry.key), default=0)
    return min((at for at, one in enumerate(timed) if one.key > entry.key), default=len(timed))
