"""What an officer sees in a terminal: a real run of a command, kept as a picture of text.

A run is made in a pseudo-terminal, as wide as `WIDTH`, of a project that is made for it.
"""

import os
import sys
import time
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime
from pathlib import Path
from typing import NamedTuple

import pexpect
import pyte

from docs.guide_examples import ROOT

WIDTH, HEIGHT = 72, 120
"""Columns and rows: the height is more than any run needs, so that nothing scrolls away."""
PATIENCE = 60
"""Seconds without what is waited for, after which a run is given up."""
PROMPT = "$ "
RUN = "from generator.cli import command; command()"


class Step(NamedTuple):
    """Something to do in a run: once this is on the screen, type this."""

    sees: str
    types: str


ENTER, DOWN, SPACE = "\r", "\x1b[B", " "
DONE, CLEAR = "\x1b\r", "\x15"
"""What ends a text of several lines, and what empties a line."""
LEFT_OUT, BLACK = "…", "█"


class Cut(NamedTuple):
    """Lines that are left out: from the one that begins with `first` up to that with `then`."""

    first: str
    then: str


class Run(NamedTuple):
    """A run of a command.

    `command` is what is typed at the prompt, `day` the day it is typed on. `steps` are answered in
    their order; where the command would still wait after the last, it is left there, with `until`
    on the screen. `cuts` shorten a long run, each with a sign in its place. What `hides` names is
    blacked out: a site refuses to be published with a person's name on it, in a picture too.
    """

    command: str
    day: date
    steps: tuple[Step, ...] = ()
    until: str = ""
    cuts: tuple[Cut, ...] = ()
    hides: str = ""


@dataclass(frozen=True, slots=True)
class Stretch:
    """Letters side by side that look alike: the column they begin in, and how they look."""

    column: int
    text: str
    colour: str
    is_bold: bool
    is_inverted: bool


Line = tuple[Stretch, ...]
Screen = tuple[Line, ...]
"""The lines of a screen, from the top; an empty one has no stretches."""


class Terminal(pyte.Screen):
    """A terminal with a program in it, which may ask where its cursor is."""

    def __init__(self) -> None:
        super().__init__(WIDTH, HEIGHT)
        self.child: pexpect.spawn[bytes] | None = None
        self.stream = pyte.ByteStream(self)

    def write_process_input(self, data: str) -> None:
        """Answer the program."""
        if self.child is not None:
            self.child.send(data)

    def read_until(self, words: str) -> None:
        """Show what the program says until these words are on the screen, or until it ends."""
        assert self.child is not None
        ends = time.monotonic() + PATIENCE
        while not (words and words in "\n".join(self.display)):
            if time.monotonic() > ends:
                shown = "\n".join(self.display).rstrip()
                raise TimeoutError(f"waited in vain for {words!r} on this screen:\n{shown}")
            try:
                self.stream.feed(self.child.read_nonblocking(size=65_536, timeout=1))
            except pexpect.TIMEOUT:
                continue
            except pexpect.EOF:
                return


def played(run: Run, project: Path) -> Screen:
    """Run a command in a project and give what stands on the screen in the end."""
    screen = Terminal()
    screen.stream.feed(f"\x1b[1m{PROMPT}{run.command}\x1b[m\r\n".encode())
    _name, *arguments = run.command.split()
    child: pexpect.spawn[bytes] = pexpect.spawn(
        sys.executable,
        ["-c", RUN, *arguments],
        cwd=str(project),
        env=_surroundings(run.day),
        dimensions=(HEIGHT, WIDTH),
        timeout=PATIENCE,
    )
    screen.child = child
    try:
        for step in run.steps:
            screen.read_until(step.sees)
            child.send(step.types)
        screen.read_until(run.until)
    finally:
        child.close(force=True)
    lines = [_blacked_out(_stretches(screen, row), run.hides) for row in range(HEIGHT)]
    for cut in run.cuts:
        lines = _shortened(lines, cut)
    return tuple(_without_gaps(lines))


def text_of(screen: Screen) -> str:
    """Give the letters of a screen."""
    return "\n".join(_line(stretches) for stretches in screen)


def _blacked_out(line: Line, word: str) -> Line:
    if not word:
        return line
    return tuple(replace(one, text=one.text.replace(word, BLACK * len(word))) for one in line)


def _shortened(lines: list[Line], cut: Cut) -> list[Line]:
    starts = [_line(line) for line in lines]
    first = next(at for at, start in enumerate(starts) if start.startswith(cut.first))
    then = next(at for at, start in enumerate(starts) if at > first and start.startswith(cut.then))
    sign = Stretch(0, LEFT_OUT, "brightblack", is_bold=False, is_inverted=False)
    return [*lines[:first], (sign,), *lines[then:]]


def _without_gaps(lines: list[Line]) -> Iterator[Line]:
    """What stands at the foot of a high terminal comes right below the rest."""
    gap: list[Line] = []
    for line in lines:
        if line:
            yield from (*gap[:1], line)
        gap = [] if line else [*gap, line]


def _surroundings(day: date) -> dict[str, str]:
    """Nothing of the machine's own settings: the same picture everywhere."""
    noon = datetime(day.year, day.month, day.day, 5, tzinfo=UTC)
    return {
        "PATH": os.defpath,
        "HOME": os.devnull,
        "LANG": "C.UTF-8",
        "TERM": "xterm-256color",
        "PYTHONPATH": str(ROOT),
        "PYTHONUTF8": "1",
        "SOURCE_DATE_EPOCH": str(int(noon.timestamp())),
    }


def _stretches(screen: pyte.Screen, row: int) -> Line:
    found: list[Stretch] = []
    cells = [screen.buffer[row][column] for column in range(WIDTH)]
    last = max(
        (at for at, cell in enumerate(cells) if cell.data.strip() or cell.reverse), default=-1
    )
    for column, cell in enumerate(cells[: last + 1]):
        looks = (cell.fg, cell.bold, cell.reverse)
        if found and looks == (found[-1].colour, found[-1].is_bold, found[-1].is_inverted):
            end = found.pop()
            found.append(Stretch(end.column, end.text + cell.data, *looks))
        else:
            found.append(Stretch(column, cell.data, *looks))
    return tuple(found)


def _line(stretches: Line) -> str:
    line = ""
    for one in stretches:
        line = line.ljust(one.column) + one.text
    return line.rstrip()
