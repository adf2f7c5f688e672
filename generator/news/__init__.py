"""What is new, and since when: published records, passed deadlines, corrections, withdrawals.

`terms` are the words of the answer, `gather` finds all news of an archive, `windows` keeps the
newest for each feed. Nothing here is a sentence: what is said of a piece of news is made above.
"""

from generator.news.gather import gather
from generator.news.terms import Kind, Mending, News, Subject, Turn, Withdrawn
from generator.news.windows import FEW, MOST, SPAN, Windows, sort_out

__all__ = [
    "FEW",
    "MOST",
    "SPAN",
    "Kind",
    "Mending",
    "News",
    "Subject",
    "Turn",
    "Windows",
    "Withdrawn",
    "gather",
    "sort_out",
]
