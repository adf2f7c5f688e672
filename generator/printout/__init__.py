"""The same truth as the site, for a terminal and for scripts.

`named` finds what somebody means, `owing` what is owed on a day; `stories` and `debts` say both in
lines of plain text, which `layout` sets as wide as there is room; `data` gives them as JSON. Words
and order are those of `views`: nothing is judged here.
"""

from generator.printout.corrected import preview_lines
from generator.printout.data import as_json, owing_data, story_data
from generator.printout.debts import debt_lines, unit_lines
from generator.printout.layout import Line, typeset
from generator.printout.named import UnknownName, meant, unit_meant
from generator.printout.owing import Only, Owing, owing
from generator.printout.stories import story_lines

__all__ = [
    "FORMATS",
    "Line",
    "Only",
    "Owing",
    "UnknownName",
    "as_json",
    "debt_lines",
    "meant",
    "owing",
    "owing_data",
    "preview_lines",
    "story_data",
    "story_lines",
    "typeset",
    "unit_lines",
    "unit_meant",
]

FORMATS = ("text", "json")
