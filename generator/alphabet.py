"""Long lists of names cut by how they begin, so that no piece grows however many there are.

A piece is known by the letters all its names begin with. When names are added a piece may be cut
further, and what it was is then the way to the new ones: what its letters stand for stays.
"""

from bisect import bisect_right
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from typing import Generic, TypeVar

Thing = TypeVar("Thing")
Entry = tuple[str, Thing]
Fits = Callable[[Sequence[Entry[Thing]]], bool]

_LAST = "\uffff"


@dataclass(frozen=True, slots=True)
class Branch(Generic[Thing]):
    """Everything whose name begins with `prefix`.

    `things` stand here, each once; `below` are the longer prefixes that lead to the others, in
    order. `count` is how many different things there are in all.
    """

    prefix: str
    things: tuple[Thing, ...]
    below: tuple["Branch[Thing]", ...]
    count: int

    def __iter__(self) -> Iterator["Branch[Thing]"]:
        """Give this branch and all below it, each before its own."""
        yield self
        for one in self.below:
            yield from one


def grow(
    entries: Sequence[Entry[Thing]], fits: Fits[Thing], least: int = 2, prefix: str = ""
) -> Branch[Thing]:
    """Cut names and what they name, in the order of names, into pieces that each fit.

    Fewer than `least` names make no piece: they stand where the others part, as does a name that
    ends there. Names that are all the same are never cut.
    """
    if fits(entries) or entries[0][0] == entries[-1][0]:
        found = dict.fromkeys(thing for _name, thing in entries)
        return Branch(prefix, tuple(found), (), len(found))
    shared = _begin_alike(entries[0][0], entries[-1][0])
    things: list[Thing] = []
    below: list[Branch[Thing]] = []
    for piece in _pieces(entries, shared):
        first = piece[0][0]
        if len(piece) < least or len(first) == shared:
            things += [thing for _name, thing in piece]
        else:
            below.append(grow(piece, fits, least, first[: shared + 1]))
    count = len({thing for _name, thing in entries})
    return Branch(prefix, tuple(dict.fromkeys(things)), tuple(below), count)


def _begin_alike(one: str, other: str) -> int:
    """How many letters two names have in common before they part."""
    pairs = enumerate(zip(one, other, strict=False))
    return next((at for at, (a, b) in pairs if a != b), min(len(one), len(other)))


def _pieces(entries: Sequence[Entry[Thing]], at: int) -> Iterator[Sequence[Entry[Thing]]]:
    """Cut where the letter at a place changes; names that end there come first."""
    start = 0
    while start < len(entries):
        first = entries[start][0]
        last = first[: at + 1] + _LAST if len(first) > at else first
        end = bisect_right(entries, last, start, key=lambda one: one[0])
        yield entries[start:end]
        start = end
