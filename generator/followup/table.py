"""The table of the contract: for every event, what it makes of every status a concern can have."""

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType

from generator.followup.terms import Basis, Fault
from generator.model import (
    Answer,
    AnswerKind,
    Commitment,
    Concern,
    ConcernKind,
    Event,
)
from generator.status import ENDINGS, Status

STAGES: Mapping[Status, int] = MappingProxyType(
    {
        Status.NO_WORD: 0,
        Status.LOOKED_INTO: 1,
        Status.IN_PROGRESS: 2,
        Status.ONGOING: 3,
        Status.HANDED_OVER: 3,
        Status.PARTLY: 4,
    }
)
"""Rule 3: the open stages and their height; of two equal ones the later replaces the earlier."""


@dataclass(frozen=True, slots=True)
class Nature:
    """What kind of word an event is: rules 4, 5 and 10 speak of kinds, not of single events.

    `word_back`: it ends the debt. `works`: it answers an objection, even where it is history.
    `ends`: it answers an objection if it stands. `undoes`: it takes an ending back, so that an
    equal one on the same day still counts against what the police said in between. `objects`: it
    is an objection of residents.
    """

    word_back: bool = False
    works: bool = False
    ends: bool = False
    undoes: bool = False
    objects: bool = False


TALK = Nature()
WORK = Nature(word_back=True, works=True)
ENDING = Nature(word_back=True, ends=True)
REOPENING = Nature(word_back=True, undoes=True)
OBJECTION = Nature(undoes=True, objects=True)


Moves = Mapping[Status, Status | Fault]


@dataclass(frozen=True, slots=True)
class Row:
    """One event: its nature, what it makes of each status, what the deadline it names rests on.

    A status that `moves` leaves out is untouched: after it the event is history only.
    """

    nature: Nature
    moves: Moves
    sets: Basis | None = None


def _reaches(stage: Status) -> dict[Status, Status | Fault]:
    """Rule 3: a stage replaces those up to its own height, never a higher one."""
    return {now: stage if height <= STAGES[stage] else now for now, height in STAGES.items()}


def _stays(*statuses: Status) -> dict[Status, Status | Fault]:
    return {status: status for status in statuses}


def _ends(
    ending: Status,
    *,
    replaces: tuple[Status, ...] = (),
    repeats: tuple[Status, ...] = (),
    otherwise: Fault = Fault.AFTER_ENDING,
) -> dict[Status, Status | Fault]:
    """Rule 4: from every open stage and from `replaces`; a fault after any other ending.

    The same ending once more, or after one of `repeats`, says nothing new and is history.
    """
    said_before = {ending, *repeats}
    moves: dict[Status, Status | Fault] = {
        status: otherwise for status in ENDINGS if status not in said_before
    }
    return moves | dict.fromkeys((*STAGES, *replaces), ending)


def _reopens(*endings: Status) -> dict[Status, Status | Fault]:
    return dict.fromkeys(endings, Status.LOOKED_INTO)


_DISPUTABLE = tuple(ENDINGS - {Status.REFUSED})

TABLE: Mapping[Event, Row] = MappingProxyType(
    {
        Event.EVALUATED: Row(TALK, _reaches(Status.LOOKED_INTO)),
        Event.DISCUSSED: Row(TALK, _reaches(Status.LOOKED_INTO)),
        Event.COORDINATED: Row(WORK, _reaches(Status.IN_PROGRESS)),
        Event.ACTED: Row(WORK, _reaches(Status.IN_PROGRESS)),
        Event.EVIDENCE: Row(WORK, _reaches(Status.ONGOING), sets=Basis.EVIDENCE),
        Event.HANDED_OVER: Row(WORK, _reaches(Status.HANDED_OVER), sets=Basis.CHECK_AGAIN),
        Event.EXTENDED: Row(TALK, _stays(*STAGES), sets=Basis.EXTENSION),
        Event.PARTLY: Row(WORK, _reaches(Status.PARTLY), sets=Basis.REMAINDER),
        Event.ANSWERED: Row(ENDING, _ends(Status.ANSWERED) | _stays(Status.NOTED)),
        Event.DONE: Row(ENDING, _ends(Status.CLAIMED, repeats=(Status.CONFIRMED,))),
        Event.CONFIRMED: Row(
            ENDING,
            _ends(
                Status.CONFIRMED,
                replaces=(Status.CLAIMED, Status.ANSWERED),
                otherwise=Fault.CONFIRMED_AFTER,
            ),
        ),
        Event.RETRACTED: Row(ENDING, _ends(Status.RETRACTED, replaces=(Status.NOTED,))),
        Event.MERGED: Row(
            ENDING,
            _ends(Status.MERGED, replaces=(Status.NOTED,)) | {Status.MERGED: Fault.AFTER_ENDING},
        ),
        Event.REFUSED: Row(
            ENDING,
            _ends(Status.REFUSED, replaces=(Status.CLAIMED, Status.CONFIRMED)),
        ),
        Event.REOPENED: Row(REOPENING, _reaches(Status.LOOKED_INTO) | _reopens(*ENDINGS)),
        Event.DISPUTED: Row(
            OBJECTION,
            _stays(*STAGES, Status.REFUSED, Status.NOTED) | _reopens(*_DISPUTABLE),
        ),
        Event.TOLD: Row(TALK, _stays(*STAGES, *ENDINGS, Status.NOTED)),
    }
)
"""One row for each event of the contract, in its order.

Two cells depend on more than the status and are pardoned in `story`: `digabung` into the same
target once more, and `dijawab` on a refusal residents object to.
"""

NOTHING_ASKED = frozenset({ConcernKind.APPRECIATION, ConcernKind.OBJECTION})
_ANSWERS_A_QUESTION = frozenset({AnswerKind.EXPLANATION, AnswerKind.PARTNERS_ANSWER})

# Up to Python 3.11 a member costs 0.1 microseconds each time its class is asked for it. What is
# asked of every concern is asked for once, here and in the modules beside.
_NOTED, _NO_WORD, _QUESTION = Status.NOTED, Status.NO_WORD, ConcernKind.QUESTION
_COMMITMENT, _REFERRAL = AnswerKind.COMMITMENT, AnswerKind.REFERRAL
_OUTSIDE_AUTHORITY = AnswerKind.OUTSIDE_AUTHORITY
_IMMEDIATE_ACTION = AnswerKind.IMMEDIATE_ACTION


def asks(concern: Concern | Commitment) -> bool:
    """Say whether something is owed (rule 7): for all but an appreciation and an objection."""
    return isinstance(concern, Commitment) or concern.kind not in NOTHING_ASKED


def is_recurring(concern: Concern | Commitment) -> bool:
    """Say whether what was promised has to be kept again and again."""
    return concern.promise is not None and concern.promise.recurrence is not None


def first_status(concern: Concern | Commitment) -> Status:
    """Give the status after the session itself (rule 2).

    Several answers may speak for several stages: the highest counts, of equals the handover, since
    only that one names a day to look again. An answered question is over only if no promise hangs
    on it (`janji`, an answer that commits, a handover with its day): a promise must not vanish
    behind an answer. Appreciation and objection ask for nothing and are only noted.
    """
    if not asks(concern):
        return _NOTED
    answers = concern.given_answers if isinstance(concern, Concern) else ()
    answered = promised = handed_over = acted = False
    for answer in answers:
        kind = answer.kind
        if kind in _ANSWERS_A_QUESTION:
            answered = True
        elif kind is _COMMITMENT:
            promised = True
        elif hands_over(answer):
            handed_over = True
            promised = promised or answer.check_again is not None
        elif kind is _IMMEDIATE_ACTION:
            acted = True
    if answered and not promised and concern.promise is None and _is_question(concern):
        return Status.ANSWERED
    if handed_over:
        return Status.HANDED_OVER
    if is_recurring(concern):
        return Status.ONGOING
    return Status.IN_PROGRESS if acted else _NO_WORD


def hands_over(answer: Answer) -> bool:
    """Say whether an answer sends the concern to another body."""
    kind = answer.kind
    return kind is _REFERRAL or (kind is _OUTSIDE_AUTHORITY and bool(answer.partners))


def _is_question(concern: Concern | Commitment) -> bool:
    return isinstance(concern, Concern) and concern.kind is _QUESTION
