"""The list of all sessions and the list of all report-backs, newest first."""

from collections.abc import Iterator
from functools import partial

from generator import urls
from generator.language import _
from generator.page import Head, Page
from generator.value import value
from generator.views.entries import (
    SessionLine,
    how_many_sessions,
)
from generator.views.follow import feed_links, of_site
from generator.views.holdings import Holdings
from generator.views.links import Link, way_to
from generator.views.news import ReportLine
from generator.views.paging import MOST, Paging, count, numbered, paging, piece
from generator.wording.days import number


@value
class SessionListView:
    """One page of all sessions, newest first, undated ones last; `total` in words."""

    total: str
    sessions: tuple[SessionLine, ...]
    paging: Paging


@value
class ReportListView:
    """One page of all report-backs, newest first, undated ones last; `total` in words."""

    total: str
    reports: tuple[ReportLine, ...]
    paging: Paging


def session_pages(holdings: Holdings) -> Iterator[Page]:
    """The pages of the list of sessions."""
    of = count((len(holdings.archive.sessions), MOST))
    for part in range(1, of + 1):
        yield Page(
            address=urls.part(urls.SESSIONS, part),
            section="sesi",
            template="sessions.html",
            title=numbered(_("Semua sesi"), part),
            description=_(
                "Pertemuan polisi dan warga yang tercatat: apa yang disampaikan, dan apa jadinya."
            ),
            view=partial(_sessions, holdings, part, of),
            trail=way_to(own=Link(_("Sesi"), urls.SESSIONS), part=part),
        )


def report_pages(holdings: Holdings) -> Iterator[Page]:
    """The pages of the list of report-backs."""
    of = count((len(holdings.archive.outcomes), MOST))
    for part in range(1, of + 1):
        yield Page(
            address=urls.part(urls.REPORTS, part),
            section="kabar",
            template="reports.html",
            title=numbered(_("Kabar terbaru"), part),
            description=_(
                "Apa jadinya sesudah polisi bertemu warga: semua kabar, yang terbaru di atas."
            ),
            view=partial(_reports, holdings, part, of),
            trail=way_to(own=Link(_("Kabar"), urls.REPORTS), part=part),
            head=Head(feeds=feed_links(of_site())),
        )


def _sessions(holdings: Holdings, part: int, of: int) -> SessionListView:
    archive = holdings.archive
    return SessionListView(
        total=how_many_sessions(len(archive.sessions)),
        sessions=tuple(map(holdings.lines.session, piece(archive.sessions, part))),
        paging=paging(urls.SESSIONS, part, of),
    )


def _reports(holdings: Holdings, part: int, of: int) -> ReportListView:
    archive = holdings.archive
    total = len(archive.outcomes)
    return ReportListView(
        total=_("{count} kabar").format(count=number(total)) if total else _("belum ada kabar"),
        reports=tuple(map(holdings.lines.report, piece(archive.outcomes, part))),
        paging=paging(urls.REPORTS, part, of),
    )
