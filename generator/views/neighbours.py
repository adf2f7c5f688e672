"""Which pages lie near each other: those that show much the same records.

Pages are made in batches, each by one process, and every process makes the lines it needs anew. So
a unit's pages, those of its sessions, its villages and all that is printed for them come one after
the other, beside those of the units of the same chain of command.
"""

from collections.abc import Callable

from generator import urls
from generator.archive import Archive
from generator.page import Page

_OF_UNITS = frozenset({urls.SESSIONS, urls.UNITS, urls.ASK_BACK, urls.POSTER})


def neighbourhoods(archive: Archive) -> Callable[[Page], str]:
    """Give what tells the neighbourhood of a page: its unit and those above; "" for all others."""
    registries = archive.records.registries
    of_unit = {
        key: "/".join(one.id for one in reversed(registries.line_of(key)))
        for key in registries.units
    }
    of_area = {
        key: of_unit.get(sessions[0].folder, "")
        for key, sessions in archive.by_area.items()
        if sessions
    }

    def neighbourhood(page: Page) -> str:
        kind, *rest = page.address.split("/")
        if f"{kind}/" in _OF_UNITS and f"{rest[0]}/" != urls.AREAS:
            return of_unit.get(rest[0], "")
        places = rest if f"{kind}/" == urls.AREAS else rest[1:]
        return of_area.get(places[0], "") if places else ""

    return neighbourhood
