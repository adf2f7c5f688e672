"""The lines of one archive, each made once: a session is listed on a dozen pages."""

from collections.abc import Iterable

from generator.archive import Archive, Matter
from generator.model import Outcome, Session, WithdrawnConcern
from generator.views.concern import ConcernLine, concern_line
from generator.views.entries import AnnouncedLine, SessionLine, announced_line, session_line
from generator.views.news import ReportLine, report_line
from generator.wording.names import awaited, unit_name
from generator.wording.places import where_briefly


class Lines:
    """Gives the lines of an archive's sessions, concerns and outcomes."""

    def __init__(self, archive: Archive) -> None:
        """Take the archive; nothing is made yet."""
        self._archive = archive
        self._sessions: dict[str, SessionLine] = {}
        self._concerns: dict[str, ConcernLine | None] = {}

    def session(self, session: Session) -> SessionLine:
        """Give the line of a session."""
        if (made := self._sessions.get(session.id)) is None:
            made = self._sessions[session.id] = session_line(self._archive, session)
        return made

    def announced(self, session: Session) -> AnnouncedLine:
        """Give the line of a session still to come."""
        return announced_line(self._archive, session)

    def report(self, outcome: Outcome) -> ReportLine:
        """Give the line of an outcome."""
        return report_line(self._archive, outcome, self._concern)

    def concerns(self, matters: Iterable[Matter]) -> tuple[ConcernLine, ...]:
        """Give the lines of concerns, each with its place; withdrawn ones are left out."""
        return tuple(filter(None, map(self._concern, matters)))

    def owed(self, matters: Iterable[Matter]) -> tuple[ConcernLine, ...]:
        """Give the lines of concerns that are owed, each with the unit whose word is awaited."""
        return tuple(filter(None, map(self._owed, matters)))

    def _concern(self, matter: Matter) -> ConcernLine | None:
        if matter.id not in self._concerns:
            session, registries = matter.session, self._archive.records.registries
            where = where_briefly(session) or unit_name(session.units[0], registries)
            self._concerns[matter.id] = concern_line(self._archive, matter, where)
        return self._concerns[matter.id]

    def _owed(self, matter: Matter) -> ConcernLine | None:
        entry, registries = matter.concern, self._archive.records.registries
        if isinstance(entry, WithdrawnConcern):
            return None
        unit = awaited(matter.session.units[0], entry, registries)
        where = where_briefly(matter.session)
        return concern_line(self._archive, matter, ", ".join(filter(None, (where, unit))))
