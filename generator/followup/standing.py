"""Where a concern stands on a day: the story so far, read with the calendar beside it."""

import datetime
from datetime import date

from generator.dates import exactly
from generator.followup.deadlines import crossings
from generator.followup.story import Story, first_deadline, tell
from generator.followup.table import STAGES, first_status
from generator.followup.terms import Basis, Case, Deadline, FollowUp, Mark, Step
from generator.status import Status

_NOTED, _ANSWERED, _CONFIRMED = Status.NOTED, Status.ANSWERED, Status.CONFIRMED
_START, _CROSSING = Mark.START, Mark.CROSSING
_A_DAY = datetime.timedelta(days=1)
SILENCE = 8 * 7
"""Rule 10: after how many days without a word back nobody knows any more where a concern stands."""


def assess(case: Case, today: datetime.date) -> FollowUp:
    """Say where a concern stands on a day, by the twelve rules of the contract.

    Pure: the same case and day give the same answer, whatever order the outcomes come in. The
    events decide the status; the day only adds what time does (a crossing, a delay, a silence), so
    a later day never makes anything better. Events that break a rule are given back as faults and
    have no effect.
    """
    if case.outcomes or case.objections or case.inherited:
        return read(tell(case), today)
    return _untouched(case, today)


# What is made for every concern is made of its fields in their order: naming each of them in the
# call would take three times as long as the call itself.


def read(story: Story, today: datetime.date) -> FollowUp:
    """Say where a concern stands on a day after all that has become of it."""
    case, clock, now = story.case, story.clock, today.toordinal()
    status = stage = story.status
    since, is_open, running = story.since, stage in STAGES, clock.running
    start, first = _whole_clock(story)
    overdue = is_open and running is not None and today > running.day
    far = overdue and _is_far(start, first, now)
    crossed = crossings(clock.settings, story.spells, now) if clock.settings else []
    days = tuple([date.fromordinal(one.day) for one in crossed]) if crossed else ()
    silent = _silent_since(story) if is_open else None
    if silent is not None and now >= silent:
        status, since = Status.UNKNOWN, exactly(date.fromordinal(silent))
    return FollowUp(
        status, stage, since, story.asks,
        start, case.start_basis, first, running, tuple(clock.extensions), overdue, far, days,
        story.recurrence is not None,
        story.disputed, story.disputes,
        is_open and not story.heard,  # owes_word
        tuple(story.told), story.first_word,
        story.ended, story.ended_by, story.merged_into,
        stage is _CONFIRMED and not story.reported,  # confirmed_without_claim
        story.history(crossed), tuple(story.faults),
    )  # fmt: skip


def _untouched(case: Case, today: datetime.date) -> FollowUp:
    """Say where a concern stands that nothing has happened to since its session.

    More than half of all stand so. It is what `read` gives of the whole story, in half the time.
    """
    status, said, promise = first_status(case.concern), case.session_date, case.concern.promise
    first, fault = first_deadline(case, status)
    is_open = status in STAGES
    overdue = is_open and first is not None and today > first.day
    far = False
    days: tuple[date, ...] = ()
    steps: tuple[Step, ...] = (Step(_START, said, status, None, None, None, True, True, first),)
    if overdue and first is not None:
        far = _is_far(case.start, first, today.toordinal())
        crossed = first.day + _A_DAY
        if case.start is not None and case.start > crossed:
            crossed = case.start
        if crossed <= today:
            days = (crossed,)
            steps += (Step(_CROSSING, exactly(crossed), status, deadline=first),)
    answered = said if status is _ANSWERED else None
    return FollowUp(
        status, status, said, status is not _NOTED,
        case.start, case.start_basis, first, first, (), overdue, far, days,
        promise is not None and promise.recurrence is not None,
        False, 0,
        is_open,  # owes_word
        (), answered,
        answered, None, None,
        False,  # confirmed_without_claim
        steps, (fault,) if fault else (),
    )  # fmt: skip


def _whole_clock(story: Story) -> tuple[date | None, Deadline | None]:
    """Give the start and the first deadline: its own, or an earlier one of a merged concern."""
    case = story.case
    own = story.steps[0].deadline
    if not (story.asks and case.inherited):
        return case.start, own
    earliest = min(one.deadline.day for one in case.inherited)
    starts = [one.start for one in case.inherited]
    start = min([case.start, *starts] if case.start else starts)
    if own is None or earliest < own.day:
        return start, Deadline(earliest, Basis.MERGED)
    return start, own


def _is_far(start: date | None, first: Deadline | None, now: int) -> bool:
    """Say whether more than twice the span of the first deadline has gone by (rule 8)."""
    if start is None or first is None:
        return False
    begun = start.toordinal()
    return now > begun + 2 * max(first.day.toordinal() - begun, 1)


def _silent_since(story: Story) -> int | None:
    """Give the first day on which eight weeks have passed without a word, or None (rule 10).

    Only once there was a word: before that it is a debt. A recurring promise is not silent before
    its evidence is overdue.
    """
    if not story.last_word:
        return None
    silent = story.last_word + SILENCE + 1
    if story.recurrence is not None and story.clock.running is not None:
        silent = max(silent, story.clock.running.day.toordinal() + 1)
    return silent
