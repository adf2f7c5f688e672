"""What lies around a session: the one before, the one after, and concerns like those raised there.

The indexes are made once and hold a few concerns for each key, so that what a page costs does not
grow with the archive.
"""

from collections import defaultdict
from collections.abc import Iterable
from itertools import chain, pairwise
from typing import TypeAlias

from generator import urls
from generator.archive import Archive, Matter
from generator.model import Commitment, Concern, Session
from generator.value import value
from generator.views.concern import ConcernLine, is_withheld
from generator.views.grouping import grouped
from generator.views.lines import Lines
from generator.wording import sittings
from generator.wording.days import when

RELATED = 5
"""How many concerns of other sessions a page leads to."""


@value
class Neighbour:
    """The session before or after another; `day` is its date in words."""

    address: str
    name: str
    day: str


@value
class Around:
    """What a session's page leads on to.

    `before` and `after` are sessions of the same unit by their date, None at either end. `related`
    are concerns of other sessions: of the same village and theme first, then of the same village,
    then of the same theme and unit; newest first within each.
    """

    before: Neighbour | None = None
    after: Neighbour | None = None
    related: tuple[ConcernLine, ...] = ()


NOTHING = Around()
"""Where a session is told of by itself."""


class Surroundings:
    """Knows what lies around every session of an archive."""

    def __init__(self, archive: Archive, lines: Lines) -> None:
        """Go through the archive once; `lines` are its lines."""
        self._archive = archive
        self._lines = lines
        self._before, self._after = _neighbours(archive.sessions)
        self._alike = _alike(archive)

    def of(self, session: Session) -> Around:
        """Give what lies around a session."""
        return Around(
            before=self._neighbour(self._before.get(session.id)),
            after=self._neighbour(self._after.get(session.id)),
            related=self._lines.concerns(self._related(session)),
        )

    def _neighbour(self, session: Session | None) -> Neighbour | None:
        if session is None:
            return None
        name = sittings.name(session, self._archive.records.registries)
        return Neighbour(urls.session(session.id), name, when(session.date).words)

    def _related(self, session: Session) -> list[Matter]:
        found: dict[str, Matter] = {}
        themes = {*session.themes, *_themes(self._archive, session)}
        for kind in _keys(session.folder, _villages(self._archive, session), themes):
            if len(found) == RELATED:
                break
            ranked = dict(chain.from_iterable(self._alike.get(key, ()) for key in kind))
            for rank in sorted(ranked):
                matter = ranked[rank]
                if matter.session.id != session.id and len(found) < RELATED:
                    found.setdefault(matter.id, matter)
        return list(found.values())


_Key: TypeAlias = tuple[str, str, bool]
"""What concerns can have in common: a village and a theme ("" for any), or a unit and a theme.

Whether it is a unit comes last.
"""


def _keys(
    folder: str, villages: Iterable[str], themes: Iterable[str]
) -> tuple[list[_Key], list[_Key], list[_Key]]:
    """The keys of what has these themes in a session, by kind, the closest first."""
    return (
        [(village, theme, False) for village in villages for theme in themes],
        [(village, "", False) for village in villages],
        [(folder, theme, True) for theme in themes],
    )


def _villages(archive: Archive, session: Session) -> list[str]:
    return [one.key for one in archive.areas_of[session.id] if one.village]


def _alike(archive: Archive) -> dict[_Key, list[tuple[int, Matter]]]:
    """The newest few concerns of every key, each with its rank.

    So many of one session that they never fill the place of all others.
    """
    found: dict[_Key, list[tuple[int, Matter]]] = defaultdict(list)
    rank = 0
    for session in archive.sessions:
        given: dict[_Key, int] = defaultdict(int)
        villages = _villages(archive, session)
        for matter in archive.matters_of.get(session.id, ()):
            if not _is_shown(archive, matter):
                continue
            rank += 1
            for key in chain(*_keys(session.folder, villages, _themes_of(matter))):
                alike = found[key]
                if len(alike) < 2 * RELATED and given[key] < RELATED:
                    given[key] += 1
                    alike.append((rank, matter))
    return found


def _is_shown(archive: Archive, matter: Matter) -> bool:
    """Whether a concern asks for something, and its words may be read."""
    entry, found = matter.concern, matter.follow_up
    if found is None or not found.asks or not isinstance(entry, Concern | Commitment):
        return False
    return not is_withheld(entry, archive)


def _themes(archive: Archive, session: Session) -> Iterable[str]:
    return chain.from_iterable(map(_themes_of, archive.matters_of.get(session.id, ())))


def _themes_of(matter: Matter) -> tuple[str, ...]:
    return matter.concern.themes if isinstance(matter.concern, Concern) else ()


def _neighbours(
    sessions: Iterable[Session],
) -> tuple[dict[str, Session], dict[str, Session]]:
    """The session before and the one after each, by id; those without a date have neither."""
    before: dict[str, Session] = {}
    after: dict[str, Session] = {}
    dated = (one for one in sessions if one.date.latest)
    for held in grouped(dated, lambda one: (one.folder,)).values():
        for later, earlier in pairwise(held):
            before[later.id], after[earlier.id] = earlier, later
    return before, after
