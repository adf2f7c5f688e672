"""The records as they were at another point of git's history, as a folder that can be read."""

import os
import subprocess
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from generator.errors import KabarError
from generator.history import FOREIGN
from generator.language import _
from generator.records.folder import MEDIA

_REGULAR = (b"100644", b"100755")


class CannotTell(KabarError):
    """What was committed at a ref cannot be told; the message says why and what to do."""


@contextmanager
def data_at(root: Path, data: Path, ref: str) -> Iterator[Path]:
    """Give a data folder as it was committed at a ref: a branch, a tag or a commit.

    Its parent stands for `root`, and it lies below it where `data` lies below `root`, so findings
    name files as they always do. Photos are left out. It is gone afterwards. Without the folder
    at that ref it is empty. Raises CannotTell without git, for an unknown ref, and in a clone
    that was cut off before the ref.
    """
    commit = commit_of(root, ref)
    with tempfile.TemporaryDirectory(prefix="kabar-dulu-") as scratch:
        folder = Path(scratch) / (
            data.relative_to(root) if data.is_relative_to(root) else data.name
        )
        folder.mkdir(parents=True, exist_ok=True)
        _write_all(data, commit, folder)
        yield folder


def commit_of(root: Path, ref: str) -> str:
    """Give the commit a ref stands for; raises CannotTell."""
    shallow = _git(root, "rev-parse", "--is-shallow-repository")
    if shallow is None:
        raise CannotTell(
            _("Folder ini belum tercatat di git, jadi tidak ada yang dapat dibandingkan.")
        )
    # A ref that begins like an option must not be taken for one.
    found = _git(root, "rev-parse", "--verify", "--quiet", "--end-of-options", f"{ref}^{{commit}}")
    if found is None and shallow.strip() == b"true":
        raise CannotTell(
            _(
                "Salinan git ini terpotong, jadi `{ref}` tidak ada di dalamnya. Ambil semuanya "
                "dulu: git fetch --unshallow"
            ).format(ref=ref)
        )
    if found is None:
        raise CannotTell(
            _("`{ref}` tidak dikenal git. Tulis nama cabang, misalnya origin/main.").format(ref=ref)
        )
    return found.decode().strip()


def _write_all(data: Path, commit: str, folder: Path) -> None:
    listing = _git(data, "ls-tree", "-r", "-z", commit, "--", ".") or b""
    wanted = [
        (name, identity)
        for mode, identity, name in map(_entry, filter(None, listing.split(b"\0")))
        if mode in _REGULAR and not name.startswith(f"{MEDIA}/")
    ]
    asked = b"".join(identity + b"\n" for _name, identity in wanted)
    told = _git(data, "cat-file", "--batch", said=asked) if wanted else b""
    if told is None:
        raise CannotTell(_("Git tidak dapat membaca isi lama catatan; jalankan: git fsck"))
    at = 0
    for name, _identity in wanted:
        end = told.index(b"\n", at)
        size = int(told[at:end].rpartition(b" ")[2])
        file = folder / name
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(told[end + 1 : end + 1 + size])
        at = end + size + 2


def _entry(line: bytes) -> tuple[bytes, bytes, str]:
    facts, _tab, name = line.partition(b"\t")
    mode, _kind, identity = facts.split()
    return mode, identity, os.fsdecode(name)


def _git(folder: Path, *arguments: str, said: bytes | None = None) -> bytes | None:
    environment = {name: value for name, value in os.environ.items() if name not in FOREIGN}
    try:
        done = subprocess.run(
            ["git", *arguments],
            cwd=folder if folder.is_dir() else folder.parent,
            env=environment | {"GIT_OPTIONAL_LOCKS": "0"},
            input=said or b"",
            capture_output=True,
            check=True,
        )
    except (OSError, subprocess.SubprocessError):
        return None
    return done.stdout
