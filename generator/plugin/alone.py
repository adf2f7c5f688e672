"""One build of a project at a time.

Two would clear away each other's half-made site. The lock is one the system holds for the program
(`filelock`), so none is left behind by a build that was killed.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from filelock import FileLock, Timeout

from generator.errors import SettingsError
from generator.language import _

_FILE = "build.lock"


@contextmanager
def alone(work: Path) -> Iterator[None]:
    """Hold the project's lock, a file in its folder `work`, while the context lasts.

    Raises SettingsError when another program on this computer holds it.
    """
    work.mkdir(parents=True, exist_ok=True)
    lock = FileLock(work / _FILE, blocking=False)
    try:
        lock.acquire()
    except Timeout as error:
        said = _(
            "Situs ini sedang dibuat oleh perintah lain di komputer ini. Tunggu sampai selesai, "
            "lalu ulangi."
        )
        raise SettingsError(said) from error
    try:
        yield
    finally:
        lock.release()
