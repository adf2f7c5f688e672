"""How long a site takes to build, cold and warm, and beside MkDocs with Markdown pages.

    .venv/bin/python -m bench.build 100 1000 10000
    .venv/bin/python -m bench.build 100000 --no-baseline

Prints tables in Markdown; README.md of this folder holds what they said.
"""

import argparse
import json
import platform
import sys
import tempfile
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from os import cpu_count
from pathlib import Path
from typing import Any

from bench.project import change_one_record, make_plain_project, make_project
from bench.records import Counts
from bench.run import Run, run

STEPS = (
    *(
        "history",
        "reading",
        "assessing",
        "checking",
        "laying out",
        "frame",
        "press",
        "search",
        "swap",
    ),
    "other",
)


@dataclass(frozen=True, slots=True)
class Built:
    """One build: what it took, and what its steps took in seconds."""

    run: Run
    steps: dict[str, float]
    pages: int
    written: int


@dataclass(frozen=True, slots=True)
class Measured:
    """One size of archive: the builds of it, and that of MkDocs alone unless it was left out."""

    counts: Counts
    cold: Built
    warm: Built
    changed: Built
    baseline: Run | None


def main(arguments: Sequence[str]) -> None:
    """Measure each size and print the tables."""
    parser = argparse.ArgumentParser(prog="python -m bench.build", description=__doc__)
    parser.add_argument("sessions", type=int, nargs="+")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--jobs", type=int, default=0, help="processes; 0: one for each processor")
    parser.add_argument("--no-baseline", action="store_true", help="leave MkDocs alone out")
    asked = parser.parse_args(arguments)
    results = []
    for sessions in asked.sessions:
        with tempfile.TemporaryDirectory() as folder:
            results.append(
                measure(
                    Path(folder), sessions, asked.seed, asked.jobs, baseline=not asked.no_baseline
                )
            )
            print(f"{sessions} sessions done", file=sys.stderr)
    print("\n".join((machine(asked.jobs), "", *whole(results), "", *steps(results))))


def measure(folder: Path, sessions: int, seed: int, jobs: int, *, baseline: bool) -> Measured:
    """Build one archive cold, again, after a change of one record, and as Markdown pages."""
    ours, plain = folder / "ours", folder / "plain"
    counts = make_project(ours, sessions, seed)
    alone = _alone(ours, plain) if baseline else None
    cold, warm = _build(ours, jobs), _build(ours, jobs)
    change_one_record(ours)
    return Measured(counts, cold, warm, _build(ours, jobs), alone)


def whole(results: Sequence[Measured]) -> Iterator[str]:
    """The table of whole builds; seconds on the clock."""
    yield (
        "| sessions | pages | MkDocs alone | cold | of MkDocs | warm | of cold | one changed "
        "| memory, cold | memory, MkDocs |"
    )
    yield "|---:" * 10 + "|"
    for one in results:
        alone = one.baseline
        cells = (
            f"{one.counts.sessions:,}",
            f"{one.cold.pages:,}",
            f"{alone.seconds:.1f} s" if alone else "",
            f"{one.cold.run.seconds:.1f} s",
            f"1/{alone.seconds / one.cold.run.seconds:.1f}" if alone else "",
            f"{one.warm.run.seconds:.1f} s",
            f"1/{one.cold.run.seconds / one.warm.run.seconds:.1f}",
            f"{one.changed.run.seconds:.1f} s, {one.changed.written} pages written",
            f"{one.cold.run.memory:.0f} MB",
            f"{alone.memory:.0f} MB" if alone else "",
        )
        yield f"| {' | '.join(cells)} |"


def steps(results: Sequence[Measured]) -> Iterator[str]:
    """The table of steps; seconds on the clock."""
    yield "| sessions | build | " + " | ".join(STEPS) + " | all processors |"
    yield "|---:|---" + "|---:" * (len(STEPS) + 1) + "|"
    for one in results:
        for name, built in (("cold", one.cold), ("warm", one.warm), ("changed", one.changed)):
            seconds = [f"{built.steps.get(step, 0):.2f}" for step in STEPS]
            cells = (f"{one.counts.sessions:,}", name, *seconds, f"{built.run.processor:.1f}")
            yield f"| {' | '.join(cells)} |"


def machine(jobs: int) -> str:
    """What it was measured on, without naming the machine."""
    return (
        f"Python {platform.python_version()}, {platform.system()}, {cpu_count()} processors, "
        f"{jobs or cpu_count()} processes at work. Seconds on the clock; memory is that of the "
        "largest process."
    )


def _build(folder: Path, jobs: int) -> Built:
    done = run("bench.ours", str(folder), str(jobs), folder=folder)
    told: dict[str, Any] = json.loads(done.output.strip().splitlines()[-1])
    known = told["steps"]
    known["other"] = done.seconds - sum(known.values())
    return Built(done, known, told["pages"], told["written"])


def _alone(ours: Path, plain: Path) -> Run:
    make_plain_project(plain)
    run("bench.baseline", str(ours), str(plain), folder=plain)
    return run("mkdocs", "build", "--strict", "--quiet", folder=plain)


if __name__ == "__main__":
    main(sys.argv[1:])
