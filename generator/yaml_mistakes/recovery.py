"""Reading on behind mistakes: every one of them is told in one run, and what is sound is kept.

libyaml stops at the first line it cannot read. So that line is told, and as little as possible of
what hangs on it is taken away, each line staying where it is, until the rest can be read. What was
taken away is in doubt: no mistake may be followed by others that are none.
"""

from collections import defaultdict
from collections.abc import Callable, Sequence
from dataclasses import replace
from itertools import pairwise
from typing import Any, Protocol, TypeAlias

from generator.text_rules import Position, Problem
from generator.yaml_mistakes import layout, sentences
from generator.yaml_mistakes.doubt import Doubt, Reach, Rest, doubted
from generator.yaml_mistakes.entries import holder_of, holds_nothing
from generator.yaml_mistakes.repair import ANYWHERE, Repair
from generator.yaml_mistakes.repairs import repairs

_Path: TypeAlias = tuple[str | int, ...]
_MAX_FAULTS = 25
MAX_READINGS = 100
"""A file is read at most so often; each time takes what its length takes, and no more."""


class Watched(Protocol):
    """What one reading of a text gives: the tree, None where there is none, and its places.

    `problems` are what could be read and is wrong, at `hidden` paths; `fault` is what could not be
    read beyond.
    """

    tree: Any
    places: dict[_Path, Position]
    problems: list[Problem]
    hidden: set[_Path]
    fault: Problem | None


Watch: TypeAlias = Callable[[str, bool], Watched]
"""Reads a text; the flag says whether it is the whole file, as it was typed."""


def read_on(
    text: str, watch: Watch, problems: Sequence[Problem]
) -> tuple[list[Problem], Rest | None]:
    """Read a text and give everything that is wrong with it, and what can be read besides.

    `problems` are those of the text as text, which are told already.
    """
    lines, conflicts = layout.one_side(text.split("\n"))
    documents = list(layout.documents(lines))[:_MAX_FAULTS]
    ends = [*(start for start, _problem in documents[1:]), len(lines)]
    found = [problem for _start, problem in documents if problem]
    reader = _Reader(watch, is_whole=not conflicts and len(documents) == 1)
    rest = reader.read(lines[: ends[0]])
    found += reader.problems
    for start, end in pairwise(ends):
        if reader.readings <= 0:
            break
        other = _Reader(watch, is_whole=False, readings=reader.readings)
        other.read([*[""] * start, *lines[start:end]])
        found += other.problems
        reader.readings = other.readings
    if rest is None:
        return found, None
    told = [one for one in problems if one.line - 1 not in reader.tabs]
    return found, doubted(rest, told, conflicts, is_part=len(documents) > 1)


class _Reader:
    """Reads one document to its end."""

    def __init__(self, watch: Watch, *, is_whole: bool, readings: int = MAX_READINGS) -> None:
        self._watch = watch
        self._is_whole = is_whole
        self.readings = readings
        self.problems: list[Problem] = []
        self.tabs: list[int] = []
        self._lines: list[str] = []
        self._emptied: list[tuple[int, int]] = []
        self._dropped: list[tuple[int, int]] = []
        self._strayed: list[int] = []
        self._moved: dict[int, list[tuple[int, int]]] = defaultdict(list)

    def read(self, lines: list[str]) -> Rest | None:
        """Give what can be read; what is wrong with it is in `problems`."""
        self._lines, self.tabs = lines, layout.tab_lines(lines)
        seen = self._without_tabs() if self.tabs else self._try(lines)
        for _number in range(_MAX_FAULTS):
            if seen.fault is None:
                break
            found = self._past(seen.fault)
            self._tell(seen.fault, found[0] if found else None)
            if found is None:
                break
            repair, seen = found
            self._take(repair)
        self.problems += map(self._as_typed, seen.problems)
        return self._rest(seen) if seen.fault is None and isinstance(seen.tree, dict) else None

    def _try(self, lines: Sequence[str]) -> Watched:
        self.readings -= 1
        return self._watch("\n".join(lines), self._is_whole and lines is self._lines)

    def _without_tabs(self) -> Watched:
        """Take the width of a tab with which most can be read."""
        self._is_whole = False
        tries: list[tuple[tuple[bool, int, int], list[str], Watched]] = []
        for width in layout.TAB_WIDTHS:
            lines = list(self._lines)
            for number in self.tabs:
                lines[number] = layout.with_spaces(lines[number], width)
            seen = self._try(lines)
            is_right, far = _how_far(seen.fault)
            lost = sum(holds_nothing(lines, number) for number in self.tabs)
            tries.append(((is_right, -lost, far), lines, seen))
        _far, lines, seen = max(tries, key=lambda one: one[0])
        for number in self.tabs:
            self._moved[number].append((0, len(lines[number]) - len(self._lines[number])))
        self._lines = lines
        self._strayed += self.tabs
        return seen

    def _past(self, fault: Problem) -> tuple[Repair, Watched] | None:
        """Give the first guess that leads on behind a fault."""
        for together in repairs(self._lines, fault):
            tried = [(one, self._try(self._with(one))) for one in together[: self.readings]]
            good = [
                (one, seen)
                for one, seen in tried
                if _leads_on(one, fault, seen) and not self._hangs_on(one, seen.fault)
            ]
            if good:
                return min(good, key=lambda one: _how_near(*one))
        return None

    def _hangs_on(self, repair: Repair, fault: Problem | None) -> bool:
        """Whether a line that only has its signs right now has others below that it cannot hold."""
        if (
            fault is None
            or repair.beyond != ANYWHERE
            or fault.message not in sentences.about_place()
        ):
            return False
        holder = holder_of(self._with(repair), fault.line - 1)
        return holder is not None and holder.line in repair.lines and not holder.holds_entries

    def _with(self, repair: Repair) -> list[str]:
        lines = list(self._lines)
        for number, line in repair.lines.items():
            lines[number] = line
        return lines

    def _take(self, repair: Repair) -> None:
        self._dropped += repair.dropped
        self._emptied += repair.emptied
        self._strayed += repair.strayed
        for number, moved in repair.moved.items():
            self._moved[number].append(moved)
        self._lines = self._with(repair)

    def _tell(self, fault: Problem, repair: Repair | None) -> None:
        """Tell a fault, unless it is about the place of a line among others that tabs moved."""
        if self.tabs and fault.message in sentences.about_place():
            number = fault.line - 1
            holder = holder_of(self._lines, number)
            if any((holder.line if holder else 0) <= tab <= number for tab in self.tabs):
                return
        self.problems.append(self._as_typed((repair and repair.told) or fault))

    def _as_typed(self, problem: Problem) -> Problem:
        return replace(problem, column=self._column(problem.line, problem.column))

    def _column(self, line: int, column: int) -> int:
        for start, by in reversed(self._moved.get(line - 1, ())):
            if column > start:
                column = max(start + 1, column - by)
        return column

    def _rest(self, seen: Watched) -> Rest:
        reach = Reach(seen.tree, seen.places)
        hidden, loose = set(seen.hidden), set[_Path]()
        for line, column in self._emptied:
            here = reach.at(line + 1, column + 1)
            hidden.update(here)
            if not here:
                loose.update(reach.holders(line + 1, column + 1))
        no_keys = [path for path in seen.hidden if path[-1:] == ("",) and path in seen.places]
        nowhere = [(seen.places[path].line - 1, -1) for path in no_keys]
        for line, column in (*self._dropped, *nowhere):
            loose.update(reach.holders(line + 1, column + 1))
        for line in self._strayed:
            for path in reach.on(range(line + 1, line + 2)):
                before = reach.before(line + 1)
                holders = {path[:-1], path[:-2], *(before[:n] for n in range(1, len(before) + 1))}
                loose |= holders - {()} if line in self.tabs else holders
        places = {
            path: Position(place.line, self._column(place.line, place.column))
            for path, place in seen.places.items()
        }
        return Rest(seen.tree, places, Doubt(frozenset(hidden), frozenset(loose)))


def _leads_on(repair: Repair, fault: Problem, seen: Watched) -> bool:
    """Whether a guess leads on behind a fault, without making up something else."""
    if any(one.line - 1 in repair.strayed for one in seen.problems):
        return False
    if seen.fault is None:
        return True
    place = (seen.fault.line, seen.fault.column)
    return place > repair.beyond and place != (fault.line, fault.column)


def _how_far(fault: Problem | None) -> tuple[bool, int]:
    """Order readings: the further all lines are where they belong, the better."""
    if fault is None:
        return True, 1
    return (True, 0) if fault.message not in sentences.about_place() else (False, fault.line)


def _how_near(repair: Repair, seen: Watched) -> tuple[bool, int, int, int]:
    """Order guesses where a line belongs: the further others are in line then, the better."""
    if seen.fault and seen.fault.message in sentences.about_place():
        return True, -seen.fault.line, len(seen.problems), repair.rank
    return False, 0, len(seen.problems), repair.rank
