"""Of what can be read in a file with mistakes, where nothing can be said because of them."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from typing import Any, TypeAlias

from generator.text_rules import Position, Problem

_Path: TypeAlias = tuple[str | int, ...]


@dataclass(frozen=True, slots=True)
class Doubt:
    """What of a tree is not what was typed.

    At `hidden` paths, and below, something else stands. At `loose` paths is a list, a mapping or
    what is left of one, in which something may be missing, or stand that belongs elsewhere.
    """

    hidden: frozenset[_Path] = frozenset()
    loose: frozenset[_Path] = frozenset()

    def within(self, key: str) -> "Doubt":
        """Give what is in doubt of the value of a key."""
        return Doubt(_below(key, self.hidden), _below(key, self.loose))


@dataclass(frozen=True, slots=True)
class Rest:
    """What can be read of a file with mistakes, where it stands, and what of it is in doubt."""

    tree: Any
    places: Mapping[_Path, Position]
    doubt: Doubt


def doubted(
    rest: Rest, problems: Iterable[Problem], conflicts: Iterable[range], *, is_part: bool
) -> Rest:
    """Doubt what the text as text is wrong about, too."""
    reach = Reach(rest.tree, rest.places)
    hidden, loose = set(rest.doubt.hidden), set(rest.doubt.loose)
    for one in problems:
        here = reach.on(range(one.line, one.line + 1))
        hidden.update(here)
        loose.update(path[:-1] for path in here if path)  # it may be the key that is wrong
    for lines in conflicts:
        here = reach.on(range(lines.start + 1, lines.stop + 1))
        hidden.update(here)
        loose.update(path[:length] for path in here for length in range(len(path)))
    if is_part:
        loose.add(())
    return replace(rest, doubt=Doubt(frozenset(hidden), frozenset(loose)))


def _below(key: str, paths: Iterable[_Path]) -> frozenset[_Path]:
    return frozenset(path[1:] for path in paths if path[:1] == (key,))


class Reach:
    """Tells which parts of a tree lines are part of; lines and columns count from 1."""

    def __init__(self, tree: Any, places: Mapping[_Path, Position]) -> None:
        """Take a tree and where everything in it stands."""
        self._tree = tree
        self._places = places
        self._items = {
            place for path, place in places.items() if path and isinstance(path[-1], int)
        }
        self._order = sorted((place, len(path), path) for path, place in places.items())

    def at(self, line: int, column: int) -> list[_Path]:
        """Give the innermost path that begins at a place, if one does."""
        return [path for place, path in self._innermost() if place == Position(line, column)][-1:]

    def on(self, lines: range) -> list[_Path]:
        """Give what begins in some lines, or else what goes on in them."""
        found = [path for place, path in self._innermost() if place.line in lines]
        return found or [self.before(lines.start)]

    def before(self, line: int) -> _Path:
        """Give the last path that begins above a line."""
        above = [path for place, _depth, path in self._order if place.line < line]
        return above[-1] if above else ()

    def holders(self, line: int, column: int) -> list[_Path]:
        """Give the lists and mappings a line may have been part of, if it is gone."""
        last = self.before(line)
        if self._is_nothing(last) and self._places[last].column < column:
            return [last]
        # What stood there may be the text of a key that is left without one.
        above = [last] if self._is_nothing(last) else []
        if beside := self.at(line, column) or self._first_after(line, column):
            return [beside[0][:-1], *above]
        chain = [last[:length] for length in range(len(last) + 1)]
        here = [path for path in chain if column in self._columns_in(path)]
        return [*(here[-1:] or chain), *above]

    def _first_after(self, line: int, column: int) -> list[_Path]:
        """Give the key that stands next below a line, if it does so in a column."""
        after = next((one for one in self._innermost() if one[0].line > line), None)
        if after is None or after[0].column != column or after[0] in self._items:
            return []
        return [after[1]]

    def _innermost(self) -> Iterator[tuple[Position, _Path]]:
        """Give each place with the innermost of the paths that begin there."""
        found = {place: path for place, _depth, path in self._order}
        yield from found.items()

    def _is_nothing(self, path: _Path) -> bool:
        value = self._tree
        for step in path:
            try:
                value = value[step]
            except (KeyError, IndexError, TypeError):
                return False  # a key that stands twice has only one value
        return bool(value == "")

    def _columns_in(self, path: _Path) -> set[int]:
        """Give the columns at which the keys of a mapping stand."""
        length = len(path) + 1
        return {
            place.column
            for place, depth, one in self._order
            if depth == length and one[:-1] == path and isinstance(one[-1], str)
        }
