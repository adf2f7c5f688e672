"""Which lines need no second look, so that a whole archive is searched in less than it is read.

Most lines of a record hold a key and a fixed word, or a plain sentence without anything any finder
begins with. Each different line is judged once; what is left is searched together with its
neighbours, because a name or a number may go on in the next line.
"""

import re
from collections.abc import Iterator

from generator.privacy import contacts, name_patterns, names, numbers, people, sensitive
from generator.privacy.name_words import NO_NAME

_WORD = re.compile("[a-z]+")
_SIGNS = re.compile(r"[@+°º/]|\b[A-Z]\.\s?[A-Z]|\ba\.n\b|\b[Aa]tas nama\b|\b[Ss]i [A-Z]|[A-Z]\s*\(")
_DIGIT = re.compile(r"\d")
_DATE = r"(?:19|20)\d\d-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\d|3[01])"
_HOUR = r"(?:[01]\d|2[0-4])\.[0-5]\d"
# A small number among plain words; with a word of this list it may be an age, a house, a class.
_LONE_NUMBER = re.compile(
    r"(?<=[a-z]{2} )\d{1,3}(?= [a-z]{2})|(?<![\w.,/-])11[02](?= [a-z]|[.,]? *$)"
)
_OF_NUMBERS = frozenset(
    "tahun thn usia umur nomor no kelas kls rumah blok rt rw gang bulan telepon hubungi".split()
)
_CALM = re.compile(
    rf"\s*(?:- )*[a-z_]+: *(?:{_DATE}|\d{{1,3}}|{_HOUR}(?:-{_HOUR})?(?: WI(?:B|TA|T))?)\s*"
    rf"|\s*menjawab: \[?{_DATE}#[a-z-]+\]?\s*"
    r"|\s*kata: [a-z ]+"
    rf"|\s*(?:- )*pangkat: {name_patterns.RANK}(?: Pol| II)?\s*"
)
# A number behind a name, which is calm only where nothing else could make it somebody's.
_NUMBERED = re.compile(
    r"\s*(?:- )*(?:nama|desa|satuan|jabatan|penjawab|oleh|ke|program): (?:[A-Za-z-]+ )*\d{1,4}\s*"
)
_NAME_AT_START = re.compile(r"\s*[A-Z][a-z'-]+\s+[A-Z][a-z'-]+(?!\S*:)")
_DIGIT_ALONE = 2
_CAPITAL_AT_END = re.compile(r"\s([A-Z][a-z'-]+)\s*$")
_LONGEST_KEPT = 200
_MOST_KEPT = 200_000
_BEFORE, _AFTER = 2, 1

_LOUD = (
    contacts.TRIGGERS
    | name_patterns.TRIGGERS
    | people.TRIGGERS
    | sensitive.TRIGGERS
    | frozenset({"derajat", "inisial", "berinisial", "alias", "als", "bin", "binti", "amd"})
)
_QUIET: dict[str, bool] = {}


def loud_parts(text: str) -> Iterator[tuple[int, int]]:
    """Give the parts of a text that have to be searched, from offset to offset."""
    lines = text.split("\n")
    known = _QUIET
    loud = [number for number, line in enumerate(lines) if not (known.get(line) or _is_quiet(line))]
    if not loud:
        return
    starts = [0]
    for line in lines:
        starts.append(starts[-1] + len(line) + 1)
    first = last = -1
    for number in loud:
        begin, end = max(0, number - _BEFORE), min(len(lines), number + _AFTER + 1)
        if begin > last:
            if last >= 0:
                yield starts[first], starts[last] - 1
            first = begin
        last = end
    yield starts[first], starts[last] - 1


def _is_quiet(line: str) -> bool:
    known = _QUIET.get(line)
    if known is None:
        known = _judge(line)
        if len(line) <= _LONGEST_KEPT:
            if len(_QUIET) >= _MOST_KEPT:
                _QUIET.clear()
            _QUIET[line] = known
    return known


def _judge(line: str) -> bool:
    lower = line.lower()
    words = _WORD.findall(lower)
    if any(map(names.is_telling, words)):
        return False
    if _CALM.fullmatch(line):
        return True
    if _NUMBERED.fullmatch(line) and _LOUD.isdisjoint(words) and _OF_NUMBERS.isdisjoint(words):
        return not names.is_spoken(line)
    if _DIGIT.search(line) and (
        _DIGIT.search(_LONE_NUMBER.sub("", line)) or not _OF_NUMBERS.isdisjoint(words)
    ):
        return False
    if _SIGNS.search(line) or not _LOUD.isdisjoint(words) or sensitive.has_stem(lower):
        return False
    spelled = sum(word in numbers.DIGIT_WORDS for word in words)
    if spelled >= _DIGIT_ALONE or (spelled and len(words) <= _DIGIT_ALONE):
        return False
    # A name of no known form is seen by the role before it, here or at the end of the line before.
    if _NAME_AT_START.match(line):
        return False
    if name_patterns.SPEAKERS.isdisjoint(words):
        return not names.is_spoken(line)
    last = _CAPITAL_AT_END.search(line)
    return not (names.is_spoken(line) or (last and last[1].lower() not in NO_NAME))
