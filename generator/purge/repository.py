"""The repository that older versions are taken out of, and whether that may begin."""

import os
import subprocess
from collections.abc import Iterator
from pathlib import Path
from typing import IO

from generator import git
from generator.errors import KabarError
from generator.language import _

_SETTINGS = ("-c", "core.quotePath=true", "-c", "gc.auto=0", "-c", "core.ignoreCase=false")
_UNDER_WAY = ("rebase-merge", "rebase-apply", "MERGE_HEAD", "CHERRY_PICK_HEAD", "BISECT_LOG")


class CannotPurge(KabarError):
    """The history was left as it was; the message says what to do first."""


class Repository:
    """A working copy, asked whatever the settings of the one who asks.

    Unlike `git.said` its commands may take as long as they need, and pour into one another.
    """

    def __init__(self, top: Path) -> None:
        self.top = top
        self.folder = top / os.fsdecode(self.says("rev-parse", "--git-dir").strip())

    def command(self, *arguments: str) -> list[str]:
        """Give a command that no setting of the user changes."""
        return ["git", *_SETTINGS, *arguments]

    def start(
        self,
        *arguments: str,
        stdin: int | None = None,
        stdout: int = subprocess.PIPE,
        stderr: IO[bytes] | None = None,
    ) -> "subprocess.Popen[bytes]":
        """Begin a command."""
        return subprocess.Popen(
            self.command(*arguments),
            cwd=self.top,
            env=git.environment(),
            stdin=stdin,
            stdout=stdout,
            stderr=stderr,
        )

    def says(self, *arguments: str, given: bytes | None = None) -> bytes:
        """Give what a command prints; raises CannotPurge when it fails."""
        done = subprocess.run(
            self.command(*arguments),
            cwd=self.top,
            env=git.environment(),
            input=given,
            stdin=subprocess.DEVNULL if given is None else None,
            capture_output=True,
            check=False,
        )
        if done.returncode:
            raise CannotPurge(_("git {name} gagal.").format(name=arguments[0]))
        return done.stdout

    def lines(self, *arguments: str) -> list[str]:
        """Give what a command prints, line by line."""
        return os.fsdecode(self.says(*arguments)).splitlines()

    def tree(self) -> Iterator[tuple[bytes, bytes]]:
        """Give every file there is now, with its object."""
        for entry in self.says("ls-tree", "-r", "-z", "HEAD").split(b"\0"):
            facts, _tab, path = entry.partition(b"\t")
            if path and facts.split()[1] == b"blob":
                yield path, facts.split()[2]

    def objects(self) -> Iterator[tuple[bytes, bytes, bytes]]:
        """Give every object there is, reachable or not: its name, its kind and its content."""
        with self.start("cat-file", "--batch-all-objects", "--batch", "--unordered") as source:
            assert source.stdout
            while head := source.stdout.readline():
                name, kind, size = head.split()
                yield name, kind, source.stdout.read(int(size) + 1)[:-1]


def around(root: Path) -> Repository:
    """Give the repository around a folder; raises CannotPurge when there is none."""
    top = git.said(root, "rev-parse", "--show-toplevel")
    if top is None:
        raise CannotPurge(_("Folder ini bukan tempat kerja git."))
    return Repository(Path(os.fsdecode(top.rstrip(b"\n"))))


def refuse_what_would_be_lost(repository: Repository) -> None:
    """Raise CannotPurge where history made anew would take something with it that is not meant."""
    if repository.says("rev-parse", "--is-shallow-repository").strip() == b"true":
        raise CannotPurge(
            _("Salinan ini hanya sebagian riwayat. Ambil semuanya dulu: git fetch --unshallow")
        )
    if repository.says("status", "--porcelain", "--untracked-files=no"):
        raise CannotPurge(
            _("Masih ada perubahan yang belum disimpan di git. Simpan dulu dengan git commit.")
        )
    if repository.says("stash", "list"):
        raise CannotPurge(
            _(
                "Masih ada simpanan sementara (git stash), yang bisa memuat isi lama. Ambil dengan "
                "git stash pop, atau buang dengan git stash clear."
            )
        )
    folders = repository.lines("worktree", "list", "--porcelain")
    if sum(line.startswith("worktree ") for line in folders) > 1:
        raise CannotPurge(_("Ada folder kerja git lain (git worktree). Hapus dulu yang lain itu."))
    if any((repository.folder / name).exists() for name in _UNDER_WAY):
        raise CannotPurge(
            _("Git sedang di tengah merge atau rebase. Selesaikan atau batalkan dulu.")
        )
    if (repository.folder / "objects/info/alternates").exists():
        raise CannotPurge(_("Salinan ini meminjam isi salinan lain. Buat salinan utuh: git clone."))
    if repository.lines("for-each-ref", "refs/replace"):
        raise CannotPurge(_("Ada pengganti git (git replace). Hapus dulu: git replace -d"))
