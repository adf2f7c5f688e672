"""The list of every correction of every record: what was mended, and why."""

import datetime
from collections.abc import Iterator
from functools import partial
from typing import NamedTuple

from generator import urls
from generator.archive import Archive
from generator.language import _
from generator.model import Correction, Outcome, Session
from generator.page import Head, Page
from generator.value import value
from generator.views.follow import Follow, feed_links, follow, of_corrections
from generator.views.holdings import Holdings
from generator.views.links import Link, way_to
from generator.views.mended import address_of, correction, is_removed, name_of
from generator.views.paging import MOST, Paging, count, numbered, paging, piece
from generator.views.text import Block, excerpt
from generator.wording.amendments import NO_CORRECTION, changed, how_many_corrections
from generator.wording.days import When
from generator.wording.names import unit_name

LONGEST = 100
"""How many letters of an old and of a new text stand in the list; its page has all of them."""


@value
class CorrectionEntry:
    """One correction: of which record, of which part, what changed (`said`), and why.

    `cause` is "" where its words may not be repeated either.
    """

    when: When
    record: Link
    part: str
    said: str
    cause: str
    unit: str


@value
class CorrectionListView:
    """One page of all corrections, newest first.

    `how_many` is "" where there are none; `none` then says what that means. `follow` says on the
    first page how to hear of new ones.
    """

    how_many: str
    none: str
    corrections: tuple[CorrectionEntry, ...]
    follow: Follow | None
    paging: Paging


class _Mended(NamedTuple):
    record: Session | Outcome
    correction: Correction


def pages(holdings: Holdings) -> Iterator[Page]:
    """The pages of the list of corrections."""
    archive = holdings.archive
    found = _all(archive)
    of = count((len(found), MOST))
    for part in range(1, of + 1):
        yield Page(
            address=urls.part(urls.CORRECTIONS, part),
            section="koreksi",
            template="corrections.html",
            title=numbered(_("Koreksi"), part),
            description=_(
                "Setiap pembetulan catatan yang sudah terbit: semula apa, menjadi apa, dan mengapa."
            ),
            view=partial(_view, archive, found, part, of),
            trail=way_to(own=Link(_("Koreksi"), urls.CORRECTIONS), part=part),
            head=Head(feeds=feed_links(of_corrections())),
        )


def _all(archive: Archive) -> tuple[_Mended, ...]:
    """Every correction of what is still there, newest first; of one day by record, newest first."""
    records: tuple[Session | Outcome, ...] = (*archive.sessions, *archive.outcomes)
    found = (_Mended(record, one) for record in records for one in record.corrections)
    return tuple(sorted(found, key=_day, reverse=True))


def _day(one: _Mended) -> datetime.date:
    return one.correction.date


def _view(archive: Archive, found: tuple[_Mended, ...], part: int, of: int) -> CorrectionListView:
    return CorrectionListView(
        how_many=how_many_corrections(map(_day, found)),
        none="" if found else _(NO_CORRECTION),
        corrections=tuple(correction_entry(archive, *one) for one in piece(found, part)),
        follow=follow(of_corrections()) if part == 1 else None,
        paging=paging(urls.CORRECTIONS, part, of),
    )


def correction_entry(
    archive: Archive, record: Session | Outcome, mended: Correction
) -> CorrectionEntry:
    """Give the entry of a correction of a record, without any word that may not be repeated."""
    line = correction(mended, record, archive)
    before, after = _brief(line.before), _brief(line.after)
    removed = bool(line.after) and is_removed(mended.after)
    return CorrectionEntry(
        when=line.when,
        record=Link(_capital(name_of(record, archive)), address_of(record, archive)),
        part=_capital(line.part),
        said=changed(before, "" if removed else after, removed=removed),
        cause=line.cause.removesuffix("."),
        unit=unit_name(record.folder, archive.records.registries),
    )


def _brief(blocks: tuple[Block, ...]) -> str:
    words = (" ".join((one.text, *one.items)) for one in blocks)
    return excerpt(" ".join(words), LONGEST).removesuffix(".")  # it stands in a sentence


def _capital(words: str) -> str:
    return words[:1].upper() + words[1:]
