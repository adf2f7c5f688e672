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
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
from itertools import compress, filterfalse
from posixpath import splitext
from typing import TypeAlias
from urllib.parse import quote, unquote

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
_LINES_IN_BYTES = re.compile(_LINES.pattern.encode())
_UP = re.compile(rb'"(?:\.\./)+')
_LANDMARKS = (b"<body", b"<main", b"</main")
_COMMENT = re.compile(rb"<!--(.*?)-->", re.DOTALL)
_DATA = re.compile(rb"<script[^>]*application/ld\+json[^>]*>(.*?)</script>", re.DOTALL)
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
_MOST_KEPT = 1 << 16
_NAMED = "tag:"
_SHARED = "https://wa.me/?text="  # to whom a text is sent is chosen by the one who sends it
# What is escaped in nearly every such text; undone at once, it leaves little to undo one by one.
_OFTEN_ESCAPED = tuple((quote(sign), sign) for sign in " ,:#“”…")
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
_NAMED_VALUE = re.compile(r"""([\w:-]+)\s*=\s*(?:"([^"\0]*)"|'([^'\0]*)'|([^\s>"'\0]+))""")


def texts_of(name: str, content: bytes, seen: Seen | None = None) -> Iterator[str]:
    """Give every text in a file, which is at this path below the site; raises Unknown.

    What `seen` knows is left out.
    """
    suffix = splitext(name)[1].lower()
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


def marked_up(parts: Iterable[bytes], seen: Seen) -> list[str]:
    """Give the texts of HTML, XML or SVG: what is between its tags, then what is inside them.

    No text goes on from one part to the next.
    """
    texts: list[str] = []
    lines: list[bytes] = []
    for part in parts:
        if b"\0" in part:
            part = part.replace(b"\0", b"")
        if b"<!--" in part:
            comments = _COMMENT.findall(part)
            if not comments:
                raise Unknown  # one that never ends
            texts += map(bytes.decode, comments)
            # A reader sees no gap where a comment stands.
            texts += marked_up([_COMMENT.sub(b"", part)], seen)
            part = _COMMENT.sub(b"<!>", part)
        lines += _LINES_IN_BYTES.split(part)
    # Most lines were met before: they are known as they come, and never decoded.
    if fresh := seen.fresh("line", lines):
        texts += _taken_apart(b"\0".join(fresh).decode(), seen)
    return texts


def _taken_apart(text: str, seen: Seen) -> list[str]:
    """Give the texts of many lines of markup, between which gaps stand."""
    stretches, tags = _without_tags(text)
    plain = set(stretches.split(_GAP))
    texts: list[str] = []
    # A feed holds pages as text: marked up, and escaped so that its own markup ends.
    if "&lt;" in stretches:
        escaped = {one for one in plain if "&lt;" in one}
        plain -= escaped
        pages = map(html.unescape, seen.fresh("escaped", escaped))
        texts += marked_up(map(str.encode, pages), seen)
    return [*texts, *plain, *_inside(seen.fresh("tag", tags), seen)]


class _Gaps(dict[str, str]):
    """What a reader sees in place of each tag, worked out once."""

    def __missing__(self, tag: str) -> str:
        gap = self[tag] = "" if _IN_LINE.match(tag) else _GAP
        return gap

    def forget(self) -> None:
        if len(self) > _MOST_KEPT:
            self.clear()


_GAPS = _Gaps()


def _without_tags(text: str) -> tuple[str, set[str]]:
    """Give a text with gaps in place of its tags, none where a reader sees none, and the tags."""
    if "]]>" in text or "<![" in text:
        text = text.replace("<![CDATA[", _GAP).replace("]]>", _GAP)
    pieces = _TAG.split(text)
    tags = set(pieces[1::2])
    pieces[1::2] = map(_GAPS.__getitem__, pieces[1::2])
    _GAPS.forget()
    return "".join(pieces), tags


def _inside(tags: Collection[str], seen: Seen) -> list[str]:
    """Give tags without their attributes, then what these are worth looking at for."""
    pieces = _NAMED_VALUE.split(_GAP.join(tags))
    is_read = [name.lower() not in _DRAWN for name in pieces[1::5]]
    values: set[str] = set()
    for quotes in (2, 3, 4):
        values.update(filter(None, compress(pieces[quotes::5], is_read)))
    texts = "".join(pieces[::5]).split(_GAP)
    for value in seen.fresh("attribute", values):
        texts += _attribute(value)
    return texts


def _attribute(value: str) -> list[str]:
    """Give the words of an attribute; years side by side are no long number."""
    texts: list[str] = []
    if value.startswith(_MAIL) and _SUBJECT in value:
        address, _sign, value = value.partition(_SUBJECT)
        texts.append(address)
    if "?" in value:
        value = _TRACE.sub("", value.removeprefix(_SHARED))
    if "%" in value:
        for escaped, sign in _OFTEN_ESCAPED:
            value = value.replace(escaped, sign)
        value = unquote(value)
    if " " in value and _YEARS.fullmatch(value):
        texts += value.split()
    elif value not in _VOCABULARY:
        texts.append(value)
    return texts


def _hypertext(content: bytes, seen: Seen) -> list[str]:
    parts = list(_parts(content))
    texts: list[str] = []
    # The title and the content are those of one page: remembering them would only fill memory.
    marked = [*parts[::2], *seen.fresh("part", parts[1::2])]
    for number, part in enumerate(marked):
        if b"ld+json" in part:
            pieces = _DATA.split(part)
            texts += _structured([json.loads(found.decode()) for found in pieces[1::2]], seen)
            marked[number] = b" ".join(pieces[::2])
    # The way up says nothing, and makes the same link another one on each page.
    return texts + marked_up((_UP.sub(b'"', part) for part in marked), seen)


def _parts(text: bytes) -> Iterator[bytes]:
    """Cut a page where its body and its own content begin and end: every other is the frame's."""
    begun = 0
    for landmark in _LANDMARKS:
        place = text.find(landmark, begun)
        if place > begun:
            yield text[begun:place]
            begun = place
    yield text[begun:]


def _json(content: bytes, seen: Seen) -> list[str]:
    return _structured(json.loads(content), seen)


def _structured(found: object, seen: Seen) -> list[str]:
    """Give the texts in what was read from JSON or CBOR, its keys and numbers too."""
    keys, values = _gathered(found)
    fresh = seen.fresh("value", values)
    marked = {value for value in fresh if "<" in value}
    return [
        *seen.fresh("key", keys - _VOCABULARY),
        *filterfalse(_DIGEST.fullmatch, fresh - marked),
        *marked_up((value.encode(errors="ignore") for value in marked), seen),
    ]


def _gathered(found: object) -> tuple[set[str], list[str]]:
    """Give all keys, and all values as they are written."""
    keys: set[str] = set()
    values: list[str] = []
    left = [found]
    for one in left:  # which grows on the way
        if isinstance(one, str):
            values.append(one)
        elif isinstance(one, list):
            left += one
        elif isinstance(one, dict):
            keys.update(map(str, one))
            left += one.values()
        elif isinstance(one, int | float):
            values.append(str(one))
    return keys, values


def _code(content: bytes, seen: Seen) -> Iterator[str]:
    """Give what a script or a style sheet says: texts, comments, addresses, and long numbers.

    What is left is names of its own and numbers with signs between them, drawings for the most
    part, in which everything looks like something.
    """
    text = content.decode()
    for literal in _LITERAL.findall(text):
        if "<" in literal:
            yield from marked_up([literal.encode()], seen)
        elif literal not in _VOCABULARY:
            yield literal
    yield from _LONG_NUMBER.findall(_LITERAL.sub(" ", text))


def _calendar(content: bytes, seen: Seen) -> Iterator[str]:
    for line in seen.fresh("line", _FOLD.sub("", content.decode()).splitlines()):
        name, _sign, rest = line.partition(":")
        yield rest.rpartition("@")[0] if name == "UID" else line


def _plain(content: bytes, _seen: Seen) -> Iterator[str]:
    yield content.decode()


def _fragment(content: bytes, seen: Seen) -> list[str]:
    return _json(_unpacked(content), seen)


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


Reader: TypeAlias = Callable[[bytes, Seen], Iterable[str]]

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
