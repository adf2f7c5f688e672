"""What every page says of one concern: the line in a list that leads to its story."""

from generator import urls
from generator.archive import Archive, Matter
from generator.followup import FollowUp
from generator.language import _
from generator.model import Commitment, Concern, Outcome
from generator.status import Status
from generator.value import value
from generator.views.text import excerpt
from generator.wording.badges import Badge, marks, status_badge, was_shown
from generator.wording.days import When, when
from generator.wording.deadlines import due_briefly, good_until
from generator.wording.names import actor, concern_label


@value
class ConcernLine:
    """One concern in a list.

    `text` is the beginning of what was said, or why it is not shown; `label` what it is and who
    raised it; `due` a few words on the deadline or ""; `place` and `when` are the session's.
    """

    address: str
    label: str
    text: str
    badge: Badge
    marks: tuple[Badge, ...]
    due: str
    place: str
    when: When


def concern_line(archive: Archive, matter: Matter, place: str = "") -> ConcernLine | None:
    """Give the line of a concern or commitment; None for one that was withdrawn."""
    entry, found = matter.concern, matter.follow_up
    if found is None or not isinstance(entry, Concern | Commitment):
        return None
    return ConcernLine(
        address=urls.concern(matter.id),
        label=concern_label(entry),
        text=brief(entry, archive),
        badge=badge_of(matter, found, archive),
        marks=marks(found, withheld=is_withheld(entry, archive)),
        due=due_briefly(found, entry),
        place=place,
        when=when(matter.session.date),
    )


def is_withheld(entry: Concern | Commitment, archive: Archive) -> bool:
    """Whether a concern's own words stay out of the site, by itself or because of its theme."""
    if isinstance(entry, Commitment):
        return False
    if entry.text is None:
        return True
    themes = archive.records.registries.themes
    for key in entry.themes:  # asked 5 times for each concern of a page: no generator
        theme = themes.get(key)
        if theme and theme.sensitive:
            return True
    return False


def brief(entry: Concern | Commitment, archive: Archive) -> str:
    """Give the beginning of a concern's words, or say that they are kept back."""
    if entry.text is None or is_withheld(entry, archive):
        return _("Isinya ditahan karena terlalu peka")
    return excerpt(entry.text)


def badge_of(matter: Matter, found: FollowUp, archive: Archive) -> Badge:
    """Give the badge of a concern, naming the body that claims it is done."""
    claimed = claimed_by(matter, found, archive)
    shown = found.status is not Status.ONGOING or was_shown(found)
    return status_badge(found.status, claimed, good_until(found), shown=shown)


def claimed_by(matter: Matter, found: FollowUp, archive: Archive) -> str:
    """The partner that says a concern is done; "" where the police say so, or nobody does."""
    if found.status is not Status.CLAIMED:
        return ""
    claim = outcome_of(matter, found.ended_by)
    who = actor(claim, archive.records.registries) if claim else None
    return "" if who is None or who.is_police else who.name


def outcome_of(matter: Matter, identity: str | None) -> Outcome | None:
    """The outcome of a concern with this id."""
    return next((one for one in matter.outcomes if one.id == identity), None)
