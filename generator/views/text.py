"""Plain text as it is set on a page: paragraphs and lists, nothing else."""

import re
from collections.abc import Iterable
from functools import lru_cache
from itertools import chain

from generator.value import value

ITEM = "- "
_BLANK_LINE = re.compile(r"\n[ ]*(?:\n[ ]*)+")


@value
class Block:
    """A paragraph, or a list where `items` holds something; never both."""

    text: str = ""
    items: tuple[str, ...] = ()


@lru_cache(maxsize=4_000)
def blocks(text: str) -> tuple[Block, ...]:
    """Split plain text: paragraphs at blank lines, lines that start with `- ` into lists.

    Line breaks inside a paragraph or an item are only where a typist's line was full.
    """
    if "\n" not in text and not text.startswith(ITEM):
        return (Block(text),)
    found: list[Block] = []
    for part in _BLANK_LINE.split(text.strip("\n")):
        found.extend(_part(part.split("\n")))
    return tuple(found)


def in_a_row(texts: Iterable[str]) -> tuple[Block, ...]:
    """Split several texts and set them one after the other."""
    return tuple(chain.from_iterable(map(blocks, texts)))


def _part(lines: list[str]) -> list[Block]:
    """Read lines without a blank one between them: a paragraph, a list, or one after the other."""
    groups: list[tuple[bool, list[str]]] = []
    for line in lines:
        if line.startswith(ITEM):
            groups.append((True, [line[len(ITEM) :].strip()]))
        elif groups and (not groups[-1][0] or line.startswith(" ")):
            groups[-1][1].append(line.strip())
        else:
            groups.append((False, [line.strip()]))
    found: list[Block] = []
    for is_item, words in groups:
        said = " ".join(filter(None, words))
        if not is_item:
            found.append(Block(said))
        elif found and found[-1].items:
            found[-1] = Block(items=(*found[-1].items, said))
        else:
            found.append(Block(items=(said,)))
    return found


@lru_cache(maxsize=20_000)
def excerpt(text: str, length: int = 110) -> str:
    """Give the beginning of a text on one line, cut between two words, with an ellipsis if cut."""
    line = " ".join(text.split())
    if len(line) <= length:
        return line
    cut = line[: length - 1]
    whole_words = cut if line[length - 1] in " ,;:." else cut.rsplit(" ", 1)[0]
    return whole_words.rstrip(" ,;:.-") + "…"
