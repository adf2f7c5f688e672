"""Runs a command and tells what it took."""

import os
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path
from time import perf_counter

# Reached by the environment, for the project that is built lies in another folder.
ROOT = Path(__file__).parents[1]


class CommandFailed(RuntimeError):
    """A measured command did not end well; the message is the end of what it said."""


@dataclass(frozen=True, slots=True)
class Run:
    """What a command took: seconds on the clock, seconds of all processors, megabytes at most.

    The memory is that of its largest process.
    """

    seconds: float
    processor: float
    memory: float
    output: str


def run(*arguments: str, folder: Path, accept: tuple[int, ...] = (0,)) -> Run:
    """Run a module of Python in a folder; `CommandFailed` on another exit code."""
    environment = {**os.environ, "PYTHONPATH": str(ROOT), "PYTHONHASHSEED": "0"}
    environment.pop("PYTHONDONTWRITEBYTECODE", None)  # what is installed has been compiled once
    said = folder / ".said"
    with said.open("wb+") as output:
        begun = perf_counter()
        process = subprocess.Popen(
            [sys.executable, "-m", *arguments],
            cwd=folder,
            env=environment,
            stdout=output,
            stderr=subprocess.STDOUT,
        )
        # Gives what this one process and its own took, where getrusage adds up all there were.
        _pid, status, used = os.wait4(process.pid, 0)
        seconds = perf_counter() - begun
        process.returncode = os.waitstatus_to_exitcode(status)
    text = said.read_text(encoding="utf-8", errors="replace")
    said.unlink()
    if process.returncode not in accept:
        raise CommandFailed(
            f"{' '.join(arguments)}: exit code {process.returncode}\n{text[-3000:]}"
        )
    return Run(seconds, used.ru_utime + used.ru_stime, used.ru_maxrss / 1024, text)
