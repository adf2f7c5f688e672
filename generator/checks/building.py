"""What officers read about what is found only when the site is built, by its id.

It is found by parts that know the finished site (`site_scan`) or MkDocs (`plugin.host_log`).
"""

from collections.abc import Mapping

IN_SITE, BROKEN_LINK = "data-pribadi-di-situs", "tautan-halaman"

EXPLANATIONS: Mapping[str, str] = {
    IN_SITE: """Sesuatu di situs yang sudah jadi dapat menunjuk seseorang.

Sebelum situs terbit, semua berkasnya dicari sekali lagi, juga halaman di content/, gambar, dan nama
berkas. Yang ditemukan di sini tidak ada di catatan, atau lolos dari pemeriksaan catatan.

Buka berkas yang disebut, atau catatan asalnya kalau disebut juga. Hapus bagian itu, lalu buat situs
sekali lagi. Situs lama tetap tampil sampai bersih.
""",
    BROKEN_LINK: """Tautan atau setelan halaman yang keliru.

Halaman di content/ menautkan halaman atau bagian yang tidak ada, atau `mkdocs.yml` menyebut sesuatu
yang tidak dikenal. Pembaca yang mengetuknya tidak sampai ke mana pun.

Betulkan alamatnya di baris yang disebut. Halaman catatan ditautkan dengan alamatnya di situs,
misalnya `sesi/polsek-anda/2023-10-20/index.md#patroli`.
""",
}
