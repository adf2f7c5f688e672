"""The registries of a made-up archive: a tree of units as large as its sessions need."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from generator.demo import places
from generator.demo.desk import MOST_WEEKS, Folder, Holder
from generator.demo.matters import themes

SESSIONS_PER_UNIT = 40
VILLAGES_PER_SECTOR = 8
SECTORS_PER_RESORT = 8
RESORTS_PER_REGION = 10
SESSIONS_PER_SECTOR_AT_FIRST = 20
ZONES = ("WIB", "WITA", "WIT")
HEADQUARTERS = "mabes-rekaan"

SENSITIVE = "kdrt"
"""The theme whose concerns are withheld."""

PROGRAMMES = {
    "jumat-curhat": "Jumat Curhat",
    "curhat-kamtibmas": "Curhat Kamtibmas",
    "ngopi-kamtibmas": "Ngopi Kamtibmas",
    "patroli-dialogis": "Patroli Dialogis",
    "halo-polisi": "Halo Polisi",
    "problem-solving": "Problem Solving",
    "lainnya": "Program lainnya",
}
MODES = {
    "jumat-curhat": "tatap muka",
    "curhat-kamtibmas": "tatap muka",
    "ngopi-kamtibmas": "tatap muka",
    "patroli-dialogis": "keliling",
    "halo-polisi": "siaran radio",
    "lainnya": "hibrida",
}
"""How the sessions of a programme are held."""

REASONS = {
    "bukan-kewenangan-polri": (
        "Bukan kewenangan Polri",
        "Urusan ini diatur kantor lain, jadi polisi tidak bisa memutuskannya.",
    ),
    "petugas-belum-cukup": (
        "Petugasnya belum cukup",
        "Petugas belum cukup untuk memenuhi permintaan ini.",
    ),
    "anggaran-belum-ada": (
        "Anggarannya belum ada",
        "Uang untuk mengerjakan ini belum tersedia.",
    ),
    "alat-belum-ada": ("Alatnya belum ada", "Alat atau kendaraan yang diperlukan belum ada."),
    "aturan-tidak-membolehkan": (
        "Aturan tidak membolehkan",
        "Aturan yang berlaku tidak membolehkan permintaan ini.",
    ),
    "perlu-laporan-resmi": (
        "Perlu laporan resmi",
        "Hal ini baru bisa ditangani bila ada laporan dari orang yang mengalaminya.",
    ),
    "tidak-terbukti": (
        "Sudah diperiksa, tidak ditemukan",
        "Sesudah diperiksa, hal yang disampaikan tidak ditemukan.",
    ),
    "menyangkut-korban": (
        "Menyangkut korban",
        "Isinya disimpan supaya korban dan keluarganya tetap terlindungi.",
    ),
    "permintaan-narasumber": (
        "Permintaan yang menyampaikan",
        "Catatan ini ditarik karena yang menyampaikannya meminta begitu.",
    ),
    "salah-catat": ("Salah catat", "Catatan ini ditarik karena isinya keliru."),
}


def write_registries(folder: Folder, today: date) -> None:
    """Write the programmes, themes and reasons."""
    since = today - timedelta(weeks=MOST_WEEKS)
    for key, name in PROGRAMMES.items():
        text = f"nama: {name}\n"
        if key == "jumat-curhat":
            text += f"tenggat_bawaan:\n  - sejak: {since}\n    hari: 60\n    dasar: Aturan rekaan\n"
        folder.write("programme", "programs", key, text)
    known = [
        f"{key}:\n  nama: {theme.name}\n  sinonim: [{theme.synonyms}]\n"
        for key, theme in themes().items()
    ]
    known.append(f"{SENSITIVE}:\n  nama: Kekerasan dalam rumah tangga (KDRT)\n  peka: ya\n")
    folder.write("themes", ".", "themes", "".join(known))
    reasons = (
        f"{key}:\n  nama: {name}\n  kalimat: {sentence}\n"
        for key, (name, sentence) in REASONS.items()
    )
    folder.write("reasons", ".", "reasons", "".join(reasons))


@dataclass(frozen=True, slots=True)
class _Area:
    province: str
    regency: str = ""
    district: str = ""

    def __str__(self) -> str:
        lines = {
            "provinsi": self.province,
            "kabupaten": self.regency and f"Kabupaten {self.regency}",
            "kecamatan": self.district,
        }
        return "".join(f"  {key}: {name}\n" for key, name in lines.items() if name)


def write_units(folder: Folder, sessions: int) -> Iterator[Holder]:
    """Write the tree of units, widest first, and give those that hold sessions."""
    channel = '  - jenis: telepon\n    alamat: "110"\n    keterangan: bebas pulsa\n'
    text = f"nama: Mabes Rekaan\ntingkat: mabes\nzona: WIB\nkanal_resmi:\n{channel}"
    folder.write("unit", "units", HEADQUARTERS, text)
    count = sectors(sessions)
    for first in range(0, count, SECTORS_PER_RESORT):
        here = range(first, min(first + SECTORS_PER_RESORT, count))
        yield from _resort(folder, first // SECTORS_PER_RESORT, here)


def sectors(sessions: int) -> int:
    """Give how many Polsek an archive of so many sessions has: few of them share even a small one.

    From some hundred sessions on, each of the units that hold sessions has about 40.
    """
    many = sessions * SECTORS_PER_RESORT // (SESSIONS_PER_UNIT * (SECTORS_PER_RESORT + 1))
    few = min(SECTORS_PER_RESORT, max(2, sessions // SESSIONS_PER_SECTOR_AT_FIRST))
    return max(many, few)


def _resort(folder: Folder, number: int, numbers: range) -> Iterator[Holder]:
    region, begins_region = divmod(number, RESORTS_PER_REGION)
    zone = ZONES[region % len(ZONES)]
    province, regency = places.province(region), places.regency(number)
    polda, polres = key_of("polda", province), key_of("polres", regency)
    if not begins_region:
        _write_unit(folder, "polda", province, zone, HEADQUARTERS, _Area(province))
    channel = f"kanal_resmi:\n  - jenis: surel\n    alamat: humas@{polres}.example\n"
    _write_unit(folder, "polres", regency, zone, polda, _Area(province, regency), channel)
    holders = [_sector(one, regency, zone) for one in numbers]
    everywhere = tuple(village for one in holders for village in one.villages)
    name = f"Polres {regency}"
    yield Holder(
        polres, name, f"Kapolres {regency}", regency, everywhere, is_resort=True, zone=zone
    )
    for holder, one in zip(holders, numbers, strict=True):
        area = _Area(province, regency, places.district(one))
        _write_unit(folder, "polsek", area.district, zone, polres, area)
        yield holder


def _sector(number: int, regency: str, zone: str) -> Holder:
    district = places.district(number)
    first = number * VILLAGES_PER_SECTOR
    villages = tuple(
        places.village(one, district) for one in range(first, first + VILLAGES_PER_SECTOR)
    )
    return Holder(
        key_of("polsek", district),
        f"Polsek {district}",
        f"Kapolsek {district}",
        regency,
        villages,
        is_resort=False,
        zone=zone,
    )


def key_of(level: str, name: str) -> str:
    """Give the key of a unit: `polsek-muara-lamun`."""
    return f"{level}-{name.lower().replace(' ', '-')}"


def _write_unit(
    folder: Folder,
    level: str,
    place: str,
    zone: str,
    parent: str,
    area: _Area,
    channel: str = "",
) -> None:
    text = f"nama: {level.title()} {place}\ntingkat: {level}\ninduk: {parent}\nzona: {zone}\n"
    folder.write("unit", "units", key_of(level, place), f"{text}wilayah:\n{area}{channel}")
