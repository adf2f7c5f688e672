"""What Pagefind wrote, made fit to be published: only what our page loads, and always the same.

Pagefind spells filters in an order of chance and names what it wrote after that; here they are put
in order. It names each piece of text by seven digits of chance, which no compression makes small,
and a phone loads the names of all of them first; here they are counted.
"""

import gzip
import json
from collections.abc import Callable
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


def finish(folder: Path, digest: str, *, with_program: bool) -> None:
    """Make a folder Pagefind has just filled fit to be published.

    `digest` stands for all that was indexed. `with_program` keeps what searches: one volume of a
    site has it for all. What says that the volume is whole is written last.
    """
    entry = json.loads((folder / ENTRY).read_bytes())
    _drop(folder, {SCRIPT, WASM} if with_program else set())
    (language,) = entry["languages"].values()
    meta = folder / f"pagefind.{language['hash']}.pf_meta"
    pages = _unpacked(meta)
    _order_filters(folder, pages)
    _count_fragments(folder, pages, digest)
    language["hash"] = _write(pages, lambda name: folder / f"pagefind.{name}.pf_meta", replacing=meta)
    entry["include_characters"] = sorted(entry["include_characters"])
    found = measured(folder, digest)
    entry[_OWN] = [found.digest, found.files, found.size]
    (folder / ENTRY).write_text(json.dumps(entry, sort_keys=True), encoding="utf-8")


def made(folder: Path) -> Made | None:
    """Say what a published volume was made from; None where there is none that is whole."""
    try:
        digest, files, size = json.loads((folder / ENTRY).read_bytes())[_OWN]
    except (OSError, ValueError, KeyError, TypeError):
        return None
    known = Made(digest, files, size)
    return known if measured(folder, digest) == known else None


def measured(folder: Path, digest: str) -> Made:
    """Count what a volume holds beside its entry: a crash of the machine may have cut it short."""
    files = [file.stat().st_size for file in folder.rglob("*") if file.is_file()]
    own = (folder / ENTRY).stat().st_size
    return Made(digest, len(files) - 1, sum(files) - own)


def _drop(folder: Path, wanted: set[str]) -> None:
    """Remove Pagefind's own pages and programs, which our page does without."""
    for file in folder.iterdir():
        if file.is_file() and file.suffix != ".pf_meta" and file.name not in {ENTRY, *wanted}:
            file.unlink()


def _order_filters(folder: Path, pages: list[Any]) -> None:
    for listed in pages[3]:
        file = folder / "filter" / f"{listed[1]}.pf_filter"
        values = _unpacked(file)
        values[1].sort(key=lambda value: value[0])
        listed[1] = _write(
            values, lambda name: folder / "filter" / f"{name}.pf_filter", replacing=file
        )
    pages[3].sort()


def _count_fragments(folder: Path, pages: list[Any], digest: str) -> None:
    """Number the texts in their order: `2024-<digest>/17`.

    Our page learns from it which volume a result is from, and which of two is newer. The folder is
    another one when anything has changed, so no browser shows an old text for a new one.
    """
    place = f"{folder.name.lstrip('.')}-{digest[:8]}"
    (folder / "fragment" / place).mkdir(parents=True)
    for number, page in enumerate(pages[1]):
        old = folder / "fragment" / f"{page[0]}.pf_fragment"
        page[0] = f"{place}/{number}"
        old.rename(folder / "fragment" / f"{page[0]}.pf_fragment")


def _unpacked(file: Path) -> list[Any]:
    content = gzip.decompress(file.read_bytes())
    try:
        found = cbor.decode(content.removeprefix(_SIGNATURE))
    except cbor.UnknownItem as error:
        raise _unreadable(file) from error
    if not content.startswith(_SIGNATURE) or not isinstance(found, list):
        raise _unreadable(file)
    return found


def _unreadable(file: Path) -> KabarError:
    return KabarError(
        _("Pagefind menulis {file} dengan cara yang tidak dikenal. Pasang versi yang diuji.").format(
            file=file.name
        )
    )


def _write(content: list[Any], place: Callable[[str], Path], *, replacing: Path) -> str:
    """Write what was put in order in place of what it was read from; gives its new name."""
    packed = gzip.compress(_SIGNATURE + cbor.encode(content), mtime=0)
    name = f"id_{blake2b(packed, digest_size=4).hexdigest()}"
    replacing.unlink()
    place(name).write_bytes(packed)
    return name
