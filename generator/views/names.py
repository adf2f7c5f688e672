"""Indexes of names, each of which leads to a page of its own."""

from collections.abc import Callable, Iterator, Sequence
from functools import partial
from typing import TypeVar

from generator import urls
from generator.page import Page
from generator.value import value
from generator.views.entries import NameLine
from generator.views.links import Link, way_to
from generator.views.paging import MOST, Paging, count, numbered, paging, piece

Named = TypeVar("Named")


@value
class NamesView:
    """One page of an index of names, in their order."""

    names: tuple[NameLine, ...]
    paging: Paging


def index_pages(
    own: Link,
    template: str,
    description: str,
    named: Sequence[Named],
    line: Callable[[Named], NameLine],
) -> Iterator[Page]:
    """The pages of an index; `own` is its name and address, which begins with its section."""
    of = count((len(named), MOST))
    for part in range(1, of + 1):
        yield Page(
            address=urls.part(own.address, part),
            section=own.address.partition("/")[0],
            template=template,
            title=numbered(own.words, part),
            description=description,
            view=partial(_view, own.address, named, line, part, of),
            trail=way_to(own=own, part=part),
        )


def _view(
    address: str, named: Sequence[Named], line: Callable[[Named], NameLine], part: int, of: int
) -> NamesView:
    return NamesView(tuple(map(line, piece(named, part))), paging(address, part, of))
