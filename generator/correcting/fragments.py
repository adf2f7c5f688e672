"""The words in which two texts differ: a correction repeats those, not the whole text."""

import re

SHORT = 60
"""Up to so many letters a value is repeated whole: in pieces it would be harder to read."""

_WORD = re.compile(r"\S+")
_KEEPS_ITS_LINES = re.compile(r"\n\s*(?:\n|- )")
_MOST = 0.6


def changed_words(old: str, new: str) -> tuple[str, str]:
    """Give what was there and what is there now, each a piece of its text and never empty.

    Words are only left out at the beginning and at the end, and one on each side stays, so that a
    reader can find the piece.
    """
    if len(old) <= SHORT and len(new) <= SHORT:
        return old, new
    before, after = _WORD.findall(old), _WORD.findall(new)
    shorter = min(len(before), len(after))
    head = next((at for at in range(shorter) if before[at] != after[at]), shorter)
    tail = next(
        (at for at in range(shorter - head) if before[-1 - at] != after[-1 - at]), shorter - head
    )
    head, tail = max(head - 1, 0), max(tail - 1, 0)
    pieces = _piece(old, head, tail), _piece(new, head, tail)
    if len(pieces[0]) > _MOST * len(old) or pieces[0] == pieces[1]:
        return old, new
    return pieces


def _piece(text: str, head: int, tail: int) -> str:
    words = list(_WORD.finditer(text))
    piece = text[words[head].start() : words[len(words) - tail - 1].end()]
    return piece if _KEEPS_ITS_LINES.search(piece) else " ".join(piece.split())
