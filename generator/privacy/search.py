"""The search itself: a text is seen as a reader sees it, then every finder looks at it."""

from collections.abc import Callable, Sequence
from typing import TypeAlias

from generator.privacy.addresses import addresses
from generator.privacy.allowed import Allowed
from generator.privacy.contacts import contacts, places_on_maps
from generator.privacy.kinds import Found
from generator.privacy.names import names
from generator.privacy.numbers import numbers
from generator.privacy.papers import papers
from generator.privacy.passage import Hits, Passage
from generator.privacy.people import people
from generator.privacy.quiet import loud_parts
from generator.privacy.sensitive import sensitive
from generator.privacy.view import view_of

Finders: TypeAlias = Sequence[Callable[[Passage], Hits]]

IDENTIFIERS: Finders = (numbers, contacts, places_on_maps, papers)
"""What finds an identifier by its own form, whatever stands around it."""
FINDERS: Finders = (*IDENTIFIERS, addresses, names, people, sensitive)


def search(text: str, allowed: Allowed, finders: Finders = FINDERS) -> list[Found]:
    """Give everything in a text that may point to a person, in the order of the text; pure.

    Offsets are those of `text`. What is allowed (see `allowances`) is not found. `finders` are all,
    or those whose finds do not rest on what words stand around them.
    """
    view = view_of(text)
    found: set[Found] = set()
    for start, end in loud_parts(view.text):
        passage = Passage(view.text[start:end], allowed)
        for find in finders:
            for hit in find(passage):
                place = view.span(start + hit.start, start + hit.end)
                found.add(Found(hit.kind, hit.level, *place))
    return sorted(found, key=lambda one: (one.start, one.end, one.kind))
