"""A record as far as rows have told it, with the cell every part of it comes from."""

from collections.abc import Iterable
from dataclasses import dataclass, field

from generator.outline import Field
from generator.records import Kind
from generator.spreadsheet.cells import Cell, Sheet
from generator.spreadsheet.columns import FOLDER, PLACE, Column
from generator.yaml_text import Path, Plain

_ALONE = frozenset({PLACE})
"""Groups that may be many and are written without a list when there is one."""

Keys = tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Filled:
    """One filled cell of a row: its column, what it says, and whether that could be read."""

    column: Column
    cell: Cell
    value: Plain
    is_wrong: bool

    @property
    def path(self) -> Keys:
        """The keys that lead to its field."""
        return self.column.path


@dataclass(slots=True)
class Part:
    """A record, or a concern of one, as far as rows have told it.

    `tree` is what will be written. `origins` are the cells it comes from, by their place in the
    tree; `held_open` are places of which a trouble is told already.
    """

    row: int
    tree: dict[str, Plain] = field(default_factory=dict)
    origins: dict[Path, Filled] = field(default_factory=dict)
    held_open: set[Path] = field(default_factory=set)
    leaves: dict[Keys, Filled] = field(default_factory=dict)

    def take(self, one: Filled, groups: Iterable[Field]) -> None:
        """Set a value in; what is a list in the model becomes the only item of one."""
        self.leaves.setdefault(one.path, one)
        if one.path == FOLDER:
            return
        place: Path = ()
        node: Plain = self.tree
        for group in groups:
            assert isinstance(node, dict)
            is_list = group.is_many and group.key not in _ALONE
            place = (*place, group.key)
            node = node.setdefault(group.key, [{}] if is_list else {})
            if isinstance(node, list):
                place = (*place, len(node) - 1)
                node = node[-1]
        assert isinstance(node, dict)
        node[one.path[-1]] = one.value
        self.remember(one, (*place, one.path[-1]))

    def put(self, key: str, one: Filled, value: Plain) -> None:
        """Set a word in where a group would stand."""
        self.tree[key] = value
        self.remember(one, (key,))

    def remember(self, one: Filled, place: Path) -> None:
        """Keep which cell a place comes from."""
        self.origins[place] = one
        if one.is_wrong:
            self.held_open.add(place)


@dataclass(slots=True)
class Draft:
    """A session with its concerns, or a follow-up (whose `entries` are none).

    `silence` is the word the sheet gives instead of concerns, with its cell. `rows` are the numbers
    of all its rows. `references` are the cells that say which concerns a follow-up answers.
    """

    kind: Kind
    sheet: Sheet
    head: Part
    rows: list[int]
    entries: list[Part] = field(default_factory=list)
    silence: Filled | None = None
    references: list[Filled] = field(default_factory=list)
