"""Whether an answer may stand: by the model's own rules, and by the gate that protects people."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from pydantic import ValidationError
from pydantic_core import ErrorDetails

from generator import privacy, writing
from generator.language import _
from generator.privacy import Allowed, Found, Level, allowances
from generator.privacy.files import Job, Rules, search_files
from generator.records import Kind, Registries
from generator.records.explanations import MISSING, Faults
from generator.records.kinds import model_of, validate
from generator.records.places import path_in
from generator.text_rules import offences
from generator.wizard.answers import path_of, tree_of
from generator.wizard.questions import Question
from generator.yaml_text import Path, Plain

_OFFICERS = "petugas"


@dataclass(frozen=True, slots=True)
class Checker:
    """Looks at answers to questions about a record of a kind, one at a time."""

    kind: Kind
    rules: Rules

    @classmethod
    def of(cls, kind: Kind, registries: Registries) -> "Checker":
        """Give one that lets stand what the registries let stand."""
        allowed: Allowed = allowances(registries.units.values())
        return cls(kind, Rules(allowed, frozenset(registries.themes)))

    def complaint(
        self, question: Question, answer: Plain, answers: Mapping[str, Plain], *, beside: str = ""
    ) -> str | None:
        """Say why an answer may not stand and what to write instead; None when it may.

        What points to a person is told first, and never repeated (UU 27/2022 art. 65).
        `answers` are those given so far, `beside` a question whose answer no record holds.
        """
        if answer in ("", []):
            is_missing = question.is_needed and not question.is_instead
            return _("Ini perlu diisi.") if is_missing else None
        if said := next((one for text in _texts(answer) for one in offences(text)), None):
            return said
        if said := self.pointed(question, answer, answers):
            return said
        if question.name == beside:
            return None
        return next(self._broken_rules(question.name, answer, answers, beside), None)

    def pointed(
        self, question: Question, answer: Plain, answers: Mapping[str, Plain]
    ) -> str | None:
        """Say what in an answer points to a person, and what to write instead; None for nothing."""
        found = self.personal(question, answer, answers)
        blocking = (_said(one) for one in found if one.level is Level.BLOCKS)
        return "; ".join(dict.fromkeys(blocking)) or None

    def doubt(self, question: Question, answer: Plain, answers: Mapping[str, Plain]) -> str | None:
        """Say what a second person has to read before it is published; None for nothing."""
        found = self.personal(question, answer, answers) if answer else ()
        return next((_said(one) for one in found if one.level is not Level.BLOCKS), None)

    def personal(
        self, question: Question, answer: Plain, answers: Mapping[str, Plain]
    ) -> tuple[Found, ...]:
        """Give what points to a person in an answer, seen as it will stand in its file."""
        tree = tree_of({question.name: answer})
        named = tuple(_officers({**answers, question.name: answer}))
        try:
            text = writing.record_text(self.kind, tree).encode()
        except ValueError:  # characters no record holds: seen as they stand
            text = "\n".join(_texts(answer)).encode(errors="replace")
        (troubles,) = search_files([Job(f"{self.kind}/x.yml", text, named)], self.rules)
        return tuple(Found(one.kind, one.level, 0, 0) for one in troubles if one.kind)

    def _broken_rules(
        self, name: str, answer: Plain, answers: Mapping[str, Plain], beside: str
    ) -> Iterator[str]:
        tree = tree_of({**answers, name: answer}, beside=(beside,))
        try:
            validate(self.kind, tree)
        except ValidationError as error:
            faults = Faults(model_of(self.kind, tree), error.errors(include_url=False))
            for one in faults.untold():
                if _is_of(one, tree, path_of(name)):
                    yield faults.complaint(tree, one).message


def _is_of(fault: ErrorDetails, tree: Plain, place: Path) -> bool:
    """Whether a fault is one of an answer, and not of what has not been asked for yet.

    A rule over several keys is, where all of them belong to the answer.
    """
    return fault["type"] != MISSING and _is_within(path_in(tree, fault["loc"]), place)


def _is_within(path: Path, place: Path) -> bool:
    """Whether a place in a file belongs to an answer; a list of one item has no number there."""
    plain = [step for step in place if not isinstance(step, int)]
    numbers = [step for step in path if isinstance(step, int)]
    mine = [step for step in place if isinstance(step, int)]
    same_items = all(one == other for one, other in zip(numbers, mine, strict=False))
    return (
        same_items and [step for step in path if not isinstance(step, int)][: len(plain)] == plain
    )


def _officers(answers: Mapping[str, Plain]) -> Iterator[str]:
    for name, said in answers.items():
        path = path_of(name) if name.startswith(f"{_OFFICERS}.") else ()
        if path[-1:] == ("nama",) and isinstance(said, str) and said:
            yield said


def _said(found: Found) -> str:
    return privacy.message(found)


def _texts(answer: Plain) -> Iterator[str]:
    match answer:
        case str():
            yield answer
        case list():
            for item in answer:
                yield from _texts(item)
        case dict():
            for item in answer.values():
                yield from _texts(item)
