"""What each area holds: what happened there itself, and in all the areas within it."""

from collections.abc import Iterable, Mapping, Sequence

from generator.archive import Archive, Matter, answered_by
from generator.areas import Area, areas_of_unit
from generator.figures import Tally, tally
from generator.model import Concern, ConcernKind, Outcome, Session, Unit, UnitLevel
from generator.remembered import remembered
from generator.value import value
from generator.views.grouping import grouped, live_matters, newest

_ON_THE_GROUND = (UnitLevel.REGIONAL, UnitLevel.RESORT, UnitLevel.SECTOR, UnitLevel.SUBSECTOR)
_SERVE = 3
"""How many units are named where several are responsible for one area."""


@value
class AreaHoldings:
    """What happened in an area, newest first.

    `sessions` and `concerns` are those of which no narrower area is known. `is_wide` where there
    are others, in areas within it.
    All others are of the area and those within it: the newest report-backs, what is owed (oldest
    debt first), what was announced (soonest first), and sessions without a report (longest first).
    `serving` are the units responsible for it or, where none is for it alone, for the next wider
    area.
    """

    sessions: tuple[Session, ...]
    concerns: tuple[Matter, ...]
    is_wide: bool
    reports: tuple[Outcome, ...]
    owed: tuple[Matter, ...]
    announced: tuple[Session, ...]
    unreported: tuple[Session, ...]
    serving: tuple[str, ...]


@value
class AreaWhole:
    """What the first page of an area tells of it and those within it, newest first.

    The count, and how many of them are words of thanks. `newest_sessions`, without sessions to
    come, and `newest_concerns` are () where no other area lies within it.
    """

    tally: Tally
    thanks: int
    newest_sessions: tuple[Session, ...]
    newest_concerns: tuple[Matter, ...]


def hold_by_area(
    archive: Archive, owed: Iterable[Matter], unreported: Iterable[Session]
) -> dict[str, AreaHoldings]:
    """Give what each area holds.

    `owed` is everything owed, oldest debt first, `unreported` the sessions without a report,
    longest first.
    """
    keys = {one: [area.key for area in areas] for one, areas in archive.areas_of.items()}
    own = grouped(archive.sessions, lambda one: _narrowest(archive.areas_of[one.id]))
    owed_in = grouped(owed, lambda one: keys[one.session.id])
    announced = grouped(archive.announced, lambda one: keys[one.id])
    unreported_in = grouped(unreported, lambda one: keys[one.id])
    reports = _newest_reports(archive, keys)
    serving = _serving(archive)
    found = {}
    for key, sessions in archive.by_area.items():
        here = own.get(key, ())
        found[key] = AreaHoldings(
            sessions=here,
            concerns=tuple(live_matters(archive, here)),
            is_wide=len(here) < len(sessions),
            reports=reports.get(key, ()),
            owed=owed_in.get(key, ()),
            announced=announced.get(key, ()),
            unreported=unreported_in.get(key, ()),
            serving=_nearest(archive.areas[key], serving),
        )
    return found


def whole_of_area(archive: Archive, key: str, *, is_wide: bool) -> AreaWhole:
    """Give what is told of an area and those within it; see `AreaHoldings.is_wide`."""
    sessions = archive.by_area[key]
    matters = tuple(live_matters(archive, sessions))
    to_come = _to_come(archive)
    return AreaWhole(
        tally=tally(matters),
        thanks=sum(map(_is_thanks, matters)),
        newest_sessions=newest(one for one in sessions if one.id not in to_come) if is_wide else (),
        newest_concerns=newest(matters) if is_wide else (),
    )


@remembered(1)
def _to_come(archive: Archive) -> frozenset[str]:
    return frozenset(one.id for one in archive.announced)


def held_by(archive: Archive, area: Area) -> tuple[str, ...]:
    """Give the units that held sessions in a district or a village, () for a wider area."""
    if area.level < 2:
        return ()
    return tuple(sorted({unit for one in archive.by_area[area.key] for unit in one.units}))


def _newest_reports(
    archive: Archive, keys: Mapping[str, Sequence[str]]
) -> dict[str, tuple[Outcome, ...]]:
    """The newest report-backs of each area, of whatever was raised in it."""

    def told_of(outcome: Outcome) -> Iterable[str]:
        answered = answered_by(outcome)
        sessions = {one.partition("#")[0] for one in answered}
        if len(sessions) == 1:
            return keys.get(sessions.pop(), ())
        return {key for session in sessions for key in keys.get(session, ())}

    return {key: newest(found) for key, found in grouped(archive.outcomes, told_of).items()}


def _serving(archive: Archive) -> dict[Area, tuple[str, ...]]:
    """The units responsible for each area alone, in the order of their levels and names."""
    units = sorted(archive.records.registries.units.values(), key=_rank_and_name)
    serving = [one for one in units if one.level in _ON_THE_GROUND and not _has_ended(one, archive)]
    found = grouped(serving, lambda one: filter(None, map(archive.atlas.find, areas_of_unit(one))))
    return {area: tuple(one.id for one in held[:_SERVE]) for area, held in found.items()}


def _nearest(area: Area, serving: Mapping[Area, tuple[str, ...]]) -> tuple[str, ...]:
    return next((serving[one] for one in reversed(area.line) if one in serving), ())


def _has_ended(unit: Unit, archive: Archive) -> bool:
    return unit.until is not None and unit.until < archive.today


def _rank_and_name(unit: Unit) -> tuple[int, str, str]:
    return list(UnitLevel).index(unit.level), unit.name.casefold(), unit.id


def _is_thanks(matter: Matter) -> bool:
    entry = matter.concern
    return isinstance(entry, Concern) and entry.kind is ConcernKind.APPRECIATION


def _narrowest(areas: tuple[Area, ...]) -> list[str]:
    """The keys of areas that hold no other of them."""
    if areas and areas[-1].line == areas:  # of a single place, as nearly always
        return [areas[-1].key]
    wider = {area.parent for area in areas}
    return [area.key for area in areas if area not in wider]
