"""The conversation in a terminal: each question asked until its answer may stand."""

from collections.abc import Sequence

from generator.cli.terminal import NOT_LISTED, Begun, StepBack, Terminal, say
from generator.language import _
from generator.views.text import excerpt
from generator.wizard import GO_ON, SINGLE, Conversation, Draft, Offer, Question, Typed
from generator.yaml_text import Plain

_REGISTRIES = {
    "satuan": "data/units",
    "program": "data/programs",
    "tema": "data/themes.yml",
    "alasan": "data/reasons.yml",
    "tahan": "data/reasons.yml",
}
_LONGEST_TOLD, _BRIEF = 300, 60


def ask_all(terminal: Terminal, conversation: Conversation, draft: Draft) -> None:
    """Ask whatever has no answer yet; each answer is kept at once."""
    shown = ""
    while (question := conversation.question) is not None:
        shown = _heading(question, shown)
        try:
            conversation.answer(ask(terminal, conversation, question))
        except StepBack:
            go_back(conversation)
        draft.keep(conversation.given, conversation.log)


def go_back(conversation: Conversation) -> None:
    """Ask once more what was asked last, or say that nothing was."""
    if not conversation.step_back():
        say(_("Ini pertanyaan pertama."))


def say_all_back(conversation: Conversation) -> None:
    """Say what was answered before, where a conversation is gone on with."""
    for question in conversation.asked:
        _say_back(conversation, question, conversation.answers[question.name])


def ask(terminal: Terminal, conversation: Conversation, question: Question) -> Plain:
    """Ask one question until its answer may stand; says back what was understood."""
    typed = conversation.before(question)
    # What has to be said stays said; what need not be can still be emptied.
    suggested = typed if question.is_needed and typed else question.suggested
    while True:
        if question.typed is Typed.CHOSEN:
            answer: Plain = _chosen(terminal, question)
            wrong = conversation.complaint(question, answer) if _is_kept(question) else None
        else:
            typed = _typed(terminal, conversation, question, Begun(suggested, typed))
            answer, wrong = _understood(conversation, question, typed)
        if wrong is None:
            _say_back(conversation, question, answer)
            return answer
        say(_("Belum bisa: {why}.").format(why=wrong.rstrip(".")), "  ")


def _heading(question: Question, shown: str) -> str:
    """Say which item of a list is asked about now, once."""
    steps = question.name.removesuffix(GO_ON).split(".")
    item = " ".join(steps[:2]) if _is_numbered(steps) else ""
    if item and item != shown and not question.name.endswith(GO_ON):
        say(f"\n{item.capitalize()}")
    return item or shown


def _is_numbered(steps: Sequence[str]) -> bool:
    return len(steps) > 2 and steps[1].isdigit() and steps[0] not in SINGLE


def _is_kept(question: Question) -> bool:
    return not question.name.endswith(GO_ON)


def _chosen(terminal: Terminal, question: Question) -> Plain:
    if not question.is_many:
        return _one(terminal, question, _listed(question))
    found: list[Plain] = []
    while True:
        left = [one for one in question.offers if one.value not in found]
        listed = left if found else _listed(question)
        try:
            said = _one(terminal, question, listed)
            if said:
                found.append(said)
            if not said or len(left) < 2 or not _goes_on(terminal, question, found):
                return found or ""
        except StepBack:
            if not found:
                raise
            found.clear()  # to the beginning of this question first


def _goes_on(terminal: Terminal, question: Question, found: list[Plain]) -> bool:
    """Ask whether one more is meant, before the long list is shown again."""
    asks = _("Ada lagi selain {told}?").format(
        told=excerpt(question.told(found), _BRIEF).rstrip(".")
    )
    return bool(terminal.choose(asks, (Offer("", _("Tidak")), Offer("ya", _("Ya, tambah")))))


def _listed(question: Question) -> list[Offer]:
    """What is offered, with the way not to answer where that is one."""
    listed = list(question.offers)
    if question.without:
        return [*listed, Offer("", question.without)]
    if not (question.is_needed or question.is_instead):
        return [Offer("", _("Lewati")), *listed]
    return listed


def _one(terminal: Terminal, question: Question, offers: Sequence[Offer]) -> str:
    listed = list(offers)
    if question.key in _REGISTRIES or not question.offers:
        listed.append(Offer(NOT_LISTED, _("(tidak ada di daftar ini)")))
    hint = question.hint
    # Said with the question: above a long list it would have gone off the screen.
    while (said := terminal.choose(question.asks, listed, hint)) == NOT_LISTED:
        hint = _how_to_add(question)
    return said


def _how_to_add(question: Question) -> str:
    if place := _REGISTRIES.get(question.key):
        return _(
            "Yang belum ada di daftar ditambahkan dulu di {place}. Tekan Ctrl+C; jawaban Anda "
            "disimpan dan bisa dilanjutkan sesudahnya."
        ).format(place=place)
    return _("Satuan ini belum punya masukan yang tercatat. Catat dulu sesinya: kabar new session.")


def _typed(terminal: Terminal, conversation: Conversation, question: Question, begun: Begun) -> str:
    def watch(text: str) -> str:
        return conversation.watch(question, text)

    if question.typed is Typed.PARAGRAPHS:
        return terminal.paragraphs(question.asks, question.hint, begun, watch).strip()
    return " ".join(terminal.line(question.asks, question.hint, begun, watch).split())


def _understood(
    conversation: Conversation, question: Question, typed: str
) -> tuple[Plain, str | None]:
    """Give what an answer means, and why it may not stand."""
    try:
        parts = [one.strip() for one in typed.split(";")] if question.is_many else [typed]
        read = [question.reads(one) for one in parts if one]
    except ValueError as error:
        return "", conversation.complaint(question, typed) or str(error)
    answer: Plain = [*read] if question.is_many else read[0] if read else ""
    return answer, conversation.complaint(question, answer)


def _say_back(conversation: Conversation, question: Question, answer: Plain) -> None:
    if question.name.endswith(GO_ON):
        return
    told = excerpt(question.told(answer), _LONGEST_TOLD) or _("(tidak diisi)")
    asks = question.asks if question.asks.endswith(("?", ".")) else f"{question.asks}:"
    say(f"{asks} {told}", further="  ")
    doubt = conversation.doubt(question, answer)
    if doubt:
        say(_("Perlu dibaca orang kedua: {why}.").format(why=doubt.rstrip(".")), "  ")
