"""What belongs on which page: each unit's, area's, theme's and programme's share of the archive.

It is sorted out once, so that building one page costs what stands on it and not the archive.
"""

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from itertools import islice
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
from generator.views.lines import Lines

Key = TypeVar("Key")
Thing = TypeVar("Thing")


NEWEST = 5
"""How many of what lies further down a unit or an area are shown above it."""


@dataclass(frozen=True, slots=True)
class UnitHoldings:
    """What a unit holds, newest first.

    `sessions` and `scoped` (outcomes of many unnamed concerns) are its own, `newest_under` and
    `scoped_under` the newest of the units under it. The others are its own and theirs together:
    the count, what is owed (oldest debt first), what was announced (soonest first), and sessions
    without a report (longest first).
    """

    sessions: tuple[Session, ...]
    scoped: tuple[Outcome, ...]
    newest_under: tuple[Session, ...]
    scoped_under: tuple[Outcome, ...]
    tally: Tally
    owed: tuple[Matter, ...]
    announced: tuple[Session, ...]
    unreported: tuple[Session, ...]


@dataclass(frozen=True, slots=True)
class AreaHoldings:
    """What happened in an area, newest first: there itself, and the newest in areas within it.

    Nothing is known of a narrower area for what happened there itself. `units` are those that held
    sessions in a district or a village; () for a wider area.
    """

    sessions: tuple[Session, ...]
    concerns: tuple[Matter, ...]
    newest_sessions: tuple[Session, ...]
    newest_concerns: tuple[Matter, ...]
    units: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class ThemeHoldings:
    """The concerns of a theme, the sessions that were about it without one, and outcomes of many.

    All newest first.
    """

    concerns: tuple[Matter, ...]
    sessions: tuple[Session, ...]
    scoped: tuple[Outcome, ...]


@dataclass(frozen=True, slots=True)
class Holdings:
    """The archive sorted by page. Withdrawn concerns are left out everywhere.

    `lines` makes the lines of lists. `units` are all units that have a page; `units_under` and
    `areas_within` give the next level below a key in the order of names, the top level under "".
    `whole` is the count of all, `promised` how many were met with a promise, `owed` what is owed,
    oldest debt first. `unreported` are sessions without a report, longest first. `themes` and
    `programmes` are in the order of their names.
    """

    archive: Archive
    lines: Lines
    whole: Tally
    promised: int
    owed: tuple[Matter, ...]
    unreported: tuple[Session, ...]
    units: Mapping[str, Unit]
    units_under: Mapping[str, tuple[Unit, ...]]
    by_unit: Mapping[str, UnitHoldings]
    areas_within: Mapping[str, tuple[Area, ...]]
    by_area: Mapping[str, AreaHoldings]
    themes: tuple[Theme, ...]
    by_theme: Mapping[str, ThemeHoldings]
    programmes: tuple[Programme, ...]
    scoped_by_programme: Mapping[str, tuple[Outcome, ...]]


def sort_out(archive: Archive) -> Holdings:
    """Sort the archive by page."""
    registries = archive.records.registries
    units = _units_with_a_page(archive.records)
    owed = tuple(sorted(filter(_is_owed, archive.matters.values()), key=_oldest_debt))
    unreported = tuple(sorted(archive.unreported, key=_longest_waiting))
    return Holdings(
        archive=archive,
        lines=Lines(archive),
        whole=tally(archive.matters.values()),
        promised=sum(map(_is_promised, archive.matters.values())),
        owed=owed,
        unreported=unreported,
        units=units,
        units_under=_by(
            sorted(units.values(), key=_rank_and_name),
            lambda one: [one.parent if one.parent in units and one.parent else ""],
        ),
        by_unit=_by_unit(archive, units, owed, unreported),
        areas_within=_by(
            sorted(archive.areas.values(), key=lambda one: one.name.casefold()),
            lambda one: [one.parent.key if one.parent else ""],
        ),
        by_area=_by_area(archive),
        themes=tuple(sorted(registries.themes.values(), key=_name)),
        by_theme=_by_theme(archive),
        programmes=tuple(sorted(registries.programmes.values(), key=_name)),
        scoped_by_programme=_by(
            archive.scoped,
            lambda one: [one.scope.programme] if one.scope and one.scope.programme else [],
        ),
    )


def _by_unit(
    archive: Archive,
    units: Iterable[str],
    owed: Iterable[Matter],
    unreported: Iterable[Session],
) -> dict[str, UnitHoldings]:
    registries = archive.records.registries

    def above(keys: Iterable[str]) -> Iterator[str]:
        yield from dict.fromkeys(one.id for key in keys for one in registries.line_of(key))

    def is_under(key: str) -> Callable[[Session], bool]:
        return lambda one: key not in one.units

    sessions = _by(archive.sessions, lambda one: one.units)
    scoped = _by(archive.scoped, _units_in_scope)
    scoped_all = _by(archive.scoped, lambda one: above(_units_in_scope(one)))
    owed_by = _by(owed, lambda one: above(one.session.units))
    announced = _by(archive.announced, lambda one: above(one.units))
    unreported_by = _by(unreported, lambda one: above(one.units))
    return {
        key: UnitHoldings(
            sessions=sessions.get(key, ()),
            scoped=scoped.get(key, ()),
            newest_under=_newest(filter(is_under(key), archive.by_unit.get(key, ()))),
            scoped_under=_newest(
                one for one in scoped_all.get(key, ()) if key not in _units_in_scope(one)
            ),
            tally=tally(_matters(archive, archive.by_unit.get(key, ()))),
            owed=owed_by.get(key, ()),
            announced=announced.get(key, ()),
            unreported=unreported_by.get(key, ()),
        )
        for key in units
    }


def _by_area(archive: Archive) -> dict[str, AreaHoldings]:
    own = _by(archive.sessions, lambda one: _narrowest(archive.areas_of[one.id]))
    found = {}
    for key, sessions in archive.by_area.items():
        here = own.get(key, ())
        is_wide = len(here) < len(sessions)
        found[key] = AreaHoldings(
            sessions=here,
            concerns=tuple(_matters(archive, here)),
            newest_sessions=_newest(sessions) if is_wide else (),
            newest_concerns=_newest(_matters(archive, sessions)) if is_wide else (),
            units=tuple(sorted({unit for one in sessions for unit in one.units}))
            if archive.areas[key].district
            else (),
        )
    return found


def _by_theme(archive: Archive) -> dict[str, ThemeHoldings]:
    concerns = _by(_matters(archive, archive.sessions), _themes)
    sessions = _by(archive.sessions, lambda one: _only_mentioned(archive, one))
    scoped = _by(archive.scoped, lambda one: one.scope.themes if one.scope else ())
    return {
        key: ThemeHoldings(concerns.get(key, ()), sessions.get(key, ()), scoped.get(key, ()))
        for key in archive.records.registries.themes
    }


def _newest(things: Iterable[Thing]) -> tuple[Thing, ...]:
    return tuple(islice(things, NEWEST))


def _narrowest(areas: tuple[Area, ...]) -> list[str]:
    """The keys of areas that hold no other of them."""
    wider = {area.parent for area in areas}
    return [area.key for area in areas if area not in wider]


def _units_in_scope(outcome: Outcome) -> tuple[str, ...]:
    return outcome.scope.units if outcome.scope else ()


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
