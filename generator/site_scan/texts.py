"""Every text in a published file, as a reader or a program would meet it: no byte is left out.

What is packed is unpacked (Pagefind's gzip, CBOR), what is folded is joined (iCalendar, RFC 5545
3.1), what is marked up is read with its markup taken away and the markup's own words beside it:
attributes, comments, names. A kind of file nobody has said anything about raises `Unknown`, so it
is never published unseen.
"""

import gzip
import html
import json
import re
import zlib
from collections.abc import Callable, Iterable, Iterator, Mapping
from pathlib import PurePosixPath
from urllib.parse import unquote

from generator import pictures
from generator.search import cbor


class Unknown(ValueError):
    """A file is of a kind nobody has registered, or is not what its name says."""


# Between these a reader sees no gap, so a number may go on behind the tag.
_INLINE = "a|abbr|b|bdi|cite|code|em|i|mark|q|s|small|span|strong|sub|sup|time|u|var|wbr|text|tspan"
_IN_LINE = re.compile(rf"</?(?:{_INLINE})(?=[\s/>])[^>]*>", re.IGNORECASE)
_TAG = re.compile(r"<!--.*?-->|<!\[CDATA\[|\]\]>|<[^>]*>", re.DOTALL)
_DATA = re.compile(r"<script[^>]*application/ld\+json[^>]*>(.*?)</script>", re.DOTALL)
_YEARS = re.compile(r"(?:(?:(?:19|20)\d\d|[a-z]+(?:-[a-z]+)*)(?: |$))+")
_LITERAL = re.compile(
    r"""/\*.*?\*/|//[^\n]*|"(?:[^"\\\n]|\\.)*"|'(?:[^'\\\n]|\\.)*'|`(?:[^`\\]|\\.)*`"""
    r"""|url\([^)]*\)""",
    re.DOTALL,
)
_LONG_NUMBER = re.compile(r"(?<![\d.])(?:0\d{7,}|62\d{8,}|\d{12,})(?![\d.])")
# Names the program makes from digests of what it wrote; a telephone number is no 32 letters long.
_DIGEST = re.compile(r"id_[0-9a-f]{6,8}|(?=\d*[a-f])[0-9a-f]{32}|(?:[a-z-]+|\d{4})-[0-9a-f]{8}/\d+")
_TRACE = re.compile(r"(?<=\.css)\?[0-9a-f]{8}$|(?<=\.js)\?[0-9a-f]{8}$")
_NAMED = "tag:"
_SHARED = "https://wa.me/?text="  # to whom a text is sent is chosen by the one who sends it
# What programs call things: words of the web, that only look like accounts.
_VOCABULARY = frozenset({"twitter:card", "@context", "@type", "@id", "@graph", "@charset", "@list"})
_FOLD = re.compile(r"\r?\n[ \t]")
_SIGNATURE = b"pagefind_dcd"
_TEXT_RUN = re.compile(rb"[\x09\x0a\x0d\x20-\x7e\x80-\xff]{4,}")

# Attributes whose words no reader is told and no program looks for persons in: where a thing is
# drawn, how large, which style. They hold digits by the thousand.
_DRAWN = frozenset(
    "d points transform viewbox x y x1 x2 y1 y2 cx cy r rx ry width height dx dy".split()
)
_NAMED_VALUE = re.compile(r"""([\w:-]+)\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s>"']+))""")


def texts_of(name: str, content: bytes) -> Iterator[str]:
    """Give every text in a file, which is at this path below the site; raises Unknown."""
    suffix = PurePosixPath(name).suffix.lower()
    if suffix not in KINDS:
        raise Unknown
    try:
        for text in KINDS[suffix](content):
            # The name of an entry of a feed is put together from names and days.
            yield from text.split("/") if text.lstrip().startswith(_NAMED) else (text,)
    except (ValueError, EOFError, OSError, zlib.error, RecursionError) as error:
        raise Unknown from error


def marked_up(text: str) -> Iterator[str]:
    """Give the texts of HTML, XML or SVG: what is between its tags, then what is inside them."""
    for piece in _TAG.split(_IN_LINE.sub("", text)):
        # A feed holds pages as text: marked up, and escaped so that its own markup ends.
        if "&lt;" in piece:
            yield from marked_up(html.unescape(piece))
        else:
            yield piece
    for tag in set(_TAG.findall(text)):
        yield from _inside(tag)


def _inside(tag: str) -> Iterator[str]:
    if tag.startswith("<!--"):
        yield tag[4:-3]
    elif "=" in tag:
        for name, *values in _NAMED_VALUE.findall(tag):
            if name.lower() not in _DRAWN:
                yield from _attribute("".join(values))
        if rest := _NAMED_VALUE.sub("", tag):
            yield rest
    else:
        yield tag


def _attribute(value: str) -> Iterator[str]:
    """Give the words of an attribute; years side by side are no long number."""
    value = unquote(_TRACE.sub("", value.removeprefix(_SHARED)))
    if _YEARS.fullmatch(value):
        yield from value.split()
    elif value not in _VOCABULARY:
        yield value


def _hypertext(content: bytes) -> Iterator[str]:
    text = content.decode()
    if "ld+json" in text:
        for found in _DATA.findall(text):
            yield from _strings(json.loads(found))
        text = _DATA.sub(" ", text)
    yield from marked_up(text)


def _json(content: bytes) -> Iterator[str]:
    yield from _strings(json.loads(content))


def _strings(found: object) -> Iterator[str]:
    match found:
        case str():
            if "<" in found:
                yield from marked_up(found)
            elif _DIGEST.fullmatch(found) is None:
                yield found
        case Mapping():
            for key, value in found.items():
                if key not in _VOCABULARY:
                    yield str(key)
                yield from _strings(value)
        case list():
            for one in found:
                yield from _strings(one)
        case int() | float():
            yield str(found)


def _code(content: bytes) -> Iterator[str]:
    """Give what a script or a style sheet says: texts, comments, addresses, and long numbers.

    What is left is names of its own and numbers with signs between them, drawings for the most
    part, in which everything looks like something.
    """
    text = content.decode()
    for literal in _LITERAL.findall(text):
        if "<" in literal:
            yield from marked_up(literal)
        elif literal not in _VOCABULARY:
            yield literal
    yield from _LONG_NUMBER.findall(_LITERAL.sub(" ", text))


def _calendar(content: bytes) -> Iterator[str]:
    for line in _FOLD.sub("", content.decode()).splitlines():
        name, _sign, rest = line.partition(":")
        yield rest.rpartition("@")[0] if name == "UID" else line


def _plain(content: bytes) -> Iterator[str]:
    yield content.decode()


def _fragment(content: bytes) -> Iterator[str]:
    yield from _json(_unpacked(content))


def _index(content: bytes) -> Iterator[str]:
    """Give the words in a packed index; as whatever could be read as text where it is binary."""
    unpacked = _unpacked(content)
    try:
        yield from _strings(cbor.decode(unpacked))
    except ValueError:
        for run in _TEXT_RUN.findall(unpacked):
            yield run.decode("utf-8", "replace")


def _unpacked(content: bytes) -> bytes:
    found = gzip.decompress(content)
    if not found.startswith(_SIGNATURE):
        raise ValueError(found[:1])
    return found.removeprefix(_SIGNATURE)


def _program(content: bytes) -> Iterator[str]:
    """Give the words in a program that is packed; it is the same on every site."""
    unpacked = gzip.decompress(content) if content.startswith(b"\x1f\x8b") else content
    if not unpacked.startswith((b"\0asm", _SIGNATURE)):
        raise ValueError(unpacked[:1])
    yield ""


def _picture(suffix: str) -> Callable[[bytes], Iterator[str]]:
    def read(content: bytes) -> Iterable[str]:
        # A picture holds nothing but the picture, or it does not pass.
        pictures.check(content, suffix)
        return ()

    return lambda content: iter(read(content))


KINDS: Mapping[str, Callable[[bytes], Iterator[str]]] = {
    ".html": _hypertext,
    ".xml": _hypertext,
    ".svg": _hypertext,
    ".json": _json,
    ".csv": _plain,
    ".txt": _plain,
    ".css": _code,
    ".js": _code,
    ".ics": _calendar,
    ".pf_fragment": _fragment,
    ".pf_filter": _index,
    ".pf_index": _index,
    ".pf_meta": _index,
    ".pagefind": _program,
    ".jpg": _picture(".jpg"),
    ".png": _picture(".png"),
    ".webp": _picture(".webp"),
}
"""How each kind of published file is read; a new one is an error until it stands here."""
