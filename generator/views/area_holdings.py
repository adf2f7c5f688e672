"""What each area holds: what happened there itself, and the newest in the areas within it."""

from dataclasses import dataclass

from generator.archive import Archive, Matter
from generator.areas import Area
from generator.model import Session
from generator.views.grouping import grouped, live_matters, newest


@dataclass(frozen=True, slots=True)
class AreaHoldings:
    """What happened in an area, newest first: there itself, and the newest in areas within it.

    Nothing is known of a narrower area for what happened there itself. `units` are those that held
    sessions in a district or a village; () for a wider area.
    """

    sessions: tuple[Session, ...]
    concerns: tuple[Matter, ...]
    newest_sessions: tuple[Session, ...]
    newest_concerns: tuple[Matter, ...]
    units: tuple[str, ...]


def hold_by_area(archive: Archive) -> dict[str, AreaHoldings]:
    """Give what each area holds."""
    own = grouped(archive.sessions, lambda one: _narrowest(archive.areas_of[one.id]))
    found = {}
    for key, sessions in archive.by_area.items():
        here = own.get(key, ())
        is_wide = len(here) < len(sessions)
        found[key] = AreaHoldings(
            sessions=here,
            concerns=tuple(live_matters(archive, here)),
            newest_sessions=newest(sessions) if is_wide else (),
            newest_concerns=newest(live_matters(archive, sessions)) if is_wide else (),
            units=tuple(sorted({unit for one in sessions for unit in one.units}))
            if archive.areas[key].district
            else (),
        )
    return found


def _narrowest(areas: tuple[Area, ...]) -> list[str]:
    """The keys of areas that hold no other of them."""
    wider = {area.parent for area in areas}
    return [area.key for area in areas if area not in wider]
