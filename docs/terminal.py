"""What an officer sees in a terminal: a real run of a command, kept as a picture of text.

A run is made in a pseudo-terminal, as wide as `WIDTH`, of a project that is made for it.
"""

import os
import sys
import time
from collections.abc import Callable
from dataclasses import dataclass
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


class Run(NamedTuple):
    """A run of a command.

    `command` is what is typed at the prompt, `day` the day it is typed on. `steps` are answered in
    their order; where the command would still wait after the last, it is left there, with `until`
    on the screen. `skips` is how many lines at the top are left out.
    """

    command: str
    day: date
    steps: tuple[Step, ...] = ()
    until: str = ""
    skips: int = 0


@dataclass(frozen=True, slots=True)
class Stretch:
    """Letters side by side that look alike: the column they begin in, and how they look."""

    column: int
    text: str
    colour: str
    is_bold: bool
    is_inverted: bool


Screen = tuple[tuple[Stretch, ...], ...]
"""The lines of a screen, from the top; an empty one has no stretches."""


def played(run: Run, project: Path) -> Screen:
    """Run a command in a project and give what stands on the screen in the end."""
    screen = pyte.Screen(WIDTH, HEIGHT)
    stream = pyte.ByteStream(screen)
    stream.feed(f"\x1b[1m{PROMPT}{run.command}\x1b[m\r\n".encode())
    _name, *arguments = run.command.split()
    child = pexpect.spawn(
        sys.executable,
        ["-c", RUN, *arguments],
        cwd=str(project),
        env=_surroundings(run.day),
        dimensions=(HEIGHT, WIDTH),
        timeout=PATIENCE,
    )
    screen.write_process_input = child.send  # a question may ask the terminal where its cursor is
    try:
        for step in run.steps:
            _read(child, stream, lambda sees=step.sees: sees in _text(screen))
            child.send(step.types)
        _read(child, stream, lambda: bool(run.until) and run.until in _text(screen))
    finally:
        child.close(force=True)
    lines = [_stretches(screen, row) for row in range(HEIGHT)]
    while lines and not lines[-1]:
        lines.pop()
    return (lines[0], *lines[1 + run.skips :])


def text_of(screen: Screen) -> str:
    """Give the letters of a screen."""
    return "\n".join(_line(stretches) for stretches in screen)


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


def _read(child: pexpect.spawn, stream: pyte.ByteStream, is_there: Callable[[], bool]) -> None:
    """Show what the command says until something is there, or until it ends."""
    ends = time.monotonic() + PATIENCE
    while not is_there():
        if time.monotonic() > ends:
            raise TimeoutError("the command does not say what is waited for")
        try:
            stream.feed(child.read_nonblocking(size=65_536, timeout=1))
        except pexpect.TIMEOUT:
            continue
        except pexpect.EOF:
            return


def _text(screen: pyte.Screen) -> str:
    return "\n".join(screen.display)


def _stretches(screen: pyte.Screen, row: int) -> tuple[Stretch, ...]:
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


def _line(stretches: tuple[Stretch, ...]) -> str:
    line = ""
    for one in stretches:
        line = line.ljust(one.column) + one.text
    return line.rstrip()
