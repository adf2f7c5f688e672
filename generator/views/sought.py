"""The words residents look for things with: synonyms of themes, and how looks are told apart."""

import re
from functools import cache

from slugify import slugify

from generator.followup import FollowUp
from generator.model import Theme
from generator.status import Status
from generator.wording.badges import Mark, chosen_marks, was_shown

_WORD = re.compile(r"\w+")

UNSHOWN = "berjalan-tanpa-bukti"
"""The look of a recurring promise of which nothing was shown yet."""


@cache
def look(status: Status, *, shown: bool = True) -> str:
    """The key of a status's badge among those the search page holds."""
    return UNSHOWN if status is Status.ONGOING and not shown else slugify(status.value)


def looks(found: FollowUp, *, withheld: bool) -> tuple[str, ...]:
    """How a concern is told apart by where it stands: the key of its badge, then of its marks.

    What is far overdue is overdue too, and a promise without evidence is a running one: whoever
    asks for these finds both.
    """
    keys = [look(found.status)]
    if found.status is Status.ONGOING and not was_shown(found):
        keys.insert(0, UNSHOWN)
    keys += (mark.value for mark in chosen_marks(found, withheld=withheld))
    if found.far_overdue:
        keys.append(Mark.LATE.value)
    return tuple(keys)


def words_of(theme: Theme) -> tuple[str, ...]:
    """What a theme is found by: its name, each word for it, and each phrase written as one.

    A phrase is found as a whole (`zlampumerah`), or whoever looks for a lamp would find all that is
    about traffic. The search page writes a phrase in a question the same way.
    """
    return (theme.name, *map(_as_one, theme.synonyms))


@cache
def _as_one(synonym: str) -> str:
    parts = _WORD.findall(synonym.lower())
    return parts[0] if len(parts) == 1 else "z" + "".join(parts)
