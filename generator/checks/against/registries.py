"""Keys of registries that published records name."""

from collections.abc import Iterator, Mapping
from typing import Any

from generator import yaml_text
from generator.checks.against.likeness import words_of
from generator.checks.against.published import Published, file_of, place_of
from generator.checks.against.reuse import restore
from generator.checks.against.told import Told, of_all
from generator.checks.keys import unknown
from generator.findings import Mending
from generator.language import _
from generator.records import Kind, Record
from generator.records.names import is_key_like
from generator.records.places import Steps
from generator.records.reading import content_of

_NO_NAME = frozenset(
    {"polsek", "polres", "polresta", "polda", "polsubsektor", "program", "tema", "dan", "yang"}
)
"""Words that many names share and that tell nothing of what is meant."""

_OTHER_NAMES = {Kind.PROGRAMME: "`alias`", Kind.UNIT: "`alias`", Kind.THEME: "`sinonim`"}
"""Where an entry may keep a name it had; a reason keeps none."""


@of_all("kunci-dihapus")
def removed_keys(published: Published) -> Iterator[Told]:
    """Kunci program, satuan, tema, atau alasan yang sudah terbit dihapus atau diganti.

    Catatan yang terbit menyebutnya, dan halamannya punya alamat. Kalau kuncinya hilang, halamannya
    hilang; namanya boleh berubah, kuncinya tidak.

    Kembalikan kuncinya. Satuan yang sudah tidak ada ditandai dengan `sampai` dan `penerus`.
    """
    for kind, key, was in _removed(published):
        file = file_of(kind, key)
        name = f"`{key}` " if is_key_like(key) else ""
        said = _("kunci {name}sudah dipakai catatan yang terbit, lalu dihapus").format(name=name)
        if new := _new_name(published, kind, key, was):
            said = _(
                "kunci {name}sudah dipakai catatan yang terbit, lalu diganti menjadi `{new}`; "
                "nama boleh berubah, kuncinya tidak"
            ).format(name=name, new=new)
        command = restore(published.ref, f"{published.prefix}{file}")
        place = _("Kembalikan kuncinya. Seluruh berkas dapat dikembalikan dengan:")
        yield Told(file, () if kind.is_table else None, said, Mending(place, "", command))


def echoes(published: Published) -> frozenset[str]:
    """Give what the ordinary checks say of every use of a removed key.

    That key is mended in its registry, and said once; another is not what was meant.
    """
    return frozenset(
        unknown(key, kind, published.now(kind))
        for kind, key, _was in _removed(published)
        if is_key_like(key)
    )


def _removed(published: Published) -> Iterator[tuple[Kind, str, Record | None]]:
    for kind, before in _registries(published).items():
        now = published.now(kind)
        for key, was in before.items():
            is_used = (kind, key) in published.named
            if key not in now and is_used and not _stands_broken(published, kind, key):
                yield kind, key, was


@of_all("kunci-dipakai-lagi")
def reused_keys(published: Published) -> Iterator[Told]:
    """Kunci yang sudah terbit dipakai untuk program, satuan, tema, atau alasan lain.

    Semua catatan lama yang menyebut kunci itu mendadak berbicara tentang hal yang lain.

    Kembalikan isinya, lalu buat kunci baru untuk yang baru. Kalau hanya berganti nama, tulis nama
    lamanya di `alias`, atau di `sinonim` untuk tema.
    """
    for kind, before in _registries(published).items():
        for key, was in before.items():
            now = published.now(kind).get(key)
            if was is None or now is None or (kind, key) not in published.named:
                continue
            old = (_names(was) | set(key.split("-"))) - _NO_NAME
            if not old & _names(now):
                said = _(
                    "kunci ini sudah terbit dengan nama lain sama sekali. Untuk hal yang baru, "
                    "buat kunci baru"
                )
                if kind in _OTHER_NAMES:
                    said += _(
                        ". Kalau hanya berganti nama, tulis juga nama lamanya di {key}"
                    ).format(key=_OTHER_NAMES[kind])
                path: Steps = (key, "nama") if kind.is_table else ("nama",)
                yield Told(file_of(kind, key), path, said)


def _registries(published: Published) -> Mapping[Kind, Mapping[str, Record | None]]:
    """Give the entries of registries whose files differ, as they were, by kind and key."""
    found: dict[Kind, dict[str, Record | None]] = {
        kind: dict(many) for kind, many in published.tables.items() if many is not None
    }
    for file, record in published.records.items():
        place = place_of(file)
        if place and place[0] in (Kind.PROGRAMME, Kind.UNIT):
            found.setdefault(place[0], {})[place[1]] = record
    return found


def _stands_broken(published: Published, kind: Kind, key: str) -> bool:
    """Whether a key is still written there, in a file or an entry that cannot be read now."""
    file = published.data / file_of(kind, key)
    if not kind.is_table:
        return file.is_file()
    try:
        tree = yaml_text.parse(content_of(file)).tree
    except OSError:
        return False
    return tree is None or key in tree


def _new_name(published: Published, kind: Kind, key: str, was: Record | None) -> str:
    """Give the key under which an entry of the same name stands now; "" for none."""
    name = getattr(was, "name", None)
    known = published.now(kind)
    return next(
        (one for one, entry in known.items() if one != key and name and entry.name == name), ""
    )


def _names(entry: Any) -> frozenset[str]:
    """Give the words of everything an entry is called."""
    attributes = ("name", "aliases", "synonyms", "sentence")
    return words_of(*(getattr(entry, one, ()) for one in attributes)) - _NO_NAME
