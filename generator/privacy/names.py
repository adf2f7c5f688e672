"""Names of people: by what stands before them, by their form, and by the names that are common.

Officers in function are named under `petugas` only; those names may stand in the same record.
"""

import re
from functools import lru_cache

from generator.privacy.kinds import Kind
from generator.privacy.name_words import (
    FIRST,
    HONORIFIC,
    NO_NAME,
    NOT_AFTER_FIRST,
    PLACE_HEADS,
    WEAK,
    has_name_shape,
)
from generator.privacy.passage import Hit, Hits, Passage, hits

_CAP = r"[A-Z][A-Za-z'-]+"
_TITLED = re.compile(
    rf"(?<![\w.-])({HONORIFIC})\b\.?\s+((?:(?:H|Hj|KH|Haji|Hajah|Drs|Dr)\b\.?\s+)?{_CAP})"
)
_PLACE_KEY = re.compile(
    r"\b(?:dusun|desa|mukim|kecamatan|kabupaten|provinsi|jalan):\s*[\"']?(?:[A-Z][a-z]+\s+)?$"
)
_TITLED_SMALL = re.compile(
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
_RANKED = re.compile(
    rf"\b{RANK}\b(?:\s+(?:Pol|POL|Inf|Arm|Purn|TNI|II|I)\b\.?|\s*\([A-Za-z]+\))?[\s,]+({_CAP})"
)
_SPEAKER = (
    r"(?:tokoh (?:masyarakat|agama|adat|pemuda|perempuan)|pedagang|petani|nelayan|guru|sopir"
    r"|tukang(?: [a-z]+)?|seorang warga"
    r"|salah satu warga|salah seorang warga|warga setempat|ibu rumah tangga|penjual|pemilik "
    r"(?:toko|warung|kios|lapak|rumah)"
    r"|pengusaha|mahasiswa|pemuda|peternak|pekebun|jemaat|jamaah|ustaz|pendeta|kepala sekolah"
    r"|kepala dusun|kadus)"
)
_SPOKEN = re.compile(rf"\b(?i:{_SPEAKER})\b,?\s+({_CAP}\s+{_CAP})")
_ROLE = (
    r"(?:ketua|wakil ketua|sekretaris|bendahara|kepala|kades|lurah|camat|warga|bupati|wali ?kota"
    r"|kadus|dukuh|imam|pelapor"
    r"|guru|pemuda|anggota|perwakilan|tokoh|pemilik|penjaga|sopir|petani|nelayan|pedagang"
    r"|bhabinkamtibmas|babinsa|kapolsek"
    r"|kapolres|kanit|kasat|danramil|petugas|kapten|keuchik|reje)"
)
_ROLE_NAME = re.compile(
    rf"\b(?i:{_ROLE})\b((?:\s+[a-z]+|\s+(?:RT|RW|SD|SMP|SMA|TK|PKK|BPD|LPM|Desa|Dusun|Reskrim"
    rf"|Binmas|Lantas|Intel|Samapta)\b|\s+\d+)"
    rf"{{0,3}}),?\s+({_CAP}(?:\s+{_CAP})?)"
)
_VERB = (
    r"(?:mengeluh|mengeluhkan|minta|meminta|menyampaikan|bertanya|menanyakan|mengusulkan"
    r"|keberatan|mengaku|mengatakan|berharap"
    r"|menuturkan|mengungkapkan|menambahkan|menyebut|bercerita|menceritakan|melapor|melaporkan"
    r"|menyarankan|menyoroti|mengharapkan"
    r"|mengapresiasi|mengucapkan|memberi saran|selaku|kehilangan|menjadi korban|menyatakan|curhat"
    r"|memohon|memprotes)"
)
_SUBJECT = re.compile(
    rf"({_CAP}(?:\s+(?:{_CAP}|[A-Z]\.?))?\s+{_CAP}),?(?:\s+{_VERB}\b|,?\s+(?:seorang|salah satu"
    rf"|warga|ketua|tokoh|pedagang|petani"
    r"|nelayan|pemilik|guru|ibu rumah tangga|wisatawan|sopir|pemuda)\b)"
)
_ACCORDING = re.compile(rf"\b[Mm]enurut\s+({_CAP}),")
_OF_BODY = re.compile(
    rf"\b[Kk]etua\s+(?:RT|RW|BPD|PKK|LPM|LMK|FKDM|MUI|FKUB|RK|DKM|Karang Taruna|Gapoktan"
    rf"|BUMDes)\b(?:\s*\d+(?:\s*/?\s*RW\s*\d+)?)?,?\s+({_CAP}\s+{_CAP})"
    rf"|\btokoh\s+[a-z]+,?\s+({_CAP}\s+{_CAP})"
    rf"|\b[Kk]etua\s+(?:RT|RW)\s*\d+(?:\s*/?\s*(?:RW\s*)?\d+)?,?\s+({_CAP})(?!\s+[A-Z])"
)
_APART = re.compile(rf"[A-Za-z0-9],\s+({_CAP}(?:\s+{_CAP})?),\s+(?:{_VERB}|yang)\b")
_TITLED_ROLE = re.compile(
    r"\b(?:[Bb]apak|[Ii]bu|[Pp]ak|[Bb]u)\s+(?:RT|RW|Bidan|Guru|Dukuh|Haji|Hj|Kadus)\b\.?\s+"
    rf"(?:\d+\s+)?({_CAP})"
)
_TITLED_INITIALS = re.compile(
    r"\b(?:Tn|Ny|Nn|Sdr|Sdri|An)\b\.?\s+[A-Z]{1,3}\b"
    r"|\b(?:Pak|Bu|Bapak|Ibu|pak|bu|bapak|ibu)\s+[A-Z]\b(?!\.?\s?[A-Z])"
)
_INITIAL = re.compile(rf"(?<![\w.+])(?:[A-Z]\.\s?){{1,2}}({_CAP})")
_NICKNAME = re.compile(r"\b[Ss]i\s+([A-Z][a-z]{2,})")
_KIN = re.compile(
    rf"\b(?:suami|istri|isteri|anak|ibu|ayah|bapak|kakak|adik|menantu|mertua|paman|bibi|keponakan"
    rf"|cucu|tetangga)(?:nya)?,\s+({_CAP})(?=[,\s])"
)
_SAYS = re.compile(
    r"\b(?:kata|ujar|ungkap|tutur|ucap|imbuh|tukas|pungkas|bernama|dipanggil|atas nama|a\.n\.?"
    r"|panggilan|nama lengkap|sebut saja|panggil saja|nama|Namanya)"
    rf"(?:nya)?\s+(?!nama)[\"']?(?:[A-Z]\.?\s+)?({_CAP})"
)
_BY = re.compile(
    rf"\b(?:menurut|oleh|dari|kepada|bersama|dengan|milik|antara|saudara|disampaikan|didampingi"
    rf"|diwakili)\s+({_CAP}\s+{_CAP})"
)
_AGED = re.compile(
    rf"({_CAP}(?:\s+{_CAP}){{0,3}}|\b[A-Z]{{1,3}}\b)\s*(?:\(\s*(\d{{1,2}})\s*(?:th|thn"
    rf"|tahun)?\s*\)|[,(]\s*\(?(\d{{1,2}})\s*(?:th|thn|tahun)\b)"
)
_INITIALS = re.compile(
    r"\b[Bb]er[- ]?inisial\b|\bdengan inisial\b|\b[A-Z]{1,4}\s*\(inisial\b"
    r"|\b[Ii]nisial(?:nya)?\b\W{0,3}(?:adalah\W{1,3})?(?:[A-Z]{1,4}|[a-z])\b"
)
_ALIAS = re.compile(rf"{_CAP}\s+(?:alias|als|a\.k\.a)\.?\s+[\"']?{_CAP}")
_CHILD_OF = re.compile(rf"{_CAP}\s+(?:bin|binti|Bin|Binti|BIN|BINTI)\s+{_CAP}")
_CALLED = re.compile(
    r"\b(?:bernama|dipanggil|nama panggilan|atas nama)\s+(?!yang\b|adalah\b|tidak\b"
    r"|desa\b|jabatan|negara\b|undang|hukum\b)[\"']?([a-z]{3,}|[A-Z][a-z]+)"
)
_DEGREE = re.compile(
    rf"({_CAP}),?\s+(?:S\.\s?(?:H|E|Pd|Sos|IP|Ag|Kom|T|Hut|Ked|Psi|IK|I\.K|Si|Kep|KM|Pt|P)"
    rf"|M\.\s?(?:Pd|Si|H|M|Kom|T|Ag|Sc|AP|A)|A\.Md|Amd|S\.Pd\.I)\b"
)
_PRIVATE = re.compile(
    r"\b(?:rumah|warung|kos|kost|kontrakan|kediaman|toko|kios|bengkel|lapak|kandang|gubuk|sawah"
    r"|kebun|kamar"
    r"|pekarangan|halaman|teras)(?:nya)?\s+(?:milik\s+|kediaman\s+|almarhum\s+|alm\.?\s+)?$"
)
_NUMBERED_HEADS = frozenset({"rt", "rw"})
_NAMED_AFTER_PEOPLE = frozenset(
    "jalan jl jln gang gg lapangan masjid stadion gor taman gedung aula bandara rs rsud kri "
    "monumen tugu"
    " makam smp sma smk sd universitas yayasan".split()
)
_CAPITAL_NEXT = re.compile(r"[,:]?\s+[A-Z]")
_PARTS_OF_PLACES = frozenset(
    "tengah utara selatan barat timur hilir hulu raya besar baru lama kulon wetan lor kidul jaya "
    "indah makmur"
    " tenggara laut daya tuo tua atas bawah dalam luar kecil kota seberang".split()
)
_TOKEN = re.compile(r"[A-Za-z][A-Za-z'-]*")
_WORDS_BEFORE = 5

_VERB_WORDS = frozenset(re.findall("[a-z]+", _VERB)) | frozenset(
    "seorang salah warga ketua tokoh pedagang petani nelayan pemilik guru ibu "
    "wisatawan sopir pemuda".split()
)
_KIN_WORDS = frozenset(
    f"{word}{end}"
    for word in "suami istri isteri anak ibu ayah bapak kakak adik menantu mertua paman bibi "
    "keponakan cucu".split()
    for end in ("", "nya")
) | {"tetangga", "tetangganya"}
# What takes the name of a place after it as well as that of a person.
_TAKES_PLACE = frozenset(
    "warga masyarakat penduduk pemuda di ke dari camat lurah kades kapolsek "
    "kapolres bupati wali kota".split()
    + "petani nelayan pedagang jemaat perangkat pemerintah kepala orang remaja "
    "pengurus anggota".split()
)
_TITLE_WORDS = frozenset(
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
_RANK_WORDS = frozenset(word.lower() for word in re.findall(r"[A-Za-z]{3,}", RANK))
_SPEECH = frozenset(
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
_SMALL_WORDS = NO_NAME | frozenset(
    "yang dan ini itu kami saya juga tolong mohon minta kapan kenapa apakah sering selalu ada "
    "banyak jalan"
    " lampu rumah sekolah tangga hamil kota kos kandung tiri angkat mertua muda tua negara bapak "
    "jari kantin"
    "  polisinya pengajian majelis dharma wanita bhayangkari kartini kawin bro bos "
    "ojek becak satpam".split()
)
_HAS_SMALL_TITLE = frozenset(
    "pak bu bpk sdr sdri mbak mbah mbok kang cak haji hj bapak ibu mas om tante bang".split()
)
_STRICT_TITLE = frozenset("pak bu bpk sdr sdri bang kang cak mbah".split())


TRIGGERS = (
    (
        _TITLE_WORDS
        - {"a", "i", "r", "h", "k", "andi", "mama", "ibu", "bapak", "dr", "lalu", "la", "wa", "ida"}
    )
    | _RANK_WORDS - {"ii", "pol"}
    | (_SPEECH - {"a", "nama"})
)
"""Words before which, or after which, a name may stand in a line without any other sign of it."""


@lru_cache(maxsize=100_000)
def is_telling(word: str) -> bool:
    """Whether a word in small letters is a name, or part of one."""
    return word in WEAK or word in FIRST or has_name_shape(word)


_KNOWN_PLAIN: set[str] = set()
_KNOWN_TELLING: set[str] = set()
_MOST_KNOWN = 200_000


def _telling(passage: Passage) -> bool:
    """Whether any word is a name or part of one; every word is judged once."""
    words = passage.words
    if not _KNOWN_TELLING.isdisjoint(words):
        return True
    fresh = words - _KNOWN_PLAIN
    if len(_KNOWN_PLAIN) > _MOST_KNOWN:
        _KNOWN_PLAIN.clear()
    telling = {word for word in fresh if is_telling(word)}
    _KNOWN_TELLING.update(telling)
    _KNOWN_PLAIN.update(fresh - telling)
    return bool(telling)


def is_spoken(line: str) -> bool:
    """Whether a line names somebody by a role that takes no place after it."""
    return any(one.search(line) for one in (_SPOKEN, _OF_BODY, _SUBJECT, _APART, _KIN))


def names(passage: Passage) -> Hits:
    """Find what looks like the name of a person who is not allowed to be named."""
    words = passage.words
    if not words.isdisjoint(_TITLE_WORDS):
        yield from _titled(passage)
    if not words.isdisjoint(_RANK_WORDS):
        yield from _after(passage, _RANKED, _NAMED_AFTER_PEOPLE)
    if not words.isdisjoint(_SPEECH):
        yield from _after(passage, _SAYS)
        yield from _after(passage, _ACCORDING)
        yield from _called(passage)
    if not words.isdisjoint(SPEAKERS):
        yield from _after(passage, _SPOKEN)
        yield from _of_bodies(passage)
    yield from _formed(passage)
    yield from _among_words(passage)
    if _telling(passage):
        yield from _of_roles(passage)
        yield from _common(passage)


def _is_person(passage: Passage, word: str) -> bool:
    """Whether a capitalised word may be a name that may not stand."""
    small = word.lower().strip("'-")
    if word.isupper() and len(word) < 5 and not has_name_shape(small):
        return False
    return (
        small not in NO_NAME
        and small not in PLACE_HEADS
        and small not in passage.allowed.name_words
        and (small not in passage.allowed.places or has_name_shape(small))
    )


def _titled(passage: Passage) -> Hits:
    for match in _TITLED.finditer(passage.text):
        name = match[2].split()[-1]
        if not _is_person(passage, name):
            continue
        if _PRIVATE.search(passage.before(match.start(), 40)):
            yield Hit(Kind.ADDRESS, *match.span())
        elif not _is_of_place(passage, match.start()):
            yield Hit(Kind.NAME, *match.span())
    yield from _after(passage, _TITLED_ROLE)
    yield from hits(Kind.NAME, _TITLED_INITIALS, passage.text)
    if not passage.words.isdisjoint(_HAS_SMALL_TITLE):
        for match in _TITLED_SMALL.finditer(passage.text):
            title, word = match.groups()
            if word in _SMALL_WORDS or word in passage.allowed.name_words:
                continue
            if title in _STRICT_TITLE or is_telling(word):
                at_home = _PRIVATE.search(passage.before(match.start(), 40))
                yield Hit(Kind.ADDRESS if at_home else Kind.NAME, *match.span())


def _after(passage: Passage, pattern: re.Pattern[str], heads: frozenset[str] = PLACE_HEADS) -> Hits:
    for match in pattern.finditer(passage.text):
        if pattern is _SPOKEN and _is_headline(passage, match):
            continue
        if all(_is_person(passage, word) for word in match[1].split()) and not _is_of_place(
            passage, match.start(1) if pattern is _APART else match.start(), heads
        ):
            yield Hit(Kind.NAME, *match.span())


def _is_headline(passage: Passage, match: re.Match[str]) -> bool:
    """Whether the capitals around are those of a headline, or of a place."""
    words = match[1].split()
    if words[-1].lower() in _PARTS_OF_PLACES:
        return True
    role_is_capital = match[0][0].isupper()
    goes_on = _CAPITAL_NEXT.match(passage.text, match.end()) is not None
    return role_is_capital and goes_on and not any(is_telling(word.lower()) for word in words)


def _called(passage: Passage) -> Hits:
    for match in _CALLED.finditer(passage.text):
        if match[1].lower() not in _SMALL_WORDS and _is_person(passage, match[1]):
            yield Hit(Kind.NAME, *match.span())


def _of_roles(passage: Passage) -> Hits:
    for match in _ROLE_NAME.finditer(passage.text):
        words = match[2].split()
        if any(is_telling(word.lower()) for word in words) and all(
            _is_person(passage, word) for word in words
        ):
            yield Hit(Kind.NAME, *match.span())
    for match in _BY.finditer(passage.text):
        words = match[1].split()
        if any(is_telling(word.lower()) for word in words) and all(
            _is_person(passage, word) for word in words
        ):
            yield Hit(Kind.NAME, *match.span())


def _of_bodies(passage: Passage) -> Hits:
    for match in _OF_BODY.finditer(passage.text):
        words = match[match.lastindex or 1].split()
        if words[-1].lower() not in _PARTS_OF_PLACES and all(
            _is_person(passage, word) for word in words
        ):
            yield Hit(Kind.NAME, *match.span())


def _formed(passage: Passage) -> Hits:
    text, words = passage.text, passage.words
    if "(" in text or "tahun" in words or "th" in words or "thn" in words:
        for match in _AGED.finditer(text):
            if _is_aged(passage, match):
                yield Hit(Kind.NAME, *match.span())
    if "inisial" in passage.lower:
        yield from hits(Kind.NAME, _INITIALS, text)
    if not words.isdisjoint({"alias", "als"}):
        yield from hits(Kind.NAME, _ALIAS, text)
    if not words.isdisjoint({"bin", "binti"}):
        yield from hits(Kind.NAME, _CHILD_OF, text)


def _among_words(passage: Passage) -> Hits:
    words = passage.words
    if "." in passage.text:
        yield from _after(passage, _INITIAL)
    if "si" in words:
        yield from _after(passage, _NICKNAME)
    if not words.isdisjoint(_KIN_WORDS):
        yield from _after(passage, _KIN)
    if not words.isdisjoint(_VERB_WORDS):
        yield from _after(passage, _APART)
        yield from _subjects(passage)
    if not words.isdisjoint({"s", "m", "a", "amd"}):
        yield from _after(passage, _DEGREE)


def _subjects(passage: Passage) -> Hits:
    """Find two words with capitals that say or do something, unless they are a place or a body."""
    for match in _SUBJECT.finditer(passage.text):
        names = match[1].split()
        if not all(_is_person(passage, one) for one in names) or _is_of_place(
            passage, match.start()
        ):
            continue
        before = passage.before(match.start(), 30).split()
        takes_place = bool(before) and before[-1].strip(",\"'") in _TAKES_PLACE
        is_place = names[-1].lower() in _PARTS_OF_PLACES or takes_place
        if not is_place or any(is_telling(one.lower()) for one in names):
            yield Hit(Kind.NAME, *match.span(1))


def _is_aged(passage: Passage, match: re.Match[str]) -> bool:
    parts = match[1].split()
    age = int(match[2] or match[3])
    if not 3 <= age <= 99 or _is_of_place(passage, match.start()):
        return False
    if not all(_is_person(passage, word) or (len(word) < 4 and word.isupper()) for word in parts):
        return False
    if any(word.lower() in NO_NAME or word.lower() in PLACE_HEADS for word in parts):
        return False
    if len(parts) == 1 and match[3] is None:
        return parts[0].isupper() or is_telling(parts[0].lower())
    return any(_is_person(passage, word) for word in parts)


def _common(passage: Passage) -> Hits:
    """Find names that are common, wherever they stand, unless a place bears them."""
    previous: re.Match[str] | None = None
    for match in _TOKEN.finditer(passage.text):
        word = match[0]
        small = word.lower().strip("'-")
        if word[0].isupper() and small in _KNOWN_TELLING and _is_person(passage, word):
            beside = previous is not None and _is_beside(passage, previous, match)
            strong = has_name_shape(small)
            two = beside and previous is not None and is_telling(previous[0].lower())
            if (
                (strong or two)
                and not _is_of_place(passage, match.start())
                and not (passage.in_address(match.start()))
            ):
                yield Hit(Kind.NAME, *match.span())
        elif previous is not None and _goes_on(passage, previous, match):
            yield Hit(Kind.NAME, previous.start(), match.end())
        previous = match


def _goes_on(passage: Passage, first: re.Match[str], second: re.Match[str]) -> bool:
    """Whether a word of no known form goes on with a name that is common as a first name."""
    word = second[0]
    return (
        first[0].lower() in FIRST
        and word[0].isupper()
        and word[1:].islower()
        and word.lower() not in NOT_AFTER_FIRST
        and _is_beside(passage, first, second)
        and _is_person(passage, first[0])
        and _is_person(passage, word)
        and not _is_of_place(passage, first.start())
        and not passage.in_address(first.start())
    )


def _is_beside(passage: Passage, one: re.Match[str], other: re.Match[str]) -> bool:
    between = passage.text[one.end() : other.start()]
    return one[0][0].isupper() and between.strip() == "" and len(between) < 24


def _is_of_place(passage: Passage, start: int, heads: frozenset[str] = PLACE_HEADS) -> bool:
    """Whether the words right before name a place or a body, which may bear a person's name."""
    before = passage.text[max(0, start - 60) : start]
    if _PLACE_KEY.search(before):
        return True
    if (cut := max(before.rfind(sign) for sign in '.;:!?,"(')) >= 0 and not re.search(
        r"\b(?:Jl|Jln|Gg|[A-Z]|H|Hj|KH|Dr|dr|Ir|St|Drs)\.\s*(?:\w+\s*)?$", before
    ):
        before = before[cut + 1 :]
    words = before.split()[-_WORDS_BEFORE:]
    numbered = False
    for word in reversed(words):
        small = word.lower().strip(".'\"-,[")
        if small in heads:
            return not (numbered and small in _NUMBERED_HEADS)
        numbered = numbered or word[0].isdigit()
        if not (word[0].isupper() or word[0].isdigit()):
            return False
    return False
