"""Where things happened: province, regency, district, village, as far as each is known."""

from collections.abc import Iterable, Iterator
from functools import cache, lru_cache
from typing import NamedTuple, TypeAlias

from slugify import slugify

from generator import urls
from generator.model import Place, Unit, UnitArea

_VILLAGE_WORDS = frozenset(
    {"desa", "kelurahan", "kalurahan", "nagari", "kampung", "kampong", "gampong", "pekon"}
    | {"negeri", "lembang", "tiyuh", "kute", "ohoi"}
)
_DISTRICT_WORDS = frozenset({"kecamatan", "distrik", "kapanewon", "kemantren"})
_PROVINCE_WORDS = frozenset({"provinsi"})
_LEVEL_WORDS = ("Provinsi", "", "Kecamatan", "Desa")
_SHORT = {"ds": "Desa", "kel": "Kelurahan", "kec": "Kecamatan", "kab": "Kabupaten"} | {
    "prov": "Provinsi"
}
"""Words officers shorten; nothing else is ever written out for them."""
_LEFT_OUT = frozenset({"desa", "kecamatan", "provinsi"})
"""Words that go without saying: with or without them it is the same area."""
_NOWHERE = UnitArea()
Names: TypeAlias = tuple[str, ...]


class Area(NamedTuple):
    """A place on the administrative map, widest first; what is not known is "".

    Names are as typed in the records. Where a wider part is not known, the area lies in the next
    wider one that is: a village whose district nobody wrote down lies in its regency. It is a
    tuple, because tables of areas are asked again and again, and a tuple is found in C.
    """

    province: str = ""
    regency: str = ""
    district: str = ""
    village: str = ""

    @property
    def key(self) -> str:
        """The area's part of its address: `kabupaten-sekadau-belitang-hilir-kumpang-bis`.

        A name whose wider one is missing brings its word along (`kabupaten-sekadau-desa-egon`), so
        that a village never passes for a district.
        """
        if self.regency and (self.district or not self.village):
            return urls.area_key(self.regency, self.district, self.village)
        names = ("" if self.regency else self.province, self.regency, self.district, self.village)
        words = ("Provinsi", "", "" if self.regency else "Kecamatan", "Desa")
        return urls.area_key(
            *(_said(word, name) for word, name in zip(words, names, strict=True) if name)
        )

    @property
    def name(self) -> str:
        """The narrowest name with its word: Desa Kumpang Bis, Kecamatan Belitang Hilir."""
        if self.village:
            return village_name(self.village)
        if self.district:
            return district_name(self.district)
        return _written_out(self.regency) or with_word("Provinsi", self.province, _PROVINCE_WORDS)

    @property
    def level(self) -> int:
        """How narrow it is: 0 for a province, 1 a regency, 2 a district, 3 a village."""
        return 3 if self.village else 2 if self.district else 1 if self.regency else 0

    @property
    def names(self) -> tuple[str, str, str, str]:
        """All four names, widest first."""
        return self

    @property
    def missing(self) -> tuple[str, ...]:
        """The words of the wider levels that nobody wrote down, narrowest first."""
        words = ("provinsi", "kabupaten atau kota", "kecamatan")
        gaps = (
            word for word, name in zip(words, self.names[: self.level], strict=False) if not name
        )
        return tuple(gaps)[::-1]

    @property
    def parent(self) -> "Area | None":
        """The next wider area that is known, or None."""
        wider = list(self.names[: self.level])
        return Area(*wider) if any(wider) else None

    @property
    def line(self) -> tuple["Area", ...]:
        """The area and all it lies in, widest first."""
        return _line(self)


@cache
def _line(area: Area) -> tuple[Area, ...]:
    """Remembered: every place of every session asks for the line of one of few areas."""
    wider = area.parent
    return (*_line(wider), area) if wider else (area,)


def with_word(word: str, name: str, words: frozenset[str]) -> str:
    """Put the usual word before a name that does not bring its own (`Kelurahan Lagoa`)."""
    name = _written_out(name)
    return name if name.split(" ", 1)[0].lower() in words else f"{word} {name}"


@lru_cache(maxsize=20_000)
def village_name(name: str) -> str:
    """A village as it is said: `Desa Kumpang Bis`, `Kelurahan Lagoa`."""
    return with_word("Desa", name, _VILLAGE_WORDS)


@lru_cache(maxsize=20_000)
def district_name(name: str) -> str:
    """A district as it is said: `Kecamatan Sekotong`, `Distrik Abepura`."""
    return with_word("Kecamatan", name, _DISTRICT_WORDS)


@cache
def spelling(name: str) -> str:
    """What a name comes down to, so that it is the same however it is typed.

    Case, signs and shortened words do not matter, nor does `Desa`, `Kecamatan` or `Provinsi`; but
    a Kelurahan is another village than the Desa of that name.
    """
    first, _, rest = slugify(_written_out(name)).partition("-")
    return rest if rest and first in _LEFT_OUT else f"{first}-{rest}" if rest else first


@cache
def bare_spelling(village: str) -> str:
    """What the name of a village comes down to without the word for what it is."""
    first, _, rest = slugify(_written_out(village)).partition("-")
    return rest if rest and first in _VILLAGE_WORDS else f"{first}-{rest}" if rest else first


def brings_its_word(name: str, level: int) -> bool:
    """Whether a name is typed with the word for its level (see `Area.level`)."""
    words = (_PROVINCE_WORDS, frozenset[str](), _DISTRICT_WORDS, _VILLAGE_WORDS)[level]
    return _written_out(name).split(" ", 1)[0].lower() in words


def worded(name: str, level: int) -> str:
    """A name with the usual word for its level before it: another address for the same name."""
    return f"{_LEVEL_WORDS[level]} {name}"


def area_of(place: Place, unit: Unit | None) -> Area | None:
    """The area of a place; what the place leaves open comes from a unit that has just one."""
    typed = Area(
        place.province or "", place.regency or "", place.district or "", place.village or ""
    )
    of = unit.area if unit else _NOWHERE
    return _filled(typed, of.provinces, of.regencies, of.districts)


@lru_cache(maxsize=20_000)
def _filled(typed: Area, provinces: Names, regencies: Names, districts: Names) -> Area | None:
    regency = typed.regency or _only(regencies)
    at_home = not typed.regency or spelling(regency) in map(spelling, regencies)
    province = typed.province or (_only(provinces) if at_home else "")
    district = typed.district or (_only(districts) if at_home and regency else "")
    found = Area(province, regency, district, typed.village)
    return found if any(found) else None


def areas_of_unit(unit: Unit) -> tuple[Area, ...]:
    """The narrowest areas a unit is responsible for, as far as they can be told apart."""
    of = unit.area
    province, regency = _only(of.provinces), _only(of.regencies)
    if of.districts and regency:
        return tuple(Area(province, regency, one) for one in of.districts)
    if of.regencies:
        return tuple(Area(province, one) for one in of.regencies)
    return tuple(Area(one) for one in of.provinces)


def areas_within(areas: Iterable[Area]) -> Iterator[Area]:
    """Every area given and all they lie in, each once, in the order met."""
    seen: set[Area] = set()
    for area in areas:
        for one in area.line:
            if one not in seen:
                seen.add(one)
                yield one


def _written_out(name: str) -> str:
    first, _, rest = name.partition(" ")
    word = _SHORT.get(first.rstrip(".").lower())
    return f"{word} {rest}" if word and rest else name


def _said(word: str, name: str) -> str:
    # `Provinsi Contoh` keeps the address it has always had: provinsi-provinsi-contoh.
    if word in ("", "Provinsi"):
        return f"{word} {name}"
    return with_word(word, name, _VILLAGE_WORDS | _DISTRICT_WORDS)


def _only(names: tuple[str, ...]) -> str:
    return names[0] if len(names) == 1 else ""
