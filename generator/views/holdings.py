"""What belongs on which page: each unit's, area's, theme's and programme's share of the archive.

It is sorted out once, so that building one page costs what stands on it and not the archive.
"""

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from typing import TypeVar

from generator.archive import Archive, Matter, Records
from generator.areas import Area
from generator.figures import Tally, tally
from generator.model import (
    AnswerKind,
    Commitment,
    Concern,
    Outcome,
    Programme,
    Session,
    Theme,
    Unit,
    UnitLevel,
    WithdrawnOutcome,
    WithdrawnSession,
)

Key = TypeVar("Key")
Thing = TypeVar("Thing")


@dataclass(frozen=True, slots=True)
class UnitHoldings:
    """What a unit and those under it hold: the count, and what is owed, oldest debt first."""

    tally: Tally
    owed: tuple[Matter, ...]


@dataclass(frozen=True, slots=True)
class Holdings:
    """The archive sorted by page. A key without anything is missing.

    `units` are all units that have a page, by key; `units_under` and `areas_within` give the next
    level below a key in the order of names, the top level under "". What a unit holds includes the
    units under it; `whole` is what all hold, `promised` how many matters of all were met with a
    promise. `concerns_*` are newest first, withdrawn ones left out. `mentioned_in` are the
    sessions that were about a theme without a written concern of it. `scoped_*` are outcomes of
    many unnamed concerns. `units_at` are the units that held sessions in a district or a village.
    `announced` are by unit, soonest first; `unreported` as well, those that wait longest first.
    `themes` and `programmes` are in the order of their names.
    """

    archive: Archive
    units: Mapping[str, Unit]
    units_under: Mapping[str, tuple[Unit, ...]]
    by_unit: Mapping[str, UnitHoldings]
    areas_within: Mapping[str, tuple[Area, ...]]
    whole: UnitHoldings
    promised: int
    concerns_by_area: Mapping[str, tuple[Matter, ...]]
    concerns_by_theme: Mapping[str, tuple[Matter, ...]]
    mentioned_in: Mapping[str, tuple[Session, ...]]
    scoped_by_unit: Mapping[str, tuple[Outcome, ...]]
    scoped_by_theme: Mapping[str, tuple[Outcome, ...]]
    scoped_by_programme: Mapping[str, tuple[Outcome, ...]]
    announced: Mapping[str, tuple[Session, ...]]
    unreported: Mapping[str, tuple[Session, ...]]
    longest_unreported: tuple[Session, ...]
    units_at: Mapping[str, tuple[str, ...]]
    themes: tuple[Theme, ...]
    programmes: tuple[Programme, ...]


def sort_out(archive: Archive) -> Holdings:
    """Sort the archive by page."""
    registries = archive.records.registries
    units = _units_with_a_page(archive.records)
    owed = tuple(sorted(filter(_is_owed, archive.matters.values()), key=_oldest_debt))
    unreported = tuple(sorted(archive.unreported, key=_longest_waiting))

    def above(keys: Iterable[str]) -> Iterator[str]:
        yield from dict.fromkeys(one.id for key in keys for one in registries.line_of(key))

    owed_by_unit = _by(owed, lambda one: above(one.session.units))
    return Holdings(
        archive=archive,
        units=units,
        units_under=_by(
            sorted(units.values(), key=_rank_and_name),
            lambda one: [one.parent if one.parent in units and one.parent else ""],
        ),
        by_unit={
            key: UnitHoldings(
                tally(_matters(archive, archive.by_unit.get(key, ()))), owed_by_unit.get(key, ())
            )
            for key in units
        },
        whole=UnitHoldings(tally(archive.matters.values()), owed),
        promised=sum(map(_is_promised, archive.matters.values())),
        areas_within=_by(
            sorted(archive.areas.values(), key=lambda one: one.name.casefold()),
            lambda one: [one.parent.key if one.parent else ""],
        ),
        concerns_by_area={
            key: tuple(_matters(archive, sessions)) for key, sessions in archive.by_area.items()
        },
        concerns_by_theme=_by(_matters(archive, archive.sessions), _themes),
        mentioned_in=_by(archive.sessions, lambda one: _only_mentioned(archive, one)),
        scoped_by_unit=_by(archive.scoped, lambda one: above(one.scope.units if one.scope else ())),
        scoped_by_theme=_by(archive.scoped, lambda one: one.scope.themes if one.scope else ()),
        scoped_by_programme=_by(
            archive.scoped,
            lambda one: [one.scope.programme] if one.scope and one.scope.programme else [],
        ),
        announced=_by(archive.announced, lambda one: above(one.units)),
        unreported=_by(unreported, lambda one: above(one.units)),
        longest_unreported=unreported,
        units_at={
            key: tuple(sorted({unit for one in sessions for unit in one.units}))
            for key, sessions in archive.by_area.items()
            if archive.areas[key].district
        },
        themes=tuple(sorted(registries.themes.values(), key=_name)),
        programmes=tuple(sorted(registries.programmes.values(), key=_name)),
    )


def _by(
    things: Iterable[Thing], keys: Callable[[Thing], Iterable[Key]]
) -> dict[Key, tuple[Thing, ...]]:
    found: dict[Key, list[Thing]] = defaultdict(list)
    for thing in things:
        for key in keys(thing):
            found[key].append(thing)
    return {key: tuple(value) for key, value in found.items()}


def _units_with_a_page(records: Records) -> dict[str, Unit]:
    """Every unit a record names, and those above them: nothing a page links to may be missing."""
    registries = records.registries
    named = {one.folder for one in (*records.sessions.values(), *records.outcomes.values())}
    for session in records.sessions.values():
        named.update(_named_in_session(session))
    for outcome in records.outcomes.values():
        named.update(_named_in_outcome(outcome))
    successors = (unit.successor for key in named if (unit := registries.units.get(key)))
    named.update([key for key in successors if key])
    found = {one.id: one for key in named for one in registries.line_of(key)}
    return {key: found[key] for key in sorted(found)}


def _named_in_session(session: Session | WithdrawnSession) -> Iterator[str]:
    if isinstance(session, Session):
        yield from session.units
        for entry in session.entries:
            if isinstance(entry, Concern) and entry.awaits:
                yield entry.awaits


def _named_in_outcome(outcome: Outcome | WithdrawnOutcome) -> Iterator[str]:
    if isinstance(outcome, Outcome):
        yield from filter(None, [outcome.by])
        yield from outcome.scope.units if outcome.scope else ()


def _matters(archive: Archive, sessions: Iterable[Session]) -> Iterator[Matter]:
    for session in sessions:
        for matter in archive.matters_of.get(session.id, ()):
            if matter.follow_up:
                yield matter


def _themes(matter: Matter) -> tuple[str, ...]:
    return matter.concern.themes if isinstance(matter.concern, Concern) else ()


def _only_mentioned(archive: Archive, session: Session) -> list[str]:
    written = {theme for one in archive.matters_of.get(session.id, ()) for theme in _themes(one)}
    return [theme for theme in session.themes if theme not in written]


def _is_promised(matter: Matter) -> bool:
    entry = matter.concern
    if isinstance(entry, Concern):
        return entry.promise is not None or any(
            answer.kind is AnswerKind.COMMITMENT for answer in entry.given_answers
        )
    return isinstance(entry, Commitment)


def _is_owed(matter: Matter) -> bool:
    found = matter.follow_up
    return found is not None and (found.overdue or found.owes_word)


def _oldest_debt(matter: Matter) -> tuple[bool, date, str]:
    """Overdue ones first by the day they were due, then by the day the clock started."""
    found = matter.follow_up
    if found and found.overdue and found.deadline:
        return False, found.deadline.day, matter.id
    return True, (found.start if found else None) or date.max, matter.id


def _longest_waiting(session: Session) -> tuple[date, str]:
    return session.date.latest or date.max, session.id


def _name(named: Theme | Programme) -> tuple[str, str]:
    return named.name.casefold(), named.id


def _rank_and_name(unit: Unit) -> tuple[int, str, str]:
    return list(UnitLevel).index(unit.level), unit.name.casefold(), unit.id
