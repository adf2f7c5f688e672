"""What is owed, what waits for residents, what came undone: which list a concern is on, and where.

The one table of the lists under /papan/. A page, the terminal and a feed all ask here, so that
they can never name different debts.
"""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from itertools import pairwise
from types import MappingProxyType

from generator.archive import Archive, Matter
from generator.followup import FollowUp, Step
from generator.followup.table import STAGES, TABLE
from generator.model import Event, Session
from generator.status import ENDINGS, Status

RECENT = 14
"""How many days a crossing counts as one of late, its own day being the first."""


class Board(StrEnum):
    """The lists, by the name in their address and in the order they are shown.

    All of them list concerns, but `UNREPORTED`, which lists sessions.
    """

    WAITING = "ditunggu"
    OVERDUE = "lewat-tenggat"
    JUST_CROSSED = "baru-lewat"
    WORD_OWED = "utang-lapor-balik"
    UNKNOWN = "tidak-diketahui"
    NO_EVIDENCE = "janji-berkala"
    UNREPORTED = "laporan-belum-terbit"
    DISPUTED = "disanggah"
    REOPENED = "dibuka-kembali"
    UNCONFIRMED = "menunggu-konfirmasi"
    REFUSED = "tidak-dipenuhi"
    CONFIRMED = "dibenarkan-warga"
    ANSWERED = "dijawab"


DEBTS = frozenset({Board.OVERDUE, Board.WORD_OWED, Board.UNKNOWN, Board.NO_EVIDENCE})
"""What the police owe: only open concerns are here, and time alone takes none of them off.

`WAITING` lists them all, each once.
"""

Place = tuple[int, date, str]


@dataclass(frozen=True, slots=True)
class Boards:
    """Every list of an archive on its day, oldest first: in the order of `place`.

    `matters` has a list for each board of concerns, `unreported` is the board of sessions.
    """

    matters: Mapping[Board, tuple[Matter, ...]]
    unreported: tuple[Session, ...]

    def length(self, board: Board) -> int:
        """How many stand on a list."""
        return len(self.unreported if board is Board.UNREPORTED else self.matters[board])


def lists_of(found: FollowUp, today: date) -> frozenset[Board]:
    """Say on which lists a concern is, from where it stands on a day."""
    return frozenset(board for board, row in _TABLE.items() if row.holds(found, today))


def is_owed(found: FollowUp) -> bool:
    """Say whether anything is owed: a day that has passed, a first word, or a word after long."""
    return found.overdue or found.owes_word or found.status is Status.UNKNOWN


def since(board: Board, found: FollowUp) -> date | None:
    """Give the day from which a concern's place on a list counts; None where it is not known."""
    return _TABLE[board].since(found)


def place(board: Board, matter: Matter) -> Place:
    """Give a key to sort a list by: oldest first, undated last, then by id.

    Among all that is owed, what is overdue comes first, by the day it was due.
    """
    found = matter.follow_up
    day = since(board, found) if found else None
    if found is None or day is None:
        return 2, date.max, matter.id
    return int(board is Board.WAITING and not found.overdue), day, matter.id


def longest_waiting(session: Session) -> Place:
    """Give a key to sort sessions without a report by: oldest first, undated last, then by id."""
    day = session.date.latest
    return (0, day, session.id) if day else (2, date.max, session.id)


def reopened(found: FollowUp) -> Step | None:
    """Give the event that opened a concern again, the last one; None if it never had ended."""
    return next(
        (
            step
            for step, before in pairwise(reversed(found.history))
            if before.status in ENDINGS and step.status not in ENDINGS
        ),
        None,
    )


def objection(found: FollowUp) -> Step | None:
    """Give the first objection of residents that stands unanswered; None where none does."""
    if not found.disputed:
        return None
    begin, *steps = found.history
    mistaken = {one.outcome for one in found.faults if one.outcome}
    unanswered: Step | None = None
    for step in steps:
        if step.outcome in mistaken or _is_before(step, begin):
            continue
        if step.event is Event.DISPUTED:
            unanswered = unanswered or step
        elif step.event and _answers(step, step.event):
            unanswered = None
    return unanswered


def fill(archive: Archive) -> Boards:
    """Put every concern on its lists, in one pass; withdrawn ones are on none."""
    lists = {
        board: list(archive.by_status.get(row.status, ())) if row.status else []
        for board, row in _TABLE.items()
    }
    rows = [(row.holds, lists[board].append) for board, row in _TABLE.items() if not row.status]
    today = archive.today
    for matter in archive.matters.values():
        found = matter.follow_up
        if found:
            for holds, add in rows:
                if holds(found, today):
                    add(matter)
    return Boards(
        matters={board: _in_order(board, listed) for board, listed in lists.items()},
        unreported=tuple(sorted(archive.unreported, key=longest_waiting)),
    )


def _in_order(board: Board, matters: Iterable[Matter]) -> tuple[Matter, ...]:
    return tuple(sorted(matters, key=lambda one: place(board, one)))


def _is_before(step: Step, session: Step) -> bool:
    """Whether an event is told of a day before its session: a mistake without effect."""
    first, last = session.date.earliest, step.date.latest
    return first is not None and last is not None and last < first


def _answers(step: Step, event: Event) -> bool:
    """Whether an event answers an objection (rule 5); work does so even where nothing is open."""
    nature = TABLE[event].nature
    if step.counts:
        return nature.works or nature.ends
    return nature.works and step.status not in STAGES


@dataclass(frozen=True, slots=True)
class _Row:
    """One list: whether a concern is on it on a day, and since when.

    `status` where all of one status are on it, and no others: nobody has to look for those.
    """

    holds: Callable[[FollowUp, date], bool]
    since: Callable[[FollowUp], date | None]
    status: Status | None = None


def _all_of(status: Status, since: Callable[[FollowUp], date | None]) -> _Row:
    return _Row(lambda found, _today: found.status is status, since, status)


def _has_just_crossed(found: FollowUp, today: date) -> bool:
    crossed = _last_crossing(found)
    return found.overdue and crossed is not None and (today - crossed).days < RECENT


def _last_crossing(found: FollowUp) -> date | None:
    return found.crossings[-1] if found.crossings else None


def _was_due(found: FollowUp) -> date | None:
    return found.deadline.day if found.deadline else None


def _since_when(found: FollowUp) -> date | None:
    return found.since.latest


def _oldest_debt(found: FollowUp) -> date | None:
    return _was_due(found) if found.overdue else found.start


def _ended(found: FollowUp) -> date | None:
    return found.ended.latest if found.ended else None


def _day_of(step: Step | None) -> date | None:
    return step.date.latest if step else None


def _has_reopened(found: FollowUp, _today: date) -> bool:
    return found.stage not in ENDINGS and found.asks and reopened(found) is not None


_TABLE: Mapping[Board, _Row] = MappingProxyType(
    {
        Board.WAITING: _Row(lambda found, _today: is_owed(found), _oldest_debt),
        Board.OVERDUE: _Row(lambda found, _today: found.overdue, _was_due),
        Board.JUST_CROSSED: _Row(_has_just_crossed, _last_crossing),
        Board.WORD_OWED: _Row(lambda found, _today: found.owes_word, lambda found: found.start),
        Board.UNKNOWN: _all_of(Status.UNKNOWN, _since_when),
        Board.NO_EVIDENCE: _Row(lambda found, _today: found.recurring and found.overdue, _was_due),
        Board.DISPUTED: _Row(
            lambda found, _today: found.disputed, lambda found: _day_of(objection(found))
        ),
        Board.REOPENED: _Row(_has_reopened, lambda found: _day_of(reopened(found))),
        Board.UNCONFIRMED: _all_of(Status.CLAIMED, _ended),
        Board.REFUSED: _all_of(Status.REFUSED, _ended),
        Board.CONFIRMED: _all_of(Status.CONFIRMED, _ended),
        Board.ANSWERED: _all_of(Status.ANSWERED, _ended),
    }
)
