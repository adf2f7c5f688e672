"""The clock of a concern: which day is running, and when it was crossed (rules 8 and 9).

Inside, days are ordinals (`date.toordinal`): they never overflow, however far off a typed day is.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from datetime import date
from operator import attrgetter

from generator.followup.order import NEVER, Entry
from generator.followup.table import hands_over
from generator.followup.terms import Basis, Case, Deadline
from generator.model import Commitment, Concern, Event, Recurrence
from generator.status import Status

EVIDENCE_EVERY = {
    Recurrence.DAILY: 30,
    Recurrence.WEEKLY: 35,
    Recurrence.MONTHLY: 62,
    Recurrence.UNSPECIFIED: 90,
}
"""Rule 9: how many days after the session, and after each evidence, the next evidence is due."""

CHECK_AGAIN_AFTER = 14
"""Rule 2: after how many days a handover on the spot is looked at again if no day was given."""


_HANDED_OVER, _DEFAULT = Status.HANDED_OVER, Basis.DEFAULT
_PROMISE, _EVIDENCE, _EXTENDED = Basis.PROMISE, Basis.EVIDENCE, Event.EXTENDED
_LAST_DAY = date.max.toordinal()

BEGINNING = 0
"""Before any day, as an ordinal."""


@dataclass(slots=True)
class HandedOver:
    """The deadline of a concern that was merged into this one, and the day from which it counts."""

    since: int
    day: date


@dataclass(slots=True)
class Setting:
    """A deadline that came into force: from which day on it counts, and in which step."""

    deadline: Deadline
    effective: int
    step: int


@dataclass(slots=True)
class Spell:
    """A time in which the concern was open: from a day (and step) to the day of its ending."""

    opened: int
    step: int
    closed: int = NEVER


@dataclass(slots=True)
class Crossing:
    """A deadline passed while the concern was open; it stands in the story after `step`."""

    day: int
    deadline: Deadline
    step: int


@dataclass(slots=True)
class Clock:
    """The deadlines of one concern, in the order of its events.

    What moves a deadline counts for crossings from its own day or its first publication, whichever
    is later: an extension typed in afterwards does not undo a crossing that was already public. An
    event without a date proves nothing about the days before it was known: it counts from its
    publication and after all dated ones; without that, only after the deadline it replaces.
    """

    running: Deadline | None = None
    settings: list[Setting] = field(default_factory=list)
    extensions: list[Deadline] = field(default_factory=list)

    def set(self, deadline: Deadline, effective: int, step: int) -> None:
        """Let a deadline run from a day on."""
        self.running = deadline
        self.settings.append(Setting(deadline, effective, step))

    def move(self, entry: Entry, deadline: Deadline, last_day: int, step: int) -> None:
        """Let an event replace the running deadline; `last_day` is that of the dated event before.

        A deadline given up through `diperpanjang` is remembered.
        """
        replaced = self.running
        effective = last_day if entry.day == NEVER else entry.day
        if entry.published != NEVER:
            effective = max(effective, entry.published)
        elif entry.day == NEVER and replaced is not None:
            effective = max(effective, replaced.day.toordinal() + 1)
        if entry.event is _EXTENDED and replaced is not None:
            self.extensions.append(replaced)
        self.set(deadline, effective, step)

    def inherit(self, handed: HandedOver, step: int) -> None:
        """Take over the deadline of a concern that was merged into this one, if it is earlier."""
        if self.running is None or handed.day < self.running.day:
            self.set(Deadline(handed.day, Basis.MERGED), handed.since, step)


def said(concern: Concern | Commitment, status: Status) -> Deadline | None:
    """Give the day named at the session: promised, or to look at a handover again; else None.

    A recurring promise names none: its own clock runs, whatever else was said.
    """
    promise = concern.promise
    if promise is not None and promise.deadline is not None:
        return Deadline(promise.deadline, _PROMISE)
    if promise is not None and promise.recurrence is not None:
        return None
    if status is not _HANDED_OVER or not isinstance(concern, Concern):
        return None
    days = [one.check_again for one in concern.given_answers if hands_over(one) and one.check_again]
    return Deadline(min(days), Basis.CHECK_AGAIN) if days else None


def counted(case: Case, status: Status) -> Deadline | None:
    """Give the day counted from the start of the clock, where the session named none; or None.

    For a recurring promise the day of the first evidence (the programme's default does not run
    beside it); after a handover on the spot the day to look again; else the programme's default.
    """
    if case.start is None:
        return None
    promise = case.concern.promise
    if promise is not None and promise.recurrence is not None:
        return evidence_due(case.start.toordinal(), promise.recurrence)
    if status is _HANDED_OVER:
        return _after(case.start.toordinal(), CHECK_AGAIN_AFTER, Basis.CHECK_AGAIN)
    if case.default is not None:
        return _after(case.start.toordinal(), case.default.days, _DEFAULT)
    return None


def handed_over(case: Case) -> list[HandedOver]:
    """Give the deadlines of concerns merged into this one, the earliest to count last."""
    handed = (
        HandedOver(one.since.toordinal() if one.since else BEGINNING, one.deadline.day)
        for one in case.inherited
    )
    return sorted(handed, key=attrgetter("since", "day"), reverse=True)


def evidence_due(day: int, recurrence: Recurrence) -> Deadline:
    """Give the day by which the next evidence is due, counted from a day."""
    return _after(day, EVIDENCE_EVERY[recurrence], _EVIDENCE)


def _after(day: int, days: int, basis: Basis) -> Deadline:
    due = day + days
    return Deadline(date.fromordinal(due if due < _LAST_DAY else _LAST_DAY), basis)


def crossings(settings: Sequence[Setting], spells: Sequence[Spell], today: int) -> list[Crossing]:
    """Give every crossing up to today, oldest first.

    A deadline is crossed on the day after it, or later on the day it came into force or the
    concern was reopened. An event on the day of the deadline is in time; one on the day after comes
    after the crossing. No deadline is crossed twice, and no day holds two crossings.
    """
    found: list[Crossing] = []
    replaced = NEVER
    for setting in reversed(settings):
        if setting.effective < replaced:
            until = replaced if replaced < today else today
            crossing = _crossing(setting, until, spells)
            if crossing is not None:
                found.append(crossing)
            replaced = setting.effective
    if len(found) < 2:
        return found
    found.sort(key=attrgetter("day"), reverse=True)
    by_deadline = {one.deadline.day: one for one in found}
    by_day = {one.day: one for one in by_deadline.values()}
    return sorted(by_day.values(), key=attrgetter("day"))


def _crossing(setting: Setting, until: int, spells: Iterable[Spell]) -> Crossing | None:
    passed = setting.deadline.day.toordinal() + 1
    if passed < setting.effective:
        passed = setting.effective
    if passed > until:
        return None
    for spell in spells:
        day = passed if passed > spell.opened else spell.opened
        if day <= until and day <= spell.closed:
            return Crossing(day, setting.deadline, max(setting.step, spell.step))
    return None
