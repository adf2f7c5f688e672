"""From files to records: a pure function over batches, run here or on any executor."""

import os
from collections.abc import Iterable, Iterator, Sequence
from concurrent.futures import Executor
from pathlib import Path
from typing import TypeAlias

from pydantic import ValidationError

from generator import yaml_text
from generator.records.cache import digest
from generator.records.kinds import Kind, Record, validate
from generator.records.packing import pack, unpack
from generator.text_rules import MAX_BYTES

Job: TypeAlias = tuple[Kind, str]
"""A file to be read: its kind, and where it lies."""

Read: TypeAlias = tuple[str, Record | None, bytes]
"""The digest of a file's content ("" where it could not be read at all) and its record; where that
cannot be made, None and the content, to tell what is wrong with it."""

BATCH = 250
"""Records read at once on an executor: long enough to be worth sending, short enough to share."""

_WORTH_SHARING = 4 * BATCH  # fewer are read sooner than other processes begin

# A link or a pipe put in place of a file after the folder was listed is neither followed nor
# waited for. Windows knows neither flag and needs one of its own.
_FLAGS = os.O_RDONLY
for _flag in ("O_NOFOLLOW", "O_NONBLOCK", "O_CLOEXEC", "O_BINARY"):
    _FLAGS |= getattr(os, _flag, 0)


def content_of(file: Path | str, most: int = MAX_BYTES) -> bytes:
    """Give the bytes of a file, at most one more than it may have; raises OSError."""
    handle = os.open(file, _FLAGS)
    try:
        content = b""
        while chunk := os.read(handle, most + 1 - len(content)):
            content += chunk
        return content
    finally:
        os.close(handle)


def read_all(
    jobs: Sequence[Job], executor: Executor | None
) -> Iterator[tuple[list[Read], bytes | None]]:
    """Read files in the order of the jobs, batch by batch; each as it came packed, or None."""
    if executor is None or len(jobs) < _WORTH_SHARING:
        yield [read_file(kind, file) for kind, file in jobs], None
        return
    batches = (jobs[start : start + BATCH] for start in range(0, len(jobs), BATCH))
    for packed in executor.map(read_packed, batches):
        yield unpack(packed), packed


def read_packed(batch: Iterable[Job]) -> bytes:
    """Read a batch in another process, which reaches the same files; gives what was read packed."""
    return pack([read_file(kind, file) for kind, file in batch])


def read_file(kind: Kind, file: str) -> Read:
    """Read one file."""
    try:
        content = content_of(file)
    except OSError:
        return "", None, b""
    record = record_of(kind, content)
    return digest(content), record, b"" if record else content


def record_of(kind: Kind, content: bytes) -> Record | None:
    """Read the content of one file; None when anything is wrong with it."""
    tree = yaml_text.parse(content).tree
    if tree is None:
        return None
    try:
        return validate(kind, tree)
    except ValidationError:
        return None
