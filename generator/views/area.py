"""The page of an area, and the index of areas: one level of the map a page."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import partial

from generator import urls
from generator.areas import Area
from generator.language import _
from generator.page import Head, Page
from generator.views.concern import ConcernLine
from generator.views.entries import (
    NameLine,
    SessionLine,
    how_many_sessions,
)
from generator.views.follow import Follow, feed_links, follow, of_area
from generator.views.halls import printed, village_key
from generator.views.holdings import Holdings
from generator.views.links import Link, unit_link
from generator.views.paging import MOST, Paging, count, numbered, paging, piece

CONCERNS = 30
SESSIONS = 10
UNITS = 10


@dataclass(frozen=True, slots=True)
class AreaIndexView:
    """The index of areas: the provinces; the others are found on the pages of these."""

    areas: tuple[NameLine, ...]
    paging: Paging


@dataclass(frozen=True, slots=True)
class AreaView:
    """One page of an area.

    `trail` are the areas it lies in, widest first; `units` those that held sessions there, known
    for a district or a village only. `held` says how many sessions there were, those in the areas
    within it too; `newest_*` are of these and stand on the first page. `concerns` and `sessions`
    are those of which no narrower area is known, cut into pages as `within` is. `printed` leads to
    what can be printed for a village; `follow` says how to follow it, on the first page.
    """

    name: str
    trail: tuple[Link, ...]
    units: tuple[Link, ...]
    held: str
    within: tuple[NameLine, ...]
    newest_concerns: tuple[ConcernLine, ...]
    newest_sessions: tuple[SessionLine, ...]
    concerns: tuple[ConcernLine, ...]
    sessions: tuple[SessionLine, ...]
    printed: tuple[Link, ...]
    follow: Follow | None
    paging: Paging


def index_pages(holdings: Holdings) -> Iterator[Page]:
    """The pages of the index of areas."""
    of = count((len(holdings.areas_within.get("", ())), MOST))
    for part in range(1, of + 1):
        yield Page(
            address=urls.part(urls.AREAS, part),
            section="wilayah",
            template="areas.html",
            title=numbered(_("Wilayah"), part),
            description=_("Cari desa Anda: provinsi, kabupaten atau kota, kecamatan, lalu desa."),
            view=partial(_index_view, holdings, part, of),
        )


def pages(holdings: Holdings) -> Iterator[Page]:
    """Every page of every area where something happened."""
    for key, area in holdings.archive.areas.items():
        here = holdings.by_area[key]
        feeds = feed_links(of_area(area))
        of = count(
            (len(holdings.areas_within.get(key, ())), MOST),
            (len(here.concerns), CONCERNS),
            (len(here.sessions), SESSIONS),
        )
        for part in range(1, of + 1):
            yield Page(
                address=urls.part(urls.area(key), part),
                section="wilayah",
                template="area.html",
                title=numbered(_title(area), part),
                description=_(
                    "Yang disampaikan warga {area} kepada polisi, dan apa jadinya."
                ).format(area=area.name),
                view=partial(_view, holdings, area, part, of),
                head=Head(feeds=feeds),
            )


def area_line(holdings: Holdings, area: Area) -> NameLine:
    """An area with how many sessions were held there."""
    held = len(holdings.archive.by_area.get(area.key, ()))
    return NameLine(urls.area(area.key), area.name, how_many_sessions(held))


def _index_view(holdings: Holdings, part: int, of: int) -> AreaIndexView:
    top = holdings.areas_within.get("", ())
    return AreaIndexView(
        areas=tuple(area_line(holdings, one) for one in piece(top, part)),
        paging=paging(urls.AREAS, part, of),
    )


def _view(holdings: Holdings, area: Area, part: int, of: int) -> AreaView:
    here, lines, first = holdings.by_area[area.key], holdings.lines, part == 1
    registries = holdings.archive.records.registries
    within = piece(holdings.areas_within.get(area.key, ()), part)
    return AreaView(
        name=area.name,
        trail=tuple(Link(one.name, urls.area(one.key)) for one in area.line[:-1]),
        units=tuple(unit_link(one, registries) for one in here.units[:UNITS]),
        held=how_many_sessions(len(holdings.archive.by_area[area.key])),
        within=tuple(area_line(holdings, one) for one in within),
        newest_concerns=lines.concerns(here.newest_concerns) if first else (),
        newest_sessions=tuple(map(lines.session, here.newest_sessions)) if first else (),
        concerns=lines.concerns(piece(here.concerns, part, CONCERNS)),
        sessions=tuple(map(lines.session, piece(here.sessions, part, SESSIONS))),
        printed=printed(village_key(area.key)) if area.village and first else (),
        follow=follow(of_area(area)) if first else None,
        paging=paging(urls.area(area.key), part, of),
    )


def _title(area: Area) -> str:
    """An area with those it lies in, narrowest first: there are namesakes."""
    return ", ".join(one.name for one in reversed(area.line))
