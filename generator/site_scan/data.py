"""What is written for programs: JSON, the pieces of the search, calendars, scripts and styles."""

import gzip
import json
import re
import zlib
from collections.abc import Iterable, Iterator, Sequence
from itertools import chain, filterfalse

from generator.search import cbor
from generator.site_scan.markup import VOCABULARY, marked_up
from generator.site_scan.seen import Seen

_LITERAL = re.compile(
    r"""/\*.*?\*/|//[^\n]*|"(?:[^"\\\n]|\\.)*"|'(?:[^'\\\n]|\\.)*'|`(?:[^`\\]|\\.)*`"""
    r"""|url\([^)]*\)""",
    re.DOTALL,
)
_LONG_NUMBER = re.compile(r"(?<![\d.])(?:0\d{7,}|62\d{8,}|\d{12,})(?![\d.])")
# Names the program makes from digests of what it wrote; a telephone number is no 32 letters long.
_DIGEST = re.compile(r"id_[0-9a-f]{6,8}|(?=\d*[a-f])[0-9a-f]{32}|(?:[a-z-]+|\d{4})-[0-9a-f]{8}/\d+")
_FOLDS = (b"\r\n ", b"\r\n\t", b"\n ", b"\n\t")
_SIGNATURE = b"pagefind_dcd"
_GZIP = 16 + zlib.MAX_WBITS
_TEXT_RUN = re.compile(rb"[\x09\x0a\x0d\x20-\x7e\x80-\xff]{4,}")
_WORDS_OF_PROGRAMS = frozenset(map(bytes.decode, VOCABULARY))


def of_json(content: bytes, seen: Seen) -> list[bytes]:
    """Give the texts in JSON, its keys and numbers too."""
    return structured([content], seen)


def structured(written: Iterable[bytes], seen: Seen) -> list[bytes]:
    """Give the texts in some pieces of JSON."""
    pairs: list[tuple[str, object]] = []
    # Every object ends up here as its keys and values, and nothing is built of them.
    decoder = json.JSONDecoder(object_pairs_hook=pairs.extend)
    left: list[object] = [decoder.decode(one.decode("utf-8-sig")) for one in written]
    keys: Iterable[str] = ()
    if pairs:
        keys, values = zip(*pairs, strict=True)
        left += values
    return _told(set(keys), left, seen)


def _told(keys: set[str], left: Sequence[object], seen: Seen) -> list[bytes]:
    fresh = seen.fresh("value", _values(left))
    marked = {value for value in fresh if "<" in value}
    told = [*seen.fresh("key", keys - _WORDS_OF_PROGRAMS)]
    told += filterfalse(_DIGEST.fullmatch, fresh - marked)
    return [*map(str.encode, told), *marked_up(map(str.encode, marked), seen)]


def _values(left: Sequence[object]) -> list[str]:
    """Give all values as they are written; lists are opened, an object has been already."""
    found: list[str] = []
    while left:
        kinds = set(map(type, left))  # nearly always texts alone
        found += [one for one in left if isinstance(one, str)]
        if not kinds.isdisjoint((int, float, bool)):
            found += [str(one) for one in left if isinstance(one, int | float)]
        if list not in kinds:
            break
        left = [*chain.from_iterable(one for one in left if isinstance(one, list))]
    return found


def of_code(content: bytes, seen: Seen) -> Iterator[bytes]:
    """Give what a script or a style sheet says: texts, comments, addresses, and long numbers.

    What is left is names of its own and numbers with signs between them, drawings for the most
    part, in which everything looks like something.
    """
    text = content.decode()
    for literal in map(str.encode, _LITERAL.findall(text)):
        if b"<" in literal:
            yield from marked_up([literal], seen)
        elif literal not in VOCABULARY:
            yield literal
    yield from map(str.encode, _LONG_NUMBER.findall(_LITERAL.sub(" ", text)))


def of_calendar(content: bytes, seen: Seen) -> list[bytes]:
    """Give the lines of a calendar, unfolded (RFC 5545 3.1), and of an id what names it."""
    content.decode()
    for fold in _FOLDS:
        content = content.replace(fold, b"")
    lines = seen.fresh("calendar", content.splitlines())
    ids = {line for line in lines if line.startswith(b"UID:")}
    return [*(lines - ids), *(line.removeprefix(b"UID:").rpartition(b"@")[0] for line in ids)]


def of_fragment(content: bytes, seen: Seen) -> list[bytes]:
    """Give the texts of a page as the search shows them."""
    return structured([_unpacked(content)], seen)


def of_index(content: bytes, seen: Seen) -> list[bytes]:
    """Give the words in a packed index; as whatever could be read as text where it is binary."""
    unpacked = _unpacked(content)
    try:
        return _told(set(), [cbor.decode(unpacked)], seen)
    except ValueError:
        runs = _TEXT_RUN.findall(unpacked)
        return [run.decode("utf-8", "replace").encode() for run in runs]


def _unpacked(content: bytes) -> bytes:
    found = _unzipped(content)
    if not found.startswith(_SIGNATURE):
        raise ValueError(found[:1])
    return found.removeprefix(_SIGNATURE)


def _unzipped(content: bytes) -> bytes:
    """Undo gzip (RFC 1952), at once where there is one member alone, as there nearly always is."""
    unpacking = zlib.decompressobj(_GZIP)
    found = unpacking.decompress(content)
    whole = unpacking.eof and not unpacking.unused_data
    return found if whole else gzip.decompress(content)


def of_program(content: bytes, _seen: Seen) -> Iterable[bytes]:
    """Give nothing: a program that is packed is the same on every site; raises for any other."""
    unpacked = _unzipped(content) if content.startswith(b"\x1f\x8b") else content
    if not unpacked.startswith((b"\0asm", _SIGNATURE)):
        raise ValueError(unpacked[:1])
    return ()
