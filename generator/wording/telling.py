"""Everything a sentence about one concern is made from."""

from generator.followup import FollowUp, Step
from generator.language import _
from generator.model import Answer, AnswerKind, Commitment, Concern, Event, Outcome
from generator.records import Registries
from generator.value import value
from generator.wording.names import awaited, joined


@value
class Telling:
    """A concern, where it stands, its outcomes by id, the registries, and its session's unit."""

    entry: Concern | Commitment
    found: FollowUp
    outcomes: tuple[Outcome, ...]
    registries: Registries
    unit: str

    @property
    def waited_for(self) -> str:
        """The name of the unit whose word is awaited."""
        return awaited(self.unit, self.entry, self.registries)

    @property
    def ending(self) -> Outcome | None:
        """The outcome that ended the concern; None for an answer on the spot, or while open."""
        return self.outcome(self.found.ended_by)

    def outcome(self, identity: str | None) -> Outcome | None:
        """The outcome with this id."""
        return next((one for one in self.outcomes if one.id == identity), None)

    @property
    def chapter(self) -> tuple[Step, ...]:
        """The steps since the concern was last taken up again, that one first; else all."""
        steps = self.found.history
        for index in range(len(steps) - 1, 0, -1):
            if steps[index - 1].status.is_ending and not steps[index].status.is_ending:
                return steps[index:]
        return steps

    def last(self, *events: Event) -> Step | None:
        """The last step of this chapter with one of these events that counts."""
        return next((s for s in reversed(self.chapter) if s.event in events and s.counts), None)

    def answer(self, *kinds: AnswerKind) -> Answer | None:
        """The first answer of these kinds that was given on the spot."""
        given = self.entry.given_answers if isinstance(self.entry, Concern) else ()
        return next((one for one in given if one.kind in kinds), None)

    @property
    def receiver(self) -> str:
        """The body the concern was handed to, later or on the spot."""
        later = self.last(Event.HANDED_OVER)
        outcome = self.outcome(later.outcome) if later else None
        referral = self.answer(AnswerKind.REFERRAL, AnswerKind.OUTSIDE_AUTHORITY)
        partners = outcome.partners if outcome else referral.partners if referral else ()
        return joined(partners) if partners else _("lembaga lain")


def as_sentence(text: str) -> str:
    """Put a text on one line and end it like a sentence."""
    line = " ".join(text.split())
    return line if line[-1:] in ".!?" else f"{line}."
