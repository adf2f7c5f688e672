"""What is said of a piece of news in a feed: once, on its day, without what came later."""

from collections.abc import Mapping
from types import MappingProxyType

from generator.language import _
from generator.model import Commitment, Concern, Outcome, Session, WithdrawnSession
from generator.wording.days import number

NATURES = {"contoh": _("Contoh"), "fiksi": _("Rekaan")}
"""What stands before every title of a site that is not official, by its nature."""


_TAKEN_BACK: Mapping[type, str] = MappingProxyType(
    {
        WithdrawnSession: _("catatan satu sesi"),
        Concern: _("satu masukan"),
        Commitment: _("satu janji"),
        Outcome: _("satu kabar"),
    }
)


def marked(title: str, nature: str) -> str:
    """Put before a title what keeps it from passing for real where it is read alone."""
    mark = NATURES.get(nature)
    return _("[{nature}] {title}").format(nature=_(mark), title=title) if mark else title


def change(before: str, after: str) -> str:
    """Say how a status changed, in its own words: `Dikerjakan → Selesai (klaim polisi)`."""
    if before == after:
        return _("tetap {status}").format(status=_inside(after))
    return _("{before} → {after}").format(before=before, after=after)


def headline(before: str, after: str, brief: str) -> str:
    """Give the title of news of one concern: how its status changed, and what it is about."""
    if before == after:
        return _("Kabar baru, statusnya tetap {status}: {about}").format(
            status=_inside(after), about=brief
        )
    return _("{change}: {about}").format(change=change(before, after), about=brief)


def of_several(count: int, where: str) -> str:
    """Give the title of a report on several concerns."""
    if not where:
        return _("Kabar untuk {count} masukan").format(count=number(count))
    return _("Kabar untuk {count} masukan di {place}").format(count=number(count), place=where)


def late(brief: str) -> str:
    """Give the title of a passed deadline."""
    return _("Lewat tenggat: {about}").format(about=brief)


def status_is(word: str) -> str:
    """Say where a concern stood then."""
    return _("Statusnya waktu itu: {status}.").format(status=word)


def held(name: str, when: str) -> str:
    """Give the title of a session whose report was published."""
    return _("Sesi tercatat: {name}, {date}").format(name=name, date=when)


def announced(name: str, when: str) -> str:
    """Give the title of a session to come."""
    return _("Jadwal sesi: {name}, {date}").format(name=name, date=when)


def corrected(what: str) -> str:
    """Give the title of a correction."""
    return _("Koreksi: {what}").format(what=what)


def withdrawn(what: type) -> str:
    """Give the title of a withdrawal; nothing of what was there is in it."""
    return _("Ditarik dari situs: {what}").format(what=taken_back(what))


def taken_back(what: type) -> str:
    """Say what was taken back, within a sentence."""
    return _(_TAKEN_BACK[what])


def raised(session: Session) -> str:
    """Say how many concerns are written down of a session; "" where none is."""
    written = sum(isinstance(one, Concern) for one in session.entries)
    return _("{count} masukan tertulis:").format(count=number(written)) if written else ""


def due_on(about: str, *, is_promise: bool) -> str:
    """Give the title of a day by which something is due, in a calendar."""
    said = _("Tenggat janji: {about}") if is_promise else _("Tenggat: {about}")
    return said.format(about=about)


def _inside(word: str) -> str:
    return word[:1].lower() + word[1:]
