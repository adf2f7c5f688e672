"""What the rules take in and what they give back: deadlines, steps, faults, cases, follow-ups."""

import datetime
from enum import StrEnum

from generator.dates import EventDate
from generator.model import Commitment, Concern, DefaultDeadline, Event, Outcome
from generator.status import Status
from generator.value import value


class Basis(StrEnum):
    """What a deadline rests on."""

    PROMISE = "janji"
    DEFAULT = "tenggat bawaan"
    CHECK_AGAIN = "cek lagi"
    REMAINDER = "sisa pekerjaan"
    EXTENSION = "diperpanjang"
    EVIDENCE = "bukti berkala"
    MERGED = "dari masukan yang digabung"


class StartBasis(StrEnum):
    """Which day a clock starts from."""

    SESSION = "hari sesi"
    SOURCE = "tanggal sumber paling awal"
    PUBLICATION = "hari pertama terbit"


class Mark(StrEnum):
    """What kind of line of the story a step is."""

    START = "sesi"
    EVENT = "kejadian"
    OBJECTION = "sanggahan di sesi lain"
    CROSSING = "lewat tenggat"


class Fault(StrEnum):
    """Why an event cannot stand in this history; each has a sentence in checks/."""

    BEFORE_SESSION = "sebelum sesi"
    AFTER_ENDING = "akhir sesudah akhir"
    CONFIRMED_AFTER = "dibenarkan sesudah akhir lain"
    EXTENSION_NOT_LATER = "perpanjangan tidak lebih lambat"
    DEADLINE_BEFORE_SESSION = "tenggat sebelum sesi"
    DEADLINE_BEFORE_EVENT = "tenggat sebelum kejadian"


@value
class Deadline:
    """A day by which something is due, and what it rests on."""

    day: datetime.date
    basis: Basis


@value
class Step:
    """One line of a concern's story, in order.

    `status` is where the concern stands after it. `counts` is False where an equal event was
    already counted or the event is history only (work after an ending, an event with a fault).
    `outcome` is the id of the record; `session` that of the later session for an objection raised
    there. `deadline` is the one this step set or, for a crossing, the one that had passed.
    """

    mark: Mark
    date: EventDate
    status: Status
    event: Event | None = None
    outcome: str | None = None
    session: str | None = None
    changed: bool = False
    counts: bool = True
    deadline: Deadline | None = None


@value
class RuleFault:
    """An event that breaks a rule; it stays in the history without effect.

    `outcome` is None where the session itself is at fault: its promise, or an objection in it.
    `status` is where the concern stood. `day` is the one the event collides with: the first day
    of the session or of the event itself, the running deadline, or the last day of the ending.
    """

    fault: Fault
    outcome: str | None
    status: Status | None = None
    day: datetime.date | None = None


@value
class Inherited:
    """The clock a merged concern hands to its target: its earlier start and deadline.

    `since` is the day the merger takes effect (its own day or its first publication, whichever is
    later): before it the target's own deadline counts, so that no crossing is ever taken back.
    None: from the beginning.
    """

    start: datetime.date
    deadline: Deadline
    since: datetime.date | None = None


@value
class Objection:
    """A `sanggahan` raised in a later session against this concern: a dispute of that day."""

    session: str
    concern: str
    date: EventDate


@value
class Case:
    """Everything the rules look at.

    `start` is the day the clock starts (the session's latest day, for an undated session that of
    its earliest source, else its first publication); None when nothing is known. `session_date` is
    the session's own date. `default` is the programme's rule in force on that day.
    """

    concern: Concern | Commitment
    session_date: EventDate
    start: datetime.date | None
    start_basis: StartBasis
    default: DefaultDeadline | None = None
    outcomes: tuple[Outcome, ...] = ()
    objections: tuple[Objection, ...] = ()
    inherited: tuple[Inherited, ...] = ()


@value
class FollowUp:
    """Where a concern stands on a day, and how it came there.

    `status` is what the badge says; `stage` the last stage reached, which differs only when status
    is UNKNOWN. `since` is the date of the event that brought the status (the session's at first;
    for UNKNOWN the first day of that silence). `first_deadline` is that of the start, `deadline`
    the running one (for a recurring promise the day its next evidence is due); both None without a
    clock. `extensions` are the deadlines that were given up, oldest first. `crossings` are the days
    on which a deadline had passed while the concern was open, oldest first; they never disappear.
    `disputed`: an objection of residents stands unanswered; `disputes` counts all. `owes_word`:
    utang lapor-balik. `told` are the dates on which residents were told. `first_word` is the date
    of the first word back: an event that ends the debt, or an answer on the spot that ended the
    concern. `ended` and `ended_by` are the date and the id of the outcome that brought the present
    ending (`ended_by` None when an answer on the spot did). `merged_into` is the full id of the
    target. `confirmed_without_claim`: residents said it is done though the police reported nothing.
    """

    status: Status
    stage: Status
    since: EventDate
    asks: bool
    start: datetime.date | None
    start_basis: StartBasis
    first_deadline: Deadline | None
    deadline: Deadline | None
    extensions: tuple[Deadline, ...]
    overdue: bool
    far_overdue: bool
    crossings: tuple[datetime.date, ...]
    recurring: bool
    disputed: bool
    disputes: int
    owes_word: bool
    told: tuple[EventDate, ...]
    first_word: EventDate | None
    ended: EventDate | None
    ended_by: str | None
    merged_into: str | None
    confirmed_without_claim: bool
    history: tuple[Step, ...]
    faults: tuple[RuleFault, ...]
