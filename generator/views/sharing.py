"""What each page tells a chat that shows its link, and a search engine that lists it.

Kept in one place, so that no kind of page can forget it. A chat keeps what it was once told for
weeks and a search engine for longer, so nothing is told there that may have to be taken back: no
word a resident said, none of an answer, and no name of a person. Titles and descriptions are made
of programmes, places, units, dates and counts.
"""

from functools import partial

from generator import urls
from generator.archive import Archive
from generator.exports import structured
from generator.exports.robots import may_be_found
from generator.facts import SiteFacts
from generator.language import _
from generator.model import Session, Unit
from generator.page import Head, Page, said
from generator.remembered import remembered

_OF_UNITS = frozenset({urls.SESSIONS, urls.UNITS, urls.ASK_BACK, urls.POSTER})
_LATER_PAGE = f"/{urls.PAGE_WORD}/"
_ON_PAPER = frozenset({urls.ASK_BACK, urls.POSTER})


def shared(page: Page, archive: Archive, facts: SiteFacts) -> Page:
    """Give a page of records its card, its place in search engines, and what it tells them."""
    head = page.head
    unit = _unit_of(page, archive)
    # Written out: to replace fields by name takes three times as long, and there are many pages.
    said = Head(
        head.image or (urls.unit_card(unit.id) if unit else urls.SITE_CARD),
        head.image_alt or _alternative(unit, facts),
        head.feeds,
        head.structured or partial(_structured, page, archive, facts),
        head.is_listed and may_be_found(facts) and _is_worth_finding(page, archive),
    )
    return Page(
        *(page.address, page.section, page.template, page.title, page.description),
        *(page.view, page.anchors, page.trail, said),
    )


def editorial_head(facts: SiteFacts) -> Head:
    """Give the head of a page that is made from no record."""
    return Head(
        image=urls.SITE_CARD,
        image_alt=_of_site(facts),
        is_listed=may_be_found(facts),
    )


def _unit_of(page: Page, archive: Archive) -> Unit | None:
    """The unit a page is of."""
    kind, slash, rest = page.address.partition("/")
    if kind + slash not in _OF_UNITS:
        return None
    return archive.records.registries.units.get(rest.partition("/")[0])


@remembered(4_000)
def _alternative(unit: Unit | None, facts: SiteFacts) -> str:
    if unit is None:
        return _of_site(facts)
    return (
        _("{unit} di {site}. {notice}")
        .format(unit=unit.name, site=facts.name, notice=facts.notice)
        .rstrip()
    )


def _of_site(facts: SiteFacts) -> str:
    return f"{facts.name}. {facts.notice}".rstrip()


def _is_worth_finding(page: Page, archive: Archive) -> bool:
    """Whether somebody who searches is helped by this page.

    A sheet or a poster is for a printer, and says what its unit's page says. What stands on a later
    page of a list moves on with every new entry, and each entry has a page of its own. What was
    taken back is to be forgotten.
    """
    kind, slash, _rest = page.address.partition("/")
    if kind + slash in _ON_PAPER or _LATER_PAGE in page.address:
        return False
    return not _is_withdrawn(page, archive)


def _structured(page: Page, archive: Archive, facts: SiteFacts) -> object:
    if not page.address:
        return structured.graph([structured.website(facts)])
    if not _is_worth_finding(page, archive):
        return None
    way = structured.breadcrumbs(page.trail, said(page.title), facts)
    if page.address == urls.REPORTS:
        return structured.graph([structured.newest_reports(archive, facts), way])
    one = _session_of(page, archive)
    event = structured.session(one, archive, facts) if isinstance(one, Session) else ()
    return structured.graph([*event, way])


def _is_withdrawn(page: Page, archive: Archive) -> bool:
    one = _session_of(page, archive)
    return one is not None and not isinstance(one, Session)


def _session_of(page: Page, archive: Archive) -> object:
    address = page.address
    if not address.startswith(urls.SESSIONS):
        return None
    return archive.records.sessions.get(address[len(urls.SESSIONS) : -1])
