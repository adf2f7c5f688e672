"""The page of a police unit, and the index of units: one level of the chain of command a page."""

from collections.abc import Iterator
from functools import partial

from generator import urls
from generator.language import _
from generator.model import Unit, UnitLevel
from generator.page import Head, Page
from generator.value import value
from generator.views.entries import NameLine, SessionLine, how_many_sessions
from generator.views.follow import Follow, feed_links, follow, of_unit
from generator.views.halls import printed
from generator.views.holdings import Holdings
from generator.views.links import Link, units_above, way_to
from generator.views.news import ReportLine
from generator.views.paging import MOST, Paging, count, numbered, paging, piece
from generator.views.unit_front import UnitFront, unit_front
from generator.wording.names import full_unit_name
from generator.wording.previews import of_sessions

SESSIONS = 15
SCOPED = 5


@value
class UnitIndexView:
    """The index of units: those at the top, the headquarters last.

    The others are found on the pages of these.
    """

    units: tuple[NameLine, ...]
    paging: Paging


@value
class UnitView:
    """One page of a unit.

    `front` stands on the first page only. `under` are the
    units right below it; `sessions` those it held itself and `scoped` the outcomes of many unnamed
    concerns that name it, newest first: all three are cut into pages. `printed` leads to what can
    be printed, where it held sessions itself; `follow` says how to follow it, on the first page.
    """

    name: str
    front: UnitFront | None
    under: tuple[NameLine, ...]
    sessions: tuple[SessionLine, ...]
    scoped: tuple[ReportLine, ...]
    printed: tuple[Link, ...]
    follow: Follow | None
    paging: Paging


def index_pages(holdings: Holdings) -> Iterator[Page]:
    """The pages of the index of units."""
    of = count((len(_top(holdings)), MOST))
    for part in range(1, of + 1):
        yield Page(
            address=urls.part(urls.UNITS, part),
            section="satuan",
            template="units.html",
            title=numbered(_("Satuan polisi"), part),
            description=_(
                "Cari polda, polres, atau polsek Anda, dan lihat apa yang masih ditunggu."
            ),
            view=partial(_index_view, holdings, part, of),
            trail=way_to(own=Link(_("Satuan"), urls.UNITS), part=part),
        )


def pages(holdings: Holdings) -> Iterator[Page]:
    """Every page of every unit that has one."""
    registries = holdings.archive.records.registries
    for key, unit in holdings.units.items():
        own, above = Link(unit.name, urls.unit(key)), units_above(key, registries)
        held = holdings.by_unit[key]
        feeds = feed_links(of_unit(unit, holdings.archive.records.registries))
        title, description = unit_title(unit, holdings), _description(holdings, unit)
        of = count(
            (len(holdings.units_under.get(key, ())), MOST),
            (len(held.sessions), SESSIONS),
            (len(held.scoped), SCOPED),
        )
        for part in range(1, of + 1):
            yield Page(
                address=urls.part(urls.unit(key), part),
                section="satuan",
                template="unit.html",
                title=numbered(title, part),
                description=description,
                view=partial(_view, holdings, unit, part, of),
                trail=way_to(*above, own=own, part=part),
                head=Head(feeds=feeds),
            )


def _description(holdings: Holdings, unit: Unit) -> str:
    archive = holdings.archive
    held = of_sessions(archive.by_unit.get(unit.id, ()), archive.today)
    said = _("yang disampaikan warga kepada {unit}, yang dijanjikan, dan apa jadinya.").format(
        unit=unit.name
    )
    return f"{held}: {said}" if held else said[:1].upper() + said[1:]


def unit_line(holdings: Holdings, unit: Unit) -> NameLine:
    """A unit with how many sessions it and those under it held."""
    held = len(holdings.archive.by_unit.get(unit.id, ()))
    said = how_many_sessions(held)
    if _is_headquarters(unit) and held:
        said = _("{sessions} (termasuk satuan di bawahnya)").format(sessions=said)
    return NameLine(urls.unit(unit.id), unit.name, said)


def _top(holdings: Holdings) -> tuple[Unit, ...]:
    """The units an index begins with: those at the top and right below, the headquarters last."""
    roots = holdings.units_under.get("", ())
    below = (one for root in roots for one in holdings.units_under.get(root.id, ()))
    return tuple(sorted((*roots, *below), key=_is_headquarters))


def _is_headquarters(unit: Unit) -> bool:
    return unit.level is UnitLevel.HEADQUARTERS


def _index_view(holdings: Holdings, part: int, of: int) -> UnitIndexView:
    return UnitIndexView(
        units=tuple(unit_line(holdings, one) for one in piece(_top(holdings), part)),
        paging=paging(urls.UNITS, part, of),
    )


def _view(holdings: Holdings, unit: Unit, part: int, of: int) -> UnitView:
    held, lines = holdings.by_unit[unit.id], holdings.lines
    under = piece(holdings.units_under.get(unit.id, ()), part)
    return UnitView(
        name=unit.name,
        front=unit_front(holdings, unit) if part == 1 else None,
        under=tuple(unit_line(holdings, one) for one in under),
        sessions=tuple(map(lines.session, piece(held.sessions, part, SESSIONS))),
        scoped=tuple(map(lines.report, piece(held.scoped, part, SCOPED))),
        printed=printed(unit.id) if held.sessions and part == 1 else (),
        follow=follow(of_unit(unit, holdings.archive.records.registries)) if part == 1 else None,
        paging=paging(urls.unit(unit.id), part, of),
    )


def unit_title(unit: Unit, holdings: Holdings) -> str:
    """A unit with the one above it: there are namesakes."""
    return full_unit_name(unit.id, holdings.archive.records.registries)
