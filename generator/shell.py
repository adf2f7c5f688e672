"""The page around a record: rendered once by the site's theme, then cut where the record goes.

The theme is given a page whose title, description, address and body are marks. Whatever it makes
of them is cut at the marks, so that setting a record page costs one join and no theme at all.
"""

import html
import re
from collections import Counter
from dataclasses import dataclass
from enum import StrEnum
from functools import cached_property
from hashlib import blake2b
from typing import NamedTuple

from generator.errors import ShellError
from generator.language import _

STEM = "KabarBalikMark"


class Mark(StrEnum):
    """A place in a shell: letters only, so that no filter or escaping of the theme changes it."""

    TITLE = f"{STEM}Title"
    DESCRIPTION = f"{STEM}Description"
    CANONICAL = f"{STEM}Canonical"
    HEAD = f"{STEM}Head"
    BODY = f"{STEM}Body"


# Title: the tab and the preview in a chat. Description and address: the head and the
# preview. A theme that prints one more or one less has changed, and someone has to look at it.
EXPECTED = {Mark.TITLE: 2, Mark.DESCRIPTION: 2, Mark.CANONICAL: 2, Mark.HEAD: 1, Mark.BODY: 1}

_MARK = re.compile("(" + "|".join(Mark) + ")")
_BLANKS = re.compile(r"\s*\n\s*")


class ShellKey(NamedTuple):
    """Which shell a page needs: its section decides the active tab, its depth every link."""

    section: str
    depth: int

    @property
    def address(self) -> str:
        """An address of this depth that no page has.

        Themes shorten links by what two addresses share, so a shell must share nothing.
        """
        return f"-{self.section}/" + "-/" * (self.depth - 1)


@dataclass(frozen=True)
class Shell:
    """Pieces of HTML and, between each two of them, the mark that stood there."""

    pieces: tuple[bytes, ...]
    marks: tuple[Mark, ...]

    @classmethod
    def cut(cls, page: str) -> "Shell":
        """Cut a page the theme has rendered; `ShellError` unless it holds each mark as expected.

        Lines lose their indentation: half of a theme's page is blanks, and every page carries it.
        """
        parts = _MARK.split(_BLANKS.sub("\n", page))
        pieces, marks = parts[::2], tuple(Mark(part) for part in parts[1::2])
        found = Counter(marks)
        if found != EXPECTED:
            raise ShellError(
                _("Kerangka halaman tidak utuh: {found}, seharusnya {expected}.").format(
                    found=_told(found), expected=_told(EXPECTED)
                )
            )
        if any(STEM in piece for piece in pieces):
            raise ShellError(_("Kerangka halaman memuat tanda yang tidak dikenal."))
        return cls(tuple(piece.encode() for piece in pieces), marks)

    @cached_property
    def digest(self) -> str:
        """A fingerprint of everything this shell adds to a page."""
        return blake2b(repr((self.pieces, self.marks)).encode(), digest_size=16).hexdigest()

    def fill(self, *, title: str, description: str, canonical: str, head: str, body: str) -> bytes:
        """Set a page: plain text for title, description and address, finished HTML for the rest.

        The theme prints the first three as they come, so they are escaped here.
        """
        values = {
            Mark.TITLE: html.escape(title).encode(),
            Mark.DESCRIPTION: html.escape(description).encode(),
            Mark.CANONICAL: html.escape(canonical).encode(),
            Mark.HEAD: head.encode(),
            Mark.BODY: body.encode(),
        }
        parts = [self.pieces[0]]
        for mark, piece in zip(self.marks, self.pieces[1:], strict=True):
            parts.append(values[mark])
            parts.append(piece)
        return b"".join(parts)


def _told(counts: Counter[Mark] | dict[Mark, int]) -> str:
    return ", ".join(f"{mark.name.lower()} {counts.get(mark, 0)}" for mark in Mark)
