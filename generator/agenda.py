"""What lies ahead: sessions, cancelled ones too, and days by which something is due.

What is over stays for a while, so that a calendar does not lose yesterday overnight.
"""

import datetime
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date, timedelta

from generator.archive import Archive, Matter
from generator.collector import without_collector
from generator.dates import Precision
from generator.followup import Deadline
from generator.model import Session, Withdrawal, WithdrawnSession
from generator.news.windows import Places
from generator.value import value

PAST = timedelta(days=31)
"""How long what is over stays."""

MOST = 100
"""The most sessions, and the most days, in one calendar: those nearest to come."""

LONGEST = timedelta(days=14)
"""A session said to have lasted longer has no days to put it on."""


@value
class Cancelled:
    """A session that was taken back before its day, which the name of its file still tells."""

    session: WithdrawnSession
    day: date

    @property
    def withdrawal(self) -> Withdrawal:
        """Why and when it was taken back."""
        return self.session.withdrawn


@value
class Due:
    """A day by which something is due; `stamp` is when the day became known."""

    matter: Matter
    deadline: Deadline
    stamp: date


Appointment = Session | Cancelled | Due


@dataclass(frozen=True, slots=True)
class Agenda:
    """What stands in the calendar of the site, of each unit and of each area, soonest first."""

    everything: tuple[Appointment, ...]
    by_unit: Mapping[str, tuple[Appointment, ...]]
    by_area: Mapping[str, tuple[Appointment, ...]]


def lay_out(archive: Archive) -> Agenda:
    """Go through the archive once and sort out what lies ahead."""
    with without_collector():
        return _laid_out(archive)


def _laid_out(archive: Archive) -> Agenda:
    today, places = archive.today, Places(archive)
    by_unit: dict[str, list[Appointment]] = defaultdict(list)
    by_area: dict[str, list[Appointment]] = defaultdict(list)
    everything = list(_all(archive, today - PAST))
    for one in everything:
        session = one if isinstance(one, Session) else _session_of(one)
        units = session.units if isinstance(session, Session) else (session.folder,)
        for unit in dict.fromkeys(above for key in units for above in places.above(key)):
            by_unit[unit].append(one)
        for area in places.areas_of(session.id):
            by_area[area].append(one)
    return Agenda(
        everything=_nearest(everything, today),
        by_unit={key: _nearest(found, today) for key, found in by_unit.items()},
        by_area={key: _nearest(found, today) for key, found in by_area.items()},
    )


def day_of(one: Appointment) -> date:
    """Give the day something is on; the last one where it takes several."""
    match one:
        case Session():
            return one.date.latest or date.min
        case Cancelled():
            return one.day
        case Due():
            return one.deadline.day


def _all(archive: Archive, since: date) -> Iterator[Appointment]:
    """Give what is on a day since then."""
    for session in archive.sessions:
        if session.date.latest and session.date.latest >= since and _has_days(session):
            yield session
    for withdrawn in archive.withdrawn_sessions:
        day = _day_in_name(withdrawn)
        if day is not None and day >= since and withdrawn.withdrawn.date <= day:
            yield Cancelled(withdrawn, day)
    for matter in archive.matters.values():
        found = matter.follow_up
        if not found or not (due := found.deadline) or due.day < since:
            continue
        if found.asks and not found.stage.is_ending:
            yield Due(matter, due, _known_since(matter, due))


def _has_days(session: Session) -> bool:
    first, last = session.date.earliest, session.date.latest
    if first is None or last is None or session.date.precision is Precision.MONTH:
        return False
    return last - first <= LONGEST


def _day_in_name(session: WithdrawnSession) -> date | None:
    """The day a session was to be on: by custom its file is named after it."""
    stem = session.id.rpartition("/")[2]
    try:
        return datetime.date.fromisoformat(stem[: len("2024-03-01")])
    except ValueError:
        return None


def _known_since(matter: Matter, deadline: Deadline) -> date:
    """The day a deadline was set: that of the last line of the story that set it."""
    found = matter.follow_up
    for step in reversed(found.history if found else ()):
        if step.deadline == deadline and step.outcome:
            outcome = next((one for one in matter.outcomes if one.id == step.outcome), None)
            published = outcome.published if outcome else None
            return published or step.date.earliest or step.date.latest or date.min
    session = matter.session
    return session.published or session.date.earliest or (found and found.start) or date.min


def _session_of(one: Cancelled | Due) -> Session | WithdrawnSession:
    return one.session if isinstance(one, Cancelled) else one.matter.session


def _nearest(found: Iterable[Appointment], today: date) -> tuple[Appointment, ...]:
    """Give the nearest to come, then the latest of what is over, and put them in order."""
    ordered = sorted(found, key=lambda one: _nearness(day_of(one), today))
    due = [one for one in ordered if isinstance(one, Due)][:MOST]
    sessions = [one for one in ordered if not isinstance(one, Due)][:MOST]
    return tuple(sorted((*sessions, *due), key=lambda one: (day_of(one), *name_of(one))))


def _nearness(day: date, today: date) -> tuple[bool, int]:
    return day < today, abs((day - today).days)


def name_of(one: Appointment) -> tuple[str, str]:
    """Give what kind something is, as a word, and the id of what it is about."""
    match one:
        case Due():
            return "tenggat", one.matter.id
        case Cancelled():
            return "jadwal", one.session.id
        case Session():
            return "jadwal", one.id
