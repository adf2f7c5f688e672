"""A name that was published and now stands for something else."""

from collections.abc import Iterator
from typing import Any

from generator.archive import resolve
from generator.checks.against import lines, mended
from generator.checks.against.likeness import OTHER, share, words_of
from generator.checks.against.published import Pair, Published, entries_of
from generator.checks.against.told import Told, of_pair
from generator.checks.corrections import REMOVED
from generator.findings import Mending
from generator.language import _
from generator.model import Concern, Outcome, Session
from generator.records.folder import SUFFIX
from generator.records.names import is_key_like


@of_pair("id-dipakai-lagi")
def reused_ids(pair: Pair, published: Published) -> Iterator[Told]:
    """Id yang sudah terbit dipakai untuk catatan atau masukan lain.

    Id adalah alamat: tautan yang sudah dibagikan warga akan membuka hal yang lain sama sekali, dan
    yang dulu ditulis di sana hilang tanpa bekas.

    Kembalikan yang lama, lalu tulis yang baru di berkas lain, atau sebagai masukan baru dengan id
    lain.
    """
    if is_other_record(pair.before, pair.now):
        file = f"{published.prefix}{pair.file}"
        stem = file.removesuffix(SUFFIX)
        said = _(
            "nama berkas ini sudah terbit untuk catatan lain; isinya sekarang lain sama sekali. "
            "Pindahkan yang baru ke berkas dengan nama lain, lalu kembalikan yang lama"
        )
        place = _("Ketik, dengan nama baru yang Anda pilih di tempat NAMA-BARU:")
        commands = f"mv {file} {stem.rpartition('/')[0]}/NAMA-BARU{SUFFIX}\n" + restore(
            published.ref, file
        )
        yield Told(pair.file, (), said, Mending(place, "", commands))
        return
    if not isinstance(pair.before, Session) or not isinstance(pair.now, Session):
        return
    known = entries_of(pair.now)
    for key, entries in entries_of(pair.before).items():
        for at, (identity, entry) in enumerate(known[key].items()):
            if is_other_matter(entries.get(identity), entry, pair.now):
                name = f"`{identity}`" if is_key_like(identity) else _("ini")
                said = _(
                    "id {name} sudah terbit untuk masukan lain; isinya sekarang lain sama sekali. "
                    "Kembalikan masukan yang lama, lalu tulis yang ini sebagai masukan baru dengan "
                    "id lain. Kalau masukannya memang sama dan hanya kata-katanya yang keliru, "
                    "tempel koreksinya"
                ).format(name=name)
                item = lines.item(
                    ("tanggal", published.today.isoformat()),
                    ("bagian", f"{key}.{identity}.isi"),
                    ("semula", REMOVED),
                    ("menjadi", REMOVED),
                    ("sebab", ""),
                )
                mending = lines.to_paste(item, pair.now, f"{published.prefix}{pair.file}")
                yield Told(pair.file, (key, at, "id"), said, mending, under="koreksi")


def is_other_record(before: Any, now: Any) -> bool:
    """Whether a file holds quite another session or outcome than was published under its name."""
    if isinstance(before, Session) and isinstance(now, Session):
        return (
            not mended.added(before, now)
            and bool(before.entries)
            and before.date.text != now.date.text
            and share(_matter_of(before), _matter_of(now)) <= OTHER
        )
    if isinstance(before, Outcome) and isinstance(now, Outcome):
        old, new = (
            {resolve(one, now.folder) for one in record.answers} for record in (before, now)
        )
        return (
            not mended.added(before, now)
            and not old & new
            and share(_matter_of(before), _matter_of(now)) <= OTHER
        )
    return False


def is_other_matter(before: Any, now: Any, session: Session) -> bool:
    """Whether a concern is quite another than was published under its id, and nobody says why."""
    if not isinstance(before, Concern) or not isinstance(now, Concern):
        return False
    if not before.text or not now.text:
        return False
    if any(one.part.startswith(f"masukan.{now.id}") for one in session.corrections):
        return False
    return share(words_of(before.text), words_of(now.text)) <= OTHER


def restore(ref: str, file: str) -> str:
    """Give the command that brings a file back as it was published."""
    return f"git restore --source={ref} -- {file}"


def _matter_of(record: Session | Outcome) -> frozenset[str]:
    if isinstance(record, Outcome):
        return words_of(record.account, record.cause, record.remainder)
    return words_of(*(one.text for one in record.entries if isinstance(one, Concern)))
