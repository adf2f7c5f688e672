"""From files to records: a pure function over batches, run here or on any executor."""

import os
from collections.abc import Iterable, Iterator, Sequence
from concurrent.futures import Executor
from functools import partial
from itertools import chain, islice
from pathlib import Path
from typing import NamedTuple, TypeAlias

from pydantic import ValidationError

from generator import yaml_text
from generator.records.cache import digest
from generator.records.kinds import Kind, Record, place, validate
from generator.records.packing import pack, unpack
from generator.text_rules import MAX_BYTES


class RecordFile(NamedTuple):
    """A file that may hold a record, or a whole table of them; `name` is its path below data/."""

    kind: Kind
    id: str
    name: str


Job: TypeAlias = tuple[Kind, str, str]
"""What a `RecordFile` tells, without its names, which would be sent to other processes too."""

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
    folder: str, files: Iterable[RecordFile], executor: Executor | None
) -> Iterator[tuple[Sequence[RecordFile], list[Read], bytes | None]]:
    """Read files below a folder, batch by batch; gives with each how it came packed, or None.

    Other processes have begun to read before the last files are found.
    """
    files = iter(files)
    first = list(islice(files, _WORTH_SHARING))
    if executor is None or len(first) < _WORTH_SHARING:
        alone = [*first, *files]
        yield alone, [read_file(folder, *file) for file in alone], None
        return
    batches: list[list[RecordFile]] = []

    def jobs() -> Iterator[list[Job]]:
        waiting = chain(first, files)
        while batch := list(islice(waiting, BATCH)):
            batches.append(batch)
            yield [(file.kind, file.id, file.name) for file in batch]

    every = executor.map(partial(read_packed, folder), jobs())
    for batch, packed in zip(batches, every, strict=True):
        yield batch, unpack(packed), packed


def read_packed(folder: str, batch: Iterable[Job]) -> bytes:
    """Read a batch in another process, which reaches the same folder; gives it packed."""
    return pack([read_file(folder, *file) for file in batch])


def read_file(folder: str, kind: Kind, identity: str, name: str) -> Read:
    """Read one file below a folder."""
    try:
        content = content_of(f"{folder}/{name}")
    except OSError:
        return "", None, b""
    record = record_of(kind, content)
    if record is None:
        return digest(content), None, content
    place(record, identity)
    return digest(content), record, b""


def record_of(kind: Kind, content: bytes) -> Record | None:
    """Read the content of one file; None when anything is wrong with it."""
    tree = yaml_text.parse(content).tree
    if tree is None:
        return None
    try:
        return validate(kind, tree)
    except ValidationError:
        return None
