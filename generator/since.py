"""What has changed below data/ since a git ref: asked of git, at the cost of what has changed."""

import os
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path

from generator import git
from generator.errors import KabarError
from generator.language import _

_REGULAR = (b"100644", b"100755")


class CannotCompare(KabarError):
    """What was committed at a ref cannot be told; the message says why and what to do."""


@dataclass(frozen=True, slots=True)
class Since:
    """What a ref holds below data/ that is not the same now; every name is a path below data/.

    `names` are all files of the ref. `before` is the content there of those that differ now or are
    gone, photos left out: `photos` names those. `behind` are differing files that are here as they
    were when the two lines of history parted: the ref has moved on, and nobody here has changed
    them.
    """

    names: frozenset[str]
    before: Mapping[str, bytes]
    photos: frozenset[str]
    behind: frozenset[str]


def since(data: Path, ref: str, media: str) -> Since:
    """Compare the folder as it lies on the disk with a ref; photos lie in its folder `media`.

    Raises CannotCompare without git, for a ref that is unknown, and in a shallow clone: there the
    ref may be missing, and what was done since it parted cannot be told.
    """
    commit = _commit_of(data, ref)
    there = _tree(data, commit)
    changed = _differing(data, commit) | _missing(data, there)
    behind = frozenset(changed) - _changed_here(data, commit, changed)
    changed &= there.keys()
    photos = frozenset(name for name in changed if name.startswith(f"{media}/"))
    files = sorted(changed - photos)
    contents = git.contents(data, {there[name] for name in files})
    if contents is None:
        raise _failed("cat-file")
    before = {name: contents[there[name]] for name in files}
    return Since(frozenset(there), before, photos, behind & changed)


def _commit_of(data: Path, ref: str) -> str:
    """Give the commit a ref stands for."""
    is_shallow = git.said(data, "rev-parse", "--is-shallow-repository")
    if is_shallow is None:
        raise CannotCompare(
            _("Folder ini belum tercatat di git, jadi tidak ada yang dapat dibandingkan.")
        )
    if is_shallow == b"true\n":
        raise CannotCompare(
            _(
                "Salinan git ini terpotong, jadi tidak dapat dibandingkan. Ambil semuanya dulu: "
                "git fetch --unshallow. Di alur kerja GitHub tulis `fetch-depth: 0`, di GitLab "
                "`GIT_DEPTH: 0`."
            )
        )
    # A ref that begins like an option must not be taken for one.
    found = git.said(
        data, "rev-parse", "--verify", "--quiet", "--end-of-options", f"{ref}^{{commit}}"
    )
    if found is None:
        raise CannotCompare(
            _("`{ref}` tidak dikenal git. Tulis nama cabang, misalnya origin/main.").format(ref=ref)
        )
    return found.decode().strip()


def _tree(data: Path, commit: str) -> dict[str, str]:
    """Give the objects of all files of a commit below the folder; {} where it had none yet."""
    prefix = os.fsdecode(_said(data, "rev-parse", "--show-prefix")).rstrip("\n").rstrip("/")
    place = f"{commit}:{prefix}"
    if git.said(data, "rev-parse", "--verify", "--quiet", place) is None:
        return {}
    found: dict[str, str] = {}
    for entry in _said(data, "ls-tree", "-r", "-z", "--full-tree", place).split(b"\0"):
        facts, _tab, name = entry.partition(b"\t")
        if name and facts.split()[0] in _REGULAR:
            found[os.fsdecode(name)] = facts.split()[2].decode()
    return found


def _differing(data: Path, commit: str) -> set[str]:
    compare = ("diff", "--name-only", "-z", "--no-renames", "--no-ext-diff", "--relative")
    found = _said(data, *compare, commit, "--", ".")
    return {os.fsdecode(name) for name in found.split(b"\0") if name}


def _missing(data: Path, names: Iterable[str]) -> set[str]:
    """Files that are not on the disk: git does not tell of all, where only a part is laid out."""
    return {name for name in names if not os.path.lexists(f"{data}/{name}")}


def _changed_here(data: Path, commit: str, changed: set[str]) -> set[str]:
    parted = git.said(data, "merge-base", commit, "HEAD")
    if not parted or not changed or parted.decode().strip() == commit:
        return changed
    return _differing(data, parted.decode().strip())


def _said(data: Path, *arguments: str) -> bytes:
    found = git.said(data, *arguments)
    if found is None:
        raise _failed(arguments[0])
    return found


def _failed(name: str) -> CannotCompare:
    return CannotCompare(_("Tidak dapat dibandingkan: git {name} gagal.").format(name=name))
