"""Corrections point to a part of their record that is there and says what they say."""

from collections.abc import Iterable, Iterator
from datetime import date
from typing import Any

from slugify import slugify

from generator.amounts import Amount
from generator.archive import Archive
from generator.checks.remarks import Remark, check, error, warning
from generator.dates import EventDate, in_words
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
    for record in _corrected(archive):
        for number, correction in enumerate(record.corrections):
            message = _fault(record, correction)
            if message:
                yield error(record, ("koreksi", number, "bagian"), message)


@check("koreksi-belum-dilakukan")
def corrections_not_made(archive: Archive) -> Iterator[Remark]:
    """Koreksi yang isi barunya tidak ada di bagian yang dibetulkan.

    Pembaca melihat koreksi di sebelah isinya. Kalau isinya masih yang lama, keduanya bertentangan.

    Betulkan juga isinya di bagian itu, atau tulis di `menjadi` persis seperti yang tertulis di
    sana.
    """
    message = _("isi baru ini tidak ada di bagian yang disebut; betulkan juga isinya di sana")
    for record in _corrected(archive):
        last = {one.part: (number, one) for number, one in enumerate(record.corrections)}
        for number, correction in last.values():
            if REMOVED in (correction.before, correction.after):
                continue
            node, _fault_there = _part(record, correction)
            texts = _texts(node)
            if texts and not any(_is_said(correction.after, text) for text in texts):
                yield warning(record, ("koreksi", number, "menjadi"), message)


def _corrected(archive: Archive) -> list[Session | Outcome]:
    records: tuple[Session | Outcome, ...] = (*archive.sessions, *archive.outcomes)
    return [one for one in records if one.corrections]


def _texts(node: object) -> tuple[str, ...]:
    """What a part says, in every way it may be written; () where it holds keys of its own."""
    match node:
        case str():
            return (node,)
        case int():
            return (str(node), f"{node:,}".replace(",", "."))
        case date():
            return (node.isoformat(), in_words(node))
        case Amount():
            return (node.text,)
        case EventDate():
            days = (node.earliest, node.latest)
            return (node.text, *(in_words(day) for day in days if day))
        case tuple():
            found = [_texts(one) for one in node]
            return tuple(text for texts in found for text in texts) if all(found) else ()
    return ()


def _is_said(after: str, text: str) -> bool:
    typed, there = slugify(after), slugify(text)
    return not typed or typed in there or there in typed


def _fault(record: Session | Outcome, correction: Correction) -> str | None:
    return _part(record, correction)[1]


def _part(record: Session | Outcome, correction: Correction) -> tuple[Any, str | None]:
    """Give what stands at the part a correction names, or None and what is wrong with its name."""
    was_removed = REMOVED in (correction.before, correction.after)
    node: Any = record
    for step in correction.part.split("."):
        if isinstance(node, tuple) and (item := _item(node, step)) is not None:
            node = item
            continue
        if isinstance(node, tuple) and len(node) == 1:
            node = node[0]
        if isinstance(node, WithdrawnConcern):
            return None, None
        known = keys_of(type(node))
        if step not in known:
            return None, None if was_removed and not known else _unknown(step, known)
        node = attribute_of(node, step)
    if node in (None, ()) and not was_removed:
        return None, _("bagian ini kosong; kalau memang dihapus, tulis `menjadi: dihapus`")
    return node, None


def _item(items: tuple[object, ...], step: str) -> object:
    if step.isascii() and step.isdigit():
        return items[int(step) - 1] if 0 < int(step) <= len(items) else None
    return next((one for one in items if getattr(one, "id", None) == step), None)


def _unknown(step: str, known: Iterable[str]) -> str:
    meant = nearest(step, known)
    if meant and is_key_like(step):
        return _("`{step}` tidak dikenal; maksud Anda `{meant}`?").format(step=step, meant=meant)
    return _("bagian ini tidak ada dalam catatan; tulis misalnya masukan.patroli.isi")
