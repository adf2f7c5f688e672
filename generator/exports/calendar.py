"""Calendars (RFC 5545) of sessions to come and of days by which something is due.

A phone that follows one asks for it again and again, so everything in it holds still: an event
keeps its name for life, and no time of a build is in it.
"""

import datetime
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache
from zoneinfo import ZoneInfo

from icalendar import Calendar, Timezone, TimezoneStandard, vDuration, vText

from generator.agenda import Appointment, name_of
from generator.archive import Archive
from generator.exports.content_lines import line, text
from generator.exports.identity import uid
from generator.facts import SiteFacts
from generator.views.appointment import WHAT_IT_HOLDS, CalendarEvent, calendar_event
from generator.wording.news import marked

ZONES = {"WIB": "Asia/Jakarta", "WITA": "Asia/Makassar", "WIT": "Asia/Jayapura"}
"""The time zones of Indonesia; none of them changes its clocks in summer."""

SINCE = datetime.datetime(1988, 1, 1)
"""The three zones are as they are since then (Keputusan Presiden 41 of 1987)."""

REFRESH = datetime.timedelta(days=1)
"""How often a phone does well to ask again: the site is made anew every night."""

UNKNOWN_STAMP = datetime.date(1970, 1, 1)
REMEMBERED = 2_048
_DAY = datetime.timedelta(days=1)
_END = b"END:VCALENDAR\r\n"


@dataclass(frozen=True, slots=True)
class Agendum:
    """One calendar: whose it is ("" for the whole site), and its appointments."""

    name: str
    appointments: tuple[Appointment, ...]


class Events:
    """Gives the events of an archive as they stand in a calendar, each made once."""

    def __init__(self, archive: Archive, facts: SiteFacts) -> None:
        """Take the archive and what the site is; nothing is made yet."""
        self._archive = archive
        self._facts = facts
        self._made: dict[tuple[str, str], tuple[str, bytes]] = {}

    def of(self, appointments: Iterable[Appointment]) -> list[tuple[str, bytes]]:
        """Give each event with the zone its hours are in, "" for whole days."""
        return [self._made.get(name_of(one)) or self._remembered(one) for one in appointments]

    def _remembered(self, one: Appointment) -> tuple[str, bytes]:
        if len(self._made) >= REMEMBERED:
            self._made.clear()
        event = calendar_event(self._archive, one)
        zone = ZONES.get(event.zone, "") if event.start else ""
        made = self._made[name_of(one)] = (zone, _event(event, self._facts))
        return made


def calendar(agendum: Agendum, events: Events, facts: SiteFacts) -> bytes:
    """Give a calendar as an iCalendar stream."""
    made = events.of(agendum.appointments)
    title = f"{facts.name}: {agendum.name}" if agendum.name else facts.name
    name = text(marked(title, facts.nature))
    names = (line("NAME", name), line("X-WR-CALNAME", name))
    # A calendar must hold something (3.6): where nothing lies ahead it is this zone.
    zones = sorted({zone for zone, _content in made if zone}) or [ZONES["WIB"]]
    parts = (*(_zone(zone) for zone in zones), *(content for _zone_of_it, content in made))
    return b"".join((_head(facts.notice), *names, *parts, _END))


@cache
def _head(notice: str) -> bytes:
    """Give how every calendar of a site begins."""
    head = Calendar()
    head.add("prodid", "-//Kabar Balik//kabar-balik//ID")
    head.add("version", "2.0")
    head.add("calscale", "GREGORIAN")
    head.add("x-wr-caldesc", vText(f"{WHAT_IT_HOLDS} {notice}".strip()))
    head.add("refresh-interval", vDuration(REFRESH, {"VALUE": "DURATION"}))
    head.add("x-published-ttl", vDuration(REFRESH))
    made: bytes = head.to_ical(sorted=False)
    return made.removesuffix(_END)


def _event(one: CalendarEvent, facts: SiteFacts) -> bytes:
    stamp = f"{max(one.stamp, UNKNOWN_STAMP):%Y%m%d}T000000Z"
    told = "\n".join(filter(None, (one.text, facts.notice)))
    lines = (
        line("BEGIN", "VEVENT"),
        line("UID", text(uid(facts, one.identity))),
        line("DTSTAMP", stamp),
        line("LAST-MODIFIED", stamp) if one.stamp > UNKNOWN_STAMP else b"",
        line("SEQUENCE", str(one.sequence)),
        *_when(one),
        line("SUMMARY", text(marked(one.title, facts.nature))),
        line("DESCRIPTION", text(told)),
        line("LOCATION", text(one.place)) if one.place else b"",
        line("URL", f"{facts.url}{one.address}"),
        line("STATUS", _status(one)),
        # A deadline and a day on which others meet take nobody's own time.
        line("TRANSP", "TRANSPARENT"),
        line("END", "VEVENT"),
    )
    return b"".join(lines)


def _when(one: CalendarEvent) -> Iterator[bytes]:
    if one.start is None:
        yield line("DTSTART;VALUE=DATE", f"{one.first:%Y%m%d}")
        yield line("DTEND;VALUE=DATE", f"{one.last + _DAY:%Y%m%d}")
        return
    zone = f";TZID={ZONES[one.zone]}"
    yield line(f"DTSTART{zone}", f"{one.first:%Y%m%d}T{one.start:%H%M%S}")
    if one.end:
        yield line(f"DTEND{zone}", f"{one.last:%Y%m%d}T{one.end:%H%M%S}")


def _status(one: CalendarEvent) -> str:
    if one.is_off:
        return "CANCELLED"
    return "TENTATIVE" if one.is_unsure else "CONFIRMED"


@cache
def _zone(name: str) -> bytes:
    """Give a time zone, which in Indonesia is one offset all the year round."""
    offset = ZoneInfo(name).utcoffset(SINCE)
    standard = TimezoneStandard()
    standard.add("dtstart", SINCE)
    standard.add("tzoffsetfrom", offset)
    standard.add("tzoffsetto", offset)
    standard.add("tzname", vText(next(key for key, zone in ZONES.items() if zone == name)))
    zone = Timezone()
    zone.add("tzid", name)
    zone.add_component(standard)
    made: bytes = zone.to_ical(sorted=False)
    return made
