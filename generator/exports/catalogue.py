"""Every published file that is made from records and is no page."""

from collections.abc import Iterator

from generator.archive import Archive
from generator.exports import cards, following, robots, sign, villages
from generator.facts import SiteFacts
from generator.page import SiteFile


def all_files(archive: Archive, facts: SiteFacts) -> Iterator[SiteFile]:
    """Give every file once; nothing is made here."""
    yield robots.robots(facts)
    yield from sign.files()
    yield from cards.files(archive, facts)
    yield from villages.files(archive)
    yield from following.files(archive, facts)
