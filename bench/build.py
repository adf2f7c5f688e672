"""How long a site takes to build, cold and warm, and beside MkDocs with Markdown pages.

    .venv/bin/python -m bench.build 100 1000 10000
    .venv/bin/python -m bench.build 100000 --no-baseline

Prints tables in Markdown; README.md of this folder holds what they said.
"""

import argparse
import json
import platform
import shutil
import sys
import tempfile
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from os import cpu_count
from pathlib import Path
from typing import Any

from bench.project import change_one_record, make_plain_project
from bench.run import Run, run
from generator.demo import Counts, make_project

STEPS = (
    *("start", "history", "reading", "assessing", "checking", "gate", "laying out", "files"),
    *("frame", "press", "search", "scan", "swap", "other"),
)


@dataclass(frozen=True, slots=True)
class Built:
    """One build: what it took, and what its steps took in seconds."""

    run: Run
    steps: dict[str, float]
    pages: int
    written: int


@dataclass(frozen=True, slots=True)
class Baseline:
    """One way of giving the same records to MkDocs alone."""

    name: str
    has_outcomes: bool = True
    has_search: bool = True


BASELINES = (
    Baseline("MkDocs, a page a session", has_outcomes=False, has_search=False),
    Baseline("MkDocs, a page a record", has_search=False),
    Baseline("MkDocs, a page a record, its search"),
)


@dataclass(frozen=True, slots=True)
class Plain:
    """What MkDocs alone took for Markdown pages, and how many pages it made of them in all."""

    run: Run
    pages: int


@dataclass(frozen=True, slots=True)
class Measured:
    """One size of archive: the builds of it, and those of MkDocs alone, none when left out."""

    counts: Counts
    cold: Built
    warm: Built
    changed: Built
    alone: tuple[Plain, ...]


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
    tables = (whole(results), apiece(results), steps(results))
    print("\n\n".join((machine(asked.jobs), *("\n".join(table) for table in tables))))


def measure(folder: Path, sessions: int, seed: int, jobs: int, *, baseline: bool) -> Measured:
    """Build one archive cold, again, after a change of one record, and as Markdown pages."""
    ours = folder / "ours"
    counts = make_project(ours, sessions, seed, pictures=False)
    chosen = BASELINES if baseline else ()
    alone = tuple(_alone(ours, folder / "plain", one) for one in chosen)
    cold, warm = _build(ours, jobs), _build(ours, jobs)
    change_one_record(ours)
    return Measured(counts, cold, warm, _build(ours, jobs), alone)


def whole(results: Sequence[Measured]) -> Iterator[str]:
    """The table of whole builds; seconds on the clock."""
    names = [one.name for one in _compared(results)]
    yield (
        "| sessions | cold | "
        + "".join(f"{name} | ours of it | " for name in names)
        + "warm | of cold | one changed | memory, cold | memory, MkDocs |"
    )
    yield "|---:" * (7 + 2 * len(names)) + "|"
    for one in results:
        memory = max((plain.run.memory for plain in one.alone), default=0)
        cells = (
            f"{one.counts.sessions:,}",
            f"{one.cold.run.seconds:.1f} s",
            *(cell for plain in one.alone for cell in _beside(plain, one.cold)),
            f"{one.warm.run.seconds:.1f} s",
            f"1/{one.cold.run.seconds / one.warm.run.seconds:.1f}",
            f"{one.changed.run.seconds:.1f} s, {one.changed.written} pages written",
            f"{one.cold.run.memory:.0f} MB",
            f"{memory:.0f} MB" if memory else "",
        )
        yield f"| {' | '.join(cells)} |"


def _compared(results: Sequence[Measured]) -> tuple[Baseline, ...]:
    return BASELINES if any(one.alone for one in results) else ()


def _beside(plain: Plain, cold: Built) -> tuple[str, str]:
    return f"{plain.run.seconds:.1f} s", f"1/{plain.run.seconds / cold.run.seconds:.1f}"


def apiece(results: Sequence[Measured]) -> Iterator[str]:
    """The table of what one page costs, on the clock and of all processors."""
    yield (
        "| sessions | build | pages | on the clock | all processors | a page, on the clock "
        "| a page, all processors |"
    )
    yield "|---:|---" + "|---:" * 5 + "|"
    for one in results:
        names = [*(each.name for each in BASELINES[: len(one.alone)]), "ours, cold"]
        for name, built in zip(
            names, (*one.alone, Plain(one.cold.run, one.cold.pages)), strict=True
        ):
            taken = (built.run.seconds, built.run.processor)
            cells = (
                *(f"{one.counts.sessions:,}", name, f"{built.pages:,}"),
                *(f"{seconds:.1f} s" for seconds in taken),
                *(f"{1000 * seconds / built.pages:.2f} ms" for seconds in taken),
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


def _alone(ours: Path, plain: Path, how: Baseline) -> Plain:
    make_plain_project(plain, has_search=how.has_search)
    outcomes = ("--outcomes",) if how.has_outcomes else ()
    run("bench.baseline", str(ours), str(plain), *outcomes, folder=plain)
    done = run("mkdocs", "build", "--strict", "--quiet", folder=plain)
    pages = sum(1 for _page in (plain / "site").rglob("index.html"))
    shutil.rmtree(plain)
    return Plain(done, pages)


if __name__ == "__main__":
    main(sys.argv[1:])
