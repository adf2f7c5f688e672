"""A difference for a terminal."""

from collections.abc import Iterable, Iterator

from generator.difference.summary import Compared, head, names_title, tag, title
from generator.difference.terms import Change, Difference
from generator.printout import layout
from generator.printout.layout import GAP, Line, heading


def text_lines(found: Difference, compared: Compared) -> Iterator[Line]:
    """Give a difference in lines, the gravest first, for `typeset`."""
    yield layout.title(title())
    for said in head(found, compared):
        yield Line(said)
    for group in found.groups:
        yield GAP
        yield heading(group.title)
        yield Line(f"{compared.site}{group.address}")
        yield from _listed(group.changes)
    if found.names:
        yield GAP
        yield heading(names_title())
        yield from _listed(found.names)


def _listed(changes: Iterable[Change]) -> Iterator[Line]:
    for one in changes:
        word = tag(one)
        words = " ".join(one.words.split())
        yield Line(f"{word}: {words}" if word else words, 0, "- ")
