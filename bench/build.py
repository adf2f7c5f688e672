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

from bench.project import WORK, change_one_record, make_plain_project
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
    pages_alone: Built
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
    tables = (whole(results), steps(results))
    print("\n\n".join((machine(asked.jobs), *("\n".join(table) for table in tables))))


def measure(folder: Path, sessions: int, seed: int, jobs: int, *, baseline: bool) -> Measured:
    """Build one archive cold, again, after a change of one record, and as Markdown pages."""
    ours = folder / "ours"
    counts = make_project(ours, sessions, seed, pictures=False)
    chosen = BASELINES if baseline else ()
    alone = tuple(_alone(ours, folder / "plain", one) for one in chosen)
    pages_alone = _build(ours, jobs, "--pages-alone")
    for made in ("site", WORK):
        shutil.rmtree(ours / made)
    cold, warm = _build(ours, jobs), _build(ours, jobs)
    change_one_record(ours)
    return Measured(counts, pages_alone, cold, warm, _build(ours, jobs), alone)


def whole(results: Sequence[Measured]) -> Iterator[str]:
    """The table of whole builds: what each took, and what ours took of what MkDocs alone takes."""
    yield (
        "| sessions | build | pages | on the clock | ours of it | ours, pages alone, of it "
        "| all processors | a page, all processors | memory |"
    )
    yield "|---:|---" + "|---:" * 7 + "|"
    for one in results:
        shares = ((one.cold.run, one.pages_alone.run),) * len(one.alone)
        names = (known.name for known in BASELINES)
        for name, plain, ours in zip(names, one.alone, shares, strict=False):
            yield _row(one, name, plain.run, plain.pages, [_share(plain.run, run) for run in ours])
        yield _row(one, "ours, pages alone", one.pages_alone.run, one.pages_alone.pages, ["", ""])
        yield _row(one, "ours, cold", one.cold.run, one.cold.pages, ["", ""])
        for name, again in (("ours, warm", one.warm), ("ours, one changed", one.changed)):
            of_cold = f"{_share(one.cold.run, again.run)} of cold"
            yield _row(one, name, again.run, again.written, [of_cold, ""])


def _share(whole: Run, part: Run) -> str:
    return f"1/{whole.seconds / part.seconds:.1f}"


def _row(one: Measured, name: str, taken: Run, pages: int, shares: Sequence[str]) -> str:
    each = f"{1000 * taken.processor / pages:.1f} ms" if pages > 1 else ""
    cells = (
        f"{one.counts.sessions:,}",
        name,
        f"{pages:,}",
        f"{taken.seconds:.1f} s",
        *shares,
        f"{taken.processor:.1f} s",
        each,
        f"{taken.memory:.0f} MB",
    )
    return f"| {' | '.join(cells)} |"


def steps(results: Sequence[Measured]) -> Iterator[str]:
    """The table of steps; seconds on the clock."""
    yield "| sessions | build | " + " | ".join(STEPS) + " | all processors |"
    yield "|---:|---" + "|---:" * (len(STEPS) + 1) + "|"
    for one in results:
        builds = (
            ("pages alone", one.pages_alone),
            *(("cold", one.cold), ("warm", one.warm), ("changed", one.changed)),
        )
        for name, built in builds:
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


def _build(folder: Path, jobs: int, *more: str) -> Built:
    done = run("bench.ours", str(folder), str(jobs), *more, folder=folder)
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
