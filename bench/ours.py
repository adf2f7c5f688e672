"""Builds one project as `kabar build` does and tells, as JSON, what each step took.

    .venv/bin/python -m bench.ours FOLDER JOBS [--pages-alone]

`JOBS` is a number of processes, 0 one for each processor. With `--pages-alone` records are
read and pages made of them, and nothing else is done (`bench.pages_alone`).
"""

import functools
import json
import os
import sys
from collections import defaultdict
from collections.abc import Callable, Iterator
from pathlib import Path
from time import perf_counter, process_time
from types import ModuleType

from bench.pages_alone import leave_out_the_rest
from bench.project import CONFIG
from generator import archive, checks, history, records, site
from generator.demo import DAY
from generator.plugin import build_site
from generator.views import catalogue

STEPS = (
    (history, "first_published", "history"),
    (records, "read", "reading"),
    (archive, "build", "assessing"),
    (checks, "run", "checking"),
    (site, "examining", "gate"),
    (catalogue, "all_pages", "laying out"),
    (site, "all_files", "files"),
)


def main(folder: Path, jobs: int, *, pages_alone: bool) -> None:
    """Build, and print the seconds of every step and the numbers of pages."""
    if pages_alone:
        leave_out_the_rest()
    # Until here Python has loaded modules and nothing else, on one processor.
    taken: dict[str, float] = defaultdict(float, start=process_time())
    for module, name, step in STEPS:
        _watch(module, name, step, taken)
    report = build_site(folder / CONFIG, today=DAY, jobs=jobs, strict=not pages_alone)
    if not report.published:
        sys.exit("\n".join(str(finding) for finding in report.findings[:20]))
    steps = {
        step: report.seconds.get(step, 0.0) for step in ("frame", "press", "search", "scan", "swap")
    }
    print(json.dumps({
        "steps": {**taken, **steps},
        "pages": report.editorial + report.written + report.kept,
        "written": 0 if report.was_there else report.written,
    }), flush=True)  # fmt: skip
    # As the command does: a large archive is not given back piece by piece first.
    os._exit(0)


def _watch(module: ModuleType, name: str, step: str, taken: dict[str, float]) -> None:
    setattr(module, name, _watched(getattr(module, name), step, taken))


def _watched(
    work: Callable[..., object], step: str, taken: dict[str, float]
) -> Callable[..., object]:
    @functools.wraps(work)
    def watched(*arguments: object, **options: object) -> object:
        begun = perf_counter()
        try:
            done = work(*arguments, **options)
            if callable(done):  # begun only: what is waited for later counts as well
                return _watched(done, step, taken)
            # What is made bit by bit is made here, to be counted here.
            return tuple(done) if isinstance(done, Iterator) else done
        finally:
            taken[step] += perf_counter() - begun

    return watched


if __name__ == "__main__":
    main(Path(sys.argv[1]), int(sys.argv[2]), pages_alone="--pages-alone" in sys.argv[3:])
