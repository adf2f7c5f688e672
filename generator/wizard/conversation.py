"""A conversation that can be left and had again: what was asked, what was said, what is next."""

from dataclasses import dataclass, field

from generator.archive import Archive
from generator.outline import Field
from generator.records import Kind
from generator.wizard.answers import GO_ON, Answers, is_under, tree_of
from generator.wizard.checking import Checker
from generator.wizard.interview import ENOUGH, Asking, Interview
from generator.wizard.making import Making
from generator.wizard.order import FOLDER, SoFar
from generator.wizard.promises import promise_as_typed
from generator.wizard.questions import Question
from generator.yaml_text import Plain


@dataclass
class Conversation:
    """One record being asked for.

    `given` are answers from before the conversation, `log` those that were ever said in it: one
    that is no longer asked for, because another answer changed, is kept and not used. `former` are
    those that were taken back to be given again.
    """

    kind: Kind
    fields: tuple[Field, ...]
    archive: Archive
    given: Answers = field(default_factory=dict)
    log: Answers = field(default_factory=dict)
    former: Answers = field(default_factory=dict)

    def __post_init__(self) -> None:
        """Begin, or go on where the log ends."""
        self.checker = Checker.of(self.kind, self.archive.records.registries)
        self._begin()

    @property
    def beside(self) -> str:
        """The question whose answer no record of this kind holds; "" for none."""
        return FOLDER if self.kind is Kind.OUTCOME else ""

    @property
    def answers(self) -> Answers:
        """Everything that was said, as far as it counts."""
        return self._so_far.answers

    @property
    def tree(self) -> dict[str, Plain]:
        """The record as far as it goes."""
        return tree_of(self.answers, beside=(self.beside,))

    @property
    def folder(self) -> str:
        """The unit in whose folder the record lies; "" before it was said."""
        said = self.answers.get(FOLDER, "")
        return str(said[0] if isinstance(said, list) and said else said or "")

    def complaint(self, question: Question, answer: Plain) -> str | None:
        """Say why an answer may not stand; None when it may."""
        return self.checker.complaint(question, answer, self.answers, beside=self.beside)

    def watch(self, question: Question, text: str) -> str:
        """Say what must go from a text while it is being typed; "" for nothing."""
        said = self.checker.pointed(question, text, self.answers) if text.strip() else None
        return said or ""

    def doubt(self, question: Question, answer: Plain) -> str | None:
        """Say what somebody else has to read before it is published; None for nothing."""
        return self.checker.doubt(question, answer, self.answers)

    def answer(self, said: Plain) -> None:
        """Take the answer to `question` and go on to the next one."""
        if self.question is None:
            return
        left_out = self._left_out(self.question, said)
        if left_out:
            # Its question comes up where it was left out; the one how to go on comes again.
            self.ask_again(left_out)
            return
        self.log[self.question.name] = said
        self.former.pop(self.question.name, None)
        self._take(said)
        self._go_on()

    def answer_by_itself(self) -> tuple[Question, ...]:
        """Go on to the end without asking; gives the questions somebody has to answer.

        Where something is suggested it is taken, and nothing more is added.
        """
        missing: list[Question] = []
        while (question := self.question) is not None:
            if question.name.endswith(GO_ON):
                self.answer(ENOUGH)
            elif question.is_instead and not question.is_needed:
                self.answer(GO_ON)
            elif (question.is_needed or question.without) and not question.suggested:
                missing.append(question)
                # A list that is missing whole is told once, not key by key.
                self.answer(GO_ON if question.is_instead else "")
            else:
                self.answer(question.suggested)
        return tuple(missing)

    def go_on_from(self, given: Answers, log: Answers) -> None:
        """Go on with a conversation that was left."""
        self.given, self.log = given, log
        self._begin()

    def ask_again(self, name: str) -> None:
        """Forget an answer, so that its question is the next one; what follows from it stays."""
        for known in (self.log, self.given):
            for one in [one for one in known if one == name or is_under(one, name)]:
                self.former[one] = known.pop(one)
        self._begin()

    def step_back(self) -> bool:
        """Ask once more what was answered last in this conversation; False when nothing was."""
        last = next((one.name for one in reversed(self.asked) if one.name in self.log), None)
        if last is None:
            return False
        self.ask_again(last)
        return True

    def before(self, question: Question) -> str:
        """Give what was answered before a question was asked again, as it may be typed."""
        return _as_typed(self.former.get(question.name, ""))

    def _left_out(self, question: Question, said: Plain) -> str:
        """The name of what is chosen to be added though it was asked and left out; "" for none."""
        if not question.name.endswith(GO_ON):
            return ""
        above, dot, _turn = question.name.rpartition(".")
        chosen = f"{above}{dot}{said}"
        was_asked = any(one.name == chosen or is_under(one.name, chosen) for one in self.asked)
        return chosen if was_asked and not self._so_far.has(chosen) else ""

    def _begin(self) -> None:
        self._so_far = SoFar(dict(self.given), self.archive.records.registries, self.archive.today)
        making = Making(self.kind, self.archive, self._so_far)
        self.asked: list[Question] = []
        self._asking: Asking = Interview(self.kind, self.fields, making).questions()
        self.question: Question | None = next(self._asking, None)
        self._go_on()

    def _go_on(self) -> None:
        """Answer what is known, up to the first question that nobody has answered."""
        while self.question is not None:
            known = self._known(self.question)
            if known is None:
                return
            self._take(known)

    def _known(self, question: Question) -> Plain | None:
        if question.name in self.given:
            return _read(question, self.given[question.name])
        if any(is_under(one, question.name) for one in self.given):
            return ""
        return self.log.get(question.name)

    def _take(self, said: Plain) -> None:
        question = self.question
        if question is None:
            return
        self.asked.append(question)
        self._so_far.answers[question.name] = said
        try:
            self.question = self._asking.send(said)
        except StopIteration:
            self.question = None


def _as_typed(said: Plain) -> str:
    """Give an answer as it may have been typed: it is read back as the same."""
    if isinstance(said, dict):
        return promise_as_typed({key: str(one) for key, one in said.items()})
    return "; ".join(map(str, said)) if isinstance(said, list) else str(said)


def _read(question: Question, said: Plain) -> Plain:
    """Read what was given as if it were typed; what cannot be read stays for the check to tell."""
    try:
        if isinstance(said, list):
            return [question.reads(one) if isinstance(one, str) else one for one in said]
        if question.is_many and isinstance(said, str):
            return [question.reads(said)]
        return question.reads(said) if isinstance(said, str) else said
    except ValueError:
        return said
