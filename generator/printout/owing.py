"""What is owed on a day, by everybody or by one unit and those under it."""

from collections import Counter
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from datetime import date

from generator import boards
from generator.archive import Archive, Matter
from generator.boards import Board
from generator.figures import Tally, tally
from generator.model import Session, Unit


@dataclass(frozen=True, slots=True)
class Only:
    """Which part of what is owed is asked for: past its deadline, without word, or what is both."""

    overdue: bool = False
    owed: bool = False

    @property
    def lists(self) -> tuple[Board, ...]:
        """The lists a concern has to be on; it takes its place on the first of them."""
        asked = ((self.overdue, Board.OVERDUE), (self.owed, Board.WORD_OWED))
        return tuple(board for is_asked, board in asked if is_asked) or (Board.WAITING,)

    @property
    def asks_for_all(self) -> bool:
        """Whether nothing is left out."""
        return self.lists == (Board.WAITING,)


@dataclass(frozen=True, slots=True)
class Owing:
    """What is owed on a day.

    `unit` is None for the whole archive; with it everything is its own and that of the units under
    it. `tally` counts all concerns and `lists` says how many stand on each list of the site,
    whatever part is asked for. `debts` are the concerns that are owed, in the order of their list
    on the site. `unreported` are the sessions whose day passed without a report, longest first; ()
    where only a part is asked for.
    """

    today: date
    unit: Unit | None
    only: Only
    tally: Tally
    lists: Mapping[Board, int]
    debts: tuple[Matter, ...]
    unreported: tuple[Session, ...]


def owing(archive: Archive, unit: Unit | None = None, only: Only | None = None) -> Owing:
    """Give what is owed."""
    only = only or Only()
    is_theirs = _held_by(unit, archive)
    matters = [one for one in archive.matters.values() if is_theirs(one.session)]
    unreported = [one for one in archive.unreported if is_theirs(one)]
    on = {
        matter.id: boards.lists_of(matter.follow_up, archive.today)
        for matter in matters
        if matter.follow_up
    }
    debts = [one for one in matters if on.get(one.id, frozenset()).issuperset(only.lists)]
    return Owing(
        today=archive.today,
        unit=unit,
        only=only,
        tally=tally(matters),
        lists=_lengths(on.values(), len(unreported)),
        debts=tuple(sorted(debts, key=lambda one: boards.place(only.lists[0], one))),
        unreported=tuple(sorted(unreported, key=boards.longest_waiting))
        if only.asks_for_all
        else (),
    )


def _held_by(unit: Unit | None, archive: Archive) -> Callable[[Session], bool]:
    """Whether a session is one of a unit's or of those under it, as on the unit's page."""
    if unit is None:
        return lambda _session: True
    held = {one.id for one in archive.by_unit.get(unit.id, ())}
    return lambda session: session.id in held


def _lengths(on: Iterable[frozenset[Board]], unreported: int) -> dict[Board, int]:
    found = Counter(board for boards_of_one in on for board in boards_of_one)
    found[Board.UNREPORTED] = unreported
    return {board: found[board] for board in Board}
