"""What stands only on the first page of a unit: what it is, what came of it all, what it owes."""

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType

from generator import urls
from generator.areas import Area, district_name
from generator.language import _
from generator.model import Unit, UnitArea, UnitLevel
from generator.views.channels import ChannelLine, channels
from generator.views.concern import ConcernLine
from generator.views.entries import AnnouncedLine, SessionLine, how_many_sessions
from generator.views.holdings import Holdings
from generator.views.links import Link, unit_link
from generator.views.news import ReportLine
from generator.views.standing import Standing, standing
from generator.wording.days import When, number, when_day
from generator.wording.names import joined

OWED = 10
UNREPORTED = 5
AHEAD = 5
NEWEST = 5

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
class UnitFacts:
    """What a unit is.

    `area` is in words, `area_page` the address of the page of its area, or "". `also_called` are
    its other names, joined. `ended` says that the unit is no more, or "".
    """

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
class UnitFront:
    """The first page of a unit. Everything counts what the units under it hold too.

    `level` says what kind of unit it is, `held` how many sessions there were: an activity, kept
    apart from `standing`, what came of them. `owed` is None where nothing is. `announced` are
    sessions to come, `schedule` leads to those of all units. `sessions_under` and `scoped_under`
    are the newest of the units under it.
    """

    level: str
    held: str
    facts: UnitFacts
    standing: Standing
    owed: Owed | None
    announced: tuple[AnnouncedLine, ...]
    schedule: Link
    sessions_under: tuple[SessionLine, ...]
    scoped_under: tuple[ReportLine, ...]


def unit_front(holdings: Holdings, unit: Unit) -> UnitFront:
    """Give what stands on the first page of a unit."""
    held, lines = holdings.by_unit[unit.id], holdings.lines
    return UnitFront(
        level=_(_LEVELS[unit.level]),
        held=how_many_sessions(len(holdings.archive.by_unit.get(unit.id, ()))),
        facts=_facts(holdings, unit),
        standing=standing(held.tally),
        owed=_owed(holdings, unit.id),
        announced=tuple(map(lines.announced, held.announced[:AHEAD])),
        schedule=Link(_("Jadwal semua satuan"), urls.SCHEDULE),
        sessions_under=tuple(map(lines.session, held.newest_under)),
        scoped_under=tuple(map(lines.report, held.scoped_under)),
    )


def _facts(holdings: Holdings, unit: Unit) -> UnitFacts:
    registries = holdings.archive.records.registries
    until = when_day(unit.until).words if unit.until else ""
    return UnitFacts(
        area=_area_words(unit.area),
        area_page=_area_page(unit.area, holdings),
        also_called=", ".join(unit.aliases),
        ended=_("Satuan ini ada sampai {day}.").format(day=until) if until else "",
        successor=unit_link(unit.successor, registries) if unit.successor else None,
        channels=channels(unit.id, registries),
    )


def _area_words(area: UnitArea) -> str:
    districts = tuple(map(district_name, area.districts))
    return ", ".join(
        joined(names) for names in (districts, area.regencies, area.provinces) if names
    )


def _area_page(area: UnitArea, holdings: Holdings) -> str:
    """The page of the area a unit is responsible for, if it is one area and has a page."""
    if max(map(len, (area.provinces, area.regencies, area.districts))) > 1:
        return ""
    key = Area(*area.provinces, *area.regencies, *area.districts).key if area.provinces else ""
    return urls.area(key) if key in holdings.archive.areas else ""


def _owed(holdings: Holdings, key: str) -> Owed | None:
    held, lines = holdings.by_unit[key], holdings.lines
    if not held.owed and not held.unreported:
        return None
    return Owed(
        as_of=when_day(holdings.archive.today),
        concerns=lines.owed(held.owed[:OWED]),
        more=_more(len(held.owed) - OWED, _("Masih ada {count} lagi yang ditunggu.")),
        unreported=tuple(map(lines.session, held.unreported[:UNREPORTED])),
        more_unreported=_more(len(held.unreported) - UNREPORTED, _("Masih ada {count} sesi lagi.")),
    )


def _more(count: int, words: str) -> str:
    return words.format(count=number(count)) if count > 0 else ""
