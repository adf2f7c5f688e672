"""Changes to files below data/, made on the disk: all of them, or none."""

import os
import tempfile
from collections.abc import Iterable, Sequence
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

from generator.errors import KabarError
from generator.language import _


class Interrupted(KabarError):
    """A change could not be made, and those before it were taken back."""


@dataclass(frozen=True, slots=True)
class Change:
    """A file below data/ as it is now, and as it is to be; None where it is not there."""

    file: str
    before: bytes | None
    after: bytes | None


def carry_out(changes: Sequence[Change], data: Path) -> None:
    """Make every change; raises Interrupted, having changed nothing.

    A file that is no longer as it was when the change was planned is not overwritten.
    """
    for change in changes:
        if _content(data / change.file) != change.before:
            said = _("{file} baru saja diubah orang lain. Tidak ada yang diubah; ulangi perintah.")
            raise Interrupted(said.format(file=f"data/{change.file}"))
    done: list[Change] = []
    folders: list[Path] = []
    try:
        for change in changes:
            done.append(change)
            folders += _made_folders((data / change.file).parent)
            _place(data / change.file, change.after)
    except OSError as error:
        for change in reversed(done):
            with suppress(OSError):
                _place(data / change.file, change.before)
        _remove_empty(reversed(folders))
        said = _("{file} tidak dapat ditulis; periksa izinnya. Tidak ada yang diubah.")
        raise Interrupted(said.format(file=f"data/{done[-1].file}")) from error
    _remove_empty((data / change.file).parent for change in changes if change.after is None)


def _made_folders(folder: Path) -> list[Path]:
    """Make a folder; give those that were not there, outermost first."""
    missing = []
    while not folder.exists():
        missing.append(folder)
        folder = folder.parent
    for one in reversed(missing):
        one.mkdir()
    return missing[::-1]


def _remove_empty(folders: Iterable[Path]) -> None:
    for folder in folders:
        with suppress(OSError):  # a folder that holds something else stays
            folder.rmdir()


def _content(file: Path) -> bytes | None:
    try:
        return file.read_bytes()
    except FileNotFoundError:
        return None
    except OSError as error:
        said = _("{file} tidak dapat dibaca; periksa izinnya.").format(file=file.name)
        raise Interrupted(said) from error


def _place(file: Path, content: bytes | None) -> None:
    if content is None:
        file.unlink(missing_ok=True)
        return
    handle, name = tempfile.mkstemp(dir=file.parent, prefix=f".{file.name}.")
    try:
        with os.fdopen(handle, "wb") as half:
            half.write(content)
        # What is made in passing is its owner's alone; a record is for whoever reads the project.
        Path(name).chmod(file.stat().st_mode & 0o777 if file.exists() else 0o644)
        Path(name).replace(file)
    except BaseException:
        Path(name).unlink(missing_ok=True)
        raise
