"""Whether a line, by itself, gives any finder something to begin with.

Most lines of a record hold a key and a fixed word, or a plain sentence. What may be found in one
line is looked for in the line; what may go on in the next one is loud wherever it begins.
`tests/test_quiet.py` holds this against all finders on whole texts.
"""

import re
from collections.abc import Sequence, Set

from generator.privacy import contacts, name_patterns, names, numbers, papers, people, sensitive
from generator.privacy.addresses import ESTATES
from generator.privacy.allowed import Allowed
from generator.privacy.name_words import NO_NAME
from generator.privacy.passage import Passage, words_of

_NOBODY = Allowed()
# All but digits, the signs looked for here, and what is not ASCII: most lines hold nothing else.
_PLAIN = bytes(code for code in range(128) if chr(code) not in "0123456789@+/(")
_SIGN = re.compile(r"[@+°º/]|[A-Z]\s*\(")
_SIGN_OF_WORDS = re.compile(r"\b[A-Z]\.\s?[A-Z]|\ba\.n\b|\b[Aa]tas nama\b|\b[Ss]i [A-Z]")
_OF_SIGNS = frozenset("abcdefghijklmnopqrstuvwxyz") | {"atas", "si"}

_DIGIT = re.compile("[0-9]")
_DATE = r"(?:19|20)\d\d-(?:0[1-9]|1[0-2])(?:-(?:0[1-9]|[12]\d|3[01]))?"
_HOUR = r"(?:[01]\d|2[0-4])\.[0-5]\d"
_REFERENCE = rf"{_DATE}#[a-z-]+"
# A day as records give it (ISO 8601-2), an hour or a small number, behind any key.
_CALM = re.compile(
    rf"\s*(?:- )*[a-z_]+: *\"?(?:(?:\.\./|{_DATE}/)?{_DATE}\??|(?:sekitar )?\d{{1,3}}"
    rf"|{_HOUR}(?:-{_HOUR})?(?: WI(?:B|TA|T))?)\"?\s*"
    rf"|\s*menjawab: \[?{_REFERENCE}(?:, {_REFERENCE})*\]?\s*"
)
# A number behind a name, which is calm only where nothing else could make it somebody's.
_NUMBERED = re.compile(
    r"\s*(?:- )*(?:nama|desa|satuan|jabatan|penjawab|oleh|ke|program): (?:[A-Za-z-]+ )*\d{1,4}\s*"
)
# The address of a source in small letters, with a day at most.
_LINK = re.compile(rf"\s*(?:- )*url: *\"?https?://[a-z.-]+(?:/(?:[a-z-]+|{_DATE}))*/?\"?\s*")
# A small number among plain words; with a word of this list it may be an age, a house, a class.
_LONE_NUMBER = re.compile(
    r"(?<=[a-z]{2} )\d{1,3}(?= [a-z]{2})|(?<![\w.,/-])11[02](?= [a-z]|[.,]? *$)"
)
_OF_NUMBERS = (
    people.AGES
    | papers.PLATE_WORDS
    | frozenset("nomor no kelas kls rumah blok rt rw gang bulan telepon hubungi".split())
)
# Numbers everybody may call, and those of neighbourhoods: nobody's, but beside words of these.
_TO_CALL = re.compile(r"(?<=[a-z]{3} )11[02](?= [a-z]|[.,]? *$)")
_NOT_TO_CALL = (
    people.AGES | papers.REPORTS | frozenset("nomor no nmr nomer register kelas kls".split())
)
_NEIGHBOURHOOD = re.compile(r"(?<=[a-z]{2} )R[TW] \d{1,3}(?=[,.]? [A-Za-z])")
_NO_NEIGHBOURHOOD = _NOT_TO_CALL | ESTATES | frozenset("blok ketua bapak ibu".split())

_RANK = re.compile(rf"\s*(?:- )*pangkat: {name_patterns.RANK}(?: Pol| II)?\s*")
_SPEECH_AS_KEY = re.compile(r"\s*(?:- )*(?:kata|alias):")
_NAME_AT_START = re.compile(r"\s*[A-Z][a-z'-]+\s+[A-Z][a-z'-]+(?!\S*:)")
_CAPITAL_AT_END = re.compile(r"\s([A-Z][a-z'-]+)\s*$")
_APART_AT_END = re.compile(rf",\s+{name_patterns.CAP}(?:\s+{name_patterns.CAP})?,\s*$")
_DIGIT_ALONE = 2

# Words by which alone a line is searched: what they begin may go on in the next one.
_LOUD = (
    (contacts.TRIGGERS - contacts.OF_PLACE)
    | (name_patterns.TRIGGERS - {"menurut"})
    | people.PARTIES
    | frozenset("derajat inisial berinisial alias als bin binti amd kelas kls pihak".split())
)
# Words of which something may be made in the same line only, or by the last word of the line.
_LOOKED_AT = (people.TRIGGERS | sensitive.TRIGGERS | {"ibu", "bapak"}) - _LOUD
_TITLES = name_patterns.TITLE_WORDS - name_patterns.TRIGGERS
_TITLED = (name_patterns.TITLED, name_patterns.TITLED_ROLE, name_patterns.TITLED_INITIALS)
_SAYING = frozenset({"menurut", "nama"})
_SAID = re.compile(r"(?:[Mm]enurut|nama)\s+[\"']?[A-Z]")
_PLATES = papers.PLATE_WORDS - {"polisi", "pol", "kendaraan"}
_BEGINNING = _PLATES | _TITLES | _SAYING | people.KIN_WORDS | name_patterns.KIN_WORDS
_BETWEEN = people.BETWEEN | {"dari"}
_OF_TWO = people.KIN_WORDS | people.DISPUTES
_ASKED = _LOUD.union(
    _LOOKED_AT, people.YOUNG, _OF_NUMBERS, _NO_NEIGHBOURHOOD, _OF_SIGNS, numbers.DIGIT_WORDS,
    _BEGINNING, _OF_TWO, name_patterns.SPEAKERS, name_patterns.VERB_WORDS,
)  # fmt: skip


def is_quiet(line: str) -> bool:
    """Whether a line, after `view_of`, gives no finder anything to begin with; pure."""
    lower = line.lower()
    written = words_of(lower)
    if names.has_telling(written):
        return False
    has_signs = lower.encode().translate(None, _PLAIN) != b""
    if has_signs and _CALM.fullmatch(line):
        return True
    words = _ASKED.intersection(written)
    if not _LOUD.isdisjoint(words):
        if _RANK.fullmatch(line):
            return True
        if not _SPEECH_AS_KEY.match(line):
            return False
        words = _ASKED.intersection(written[1:])
    has_signs = has_signs and not _is_link(line, lower, words)
    if has_signs and (_SIGN.search(line) or _is_numbered(line, words)):
        return False
    return not (
        not _LOUD.isdisjoint(words)
        or (not _OF_SIGNS.isdisjoint(words) and _SIGN_OF_WORDS.search(line))
        or _is_spelled(written, words)
        or _goes_on(written, words)
        or _is_titled(line, words)
        or _is_found(line, lower, words)
        or _is_spoken(line, words)
    )


def _is_link(line: str, lower: str, words: Set[str]) -> bool:
    """Whether a line is the address of a source: nobody's account, and no place on a map.

    Nearly every record has one. Its words are judged like those of any other line.
    """
    return (
        _LINK.fullmatch(line) is not None
        and words.isdisjoint(_OF_NUMBERS)
        and words.isdisjoint(_NO_NEIGHBOURHOOD)
        and not contacts.may_lead_abroad(lower)
    )


def _is_numbered(line: str, words: Set[str]) -> bool:
    """Whether digits stand in a line that may be somebody's."""
    if words.isdisjoint(_NOT_TO_CALL):
        line = _TO_CALL.sub("", line)
    if words.isdisjoint(_NO_NEIGHBOURHOOD):
        line = _NEIGHBOURHOOD.sub("", line)
    if not _DIGIT.search(line):
        return False
    if not _OF_NUMBERS.isdisjoint(words):
        return True
    if not _DIGIT.search(_LONE_NUMBER.sub("", line)):
        return False
    return not (words.isdisjoint(people.YOUNG) and _NUMBERED.fullmatch(line))


def _is_spelled(written: Sequence[str], words: Set[str]) -> bool:
    if numbers.DIGIT_WORDS.isdisjoint(words):
        return False
    spelled = sum(word in numbers.DIGIT_WORDS for word in written)
    return spelled >= _DIGIT_ALONE or len(written) <= _DIGIT_ALONE


def _goes_on(written: Sequence[str], words: Set[str]) -> bool:
    """Whether the last word may begin what the next line goes on with."""
    if not written:
        return False
    last = written[-1]
    return last in _BEGINNING or (last in _BETWEEN and not words.isdisjoint(_OF_TWO))


def _is_titled(line: str, words: Set[str]) -> bool:
    """Whether a name stands behind a title that is a word as well, or behind who is quoted."""
    if not words.isdisjoint(_TITLES) and any(one.search(line) for one in _TITLED):
        return True
    return not words.isdisjoint(_SAYING) and _SAID.search(line) is not None


def _is_found(line: str, lower: str, words: Set[str]) -> bool:
    """Whether a finder that never looks beyond a line finds something in it."""
    if words.isdisjoint(_LOOKED_AT) and not sensitive.has_stem(lower):
        return False
    passage = Passage(line, _NOBODY)
    return any(True for find in (people.people, sensitive.sensitive) for _hit in find(passage))


def _is_spoken(line: str, words: Set[str]) -> bool:
    """Whether a name of no known form stands in a line, or may, by the role before it."""
    if _NAME_AT_START.match(line) or names.is_spoken(line, words):
        return True
    if not name_patterns.VERB_WORDS.isdisjoint(words):
        first = name_patterns.SUBJECT_AT_START.match(line)
        if first and first[1].lower() not in NO_NAME:
            return True
    if line.count(",") > 1 and _APART_AT_END.search(line):
        return True
    if name_patterns.SPEAKERS.isdisjoint(words):
        return False
    last = _CAPITAL_AT_END.search(line)
    return last is not None and last[1].lower() not in NO_NAME
