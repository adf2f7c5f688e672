"""Corrections that were published stay as they are."""

from collections.abc import Iterator

from generator.checks.against import lines, mended
from generator.checks.against.published import Pair, Published
from generator.checks.against.reuse import is_other_record
from generator.checks.against.told import Told, of_pair
from generator.findings import Mending
from generator.language import _
from generator.model import Outcome, Session


@of_pair("koreksi-diubah")
def lost_corrections(pair: Pair, published: Published) -> Iterator[Told]:
    """Koreksi yang sudah terbit diubah atau dihapus.

    Koreksi menceritakan kekeliruan yang pernah terbit. Kalau koreksinya hilang, kekeliruannya ikut
    hilang dari ingatan.

    Kembalikan koreksinya persis seperti semula. Kalau isinya perlu dibetulkan lagi, tambahkan
    koreksi baru di bawahnya. Hanya kata-kata yang tidak boleh diulang boleh diganti: tulis
    `dihapus` di `semula` atau `menjadi`.
    """
    before, now = pair.before, pair.now
    if not isinstance(before, Session | Outcome) or not isinstance(now, Session | Outcome):
        return
    if is_other_record(pair.before, pair.now):
        return
    for one in mended.lost(before, now):
        at = before.corrections.index(one)
        path = ("koreksi", min(at, len(now.corrections) - 1)) if now.corrections else ()
        said = _(
            "koreksi bertanggal {day} yang sudah terbit diubah atau dihapus; kembalikan"
        ).format(day=one.date.isoformat())
        place = _("Kembalikan koreksi ini di {file}:").format(file=f"{published.prefix}{pair.file}")
        head = "" if now.corrections else "koreksi:"
        mending = Mending(place, head, lines.published(one))
        yield Told(pair.file, path, said.format(day=one.date.isoformat()), mending, under="koreksi")
