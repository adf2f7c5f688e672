"""The home page: what was promised, what became of it, what is owed, and where to look further."""

from collections.abc import Callable, Iterator, Mapping
from functools import partial
from itertools import islice
from typing import TypeVar

from generator import urls
from generator.archive import Archive
from generator.areas import Area
from generator.boards import DEBTS, Board
from generator.language import _
from generator.model import Outcome, Unit
from generator.page import Head, Page
from generator.value import value
from generator.views.area import area_line
from generator.views.concern import ConcernLine
from generator.views.entries import (
    AnnouncedLine,
    NameLine,
)
from generator.views.follow import Follow, feed_links, follow, of_site
from generator.views.holdings import Holdings
from generator.views.links import Link
from generator.views.news import ReportLine
from generator.views.standing import Line, Standing, promised, standing
from generator.views.unit import unit_line
from generator.wording.boards import board_words
from generator.wording.days import When, number, when_day

REPORTS = 5
OWED = 5
ANNOUNCED = 3
DOORS = 40
"""How many areas and how many units are named before only the index is."""

_DEBTS = tuple(board for board in Board if board in DEBTS)

Node = TypeVar("Node")


@value
class HomeView:
    """What the home page says before its editorial text.

    `as_of` is the day everything is true of. `lead` says how much is told of. `promised`
    and each line of `standing` is a number with its meaning; they are never added together.
    `reports` are the newest, those that answer a concern before others; `owed` the oldest debts.
    `more_owed` and `unreported` lead to the others, where there are any, and `boards` to the lists
    of each kind of debt. `areas` and `units` are where to begin to look for one's own; `ways`,
    `all_reports` and `schedule` lead to whole lists. `follow` says how to follow all of it.
    """

    as_of: When
    lead: str
    promised: Line
    standing: Standing
    ways: tuple[Link, ...]
    reports: tuple[ReportLine, ...]
    all_reports: Link
    owed: tuple[ConcernLine, ...]
    more_owed: Link | None
    unreported: Link | None
    boards: tuple[Link, ...]
    announced: tuple[AnnouncedLine, ...]
    schedule: Link
    areas: tuple[NameLine, ...]
    units: tuple[NameLine, ...]
    follow: Follow


def pages(holdings: Holdings) -> Iterator[Page]:
    """The home page, which is one."""
    yield Page(
        address=urls.HOME,
        section="beranda",
        template="home.html",
        title=_("Beranda"),
        description=_("Apa yang warga sampaikan kepada polisi, yang dijanjikan, dan apa jadinya."),
        view=partial(_view, holdings),
        anchors=("kabar", "ditunggu", "cari", "berikutnya", "ikuti"),
        head=Head(feeds=feed_links(of_site())),
    )


def _view(holdings: Holdings) -> HomeView:
    archive, boards = holdings.archive, holdings.boards
    owed = boards.matters[Board.WAITING]
    return HomeView(
        as_of=when_day(archive.today),
        lead=_lead(archive, holdings.whole.asked),
        promised=promised(holdings.promised),
        standing=standing(holdings.whole, whole_site=True),
        ways=(
            Link(_("Cari desa Anda"), urls.AREAS),
            Link(_("Cari polsek Anda"), urls.UNITS),
            Link(_("Semua sesi"), urls.SESSIONS),
        ),
        reports=tuple(map(holdings.lines.report, _newest(archive.outcomes))),
        all_reports=Link(_("Semua kabar"), urls.REPORTS),
        owed=holdings.lines.owed(owed[:OWED]),
        more_owed=_more(len(owed) - OWED),
        unreported=_unreported(boards.length(Board.UNREPORTED)),
        boards=tuple(_board_link(one, boards.length(one)) for one in _DEBTS if boards.length(one)),
        announced=tuple(map(holdings.lines.announced, archive.announced[:ANNOUNCED])),
        schedule=Link(_("Semua jadwal"), urls.SCHEDULE),
        areas=tuple(area_line(holdings, one) for one in _choices(holdings.areas_within, _area_key)),
        units=tuple(unit_line(holdings, one) for one in _choices(holdings.units_under, _unit_key)),
        follow=follow(of_site()),
    )


def _lead(archive: Archive, asked: int) -> str:
    held = len(archive.sessions) - len(archive.announced)
    if not held:
        return _("Belum ada sesi yang tercatat.")
    if not asked:
        return _(
            "Tercatat {sessions} sesi, tetapi belum ada yang perlu dijawab atau dikerjakan."
        ).format(sessions=number(held))
    return _(
        "Di sini tercatat yang warga sampaikan kepada polisi, yang polisi janjikan, dan apa "
        "jadinya: {asked} hal dari {sessions} sesi."
    ).format(sessions=number(held), asked=number(asked))


def _more(count: int) -> Link | None:
    if count <= 0:
        return None
    said = _("Masih ada {count} lagi yang ditunggu.").format(count=number(count))
    return Link(said, urls.board(Board.WAITING))


def _newest(outcomes: tuple[Outcome, ...]) -> list[Outcome]:
    """The newest that answer a concern; those of many unnamed ones only fill what is left."""
    answering = list(islice((one for one in outcomes if not one.scope), REPORTS))
    filling = islice((one for one in outcomes if one.scope), REPORTS - len(answering))
    chosen = {one.id for one in (*answering, *filling)}
    return [one for one in outcomes if one.id in chosen]


def _unreported(count: int) -> Link | None:
    if not count:
        return None
    said = _("{count} sesi belum terbit laporannya.").format(count=number(count))
    return Link(said, urls.board(Board.UNREPORTED))


def _board_link(board: Board, count: int) -> Link:
    said = _("{list} ({count})").format(list=board_words(board).name, count=number(count))
    return Link(said, urls.board(board))


def _choices(under: Mapping[str, tuple[Node, ...]], key: Callable[[Node], str]) -> tuple[Node, ...]:
    """The first level where there is something to choose."""
    found = under.get("", ())
    while len(found) == 1 and (below := under.get(key(found[0]))):
        found = below
    return found[:DOORS]


def _area_key(area: Area) -> str:
    return area.key


def _unit_key(unit: Unit) -> str:
    return unit.id
