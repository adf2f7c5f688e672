"""One concern of a session as it goes from page to page: what it is about, where, and when."""

from dataclasses import dataclass
from datetime import date

from generator.demo.matters import Matter
from generator.demo.places import Village
from generator.demo.plots import Plot


@dataclass(frozen=True, slots=True)
class Story:
    """One concern of a session; `about` what others say of it ("parkir liar di Pasar ...").

    `matter` is None where nothing is asked for. `target` is the id of the concern it is merged
    into or objects to, `answer` what explains its
    `question`, `habit` how often a promise is kept.
    """

    id: str
    plot: Plot
    village: Village
    matter: Matter | None = None
    where: str = ""
    when: str = ""
    target: str = ""
    question: str = ""
    answer: str = ""
    habit: str = ""

    @property
    def about(self) -> str:
        """The matter and its place, as part of a sentence."""
        return f"{self.matter.about} {self.where}" if self.matter else ""

    def say(self, sentence: str) -> str:
        """Put the place and the time into a sentence."""
        return sentence.replace("{di}", self.where).replace("{kapan}", self.when)


@dataclass(frozen=True, slots=True)
class Written:
    """A session that was written, and the concerns in it that outcomes may answer."""

    day: date
    stem: str
    stories: tuple[Story, ...]
