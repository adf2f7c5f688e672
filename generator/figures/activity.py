"""What was held, and who came: activity, which says nothing of what became of a concern."""

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from generator.amounts import Exactness
from generator.model import Concern, ConcernKind, Session, Silence


class Sitting(StrEnum):
    """What is known of a session, as far as residents were heard; each session is just one."""

    HEARD = "masukan tercatat"
    NONE_RAISED = "nihil"
    NOT_OPENED = "tidak dibuka"
    NOT_ITEMISED = "tidak dirinci"
    PROMISES_ONLY = "hanya janji"
    TAKEN_BACK = "masukannya ditarik"
    UNREPORTED = "laporan belum terbit"
    AHEAD = "belum berlangsung"


_SILENCES = {
    Silence.NONE_RAISED: Sitting.NONE_RAISED,
    Silence.NOT_OPENED: Sitting.NOT_OPENED,
    Silence.NOT_ITEMISED: Sitting.NOT_ITEMISED,
}
_WITHOUT_REPORT = frozenset({Sitting.UNREPORTED, Sitting.AHEAD})


@dataclass(frozen=True, slots=True)
class Activity:
    """How many sessions there were of each kind, and how many people came.

    `held` are the sessions with a report. `present` adds the numbers their sources are sure of,
    known for `counted` sessions; `about` adds those that are only near (of a range the lower end),
    for `estimated` sessions; for `uncounted` sessions there is none. Someone who came twice is in
    it twice.
    """

    sittings: Mapping[Sitting, int]
    held: int = 0
    present: int = 0
    counted: int = 0
    about: int = 0
    estimated: int = 0
    uncounted: int = 0


def sitting(session: Session, today: date) -> Sitting:
    """Say what kind of session it is on a day; one of thanks only counts as `nihil`."""
    if isinstance(session.concerns, Silence):
        return _SILENCES[session.concerns]
    if session.entries:
        return _of_entries(session)
    if session.commitments:
        return Sitting.PROMISES_ONLY
    last = session.date.latest
    return Sitting.AHEAD if last is not None and last >= today else Sitting.UNREPORTED


def reported(sessions: Iterable[Session], today: date) -> list[Session]:
    """The sessions that have a report: only these can be counted, and only these give a period."""
    return [one for one in sessions if sitting(one, today) not in _WITHOUT_REPORT]


def activity(sessions: Iterable[Session], today: date) -> Activity:
    """Count sessions and the people who came."""
    kinds: Counter[Sitting] = Counter()
    sure: list[int] = []
    near: list[int] = []
    held = 0
    for one in sessions:
        kind = sitting(one, today)
        kinds[kind] += 1
        if kind in _WITHOUT_REPORT:
            continue
        held += 1
        came = one.attendance.number if one.attendance else None
        if came and came.number is not None:
            (sure if came.exactness is Exactness.EXACT else near).append(came.number)
    return Activity(
        sittings={kind: kinds[kind] for kind in Sitting},
        held=held,
        present=sum(sure),
        counted=len(sure),
        about=sum(near),
        estimated=len(near),
        uncounted=held - len(sure) - len(near),
    )


def _of_entries(session: Session) -> Sitting:
    withdrawn = thanks = False
    for one in session.entries:
        if not isinstance(one, Concern):
            withdrawn = True
        elif one.kind is ConcernKind.APPRECIATION:
            thanks = True
        else:
            return Sitting.HEARD
    if not thanks:
        return Sitting.TAKEN_BACK
    return Sitting.HEARD if withdrawn else Sitting.NONE_RAISED
