"""Every text in a published file, as a reader or a program would meet it: no byte is left out.

What is packed is unpacked (Pagefind's gzip, CBOR), what is folded is joined (iCalendar, RFC 5545
3.1), what is marked up is read with its markup taken away and the markup's own words beside it:
attributes, comments, names. A kind of file nobody has said anything about raises `Unknown`, so it
is never published unseen.

Texts are UTF-8, as they stand in the file: most are passed over and never become anything else.
"""

import re
import zlib
from collections.abc import Callable, Iterable, Iterator, Mapping
from posixpath import splitext
from typing import TypeAlias

from generator import pictures
from generator.site_scan import data
from generator.site_scan.markup import Unknown, marked_up
from generator.site_scan.seen import Seen

_BODY, _MAIN, _END = b"<body", b"<main", b"</main"
_DATA = re.compile(
    rb"<script[^>]*application/ld\+json[^>]*>([^<]*(?:<(?!/script>)[^<]*)*)</script>"
)
_NAMED, _OF_FEEDS = b"tag:", (".xml", ".json")


def texts_of(name: str, content: bytes, seen: Seen | None = None) -> list[bytes]:
    """Give every text in a file, which is at this path below the site; raises Unknown.

    What `seen` knows is left out.
    """
    suffix = splitext(name)[1].lower()
    if suffix not in KINDS:
        raise Unknown
    try:
        texts = KINDS[suffix](content, seen or Seen())
        return [*(_without_names(texts) if suffix in _OF_FEEDS else texts)]
    except (ValueError, EOFError, OSError, zlib.error, RecursionError) as error:
        raise Unknown from error


def _without_names(texts: Iterable[bytes]) -> Iterator[bytes]:
    """Cut the name of an entry of a feed, which is put together from names and days."""
    for text in texts:
        if _NAMED in text and text.lstrip().startswith(_NAMED):
            yield from text.split(b"/")
        else:
            yield text


def _hypertext(content: bytes, seen: Seen) -> list[bytes]:
    title, above, main, below = _parts(content)
    texts: list[bytes] = []
    # The title and the content are those of one page: remembering them would only fill memory.
    marked = [title, main, *seen.fresh("part", (above, below))]
    for number, part in enumerate(marked):
        if b"+" in part and b"ld+json" in part:
            pieces = _DATA.split(part)
            texts += data.structured(pieces[1::2], seen)
            marked[number] = b" ".join(pieces[::2])
    return texts + marked_up(marked, seen)


def _parts(text: bytes) -> tuple[bytes, bytes, bytes, bytes]:
    """Cut a page where its body and its own content begin and end: every other is the frame's."""
    body = max(text.find(_BODY), 0)
    main = max(text.find(_MAIN, body), body)
    end = text.rfind(_END, main)
    if end < 0:
        end = len(text)
    return text[:body], text[body:main], text[main:end], text[end:]


def _plain(content: bytes, _seen: Seen) -> list[bytes]:
    content.decode()
    return [content]


def _picture(suffix: str) -> "Reader":
    def read(content: bytes, _seen: Seen) -> Iterable[bytes]:
        # A picture holds nothing but the picture, or it does not pass.
        pictures.check(content, suffix)
        return ()

    return read


Reader: TypeAlias = Callable[[bytes, Seen], Iterable[bytes]]

KINDS: Mapping[str, Reader] = {
    ".html": _hypertext,
    ".xml": _hypertext,
    ".svg": _hypertext,
    ".json": data.of_json,
    ".csv": _plain,
    ".txt": _plain,
    ".css": data.of_code,
    ".js": data.of_code,
    ".ics": data.of_calendar,
    ".pf_fragment": data.of_fragment,
    ".pf_filter": data.of_index,
    ".pf_index": data.of_index,
    ".pf_meta": data.of_index,
    ".pagefind": data.of_program,
    ".jpg": _picture(".jpg"),
    ".png": _picture(".png"),
    ".webp": _picture(".webp"),
}
"""How each kind of published file is read; a new one is an error until it stands here."""
