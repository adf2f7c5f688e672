"""What may be typed into a field of a record, said to officers."""

from collections.abc import Mapping
from types import MappingProxyType

from generator.language import _
from generator.outline import Field, Holds
from generator.records import Kind
from generator.wording.days import number

PLACE: Mapping[Kind, str] = MappingProxyType(
    {
        Kind.SESSION: "data/sessions/<satuan>/<nama>.yml",
        Kind.OUTCOME: "data/outcomes/<satuan>/<nama>.yml",
        Kind.PROGRAMME: "data/programs/<kunci>.yml",
        Kind.UNIT: "data/units/<kunci>.yml",
        Kind.THEME: "data/themes.yml",
        Kind.REASON: "data/reasons.yml",
    }
)
"""Where the records of a kind lie."""

SAMPLE: Mapping[Holds, str] = MappingProxyType(
    {
        Holds.LINE: "beberapa kata",
        Holds.TEXT: "Kalimat pertama.\nKalimat berikutnya.",
        Holds.ID: "nama-pendek",
        Holds.REFERENCE: "2025-02-07#knalpot",
        Holds.DAY: "2025-03-07",
        Holds.DATE: "2025-02-07",
        Holds.TIME: "16.30",
        Holds.AMOUNT: "sekitar 30",
        Holds.COUNT: "12",
        Holds.ADDRESS: "https://berita.example/jumat-curhat",
        Holds.PHOTO: "razia.jpg",
    }
)
"""How a field may look when it is filled in, by what it holds."""
SAMPLE_KEY: Mapping[Kind | None, str] = MappingProxyType(
    {
        Kind.PROGRAMME: "jumat-curhat",
        Kind.UNIT: "polsek-contoh",
        Kind.THEME: "patroli",
        Kind.REASON: "anggaran-belum-ada",
        None: "sebuah-kunci",
    }
)
"""The same of a key, by where it has to stand."""
SAMPLE_AT: Mapping[str, str] = MappingProxyType(
    {
        "alamat": "110",
        "alias": "nama lain",
        "bagian": "masukan.knalpot.isi",
        "berupa": "kali patroli",
        "tenggat_bawaan.dasar": "aturan yang menetapkannya",
        "desa": "Sukarekah",
        "dusun": "Krajan",
        "hari": "30",
        "jabatan": "Kapolsek Contoh",
        "jalan": "Jalan Pasar",
        "judul": "Jumat Curhat di Balai Desa Sukarekah",
        "kabupaten": "Kabupaten Contoh",
        "kata": "minggu depan",
        "kecamatan": "Contoh",
        "kanal_resmi.keterangan": "24 jam",
        "bukti.keterangan": "Petugas memeriksa knalpot di depan pasar",
        "lokasi": "depan pasar",
        "mitra": "Dinas Perhubungan Kabupaten Contoh",
        "mukim": "Contoh",
        "nomor": "nomor suratnya",
        "mitra.nama": "Dinas Perhubungan Kabupaten Contoh",
        "nama": "nama lengkapnya",
        "nama_lokal": "Curhat Warga",
        "masukan.oleh": "ketua RW",
        "oleh": "polsek-contoh",
        "ditinjau.oleh": "Kasi Humas Polres Contoh",
        "pangkat": "AKP",
        "penerbit": "Humas Polres Contoh",
        "penjawab": "Kapolsek Contoh",
        "provinsi": "Provinsi Contoh",
        "rt": "010",
        "rw": "V",
        "koreksi.sebab": "salah ketik",
        "petugas.satuan": "Satlantas Polres Contoh",
        "ditinjau.sebab": "hanya penyuluhan, tidak tentang satu perkara",
        "sinonim": "maling",
        "tahan": "menunjuk-rumah-atau-orang",
        "tempat.nama": "Balai Desa Sukarekah",
        "tingkat": "polsek",
        "unsur": "ketua RT",
    }
)
"""The same of a field called so, or called so right below another; what is not here looks alike."""
SAMPLE_KEYS: Mapping[str, tuple[str, ...]] = MappingProxyType(
    {
        "janji": ("tenggat",),  # a promise has a day or a habit, never both
        "masukan": ("id", "jenis", "isi"),  # none is without words
        "petugas": ("peran", "jabatan"),
        "tempat": ("nama", "desa"),
    }
)
"""Which keys a group shows where those it must have do not make a good example."""


def kind_name(kind: Kind) -> str:
    """What officers call the records of a kind."""
    return {
        Kind.SESSION: _("Sesi"),
        Kind.OUTCOME: _("Kabar"),
        Kind.PROGRAMME: _("Program"),
        Kind.UNIT: _("Satuan"),
        Kind.THEME: _("Tema"),
        Kind.REASON: _("Alasan"),
    }[kind]


def kind_explained(kind: Kind) -> str:
    """What a record of a kind is."""
    return {
        Kind.SESSION: _("Satu berkas untuk setiap sesi: yang disampaikan, dijawab, dijanjikan."),
        Kind.OUTCOME: _("Satu berkas untuk setiap kabar: yang terjadi sesudah sesi."),
        Kind.PROGRAMME: _("Satu berkas untuk setiap program; nama berkasnya menjadi kuncinya."),
        Kind.UNIT: _("Satu berkas untuk setiap satuan; nama berkasnya menjadi kuncinya."),
        Kind.THEME: _("Satu berkas untuk semua tema, masing-masing di bawah kuncinya."),
        Kind.REASON: _("Satu berkas untuk semua alasan, masing-masing di bawah kuncinya."),
    }[kind]


def holding(field: Field) -> str:
    """What is typed into a field, without the words it may be one of; "" where its text says so."""
    if field.holds is Holds.WORD and field.is_many:
        return _("Satu atau beberapa pilihan di atas, sebagai daftar.")
    is_said = field.registry is not None and _registry(field.registry) in field.says
    one = "" if is_said else f"{_holding_one(field)}."
    return f"{one} {_('Boleh beberapa, sebagai daftar.') if field.is_many else ''}".strip()


def _holding_one(field: Field) -> str:
    said = {
        Holds.LINE: _("Satu baris teks"),
        Holds.TEXT: _("Teks, boleh beberapa paragraf"),
        Holds.ID: _("Nama pendek: huruf kecil, angka, dan tanda hubung"),
        Holds.WORD: _("Salah satu pilihan di atas"),
        Holds.KEY: _holding_key(field.registry),
        Holds.REFERENCE: _("Alamat masukan: nama berkas sesi, tanda #, lalu id masukan"),
        Holds.DAY: _("Satu hari yang pasti"),
        Holds.DATE: _("Tanggal, boleh tidak pasti"),
        Holds.TIME: _("Jam atau bagian hari"),
        Holds.AMOUNT: _("Jumlah, dengan kata apa pun"),
        Holds.COUNT: _("Angka saja"),
        Holds.ADDRESS: _("Alamat situs, lengkap mulai https://"),
        Holds.PHOTO: _("Nama berkas foto"),
        Holds.GROUP: _("Beberapa kunci, menjorok di bawahnya"),
    }[field.holds]
    if field.longest and field.holds not in (Holds.KEY, Holds.AMOUNT):
        most = number(field.longest)
        return _("{said}, paling panjang {most} huruf").format(said=said, most=most)
    return said


def _holding_key(registry: Kind | None) -> str:
    if registry is None:
        return _("Sebuah kunci")
    return _("Kunci dari {place}").format(place=_registry(registry))


def _registry(kind: Kind) -> str:
    return PLACE[kind].removesuffix("/<kunci>.yml")
