"""A published mistake mended openly: the value is changed, and the record says what stood there.

Records call it `koreksi`. `parts` says what can be named, `values` changes it and nothing else,
`fragments` finds the words that differ, `plan` lays it all out.
"""

from generator.correcting.parts import CannotCorrect, Part
from generator.correcting.plan import NOT_WRITTEN, Found, Plan, Wish, find, plan, points_to_a_person

__all__ = [
    "NOT_WRITTEN",
    "CannotCorrect",
    "Found",
    "Part",
    "Plan",
    "Wish",
    "find",
    "plan",
    "points_to_a_person",
]
