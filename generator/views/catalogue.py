"""Every page that is made from records. Nothing is built here: a page is built when it is set."""

from collections.abc import Iterator
from functools import partial

from generator import urls
from generator.archive import Archive
from generator.language import _
from generator.model import Session, WithdrawnSession
from generator.page import Page
from generator.views import (
    area,
    boards,
    corrections,
    explanations,
    fields,
    follow,
    home,
    lists,
    numbers,
    poster,
    programme,
    schedule,
    search,
    session,
    sheet,
    theme,
    unit,
    villages,
    withdrawals,
)
from generator.views.halls import halls
from generator.views.holdings import Holdings, sort_out
from generator.views.links import Link, unit_link, way_to
from generator.views.neighbours import neighbourhoods
from generator.views.surroundings import Surroundings


def all_pages(archive: Archive) -> Iterator[Page]:
    """Give every record page of the site, each once, the home page first, neighbours together."""
    holdings = sort_out(archive)
    yield from home.pages(holdings)
    yield from sorted(_other_pages(holdings), key=neighbourhoods(archive))


def _other_pages(holdings: Holdings) -> Iterator[Page]:
    yield from _session_pages(holdings)
    yield from lists.session_pages(holdings)
    yield from lists.report_pages(holdings)
    yield from schedule.pages(holdings)
    yield from boards.index_pages(holdings)
    yield from boards.pages(holdings)
    yield from boards.unit_pages(holdings)
    yield from boards.area_pages(holdings)
    yield from numbers.pages(holdings)
    yield from follow.pages()
    yield from corrections.pages(holdings)
    yield from withdrawals.pages(holdings)
    yield from search.pages(holdings)
    yield from fields.pages()
    yield from explanations.pages()
    for kind in (unit, area, theme, programme):
        yield from kind.index_pages(holdings)
        yield from kind.pages(holdings)
    yield from villages.pages(holdings)
    for hall in halls(holdings):  # side by side: both show the same code
        yield from sheet.pages(holdings.archive, hall)
        yield from poster.pages(holdings.archive, hall)


def _session_pages(holdings: Holdings) -> Iterator[Page]:
    archive = holdings.archive
    around = Surroundings(archive, holdings.lines)
    registries, sessions = archive.records.registries, Link(_("Sesi"), urls.SESSIONS)
    for one in archive.records.sessions.values():
        withdrawn = isinstance(one, WithdrawnSession)
        yield Page(
            address=urls.session(one.id),
            section="sesi",
            template="withdrawn.html" if withdrawn else "session.html",
            title=partial(session.session_title, archive, one),
            description=partial(session.session_description, archive, one),
            view=partial(_session_view, archive, one, around),
            anchors=session.session_anchors(one),
            trail=way_to(sessions, unit_link(one.folder, registries)),
        )


def _session_view(
    archive: Archive, one: Session | WithdrawnSession, around: Surroundings
) -> object:
    if isinstance(one, WithdrawnSession):
        return session.withdrawn_view(archive, one)
    return session.session_view(archive, one, around.of(one))
