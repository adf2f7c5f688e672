"""What the files under `data/` hold, once they have been read."""

from collections.abc import Mapping
from dataclasses import dataclass

from generator.model import (
    Outcome,
    Programme,
    Reason,
    Session,
    Theme,
    Unit,
    WithdrawnOutcome,
    WithdrawnSession,
)


@dataclass(frozen=True, slots=True)
class Registries:
    """The small tables records refer to, each by key, in the order of their keys."""

    programmes: Mapping[str, Programme]
    units: Mapping[str, Unit]
    themes: Mapping[str, Theme]
    reasons: Mapping[str, Reason]

    def line_of(self, unit: str) -> tuple[Unit, ...]:
        """A unit and those above it, lowest first; () for an unknown one, no end of circles."""
        line: list[Unit] = []
        key: str | None = unit
        while key is not None and (found := self.units.get(key)) and found not in line:
            line.append(found)
            key = found.parent
        return tuple(line)


@dataclass(frozen=True, slots=True)
class Records:
    """What the files hold, each by id, in the order of their ids.

    `media` are the photos found under `data/media/`: paths relative to that folder
    (`polsek-x/2023-11-03/patroli.jpg`).
    """

    sessions: Mapping[str, Session | WithdrawnSession]
    outcomes: Mapping[str, Outcome | WithdrawnOutcome]
    registries: Registries
    media: tuple[str, ...] = ()
