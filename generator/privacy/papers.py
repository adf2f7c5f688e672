"""Numbers with letters in them: vehicle plates, police reports, passports."""

import re
from collections.abc import Set

from generator.privacy.kinds import Kind
from generator.privacy.passage import Hit, Hits, Passage, hits

_CODES = (
    "A|AA|AB|AD|AE|AG|B|BA|BB|BD|BE|BG|BH|BK|BL|BM|BN|BP|D|DA|DB|DC|DD|DE|DG|DH|DK|DL|DM|DN|DP|DR"
    "|DS|DT|DW|E|EA|EB|ED|F|G|H|K|KB|KH|KT|KU|L|M|N|P|PA|PB|PG|PS|PT|PY|R|S|T|W|Z"
)
_KNOWN_CODES = frozenset(_CODES.split("|"))
_PLATE = re.compile(
    r"(?<![A-Za-z0-9/+&-])([A-Z]{1,2})([ .-]{0,3})(\d{1,4})([ .-]{0,3})([A-Z]{1,3})(?![A-Za-z0-9]"
    r"|/[A-Z\d])"
)
_SMALL_PLATE = re.compile(
    r"(?<![a-z0-9])([a-z]{1,2})-?\d{3,4}-?(?!di|ke|km|rt|rw|kg|cm|wib|org|mb|gb"
    r"|kw)[a-z]{2,3}(?![a-z0-9])"
)
_LOOSE_PLATE = re.compile(
    r"(?<![a-z0-9])([a-z]{1,2})[ .-]{0,3}\d{3,4}[ .-]{0,3}[a-z]{2,3}(?![a-z0-9])"
)
_PLATE_WORD = re.compile(
    rf"\b(?:plat|pelat|nopol|nomor polisi|no\.? ?pol|bernopol|nomor kendaraan"
    rf"|tnkb)\b[^0-9]{{0,24}}?"
    rf"(?<![a-z])(?:{_CODES.lower()})[ .-]{{0,3}}\d{{1,4}}(?:[ .-]{{0,3}}[a-z]{{1,3}}\b)?"
)
# A plate of any kind and a passport begin so; longer words before a number are words.
_BEGINNING = re.compile(r"(?<![A-Za-z])[A-Za-z]{1,2}[ .-]{0,3}\d")
# The same read from right to left: there it begins with a digit, of which there are few.
_BEGINNING_BACKWARDS = re.compile(r"\d[ .-]{0,3}[A-Za-z]{1,2}(?![A-Za-z])")
PLATE_WORDS = frozenset("plat pelat nopol polisi pol bernopol kendaraan tnkb".split())
"""Words after which a plate may be written in any way."""
# What follows a number and is no part of a plate: units, ranks of clock zones, Roman numbers.
_NO_SUFFIX = frozenset(
    "RT RW KM KG CM MM WIB WIT TH HP CC GN GB MB PK DI KE SD TK HK WP MT KK OK II III IV VI VII IX"
    " XI XII XIV XV XVI".split()
)
_REPORT = re.compile(
    r"\b(?:lp|lpa|lpb|li|stpl|sttlp|sttpl|stplp|sttp|sp2hp|spdp|sprin|laporan polisi|nomor lp)\b"
    r"(?:\s*(?:no|nomor"
    r"|nmr)\.?\s*:?)?[\s/.:-]{1,4}(?:[a-z]{1,3}[\s/.-]{1,4})?\d{1,5}\s*[/.-]\s*[a-z0-9]"
)
_REPORT_NUMBER = re.compile(
    r"\b(?:nomor|no\.?) (?:laporan|lp|register|perkara)\b[^0-9\n]{0,16}\d{2,}"
)
REPORTS = frozenset("lp lpa lpb li stpl sttlp sttpl stplp sttp sp hp spdp laporan perkara".split())
"""Words without which no number is that of a report."""
_PASSPORT = re.compile(r"(?<![A-Za-z0-9])[A-Z]{1,2}[ -]?\d{7}(?![A-Za-z0-9])")
_PASSPORT_WORD = re.compile(r"\bpaspor\b[^0-9\n]{0,24}[a-z]{0,2}[ -]?\d{5,8}\b")


def papers(passage: Passage) -> Hits:
    """Find plates, numbers of police reports and of passports."""
    text, lower, words = passage.text, passage.lower, passage.words
    if not passage.has_digits:
        return
    if _BEGINNING_BACKWARDS.search(text[::-1]):
        yield from _plates(passage)
        yield from hits(Kind.PASSPORT, _PASSPORT, text)
    if not words.isdisjoint(REPORTS):
        for pattern in (_REPORT, _REPORT_NUMBER):
            yield from hits(Kind.REPORT, pattern, lower)
    if "paspor" in words:
        yield from hits(Kind.PASSPORT, _PASSPORT_WORD, lower)


def may_be_plate(text: str, lower: str) -> tuple[bool, bool]:
    """Whether a plate or passport may begin in a text, and whether it goes on as one does."""
    if not _BEGINNING.search(text):
        return False, False
    patterns = ((_PLATE, text), (_SMALL_PLATE, lower), (_PASSPORT, text))
    return True, any(pattern.search(written) for pattern, written in patterns)


def may_be_called_plate(lower: str) -> bool:
    """Whether a text in small letters, with one of `PLATE_WORDS`, can hold a plate in any form."""
    return _PLATE_WORD.search(lower) is not None or _LOOSE_PLATE.search(lower) is not None


def may_be_named(lower: str, words: Set[str]) -> bool:
    """Whether a text in small letters, with these words, can name a report or a passport."""
    if not words.isdisjoint(REPORTS) and (_REPORT.search(lower) or _REPORT_NUMBER.search(lower)):
        return True
    return "paspor" in words and _PASSPORT_WORD.search(lower) is not None


def _plates(passage: Passage) -> Hits:
    for match in _PLATE.finditer(passage.text):
        if _is_plate(match):
            yield Hit(Kind.PLATE, *match.span())
    for match in _SMALL_PLATE.finditer(passage.lower):
        if match[1].upper() in _KNOWN_CODES and not passage.in_address(match.start()):
            yield Hit(Kind.PLATE, *match.span())
    if not passage.words.isdisjoint(PLATE_WORDS):
        yield from hits(Kind.PLATE, _PLATE_WORD, passage.lower)
        for match in _LOOSE_PLATE.finditer(passage.lower):
            if match[1].upper() in _KNOWN_CODES:
                yield Hit(Kind.PLATE, *match.span())


def _is_plate(match: re.Match[str]) -> bool:
    code, gap, digits, other_gap, suffix = match.groups()
    if code not in _KNOWN_CODES or suffix in _NO_SUFFIX:
        return False
    return len(digits) > 2 or (len(digits) == 2 and bool(gap and other_gap))
