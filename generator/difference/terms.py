"""What a change is that residents will see, and how grave it is for them."""

from dataclasses import dataclass
from enum import IntEnum


class Gravity(IntEnum):
    """How grave a change is for residents, the gravest first."""

    FORBIDDEN = 0
    """Something published says something else, or is gone, and nothing says so openly."""

    WORSE = 1
    WITHDRAWN = 2
    CORRECTED = 3
    CHANGED = 4
    NEW = 5
    BETTER = 6


@dataclass(frozen=True, slots=True)
class Change:
    """One change, in a sentence or two.

    The words hold typed text as it was typed: whoever sets them into Markdown has to escape them.
    """

    gravity: Gravity
    words: str


@dataclass(frozen=True, slots=True)
class Group:
    """What changes on one page of the site, the gravest first; `address` is relative to its root.

    `title` names nothing of what was taken back or is gone.
    """

    title: str
    address: str
    changes: tuple[Change, ...]


@dataclass(frozen=True, slots=True)
class Difference:
    """All that residents will see change, the pages with the gravest change first.

    `names` are changes of registries, which show on many pages. `unread` is how many of the
    earlier records could not be read, so that nothing can be said of them;
    `behind` how many files are newer there, and not compared.
    """

    groups: tuple[Group, ...]
    names: tuple[Change, ...]
    unread: int
    behind: int = 0

    def count(self, *gravities: Gravity) -> int:
        """Say how many changes there are of these gravities; of none named, how many in all."""
        every = [change for group in self.groups for change in group.changes] + list(self.names)
        return sum(not gravities or change.gravity in gravities for change in every)
