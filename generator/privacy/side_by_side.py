"""Which of many texts may identify, asked of all of them at once.

A page holds some fifty texts that were never met before, and in nearly all of them nothing stands
that any finder asks for. So they are laid side by side and looked at as one text, in a tenth of the
time; `may_identify` is asked only of those where something stood. What is looked for here is what
`may_identify` looks for, and never less: `tests/test_likely.py` holds them against each other.
"""

import re
from bisect import bisect_right
from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Set
from itertools import accumulate, chain

from generator.privacy import contacts, likely, numbers, papers

_BETWEEN = b"\0"
# What stands on nearly every page, as the search reads it, or as any sign that means nothing to it.
_USUAL = (
    *(("·", "."), ("…", "."), ("“", '"'), ("”", '"')),
    *((odd, "~") for odd in "¶→›\N{REPLACEMENT CHARACTER}"),
)
# Looks like something escaped, and is not; a zone of the clock, for no code of a place holds a 0.
_HARMLESS = ((b"&amp;body=", b"~"), (b"\\,", b"~"), (b"\\n", b"~n"), (b"+0", b"~0"))
# What tells by itself, and what the search would read as something else.
_SIGNS = bytes((*b"@+&%\\\x7f", *range(1, 9), 11, 12, *range(14, 32)))
_SIGN = re.compile(
    rb"[@+&%\\\x01-\x08\x0b\x0c\x0e-\x1f\x7f]"
    rb"(?:(?<![&%\\])|(?<=&)(?:#|[A-Za-z]{2})|(?<=%)[0-9A-Fa-f]{2}|(?<=\\)[uUx\r\n])"
)
# Which digit it is means nothing here, so there are few different clusters; gaps are counted.
_NINES = bytes(57 if 48 <= code <= 57 else code for code in range(256))
_CLUSTER = re.compile(rb"9(?<=(.{%d}).)([^A-Za-z\0]*[A-Za-z]{0,3})" % likely.LOOKED_BACK, re.DOTALL)
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
_LESS_OF_PLATES = _in_bytes({"polisi", "kendaraan"})  # on every page, and telling behind `nomor`
_NUMBER_OF = (b" nomor polisi ", b" nomor kendaraan ")
_SPELLED = _in_bytes(numbers.DIGIT_WORDS)
_ASKED_FOR = _ALONE.union(_LONGER, _PLATES, _SPELLED, *(words for words, _digits in _BESIDE))
_quiet: set[tuple[bytes, bytes]] = set()


def likely_among(texts: Collection[bytes]) -> Iterator[str]:
    """Give those of many texts, as UTF-8, of which `may_identify` says yes; pure.

    Raises UnicodeDecodeError for what is not UTF-8.
    """
    seen = _BETWEEN.join(texts)
    if seen.count(_BETWEEN) >= len(texts):
        yield from filter(likely.may_identify, map(bytes.decode, texts))
        return
    if not seen.isascii():
        joined = seen.decode()
        for odd, plain in _USUAL:
            joined = joined.replace(odd, plain)
        # Any other letter that is not ASCII becomes an escape, which is among the signs.
        seen = joined.encode("ascii", "xmlcharrefreplace")
    for harmless, shown in _HARMLESS:
        if harmless[:1] in seen:  # a single sign is found a hundred times as quickly
            seen = seen.replace(harmless, shown)
    if asked := _SideBySide(seen).asked():
        ordered = tuple(texts)
        chosen = (ordered[number].decode() for number in sorted(asked))
        yield from filter(likely.may_identify, chosen)


class _SideBySide:
    """Texts as the search reads them; each is known by its number."""

    def __init__(self, seen: bytes) -> None:
        self._seen = seen
        self._small = b" %b " % seen.translate(_SMALL_WORDS)
        self._each = seen.split(_BETWEEN)
        self._ends = [*accumulate(map((1).__add__, map(len, self._each)))]

    def asked(self) -> set[int]:
        """Give the texts that have to be asked by themselves."""
        words = set(self._small.split())
        telling = _ASKED_FOR & words
        is_of_plates = bool(telling & _PLATES - _LESS_OF_PLATES) or any(
            phrase in self._small for phrase in _NUMBER_OF
        )
        begun, told = self._with_clusters(is_of_plates=is_of_plates)
        told |= {one for one in begun if self._has(one, _PLATES)}
        told |= self._with(telling & _ALONE)
        for beside, digits in _BESIDE:
            for one in self._with(telling & beside):
                if digits.search(self._each[one].translate(_NINES)):
                    told.add(one)
        told |= {one for one in self._with(telling & _LONGER) if self._has(one, _LONGER_WITH)}
        return told | self._spelled(telling & _SPELLED, words) | self._with_signs()

    def _with_signs(self) -> set[int]:
        places: Iterable[int] = _places(contacts.THREE_WORDS.encode(), self._seen)
        if len(self._seen.translate(None, _SIGNS)) < len(self._seen):
            places = chain(places, (match.start() for match in _SIGN.finditer(self._seen)))
        return self._at(places)

    def _with_clusters(self, *, is_of_plates: bool) -> tuple[set[int], set[int]]:
        """Give the texts in which a plate may begin, and those with digits that tell.

        Without a word that stands for a plate only three digits and more make one.
        """
        nines = _BETWEEN * likely.LOOKED_BACK + self._seen.translate(_NINES)
        found = _CLUSTER.findall(nines)
        loud: dict[tuple[bytes, bytes], tuple[bool, bool]] = {}
        for one in set(found) - _quiet:
            begins, tells = _told_by(*one)
            if tells or (begins and (is_of_plates or one[1].startswith(b"99"))):
                loud[one] = (begins, tells)
            elif begins:
                continue
            elif len(_quiet) < _MOST_KNOWN:
                _quiet.add(one)
        begun: set[int] = set()
        telling: set[int] = set()
        for (before, cluster), (_begins, tells) in loud.items():
            places = _places(b"%b9%b" % (before, cluster), nines)
            (telling if tells else begun).update(self._at(places))
        return begun, telling

    def _spelled(self, spelled: Set[bytes], words: Set[bytes]) -> set[int]:
        long = {word for word in words if len(word) >= numbers.RUN_TOGETHER}
        told = self._with(long)
        if len(spelled) >= numbers.FEWEST_WORDS:
            counted = Counter(chain.from_iterable(self._with({word}) for word in spelled))
            told |= {one for one, count in counted.items() if count >= numbers.FEWEST_WORDS}
        return told

    def _with(self, words: Iterable[bytes]) -> set[int]:
        return self._at(chain.from_iterable(map(self._places_of, words)))

    def _places_of(self, word: bytes) -> Iterator[int]:
        return _places(b" %b " % word, self._small)

    def _at(self, places: Iterable[int]) -> set[int]:
        return {bisect_right(self._ends, place) for place in places}

    def _has(self, number: int, words: Set[bytes]) -> bool:
        return not words.isdisjoint(self._each[number].translate(_SMALL_WORDS).split())


def _places(sought: bytes, within: bytes) -> Iterator[int]:
    place = within.find(sought)
    while place >= 0:
        yield place
        place = within.find(sought, place + 1)


def _told_by(before: bytes, cluster: bytes) -> tuple[bool, bool]:
    return likely.told_by((before.rpartition(_BETWEEN)[2] + b"9" + cluster).decode())
