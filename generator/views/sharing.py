"""What each page tells a chat that shows its link, and a search engine that lists it.

Kept in one place, so that no kind of page can forget it. A chat keeps what it was once told for
weeks and a search engine for longer, so nothing is told there that may have to be taken back: no
word a resident said, none of an answer, and no name of a person. Titles and descriptions are made
of programmes, places, units, dates and counts.
"""

from dataclasses import replace
from functools import partial

from generator import urls
from generator.archive import Archive
from generator.exports import structured
from generator.exports.robots import may_be_found
from generator.facts import SiteFacts
from generator.language import _
from generator.model import Session
from generator.page import Head, Page

_OF_UNITS = frozenset({urls.SESSIONS, urls.UNITS, urls.ASK_BACK, urls.POSTER})
_ON_PAPER = frozenset({urls.ASK_BACK, urls.POSTER})


def shared(page: Page, archive: Archive, facts: SiteFacts) -> Page:
    """Give a page of records its card, its place in search engines, and what it tells them."""
    head = page.head
    unit = _unit_of(page, archive)
    return replace(
        page,
        head=replace(
            head,
            image=head.image or (urls.unit_card(unit) if unit else urls.SITE_CARD),
            image_alt=head.image_alt or _alternative(unit, archive, facts),
            structured=head.structured or partial(_structured, page, archive, facts),
            is_listed=head.is_listed and may_be_found(facts) and _is_worth_finding(page, archive),
        ),
    )


def editorial_head(facts: SiteFacts) -> Head:
    """Give the head of a page that is made from no record."""
    return Head(
        image=urls.SITE_CARD,
        image_alt=_of_site(facts),
        is_listed=may_be_found(facts),
    )


def _unit_of(page: Page, archive: Archive) -> str:
    """The key of the unit a page is of, or ""."""
    kind, key, *_rest = [*page.address.split("/"), ""]
    return key if f"{kind}/" in _OF_UNITS and key in archive.records.registries.units else ""


def _alternative(unit: str, archive: Archive, facts: SiteFacts) -> str:
    if not unit:
        return _of_site(facts)
    name = archive.records.registries.units[unit].name
    return (
        _("{unit} di {site}. {notice}")
        .format(unit=name, site=facts.name, notice=facts.notice)
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
    kind, *rest = page.address.split("/")
    if f"{kind}/" in _ON_PAPER or urls.PAGE_WORD in rest:
        return False
    return not _is_withdrawn(page, archive)


def _structured(page: Page, archive: Archive, facts: SiteFacts) -> object:
    if not page.address:
        return structured.graph([structured.website(facts)])
    if not _is_worth_finding(page, archive):
        return None
    way = structured.breadcrumbs(page.trail, page.title, facts)
    if page.address == urls.REPORTS:
        return structured.graph([structured.newest_reports(archive, facts), way])
    one = _session_of(page, archive)
    said = structured.session(one, archive, facts) if isinstance(one, Session) else ()
    return structured.graph([*said, way])


def _is_withdrawn(page: Page, archive: Archive) -> bool:
    one = _session_of(page, archive)
    return one is not None and not isinstance(one, Session)


def _session_of(page: Page, archive: Archive) -> object:
    kind, _slash, rest = page.address.partition("/")
    if f"{kind}/" != urls.SESSIONS:
        return None
    return archive.records.sessions.get(rest.removesuffix("/"))
