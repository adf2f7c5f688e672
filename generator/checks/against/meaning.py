"""What a value says: one for every way of writing it, and the ways a correction may quote it."""

import datetime
from collections.abc import Hashable, Iterable, Iterator
from typing import Any

from generator import dates
from generator.amounts import Amount, Exactness
from generator.archive import resolve
from generator.dates import EventDate
from generator.outline import Field, Holds, outline_of
from generator.views.text import blocks

SEPARATOR = ", "
"""What stands between the items of a list that is told in one line."""


def meaning(field: Field, value: Any, folder: str) -> Hashable:
    """Give what a single value means: equal for two ways of writing the same.

    A text means its paragraphs and lists, wherever its lines end; a reference the concern it leads
    to from a folder; an exact number itself.
    """
    match value:
        case Amount(exactness=Exactness.EXACT):
            return value.number
        case Amount():
            return value.text.casefold()
        case EventDate():
            return value.text
        case str() if field.holds is Holds.TEXT:
            return tuple(
                (_line(one.text), tuple(_line(item) for item in one.items)) for one in blocks(value)
            )
        case str() if field.holds is Holds.REFERENCE:
            return resolve(value, folder)
        case str():
            return _line(value)
    given: Hashable = value
    return given


def ways(value: Any) -> tuple[str, ...]:
    """Give every way in which a value may be quoted, the plainest first; () for nothing at all."""
    match value:
        case None | ():
            return ()
        case str():
            return (_line(value),)
        case int():
            return (str(value), f"{value:,}".replace(",", "."))
        case datetime.date():
            return (value.isoformat(), dates.in_words(value))
        case Amount():
            return (value.text,)
        case EventDate():
            days = dict.fromkeys(day for day in (value.earliest, value.latest) if day)
            return (value.text, *map(dates.in_words, days))
        case tuple():
            return (SEPARATOR.join(told(value)),)
    return _ways_of_group(value) if fields_of(value) else (str(value),)


def _ways_of_group(value: Any) -> tuple[str, ...]:
    held = [getattr(value, one.attribute) for one in fields_of(value)]
    stated = [one for one in held if one not in (None, ())]
    if len(stated) == 1:
        return ways(stated[0])
    return ("; ".join(text.rstrip(".") for text in told(stated)),)


def told(values: Iterable[Any]) -> Iterator[str]:
    """Give the words of everything that some values hold, in order."""
    for value in values:
        if isinstance(value, tuple):
            yield from told(value)
        elif fields := fields_of(value):
            yield from told(getattr(value, one.attribute) for one in fields)
        else:
            yield from ways(value)[:1]


def fields_of(value: object) -> tuple[Field, ...]:
    """Give the keys of something that has keys; () for a single value."""
    model: Any = type(value)
    return outline_of(model)


def _line(text: str) -> str:
    return " ".join(text.split())
