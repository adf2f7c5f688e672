"""What the files under `data/` hold, once they have been read."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from typing import Any

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
from generator.photos.likeness import Likeness
from generator.records.kinds import Kind, Record, kind_of


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
class KeptPhoto:
    """A photo under `data/media/`: the digest of its file, its size in pixels, its likeness.

    `likeness` is what copies of it have nearly in common (see `photos.likeness`).
    """

    digest: str
    width: int
    height: int
    likeness: Likeness


@dataclass(frozen=True, slots=True)
class Records:
    """What the files hold, each by id, in the order of their ids.

    `media` are the photos found under `data/media/`, by their path relative to that folder
    (`polsek-x/2023-11-03/patroli.jpg`).
    """

    sessions: Mapping[str, Session | WithdrawnSession]
    outcomes: Mapping[str, Outcome | WithdrawnOutcome]
    registries: Registries
    media: Mapping[str, KeptPhoto] = field(default_factory=dict)

    def with_more(self, more: Iterable[Record]) -> "Records":
        """Give these records and more of them, all but entries of tables."""
        of: dict[Kind, dict[str, Any]] = defaultdict(dict)
        for one in more:
            of[kind_of(one)][one.id] = one
        registries = replace(
            self.registries,
            programmes={**self.registries.programmes, **of[Kind.PROGRAMME]},
            units={**self.registries.units, **of[Kind.UNIT]},
        )
        return Records(
            {**self.sessions, **of[Kind.SESSION]},
            {**self.outcomes, **of[Kind.OUTCOME]},
            registries,
            self.media,
        )
