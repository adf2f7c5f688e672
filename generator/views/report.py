"""What one outcome reports, with its figures, photos, sources and corrections."""

from collections.abc import Iterable, Iterator

from generator import urls
from generator.archive import Archive
from generator.language import _
from generator.model import Event, Outcome, Source
from generator.photos.encoding import phone_size
from generator.photos.published import JPEG, WEBP
from generator.records import Records, Registries
from generator.value import value
from generator.views.mended import CorrectionLine, corrections
from generator.views.text import Block, blocks, in_a_row
from generator.wording.days import When, amount, hours, number, when
from generator.wording.names import joined, officer_line
from generator.wording.places import short_name, venue

_SAYS_ITS_PARTNERS = frozenset({Event.COORDINATED, Event.HANDED_OVER})


@value
class Fact:
    """A short fact with its label."""

    label: str
    words: str


@value
class Photo:
    """A photo of what was done; `caption` says what is seen, `taken` when it was taken.

    `address` is that of the larger picture; `webp` and `jpeg` are what a telephone loads, shown in
    `width` times `height` pixels.
    """

    address: str
    webp: str
    jpeg: str
    width: int
    height: int
    caption: str
    taken: When | None


@value
class SourceLine:
    """Where facts come from; `url` is "" where there is none to follow."""

    words: str
    publisher: str
    url: str
    when: When | None


@value
class Report:
    """What one outcome reports, in the words of its record."""

    account: tuple[Block, ...]
    cause: tuple[Block, ...]
    remainder: tuple[Block, ...]
    reason: str
    next_steps: tuple[Block, ...]
    facts: tuple[Fact, ...]
    photos: tuple[Photo, ...]
    sources: tuple[SourceLine, ...]
    notes: tuple[Block, ...]
    corrections: tuple[CorrectionLine, ...]


def report(outcome: Outcome, archive: Archive) -> Report:
    """Give all an outcome reports."""
    registries = archive.records.registries
    reason = registries.reasons.get(outcome.reason or "")
    return Report(
        account=_text(outcome.account),
        cause=_text(outcome.cause),
        remainder=_text(outcome.remainder),
        reason=reason.sentence if reason else "",
        next_steps=_text(outcome.next_steps or (reason.steps if reason else None)),
        facts=tuple(_facts(outcome, registries)),
        photos=tuple(_photos(outcome, archive.records)),
        sources=sources(outcome.sources),
        notes=in_a_row(outcome.notes),
        corrections=corrections(outcome, archive),
    )


def sources(given: Iterable[Source]) -> tuple[SourceLine, ...]:
    """Give the lines of a list of sources."""
    return tuple(
        SourceLine(
            words=one.title or one.publisher or "",
            publisher=one.publisher or "" if one.title else "",
            url=one.url or "",
            when=when(one.date) if one.date else None,
        )
        for one in given
    )


def _text(text: str | None) -> tuple[Block, ...]:
    return blocks(text) if text else ()


def _facts(outcome: Outcome, registries: Registries) -> Iterable[Fact]:
    if outcome.measures:
        counted = (f"{amount(one.number)} {one.of}" for one in outcome.measures)
        yield Fact(_("Angka yang dilaporkan"), "; ".join(counted))
    if outcome.places:
        yield Fact(_("Di mana"), "; ".join(venue(one) or short_name(one) for one in outcome.places))
    if outcome.time:
        unit = registries.units.get(outcome.folder)
        yield Fact(_("Jam"), hours(outcome.time, unit.zone if unit else ""))
    if outcome.officers:
        yield Fact(_("Petugas"), "; ".join(officer_line(one) for one in outcome.officers))
    if outcome.personnel is not None:
        yield Fact(_("Jumlah polisi"), number(outcome.personnel))
    if outcome.partners and outcome.event not in _SAYS_ITS_PARTNERS:
        yield Fact(_("Bersama"), joined(outcome.partners))


def _photos(outcome: Outcome, records: Records) -> Iterator[Photo]:
    for one in outcome.evidence:
        kept = records.media.get(f"{outcome.id}/{one.file}")
        if kept is None:
            continue  # a check has told it
        width, height = phone_size(kept.width, kept.height)
        yield Photo(
            address=urls.photo(outcome.id, one.file),
            webp=urls.small_photo(outcome.id, one.file, WEBP),
            jpeg=urls.small_photo(outcome.id, one.file, JPEG),
            width=width,
            height=height,
            caption=one.caption,
            taken=when(one.taken) if one.taken else None,
        )
