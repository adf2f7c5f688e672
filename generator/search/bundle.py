"""The files of a volume: what our page loads, and nothing else.

Each entry's text is a file of its own. Texts are named by their number, `2024-<digest>/17`: our
page learns from it which volume a result is from, and which of two is newer. Names of chance, as
Pagefind gives them, cannot be packed small, and a phone loads all of them first.
"""

import json
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import chain
from pathlib import Path
from typing import NamedTuple

from generator.pagefiles import write
from generator.search.cbor import Numbers, array, encode
from generator.search.packed import BEST, name_of, packed
from generator.search.postings import Piece, Postings
from generator.search.roots import Root, Vocabulary
from generator.views.findable import Entry

ENTRY = "pagefind-entry.json"
SCRIPT = "pagefind.js"
WASM = "wasm.id.pagefind"

_OWN = "kabar"


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


class _Spelled(dict[tuple[str, str | tuple[str, ...]], str]):
    """Names with their values as JSON has them: most stand in many texts."""

    def __missing__(self, named: tuple[str, str | tuple[str, ...]]) -> str:
        name, value = named
        said = _quoted(value) if isinstance(value, str) else f"[{','.join(map(_quoted, value))}]"
        self[named] = spelled = f"{_quoted(name)}:{said}"
        return spelled


_quoted = json.encoder.encode_basestring


def records_of(entries: Iterable[Entry]) -> Iterator[Record]:
    """Put entries as an index holds them, without what is empty."""
    spelled = _Spelled()
    for entry in entries:
        words = entry.text.split()
        fields = {name: value for name, value in sorted(entry.meta.items()) if value}
        filters = {name: values for name, values in sorted(entry.filters.items()) if values}
        # As `json` would write it, which takes three times as long.
        text = (
            f'{{"url":{_quoted(entry.address)},"content":{_quoted(" ".join(words))},'
            f'"word_count":{len(words)},'
            f'"filters":{{{",".join(map(spelled.__getitem__, filters.items()))}}},'
            f'"meta":{{{",".join(map(spelled.__getitem__, fields.items()))}}},"anchors":[]}}'
        )
        yield Record(words, fields, filters, text.encode())


def bundle(
    records: Sequence[Record], name: str, digest: str, known: Vocabulary, *, with_program: bool
) -> Iterator[tuple[str, bytes]]:
    """Give the files of a volume, each with its path, the one that says what it is the last.

    `digest` stands for all that is indexed. `with_program` keeps what searches: one volume of a
    site has it for all. Raises `SearchError` when Pagefind fails.
    """
    roots = known.roots(_different_words(records))
    place = f"{name}-{digest[:8]}"
    theirs = known.files()
    entry = json.loads(theirs[ENTRY])
    (language,) = entry["languages"].values()
    fields = sorted({field for one in records for field in one.fields})
    filters = tuple(_filters(records))
    pieces = tuple(_pieces(records, roots, fields))
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
        ((path, theirs[path]) for path in (SCRIPT, WASM) if with_program),
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
    # Few values go together in many ways, so each way is taken apart once.
    together: defaultdict[tuple[str, Sequence[str]], list[int]] = defaultdict(list)
    for number, record in enumerate(records):
        for way in record.filters.items():
            together[way].append(number)
    found: defaultdict[str, defaultdict[str, list[int]]] = defaultdict(lambda: defaultdict(list))
    for (name, values), by in together.items():
        for value in values:
            found[name][value] += by
    numbers = Numbers().__getitem__
    for name, held in sorted(found.items()):
        written = [
            array(2) + encode(value) + array(len(by)) + b"".join(map(numbers, sorted(by)))
            for value, by in sorted(held.items())
        ]
        content = packed(array(2) + encode(name) + array(len(written)) + b"".join(written))
        yield name, name_of(content), content
