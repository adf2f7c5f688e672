"""Where people meet: each unit that held sessions, and each village where there were some."""

from collections.abc import Iterator

from generator import urls
from generator.archive import Matter
from generator.language import _
from generator.model import UnitLevel
from generator.page import Crumb
from generator.value import value
from generator.views.grouping import live_matters
from generator.views.holdings import Holdings
from generator.views.links import Link


@value
class Hall:
    """A unit or a village, as the place where a sheet is filled in and a poster hangs.

    `key` is its part of the addresses of both, `page` the address of its own page, and `section`
    the section of the site that page is in. `above` is what it is part of, in words. `matters` are
    the concerns and promises of its own sessions, newest first; withdrawn ones are left out.
    """

    key: str
    name: str
    above: str
    page: str
    section: str
    matters: tuple[Matter, ...]

    @property
    def full_name(self) -> str:
        """Its name and what it is part of: there are namesakes."""
        return ", ".join(filter(None, (self.name, self.above)))

    @property
    def trail(self) -> tuple[Crumb, ...]:
        """The way to what is printed for it: its own page."""
        return (Crumb(self.page, self.name),)


def halls(holdings: Holdings) -> Iterator[Hall]:
    """Give every unit that held sessions itself, then every village where there were some."""
    archive = holdings.archive
    for key, unit in holdings.units.items():
        if sessions := holdings.by_unit[key].sessions:
            above = holdings.units.get(unit.parent or "")
            under = above and above.level is not UnitLevel.HEADQUARTERS
            yield Hall(
                key=key,
                name=unit.name,
                above=above.name if above and under else "",
                page=urls.unit(key),
                section="satuan",
                matters=tuple(live_matters(archive, sessions)),
            )
    for key, area in archive.areas.items():
        if area.village:
            yield Hall(
                key=village_key(key),
                name=area.name,
                above=", ".join(one.name for one in reversed(area.line[:-1])),
                page=urls.area(key),
                section="wilayah",
                matters=tuple(live_matters(archive, archive.by_area[key])),
            )


def village_key(area: str) -> str:
    """The part of an address that stands for a village.

    A folder of its own keeps it from ever being the key of a unit, which holds no slash.
    """
    return f"{urls.AREAS}{area}"


def printed(key: str) -> tuple[Link, ...]:
    """Links to what can be printed for a hall, by its key."""
    return (
        Link(_("Lembar tanya-balik untuk sesi berikutnya"), urls.ask_back(key)),
        Link(_("Poster untuk papan pengumuman"), urls.poster(key)),
    )
