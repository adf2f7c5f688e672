"""The story of one concern in two sentences, for paper: what was promised, what was done last."""

from collections.abc import Iterator

from generator.archive import Archive, Matter
from generator.followup import FollowUp, Step
from generator.language import _
from generator.model import Answer, AnswerKind, Commitment, Concern
from generator.status import Status
from generator.views.concern import outcome_of
from generator.views.text import excerpt
from generator.wording.days import when
from generator.wording.deadlines import promised
from generator.wording.meaning import NOT_WORD_BACK
from generator.wording.names import actor
from generator.wording.story import told
from generator.wording.telling import Telling, as_sentence

_EXPLAINS = frozenset({AnswerKind.EXPLANATION, AnswerKind.PARTNERS_ANSWER})


def promised_briefly(entry: Concern | Commitment, length: int) -> str:
    """Say what was promised and by when; the words of an answer are cut to `length` letters."""
    return " ".join(_promise(entry, length)) or _("Tidak ada janji yang tercatat.")


def done_briefly(matter: Matter, found: FollowUp, archive: Archive, length: int) -> str:
    """Say the last word back there was, with its day; its account is cut to `length` letters."""
    step = next(filter(_is_word, reversed(found.history)), None)
    outcome = outcome_of(matter, step.outcome) if step else None
    if step is None or outcome is None:
        return _on_the_spot(matter, found, archive, length)
    said = told(outcome, actor(outcome, archive.records.registries))
    account = outcome.account or outcome.cause or ""
    return " ".join(
        filter(
            None,
            (
                _("{date}: {said}").format(date=when(step.date).words, said=said),
                excerpt(account, length) if account else "",
            ),
        )
    )


def _promise(entry: Concern | Commitment, length: int) -> Iterator[str]:
    answers = entry.given_answers if isinstance(entry, Concern) else ()
    committed = _first(answers, AnswerKind.COMMITMENT)
    if committed:
        yield _quoted(committed, length)
    if entry.promise:
        yield promised(entry.promise)
    elif committed or isinstance(entry, Commitment):
        yield _("Hari tidak dijanjikan.")


def _on_the_spot(matter: Matter, found: FollowUp, archive: Archive, length: int) -> str:
    entry = matter.concern
    answers = entry.given_answers if isinstance(entry, Concern) else ()
    if found.status is Status.ANSWERED and (said := _first(answers, *_EXPLAINS)):
        return _("Dijawab di tempat: {words}").format(words=_quoted(said, length))
    if found.status is Status.HANDED_OVER and isinstance(entry, Concern):
        registries, unit = archive.records.registries, matter.session.units[0]
        told_to = Telling(entry, found, matter.outcomes, registries, unit).receiver
        return _(
            "Saat sesi disebut akan dibicarakan dengan atau dirujuk ke {partners}. "
            "Sesudahnya belum ada kabar."
        ).format(partners=told_to)
    if _first(answers, AnswerKind.IMMEDIATE_ACTION):
        return _("Petugas bertindak saat itu juga. Sesudahnya belum ada kabar.")
    return _("Belum ada kabar.")


def _quoted(answer: Answer, length: int) -> str:
    words = excerpt(answer.text, length)
    return _("“{words}”").format(words=words if words.endswith("…") else as_sentence(words))


def _first(answers: tuple[Answer, ...], *kinds: AnswerKind) -> Answer | None:
    return next((one for one in answers if one.kind in kinds), None)


def _is_word(step: Step) -> bool:
    return step.event is not None and step.event not in NOT_WORD_BACK and step.counts
