"""The sentences that fit any matter: invented, about nobody.

`{hal}` stands for the matter and its place ("parkir liar di Pasar ..."), `{mitra}` for a partner,
`{pimpinan}` for the post of the one who leads the unit, `{desa}` for the village.
"""

PLACES = {
    "jalan": (
        "di Jalan {jalan}",
        "di tikungan Jalan {jalan}",
        "di simpang tiga Jalan {jalan}",
        "di jalan poros Dusun {dusun}",
        "di dekat jembatan {kali}",
        "di ruas Dusun {dusun} menuju balai desa",
    ),
    "pasar": (
        "di Pasar {desa}",
        "di depan Pasar {desa}",
        "di sekitar Pasar {desa}",
        "di belakang Pasar {desa}",
    ),
    "kampung": (
        "di Dusun {dusun}",
        "di lingkungan Dusun {dusun}",
        "di sekitar balai Dusun {dusun}",
        "di RW {rw} Dusun {dusun}",
    ),
    "kebun": (
        "di kebun warga Dusun {dusun}",
        "di ladang seberang {kali}",
        "di hamparan kebun Dusun {dusun}",
    ),
    "sungai": ("di tepi {kali}", "di bantaran {kali} Dusun {dusun}", "di hilir {kali}"),
    "sekolah": ("di depan sekolah Jalan {jalan}", "di dekat sekolah Dusun {dusun}"),
    "lapangan": (
        "di Lapangan {desa}",
        "di taman dekat balai desa",
        "di tanah kosong Dusun {dusun}",
        "di ujung Jalan {jalan}",
    ),
    "desa": ("di Desa {desa}",),
}
"""How a place is said, by the kind a matter names."""

TIMES = {
    "malam": (
        "pada malam Minggu",
        "hampir setiap malam",
        "lewat tengah malam",
        "sehabis isya",
        "pada malam libur",
        "menjelang subuh",
    ),
    "pagi": ("setiap pagi", "pada jam berangkat sekolah", "setiap hari pasar", "pada jam sibuk"),
    "siang": ("pada siang hari", "sejak pagi sampai petang", "pada jam pulang sekolah"),
    "sore": ("menjelang magrib", "setiap sore", "selepas jam kerja", "pada Sabtu sore"),
    "belakangan": (
        "sejak beberapa minggu terakhir",
        "sebulan belakangan",
        "akhir-akhir ini",
        "sejak awal tahun",
    ),
    "musim": ("setiap hujan deras", "pada musim hujan", "kalau hujan semalaman"),
    "kemarau": ("pada musim kemarau", "selama kemarau panjang"),
    "panen": ("menjelang panen", "selama musim panen"),
    "tanam": ("menjelang musim tanam", "pada musim tanam ini"),
}
"""How a time is said, by the kind a matter names."""

PARTNERS = {
    "perhubungan": "Dinas Perhubungan Kabupaten {kabupaten}",
    "pekerjaan-umum": "Dinas Pekerjaan Umum Kabupaten {kabupaten}",
    "desa": "Pemerintah Desa {desa}",
    "satpol": "Satpol PP Kabupaten {kabupaten}",
    "puskesmas": "Puskesmas {kecamatan}",
    "bpbd": "BPBD Kabupaten {kabupaten}",
    "pertanahan": "Kantor Pertanahan Kabupaten {kabupaten}",
    "pertanian": "Dinas Pertanian Kabupaten {kabupaten}",
    "lingkungan": "Dinas Lingkungan Hidup Kabupaten {kabupaten}",
    "kominfo": "Dinas Komunikasi dan Informatika Kabupaten {kabupaten}",
}

THANKS_IN_PERSON = (
    "Warga berterima kasih karena polisi mau datang dan mendengarkan langsung.",
    "Warga senang pertemuan ini diadakan di desa dan berharap berlanjut.",
)
THANKS = (
    "Warga mengapresiasi petugas yang membantu mengatur jalan saat hajatan desa.",
    "Warga berterima kasih karena laporan yang lalu cepat ditanggapi.",
    "Ibu-ibu berterima kasih atas penjelasan tentang penipuan lewat telepon.",
    "Warga menghargai Bhabinkamtibmas yang rajin singgah di pos ronda.",
    "Karang taruna berterima kasih karena diajak ikut menjaga acara desa.",
    "Petani berterima kasih karena patroli sekarang sampai ke jalan kebun.",
)
OBJECTIONS = (
    "Warga menyampaikan bahwa {hal}, yang dulu disebut selesai, ternyata masih terjadi.",
    "Menurut warga keadaannya belum berubah. Soal {hal} masih sama seperti dulu.",
    "Warga membantah bahwa {hal} sudah beres. Seminggu terakhir malah terjadi lagi.",
)
TRIED = (
    "Sudah dibicarakan di rapat RT, tetapi belum ada jalan keluarnya.",
    "Pernah disampaikan kepada Bhabinkamtibmas, tetapi belum ada kabarnya.",
    "Sudah disampaikan ke kantor desa bulan lalu.",
)
SPEAKERS = (
    *("warga", "warga", "warga", "ketua RT", "ketua RW", "kepala dusun", "ibu rumah tangga"),
    *("tokoh masyarakat", "tokoh agama", "pemuda", "kader PKK", "perangkat desa"),
)
SPEAKERS_BY_WORD = {
    "Petani": "petani",
    "Pedagang": "pedagang",
    "Guru": "guru",
    "Karang taruna": "pemuda",
    "Ibu-ibu": "kader PKK",
    "Ketua lingkungan": "ketua RW",
}
"""Who spoke, where the words say so."""

ATTENDING = (
    *("warga", "perangkat desa", "tokoh agama", "tokoh masyarakat", "pemuda", "ketua RT"),
    *("kelompok tani", "kader PKK", "karang taruna", "pedagang"),
)

ANSWERS = {
    "imbauan": ("Warga diimbau tetap waspada dan menelepon 110 bila melihat kejadian.",),
    "rujukan": (
        "Urusan ini wewenang {mitra}. {pimpinan} akan meneruskannya dan menanyakan hasilnya.",
        "Petugas mencatatnya untuk disampaikan kepada {mitra}.",
    ),
    "di luar kewenangan": (
        "Ini bukan wewenang polisi, melainkan {mitra}. Keluhannya diteruskan ke sana.",
    ),
    "kendala": (
        "Anggota yang ada belum cukup, jadi {pimpinan} belum berani menjanjikan.",
        "{pimpinan} menyampaikan bahwa kendaraan patroli hanya satu dan sedang diperbaiki.",
    ),
    "dukungan bersyarat": (
        "Polsek mendukung bila warga dan pemerintah desa sepakat lewat musyawarah.",
    ),
    "jaminan": ("Keterangan ini disimpan dan hanya ditangani petugas khusus.",),
}
FURTHER_APPEAL = "Sambil menunggu, warga diimbau segera menelepon 110 bila terjadi lagi."

ACCOUNTS = {
    "dievaluasi": (
        "Soal {hal} dibaca lagi bersama laporan yang masuk tiga bulan terakhir.",
        "Petugas memeriksa catatan lama tentang {hal} sebelum menentukan langkah.",
    ),
    "dirapatkan": (
        "Soal {hal} dibahas dalam rapat mingguan, lalu dibagi siapa yang mengerjakan.",
        "Rapat mingguan membicarakan {hal} dan menyusun rencana.",
    ),
    "dikoordinasikan": (
        "{pimpinan} membicarakan {hal} dengan {mitra} dan menyusun rencana bersama.",
    ),
    "diteruskan": (
        "Keluhan tentang {hal} dikirim dengan surat kepada {mitra}.",
        "Surat tentang {hal} diserahkan langsung kepada {mitra}.",
    ),
    "diperpanjang": ("Soal {hal} belum rampung pada hari yang dijanjikan.",),
    "dibenarkan warga": (
        "Warga yang ditanya mengatakan soal {hal} memang sudah berubah.",
        "Warga yang ditemui membenarkan: soal {hal} sudah tidak jadi keluhan.",
    ),
    "dicabut": (
        "Yang menyampaikan memberi tahu Bhabinkamtibmas bahwa masalahnya sudah tidak ada.",
    ),
    "digabung": ("Masukan ini menyangkut hal yang sama dengan masukan lain, yaitu {hal}.",),
    "dibuka kembali": ("Soal {hal} dilaporkan lagi sehingga diurus kembali.",),
    "disanggah warga": (
        "Warga yang ditanya mengatakan soal {hal} belum berubah.",
        "Menurut warga yang ditemui, {hal} masih terjadi.",
    ),
    "disampaikan": ("Hasilnya disampaikan kepada warga yang dulu hadir.",),
}
DONE_BY_PARTNER = "{mitra} mengabarkan lewat surat bahwa soal {hal} sudah ditangani."
DISPUTED_REFUSAL = "Warga keberatan: menurut mereka soal {hal} tetap perlu ditangani."
COMPANY = (
    "Perangkat desa ikut mendampingi.",
    "Ketua RT dan beberapa warga ikut hadir.",
    "Hasilnya dicatat di buku kegiatan Bhabinkamtibmas.",
)
DELAYS = (
    "Anggota yang menangani sedang dikerahkan ke pengamanan lain.",
    "Jadwalnya berbenturan dengan kegiatan desa.",
    "Masih menunggu jawaban dari kantor kabupaten.",
)

SUMMARIES = (
    "Pertemuan berlangsung sekitar dua jam dan dibuka oleh perangkat desa.",
    "Warga menyampaikan masukan satu per satu, lalu petugas menjawab.",
    "Pertemuan diadakan sambil minum kopi. Yang hadir duduk melingkar.",
    "Hujan turun sejak sore, tetapi warga tetap datang.",
)
ON_AIR = "Siaran berlangsung satu jam. Warga bertanya lewat telepon dan pesan."
MESSAGES = (
    "Warga diajak menjaga kerukunan dan saling mengingatkan.",
    "Nomor 110 dapat dihubungi kapan saja tanpa pulsa.",
    "Orang tua diminta memperhatikan anaknya pada malam hari.",
    "Warga diminta tidak mudah percaya pada pesan yang meminta uang.",
)
COMMITMENTS = (
    ("nomor-pengaduan", "Nomor pengaduan akan dipasang di papan pengumuman desa."),
    ("papan-hasil", "Hasil pertemuan ini akan ditempel di papan pengumuman desa."),
    ("jam-layanan", "Jam layanan kantor polisi akan ditempel di kantor desa."),
)
MEDIATED = (
    "Beberapa perselisihan warga diselesaikan lewat musyawarah.",
    "Bhabinkamtibmas membantu warga menyelesaikan perselisihan lewat musyawarah.",
)
