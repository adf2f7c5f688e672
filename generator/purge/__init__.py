"""Older versions of a file taken out of git for good, by `git fast-export` and `git fast-import`.

A withdrawn record still stands, as it was, in every older commit, and whoever can fetch the
repository can read it (UU 27/2022 art. 43 and 44 oblige to erase, not to hide). Here every commit
is made anew with the files named holding, at all times, what they hold now, or missing where they
are gone now. Nobody has to type the words that must go, so they come into no command and no log;
words that stand elsewhere too, in messages or other files, can be handed over in a file.

Why not git-filter-repo: it does much more, wants its own defaults to be known, and would be one
more pinned program on an officer's computer, while git's own two commands carry the whole stream
and only the lines that name a file have to be changed. Author, committer, days, messages, parents
and tags stay, so what `generator.history` reads of first publications stays as well. Notes (`git
notes`) are cleaned too, but name the commits there were before and so lose theirs.
"""

import os
import shutil
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path

from generator.errors import KabarError
from generator.language import _
from generator.purge.old_versions import INSTEAD, Old
from generator.purge.repository import (
    CannotPurge,
    Repository,
    around,
    refuse_what_would_be_lost,
)
from generator.purge.rewriting import make_anew

__all__ = [
    "INSTEAD",
    "CannotPurge",
    "NotClean",
    "Purged",
    "commands_to_delete",
    "commands_to_send",
    "purge",
    "words_in",
]

_HEADS = ("ORIG_HEAD", "FETCH_HEAD", "MERGE_HEAD", "CHERRY_PICK_HEAD", "REVERT_HEAD", "AUTO_MERGE")
_LEFT_BEHIND = ("COMMIT_EDITMSG", "TAG_EDITMSG", "MERGE_MSG", "SQUASH_MSG", "NOTES_EDITMSG")


class NotClean(KabarError):
    """The history was made anew, and something of the old one is still there."""


@dataclass(frozen=True, slots=True)
class Purged:
    """What was done: older versions that are gone, commits there are, branches and tags to send.

    `remotes` are the servers that were sent something of what went, `remote_only` their branches
    that hold it and that this computer does not have: they were not made anew.
    """

    versions: int
    commits: int
    remotes: tuple[str, ...]
    remote_only: tuple[str, ...]


def purge(root: Path, paths: Sequence[str], words: Sequence[str] = ()) -> Purged:
    """Take every older version of these files out of the repository around `root`.

    `paths` are files or folders below `root`, with forward slashes; they need not be there any
    more. `words` are taken out of messages, names of authors, notes, and older versions of all
    other files. Raises CannotPurge before anything was changed, NotClean where something is left.
    """
    repository = around(root)
    prefix = root.resolve().relative_to(repository.top.resolve()).as_posix()
    asked = [path.strip("/") if prefix == "." else f"{prefix}/{path.strip('/')}" for path in paths]
    secrets = [word.encode() for word in words if word.strip()]
    refuse_what_would_be_lost(repository)
    old = Old(repository, [os.fsencode(path) for path in asked], secrets)
    old.refuse_what_is_still_there()
    remotes, remote_only = _sent(repository, old)
    before = repository.says("rev-parse", "HEAD^{tree}")
    for ref in repository.lines("for-each-ref", "--format=%(refname)", "refs/remotes"):
        repository.says("update-ref", "--no-deref", "-d", ref)
    make_anew(repository, old)
    _forget(repository)
    if repository.says("rev-parse", "HEAD^{tree}") != before:
        raise NotClean(_("Isi yang sekarang ikut berubah. Jangan dikirim; minta bantuan."))
    _refuse_remains(repository, old)
    commits = int(repository.says("rev-list", "--count", "--all").strip() or "0")
    return Purged(len(old.gone), commits, remotes, remote_only)


def words_in(file: Path) -> tuple[str, ...]:
    """Give the words in a file, one on each line; raises CannotPurge when it cannot be read."""
    try:
        lines = file.read_text(encoding="utf-8-sig").splitlines()
    except (OSError, UnicodeError) as error:
        raise CannotPurge(_("{file} tidak dapat dibaca.").format(file=file.name)) from error
    return tuple(line.strip() for line in lines if line.strip())


def commands_to_send(done: Purged) -> Iterable[str]:
    """Give the git commands that bring the new history to the servers that hold the old one."""
    for remote in done.remotes:
        yield f"git push --force --all {remote}"
        yield f"git push --force --tags {remote}"


def commands_to_delete(done: Purged) -> Iterable[str]:
    """Give the git commands that remove branches that hold the old history and were not made anew.

    Whoever works in one has to save it first.
    """
    for branch in done.remote_only:
        remote, _slash, name = branch.partition("/")
        yield f"git push {remote} --delete {name}"


def _sent(repository: Repository, old: Old) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Give the servers that hold what is to go, and their branches that are only there.

    A word may stand in a message too, so then every branch counts; and so does a server of which
    nothing is known.
    """
    here = set(repository.lines("for-each-ref", "--format=%(refname:lstrip=2)", "refs/heads"))
    there = repository.lines("for-each-ref", "--format=%(refname:lstrip=2)", "refs/remotes")
    branches = [one for one in there if one.partition("/")[2] != "HEAD"]
    holding = [one for one in branches if old.secrets or old.is_in(f"refs/remotes/{one}")]
    servers = {one.partition("/")[0] for one in holding}
    servers |= {*repository.lines("remote")} - {one.partition("/")[0] for one in there}
    lacking = [one for one in holding if one.partition("/")[2] not in here]
    return tuple(one for one in repository.lines("remote") if one in servers), tuple(lacking)


def _forget(repository: Repository) -> None:
    """Let go of all that leads to the old commits, and remove them from the disk."""
    for name in (*_HEADS, *_LEFT_BEHIND):
        (repository.folder / name).unlink(missing_ok=True)
    if (repository.folder / "rr-cache").is_dir():
        shutil.rmtree(repository.folder / "rr-cache")
    repository.says("reflog", "expire", "--expire=now", "--expire-unreachable=now", "--all")
    # The index remembers trees and, after a conflict, older versions of files.
    (repository.folder / "index").unlink(missing_ok=True)
    repository.says("reset", "--quiet", "--mixed")
    (repository.folder / "ORIG_HEAD").unlink(missing_ok=True)
    repository.says("reflog", "expire", "--expire=now", "--expire-unreachable=now", "--all")
    for kept in (repository.folder / "objects/pack").glob("*.keep"):
        kept.unlink()
    repository.says("gc", "--quiet", "--prune=now")
    repository.says("prune", "--expire=now")


def _refuse_remains(repository: Repository, old: Old) -> None:
    """Look through every object and every file git keeps; trust nothing of what was done."""
    for name, _kind, content in repository.objects():
        if name in old.gone or any(secret in content for secret in old.secrets):
            raise NotClean(_still_there())
    for file in repository.folder.rglob("*"):
        is_object = file.is_relative_to(repository.folder / "objects")
        if not is_object and file.is_file() and old.secrets:
            content = file.read_bytes()
            if any(secret in content for secret in old.secrets):
                raise NotClean(_still_there())


def _still_there() -> str:
    return _(
        "Riwayat sudah disusun ulang, tetapi isi lama masih tersisa di salinan ini. Jangan "
        "dikirim; minta bantuan pengelola git."
    )
