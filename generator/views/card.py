"""The story of one concern: asked, answered, promised, done, what it means, what is next."""

from collections.abc import Iterator, MutableMapping

from generator.archive import Archive, Matter, resolve
from generator.followup import FollowUp
from generator.language import _
from generator.model import (
    Answer,
    AnswerKind,
    Authority,
    Commitment,
    Concern,
    Withdrawal,
    WithdrawnConcern,
)
from generator.status import Status
from generator.value import value
from generator.views.answering import Answering, answering
from generator.views.concern import badge_of, brief, is_withheld
from generator.views.links import Link, link_to_concern, theme_links, unit_link
from generator.views.steps import StoryStep, story_steps
from generator.views.text import Block, blocks
from generator.wording import sittings
from generator.wording.answers import answer_label, channel_words, no_answer
from generator.wording.badges import Badge, marks
from generator.wording.days import When, when, when_day
from generator.wording.deadlines import by_default, promised, put_off
from generator.wording.meaning import meaning
from generator.wording.names import concern_label, earlier_label
from generator.wording.next_step import Next, what_is_next
from generator.wording.sharing import shared
from generator.wording.telling import Telling


@value
class Tombstone:
    """What is left of something that was taken back: when, why, on what basis, and what helps."""

    when: When
    reason: str
    basis: str
    steps: tuple[Block, ...]


@value
class AnswerView:
    """One answer given on the spot; `is_appeal` marks one that answers nothing."""

    label: str
    by: str
    text: tuple[Block, ...]
    check_again: When | None
    is_appeal: bool


@value
class Card:
    """One concern (or a promise made to no single one) with its whole story.

    `kept_back` says why `text` is not shown, and `steps` what residents can do. `origin` is how and
    from where it was raised. `promise` are sentences on what was promised by when, and `no_answer`
    says why there are no `answers`. `silence` stands for a `story` without a line.
    `continued` leads to the concern it was merged into, `answering` holds how to answer back, and
    `shared` are words to send on with a link to it.
    """

    label: str
    badge: Badge
    marks: tuple[Badge, ...]
    brief: str
    text: tuple[Block, ...]
    kept_back: str
    steps: tuple[Block, ...]
    origin: str
    themes: tuple[Link, ...]
    other_body: bool
    awaits: Link | None
    tried: tuple[Block, ...]
    earlier_label: str
    earlier: tuple[Link, ...]
    answers: tuple[AnswerView, ...]
    no_answer: str
    promise: tuple[str, ...]
    story: tuple[StoryStep, ...]
    silence: str
    meaning: str
    next: Next
    continued: Link | None
    corrected: bool
    answering: Answering
    shared: str


@value
class Entry:
    """A place on the page that is there for good: a card, or what is left after a withdrawal."""

    anchor: str
    card: Card | None
    tombstone: Tombstone | None


def entry(
    matter: Matter, archive: Archive, told_at: MutableMapping[str, str], *, corrected: bool
) -> Entry:
    """Give the place of a concern; `told_at` is where outcomes were told (see `story_steps`)."""
    concern, found = matter.concern, matter.follow_up
    if isinstance(concern, WithdrawnConcern):
        return Entry(concern.id, None, tombstone(concern.withdrawn, archive))
    if found is None:
        return Entry(concern.id, None, None)
    return Entry(concern.id, _card(matter, concern, found, archive, told_at, corrected), None)


def tombstone(withdrawal: Withdrawal, archive: Archive) -> Tombstone:
    """Give what is left of something that was taken back."""
    reason = archive.records.registries.reasons.get(withdrawal.reason)
    return Tombstone(
        when=when_day(withdrawal.date),
        reason=reason.sentence if reason else "",
        basis=withdrawal.basis,
        steps=blocks(reason.steps) if reason and reason.steps else (),
    )


def _card(
    matter: Matter,
    concern: Concern | Commitment,
    found: FollowUp,
    archive: Archive,
    told_at: MutableMapping[str, str],
    corrected: bool,
) -> Card:
    registries = archive.records.registries
    withheld = is_withheld(concern, archive)
    kept_back, steps = _kept_back(concern, archive) if withheld else ("", ())
    raised = concern if isinstance(concern, Concern) else None
    told = Telling(concern, found, matter.outcomes, registries, matter.session.units[0])
    story = tuple(story_steps(matter, found, archive, told_at))
    begins = brief(concern, archive)
    return Card(
        label=concern_label(concern),
        badge=badge_of(matter, found, archive),
        marks=marks(found, withheld=withheld),
        brief=begins,
        text=blocks(concern.text) if concern.text and not withheld else (),
        kept_back=kept_back,
        steps=steps,
        origin=_origin(concern, withheld=withheld),
        themes=theme_links(raised.themes, registries) if raised else (),
        other_body=raised is not None and raised.authority is Authority.OTHER_BODY,
        awaits=unit_link(raised.awaits, registries) if raised and raised.awaits else None,
        tried=blocks(raised.tried) if raised and raised.tried and not withheld else (),
        earlier_label=earlier_label(concern),
        earlier=_earlier(raised, matter, archive) if raised and raised.earlier else (),
        answers=tuple(map(_answer, raised.given_answers)) if raised else (),
        no_answer=no_answer(concern),
        promise=tuple(_promise(matter, concern, found, archive)),
        story=story,
        silence=_silence(found) if not story else "",
        meaning=meaning(told),
        next=what_is_next(told),
        continued=link_to_concern(found.merged_into, archive) if found.merged_into else None,
        corrected=corrected,
        answering=answering(matter, concern, found, registries),
        shared=shared(
            concern,
            "" if withheld else begins,
            sittings.name(matter.session, registries),
            when(matter.session.date).words if matter.session.date.latest else "",
        ),
    )


def _earlier(raised: Concern, matter: Matter, archive: Archive) -> tuple[Link, ...]:
    found = (resolve(one, matter.session.folder) for one in raised.earlier)
    return tuple(link_to_concern(one, archive) for one in found)


def _silence(found: FollowUp) -> str:
    """Say that nothing was heard, where neither the badge nor an ending on the spot says it."""
    if found.status is Status.NO_WORD or found.status.is_ending or not found.asks:
        return ""
    return _("Sesudah sesi belum ada kabar.")


def _kept_back(concern: Concern | Commitment, archive: Archive) -> tuple[str, tuple[Block, ...]]:
    key = concern.withheld if isinstance(concern, Concern) else None
    reason = archive.records.registries.reasons.get(key or "")
    if reason is None:
        return _("Isinya tidak dimuat karena menyangkut hal yang peka."), ()
    return reason.sentence, blocks(reason.steps) if reason.steps else ()


def _origin(concern: Concern | Commitment, *, withheld: bool) -> str:
    if isinstance(concern, Commitment):
        return _("Dijanjikan oleh {who}.").format(who=concern.answerer) if concern.answerer else ""
    channel = channel_words(concern.channel)
    place = "" if withheld else concern.location
    said = (
        _("Disampaikan {how}.").format(how=channel) if channel else "",
        _("Lokasi: {place}.").format(place=place) if place else "",
    )
    return " ".join(filter(None, said))


def _promise(
    matter: Matter, concern: Concern | Commitment, found: FollowUp, archive: Archive
) -> Iterator[str]:
    if concern.promise:
        yield promised(concern.promise)
    programme = archive.records.registries.programmes.get(matter.session.programme)
    yield from filter(None, (by_default(found, concern.promise, programme), put_off(found)))


def _answer(answer: Answer) -> AnswerView:
    return AnswerView(
        label=answer_label(answer),
        by=answer.answerer or "",
        text=blocks(answer.text),
        check_again=when_day(answer.check_again) if answer.check_again else None,
        is_appeal=answer.kind is AnswerKind.APPEAL,
    )
