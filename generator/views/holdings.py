"""What belongs on which page: each unit's, area's, theme's and programme's share of the archive.

It is sorted out once, so that building one page costs what stands on it and not the archive.
"""

from collections.abc import Iterable, Mapping

from generator import alphabet, gazetteer
from generator.alphabet import Branch
from generator.archive import Archive, Matter
from generator.areas import Area
from generator.boards import Board, Boards, fill
from generator.figures import Tally, family, tally
from generator.model import (
    Commitment,
    Concern,
    Outcome,
    Programme,
    Session,
    Theme,
    Unit,
    UnitLevel,
)
from generator.status import Family
from generator.value import value
from generator.views.area_holdings import AreaHoldings, hold_by_area
from generator.views.grouping import grouped, live_matters
from generator.views.lines import Lines
from generator.views.paging import MOST
from generator.views.unit_holdings import UnitHoldings, hold_by_unit, units_with_a_page


@value
class ThemeHoldings:
    """The concerns of a theme, the sessions that were about it without one, and outcomes of many.

    All newest first.
    """

    concerns: tuple[Matter, ...]
    sessions: tuple[Session, ...]
    scoped: tuple[Outcome, ...]


@value
class Holdings:
    """The archive sorted by page. Withdrawn concerns are left out everywhere.

    `lines` makes the lines of lists. `units` are all units that have a page; `units_under` and
    `areas_within` give the next level below a key in the order of names, the top level under "".
    `areas_within` are those where sessions were held or announced, `areas_silent` the others.
    `villages` are all villages by how they begin, None without any.
    `whole` is the count of all, `promised` how many were met with a promise, `boards` the lists of
    what is owed or open. `themes` and `programmes` are in the order of their names.
    """

    archive: Archive
    lines: Lines
    whole: Tally
    promised: int
    boards: Boards
    units: Mapping[str, Unit]
    units_under: Mapping[str, tuple[Unit, ...]]
    by_unit: Mapping[str, UnitHoldings]
    areas_within: Mapping[str, tuple[Area, ...]]
    areas_silent: Mapping[str, tuple[Area, ...]]
    villages: Branch[Area] | None
    by_area: Mapping[str, AreaHoldings]
    themes: tuple[Theme, ...]
    by_theme: Mapping[str, ThemeHoldings]
    programmes: tuple[Programme, ...]
    scoped_by_programme: Mapping[str, tuple[Outcome, ...]]


def sort_out(archive: Archive) -> Holdings:
    """Sort the archive by page."""
    registries = archive.records.registries
    units = units_with_a_page(archive.records)
    boards = fill(archive)
    areas = sorted(archive.areas.values(), key=lambda one: (one.name.casefold(), one))
    return Holdings(
        archive=archive,
        lines=Lines(archive),
        whole=tally(archive.matters.values()),
        promised=sum(map(_is_promised, archive.matters.values())),
        boards=boards,
        units=units,
        units_under=grouped(
            sorted(units.values(), key=_rank_and_name),
            lambda one: [one.parent if one.parent in units and one.parent else ""],
        ),
        by_unit=hold_by_unit(archive, units, boards.matters[Board.WAITING], boards.unreported),
        areas_within=_by_parent(one for one in areas if archive.by_area[one.key]),
        areas_silent=_by_parent(one for one in areas if not archive.by_area[one.key]),
        villages=_by_letter(archive),
        by_area=hold_by_area(archive, boards.matters[Board.WAITING], boards.unreported),
        themes=tuple(sorted(registries.themes.values(), key=_name)),
        by_theme=_by_theme(archive),
        programmes=tuple(sorted(registries.programmes.values(), key=_name)),
        scoped_by_programme=grouped(
            archive.scoped,
            lambda one: [one.scope.programme] if one.scope and one.scope.programme else [],
        ),
    )


def _by_parent(areas: Iterable[Area]) -> dict[str, tuple[Area, ...]]:
    return grouped(areas, lambda one: [one.parent.key if one.parent else ""])


def _by_letter(archive: Archive) -> Branch[Area] | None:
    listing = gazetteer.listing(archive.areas.values())
    return alphabet.grow(listing, lambda entries: len(entries) <= MOST) if listing else None


def _by_theme(archive: Archive) -> dict[str, ThemeHoldings]:
    concerns = grouped(live_matters(archive, archive.sessions), _themes)
    sessions = grouped(archive.sessions, lambda one: _only_mentioned(archive, one))
    scoped = grouped(archive.scoped, lambda one: one.scope.themes if one.scope else ())
    return {
        key: ThemeHoldings(concerns.get(key, ()), sessions.get(key, ()), scoped.get(key, ()))
        for key in archive.records.registries.themes
    }


def _themes(matter: Matter) -> tuple[str, ...]:
    return matter.concern.themes if isinstance(matter.concern, Concern) else ()


def _only_mentioned(archive: Archive, session: Session) -> list[str]:
    written = {theme for one in archive.matters_of.get(session.id, ()) for theme in _themes(one)}
    return [theme for theme in session.themes if theme not in written]


def _is_promised(matter: Matter) -> bool:
    entry, found = matter.concern, matter.follow_up
    if found is None or family(found.status) is Family.OUTSIDE:
        return False
    return isinstance(entry, Concern | Commitment) and entry.has_promise


def _name(named: Theme | Programme) -> tuple[str, str]:
    return named.name.casefold(), named.id


def _rank_and_name(unit: Unit) -> tuple[int, str, str]:
    return list(UnitLevel).index(unit.level), unit.name.casefold(), unit.id
