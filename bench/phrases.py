"""The sentences the generated records are put together from: invented, about nobody."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Topic:
    """What a concern can be about; `form` is the form the police action takes."""

    name: str
    synonyms: str
    problems: tuple[str, ...]
    wishes: tuple[str, ...]
    actions: tuple[str, ...]
    form: str


TOPICS = {
    "patroli": Topic(
        "Patroli",
        "patroli malam, polisi keliling",
        (
            "Warga merasa polisi jarang terlihat {place} {time}.",
            "Beberapa warga takut pulang kerja sendirian karena keadaan {place} sepi {time}.",
            "Orang asing beberapa kali terlihat mondar-mandir {place} {time}.",
        ),
        ("Warga berharap patroli lebih sering lewat.", "Warga minta polisi berhenti dan menyapa."),
        ("Petugas berpatroli dan singgah di pos ronda.", "Jalur patroli ditambah satu putaran."),
        "patroli",
    ),
    "siskamling": Topic(
        "Ronda dan pos kamling",
        "ronda malam, pos ronda",
        (
            "Pos ronda {place} sudah lama tidak dipakai, terutama {time}.",
            "Peserta ronda makin sedikit sehingga lingkungan tidak terjaga {time}.",
            "Kentongan dan lampu di pos ronda {place} rusak.",
        ),
        ("Warga minta ronda dihidupkan lagi.", "Warga berharap polisi ikut menemani ronda."),
        ("Jadwal ronda disusun bersama para ketua RT.", "Petugas ikut ronda bersama warga."),
        "siskamling",
    ),
    "knalpot-brong": Topic(
        "Knalpot brong",
        "knalpot bising, motor berisik",
        (
            "Suara motor berknalpot bising mengganggu warga {place} {time}.",
            "Orang tua dan anak kecil sulit tidur karena knalpot bising {time}.",
            "Rombongan motor berknalpot bising berputar-putar {place} {time}.",
        ),
        ("Warga minta motor seperti itu ditertibkan.", "Warga berharap ada razia."),
        ("Razia diadakan dan knalpot bising diganti.", "Bengkel diminta tidak memasangnya lagi."),
        "razia",
    ),
    "balap-liar": Topic(
        "Balap liar",
        "balapan liar, kebut-kebutan",
        (
            "Anak muda menggelar balapan {place} {time}.",
            "Warga tidak berani melintas {place} {time} karena ada balapan.",
            "Penonton balapan menutup jalan {place} {time}.",
        ),
        ("Warga minta balapan dibubarkan.", "Warga berharap jalan itu dijaga."),
        ("Petugas berjaga di lokasi dan balapan bubar.", "Orang tua para remaja diajak bicara."),
        "patroli",
    ),
    "lalu-lintas": Topic(
        "Lalu lintas",
        "macet, parkir liar",
        (
            "Kendaraan parkir di dua sisi jalan {place} dan membuat macet {time}.",
            "Anak sekolah sulit menyeberang {place} {time}.",
            "Truk besar lewat jalan desa {time} dan membahayakan pejalan kaki.",
        ),
        ("Warga minta petugas mengatur jalan.", "Warga berharap ada rambu yang jelas."),
        ("Petugas mengatur lalu lintas setiap pagi.", "Garis dan rambu sementara dipasang."),
        "pengaturan lalu lintas",
    ),
    "jalan-dan-lampu": Topic(
        "Jalan rusak dan lampu jalan",
        "jalan berlubang, jalan gelap",
        (
            "Lampu jalan {place} mati sehingga gelap {time}.",
            "Jalan {place} berlubang dan sudah beberapa kali membuat orang jatuh.",
            "Tikungan {place} tidak terlihat {time} karena rimbun.",
        ),
        ("Warga minta disampaikan ke dinas yang mengurus.", "Warga berharap segera diperbaiki."),
        ("Keadaan jalan difoto dan dilaporkan ke dinas.", "Tanda hati-hati dipasang sementara."),
        "koordinasi",
    ),
    "pencurian": Topic(
        "Pencurian",
        "maling, curi ternak",
        (
            "Ternak dan hasil kebun beberapa kali hilang {place} {time}.",
            "Warung {place} dibobol {time}.",
            "Tabung gas dan pompa air warga hilang {time}.",
        ),
        ("Warga minta pelakunya dicari.", "Warga berharap wilayahnya lebih dijaga."),
        ("Tempat kejadian diperiksa dan saksi didengar.", "Pengawasan di jalan keluar ditambah."),
        "penyelidikan",
    ),
    "miras": Topic(
        "Minuman keras",
        "miras, mabuk-mabukan",
        (
            "Sekelompok orang minum minuman keras {place} {time}.",
            "Warung {place} diduga menjual minuman keras {time}.",
            "Warga resah karena sering ada keributan orang mabuk {time}.",
        ),
        ("Warga minta penjualannya ditertibkan.", "Warga berharap tempat itu sering dilewati."),
        ("Beberapa warung diperiksa dan diberi peringatan.", "Minuman tanpa izin disita."),
        "razia",
    ),
    "judi": Topic(
        "Judi",
        "judi online, sabung ayam",
        (
            "Sabung ayam sering diadakan {place} {time}.",
            "Permainan kartu dengan taruhan terlihat {place} {time}.",
            "Makin banyak anak muda bermain judi lewat telepon genggam {time}.",
        ),
        ("Warga minta ditindak.", "Warga berharap ada penyuluhan tentang akibatnya."),
        ("Tempat itu didatangi dan dibubarkan.", "Penyuluhan diadakan bersama perangkat desa."),
        "razia",
    ),
    "penipuan": Topic(
        "Penipuan dan pinjaman online",
        "pinjol, undangan palsu",
        (
            "Beberapa warga menerima pesan berisi undangan palsu {time}.",
            "Penawaran pinjaman lewat telepon makin sering diterima warga {time}.",
            "Pedagang {place} menerima bukti transfer palsu {time}.",
        ),
        ("Warga minta dijelaskan ciri-cirinya.", "Warga berharap tahu ke mana melapor."),
        ("Ciri-ciri penipuan dijelaskan di balai desa.", "Selebaran ditempel di warung dan pasar."),
        "sosialisasi",
    ),
    "hoaks": Topic(
        "Kabar bohong",
        "hoaks, adu domba",
        (
            "Kabar bohong tentang penculikan beredar di grup pesan warga {time}.",
            "Warga bingung membedakan pengumuman resmi dan yang palsu {time}.",
            "Gambar lama disebarkan seakan-akan baru terjadi {place}.",
        ),
        ("Warga minta penjelasan yang resmi.", "Warga berharap polisi cepat meluruskan kabar."),
        ("Penjelasan resmi disebarkan lewat kantor desa.", "Warga dijelaskan cara memeriksa."),
        "sosialisasi",
    ),
    "kenakalan-remaja": Topic(
        "Kenakalan remaja",
        "nongkrong malam, bolos",
        (
            "Remaja berkumpul {place} {time} dan membuat bising.",
            "Pelajar terlihat {place} pada jam sekolah.",
            "Petasan dinyalakan {place} {time}.",
        ),
        ("Warga minta mereka dibina.", "Warga berharap orang tua ikut diajak bicara."),
        ("Para remaja diajak bicara dan diantar pulang.", "Penyuluhan diadakan di sekolah."),
        "pembinaan",
    ),
    "keramaian": Topic(
        "Keramaian dan kebisingan",
        "orgen tunggal, suara keras",
        (
            "Pesta dengan pengeras suara berlangsung {place} {time}.",
            "Tempat hiburan {place} menyetel musik keras {time}.",
            "Izin keramaian sering tidak jelas sehingga acara berlanjut {time}.",
        ),
        ("Warga minta jamnya dibatasi.", "Warga berharap izinnya diperiksa."),
        ("Pengelola dipanggil dan jam tutup disepakati.", "Aturan izin keramaian dijelaskan."),
        "pembinaan",
    ),
    "bencana": Topic(
        "Banjir dan bencana",
        "banjir, pohon tumbang",
        (
            "Air sungai {place} naik setiap hujan deras {time}.",
            "Pohon tua {place} miring dan dikhawatirkan tumbang.",
            "Tebing {place} longsor sedikit demi sedikit setiap musim hujan.",
        ),
        ("Warga minta jalur mengungsi disiapkan.", "Warga berharap petugas siaga."),
        ("Petugas memeriksa tempat itu bersama warga.", "Jalur dan titik kumpul ditandai."),
        "bantuan",
    ),
    "pelayanan-polisi": Topic(
        "Pelayanan polisi",
        "laporan, surat keterangan",
        (
            "Warga menunggu lama saat mengurus surat kehilangan {time}.",
            "Laporan warga belum dibalas sejak disampaikan {time}.",
            "Warga {place} harus pergi jauh untuk mengurus surat keterangan.",
        ),
        ("Warga minta pelayanan dipercepat.", "Warga berharap ada petugas yang datang ke desa."),
        ("Satu loket tambahan dibuka pada jam ramai.", "Petugas melayani di kantor desa."),
        "perbaikan layanan",
    ),
    "pertanian": Topic(
        "Pertanian, pupuk, dan ternak",
        "pupuk, ternak lepas",
        (
            "Ternak dilepas {place} dan merusak kebun {time}.",
            "Petani menduga pupuk dijual di luar ketentuan {time}.",
            "Pembagian air irigasi {place} menimbulkan perselisihan {time}.",
        ),
        ("Warga minta ada kesepakatan bersama.", "Warga berharap polisi ikut menengahi."),
        ("Pemilik ternak diundang dan aturan disepakati.", "Penyaluran diperiksa bersama dinas."),
        "koordinasi",
    ),
}

SENSITIVE = "kdrt"

PLACES = (
    "di dekat pasar",
    "di jalan utama desa",
    "di sekitar lapangan",
    "di dusun sebelah timur",
    "di belakang sekolah",
    "di jalan menuju sawah",
    "di sekitar jembatan",
    "di pinggir sungai",
    "di simpang empat",
    "di sekitar terminal",
)
TIMES = (
    "pada malam Minggu",
    "hampir setiap malam",
    "sejak beberapa minggu terakhir",
    "menjelang subuh",
    "pada jam berangkat sekolah",
    "selama musim panen",
    "setiap ada hari libur",
    "sejak bulan lalu",
)
EFFECTS = (
    "Keadaan ini membuat keluarga di sekitarnya tidak tenang.",
    "Hal ini sudah dibicarakan di rapat RT, tetapi belum ada jalan keluarnya.",
    "Akibatnya warga memilih lewat jalan lain yang lebih jauh.",
    "Menurut warga, keadaannya lebih sering terjadi daripada tahun lalu.",
    "Warga sudah saling mengingatkan, tetapi belum cukup.",
    "Beberapa pedagang terpaksa menutup warungnya lebih awal.",
)
QUESTIONS = (
    "Warga bertanya apa yang sebaiknya dilakukan dan kepada siapa melapor.",
    "Warga bertanya apakah ada aturannya dan siapa yang berwenang.",
    "Warga bertanya kapan hal ini bisa ditangani.",
)
THANKS = (
    "Warga berterima kasih karena polisi datang dan mendengarkan langsung.",
    "Warga senang kegiatan ini diadakan di desa dan berharap berlanjut.",
    "Perangkat desa menghargai kehadiran polisi dalam kegiatan warga.",
)
OBJECTIONS = (
    "Warga menyampaikan bahwa hal yang dulu disebut selesai ternyata masih terjadi.",
    "Menurut warga, keadaan sebenarnya belum berubah seperti yang diberitakan.",
)
SPEAKERS = ("warga", "ketua RT", "ketua RW", "pedagang", "petani", "guru", "tokoh masyarakat")
ATTENDING = ("warga", "perangkat desa", "tokoh agama", "tokoh masyarakat", "pemuda", "ketua RT")
PARTNERS = (
    "Dinas Perhubungan Contoh",
    "Dinas Pekerjaan Umum Contoh",
    "Pemerintah Desa Rekaan",
    "Satpol PP Contoh",
    "Puskesmas Rekaan",
)

ANSWERS = {
    "komitmen": (
        "Kapolsek menyatakan hal ini akan ditindaklanjuti oleh anggota di lapangan.",
        "Polisi akan mendatangi tempat itu dan mengabarkan hasilnya kepada warga.",
        "Anggota akan ditugaskan pada jam yang disebut warga.",
    ),
    "imbauan": (
        "Warga diimbau tetap waspada dan segera melapor ke 110 bila melihat kejadian.",
        "Warga diminta ikut menjaga lingkungan dan tidak main hakim sendiri.",
    ),
    "penjelasan": (
        "Petugas menjelaskan langkah melapor, syaratnya, dan berapa lama prosesnya.",
        "Petugas menjelaskan aturan yang berlaku serta siapa yang berwenang.",
        "Petugas menjelaskan bahwa laporan dapat dibuat di kantor polisi mana pun.",
    ),
    "tindakan seketika": (
        "Petugas langsung mendatangi tempat itu seusai pertemuan.",
        "Saat itu juga petugas menghubungi regu patroli untuk melintas.",
    ),
    "rujukan": (
        "Urusan ini diteruskan kepada kantor yang berwenang.",
        "Petugas mencatatnya untuk disampaikan kepada dinas yang mengurus.",
    ),
    "jaminan": ("Petugas menjamin keterangan ini disimpan dan ditangani petugas khusus.",),
}

ACCOUNTS = {
    "dievaluasi": "Masukan ini dibaca kembali bersama catatan kejadian tiga bulan terakhir.",
    "dirapatkan": "Masukan ini dibahas dalam rapat mingguan dan dibagi tugasnya.",
    "dikoordinasikan": "Petugas membicarakannya dengan mitra dan menyusun rencana bersama.",
    "dikerjakan": "Warga di sekitar tempat itu ikut hadir saat petugas bekerja.",
    "bukti berkala": "Kegiatan ini dijalankan sesuai janji sejak kabar yang terakhir.",
    "diteruskan": "Masukan ini dikirim dengan surat kepada lembaga yang berwenang.",
    "diperpanjang": "Pekerjaan belum rampung pada hari yang dijanjikan.",
    "sebagian": "Sebagian pekerjaan sudah dilakukan, sisanya menyusul.",
    "dijawab": "Pertanyaan warga dijawab secara tertulis dan dibacakan di kantor desa.",
    "selesai": "Sejak itu tidak ada lagi kejadian yang dilaporkan kepada petugas.",
    "dibenarkan warga": "Warga yang ditanya mengatakan keadaannya memang sudah berubah.",
    "dicabut": "Yang menyampaikan mengatakan masalahnya sudah tidak ada.",
    "digabung": "Masukan ini menyangkut hal yang sama dengan masukan lain di sesi itu.",
    "tidak dipenuhi": "Sesudah diperiksa, permintaan ini tidak dapat dipenuhi.",
    "dibuka kembali": "Kejadian serupa dilaporkan lagi sehingga masukan ini dibuka kembali.",
    "disanggah warga": "Warga yang ditanya mengatakan keadaannya belum berubah.",
    "disampaikan": "Hasilnya disampaikan kepada warga yang hadir.",
}

SUMMARIES = (
    "Pertemuan berlangsung sekitar dua jam dan dibuka oleh perangkat desa.",
    "Warga menyampaikan masukan satu per satu, lalu petugas menjawab.",
    "Kegiatan diadakan sambil minum kopi bersama warga.",
)
MESSAGES = (
    "Warga diajak menjaga kerukunan dan saling mengingatkan.",
    "Nomor 110 dapat dihubungi kapan saja tanpa pulsa.",
    "Orang tua diminta memperhatikan anaknya pada malam hari.",
)

PROGRAMMES = {
    "jumat-curhat": ("Jumat Curhat", "tatap muka"),
    "curhat-kamtibmas": ("Curhat Kamtibmas", "tatap muka"),
    "ngopi-kamtibmas": ("Ngopi Kamtibmas", "tatap muka"),
    "patroli-dialogis": ("Patroli Dialogis", "keliling"),
    "halo-polisi": ("Halo Polisi", "siaran radio"),
    "problem-solving": ("Problem Solving", "tatap muka"),
    "lainnya": ("Program lainnya", "hibrida"),
}

REASONS = {
    "bukan-kewenangan": (
        "Bukan kewenangan polisi",
        "Urusan ini diatur kantor lain, jadi polisi tidak bisa memutuskannya.",
    ),
    "petugas-kurang": ("Petugas kurang", "Petugas belum cukup untuk memenuhi permintaan ini."),
    "belum-ada-anggaran": ("Belum ada anggaran", "Uang untuk mengerjakan ini belum tersedia."),
    "tidak-terbukti": ("Tidak ditemukan", "Sesudah diperiksa, hal itu tidak ditemukan."),
    "melindungi-korban": ("Melindungi korban", "Isinya disimpan supaya korban tetap terlindungi."),
    "salah-catat": ("Salah catat", "Catatan ini ditarik karena isinya keliru."),
}
