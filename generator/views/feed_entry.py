"""One piece of news as it is told in a feed: a title, a few passages, and where the whole story is.

It says what happened on its day and nothing of what came later, so that it need not be told anew.
"""

import datetime

from generator import urls
from generator.archive import Archive, Matter
from generator.boards import Board
from generator.followup import Step
from generator.language import _
from generator.model import Commitment, Concern, Event, Outcome, Session
from generator.news import Kind, Mending, News, Turn, Withdrawn
from generator.news.gather import answered
from generator.status import Status
from generator.value import value
from generator.views.concern import brief, outcome_of
from generator.views.links import Link
from generator.views.mended import address_of, correction, name_of, page_of_scope
from generator.views.news import MOST_CONCERNS, voice_of
from generator.views.text import Block, excerpt
from generator.wording import news as words
from generator.wording import sittings, story
from generator.wording.badges import status_badge
from generator.wording.boards import board_words
from generator.wording.days import hours, number, when, when_with_weekday
from generator.wording.names import actor, concern_label, joined, unit_name
from generator.wording.places import venue, where_briefly

ACCOUNT_LENGTH = 400
"""How many letters of what an officer wrote stand in an entry."""

BRIEF_LENGTH = 80
"""How many letters of a concern stand in a title."""


@value
class Passage:
    """A paragraph and, below it, a list whose entries may lead somewhere; either may be empty."""

    words: str
    items: tuple[Link, ...] = ()


@value
class FeedEntry:
    """One entry. `address` is that of a page, `by` the unit whose record it is."""

    title: str
    address: str
    published: datetime.date
    updated: datetime.date
    by: str
    passages: tuple[Passage, ...]


@value
class _Told:
    """What differs from kind to kind: a title, where it leads, and what is said."""

    title: str
    address: str
    passages: tuple[Passage, ...]


def feed_entry(archive: Archive, one: News) -> FeedEntry:
    """Tell a piece of news."""
    told = _tell(archive, one)
    folder = one.units[0] if one.units else one.sessions[0].units[0]
    return FeedEntry(
        title=told.title,
        address=told.address,
        published=one.day,
        updated=one.updated,
        by=unit_name(folder, archive.records.registries),
        passages=tuple(passage for passage in told.passages if passage.words or passage.items),
    )


def _tell(archive: Archive, one: News) -> _Told:
    match one.subject:
        case Outcome():
            return _report(archive, one.subject)
        case Session():
            if one.kind is Kind.ANNOUNCED:
                return _announced(archive, one.subject)
            return _held(archive, one.subject)
        case Turn():
            return _turn(archive, one.kind, one.subject)
        case Mending():
            return _mended(archive, one.subject)
        case Withdrawn():
            return _withdrawn(archive, one.subject)


def status_words(archive: Archive, matter: Matter, place: int) -> str:
    """Give the word of the badge a concern had after line `place` of its story."""
    found = matter.follow_up
    history = found.history[: place + 1] if found else ()
    status = history[-1].status
    shown = any(step.event is Event.EVIDENCE and step.counts for step in history)
    claim = _claim(matter, history) if status is Status.CLAIMED else None
    who = actor(claim, archive.records.registries) if claim else None
    claimed_by = "" if who is None or who.is_police else who.name
    return status_badge(status, claimed_by, shown=shown).word


def change_at(archive: Archive, matter: Matter, place: int) -> tuple[str, str]:
    """Give the words of a concern's status before and after line `place` of its story."""
    return status_words(archive, matter, max(place - 1, 0)), status_words(archive, matter, place)


def _claim(matter: Matter, history: tuple[Step, ...]) -> Outcome | None:
    step = next((one for one in reversed(history) if one.event is Event.DONE and one.changed), None)
    return outcome_of(matter, step.outcome) if step else None


def _report(archive: Archive, outcome: Outcome) -> _Told:
    registries = archive.records.registries
    who = actor(outcome, registries)
    said = story.told(outcome, who)
    matters = [one for one in answered(archive, outcome) if one.follow_up]
    reason = registries.reasons.get(outcome.reason or "")
    about = (
        Passage(f"{story.voice_word(voice_of(outcome, who))}: {said}"),
        Passage(excerpt(outcome.account or outcome.cause or "", ACCOUNT_LENGTH)),
        Passage(reason.sentence if reason else ""),
    )
    foot = Passage(_joined(when(outcome.date).words, unit_name(outcome.folder, registries)))
    if not matters:
        return _Told(said, page_of_scope(outcome), (*about, foot))
    changes = [(one, _places_of(one, outcome)) for one in matters]
    items = tuple(_changed(archive, one, place) for one, place in changes[:MOST_CONCERNS])
    left_out = len(matters) - MOST_CONCERNS
    more = _("dan {count} masukan lain").format(count=number(left_out)) if left_out > 0 else ""
    return _Told(
        title=_report_title(archive, changes),
        address=urls.concern(matters[0].id),
        passages=(*about, Passage("", items), Passage(more), foot),
    )


def _report_title(archive: Archive, changes: list[tuple[Matter, int]]) -> str:
    matter, place = changes[0]
    if len(changes) == 1:
        return words.headline(*change_at(archive, matter, place), _brief(archive, matter))
    return words.of_several(len(changes), where_briefly(matter.session))


def _changed(archive: Archive, matter: Matter, place: int) -> Link:
    about = brief(_entry(matter), archive)
    said = words.change(*change_at(archive, matter, place))
    return Link(f"{about} {said[:1].upper()}{said[1:]}.", urls.concern(matter.id))


def _places_of(matter: Matter, outcome: Outcome) -> int:
    """Find the line an outcome is in a concern's story; the last one where it is not told."""
    history = matter.follow_up.history if matter.follow_up else ()
    places = (place for place, step in enumerate(history) if step.outcome == outcome.id)
    return next(places, len(history) - 1)


def _held(archive: Archive, session: Session) -> _Told:
    registries = archive.records.registries
    entries = [one for one in (*session.entries, *session.commitments) if hasattr(one, "promise")]
    items = tuple(
        Link(
            _("{label}: {text}").format(label=concern_label(one), text=brief(one, archive)),
            urls.concern(f"{session.id}#{one.id}"),
        )
        for one in entries[:MOST_CONCERNS]
        if isinstance(one, Concern | Commitment)
    )
    left_out = len(entries) - MOST_CONCERNS
    return _Told(
        title=words.held(sittings.name(session, registries), when(session.date).words),
        address=urls.session(session.id),
        passages=(
            Passage(excerpt(session.summary or "", ACCOUNT_LENGTH)),
            Passage(sittings.nothing_listed(session, archive.today) if session.concerns else ""),
            Passage(words.raised(session), items),
            Passage(_("dan {count} lagi").format(count=number(left_out)) if left_out > 0 else ""),
            Passage(_joined(_held_by(archive, session), where_briefly(session))),
        ),
    )


def _announced(archive: Archive, session: Session) -> _Told:
    registries = archive.records.registries
    unit = registries.units.get(session.units[0])
    hour = hours(session.time, unit.zone if unit else "") if session.time else ""
    moment = when_with_weekday(session.date).words
    return _Told(
        title=words.announced(sittings.name(session, registries), moment),
        address=urls.session(session.id),
        passages=(
            Passage(_joined(moment, hour)),
            Passage("; ".join(filter(None, map(venue, session.places)))),
            Passage(_joined(_held_by(archive, session), where_briefly(session))),
        ),
    )


def _turn(archive: Archive, kind: Kind, turn: Turn) -> _Told:
    matter, step = turn.matter, turn.step
    whole = brief(_entry(matter), archive)
    about = excerpt(whole, BRIEF_LENGTH)
    if kind is Kind.CROSSED and step is not None:
        title = words.late(about)
        said: tuple[str, ...] = (
            story.crossed(step),
            board_words(Board.OVERDUE).what_not,
            words.status_is(status_words(archive, matter, turn.place)),
        )
    elif step is None:
        before = status_words(archive, matter, turn.place - 1)
        title = words.headline(before, status_badge(Status.UNKNOWN).word, about)
        said = (board_words(Board.UNKNOWN).what, board_words(Board.UNKNOWN).what_not)
    else:
        title = words.headline(*change_at(archive, matter, turn.place), about)
        said = (f"{story.objected()} {story.undone(step)}".strip(),)
    link = Link(whole, urls.concern(matter.id))
    where = _joined(_held_by(archive, matter.session), where_briefly(matter.session))
    foot = _("{where} · sesi {date}").format(where=where, date=when(matter.session.date).words)
    return _Told(title, link.address, (*map(Passage, said), Passage("", (link,)), Passage(foot)))


def _mended(archive: Archive, mending: Mending) -> _Told:
    line = correction(mending.correction, mending.record, archive)
    return _Told(
        title=words.corrected(name_of(mending.record, archive)),
        address=address_of(mending.record, archive),
        passages=(
            Passage(_("Dibetulkan {date}: {part}").format(date=line.when.words, part=line.part)),
            Passage(_said(_("Semula: {text}"), line.before)),
            Passage(_said(_("Menjadi: {text}"), line.after)),
            Passage(_("Sebab: {cause}").format(cause=line.cause) if line.cause else ""),
        ),
    )


def _withdrawn(archive: Archive, gone: Withdrawn) -> _Told:
    reason = archive.records.registries.reasons.get(gone.withdrawal.reason)
    return _Told(
        title=words.withdrawn(gone.what),
        address=gone.address or urls.unit(gone.folder),
        passages=(
            Passage(_("Isinya tidak ditampilkan lagi.")),
            Passage(reason.sentence if reason else ""),
        ),
    )


def _entry(matter: Matter) -> Concern | Commitment:
    if not isinstance(matter.concern, Concern | Commitment):
        raise TypeError(matter.id)  # nothing is told of a withdrawn concern but that it is gone
    return matter.concern


def _brief(archive: Archive, matter: Matter) -> str:
    return excerpt(brief(_entry(matter), archive), BRIEF_LENGTH)


def _held_by(archive: Archive, session: Session) -> str:
    registries = archive.records.registries
    return joined(tuple(unit_name(key, registries) for key in session.units))


def _said(sentence: str, blocks: tuple[Block, ...]) -> str:
    text = " ".join(filter(None, (" ".join((one.text, *one.items)).strip() for one in blocks)))
    return sentence.format(text=excerpt(text, ACCOUNT_LENGTH)) if text else ""


def _joined(*parts: str) -> str:
    return " · ".join(filter(None, parts))
