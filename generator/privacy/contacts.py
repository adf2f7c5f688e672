"""Ways to reach or to find a person: mail, social media, maps."""

import re
from collections.abc import Set

from generator.privacy.kinds import Kind
from generator.privacy.passage import Hit, Hits, Passage, hits

_NAMES_OF_PLATFORMS = "ig instagram insta fb facebook tiktok twitter telegram youtube".split()
TRIGGERS = frozenset(f"{one}nya" for one in _NAMES_OF_PLATFORMS) | frozenset(
    "ig instagram insta fb facebook tik tiktok twitter telegram threads youtube line snapchat"
    " michat bigo medsos discord akun username at et lat latitude lintang koordinat gps lon long"
    " longitude bujur".split()
)
"""Words without which most of these finders find nothing."""

SIGNS_SPELLED = frozenset({"at", "et"})
"""How the sign in a mail address is spelled out."""
_DOT = r"(?:\.|\s?[\[({<]\s?(?:dot|titik|\.)\s?[\])}>]\s?|\s(?:dot|titik)\s)"
_AT = (
    r"(?:@|\s{1,2}@\s{1,2}|\s?[\[({<]\s?(?:at|@|et)\s?[\])}>]\s?"
    r"|\s(?:at|et)\s(?=\S+\s(?:dot|titik)\s))"
)
_MAIL = re.compile(
    rf"[a-z0-9][a-z0-9._+-]*{_AT}[a-z0-9][a-z0-9-]*(?:\s?{_DOT}\s?[a-z0-9-]+)*{_DOT}\s?[a-z]{{2,}}"
)
_INSTITUTION = re.compile(r"(?:^|[@.])go\.id$")
_HANDLE = re.compile(r"(?<![\w.@/])@\s?([a-z0-9_][a-z0-9_.-]{2,})")
_PLATFORM = (
    r"(?:ig|instagram|insta|fb|facebook|tik\s?tok|twitter|telegram|threads|youtube|line|snapchat"
    r"|michat|bigo|medsos|discord)"
)
_NAMED_ACCOUNT = re.compile(
    rf"\b(?:akun\s+)?{_PLATFORM}(?:-?nya)?\b[^.\n:=@]{{0,24}}[:=]\s*(?!\s"
    rf"|//)@?([a-z0-9][\w.]{{2,}})"
    rf"|\b(?:akun|username|nama)\s+{_PLATFORM}(?:\s*-?nya)?\s+([a-z0-9][\w.]{{2,}})"
    rf"|\b{_PLATFORM}-?nya\s+([a-z0-9][\w.]*[._\d][\w.]*)"
    r"|\b(?:akun|username)\s+(?:\w+\s+)?([a-z]\w*[._\d]\w*)"
)
_LINK = re.compile(
    r"\b(?:wa\.me|t\.me|telegram\.me|chat\.whatsapp\.com|api\.whatsapp\.com|line\.me|m\.me"
    r"|(?:[a-z]+\.)?(?:facebook|fb|instagram|tiktok|twitter|threads|youtube|linkedin|snapchat)\."
    r"(?:com|net|me)|(?<![\w.])x\.com|youtu\.be|linktr\.ee|fb\.watch)/[^\s\"'<>]*"
)
_LINKED = re.compile(r"\.(?:me|com|net|be|ee|watch)/")  # how all of these begin their path
_MAP = re.compile(
    r"\b(?:maps\.app\.goo\.gl|goo\.gl/maps|(?:www\.|maps\.)?google\.[a-z.]{2,6}/maps|maps\.google\."
    r"|maps\.apple\.com|waze\.com|openstreetmap\.org|osm\.org|share\.here\.com|what3words\.com"
    r"|w3w\.co"
    r"|g\.co/kgs|plus\.codes)[^\s\"'<>]*|///[a-z]+\.[a-z]+\.[a-z]+"
)
_MAPS = (
    "goo.gl", "google.", "maps.", "waze.com", "openstreetmap.org", "osm.org", "here.com",
    "what3words.com", "w3w.co", "g.co/kgs", "plus.codes", "///",
)  # fmt: skip
"""What each of these addresses holds."""
_PLUS_CODE = re.compile(
    r"(?<![A-Z0-9])(?=[A-Z+]*\d)[2-9CFGHJMPQRVWX]{4,8}\+[2-9CFGHJMPQRVWX]{2,3}(?![A-Z0-9])"
)
_DECIMALS = re.compile(
    r"(?<![\d.,])(-?\d{1,3})[.,](\d{4,})\s*[^0-9a-zA-Z-]{1,4}\s*(-?\d{2,3})[.,](\d{4,})"
)
_DECIMALS_BEGIN = re.compile(r"\d[.,]\d{4}")
_LATITUDE = re.compile(
    r"\b(?:lat(?:itude)?|lintang|koordinat|gps|titik|long?(?:itude)?"
    r"|bujur)\b[^0-9\n]{0,16}-?\d{1,3}[.,]\d{2,}"
)
_DEGREES = re.compile(
    r"\d{1,3}\s*(?:°|º|derajat|deg)\s*\d{1,2}\s*(?:['’′]|menit|min|\d*\s*[.,]\d)"
    r"|\d{1,3}[.,]\d{3,}\s*°\s*[nsewlubt]",
    re.IGNORECASE,
)


OF_LINKS = frozenset(
    "me com net be ee watch maps goo google waze openstreetmap osm share what w g plus".split()
)
"""Words without one of which there is no address of social media or of maps, but for `///`."""

THREE_WORDS = "///"
"""What three words stand behind that name a place on a map."""


def contacts(passage: Passage) -> Hits:
    """Find mail addresses, handles and links that no unit has registered."""
    lower, words = passage.lower, passage.words
    if "@" in lower or not words.isdisjoint(SIGNS_SPELLED):
        yield from _mail(passage)
    yield from _accounts(passage)
    if "/" in lower and _LINKED.search(lower):
        for match in _LINK.finditer(lower):
            path = match[0].rstrip(".,;)")
            if path.partition("/")[2] and not passage.allowed.contact(path):
                yield Hit(Kind.ACCOUNT, *match.span())


def may_be_account(lower: str) -> bool:
    """Whether a text in small letters, with one of `PLATFORMS`, can name an account."""
    return _NAMED_ACCOUNT.search(lower) is not None


def may_lead_abroad(lower: str) -> bool:
    """Whether a text, in small letters, can hold an address of social media or of maps."""
    if _LINKED.search(lower) and _LINK.search(lower):
        return True
    return any(map(lower.__contains__, _MAPS)) and _MAP.search(lower) is not None


def _accounts(passage: Passage) -> Hits:
    lower, words = passage.lower, passage.words
    if "@" in lower:
        for match in _HANDLE.finditer(lower):
            if not passage.allowed.contact(match[1]):
                yield Hit(Kind.ACCOUNT, *match.span())
    if not words.isdisjoint(PLATFORMS):
        for match in _NAMED_ACCOUNT.finditer(lower):
            name = match[match.lastindex or 1]
            if not passage.allowed.contact(name) and name not in _NO_ACCOUNT:
                yield Hit(Kind.ACCOUNT, *match.span())


PLATFORMS = frozenset(f"{one}nya" for one in _NAMES_OF_PLATFORMS) | frozenset(
    "ig instagram insta fb facebook tik tiktok twitter telegram threads youtube line snapchat"
    " michat bigo medsos discord akun username".split()
)
"""Words without which no account is named but by its sign."""
_NO_ACCOUNT = frozenset(
    "polres polsek polda polri media resmi milik warga dan yang atau ini itu untuk dari desa "
    "kelurahan kecamatan pemerintah palsu".split()
)


def _mail(passage: Passage) -> Hits:
    for match in _MAIL.finditer(passage.lower):
        plain = re.sub(r"[\[({<]?\s*\b(?:at|et)\b\s*[\])}>]?", "@", match[0])
        plain = re.sub(r"[\[({<]?\s*\b(?:dot|titik)\b\s*[\])}>]?", ".", plain)
        plain = re.sub(r"[\s\[\](){}<>]", "", plain)
        if not (_INSTITUTION.search(plain) or passage.allowed.contact(plain)):
            yield Hit(Kind.MAIL, *match.span())


def places_on_maps(passage: Passage) -> Hits:
    """Find coordinates and links to a place on a map."""
    text, lower = passage.text, passage.lower
    if "/" in lower and any(map(lower.__contains__, _MAPS)):
        yield from hits(Kind.COORDINATES, _MAP, lower)
    if "+" in text:
        yield from hits(Kind.COORDINATES, _PLUS_CODE, text)
    yield from _measured(passage)


def may_be_signed(text: str) -> bool:
    """Whether a text can hold coordinates for the sign in it."""
    return "°" in text or "º" in text or _PLUS_CODE.search(text) is not None


def may_be_named(lower: str, words: Set[str]) -> bool:
    """Whether digits can be coordinates by a word, in a text in small letters with these words."""
    if not words.isdisjoint(OF_PLACE) and _LATITUDE.search(lower):
        return True
    return "derajat" in words


def may_be_decimal(text: str) -> bool:
    """Whether a text holds digits behind a point as coordinates have."""
    return _DECIMALS_BEGIN.search(text) is not None


def _measured(passage: Passage) -> Hits:
    text, lower = passage.text, passage.lower
    may_be = passage.has_digits and may_be_decimal(text)
    for match in _DECIMALS.finditer(text) if may_be else ():
        if -12 <= int(match[1]) <= 7 and 94 <= abs(int(match[3])) <= 142:
            yield Hit(Kind.COORDINATES, *match.span())
    if not passage.words.isdisjoint(OF_PLACE):
        yield from hits(Kind.COORDINATES, _LATITUDE, lower)
    if "°" in text or "º" in text or "derajat" in passage.words:
        yield from hits(Kind.COORDINATES, _DEGREES, text)


OF_PLACE = frozenset("lat latitude lintang koordinat gps lon long longitude bujur".split())
"""Words beside which digits may be coordinates."""
