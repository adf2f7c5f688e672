"""Records that stand under another name than the one they were published under."""

from collections.abc import Iterator

from generator.checks.against.published import Published
from generator.checks.against.told import Told, of_all
from generator.findings import Mending
from generator.language import _


@of_all("ganti-nama")
def renamed_records(published: Published) -> Iterator[Told]:
    """Berkas yang sudah terbit diganti namanya atau dipindahkan.

    Nama berkas adalah alamat halamannya, juga bila tanggalnya kemudian dibetulkan. Sesudah berganti
    nama, tautan yang sudah dibagikan tidak menemukan apa pun, dan kabar yang menjawabnya kehilangan
    masukannya.

    Kembalikan nama berkasnya. Yang keliru di dalamnya dibetulkan dengan koreksi.
    """
    for old, new in published.moved.items():
        said = _(
            "catatan ini sudah terbit sebagai {old}; nama berkas yang sudah terbit tidak berubah, "
            "juga bila tanggal atau satuannya dibetulkan"
        ).format(old=f"{published.prefix}{old}")
        command = f"mv {published.prefix}{new} {published.prefix}{old}"
        yield Told(new, (), said, Mending(_("Kembalikan namanya; ketik:"), "", command))
