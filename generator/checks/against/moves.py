"""Which new record is one that was published under another name."""

from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping
from typing import Any

from generator.checks.against.likeness import SAME, share, words_of
from generator.model import Outcome, Session

_CANDIDATES = 5
"""How many new records that share words with a gone one are compared with it in full."""


def new_names(gone: Mapping[str, Any], new: Mapping[str, Any]) -> Mapping[str, str]:
    """Give the new file of every published record that stands elsewhere now, by its old file.

    `gone` are the records that are no longer there, `new` those that were not published, by file.
    Costs what is gone and what is new, not their product: only new records that share rare words
    with a gone one are compared with it.
    """
    words = {file: _words(one) for file, one in new.items()} if gone else {}
    holding: dict[tuple[str, str], list[str]] = defaultdict(list)
    for file, found in words.items():
        for word in found:
            holding[_kind(file), word].append(file)
    names: dict[str, str] = {}
    taken: set[str] = set()
    for old, record in gone.items():
        was = _words(record)
        likely = [one for one in _likely(_kind(old), was, holding) if one not in taken]
        alike = {one: share(was, words[one]) for one in likely}
        best = max(alike, key=lambda one: alike[one], default="")
        if was and best and alike[best] >= SAME:
            names[old] = best
            taken.add(best)
    return names


def _likely(
    kind: str, words: frozenset[str], holding: Mapping[tuple[str, str], list[str]]
) -> Iterator[str]:
    rare = sorted((holding[kind, word] for word in words if (kind, word) in holding), key=len)[
        :_CANDIDATES
    ]
    counted = Counter(file for files in rare for file in files[:1_000])
    yield from (file for file, _times in counted.most_common(_CANDIDATES))


def _kind(file: str) -> str:
    return file.partition("/")[0]


def _words(record: Any) -> frozenset[str]:
    if isinstance(record, Session | Outcome):
        return words_of(record)
    return frozenset()
