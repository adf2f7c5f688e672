"""What was found quiet in this run, so that it is searched once, however many files hold it.

The pages of a site share most of what they hold: the frame around them, names of units, whole
entries of lists. A piece counts as seen only after the file it came with was found clean.
"""

from collections.abc import Iterable
from dataclasses import dataclass, field

_MOST_KEPT = 250_000
"""Pieces; a run over more begins anew, so memory does not grow with the archive."""


@dataclass(slots=True)
class Seen:
    """Pieces of files by how they are read: the same letters say something else as a tag."""

    _quiet: dict[str, set[str]] = field(default_factory=dict)
    _waiting: dict[str, set[str]] = field(default_factory=dict)

    def fresh(self, way: str, pieces: Iterable[str]) -> set[str]:
        """Give the pieces that have to be looked at, each once in a file."""
        found = set(pieces)
        if quiet := self._quiet.get(way):
            found -= quiet
        if waiting := self._waiting.get(way):
            found -= waiting
            waiting |= found
        else:
            self._waiting[way] = set(found)
        return found

    def settle(self, *, is_clean: bool) -> None:
        """Say at the end of a file whether anything was found in what was fresh."""
        if is_clean:
            for way, waiting in self._waiting.items():
                quiet = self._quiet.setdefault(way, set())
                if len(quiet) > _MOST_KEPT:
                    quiet.clear()
                quiet |= waiting
        self._waiting.clear()
