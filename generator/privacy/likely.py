"""Which texts can hold no identifier at all, so that a whole site is searched in seconds.

Nearly every text of a page is plain words, a date or a link within the site. What each finder of
`IDENTIFIERS` cannot do without is asked for here, all at once and without looking at what it
means. It may let through more than the finders find, and never less: `tests/test_likely.py` holds
it against them.
"""

import re
from collections.abc import Set
from functools import lru_cache

from generator.privacy import contacts, numbers, papers
from generator.privacy.view import text_of

_WORD = re.compile("[a-z]+")
_WORDS_APART = bytes(code if 97 <= code <= 122 else 32 for code in range(256))
_DIGIT = re.compile("[0-9]")
# What all addresses of social media and of maps hold; the own one may hold it as well.
_ABROAD = re.compile(r"\.(?:me|com|net|be|ee|watch|org|co|google|gl|apple)|google|///")

WITHOUT_DIGITS = contacts.PLATFORMS | contacts.SIGNS_SPELLED
TELLING = WITHOUT_DIGITS.union(
    numbers.OF_NUMBERS, papers.REPORTS, contacts.OF_PLACE, ("paspor", "derajat")
)
# Digits up to the next letters, and three of these; what stands before is looked up.
_CLUSTER = re.compile(r"[0-9][^A-Za-z]*[A-Za-z]{0,3}")
# A time as programs write it holds digits by the dozen, and no page is without one.
_INSTANT = re.compile(
    r"20\d\d-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\d|3[01])T(?:[01]\d|2[0-3]):[0-5]\d:[0-5]\d"
    r"(?:Z|\+0[7-9]:00)",
    re.ASCII,
)
LOOKED_BACK = 6  # a plate begins with two letters and three gaps, and no letter before them


def may_identify(text: str) -> bool:
    """Whether the finders of `IDENTIFIERS` may find anything in a text; pure.

    False is certain, True is not.
    """
    if _INSTANT.fullmatch(text):
        return False
    seen = text_of(text)
    lower = seen.lower()
    words = _words(lower)
    if "@" in seen or numbers.may_be_spelled(lower, words):
        return True
    if "/" in seen and _ABROAD.search(lower) and contacts.may_lead_abroad(lower):
        return True
    # Most texts hold none of the words that any finder asks for.
    if not words.isdisjoint(TELLING) and _may_by_words(seen, lower, words):
        return True
    if (not seen.isascii() or "+" in seen) and contacts.may_be_signed(seen):
        return True
    has_plate_words = not words.isdisjoint(papers.PLATE_WORDS)
    begun = False
    for match in _CLUSTER.finditer(seen):
        start, end = match.span()
        begins, is_suspect = told_by(seen[max(0, start - LOOKED_BACK) : end])
        if is_suspect:
            return True
        begun = begun or begins
    return begun and has_plate_words and papers.may_be_called_plate(lower)


def _may_by_words(seen: str, lower: str, words: Set[str]) -> bool:
    if not words.isdisjoint(contacts.SIGNS_SPELLED):
        return True
    if not words.isdisjoint(contacts.PLATFORMS) and contacts.may_be_account(lower):
        return True
    return _DIGIT.search(seen) is not None and (
        numbers.may_be_named(seen, words)
        or papers.may_be_named(lower, words)
        or contacts.may_be_named(lower, words)
    )


@lru_cache(maxsize=1 << 16)
def told_by(cluster: str) -> tuple[bool, bool]:
    """Whether digits are what a plate begins with, and whether they may be anything by themselves.

    Given with all next to them on which the answer rests. Most are days, and met again and again.
    """
    begins, is_plate = papers.may_be_plate(cluster, cluster.lower())
    return begins, is_plate or numbers.may_be_many(cluster) or contacts.may_be_decimal(cluster)


def _words(lower: str) -> set[str]:
    if lower.isascii():
        return set(lower.encode().translate(_WORDS_APART).decode().split())
    return set(_WORD.findall(lower))
