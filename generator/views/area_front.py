"""What stands only on the first page of an area: what came of it all, and who serves it."""

from generator import urls
from generator.areas import Area
from generator.figures import period_of, reported
from generator.language import _
from generator.value import value
from generator.views.area_holdings import AreaHoldings, AreaWhole, held_by
from generator.views.channels import ChannelLine, channels
from generator.views.entries import AnnouncedLine
from generator.views.grouping import live_matters
from generator.views.holdings import Holdings
from generator.views.links import Link
from generator.views.news import ReportLine
from generator.views.reckoning import Reckoning, reckoning
from generator.views.standing import Standing, standing
from generator.views.unit_front import Owed
from generator.wording.areas import gap_explained, still_more
from generator.wording.days import when_day

OWED = 5
UNREPORTED = 2
AHEAD = 3
SERVERS = 3
NUMBERS = "wilayah"


@value
class Server:
    """A unit that serves an area, and the official ways to reach it.

    `is_responsible` when the area is its to serve; else it only held sessions there.
    """

    unit: Link
    is_responsible: bool
    channels: tuple[ChannelLine, ...]


@value
class AreaFront:
    """The first page of an area. Everything counts what the areas within it hold too.

    `gap` says what is not known of where it lies, or "". `standing` and, above the villages,
    `reckoning` (None where nothing was asked) say what came of it. `owed` is None where nothing
    is, or where a few concerns stand on the page in full. `announced` are sessions to come,
    `schedule` leads to all. `servers` are the units to turn to. `is_silent` when no session has
    been recorded there.
    """

    gap: str
    is_silent: bool
    standing: Standing
    reckoning: Reckoning | None
    owed: Owed | None
    reports: tuple[ReportLine, ...]
    announced: tuple[AnnouncedLine, ...]
    schedule: Link
    servers: tuple[Server, ...]


def area_front(holdings: Holdings, area: Area, whole: AreaWhole) -> AreaFront:
    """Give what stands on the first page of an area, of which `whole` tells."""
    held, lines = holdings.by_area[area.key], holdings.lines
    return AreaFront(
        gap=gap_explained(area),
        is_silent=not holdings.archive.by_area[area.key],
        standing=standing(whole.tally, thanks=whole.thanks),
        reckoning=None if area.village else _reckoning(holdings, area, whole),
        owed=_owed(holdings, area, held),
        reports=tuple(map(lines.report, held.reports)),
        announced=tuple(map(lines.announced, held.announced[:AHEAD])),
        schedule=Link(_("Semua jadwal"), urls.SCHEDULE),
        servers=tuple(_servers(holdings, area)),
    )


def has_more_owed(held: AreaHoldings) -> bool:
    """Whether more is owed to an area than its first page shows."""
    return len(held.owed) > OWED or len(held.unreported) > UNREPORTED


def _reckoning(holdings: Holdings, area: Area, whole: AreaWhole) -> Reckoning | None:
    archive = holdings.archive
    sessions = archive.by_area[area.key]
    return reckoning(
        NUMBERS,
        whole.tally,
        live_matters(archive, sessions),
        period_of(reported(sessions, archive.today)),
        archive.today,
    )


def _owed(holdings: Holdings, area: Area, held: AreaHoldings) -> Owed | None:
    # Where all that was raised stands on this page anyway, it is not said twice.
    concerns = held.owed if held.is_wide or len(held.concerns) > OWED else ()
    if not concerns and not held.unreported:
        return None
    lines = holdings.lines
    more = (len(concerns) - OWED, len(held.unreported) - UNREPORTED)
    address = urls.area_waiting(area.key) if has_more_owed(held) else urls.BOARD
    return Owed(
        as_of=when_day(holdings.archive.today),
        concerns=lines.owed(concerns[:OWED]),
        unreported=tuple(map(lines.session, held.unreported[:UNREPORTED])),
        all=Link(still_more(*more), address),
    )


def _servers(holdings: Holdings, area: Area) -> list[Server]:
    """Those responsible, else those that came; a unit that nobody named yet has no page."""
    registries = holdings.archive.records.registries
    serving = holdings.by_area[area.key].serving
    return [
        Server(
            Link(
                registries.units[key].name if key in registries.units else key,
                urls.unit(key) if key in holdings.units else "",
            ),
            key in serving,
            channels(key, registries),
        )
        for key in serving or held_by(holdings.archive, area)[:SERVERS]
    ]
