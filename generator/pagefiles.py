"""What is published as files in a site folder, never changed once written.

A page lies at `<address>index.html`, any other file at its address.

A file may be shared with an older site (a hard link), so a page that changes always becomes a new
file, and what the older site shows stays as it was.
"""

import errno
import os
import shutil
import stat
from io import FileIO
from pathlib import Path
from typing import TypeAlias

INDEX = "index.html"

Shape: TypeAlias = tuple[int, int, int]
"""By which a file is taken to be the one it was: its size, when it was written, its inode.

The same trust git has in its index. A file linked from the last site keeps all three.
"""


def write(site: Path, address: str, content: bytes) -> None:
    """Write a page or another file anew, in the place of an older one if there is any."""
    file = _place(site, address)
    if is_page(address):  # nearly always in a folder of its own that is not there yet
        _make_folder(f"{site}/{address}")
    try:
        _create(file, content)
    except FileNotFoundError:
        os.makedirs(os.path.dirname(file), exist_ok=True)  # noqa: PTH103, PTH120 - a Path costs more
        _create(file, content)
    except FileExistsError:
        os.unlink(file)  # noqa: PTH108
        _create(file, content)


def keep(previous: Path, site: Path, address: str, size: int) -> bool:
    """Take a file over from an older site; False when it is not there with that many bytes.

    A file cut short by a crash of the machine has another size, so it is made anew.
    """
    source, file = _place(previous, address), _place(site, address)
    try:
        if os.stat(source).st_size != size:  # noqa: PTH116
            return False
    except OSError:
        return False
    try:
        _link(source, file)
    except FileNotFoundError:
        os.makedirs(os.path.dirname(file), exist_ok=True)  # noqa: PTH103, PTH120
        _link(source, file)
    return True


def keep_folder(previous: Path, target: Path) -> None:
    """Take a whole folder over from an older site, to where there is none yet."""
    shutil.copytree(previous, target, copy_function=_link)


def is_page(address: str) -> bool:
    """Whether a page is at this address, and not another file."""
    return not address or address.endswith("/")


def shape_of(file: Path | str) -> Shape:
    """Give what a file is recognised by without reading it; raises OSError for a link."""
    found = os.lstat(file)
    if stat.S_ISLNK(found.st_mode):
        raise OSError(errno.ELOOP, os.strerror(errno.ELOOP))
    return found.st_size, found.st_mtime_ns, found.st_ino


def name_of(address: str) -> str:
    """Give the file, below the site's folder, that is shown at an address."""
    return f"{address}{INDEX}" if is_page(address) else address


def _place(site: Path, address: str) -> str:
    return f"{site}/{name_of(address)}"


def _make_folder(folder: str) -> None:
    try:
        os.mkdir(folder)  # noqa: PTH102
    except FileExistsError:
        pass
    except FileNotFoundError:
        os.makedirs(folder, exist_ok=True)  # noqa: PTH103


def _create(file: str, content: bytes) -> None:
    # Without a buffer, which would take a fifth longer.
    with FileIO(file, "xb") as stream:
        rest = memoryview(content)
        while rest:
            rest = rest[stream.write(rest) :]


def _link(source: str, file: str) -> None:
    try:
        os.link(source, file)
    except (FileNotFoundError, FileExistsError):
        raise
    except OSError:  # another disk, or one without hard links
        shutil.copyfile(source, file)
