"""What may be found in a text that points to a person, and what is said of it."""

from dataclasses import dataclass
from enum import StrEnum

from generator.language import _


class Level(StrEnum):
    """An identifier blocks whatever anybody says; a word that needs judgement awaits a review."""

    BLOCKS = "menahan"
    NEEDS_REVIEW = "perlu ditinjau"


class Kind(StrEnum):
    """What was found."""

    NIK = "nik"
    FAMILY_CARD = "kk"
    NUMBER = "nomor"
    TELEPHONE = "telepon"
    PLATE = "pelat"
    MAIL = "surel"
    ACCOUNT = "akun"
    BANK = "rekening"
    LICENCE = "sim"
    PASSPORT = "paspor"
    REPORT = "laporan"
    SERVICE = "nrp"
    TAX = "npwp"
    INSURANCE = "bpjs"
    COORDINATES = "koordinat"
    ADDRESS = "alamat"
    NAME = "nama"
    CHILD = "anak"
    VICTIM = "korban"
    SUSPECT = "tersangka"
    WITNESS = "saksi"
    MEDIATION = "mediasi"
    SENSITIVE = "peka"


@dataclass(frozen=True, slots=True)
class Found:
    """Something found: from where to where in the text that was given, and never its value."""

    kind: Kind
    level: Level
    start: int
    end: int


def message(found: Found) -> str:
    """Say what was found and how to write it instead; the value itself is never repeated."""
    return _SENTENCES[found.kind]()


_SENTENCES = {
    Kind.NIK: lambda: _(
        "ada nomor yang tampak seperti NIK; hapus nomornya, tulis perannya saja: seorang warga"
    ),
    Kind.FAMILY_CARD: lambda: _(
        "ada nomor yang tampak seperti nomor Kartu Keluarga; hapus, tulis: satu keluarga"
    ),
    Kind.NUMBER: lambda: _(
        "ada nomor panjang yang dapat menunjuk seseorang; hapus, atau tulis sebagai jumlah "
        "dengan titik ribuan bila memang jumlah"
    ),
    Kind.TELEPHONE: lambda: _(
        "ada nomor telepon; hapus, atau arahkan ke 110 atau kanal_resmi satuan"
    ),
    Kind.PLATE: lambda: _(
        "ada pelat nomor kendaraan; tulis jenis kendaraannya saja: sebuah sepeda motor"
    ),
    Kind.MAIL: lambda: _(
        "ada alamat surel yang bukan alamat lembaga (.go.id) dan tidak tercatat di kanal_resmi; "
        "hapus"
    ),
    Kind.ACCOUNT: lambda: _(
        "ada akun media sosial yang tidak tercatat di kanal_resmi; tulis: sebuah akun media sosial"
    ),
    Kind.BANK: lambda: _("ada nomor rekening; hapus, tulis: sebuah rekening"),
    Kind.LICENCE: lambda: _("ada nomor SIM; hapus nomornya, tulis jenisnya saja: SIM C"),
    Kind.PASSPORT: lambda: _("ada nomor paspor; hapus nomornya"),
    Kind.REPORT: lambda: _("ada nomor laporan polisi; hapus, tulis: sudah dilaporkan ke polisi"),
    Kind.SERVICE: lambda: _(
        "ada nomor pokok pegawai atau pelajar; hapus, tulis jabatan atau perannya saja"
    ),
    Kind.TAX: lambda: _("ada NPWP; hapus nomornya"),
    Kind.INSURANCE: lambda: _("ada nomor BPJS; hapus nomornya"),
    Kind.COORDINATES: lambda: _(
        "ada koordinat atau tautan peta; tulis paling rinci dusun, RW, atau nama tempat umum"
    ),
    Kind.ADDRESS: lambda: _(
        "ada alamat atau petunjuk rumah; tulis paling rinci dusun, RW, atau nama jalannya saja"
    ),
    Kind.NAME: lambda: _(
        "ada yang tampak seperti nama orang; tulis perannya saja: seorang warga, ketua RT; nama "
        "petugas hanya ditulis di petugas"
    ),
    Kind.CHILD: lambda: _(
        "ada petunjuk kepada seorang anak (umur, sekolah, atau keluarganya); hapus, tulis: "
        "seorang pelajar, tanpa umur, kelas, dan sekolah"
    ),
    Kind.VICTIM: lambda: _(
        "ada petunjuk kepada seorang korban; hapus, atau tahan isinya: tahan: menyangkut-korban"
    ),
    Kind.SUSPECT: lambda: _(
        "ada petunjuk kepada seseorang yang dituduh; hapus, tulis kejadiannya saja"
    ),
    Kind.WITNESS: lambda: _("ada petunjuk kepada saksi atau pelapor; hapus, tulis: seorang warga"),
    Kind.MEDIATION: lambda: _(
        "ada petunjuk kepada pihak dalam mediasi; hapus, tulis: dua pihak, tanpa nama dan hubungan"
    ),
    Kind.SENSITIVE: lambda: _(
        "ada kata yang peka; minta orang kedua memeriksanya dan menulis ditinjau (oleh, tanggal, "
        "sebab), atau ganti isi dengan tahan"
    ),
}
