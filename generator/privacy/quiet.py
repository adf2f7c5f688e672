"""Which lines need no second look, so that a whole archive is searched in less than it is read.

Most lines of a record hold a key and a fixed word, or a plain sentence without anything any finder
begins with. Each different line is judged once; what is left is searched together with its
neighbours, because a name or a number may go on in the next line.
"""

import re
from collections.abc import Iterator

from generator.privacy import contacts, name_patterns, names, numbers, people, sensitive
from generator.privacy.name_words import NO_NAME
from generator.privacy.passage import words_of

_SIGN = re.compile(r"[@+°º/]|[A-Z]\s*\(")
_SIGN_OF_WORDS = re.compile(r"\b[A-Z]\.\s?[A-Z]|\ba\.n\b|\b[Aa]tas nama\b|\b[Ss]i [A-Z]")
_OF_SIGNS = frozenset("abcdefghijklmnopqrstuvwxyz") | {"atas", "si"}
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
)
_CALM_WORDS = re.compile(
    rf"\s*(?:kata: [a-z ]+|(?:- )*pangkat: {name_patterns.RANK}(?: Pol| II)?\s*)"
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
_ASKED = _LOUD.union(
    _OF_NUMBERS, _OF_SIGNS, numbers.DIGIT_WORDS,
    name_patterns.SPEAKERS, name_patterns.VERB_WORDS, name_patterns.KIN_WORDS,
)  # fmt: skip
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
    written = words_of(lower)
    if names.has_telling(written):
        return False
    if _CALM_WORDS.fullmatch(line):
        return True
    words = _ASKED.intersection(written)
    if _DIGIT.search(line):
        if _CALM.fullmatch(line):
            return True
        if _LOUD.isdisjoint(words) and _OF_NUMBERS.isdisjoint(words) and _NUMBERED.fullmatch(line):
            return not names.is_spoken(line, words)
        if _DIGIT.search(_LONE_NUMBER.sub("", line)) or not _OF_NUMBERS.isdisjoint(words):
            return False
    if not _LOUD.isdisjoint(words) or _SIGN.search(line) or sensitive.has_stem(lower):
        return False
    if not _OF_SIGNS.isdisjoint(words) and _SIGN_OF_WORDS.search(line):
        return False
    if not numbers.DIGIT_WORDS.isdisjoint(words):
        spelled = sum(word in numbers.DIGIT_WORDS for word in written)
        if spelled >= _DIGIT_ALONE or len(written) <= _DIGIT_ALONE:
            return False
    # A name of no known form is seen by the role before it, here or at the end of the line before.
    if _NAME_AT_START.match(line) or names.is_spoken(line, words):
        return False
    if name_patterns.SPEAKERS.isdisjoint(words):
        return True
    last = _CAPITAL_AT_END.search(line)
    return last is None or last[1].lower() in NO_NAME
