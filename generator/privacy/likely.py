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
_WORDS_APART = {code: chr(code).lower() if chr(code).isalpha() else " " for code in range(128)}
_DIGIT = re.compile("[0-9]")
# What all addresses of social media and of maps hold; the own one may hold it as well.
_ABROAD = re.compile(r"\.(?:me|com|net|be|ee|watch|org|co|google|gl|apple)|google|///")

_WITHOUT_DIGITS = contacts.PLATFORMS | contacts.SIGNS_SPELLED


def may_identify(text: str) -> bool:
    """Whether the finders of `IDENTIFIERS` may find anything in a text; pure.

    False is certain, True is not.
    """
    seen = text_of(text)
    lower = seen.lower()
    words = _words(seen, lower)
    if "@" in seen or not words.isdisjoint(_WITHOUT_DIGITS):
        return True
    if "/" in seen and _ABROAD.search(lower) and contacts.may_lead_abroad(lower):
        return True
    if numbers.may_be_spelled(lower, words):
        return True
    return _DIGIT.search(seen) is not None and (
        numbers.may_be_written(seen, words)
        or papers.may_be_there(seen, lower, words)
        or contacts.may_be_measured(seen, lower, words)
    )


def _words(seen: str, lower: str) -> set[str]:
    if seen.isascii():
        return set(seen.translate(_WORDS_APART).split())
    return set(_WORD.findall(lower))
