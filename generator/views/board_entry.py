"""One concern on a list of what is owed or open."""

from generator.archive import Archive, Matter
from generator.boards import Board
from generator.model import Concern
from generator.value import value
from generator.views.concern import ConcernLine
from generator.views.links import Link, unit_link
from generator.wording.debts import owed


@value
class BoardEntry:
    """One concern on a list: its line, what is owed and since when, and the unit it awaits."""

    line: ConcernLine
    owed: str
    unit: Link


def board_entry(archive: Archive, board: Board, matter: Matter, line: ConcernLine) -> BoardEntry:
    """Give a concern as it stands on a list; `line` is how it stands on any other."""
    registries = archive.records.registries
    awaits = matter.concern.awaits if isinstance(matter.concern, Concern) else None
    unit = unit_link(awaits or matter.session.units[0], registries)
    return BoardEntry(line, owed(board, matter, registries), unit)
