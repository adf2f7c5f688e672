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
from collections.abc import Callable, Iterator, Mapping
from pathlib import PurePosixPath
from typing import TypeAlias
from urllib.parse import unquote

from generator import pictures
from generator.search import cbor
from generator.site_scan.seen import Seen


class Unknown(ValueError):
    """A file is of a kind nobody has registered, or is not what its name says."""


# Between these a reader sees no gap, so a number may go on behind the tag.
_INLINE = "a|abbr|b|bdi|cite|code|em|i|mark|q|s|small|span|strong|sub|sup|time|u|var|wbr|text|tspan"
_IN_LINE = re.compile(rf"</?(?i:{_INLINE})[\s/>]")
# What a reader sees a gap at; it stands in no text that is cut, for a reader would not see it.
_GAP = "\0"
_TAG = re.compile(r"(<[^>\0]*>)")
# Lines that begin with a tag at which a reader sees a gap, told by its first letter, which no tag
# of `_INLINE` has: whole entries of lists, met again on many pages.
_LINES = re.compile(r"\n(?=</?[dfhlnop!])")
_UP = re.compile(r'"(?:\.\./)+')
_LANDMARKS = ("<body", "<main", "</main")
_COMMENT = re.compile(r"<!--(.*?)-->", re.DOTALL)
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
_MAIL, _SUBJECT = "mailto:", "?subject="
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


def texts_of(name: str, content: bytes, seen: Seen | None = None) -> Iterator[str]:
    """Give every text in a file, which is at this path below the site; raises Unknown.

    What `seen` knows is left out.
    """
    suffix = PurePosixPath(name).suffix.lower()
    if suffix not in KINDS:
        raise Unknown
    try:
        for text in KINDS[suffix](content, seen or Seen()):
            # The name of an entry of a feed is put together from names and days.
            if _NAMED in text and text.lstrip().startswith(_NAMED):
                yield from text.split("/")
            else:
                yield text
    except (ValueError, EOFError, OSError, zlib.error, RecursionError) as error:
        raise Unknown from error


def marked_up(text: str, seen: Seen) -> Iterator[str]:
    """Give the texts of HTML, XML or SVG: what is between its tags, then what is inside them."""
    if "<!--" in text:
        yield from _COMMENT.findall(text)
        # A reader sees no gap where a comment stands.
        yield from marked_up(_COMMENT.sub("", text), seen)
        text = _COMMENT.sub("<!>", text)
    lines = seen.fresh("lines", _LINES.split(text.replace(_GAP, "")))
    stretches, tags = _taken_apart(_GAP.join(lines))
    for plain in seen.fresh("stretch", stretches.split(_GAP)):
        # A feed holds pages as text: marked up, and escaped so that its own markup ends.
        if "&lt;" in plain:
            yield from marked_up(html.unescape(plain), seen)
        else:
            yield plain
    values: set[str] = set()
    for tag in seen.fresh("tag", tags):
        if "=" in tag:
            yield _without_values(tag, values)
        else:
            yield tag
    for value in seen.fresh("attribute", values):
        yield from _attribute(value)


def _taken_apart(text: str) -> tuple[str, set[str]]:
    """Give a text with gaps in place of its tags, none where a reader sees none, and the tags."""
    if "]]>" in text or "<![" in text:
        text = text.replace("<![CDATA[", _GAP).replace("]]>", _GAP)
    pieces = _TAG.split(text)
    tags = set(pieces[1::2])
    gaps = {tag: "" if _IN_LINE.match(tag) else _GAP for tag in tags}
    pieces[1::2] = map(gaps.__getitem__, pieces[1::2])
    return "".join(pieces), tags


def _without_values(tag: str, values: set[str]) -> str:
    """Give a tag without its attributes, and add what they are worth looking at for."""
    pieces = _NAMED_VALUE.split(tag)
    for name, *found in zip(pieces[1::5], pieces[2::5], pieces[3::5], pieces[4::5], strict=True):
        if name.lower() not in _DRAWN:
            values.update(filter(None, found))
    return "".join(pieces[::5])


def _attribute(value: str) -> Iterator[str]:
    """Give the words of an attribute; years side by side are no long number."""
    if value.startswith(_MAIL) and _SUBJECT in value:
        address, _sign, value = value.partition(_SUBJECT)
        yield address
    if "?" in value:
        value = _TRACE.sub("", value.removeprefix(_SHARED))
    if "%" in value:
        value = unquote(value)
    if _YEARS.fullmatch(value):
        yield from value.split()
    elif value not in _VOCABULARY:
        yield value


def _hypertext(content: bytes, seen: Seen) -> Iterator[str]:
    parts = list(_parts(content.decode()))
    # The title and the content are those of one page: remembering them would only fill memory.
    for part in (*parts[::2], *seen.fresh("part", parts[1::2])):
        if "ld+json" in part:
            pieces = _DATA.split(part)
            for found in pieces[1::2]:
                yield from _structured(json.loads(found), seen)
            part = " ".join(pieces[::2])
        # The way up says nothing, and makes the same link another one on each page.
        yield from marked_up(_UP.sub('"', part), seen)


def _parts(text: str) -> Iterator[str]:
    """Cut a page where its body and its own content begin and end: every other is the frame's."""
    begun = 0
    for landmark in _LANDMARKS:
        place = text.find(landmark, begun)
        if place > begun:
            yield text[begun:place]
            begun = place
    yield text[begun:]


def _json(content: bytes, seen: Seen) -> Iterator[str]:
    yield from _structured(json.loads(content), seen)


def _structured(found: object, seen: Seen) -> Iterator[str]:
    """Give the texts in what was read from JSON or CBOR, its keys and numbers too."""
    keys: set[str] = set()
    values: list[str] = []
    _gather(found, keys, values)
    yield from seen.fresh("key", keys - _VOCABULARY)
    for value in seen.fresh("value", values):
        if "<" in value:
            yield from marked_up(value, seen)
        elif _DIGEST.fullmatch(value) is None:
            yield value


def _gather(found: object, keys: set[str], values: list[str]) -> None:
    if isinstance(found, str):
        values.append(found)
    elif isinstance(found, dict):
        keys.update(map(str, found))
        for value in found.values():
            _gather(value, keys, values)
    elif isinstance(found, list):
        for value in found:
            _gather(value, keys, values)
    elif isinstance(found, int | float):
        values.append(str(found))


def _code(content: bytes, seen: Seen) -> Iterator[str]:
    """Give what a script or a style sheet says: texts, comments, addresses, and long numbers.

    What is left is names of its own and numbers with signs between them, drawings for the most
    part, in which everything looks like something.
    """
    text = content.decode()
    for literal in _LITERAL.findall(text):
        if "<" in literal:
            yield from marked_up(literal, seen)
        elif literal not in _VOCABULARY:
            yield literal
    yield from _LONG_NUMBER.findall(_LITERAL.sub(" ", text))


def _calendar(content: bytes, seen: Seen) -> Iterator[str]:
    for line in seen.fresh("line", _FOLD.sub("", content.decode()).splitlines()):
        name, _sign, rest = line.partition(":")
        yield rest.rpartition("@")[0] if name == "UID" else line


def _plain(content: bytes, _seen: Seen) -> Iterator[str]:
    yield content.decode()


def _fragment(content: bytes, seen: Seen) -> Iterator[str]:
    yield from _json(_unpacked(content), seen)


def _index(content: bytes, seen: Seen) -> Iterator[str]:
    """Give the words in a packed index; as whatever could be read as text where it is binary."""
    unpacked = _unpacked(content)
    try:
        yield from _structured(cbor.decode(unpacked), seen)
    except ValueError:
        for run in _TEXT_RUN.findall(unpacked):
            yield run.decode("utf-8", "replace")


def _unpacked(content: bytes) -> bytes:
    found = gzip.decompress(content)
    if not found.startswith(_SIGNATURE):
        raise ValueError(found[:1])
    return found.removeprefix(_SIGNATURE)


def _program(content: bytes, _seen: Seen) -> Iterator[str]:
    """Give the words in a program that is packed; it is the same on every site."""
    unpacked = gzip.decompress(content) if content.startswith(b"\x1f\x8b") else content
    if not unpacked.startswith((b"\0asm", _SIGNATURE)):
        raise ValueError(unpacked[:1])
    yield ""


def _picture(suffix: str) -> "Reader":
    def read(content: bytes, _seen: Seen) -> Iterator[str]:
        # A picture holds nothing but the picture, or it does not pass.
        pictures.check(content, suffix)
        return iter(())

    return read


Reader: TypeAlias = Callable[[bytes, Seen], Iterator[str]]

KINDS: Mapping[str, Reader] = {
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
