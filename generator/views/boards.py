"""The lists of what is owed or open: all of them on one page, each on pages of its own.

A unit's own list is made in the same way, from what it and the units under it owe.
"""

from collections.abc import Iterator, Sequence
from functools import partial

from generator import urls
from generator.archive import Matter
from generator.boards import Board
from generator.language import _
from generator.model import Session, Unit
from generator.page import Head, Page
from generator.value import value
from generator.views.area import area_title
from generator.views.area_front import has_more_owed
from generator.views.board_entry import BoardEntry
from generator.views.entries import SessionLine
from generator.views.follow import (
    Follow,
    Followed,
    feed_links,
    follow,
    of_area,
    of_overdue,
    of_site,
    of_unit,
)
from generator.views.holdings import Holdings
from generator.views.links import Link, unit_link, units_above, way_to
from generator.views.paging import MOST, Paging, count, numbered, paging, piece
from generator.views.unit import unit_title
from generator.views.unit_front import waiting_page
from generator.wording.boards import BoardWords, board_words
from generator.wording.days import When, number, when_day

SECTION = "papan"

_LATE = frozenset({Board.OVERDUE, Board.JUST_CROSSED})


@value
class BoardLine:
    """One list with how many stand on it (`tidak ada` for none) and what that means."""

    address: str
    name: str
    how_many: str
    is_none: bool
    meaning: str


@value
class BoardIndexView:
    """All lists as they are on a day; a concern may be on several."""

    as_of: When
    boards: tuple[BoardLine, ...]


@value
class BoardView:
    """One page of a list, oldest first.

    `words` say what it is, `how_many` stand on it in all on the day `as_of`. A list holds
    `entries`, or `sessions` without a report; a unit's holds both.
    `follow` says on the first page how to follow what is on it.
    """

    name: str
    words: BoardWords
    as_of: When
    how_many: str
    entries: tuple[BoardEntry, ...]
    sessions: tuple[SessionLine, ...]
    follow: Follow | None
    paging: Paging


@value
class _List:
    """A list before it is cut into pages."""

    address: str
    above: tuple[Link, ...]
    name: str
    board: Board
    matters: tuple[Matter, ...]
    sessions: tuple[Session, ...]
    followed: Followed


def index_pages(holdings: Holdings) -> Iterator[Page]:
    """The page of all lists, which is one."""
    yield Page(
        address=urls.BOARD,
        section=SECTION,
        template="boards.html",
        title=_("Papan"),
        description=_("Daftar terbuka: apa yang masih ditunggu, lewat tenggat, atau disanggah."),
        view=partial(_index_view, holdings),
    )


def pages(holdings: Holdings) -> Iterator[Page]:
    """Every page of every list of the whole site."""
    for board in Board:
        words = board_words(board)
        found = _List(
            address=urls.board(board),
            above=(Link(_("Papan"), urls.BOARD),),
            name=words.name,
            board=board,
            matters=holdings.boards.matters.get(board, ()),
            sessions=holdings.boards.unreported if board is Board.UNREPORTED else (),
            followed=of_overdue() if board in _LATE else of_site(),
        )
        yield from _pages(holdings, found, SECTION, _title_of(board, words), words.what)


def unit_pages(holdings: Holdings) -> Iterator[Page]:
    """Every page of the list of each unit that owes something.

    What the headquarters owe is what everybody does: there the lists of the whole site are it.
    """
    registries = holdings.archive.records.registries
    for key, unit in holdings.units.items():
        held = holdings.by_unit[key]
        address = waiting_page(unit)
        if address == urls.BOARD or not (held.owed or held.unreported):
            continue
        found = _List(
            address=address,
            above=(*units_above(key, registries), unit_link(key, registries)),
            name=_("Yang masih ditunggu dari {unit}").format(unit=unit.name),
            board=Board.WAITING,
            matters=held.owed,
            sessions=held.unreported,
            followed=of_unit(unit, registries),
        )
        title = _("Yang masih ditunggu dari {unit}").format(unit=unit_title(unit, holdings))
        yield from _pages(holdings, found, "satuan", title, _of_unit(unit))


def area_pages(holdings: Holdings) -> Iterator[Page]:
    """Every page of the list of each area to which more is owed than its own page shows."""
    for key, area in holdings.archive.areas.items():
        held = holdings.by_area[key]
        if not has_more_owed(held):
            continue
        name = _("Yang masih ditunggu warga {area}").format(area=area.name)
        found = _List(
            address=urls.area_waiting(key),
            above=(
                Link(_("Wilayah"), urls.AREAS),
                *(Link(one.name, urls.area(one.key)) for one in area.line),
            ),
            name=name,
            board=Board.WAITING,
            matters=held.owed,
            sessions=held.unreported,
            followed=of_area(area),
        )
        title = _("Yang masih ditunggu warga {area}").format(area=area_title(area))
        what = _("Apa yang masih ditunggu warga {area} dari polisi, dan sejak kapan.")
        yield from _pages(holdings, found, "wilayah", title, what.format(area=area.name))


def _pages(
    holdings: Holdings, found: _List, section: str, title: str, description: str
) -> Iterator[Page]:
    of = count((len(found.matters) + len(found.sessions), MOST))
    for part in range(1, of + 1):
        yield Page(
            address=urls.part(found.address, part),
            section=section,
            template="board.html",
            title=numbered(title, part),
            description=description,
            view=partial(_view, holdings, found, part, of),
            trail=way_to(*found.above, own=Link(found.name, found.address), part=part),
            head=Head(feeds=feed_links(found.followed)),
        )


def _title_of(board: Board, words: BoardWords) -> str:
    return words.name if board is Board.WAITING else f"{_('Papan')}: {words.name.lower()}"


def _of_unit(unit: Unit) -> str:
    return _("Apa yang masih ditunggu warga dari {unit}, dan sejak kapan.").format(unit=unit.name)


def _index_view(holdings: Holdings) -> BoardIndexView:
    return BoardIndexView(
        as_of=when_day(holdings.archive.today),
        boards=tuple(_board_line(board, holdings.boards.length(board)) for board in Board),
    )


def _board_line(board: Board, length: int) -> BoardLine:
    words = board_words(board)
    return BoardLine(
        address=urls.board(board),
        name=words.name,
        how_many=_how_many(length, words),
        is_none=not length,
        meaning=words.what,
    )


def _how_many(length: int, words: BoardWords) -> str:
    return words.of_what.format(count=number(length)) if length else _("tidak ada")


def _view(holdings: Holdings, found: _List, part: int, of: int) -> BoardView:
    words = board_words(found.board)
    everything: Sequence[Matter | Session] = (*found.matters, *found.sessions)
    here = piece(everything, part)
    matters = [one for one in here if isinstance(one, Matter)]
    return BoardView(
        name=found.name,
        words=words,
        as_of=when_day(holdings.archive.today),
        how_many=_how_many(len(everything), words),
        entries=tuple(filter(None, (holdings.lines.on_board(found.board, one) for one in matters))),
        sessions=tuple(holdings.lines.session(one) for one in here if isinstance(one, Session)),
        follow=follow(found.followed) if part == 1 else None,
        paging=paging(found.address, part, of),
    )
