"""Keys of registries by everything officers call them."""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from generator.records import Kind, Registries


@dataclass(frozen=True, slots=True)
class Names:
    """What may be typed for a key: the key, its name, its other names; in any case."""

    _meant: Mapping[Kind, Mapping[str, frozenset[str]]]
    labels: Mapping[Kind, Mapping[str, str]]
    """Under every key what the lists of the template offer: its name, or the key of a namesake."""

    def keys(self, kind: Kind, typed: str) -> Sequence[str]:
        """Give the keys a text may mean, sorted; none when it means nothing."""
        return sorted(self._meant.get(kind, {}).get(_folded(typed), ()))


def names_of(registries: Registries) -> Names:
    """Gather the names in all registries."""
    tables: Mapping[Kind, Mapping[str, object]] = {
        Kind.PROGRAMME: registries.programmes,
        Kind.UNIT: registries.units,
        Kind.THEME: registries.themes,
        Kind.REASON: registries.reasons,
    }
    meant = {kind: _meanings(table) for kind, table in tables.items()}
    labels = {
        kind: {
            key: name if len(meant[kind][_folded(name)]) == 1 else key
            for key, entry in table.items()
            for name in (str(getattr(entry, "name", key)),)
        }
        for kind, table in tables.items()
    }
    return Names(meant, labels)


def _meanings(table: Mapping[str, object]) -> Mapping[str, frozenset[str]]:
    """A key or a name is what it says; another name only where nothing is called so."""
    found: dict[str, set[str]] = defaultdict(set)
    for key, entry in table.items():
        found[_folded(key)].add(key)
        found[_folded(str(getattr(entry, "name", key)))].add(key)
    own = frozenset(found)
    for key, entry in table.items():
        for name in map(_folded, _other_names(entry)):
            if name not in own:
                found[name].add(key)
    return {name: frozenset(keys) for name, keys in found.items()}


def _other_names(entry: object) -> Iterator[str]:
    yield from getattr(entry, "aliases", ())
    yield from getattr(entry, "synonyms", ())


def _folded(text: str) -> str:
    return " ".join(text.split()).casefold()
