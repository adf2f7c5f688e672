"""Records that stand under another name than the one they were published under."""

from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping
from functools import cache

from generator.checks.against.likeness import SAME, share, words_of
from generator.checks.against.published import Published, Story
from generator.checks.against.told import Told, of_all
from generator.findings import Mending
from generator.language import _
from generator.model import Outcome, Session

_CANDIDATES = 5
"""How many new records that share words with a gone one are compared with it in full."""


@of_all("ganti-nama")
def renamed_records(published: Published) -> Iterator[Told]:
    """Berkas yang sudah terbit diganti namanya atau dipindahkan.

    Nama berkas adalah alamat halamannya, juga bila tanggalnya kemudian dibetulkan. Sesudah berganti
    nama, tautan yang sudah dibagikan tidak menemukan apa pun, dan kabar yang menjawabnya kehilangan
    masukannya.

    Kembalikan nama berkasnya. Yang keliru di dalamnya dibetulkan dengan koreksi.
    """
    for old, new in new_names(published).items():
        said = _(
            "catatan ini sudah terbit sebagai {old}; nama berkas yang sudah terbit tidak berubah, "
            "juga bila tanggal atau satuannya dibetulkan"
        ).format(old=f"{published.prefix}{old}")
        command = f"mv {published.prefix}{new} {published.prefix}{old}"
        yield Told(new, (), said, Mending(_("Kembalikan namanya; ketik:"), "", command))


@cache
def new_names(published: Published) -> Mapping[str, str]:
    """Give the new file of every published record that stands elsewhere now, by its old file.

    Costs what is gone and what is new, not their product: only new records that share rare words
    with a gone one are compared with it.
    """
    if not published.gone:
        return {}
    words = {file: _words(one) for file, one in published.new.items()}
    holding: dict[tuple[str, str], list[str]] = defaultdict(list)
    for file, found in words.items():
        for word in found:
            holding[_kind(file), word].append(file)
    names: dict[str, str] = {}
    taken: set[str] = set()
    for old in published.gone:
        record = published.records[old]
        if isinstance(record, Session | Outcome):
            was = _words(record)
            likely = [one for one in _likely(_kind(old), was, holding) if one not in taken]
            best = max(likely, key=lambda one: share(was, words[one]), default=None)
            if best is not None and share(was, words[best]) >= SAME:
                names[old] = best
                taken.add(best)
    return names


def _likely(
    kind: str, words: frozenset[str], holding: Mapping[tuple[str, str], list[str]]
) -> Iterator[str]:
    rare = sorted(
        (holding[kind, word] for word in words if (kind, word) in holding), key=len
    )[:_CANDIDATES]
    counted = Counter(file for files in rare for file in files[:1_000])
    yield from (file for file, _times in counted.most_common(_CANDIDATES))


def _kind(file: str) -> str:
    return file.partition("/")[0]


def _words(record: Story) -> frozenset[str]:
    if isinstance(record, Session | Outcome):
        return words_of(record)
    return frozenset()
