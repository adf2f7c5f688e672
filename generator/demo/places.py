"""Where the demo lies: provinces, regencies, districts and villages that are on no map.

Every name is put together from words for things made up (angan, dongeng, hikayat ...), so that it
sounds like a place and can be none. A name belongs to one number only, however large.
"""

from dataclasses import dataclass

_MADE_UP = tuple(
    "Angan Khayal Dongeng Hikayat Syair Pantun Gurindam Kisah Konon Andai Lamun Umpama Ibarat "
    "Alkisah Cerita Legenda Fabel Rupaka Seloka Karmina Talibun Babad Wayang Lakon Sandiwara Mimpi "
    "Impian Semu Kias Sajak Puisi Roman Bidal Petatah Mantra Suluk Macapat Kidung Tembang "
    "Carita".split()
)
_ENDINGS = tuple(
    "jaya sari raya mulya asri makmur rejo wangi indah harja tirta kencana manik lestari sentosa "
    "agung negara karya tani bakti utama luhur mukti sakti arum endah permai damai subur "
    "bahagia".split()
)
_LANDS = tuple(
    "Muara Tanjung Bukit Lembah Rawa Teluk Kuala Lubuk Ujung Air Ranah Talang Pematang Lintang "
    "Simpang Sumber Batu Pasir Telaga Karang".split()
)
_PARTS = tuple(
    "Hulu Hilir Utara Selatan Timur Barat Baru Lama Tengah Dalam Luar Atas Bawah Kulon Wetan Lor "
    "Kidul".split()
)
_REGENCIES = tuple("Raya Permai Jaya Agung Makmur Luhur Sentosa Mulia".split())
_PROVINCES = tuple("Nusa Tanah Rantau Semenanjung Bumi Kepulauan".split())
_HAMLETS = tuple(
    "Krajan Karang Kebon Sumber Tegal Rawa Pondok Cempaka Sawahan Beringin Randu Waru".split()
)
_STREETS = tuple(
    "Bianglala, Layang-Layang, Kunang-Kunang, Rembulan, Embun Pagi, Angin Lalu, Awan Putih, "
    "Andaikata, Gerimis, Senja Kala, Titian, Perahu Kertas, Gasing, Alkisah, Hikayat, Sajak, "
    "Kidung, Bintang Kecil, Pelangi, Seruling, Congklak, Egrang, Kelereng, Ketupat, Saung, Lesung, "
    "Kentongan, Obor, Lentera, Dermaga".split(", ")
)
_RIVERS = tuple(
    "Semilir Lamunan Kiasan Gemericik Andai Selendang Bayang Purnama Kecipak Sunyi Embun "
    "Kidung".split()
)
_VILLAGE_NAMES = len(_MADE_UP) * len(_ENDINGS)
_DISTRICT_NAMES = len(_LANDS) * len(_MADE_UP)
_REGENCY_NAMES = len(_REGENCIES) * len(_MADE_UP)


@dataclass(frozen=True, slots=True)
class Village:
    """A village, with the names of what is in it."""

    name: str
    district: str
    hamlets: tuple[str, ...]
    streets: tuple[str, ...]
    river: str


def village(number: int, district: str) -> Village:
    """Give the village of a number; no two have the same name."""
    round_, first = divmod(number % _VILLAGE_NAMES, len(_MADE_UP))
    ending = _ENDINGS[(round_ + 7 * first) % len(_ENDINGS)]
    return Village(
        _apart(f"{_MADE_UP[first]}{ending}", number // _VILLAGE_NAMES),
        district,
        tuple(_hamlet(5 * number + 41 * one) for one in range(4)),
        tuple(_STREETS[(3 * number + 7 * one) % len(_STREETS)] for one in range(5)),
        f"Kali {_RIVERS[number % len(_RIVERS)]}",
    )


def district(number: int) -> str:
    """Give the district of a number; no two have the same name."""
    round_, first = divmod(number % _DISTRICT_NAMES, len(_LANDS))
    second = _MADE_UP[(round_ + 3 * first + 4) % len(_MADE_UP)]
    return _apart(f"{_LANDS[first]} {second}", number // _DISTRICT_NAMES)


def regency(number: int) -> str:
    """Give the regency of a number, without the word Kabupaten; no two have the same name."""
    round_, first = divmod(number % _REGENCY_NAMES, len(_MADE_UP))
    second = _REGENCIES[(round_ + first) % len(_REGENCIES)]
    return _apart(f"{_MADE_UP[first]} {second}", number // _REGENCY_NAMES)


def province(number: int) -> str:
    """Give the province of a number, without the word Provinsi; no two have the same name."""
    round_, first = divmod(number, len(_MADE_UP))
    name = f"{_PROVINCES[number % len(_PROVINCES)]} {_MADE_UP[(first + 1) % len(_MADE_UP)]}"
    return _apart(name, round_)


def _hamlet(number: int) -> str:
    first, second = number % len(_HAMLETS), number // len(_HAMLETS)
    return f"{_HAMLETS[first]} {_MADE_UP[(second + first) % len(_MADE_UP)]}"


def _apart(name: str, round_: int) -> str:
    """Tell a name from the same one of earlier rounds."""
    if round_ == 0:
        return name
    more, part = divmod(round_ - 1, len(_PARTS))
    return f"{name} {_PARTS[part]}{f' {more + 1}' if more else ''}"
