"""What happened to a concern after its session, line by line."""

from collections.abc import Iterator, MutableMapping

from generator import urls
from generator.archive import Archive, Matter, resolve
from generator.followup import FollowUp, Mark, Step
from generator.language import _
from generator.model import Outcome
from generator.value import value
from generator.views.concern import outcome_of
from generator.views.links import Link, link_to_concern
from generator.views.report import Report, report
from generator.wording import objections, story
from generator.wording.days import When, when
from generator.wording.names import actor
from generator.wording.story import Voice


@value
class StoryStep:
    """One line of what happened.

    `voice` is whose word it is and `speaker` that in words. `link` leads to the other concern or
    session it speaks of. `answered` says of an objection that it waits for an answer or when it had
    one, "" for all else. `without_effect` says why it changed nothing, or is "". `report` is all
    its record tells; None for a passed deadline, an objection, and a record that is told in full
    at another concern of the page, whose id is then `told_at`.
    """

    when: When
    voice: Voice
    speaker: str
    sentence: str
    link: Link | None
    answered: str
    without_effect: str
    report: Report | None
    told_at: str


def story_steps(
    matter: Matter, found: FollowUp, archive: Archive, told_at: MutableMapping[str, str]
) -> Iterator[StoryStep]:
    """Give the lines of a concern's story, oldest first, without the session it began with.

    `told_at` holds where on the page each outcome was told in full, and is added to.
    """
    met: set[tuple[object, ...]] = set()
    answered = objections.answered(found) if found.disputes else {}
    for place, step in enumerate(found.history):
        if step.mark is Mark.START:
            continue
        same = (step.mark, step.event, step.date.text, step.deadline)
        effect = story.without_effect(step, repeated=same in met)
        met.add(same)
        outcome = outcome_of(matter, step.outcome)
        reply = answered.get(place, "")
        if outcome is None:
            yield _without_record(step, reply, effect)
        else:
            yield _with_record(step, outcome, reply, effect, matter, archive, told_at)


def _without_record(step: Step, reply: str, effect: str) -> StoryStep:
    voice = story.voice(step, None)
    link, moment = None, when(step.date)
    if step.mark is Mark.CROSSING:
        sentence = story.crossed(step)
        moment = When(_("sejak {day}").format(day=moment.words), moment.iso)
    else:
        sentence = _in_a_row(story.objected(), story.undone(step))
        if step.session:
            link = Link(_("Lihat sesi itu"), urls.session(step.session))
    return StoryStep(
        moment, voice, story.voice_word(voice), sentence, link, reply, effect, None, ""
    )


def _with_record(
    step: Step,
    outcome: Outcome,
    reply: str,
    effect: str,
    matter: Matter,
    archive: Archive,
    told_at: MutableMapping[str, str],
) -> StoryStep:
    who = actor(outcome, archive.records.registries)
    voice = story.voice(step, who)
    first = told_at.setdefault(outcome.id, matter.concern.id)
    in_full = first == matter.concern.id
    target = resolve(outcome.merged_into, outcome.folder) if outcome.merged_into else None
    return StoryStep(
        when=when(step.date),
        voice=voice,
        speaker=story.voice_word(voice),
        sentence=_in_a_row(story.told(outcome, who), story.undone(step)),
        link=link_to_concern(target, archive) if target else None,
        answered=reply,
        without_effect=effect,
        report=report(outcome, archive) if in_full else None,
        told_at="" if in_full else first,
    )


def _in_a_row(*sentences: str) -> str:
    return " ".join(filter(None, sentences))
