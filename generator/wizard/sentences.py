"""How questions are asked: the sentence, and what helps to answer. Others use the model's words."""

from collections.abc import Mapping
from types import MappingProxyType
from typing import NamedTuple

from generator.language import _
from generator.records import Kind


class Said(NamedTuple):
    """A question and what helps to answer it."""

    asks: str
    hint: str = ""


ASKED: Mapping[Kind, Mapping[str, Said]] = MappingProxyType(
    {
        Kind.SESSION: {
            "satuan": Said(_("Satuan mana yang mengadakan sesi ini?")),
            "program": Said(_("Program apa?")),
            "tanggal": Said(
                _("Kapan sesinya?"),
                _("Misalnya kemarin, Jumat lalu, 20 Oktober 2023, atau 2023-10-20."),
            ),
            "tempat.nama": Said(
                _("Di mana? Nama tempatnya."),
                _("Misalnya Kantor Desa Kumpang Bis. Kalau di rumah, tulis saja: rumah warga."),
            ),
            "tempat.desa": Said(
                _("Di desa apa?"),
                _("Tanpa kata desa. Kalau kelurahan atau nagari, tulis: Kelurahan Lagoa."),
            ),
            "tempat.kecamatan": Said(_("Di kecamatan apa?")),
            "moda": Said(
                _("Tempatnya tidak ditulis. Lewat apa sesi ini diadakan?"),
                _("Kalau ada tempatnya, isi tempat.nama atau tempat.desa."),
            ),
            "masukan": Said(_("Apa yang disampaikan warga?")),
            "masukan.jenis": Said(_("Masukan ini berupa apa?")),
            "masukan.tema": Said(_("Tentang apa?")),
            "masukan.isi": Said(
                _("Apa yang disampaikan?"),
                _(
                    "Kata-kata biasa, tanpa nama orang. Kalau terlalu peka untuk diterbitkan, "
                    "kosongkan."
                ),
            ),
            "masukan.tahan": Said(
                _("Isinya tidak diterbitkan. Apa alasannya?"),
                _("Masukannya tetap dihitung dan warga membaca alasan ini."),
            ),
            "masukan.sebelumnya": Said(
                _("Masukan lama mana yang disanggah, atau disampaikan lagi?"),
                _("Yang disanggah dan sudah berakhir dibuka lagi."),
            ),
            "masukan.jawaban": Said(_("Apakah dijawab saat itu juga?")),
            "masukan.jawaban.jenis": Said(_("Jawabannya berupa apa?")),
            "masukan.jawaban.isi": Said(_("Apa jawabannya?")),
            "masukan.jawaban.mitra": Said(
                _("Lembaga mana yang disebut dalam jawaban itu?"),
                _("Misalnya Dinas Perhubungan Kabupaten Sekadau."),
            ),
            "masukan.janji": Said(
                _("Ada janji? Kapan akan ditepati?"),
                _(
                    "Misalnya 20 November 2023, dua minggu lagi, setiap hari, atau segera. "
                    "Kalau tidak ada janji, kosongkan."
                ),
            ),
            "masukan.id": Said(
                _("Nama pendek masukan ini di alamat situs"),
                _("Boleh diganti sekarang; sesudah terbit tidak berubah lagi. Tanpa nama orang."),
            ),
            "komitmen.isi": Said(_("Apa yang dijanjikan?")),
            "komitmen.janji": Said(
                _("Kapan akan ditepati?"),
                _("Misalnya 20 November 2023, dua minggu lagi, setiap hari, atau segera."),
            ),
            "komitmen.id": Said(
                _("Nama pendek janji ini di alamat situs"),
                _("Boleh diganti sekarang; sesudah terbit tidak berubah lagi. Tanpa nama orang."),
            ),
        },
        Kind.OUTCOME: {
            "satuan": Said(_("Kabar ini dari satuan mana?")),
            "menjawab": Said(_("Masukan mana yang ada kabarnya?")),
            "kejadian": Said(_("Apa yang terjadi?")),
            "tanggal": Said(
                _("Kapan itu terjadi?"),
                _("Bukan hari mengetiknya. Misalnya kemarin, 3 November 2023, atau 2023-11-03."),
            ),
            "uraian": Said(
                _("Ceritakan apa yang terjadi."),
                _("Dengan kata-kata biasa: apa yang dikerjakan, di mana. Tanpa nama warga."),
            ),
            "mitra": Said(
                _("Dengan atau ke lembaga mana?"),
                _("Misalnya Dinas Perhubungan Kabupaten Sekadau."),
            ),
            "cek_lagi": Said(
                _("Kapan perkembangannya dilihat lagi?"),
                _("Misalnya dua minggu lagi, atau 20 November 2023."),
            ),
            "tenggat": Said(
                _("Apa tenggat barunya?"),
                _("Misalnya sebulan lagi, atau 20 November 2023."),
            ),
            "sebab": Said(_("Apa sebabnya?")),
            "sisa": Said(_("Apa yang belum dikerjakan?")),
            "cara": Said(_("Bagaimana warga ditanya?")),
            "ditanya": Said(_("Berapa warga yang ditanya?"), _("Tulis angkanya saja.")),
            "ke": Said(_("Sama dengan masukan yang mana?")),
            "alasan": Said(_("Mengapa tidak dipenuhi?")),
            "langkah_warga": Said(
                _("Apa yang masih dapat dilakukan warga?"),
                _("Misalnya ke kantor mana mereka bisa bertanya."),
            ),
            "saluran": Said(_("Lewat apa warga diberi tahu?")),
            "nomor": Said(_("Nomor surat penerusannya?")),
        },
    }
)

INSTEAD: Mapping[str, Mapping[str, str]] = MappingProxyType(
    {
        "masukan": {
            "": _("Ada masukan; saya tulis satu per satu"),
            "nihil": _("Ditanya, tetapi tidak ada yang menyampaikan"),
            "tidak dibuka": _("Warga tidak ditanya; hanya penyampaian"),
            "tidak dirinci": _("Ada masukan, tetapi sumbernya tidak merinci"),
        },
        "masukan.jawaban": {
            "": _("Dijawab; saya tulis jawabannya"),
            "tidak ada": _("Tidak dijawab"),
            "tidak dirinci": _("Dijawab, tetapi jawabannya tidak dirinci"),
        },
    }
)
"""What the words that may stand instead of a list mean; "" for the list itself."""

MEANS: Mapping[str, Mapping[str, str]] = MappingProxyType(
    {
        "kejadian": {
            "dievaluasi": _("Baru dilihat atau diperiksa, belum ada tindakan."),
            "dirapatkan": _("Dibahas dalam rapat polisi, belum ada tindakan."),
            "dikoordinasikan": _("Dibicarakan dengan lembaga lain."),
            "dikerjakan": _("Sudah ada tindakan, belum tentu selesai."),
            "bukti berkala": _("Bukti bahwa janji yang berulang tetap ditepati."),
            "diteruskan": _("Diserahkan ke lembaga lain yang berwenang."),
            "diperpanjang": _("Tenggatnya diundur ke hari yang lebih lambat."),
            "sebagian": _("Baru sebagian yang beres; sisanya masih ditunggu."),
            "dijawab": _("Pertanyaan atau sanggahan warga sudah dijawab."),
            "selesai": _("Menurut polisi sudah beres; warga belum ditanya."),
            "dibenarkan warga": _("Warga ditanya, dan mengatakan sudah beres."),
            "dicabut": _("Yang menyampaikannya menarik kembali masukannya."),
            "digabung": _("Sama dengan masukan lain; ceritanya lanjut di sana."),
            "tidak dipenuhi": _("Diputuskan tidak akan dikerjakan."),
            "dibuka kembali": _("Sudah berakhir, lalu diurus lagi."),
            "disanggah warga": _("Warga ditanya, dan mengatakan tidak begitu."),
            "disampaikan": _("Warga sudah diberi tahu; keadaannya sendiri tetap."),
        },
        "masukan.jawaban.jenis": {
            "penjelasan": _("Menerangkan sesuatu."),
            "imbauan": _("Ajakan kepada warga. Ini bukan jawaban."),
            "komitmen": _("Polisi berjanji akan berbuat sesuatu."),
            "rujukan": _("Diarahkan ke lembaga lain."),
            "jawaban mitra": _("Lembaga lain yang hadir menjawab."),
            "kendala": _("Menyebut apa yang menghalangi."),
            "alternatif": _("Menawarkan jalan lain."),
            "di luar kewenangan": _("Bukan urusan polisi."),
            "tindakan seketika": _("Dikerjakan saat itu juga."),
            "jaminan": _("Menjamin sesuatu tidak akan terjadi."),
            "dukungan bersyarat": _("Mendukung, dengan syarat."),
        },
    }
)
"""What fixed words mean, by the pattern of their question."""

SAYS_IT_ALL = frozenset({"masukan.isi", "masukan.janji", "tanggal"})
"""Questions whose own words say what leaving them out means."""

WITHOUT: Mapping[str, str] = MappingProxyType(
    {"menjawab": _("Banyak masukan sekaligus, tidak disebut satu per satu")}
)
"""What it means to choose nothing, where that is an answer of its own."""
