"""Where a concern stands on a day: the story so far, read with the calendar beside it."""

import datetime
from datetime import date

from generator.dates import exactly
from generator.followup.deadlines import crossings
from generator.followup.story import Story, tell
from generator.followup.table import STAGES
from generator.followup.terms import Basis, Case, Deadline, FollowUp
from generator.status import Status

_CONFIRMED = Status.CONFIRMED
SILENCE = 8 * 7
"""Rule 10: after how many days without a word back nobody knows any more where a concern stands."""


def assess(case: Case, today: datetime.date) -> FollowUp:
    """Say where a concern stands on a day, by the twelve rules of the contract.

    Pure: the same case and day give the same answer, whatever order the outcomes come in. The
    events decide the status; the day only adds what time does (a crossing, a delay, a silence), so
    a later day never makes anything better. Events that break a rule are given back as faults and
    have no effect.
    """
    story = tell(case)
    now = today.toordinal()
    is_open = story.status in STAGES
    running = story.clock.running
    start, first = _whole_clock(story)
    overdue = is_open and running is not None and today > running.day
    settings = story.clock.settings
    crossed = crossings(settings, story.spells, now) if settings else []
    silent = _silent_since(story) if is_open else None
    unknown = silent is not None and now >= silent
    return FollowUp(
        status=Status.UNKNOWN if unknown else story.status,
        stage=story.status,
        since=exactly(date.fromordinal(silent)) if silent and unknown else story.since,
        asks=story.asks,
        start=start,
        start_basis=case.start_basis,
        first_deadline=first,
        deadline=running,
        extensions=tuple(story.clock.extensions),
        overdue=overdue,
        far_overdue=overdue and _is_far(start, first, now),
        crossings=tuple([date.fromordinal(one.day) for one in crossed]) if crossed else (),
        recurring=story.recurrence is not None,
        disputed=story.disputed,
        disputes=story.disputes,
        owes_word=is_open and not story.heard,
        told=tuple(story.told),
        first_word=story.first_word,
        ended=story.ended,
        ended_by=story.ended_by,
        merged_into=story.merged_into,
        confirmed_without_claim=story.status is _CONFIRMED and not story.reported,
        history=story.history(crossed),
        faults=tuple(story.faults),
    )


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
