"""What `git commit` would take of the data folder, where it is not what lies there.

Somebody may have mended a file without `git add`, or added half of what they wrote. What is checked
before a commit is what would be committed.
"""

import os
import subprocess
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from generator.errors import KabarError
from generator.language import _
from generator.records.folder import MAX_PHOTO_BYTES
from generator.records.reading import content_of
from generator.writing import Change

_FILES = ("100644", "100755")
# A hook is told which index is meant by this name, seen from the top of the repository.
_INDEX = "GIT_INDEX_FILE"


class CannotTell(KabarError):
    """Nobody knows what git would commit; the message says why."""


@dataclass(frozen=True, slots=True)
class _Entry:
    """A file as git would commit it."""

    mode: str
    blob: str


def changes(data: Path) -> tuple[Change, ...]:
    """Give what would have to change below `data` for it to be what `git commit` would take.

    Files git was not told of are to go, also those it ignores. Raises CannotTell.
    """
    differing = dict(_differing(data))
    known = _entries(data, differing) if differing else {}
    contents = _contents(data, {entry.blob for entry in known.values()})
    found: list[Change] = []
    for name, is_there in sorted(differing.items()):
        entry = known.get(name) if is_there else None
        if entry is not None and entry.mode not in _FILES:
            said = _("{file} di git bukan berkas biasa, jadi tidak dapat diperiksa.")
            raise CannotTell(said.format(file=f"{data.name}/{name}"))
        before = _content(data / name)
        after = None if entry is None else contents[entry.blob]
        if before != after:
            found.append(Change(name, before, after))
    return tuple(found)


def _differing(data: Path) -> Iterator[tuple[str, bool]]:
    """Give each file that is not as git would commit it, and whether it would commit one at all."""
    told = _git(data, "diff-files", "-z", "--relative", "--name-status", "--", ".").split("\0")
    for status, name in zip(told[::2], told[1::2], strict=False):
        if status == "U":
            said = _("{file} masih berisi dua versi yang bertabrakan; selesaikan dulu.")
            raise CannotTell(said.format(file=f"{data.name}/{name}"))
        # Announced with `git add -N`, which commits nothing yet, a file counts as added here.
        yield name, status != "A"
    for name in filter(None, _git(data, "ls-files", "-z", "--others", "--", ".").split("\0")):
        yield name, False


def _entries(data: Path, names: Iterable[str]) -> Mapping[str, _Entry]:
    wanted = set(names)
    found: dict[str, _Entry] = {}
    for line in filter(None, _git(data, "ls-files", "-z", "--stage", "--", ".").split("\0")):
        told, _tab, name = line.partition("\t")
        if name in wanted:
            mode, blob, _stage = told.split(" ")
            found[name] = _Entry(mode, blob)
    return found


def _contents(data: Path, blobs: set[str]) -> Mapping[str, bytes]:
    """Ask git once for all of them; one too long for a record is cut off like a file that is."""
    asked = sorted(blobs)
    if not asked:
        return {}
    told = _run(data, ("cat-file", "--batch"), "".join(f"{blob}\n" for blob in asked).encode())
    found: dict[str, bytes] = {}
    at = 0
    for blob in asked:
        end = told.index(b"\n", at)
        size = int(told[at:end].rpartition(b" ")[2])
        found[blob] = told[end + 1 : end + 1 + size]
        at = end + 1 + size + 1
    return found


def _content(file: Path) -> bytes | None:
    try:
        return content_of(file, MAX_PHOTO_BYTES)
    except OSError:
        return None


def _git(folder: Path, *arguments: str) -> str:
    return os.fsdecode(_run(folder, arguments))


def _run(folder: Path, arguments: Iterable[str], said: bytes = b"") -> bytes:
    environment = {**os.environ, "GIT_OPTIONAL_LOCKS": "0"}
    if index := environment.get(_INDEX):
        environment[_INDEX] = str(Path.cwd() / index)
    try:
        done = subprocess.run(
            ["git", *arguments],
            cwd=folder,
            env=environment,
            input=said,
            capture_output=True,
            check=True,
        )
    except (OSError, subprocess.SubprocessError) as error:
        raise CannotTell(_("Folder ini belum disimpan dengan git.")) from error
    return done.stdout
