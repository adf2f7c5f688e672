"""Corrections point to a part of their record that is there."""

from collections.abc import Iterable, Iterator
from typing import Any

from generator.archive import Archive
from generator.checks.remarks import Remark, check, error
from generator.language import _
from generator.model import Correction, Outcome, Session, WithdrawnConcern
from generator.records.names import is_key_like
from generator.records.nearest import nearest
from generator.records.shape import attribute_of, keys_of

REMOVED = "dihapus"
"""Stands for old words that must not be repeated, or for a part that was taken out."""


@check("bagian-koreksi")
def unknown_parts(archive: Archive) -> Iterator[Remark]:
    """Koreksi yang menunjuk bagian yang tidak ada dalam catatannya.

    Koreksi tampil di tempat yang dibetulkan. Kalau bagiannya tidak ada, pembaca tidak tahu apa yang
    berubah.

    Tulis kuncinya dari luar ke dalam, dengan titik: `masukan.patroli.isi`, `hadir.jumlah`. Butir
    daftar disebut dengan id-nya, atau nomornya mulai dari 1.
    """
    records: tuple[Session | Outcome, ...] = (*archive.sessions, *archive.outcomes)
    for record in records:
        for number, correction in enumerate(record.corrections):
            message = _fault(record, correction)
            if message:
                yield error(record, ("koreksi", number, "bagian"), message)


def _fault(record: Session | Outcome, correction: Correction) -> str | None:
    was_removed = REMOVED in (correction.before, correction.after)
    node: Any = record
    for step in correction.part.split("."):
        if isinstance(node, tuple) and (item := _item(node, step)) is not None:
            node = item
            continue
        if isinstance(node, tuple) and len(node) == 1:
            node = node[0]
        if isinstance(node, WithdrawnConcern):
            return None
        known = keys_of(type(node))
        if step not in known:
            return None if was_removed and not known else _unknown(step, known)
        node = attribute_of(node, step)
    if node in (None, ()) and not was_removed:
        return _("bagian ini kosong; kalau memang dihapus, tulis `menjadi: dihapus`")
    return None


def _item(items: tuple[object, ...], step: str) -> object:
    if step.isascii() and step.isdigit():
        return items[int(step) - 1] if 0 < int(step) <= len(items) else None
    return next((one for one in items if getattr(one, "id", None) == step), None)


def _unknown(step: str, known: Iterable[str]) -> str:
    meant = nearest(step, known)
    if meant and is_key_like(step):
        return _("`{step}` tidak dikenal; maksud Anda `{meant}`?").format(step=step, meant=meant)
    return _("bagian ini tidak ada dalam catatan; tulis misalnya masukan.patroli.isi")
