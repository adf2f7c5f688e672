"""Names of news that hold for life: tag URIs (RFC 4151).

A program that follows the site knows by its id alone whether it has told its reader of an entry. So
an id is made only from what never changes: the ids of records and, where one record tells of
several things, the day and the part of each. Neither a corrected text, nor a file that moves, nor
another outcome, nor the day of the build changes it, and an entry has one id in every feed.

Nor does a new address of the site. What an id begins with is a setting of its own, `penanda`: a
domain whose owner gives the names, and a year in which it was theirs. Where it is not set the
site's first address serves, and has to be kept as `penanda` when the site moves.
"""

import re
from urllib.parse import urlsplit

from generator.facts import SiteFacts

FIRST_YEAR = 2026
"""The year of these names where `penanda` is not set; it must never be moved on."""

AUTHORITY = re.compile(
    r"(?:[A-Za-z0-9._-]+@)?[A-Za-z0-9](?:[A-Za-z0-9.-]*[A-Za-z0-9])?"
    r",\d{4}(?:-\d{2}(?:-\d{2})?)?",
    re.ASCII,
)
"""A domain or an address in it, a comma, and a year, month or day (RFC 4151, 2.1)."""


def authority(facts: SiteFacts) -> str:
    """Give what all names of a site begin with: `kabarbalik.example,2026`."""
    return facts.tag or f"{urlsplit(facts.url).hostname or 'localhost'},{FIRST_YEAR}"


def tag(facts: SiteFacts, specific: str) -> str:
    """Give the name of a piece of news or of a feed."""
    return f"tag:{authority(facts)}:{specific}"


def uid(facts: SiteFacts, specific: str) -> str:
    """Give the name of an event in a calendar (RFC 5545, 3.8.4.7).

    The form with an @ is the one calendars have long known; a comma would have to be escaped.
    """
    return f"{specific}@{authority(facts).partition(',')[0]}"
