"""The known word that somebody probably meant."""

from collections.abc import Iterable
from difflib import get_close_matches
from functools import lru_cache

CLOSE_ENOUGH = 0.7
"""Share of letters two words must have in common (Ratcliff and Obershelp, as difflib counts)."""


def nearest(word: str, known: Iterable[str]) -> str | None:
    """Give the known word closest to what was typed, or None when none is close enough."""
    return _nearest(word, tuple(known))


# One wrong key often stands in thousands of records, and there can be thousands of known ones.
@lru_cache(maxsize=1_000)
def _nearest(word: str, known: tuple[str, ...]) -> str | None:
    spelling = {one.casefold(): one for one in known}
    found = get_close_matches(word.casefold(), spelling, n=1, cutoff=CLOSE_ENOUGH)
    return spelling[found[0]] if found else None
