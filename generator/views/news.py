"""One report-back in a list: what happened, in whose words, and what it was an answer to."""

from collections.abc import Callable

from generator.archive import Archive, Matter, answered_by
from generator.language import _
from generator.model import Outcome, Scope
from generator.records import Registries
from generator.value import value
from generator.views.concern import ConcernLine
from generator.views.links import Link, programme_link, theme_links, unit_link
from generator.views.report import Report, report
from generator.views.text import excerpt
from generator.wording.days import When, number, when
from generator.wording.names import Actor, actor
from generator.wording.story import RESIDENTS_SPEAK, Voice, told, voice_word

ACCOUNT_LENGTH = 220
"""How many letters of a report-back stand in a list."""

MOST_CONCERNS = 5
"""How many concerns a report-back names before it only says how many more there are."""


@value
class ReportLine:
    """One report-back in a list.

    `speaker` says whose word it is and `voice` is that as a key; `said` is the event as a sentence,
    `account` the beginning of what was written about it. `concerns` are those it answers, as they
    stand now, and `more` says how many are left out, or "". An outcome that answers no concern by
    name has `scope`, what it is about, and `full`, all it reports: no other page tells its story.
    """

    when: When
    voice: Voice
    speaker: str
    said: str
    account: str
    unit: Link
    concerns: tuple[ConcernLine, ...]
    more: str
    scope: tuple[Link, ...]
    full: Report | None


def report_line(
    archive: Archive, outcome: Outcome, concern: Callable[[Matter], ConcernLine | None]
) -> ReportLine:
    """Give the line of an outcome; concerns that were withdrawn are not mentioned.

    `concern` gives the line of each concern it answers.
    """
    registries = archive.records.registries
    who = actor(outcome, registries)
    voice = voice_of(outcome, who)
    answered = [
        archive.matters[identity]
        for identity in answered_by(outcome)
        if identity in archive.matters and archive.matters[identity].follow_up
    ]
    left_out = len(answered) - MOST_CONCERNS
    return ReportLine(
        when=when(outcome.date),
        voice=voice,
        speaker=voice_word(voice),
        said=told(outcome, who),
        account=excerpt(outcome.account or outcome.cause or "", ACCOUNT_LENGTH),
        unit=unit_link(outcome.folder, registries),
        concerns=tuple(filter(None, map(concern, answered[:MOST_CONCERNS]))),
        more=_("dan {count} masukan lain").format(count=number(left_out)) if left_out > 0 else "",
        scope=_scope(outcome.scope, registries) if outcome.scope else (),
        full=report(outcome, archive) if outcome.scope else None,
    )


def voice_of(outcome: Outcome, who: Actor) -> Voice:
    """Whose word an outcome is."""
    if outcome.event in RESIDENTS_SPEAK:
        return Voice.RESIDENTS
    return Voice.POLICE if who.is_police else Voice.PARTNER


def _scope(scope: Scope, registries: Registries) -> tuple[Link, ...]:
    programme = registries.programmes.get(scope.programme or "")
    return (
        *(unit_link(key, registries) for key in scope.units),
        *([programme_link(programme.id, programme.name, registries)] if programme else ()),
        *theme_links(scope.themes, registries),
    )
