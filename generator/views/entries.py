"""The lines of lists: a name that leads to its own page, a session, a session to come."""

from collections.abc import Iterable

from generator import urls
from generator.archive import Archive, Matter
from generator.figures import family
from generator.language import _
from generator.model import Commitment, Concern, ConcernKind, Session, Silence
from generator.records import Registries
from generator.status import Family
from generator.value import value
from generator.wording import sittings
from generator.wording.days import When, hours, number, when, when_with_weekday
from generator.wording.names import joined, unit_name
from generator.wording.places import venue


@value
class NameLine:
    """A name that leads to its own page, and a few words on what is there, or ""."""

    address: str
    name: str
    note: str = ""


@value
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


@value
class AnnouncedLine:
    """One session still to come; `hour` and `venue` are "" where they were not announced."""

    address: str
    name: str
    when: When
    hour: str
    venue: str
    by: str


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


def how_many_sessions(count: int) -> str:
    """Say how many sessions were held; an activity, never a sign of what came of them."""
    return _("{count} sesi").format(count=number(count)) if count else _("belum ada sesi")


def what_came(archive: Archive, session: Session) -> str:
    """What residents said in a session, and of how much of it there is word back."""
    parts = (
        _concerns(archive, session) if session.entries else _silence(session, archive),
        _promises(archive, session),
    )
    said = "; ".join(filter(None, parts))
    return said[:1].upper() + said[1:]


def _silence(session: Session, archive: Archive) -> str:
    match session.concerns:
        case Silence.NONE_RAISED:
            return _("nihil: tidak ada yang menyampaikan masukan")
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
    written = sum(isinstance(one, Concern) for one in session.entries)
    if not written:
        return _("masukannya ditarik")
    thanks = sum(
        isinstance(one, Concern) and one.kind is ConcernKind.APPRECIATION for one in session.entries
    )
    if thanks == written and session.concerns_received in (None, written):
        return _("{count} ucapan terima kasih").format(count=number(thanks))
    how_many = _how_many(written, session.concerns_received)
    return "; ".join((how_many, _word_back(archive.matters_of[session.id])))


def _promises(archive: Archive, session: Session) -> str:
    """Say how many promises were made to no single concern, and how many of them are late."""
    promises = sum(isinstance(one, Commitment) for one in session.commitments)
    if not promises:
        return ""
    late = sum(
        one.follow_up is not None and one.follow_up.overdue
        for one in archive.matters_of[session.id]
        if isinstance(one.concern, Commitment)
    )
    said = _("{count} janji").format(count=number(promises))
    return f"{said}, {_late(late)}" if late else said


def _how_many(written: int, received: int | str | None) -> str:
    if isinstance(received, int) and received > written:
        return _("{count} dari {all} masukan ditulis di sini").format(
            count=number(written), all=number(received)
        )
    if received == written:
        return _("{count} masukan").format(count=number(written))
    return _("{count} masukan tertulis").format(count=number(written))


def _word_back(matters: Iterable[Matter]) -> str:
    asked = known = late = 0
    for one in matters:
        found = one.follow_up
        if (
            found
            and isinstance(one.concern, Concern)
            and family(found.status) is not Family.OUTSIDE
        ):
            asked += 1
            known += found.first_word is not None
            late += found.overdue
    if not asked:
        return _("tidak ada yang meminta sesuatu")
    said = _("kabar untuk semuanya") if asked > 1 else _("sudah ada kabar")
    if known < asked:
        said = _("{count} belum ada kabar").format(count=number(asked - known))
    if not known:
        said = _("belum ada kabar")
    return f"{said}, {_late(late)}" if late else said


def _late(count: int) -> str:
    return _("{count} lewat tenggat").format(count=number(count))


def _held_by(session: Session, registries: Registries) -> str:
    return joined(tuple(unit_name(key, registries) for key in session.units))
