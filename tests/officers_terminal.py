"""A terminal as an officer sees it, with a command running in it."""

import os
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any, cast

import pexpect
import pyte

ENTER, DONE, CTRL_C, CLEAR, BACK = "\r", "\x1b\r", "\x03", "\x15", "\x1a"
_ASKS_WHERE_THE_CURSOR_IS = b"\x1b[6n"
_SIZE = ("COLUMNS", "LINES")
_PATIENCE = 60.0
_RUN = "from generator.cli import command; command()"


class OfficersTerminal:
    """The screen of a terminal and the keys to type into it."""

    def __init__(self, child: "pexpect.spawn[Any]", columns: int, rows: int) -> None:
        """Watch what a process writes."""
        self.child = child
        self._screen = pyte.Screen(columns, rows)
        self._stream = pyte.ByteStream(self._screen)

    @property
    def shown(self) -> str:
        """What stands on the screen."""
        return "\n".join(line.rstrip() for line in self._screen.display).rstrip()

    def wait_for(self, words: str) -> str:
        """Read until these words stand on the screen, however its lines are broken."""
        end = time.monotonic() + _PATIENCE
        while words not in " ".join(self.shown.split()):
            assert time.monotonic() < end, f"{words!r} never came:\n{self.shown}"
            if not self._read():
                assert words in " ".join(self.shown.split()), self.shown
        return self.shown

    def answer(self, words: str, keys: str) -> None:
        """Wait for a question, then type; what was typed must not be taken for the next one."""
        self.wait_for(words)
        self.child.send(keys)

    def ended(self) -> int:
        """Wait until the command has ended; gives its exit code."""
        while self._read():
            pass
        self.child.close()
        assert self.child.exitstatus is not None, self.shown
        return int(self.child.exitstatus)

    def _read(self) -> bool:
        try:
            said = self.child.read_nonblocking(65536, timeout=1)
        except pexpect.TIMEOUT:
            return True
        except pexpect.EOF:
            return False
        self._stream.feed(said)
        cursor = self._screen.cursor
        for _once in range(said.count(_ASKS_WHERE_THE_CURSOR_IS)):
            self.child.send(f"\x1b[{cursor.y + 1};{cursor.x + 1}R")
        return True


def _environment(kind: str) -> "os._Environ[str]":
    """What a shell hands on; the size of a terminal is asked of the terminal itself."""
    environment = {name: said for name, said in os.environ.items() if name not in _SIZE}
    return cast("os._Environ[str]", {**environment, "TERM": kind, "NO_COLOR": "1"})


@contextmanager
def officers_terminal(
    project: Path, *arguments: str, columns: int = 80, rows: int = 120, kind: str = "xterm"
) -> Iterator[OfficersTerminal]:
    """Run `kabar` with these arguments in a terminal of this size and kind."""
    child = pexpect.spawn(
        sys.executable,
        ["-c", _RUN, *arguments],
        cwd=str(project),
        env=_environment(kind),
        dimensions=(rows, columns),
        timeout=_PATIENCE,
    )
    try:
        yield OfficersTerminal(child, columns, rows)
    finally:
        child.close(force=True)
