"""One event of a calendar: a session, a session that is off, or a day by which something is due."""

import datetime
from dataclasses import replace
from datetime import date, timedelta

from generator import urls
from generator.agenda import Appointment, Cancelled, Due, name_of
from generator.archive import Archive
from generator.followup import Basis
from generator.language import _
from generator.model import Commitment, Concern, Session
from generator.value import value
from generator.views.concern import brief
from generator.views.text import excerpt
from generator.wording import news as words
from generator.wording import sittings
from generator.wording.days import hours, when_with_weekday
from generator.wording.deadlines import due
from generator.wording.names import concern_label, joined, unit_name
from generator.wording.places import venue, where_briefly

WHAT_IT_HOLDS = _("Sesi yang diumumkan, dan hari kabar atau janji ditunggu.")
"""What every calendar says of itself."""

BRIEF_LENGTH = 80
_DAY = timedelta(days=1)
_PROMISED = frozenset({Basis.PROMISE, Basis.REMAINDER, Basis.EXTENSION})
"""Days the police named themselves; the others follow from a rule."""


@value
class CalendarEvent:
    """One event.

    `identity` never changes. `first` and `last` are its days; `start` and `end` are hours in `zone`
    (WIB, WITA, WIT), None for one that takes whole days. `stamp` is the day its words last changed
    (the first of all days where it is not known), `sequence` how often they did. `address` is that
    of a page.
    """

    identity: str
    title: str
    text: str
    place: str
    address: str
    first: date
    last: date
    stamp: date
    start: datetime.time | None = None
    end: datetime.time | None = None
    zone: str = ""
    sequence: int = 0
    is_off: bool = False
    is_unsure: bool = False


def calendar_event(archive: Archive, one: Appointment) -> CalendarEvent:
    """Give something that lies ahead as an event."""
    kind, name = name_of(one)
    identity = f"{kind}/{name.replace('#', '/')}"
    match one:
        case Session():
            return _session(archive, one, identity)
        case Cancelled():
            return _cancelled(archive, one, identity)
        case Due():
            return _due(archive, one, identity)


def _session(archive: Archive, session: Session, identity: str) -> CalendarEvent:
    registries = archive.records.registries
    unit = registries.units.get(session.units[0])
    zone = unit.zone if unit else ""
    first, last = session.date.earliest, session.date.latest
    if first is None or last is None:
        raise ValueError(session.id)  # the agenda holds none without its days
    hour = hours(session.time, zone) if session.time else ""
    by = joined(tuple(unit_name(key, registries) for key in session.units))
    mended = [one.date for one in session.corrections]
    made = CalendarEvent(
        identity=identity,
        title=sittings.name(session, registries),
        text="\n".join(filter(None, (by, when_with_weekday(session.date).words, hour))),
        place=", ".join(
            dict.fromkeys(filter(None, (*map(venue, session.places), where_briefly(session))))
        ),
        address=urls.session(session.id),
        first=first,
        last=last,
        stamp=max((session.published or date.min, *mended)),
        sequence=len(mended),
        is_unsure=session.date.unsure,
    )
    time = session.time
    if time is None or time.start is None or first != last:
        return made
    start = datetime.time.fromisoformat(time.start)
    end = datetime.time.fromisoformat(time.end) if time.end else None
    until = last + _DAY if end and end < start else last
    return replace(made, start=start, end=end, last=until, zone=time.zone or zone)


def _cancelled(archive: Archive, one: Cancelled, identity: str) -> CalendarEvent:
    registries = archive.records.registries
    reason = registries.reasons.get(one.withdrawal.reason)
    return CalendarEvent(
        identity=identity,
        title=_("Ditarik dari jadwal: sesi {unit}").format(
            unit=unit_name(one.session.folder, registries)
        ),
        text=reason.sentence if reason else "",
        place="",
        address=urls.session(one.session.id),
        first=one.day,
        last=one.day,
        stamp=one.withdrawal.date,
        sequence=1,
        is_off=True,
    )


def _due(archive: Archive, one: Due, identity: str) -> CalendarEvent:
    matter, found, entry = one.matter, one.matter.follow_up, one.matter.concern
    if found is None or not isinstance(entry, Concern | Commitment):
        raise ValueError(matter.id)  # the agenda holds no concern that was withdrawn
    registries = archive.records.registries
    by = joined(tuple(unit_name(key, registries) for key in matter.session.units))
    about = excerpt(brief(entry, archive), BRIEF_LENGTH)
    day = one.deadline.day
    where = where_briefly(matter.session)
    return CalendarEvent(
        identity=identity,
        title=words.due_on(about, is_promise=one.deadline.basis in _PROMISED),
        text="\n".join(filter(None, (f"{concern_label(entry)} · {by}", where, due(found, entry)))),
        place="",
        address=urls.concern(matter.id),
        first=day,
        last=day,
        stamp=one.stamp,
        sequence=len(found.extensions),
    )
