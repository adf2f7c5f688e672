"""The map the records draw: which names mean one area, and what its one address is.

An officer types `Kumpang Bis`, another `Desa Kumpang Bis`. Both mean one village, with one page at
one address: that of the name published first, so that an address once published stays.
"""

from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Mapping
from datetime import date
from types import MappingProxyType

from generator.areas import Area, brings_its_word, spelling, worded
from generator.value import value

Identity = tuple[str, str, str, str]
"""An area by the spelling of its names, widest first; "" where one is not known."""

_NEVER = date.max


@value
class Reading:
    """An area as a record names it, and the day that record was first published, if known."""

    area: Area
    since: date | None = None


class Atlas:
    """Every area the records name, each under one name.

    `typed` says how many places name each area, as they name it. `aliases` lead from addresses that
    other spellings once had (see `Area.key`) to their areas.
    """

    def __init__(self, sessions: Iterable[Reading], units: Iterable[Area] = ()) -> None:
        """Take what sessions name; what units are responsible for only adds to it."""
        read = list(sessions)
        since = _since(read, units)
        typed = Counter(one.area for one in read)
        self.typed: Mapping[Area, int] = MappingProxyType(typed)
        self._provinces = _provinces(typed + Counter(list(since)))
        self._areas = _named(_spellings(since, self._identity))
        self.aliases: Mapping[str, Area] = MappingProxyType(self._aliases(typed))

    def __call__(self, area: Area) -> Area:
        """Give the area that is meant by an area of one of the readings."""
        return self._areas[self._identity(area)]

    def find(self, area: Area) -> Area | None:
        """Give the area that is meant, or None where no reading has named it."""
        return self._areas.get(self._identity(area))

    def _identity(self, area: Area) -> Identity:
        province, regency, district, village = map(spelling, area.names)
        return self._provinces.get(regency, province), regency, district, village

    def _aliases(self, read: Iterable[Area]) -> dict[str, Area]:
        lines = {area: self(area).line for area in read}
        used = {area.key for line in lines.values() for area in line}
        found: dict[str, Area] = {}
        for typed, line in lines.items():
            by_level = {one.level: one for one in line}
            for one in typed.line:
                if one.key not in used and one.level in by_level:
                    found.setdefault(one.key, by_level[one.level])
        return found


def provinces_typed(areas: Mapping[Area, int]) -> dict[str, Counter[str]]:
    """Give how often each province (by spelling) was typed for each regency (by spelling).

    `areas` says how often each area was typed.
    """
    votes: dict[str, Counter[str]] = defaultdict(Counter)
    for area, times in areas.items():
        if area.regency and area.province:
            votes[spelling(area.regency)][spelling(area.province)] += times
    return votes


def _since(read: Iterable[Reading], units: Iterable[Area]) -> dict[Area, date]:
    found: dict[Area, date] = {}
    for one in read:
        since = one.since or _NEVER
        if since < found.setdefault(one.area, since):
            found[one.area] = since
    for area in units:
        found.setdefault(area, _NEVER)
    return found


def _provinces(typed: Mapping[Area, int]) -> dict[str, str]:
    """The one province of each regency: the one typed most often, so that the map stays a tree."""
    return {
        regency: min(votes, key=lambda one: (-votes[one], one))
        for regency, votes in provinces_typed(typed).items()
    }


def _spellings(
    since: Mapping[Area, date], identify: Callable[[Area], Identity]
) -> dict[Identity, dict[str, date]]:
    """Every name each area was given, with the day it was first published."""
    found: dict[Identity, dict[str, date]] = defaultdict(dict)
    for area, day in since.items():
        for one in area.line:
            names = found[identify(one)]
            name = one.names[one.level]
            names[name] = min(names.get(name, _NEVER), day)
    return found


def _named(spellings: Mapping[Identity, Mapping[str, date]]) -> dict[Identity, Area]:
    """Give each area its name and see to it that no two share an address.

    Whoever was published first keeps the address; the other takes the word of its level into it
    (`...-indralaya-desa-utara`). An area is older than all that lies in it, so it comes first.
    """
    order = sorted(spellings, key=lambda one: (min(spellings[one].values()), _level(one), one))
    found: dict[Identity, Area] = {}
    taken: set[str] = set()
    for identity in order:
        level = _level(identity)
        wider = found.get(_wider(identity, level), Area())
        name = min(spellings[identity].items(), key=_preferred)[0]
        area = _within(wider, level, name)
        if area.key in taken and not brings_its_word(name, level):
            area = _within(wider, level, worded(name, level))
        taken.add(area.key)
        found[identity] = area
    return found


def _preferred(typed: tuple[str, date]) -> tuple[object, ...]:
    name, since = typed
    return since, len(name), name.isupper(), name.islower(), name


def _within(wider: Area, level: int, name: str) -> Area:
    names = list(wider.names)
    names[level] = name
    return Area(*names)


def _level(identity: Identity) -> int:
    return max(number for number, name in enumerate(identity) if name)


def _wider(identity: Identity, level: int) -> Identity:
    names = list(identity)
    names[level] = ""
    return names[0], names[1], names[2], names[3]
