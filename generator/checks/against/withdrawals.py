"""What was published and is gone: withdrawn properly, or not."""

from collections.abc import Iterator

from generator.checks.against import lines
from generator.checks.against.likeness import SAME, share, words_of
from generator.checks.against.published import Entry, Pair, Published, entries_of
from generator.checks.against.reuse import is_other_record, restore
from generator.checks.against.told import Told, of_all, of_pair
from generator.findings import Mending
from generator.language import _
from generator.model import (
    Session,
    WithdrawnConcern,
    WithdrawnOutcome,
    WithdrawnSession,
)
from generator.records.names import is_key_like


@of_all("hilang-tanpa-ditarik")
def gone_records(published: Published) -> Iterator[Told]:
    """Catatan yang sudah terbit hilang tanpa ditarik.

    Alamatnya sudah dibagikan. Kalau berkasnya dihapus, warga yang membuka tautan itu tidak
    menemukan apa pun, dan tidak ada yang mengatakan mengapa.

    Kembalikan berkasnya. Kalau memang harus ditarik, sesudah itu jalankan `kabar withdraw`:
    alamatnya tetap ada dan menyebutkan alasannya.
    """
    for file in published.gone:
        if file in published.moved:
            continue
        name = f"{published.prefix}{file}"
        was = published.records[file]
        if isinstance(was, WithdrawnSession | WithdrawnOutcome):
            said = _("tanda penarikan yang sudah terbit dihapus; alamatnya harus tetap ada")
        else:
            said = _(
                "berkas ini sudah terbit, lalu hilang tanpa ditarik. Kembalikan: {command}"
            ).format(command=restore(published.ref, name))
        if isinstance(was, WithdrawnSession | WithdrawnOutcome):
            yield Told(file, None, said, _restored(published, name))
            continue
        place = _(
            "Kalau memang harus ditarik: kembalikan dulu, lalu ketik: kabar withdraw {name}. Atau "
            "tulis lagi {file} dengan isi ini saja, lalu isi `alasan` (dari data/reasons.yml) dan "
            "`dasar`:"
        ).format(file=name, name=lines.named(name))
        stone = "\n".join(lines.tombstone(published.today))
        yield Told(file, None, said, Mending(place, "", stone))


@of_pair("masukan-hilang")
def gone_entries(pair: Pair, published: Published) -> Iterator[Told]:
    """Masukan atau komitmen yang sudah terbit hilang tanpa ditarik.

    Warga yang menyampaikannya akan mencarinya lewat tautan yang sudah dibagikan. Koreksi tidak
    cukup: masukan tidak dapat dibetulkan menjadi tidak ada.

    Kembalikan. Kalau memang harus ditarik, sesudah itu jalankan `kabar withdraw` dengan id-nya.
    """
    if not isinstance(pair.before, Session) or not isinstance(pair.now, Session):
        return
    if is_other_record(pair.before, pair.now):
        return
    known = entries_of(pair.now)
    for key, entries in entries_of(pair.before).items():
        renamed = _renamed(entries, known[key])
        for identity, entry in entries.items():
            if identity in known[key] or identity in renamed.values():
                continue
            said = (
                _("masukan {id} sudah terbit, lalu hilang tanpa ditarik; kembalikan")
                if key == "masukan"
                else _("komitmen {id} sudah terbit, lalu hilang tanpa ditarik; kembalikan")
            )
            was = entry.withdrawn if isinstance(entry, WithdrawnConcern) else None
            place = _(
                "Kalau memang harus ditarik: kembalikan dulu, lalu ketik: kabar withdraw {name}. "
                "Atau tulis ini di {file}, di bawah `{key}`, lalu isi `alasan` (dari "
                "data/reasons.yml) dan `dasar`:"
            )
            if was:
                place = _("Kembalikan tanda penarikannya di {file}, di bawah `{key}`:")
            item = lines.entry(identity, lines.tombstone(published.today, was))
            file = f"{published.prefix}{pair.file}"
            where = place.format(file=file, key=key, name=lines.named(file, identity))
            name = f"`{identity}`" if is_key_like(identity) else _("ini")
            mending = Mending(where, "", item)
            yield Told(pair.file, (key,), said.format(id=name), mending, (key,), under=key)


@of_pair("masukan-ganti-id")
def renamed_entries(pair: Pair, _published: Published) -> Iterator[Told]:
    """Id masukan atau komitmen yang sudah terbit diganti.

    Id adalah alamat masukan itu. Tautan yang sudah dibagikan, dan kabar yang menjawabnya, menunjuk
    ke id yang lama.

    Kembalikan id yang lama. Isinya boleh dibetulkan dengan koreksi; id-nya tidak pernah berubah.
    """
    if not isinstance(pair.before, Session) or not isinstance(pair.now, Session):
        return
    if is_other_record(pair.before, pair.now):
        return
    known = entries_of(pair.now)
    for key, entries in entries_of(pair.before).items():
        numbers = {identity: at for at, identity in enumerate(known[key])}
        for new, old in _renamed(entries, known[key]).items():
            if not is_key_like(old):
                said = _("id ini sudah terbit dengan nama lain dan tidak boleh berubah")
            else:
                said = _(
                    "masukan ini sudah terbit dengan `id: {old}`, dan id tidak boleh berubah; "
                    "kembalikan `id: {old}`"
                ).format(old=old)
            yield Told(pair.file, (key, numbers[new], "id"), said)


@of_pair("penarikan-diubah")
def undone_withdrawals(pair: Pair, published: Published) -> Iterator[Told]:
    """Penarikan yang sudah terbit dibatalkan atau diubah.

    Yang ditarik tidak terbit lagi: sering karena memuat data seseorang. Tanda penarikannya juga
    janji kepada orang itu.

    Kembalikan tanda penarikannya persis seperti semula. Kalau memang ada yang perlu diterbitkan,
    tulis catatan atau masukan baru dengan nama lain.
    """
    before, now = pair.before, pair.now
    if isinstance(before, WithdrawnSession | WithdrawnOutcome):
        if type(before) is not type(now):
            said = _(
                "catatan ini sudah ditarik, dan penarikan tidak dibatalkan. Kembalikan, lalu tulis "
                "catatan baru di berkas lain"
            )
            yield Told(pair.file, (), said, _restored(published, f"{published.prefix}{pair.file}"))
        elif before.withdrawn != now.withdrawn:
            said = _("tanda penarikan yang sudah terbit diubah; kembalikan seperti semula")
            mending = _restored(published, f"{published.prefix}{pair.file}")
            yield Told(pair.file, ("ditarik",), said, mending)
        return
    if not isinstance(before, Session) or not isinstance(now, Session):
        return
    known = entries_of(now)
    for key, entries in entries_of(before).items():
        for at, (identity, entry) in enumerate(known[key].items()):
            was = entries.get(identity)
            if not isinstance(was, WithdrawnConcern) or was == entry:
                continue
            path: tuple[str | int, ...] = (key, at)
            said = _("tanda penarikan yang sudah terbit diubah; kembalikan seperti semula")
            if not isinstance(entry, WithdrawnConcern):
                said = _(
                    "masukan ini sudah ditarik, dan penarikan tidak dibatalkan. Kembalikan, lalu "
                    "tulis masukan baru dengan id lain"
                )
            place = _("Kembalikan tanda penarikannya di {file}, di bawah `{key}`:")
            where = place.format(file=f"{published.prefix}{pair.file}", key=key)
            item = lines.entry(identity, lines.tombstone(published.today, was.withdrawn))
            yield Told(pair.file, path, said, Mending(where, "", item), under=key)


def _restored(published: Published, name: str) -> Mending:
    return Mending(_("Ketik:"), "", restore(published.ref, name))


def _renamed(before: dict[str, Entry], now: dict[str, Entry]) -> dict[str, str]:
    """Give the ids that took the place of others: the same text under a name not published."""
    gone = [one for one in before if one not in now]
    found: dict[str, str] = {}
    for new in [one for one in now if one not in before]:
        words = _words(now[new])
        likely = [(share(_words(before[old]), words), old) for old in gone]
        best = max(likely, default=(0.0, ""))
        if words and best[0] >= SAME:
            found[new] = best[1]
            gone.remove(best[1])
    return found


def _words(entry: Entry) -> frozenset[str]:
    return frozenset() if isinstance(entry, WithdrawnConcern) else words_of(entry.text)
