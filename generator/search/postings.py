"""Which word stands where: the part of the index that a question is answered from.

Written as Pagefind 1.5 reads it. A word holds its entries, each as the distance to the one before,
with its places in the text and in the fields. Among places a number below 0 says what those behind
it weigh, among places in fields which field they are in; a place is the distance to the one before.
"""

from collections.abc import Iterator, Mapping, Sequence
from functools import lru_cache
from itertools import groupby, pairwise
from operator import itemgetter, sub
from typing import NamedTuple

from generator.search.cbor import Numbers, array, decode, encode
from generator.search.packed import name_of, packed
from generator.search.roots import USUAL, Root

PIECE = 5_000
"""How many bytes make a piece of the index, before it is packed: a reader loads one for each word
of a question, and the names of all of them first. Pagefind's own are eight times as much."""

_NOWHERE = array(0)
_END = "\0"  # stands in no word

_NO_KEY = 0  # that of a word found by nothing: what is said of it is left out
_NO_ENTRY = -1

_numbers = Numbers()


class Piece(NamedTuple):
    """A file of the index, and what the words in it begin with, the first and the last."""

    first: str
    last: str
    name: str
    content: bytes


class Postings:
    """Where the words of entries stand, put together entry by entry.

    Ten thousand sessions hold two million places. So each costs a few steps only, and what is said
    of nearly all of them is taken from what was written before.
    """

    def __init__(self, roots: Mapping[str, tuple[Root, ...]], fields: Sequence[str]) -> None:
        """Begin with what words are found by, and the names of all fields in their order."""
        self._ways = sorted({root[:2] for found in roots.values() for root in found})
        keys = {way: key for key, way in enumerate(self._ways, _NO_KEY + 1)}
        # Nearly every word has a single root of the usual weight, or none: its key says it all.
        self._key = dict.fromkeys(roots, _NO_KEY)
        self._odd: dict[str, list[tuple[int, int]]] = {}
        for word, found in roots.items():
            if len(found) == 1 and found[0].weight == USUAL:
                self._key[word] = keys[found[0][:2]]
            elif found:
                self._odd[word] = [(keys[root[:2]], root.weight) for root in found]
        # Of each key: the step to an entry, its places in the text, those in fields, the next step.
        self._said: list[list[bytes]] = [[] for _each in range(len(keys) + 1)]
        self._last = [_NO_ENTRY] * (len(keys) + 1)
        self._steps = [array(3) + _numbers[0]]
        self._text = _Part(USUAL)
        self._fields = {name: _Part(at, is_field=True) for at, name in enumerate(fields)}
        self._known: dict[tuple[str, str], dict[int, bytes]] = {}
        self._joined = _Joined()

    def add(self, number: int, words: Sequence[str], fields: Mapping[str, str]) -> None:
        """Add an entry: its number, higher than the one before, its words, its fields in order."""
        while len(self._steps) < number + 2:
            self._steps.append(array(3) + _numbers[len(self._steps)])
        self._add_text(number, words)
        self._add_fields(number, fields)

    def pieces(self) -> Iterator[Piece]:
        """Give the index in pieces, in the order of its words."""
        bound: list[list[tuple[str, bytes]]] = []
        room = 0
        for word, content in self._words():
            if room <= 0:
                bound.append([])
                room = PIECE
            bound[-1].append((word, content))
            room -= len(content)
        for piece, (first, last) in zip(bound, _ends(bound), strict=True):
            words = [content for _word, content in piece]
            content = packed(array(1) + array(len(words)) + b"".join(words))
            yield Piece(first, last, name_of(content), content)

    def _add_text(self, number: int, words: Sequence[str]) -> None:
        said, last, steps = self._said, self._last, self._steps
        keys = list(map(self._key.__getitem__, words))
        lone = self._text.lone(len(words))
        several: dict[int, list[int]] = {}
        for at, key in enumerate(keys):
            if last[key] != number:
                said[key] += steps[number - last[key]], lone[at], _NOWHERE
                last[key] = number
            elif key in several:
                several[key].append(at)
            else:
                several[key] = [keys.index(key), at]
        for key, places in several.items():
            said[key][-2] = _marked(USUAL, tuple(places))
        for key, in_text in self._odd_ones(words, keys, self._text):
            if last[key] != number:
                said[key] += steps[number - last[key]], in_text, _NOWHERE
                last[key] = number
            said[key][-2] = in_text

    def _add_fields(self, number: int, fields: Mapping[str, str]) -> None:
        said, last, steps = self._said, self._last, self._steps
        for field in fields.items():
            # Most are known: a unit has many sessions, and a session many concerns.
            if field not in self._known:
                self._known[field] = self._in_field(*field)
            for key, in_field in self._known[field].items():
                if last[key] != number:
                    said[key] += steps[number - last[key]], _NOWHERE, in_field
                    last[key] = number
                elif said[key][-1] is _NOWHERE:
                    said[key][-1] = in_field
                else:
                    said[key][-1] = self._joined[said[key][-1], in_field]

    def _in_field(self, name: str, value: str) -> dict[int, bytes]:
        """Say of the key of each word where it stands in a field."""
        part, words = self._fields[name], value.split()
        keys = list(map(self._key.__getitem__, words))
        lone = part.lone(len(words))
        found: dict[int, bytes] = {}
        several: dict[int, list[int]] = {}
        for at, key in enumerate(keys):
            if key not in found:
                found[key] = lone[at]
            elif key in several:
                several[key].append(at)
            else:
                several[key] = [keys.index(key), at]
        for key, places in several.items():
            found[key] = _marked(part.mark, tuple(places))
        found.update(self._odd_ones(words, keys, part))
        return found

    def _odd_ones(
        self, words: Sequence[str], keys: Sequence[int], part: "_Part"
    ) -> Iterator[tuple[int, bytes]]:
        """Say the same where words have several roots, or one that weighs less."""
        if self._odd.keys().isdisjoint(words):
            return
        found: dict[int, list[tuple[int, int]]] = {}
        for at, word in enumerate(words):
            if word in self._odd:
                for key, weight in self._odd[word]:
                    found.setdefault(key, []).append((part.mark if part.is_field else weight, at))
        for key, places in found.items():
            places += ((part.mark, at) for at, other in enumerate(keys) if other == key)
            yield key, _weighed(places)

    def _words(self) -> Iterator[tuple[str, bytes]]:
        """Give each word with all that is known of it, in order."""
        # The first step to an entry was counted from the one before the very first.
        less = dict(pairwise(reversed(self._steps)))
        known = zip(self._ways, self._said[_NO_KEY + 1 :], strict=True)
        for word, ways in groupby(known, key=lambda way: way[0][0]):
            forms = [(form, _entries(less[said[0]], said)) for (_word, form), said in ways]
            own = forms.pop(0)[1] if not forms[0][0] else _NOWHERE
            others = b"".join(array(2) + encode(form) + entries for form, entries in forms)
            yield word, array(3) + encode(word) + own + array(len(forms)) + others


class _Part:
    """A text, or a field: how places in it are marked, and how each is written by itself."""

    def __init__(self, mark: int, *, is_field: bool = False) -> None:
        self.mark = mark
        self.is_field = is_field
        self._lone: list[bytes] = []

    def lone(self, length: int) -> list[bytes]:
        """Write each of the first places, so many or more, for a word that stands there alone."""
        while len(self._lone) < length:
            self._lone.append(_marked(self.mark, (len(self._lone),)))
        return self._lone


class _Joined(dict[tuple[bytes, bytes], bytes]):
    """Places in fields together with those in one more field, each worked out once."""

    def __missing__(self, both: tuple[bytes, bytes]) -> bytes:
        first, second = (decode(one, signed=True) for one in both)
        assert isinstance(first, list)
        assert isinstance(second, list)
        self[both] = joined = encode(first + second)
        return joined


@lru_cache(maxsize=20_000)
def _marked(mark: int, places: tuple[int, ...]) -> bytes:
    """Write places in a text or in one field."""
    written, before = array(1 + len(places)) + _numbers[-1 - mark], 0
    for place in places:
        written += _numbers[place - before]
        before = place
    return written


def _weighed(places: Sequence[tuple[int, int]]) -> bytes:
    """Write places behind their marks, those that weigh least first."""
    numbers: list[int] = []
    for mark, alike in groupby(sorted(places), key=itemgetter(0)):
        found = [at for _mark, at in alike]
        numbers += (-1 - mark, *map(sub, found, (0, *found)))
    return array(len(numbers)) + b"".join(map(_numbers.__getitem__, numbers))


def _entries(first: bytes, said: Sequence[bytes]) -> bytes:
    """Write entries and what is said of each; `first` stands in the place of the first step."""
    return b"".join((array(len(said) // 3), first, *said[1:]))


def _ends(bound: Sequence[Sequence[tuple[str, bytes]]]) -> Iterator[tuple[str, str]]:
    """Give what tells the words of each piece from those of its neighbours, as short as can be."""
    first = bound[0][0][0] if bound else ""
    for piece, following in pairwise(bound):
        last, begin = piece[-1][0], following[0][0]
        letters = enumerate(zip(last + _END, begin, strict=False))
        same = 1 + next(at for at, (one, two) in letters if one != two)
        # Cut short, the last word must not come before the first.
        yield first, last[:same] if last[:same] >= first else last
        first = begin[:same]
    if bound:
        yield first, bound[-1][-1][0]
