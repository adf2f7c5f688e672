"""The files of a volume: what our page loads, and nothing else.

Each entry's text is a file of its own. Texts are named by their number, `2024-<digest>/17`: our
page learns from it which volume a result is from, and which of two is newer. Names of chance, as
Pagefind gives them, cannot be packed small, and a phone loads all of them first.
"""

import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import chain
from pathlib import Path
from typing import NamedTuple

from generator.pagefiles import write
from generator.search.cbor import Numbers, array, encode
from generator.search.packed import BEST, name_of, packed
from generator.search.postings import Piece, Postings
from generator.search.roots import Root, vocabulary
from generator.views.findable import Entry

ENTRY = "pagefind-entry.json"
SCRIPT = "pagefind.js"
WASM = "wasm.id.pagefind"

_OWN = "kabar"
_spell = json.JSONEncoder(ensure_ascii=False, separators=(",", ":")).encode


class Record(NamedTuple):
    """An entry as it is put in an index; `text` is what is loaded when it is shown."""

    words: list[str]
    fields: Mapping[str, str]
    filters: Mapping[str, Sequence[str]]
    text: bytes


@dataclass(frozen=True, slots=True)
class Made:
    """What a published volume was made from, and what it came to: files, and bytes in all."""

    digest: str
    files: int
    size: int


def record_of(entry: Entry) -> Record:
    """Put an entry as an index holds it, without what is empty."""
    words = entry.text.split()
    fields = {name: value for name, value in sorted(entry.meta.items()) if value}
    filters = {name: values for name, values in sorted(entry.filters.items()) if values}
    text = {
        "url": entry.address,
        "content": " ".join(words),
        "word_count": len(words),
        "filters": filters,
        "meta": fields,
        "anchors": (),
    }
    return Record(words, fields, filters, _spell(text).encode())


def bundle(
    records: Sequence[Record], name: str, digest: str, *, with_program: bool
) -> Iterator[tuple[str, bytes]]:
    """Give the files of a volume, each with its path, the one that says what it is the last.

    `digest` stands for all that is indexed. `with_program` keeps what searches: one volume of a
    site has it for all. Raises `SearchError` when Pagefind fails.
    """
    known = vocabulary(_different_words(records))
    place = f"{name}-{digest[:8]}"
    entry = json.loads(known.files[ENTRY])
    (language,) = entry["languages"].values()
    fields = sorted({field for one in records for field in one.fields})
    filters = tuple(_filters(records))
    pieces = tuple(_pieces(records, known.roots, fields))
    pages = packed(
        encode(
            [
                entry["version"],
                [[f"{place}/{at}", len(one.words)] for at, one in enumerate(records)],
                [piece[:3] for piece in pieces],
                [[one, file] for one, file, _content in filters],
                [],  # nothing is sorted by Pagefind
                fields,
            ]
        ),
        BEST,
    )
    language |= {"hash": name_of(pages), "page_count": len(records)}
    number = size = 0
    for path, content in chain(
        ((path, known.files[path]) for path in (SCRIPT, WASM) if with_program),
        ((f"index/{piece.name}.pf_index", piece.content) for piece in pieces),
        ((f"filter/{file}.pf_filter", content) for _filter, file, content in filters),
        (
            (f"fragment/{place}/{at}.pf_fragment", packed(one.text))
            for at, one in enumerate(records)
        ),
        [(f"pagefind.{language['hash']}.pf_meta", pages)],
    ):
        number += 1
        size += len(content)
        yield path, content
    entry["include_characters"] = sorted(entry["include_characters"])
    entry[_OWN] = [digest, number, size]
    yield ENTRY, json.dumps(entry, sort_keys=True).encode()


def write_all(files: Iterable[tuple[str, bytes]], folder: Path) -> None:
    """Write the files of a volume into a new folder, in their order."""
    for path, content in files:
        write(folder, path, content)


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


def _different_words(records: Iterable[Record]) -> set[str]:
    words: set[str] = set()
    values: set[str] = set()
    for record in records:
        words.update(record.words)
        values.update(record.fields.values())
    return words.union(*map(str.split, values))


def _pieces(
    records: Iterable[Record], roots: Mapping[str, tuple[Root, ...]], fields: Sequence[str]
) -> Iterator[Piece]:
    postings = Postings(roots, fields)
    for number, record in enumerate(records):
        postings.add(number, record.words, record.fields)
    return postings.pieces()


def _filters(records: Iterable[Record]) -> Iterator[tuple[str, str, bytes]]:
    """Give each filter by its name, with the name of its file, and what is in it."""
    found: dict[str, dict[str, list[int]]] = {}
    for number, record in enumerate(records):
        for name, values in record.filters.items():
            for value in values:
                found.setdefault(name, {}).setdefault(value, []).append(number)
    numbers = Numbers()
    for name, held in sorted(found.items()):
        written = [
            array(2) + encode(value) + array(len(by)) + b"".join(map(numbers.__getitem__, by))
            for value, by in sorted(held.items())
        ]
        content = packed(array(2) + encode(name) + array(len(written)) + b"".join(written))
        yield name, name_of(content), content
