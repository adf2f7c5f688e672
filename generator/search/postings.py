"""Which word stands where: the part of the index that a question is answered from.

Written as Pagefind 1.5 reads it. A word holds its entries, each as the distance to the one before,
with its places in the text and in the fields. Among places a number below 0 says what those behind
it weigh, among places in fields which field they are in; a place is the distance to the one before.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import chain, groupby, pairwise, repeat
from operator import sub
from typing import NamedTuple

from generator.search.cbor import Numbers, array, encode
from generator.search.packed import name_of, packed
from generator.search.roots import USUAL, Root

PIECE = 5_000
"""How many bytes make a piece of the index, before it is packed: a reader loads one for each word
of a question, and the names of all of them first. Pagefind's own are eight times as much."""

_PLACES = 1 << 24  # more than a text has words: what lies above is the weight
_NOWHERE = array(0)
_ENTRY = array(3)
_END = "\0"  # stands in no word


class Piece(NamedTuple):
    """A file of the index, and what the words in it begin with, the first and the last."""

    first: str
    last: str
    name: str
    content: bytes


class _InFields(NamedTuple):
    """Where a word stands in fields: which ones, and its places there; and how that is written."""

    numbers: tuple[int, ...]
    written: bytes


_IN_NO_FIELD = _InFields((), array(0))


class Postings:
    """Where the words of entries stand, put together entry by entry."""

    def __init__(self, roots: Mapping[str, tuple[Root, ...]], fields: Sequence[str]) -> None:
        """Begin with what words are found by, and the names of all fields in their order."""
        ways = sorted({root[:2] for found in roots.values() for root in found})
        self._keys = {way: key for key, way in enumerate(ways)}
        # What a word adds to its place, so that places sort by their weight first.
        self._roots = {
            word: [(self._keys[root[:2]], (root.weight - USUAL) * _PLACES) for root in found]
            for word, found in roots.items()
        }
        self._fields = {name: number for number, name in enumerate(fields)}
        self._entries: list[list[int]] = [[] for _each in ways]
        self._places: list[list[bytes]] = [[] for _each in ways]
        self._numbers = Numbers()
        self._lone: dict[int, bytes] = {}
        self._known: dict[tuple[str, str], list[tuple[int, _InFields]]] = {}

    def add(self, number: int, words: Iterable[str], fields: Mapping[str, str]) -> None:
        """Add an entry: its number, higher than the one before, its words, its fields in order."""
        roots, entries, places, lone = self._roots, self._entries, self._places, self._lone
        first: dict[int, int] = {}
        more: dict[int, list[int]] = {}
        for at, word in enumerate(words):
            for key, weight in roots[word]:
                if key not in first:
                    first[key] = at + weight
                elif key in more:
                    more[key].append(at + weight)
                else:
                    more[key] = [first[key], at + weight]
        in_fields = self._in_fields(fields)
        for key, place in first.items():
            if key in more:
                in_text = self._in_text(more[key])
            elif place in lone:
                in_text = lone[place]
            else:
                in_text = lone[place] = self._in_text([place])
            entries[key].append(number)
            places[key].append(in_text + in_fields.pop(key, _IN_NO_FIELD).written)
        for key, in_field in in_fields.items():
            entries[key].append(number)
            places[key].append(_NOWHERE + in_field.written)

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

    def _words(self) -> Iterator[tuple[str, bytes]]:
        """Give each word with all that is known of it, in order."""
        for word, ways in groupby(self._keys.items(), key=lambda way: way[0][0]):
            forms = [(form, self._written(key)) for (_word, form), key in ways]
            own = forms.pop(0)[1] if not forms[0][0] else _NOWHERE
            others = b"".join(array(2) + encode(form) + content for form, content in forms)
            yield word, array(3) + encode(word) + own + array(len(forms)) + others

    def _written(self, key: int) -> bytes:
        """Write the entries in which a word stands, with its places."""
        entries = self._entries[key]
        steps = map(self._numbers.__getitem__, map(sub, entries, [0, *entries]))
        parts = chain.from_iterable(zip(repeat(_ENTRY), steps, self._places[key], strict=False))
        return array(len(entries)) + b"".join(parts)

    def _in_text(self, places: list[int]) -> bytes:
        """Write the places of a word in a text, those that weigh least first."""
        numbers: list[int] = []
        weight = before = 0
        for place in sorted(places):
            weighing, at = divmod(place, _PLACES)
            if not numbers or weighing != weight:
                weight, before = weighing, 0
                numbers.append(-1 - USUAL - weight)
            numbers.append(at - before)
            before = at
        return self._array(numbers)

    def _in_fields(self, fields: Mapping[str, str]) -> dict[int, _InFields]:
        """Write the places of each word in the fields of an entry."""
        found: dict[int, _InFields] = {}
        for field in fields.items():
            # Most are known: a unit has many sessions, and a session many concerns.
            if field not in self._known:
                self._known[field] = list(self._in_field(*field))
            for key, here in self._known[field]:
                if key in found:
                    numbers = found[key].numbers + here.numbers
                    found[key] = _InFields(numbers, self._array(numbers))
                else:
                    found[key] = here
        return found

    def _in_field(self, name: str, value: str) -> Iterator[tuple[int, _InFields]]:
        places: dict[int, list[int]] = {}
        for at, word in enumerate(value.split()):
            for key, _weight in self._roots[word]:
                places.setdefault(key, []).append(at)
        for key, found in places.items():
            numbers = (-1 - self._fields[name], *map(sub, found, [0, *found]))
            yield key, _InFields(numbers, self._array(numbers))

    def _array(self, numbers: Sequence[int]) -> bytes:
        return array(len(numbers)) + b"".join(map(self._numbers.__getitem__, numbers))


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
