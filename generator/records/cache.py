"""Valid records kept from the last run, so that only files that changed are read again."""

import hashlib
import platform
import tempfile
from collections.abc import Iterable, Mapping, Sequence
from contextlib import suppress
from pathlib import Path
from typing import TypeAlias

import pydantic
import yaml

from generator.records.kinds import Record
from generator.records.packing import UnpackingError, pack, unpack

FILE = "records.cache"
Kept: TypeAlias = Mapping[str, tuple[str, Record]]
"""Records by the path of their file below data/, each with the digest of the file it came from."""

Packed: TypeAlias = tuple[Sequence[str], bytes]
"""Paths below data/, and what was read of them (see `reading.Read`), packed, in the same order."""

_DIGEST_BYTES = 16
_PACKAGE = Path(__file__).parents[1]
_SOURCES = (
    "amounts.py", "dates.py", "times.py", "text_rules.py",
    "yaml_everyday.py", "yaml_text.py", "yaml_mistakes", "model", "records",
)  # fmt: skip


def digest(content: bytes) -> str:
    """Give the digest by which the content of a file is recognised (BLAKE2b, 128 bits)."""
    return hashlib.blake2b(content, digest_size=_DIGEST_BYTES).hexdigest()


def load(work: Path | None) -> Kept:
    """Give what the last run kept in this folder; nothing when it is damaged or not ours."""
    if work is None:
        return {}
    try:
        content = (work / FILE).read_bytes()
    except OSError:
        return {}
    seal = _seal()
    head, packed = content[: len(seal)], content[len(seal) + 2 * _DIGEST_BYTES :]
    if head != seal or content[len(seal) :] != _checked(packed):
        return {}
    try:
        return {
            name: (digest, record)
            for names, batch in unpack(packed)
            for name, (digest, record, _content) in zip(names, unpack(batch), strict=True)
        }
    except (UnpackingError, TypeError, ValueError):
        return {}


def save(work: Path | None, batches: Iterable[Packed]) -> None:
    """Keep records for the next run; a folder that cannot be written to only costs time later.

    What other processes have read comes packed, and is not taken apart to be packed again.
    """
    if work is None:
        return
    with suppress(OSError):
        work.mkdir(parents=True, exist_ok=True)
        _write(work / FILE, _seal() + _checked(pack(list(batches))))


def packed(kept: Kept) -> Packed:
    """Pack records that were read here, or in an earlier run."""
    return tuple(kept), pack([(*one, b"") for one in kept.values()])


def _write(file: Path, content: bytes) -> None:
    with tempfile.NamedTemporaryFile(dir=file.parent, prefix=f".{FILE}.", delete=False) as half:
        written = Path(half.name)
        try:
            half.write(content)
            half.close()
            written.replace(file)
        except BaseException:
            written.unlink(missing_ok=True)
            raise


def _checked(packed: bytes) -> bytes:
    return digest(packed).encode() + packed


def _seal() -> bytes:
    """What a record's form depends on besides its file: our own source and what we build on."""
    versions = (platform.python_version(), pydantic.VERSION, yaml.__version__)
    found = hashlib.blake2b(repr(versions).encode(), digest_size=_DIGEST_BYTES)
    for name in _SOURCES:
        source = _PACKAGE / name
        for file in sorted(source.rglob("*.py")) if source.is_dir() else [source]:
            found.update(file.read_bytes())
    return found.hexdigest().encode()
