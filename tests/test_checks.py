"""What records have to keep with one another: a table of records and exactly what is said."""

import re
from collections.abc import Mapping
from datetime import date
from pathlib import Path

import pytest
import small_archive
from scenes import DAY, saved, scene
from small_archive import OUTCOME, RECORDS, REGISTRIES, SESSION, TODAY

from generator import archive, checks, records
from generator.checks import CHECKS, against

BROKEN = Path(__file__).with_name("broken")
FIRST = "sessions/polsek-rekaan/2024-03-01.yml"
DONE = "outcomes/polsek-rekaan/2024-03-20.yml"
NEXT = "sessions/polsek-rekaan/2024-03-08.yml"
NIHIL = SESSION.partition("masukan:")[0] + "masukan: nihil\n"
MONTHLY = """\
cakupan:
  program: problem-solving
  satuan: polsek-rekaan
tanggal: 2024-03
kejadian: selesai
bentuk: mediasi
uraian: Perselisihan antarwarga selesai dengan musyawarah.
ukuran:
  - jumlah: 4
    berupa: perselisihan
"""

TAKEN_BACK = "    ditarik:\n      tanggal: 2024-04-01\n      alasan: x\n      dasar: permintaan\n"

Files = Mapping[str, str | bytes | None]


def unit(key: str, more: str) -> dict[str, str]:
    return {f"units/{key}.yml": REGISTRIES[f"units/{key}.yml"] + more}


def outcome(text: str, name: str = "b") -> dict[str, str]:
    return {f"outcomes/polsek-rekaan/{name}.yml": text}


def evidence(file: str) -> str:
    return f"{OUTCOME}bukti:\n  - berkas: {file}\n    keterangan: Tim patroli\n    asli: ya\n"


def told(root: Path, files: Files, today: date = TODAY) -> list[str]:
    data = small_archive.write(root, {**RECORDS, **files})
    reading = records.read(root, data)
    found = archive.build(reading.records, today)
    findings = checks.run(found, root, data, reading)
    return [
        f"{one.file.removeprefix('data/')}:{one.line} [{one.check}]"
        f"{'' if one.is_error else ' (peringatan)'} {one.where}: {one.message}"
        for one in findings
    ]


def shown(file: str, concern: str, event: str = "dikerjakan") -> str:
    """An outcome of this concern with a photo."""
    return evidence(file).replace("#patroli", f"#{concern}").replace("dikerjakan", event)


PLEDGED = SESSION.replace("tenggat: 2024-04-01", "berkala: setiap minggu")
PICTURE = saved(scene(DAY, 1))
ITS_COPY = saved(scene(DAY, 1).resize((400, 300)), quality=60)
OTHER = saved(scene(DAY, 2))

FAULTS: dict[str, tuple[Files, list[str]]] = {
    "a programme nobody knows": (
        {NEXT: NIHIL.replace("jumat-curhat", "jumat-curat")},
        [f"{NEXT}:1 [kunci-tidak-dikenal] program: `jumat-curat` tidak dikenal; "
         "maksud Anda `jumat-curhat`?"],
    ),
    "a unit nobody knows awaits, a reason nobody knows withholds": (
        {NEXT: SESSION.replace("    isi: |\n      Warga bertanya kapan pos polisi dibuka.\n",
                               "    tahan: privasy\n    untuk: polres-conto\n")},
        [f"{NEXT}:17 [kunci-tidak-dikenal] masukan.jadwal.tahan: `privasy` tidak dikenal; "
         "maksud Anda `privasi`?",
         f"{NEXT}:18 [kunci-tidak-dikenal] masukan.jadwal.untuk: `polres-conto` tidak dikenal; "
         "maksud Anda `polres-contoh`?"],
    ),
    "keys of a withdrawn session, concern, commitment": (
        {"sessions/polsek-hilang/a.yml":
            "ditarik:\n  tanggal: 2024-04-01\n  alasan: x\n  dasar: permintaan\n",
         NEXT: SESSION.replace(
             "    jenis: pertanyaan\n    isi: |\n      Warga bertanya kapan pos polisi dibuka.\n",
             TAKEN_BACK + "komitmen:\n  - id: posko\n" + TAKEN_BACK)},
        ["sessions/polsek-hilang/a.yml:1 [kunci-tidak-dikenal] : `polsek-hilang` tidak dikenal; "
         "pakai nama berkas di data/units",
         "sessions/polsek-hilang/a.yml:3 [kunci-tidak-dikenal] ditarik.alasan: `x` tidak dikenal; "
         "pakai kunci di data/reasons.yml",
         f"{NEXT}:18 [kunci-tidak-dikenal] masukan.jadwal.ditarik.alasan: `x` tidak dikenal; "
         "pakai kunci di data/reasons.yml",
         f"{NEXT}:24 [kunci-tidak-dikenal] komitmen.posko.ditarik.alasan: `x` tidak dikenal; "
         "pakai kunci di data/reasons.yml"],
    ),
    "a scope of unknown keys": (
        outcome("cakupan:\n  program: x\n  tema: y\n  satuan: z\ntanggal: 2024-03-20\n"
                "kejadian: dikerjakan\nuraian: Sudah.\n"),
        ["outcomes/polsek-rekaan/b.yml:2 [kunci-tidak-dikenal] cakupan.program: `x` tidak dikenal; "
         "pakai nama berkas di data/programs",
         "outcomes/polsek-rekaan/b.yml:3 [kunci-tidak-dikenal] cakupan.tema: `y` tidak dikenal; "
         "pakai kunci di data/themes.yml",
         "outcomes/polsek-rekaan/b.yml:4 [kunci-tidak-dikenal] cakupan.satuan: `z` tidak dikenal; "
         "pakai nama berkas di data/units"],
    ),
    "an unknown key that may be personal is not repeated": (
        {NEXT: NIHIL + "tema: warga-081234567890\n"},
        [f"{NEXT}:8 [kunci-tidak-dikenal] tema: kunci ini tidak dikenal; "
         "pakai kunci di data/themes.yml"],
    ),
    "an actor that is nearly a unit": (
        outcome(OUTCOME + "oleh: polres-conto\n"),
        ["outcomes/polsek-rekaan/b.yml:6 [pelaku-tidak-dikenal] oleh: `polres-conto` tidak "
         "dikenal; maksud Anda `polres-contoh`?"],
    ),
    "an unknown parent and successor": (
        {**unit("polsek-khayal", "penerus: polsek-rekan\n"),
         "units/polda-contoh.yml": "nama: A\ntingkat: polda\ninduk: mabes\nzona: WIB\n",
         "programs/lain.yml": "nama: A\ninduk: jumat\n"},
        ["programs/lain.yml:2 [kunci-tidak-dikenal] induk: `jumat` tidak dikenal; "
         "pakai nama berkas di data/programs",
         "units/polda-contoh.yml:3 [kunci-tidak-dikenal] induk: `mabes` tidak dikenal; "
         "pakai nama berkas di data/units",
         "units/polsek-khayal.yml:9 [kunci-tidak-dikenal] penerus: `polsek-rekan` tidak dikenal; "
         "maksud Anda `polsek-rekaan`?"],
    ),
    "units above one another": (
        {"units/polres-contoh.yml":
            "nama: A\ntingkat: polres\ninduk: polsek-rekaan\nzona: WIB\n"},
        ["units/polres-contoh.yml:3 [induk-melingkar] induk: rantai induk ini kembali ke dirinya "
         "sendiri; betulkan induknya",
         "units/polsek-rekaan.yml:3 [induk-melingkar] induk: rantai induk ini kembali ke dirinya "
         "sendiri; betulkan induknya"],
    ),
    "a programme above itself": (
        {"programs/jumat-curhat.yml": "nama: A\ninduk: jumat-curhat\n"},
        ["programs/jumat-curhat.yml:2 [induk-melingkar] induk: rantai induk ini kembali ke dirinya "
         "sendiri; betulkan induknya"],
    ),
    "units that follow one another": (
        {**unit("polsek-khayal", "penerus: polsek-rekaan\n"),
         **unit("polsek-rekaan", "penerus: polsek-khayal\n")},
        [f"units/polsek-{name}.yml:9 [induk-melingkar] penerus: rantai penerus ini kembali ke "
         "dirinya sendiri; betulkan penerusnya" for name in ("khayal", "rekaan")],
    ),
    "headquarters under somebody, and a unit under nobody": (
        {**unit("mabes-contoh", "induk: polda-lain\n"),
         "units/polda-lain.yml": "nama: A\ntingkat: polda\nzona: WIB\n"},
        ["units/mabes-contoh.yml:4 [induk-satuan] induk: mabes tidak punya induk; hapus baris ini",
         "units/polda-lain.yml:1 [induk-satuan] : `induk` belum ditulis; hanya mabes tanpa induk"],
    ),
    "programmes other rules rest on": (
        {"programs/lainnya.yml": None,
         "programs/problem-solving.yml":
            "nama: A\ntenggat_bawaan:\n  sejak: 2023-01-01\n  hari: 14\n  dasar: Aturan\n"},
        ["programs/lainnya.yml:0 [program-wajib] : berkas ini harus ada; isi dengan `nama`, tanpa "
         "`tenggat_bawaan`",
         "programs/problem-solving.yml:2 [program-wajib] tenggat_bawaan: program ini tidak boleh "
         "punya tenggat bawaan; hapus"],
    ),
    "two deadline rules from one day": (
        {"programs/jumat-curhat.yml": "nama: A\ntenggat_bawaan:\n"
            + "  - sejak: 2023-01-01\n    hari: 14\n    dasar: Aturan\n" * 2},
        ["programs/jumat-curhat.yml:6 [aturan-tenggat-ganda] tenggat_bawaan.2.sejak: sudah ada "
         "aturan lain sejak hari ini; hapus salah satu"],
    ),
    "a regency without its word": (
        {"units/polres-seberang.yml": REGISTRIES["units/polres-seberang.yml"].replace(
            "Kabupaten Seberang", "[Kabupaten Seberang, Seberang Kota]")},
        ["units/polres-seberang.yml:7 [sebutan-kabupaten] wilayah.kabupaten.2: tulis dengan "
         "sebutannya: Kabupaten ... atau Kota ..., tanpa singkatan"],
    ),
    "two names that may be one village": (
        {NEXT: NIHIL.replace("  desa: Rekaan Jaya", "  desa: Kelurahan Rekaan Jaya"),
         "sessions/polsek-rekaan/2024-03-15.yml": NIHIL.replace("Rekaan Jaya", "RekaanJaya"),
         "sessions/polsek-rekaan/2024-03-22.yml": NIHIL},
        ["sessions/polsek-rekaan/2024-03-08.yml:6 [ejaan-wilayah] (peringatan) tempat.desa: mirip "
         "dengan “Rekaan Jaya” di catatan lain; kalau tempatnya sama, tulis persis begitu",
         "sessions/polsek-rekaan/2024-03-15.yml:6 [ejaan-wilayah] (peringatan) tempat.desa: mirip "
         "dengan “Rekaan Jaya” di catatan lain; kalau tempatnya sama, tulis persis begitu"],
    ),
    "a village whose district nobody wrote down": (
        {"sessions/polres-contoh/a.yml": NIHIL.replace("polsek-rekaan", "polres-contoh")},
        ["sessions/polres-contoh/a.yml:6 [wilayah-belum-lengkap] (peringatan) tempat.desa: "
         "wilayah di atasnya belum diketahui; tulis juga `kecamatan`"],
    ),
    "a regency in two provinces": (
        {NEXT: NIHIL.replace("  desa:", "  provinsi: Provinsi Lain\n  desa:")},
        [f"{NEXT}:6 [provinsi-berbeda] (peringatan) tempat.provinsi: di catatan lain kabupaten ini "
         "ada di “Provinsi Contoh”; betulkan salah satunya"],
    ),
    "a session in the folder of another unit": (
        {NEXT: NIHIL.replace("satuan: polsek-rekaan", "satuan: [polsek-khayal, polsek-rekaan]")},
        [f"{NEXT}:2 [folder-satuan] satuan.1: catatan ini di folder `polsek-rekaan`, tetapi satuan "
         "pertamanya lain; pindahkan berkasnya, atau tulis `polsek-rekaan` paling depan"],
    ),
    "a session to come that is told already": (
        {NEXT: NIHIL.replace("2024-03-01", "2024-06-02") + "hadir:\n  jumlah: 30\nkomitmen:\n"
               "  - id: posko\n    isi: Posko dibuka.\n"},
        [f"{NEXT}:{line} [sesi-belum-berlangsung] {key}: sesi ini baru diadakan 2 Juni 2024; isi "
         "setelah berlangsung" for line, key in ((7, "masukan"), (8, "hadir"), (10, "komitmen"))],
    ),
    "a unit that was there no more": (
        unit("polsek-rekaan", "sampai: 2024-02-29\npenerus: polsek-khayal\n"),
        [f"{FIRST}:2 [satuan-sudah-tiada] (peringatan) satuan: satuan ini hanya ada sampai "
         "29 Februari 2024; penerusnya `polsek-khayal`"],
    ),
    "a session without concerns, and one that is not there": (
        {NEXT: NIHIL, **outcome(OUTCOME.replace("2024-03-01#", "2024-03-08#"), "a"),
         **outcome(OUTCOME.replace("2024-03-01#", "polres-seberang/2024-03-08#")),
         **outcome(OUTCOME.replace("2024-03-01#", "polsek-rekan/2024-03-01#"), "c")},
        ["outcomes/polsek-rekaan/a.yml:1 [masukan-tidak-dikenal] menjawab: sesi itu tidak memuat "
         "masukan satu pun; periksa tanggalnya",
         "outcomes/polsek-rekaan/b.yml:1 [masukan-tidak-dikenal] menjawab: sesi 2024-03-08 tidak "
         "ada di data/sessions/polres-seberang; periksa nama berkasnya",
         "outcomes/polsek-rekaan/c.yml:1 [masukan-tidak-dikenal] menjawab: sesi "
         "`polsek-rekan/2024-03-01#patroli` tidak dikenal; maksud Anda "
         "`2024-03-01#patroli`?"],
    ),
    "a concern that is nowhere near": (
        outcome(OUTCOME.replace("#patroli", "#balap-liar")),
        ["outcomes/polsek-rekaan/b.yml:1 [masukan-tidak-dikenal] menjawab: masukan itu tidak ada "
         "di sesinya; di sesi itu ada `2024-03-01#patroli`, `2024-03-01#jadwal`"],
    ),
    "merged into, and preceded by, what nobody knows": (
        {**outcome(OUTCOME.replace("dikerjakan", "digabung\nke: 2024-03-01#jadwa")),
         NEXT: SESSION.replace("2024-03-01", "2024-03-08").replace(
             "    tema:", "    sebelumnya: 2024-03-01#patrol\n    tema:")},
        ["outcomes/polsek-rekaan/b.yml:4 [masukan-tidak-dikenal] ke: `2024-03-01#jadwa` tidak "
         "dikenal; maksud Anda `2024-03-01#jadwal`?",
         f"{NEXT}:10 [masukan-tidak-dikenal] masukan.patroli.sebelumnya: `2024-03-01#patrol` tidak "
         "dikenal; maksud Anda `2024-03-01#patroli`?"],
    ),
    "what came later cannot come before": (
        {NEXT: SESSION.replace("2024-03-01", "2024-03-08"),
         FIRST: SESSION.replace(
             "    tema:", "    sebelumnya: [2024-03-08#patroli, 2024-03-01#patroli]\n    tema:")},
        [f"{FIRST}:10 [sebelumnya-lebih-baru] masukan.patroli.sebelumnya.{number}: yang ditunjuk "
         "tidak lebih dulu daripada masukan ini; betulkan" for number in (1, 2)],
    ),
    "merged in a circle": (
        {DONE: OUTCOME.replace("dikerjakan", "digabung\nke: 2024-03-01#jadwal"),
         **outcome(OUTCOME.replace("#patroli", "#jadwal").replace(
             "dikerjakan", "digabung\nke: 2024-03-01#patroli"))},
        [f"outcomes/polsek-rekaan/{name}.yml:4 [digabung-melingkar] ke: masukan tujuan ini sudah "
         "digabung ke masukan yang dijawab di sini" for name in ("2024-03-20", "b")],
    ),
    "days that have not come": (
        {NEXT: NIHIL + "koreksi:\n  - tanggal: 2025-01-01\n    bagian: tanggal\n    semula: a\n"
               "    menjadi: 1 Maret 2024\n    sebab: salah ketik\nditinjau:\n  oleh: Kasi Humas\n"
               "  tanggal: 2025-01-01\n  sebab: sudah diperiksa\n",
         "outcomes/polsek-rekaan/c.yml":
            "ditarik:\n  tanggal: 2025-01-01\n  alasan: privasi\n  dasar: permintaan\n",
         **outcome(evidence("a.jpg") + "    diambil: 2025-01-01\n"),
         "media/polsek-rekaan/b/a.jpg": small_archive.jpeg()},
        [f"{file}:{line} [tanggal-belum-tiba] {where}: 1 Januari 2025 belum tiba; "
         "betulkan tanggalnya" for file, line, where in (
             ("outcomes/polsek-rekaan/b.yml", 10, "bukti.1.diambil"),
             ("outcomes/polsek-rekaan/c.yml", 2, "ditarik.tanggal"),
             (NEXT, 9, "koreksi.1.tanggal"), (NEXT, 16, "ditinjau.tanggal"))],
    ),
    "one photo for two concerns": (
        {**outcome(shown("a.jpg", "patroli")), **outcome(shown("foto.jpg", "jadwal"), "c"),
         "media/polsek-rekaan/b/a.jpg": PICTURE, "media/polsek-rekaan/c/foto.jpg": PICTURE},
        ["outcomes/polsek-rekaan/c.yml:7 [foto-dipakai-lagi] bukti.1.berkas: foto ini sama persis "
         "dengan bukti di polsek-rekaan/b, untuk masukan polsek-rekaan/2024-03-01#patroli; di sini "
         "untuk masukan polsek-rekaan/2024-03-01#jadwal"],
    ),
    "a copy of a photo for another concern": (
        {**outcome(shown("a.jpg", "patroli")), **outcome(shown("foto.jpg", "jadwal"), "c"),
         "media/polsek-rekaan/b/a.jpg": PICTURE, "media/polsek-rekaan/c/foto.jpg": ITS_COPY},
        ["outcomes/polsek-rekaan/c.yml:7 [foto-mirip] (peringatan) bukti.1.berkas: foto ini sangat "
         "mirip dengan bukti di polsek-rekaan/b, untuk masukan polsek-rekaan/2024-03-01#patroli; "
         "di sini untuk masukan polsek-rekaan/2024-03-01#jadwal. Lihat apakah fotonya sama"],
    ),
    "one photo that shall show twice that a promise is kept": (
        {FIRST: PLEDGED,
         **outcome(shown("a.jpg", "patroli", "bukti berkala")),
         **outcome(shown("a.jpg", "patroli", "bukti berkala"), "c"),
         "media/polsek-rekaan/b/a.jpg": PICTURE, "media/polsek-rekaan/c/a.jpg": PICTURE},
        ["outcomes/polsek-rekaan/c.yml:7 [foto-dipakai-lagi] bukti.1.berkas: foto ini sama persis "
         "dengan bukti di polsek-rekaan/b, untuk masukan polsek-rekaan/2024-03-01#patroli; di sini "
         "untuk masukan polsek-rekaan/2024-03-01#patroli"],
    ),
    "a photo with a slip in its name, and one nobody names": (
        {**outcome(evidence("patrol.jpg")),
         "media/polsek-rekaan/b/patroli.jpg": small_archive.jpeg()},
        ["media/polsek-rekaan/b/patroli.jpg:0 [foto-tidak-disebut] (peringatan) : tidak disebut "
         "catatan mana pun; sebut di `bukti`, atau hapus",
         "outcomes/polsek-rekaan/b.yml:7 [foto-tidak-ada] bukti.1.berkas: berkasnya tidak ada; "
         "simpan di data/media/polsek-rekaan/b/; maksud Anda `patroli.jpg`?"],
    ),
    "a mediation that shows too much": (
        {NEXT: NIHIL.replace("jumat-curhat", "problem-solving"),
         **outcome(MONTHLY.replace("2024-03", "2024-03-05")
                   .replace("  program: problem-solving\n", "")
                   + "waktu: malam\npetugas:\n  - jabatan: Bhabinkamtibmas Desa Rekaan Jaya\n")},
        ["outcomes/polsek-rekaan/b.yml:1 [mediasi] cakupan: mediasi hanya di bawah program "
         "`problem-solving`",
         "outcomes/polsek-rekaan/b.yml:3 [mediasi] tanggal: tulis bulannya saja, misalnya 2023-10",
         "outcomes/polsek-rekaan/b.yml:10 [mediasi] waktu: hapus; dari `waktu` orang dapat menebak "
         "siapa yang berselisih",
         "outcomes/polsek-rekaan/b.yml:11 [mediasi] petugas: hapus; dari `petugas` orang dapat "
         "menebak siapa yang berselisih",
         f"{NEXT}:1 [mediasi] program: mediasi tidak diterbitkan sebagai sesi; tulis tindak lanjut "
         "per bulan"],
    ),
    "a correction of nothing": (
        {NEXT: NIHIL + "koreksi:\n" + "".join(
            f"  - tanggal: 2024-04-01\n    bagian: {part}\n    semula: a\n    menjadi: rekaan\n"
            "    sebab: salah ketik\n"
            for part in ("ringkasn", "hadir.jumlah", "judul", "tempat.2.desa", "tempat.desa"))},
        [f"{NEXT}:10 [bagian-koreksi] koreksi.1.bagian: `ringkasn` tidak dikenal; maksud Anda "
         "`ringkasan`?",
         f"{NEXT}:15 [bagian-koreksi] koreksi.2.bagian: bagian ini tidak ada dalam catatan; tulis "
         "misalnya masukan.patroli.isi",
         f"{NEXT}:20 [bagian-koreksi] koreksi.3.bagian: bagian ini kosong; kalau memang dihapus, "
         "tulis `menjadi: dihapus`",
         f"{NEXT}:25 [bagian-koreksi] koreksi.4.bagian: bagian ini tidak ada dalam catatan; tulis "
         "misalnya masukan.patroli.isi"],
    ),
    "one of several concerns is at fault": (
        outcome(OUTCOME.replace("2024-03-01#patroli", "[2024-03-01#patroli, 2024-03-01#jadwal]")
                .replace("2024-03-20", "2024-02-20")),
        ["outcomes/polsek-rekaan/b.yml:2 [urutan-kejadian] tanggal: untuk `2024-03-01#jadwal`: "
         "kejadian ini mendahului sesinya, 1 Maret 2024; betulkan tanggalnya",
         "outcomes/polsek-rekaan/b.yml:2 [urutan-kejadian] tanggal: untuk `2024-03-01#patroli`: "
         "kejadian ini mendahului sesinya, 1 Maret 2024; betulkan tanggalnya"],
    ),
    "a referral to be looked at before the session": (
        {NEXT: SESSION.replace("    janji:\n      tenggat: 2024-04-01\n",
            "    jawaban:\n      jenis: rujukan\n      isi: Dirujuk ke dinas.\n"
            "      mitra: Dinas Contoh\n      cek_lagi: 2024-02-01\n")},
        [f"{NEXT}:17 [urutan-kejadian] masukan.patroli.jawaban.cek_lagi: tenggat ini mendahului "
         "sesinya, 1 Maret 2024; betulkan"],
    ),
    "a commitment due before the session": (
        {NEXT: NIHIL + "komitmen:\n  - id: posko\n    isi: Posko dibuka.\n    janji:\n"
               "      tenggat: 2024-02-01\n"},
        [f"{NEXT}:12 [urutan-kejadian] komitmen.posko.janji.tenggat: tenggat ini mendahului "
         "sesinya, 1 Maret 2024; betulkan"],
    ),
    "a remainder due before it was told": (
        outcome(OUTCOME.replace("dikerjakan", "sebagian\nsisa: Dua lampu.\ntenggat: 2024-03-10")),
        ["outcomes/polsek-rekaan/b.yml:5 [urutan-kejadian] tenggat: tenggat ini mendahului "
         "kejadiannya sendiri, 20 Maret 2024; betulkan"],
    ),
    "confirmed after it was refused": (
        {DONE: OUTCOME.replace(
            "dikerjakan", "tidak dipenuhi\nalasan: anggaran\nlangkah_warga: Tanyakan lagi."),
         **outcome(OUTCOME.replace("dikerjakan", "dibenarkan warga\ncara: kunjungan\nditanya: 3")
                   .replace("2024-03-20", "2024-03-25"))},
        ["outcomes/polsek-rekaan/b.yml:3 [urutan-kejadian] kejadian: masukan ini sudah berakhir: "
         "tidak dipenuhi; sebelum dibenarkan warga, tulis dibuka kembali dulu"],
    ),
    "a stranger acts": (
        outcome(OUTCOME + "oleh: polres-seberang\n"),
        ["outcomes/polsek-rekaan/b.yml:6 [siapa-menjawab] (peringatan) oleh: `polres-seberang` "
         "bukan satuan sesi ini, atasannya, atau bawahannya"],
    ),
    "a session that only another unit has held": (
        {"sessions/polsek-khayal/2024-05-03.yml":
            SESSION.replace("polsek-rekaan", "polsek-khayal").replace("2024-03-01", "2024-05-03")
            .replace("2024-04-01", "2024-06-01").replace("id: patroli", "id: jalan-gelap"),
         **outcome(OUTCOME.replace("2024-03-01#patroli", "2024-05-03#jalan-gelap")
                   .replace("2024-03-20", "2024-05-20"))},
        ["outcomes/polsek-rekaan/b.yml:1 [masukan-tidak-dikenal] menjawab: sesi "
         "`2024-05-03#jalan-gelap` tidak dikenal; maksud Anda "
         "`polsek-khayal/2024-05-03#jalan-gelap`?"],
    ),
    "no session near it has such a concern": (
        outcome(OUTCOME.replace("2024-03-01#patroli", "2024-03-02#lampu")),
        ["outcomes/polsek-rekaan/b.yml:1 [masukan-tidak-dikenal] menjawab: sesi 2024-03-02 tidak "
         "ada di data/sessions/polsek-rekaan; periksa nama berkasnya"],
    ),
    "a unit misspelt in its session is told once, though the session has an answer": (
        {FIRST: SESSION.replace("satuan: polsek-rekaan", "satuan: polsek-rekaam")},
        [f"{FIRST}:2 [kunci-tidak-dikenal] satuan: `polsek-rekaam` tidak dikenal; maksud Anda "
         "`polsek-rekaan`?"],
    ),
    "a misspelt folder is told once, though nothing it answers lies there": (
        {"outcomes/polsek-rekaam/a.yml": OUTCOME},
        ["outcomes/polsek-rekaam/a.yml:1 [kunci-tidak-dikenal] : `polsek-rekaam` tidak dikenal; "
         "maksud Anda `polsek-rekaan`?"],
    ),
    "keys as they are spoken": (
        {**unit("polsek-khayal", "alias: Sektor Khayal\n"),
         NEXT: NIHIL.replace("jumat-curhat", "JUMAT CURHAT")
               .replace("satuan: polsek-rekaan", "satuan: [polsek-rekaan, Sektor Khayal]")
               + "tema: Lampu Jalan!\n"},
        [f"{NEXT}:1 [kunci-tidak-dikenal] program: `JUMAT CURHAT` tidak dikenal; maksud Anda "
         "`jumat-curhat`?",
         f"{NEXT}:2 [kunci-tidak-dikenal] satuan.2: `Sektor Khayal` tidak dikenal; maksud Anda "
         "`polsek-khayal`?",
         f"{NEXT}:8 [kunci-tidak-dikenal] tema: kunci ini tidak dikenal; maksud Anda "
         "`lampu-jalan`?"],
    ),
    "words that are no key are not repeated: they may be a name": (
        outcome(OUTCOME.replace("dikerjakan", "tidak dipenuhi\nlangkah_warga: Tanyakan lagi.\n"
                                              "alasan: Tuti Wulandari keberatan")),
        ["outcomes/polsek-rekaan/b.yml:5 [kunci-tidak-dikenal] alasan: kunci ini tidak dikenal; "
         "pakai kunci di data/reasons.yml"],
    ),
    "evidence of what was not promised to recur": (
        outcome(OUTCOME.replace("dikerjakan", "bukti berkala")),
        ["outcomes/polsek-rekaan/b.yml:1 [bukti-tanpa-janji-berulang] menjawab: masukan ini tidak "
         "punya janji berulang; pakai `dikerjakan` atau `selesai`"],
    ),
    "a correction that was not made": (
        {FIRST: SESSION + "koreksi:\n  - tanggal: 2024-04-02\n    bagian: masukan.patroli.isi\n"
                          "    semula: a\n    menjadi: Warga takut.\n    sebab: salah ketik\n"},
        [f"{FIRST}:23 [koreksi-belum-dilakukan] (peringatan) koreksi.1.menjadi: isi baru ini "
         "tidak ada di bagian yang disebut; betulkan juga isinya di sana"],
    ),
    "an outcome withdrawn with what it answers": (
        {NEXT: "ditarik:\n  tanggal: 2024-04-01\n  alasan: privasi\n  dasar: permintaan warga\n",
         **outcome(OUTCOME.replace("2024-03-01#", "2024-03-08#"))},
        ["outcomes/polsek-rekaan/b.yml:1 [kabar-tidak-tampil] (peringatan) menjawab: semua masukan "
         "yang dijawab sudah ditarik, jadi kabar ini tidak tampil; ganti isinya dengan `ditarik`"],
    ),
    "something that happened after the withdrawal": (
        {NEXT: "ditarik:\n  tanggal: 2024-03-15\n  alasan: privasi\n  dasar: permintaan warga\n",
         **outcome(OUTCOME.replace("2024-03-01#", "2024-03-08#"))},
        ["outcomes/polsek-rekaan/b.yml:1 [masukan-ditarik] menjawab: masukan ini sudah ditarik; "
         "hapus dari sini, dan jangan ulangi isinya"],
    ),
}  # fmt: skip


@pytest.mark.parametrize("case", FAULTS)
def test_what_does_not_fit_is_said_exactly(case: str, tmp_path: Path) -> None:
    files, expected = FAULTS[case]
    assert told(tmp_path, files) == expected


SOUND: dict[str, Files] = {
    "the small archive": {},
    "an actor that is a partner": outcome(OUTCOME + "oleh: PLN Rekaan\n"),
    "the unit above answers": {
        "outcomes/polres-contoh/a.yml": OUTCOME.replace("2024-", "polsek-rekaan/2024-", 1)
    },
    "a unit it was handed to answers": {
        **outcome(
            OUTCOME.replace(
                "dikerjakan", "diteruskan\nmitra: Polres Seberang\ncek_lagi: 2024-04-20"
            )
        ),
        "outcomes/polres-seberang/a.yml": OUTCOME.replace("2024-", "polsek-rekaan/2024-", 1),
    },
    "a unit whose answer it awaits answers": {
        FIRST: SESSION.replace("    tema:", "    untuk: polres-seberang\n    tema:"),
        "outcomes/polres-seberang/a.yml": OUTCOME.replace("2024-", "polsek-rekaan/2024-", 1),
    },
    "mediations of a month": outcome(MONTHLY),
    "mediations of some months": outcome(MONTHLY.replace("2024-03", "2024-01/2024-03")),
    "an announced session": {
        NEXT: NIHIL.replace("2024-03-01", "2024-07-05").replace("masukan: nihil\n", "")
    },
    "a session of today": {NEXT: NIHIL.replace("2024-03-01", "2024-06-01")},
    "a session whose report is owed": {NEXT: NIHIL.replace("masukan: nihil\n", "")},
    "a sensitive concern that is withheld": {
        NEXT: SESSION.replace("[patroli]", "rumah-tangga").replace(
            "    isi: |\n      Warga berharap patroli ditingkatkan.\n", "    tahan: privasi\n"
        )
    },
    "an outcome on a day that may overlap": outcome(OUTCOME.replace("2024-03-20", "../2024-03-01")),
    "evidence of a promise that recurs": {
        FIRST: SESSION.replace("tenggat: 2024-04-01", "berkala: setiap minggu"),
        **outcome(OUTCOME.replace("dikerjakan", "bukti berkala")),
    },
    "a corrected and a removed part": {
        FIRST: SESSION
        + "koreksi:\n"
        + "".join(
            f"  - tanggal: 2024-04-02\n    bagian: {part}\n    semula: dihapus\n"
            f"    menjadi: {after}\n    sebab: salah ketik\n"
            for part, after in (
                ("masukan.patroli.isi", "Yang lama sekali"),
                ("masukan.patroli.isi", "patroli ditingkatkan"),
                ("masukan.2.isi", "Warga bertanya kapan pos polisi dibuka."),
                ("masukan.patroli.janji.tenggat", "1 April 2024"),
                ("tanggal", "1 Maret 2024"),
                ("satuan", "Polsek Rekaan"),
                ("tempat.desa", "Rekaan Jaya"),
                ("tempat.1.desa", "Rekaan Jaya"),
                ("judul", "dihapus"),
                ("hadir.jumlah", "dihapus"),
            )
        )
    },
    "an objection to what came before": {
        NEXT: SESSION.replace("2024-03-01", "2024-03-08")
        .replace("permintaan", "sanggahan")
        .replace("    tema:", "    sebelumnya: 2024-03-01#patroli\n    tema:"),
    },
    "a regency and a city": {
        "units/polres-seberang.yml": REGISTRIES["units/polres-seberang.yml"].replace(
            "Kabupaten Seberang",
            "[Kabupaten Seberang, Kota Seberang, Kota Administrasi Jakarta Contoh]",
        )
    },
    "a closed unit with its last session": unit("polsek-rekaan", "sampai: 2024-03-01\n"),
    "other photos of the same kind of event": {
        **outcome(shown("a.jpg", "patroli")),
        **outcome(shown("a.jpg", "jadwal"), "c"),
        "media/polsek-rekaan/b/a.jpg": PICTURE,
        "media/polsek-rekaan/c/a.jpg": OTHER,
    },
    "a photo shown again for the same concern": {
        **outcome(shown("a.jpg", "patroli")),
        **outcome(shown("a.jpg", "patroli").replace("2024-03-20", "2024-03-25"), "c"),
        "media/polsek-rekaan/b/a.jpg": PICTURE,
        "media/polsek-rekaan/c/a.jpg": PICTURE,
    },
    "a photo that is there": {
        **outcome(evidence("patroli.jpg")),
        "media/polsek-rekaan/b/patroli.jpg": small_archive.jpeg(),
    },
}


@pytest.mark.parametrize("case", SOUND)
def test_what_fits_is_left_alone(case: str, tmp_path: Path) -> None:
    assert told(tmp_path, SOUND[case]) == []


UNSURE: dict[str, Files] = {
    "a broken theme": {
        "themes.yml": REGISTRIES["themes.yml"].replace("  nama: Patroli", "  nma: P")
    },
    "all themes": {"themes.yml": "patroli: [\n"},
    "a broken programme": {"programs/jumat-curhat.yml": "nma: A\n"},
    "a required programme": {"programs/lainnya.yml": "nma: A\n"},
    "a unit under a wrong name": {
        "units/polsek-rekaan.yml": None,
        "units/polsek-rekaan.yaml": REGISTRIES["units/polsek-rekaan.yml"],
    },
    "a session under a name that is none": {
        FIRST: None,
        "sessions/polsek-rekaan/1 Maret 2024.yml": SESSION,
    },
    "a broken session": {FIRST: SESSION.replace("program:", "programme:")},
    "the outcome that reopened it": {
        DONE: OUTCOME.replace("dikerjakan", "selesai"),
        **outcome(OUTCOME.replace("kejadian: dikerjakan", "kejadian: dibuka")),
        **outcome(OUTCOME.replace("dikerjakan", "dicabut").replace("-20", "-30"), "c"),
    },
    "a photo that is too large": {
        **outcome(evidence("patroli.jpg")),
        "media/polsek-rekaan/b/patroli.jpg": b"x" * 300_001,
    },
    "the outcome that names the photo": {
        **outcome(evidence("patroli.jpg").replace("asli: ya", "asli: tidak")),
        "media/polsek-rekaan/b/patroli.jpg": small_archive.jpeg(),
    },
}
"""What is broken is told by the reader; nothing that rests on it is said besides."""


@pytest.mark.parametrize("case", UNSURE)
def test_nothing_is_said_that_rests_on_something_broken(case: str, tmp_path: Path) -> None:
    assert told(tmp_path, UNSURE[case]) == []
    assert records.read(tmp_path, tmp_path / "data").findings


def test_what_is_told_does_not_depend_on_the_order_of_the_checks(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    files = {name: text for case, _told in FAULTS.values() for name, text in case.items()}
    first = told(tmp_path, files)
    monkeypatch.setattr(checks, "CHECKS", tuple(reversed(CHECKS)))
    assert told(tmp_path, files) == first


def test_every_check_is_shown_to_fail_somewhere() -> None:
    said = "".join(file.read_text(encoding="utf-8") for file in BROKEN.glob("*.txt"))
    said += "".join(line for _files, expected in FAULTS.values() for line in expected)
    assert [one.id for one in CHECKS if f"[{one.id}]" not in said] == []


def test_every_check_has_an_id_of_its_own() -> None:
    ids = [one.id for one in CHECKS]
    assert len(set(ids)) == len(ids) == len(checks.explanations()) - 7 - len(against.EXPLANATIONS)
    assert all(re.fullmatch(r"[a-z]+(-[a-z]+)*", one) for one in ids)


@pytest.mark.parametrize("identity", checks.explanations())
def test_an_explanation_says_what_why_and_how_to_mend(identity: str) -> None:
    title, *paragraphs = checks.explanations()[identity].strip().split("\n\n")
    assert len(title) <= 100
    assert title.endswith(".")
    assert "\n" not in title
    assert len(paragraphs) >= 2


def test_a_file_that_vanished_meanwhile_is_told_as_a_whole(tmp_path: Path) -> None:
    data = small_archive.write(tmp_path, {**RECORDS, NEXT: NIHIL + "tema: patrol\n"})
    reading = records.read(tmp_path, data)
    found = archive.build(reading.records, TODAY)
    (data / NEXT).unlink()
    (one,) = checks.run(found, tmp_path, data, reading)
    assert (one.file, one.line, one.column) == (f"data/{NEXT}", 0, 0)
