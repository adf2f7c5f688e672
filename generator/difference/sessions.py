"""What changes on the page of one session but for its concerns and its report-backs."""

from collections.abc import Iterator

from generator.archive import Archive
from generator.difference import mended
from generator.difference.terms import Change, Gravity
from generator.language import _
from generator.model import Session, WithdrawnSession
from generator.news.gather import has_report
from generator.views.entries import what_came
from generator.views.mended import name_of
from generator.wording.names import unit_name

Held = Session | WithdrawnSession | None


def of_session(earlier: Held, now: Held, archive: Archive) -> Iterator[Change]:
    """Give what changes for a session as a whole."""
    match earlier, now:
        case None, Session():
            yield _came(_("Sesi baru. {came}."), now, archive)
        case Session(), Session():
            if is_filled(earlier, now):
                said = _("Laporan sesi yang sudah diumumkan kini terbit. {came}.")
                yield _came(said, now, archive)
            yield from mended.of_record(earlier, now, archive)
        case WithdrawnSession(), Session():
            yield Change(Gravity.FORBIDDEN, _("Catatan yang sudah ditarik tampil lagi."))
        case Session(), WithdrawnSession():
            reason = archive.records.registries.reasons.get(now.withdrawn.reason)
            said = _("Catatan sesi ini ditarik dari situs.")
            yield Change(Gravity.WITHDRAWN, f"{said} {reason.sentence}" if reason else said)
        case Session(), None:
            said = _("Catatan sesi yang sudah terbit hilang tanpa ditarik.")
            yield Change(Gravity.FORBIDDEN, said)
        case WithdrawnSession(), None:
            said = _("Keterangan bahwa catatan ini ditarik hilang dari alamatnya.")
            yield Change(Gravity.FORBIDDEN, said)


def is_filled(earlier: Held, now: Held) -> bool:
    """Whether a session was only announced and has its report now."""
    if not (isinstance(earlier, Session) and isinstance(now, Session)):
        return False
    return not has_report(earlier) and has_report(now)


def title_of(identity: str, archive: Archive) -> str:
    """Give what a session is called; one that was taken back, or is gone, by its unit alone."""
    found = archive.records.sessions.get(identity)
    if isinstance(found, Session):
        return name_of(found, archive)
    unit = unit_name(identity.partition("/")[0], archive.records.registries)
    return _("Catatan satu sesi {unit}").format(unit=unit)


def _came(said: str, session: Session, archive: Archive) -> Change:
    matters = archive.matters_of.get(session.id, ())
    late = any(one.follow_up and one.follow_up.overdue for one in matters)
    words = said.format(came=what_came(archive, session))
    return Change(Gravity.WORSE if late else Gravity.NEW, words)
