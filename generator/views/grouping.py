"""Grouping: what belongs to which page, and the newest of it."""

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator
from itertools import islice
from typing import TypeVar

from generator.archive import Archive, Matter
from generator.model import Session

Key = TypeVar("Key")
Thing = TypeVar("Thing")

NEWEST = 5
"""How many of what lies further down a unit or an area are shown above it."""


def grouped(
    things: Iterable[Thing], keys: Callable[[Thing], Iterable[Key]]
) -> dict[Key, tuple[Thing, ...]]:
    """Give the things of each key, in the order given; a thing may have several keys."""
    found: dict[Key, list[Thing]] = defaultdict(list)
    for thing in things:
        for key in keys(thing):
            found[key].append(thing)
    return {key: tuple(value) for key, value in found.items()}


def newest(things: Iterable[Thing]) -> tuple[Thing, ...]:
    """Give the first few of things that come newest first."""
    return tuple(islice(things, NEWEST))


def live_matters(archive: Archive, sessions: Iterable[Session]) -> Iterator[Matter]:
    """Give the concerns and promises of sessions, in their order; withdrawn ones left out."""
    for session in sessions:
        for matter in archive.matters_of.get(session.id, ()):
            if matter.follow_up:
                yield matter
