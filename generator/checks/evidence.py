"""Photos: those records name, and those that lie under data/media/."""

from collections.abc import Iterator

from generator.archive import Archive
from generator.checks.remarks import Remark, check, error
from generator.findings import Severity
from generator.language import _
from generator.model import Outcome
from generator.records import Kind
from generator.records.folder import MEDIA
from generator.records.nearest import nearest


@check("foto-tidak-ada", stands_alone=True)
def missing_photos(archive: Archive) -> Iterator[Remark]:
    """Foto bukti yang disebut, tetapi berkasnya tidak ada.

    Foto yang hilang tampak seperti bukti yang disembunyikan.

    Simpan fotonya di data/media/<satuan>/<stem>/ dengan nama yang sama, atau hapus dari `bukti`.
    """
    there = set(archive.records.media)
    for outcome in archive.outcomes:
        for number, photo in enumerate(outcome.evidence):
            name = f"{outcome.id}/{photo.file}"
            if name in there:
                continue
            message = _("berkasnya tidak ada; simpan di data/media/{folder}/").format(
                folder=outcome.id
            )
            near = nearest(name, (one for one in there if one.startswith(f"{outcome.id}/")))
            if near:
                message += _("; maksud Anda `{near}`?").format(near=near.rpartition("/")[2])
            path = ("bukti", number, "berkas")
            yield error(outcome, path, message, rests_on=(f"{MEDIA}/{name}",))


@check("foto-tidak-disebut")
def unnamed_photos(archive: Archive) -> Iterator[Remark]:
    """Foto di data/media yang tidak disebut catatan mana pun.

    Foto seperti ini tidak terbit, tetapi tetap tersimpan, mungkin dengan wajah orang.

    Sebut di `bukti` pada catatannya, atau hapus.
    """
    named = {
        f"{outcome.id}/{photo.file}"
        for outcome in archive.records.outcomes.values()
        if isinstance(outcome, Outcome)
        for photo in outcome.evidence
    }
    message = _("tidak disebut catatan mana pun; sebut di `bukti`, atau hapus")
    for name in archive.records.media:
        if name not in named:
            record = f"{Kind.OUTCOME}/{name.rpartition('/')[0]}"
            yield Remark(f"{MEDIA}/{name}", (), message, Severity.WARNING, rests_on=(record,))
