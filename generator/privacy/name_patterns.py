"""The forms in which a name stands in a text, and the words that stand before or after one."""

import re

from generator.privacy.name_words import HONORIFIC, NO_NAME

# A word with a capital. What may follow it is never a part of it, so it gives nothing back (`++`).
CAP = r"[A-Z][A-Za-z'-]++"
PAIR = re.compile(rf"{CAP}\s+[A-Z]")
TITLED = re.compile(
    rf"(?<![\w.-])({HONORIFIC})\b\.?\s+((?:(?:H|Hj|KH|Haji|Hajah|Drs|Dr)\b\.?\s+)?{CAP})"
)
# Organisations of officials' wives, said of their members: "Ibu Dharma Wanita". Alone their first
# words are names; and so is Dharma Pertiwi, but where a branch of it is named.
OF_WIVES = re.compile(
    r"(?:Dharma\s+Wanita|Ria\s+Pembangunan|Dharma\s+Pertiwi\s+(?:Daerah|Cabang|Ranting|Pusat)"
    r"|Adhyaksa\s+Dharma(?:\s+K|k)arini|Dharmayukti\s+Karini|P(?:IA|ia)\s+Ardhya\s+Garini"
    r"|Jalasenastri)\b"
)
PLACE_KEY = re.compile(
    r"\b(?:dusun|desa|mukim|kecamatan|kabupaten|provinsi|jalan):\s*[\"']?(?:[A-Z][a-z]+\s+)?$"
)
TITLED_SMALL = re.compile(
    r"(?<![\w-])(pak|bu|bpk|sdr|sdri|mbak|mbah|mbok|kang|cak|haji|hj|bapak|ibu|mas|om|tante"
    r"|bang)\.?\s+(?:haji\s+|hj\.?\s+)?([a-z]{3,})"
)
RANK = (
    r"(?:Bripda|Briptu|Brigpol|Brigadir|Bripka|Aipda|Aiptu|Ipda|Iptu|AKP|Akp|Kompol|AKBP|Akbp"
    r"|Kombes|Brigjen|Irjen"
    r"|Komjen|Jenderal|Bharada|Bharatu|Bharaka|Serda|Sertu|Serka|Serma|Pelda|Peltu|Letda|Lettu"
    r"|Kapten|Mayor|Letkol|Kolonel"
    r"|Kopda|Koptu|Kopka|Praka|Pratu|Prada|BRIPDA|BRIPTU|BRIPKA|AIPDA|AIPTU|IPDA|IPTU|KOMPOL"
    r"|KOMBES|BRIGADIR|SERDA|SERTU"
    r"|SERKA|SERMA|KAPTEN|Penata|Pembina)"
)
RANKED = re.compile(
    rf"\b{RANK}\b(?:\s+(?:Pol|POL|Inf|Arm|Purn|TNI|II|I)\b\.?|\s*\([A-Za-z]+\))?[\s,]+({CAP})"
)
SPEAKER = (
    r"(?:tokoh (?:masyarakat|agama|adat|pemuda|perempuan)|pedagang|petani|nelayan|guru|sopir"
    r"|tukang(?: [a-z]+)?|seorang warga"
    r"|salah satu warga|salah seorang warga|warga setempat|ibu rumah tangga|penjual|pemilik "
    r"(?:toko|warung|kios|lapak|rumah)"
    r"|pengusaha|mahasiswa|pemuda|peternak|pekebun|jemaat|jamaah|ustaz|pendeta|kepala sekolah"
    r"|kepala dusun|kadus)"
)
SPOKEN = re.compile(rf"\b(?i:{SPEAKER})\b,?\s+({CAP}\s+{CAP})")
ROLE = (
    r"(?:ketua|wakil ketua|sekretaris|bendahara|kepala|kades|lurah|camat|warga|bupati|wali ?kota"
    r"|kadus|dukuh|imam|pelapor"
    r"|guru|pemuda|anggota|perwakilan|tokoh|pemilik|penjaga|sopir|petani|nelayan|pedagang"
    r"|bhabinkamtibmas|babinsa|kapolsek"
    r"|kapolres|kanit|kasat|danramil|petugas|kapten|keuchik|reje)"
)
ROLE_NAME = re.compile(
    rf"\b(?i:{ROLE})\b((?:\s+[a-z]+|\s+(?:RT|RW|SD|SMP|SMA|TK|PKK|BPD|LPM|Desa|Dusun|Reskrim"
    rf"|Binmas|Lantas|Intel|Samapta)\b|\s+\d+)"
    rf"{{0,3}}),?\s+({CAP}(?:\s+{CAP})?)"
)
VERB = (
    r"(?:mengeluh|mengeluhkan|minta|meminta|menyampaikan|bertanya|menanyakan|mengusulkan"
    r"|keberatan|mengaku|mengatakan|berharap"
    r"|menuturkan|mengungkapkan|menambahkan|menyebut|bercerita|menceritakan|melapor|melaporkan"
    r"|menyarankan|menyoroti|mengharapkan"
    r"|mengapresiasi|mengucapkan|memberi saran|selaku|kehilangan|menjadi korban|menyatakan|curhat"
    r"|memohon|memprotes)"
)
DOES = (
    rf",?(?:\s+{VERB}\b|,?\s+(?:seorang|salah satu|warga|ketua|tokoh|pedagang|petani|nelayan"
    r"|pemilik|guru|ibu rumah tangga|wisatawan|sopir|pemuda)\b)"
)
SUBJECT = re.compile(rf"({CAP}(?:\s+(?:{CAP}|[A-Z]\.?))?\s+{CAP}){DOES}")
SUBJECT_AT_START = re.compile(rf"[\s-]*({CAP}){DOES}")
ACCORDING = re.compile(rf"\b[Mm]enurut\s+({CAP}),")
OF_BODY = re.compile(
    rf"\b[Kk]etua\s+(?:RT|RW|BPD|PKK|LPM|LMK|FKDM|MUI|FKUB|RK|DKM|Karang Taruna|Gapoktan"
    rf"|BUMDes)\b(?:\s*\d+(?:\s*/?\s*RW\s*\d+)?)?,?\s+({CAP}\s+{CAP})"
    rf"|\btokoh\s+[a-z]+,?\s+({CAP}\s+{CAP})"
    rf"|\b[Kk]etua\s+(?:RT|RW)\s*\d+(?:\s*/?\s*(?:RW\s*)?\d+)?,?\s+([A-Z][A-Za-z'-]+)(?!\s+[A-Z])"
)
APART = re.compile(rf"[A-Za-z0-9],\s+({CAP}(?:\s+{CAP})?),\s+(?:{VERB}|yang)\b")
TITLED_ROLE = re.compile(
    r"\b(?:[Bb]apak|[Ii]bu|[Pp]ak|[Bb]u)\s+(?:RT|RW|Bidan|Guru|Dukuh|Haji|Hj|Kadus)\b\.?\s+"
    rf"(?:\d+\s+)?({CAP})"
)
TITLED_INITIALS = re.compile(
    r"\b(?:Tn|Ny|Nn|Sdr|Sdri|An)\b\.?\s+[A-Z]{1,3}\b"
    r"|\b(?:Pak|Bu|Bapak|Ibu|pak|bu|bapak|ibu)\s+[A-Z]\b(?!\.?\s?[A-Z])"
)
INITIAL = re.compile(rf"(?<![\w.+])(?:[A-Z]\.\s?){{1,2}}({CAP})")
NICKNAME = re.compile(r"\b[Ss]i\s+([A-Z][a-z]{2,})")
KIN = re.compile(
    rf"\b(?:suami|istri|isteri|anak|ibu|ayah|bapak|kakak|adik|menantu|mertua|paman|bibi|keponakan"
    rf"|cucu|tetangga)(?:nya)?,\s+({CAP})(?=[,\s])"
)
SAYS = re.compile(
    r"\b(?:kata|ujar|ungkap|tutur|ucap|imbuh|tukas|pungkas|bernama|dipanggil|atas nama|a\.n\.?"
    r"|panggilan|nama lengkap|sebut saja|panggil saja|nama|Namanya)"
    rf"(?:nya)?\s+(?!nama)[\"']?(?:[A-Z]\.?\s+)?({CAP})"
)
BY = re.compile(
    rf"\b(?:menurut|oleh|dari|kepada|bersama|dengan|milik|antara|saudara|disampaikan|didampingi"
    rf"|diwakili)\s+({CAP}\s+{CAP})"
)
AGED = re.compile(
    rf"({CAP}(?:\s+{CAP}){{0,3}}|\b[A-Z]{{1,3}}\b)\s*(?:\(\s*(\d{{1,2}})\s*(?:th|thn"
    rf"|tahun)?\s*\)|[,(]\s*\(?(\d{{1,2}})\s*(?:th|thn|tahun)\b)"
)
INITIALS = re.compile(
    r"\b[Bb]er[- ]?inisial\b|\bdengan inisial\b|\b[A-Z]{1,4}\s*\(inisial\b"
    r"|\b[Ii]nisial(?:nya)?\b\W{0,3}(?:adalah\W{1,3})?(?:[A-Z]{1,4}|[a-z])\b"
)
ALIAS = re.compile(rf"{CAP}\s+(?:alias|als|a\.k\.a)\.?\s+[\"']?{CAP}")
CHILD_OF = re.compile(rf"{CAP}\s+(?:bin|binti|Bin|Binti|BIN|BINTI)\s+{CAP}")
CALLED = re.compile(
    r"\b(?:bernama|dipanggil|nama panggilan|atas nama)\s+(?!yang\b|adalah\b|tidak\b"
    r"|desa\b|jabatan|negara\b|undang|hukum\b)[\"']?([a-z]{3,}|[A-Z][a-z]+)"
)
DEGREE = re.compile(
    rf"({CAP}),?\s+(?:S\.\s?(?:H|E|Pd|Sos|IP|Ag|Kom|T|Hut|Ked|Psi|IK|I\.K|Si|Kep|KM|Pt|P)"
    rf"|M\.\s?(?:Pd|Si|H|M|Kom|T|Ag|Sc|AP|A)|A\.Md|Amd|S\.Pd\.I)\b"
)
PRIVATE = re.compile(
    r"\b(?:rumah|warung|kos|kost|kontrakan|kediaman|toko|kios|bengkel|lapak|kandang|gubuk|sawah"
    r"|kebun|kamar"
    r"|pekarangan|halaman|teras)(?:nya)?\s+(?:milik\s+|kediaman\s+|almarhum\s+|alm\.?\s+)?$"
)
NUMBERED_HEADS = frozenset({"rt", "rw"})
NAMED_AFTER_PEOPLE = frozenset(
    "jalan jl jln gang gg lapangan masjid stadion gor taman gedung aula bandara rs rsud kri "
    "monumen tugu"
    " makam smp sma smk sd universitas yayasan".split()
)
CAPITAL_NEXT = re.compile(r"[,:]?\s+[A-Z]")
PARTS_OF_PLACES = frozenset(
    "tengah utara selatan barat timur hilir hulu raya besar baru lama kulon wetan lor kidul jaya "
    "indah makmur"
    " tenggara laut daya tuo tua atas bawah dalam luar kecil kota seberang".split()
)
CAPITALS = re.compile(r"[A-Z][A-Za-z'-]*")
TOKEN = re.compile(r"[A-Za-z][A-Za-z'-]*")
WORDS_BEFORE = 5

VERB_WORDS = frozenset(re.findall("[a-z]+", VERB)) | frozenset(
    "seorang salah warga ketua tokoh pedagang petani nelayan pemilik guru ibu "
    "wisatawan sopir pemuda".split()
)
KIN_WORDS = frozenset(
    f"{word}{end}"
    for word in "suami istri isteri anak ibu ayah bapak kakak adik menantu mertua paman bibi "
    "keponakan cucu".split()
    for end in ("", "nya")
) | {"tetangga", "tetangganya"}
# What takes the name of a place after it as well as that of a person.
TAKES_PLACE = frozenset(
    "warga masyarakat penduduk pemuda di ke dari camat lurah kades kapolsek "
    "kapolres bupati wali kota".split()
    + "petani nelayan pedagang jemaat perangkat pemerintah kepala orang remaja "
    "pengurus anggota".split()
)
TITLE_WORDS = frozenset(
    """
    bapak ibu pak bu bpk sdr sdri saudara saudari tuan nyonya ny tn nn nona mbah mas mbak mba
    kang bang kak om
    kakek nenek paman bibi mr mrs ms miss nek kek ompu lalu baiq gusti desak ida la wa
    inaq amaq papuq tante cak neng teh uda abah abang bung haji hajah hj h kh k ust ustaz ustadz
    ustad ustazah
    ustadzah pdt
    pendeta pastor romo drs dra ir dr drg prof tgk teungku gus kyai kiai habib buya daeng tuanku
    raden
    nyai eyang opung mama inang andi i ni r mbok cik encik koh
    """.split()
)
RANK_WORDS = frozenset(word.lower() for word in re.findall(r"[A-Za-z]{3,}", RANK))
SPEECH = frozenset(
    "kata ujar ungkap tutur ucap imbuh tukas pungkas katanya ujarnya ungkapnya bernama dipanggil "
    "namanya sebut panggil menurut "
    "nama a"
    " panggilan".split()
)
SPEAKERS = frozenset(
    "ketua tokoh pedagang petani nelayan guru sopir tukang seorang salah setempat ibu penjual "
    "pemilik pengusaha"
    " mahasiswa pemuda peternak pekebun jemaat jamaah ustaz pendeta kepala kadus".split()
)
"""Words of the roles after which two words with capitals are a name, not a place."""

# Common after "pak" and "bu" in small letters, and no name.
SMALL_WORDS = NO_NAME | frozenset(
    "yang dan ini itu kami saya juga tolong mohon minta kapan kenapa apakah sering selalu ada "
    "banyak jalan"
    " lampu rumah sekolah tangga hamil kota kos kandung tiri angkat mertua muda tua negara bapak "
    "jari kantin"
    "  polisinya pengajian majelis dharma wanita bhayangkari kartini kawin bro bos "
    "ojek becak satpam".split()
)
HAS_SMALL_TITLE = frozenset(
    "pak bu bpk sdr sdri mbak mbah mbok kang cak haji hj bapak ibu mas om tante bang".split()
)
STRICT_TITLE = frozenset("pak bu bpk sdr sdri bang kang cak mbah".split())


TRIGGERS = (
    (
        TITLE_WORDS
        - {"a", "i", "r", "h", "k", "andi", "mama", "ibu", "bapak", "dr", "lalu", "la", "wa", "ida"}
    )
    | RANK_WORDS - {"ii", "pol"}
    | (SPEECH - {"a", "nama"})
)
"""Words before which, or after which, a name may stand in a line without any other sign of it."""
