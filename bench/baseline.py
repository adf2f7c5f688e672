"""Writes the sessions of one project as Markdown pages of another: the baseline's input.

python -m bench.baseline FOLDER PLAIN_FOLDER
"""

import sys
from pathlib import Path

from bench.markdown import write_pages
from generator import archive, records
from generator.demo import DAY


def main(folder: Path, plain: Path) -> None:
    """Read the records and write their pages."""
    reading = records.read(folder, folder / "data")
    write_pages(archive.build(reading.records, DAY), plain / "content")


if __name__ == "__main__":
    main(Path(sys.argv[1]), Path(sys.argv[2]))
