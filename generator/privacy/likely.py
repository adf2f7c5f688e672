"""Which texts can hold no identifier at all, so that a whole site is searched in seconds.

Nearly every text of a page is plain words, a date or a link within the site. What each finder of
`IDENTIFIERS` cannot do without is asked for here, all at once and without looking at what it
means. It may let through more than the finders find, and never less: `tests/test_likely.py` holds
it against them.
"""

import re

from generator.privacy import contacts, numbers, papers
from generator.privacy.view import text_of

_WORD = re.compile("[a-z]+")
_DIGIT = re.compile(r"\d")
# Nine digits make a number by themselves; five do with a word beside them that says of what.
_MANY_DIGITS = re.compile(r"\d(?:[^0-9A-Za-z]{0,16}\d){8}")
_SOME_DIGITS = re.compile(r"\d(?:[^0-9A-Za-z]{0,16}\d){4}")
# A plate of any kind begins so; longer words before a number are words.
_PLATE_BEGINS = re.compile(r"(?<![A-Za-z])[A-Za-z]{1,2}[ .-]{0,3}\d")
_SIGNS_OF_PLACES = "°º"
_DECIMALS = re.compile(r"\d[.,]\d{4}")
# What all addresses of social media and of maps hold; the own one may hold it as well.
_ABROAD = re.compile(r"\.(?:me|com|net|be|ee|watch|org|co|google|gl|apple)|google|///")

_WITHOUT_DIGITS = contacts.PLATFORMS | contacts.SIGNS_SPELLED
_WITH_ANY_DIGIT = papers.REPORTS | contacts.OF_PLACE | {"derajat", "paspor"}


def may_identify(text: str) -> bool:
    """Whether the finders of `IDENTIFIERS` may find anything in a text; pure.

    False is certain, True is not.
    """
    seen = text_of(text)
    lower = seen.lower()
    words = frozenset(_WORD.findall(lower))
    if "@" in seen or not words.isdisjoint(_WITHOUT_DIGITS):
        return True
    if "/" in seen and _ABROAD.search(lower) and contacts.leads_abroad(lower):
        return True
    if _DIGIT.search(seen) and _may_be_a_number(seen, words):
        return True
    return numbers.may_be_spelled(lower, words)


def _may_be_a_number(seen: str, words: frozenset[str]) -> bool:
    """Whether digits can be a number of somebody, a plate, a paper or a place on a map."""
    if _MANY_DIGITS.search(seen) or numbers.SWAPPED.search(seen) or _PLATE_BEGINS.search(seen):
        return True
    if "+" in seen or any(sign in seen for sign in _SIGNS_OF_PLACES) or _DECIMALS.search(seen):
        return True
    if not words.isdisjoint(_WITH_ANY_DIGIT):
        return True
    return not words.isdisjoint(numbers.OF_NUMBERS) and _SOME_DIGITS.search(seen) is not None
