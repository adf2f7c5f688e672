"""How much two records have in common, to tell a renamed one from a new one."""

from collections.abc import Iterable
from typing import Any

from slugify import slugify

from generator.checks.against.meaning import told

SAME = 0.6
"""From this share of words on, two records under different names are one that was renamed."""

OTHER = 0.2
"""Up to this share of words, what stands under a name is another matter than before."""


def words_of(*values: Any) -> frozenset[str]:
    """Give the different words of everything some values hold."""
    return frozenset(word for text in told(values) for word in slugify(text).split("-") if word)


def share(one: Iterable[str], other: Iterable[str]) -> float:
    """Give the share of words two sets have in common, from 0 to 1 (Dice's coefficient)."""
    first, second = frozenset(one), frozenset(other)
    together = len(first) + len(second)
    return 2 * len(first & second) / together if together else 1.0
