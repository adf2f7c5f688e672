"""Which of many texts may identify, asked of all of them at once.

A page holds some fifty texts that were never met before, and in nearly all of them nothing stands
that any finder asks for. So they are laid side by side and looked at as one text, in a tenth of the
time; `may_identify` is asked only of those where something stood. What is looked for here is what
`may_identify` looks for, and never less: `tests/test_likely.py` holds them against each other.
"""

import re
from bisect import bisect_right
from collections.abc import Collection, Iterable, Iterator
from functools import cached_property
from itertools import accumulate

from generator.privacy import contacts, likely, numbers, papers

_BETWEEN = b"\0"
# What stands on nearly every page, as the search reads it, or as any sign that means nothing to it.
_USUAL = (("·", "."), ("…", "."), ("“", '"'), ("”", '"'), ("¶", "~"), ("→", "~"), ("›", "~"), ("�", "~"))
_HARMLESS = (
    (b"&amp;body=", b"~body="),  # no letter is escaped in `&body=`
    (b"+0", b"~0"),  # a zone of the clock; no code of a place has a 0
)
# What tells by itself, and what the search would read as something else.
_SIGNS = bytes((*b"@+&%\\\x7f", *range(1, 9), 11, 12, *range(14, 32)))
_SIGN = re.compile(
    rb"[@+\x01-\x08\x0b\x0c\x0e-\x1f\x7f]|&(?:#|[A-Za-z]{2})|%[0-9A-Fa-f]{2}|\\[uUx\r\n]"
)
# Which digit it is means nothing here, so there are few different clusters.
_NINES = bytes(57 if 48 <= code <= 57 else code for code in range(256))
_CLUSTER = re.compile(
    rb"9(?<=(.{%d}).)([^A-Za-z\0]*[A-Za-z]{0,3})" % likely.LOOKED_BACK, re.DOTALL
)
_MOST_KNOWN = 1 << 16
_SMALL_WORDS = bytes(
    code if 97 <= code <= 122 else code + 32 if 65 <= code <= 90 else 32 for code in range(256)
)


def _in_bytes(words: Iterable[str]) -> frozenset[bytes]:
    return frozenset(map(str.encode, words))


_ALONE = _in_bytes(likely.WITHOUT_DIGITS | contacts.OF_LINKS)
_LONGER = _in_bytes({"laporan", "perkara"})
_LONGER_WITH = _in_bytes({"polisi", "nomor", "no"})
# Words that tell beside digits, and what these have to look like.
_BESIDE = (
    (_in_bytes(numbers.OF_NUMBERS), re.compile(rb"9(?:[^0-9A-Za-z]{0,16}9){4}")),
    (_in_bytes(contacts.OF_PLACE), re.compile(rb"9[.,]99")),
    (_in_bytes(papers.REPORTS | {"paspor", "derajat"}) - _LONGER, re.compile(rb"9")),
)
_PLATES = _in_bytes(papers.PLATE_WORDS)
_SPELLED = _in_bytes(numbers.DIGIT_WORDS)
_ASKED_FOR = _ALONE.union(_LONGER, _LONGER_WITH, _PLATES, _SPELLED, *(words for words, _digits in _BESIDE))
_quiet: set[tuple[bytes, bytes]] = set()


def likely_among(texts: Collection[str]) -> Iterator[str]:
    """Give those of many texts of which `may_identify` says yes; pure."""
    joined = "\0".join(texts)
    if joined.count("\0") >= len(texts):
        yield from filter(likely.may_identify, texts)
        return
    for odd, plain in _USUAL:
        joined = joined.replace(odd, plain)
    # Any other letter that is not ASCII becomes an escape, which is among the signs.
    seen = joined.encode("ascii", "xmlcharrefreplace")
    for harmless, shown in _HARMLESS:
        seen = seen.replace(harmless, shown)
    if asked := _SideBySide(seen).asked():
        ordered = tuple(texts)
        yield from (text for text in map(ordered.__getitem__, sorted(asked)) if likely.may_identify(text))


class _SideBySide:
    """Texts as the search reads them; each is known by its number."""

    def __init__(self, seen: bytes) -> None:
        self._seen = seen
        self._small = b" %b " % seen.translate(_SMALL_WORDS)

    def asked(self) -> set[int]:
        """Give the texts that have to be asked by themselves."""
        begun, told = self._clusters()
        words = self._small.split()
        telling = _ASKED_FOR.intersection(words)
        told |= self._with(telling & _ALONE)
        for beside, digits in _BESIDE:
            if found := telling & beside:
                told |= {one for one in self._with(found) if digits.search(self._each[one].translate(_NINES))}
        if (found := telling & _LONGER) and (more := telling & _LONGER_WITH):
            told |= self._with(found) & self._with(more)
        if begun and (plates := telling & _PLATES):
            told |= begun & self._with(plates)
        told |= self._spelled(telling & _SPELLED, words)
        return told | self._signed()

    def _signed(self) -> set[int]:
        told: set[int] = set()
        if len(self._seen.translate(None, _SIGNS)) < len(self._seen):
            told = self._at(match.start() for match in _SIGN.finditer(self._seen))
        return told

    def _clusters(self) -> tuple[set[int], set[int]]:
        """Give the texts in which a plate may begin, and those with digits that tell."""
        nines = _BETWEEN * likely.LOOKED_BACK + self._seen.translate(_NINES)
        flags = {one: _told_by(*one) for one in set(_CLUSTER.findall(nines)) - _quiet}
        loud = {one: told for one, told in flags.items() if any(told)}
        if len(_quiet) > _MOST_KNOWN:
            _quiet.clear()
        _quiet.update(flags.keys() - loud.keys())
        places = [(match.start() - likely.LOOKED_BACK, loud[match.groups()]) for match in _CLUSTER.finditer(nines) if match.groups() in loud] if loud else []
        return (
            self._at(place for place, (begins, _told) in places if begins),
            self._at(place for place, (_begins, is_told) in places if is_told),
        )

    def _spelled(self, spelled: set[bytes], words: list[bytes]) -> set[int]:
        told: set[int] = set()
        if len(spelled) >= numbers.FEWEST_WORDS:
            within = [self._with({word}) for word in spelled]
            told = {one for some in within for one in some if sum(one in more for more in within) >= numbers.FEWEST_WORDS}
        if max(map(len, words), default=0) >= numbers.RUN_TOGETHER:
            told |= self._with({word for word in words if len(word) >= numbers.RUN_TOGETHER})
        return told

    def _with(self, words: Iterable[bytes]) -> set[int]:
        return self._at(place for word in words for place in self._places_of(word))

    def _places_of(self, word: bytes) -> Iterator[int]:
        sought = b" %b " % word
        place = self._small.find(sought)
        while place >= 0:
            yield place
            place = self._small.find(sought, place + 1)

    def _at(self, places: Iterable[int]) -> set[int]:
        return {bisect_right(self._ends, place) for place in places}

    @cached_property
    def _each(self) -> list[bytes]:
        return self._seen.split(_BETWEEN)

    @cached_property
    def _ends(self) -> list[int]:
        return [*accumulate(len(one) + 1 for one in self._each)]


def _told_by(before: bytes, cluster: bytes) -> tuple[bool, bool]:
    return likely.told_by((before.rpartition(_BETWEEN)[2] + b"9" + cluster).decode())
