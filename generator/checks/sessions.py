"""Sessions by themselves: their folder, their day, and what may be published of them."""

from collections.abc import Iterator

from generator.archive import Archive
from generator.checks.remarks import Remark, check, error, warning
from generator.dates import in_words
from generator.language import _
from generator.model import Concern, Session


@check("folder-satuan")
def wrong_folders(archive: Archive) -> Iterator[Remark]:
    """Catatan sesi yang tidak berada di folder satuannya.

    Folder menentukan alamat halaman dan satuan yang berutang kabar: satuan pertama yang disebut.

    Pindahkan berkasnya ke folder satuan itu, atau taruh satuan folder ini paling depan di `satuan`.
    """
    units = archive.records.registries.units
    for session in archive.sessions:
        if session.units[0] in units and session.units[0] != session.folder:
            message = _(
                "catatan ini di folder `{folder}`, tetapi satuan pertamanya lain; pindahkan "
                "berkasnya, atau tulis `{folder}` paling depan"
            ).format(folder=session.folder)
            yield error(session, ("satuan", 0), message)


@check("sesi-belum-berlangsung")
def told_before_held(archive: Archive) -> Iterator[Remark]:
    """Sesi yang baru akan diadakan, tetapi sudah memuat masukan, komitmen, atau jumlah hadir.

    Sesi yang diumumkan belum punya isi. Yang belum terjadi tidak boleh tampak seperti sudah.

    Betulkan tanggalnya, atau hapus isinya sampai sesi itu selesai.
    """
    for session in archive.sessions:
        first = session.date.earliest
        if first is None or first <= archive.today:
            continue
        message = _("sesi ini baru diadakan {day}; isi setelah berlangsung").format(
            day=in_words(first)
        )
        for key in _told(session):
            yield error(session, (key,), message)


def _told(session: Session) -> Iterator[str]:
    if session.concerns is not None:
        yield "masukan"
    if session.commitments:
        yield "komitmen"
    if session.attendance is not None:
        yield "hadir"


@check("tema-peka")
def sensitive_texts(archive: Archive) -> Iterator[Remark]:
    """Isi masukan bertema peka yang akan terbit.

    Masukan tentang kekerasan dalam rumah tangga, anak, atau hal peka lain dapat mengungkap siapa
    yang mengalaminya, walaupun namanya tidak disebut.

    Ganti `isi` dengan `tahan` dan kunci dari data/reasons.yml. Masukannya tetap terhitung.
    """
    themes = archive.records.registries.themes
    sensitive = {key for key, theme in themes.items() if theme.sensitive}
    for session in archive.sessions:
        for number, entry in enumerate(session.entries):
            if not isinstance(entry, Concern) or sensitive.isdisjoint(entry.themes):
                continue
            if entry.text is not None:
                message = _("tema `{theme}` peka; ganti `isi` dengan `tahan`").format(
                    theme=next(key for key in entry.themes if key in sensitive)
                )
                yield error(session, ("masukan", number, "isi"), message)


@check("satuan-sudah-tiada")
def closed_units(archive: Archive) -> Iterator[Remark]:
    """Sesi oleh satuan yang pada hari itu sudah tidak ada.

    Mungkin tanggalnya salah, atau sesi itu milik satuan penerusnya, yang kini tidak menerima
    masukannya.

    Periksa tanggal, atau ganti dengan satuan penerus.
    """
    units = archive.records.registries.units
    for session in archive.sessions:
        first = session.date.earliest
        for number, key in enumerate(session.units):
            unit = units.get(key)
            if unit is None or unit.until is None or first is None or first <= unit.until:
                continue
            message = _("satuan ini hanya ada sampai {day}").format(day=in_words(unit.until))
            if unit.successor:
                message += _("; penerusnya `{successor}`").format(successor=unit.successor)
            yield warning(session, ("satuan", number), message)
