"""The villages in small files by how their names begin, for the field that looks for one.

`wilayah/daftar/isi.json` holds [beginning, how many] of every file, in order; a file holds [words,
name, where it lies, key of its page] of each village, in the order of its words (see `gazetteer`).
A browser reads the first once and then only the files that begin like what was typed.
"""

import json
import zlib
from collections.abc import Iterator, Sequence
from functools import partial

from generator import alphabet, gazetteer, urls
from generator.alphabet import Branch, Entry
from generator.archive import Archive
from generator.areas import Area
from generator.page import SiteFile
from generator.wording.areas import where_it_lies

MOST_BYTES = 8_000
"""The most a file weighs compressed; from a server that presses less hard, still below 10 kB."""

_SURELY_TOO_LARGE = 100_000  # bytes before compression, so that large ones are cut without a try
_EACH = 60  # bytes an entry has at least


def files(archive: Archive) -> Iterator[SiteFile]:
    """Give every file of villages and the one that names them; none where there are no villages."""
    listing = gazetteer.listing(archive.areas.values())
    if listing:
        yield from files_of(listing)


def files_of(listing: Sequence[Entry[Area]]) -> Iterator[SiteFile]:
    """Give the files of some villages, each with its words and in their order."""
    pairs = [(words, (words, area)) for words, area in listing]
    branches = [one for one in alphabet.grow(pairs, _fits, least=1) if one.things]
    yield SiteFile(urls.VILLAGE_FILE_INDEX, partial(_index, branches))
    for one in branches:
        yield SiteFile(urls.village_file(one.prefix), partial(_bytes, one.things))


def _fits(entries: Sequence[Entry[Entry[Area]]]) -> bool:
    if len(entries) * _EACH > _SURELY_TOO_LARGE:
        return False
    return len(zlib.compress(_bytes([thing for _words, thing in entries]))) <= MOST_BYTES


def _bytes(entries: Sequence[Entry[Area]]) -> bytes:
    return _json([[words, one.name, where_it_lies(one), one.key] for words, one in entries])


def _index(branches: Sequence[Branch[Entry[Area]]]) -> bytes:
    return _json([[one.prefix, len(one.things)] for one in branches])


def _json(content: object) -> bytes:
    return json.dumps(content, ensure_ascii=False, separators=(",", ":")).encode()
