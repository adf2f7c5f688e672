"""What `git commit` would take of the data folder, where it is not what lies there.

Somebody may have mended a file without `git add`, or added half of what they wrote. What is checked
before a commit is what would be committed.
"""

import os
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import TypeVar

from generator import git
from generator.errors import KabarError
from generator.language import _
from generator.records.folder import MAX_PHOTO_BYTES
from generator.records.reading import content_of
from generator.writing import Change

_FILES = ("100644", "100755")
_Told = TypeVar("_Told")


class CannotCommit(KabarError):
    """Nobody knows what git would commit; the message says why."""


@dataclass(frozen=True, slots=True)
class _Entry:
    """A file as git would commit it."""

    mode: str
    blob: str


def changes(data: Path) -> tuple[Change, ...]:
    """Give what would have to change below `data` for it to be what `git commit` would take.

    Files git was not told of are to go, also those it ignores. Raises CannotCommit.
    """
    differing = dict(_differing(data))
    known = _entries(data, differing) if differing else {}
    contents = _told(git.contents(data, {entry.blob for entry in known.values()}))
    found: list[Change] = []
    for name, is_there in sorted(differing.items()):
        entry = known.get(name) if is_there else None
        if entry is not None and entry.mode not in _FILES:
            said = _("{file} di git bukan berkas biasa, jadi tidak dapat diperiksa.")
            raise CannotCommit(said.format(file=f"{data.name}/{name}"))
        before = _content(data / name)
        after = None if entry is None else contents[entry.blob]
        if before != after:
            found.append(Change(name, before, after))
    return tuple(found)


def _differing(data: Path) -> Iterator[tuple[str, bool]]:
    """Give each file that is not as git would commit it, and whether it would commit one at all."""
    told = _listed(data, "diff-files", "--relative", "--name-status")
    for status, name in zip(told[::2], told[1::2], strict=False):
        if status == "U":
            said = _("{file} masih berisi dua versi yang bertabrakan; selesaikan dulu.")
            raise CannotCommit(said.format(file=f"{data.name}/{name}"))
        # Announced with `git add -N`, which commits nothing yet, a file counts as added here.
        yield name, status != "A"
    for name in _listed(data, "ls-files", "--others"):
        yield name, False


def _entries(data: Path, names: Iterable[str]) -> Mapping[str, _Entry]:
    wanted = set(names)
    found: dict[str, _Entry] = {}
    for line in _listed(data, "ls-files", "--stage"):
        told, _tab, name = line.partition("\t")
        if name in wanted:
            mode, blob, _stage = told.split(" ")
            found[name] = _Entry(mode, blob)
    return found


def _content(file: Path) -> bytes | None:
    try:
        return content_of(file, MAX_PHOTO_BYTES)
    except OSError:
        return None


def _listed(data: Path, *arguments: str) -> list[str]:
    said = _told(git.said(data, *arguments, "-z", "--", ".", is_of_commit=True))
    return os.fsdecode(said).split("\0")[:-1]


def _told(found: _Told | None) -> _Told:
    if found is None:
        raise CannotCommit(_("Folder ini belum disimpan dengan git."))
    return found
