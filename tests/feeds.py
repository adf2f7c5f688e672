"""Feeds and calendars of an archive as they are published, and what a program reads in them."""

import json
from collections.abc import Mapping
from datetime import date
from pathlib import Path
from typing import Any
from xml.etree import ElementTree

from icalendar import Calendar
from small_archive import TODAY, write

from generator import archive, records, urls
from generator.archive import Archive
from generator.exports.catalogue import all_files
from generator.facts import SiteFacts

SITE = "https://kabarbalik.example/"
TAG = "tag:kabarbalik.example,2026:"
OFFICIAL = SiteFacts("Kabar Balik", SITE, "resmi", "", "kabarbalik.example,2026")
EXAMPLE = SiteFacts("Kabar Balik", SITE, "contoh", "Ini contoh.", "kabarbalik.example,2026")
FOLLOWED = ("kabar.xml", "kabar.json", "jadwal.ics")
ATOM = "{http://www.w3.org/2005/Atom}"


def as_of(
    root: Path,
    files: Mapping[str, str | bytes | None],
    today: date = TODAY,
    published: Mapping[str, str] | None = None,
) -> Archive:
    """Bring records together as of a day; `published` says since when each file is public."""
    days = {name: date.fromisoformat(day) for name, day in (published or {}).items()}
    reading = records.read(root, write(root, files), published=days)
    return archive.build(reading.records, today)


def files_of(found: Archive, facts: SiteFacts = OFFICIAL) -> dict[str, bytes]:
    """Every file to follow the site with, by its address."""
    return {
        one.address: one.content()
        for one in all_files(found, facts)
        if one.address.rpartition("/")[2] in FOLLOWED
    }


def items(
    found: Archive, page: str = urls.HOME, facts: SiteFacts = OFFICIAL
) -> list[dict[str, Any]]:
    """The entries of a page's JSON Feed, their ids without what all begin with."""
    (made,) = (one for one in all_files(found, facts) if one.address == urls.json_feed(page))
    entries: list[dict[str, Any]] = json.loads(made.content())["items"]
    return [{**one, "id": one["id"].removeprefix(TAG)} for one in entries]


def titles(found: Archive, page: str = urls.HOME) -> list[str]:
    """The titles of a page's news, newest first."""
    return [one["title"] for one in items(found, page)]


def atom_of(content: bytes) -> ElementTree.Element:
    """An Atom document."""
    return ElementTree.fromstring(content)


def events(found: Archive, page: str = urls.HOME, facts: SiteFacts = OFFICIAL) -> dict[str, Any]:
    """The events of a page's calendar by the first part of their names."""
    (made,) = (one for one in all_files(found, facts) if one.address == urls.calendar(page))
    calendar: Any = Calendar.from_ical(made.content())
    return {str(one["UID"]).partition("@")[0]: one for one in calendar.events}
