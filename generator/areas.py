"""Where things happened: province, regency, district, village, as far as each is known."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from generator import urls
from generator.model import Place, Unit

_VILLAGE_WORDS = frozenset(
    {"desa", "kelurahan", "kalurahan", "nagari", "kampung", "kampong", "gampong", "pekon"}
    | {"negeri", "lembang", "tiyuh", "kute", "ohoi"}
)
_DISTRICT_WORDS = frozenset({"kecamatan", "distrik", "kapanewon", "kemantren"})


@dataclass(frozen=True, slots=True, order=True)
class Area:
    """A place on the administrative map, widest first; what is not known is "".

    Names are as typed in the records. A narrower part is only kept when everything above it is
    known, so an area always lies within exactly one wider area.
    """

    province: str = ""
    regency: str = ""
    district: str = ""
    village: str = ""

    @property
    def key(self) -> str:
        """The area's part of its address: `kabupaten-sekadau-belitang-hilir-kumpang-bis`."""
        if not self.regency:
            return urls.area_key("provinsi", self.province)
        return urls.area_key(self.regency, self.district, self.village)

    @property
    def name(self) -> str:
        """The narrowest name with its word: Desa Kumpang Bis, Kecamatan Belitang Hilir."""
        if self.village:
            return with_word("Desa", self.village, _VILLAGE_WORDS)
        if self.district:
            return with_word("Kecamatan", self.district, _DISTRICT_WORDS)
        return self.regency or with_word("Provinsi", self.province, frozenset({"provinsi"}))

    @property
    def parent(self) -> "Area | None":
        """The next wider area, or None for a province."""
        if self.village:
            return Area(self.province, self.regency, self.district)
        if self.district:
            return Area(self.province, self.regency)
        if self.regency and self.province:
            return Area(self.province)
        return None

    @property
    def line(self) -> tuple["Area", ...]:
        """The area and all it lies in, widest first."""
        wider = self.parent
        return (*wider.line, self) if wider else (self,)


def with_word(word: str, name: str, words: frozenset[str]) -> str:
    """Put the usual word before a name that does not bring its own (`Kelurahan Lagoa`)."""
    return name if name.split(" ", 1)[0].lower() in words else f"{word} {name}"


def village_name(name: str) -> str:
    """A village as it is said: `Desa Kumpang Bis`, `Kelurahan Lagoa`."""
    return with_word("Desa", name, _VILLAGE_WORDS)


def district_name(name: str) -> str:
    """A district as it is said: `Kecamatan Sekotong`, `Distrik Abepura`."""
    return with_word("Kecamatan", name, _DISTRICT_WORDS)


def area_of(place: Place, unit: Unit | None) -> Area | None:
    """The area of a place; what the place leaves open comes from a unit that has just one."""
    regency = place.regency or _only(unit.area.regencies if unit else ())
    if not regency:
        province = place.province or _only(unit.area.provinces if unit else ())
        return Area(province) if province else None
    at_home = unit is not None and regency in unit.area.regencies
    province = place.province or (_only(unit.area.provinces) if unit and at_home else "")
    district = place.district or (_only(unit.area.districts) if unit and at_home else "")
    return Area(province, regency, district, (place.village or "") if district else "")


def areas_within(areas: Iterable[Area]) -> Iterator[Area]:
    """Every area given and all they lie in, each once, in the order met."""
    seen: set[Area] = set()
    for area in areas:
        for one in area.line:
            if one not in seen:
                seen.add(one)
                yield one


def _only(names: tuple[str, ...]) -> str:
    return names[0] if len(names) == 1 else ""
