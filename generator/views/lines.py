"""The lines of one archive, each made once: a session is listed on a dozen pages.

That each is one object lets templates render it once as well (`generator.rendering.Once`). Only
those of neighbouring pages are kept (`generator.views.neighbours`), so that memory does not grow
with the archive.
"""

from collections.abc import Iterable, MutableMapping
from typing import Any

from generator.archive import Archive, Matter
from generator.boards import Board
from generator.model import Outcome, Session, WithdrawnConcern
from generator.views.board_entry import BoardEntry, board_entry
from generator.views.concern import ConcernLine, concern_line
from generator.views.entries import AnnouncedLine, SessionLine, announced_line, session_line
from generator.views.news import ReportLine, report_line
from generator.wording.names import awaited, unit_name
from generator.wording.places import where_briefly

MOST = 32_000
"""How many lines of each kind are kept: those of concerns, the most there are, take some 16 MB."""


class Lines:
    """Gives the lines of an archive's sessions, concerns and outcomes."""

    def __init__(self, archive: Archive) -> None:
        """Take the archive; nothing is made yet."""
        self._archive = archive
        self._sessions: dict[str, SessionLine] = {}
        self._concerns: dict[str, ConcernLine | None] = {}
        self._awaited: dict[str, ConcernLine | None] = {}
        self._waiting: dict[str, BoardEntry | None] = {}
        self._reports: dict[str, ReportLine] = {}

    def session(self, session: Session) -> SessionLine:
        """Give the line of a session."""
        if (made := self._sessions.get(session.id)) is None:
            _make_room(self._sessions)
            made = self._sessions[session.id] = session_line(self._archive, session)
        return made

    def announced(self, session: Session) -> AnnouncedLine:
        """Give the line of a session still to come."""
        return announced_line(self._archive, session)

    def report(self, outcome: Outcome) -> ReportLine:
        """Give the line of an outcome."""
        if (made := self._reports.get(outcome.id)) is None:
            _make_room(self._reports)
            made = self._reports[outcome.id] = report_line(self._archive, outcome, self._concern)
        return made

    def concerns(self, matters: Iterable[Matter]) -> tuple[ConcernLine, ...]:
        """Give the lines of concerns, each with its place; withdrawn ones are left out."""
        return tuple(filter(None, map(self._concern, matters)))

    def owed(self, matters: Iterable[Matter]) -> tuple[ConcernLine, ...]:
        """Give the lines of concerns that are owed, each with the unit whose word is awaited."""
        return tuple(filter(None, map(self._owed, matters)))

    def on_board(self, board: Board, matter: Matter) -> BoardEntry | None:
        """Give a concern as it stands on a list of what is owed; None for a withdrawn one.

        Units and areas show what is waited for again; every other list is there once.
        """
        if board is not Board.WAITING:
            return self._entry(board, matter)
        if matter.id not in self._waiting:
            _make_room(self._waiting)
            self._waiting[matter.id] = self._entry(board, matter)
        return self._waiting[matter.id]

    def _entry(self, board: Board, matter: Matter) -> BoardEntry | None:
        line = self._concern(matter)
        return board_entry(self._archive, board, matter, line) if line else None

    def _concern(self, matter: Matter) -> ConcernLine | None:
        try:
            return self._concerns[matter.id]
        except KeyError:
            _make_room(self._concerns)
        session, registries = matter.session, self._archive.records.registries
        where = where_briefly(session) or unit_name(session.units[0], registries)
        made = self._concerns[matter.id] = concern_line(self._archive, matter, where)
        return made

    def _owed(self, matter: Matter) -> ConcernLine | None:
        if matter.id not in self._awaited:
            _make_room(self._awaited)
            self._awaited[matter.id] = self._line_of_owed(matter)
        return self._awaited[matter.id]

    def _line_of_owed(self, matter: Matter) -> ConcernLine | None:
        entry, registries = matter.concern, self._archive.records.registries
        if isinstance(entry, WithdrawnConcern):
            return None
        unit = awaited(matter.session.units[0], entry, registries)
        where = where_briefly(matter.session)
        return concern_line(self._archive, matter, ", ".join(filter(None, (where, unit))))


def _make_room(kept: MutableMapping[str, Any]) -> None:
    if len(kept) >= MOST:
        kept.clear()
