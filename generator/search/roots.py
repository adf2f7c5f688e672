"""By what each word is found: Pagefind is asked once for every different word.

Pagefind finds "mencuri" and "pencurian" by their root "curi", "jalan-jalan" by its parts too, and
"café" by "cafe". It looks at every word by itself, so one entry with all the different words of a
volume tells what it makes of each, and the rest is counting where they stand. Letting it index
whole entries costs a quarter of a millisecond for each before there is a single word in it, since
it packs every text in memory that is new. What it said of a word is kept for the next volume.
"""

from collections.abc import Callable, Collection, Iterable, Mapping
from typing import Any, NamedTuple

from generator.search.packed import unpacked, unreadable

USUAL = 24
"""The weight Pagefind gives a word. Each of several parts of a word weighs that much less."""

_AT_FIRST = 25  # what a place weighs before an index says anything else
_SIGNS = ("___PAGEFIND_", "___END_PAGEFIND_")


class Root(NamedTuple):
    """A word that leads to a text; `form` is how it stood there, "" where it differs in no sign."""

    word: str
    form: str
    weight: int


class Vocabulary:
    """What Pagefind makes of words: it is asked about each once, whatever volumes it stands in."""

    def __init__(self, indexed: Callable[[list[Mapping[str, object]]], dict[str, bytes]]) -> None:
        """Begin without a word; `indexed` is how Pagefind is asked (see `Pagefind`)."""
        self._indexed = indexed
        self._known: dict[str, tuple[Root, ...]] = {}
        self._files: Mapping[str, bytes] = {}

    def files(self) -> Mapping[str, bytes]:
        """Give Pagefind's own files, by their path. Raises `SearchError` when it fails."""
        if not self._files:
            self._ask(())
        return self._files

    def roots(self, words: Iterable[str]) -> dict[str, tuple[Root, ...]]:
        """Give the roots of each word, which is without a space: () for one without a letter.

        Raises `SearchError` when Pagefind fails.
        """
        asked = set(words)
        if new := asked - self._known.keys():
            self._ask(new)
        return {word: self._known[word] for word in asked}

    def _ask(self, words: Collection[str]) -> None:
        # Its own signs are no words to it.
        asked = sorted(word for word in words if not word.startswith(_SIGNS))
        record = {"url": "", "content": " ".join(asked), "meta": {}, "filters": {}}
        self._files = self._indexed([record])
        roots: dict[str, list[Root]] = {word: [] for word in words}
        for path, content in self._files.items():
            if path.startswith("index/"):
                for told in unpacked(path, content)[0]:
                    try:
                        _take(told, asked, roots)
                    except (IndexError, TypeError, ValueError) as error:
                        raise unreadable(path) from error
        # In an order of our own: theirs is that of chance, for one that weighs the same.
        self._known.update((word, tuple(sorted(found))) for word, found in roots.items())


def _take(told: list[Any], asked: list[str], roots: dict[str, list[Root]]) -> None:
    word, places, forms = told
    for form, pages in [("", places), *forms]:
        for _page, places_in_it, _places_in_meta in pages:
            weight, at = _AT_FIRST, 0
            for number in places_in_it:
                if number < 0:
                    weight, at = -1 - number, 0
                else:
                    at += number
                    roots[asked[at]].append(Root(word, form, weight))
