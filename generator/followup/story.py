"""The story of one concern: its events taken in order, each looked up in the table."""

from datetime import date

from generator.dates import EventDate, exactly
from generator.followup import deadlines
from generator.followup.deadlines import Clock, Crossing, Spell
from generator.followup.order import NEVER, Entry, Likeness, in_order
from generator.followup.table import STAGES, first_status
from generator.followup.terms import Case, Deadline, Fault, Mark, RuleFault, Step
from generator.model import Event
from generator.status import ENDINGS, Status

_REPORTS = frozenset({Event.ANSWERED, Event.DONE})
# At hand, as in `table`: they are asked for at every event.
_NOTED, _ANSWERED, _LOOKED_INTO = Status.NOTED, Status.ANSWERED, Status.LOOKED_INTO
_EXTENDED, _TOLD = Event.EXTENDED, Event.TOLD
_START, _EVENT = Mark.START, Mark.EVENT
_OBJECTION, _CROSSING = Mark.OBJECTION, Mark.CROSSING


def tell(case: Case) -> "Story":
    """Go through a whole case: the session, then every event in order."""
    story = Story(case)
    story.begin()
    for entry in in_order(case):
        if case.inherited:
            story.inherit(entry.day)
        story.take(entry)
    if case.inherited:
        story.inherit(NEVER)
    return story


def first_deadline(case: Case, status: Status) -> tuple[Deadline | None, RuleFault | None]:
    """Give the deadline the session leaves, if any, and what is wrong with the day it named."""
    said, fault = deadlines.said(case.concern, status), None
    if said is not None:
        earliest = case.session_date.earliest
        if earliest is not None and said.day < earliest:
            fault = RuleFault(Fault.DEADLINE_BEFORE_SESSION, None, status, earliest)
            said = None
    if status is _NOTED:
        return None, fault
    return said or deadlines.counted(case, status), fault


class Story:
    """What has become of a concern, from the session to the event taken last.

    Days are ordinals. `last_word` is that of the latest word back, 0 where no day is known;
    `heard` says whether there was one. `reported`: the police said that it was answered or done.
    """

    def __init__(self, case: Case) -> None:
        self.case = case
        self.status = first_status(case.concern)
        self.asks = self.status is not _NOTED
        self.since = case.session_date
        promise = case.concern.promise
        self.recurrence = promise.recurrence if promise else None
        self.start = self.last_day = case.start.toordinal() if case.start else 0
        self.heard = False
        self.last_word = 0
        self.reported = self.status is _ANSWERED
        self.ended = self.first_word = case.session_date if self.reported else None
        self.ended_by: str | None = None
        self.merged_into: str | None = None
        self.disputed = False
        self.disputes = 0
        self.told: list[EventDate] = []
        self.steps: list[Step] = []
        self.faults: list[RuleFault] = []
        self.clock = Clock()
        self.spells: list[Spell] = []
        self._counted: set[Likeness] = set()
        self._handed_over = deadlines.handed_over(case) if self.asks and case.inherited else []

    def history(self, crossed: list[Crossing]) -> tuple[Step, ...]:
        """Give every line of the story, the crossings at their place."""
        if not crossed:
            return tuple(self.steps)
        steps = list(self.steps)
        for crossing in reversed(crossed):
            place = crossing.step + 1
            while place < len(steps) and _is_before(steps[place], crossing.day):
                place += 1
            day = exactly(date.fromordinal(crossing.day))
            status = steps[place - 1].status
            step = Step(_CROSSING, day, status, None, None, None, False, True, crossing.deadline)
            steps.insert(place, step)
        return tuple(steps)

    def begin(self) -> None:
        """Take what the session itself settles: the first status, the first deadline."""
        if self.status in STAGES:
            self.spells.append(Spell(self.start, 0))
        first, fault = first_deadline(self.case, self.status)
        if fault is not None:
            self.faults.append(fault)
        if first is not None:
            self.clock.set(first, self.start, 0)
        if self.case.inherited:
            self.inherit(deadlines.BEGINNING + 1)
        running = self.clock.running
        self.steps.append(
            Step(_START, self.since, self.status, None, None, None, True, True, running)
        )

    def inherit(self, before: int) -> None:
        """Take over the clocks of concerns that were merged into this one before a day."""
        while self._handed_over and self._handed_over[-1].since < before:
            self.clock.inherit(self._handed_over.pop(), max(len(self.steps) - 1, 0))

    def take(self, entry: Entry) -> None:
        """Take the next event: history only if it repeats, breaks a rule or moves nothing.

        A repeated objection or reopening still undoes what the police said in between.
        """
        likeness = entry.likeness
        repeated = likeness in self._counted
        if repeated and not entry.row.nature.undoes:
            self._note(entry)
            return
        found = self._look_up(entry)
        if isinstance(found, Fault):
            against = self._collides_with(found, entry)
            self.faults.append(RuleFault(found, entry.outcome, self.status, against))
            self._note(entry)
            return
        if self.last_day < entry.day != NEVER:
            self.last_day = entry.day
        self._hear(entry, moves=found is not None, repeated=repeated)
        if found is None:
            self._note(entry)
            return
        self._counted.add(likeness)
        deadline = self._wind(entry)
        changed = found is not self.status
        if changed:
            self._move(entry, found)
        self._note(entry, changed=changed, counts=changed or not repeated, deadline=deadline)

    def _look_up(self, entry: Entry) -> Status | Fault | None:
        """Give the status the event leads to, the rule it breaks, or None if it moves nothing."""
        misdated = self._misdated(entry)
        if misdated is not None:
            return misdated
        found = entry.row.moves.get(self.status)
        if isinstance(found, Fault):
            return self._pardon(entry, found)
        if entry.term is not None and found is not None and self._is_no_later(entry):
            return Fault.EXTENSION_NOT_LATER
        if found is _LOOKED_INTO and not self.asks:
            return _NOTED
        return found

    def _misdated(self, entry: Entry) -> Fault | None:
        """Find a date that cannot be; dates that may overlap are given the benefit."""
        session, event = self.case.session_date.earliest, entry.date
        if session is not None and event.latest is not None and event.latest < session:
            return Fault.BEFORE_SESSION
        if entry.term is not None:
            if event.earliest is not None and entry.term < event.earliest:
                return Fault.DEADLINE_BEFORE_EVENT
            if session is not None and entry.term < session:
                return Fault.DEADLINE_BEFORE_SESSION
        return None

    def _pardon(self, entry: Entry, fault: Fault) -> Status | Fault | None:
        """Let stand the two endings after an ending that depend on more than the status.

        The same merger once more is history; an answer to an objection against a refusal is right.
        """
        if entry.event is Event.MERGED and entry.target == self.merged_into:
            return None
        if entry.event is Event.ANSWERED and self.status is Status.REFUSED and self.disputed:
            return Status.REFUSED
        return fault

    def _is_no_later(self, entry: Entry) -> bool:
        if entry.event is not _EXTENDED or self.clock.running is None:
            return False
        return entry.term is not None and entry.term <= self.clock.running.day

    def _collides_with(self, fault: Fault, entry: Entry) -> date | None:
        if fault is Fault.EXTENSION_NOT_LATER:
            return self.clock.running.day if self.clock.running else None
        if fault is Fault.DEADLINE_BEFORE_EVENT:
            return entry.date.earliest
        if fault in (Fault.BEFORE_SESSION, Fault.DEADLINE_BEFORE_SESSION):
            return self.case.session_date.earliest
        return self.ended.latest if self.ended else None

    def _hear(self, entry: Entry, *, moves: bool, repeated: bool) -> None:
        """Keep what rules 5, 6 and 10 ask about: words back, objections, and residents told."""
        nature = entry.row.nature
        if nature.word_back and not repeated:
            known = entry.published if entry.day == NEVER else entry.day
            self.last_word = max(self.last_word, self.start if known == NEVER else known)
            self.heard = True
            if self.first_word is None:
                self.first_word = entry.date
            if not self.reported and entry.event in _REPORTS:
                self.reported = True
        if nature.objects:
            self.disputed = True
            self.disputes += not repeated
        elif nature.works or (nature.ends and moves):
            self.disputed = False
        elif entry.event is _TOLD:
            self.told.append(entry.date)

    def _wind(self, entry: Entry) -> Deadline | None:
        """Let the event set the deadline it names, or the day of the next evidence."""
        if entry.row.sets is None:
            return None
        if entry.term is not None:
            deadline = Deadline(entry.term, entry.row.sets)
        elif self.recurrence is not None and entry.date.latest is not None:
            deadline = deadlines.evidence_due(entry.day, self.recurrence)
        else:
            return None
        self.clock.move(entry, deadline, self.last_day, len(self.steps))
        return deadline

    def _move(self, entry: Entry, status: Status) -> None:
        if status in ENDINGS:
            if self.status in STAGES:
                self.spells[-1].closed = self._known_by(entry)
            self.ended, self.ended_by = entry.date, entry.outcome
        else:
            if self.status in ENDINGS:
                known = self._known_by(entry)
                opened = self.last_day if known == NEVER else known
                self.spells.append(Spell(opened, len(self.steps)))
            self.ended = self.ended_by = None
        self.merged_into = entry.target
        self.status, self.since = status, entry.date

    def _known_by(self, entry: Entry) -> int:
        """Say by which day an event surely had happened: an undated one comes after the others."""
        return entry.day if entry.day != NEVER else max(self.last_day, entry.published)

    def _note(
        self,
        entry: Entry,
        *,
        changed: bool = False,
        counts: bool = False,
        deadline: Deadline | None = None,
    ) -> None:
        self.steps.append(
            Step(
                _EVENT if entry.session is None else _OBJECTION,
                entry.date,
                self.status,
                entry.event,
                entry.outcome,
                entry.session,
                changed,
                counts,
                deadline,
            )
        )


def _is_before(step: Step, day: int) -> bool:
    return step.date.latest is not None and step.date.latest.toordinal() < day
