"""What was found quiet in this run, so that it is searched once, however many files hold it.

The pages of a site share most of what they hold: the frame around them, names of units, whole
entries of lists. A piece counts as seen only after the file it came with was found clean.
"""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Any, TypeVar

_MOST_KEPT = 250_000
"""Pieces; a run over more begins anew, so memory does not grow with the archive."""


Piece = TypeVar("Piece", str, bytes)


@dataclass(slots=True)
class Seen:
    """Pieces of files by how they are read: the same letters say something else as a tag."""

    _quiet: dict[str, set[Any]] = field(default_factory=lambda: defaultdict(set))
    _new: list[tuple[str, set[Any]]] = field(default_factory=list)

    def fresh(self, way: str, pieces: Iterable[Piece]) -> set[Piece]:
        """Give the pieces that have to be looked at, each once in a file."""
        quiet = self._quiet[way]
        found = set(pieces) - quiet
        quiet |= found
        self._new.append((way, found))
        return found

    def withdraw(self, way: str, pieces: set[Piece]) -> None:
        """Know nothing of pieces that were fresh, and have not been looked at in this way."""
        self._quiet[way] -= pieces

    def settle(self, *, is_clean: bool) -> None:
        """Say at the end of a file whether anything was found in what was fresh."""
        for way, found in self._new:
            quiet = self._quiet[way]
            if not is_clean:
                quiet -= found
            elif len(quiet) > _MOST_KEPT:
                quiet.clear()
        self._new.clear()
