"""Everything that was read, brought together: who answers what, and where each concern stands."""

import datetime
from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Set
from dataclasses import dataclass, replace
from functools import cache
from graphlib import CycleError, TopologicalSorter
from operator import attrgetter
from typing import TypeVar

from generator import areas
from generator.areas import Area
from generator.atlas import Atlas, Reading
from generator.dates import EventDate
from generator.followup import (
    Case,
    FollowUp,
    Inherited,
    Objection,
    StartBasis,
    assess,
)
from generator.model import (
    Commitment,
    Concern,
    ConcernKind,
    Outcome,
    Session,
    WithdrawnConcern,
    WithdrawnOutcome,
    WithdrawnSession,
)
from generator.records import Records, Registries
from generator.status import Status
from generator.value import value

Key = TypeVar("Key")
_LATER_FIRST = str.maketrans("0123456789", "9876543210", ":")


@value
class Matter:
    """One concern (or commitment) of a session with where it stands.

    `id` is `polsek-x/2023-10-20#patroli`. `outcomes` answer it, in the order of their ids.
    `follow_up` is None for a concern that was withdrawn: nothing of it is left but its id.
    """

    id: str
    session: Session
    concern: Concern | Commitment | WithdrawnConcern
    outcomes: tuple[Outcome, ...]
    follow_up: FollowUp | None


@dataclass(frozen=True, slots=True)
class Archive:
    """The whole archive on a day, with its indexes.

    Sessions and outcomes are newest first, undated ones last. `outcomes` leaves out those that are
    withdrawn, by themselves or with all they answer; their ids are in `withdrawn_outcomes`.
    `announced` are sessions still to come, soonest first; `unreported` those whose day has passed
    without a report. The indexes hold sessions by key: a unit's include those of the units under
    it, an area's those of the areas within it. `scoped` are outcomes of many unnamed concerns.
    """

    today: datetime.date
    records: Records
    sessions: tuple[Session, ...]
    withdrawn_sessions: tuple[WithdrawnSession, ...]
    announced: tuple[Session, ...]
    unreported: tuple[Session, ...]
    outcomes: tuple[Outcome, ...]
    withdrawn_outcomes: frozenset[str]
    scoped: tuple[Outcome, ...]
    matters: Mapping[str, Matter]
    matters_of: Mapping[str, tuple[Matter, ...]]
    atlas: Atlas
    areas_of: Mapping[str, tuple[Area, ...]]
    areas: Mapping[str, Area]
    by_unit: Mapping[str, tuple[Session, ...]]
    by_area: Mapping[str, tuple[Session, ...]]
    by_theme: Mapping[str, tuple[Session, ...]]
    by_programme: Mapping[str, tuple[Session, ...]]
    by_status: Mapping[Status, tuple[Matter, ...]]
    by_year: Mapping[int | None, tuple[Session, ...]]


def resolve(reference: str, folder: str) -> str:
    """Give the full id a reference means; without a unit it lies in the record's own folder."""
    return reference if "/" in reference else f"{folder}/{reference}"


def answered_by(outcome: Outcome) -> list[str]:
    """Give the full ids of the concerns an outcome answers, as they are named in it."""
    folder = outcome.folder
    return [resolve(one, folder) for one in outcome.answers]


def newest_first(date: EventDate, time: str, identity: str) -> tuple[int, str, str]:
    """A key to sort by: newest day first, later hour first, then by id; undated last."""
    latest = date.latest
    return (-latest.toordinal() if latest else 0, time and _reversed(time), identity)


def build(records: Records, today: datetime.date) -> Archive:
    """Bring the records together as they stand on a day."""
    live = [one for one in records.sessions.values() if isinstance(one, Session)]
    live.sort(key=_newest_first)
    outcomes, withdrawn_outcomes, answering = _live_outcomes(records)
    matters, matters_of = _matters(records, live, answering, today)
    waiting = [one for one in live if one.concerns is None and not one.commitments]
    named = {one.id: _named_areas(one, records.registries) for one in live}
    served = _served(records.registries, today)
    atlas = Atlas((Reading(area, one.published) for one in live for area in named[one.id]), served)
    # Far fewer areas are named than sessions name one, so each is looked up on the map once.
    lines = {found: tuple(areas.areas_within(map(atlas, found))) for found in set(named.values())}
    areas_of = {key: lines[found] for key, found in named.items()}
    known = {area for line in lines.values() for area in line}
    known.update(areas.areas_within(map(atlas, served)))
    keys = {line: [area.key for area in line] for line in set(lines.values())}
    return Archive(
        today=today,
        records=records,
        sessions=tuple(live),
        withdrawn_sessions=tuple(
            one for one in records.sessions.values() if isinstance(one, WithdrawnSession)
        ),
        announced=tuple(sorted(filter(lambda one: _is_ahead(one, today), waiting), key=_soonest)),
        unreported=tuple(one for one in waiting if not _is_ahead(one, today)),
        outcomes=outcomes,
        withdrawn_outcomes=withdrawn_outcomes,
        scoped=tuple(one for one in outcomes if one.scope),
        matters=matters,
        matters_of=matters_of,
        atlas=atlas,
        areas_of=areas_of,
        areas={one.key: one for one in sorted(known)},
        by_unit=_index(live, _units_above(records.registries)),
        by_area=dict.fromkeys((one.key for one in sorted(known)), ())
        | _index(live, lambda one: keys[areas_of[one.id]]),
        by_theme=_index(live, _themes),
        by_programme=_index(live, lambda one: [one.programme]),
        by_status=_by_status(matters),
        by_year=_index(live, lambda one: [one.date.latest.year if one.date.latest else None]),
    )


def _live_outcomes(
    records: Records,
) -> tuple[tuple[Outcome, ...], frozenset[str], dict[str, tuple[Outcome, ...]]]:
    """Give the outcomes that count, the ids of those withdrawn, and what answers each concern.

    What answers a concern comes in the order of their ids.
    """
    live: list[Outcome] = []
    withdrawn: set[str] = set()
    answering: dict[str, list[Outcome]] = defaultdict(list)
    gone = _withdrawn(records)
    for outcome in sorted(records.outcomes.values(), key=attrgetter("id")):
        if isinstance(outcome, WithdrawnOutcome):
            withdrawn.add(outcome.id)
            continue
        answered = answered_by(outcome)
        if gone and answered and _are_gone(answered, gone):
            withdrawn.add(outcome.id)
            continue
        live.append(outcome)
        for concern in answered:
            answering[concern].append(outcome)
    live.sort(key=_newest_first)
    return tuple(live), frozenset(withdrawn), {key: tuple(one) for key, one in answering.items()}


def _are_gone(concerns: Iterable[str], gone: Set[str]) -> bool:
    for concern in concerns:
        if concern not in gone and concern.partition("#")[0] not in gone:
            return False
    return True


def _withdrawn(records: Records) -> set[str]:
    """Give the ids of what was withdrawn: concerns, and whole sessions."""
    found: set[str] = set()
    for session in records.sessions.values():
        if isinstance(session, WithdrawnSession):
            found.add(session.id)
            continue
        for entry in (*session.entries, *session.commitments):
            if isinstance(entry, WithdrawnConcern):
                found.add(f"{session.id}#{entry.id}")
    return found


def _matters(
    records: Records,
    sessions: Iterable[Session],
    answering: Mapping[str, tuple[Outcome, ...]],
    today: datetime.date,
) -> tuple[dict[str, Matter], dict[str, tuple[Matter, ...]]]:
    """Give every concern with where it stands, by its id, and those of every session."""
    cases = _cases(records, sessions, answering)
    follow_ups = {identity: assess(case, today) for identity, case in cases.items()}
    _hand_over_clocks(cases, follow_ups, today)
    matters: dict[str, Matter] = {}
    of_sessions: dict[str, tuple[Matter, ...]] = {}
    for session in sessions:
        found = []
        for entry in (*session.entries, *session.commitments):
            identity = f"{session.id}#{entry.id}"
            matter = matters[identity] = Matter(
                identity, session, entry, answering.get(identity, ()), follow_ups.get(identity)
            )
            found.append(matter)
        if found:
            of_sessions[session.id] = tuple(found)
    return matters, of_sessions


def _cases(
    records: Records, sessions: Iterable[Session], answering: Mapping[str, tuple[Outcome, ...]]
) -> dict[str, Case]:
    """Give everything the rules look at of every concern that was not withdrawn."""
    objecting = _objections(sessions)
    cases: dict[str, Case] = {}
    for session in sessions:
        start, basis = clock_start(session)
        programme = records.registries.programmes.get(session.programme)
        default = programme.default_deadline(start) if programme and start else None
        for entry in (*session.entries, *session.commitments):
            if not isinstance(entry, WithdrawnConcern):
                identity = f"{session.id}#{entry.id}"
                cases[identity] = Case(
                    entry,
                    session.date,
                    start,
                    basis,
                    default,
                    answering.get(identity, ()),
                    objecting.get(identity, ()),
                )
    return cases


def clock_start(session: Session) -> tuple[datetime.date | None, StartBasis]:
    """The day a session's clock starts: its own, its earliest source's, or its publication."""
    if session.date.latest is not None:
        return session.date.latest, StartBasis.SESSION
    dated = [one.date.latest for one in session.sources if one.date and one.date.latest]
    if dated:
        return min(dated), StartBasis.SOURCE
    return session.published, StartBasis.PUBLICATION


def _objections(sessions: Iterable[Session]) -> dict[str, tuple[Objection, ...]]:
    found: dict[str, list[Objection]] = defaultdict(list)
    for session in sessions:
        for entry in session.entries:
            if isinstance(entry, Concern) and entry.kind is ConcernKind.OBJECTION:
                for reference in entry.earlier:
                    found[resolve(reference, session.folder)].append(
                        Objection(session.id, f"{session.id}#{entry.id}", session.date)
                    )
    return {key: tuple(value) for key, value in found.items()}


def _hand_over_clocks(
    cases: Mapping[str, Case], follow_ups: dict[str, FollowUp], today: datetime.date
) -> None:
    """Let every merged concern hand its earlier clock to its target, along whole chains."""
    merged: dict[str, list[str]] = defaultdict(list)
    for identity, found in follow_ups.items():
        if found.merged_into:
            merged[resolve(found.merged_into, identity.partition("/")[0])].append(identity)
    try:
        order = tuple(TopologicalSorter(merged).static_order())
    except CycleError:  # reported by a check; no clock can be handed on in a circle
        return
    for target in order:
        handed = tuple(
            Inherited(found.start, found.deadline, _merged_since(found, cases[source]))
            for source in sorted(merged.get(target, ()))
            if (found := follow_ups[source]).start and found.deadline
        )
        if handed and target in cases:
            follow_ups[target] = assess(replace(cases[target], inherited=handed), today)


def _merged_since(merged: FollowUp, case: Case) -> datetime.date | None:
    """The day a merger could first be known: when it happened, or when that was published."""
    published = {one.id: one.published for one in case.outcomes}.get(merged.ended_by or "")
    days = [day for day in (merged.ended and merged.ended.latest, published) if day]
    return max(days, default=None)


def _is_ahead(session: Session, today: datetime.date) -> bool:
    return session.date.latest is not None and session.date.latest >= today


def _soonest(session: Session) -> tuple[datetime.date, str]:
    return session.date.latest or datetime.date.max, session.id


def _newest_first(record: Session | Outcome) -> tuple[int, str, str]:
    time = record.time
    return newest_first(record.date, time.sort_key if time else "", record.id)


def _reversed(hour: str) -> str:
    return hour.translate(_LATER_FIRST)


def _named_areas(session: Session, registries: Registries) -> tuple[Area, ...]:
    unit = registries.units.get(session.units[0])
    return tuple(filter(None, (areas.area_of(place, unit) for place in session.places)))


def _served(registries: Registries, today: datetime.date) -> list[Area]:
    """What the units there still are are responsible for."""
    return [
        area
        for unit in registries.units.values()
        if unit.until is None or unit.until >= today
        for area in areas.areas_of_unit(unit)
    ]


def _units_above(registries: Registries) -> Callable[[Session], Iterable[str]]:
    """Give what tells the units of a session and those above them; few differ."""

    @cache
    def above(units: tuple[str, ...]) -> tuple[str, ...]:
        return tuple(dict.fromkeys(one.id for unit in units for one in registries.line_of(unit)))

    return lambda session: above(session.units)


def _themes(session: Session) -> list[str]:
    found = [*session.themes]
    for entry in session.entries:
        if isinstance(entry, Concern):
            found += entry.themes
    return list(dict.fromkeys(found))


def _index(
    sessions: Iterable[Session], keys: Callable[[Session], Iterable[Key]]
) -> dict[Key, tuple[Session, ...]]:
    found: dict[Key, list[Session]] = defaultdict(list)
    for session in sessions:
        for key in keys(session):
            found[key].append(session)
    return {key: tuple(value) for key, value in found.items()}


def _by_status(matters: Mapping[str, Matter]) -> dict[Status, tuple[Matter, ...]]:
    found: dict[Status, list[Matter]] = defaultdict(list)
    for matter in matters.values():
        if matter.follow_up:
            found[matter.follow_up.status].append(matter)
    return {status: tuple(found[status]) for status in Status if status in found}
