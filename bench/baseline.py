"""Writes the records of one project as Markdown pages of another: the baselines' input.

    python -m bench.baseline FOLDER PLAIN_FOLDER [--outcomes]

Each session becomes a page; with `--outcomes` each outcome becomes one too. Prints their number.
"""

import sys
from pathlib import Path

from bench.markdown import write_outcome_pages, write_pages
from generator import archive, records
from generator.demo import DAY


def main(folder: Path, plain: Path, *, outcomes: bool) -> None:
    """Read the records and write their pages."""
    reading = records.read(folder, folder / "data")
    found = archive.build(reading.records, DAY)
    written = write_pages(found, plain / "content")
    if outcomes:
        written += write_outcome_pages(found, plain / "content")
    print(written)


if __name__ == "__main__":
    main(Path(sys.argv[1]), Path(sys.argv[2]), outcomes="--outcomes" in sys.argv[3:])
