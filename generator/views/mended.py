"""Mistakes mended openly: what a correction says, of which record, and what it may not repeat.

The one place that decides it, for the page of a session, the stories of its concerns, the list of
all corrections and the feeds.
"""

from generator import urls
from generator.archive import Archive
from generator.language import _
from generator.model import (
    Commitment,
    Concern,
    Correction,
    Outcome,
    Session,
    WithdrawnConcern,
)
from generator.news.gather import answered
from generator.value import value
from generator.views.concern import is_withheld
from generator.views.text import Block, blocks
from generator.wording import sittings
from generator.wording.days import When, when, when_day
from generator.wording.names import unit_name
from generator.wording.record_parts import part_words

REMOVED = "dihapus"
"""What a correction writes where words must not be repeated, or a part was taken out."""

_LISTS = ("masukan", "komitmen")


@value
class CorrectionLine:
    """A mistake mended openly; `before` is () where the old words must not be repeated."""

    when: When
    part: str
    before: tuple[Block, ...]
    after: tuple[Block, ...]
    cause: str


def corrections(record: Session | Outcome, archive: Archive) -> tuple[CorrectionLine, ...]:
    """Give the lines of all corrections of a record, in its order."""
    return tuple(correction(one, record, archive) for one in record.corrections)


def correction(one: Correction, record: Session | Outcome, archive: Archive) -> CorrectionLine:
    """Give the line of a correction of a record, without any word that may not be repeated."""
    hidden = is_hidden(one, record, archive)
    erased = hidden or is_removed(one.before)
    return CorrectionLine(
        when=when_day(one.date),
        part=_part(one, record, named=not hidden),
        before=() if erased else blocks(one.before),
        after=() if hidden else blocks(one.after),
        cause="" if hidden else one.cause,
    )


def _part(one: Correction, record: Session | Outcome, *, named: bool) -> str:
    match record, one.part.split("."):
        case Outcome(measures=measures), ["ukuran", number] | ["ukuran", number, "jumlah"] if named:
            # “80, menjadi 8” says nothing to a reader who is not told of what.
            if number.isdecimal() and 0 < int(number) <= len(measures):
                return _("angka hasil “{counted}”").format(counted=measures[int(number) - 1].of)
    return part_words(one.part, named=named)


def is_removed(text: str) -> bool:
    """Whether this stands in a correction for words that are not there."""
    return text.strip().casefold() == REMOVED


def is_hidden(one: Correction, record: Session | Outcome, archive: Archive) -> bool:
    """Whether a correction would repeat words of a concern that was taken back or is kept back.

    Where a session has such a concern, a correction that names none of the others is hidden as
    well, and so is every one of an outcome that answers such a concern: better a word too few.
    """
    if isinstance(record, Outcome):
        known = answered(archive, record)  # those of a session that was taken back are not
        is_whole = len(known) == len(record.answers)
        return not (is_whole and all(_may_be_quoted(each.concern, archive) for each in known))
    entries = (*record.entries, *record.commitments)
    shown = {each.id for each in entries if _may_be_quoted(each, archive)}
    return _section(one) in _LISTS and len(shown) < len(entries) and corrected(one) not in shown


def corrected(one: Correction) -> str | None:
    """The id of the concern or promise a correction speaks of: `masukan.<id>.isi`."""
    section, *rest = one.part.split(".")
    return rest[0] if section in _LISTS and rest else None


def name_of(record: Session | Outcome, archive: Archive) -> str:
    """What a record is called where it is told that it was corrected; no word of a resident."""
    registries = archive.records.registries
    date = when(record.date).words
    if isinstance(record, Session):
        return _("{name}, {date}").format(name=sittings.name(record, registries), date=date)
    unit = unit_name(record.folder, registries)
    return _("kabar {unit}, {date}").format(unit=unit, date=date)


def address_of(record: Session | Outcome, archive: Archive) -> str:
    """Where a record is told: its session's page, or where the first concern it answers stands."""
    if isinstance(record, Session):
        return urls.session(record.id)
    live = [one for one in answered(archive, record) if one.follow_up]
    return urls.concern(live[0].id) if live else page_of_scope(record)


def page_of_scope(outcome: Outcome) -> str:
    """The page that tells an outcome which answers no concern by name."""
    scope = outcome.scope
    if scope and scope.units:
        return urls.unit(scope.units[0])
    if scope and scope.programme:
        return urls.programme(scope.programme)
    return urls.theme(scope.themes[0]) if scope and scope.themes else urls.unit(outcome.folder)


def _may_be_quoted(entry: Concern | Commitment | WithdrawnConcern, archive: Archive) -> bool:
    return not isinstance(entry, WithdrawnConcern) and not is_withheld(entry, archive)


def _section(one: Correction) -> str:
    return one.part.partition(".")[0]
