"""The story of one concern in lines: what `views.card` holds, in the order of the page."""

from collections.abc import Iterator

from generator.language import _
from generator.printout.layout import GAP, Line, in_brackets, paragraphs
from generator.printout.named import identity
from generator.printout.reports import report_lines
from generator.views.card import AnswerView, Card, Tombstone
from generator.views.links import Link
from generator.views.steps import StoryStep

TEXT, DEEPER = 1, 2
"""How far the text of a concern stands in, and what stands under a heading within it."""


def card_lines(card: Card, session: str) -> Iterator[Line]:
    """Tell the story of one concern of a session."""
    yield Line(f"{card.label} {in_brackets(card.badge, *card.marks)}", TEXT)
    yield from paragraphs(card.text, TEXT)
    if card.kept_back:
        yield Line(card.kept_back, TEXT)
        yield from paragraphs(card.steps, TEXT)
    yield from (Line(said, TEXT) for said in _more(card))
    yield from _part(_("Yang sudah dicoba warga"), tuple(paragraphs(card.tried, DEEPER)))
    yield from _part(_("Jawaban di tempat"), tuple(_answers(card)))
    yield from _part(_("Janji dan tenggat"), tuple(Line(one, DEEPER) for one in card.promise))
    yield from _part(_("Yang terjadi sesudahnya"), tuple(_story(card, session)))
    if card.corrected:
        said = _("Catatan ini pernah dibetulkan; lihat kabar show {session}.")
        yield Line(said.format(session=session), TEXT)
    yield GAP
    yield Line(card.meaning, TEXT, _("Artinya: "))
    if following := _what_is_next(card):
        yield Line(following, TEXT, _("Berikutnya: "))


def tombstone_lines(gone: Tombstone, depth: int) -> Iterator[Line]:
    """Say what is left of something that was taken back."""
    said = _("Ditarik pada {day}. {reason}")
    yield Line(said.format(day=gone.when.words, reason=gone.reason), depth)
    yield Line(_("Dasarnya: {basis}.").format(basis=gone.basis.removesuffix(".")), depth)
    yield from paragraphs(gone.steps, depth)


def _more(card: Card) -> Iterator[str]:
    """What belongs to a concern beside its text, a sentence each."""
    themes = ", ".join(one.words for one in card.themes)
    said = _("Tema: {themes}.").format(themes=themes) if themes else ""
    if origin := " ".join(filter(None, (card.origin, said))):
        yield origin
    if card.other_body:
        yield _("Ini kewenangan instansi lain, bukan kewenangan polisi.")
    if card.awaits:
        yield _("Jawabannya ditunggu dari {unit}.").format(unit=card.awaits.words)
    if card.earlier:
        yield f"{card.earlier_label}: {'; '.join(map(_linked, card.earlier))}."


def _part(said: str, lines: tuple[Line, ...]) -> Iterator[Line]:
    if lines:
        yield GAP
        yield Line(f"{said}:", TEXT)
        yield from lines


def _answers(card: Card) -> Iterator[Line]:
    for one in card.answers:
        yield from _answer(one)
    if card.no_answer:
        yield Line(card.no_answer, DEEPER)


def _answer(one: AnswerView) -> Iterator[Line]:
    said = f"{one.label}, {one.by}:" if one.by else f"{one.label}:"
    yield Line(said, DEEPER)
    yield from paragraphs(one.text, DEEPER + 1)
    if one.check_again:
        said = _("Perkembangannya dicek lagi paling lambat {day}.").format(
            day=one.check_again.words
        )
        yield Line(said, DEEPER + 1)


def _story(card: Card, session: str) -> Iterator[Line]:
    for step in card.story:
        yield from _step(step, session)
    if card.silence:
        yield Line(card.silence, DEEPER)


def _step(step: StoryStep, session: str) -> Iterator[Line]:
    what = f"{step.sentence} {_linked(step.link)}" if step.link else step.sentence
    yield Line(f"{step.speaker}, {step.when.words}: {what}", DEEPER)
    if step.answered:
        yield Line(step.answered, DEEPER + 1)
    if step.report:
        yield from report_lines(step.report, DEEPER + 1)
    elif step.told_at:
        said = _("Kabar lengkapnya ada di {concern}.").format(concern=f"{session}#{step.told_at}")
        yield Line(said, DEEPER + 1)
    if step.without_effect:
        yield Line(step.without_effect, DEEPER + 1)


def _what_is_next(card: Card) -> str:
    following = card.next
    if following.who:
        said = (f"{following.who} {following.what}.", following.by_when, following.residents)
        return " ".join(filter(None, said))
    if following.what and card.continued:
        return f"{following.what} {_linked(card.continued)}"
    return following.what


def _linked(link: Link) -> str:
    """The words of a link and the id it leads to; the words alone where it leads nowhere."""
    return f"{link.words} ({identity(link.address)})" if link.address else link.words
