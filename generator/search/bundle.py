"""What Pagefind made, fit to be published: only what our page loads, and always the same.

Pagefind spells filters in an order of chance and names its files after that; here they are put in
order. It names each piece of text by seven digits of chance, which no compression makes small, and
a phone loads the names of all of them first; here they are counted.
"""

import gzip
import json
from collections.abc import Mapping
from dataclasses import dataclass
from hashlib import blake2b
from pathlib import Path
from typing import Any

from generator.errors import KabarError
from generator.language import _
from generator.search import cbor

ENTRY = "pagefind-entry.json"
SCRIPT = "pagefind.js"
WASM = "wasm.id.pagefind"

_SIGNATURE = b"pagefind_dcd"
_OWN = "kabar"


@dataclass(frozen=True, slots=True)
class Made:
    """What a published volume was made from, and what it came to: files, and bytes in all."""

    digest: str
    files: int
    size: int


def bundle(
    files: Mapping[str, bytes], name: str, digest: str, *, with_program: bool
) -> dict[str, bytes]:
    """Give the files of a volume by their path, the one that says what it is the last.

    `files` are what Pagefind made, `digest` stands for all that was indexed. `with_program` keeps
    what searches: one volume of a site has it for all. Pagefind's own pages are left out.
    """
    entry = json.loads(files[ENTRY])
    (language,) = entry["languages"].values()
    pages = _unpacked(files, f"pagefind.{language['hash']}.pf_meta")
    made = {path: content for path, content in files.items() if path.startswith("index/")}
    if with_program:
        made |= {path: files[path] for path in (SCRIPT, WASM)}
    made |= _ordered_filters(files, pages)
    made |= _counted_texts(files, pages, f"{name}-{digest[:8]}")
    packed = _packed(pages)
    language["hash"] = _name(packed)
    made[f"pagefind.{language['hash']}.pf_meta"] = packed
    entry["include_characters"] = sorted(entry["include_characters"])
    entry[_OWN] = [digest, len(made), sum(map(len, made.values()))]
    made[ENTRY] = json.dumps(entry, sort_keys=True).encode()
    return made


def write(files: Mapping[str, bytes], folder: Path) -> None:
    """Write the files of a volume into a new folder, in their order."""
    for path, content in files.items():
        file = folder / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(content)


def made(folder: Path) -> Made | None:
    """Say what a published volume was made from; None where there is none that is whole."""
    try:
        digest, files, size = json.loads((folder / ENTRY).read_bytes())[_OWN]
    except (OSError, ValueError, KeyError, TypeError):
        return None
    # A crash of the machine may have cut files short.
    sizes = [
        file.stat().st_size
        for file in folder.rglob("*")
        if file.is_file() and file != folder / ENTRY
    ]
    return Made(digest, files, size) if (len(sizes), sum(sizes)) == (files, size) else None


def _ordered_filters(files: Mapping[str, bytes], pages: list[Any]) -> dict[str, bytes]:
    """Put the values of each filter in order, and the filters themselves."""
    made = {}
    for listed in pages[3]:
        values = _unpacked(files, f"filter/{listed[1]}.pf_filter")
        values[1].sort(key=lambda value: value[0])
        packed = _packed(values)
        listed[1] = _name(packed)
        made[f"filter/{listed[1]}.pf_filter"] = packed
    pages[3].sort()
    return made


def _counted_texts(files: Mapping[str, bytes], pages: list[Any], place: str) -> dict[str, bytes]:
    """Number the texts in their order: `2024-<digest>/17`.

    Our page learns from it which volume a result is from, and which of two is newer. The place is
    another one when anything has changed, so no browser shows an old text for a new one.
    """
    made = {}
    for number, page in enumerate(pages[1]):
        content = files[f"fragment/{page[0]}.pf_fragment"]
        page[0] = f"{place}/{number}"
        made[f"fragment/{page[0]}.pf_fragment"] = content
    return made


def _unpacked(files: Mapping[str, bytes], path: str) -> list[Any]:
    content = gzip.decompress(files[path])
    try:
        found = cbor.decode(content.removeprefix(_SIGNATURE))
    except cbor.UnknownItem as error:
        raise _unreadable(path) from error
    if not content.startswith(_SIGNATURE) or not isinstance(found, list):
        raise _unreadable(path)
    return found


def _unreadable(path: str) -> KabarError:
    return KabarError(
        _(
            "Pagefind menulis {file} dengan cara yang tidak dikenal. Pasang versi yang diuji."
        ).format(file=path)
    )


def _packed(content: list[Any]) -> bytes:
    return gzip.compress(_SIGNATURE + cbor.encode(content), mtime=0)


def _name(packed: bytes) -> str:
    return f"id_{blake2b(packed, digest_size=4).hexdigest()}"
