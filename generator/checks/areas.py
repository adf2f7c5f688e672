"""Names of areas: what would part one place in two, and what leaves its place on the map open."""

import re
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping
from typing import NamedTuple

from generator.archive import Archive
from generator.areas import Area, area_of, bare_spelling, spelling
from generator.atlas import provinces_typed
from generator.checks.remarks import Remark, check, warning
from generator.language import _
from generator.model import Session
from generator.records import Kind

_KEYS = ("provinsi", "kabupaten", "kecamatan", "desa")
_DISTRICT, _VILLAGE = 2, 3
_DOUBLED = re.compile(r"([a-z])\1+")
_NUMERAL = 3  # letters of the longest word that may be a number: III


class _Named(NamedTuple):
    """An area as the place of this number in a session names it."""

    session: Session
    number: int
    area: Area


@check("ejaan-wilayah")
def alike(archive: Archive) -> Iterator[Remark]:
    """Dua nama wilayah yang mungkin satu tempat.

    `Suka Maju` dan `Sukamaju`, atau `Menteng` dan `Kelurahan Menteng`, tampil sebagai dua desa
    dengan halaman sendiri-sendiri, dan cerita warganya terbelah. Huruf besar atau kecil, kata
    `Desa` dan `Kecamatan`, serta singkatan `Kel.` dan `Kec.` tidak jadi soal.

    Kalau memang satu tempat, tulis namanya persis seperti di catatan yang lain. Kalau memang dua
    tempat, biarkan saja: ini peringatan, situs tetap terbit.
    """
    # Far fewer areas are named than places name one; where there is nothing to say of any of them,
    # as nearly always, the places are not asked. So it is in the other checks.
    counted: Counter[Area] = Counter()
    for area, times in archive.atlas.typed.items():
        for wide in archive.atlas(area).line:
            counted[wide] += times
    usual = _usual(counted)
    for one in _places(archive) if usual else ():
        for wide in archive.atlas(one.area).line:
            other = usual.get(wide)
            if other and one.area.names[wide.level]:
                message = _(
                    "mirip dengan “{other}” di catatan lain; kalau tempatnya sama, tulis persis "
                    "begitu"
                )
                said = message.format(other=other.names[other.level])
                yield warning(one.session, ("tempat", one.number, _KEYS[wide.level]), said)


@check("wilayah-belum-lengkap")
def incomplete(archive: Archive) -> Iterator[Remark]:
    """Desa yang kecamatannya, atau kecamatan yang kabupatennya, belum diketahui.

    Banyak desa bernama sama. Tanpa wilayah di atasnya, desa ini tidak dapat digabung dengan desa
    yang sama di catatan lain, dan warga sulit menemukannya.

    Tulis `kecamatan` di bawah `tempat`; kalau satuannya bertugas di lebih dari satu kabupaten,
    tulis `kabupaten` juga.
    """
    lacking = {area: _lacks(archive.atlas(area)) for area in archive.atlas.typed}
    for one in _places(archive) if any(lacking.values()) else ():
        area, unit, lacks = archive.atlas(one.area), one.session.units[0], lacking[one.area]
        if lacks and unit in archive.records.registries.units:
            message = _("wilayah di atasnya belum diketahui; tulis juga `{key}`")
            path = ("tempat", one.number, _KEYS[area.level])
            said = message.format(key=next(key for key in lacks if key != _KEYS[0]))
            yield warning(one.session, path, said, rests_on=(f"{Kind.UNIT}/{unit}",))


@check("provinsi-berbeda")
def provinces(archive: Archive) -> Iterator[Remark]:
    """Kabupaten atau kota yang tertulis di dua provinsi.

    Satu kabupaten hanya ada di satu provinsi. Yang dipakai adalah provinsi yang paling sering
    tertulis, jadi catatan ini tampil di provinsi lain daripada yang ditulis.

    Betulkan `provinsi`, atau hapus kalau satuannya sudah menyebutnya.
    """
    typed = provinces_typed(archive.atlas.typed)
    torn = {regency for regency, provinces in typed.items() if len(provinces) > 1}
    for one in _places(archive) if torn else ():
        place, used = one.session.places[one.number], archive.atlas(one.area).province
        if not place.province or spelling(one.area.regency) not in torn:
            continue
        if spelling(place.province) != spelling(used):
            message = _("di catatan lain kabupaten ini ada di “{province}”; betulkan salah satunya")
            path = ("tempat", one.number, _KEYS[0])
            yield warning(one.session, path, message.format(province=used))


def _lacks(area: Area) -> list[str]:
    """The keys of what would have to be known of an area to tell it from others, if anything."""
    lacks = [key for key, name in zip(_KEYS, area.names, strict=True) if not name]
    is_narrow = area.level >= _DISTRICT and set(lacks) & {"kabupaten", "kecamatan"}
    return lacks if is_narrow else []


def _places(archive: Archive) -> Iterator[_Named]:
    units = archive.records.registries.units
    for session in archive.sessions:
        unit = units.get(session.units[0])
        for number, place in enumerate(session.places):
            if area := area_of(place, unit):
                yield _Named(session, number, area)


def _usual(counted: Mapping[Area, int]) -> dict[Area, Area]:
    """Of areas side by side whose names are alike, lead the rarer ones to the most usual."""
    found: dict[Area, Area] = {}
    kin: dict[tuple[Area | None, int, str], list[Area]] = defaultdict(list)
    for area in counted:
        kin[area.parent, area.level, _sound(area)].append(area)
    for areas in kin.values():
        if len(areas) > 1:
            usual = min(areas, key=lambda one: (-counted[one], one))
            found.update((one, usual) for one in areas if one != usual)
    return found


def _sound(area: Area) -> str:
    """What a name comes down to without the word before it, spaces and doubled letters.

    A number stays what it is: Sumber I and Sumber II are two villages.
    """
    name = area.names[area.level]
    bare = bare_spelling(name) if area.level == _VILLAGE else spelling(name)
    return "".join(
        _DOUBLED.sub(r"\1", word) if len(word) > _NUMERAL else word for word in bare.split("-")
    )
