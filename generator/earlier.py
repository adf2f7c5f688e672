"""The records as they were at another point of git's history, as a folder that can be read."""

import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import NamedTuple

from generator.records.folder import MEDIA
from generator.since import Since, since
from generator.writing.rehearsal import PREFIX, link


class EarlierData(NamedTuple):
    """A folder of records as they were, and how many files are newer there than they are here."""

    folder: Path
    behind: int


@contextmanager
def data_at(data: Path, ref: str) -> Iterator[EarlierData]:
    """Give a data folder as it was committed at a ref: a branch, a tag or a commit.

    It has the name of `data`, and its parent stands for the root. Photos are left out. It is gone
    afterwards; without the folder at that ref it is empty. Files the ref has moved on with, and
    nobody has changed here, are as they are here: that they differ is nothing that was done here.
    What is the same is linked and not written, so the cost follows what differs. Raises
    since.CannotCompare without git, for an unknown ref, and in a clone that was cut off.
    """
    found = since(data, ref, MEDIA)
    with tempfile.TemporaryDirectory(dir=data.parent, prefix=PREFIX) as scratch:
        folder = Path(scratch) / data.name
        folder.mkdir()
        _lay_out(data, found, folder)
        yield EarlierData(folder, len(found.behind))


def _lay_out(data: Path, found: Since, folder: Path) -> None:
    known: set[str] = set()
    for name in found.names:
        if name.startswith(f"{MEDIA}/"):
            continue
        above = name.rpartition("/")[0]
        if above not in known:
            (folder / above).mkdir(parents=True, exist_ok=True)
            known.add(above)
        if name in found.before and name not in found.behind:
            (folder / name).write_bytes(found.before[name])
        elif name not in found.behind or (data / name).is_file():
            link(f"{data}/{name}", f"{folder}/{name}")
