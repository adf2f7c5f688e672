"""The lines of lists: a session, a report-back, a name that leads to its own page."""

from dataclasses import dataclass

from generator import urls
from generator.archive import Archive, Matter, Registries, resolve
from generator.figures import Tally, tally
from generator.language import _
from generator.model import Commitment, Concern, Outcome, Scope, Session, Silence, WithdrawnConcern
from generator.views.concern import ConcernLine, concern_line
from generator.views.links import Link, programme_link, theme_links, unit_link
from generator.views.report import Report, report
from generator.views.text import excerpt
from generator.wording import sittings
from generator.wording.days import When, hours, number, when, when_with_weekday
from generator.wording.names import Actor, actor, awaited, joined, unit_name
from generator.wording.places import venue, where_briefly
from generator.wording.story import RESIDENTS_SPEAK, Voice, told, voice_word

ACCOUNT_LENGTH = 220
"""How many letters of a report-back stand in a list."""

MOST_CONCERNS = 5
"""How many concerns a report-back names before it only says how many more there are."""


@dataclass(frozen=True, slots=True)
class NameLine:
    """A name that leads to its own page, and a few words on what is there, or ""."""

    address: str
    name: str
    note: str = ""


@dataclass(frozen=True, slots=True)
class SessionLine:
    """One session in a list.

    `by` are the units that held it; `came` says what residents raised there and whether there is
    word of it.
    """

    address: str
    name: str
    when: When
    by: str
    came: str


@dataclass(frozen=True, slots=True)
class AnnouncedLine:
    """One session still to come; `hour` and `venue` are "" where they were not announced."""

    address: str
    name: str
    when: When
    hour: str
    venue: str
    by: str


@dataclass(frozen=True, slots=True)
class ReportLine:
    """One report-back in a list.

    `speaker` says whose word it is and `voice` is that as a key; `said` is the event as a sentence,
    `account` the beginning of what was written about it. `concerns` are those it answers, as they
    stand now, and `more` says how many are left out, or "". An outcome that answers no concern by
    name has `scope`, what it is about, and `full`, all it reports: no other page tells its story.
    """

    when: When
    voice: Voice
    speaker: str
    said: str
    account: str
    unit: Link
    concerns: tuple[ConcernLine, ...]
    more: str
    scope: tuple[Link, ...]
    full: Report | None


def session_line(archive: Archive, session: Session) -> SessionLine:
    """Give the line of a session."""
    registries = archive.records.registries
    return SessionLine(
        address=urls.session(session.id),
        name=sittings.name(session, registries),
        when=when(session.date),
        by=_held_by(session, registries),
        came=what_came(archive, session),
    )


def announced_line(archive: Archive, session: Session) -> AnnouncedLine:
    """Give the line of a session to come; its hour is in its unit's zone where it names none."""
    registries = archive.records.registries
    unit = registries.units.get(session.units[0])
    return AnnouncedLine(
        address=urls.session(session.id),
        name=sittings.name(session, registries),
        when=when_with_weekday(session.date),
        hour=hours(session.time, unit.zone if unit else "") if session.time else "",
        venue="; ".join(filter(None, map(venue, session.places))),
        by=_held_by(session, registries),
    )


def owed_line(archive: Archive, matter: Matter) -> ConcernLine | None:
    """Give the line of a concern that is owed, with the unit whose word is awaited."""
    entry, registries = matter.concern, archive.records.registries
    if isinstance(entry, WithdrawnConcern):
        return None
    unit = awaited(matter.session.units[0], entry, registries)
    where = where_briefly(matter.session)
    return concern_line(archive, matter, ", ".join(filter(None, (where, unit))))


def placed_line(archive: Archive, matter: Matter) -> ConcernLine | None:
    """Give the line of a concern with the place of its session, or its unit where it has none."""
    session = matter.session
    where = where_briefly(session) or unit_name(session.units[0], archive.records.registries)
    return concern_line(archive, matter, where)


def how_many_sessions(count: int) -> str:
    """Say how many sessions were held; an activity, never a sign of what came of them."""
    return _("{count} sesi").format(count=number(count)) if count else _("belum ada sesi")


def what_came(archive: Archive, session: Session) -> str:
    """What residents said in a session, and of how much of it there is word back."""
    promises = sum(isinstance(one, Commitment) for one in session.commitments)
    parts = (
        _concerns(archive, session) if session.entries else _silence(session, archive),
        _("{count} janji").format(count=number(promises)) if promises else "",
    )
    return "; ".join(filter(None, parts))


def _silence(session: Session, archive: Archive) -> str:
    match session.concerns:
        case Silence.NONE_RAISED:
            return _("nihil: warga ditanya, tidak ada yang menyampaikan masukan")
        case Silence.NOT_OPENED:
            return _("tidak dibuka: warga tidak ditanya")
        case Silence.NOT_ITEMISED:
            return _("tidak dirinci: sumbernya tidak menyebut isi masukan")
    if session.commitments:
        return ""
    if sittings.is_ahead(session, archive.today):
        return _("sudah diumumkan, belum berlangsung")
    return _("laporannya belum terbit")


def _concerns(archive: Archive, session: Session) -> str:
    written = [one for one in session.entries if isinstance(one, Concern)]
    counted = tally(
        one for one in archive.matters_of[session.id] if isinstance(one.concern, Concern)
    )
    return "; ".join(
        filter(None, (_how_many(len(written), session.concerns_received), _word_back(counted)))
    )


def _how_many(written: int, received: int | str | None) -> str:
    if not written:
        return _("masukannya ditarik")
    if isinstance(received, int) and received > written:
        return _("{count} dari {all} masukan ditulis di sini").format(
            count=number(written), all=number(received)
        )
    return _("{count} masukan").format(count=number(written))


def _word_back(counted: Tally) -> str:
    if not counted.asked:
        return _("tidak ada yang meminta sesuatu")
    if not counted.with_word:
        return _("belum ada kabar")
    if counted.with_word == counted.asked:
        return _("kabar untuk semuanya") if counted.asked > 1 else _("sudah ada kabar")
    return _("kabar untuk {count}").format(count=number(counted.with_word))


def report_line(archive: Archive, outcome: Outcome) -> ReportLine:
    """Give the line of an outcome; concerns that were withdrawn are not mentioned."""
    registries = archive.records.registries
    who = actor(outcome, registries)
    voice = _voice(outcome, who)
    answered = [
        archive.matters[identity]
        for identity in (resolve(one, outcome.folder) for one in outcome.answers)
        if identity in archive.matters and archive.matters[identity].follow_up
    ]
    lines = (concern_line(archive, one) for one in answered[:MOST_CONCERNS])
    left_out = len(answered) - MOST_CONCERNS
    return ReportLine(
        when=when(outcome.date),
        voice=voice,
        speaker=voice_word(voice),
        said=told(outcome, who),
        account="" if outcome.scope else excerpt(_account(outcome), ACCOUNT_LENGTH),
        unit=unit_link(outcome.folder, registries),
        concerns=tuple(line for line in lines if line),
        more=_("dan {count} masukan lain").format(count=number(left_out)) if left_out > 0 else "",
        scope=_scope(outcome.scope, registries) if outcome.scope else (),
        full=report(outcome, registries) if outcome.scope else None,
    )


def _held_by(session: Session, registries: Registries) -> str:
    return joined(tuple(unit_name(key, registries) for key in session.units))


def _voice(outcome: Outcome, who: Actor) -> Voice:
    if outcome.event in RESIDENTS_SPEAK:
        return Voice.RESIDENTS
    return Voice.POLICE if who.is_police else Voice.PARTNER


def _account(outcome: Outcome) -> str:
    return outcome.account or outcome.cause or ""


def _scope(scope: Scope, registries: Registries) -> tuple[Link, ...]:
    programme = registries.programmes.get(scope.programme or "")
    return (
        *(unit_link(key, registries) for key in scope.units),
        *([programme_link(programme.id, programme.name, registries)] if programme else ()),
        *theme_links(scope.themes, registries),
    )
