"""What changes in the report-backs: new ones, photos, what was mended, taken back, or is gone."""

from collections.abc import Iterator

from generator.archive import Archive, Matter
from generator.difference import mended
from generator.difference.concerns import about
from generator.difference.terms import Change, Gravity
from generator.language import _
from generator.model import Commitment, Concern, Event, Outcome, WithdrawnOutcome
from generator.news.gather import answered
from generator.views.mended import name_of
from generator.wording.days import number, on
from generator.wording.names import actor, joined
from generator.wording.story import told

MOST_CONCERNS = 5
"""How many concerns a report-back names before it only says how many more there are."""

_BAD_NEWS = frozenset({Event.EXTENDED, Event.REFUSED, Event.REOPENED, Event.DISPUTED})


def of_outcome(
    earlier: Outcome | WithdrawnOutcome | None,
    now: Outcome | WithdrawnOutcome | None,
    archive: Archive,
    session: str = "",
) -> Iterator[Change]:
    """Give what changes in an outcome, as it is told on the page of one of its sessions."""
    if isinstance(now, Outcome) and now.id not in archive.withdrawn_outcomes:
        if earlier is None:
            gravity = Gravity.WORSE if now.event in _BAD_NEWS else Gravity.NEW
            yield Change(gravity, _news(now, archive, session))
        elif isinstance(earlier, WithdrawnOutcome):
            yield Change(Gravity.FORBIDDEN, _("Satu kabar yang sudah ditarik tampil lagi."))
        else:
            yield from _photos(earlier, now, archive)
            yield from mended.of_record(earlier, now, archive)
    elif isinstance(now, Outcome) and isinstance(earlier, Outcome):
        said = _("Satu kabar ikut ditarik karena yang dijawabnya sudah ditarik.")
        yield Change(Gravity.WITHDRAWN, said)
        yield from mended.in_silence(earlier, now, archive)
    elif isinstance(now, WithdrawnOutcome) and not isinstance(earlier, WithdrawnOutcome):
        reason = archive.records.registries.reasons.get(now.withdrawn.reason)
        said = _("Satu kabar ditarik dari situs.")
        yield Change(Gravity.WITHDRAWN, f"{said} {reason.sentence}" if reason else said)
    elif now is None:
        yield Change(Gravity.FORBIDDEN, _("Satu kabar yang sudah terbit hilang tanpa ditarik."))


def _news(now: Outcome, archive: Archive, session: str) -> str:
    said = _("Kabar baru {on}: {told}").format(
        on=on(now.date), told=told(now, actor(now, archive.records.registries))
    )
    here = [one for one in answered(archive, now) if one.session.id == session and one.follow_up]
    parts = (said, _answers(here, archive), _with_photos(len(now.evidence)))
    return " ".join(filter(None, parts))


def _answers(matters: list[Matter], archive: Archive) -> str:
    quoted = [
        about(one.concern, archive)
        for one in matters[:MOST_CONCERNS]
        if isinstance(one.concern, Concern | Commitment)
    ]
    if not quoted:
        return ""
    left_out = len(matters) - MOST_CONCERNS
    if left_out > 0:
        quoted.append(_("{count} masukan lain").format(count=number(left_out)))
    return _("Untuk {abouts}.").format(abouts=joined(tuple(quoted)))


def _with_photos(count: int) -> str:
    return _("Dengan {count} foto.").format(count=number(count)) if count else ""


def _photos(earlier: Outcome, now: Outcome, archive: Archive) -> Iterator[Change]:
    known = {one.file for one in earlier.evidence}
    added = sum(one.file not in known for one in now.evidence)
    if added:
        said = _("{count} foto ditambahkan pada {record}.").format(
            count=number(added), record=name_of(now, archive)
        )
        yield Change(Gravity.NEW, said)
