"""Lines of plain text, and how they are set as wide as a terminal is."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from textwrap import TextWrapper

from generator.views.text import Block
from generator.wording.badges import Badge

STEP = "  "
NO_BREAK = "\u00a0"
NARROWEST, WIDEST = 40, 100
"""Narrower, lines hold hardly a word; wider, the eye loses the next line."""
LONGEST_WHOLE = 32
"""How many letters may be kept on one line, so that even the narrowest has room for them."""


@dataclass(frozen=True, slots=True)
class Line:
    """One paragraph of a printout.

    It stands `depth` steps from the left behind `lead`, under which its further lines are left
    empty. `underline` is drawn below it, "" for none. Without words it is an empty line.
    """

    words: str = ""
    depth: int = 0
    lead: str = ""
    underline: str = ""


GAP = Line()


def title(words: str) -> Line:
    """What the whole printout is about."""
    return Line(words, underline="=")


def heading(words: str) -> Line:
    """What a part of it is about."""
    return Line(words, underline="-")


def in_brackets(*badges: Badge) -> str:
    """The words of badges, each in brackets; all but very long ones stay on one line."""
    return " ".join(f"[{_kept_together(one.word)}]" for one in badges)


def paragraphs(blocks: Iterable[Block], depth: int) -> Iterator[Line]:
    """Plain text as it was typed: paragraphs, and lists with a dash before each item."""
    follows_text = False
    for block in blocks:
        if block.items:
            yield from (Line(item, depth, "- ") for item in block.items)
        else:
            if follows_text:
                yield GAP
            yield Line(block.text, depth)
        follows_text = not block.items


def typeset(lines: Iterable[Line], width: int) -> str:
    """Set lines at most `width` letters wide, if that is a width one can read at.

    Words are never broken: an id or an address stays whole, so that it can be copied.
    """
    width = min(max(width, NARROWEST), WIDEST)
    return "\n".join(row for line in lines for row in _rows(line, width))


def _kept_together(words: str) -> str:
    return words.replace(" ", NO_BREAK) if len(words) <= LONGEST_WHOLE else words


def _rows(line: Line, width: int) -> Iterator[str]:
    if not line.words:
        yield ""
        return
    before = f"{STEP * line.depth}{line.lead}"
    if len(before) > width // 2:  # hardly room beside it
        yield before.rstrip()
        before = STEP * (line.depth + 2)
    wrapper = TextWrapper(
        width=width,
        initial_indent=before,
        subsequent_indent=" " * len(before),
        break_long_words=False,
        break_on_hyphens=False,
    )
    rows = [row.replace(NO_BREAK, " ") for row in wrapper.wrap(line.words)]
    yield from rows
    if line.underline:
        yield f"{STEP * line.depth}{line.underline * max(map(len, rows))}"
