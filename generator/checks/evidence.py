"""Photos: those records name, and those that lie under data/media/."""

from collections.abc import Iterator
from dataclasses import dataclass

from generator.archive import Archive, answered_by
from generator.checks.remarks import Remark, check, error, warning
from generator.findings import Severity
from generator.language import _
from generator.model import Event, Outcome
from generator.photos.likeness import near_pairs
from generator.records import KeptPhoto, Kind
from generator.records.folder import MEDIA
from generator.records.nearest import nearest


@check("foto-tidak-ada", stands_alone=True)
def missing_photos(archive: Archive) -> Iterator[Remark]:
    """Foto bukti yang disebut, tetapi berkasnya tidak ada.

    Foto yang hilang tampak seperti bukti yang disembunyikan.

    Simpan fotonya di data/media/<satuan>/<nama>/ dengan nama yang sama, atau hapus dari `bukti`.
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


@check("foto-dipakai-lagi")
def photos_used_again(archive: Archive) -> Iterator[Remark]:
    """Foto yang sama dipakai sebagai bukti untuk masukan yang berbeda.

    Satu kejadian yang difoto hanya membuktikan kejadian itu. Foto yang dipasang lagi di masukan
    lain membuat pekerjaan yang tidak dilakukan tampak sudah dilakukan. Untuk masukan yang sama,
    foto boleh diulang, kecuali sebagai `bukti berkala`: setiap kali perlu foto yang baru.

    Kalau satu kejadian menjawab beberapa masukan, sebut semuanya di `menjawab` dalam satu catatan.
    Kalau bukan, hapus foto yang salah.
    """
    shown: dict[str, list[_Shown]] = {}
    for one in _all_shown(archive):
        for earlier in shown.setdefault(one.photo.digest, []):
            if _is_abuse(earlier.outcome, one.outcome):
                message = _(
                    "foto ini sama persis dengan bukti di {other}, untuk masukan {theirs}; di sini "
                    "untuk masukan {ours}"
                )
                yield error(
                    one.outcome,
                    one.path,
                    message.format(
                        other=earlier.outcome.id,
                        theirs=_concerns(earlier.outcome),
                        ours=_concerns(one.outcome),
                    ),
                    rests_on=_both(earlier, one),
                )
                break
        shown[one.photo.digest].append(one)


@check("foto-mirip")
def photos_alike(archive: Archive) -> Iterator[Remark]:
    """Foto yang sangat mirip dipakai sebagai bukti untuk masukan yang berbeda.

    Mungkin foto yang sama, yang diperkecil, dipotong sedikit, atau disimpan ulang. Program tidak
    tahu foto mana yang benar dan tidak dapat mengenali foto palsu; ia hanya membandingkan.

    Lihat kedua foto. Kalau memang foto yang sama, hapus yang salah. Kalau bukan, biarkan.
    """
    first: dict[str, list[_Shown]] = {}
    for one in _all_shown(archive):
        first.setdefault(one.photo.digest, []).append(one)
    pictures = list(first.values())
    for earlier, later in near_pairs([same[0].photo.likeness for same in pictures]):
        pair = next(
            (
                (one, other)
                for other in pictures[later]
                for one in pictures[earlier]
                if _is_abuse(one.outcome, other.outcome)
            ),
            None,
        )
        if pair is None:
            continue
        one, other = pair
        message = _(
            "foto ini sangat mirip dengan bukti di {other}, untuk masukan {theirs}; di sini untuk "
            "masukan {ours}. Lihat apakah fotonya sama"
        )
        yield warning(
            other.outcome,
            other.path,
            message.format(
                other=one.outcome.id, theirs=_concerns(one.outcome), ours=_concerns(other.outcome)
            ),
            rests_on=_both(one, other),
        )


@dataclass(frozen=True, slots=True)
class _Shown:
    """A photo where an outcome shows it."""

    outcome: Outcome
    number: int
    file: str
    photo: KeptPhoto

    @property
    def path(self) -> tuple[str | int, ...]:
        return ("bukti", self.number, "berkas")


def _all_shown(archive: Archive) -> Iterator[_Shown]:
    """Give every photo that stands for a concern; one of a scope counts for none."""
    shown = (one for one in archive.outcomes if one.evidence and one.answers)
    for outcome in sorted(shown, key=lambda one: one.id):
        for number, one in enumerate(outcome.evidence):
            name = f"{outcome.id}/{one.file}"
            if photo := archive.records.media.get(name):
                yield _Shown(outcome, number, name, photo)


def _is_abuse(one: Outcome, other: Outcome) -> bool:
    """Whether a picture may not serve both outcomes."""
    if one.id == other.id:
        return False
    if _answered(one).isdisjoint(_answered(other)):
        return True
    return one.event is other.event is Event.EVIDENCE


def _answered(outcome: Outcome) -> set[str]:
    return set(answered_by(outcome))


def _concerns(outcome: Outcome) -> str:
    return ", ".join(sorted(_answered(outcome)))


def _both(one: _Shown, other: _Shown) -> tuple[str, ...]:
    return (
        f"{Kind.OUTCOME}/{one.outcome.id}",
        f"{Kind.OUTCOME}/{other.outcome.id}",
        f"{MEDIA}/{one.file}",
        f"{MEDIA}/{other.file}",
    )
