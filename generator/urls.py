"""Every address of the site, relative to its root, ending with a slash."""

from functools import cache

from slugify import slugify

HOME = ""
SESSIONS = "sesi/"
REPORTS = "kabar/"
UNITS = "satuan/"
AREAS = "wilayah/"
AREAS_INCOMPLETE = f"{AREAS}belum-lengkap/"
VILLAGE_FILES = f"{AREAS}daftar/"
VILLAGE_FILE_INDEX = f"{VILLAGE_FILES}isi.json"
VILLAGE_SCRIPT = "assets/wilayah.js"
THEMES = "tema/"
PROGRAMMES = "program/"
SCHEDULE = "jadwal/"
BOARD = "papan/"
FIGURES = "angka/"
ASK_BACK = "tanya-balik/"
POSTER = "poster/"
SEARCH = "cari/"
SEARCH_INDEX = "cari/indeks/"
MEDIA = "media/"
WITHDRAWALS = "penarikan/"
SMALL = "kecil/"
HOW_TO_READ = "cara-membaca/"
FOLLOW = "ikuti/"
CORRECTIONS = "koreksi/"
COPYING = "assets/bagikan.js"
DESK = "masuk/"
GUIDE = "panduan/"
FIELDS = f"{GUIDE}catatan/"
EXPLANATIONS = f"{GUIDE}pemeriksaan/"

ROBOTS = "robots.txt"
ICON = "ikon.svg"
ICON_SMALL = "ikon.png"
SITE_CARD = "kartu/situs.png"

PAGE_WORD = "halaman"
"""Lists go on at `<list>/halaman/2/`, so no key of a registry may be this word."""


def session(session_id: str) -> str:
    """The page of a session, from its id (`polsek-x/2023-10-20`)."""
    return f"{SESSIONS}{session_id}/"


def concern(concern_id: str) -> str:
    """The place of a concern on its session's page, from its id (`polsek-x/2023-10-20#patroli`)."""
    session_id, _, anchor = concern_id.partition("#")
    return f"{SESSIONS}{session_id}/#{anchor}"


def unit(key: str) -> str:
    """The page of a unit."""
    return f"{UNITS}{key}/"


def theme(key: str) -> str:
    """The page of a theme."""
    return f"{THEMES}{key}/"


def programme(key: str) -> str:
    """The page of a programme."""
    return f"{PROGRAMMES}{key}/"


def area(key: str) -> str:
    """The page of an area, from its key (see `area_key`)."""
    return f"{AREAS}{key}/"


def area_waiting(key: str) -> str:
    """The list of all that is owed to an area and those within it, by the area's key."""
    return f"{AREAS}{key}/ditunggu/"


def villages(prefix: str = "") -> str:
    """The list of the villages whose name begins so (see `gazetteer.words_of`), or of all."""
    return f"{AREAS}abjad/{prefix}/" if prefix else f"{AREAS}abjad/"


def village_file(prefix: str) -> str:
    """The file of the villages whose name begins so, for the field that looks for one."""
    return f"{VILLAGE_FILES}{prefix or 'semua'}.json"


@cache
def area_key(*names: str) -> str:
    """The key of an area from its names, widest first (regency, district, village)."""
    return slugify(" ".join(names))


def status_meaning(anchor: str) -> str:
    """The paragraph that explains a status."""
    return f"{HOW_TO_READ}#{anchor}"


def guide(page: str) -> str:
    """A page of the officers' guide, by the name of its file in content/ (`sesi-pertama`)."""
    return f"{GUIDE}{page}/"


def fields_of(kind: str) -> str:
    """The page of every field of a kind of record (`sesi`)."""
    return f"{FIELDS}{kind}/"


def board(name: str) -> str:
    """One list of what is owed or open (`lewat-tenggat`)."""
    return f"{BOARD}{name}/"


def waiting(unit_key: str) -> str:
    """The list of all that is owed by a unit and those under it, by the unit's key."""
    return f"{UNITS}{unit_key}/ditunggu/"


def ask_back(place: str) -> str:
    """The sheet to ask residents with, for a unit or a village, by its key."""
    return f"{ASK_BACK}{place}/"


def poster(place: str) -> str:
    """The poster for the hall of a unit or a village, by its key."""
    return f"{POSTER}{place}/"


def photo(outcome_id: str, file: str) -> str:
    """The published photo of an outcome."""
    return f"{MEDIA}{outcome_id}/{file}"


def unit_card(key: str) -> str:
    """The picture a chat shows beside a link to a page of a unit, by its key."""
    return f"kartu/satuan/{key}.png"


def feed(page: str) -> str:
    """The Atom feed of a page: files to follow a page with lie beside it."""
    return f"{page}kabar.xml"


def json_feed(page: str) -> str:
    """The JSON Feed of a page; it says what `feed` says."""
    return f"{page}kabar.json"


def calendar(page: str) -> str:
    """The calendar of a page: of the whole site, a unit, or an area."""
    return f"{page}jadwal.ics"


def small_photo(outcome_id: str, file: str, ending: str) -> str:
    """The smaller picture of a photo, as `.webp` or `.jpg`; no id has the underscore in it."""
    stem, _dot, form = file.rpartition(".")
    name = stem if form == "jpg" else f"{stem}_{form}"
    return f"{MEDIA}{outcome_id}/{SMALL}{name}{ending}"


def part(address: str, number: int) -> str:
    """Page `number` (from 1) of the list at `address`."""
    return address if number == 1 else f"{address}{PAGE_WORD}/{number}/"
