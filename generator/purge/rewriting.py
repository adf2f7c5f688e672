"""Every commit, tag and note made anew, as a stream from `git fast-export` to `git fast-import`."""

import re
import subprocess
from collections.abc import Iterator
from contextlib import suppress
from tempfile import TemporaryFile
from typing import IO

from generator.language import _
from generator.purge.old_versions import Old
from generator.purge.repository import CannotPurge, Repository

_PERSONS = (b"author ", b"committer ", b"tagger ")
_ESCAPES = {"a": 7, "b": 8, "t": 9, "n": 10, "v": 11, "f": 12, "r": 13, '"': 34, "\\": 92}
_ESCAPED = re.compile(rb'\\([0-7]{3}|[abtnvfr"\\])')


def make_anew(repository: Repository, old: Old) -> None:
    """Make every commit, tag and note anew; the branches move only when all of them are made.

    Raises CannotPurge, with nothing changed, where git cannot.
    """
    export = (
        *("fast-export", "--all", "--no-data", "--reencode=no", "--use-done-feature"),
        *("--signed-tags=strip", "--tag-of-filtered-object=rewrite", "--fake-missing-tagger"),
    )
    into = ("fast-import", "--force", "--quiet", "--done", "--date-format=raw-permissive")
    with (
        TemporaryFile() as said,
        repository.start(*export, stderr=said) as source,
        repository.start(
            *into, stdin=subprocess.PIPE, stdout=subprocess.DEVNULL, stderr=said
        ) as sink,
    ):
        passed = _pour(source, sink, old)
        if source.wait() or sink.wait() or not passed:
            raise CannotPurge(
                _("Git tidak dapat menyusun ulang riwayat ini. Tidak ada yang diubah.")
            )


def _pour(source: "subprocess.Popen[bytes]", sink: "subprocess.Popen[bytes]", old: Old) -> bool:
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


def _filtered(stream: IO[bytes], old: Old) -> Iterator[bytes]:
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


def _changed(line: bytes, old: Old) -> Iterator[bytes]:
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
