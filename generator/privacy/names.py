"""Names of people: by what stands before them, by their form, and by the names that are common.

Officers in function are named under `petugas` only; those names may stand in the same record.
"""

import re
from collections.abc import Collection, Set
from functools import lru_cache

from generator.privacy import name_patterns as form
from generator.privacy.kinds import Kind
from generator.privacy.name_words import (
    FIRST,
    NO_NAME,
    NOT_AFTER_FIRST,
    PLACE_HEADS,
    WEAK,
    has_name_shape,
)
from generator.privacy.passage import Hit, Hits, Passage, hits


@lru_cache(maxsize=100_000)
def is_telling(word: str) -> bool:
    """Whether a word in small letters is a name, or part of one."""
    return word in WEAK or word in FIRST or has_name_shape(word)


_PLAIN: set[str] = set()
_MOST_PLAIN = 200_000


def has_telling(words: Collection[str]) -> bool:
    """Whether any of these words in small letters is a name, or part of one."""
    if _PLAIN.issuperset(words):  # words are few: each is judged once, and then only looked up
        return False
    telling = {word for word in words if is_telling(word)}
    if len(_PLAIN) > _MOST_PLAIN:
        _PLAIN.clear()
    _PLAIN.update(set(words) - telling)
    return bool(telling)


def is_spoken(line: str, words: Set[str]) -> bool:
    """Whether a line names somebody by a role that takes no place after it.

    `words` are those of the line in small letters. Without a word of such a role nothing is.
    """
    if not words.isdisjoint(form.SPEAKERS) and (
        (form.PAIR.search(line) and form.SPOKEN.search(line)) or form.OF_BODY.search(line)
    ):
        return True
    if not words.isdisjoint(form.VERB_WORDS) and form.SUBJECT.search(line):
        return True
    return "," in line and (
        form.APART.search(line) is not None
        or (not words.isdisjoint(form.KIN_WORDS) and form.KIN.search(line) is not None)
    )


_ALIASES, _FATHERS = frozenset({"alias", "als"}), frozenset({"bin", "binti"})
_AGES, _DEGREES = frozenset({"tahun", "th", "thn"}), frozenset({"s", "m", "a", "amd"})
_BODIES = frozenset({"ketua", "tokoh"})
_LETTERS = frozenset("abcdefghijklmnopqrstuvwxyz")
_ASKED = frozenset({"si"}).union(
    form.TITLE_WORDS, form.RANK_WORDS, form.SPEECH, form.SPEAKERS, form.KIN_WORDS,
    form.VERB_WORDS, _ALIASES, _FATHERS, _AGES, _DEGREES, _LETTERS,
)  # fmt: skip


def names(passage: Passage) -> Hits:
    """Find what looks like the name of a person who is not allowed to be named."""
    words = passage.words & _ASKED
    if not words.isdisjoint(form.TITLE_WORDS):
        yield from _titled(passage)
    if not words.isdisjoint(form.RANK_WORDS):
        yield from _after(passage, form.RANKED, form.NAMED_AFTER_PEOPLE)
    if not words.isdisjoint(form.SPEECH):
        yield from _after(passage, form.SAYS)
        if "menurut" in words:
            yield from _after(passage, form.ACCORDING)
        yield from _called(passage)
    if not words.isdisjoint(form.SPEAKERS):
        if form.PAIR.search(passage.text):
            yield from _after(passage, form.SPOKEN)
        if not words.isdisjoint(_BODIES):
            yield from _of_bodies(passage)
    yield from _formed(passage, words)
    yield from _among_words(passage, words)
    if has_telling(passage.words) and any(
        map(_is_telling_name, form.CAPITALS.findall(passage.text))
    ):
        yield from _of_roles(passage)
        yield from _common(passage)


def _is_telling_name(word: str) -> bool:
    return is_telling(word.lower().strip("'-"))


def _is_person(passage: Passage, word: str) -> bool:
    """Whether a capitalised word may be a name that may not stand."""
    small = word.lower().strip("'-")
    if word.isupper() and len(word) < 5 and not has_name_shape(small):
        return False
    return (
        small not in NO_NAME
        and small not in PLACE_HEADS
        and small not in passage.allowed.name_words
        and (small not in passage.allowed.places or has_name_shape(small))
    )


def _titled(passage: Passage) -> Hits:
    for match in form.TITLED.finditer(passage.text):
        name = match[2].split()[-1]
        if not _is_person(passage, name) or form.OF_WIVES.match(passage.text, match.start(2)):
            continue
        if form.PRIVATE.search(passage.before(match.start(), 40)):
            yield Hit(Kind.ADDRESS, *match.span())
        elif not _is_of_place(passage, match.start()):
            yield Hit(Kind.NAME, *match.span())
    yield from _after(passage, form.TITLED_ROLE)
    yield from hits(Kind.NAME, form.TITLED_INITIALS, passage.text)
    if not passage.words.isdisjoint(form.HAS_SMALL_TITLE):
        for match in form.TITLED_SMALL.finditer(passage.text):
            title, word = match.groups()
            if word in form.SMALL_WORDS or word in passage.allowed.name_words:
                continue
            if title in form.STRICT_TITLE or is_telling(word):
                at_home = form.PRIVATE.search(passage.before(match.start(), 40))
                yield Hit(Kind.ADDRESS if at_home else Kind.NAME, *match.span())


def _after(passage: Passage, pattern: re.Pattern[str], heads: frozenset[str] = PLACE_HEADS) -> Hits:
    for match in pattern.finditer(passage.text):
        if pattern is form.SPOKEN and _is_headline(passage, match):
            continue
        if all(_is_person(passage, word) for word in match[1].split()) and not _is_of_place(
            passage, match.start(1) if pattern is form.APART else match.start(), heads
        ):
            yield Hit(Kind.NAME, *match.span())


def _is_headline(passage: Passage, match: re.Match[str]) -> bool:
    """Whether the capitals around are those of a headline, or of a place."""
    words = match[1].split()
    if words[-1].lower() in form.PARTS_OF_PLACES:
        return True
    role_is_capital = match[0][0].isupper()
    goes_on = form.CAPITAL_NEXT.match(passage.text, match.end()) is not None
    return role_is_capital and goes_on and not any(is_telling(word.lower()) for word in words)


def _called(passage: Passage) -> Hits:
    for match in form.CALLED.finditer(passage.text):
        if match[1].lower() not in form.SMALL_WORDS and _is_person(passage, match[1]):
            yield Hit(Kind.NAME, *match.span())


def _of_roles(passage: Passage) -> Hits:
    for match in form.ROLE_NAME.finditer(passage.text):
        words = match[2].split()
        if any(is_telling(word.lower()) for word in words) and all(
            _is_person(passage, word) for word in words
        ):
            yield Hit(Kind.NAME, *match.span())
    for match in form.BY.finditer(passage.text):
        words = match[1].split()
        if any(is_telling(word.lower()) for word in words) and all(
            _is_person(passage, word) for word in words
        ):
            yield Hit(Kind.NAME, *match.span())


def _of_bodies(passage: Passage) -> Hits:
    for match in form.OF_BODY.finditer(passage.text):
        words = match[match.lastindex or 1].split()
        if words[-1].lower() not in form.PARTS_OF_PLACES and all(
            _is_person(passage, word) for word in words
        ):
            yield Hit(Kind.NAME, *match.span())


def _formed(passage: Passage, words: Set[str]) -> Hits:
    text = passage.text
    if "(" in text or not words.isdisjoint(_AGES):
        for match in form.AGED.finditer(text):
            if _is_aged(passage, match):
                yield Hit(Kind.NAME, *match.span())
    if "inisial" in passage.lower:
        yield from hits(Kind.NAME, form.INITIALS, text)
    if not words.isdisjoint(_ALIASES):
        yield from hits(Kind.NAME, form.ALIAS, text)
    if not words.isdisjoint(_FATHERS):
        yield from hits(Kind.NAME, form.CHILD_OF, text)


def _among_words(passage: Passage, words: Set[str]) -> Hits:
    if not words.isdisjoint(_LETTERS) and "." in passage.text:
        yield from _after(passage, form.INITIAL)
    if "si" in words:
        yield from _after(passage, form.NICKNAME)
    if "," in passage.text and not words.isdisjoint(form.KIN_WORDS):
        yield from _after(passage, form.KIN)
    if not words.isdisjoint(form.VERB_WORDS):
        if passage.text.count(",") > 1:
            yield from _after(passage, form.APART)
        if form.PAIR.search(passage.text):
            yield from _subjects(passage)
    if not words.isdisjoint(_DEGREES):
        yield from _after(passage, form.DEGREE)


def _subjects(passage: Passage) -> Hits:
    """Find two words with capitals that say or do something, unless they are a place or a body."""
    for match in form.SUBJECT.finditer(passage.text):
        names = match[1].split()
        if not all(_is_person(passage, one) for one in names) or _is_of_place(
            passage, match.start()
        ):
            continue
        before = passage.before(match.start(), 30).split()
        takes_place = bool(before) and before[-1].strip(",\"'") in form.TAKES_PLACE
        is_place = names[-1].lower() in form.PARTS_OF_PLACES or takes_place
        if not is_place or any(is_telling(one.lower()) for one in names):
            yield Hit(Kind.NAME, *match.span(1))


def _is_aged(passage: Passage, match: re.Match[str]) -> bool:
    parts = match[1].split()
    age = int(match[2] or match[3])
    if not 3 <= age <= 99 or _is_of_place(passage, match.start()):
        return False
    if not all(_is_person(passage, word) or (len(word) < 4 and word.isupper()) for word in parts):
        return False
    if any(word.lower() in NO_NAME or word.lower() in PLACE_HEADS for word in parts):
        return False
    if len(parts) == 1 and match[3] is None:
        return parts[0].isupper() or is_telling(parts[0].lower())
    return any(_is_person(passage, word) for word in parts)


def _common(passage: Passage) -> Hits:
    """Find names that are common, wherever they stand, unless a place bears them."""
    previous: re.Match[str] | None = None
    for match in form.TOKEN.finditer(passage.text):
        word = match[0]
        small = word.lower().strip("'-")
        if word[0].isupper() and is_telling(small) and _is_person(passage, word):
            beside = previous is not None and _is_beside(passage, previous, match)
            strong = has_name_shape(small)
            two = beside and previous is not None and is_telling(previous[0].lower())
            if (
                (strong or two)
                and not _is_of_place(passage, match.start())
                and not (passage.in_address(match.start()))
            ):
                yield Hit(Kind.NAME, *match.span())
        elif previous is not None and _goes_on(passage, previous, match):
            yield Hit(Kind.NAME, previous.start(), match.end())
        previous = match


def _goes_on(passage: Passage, first: re.Match[str], second: re.Match[str]) -> bool:
    """Whether a word of no known form goes on with a name that is common as a first name."""
    word = second[0]
    return (
        first[0].lower() in FIRST
        and word[0].isupper()
        and word[1:].islower()
        and word.lower() not in NOT_AFTER_FIRST
        and _is_beside(passage, first, second)
        and _is_person(passage, first[0])
        and _is_person(passage, word)
        and not _is_of_place(passage, first.start())
        and not passage.in_address(first.start())
    )


def _is_beside(passage: Passage, one: re.Match[str], other: re.Match[str]) -> bool:
    between = passage.text[one.end() : other.start()]
    return one[0][0].isupper() and between.strip() == "" and len(between) < 24


def _is_of_place(passage: Passage, start: int, heads: frozenset[str] = PLACE_HEADS) -> bool:
    """Whether the words right before name a place or a body, which may bear a person's name."""
    before = passage.text[max(0, start - 60) : start]
    if form.PLACE_KEY.search(before):
        return True
    if (cut := max(before.rfind(sign) for sign in '.;:!?,"(')) >= 0 and not re.search(
        r"\b(?:Jl|Jln|Gg|[A-Z]|H|Hj|KH|Dr|dr|Ir|St|Drs)\.\s*(?:\w+\s*)?$", before
    ):
        before = before[cut + 1 :]
    words = before.split()[-form.WORDS_BEFORE :]
    numbered = False
    for word in reversed(words):
        small = word.lower().strip(".'\"-,[")
        if small in heads:
            return not (numbered and small in form.NUMBERED_HEADS)
        numbered = numbered or word[0].isdigit()
        if not (word[0].isupper() or word[0].isdigit()):
            return False
    return False
