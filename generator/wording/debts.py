"""What is owed to one concern on a list, or why it is there, and since when.

Only absolute days are said: a list is read, forwarded and printed long after it was made.
"""

from collections.abc import Callable, Mapping
from datetime import date
from types import MappingProxyType

from generator.archive import Matter
from generator.boards import Board, objection, reopened
from generator.dates import in_words
from generator.followup import FollowUp, StartBasis
from generator.language import _
from generator.model import Commitment, Concern, Event
from generator.records import Registries
from generator.status import Status
from generator.wording.badges import last_known
from generator.wording.days import on
from generator.wording.deadlines import due, put_off
from generator.wording.telling import as_sentence


def owed(board: Board, matter: Matter, registries: Registries) -> str:
    """Say what is owed to a concern on a list, and since when; "" for a withdrawn one."""
    found = matter.follow_up
    return _OWED[board](matter, found, registries) if found else ""


def _waiting(matter: Matter, found: FollowUp, registries: Registries) -> str:
    if found.overdue:
        return _overdue(matter, found, registries)
    if found.status is Status.UNKNOWN:
        return _unknown(matter, found, registries)
    return _word_owed(matter, found, registries)


def _overdue(matter: Matter, found: FollowUp, _registries: Registries) -> str:
    return " ".join(filter(None, (due(found, _entry(matter)), put_off(found))))


def _word_owed(matter: Matter, found: FollowUp, _registries: Registries) -> str:
    return _with_deadline(_word_since(found.start, found.start_basis), matter, found)


def _word_since(start: date | None, basis: StartBasis) -> str:
    if start is None:
        return _("Kabar ditunggu; sejak kapan tidak diketahui.")
    said = {
        StartBasis.SESSION: _("Kabar ditunggu sejak sesinya, {day}."),
        StartBasis.SOURCE: _("Kabar ditunggu sejak sumber paling awal, {day}."),
        StartBasis.PUBLICATION: _("Kabar ditunggu sejak catatan ini pertama terbit, {day}."),
    }
    return said[basis].format(day=in_words(start))


def _unknown(matter: Matter, found: FollowUp, _registries: Registries) -> str:
    said = _("Tidak diketahui {since}; yang terakhir diketahui: {stage}.").format(
        since=_since(found), stage=last_known(found)
    )
    return _with_deadline(said, matter, found)


def _since(found: FollowUp) -> str:
    day = found.since.latest
    return _("sejak {day}").format(day=in_words(day)) if day else ""


def _disputed(matter: Matter, found: FollowUp, _registries: Registries) -> str:
    step = objection(found)
    said = _("Disanggah warga {date}; belum dijawab.").format(date=on(step.date)) if step else ""
    return _with_deadline(said, matter, found)


def _reopened(matter: Matter, found: FollowUp, _registries: Registries) -> str:
    step = reopened(found)
    if step is None:
        return ""
    said = _("Dibuka kembali {date}.")
    if step.event is Event.DISPUTED:
        said = _("Disanggah warga {date}, jadi dibuka kembali.")
    return _with_deadline(said.format(date=on(step.date)), matter, found)


def _claimed(_matter: Matter, found: FollowUp, _registries: Registries) -> str:
    if found.ended is None:
        return ""
    return _("Dinyatakan selesai {date}; belum dibenarkan warga.").format(date=on(found.ended))


def _confirmed(_matter: Matter, found: FollowUp, _registries: Registries) -> str:
    if found.ended is None:
        return ""
    return _("Dibenarkan warga {date}.").format(date=on(found.ended))


def _answered(_matter: Matter, found: FollowUp, _registries: Registries) -> str:
    return _("Dijawab {date}.").format(date=on(found.ended)) if found.ended else ""


def _refused(matter: Matter, found: FollowUp, registries: Registries) -> str:
    decided = next((one for one in matter.outcomes if one.id == found.ended_by), None)
    reason = registries.reasons.get(decided.reason or "") if decided else None
    said = _("Diputuskan {date}.").format(date=on(found.ended)) if found.ended else ""
    return " ".join(filter(None, (said, as_sentence(reason.sentence) if reason else "")))


def _with_deadline(said: str, matter: Matter, found: FollowUp) -> str:
    """Add the running deadline of an open concern, where it has one."""
    if found.deadline is None or found.stage.is_ending or not found.asks:
        return said
    return f"{said} {due(found, _entry(matter))}"


def _entry(matter: Matter) -> Concern | Commitment | None:
    return matter.concern if isinstance(matter.concern, Concern | Commitment) else None


_OWED: Mapping[Board, Callable[[Matter, FollowUp, Registries], str]] = MappingProxyType(
    {
        Board.WAITING: _waiting,
        Board.OVERDUE: _overdue,
        Board.JUST_CROSSED: _overdue,
        Board.WORD_OWED: _word_owed,
        Board.UNKNOWN: _unknown,
        Board.NO_EVIDENCE: _overdue,
        Board.DISPUTED: _disputed,
        Board.REOPENED: _reopened,
        Board.UNCONFIRMED: _claimed,
        Board.REFUSED: _refused,
        Board.CONFIRMED: _confirmed,
        Board.ANSWERED: _answered,
    }
)
