"""What pages say to search engines in JSON-LD, in the words of https://schema.org.

Only what is known, and never a person: no officer, no resident, nobody who was there. A session is
told as an event only where a search engine could not get it wrong: on a day its source is sure of,
at a place (https://developers.google.com/search/docs/appearance/structured-data/event asks for
both). One whose day has passed without a report may never have taken place, so it is no event.
"""

from collections.abc import Iterable, Mapping
from datetime import date, timedelta
from types import MappingProxyType
from typing import TypeAlias

from generator import urls
from generator.archive import Archive, resolve
from generator.areas import area_of
from generator.dates import EventDate, Precision
from generator.facts import SiteFacts
from generator.model import Mode, Outcome, Place, Session, Unit
from generator.page import Crumb
from generator.wording import sittings
from generator.wording.names import unit_name
from generator.wording.places import short_name, venue

Thing: TypeAlias = dict[str, object]

_CONTEXT = "https://schema.org"
_COUNTRY, _LANGUAGE = "ID", "id"
_OFFSETS: Mapping[str, str] = MappingProxyType({"WIB": "+07:00", "WITA": "+08:00", "WIT": "+09:00"})
_NEWEST = 10
_EVENT_ID = "#sesi"  # within the page, so that an address need not stand there twice more
_MIXED = frozenset({Mode.HYBRID})


def graph(things: Iterable[Thing | None]) -> Thing | None:
    """Put what a page says together; None where there is nothing to say."""
    said = [one for one in things if one]
    if len(said) < 2:
        return {"@context": _CONTEXT, **said[0]} if said else None
    return {"@context": _CONTEXT, "@graph": said}


def website(facts: SiteFacts) -> Thing:
    """Give the site, and how to search it from outside."""
    return {
        "@type": "WebSite",
        "name": facts.name,
        "url": facts.url,
        "inLanguage": _LANGUAGE,
        "potentialAction": {
            "@type": "SearchAction",
            "target": {
                "@type": "EntryPoint",
                "urlTemplate": f"{facts.url}{urls.SEARCH}?q={{search_term_string}}",
            },
            "query-input": "required name=search_term_string",
        },
    }


def breadcrumbs(trail: tuple[Crumb, ...], title: str, facts: SiteFacts) -> Thing | None:
    """Give the way to a page, itself the last step; None where there is none."""
    if not trail:
        return None
    steps: list[Thing] = [
        {"@type": "ListItem", "position": at, "name": one.title, "item": facts.url + one.address}
        for at, one in enumerate(trail, 1)
    ]
    return {
        "@type": "BreadcrumbList",
        "itemListElement": [
            *steps,
            {"@type": "ListItem", "position": len(steps) + 1, "name": title},
        ],
    }


def session(one: Session, archive: Archive, facts: SiteFacts) -> tuple[Thing | None, ...]:
    """Give a session as an event, and its page as a report about it."""
    held = _event(one, archive, facts)
    return held, _report(one, archive, facts, is_about=held is not None)


def newest_reports(archive: Archive, facts: SiteFacts) -> Thing | None:
    """Give where the newest report-backs are read."""
    places = dict.fromkeys(
        facts.url + urls.concern(resolve(one.answers[0], one.folder))
        for one in archive.outcomes
        if one.answers
    )
    listed = list(places)[:_NEWEST]
    if not listed:
        return None
    return {
        "@type": "ItemList",
        "itemListElement": [
            {"@type": "ListItem", "position": at, "url": address}
            for at, address in enumerate(listed, 1)
        ],
    }


def _report(one: Session, archive: Archive, facts: SiteFacts, *, is_about: bool) -> Thing | None:
    """The page of a session as a report; None before there is one."""
    if one.concerns is None and not one.commitments:
        return None
    days = [day for day in (one.published, _last_change(one, archive)) if day]
    said: Thing = {
        "@type": "Report",
        "headline": sittings.name(one, archive.records.registries),
        "url": facts.url + urls.session(one.id),
        "inLanguage": _LANGUAGE,
    }
    if one.published:
        said |= {"datePublished": one.published.isoformat(), "dateModified": f"{max(days)}"}
    if is_about:
        said["about"] = {"@id": _EVENT_ID}
    return said


def _last_change(one: Session, archive: Archive) -> date | None:
    answers = (each for matter in archive.matters_of.get(one.id, ()) for each in matter.outcomes)
    return max(filter(None, map(_published, answers)), default=None)


def _published(one: Outcome) -> date | None:
    return one.published


def _event(one: Session, archive: Archive, facts: SiteFacts) -> Thing | None:
    registries = archive.records.registries
    unit = registries.units.get(one.units[0])
    days = _days(one.date)
    ahead = sittings.is_ahead(one, archive.today)
    is_open = one.concerns is None and not one.commitments and not ahead
    if days is None or is_open or not one.places or not one.mode.has_place:
        return None
    begins, ends = _moments(one, unit, *days)
    said: Thing = {
        "@type": "Event",
        "@id": _EVENT_ID,
        "name": sittings.name(one, registries),
        "startDate": begins,
        "endDate": ends,
        "eventStatus": f"{_CONTEXT}/EventScheduled",
        "eventAttendanceMode": f"{_CONTEXT}/{_attendance(one.mode)}",
        "location": _one_or_many([_place(each, unit) for each in one.places]),
        "organizer": _one_or_many([_organizer(key, archive, facts) for key in one.units]),
        "image": facts.url + urls.unit_card(one.folder),
    }
    return {key: value for key, value in said.items() if value}


def _days(moment: EventDate) -> tuple[date, date] | None:
    """The first and the last day, where the source is sure of both."""
    in_days = moment.is_day or (
        moment.precision is Precision.INTERVAL
        and len(moment.text.partition("/")[0]) == len("2023-10-20")
    )
    if not in_days or moment.unsure or moment.earliest is None or moment.latest is None:
        return None
    return moment.earliest, moment.latest


def _moments(one: Session, unit: Unit | None, first: date, last: date) -> tuple[str, str]:
    """When it begins and ends (ISO 8601); the end is "" where nobody has told it."""
    if first != last:
        return first.isoformat(), last.isoformat()
    time = one.time
    zone = (time.zone if time else None) or (unit.zone if unit else None)
    if time is None or time.start is None or zone is None:
        return first.isoformat(), ""
    begins = f"{first}T{time.start}:00{_OFFSETS[zone]}"
    if time.end is None:
        return begins, ""
    until = first + timedelta(days=time.end < time.start)
    return begins, f"{until}T{time.end}:00{_OFFSETS[zone]}"


def _attendance(mode: Mode) -> str:
    return "MixedEventAttendanceMode" if mode in _MIXED else "OfflineEventAttendanceMode"


def _place(place: Place, unit: Unit | None) -> Thing:
    area = area_of(place, unit)
    within = [one.name for one in reversed(area.line)] if area else []
    address: Thing = {"@type": "PostalAddress", "addressCountry": _COUNTRY}
    if area and area.province:
        address["addressRegion"] = area.province
        within = within[:-1]
    if within:
        address["addressLocality"] = ", ".join(within)
    return {"@type": "Place", "name": venue(place) or short_name(place), "address": address}


def _organizer(key: str, archive: Archive, facts: SiteFacts) -> Thing:
    name = unit_name(key, archive.records.registries)
    return {"@type": "GovernmentOrganization", "name": name, "url": facts.url + urls.unit(key)}


def _one_or_many(things: list[Thing]) -> Thing | list[Thing]:
    return things[0] if len(things) == 1 else things
