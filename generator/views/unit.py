"""The page of a police unit, and the index of units: one level of the chain of command a page."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import partial
from types import MappingProxyType

from generator import urls
from generator.areas import Area, district_name
from generator.language import _
from generator.model import Unit, UnitArea, UnitLevel
from generator.page import Page
from generator.views.channels import ChannelLine, channels
from generator.views.concern import ConcernLine
from generator.views.entries import (
    AnnouncedLine,
    NameLine,
    ReportLine,
    SessionLine,
    announced_line,
    how_many_sessions,
    owed_line,
    report_line,
    session_line,
)
from generator.views.holdings import Holdings
from generator.views.links import Link, unit_link
from generator.views.paging import MOST, Paging, count, numbered, paging, piece
from generator.views.standing import Standing, standing
from generator.wording.days import When, number, when_day
from generator.wording.names import joined

OWED = 10
AHEAD = 5
SESSIONS = 20
SCOPED = 10

_LEVELS: Mapping[UnitLevel, str] = MappingProxyType(
    {
        UnitLevel.HEADQUARTERS: _("Markas besar"),
        UnitLevel.REGIONAL: _("Kepolisian daerah (polda)"),
        UnitLevel.RESORT: _("Kepolisian resor (polres)"),
        UnitLevel.SECTOR: _("Kepolisian sektor (polsek)"),
        UnitLevel.SUBSECTOR: _("Kepolisian subsektor (polsubsektor)"),
        UnitLevel.WORK_UNIT: _("Satuan kerja"),
    }
)


@dataclass(frozen=True, slots=True)
class UnitIndexView:
    """The index of units: those at the top; the others are found on the pages of these."""

    units: tuple[NameLine, ...]
    paging: Paging


@dataclass(frozen=True, slots=True)
class UnitFacts:
    """What a unit is: shown on the first page only.

    `level` and `area` are in words, `area_page` leads to the pages of its area where there is
    one. `ended` says that the unit is no more and who took over, or "".
    """

    level: str
    area: str
    area_page: str
    also_called: str
    ended: str
    successor: Link | None
    channels: tuple[ChannelLine, ...]


@dataclass(frozen=True, slots=True)
class Owed:
    """What a unit owes on a day, oldest debt first; `more` says how many are left out, or "".

    `unreported` are sessions whose day has passed without a report.
    """

    as_of: When
    concerns: tuple[ConcernLine, ...]
    more: str
    unreported: tuple[SessionLine, ...]
    more_unreported: str


@dataclass(frozen=True, slots=True)
class UnitView:
    """One page of a unit. Everything counts what the units under it hold too.

    `trail` is the chain of command above it. `facts`, `standing`, `owed` and `announced` stand on
    the first page only; `owed` is None where nothing is. `held` says how many sessions there were:
    an activity, which is kept apart from what came of them. `under`, `sessions` and `scoped`
    (outcomes of many unnamed concerns) are cut into pages.
    """

    name: str
    trail: tuple[Link, ...]
    facts: UnitFacts | None
    standing: Standing | None
    held: str
    owed: Owed | None
    announced: tuple[AnnouncedLine, ...]
    under: tuple[NameLine, ...]
    sessions: tuple[SessionLine, ...]
    scoped: tuple[ReportLine, ...]
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
        )


def pages(holdings: Holdings) -> Iterator[Page]:
    """Every page of every unit that has one."""
    for key, unit in holdings.units.items():
        of = count(
            (len(holdings.units_under.get(key, ())), MOST),
            (len(holdings.archive.by_unit.get(key, ())), SESSIONS),
            (len(holdings.scoped_by_unit.get(key, ())), SCOPED),
        )
        for part in range(1, of + 1):
            yield Page(
                address=urls.part(urls.unit(key), part),
                section="satuan",
                template="unit.html",
                title=numbered(_title(unit, holdings), part),
                description=_(
                    "Yang disampaikan warga kepada {unit}, yang dijanjikan, dan apa jadinya."
                ).format(unit=unit.name),
                view=partial(_view, holdings, unit, part, of),
            )


def unit_line(holdings: Holdings, unit: Unit) -> NameLine:
    """A unit with how many sessions it and those under it held."""
    held = len(holdings.archive.by_unit.get(unit.id, ()))
    return NameLine(urls.unit(unit.id), unit.name, how_many_sessions(held))


def _children(holdings: Holdings, key: str) -> tuple[Unit, ...]:
    return holdings.units_under.get(key, ())


def _top(holdings: Holdings) -> tuple[Unit, ...]:
    """The units an index begins with: the headquarters, and those right below it."""
    roots = _children(holdings, "")
    return (*roots, *(one for root in roots for one in _children(holdings, root.id)))


def _index_view(holdings: Holdings, part: int, of: int) -> UnitIndexView:
    return UnitIndexView(
        units=tuple(unit_line(holdings, one) for one in piece(_top(holdings), part)),
        paging=paging(urls.UNITS, part, of),
    )


def _view(holdings: Holdings, unit: Unit, part: int, of: int) -> UnitView:
    archive, key = holdings.archive, unit.id
    registries = archive.records.registries
    first = part == 1
    sessions = archive.by_unit.get(key, ())
    return UnitView(
        name=unit.name,
        trail=tuple(unit_link(one.id, registries) for one in reversed(registries.line_of(key)[1:])),
        facts=_facts(holdings, unit) if first else None,
        standing=standing(holdings.by_unit[key].tally) if first else None,
        held=how_many_sessions(len(sessions)),
        owed=_owed(holdings, key) if first else None,
        announced=tuple(
            announced_line(archive, one) for one in holdings.announced.get(key, ())[:AHEAD]
        )
        if first
        else (),
        under=tuple(unit_line(holdings, one) for one in piece(_children(holdings, key), part)),
        sessions=tuple(session_line(archive, one) for one in piece(sessions, part, SESSIONS)),
        scoped=tuple(
            report_line(archive, one)
            for one in piece(holdings.scoped_by_unit.get(key, ()), part, SCOPED)
        ),
        paging=paging(urls.unit(key), part, of),
    )


def _title(unit: Unit, holdings: Holdings) -> str:
    """A unit with the one above it: there are namesakes."""
    above = holdings.units.get(unit.parent or "")
    if above is None or above.level is UnitLevel.HEADQUARTERS:
        return unit.name
    return f"{unit.name}, {above.name}"


def _facts(holdings: Holdings, unit: Unit) -> UnitFacts:
    registries = holdings.archive.records.registries
    return UnitFacts(
        level=_(_LEVELS[unit.level]),
        area=_area_words(unit.area),
        area_page=_area_page(unit.area, holdings),
        also_called=joined(unit.aliases),
        ended=_("Satuan ini ada sampai {day}.").format(day=when_day(unit.until).words)
        if unit.until
        else "",
        successor=unit_link(unit.successor, registries) if unit.successor else None,
        channels=channels(unit.id, registries),
    )


def _area_words(area: UnitArea) -> str:
    districts = tuple(district_name(one) for one in area.districts)
    return ", ".join(
        joined(names) for names in (districts, area.regencies, area.provinces) if names
    )


def _area_page(area: UnitArea, holdings: Holdings) -> str:
    """The page of the area a unit is responsible for, if it is one area and has a page."""
    if max(map(len, (area.provinces, area.regencies, area.districts))) > 1:
        return ""
    names = (*area.provinces, *area.regencies, *area.districts)
    key = Area(*names).key if names else ""
    return urls.area(key) if key in holdings.archive.areas else ""


def _owed(holdings: Holdings, key: str) -> Owed | None:
    archive = holdings.archive
    owed, unreported = holdings.by_unit[key].owed, holdings.unreported.get(key, ())
    if not owed and not unreported:
        return None
    return Owed(
        as_of=when_day(archive.today),
        concerns=tuple(filter(None, (owed_line(archive, one) for one in owed[:OWED]))),
        more=_more(len(owed) - OWED, _("Masih ada {count} lagi yang ditunggu.")),
        unreported=tuple(session_line(archive, one) for one in unreported[:AHEAD]),
        more_unreported=_more(len(unreported) - AHEAD, _("Masih ada {count} sesi lagi.")),
    )


def _more(count_: int, words: str) -> str:
    return words.format(count=number(count_)) if count_ > 0 else ""
