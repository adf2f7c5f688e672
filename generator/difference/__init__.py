"""What residents will see change between two states of the records, said in plain words.

`compare` looks at two archives as of the same day and gives a `Difference`, grouped by the page
where the change is seen; `text_lines` sets it for a terminal and `markdown` for a review comment.
Nothing is judged twice: statuses, deadlines and badges are those of the site.

What is taken back, kept back or gone is told without a word of it. Of the earlier records no text
is ever repeated but what a correction openly says stood there: it may have been taken out because
it pointed to a person.
"""

from generator.difference.as_markdown import markdown
from generator.difference.as_text import text_lines
from generator.difference.compare import Earlier, compare
from generator.difference.terms import Change, Difference, Gravity, Group

__all__ = [
    "FORMATS",
    "Change",
    "Difference",
    "Earlier",
    "Gravity",
    "Group",
    "compare",
    "markdown",
    "text_lines",
]

FORMATS = ("text", "markdown")
