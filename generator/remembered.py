"""What is found once for the same objects, and remembered as far as bounded memory goes."""

from collections.abc import Callable
from functools import wraps
from typing import TypeVar, TypeVarTuple

_Given = TypeVarTuple("_Given")
_Found = TypeVar("_Found")


def remembered(
    most: int,
) -> Callable[[Callable[[*_Given], _Found]], Callable[[*_Given], _Found]]:
    """Remember what a function gave for the last `most` objects; they are never changed.

    As `functools.lru_cache`, but objects are told apart by which they are, not by what they hold:
    to find out that two sessions are equal takes longer than to make what is asked of them.
    Text, numbers and members of a fixed list have to come from such an object, or be constant.
    """

    def remembering(find: Callable[[*_Given], _Found]) -> Callable[[*_Given], _Found]:
        known: dict[tuple[int, ...], tuple[object, _Found]] = {}

        @wraps(find)
        def found(*given: *_Given) -> _Found:
            key = tuple(map(id, given))
            kept = known.get(key)
            if kept is None:
                if len(known) >= most:
                    known.clear()
                # What was given is kept beside it: while it lives no other object has its id.
                kept = known[key] = given, find(*given)
            return kept[1]

        return found

    return remembering
