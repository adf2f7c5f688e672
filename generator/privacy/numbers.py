"""Numbers that belong to one person: identity cards, telephones, accounts.

Digits are read as people write them to be read: with any signs, spaces and line breaks between
them, a letter in place of a digit, or spelled out. What looks like a date, a time, an amount of
money or a count with its thousands dots is set aside first.
"""

import re
from collections.abc import Iterator, Sequence, Set
from functools import lru_cache

import phonenumbers
from stdnum.exceptions import ValidationError
from stdnum.id import nik

from generator.privacy.kinds import Kind
from generator.privacy.passage import Hit, Hits, Passage

_GAP = r"[^0-9A-Za-z]{0,16}"
_RUN = re.compile(rf"\d(?:{_GAP}\d){{4,}}")
# Nine digits make a number by themselves; five do with a word beside them that says of what.
_MANY_DIGITS = re.compile(rf"\d(?:{_GAP}\d){{8}}")
_SWAPPED = re.compile(r"\d(?:[OoIlSBZ|]|(?<=[OoIlSBZ|]\d))")
_SWAP_RUN = re.compile(
    r"(?<![A-Za-z0-9])[\dOoIlSBZ|](?:[^0-9A-Za-z\n|]{0,3}[\dOoIlSBZ|])*(?![A-Za-z0-9])"
)
_SWAPS = str.maketrans("OoIlSBZ|", "00115821")
_HOUR = r"(?:[01]?\d|2[0-4])[.:][0-5]\d(?::[0-5]\d)?"
_DAY = r"(?:0?[1-9]|[12]\d|3[01])"
_MONTH = r"(?:0?[1-9]|1[0-2])"
_YEAR = r"(?:1[89]|20)\d\d"
_ISO = rf"{_YEAR}(?:-{_MONTH}(?:-{_DAY})?)?"
_TO = r"\s*(?:-|/|s\.?d\.?|sampai|hingga)\s*"
# What stands in most records and belongs to nobody; each as a whole, never a piece of more digits.
_INNOCENT = re.compile(
    rf"""
      (?<![\d+])(?<!\d[-./\s]) {_ISO}(?:(?:[T\s/]{{1,4}}|\s?-\s?)(?:{_ISO}|{_HOUR}))*
        (?![-./]?\d|\s\d{{3,}})
    | (?<![\d+])(?<!\d[-./]) {_DAY}[-/.]{_MONTH}[-/.]{_YEAR} (?![-./]?\d|\s\d{{3,}}(?!\d*:))
    | (?<![\d+:.])(?<!\d[-./]) {_HOUR}(?:{_TO}{_HOUR})? (?![\d]|[-.:/]\d)
    | \b(?:Rp|IDR|USD|US\$)\.?\s{{0,2}}\d{{1,3}}(?:[.,]\d{{3}})*(?:,\d\d?|,-)?(?![\d.]\d)
    | \b(?:Rp|IDR)\.?\s{{0,2}}\d{{1,12}}(?:,\d\d?)?(?!\d|[-.]\d)
    | (?<![\d+(])(?<!\d[-.,/\s])[1-9]\d{{0,2}}(?:\.\d{{3}}){{1,3}}(?:,\d{{1,2}})?(?![\d]|[-./ ]\d)
    """,
    re.VERBOSE,
)
_DAY_ALONE = re.compile(rf"[^\d+]*{_YEAR}-{_MONTH}-{_DAY}\D*")
_LAST_WORDS = 48
_LONGEST_WINDOW = 20

_BANK = re.compile(
    r"(?:\b(?:(?:bca|bri|bni|mandiri|btn|bsi|bpd|cimb|danamon|permata|muamalat|seabank|jago|jenius"
    r"|rek|rekening|norek|dana|ovo|gopay|shopeepay|linkaja|virtual account|va|briva|saldo"
    r"|bank [a-z]+)(?:nya)?\b)[^0-9]{0,30}$)"
)
_PAPERS = (
    (re.compile(r"\b(?:kk|kartu keluarga)(?:-?nya)?\b[^0-9]{0,24}$"), Kind.FAMILY_CARD, 14),
    (re.compile(r"\b(?:nik|ktp|e-ktp)(?:-?nya)?\b[^0-9]{0,24}$"), Kind.NIK, 10),
    (re.compile(r"\bsim\b(?:\s*[abcd]\d?\b)?[^0-9]{0,24}$"), Kind.LICENCE, 10),
    (re.compile(r"\bnpwp(?:-?nya)?\b[^0-9]{0,24}$"), Kind.TAX, 9),
    (re.compile(r"\b(?:bpjs|jkn|kis)\b[^0-9]{0,24}$"), Kind.INSURANCE, 8),
    (
        re.compile(r"\b(?:nrp|nip|nidn|nuptk|nisn|nis|nim|nrptt|nipppk)\b[^0-9a-z]{0,6}$"),
        Kind.SERVICE,
        5,
    ),
    (_BANK, Kind.BANK, 6),
    (
        re.compile(
            r"\b(?:telp|tlp|telepon|telpon|hp|handphone|ponsel|wa|whatsapp|kontak|cp|hotline|call"
            r" ?center|hubungi|fax|sms|seluler|nomor(?:nya|\s+saya|\s+warga))\b[^0-9\n]{0,24}$"
        ),
        Kind.TELEPHONE,
        5,
    ),
)
OF_NUMBERS = frozenset(
    f"{word}{nya}"
    for nya in ("", "nya")
    for word in (
        "kk kartu nik ktp sim npwp bpjs jkn kis nrp nip nidn nuptk nisn nis nim nrptt nipppk bca"
        " bri bni mandiri btn bsi bpd cimb danamon permata muamalat seabank jago jenius rek"
        " rekening norek dana ovo gopay shopeepay linkaja virtual va briva saldo bank telp tlp"
        " telepon telpon hp handphone ponsel wa whatsapp kontak cp hotline call callcenter"
        " hubungi fax sms seluler nomor a"
    ).split()
)
"""Words without one of which fewer than nine digits are no number of anybody."""

_AFTER_BANK = re.compile(r"[^a-z0-9]{0,4}(?:bca|bri|bni|mandiri|btn|bsi|bank [a-z]+|a\.n)\b")
_PLAIN_GAPS = re.compile(r"\d+(?:[ -]\d+){1,4}")
_OF_SERVICE = re.compile(rf"{_YEAR}{_MONTH}{_DAY}\d{{10}}")
_TAX_SHAPE = re.compile(r"(?<!\d)\d\d\.\d{3}\.\d{3}\.\d[-.]\d{3}\.\d{3}(?!\d)")
_MOBILE = re.compile(r"8[1-9]\d{7,10}")
_MOBILE_WITHOUT_ZERO = re.compile(r"(?<![\d.,/-])8[1-9]\d[ -]\d{3,4}[ -]\d{3,5}(?![\d.])")
_LANDLINE_LENGTHS = range(9, 13)

_DIGITS_SPELLED = {
    "nol": "0", "kosong": "0", "zero": "0", "satu": "1", "dua": "2", "tiga": "3", "empat": "4",
    "pat": "4", "lima": "5", "enam": "6", "tujuh": "7", "delapan": "8", "lapan": "8",
    "sembilan": "9",
}  # fmt: skip
DIGIT_WORDS = frozenset(_DIGITS_SPELLED)
"""Words that stand for a digit."""

# Two different words, several times; or many written as one.
FEWEST_WORDS, _FEWEST_SPELLED, RUN_TOGETHER = 2, 5, 20
_COUNTED = tuple(_DIGITS_SPELLED)
_SPELLED_ONE = "|".join(sorted(_DIGITS_SPELLED, key=len, reverse=True))
_SPELLED = re.compile(
    rf"(?<![a-z])(?:(?:(?:dobel|double)\s+)?(?:{_SPELLED_ONE}|\d)[^a-z0-9]{{0,12}}){{7,}}(?![a-z])"
)
_SPELLED_PART = re.compile(rf"(dobel|double)?\s*({_SPELLED_ONE}|\d)")


def numbers(passage: Passage) -> Hits:
    """Find numbers that belong to one person."""
    if passage.has_digits:
        text = passage.text
        if _SWAPPED.search(text):
            text = _SWAP_RUN.sub(_unswapped, text)
        for run in _RUN.finditer(text):
            yield from _in_run(passage, text, run.start(), run.end())
    if may_be_spelled(passage.lower, passage.words):
        yield from _spelled(passage)


def may_be_many(text: str) -> bool:
    """Whether there are digits enough to be a number of anybody, or letters in place of some."""
    return _MANY_DIGITS.search(text) is not None or _SWAPPED.search(text) is not None


def may_be_named(text: str, words: Set[str]) -> bool:
    """Whether fewer digits can be a number of anybody, in a text with these words."""
    return not words.isdisjoint(OF_NUMBERS) and _RUN.search(text) is not None


def may_be_spelled(lower: str, words: Set[str]) -> bool:
    """Whether digits can be spelled out in a text, given in small letters, with its words."""
    if len(words & DIGIT_WORDS) < FEWEST_WORDS and max(map(len, words), default=0) < RUN_TOGETHER:
        return False
    return sum(map(lower.count, _COUNTED)) >= _FEWEST_SPELLED


def _unswapped(match: re.Match[str]) -> str:
    written = match[0]
    digits = sum(map(str.isdigit, written))
    letters = sum(map(str.isalpha, written)) + written.count("|")
    if letters == 0 or digits + letters < 7 or letters > digits:
        return written
    return written.translate(_SWAPS)


def _in_run(passage: Passage, text: str, start: int, end: int) -> Hits:
    for tax in _TAX_SHAPE.finditer(text, start, end):
        yield Hit(Kind.TAX, *tax.span())
    # The words around decide whether digits are an amount, so they are looked at too.
    first = max(0, start - 6)
    for left, right in _left_of(text[first : end + 4]):
        if right + first <= end:
            yield from _judged(passage, text, left + first, right + first)


def _left_of(piece: str) -> list[tuple[int, int]]:
    """Give where digits stand in a row that belong to nothing innocent."""
    if _DAY_ALONE.fullmatch(piece):  # as most are
        return []
    piece = _INNOCENT.sub(lambda match: "x" * len(match[0]), piece)
    return [match.span() for match in _RUN.finditer(piece)]


def _judged(passage: Passage, text: str, start: int, end: int) -> Hits:
    groups = [match.span() for match in re.compile(r"\d+").finditer(text, start, end)]
    digits = ["".join(text[slice(*one)]) for one in groups]
    whole = "".join(digits)
    if passage.in_address(start):
        yield from _in_link(digits, groups)
        return
    if passage.allowed.telephone(whole):
        return
    before = passage.before(start, _LAST_WORDS)
    for words, kind, least in _PAPERS:
        if len(whole) >= least and words.search(before):
            if kind is Kind.TELEPHONE and all(map(passage.allowed.telephone, digits)):
                return
            yield Hit(kind, start, end)
            return
    windows = list(_windows(groups, digits))
    found = [one for one in windows if _identity(one[2])]
    found = found or [one for one in windows if _telephone(one[2])]
    for first, last, joined in found[:1]:
        if _identity(joined):
            yield Hit(Kind.NIK, groups[first][0], groups[last][1])
        elif not passage.allowed.telephone(joined):
            yield Hit(Kind.TELEPHONE, groups[first][0], groups[last][1])
    if not found:
        yield from _nameless(passage, text, start, end, digits, whole)


def _nameless(
    passage: Passage, text: str, start: int, end: int, digits: Sequence[str], whole: str
) -> Hits:
    if match := _MOBILE_WITHOUT_ZERO.search(text, start, end):
        yield Hit(Kind.TELEPHONE, *match.span())
    elif _OF_SERVICE.fullmatch(whole):
        yield Hit(Kind.SERVICE, start, end)
    elif _AFTER_BANK.match(passage.after(end, 24)):
        yield Hit(Kind.BANK, start, end)
    elif _is_long(text[start:end], digits, whole):
        yield Hit(Kind.NUMBER, start, end)


def _is_long(written: str, digits: Sequence[str], whole: str) -> bool:
    """Whether digits are too many for anything but a number of somebody or of something owned."""
    if any(len(one) >= 9 for one in digits):
        return True
    if len(whole) == 16:
        return re.search(r"[/,;]", written) is None
    in_groups = len(whole) >= 12 and min(map(len, digits)) > 2
    return in_groups and _PLAIN_GAPS.fullmatch(written) is not None


def _in_link(digits: Sequence[str], groups: Sequence[tuple[int, int]]) -> Hits:
    """In a web address only whole numbers count: news sites number their articles."""
    for one, span in zip(digits, groups, strict=True):
        if len(one) == 16 and _identity(one):
            yield Hit(Kind.NIK, *span)
        elif re.fullmatch(r"(?:0|62)8[1-9]\d{7,10}", one):
            yield Hit(Kind.TELEPHONE, *span)


def _windows(
    groups: Sequence[tuple[int, int]], digits: Sequence[str]
) -> Iterator[tuple[int, int, str]]:
    for first in range(len(groups)):
        joined = ""
        for last in range(first, min(len(groups), first + _LONGEST_WINDOW)):
            joined += digits[last]
            if len(joined) > 16:
                break
            if len(joined) >= 9:
                yield first, last, joined


def _identity(joined: str) -> bool:
    return len(joined) == 16 and joined[:2] > "10" and _is_identity(joined)


@lru_cache(maxsize=4096)
def _is_identity(number: str) -> bool:
    """Whether 16 digits may be a NIK or KK: a known province, then a day (women's + 40)."""
    try:
        nik.get_birth_date(number)
    except (ValidationError, ValueError):
        return False
    day = int(number[6:8]) % 40
    return 1 <= day <= 31 and number[:2] in _PROVINCES


_PROVINCES = frozenset(
    "11 12 13 14 15 16 17 18 19 21 31 32 33 34 35 36 51 52 53 61 62 63 64 65 71 72 73 74 75 76 81"
    " 82 91 92 93 94 95 96".split()
)


def _telephone(joined: str) -> bool:
    if not joined.startswith(("0", "62")):
        return False
    if joined.startswith("00") and not joined.startswith("0062"):
        return False
    nation = joined.removeprefix("00").removeprefix("62").removeprefix("0")
    return bool(_MOBILE.fullmatch(nation)) or _is_landline(joined)


@lru_cache(maxsize=4096)
def _is_landline(number: str) -> bool:
    if len(number) not in _LANDLINE_LENGTHS:
        return False
    try:
        parsed = phonenumbers.parse(f"+{number}" if number.startswith("62") else number, "ID")
    except phonenumbers.NumberParseException:
        return False
    return phonenumbers.is_valid_number_for_region(parsed, "ID")


def _spelled(passage: Passage) -> Hits:
    for match in _SPELLED.finditer(passage.lower):
        parts = _SPELLED_PART.findall(match[0])
        digits = "".join(
            _DIGITS_SPELLED.get(word, word) * (2 if twice else 1) for twice, word in parts
        )
        if any(word in _DIGITS_SPELLED for _twice, word in parts) and (
            len(digits) >= 8 or digits.startswith("08")
        ):
            kind = Kind.NIK if len(digits) == 16 else Kind.TELEPHONE
            yield Hit(kind, match.start(), match.start() + len(match[0].rstrip(" ,.-\n")))
