"""Long lists, cut into pages: every page holds a bounded piece and knows the way to the others."""

from collections.abc import Sequence
from typing import TypeVar

from generator import urls
from generator.language import _
from generator.value import value

MOST = 50
"""The most records any page lists, all its lists together."""

_NEAR = 1  # how many neighbours are linked by number on either side

Entry = TypeVar("Entry")


@value
class PartLink:
    """A link to one page of a list; `gap` says that pages before it are left out."""

    number: int
    address: str
    current: bool
    gap: bool


@value
class Paging:
    """Where a page stands among the pages of its list; numbers count from 1.

    `previous` and `next` are addresses, "" where there is none. `links` lead to the first and the
    last page and to the neighbours, so that they stay few however long the list is.
    """

    number: int
    count: int
    previous: str
    next: str
    links: tuple[PartLink, ...]

    @property
    def is_first(self) -> bool:
        """Whether this is where the list begins, and what belongs to no piece is shown."""
        return self.number == 1


def count(*lists: tuple[int, int]) -> int:
    """How many pages it takes to show lists side by side, each given as its length and its cut.

    An empty list still has its one page.
    """
    return max(1, *(-(-length // cut) for length, cut in lists))


def piece(entries: Sequence[Entry], number: int, cut: int = MOST) -> Sequence[Entry]:
    """The part of a list that stands on page `number`, at most `cut` long."""
    return entries[(number - 1) * cut : number * cut]


def numbered(title: str, number: int) -> str:
    """The title of page `number`: no two pages of the site share one."""
    if number == 1:
        return title
    return _("{title}, halaman {number}").format(title=title, number=number)


def paging(address: str, number: int, of: int) -> Paging:
    """Say where page `number` of the list at an address stands among `of` pages."""
    return Paging(
        number=number,
        count=of,
        previous=urls.part(address, number - 1) if number > 1 else "",
        next=urls.part(address, number + 1) if number < of else "",
        links=_links(address, number, of) if of > 1 else (),
    )


def _links(address: str, number: int, of: int) -> tuple[PartLink, ...]:
    near = range(max(1, number - _NEAR), min(of, number + _NEAR) + 1)
    shown = sorted({1, *near, of})
    return tuple(
        PartLink(each, urls.part(address, each), current=each == number, gap=each - before > 1)
        for before, each in zip((0, *shown), shown, strict=False)
    )
