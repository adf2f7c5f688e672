"""Concerns that records point to: in `menjawab`, `ke` and `sebelumnya`."""

import datetime
from collections.abc import Iterator

from generator.archive import Archive, answered_by, resolve
from generator.checks.pointers import (
    Concerns,
    Pointer,
    known_concerns,
    pointers,
    withdrawn_on,
    withdrawn_since,
)
from generator.checks.remarks import Remark, check, error, warning
from generator.language import _
from generator.model import Outcome, Session
from generator.records import Kind
from generator.records.names import may_be_personal
from generator.records.nearest import nearest
from generator.records.places import Steps


@check("masukan-tidak-dikenal", stands_alone=True)
def unknown_concerns(archive: Archive) -> Iterator[Remark]:
    """`menjawab`, `ke`, atau `sebelumnya` menunjuk masukan yang tidak ada.

    Kabar yang menunjuk masukan yang salah tidak pernah sampai kepada warga yang menyampaikannya,
    dan masukan itu tetap terhitung belum dijawab.

    Tulis nama berkas sesinya tanpa .yml, tanda #, lalu id masukannya: `2023-10-20#patroli`; untuk
    satuan lain tulis juga foldernya: `polsek-lain/2023-10-20#patroli`.
    """
    for pointer in pointers(archive):
        if pointer.target in archive.matters:
            continue
        concerns = known_concerns(archive)
        message = _what_is_wrong(pointer, concerns)
        if message and not _is_of_unknown_unit(pointer, archive):
            session = pointer.target.partition("#")[0]
            if session not in concerns.of_session:  # it may be any of those that cannot be read
                session = session.partition("/")[0]
            yield error(
                pointer.record, pointer.path, message, rests_on=(f"{Kind.SESSION}/{session}",)
            )


@check("masukan-ditarik", stands_alone=True)
def withdrawn_concerns(archive: Archive) -> Iterator[Remark]:
    """`menjawab`, `ke`, atau `sebelumnya` menunjuk masukan yang sudah ditarik.

    Yang ditarik tidak boleh muncul lagi di mana pun, juga tidak lewat kabar yang menjawabnya.
    Kabar yang hanya menjawab masukan yang ditarik tidak tampil lagi dan perlu ikut ditarik.

    Hapus dari daftar ini, dan pastikan uraiannya tidak memuat hal yang ditarik. Kalau ada kabar
    baru, catat dulu masukannya sebagai masukan baru.
    """
    withdrawn = withdrawn_since(archive)
    for pointer in pointers(archive):
        since = withdrawn_on(pointer.target, withdrawn)
        if since is None or _went_with_it(pointer.record, since, archive):
            continue
        message = _("masukan ini sudah ditarik; hapus dari sini, dan jangan ulangi isinya")
        yield error(pointer.record, pointer.path, message)


@check("kabar-tidak-tampil")
def outcomes_that_went_with_it(archive: Archive) -> Iterator[Remark]:
    """Kabar yang tidak tampil karena semua masukan yang dijawabnya sudah ditarik.

    Isinya tetap tersimpan di berkas, dan mungkin memuat hal yang justru ditarik.

    Ganti seluruh isinya dengan `ditarik`, seperti pada masukannya.
    """
    withdrawn = withdrawn_since(archive)
    message = _(
        "semua masukan yang dijawab sudah ditarik, jadi kabar ini tidak tampil; ganti isinya "
        "dengan `ditarik`"
    )
    for identity in sorted(archive.withdrawn_outcomes):
        outcome = archive.records.outcomes[identity]
        if not isinstance(outcome, Outcome):
            continue
        since = [withdrawn_on(target, withdrawn) for target in answered_by(outcome)]
        if all(day is None or _went_with_it(outcome, day, archive) for day in since):
            yield warning(outcome, ("menjawab",), message)


@check("masukan-ganda", stands_alone=True)
def doubled_concerns(archive: Archive) -> Iterator[Remark]:
    """Masukan yang sama disebut dua kali dalam satu catatan.

    `2023-10-20#patroli` dan `polsek-anda/2023-10-20#patroli` adalah masukan yang sama. Mungkin yang
    dimaksud masukan lain, dan masukan itu tidak mendapat kabar.

    Hapus salah satu, atau ganti dengan masukan yang dimaksud.
    """
    seen: set[tuple[int, Steps, str]] = set()
    for pointer in pointers(archive):
        one = (id(pointer.record), pointer.path[:-1], pointer.target)
        if one in seen:
            message = _("masukan ini sudah disebut di atas; hapus salah satu")
            yield error(pointer.record, pointer.path, message)
        seen.add(one)


@check("digabung-melingkar")
def merged_in_circles(archive: Archive) -> Iterator[Remark]:
    """Masukan yang digabung ke dirinya sendiri, atau ke masukan yang kembali kepadanya.

    Masukan yang digabung menunggu kabar dari masukan tujuannya. Kalau melingkar, kabar itu tidak
    pernah datang dan keduanya hilang dari hitungan.

    Ganti `ke` dengan masukan yang masih terbuka.
    """
    for outcome in archive.outcomes:
        if outcome.merged_into is None:
            continue
        target = resolve(outcome.merged_into, outcome.folder)
        if target in (resolve(one, outcome.folder) for one in outcome.answers):
            message = _("masukan tidak dapat digabung ke dirinya sendiri; ganti `ke`")
            yield error(outcome, ("ke",), message)
        elif _leads_back(target, outcome, archive):
            message = _("masukan tujuan ini sudah digabung ke masukan yang dijawab di sini")
            yield error(outcome, ("ke",), message)


@check("sebelumnya-lebih-baru")
def later_predecessors(archive: Archive) -> Iterator[Remark]:
    """`sebelumnya` menunjuk masukan dari sesi yang lebih baru, atau masukan itu sendiri.

    `sebelumnya` menceritakan bahwa warga pernah menyampaikan hal yang sama. Yang lebih baru tidak
    mungkin terjadi sebelumnya.

    Betulkan sesi yang ditunjuk, atau tanggal sesi ini.
    """
    for pointer in pointers(archive):
        if isinstance(pointer.record, Outcome):
            continue
        matter = archive.matters.get(pointer.target)
        if matter is None:
            continue
        here, there = pointer.record.date.latest, matter.session.date.earliest
        own = f"{pointer.record.id}#{pointer.record.entries[int(pointer.path[1])].id}"
        if pointer.target == own or (here and there and there > here):
            message = _("yang ditunjuk tidak lebih dulu daripada masukan ini; betulkan")
            yield error(pointer.record, pointer.path, message)


def _what_is_wrong(pointer: Pointer, concerns: Concerns) -> str | None:
    session, _hash, concern = pointer.target.partition("#")
    if session in concerns.withdrawn:
        return None
    if session not in concerns.of_session:
        return _unknown_session(pointer, concerns)
    known = concerns.of_session[session]
    typed = pointer.reference.partition("#")[0]
    listed = ", ".join(f"`{typed}#{one}`" for one in known)
    if concern in known:
        return None
    if not known:
        return _("sesi itu tidak memuat masukan satu pun; periksa tanggalnya")
    if not concern:
        return _("tulis juga masukannya; di sesi itu ada {listed}").format(listed=listed)
    meant = nearest(concern, known)
    if meant and not may_be_personal(concern):
        return _("`{typed}` tidak dikenal; maksud Anda `{meant}`?").format(
            typed=pointer.reference, meant=f"{typed}#{meant}"
        )
    return _("masukan itu tidak ada di sesinya; di sesi itu ada {listed}").format(listed=listed)


def _unknown_session(pointer: Pointer, concerns: Concerns) -> str:
    if may_be_personal(pointer.target):
        return _("sesi itu tidak ada di data/sessions; periksa nama berkasnya")
    meant = _reference_meant(pointer, concerns)
    if meant:
        return _("sesi `{typed}` tidak dikenal; maksud Anda `{meant}`?").format(
            typed=pointer.reference, meant=meant
        )
    folder, _slash, stem = pointer.target.partition("#")[0].partition("/")
    return _("sesi {stem} tidak ada di data/sessions/{folder}; periksa nama berkasnya").format(
        stem=stem, folder=folder
    )


def _reference_meant(pointer: Pointer, concerns: Concerns) -> str | None:
    """Give a reference to a concern of this id that exists: of its own unit rather than others."""
    session, _hash, concern = pointer.target.partition("#")
    folder, _slash, stem = session.partition("/")
    own = pointer.record.folder
    stems = [one for one in concerns.stems.get(folder, ()) if concerns.has(folder, one, concern)]
    if near := nearest(stem, stems):
        return f"{folder}/{near}#{concern}" if "/" in pointer.reference else f"{near}#{concern}"
    if concerns.has(own, stem, concern):
        return f"{stem}#{concern}"
    others = [unit for unit in concerns.stems if concerns.has(unit, stem, concern)]
    near = others[0] if len(others) == 1 else nearest(folder, others)
    return f"{near}/{stem}#{concern}" if near else None


def _is_of_unknown_unit(pointer: Pointer, archive: Archive) -> bool:
    """Whether a record lies in the folder of a unit nobody knows, which is told already."""
    folder = pointer.record.folder
    return folder not in archive.records.registries.units and pointer.target.startswith(
        f"{folder}/"
    )


def _went_with_it(record: Session | Outcome, since: datetime.date, archive: Archive) -> bool:
    """Whether an outcome was withdrawn with all it answers, and does not tell of a later day."""
    if isinstance(record, Session) or record.id not in archive.withdrawn_outcomes:
        return False
    return record.date.earliest is None or record.date.earliest <= since


def _leads_back(target: str, outcome: Outcome, archive: Archive) -> bool:
    answered = {resolve(one, outcome.folder) for one in outcome.answers}
    merging = {one for one in answered if _merged_by(one, archive) == outcome.id}
    seen: set[str] = set()
    while target not in seen:
        seen.add(target)
        matter = archive.matters.get(target)
        if matter is None or matter.follow_up is None or matter.follow_up.merged_into is None:
            return False
        target = matter.follow_up.merged_into
        if target in merging:
            return True
    return False


def _merged_by(concern: str, archive: Archive) -> str | None:
    matter = archive.matters.get(concern)
    return matter.follow_up.ended_by if matter and matter.follow_up else None
