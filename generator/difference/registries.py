"""What changes on many pages at once: names, sentences and rules of the registries."""

from collections.abc import Iterator, Mapping
from typing import TypeVar

from generator import privacy
from generator.archive import Archive
from generator.difference.terms import Change, Gravity
from generator.language import _
from generator.model import Programme, Reason, Theme, Unit
from generator.records import Registries

Entry = TypeVar("Entry", Programme, Reason, Theme, Unit)


def of_registries(before: Archive, after: Archive) -> Iterator[Change]:
    """Give what changes in the registries, as far as residents see it."""
    was, now = before.records.registries, after.records.registries
    for said, old, new in (
        (
            _("Satuan berganti nama di semua halamannya: semula {before}, kini {after}."),
            _names(was.units),
            _names(now.units),
        ),
        (
            _("Program berganti nama di semua halamannya: semula {before}, kini {after}."),
            _names(was.programmes),
            _names(now.programmes),
        ),
        (
            _("Tema berganti nama di semua halamannya: semula {before}, kini {after}."),
            _names(was.themes),
            _names(now.themes),
        ),
    ):
        for key, name in new.items():
            if key in old and old[key] != name:
                words = said.format(before=_shown(old[key], now), after=name)
                yield Change(Gravity.CHANGED, words)
    yield from _reasons(was, now)
    yield from _themes(was, now)
    yield from _programmes(was, now)
    yield from _units(was, now)


def _names(entries: Mapping[str, Entry]) -> dict[str, str]:
    return {key: one.name for key, one in entries.items()}


def _both(was: Mapping[str, Entry], now: Mapping[str, Entry]) -> Iterator[tuple[Entry, Entry]]:
    return ((was[key], one) for key, one in now.items() if key in was)


def _reasons(was: Registries, now: Registries) -> Iterator[Change]:
    for old, new in _both(was.reasons, now.reasons):
        if (old.sentence, old.steps) != (new.sentence, new.steps):
            said = _("Penjelasan alasan {name} kini berbunyi: {sentence}")
            words = said.format(name=new.name, sentence=" ".join(new.sentence.split()))
            yield Change(Gravity.CHANGED, words)


def _themes(was: Registries, now: Registries) -> Iterator[Change]:
    for old, new in _both(was.themes, now.themes):
        if bool(old.sensitive) == bool(new.sensitive):
            continue
        said = _("Isi masukan bertema {name} kini tampil; semula ditahan.")
        if new.sensitive:
            said = _("Isi masukan bertema {name} kini ditahan; semula tampil.")
        yield Change(Gravity.WORSE, said.format(name=new.name))


def _programmes(was: Registries, now: Registries) -> Iterator[Change]:
    for old, new in _both(was.programmes, now.programmes):
        if old.default_deadlines != new.default_deadlines:
            said = _(
                "Tenggat bawaan program {name} berubah; yang ikut bergeser disebut di sesinya."
            )
            yield Change(Gravity.CHANGED, said.format(name=new.name))


def _units(was: Registries, now: Registries) -> Iterator[Change]:
    for old, new in _both(was.units, now.units):
        if old.channels != new.channels:
            said = _("Saluran resmi {name} berubah.")
            yield Change(Gravity.CHANGED, said.format(name=new.name))


def _shown(earlier: str, registries: Registries) -> str:
    """Give an earlier name unless it may point to a person: nobody has searched it today."""
    allowed = privacy.allowances(registries.units.values())
    return _("(tidak diulang di sini)") if privacy.search(earlier, allowed) else earlier
