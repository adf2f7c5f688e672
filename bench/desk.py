"""What the records are written with: the calendar, the files, and the luck of the draw."""

import random
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date, timedelta
from pathlib import Path

from bench.plots import Plot

DAY = date(2025, 6, 30)
"""The day the archive is made to be looked at: four years of sessions lie before it."""

WEEKS = 208
WEEKS_AHEAD = 2
FIRST = DAY - timedelta(weeks=WEEKS)
MONTH = timedelta(days=30)


@dataclass(slots=True)
class Folder:
    """Writes the files of an archive and counts them by kind, with all their bytes as `size`."""

    path: Path
    counted: Counter[str] = field(default_factory=Counter)
    _made: set[str] = field(default_factory=set)

    def write(self, kind: str, folder: str, stem: str, text: str) -> None:
        where = f"{self.path}/{folder}"
        if where not in self._made:
            Path(where).mkdir(parents=True, exist_ok=True)
            self._made.add(where)
        content = text.encode()
        with open(f"{where}/{stem}.yml", "xb") as stream:  # noqa: PTH123 - a Path each costs more
            stream.write(content)
        self.counted[kind] += 1
        self.counted["files"] += 1
        self.counted["size"] += len(content)


@dataclass(frozen=True, slots=True)
class Holder:
    """A unit that holds sessions; `head` is the post of the one who leads it."""

    key: str
    name: str
    head: str
    villages: tuple[str, ...] = ()


@dataclass(slots=True)
class Desk:
    """Where the records of one unit are written, oldest session first.

    `claimed` are the concerns said to be done, each with the day it was said.
    """

    holder: Holder
    folder: Folder
    chance: random.Random
    pack: Iterator[Plot]
    stems: Counter[str] = field(default_factory=Counter)
    claimed: list[tuple[date, str]] = field(default_factory=list)

    def one_of(self, choices: tuple[str, ...]) -> str:
        return choices[int(self.chance.random() * len(choices))]

    def happens(self, share: float) -> bool:
        return self.chance.random() < share


def withdrawn(day: date, indent: str = "") -> str:
    """What is left, in YAML, of what was taken back on a day."""
    return (
        f"ditarik:\n{indent}  tanggal: {day}\n{indent}  alasan: salah-catat\n"
        f"{indent}  dasar: Permintaan satuan\n"
    )
