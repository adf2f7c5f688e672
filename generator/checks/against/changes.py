"""Parts of a record that say something else than what was published."""

from collections.abc import Iterator

from generator.checks.against import lines
from generator.checks.against.differences import Difference
from generator.checks.against.mended import BEFORE
from generator.checks.against.published import Pair, Published
from generator.checks.against.told import Told, of_pair
from generator.checks.against.unsaid import unsaid
from generator.checks.corrections import REMOVED
from generator.findings import Mending
from generator.language import _
from generator.model import Answer, Commitment, Concern, Correction, Outcome, Promise, Session

_DEADLINES = frozenset({"tenggat", "cek_lagi"})


@of_pair("berubah-tanpa-koreksi")
def changes(pair: Pair, published: Published) -> Iterator[Told]:
    """Yang sudah terbit berubah tanpa koreksi.

    Warga sudah membaca yang lama. Satu perubahan diam-diam sudah cukup untuk membuat orang tidak
    percaya pada catatan yang lain. Yang diperiksa: isian sesi, masukan, jawaban, janji, dan kabar
    yang diubah atau dihapus; juga jawaban, janji, atau tenggat yang baru ditambahkan ke masukan
    lama, karena itu mengubah statusnya. Menambah masukan yang terlupa, mengisi sesi yang baru
    diumumkan, dan melengkapi isian yang masih kosong tidak perlu koreksi.

    Kalau yang terbit memang keliru: kembalikan isinya, lalu jalankan `kabar correct`; atau tempel
    baris `koreksi` yang disiapkan dan isi `sebab`. Kalau dulu benar lalu keadaannya berubah:
    kembalikan isinya, lalu tulis kabar baru dengan `kabar new outcome`. Kalau bukan keduanya:
    kembalikan isinya.
    """
    before, now = pair.before, pair.now
    if not isinstance(before, Session | Outcome) or not isinstance(now, Session | Outcome):
        return
    for found, named in unsaid(before, now, published.archive):
        yield _told(pair.file, found, named, published, now)


def _told(
    file: str,
    found: Difference,
    named: tuple[Correction, ...],
    published: Published,
    now: Session | Outcome,
) -> Told:
    item = lines.correction(found, published.today, now)
    if not named:
        message = ". ".join(filter(None, (_what_happened(found, now), _advice(found))))
        mending = lines.to_paste(item, now, f"{published.prefix}{file}")
        return Told(file, found.path, message, mending, found.part, under="koreksi")
    at = now.corrections.index(named[-1])
    message = _(
        "koreksi ini tidak menceritakan seluruh perubahan di `{part}`: `semula` harus memuat kata "
        "yang terbit, `menjadi` kata yang sekarang"
    ).format(part=".".join(found.part))
    place = _("Ganti koreksi itu di {file} dengan ini, lalu isi `sebab`:")
    mending = Mending(place.format(file=f"{published.prefix}{file}"), "", item)
    return Told(file, ("koreksi", at), message, mending, under="koreksi")


def _what_happened(found: Difference, now: Session | Outcome) -> str:
    before, after = lines.sides(found, now)
    if not found.before:
        return _(
            "baru ditambahkan ke yang sudah terbit, tanpa koreksi; padahal ini dapat mengubah "
            "status atau tenggat masukannya"
        )
    is_quoted = REMOVED not in (before, after) and before != BEFORE
    if not found.after:
        said = _("ini sudah terbit, lalu dihapus tanpa koreksi")
        return said if before == REMOVED else f"{said}: {lines.shown(before)}"
    if not is_quoted:
        return _("ini sudah terbit, lalu diubah tanpa koreksi")
    said = _("ini sudah terbit, lalu diubah tanpa koreksi: {before} menjadi {after}")
    before, after = lines.both_shown(before, after)
    return said.format(before=before, after=after)


def _advice(found: Difference) -> str:
    """Say what to write where it is no mistake but something that has come about since."""
    key = found.field.key
    if not found.after:
        return ""
    is_deadline = key in _DEADLINES and found.owner in (Promise, Answer)
    is_promise = key == "janji" or found.owner is Promise
    is_added = not found.before and found.owner in (Concern, Commitment, Answer)
    if (is_promise and not is_deadline) or is_added:
        return _("Kalau ini baru ada sesudah sesi, tulis sebagai kabar baru di data/outcomes")
    if is_deadline:
        return _(
            "Kalau tenggatnya memang digeser, jangan diubah di sini: tulis kabar baru dengan "
            "`kejadian: diperpanjang`"
        )
    if key == "menjawab":
        return _("Kalau masukan lain juga dijawab, tulis kabar baru untuk masukan itu")
    if found.owner is Outcome and key in ("kejadian", "tenggat", "cek_lagi", "alasan", "ke"):
        return _("Kalau ada perkembangan, tulis sebagai kabar baru di data/outcomes")
    return ""
