"""How long it takes to read, assess and check the records alone.

    .venv/bin/python -m bench.read 1000 10000 100000

Prints a table in Markdown; README.md of this folder holds what it said.
"""

import argparse
import json
import sys
import tempfile
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import Executor
from pathlib import Path
from time import perf_counter, process_time
from typing import TypeVar

from bench.run import run
from generator import archive, checks, records
from generator.checks.privacy import examining
from generator.demo import DAY, Counts, write_records
from generator.plugin.workers import processes, readers

STEPS = ("read", "read, shared", "read again", "assess", "check", "gate", "gate again")
CPU = ("read, CPU", "gate, CPU")
Done = TypeVar("Done")


def main(arguments: Sequence[str]) -> None:
    """Measure each size, in a process of its own, and print the table."""
    parser = argparse.ArgumentParser(prog="python -m bench.read", description=__doc__)
    parser.add_argument("sessions", type=int, nargs="*")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--folder", type=Path, help="measure this project and print JSON")
    asked = parser.parse_args(arguments)
    if asked.folder:
        print(json.dumps(measure(asked.folder)))
        return
    print("| sessions | records | MB | " + " | ".join(STEPS + CPU) + " | memory |")
    print("|---:" * (len(STEPS + CPU) + 4) + "|")
    for sessions in asked.sessions:
        with tempfile.TemporaryDirectory() as name:
            folder = Path(name)
            counts = write_records(folder / "data", sessions, asked.seed)
            done = run("bench.read", "--folder", name, folder=folder)
        seconds = json.loads(done.output.strip().splitlines()[-1])
        print(f"| {' | '.join(_cells(counts, seconds, done.memory))} |")


def measure(folder: Path) -> dict[str, float]:
    """Give the seconds of every step: reading in one process, shared among all, from the cache."""
    data, work = folder / "data", folder / ".kabar"
    work.mkdir()

    def read(work: Path | None, executor: Executor | None = None) -> records.Reading:
        return records.read(folder, data, work=work, executor=executor)

    taken = {}
    # What is read twice is let go in between: one archive at a time is what a build holds.
    begun = process_time()
    taken["read"] = _timed(lambda: read(None))[0]
    taken["read, CPU"] = process_time() - begun
    with readers(None, processes(0)) as executor:
        taken["read, shared"] = _timed(lambda: read(work, executor))[0]
    taken["read again"], reading = _timed(lambda: read(work))
    taken["assess"], found = _timed(lambda: archive.build(reading.records, DAY))
    taken["check"] = _timed(lambda: checks.run(found, folder, data, reading))[0]
    begun = process_time()
    taken["gate"] = _timed(lambda: examining(folder, data, reading, work=work)())[0]
    taken["gate, CPU"] = process_time() - begun
    taken["gate again"] = _timed(lambda: examining(folder, data, reading, work=work)())[0]
    return taken


def _timed(work: Callable[[], Done]) -> tuple[float, Done]:
    begun = perf_counter()
    done = work()
    return perf_counter() - begun, done


def _cells(counts: Counts, seconds: dict[str, float], memory: float) -> Iterator[str]:
    yield from (f"{counts.sessions:,}", f"{counts.files:,}", f"{counts.size / 1e6:.1f}")
    yield from (f"{seconds[step]:.2f} s" for step in STEPS + CPU)
    yield f"{memory:.0f} MB"


if __name__ == "__main__":
    main(sys.argv[1:])
