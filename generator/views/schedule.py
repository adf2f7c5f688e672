"""Announced sessions, and those that took place without a report so far."""

from collections.abc import Iterator
from functools import partial

from generator import urls
from generator.language import _
from generator.page import Head, Page
from generator.value import value
from generator.views.entries import AnnouncedLine, SessionLine
from generator.views.follow import Follow, feed_links, follow, of_site
from generator.views.holdings import Holdings
from generator.views.links import Link, way_to
from generator.views.paging import Paging, count, numbered, paging, piece

CUT = 25

UNREPORTED = "laporan"
"""Where on the schedule the sessions without a report stand."""


@value
class ScheduleView:
    """One page of the schedule.

    `announced` are the sessions still to come, soonest first; `unreported` those whose day has
    passed without a report, longest first, undated ones last. `follow` stands on the first page.
    """

    announced: tuple[AnnouncedLine, ...]
    unreported: tuple[SessionLine, ...]
    follow: Follow | None
    paging: Paging


def pages(holdings: Holdings) -> Iterator[Page]:
    """The pages of the schedule."""
    archive = holdings.archive
    of = count((len(archive.announced), CUT), (len(holdings.boards.unreported), CUT))
    for part in range(1, of + 1):
        yield Page(
            address=urls.part(urls.SCHEDULE, part),
            section="jadwal",
            template="schedule.html",
            title=numbered(_("Jadwal"), part),
            description=_(
                "Kapan dan di mana polisi bertemu warga, dan laporan yang masih ditunggu."
            ),
            view=partial(_view, holdings, part, of),
            trail=way_to(own=Link(_("Jadwal"), urls.SCHEDULE), part=part),
            head=Head(feeds=feed_links(of_site())),
        )


def _view(holdings: Holdings, part: int, of: int) -> ScheduleView:
    archive = holdings.archive
    return ScheduleView(
        announced=tuple(map(holdings.lines.announced, piece(archive.announced, part, CUT))),
        unreported=tuple(map(holdings.lines.session, piece(holdings.boards.unreported, part, CUT))),
        follow=follow(of_site()) if part == 1 else None,
        paging=paging(urls.SCHEDULE, part, of),
    )
