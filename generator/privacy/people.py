"""What points to a child, a victim, a witness, a suspect or a party to a mediation.

The identity of a child in a case is secret (UU 11/2012 art. 19); so is what shows who a victim of
sexual violence is (UU 12/2022). A general sentence about such people may stand.
"""

import re
from collections.abc import Set

from generator.privacy.kinds import Kind
from generator.privacy.name_words import NO_NAME, PLACE_HEADS
from generator.privacy.passage import Hit, Hits, Passage, hits

_YOUNG = (
    r"(?:anak|bocah|remaja|pelajar|siswa|siswi|murid|santri|santriwati|balita|bayi|gadis|putri"
    r"|putra|putranya|putrinya|cucu|cucunya"
    r"|keponakan|keponakannya|adiknya|anaknya|pemuda|pemudi|perempuan|laki-laki|pelaku|korban|abg)"
)
_AGE = (
    r"(?:(?:ber)?(?:usia|umur)(?:nya)?\s+(?:baru\s+|masih\s+)?(\d{1,2})"
    r"|(\d{1,2})\s*(?:tahun|thn|th)\b|\(\s*(\d{1,2})\s*(?:tahun|thn|th)?\s*\))"
)
_AGED_CHILD = re.compile(
    rf"\b{_YOUNG}\b[^.\n;]{{0,40}}?(?<![\d-]){_AGE}(?!\s*(?:-|sampai|hingga|ke atas|ke bawah))"
)
_AGE_CHILD = re.compile(rf"(?<![\d-]){_AGE}\s+{_YOUNG}\b")
_AGE_APART = re.compile(rf"\b{_YOUNG}\b[^.\n;,]{{0,20}},\s*(\d{{1,2}})\s*,")
_GENERAL_AGE = re.compile(
    r"\b(?:di ?bawah|minimal|paling|maksimal|antara|sampai|hingga|selama|wajib|program|dalam"
    r"|sejak|setiap|tiap|sudah|hukuman|penjara|pidana|usia \d+ ?-)\W*(?:usia|umur)?\W*$"
)
_PUPIL = re.compile(
    r"\b(?:siswa|siswi|pelajar|murid|santri|anak|bocah|remaja|pelaku|korban|terduga|tersangka"
    r"|cucu|keponakan)\w*\b[^.\n;]{0,40}\b(?:kelas|kls)\s+(?:\d{1,2}|[ivx]{1,4})\b"
)
_SCHOOL = re.compile(
    r"\b(?:korban|pelaku|terduga|tersangka|saksi|bocah|anak (?:pak|bu|ibu|bapak|itu|tersebut)"
    r"|siswi|anaknya)\b[^.\n;]{0,50}"
    r"\b(?:sekolah di|bersekolah di|(?:masih|adalah|merupakan|seorang|yakni|yaitu)"
    r" (?:siswa|siswi|murid|pelajar)|sdn|smpn|sman|smkn|sd negeri|smp "
    r"negeri|sma negeri|mtsn)\b"
)
_PUPIL_CASE = re.compile(
    r"\b(?:siswa|siswi|pelajar|santri|santriwati|murid|mahasiswi)\b[^.\n;]{0,50}\b(?:hamil"
    r"|diperkosa|dicabuli|dilecehkan|melahirkan|mencuri|ditangkap|diamankan|dikeluarkan|korban)\b"
)
_CHILD_OF = re.compile(
    r"\banak (?:kandung |tiri |dari )?(?:korban|pelaku|tersangka|saksi|pelapor|terlapor)\b"
    r"|\b[Aa]nak(?:nya)? (?:pak|bu|bapak|ibu|pak haji) (?!ibu|bapak|rumah|dan\b"
    r"|sekalian)[a-z]{3,}\b"
)
_YOUNGEST = re.compile(
    r"\b(?:bayi|balita|bocah)\b[^.\n]{0,30}\b(?:korban|dibuang|dianiaya|diculik|dicabuli)\b"
)

_PARTY = {
    "korban": Kind.VICTIM,
    "penyintas": Kind.VICTIM,
    "tersangka": Kind.SUSPECT,
    "terduga": Kind.SUSPECT,
    "terlapor": Kind.SUSPECT,
    "pelaku": Kind.SUSPECT,
    "pelakunya": Kind.SUSPECT,
    "bandarnya": Kind.SUSPECT,
    "korbannya": Kind.VICTIM,
    "saksinya": Kind.WITNESS,
    "terdakwa": Kind.SUSPECT,
    "bandar": Kind.SUSPECT,
    "pengedar": Kind.SUSPECT,
    "buron": Kind.SUSPECT,
    "saksi": Kind.WITNESS,
    "pelapor": Kind.WITNESS,
    "pengadu": Kind.WITNESS,
}
_PARTIES = "|".join(_PARTY)
_NAMED_PARTY = re.compile(
    rf"\b((?i:{_PARTIES}))(?:nya)?(?:\s+(?:pelaku|mata|utama|kunci|pencurian|penipuan|narkoba"
    rf"|sabu|judi|itu|tersebut|yang|si|bernama|adalah|ialah|yakni|yaitu)){{0,2}}"
    r"[\s,:(]*(?:\s*(?:atas nama|bernama|inisial|berinisial|a\.n\.?)\s+[\"']?[A-Za-z]"
    r"|([A-Z][a-z]{2,})|\(\s*([A-Z]{1,3})\s*\)|\b([A-Z]{1,3})\b(?=\s*[,(.]|\s+(?:sudah|telah"
    r"|belum|masih|mengaku|ditahan|ditangkap|melihat)))"
)
_TRAITS = (
    r"(?:usia|umur|berusia|berumur|umurnya|usianya|janda|duda|beranak|pemilik (?:toko|warung|kios"
    r"|bengkel|lapak|rumah|konter)|bekerja (?:di|sebagai)"
    r"|tinggal (?:di|bersama)|rumahnya|sekolah di|bersekolah|tetangga|tukang [a-z]+|guru (?:tk|sd"
    r"|smp|sma|ngaji)|kelas \d|ciri-ciri|berambut|bertato"
    r"|\d{1,2} (?:tahun|th|thn)\b|menantu|mertua|istri dari|suami dari|anak dari|ketua rt|kakak"
    r"|adik|istri|suami|pegawai|karyawan|seorang (?:guru|bidan|janda|pegawai))"
)
_TRAITED = re.compile(rf"\b({_PARTIES})(?:nya)?\b[^.\n;]{{0,45}}?\b{_TRAITS}")
_CRIME = (
    r"(?:curanmor|curat|curas|begal|jambret|pencurian|penipuan|penggelapan|penganiayaan|pencabulan"
    r"|asusila|pembunuhan|narkoba|sabu|ganja|judi|korupsi|pungli|tawuran|penadahan|pemerasan)"
)
_FROM_PLACE = re.compile(
    rf"\b({_PARTIES})(?:nya)?(?:\s+(?:kasus|tindak|dugaan)?\s*{_CRIME})?,?\s+"
    r"(?:(?:adalah|merupakan|yakni|yaitu|seorang)\s+)?(?:warga|asal|penduduk)\s+"
    r"(?:dusun|desa|kampung|kelurahan|gang|rt|rw|blok|perumahan)\b"
)
_ADVICE = re.compile(
    r"\b(?:diminta|diancam|dipidana|dihukum|hukuman|penjara|dapat|bisa|harus|wajib|agar|segera"
    r"|dilindungi|jangan|pidana|denda|seumur|dalam \d)\b"
)
_KIN = re.compile(
    rf"\b(?:istri|isteri|suami|ibu|ayah|bapak|orang tua|cucu|kakak|adik|keponakan|tetangga|paman"
    rf"|bibi|mertua|menantu)(?:nya)? (?:si |dari |kandung )?({_PARTIES})\b"
    r"(?! (?:diminta|dapat|bisa|harus|wajib|dilindungi))"
)
_KIN_OF_OFFICE = re.compile(
    r"\b(?:istri|isteri|suami|anak|putra|putri|menantu|keponakan|adik|kakak)(?:nya)?\s+(?:dari\s+)?"
    r"(?:(?:pak|bu|bapak|ibu)\s+)?(?:lurah|camat|kades|kadus|kapolsek|ketua r[tw]|pak r[tw]"
    r"|bu r[tw]|kepala desa|kepala dusun)\b"
)
_DISPUTE = re.compile(
    r"\b(?:mediasi|memediasi|dimediasi|didamaikan|mendamaikan|berdamai|perselisihan|perdamaian"
    r"|cekcok|sengketa|konflik|keributan|problem solving|musyawarah)\b"
    r"[^.\n]{0,60}?\b(?:antara|dengan|milik|keluarga|oleh)\s+((?i:pak|bu|bapak|ibu|sdr"
    r"|sdri)\.?\s+\w+|[A-Z][a-z]+)"
)
_DISPUTE_KIN = re.compile(
    r"\b(?:mediasi|dimediasi|didamaikan|mendamaikan|berdamai|perselisihan|cekcok"
    r"|sengketa)\b[^.\n]{0,60}\b(?:menantu|mertua|istrinya|suaminya|mantan|kakak|adik|ipar"
    r"|keponakan|tetangganya|selingkuh)\w*"
)
_PARTY_OF = re.compile(
    r"\bpihak (?:pertama|kedua|i|ii|1|2)\b[\s,:(]*(?:yaitu|yakni|adalah|ialah"
    r"|bernama)?\s*(?:[\"']?[A-Z]|sdr|pak |bu )",
    re.IGNORECASE,
)

YOUNG = frozenset(
    "anak bocah remaja pelajar siswa siswi murid santri santriwati balita bayi gadis putri putra "
    "putranya"
    " putrinya cucu cucunya keponakan keponakannya adiknya anaknya pemuda pemudi perempuan laki "
    "pelaku"
    " korban abg mahasiswi terduga tersangka saksi".split()
)
KIN_WORDS = frozenset(
    f"{word}{end}"
    for word in "istri isteri suami anak putra putri menantu keponakan adik kakak".split()
    for end in ("", "nya")
)
AGES = frozenset(
    "tahun thn th usia umur berusia berumur usianya umurnya berusianya berumurnya".split()
)
# Each of these finders needs one word of every set it is given here.
_PARENTS = frozenset("pak bu bapak ibu".split())
_ACCUSED = frozenset("korban pelaku terduga tersangka saksi pelapor terlapor".split())
_CHILDREN: tuple[tuple[re.Pattern[str], tuple[Set[str], ...]], ...] = (
    (_PUPIL, (frozenset("kelas kls".split()),)),
    (
        _SCHOOL,
        (
            _ACCUSED | frozenset("bocah anak siswi anaknya".split()),
            frozenset(
                "sekolah bersekolah siswa siswi murid pelajar sdn smpn sman smkn negeri"
                " mtsn".split()
            ),
        ),
    ),
    (
        _PUPIL_CASE,
        (
            frozenset("siswa siswi pelajar santri santriwati murid mahasiswi".split()),
            frozenset(
                "hamil diperkosa dicabuli dilecehkan melahirkan mencuri ditangkap diamankan"
                " dikeluarkan korban".split()
            ),
        ),
    ),
    (_CHILD_OF, (frozenset("anak anaknya".split()), _ACCUSED | _PARENTS)),
    (
        _YOUNGEST,
        (
            frozenset("bayi balita bocah".split()),
            frozenset("korban dibuang dianiaya diculik dicabuli".split()),
        ),
    ),
)
_OFFICES = frozenset("lurah camat kades kadus kapolsek ketua pak bu kepala".split())
BETWEEN = frozenset("antara dengan milik keluarga oleh".split())
DISPUTES = frozenset(
    "mediasi memediasi dimediasi didamaikan mendamaikan berdamai perselisihan perdamaian cekcok "
    "sengketa"
    " konflik keributan solving musyawarah pihak".split()
)
PARTIES = frozenset(_PARTY)
TRIGGERS = (
    DISPUTES
    | PARTIES
    | (KIN_WORDS - {"anak", "putra", "putri"})
    | frozenset(
        "bocah balita bayi siswi mahasiswi santriwati kelas kls sekolah bersekolah sdn smpn sman"
        " smkn mtsn negeri hamil diperkosa dicabuli dilecehkan melahirkan mencuri ditangkap"
        " diamankan dikeluarkan dibuang diculik dianiaya".split()
    )
)
"""Words without which none of these finders finds anything."""

_OF_AGE = 18


def people(passage: Passage) -> Hits:
    """Find what points to somebody the law protects, or to somebody accused."""
    words = passage.words
    if not words.isdisjoint(YOUNG):
        yield from _children(passage)
    if not words.isdisjoint(_PARTY):
        yield from _parties(passage)
    if not (words.isdisjoint(KIN_WORDS) or words.isdisjoint(_OFFICES)):
        yield from hits(Kind.NAME, _KIN_OF_OFFICE, passage.lower)
    if not words.isdisjoint(DISPUTES):
        yield from _disputes(passage)


def _children(passage: Passage) -> Hits:
    if passage.has_digits:
        yield from _aged(passage)
    for pattern, needed in _CHILDREN:
        if not any(map(passage.words.isdisjoint, needed)):
            yield from hits(Kind.CHILD, pattern, passage.lower)


def _aged(passage: Passage) -> Hits:
    lower = passage.lower
    told = "(" in lower or not passage.words.isdisjoint(AGES)
    for pattern in (_AGED_CHILD, _AGE_CHILD) if told else ():
        for match in pattern.finditer(lower):
            place = next(number for number in (1, 2, 3) if match[number])
            before = passage.before(match.start(place), 30)
            if int(match[place]) < _OF_AGE and not _GENERAL_AGE.search(before):
                yield Hit(Kind.CHILD, *match.span())
    for match in _AGE_APART.finditer(lower) if lower.count(",") > 1 else ():
        if int(match[1]) < _OF_AGE:
            yield Hit(Kind.CHILD, *match.span())


def _parties(passage: Passage) -> Hits:
    for match in _NAMED_PARTY.finditer(passage.text):
        name = match[2]
        if name and (
            name.lower() in NO_NAME
            or name.lower() in PLACE_HEADS
            or name.lower() in passage.allowed.name_words
        ):
            continue
        yield Hit(_PARTY[match[1].lower()], *match.span())
    for match in _TRAITED.finditer(passage.lower):
        if not _ADVICE.search(match[0]):
            yield Hit(_PARTY[match[1]], *match.span())
    for pattern in (_KIN, _FROM_PLACE):
        for match in pattern.finditer(passage.lower):
            yield Hit(_PARTY[match[1]], *match.span())


def _disputes(passage: Passage) -> Hits:
    named = not passage.words.isdisjoint(BETWEEN)
    for match in _DISPUTE.finditer(passage.text) if named else ():
        small = match[1].lower()
        if small not in NO_NAME and small not in PLACE_HEADS:
            yield Hit(Kind.MEDIATION, *match.span())
    for pattern in (_DISPUTE_KIN, _PARTY_OF):
        yield from hits(Kind.MEDIATION, pattern, passage.lower)
