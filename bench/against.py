"""What it costs to compare the records with what was published, by how many have changed.

    .venv/bin/python -m bench.against 10000

Prints a table in Markdown; README.md of this folder holds what it said.
"""

import subprocess
import sys
import tempfile
from pathlib import Path
from resource import RUSAGE_CHILDREN, getrusage
from time import process_time

from generator import archive, records
from generator.checks import against
from generator.demo import DAY, write_records

CHANGED = (0, 1, 100, 1_000)


def main(sizes: list[int]) -> None:
    """Measure each number of records and print the table."""
    print("| records | files changed | findings | CPU of the comparison | of it git |")
    print("|---:|---:|---:|---:|---:|")
    for size in sizes:
        with tempfile.TemporaryDirectory() as name:
            root = Path(name)
            write_records(root / "data", size, 1)
            _git(root, "init", "--quiet")
            _git(root, "add", "--all")
            _git(root, "commit", "--quiet", "--message", "terbit")
            for changed in CHANGED:
                print(f"| {' | '.join(_measured(root, changed))} |", flush=True)


def _measured(root: Path, changed: int) -> tuple[str, ...]:
    data = root / "data"
    files = sorted((data / "sessions").rglob("*.yml"))
    for file in files[:changed]:
        text = file.read_text(encoding="utf-8")
        file.write_text(text.replace("  desa: ", "  desa: Bukan "), encoding="utf-8")
    reading = records.read(root, data)
    found = archive.build(reading.records, DAY)
    ours, gits = process_time(), _of_children()
    findings = against.compare(root, data, found, "HEAD", DAY)
    ours, gits = process_time() - ours, _of_children() - gits
    return (
        f"{len(reading.digests):,}",
        f"{changed:,}",
        f"{len(findings):,}",
        f"{ours + gits:.2f} s",
        f"{gits:.2f} s",
    )


def _of_children() -> float:
    used = getrusage(RUSAGE_CHILDREN)
    return used.ru_utime + used.ru_stime


def _git(root: Path, *arguments: str) -> None:
    identity = ("-c", "user.name=bench", "-c", "user.email=bench@contoh.test")
    subprocess.run(["git", *identity, *arguments], cwd=root, check=True, stdout=subprocess.DEVNULL)


if __name__ == "__main__":
    main([int(one) for one in sys.argv[1:]])
