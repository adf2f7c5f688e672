"""Parts of a record that say something else than what was published."""

from collections.abc import Iterator

from generator.archive import resolve
from generator.checks.against import lines, mended
from generator.checks.against.differences import Difference, Place, of_group, of_record
from generator.checks.against.meaning import fields_of
from generator.checks.against.mended import BEFORE
from generator.checks.against.published import Pair, Published, entries_of
from generator.checks.against.reuse import is_other_matter, is_other_record
from generator.checks.against.told import Told, of_pair
from generator.checks.corrections import REMOVED
from generator.findings import Mending
from generator.language import _
from generator.model import (
    Answer,
    Commitment,
    Concern,
    Correction,
    Outcome,
    Promise,
    Session,
    Silence,
    WithdrawnConcern,
)
from generator.outline import Holds, outline_of

_DEADLINES = frozenset({"tenggat", "cek_lagi"})


@of_pair("berubah-tanpa-koreksi")
def changes(pair: Pair, published: Published) -> Iterator[Told]:
    """Yang sudah terbit berubah tanpa koreksi.

    Warga sudah membaca yang lama. Satu perubahan diam-diam sudah cukup untuk membuat orang tidak
    percaya pada catatan yang lain. Yang diperiksa: isian sesi, masukan, jawaban, janji, dan kabar
    yang diubah atau dihapus; juga jawaban, janji, atau tenggat yang baru ditambahkan ke masukan
    lama, karena itu mengubah statusnya. Menambah masukan yang terlupa, mengisi sesi yang baru
    diumumkan, dan melengkapi isian yang masih kosong tidak perlu koreksi.

    Kalau yang terbit memang keliru: tempel baris `koreksi` yang disiapkan, lalu isi `sebab`. Kalau
    dulu benar lalu keadaannya berubah: kembalikan isinya, lalu tulis kabar baru di data/outcomes.
    Kalau bukan keduanya: kembalikan isinya.
    """
    before, now = pair.before, pair.now
    if not isinstance(now, Session | Outcome) or type(before) is not type(now):
        return
    if is_other_record(pair):
        return
    fresh = mended.added(before, now)
    for found in _differences(before, now):
        named = mended.about(found, fresh, before, now)
        if mended.is_said(found, named) or _is_withdrawn_reference(found, published, now):
            continue
        yield _told(pair.file, found, named, published, now)


def _differences(before: Session | Outcome, now: Session | Outcome) -> Iterator[Difference]:
    yield from of_record(before, now)
    yield from _reviewed(before, now)
    if not isinstance(before, Session) or not isinstance(now, Session):
        return
    yield from _silence(before, now)
    known = entries_of(now)
    for key, entries in entries_of(before).items():
        numbers = {identity: at for at, identity in enumerate(known[key])}
        for identity, entry in entries.items():
            other = known[key].get(identity)
            if isinstance(other, WithdrawnConcern) or type(other) is not type(entry):
                continue
            if isinstance(entry, Concern | Commitment) and not is_other_matter(entry, other, now):
                place = Place((key, numbers[identity]), (key, identity), (key, identity))
                yield from of_group(entry, other, place, now.folder)


def _silence(before: Session, now: Session) -> Iterator[Difference]:
    """`nihil` says that nobody raised anything; `tidak dirinci` leaves room for what was raised."""
    field = next(one for one in outline_of(Session) if one.key == "masukan")
    old, new = (
        (one.concerns.value,) if isinstance(one.concerns, Silence) else () for one in (before, now)
    )
    is_itemised = before.concerns is Silence.NOT_ITEMISED and bool(now.entries)
    if old and old != new and not is_itemised:
        after = new or (("ada masukan", "masukan") if now.entries else ())
        path, part = ("masukan",), ("masukan",)
        yield Difference(path, part, part, old, after, field, Session)


def _reviewed(before: Session | Outcome, now: Session | Outcome) -> Iterator[Difference]:
    """A review may be added, and renewed on a later day; it does not go."""
    was, stands = before.reviewed, now.reviewed
    if was and stands != was and not (stands and stands.date > was.date):
        field = next(one for one in fields_of(now) if one.key == "ditinjau")
        if stands:
            yield from of_group(was, stands, Place().under("ditinjau"), now.folder)
        else:
            part = ("ditinjau",)
            old = (was.date.isoformat(),)
            yield Difference(part, part, part, old, (), field, type(now))


def _is_withdrawn_reference(
    found: Difference, published: Published, now: Session | Outcome
) -> bool:
    """Whether a list of references lost nothing but what was withdrawn in the meantime."""
    if found.field.holds is not Holds.REFERENCE or not found.before:
        return False
    old, new = (
        {resolve(one, now.folder) for one in " ".join(side[:1]).split(", ") if one}
        for side in (found.before, found.after)
    )
    return new <= old and all(map(published.is_withdrawn, old - new))


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
    return _("ini sudah terbit, lalu diubah tanpa koreksi: {before} menjadi {after}").format(
        before=lines.shown(before), after=lines.shown(after)
    )


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
