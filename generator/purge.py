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
import re
import shutil
import subprocess
from collections.abc import Iterable, Iterator, Sequence
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryFile
from typing import IO

from generator.errors import KabarError
from generator.language import _

INSTEAD = b"[dihapus]"
"""Stands where words were taken out of a message or of an older version of a file."""

_FOREIGN = ("GIT_DIR", "GIT_WORK_TREE", "GIT_INDEX_FILE", "GIT_PREFIX", "GIT_OBJECT_DIRECTORY")
_SETTINGS = ("-c", "core.quotePath=true", "-c", "gc.auto=0", "-c", "core.ignoreCase=false")
_HEADS = ("ORIG_HEAD", "FETCH_HEAD", "MERGE_HEAD", "CHERRY_PICK_HEAD", "REVERT_HEAD", "AUTO_MERGE")
_LEFT_BEHIND = ("COMMIT_EDITMSG", "TAG_EDITMSG", "MERGE_MSG", "SQUASH_MSG", "NOTES_EDITMSG")
_UNDER_WAY = ("rebase-merge", "rebase-apply", "MERGE_HEAD", "CHERRY_PICK_HEAD", "BISECT_LOG")
_PERSONS = (b"author ", b"committer ", b"tagger ")
_ESCAPES = {"a": 7, "b": 8, "t": 9, "n": 10, "v": 11, "f": 12, "r": 13, '"': 34, "\\": 92}
_ESCAPED = re.compile(rb'\\([0-7]{3}|[abtnvfr"\\])')


class CannotPurge(KabarError):
    """The history was left as it was; the message says what to do first."""


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
    git = _Git(_top_of(root))
    prefix = root.resolve().relative_to(git.top.resolve()).as_posix()
    asked = [path.strip("/") if prefix == "." else f"{prefix}/{path.strip('/')}" for path in paths]
    secrets = [word.encode() for word in words if word.strip()]
    _refuse_what_would_be_lost(git)
    old = _Old(git, [os.fsencode(path) for path in asked], secrets)
    old.refuse_what_is_still_there()
    remotes, remote_only = _sent(git, old)
    tree = git.says("rev-parse", "HEAD^{tree}")
    for ref in git.lines("for-each-ref", "--format=%(refname)", "refs/remotes"):
        git.says("update-ref", "--no-deref", "-d", ref)
    _make_anew(git, old)
    _forget(git)
    if git.says("rev-parse", "HEAD^{tree}") != tree:
        raise NotClean(_("Isi yang sekarang ikut berubah. Jangan dikirim; minta bantuan."))
    _refuse_remains(git, old)
    commits = int(git.says("rev-list", "--count", "--all").strip() or "0")
    return Purged(len(old.gone), commits, remotes, remote_only)


class _Git:
    """Git in one working copy, whatever the settings of the one who runs it."""

    def __init__(self, top: Path) -> None:
        self.top = top
        self._environment = {key: text for key, text in os.environ.items() if key not in _FOREIGN}
        self._environment["GIT_NO_REPLACE_OBJECTS"] = "1"
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
            env=self._environment,
            stdin=stdin,
            stdout=stdout,
            stderr=stderr,
        )

    def says(self, *arguments: str, given: bytes | None = None) -> bytes:
        """Give what a command prints; raises CannotPurge when it fails."""
        done = subprocess.run(
            self.command(*arguments),
            cwd=self.top,
            env=self._environment,
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


class _Old:
    """What is to go: the objects of older versions, and what takes the place of each."""

    def __init__(self, git: _Git, paths: Sequence[bytes], secrets: Sequence[bytes]) -> None:
        self._git, self._paths, self.secrets = git, paths, secrets
        self.now = dict(_tree(git))
        self.instead: dict[bytes, bytes] = {}
        for ref in git.lines("for-each-ref", "--format=%(refname)"):
            self._refuse_word_in_name(os.fsencode(ref))
        self.gone = frozenset(self._versions())
        self._without_words()

    def is_asked_for(self, path: bytes) -> bool:
        """Whether a file is one of those named, or lies in a folder named."""
        return any(path == one or path.startswith(one + b"/") for one in self._paths)

    def refuse_what_is_still_there(self) -> None:
        """Refuse files nobody knows, records not withdrawn yet, and words that are still used."""
        if not self.gone and not self.secrets:
            raise CannotPurge(
                _("Riwayat git tidak memuat isi lama dari berkas itu. Periksa nama berkasnya.")
            )
        for path, found in sorted(self.now.items()):
            content = self._git.says("cat-file", "blob", os.fsdecode(found))
            name = os.fsdecode(path)
            if self.is_asked_for(path) and _is_record(name) and b"ditarik:" not in content:
                said = _("{file} belum ditarik. Tarik dulu dengan kabar withdraw, lalu git commit.")
                raise CannotPurge(said.format(file=name))
            if any(secret in content or secret in path for secret in self.secrets):
                said = _("Kata itu masih ada di {file}. Tarik atau hapus dulu, lalu git commit.")
                raise CannotPurge(said.format(file=name))

    def is_in(self, ref: str) -> bool:
        """Whether a branch holds any of the older versions."""
        objects = self._git.says("rev-list", "--objects", ref).splitlines()
        return not self.gone.isdisjoint(one.partition(b" ")[0] for one in objects)

    def cleaned(self, text: bytes) -> bytes:
        """Give a text without the words."""
        for secret in self.secrets:
            text = text.replace(secret, INSTEAD)
        return text

    def _versions(self) -> Iterator[bytes]:
        """Give the objects that only the files named have held, at any time."""
        log = self._git.says(
            *("log", "--all", "-z", "-m", "--root", "--raw", "--no-renames", "--no-abbrev"),
            "--format=",
        )
        asked: set[bytes] = set()
        others = set(self.now.values())
        fields = iter(log.split(b"\0"))
        for entry in fields:
            if not entry.startswith(b":"):
                continue
            path = next(fields)
            self._refuse_word_in_name(path)
            held = set(entry.split()[2:4]) - {b"0" * 40, b"0" * 64}
            (asked if self.is_asked_for(path) else others).update(held)
        yield from asked - others

    def _refuse_word_in_name(self, name: bytes) -> None:
        if not self.is_asked_for(name) and any(secret in name for secret in self.secrets):
            raise CannotPurge(
                _(
                    "Kata itu juga ada di nama berkas lama, cabang, atau tag. Sebut berkasnya di "
                    "perintah ini; cabang atau tag ganti dulu namanya."
                )
            )

    def _without_words(self) -> None:
        """Write anew what holds one of the words, and remember what takes its place."""
        if not self.secrets:
            return
        for name, kind, content in _objects(self._git):
            if kind == b"blob" and name not in self.gone and self.cleaned(content) != content:
                made = self._git.says(
                    "hash-object", "-w", "--stdin", given=self.cleaned(content)
                ).strip()
                self.instead[name] = made


def _is_record(name: str) -> bool:
    parts = name.split("/")
    return name.endswith(".yml") and ("sessions" in parts or "outcomes" in parts)


def _top_of(root: Path) -> Path:
    try:
        done = subprocess.run(
            ["git", "rev-parse", "--show-toplevel"],
            cwd=root,
            env={key: text for key, text in os.environ.items() if key not in _FOREIGN},
            capture_output=True,
            check=True,
        )
    except (OSError, subprocess.SubprocessError) as error:
        raise CannotPurge(_("Folder ini bukan tempat kerja git.")) from error
    return Path(os.fsdecode(done.stdout.rstrip(b"\n")))


def _refuse_what_would_be_lost(git: _Git) -> None:
    if git.says("rev-parse", "--is-shallow-repository").strip() == b"true":
        raise CannotPurge(
            _("Salinan ini hanya sebagian riwayat. Ambil semuanya dulu: git fetch --unshallow")
        )
    if git.says("status", "--porcelain", "--untracked-files=no"):
        raise CannotPurge(
            _("Masih ada perubahan yang belum disimpan di git. Simpan dulu dengan git commit.")
        )
    if git.says("stash", "list"):
        raise CannotPurge(
            _(
                "Masih ada simpanan sementara (git stash), yang bisa memuat isi lama. Ambil dengan "
                "git stash pop, atau buang dengan git stash clear."
            )
        )
    if (
        len(
            [
                line
                for line in git.lines("worktree", "list", "--porcelain")
                if line[:9] == "worktree "
            ]
        )
        > 1
    ):
        raise CannotPurge(_("Ada folder kerja git lain (git worktree). Hapus dulu yang lain itu."))
    if any((git.folder / name).exists() for name in _UNDER_WAY):
        raise CannotPurge(
            _("Git sedang di tengah merge atau rebase. Selesaikan atau batalkan dulu.")
        )
    if (git.folder / "objects/info/alternates").exists():
        raise CannotPurge(_("Salinan ini meminjam isi salinan lain. Buat salinan utuh: git clone."))
    if git.lines("for-each-ref", "refs/replace"):
        raise CannotPurge(_("Ada pengganti git (git replace). Hapus dulu: git replace -d"))


def _sent(git: _Git, old: _Old) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Give the servers that hold what is to go, and their branches that are only there.

    A word may stand in a message too, so then every branch counts; and so does a server of which
    nothing is known.
    """
    here = set(git.lines("for-each-ref", "--format=%(refname:lstrip=2)", "refs/heads"))
    there = git.lines("for-each-ref", "--format=%(refname:lstrip=2)", "refs/remotes")
    branches = [one for one in there if one.partition("/")[2] != "HEAD"]
    holding = [one for one in branches if old.secrets or old.is_in(f"refs/remotes/{one}")]
    servers = {one.partition("/")[0] for one in holding}
    servers |= {*git.lines("remote")} - {one.partition("/")[0] for one in there}
    lacking = [one for one in holding if one.partition("/")[2] not in here]
    return tuple(one for one in git.lines("remote") if one in servers), tuple(lacking)


def _tree(git: _Git) -> Iterator[tuple[bytes, bytes]]:
    """Give every file there is now, with its object."""
    for entry in git.says("ls-tree", "-r", "-z", "HEAD").split(b"\0"):
        facts, _tab, path = entry.partition(b"\t")
        if path and facts.split()[1] == b"blob":
            yield path, facts.split()[2]


def _make_anew(git: _Git, old: _Old) -> None:
    """Make every commit, tag and note anew; the branches move only when all of them are made."""
    export = (
        *("fast-export", "--all", "--no-data", "--reencode=no", "--use-done-feature"),
        *("--signed-tags=strip", "--tag-of-filtered-object=rewrite", "--fake-missing-tagger"),
    )
    into = ("fast-import", "--force", "--quiet", "--done", "--date-format=raw-permissive")
    with (
        TemporaryFile() as said,
        git.start(*export, stderr=said) as source,
        git.start(*into, stdin=subprocess.PIPE, stdout=subprocess.DEVNULL, stderr=said) as sink,
    ):
        passed = _pour(source, sink, old)
        if source.wait() or sink.wait() or not passed:
            raise CannotPurge(
                _("Git tidak dapat menyusun ulang riwayat ini. Tidak ada yang diubah.")
            )


def _pour(source: "subprocess.Popen[bytes]", sink: "subprocess.Popen[bytes]", old: _Old) -> bool:
    """Send the changed stream on; False when the other side has ended."""
    assert source.stdout is not None
    assert sink.stdin is not None
    try:
        for piece in _filtered(source.stdout, old):
            sink.stdin.write(piece)
        sink.stdin.close()
    except OSError:
        source.kill()
        with suppress(OSError):
            sink.stdin.close()
        return False
    return True


def _filtered(stream: IO[bytes], old: _Old) -> Iterator[bytes]:
    """Change the lines of a stream that name a file asked for, and take words out of messages."""
    while line := stream.readline():
        if line.startswith(b"data "):
            message = old.cleaned(stream.read(int(line[5:])))
            yield b"data %d\n%b" % (len(message), message)
        elif line.startswith(b"M "):
            yield from _changed(line, old)
        elif line.startswith(b"D "):
            path = _unquoted(line[2:].rstrip(b"\n"))
            if not old.is_asked_for(path) or path in old.now:
                yield line
        elif line.startswith(_PERSONS):
            yield old.cleaned(line)
        else:
            yield line


def _changed(line: bytes, old: _Old) -> Iterator[bytes]:
    _m, mode, found, quoted = line.rstrip(b"\n").split(b" ", 3)
    path = _unquoted(quoted)
    if not old.is_asked_for(path):
        yield b"M %b %b %b\n" % (mode, old.instead.get(found, found), quoted)
    elif path in old.now:
        yield b"M %b %b %b\n" % (mode, old.now[path], quoted)


def _unquoted(path: bytes) -> bytes:
    """Give a path as it is, from how git writes one that holds unusual signs."""
    if not path.startswith(b'"'):
        return path
    return _ESCAPED.sub(_sign, path[1:-1])


def _sign(match: re.Match[bytes]) -> bytes:
    said = match[1].decode()
    return bytes([_ESCAPES[said] if said in _ESCAPES else int(said, 8)])


def _forget(git: _Git) -> None:
    """Let go of all that leads to the old commits, and remove them from the disk."""
    for name in (*_HEADS, *_LEFT_BEHIND):
        (git.folder / name).unlink(missing_ok=True)
    if (git.folder / "rr-cache").is_dir():
        shutil.rmtree(git.folder / "rr-cache")
    git.says("reflog", "expire", "--expire=now", "--expire-unreachable=now", "--all")
    # The index remembers trees and, after a conflict, older versions of files.
    (git.folder / "index").unlink(missing_ok=True)
    git.says("reset", "--quiet", "--mixed")
    (git.folder / "ORIG_HEAD").unlink(missing_ok=True)
    git.says("reflog", "expire", "--expire=now", "--expire-unreachable=now", "--all")
    for kept in (git.folder / "objects/pack").glob("*.keep"):
        kept.unlink()
    git.says("gc", "--quiet", "--prune=now")
    git.says("prune", "--expire=now")


def _refuse_remains(git: _Git, old: _Old) -> None:
    """Look through every object and every file git keeps; trust nothing of what was done."""
    for name, _kind, content in _objects(git):
        if name in old.gone or any(secret in content for secret in old.secrets):
            raise NotClean(_still_there())
    for file in git.folder.rglob("*"):
        is_object = file.is_relative_to(git.folder / "objects")
        if not is_object and file.is_file() and old.secrets:
            content = file.read_bytes()
            if any(secret in content for secret in old.secrets):
                raise NotClean(_still_there())


def _still_there() -> str:
    return _(
        "Riwayat sudah disusun ulang, tetapi isi lama masih tersisa di salinan ini. Jangan "
        "dikirim; minta bantuan pengelola git."
    )


def _objects(git: _Git) -> Iterator[tuple[bytes, bytes, bytes]]:
    """Give every object there is, reachable or not: its name, its kind and its content."""
    with git.start("cat-file", "--batch-all-objects", "--batch", "--unordered") as source:
        assert source.stdout
        while head := source.stdout.readline():
            name, kind, size = head.split()
            yield name, kind, source.stdout.read(int(size) + 1)[:-1]


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
