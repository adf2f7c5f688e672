"""Pagefind's files: what is in one is packed, and begins with a mark of theirs."""

import gzip
import zlib
from hashlib import blake2b
from typing import Any

from generator.errors import KabarError
from generator.language import _
from generator.search import cbor

_SIGNATURE = b"pagefind_dcd"

_GZIP = 16  # added to the size of a window, it asks for a file as gzip has them
_SMALL, _SMALL_WINDOW, _SMALL_MEMORY = 3_500, 12, 6
"""What is enough for a text of so many bytes, which comes out the same. With all the memory zlib
takes by itself, and the system clears anew for each, one can take three times as long to pack."""

BEST = 9
"""How hard a file is packed that every reader loads."""

_USUAL = 6
"""The index of words takes twice as long to pack at the best, for one byte less of a hundred."""


def packed(content: bytes, level: int = _USUAL) -> bytes:
    """Pack what a file holds."""
    if len(content) > _SMALL:
        return zlib.compress(_SIGNATURE + content, level, _GZIP + zlib.MAX_WBITS)
    packing = zlib.compressobj(level, zlib.DEFLATED, _GZIP + _SMALL_WINDOW, _SMALL_MEMORY)
    return packing.compress(_SIGNATURE + content) + packing.flush()


def unpacked(path: str, content: bytes) -> list[Any]:
    """Read the list a file of theirs holds; `KabarError` when it is not written as we know it."""
    found = gzip.decompress(content)
    try:
        item = cbor.decode(found.removeprefix(_SIGNATURE), signed=True)
    except cbor.UnknownItem as error:
        raise unreadable(path) from error
    if not found.startswith(_SIGNATURE) or not isinstance(item, list):
        raise unreadable(path)
    return item


def name_of(content: bytes) -> str:
    """Give a file its name, which changes with its content, so that no browser shows an old one."""
    return f"id_{blake2b(content, digest_size=4).hexdigest()}"


def unreadable(path: str) -> KabarError:
    """Say that Pagefind wrote a file in another way than the version we know."""
    return KabarError(
        _(
            "Pagefind menulis {file} dengan cara yang tidak dikenal. Pasang versi yang diuji."
        ).format(file=path)
    )
