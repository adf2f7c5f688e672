"""Pages as files in a site folder: `<address>index.html`, never changed once written.

A file may be shared with an older site (a hard link), so a page that changes always becomes a new
file, and what the older site shows stays as it was.
"""

import os
import shutil
from pathlib import Path

INDEX = "index.html"


def write(site: Path, address: str, content: bytes) -> None:
    """Write a page as a new file, in the place of an older one if there is any."""
    file = f"{site}/{address}{INDEX}"
    try:
        _create(file, content)
    except FileNotFoundError:
        os.makedirs(f"{site}/{address}", exist_ok=True)  # noqa: PTH103 - a Path per page costs more
        _create(file, content)
    except FileExistsError:
        os.unlink(file)  # noqa: PTH108
        _create(file, content)


def keep(previous: Path, site: Path, address: str, size: int) -> bool:
    """Take a page over from an older site; False when it is not there with that many bytes.

    A file cut short by a crash of the machine has another size, so it is made anew.
    """
    source, file = f"{previous}/{address}{INDEX}", f"{site}/{address}{INDEX}"
    try:
        if os.stat(source).st_size != size:  # noqa: PTH116
            return False
    except OSError:
        return False
    try:
        _link(source, file)
    except FileNotFoundError:
        os.makedirs(f"{site}/{address}", exist_ok=True)  # noqa: PTH103
        _link(source, file)
    return True


def _create(file: str, content: bytes) -> None:
    with open(file, "xb") as stream:  # noqa: PTH123
        stream.write(content)


def _link(source: str, file: str) -> None:
    try:
        os.link(source, file)
    except (FileNotFoundError, FileExistsError):
        raise
    except OSError:  # another disk, or one without hard links
        shutil.copyfile(source, file)
