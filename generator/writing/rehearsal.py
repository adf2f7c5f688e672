"""The data as they would be after some changes, so that they are checked before they are made."""

import os
import shutil
import tempfile
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path

from generator.writing.changes import Change

PREFIX = ".kabar-coba-"


@contextmanager
def as_it_would_be(data: Path, changes: Iterable[Change]) -> Iterator[Path]:
    """Give a folder that holds what `data` would hold after the changes; it is gone afterwards.

    It lies beside `data` and has its name, so findings name files as they always do. What does
    not change is linked, not copied: at 10,000 records that costs less than reading them. What is
    no regular file is linked as such, so that the check still refuses it.
    """
    with tempfile.TemporaryDirectory(dir=data.parent, prefix=PREFIX) as scratch:
        copy = Path(scratch) / data.name
        shutil.copytree(data, copy, symlinks=True, copy_function=link)
        for change in changes:
            file = copy / change.file
            if change.after is None:
                file.unlink(missing_ok=True)
                continue
            file.parent.mkdir(parents=True, exist_ok=True)
            # Never through the link: the real file has the same content behind it.
            file.unlink(missing_ok=True)
            file.write_bytes(change.after)
        yield copy


def link(source: str, target: str) -> None:
    """Let a file stand in another place too, by a link that costs no writing where there can be."""
    try:
        os.link(source, target, follow_symlinks=False)
    except OSError:  # another file system, or one without links
        shutil.copy2(source, target, follow_symlinks=False)
