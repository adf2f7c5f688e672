"""What changes for one concern or promise: where it stands, by when, and who owes."""

from collections.abc import Iterator, Mapping
from types import MappingProxyType

from generator.archive import Archive, Matter
from generator.dates import in_words
from generator.difference.terms import Change, Gravity
from generator.followup import Basis, Deadline, FollowUp
from generator.language import _
from generator.model import Commitment, Concern, WithdrawnConcern
from generator.status import Status
from generator.views.concern import brief, claimed_by, is_withheld
from generator.views.text import excerpt
from generator.wording.badges import marks, status_badge, was_shown
from generator.wording.names import SOME_PARTNER, actor, unit_name

BRIEF_LENGTH = 80
"""How many letters of a concern are quoted."""

_RANK: Mapping[Status, int] = MappingProxyType(
    {
        Status.REFUSED: 0,
        Status.UNKNOWN: 1,
        Status.NO_WORD: 2,
        Status.LOOKED_INTO: 3,
        Status.IN_PROGRESS: 4,
        Status.ONGOING: 5,
        Status.HANDED_OVER: 5,
        Status.PARTLY: 6,
        Status.ANSWERED: 7,
        Status.CLAIMED: 7,
        Status.CONFIRMED: 8,
    }
)
"""From what is worst to what is best for those who raised it; what is outside has no place."""


def about(entry: Concern | Commitment, archive: Archive) -> str:
    """Give the beginning of a concern's words in quotes, or say that they are kept back."""
    if is_withheld(entry, archive):
        return _("masukan yang isinya ditahan")
    # It stands in a sentence that has a full stop of its own.
    return f"“{excerpt(brief(entry, archive), BRIEF_LENGTH).removesuffix('.')}”"


def standing(matter: Matter, found: FollowUp, archive: Archive, now: Matter | None = None) -> str:
    """Give the words of the badges a concern has, as residents see them.

    `now` is the concern as it is now, where an earlier one is told: a partner it named is only
    named again where it still is.
    """
    entry = matter.concern
    withheld = isinstance(entry, Concern) and is_withheld(entry, archive)
    claimed = claimed_by(matter, found, archive)
    if claimed and now is not None and claimed not in _actors(now, archive):
        claimed = SOME_PARTNER
    word = status_badge(found.status, claimed, shown=was_shown(found)).word
    return ", ".join((word, *(one.word for one in marks(found, withheld=withheld))))


def of_concern(
    earlier: Matter | None, now: Matter | None, before: Archive, after: Archive
) -> Iterator[Change]:
    """Give what changes for a concern of a session that was published and still is."""
    was = earlier.concern if earlier else None
    entry = now.concern if now else None
    if now is None or entry is None:
        said = _("Satu masukan atau janji yang sudah terbit hilang tanpa ditarik.")
        yield Change(Gravity.FORBIDDEN, said)
    elif isinstance(entry, WithdrawnConcern):
        if not isinstance(was, WithdrawnConcern):
            said = withdrawn(_("Satu masukan atau janji ditarik dari situs."), entry, after)
            yield Change(Gravity.WITHDRAWN, said)
    elif isinstance(was, WithdrawnConcern):
        yield Change(
            Gravity.FORBIDDEN, _("Satu masukan atau janji yang sudah ditarik tampil lagi.")
        )
    elif now.follow_up:
        if earlier is None:
            yield _added(now, entry, now.follow_up, after)
        elif earlier.follow_up:
            yield from _moved(earlier, now, earlier.follow_up, now.follow_up, before, after)


def withdrawn(said: str, gone: WithdrawnConcern, archive: Archive) -> str:
    """Say that something was taken back, with the reason residents read and nothing else."""
    reason = archive.records.registries.reasons.get(gone.withdrawn.reason)
    return f"{said} {reason.sentence}" if reason else said


def _added(now: Matter, entry: Concern | Commitment, found: FollowUp, archive: Archive) -> Change:
    said = _("Masukan baru: {about}. Keadaannya: {standing}.")
    if isinstance(entry, Commitment):
        said = _("Janji baru: {about}. Keadaannya: {standing}.")
    gravity = Gravity.WORSE if found.overdue else Gravity.NEW
    words = said.format(about=about(entry, archive), standing=standing(now, found, archive))
    return Change(gravity, words)


def _moved(
    earlier: Matter,
    now: Matter,
    was: FollowUp,
    found: FollowUp,
    before: Archive,
    after: Archive,
) -> Iterator[Change]:
    entry = now.concern
    if isinstance(entry, WithdrawnConcern) or _is_the_same(earlier, now, before, after):
        return
    quoted = about(entry, after)
    old, new = standing(earlier, was, before, now), standing(now, found, after)
    if old != new:
        said = _("Keadaan {about}: {before} → {after}.")
        words = said.format(about=quoted, before=old, after=new)
        yield Change(_gravity(was, found), words)
    yield from _deadline(quoted, was, found)
    owed, owes = _who(earlier), _who(now)
    if owed != owes and _is_open(was) and _is_open(found):
        registries = after.records.registries
        said = _("Yang ditunggu kabarnya untuk {about}: semula {before}, sekarang {after}.")
        words = said.format(
            about=quoted, before=unit_name(owed, registries), after=unit_name(owes, registries)
        )
        yield Change(Gravity.CHANGED, words)


def _is_the_same(earlier: Matter, now: Matter, before: Archive, after: Archive) -> bool:
    """Whether nothing that is looked at here differs: nearly always, so it is asked first."""
    was, entry = earlier.concern, now.concern
    return (
        (earlier.follow_up, was, earlier.outcomes) == (now.follow_up, entry, now.outcomes)
        and earlier.session.units == now.session.units
        and isinstance(was, Concern | Commitment)
        and isinstance(entry, Concern | Commitment)
        and is_withheld(was, before) == is_withheld(entry, after)
    )


def _gravity(was: FollowUp, found: FollowUp) -> Gravity:
    burdens = ("far_overdue", "overdue", "disputed", "owes_word")
    gained = [one for one in burdens if getattr(found, one) and not getattr(was, one)]
    lost = [one for one in burdens if getattr(was, one) and not getattr(found, one)]
    before, after = _RANK.get(was.status), _RANK.get(found.status)
    has_fallen = before is not None and after is not None and after < before
    if gained or has_fallen or (was.status.is_ending and not found.status.is_ending):
        return Gravity.WORSE
    if before is None or after is None:
        return Gravity.CHANGED
    return Gravity.BETTER if lost or after > before else Gravity.CHANGED


def _deadline(quoted: str, earlier: FollowUp, found: FollowUp) -> Iterator[Change]:
    was, now = _due(earlier), _due(found)
    if not _is_open(found) or was == now or (was and now and was.day == now.day):
        return  # what has ended has no deadline, and its badge says so
    if was is None and now is not None:
        gravity, said = Gravity.CHANGED, _("Tenggat baru untuk {about}: {after}.")
        if not _is_open(earlier):
            said = _("Tenggat {about} berlaku lagi: {after}.")
    elif now is None or was is None:
        gravity, said = Gravity.WORSE, _("Tenggat {about}, {before}, tidak ada lagi.")
    elif was.basis is now.basis is Basis.EVIDENCE:
        gravity = Gravity.CHANGED
        said = _("Bukti untuk {about} ditunggu sampai {after}; semula {before}.")
    elif now.day > was.day:
        gravity, said = Gravity.WORSE, _("Tenggat {about} mundur: semula {before}, kini {after}.")
    else:
        gravity, said = Gravity.BETTER, _("Tenggat {about} maju: semula {before}, kini {after}.")
    days = {"before": was, "after": now}
    told = {key: in_words(one.day) if one else "" for key, one in days.items()}
    yield Change(gravity, said.format(about=quoted, **told))


def _due(found: FollowUp) -> Deadline | None:
    """The deadline residents see; what has ended shows none."""
    return found.deadline if _is_open(found) else None


def _is_open(found: FollowUp) -> bool:
    return found.asks and not found.stage.is_ending


def _who(matter: Matter) -> str:
    """The key of the unit whose word is awaited."""
    entry = matter.concern
    other = entry.awaits if isinstance(entry, Concern) else None
    return other or matter.session.units[0]


def _actors(matter: Matter, archive: Archive) -> frozenset[str]:
    registries = archive.records.registries
    return frozenset(actor(one, registries).name for one in matter.outcomes)
