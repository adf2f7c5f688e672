"""Under which words a village is looked for, by those who type its name or leaf through a list."""

from collections.abc import Iterable

from generator.alphabet import Entry
from generator.areas import Area, bare_spelling, spelling

_NOT_SAID = ("kelurahan-", "kalurahan-")
_BETWEEN = "--"
"""Stands between a name and the wider ones; no spelling holds it, so namesakes part there.

A name comes before all that begin with it: `sukamaju--banjar` before `sukamaju-baru--banjar`.
"""


def words_of(village: Area) -> tuple[str, ...]:
    """Give the words a village is found by: its name, then the names of all it lies in.

    `Nagari Surian` is found under both words, `Kelurahan Menteng` under `menteng` alone.
    """
    full = spelling(village.village)
    names = dict.fromkeys((bare_spelling(village.village), full))
    wider = [spelling(one) for one in reversed(village.names[:3]) if one]
    return tuple(_BETWEEN.join((name, *wider)) for name in names if not name.startswith(_NOT_SAID))


def said(words: str) -> str:
    """The beginning of such words as people read it: `sukamaju--ban` is `Sukamaju, ban…`."""
    return f"{words.capitalize()}…".replace(_BETWEEN, ", ").replace("-", " ")


def listing(areas: Iterable[Area]) -> list[Entry[Area]]:
    """Give every village with each of its words, in their order."""
    return sorted((words, one) for one in areas if one.village for words in words_of(one))
