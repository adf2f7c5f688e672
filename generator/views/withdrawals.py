"""The list of everything that was taken back: when and why, and nothing of what it said."""

import datetime
from collections.abc import Iterator
from functools import partial

from generator import urls
from generator.archive import Archive
from generator.language import _
from generator.news import News, Withdrawn
from generator.news.gather import withdrawals
from generator.page import Head, Page
from generator.value import value
from generator.views.follow import Follow, feed_links, follow, of_corrections
from generator.views.holdings import Holdings
from generator.views.links import Link, unit_link, way_to
from generator.views.mended import name_of
from generator.views.paging import MOST, Paging, count, numbered, paging, piece
from generator.wording.amendments import NO_WITHDRAWAL, how_many_withdrawals
from generator.wording.days import When, when_day
from generator.wording.news import taken_back


@value
class WithdrawalEntry:
    """One withdrawal: what kind of thing it was, where its place is kept, and why it went.

    `reason` is a sentence, "" where the registry has none.
    """

    when: When
    what: Link
    reason: str
    basis: str
    unit: Link


@value
class WithdrawalListView:
    """One page of all withdrawals, newest first.

    `how_many` is "" where there are none; `none` then says what that means. `follow` says on the
    first page how to hear of new ones.
    """

    how_many: str
    none: str
    withdrawals: tuple[WithdrawalEntry, ...]
    follow: Follow | None
    paging: Paging


def pages(holdings: Holdings) -> Iterator[Page]:
    """The pages of the list of withdrawals."""
    archive = holdings.archive
    found = tuple(sorted(withdrawals(archive), key=_newest_first))
    of = count((len(found), MOST))
    for part in range(1, of + 1):
        yield Page(
            address=urls.part(urls.WITHDRAWALS, part),
            section="penarikan",
            template="withdrawals.html",
            title=numbered(_("Penarikan"), part),
            description=_("Setiap catatan yang ditarik dari situs: kapan, dan mengapa."),
            view=partial(_view, archive, found, part, of),
            trail=way_to(own=Link(_("Penarikan"), urls.WITHDRAWALS), part=part),
            head=Head(feeds=feed_links(of_corrections())),
        )


def _newest_first(one: News) -> tuple[int, str]:
    return -one.day.toordinal(), one.identity


def _day(one: News) -> datetime.date:
    return one.day


def _view(archive: Archive, found: tuple[News, ...], part: int, of: int) -> WithdrawalListView:
    entries = ((one, one.subject) for one in piece(found, part))
    return WithdrawalListView(
        how_many=how_many_withdrawals(map(_day, found)),
        none="" if found else _(NO_WITHDRAWAL),
        withdrawals=tuple(
            _entry(archive, one, gone) for one, gone in entries if isinstance(gone, Withdrawn)
        ),
        follow=follow(of_corrections()) if part == 1 else None,
        paging=paging(urls.WITHDRAWALS, part, of),
    )


def _entry(archive: Archive, one: News, gone: Withdrawn) -> WithdrawalEntry:
    registries = archive.records.registries
    reason = registries.reasons.get(gone.withdrawal.reason)
    return WithdrawalEntry(
        when=when_day(gone.withdrawal.date),
        what=Link(_called(archive, one, gone), _address(one, gone)),
        reason=reason.sentence if reason else "",
        basis=gone.withdrawal.basis.removesuffix("."),
        unit=unit_link(gone.folder, registries),
    )


def _address(one: News, gone: Withdrawn) -> str:
    """The page that says so; of a concern without its id, which is a word of the record too."""
    return urls.session(one.sessions[0].id) if one.sessions else gone.address


def _called(archive: Archive, one: News, gone: Withdrawn) -> str:
    """What was taken back; a session that is still there is named, for it tells nothing of it."""
    what = taken_back(gone.what)
    what = what[:1].upper() + what[1:]
    if not one.sessions:
        return what
    return _("{what} dalam {session}").format(what=what, session=name_of(one.sessions[0], archive))
