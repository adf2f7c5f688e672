"""An archive to be searched: 1,500 made-up sessions, and among them a few that are looked for."""

import shutil
from pathlib import Path

from generator import archive, records
from generator.archive import Archive
from generator.demo import DAY, write_records

ROOT = Path(__file__).parents[1]
SESSIONS = 1_500

UNITS = {
    "polres-harapan-baru": (
        "nama: Polres Harapan Baru\ntingkat: polres\ninduk: polda-nusa-khayal\nzona: WIB\n"
        "wilayah:\n  provinsi: Provinsi Nusa Khayal\n  kabupaten: Kabupaten Harapan Baru\n"
    ),
    "polsek-kali-jernih": (
        "nama: Polsek Kali Jernih\ntingkat: polsek\ninduk: polres-harapan-baru\nzona: WIB\n"
        "alias: [Polsek Kalijernih]\n"
        "wilayah:\n  provinsi: Provinsi Nusa Khayal\n  kabupaten: Kabupaten Harapan Baru\n"
        "  kecamatan: Kali Jernih\n"
    ),
    "polsek-bukit-kemuning": (
        "nama: Polsek Bukit Kemuning\ntingkat: polsek\ninduk: polres-harapan-baru\nzona: WIB\n"
        "wilayah:\n  provinsi: Provinsi Nusa Khayal\n  kabupaten: Kabupaten Harapan Baru\n"
        "  kecamatan: Bukit Kemuning\n"
    ),
}
LOOKED_FOR = (
    ("kali-jernih/2025-02-07", "Sumber Arum", (
        ("lampu", "jalan-dan-lampu",
         "Lampu penerangan di tikungan jembatan gantung mati, anak sekolah takut lewat."),
        ("spion", "begal", "Tas seorang pedagang dirampas orang berboncengan di dekat terminal."),
    )),
    ("kali-jernih/2025-02-14", "Tanjung Biru", (
        ("sapi", "pencurian", "Sapi warga dicuri dari kandang, pencurinya lewat kebun tebu."),
        ("pupuk", "pertanian", "Pembelian pupuk bersubsidi dipersulit, kartu petani ditolak kios."),
    )),
    ("kali-jernih/2025-02-21", "Rawa Indah", (
        ("speaker", "keramaian", "Hajatan dengan sound horeg sampai larut membuat bayi menangis."),
        ("layangan", "lainnya", "Benang layangan gelasan melintang dan melukai pengendara."),
    )),
    ("bukit-kemuning/2025-02-28", "Muara Pinang", (
        ("perahu", "tambang-dan-lingkungan",
         "Perahu dompeng menyetrum ikan di muara, nelayan kecil kehilangan tangkapan."),
        ("zebra", "lalu-lintas", "Penyeberangan di depan pesantren tidak punya garis zebra."),
    )),
    ("bukit-kemuning/2024-05-17", "Cempaka Putih", (
        ("knalpot", "knalpot-brong", "Pemuda menggeber motor dengan knalpot brong tiap sahur."),
        ("judol", "judi", "Beberapa bapak kecanduan slot di ponsel sampai menggadaikan motor."),
    )),
    ("bukit-kemuning/2022-03-11", "Cempaka Putih", (
        ("beruang", "lainnya", "Beruang madu turun ke kebun durian dan merusak pondok."),
    )),
)  # fmt: skip


def write_search_records(folder: Path) -> None:
    """Write the `data` folder of the archive."""
    data = folder / "data"
    write_records(data, SESSIONS, seed=5)
    shutil.copy(ROOT / "data/themes.yml", data)
    for key, text in UNITS.items():
        (data / f"units/{key}.yml").write_text(text, encoding="utf-8")
    for name, village, concerns in LOOKED_FOR:
        record = data / f"sessions/polsek-{name}.yml"
        record.parent.mkdir(exist_ok=True)
        record.write_text(_session(record, village, concerns), encoding="utf-8")


def search_archive(folder: Path) -> Archive:
    """Write the archive and read it."""
    write_search_records(folder)
    found = records.read(folder, folder / "data")
    assert [one for one in found.findings if one.is_error] == []
    return archive.build(found.records, DAY)


def _session(record: Path, village: str, concerns: tuple[tuple[str, str, str], ...]) -> str:
    written = "".join(
        f"  - id: {identity}\n    jenis: keluhan\n"
        + (f"    tema: [{theme}]\n" if theme != "lainnya" else "")
        + f"    isi: |\n      {words}\n"
        for identity, theme, words in concerns
    )
    return (
        f"program: jumat-curhat\nsatuan: {record.parent.name}\ntanggal: {record.stem}\n"
        f"tempat:\n  nama: Balai Pertemuan {village}\n  desa: {village}\nmasukan:\n{written}"
    )
