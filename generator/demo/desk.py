"""What the records are written with: the calendar, the files, and the luck of the draw."""

import random
from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from datetime import date, timedelta
from pathlib import Path

from generator.demo.places import Village
from generator.demo.plots import Plot
from generator.demo.stories import Story

DAY = date(2025, 6, 30)
"""The day a demo is made to be looked at, unless another is asked for."""

MOST_WEEKS = 208
MONTH = timedelta(days=30)


@dataclass(slots=True)
class Folder:
    """Writes the files of an archive and counts them by kind, with all their bytes as `size`."""

    path: Path
    counted: Counter[str] = field(default_factory=Counter)
    _made: set[str] = field(default_factory=set)

    def write(self, kind: str, folder: str, stem: str, text: str) -> None:
        """Write a record; `FileExistsError` when it is there already."""
        content = text.encode()
        self._write(folder, f"{stem}.yml", content)
        self.counted[kind] += 1
        self.counted["files"] += 1
        self.counted["size"] += len(content)

    def write_picture(self, folder: str, name: str, content: bytes) -> None:
        """Write a picture; `FileExistsError` when it is there already."""
        self._write(folder, name, content)
        self.counted["picture"] += 1

    def _write(self, folder: str, name: str, content: bytes) -> None:
        where = f"{self.path}/{folder}"
        if where not in self._made:
            Path(where).mkdir(parents=True, exist_ok=True)
            self._made.add(where)
        with open(f"{where}/{name}", "xb") as stream:  # noqa: PTH123 - a Path each costs more
            stream.write(content)


@dataclass(frozen=True, slots=True)
class Holder:
    """A unit that holds sessions; `head` is the post of the one who leads it."""

    key: str
    name: str
    head: str
    regency: str
    villages: tuple[Village, ...]
    is_resort: bool
    zone: str

    @property
    def leader(self) -> str:
        """The leader as residents say it: Kapolsek, Kapolres."""
        return self.head.partition(" ")[0]


@dataclass(slots=True)
class Desk:
    """Where the records of one unit are written, oldest session first.

    `claimed` are the concerns said to be done and not disputed since, each with the day it was
    said; `waiting` those that stay open, so that another may be merged into them. `draw` gives a
    picture and its caption for a matter's kind of picture, or None when there are enough.
    """

    holder: Holder
    folder: Folder
    chance: random.Random
    pack: "Pack"
    programmes: Iterator[str]
    draw: Callable[[str], tuple[bytes, str] | None]
    today: date
    stems: Counter[str] = field(default_factory=Counter)
    claimed: list[tuple[date, str, Story]] = field(default_factory=list)
    waiting: list[tuple[str, Story]] = field(default_factory=list)

    def say(self, story: Story, sentence: str) -> str:
        """Put a story's place and time into a sentence of the unit, and the unit's own level."""
        said = story.say(sentence)
        return said.replace("Polsek", "Polres") if self.holder.is_resort else said

    def one_of(self, choices: tuple[str, ...]) -> str:
        """Give one of several, each as likely."""
        return choices[int(self.chance.random() * len(choices))]

    def happens(self, share: float) -> bool:
        """Say whether something happens that does so in this share of cases."""
        return self.chance.random() < share


@dataclass(slots=True)
class Pack:
    """The pack of plots, dealt card by card and shuffled anew when nothing in it fits.

    In a whole pack there must be one that fits.
    """

    cards: tuple[Plot, ...]
    chance: random.Random
    _left: list[Plot] = field(default_factory=list)

    def draw(self, fits: Callable[[Plot], bool]) -> Plot:
        """Give the next plot that fits; the others wait for another session."""
        fitting = (number for number, plot in enumerate(self._left) if fits(plot))
        number = next(fitting, None)
        if number is None:
            number = len(self._left)
            fresh = list(self.cards)
            self.chance.shuffle(fresh)
            self._left += fresh
            while not fits(self._left[number]):
                number += 1
        return self._left.pop(number)


_BASES = {
    "salah-catat": "Catatan diperiksa ulang oleh satuan",
    "permintaan-narasumber": "Permintaan langsung kepada petugas",
}


def withdrawn(day: date, reason: str, indent: str = "") -> str:
    """What is left, in YAML, of what was taken back on a day."""
    return (
        f"ditarik:\n{indent}  tanggal: {day}\n{indent}  alasan: {reason}\n"
        f"{indent}  dasar: {_BASES[reason]}\n"
    )
