"""The newest for each feed: everything, a unit and those under it, an area, a theme, a board."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import timedelta

from generator.archive import Archive
from generator.collector import without_collector
from generator.news.gather import gather
from generator.news.terms import Kind, News

MOST = 50
"""The most a feed holds, so that it never grows with the archive."""

FEW = 5
"""How many a feed holds however old they are."""

SPAN = timedelta(days=366)
"""How far, counted back from its newest, the others in a feed may lie."""

_CORRECTIONS = frozenset({Kind.MENDED, Kind.WITHDRAWN})

Window = tuple[News, ...]


@dataclass(frozen=True, slots=True)
class Windows:
    """The newest of each kind, newest first; units, areas and themes by key.

    A unit's hold what is of the units under it, an area's what is of the areas within it.
    """

    everything: Window
    overdue: Window
    corrections: Window
    by_unit: Mapping[str, Window]
    by_area: Mapping[str, Window]
    by_theme: Mapping[str, Window]


class Places:
    """Which units and areas a session, and a unit alone, belong to: asked once for each.

    This is the one place where levels come from: the chain of command above a unit, and
    `archive.areas_of`, which holds an area and all it lies in.
    """

    def __init__(self, archive: Archive) -> None:
        """Take the archive; nothing is looked up yet."""
        self._archive = archive
        self._above: dict[str, tuple[str, ...]] = {}
        self._units: dict[tuple[str, ...], tuple[str, ...]] = {}
        self._areas: dict[str, tuple[str, ...]] = {}

    def units(self, one: News) -> Iterable[str]:
        """Give the keys of the units a piece of news is of, and of all above them, each once."""
        keys = one.units
        for session in one.sessions:
            keys += session.units
        if (found := self._units.get(keys)) is None:
            found = tuple(dict.fromkeys(above for key in keys for above in self.above(key)))
            self._units[keys] = found
        return found

    def areas(self, one: News) -> Iterable[str]:
        """Give the keys of the areas a piece of news is of, each once."""
        if len(one.sessions) == 1:
            return self.areas_of(one.sessions[0].id)
        return dict.fromkeys(key for session in one.sessions for key in self.areas_of(session.id))

    def above(self, unit: str) -> tuple[str, ...]:
        """Give the key of a unit and of those above it."""
        if (found := self._above.get(unit)) is None:
            line = self._archive.records.registries.line_of(unit)
            found = self._above[unit] = tuple(one.id for one in line)
        return found

    def areas_of(self, session: str) -> tuple[str, ...]:
        """Give the keys of the areas a session was held in."""
        if (found := self._areas.get(session)) is None:
            areas = self._archive.areas_of.get(session, ())
            found = self._areas[session] = tuple(one.key for one in areas)
        return found


def sort_out(archive: Archive) -> Windows:
    """Go through all news once and keep the newest for each feed."""
    with without_collector():
        return _sorted_out(archive)


def _sorted_out(archive: Archive) -> Windows:
    places, news = Places(archive), gather(archive)
    by_unit: dict[str, list[News]] = defaultdict(list)
    by_area: dict[str, list[News]] = defaultdict(list)
    by_theme: dict[str, list[News]] = defaultdict(list)
    for one in news:
        _take_all(by_unit, places.units(one), one)
        _take_all(by_area, places.areas(one), one)
        _take_all(by_theme, one.themes, one)
    return Windows(
        everything=_newest(news),
        overdue=_newest(one for one in news if one.kind is Kind.CROSSED),
        corrections=_newest(one for one in news if one.kind in _CORRECTIONS),
        by_unit=_fixed(by_unit),
        by_area=_fixed(by_area),
        by_theme=_fixed(by_theme),
    )


def _take_all(windows: Mapping[str, list[News]], keys: Iterable[str], one: News) -> None:
    """Take a piece of news into the window of each key, unless it is full or ends before."""
    for key in keys:
        window = windows[key]
        if (many := len(window)) < MOST and (many < FEW or window[0].day - one.day <= SPAN):
            window.append(one)


def _newest(news: Iterable[News]) -> Window:
    window: list[News] = []
    for one in news:
        if (many := len(window)) == MOST or (many >= FEW and window[0].day - one.day > SPAN):
            break  # what follows is older still
        window.append(one)
    return tuple(window)


def _fixed(windows: Mapping[str, list[News]]) -> dict[str, Window]:
    return {key: tuple(window) for key, window in windows.items()}
