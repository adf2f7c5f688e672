"""HTML, XML and SVG read as a reader and a program would: between its tags, and inside of them."""

import html
import re
from collections.abc import Collection, Iterable
from itertools import chain, compress
from urllib.parse import quote, unquote_to_bytes

from generator.site_scan.seen import Seen

# Between these a reader sees no gap, so a number may go on behind the tag.
_INLINE = "a|abbr|b|bdi|cite|code|em|i|mark|q|s|small|span|strong|sub|sup|time|u|var|wbr|text|tspan"
_IN_LINE = re.compile(rf"/?(?i:{_INLINE})(?:[\s/]|\Z)")
_OFTEN = {name.encode() for name in _INLINE.split("|")}
# What a reader sees a gap at; it stands in no text that is cut, for a reader would not see it.
_GAP = b"\0"
# Lines that begin with a tag at which a reader sees a gap, told by its first letters, which no tag
# of `_INLINE` has: whole entries of lists, met again on many pages.
_LINES = re.compile(rb"\n(?=</?(?:[dfhlnop!]|ar|as|me|s[cev]|ul))")
_DRAWING, _DRAWN = b"<svg", b"</svg>"
_COMMENT = re.compile(rb"<!--(.*?)-->", re.DOTALL)
_YEARS = re.compile(rb"(?:(?:(?:19|20)\d\d|[a-z]+(?:-[a-z]+)*)(?: |$))+")
_TRACED = re.compile(rb"(\.(?:css|js))\?[0-9a-f]{8}$")
_MOST_KEPT = 1 << 16
_SHARED = b"https://wa.me/?text="  # to whom a text is sent is chosen by the one who sends it
# What is escaped in nearly every such text; undone at once, it leaves little to undo one by one.
_OFTEN_ESCAPED = tuple((quote(sign).encode(), sign.encode()) for sign in " ,:#?“”…")
_WAY_UP = b'"../'
_MAIL, _SUBJECT = b"mailto:", b"?subject="
VOCABULARY = frozenset(b"twitter:card @context @type @id @graph @charset @list".split())
"""What programs call things: words of the web, that only look like accounts."""

# Attributes whose words no reader is told and no program looks for persons in: where a thing is
# drawn, how large, which style. They hold digits by the thousand.
_OF_DRAWINGS = frozenset(
    b"d points transform viewbox x y x1 x2 y1 y2 cx cy r rx ry width height dx dy".split()
)

# Markup as every program writes it can be cut by its signs alone, in C: no angle stands in a tag
# or outside of one, and every value between two quotes. Any other is read sign by sign.
_NO_ANGLES = bytes(code for code in range(256) if code not in b"<>\0")
_NAMED = re.compile(rb"((?:[^\"'=]*[^\w:\"'=-])?)([\w:-]+)=")
_TAG = re.compile("(<[^>\0]*>)")
_NAMED_VALUE = re.compile(r"""([\w:-]+)\s*=\s*(?:"([^"\0]*)"|'([^'\0]*)'|([^\s>"'\0]+))""")


class Unknown(ValueError):
    """A file is of a kind nobody has registered, or is not what its name says."""


def marked_up(parts: Iterable[bytes], seen: Seen) -> list[bytes]:
    """Give the texts of HTML, XML or SVG: what is between its tags, then what is inside them.

    No text goes on from one part to the next.
    """
    marked = [part.replace(_GAP, b"") for part in parts]
    # Most lines were met before: they are known as they come, and never looked into.
    fresh = seen.fresh("line", chain.from_iterable(map(_LINES.split, marked)))
    text = _GAP.join(fresh)
    if not text:
        return []
    if b"<!--" in text:
        # Where a comment begins or ends nobody knows of a line alone: none of these is known.
        seen.withdraw("line", fresh)
        return _commented(marked, seen)
    if not text.isascii():
        text.decode()  # what is not UTF-8 is nothing anybody could read
    return _taken_apart(_with_few_drawings(at_the_root(text), seen), seen)


def at_the_root(content: bytes) -> bytes:
    """Give markup without the ways up its links begin with.

    They say nothing, and make the same link another one on each page.
    """
    while _WAY_UP in content:
        content = content.replace(_WAY_UP, b'"')
    return content


def _commented(parts: Iterable[bytes], seen: Seen) -> list[bytes]:
    """Give the texts of markup with comments, at which a reader sees no gap, but a program may."""
    texts: list[bytes] = []
    plain: list[bytes] = []
    for part in parts:
        if b"<!--" in part:
            comments = _COMMENT.findall(part)
            if not comments:
                raise Unknown  # one that never ends
            texts += comments
            plain += (_COMMENT.sub(b"", part), _COMMENT.sub(b"<!>", part))
        else:
            plain.append(part)
    return texts + marked_up(plain, seen)


def _with_few_drawings(text: bytes, seen: Seen) -> bytes:
    """Put gaps in place of drawings, and each that is new at the end: few are, in lines that are.

    They are a third of what stands in such lines. A reader sees a gap at either end of a drawing.
    """
    if _DRAWING not in text:
        return text
    first, *others = text.split(_DRAWING)
    cut = [other.partition(_DRAWN) for other in others]
    drawings = {b"%b%b%b" % (_DRAWING, drawing, end) for drawing, end, _rest in cut}
    rests = [rest for _drawing, _end, rest in cut]
    return _GAP.join((first, *rests, *seen.fresh("drawing", drawings)))


def _taken_apart(text: bytes, seen: Seen) -> list[bytes]:
    """Give the texts of many lines of markup, between which gaps stand."""
    stretches, tags = _without_tags(text)
    plain = set(stretches.split(_GAP))
    texts: list[bytes] = []
    # A feed holds pages as text: marked up, and escaped so that its own markup ends.
    if b"&lt;" in stretches:
        escaped = {one for one in plain if b"&lt;" in one}
        plain -= escaped
        pages = map(bytes.decode, seen.fresh("escaped", escaped))
        texts += marked_up((html.unescape(page).encode() for page in pages), seen)
    return [*texts, *plain, *_inside(seen.fresh("tag", tags), seen)]


class _Gaps(dict[bytes, bytes]):
    """What a reader sees in place of each tag, worked out once."""

    def __missing__(self, tag: bytes) -> bytes:
        if len(self) >= _MOST_KEPT:
            self.clear()
        often = tag.partition(b" ")[0] in _OFTEN
        gap = self[tag] = b"" if often or _IN_LINE.match(tag.decode()) else _GAP
        return gap


_GAPS = _Gaps()


def _without_tags(text: bytes) -> tuple[bytes, set[bytes]]:
    """Give a text with gaps in place of its tags, none where a reader sees none, and the tags."""
    if b"]" in text or b"[" in text:  # a single sign is found a hundred times as quickly
        text = text.replace(b"<![CDATA[", _GAP).replace(b"]]>", _GAP)
    angles = text.translate(None, _NO_ANGLES)
    if angles.replace(b"<>", b"").strip(_GAP):
        pieces = [piece.encode() for piece in _TAG.split(text.decode())]
        pieces[1::2] = [tag[1:-1] for tag in pieces[1::2]]
    else:
        pieces = text.replace(b">", b"<").split(b"<")
    tags = pieces[1::2]
    pieces[1::2] = map(_GAPS.__getitem__, tags)
    return b"".join(pieces), set(tags)


class _Outside(dict[bytes, tuple[bytes, bool] | None]):
    """What stands before a value in quotes: without its name, and whether the value is read."""

    def __missing__(self, piece: bytes) -> tuple[bytes, bool] | None:
        if len(self) >= _MOST_KEPT:
            self.clear()
        found = _NAMED.fullmatch(piece) if piece.isascii() else None
        told = self[piece] = (found[1], found[2].lower() not in _OF_DRAWINGS) if found else None
        return told


_OUTSIDE = _Outside()


def _inside(tags: Collection[bytes], seen: Seen) -> list[bytes]:
    """Give tags without their attributes, then what these are worth looking at for."""
    joined = b"<%b>" % b">\0<".join(tags) if tags else b""
    rests, values = _attributes_of(joined, len(tags)) or _any_attributes_of(joined)
    values.discard(b"")
    return [*set(rests.split(_GAP)), *_read(seen.fresh("attribute", values))]


def _attributes_of(joined: bytes, count: int) -> tuple[bytes, set[bytes]] | None:
    """Give what is outside of attributes, and their values; None where these are not all quoted."""
    pieces = joined.split(b'"')
    last = pieces.pop()
    told = [*map(_OUTSIDE.__getitem__, pieces[::2])]
    if len(pieces) % 2 or b"=" in last or None in told:
        return None
    rests, are_read = zip(*told, strict=True) if told else ((), ())
    rest = b"".join((*rests, last))
    # A value that goes on beyond its tag is none.
    if rest.count(_GAP) != count - 1:
        return None
    return rest, set(compress(pieces[1::2], are_read))


def _any_attributes_of(joined: bytes) -> tuple[bytes, set[bytes]]:
    pieces = _NAMED_VALUE.split(joined.decode())
    is_read = [name.lower().encode() not in _OF_DRAWINGS for name in pieces[1::5]]
    values: set[bytes] = set()
    for quotes in (2, 3, 4):
        values.update(map(str.encode, filter(None, compress(pieces[quotes::5], is_read))))
    return "".join(pieces[::5]).encode(), values


def _read(values: Collection[bytes]) -> list[bytes]:
    """Give the words of attributes; years side by side are no long number."""
    texts: list[bytes] = []
    escaped: list[bytes] = []
    for value in values:
        if value.startswith(_MAIL) and _SUBJECT in value:
            address, _sign, value = value.partition(_SUBJECT)
            texts.append(address)
        if b"?" in value:
            value = value.removeprefix(_SHARED)
            if value[-9:-8] == b"?":
                value = _TRACED.sub(rb"\1", value)
        (escaped if b"%" in value else texts).append(value)
    if escaped:
        texts += _unescaped(escaped)
    read: list[bytes] = []
    for text in texts:
        if b" " in text and _YEARS.fullmatch(text):
            read += text.split()
        elif text not in VOCABULARY:
            read.append(text)
    return read


def _unescaped(values: Collection[bytes]) -> list[bytes]:
    """Undo what is escaped in addresses, in all of them at once."""
    joined = _GAP.join(values)
    if b"%00" in joined and len(values) > 1:
        return [text for value in values for text in _unescaped([value])]
    for escaped, sign in _OFTEN_ESCAPED:
        joined = joined.replace(escaped, sign)
    if b"%" in joined:
        joined = unquote_to_bytes(joined).decode("utf-8", "replace").encode()
    return joined.split(_GAP) if len(values) > 1 else [joined]
