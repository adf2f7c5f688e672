"""Which lines need no second look, so that a whole archive is searched in less than it is read.

Most lines of a record hold a key and a fixed word, or a plain sentence without anything any finder
begins with. Each different line is judged once; what is left is searched together with its
neighbours, because a name or a number may go on in the next line.
"""

import re
from collections.abc import Iterator
from itertools import compress, count
from operator import not_

from generator.privacy import contacts, name_patterns, names, numbers, people, sensitive
from generator.privacy.name_words import NO_NAME
from generator.privacy.passage import words_of

# All but digits, the signs looked for here, and what is not ASCII: most lines hold nothing else.
_PLAIN = bytes(code for code in range(128) if chr(code) not in "0123456789@+/(")
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


class _Verdicts(dict[str, bool]):
    """Whether a line needs no second look; each different one is judged when it is first met."""

    def __missing__(self, line: str) -> bool:
        is_quiet = _judge(line)
        if len(line) <= _LONGEST_KEPT:
            if len(self) >= _MOST_KEPT:
                self.clear()
            self[line] = is_quiet
        return is_quiet


_VERDICTS = _Verdicts()


def loud_parts(text: str) -> Iterator[tuple[int, int]]:
    """Give the parts of a text that have to be searched, from offset to offset."""
    lines = text.split("\n")
    # All that is asked of every line is asked in C: there are hundreds of thousands.
    verdicts = [*map(_VERDICTS.__getitem__, lines)]
    if all(verdicts):
        return
    parts: list[tuple[int, int]] = []
    for number in compress(count(), map(not_, verdicts)):
        begin, end = max(0, number - _BEFORE), min(len(lines), number + _AFTER + 1)
        if parts and begin <= parts[-1][1]:
            begin = parts.pop()[0]
        parts.append((begin, end))
    done = offset = 0
    for begin, end in parts:
        start = offset + sum(map(len, lines[done:begin])) + begin - done
        done, offset = end, start + sum(map(len, lines[begin:end])) + end - begin
        yield start, offset - 1


def _judge(line: str) -> bool:
    lower = line.lower()
    written = words_of(lower)
    if names.has_telling(written):
        return False
    signs = lower.encode().translate(None, _PLAIN)
    if signs and _CALM.fullmatch(line):
        return True
    if _CALM_WORDS.fullmatch(line):
        return True
    words = _ASKED.intersection(written)
    if signs and _DIGIT.search(line):
        if _LOUD.isdisjoint(words) and _OF_NUMBERS.isdisjoint(words) and _NUMBERED.fullmatch(line):
            return not names.is_spoken(line, words)
        if _DIGIT.search(_LONE_NUMBER.sub("", line)) or not _OF_NUMBERS.isdisjoint(words):
            return False
    if not _LOUD.isdisjoint(words) or sensitive.has_stem(lower):
        return False
    if signs and _SIGN.search(line):
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
