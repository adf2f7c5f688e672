"""What stands only on the first page of a unit: what it is, what came of it all, what it owes."""

from collections.abc import Mapping
from types import MappingProxyType

from generator import urls
from generator.areas import Area, district_name
from generator.figures import Tally, period_of, reported
from generator.language import _
from generator.model import Concern, ConcernKind, Unit, UnitArea, UnitLevel
from generator.value import value
from generator.views.channels import ChannelLine, channels
from generator.views.concern import ConcernLine
from generator.views.entries import AnnouncedLine, SessionLine, how_many_sessions
from generator.views.grouping import live_matters
from generator.views.holdings import Holdings
from generator.views.links import Link, unit_link
from generator.views.news import ReportLine
from generator.views.reckoning import Reckoning, reckoning
from generator.views.standing import Standing, standing
from generator.views.unit_holdings import tally_of_unit
from generator.wording.days import When, number, when_day
from generator.wording.names import joined

OWED = 10
UNREPORTED = 5
AHEAD = 5
NEWEST = 5
TOLD = 2
"""How many reports of units below are told in full: each takes as much room as a session."""
NUMBERS = "satuan"

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


@value
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


@value
class Owed:
    """What a unit owes on a day, oldest debt first.

    `unreported` are sessions whose day has passed without a report. `all` leads to the list of
    everything the unit owes and says how much of it is left out here.
    """

    as_of: When
    concerns: tuple[ConcernLine, ...]
    unreported: tuple[SessionLine, ...]
    all: Link


@value
class UnitFront:
    """The first page of a unit. Everything counts what the units under it hold too.

    `level` says what kind of unit it is, `held` how many sessions there were: an activity, kept
    apart from `standing` and `reckoning` (None where nothing was asked), what came of them. `owed`
    is None where nothing is. `announced` are sessions to come, `schedule` leads to those of all
    units. `sessions_under` and `scoped_under` are the newest of the units under it.
    """

    level: str
    held: str
    facts: UnitFacts
    standing: Standing
    reckoning: Reckoning | None
    owed: Owed | None
    announced: tuple[AnnouncedLine, ...]
    schedule: Link
    sessions_under: tuple[SessionLine, ...]
    scoped_under: tuple[ReportLine, ...]


def unit_front(holdings: Holdings, unit: Unit) -> UnitFront:
    """Give what stands on the first page of a unit."""
    held, lines = holdings.by_unit[unit.id], holdings.lines
    counted = tally_of_unit(holdings.archive, unit.id)
    return UnitFront(
        level=_(_LEVELS[unit.level]),
        held=how_many_sessions(len(holdings.archive.by_unit.get(unit.id, ()))),
        facts=_facts(holdings, unit),
        standing=standing(counted, thanks=_thanks(holdings, unit.id)),
        reckoning=_reckoning(holdings, unit.id, counted),
        owed=_owed(holdings, unit),
        announced=tuple(map(lines.announced, held.announced[:AHEAD])),
        schedule=Link(_("Jadwal semua satuan"), urls.SCHEDULE),
        sessions_under=tuple(map(lines.session, held.newest_under)),
        scoped_under=tuple(map(lines.report, held.scoped_under[:TOLD])),
    )


def _reckoning(holdings: Holdings, key: str, counted: Tally) -> Reckoning | None:
    archive = holdings.archive
    sessions = archive.by_unit.get(key, ())
    return reckoning(
        NUMBERS,
        counted,
        live_matters(archive, sessions),
        period_of(reported(sessions, archive.today)),
        archive.today,
    )


def _thanks(holdings: Holdings, key: str) -> int:
    """How many concerns of a unit and those under it are words of thanks."""
    archive = holdings.archive
    return sum(
        isinstance(one.concern, Concern) and one.concern.kind is ConcernKind.APPRECIATION
        for one in live_matters(archive, archive.by_unit.get(key, ()))
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
    named = Area(*area.provinces, *area.regencies, *area.districts) if area.provinces else None
    found = holdings.archive.atlas.find(named) if named else None
    return urls.area(found.key) if found and found.key in holdings.archive.areas else ""


def waiting_page(unit: Unit) -> str:
    """The address of all that a unit owes; for the headquarters the lists of the whole site."""
    return urls.BOARD if unit.level is UnitLevel.HEADQUARTERS else urls.waiting(unit.id)


def _owed(holdings: Holdings, unit: Unit) -> Owed | None:
    held, lines = holdings.by_unit[unit.id], holdings.lines
    if not held.owed and not held.unreported:
        return None
    return Owed(
        as_of=when_day(holdings.archive.today),
        concerns=lines.owed(held.owed[:OWED]),
        unreported=tuple(map(lines.session, held.unreported[:UNREPORTED])),
        all=Link(_all(len(held.owed), len(held.unreported)), waiting_page(unit)),
    )


def _all(owed: int, unreported: int) -> str:
    concerns, sessions = max(owed - OWED, 0), max(unreported - UNREPORTED, 0)
    if concerns and sessions:
        said = _("Masih ada {concerns} hal dan {sessions} laporan sesi lagi yang ditunggu.")
    elif concerns:
        said = _("Masih ada {concerns} lagi yang ditunggu.")
    elif sessions:
        said = _("Masih ada {sessions} laporan sesi lagi yang ditunggu.")
    else:
        return _("Sejak kapan dan mengapa ditunggu")
    return said.format(concerns=number(concerns), sessions=number(sessions))
