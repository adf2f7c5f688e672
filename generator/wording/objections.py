"""What became of each objection of residents: unanswered until work or an ending answers it."""

from collections.abc import Mapping

from generator.dates import EventDate
from generator.followup import FollowUp, Mark, Step
from generator.followup.table import TABLE
from generator.language import _
from generator.model import Event
from generator.wording.days import on


def is_objection(step: Step) -> bool:
    """Whether a step is an objection, recorded as an outcome or raised in a later session."""
    return step.mark is Mark.OBJECTION or step.event is Event.DISPUTED


def answered(found: FollowUp) -> Mapping[int, str]:
    """Say of each objection, by its place in the history, that it waits or when it was answered.

    An answer is the next real work or the next ending that stands (rule 5); where a concern is
    still disputed, the last objection has none.
    """
    said: dict[int, str] = {}
    waiting: list[int] = []
    met: set[tuple[Event, object]] = set()
    wrong = {fault.outcome for fault in found.faults if fault.outcome}
    for place, step in enumerate(found.history):
        if step.outcome in wrong:
            continue
        if is_objection(step):
            waiting.append(place)
            said[place] = _("Belum dijawab.")
        elif step.event and waiting and _answers(step, met):
            said |= dict.fromkeys(waiting, _when(step.date))
            waiting.clear()
        if step.event and step.counts:
            met.add((step.event, step.date.latest))
    return said


def _answers(step: Step, met: set[tuple[Event, object]]) -> bool:
    """Work answers even where it is history; the same word said twice, and talk, answer nothing."""
    if step.event is None:
        return False
    nature = TABLE[step.event].nature
    if nature.works:
        return step.counts or (step.event, step.date.latest) not in met
    return nature.ends and step.counts


def _when(date: EventDate) -> str:
    return _("Sudah dijawab {date}.").format(date=on(date))
