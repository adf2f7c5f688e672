"""The registries themselves: trees without circles, and the rules they have to keep."""

import re
from collections.abc import Iterable, Iterator, Mapping

from generator.archive import Archive
from generator.checks.remarks import Remark, check, error
from generator.language import _
from generator.model import Outcome, Place, Programme, Session, Unit, UnitLevel
from generator.records import Kind, Record
from generator.records.places import Steps

MUST_EXIST = ("lainnya", "problem-solving")
"""Programmes other rules rest on; no deadline rule can hold for them."""

_REGENCY = re.compile(r"(?:Kabupaten|Kota)(?: Administrasi)? \S")


@check("induk-melingkar")
def circles(archive: Archive) -> Iterator[Remark]:
    """Induk yang melingkar: satuan atau program yang menjadi atasan bagi dirinya sendiri.

    Halaman satuan memuat semua satuan di bawahnya. Kalau rantainya melingkar, tidak ada yang paling
    atas, dan jumlahnya tidak dapat dihitung.

    Betulkan `induk` sehingga rantainya naik sampai mabes, atau sampai program yang tanpa induk.
    """
    units = archive.records.registries.units
    programmes = archive.records.registries.programmes
    message = _("rantai induk ini kembali ke dirinya sendiri; betulkan induknya")
    for key in _in_a_circle({key: unit.parent for key, unit in units.items()}):
        yield error(units[key], ("induk",), message)
    for key in _in_a_circle({key: one.parent for key, one in programmes.items()}):
        yield error(programmes[key], ("induk",), message)
    for key in _in_a_circle({key: unit.successor for key, unit in units.items()}):
        message = _("rantai penerus ini kembali ke dirinya sendiri; betulkan penerusnya")
        yield error(units[key], ("penerus",), message)


def _in_a_circle(parents: Mapping[str, str | None]) -> Iterator[str]:
    for key in parents:
        seen: set[str] = set()
        above = parents[key]
        while above is not None and above != key and above not in seen:
            seen.add(above)
            above = parents.get(above)
        if above == key:
            yield key


@check("induk-satuan")
def parents_of_units(archive: Archive) -> Iterator[Remark]:
    """Satuan tanpa induk, atau mabes yang berinduk.

    Rantai komando menentukan siapa yang boleh menjawab dan di halaman siapa sebuah sesi muncul.
    Hanya mabes yang berada di puncak.

    Tulis `induk` dengan kunci satuan atasan; pada mabes, hapus `induk`.
    """
    for unit in archive.records.registries.units.values():
        is_top = unit.level is UnitLevel.HEADQUARTERS
        if is_top and unit.parent:
            yield error(unit, ("induk",), _("mabes tidak punya induk; hapus baris ini"))
        if not is_top and not unit.parent:
            message = _("`induk` belum ditulis; hanya mabes tanpa induk")
            yield error(unit, (), message)


@check("program-wajib")
def required_programmes(archive: Archive) -> Iterator[Remark]:
    """Program `lainnya` dan `problem-solving` yang hilang atau diberi tenggat bawaan.

    `lainnya` menampung kegiatan yang belum punya program, dan hasil mediasi hanya terbit lewat
    `problem-solving`. Keduanya tidak punya aturan yang menetapkan tenggat.

    Buat berkasnya di data/programs dengan `nama`, tanpa `tenggat_bawaan`.
    """
    programmes = archive.records.registries.programmes
    for key in MUST_EXIST:
        programme = programmes.get(key)
        if programme is None:
            file = f"{Kind.PROGRAMME}/{key}.yml"
            message = _("berkas ini harus ada; isi dengan `nama`, tanpa `tenggat_bawaan`")
            yield Remark(file, (), message, rests_on=(f"{Kind.PROGRAMME}/{key}",))
        elif programme.default_deadlines:
            message = _("program ini tidak boleh punya tenggat bawaan; hapus")
            yield error(programme, ("tenggat_bawaan",), message)


@check("aturan-tenggat-ganda")
def doubled_rules(archive: Archive) -> Iterator[Remark]:
    """Dua tenggat bawaan yang mulai berlaku pada hari yang sama.

    Tenggat bawaan diambil dari aturan yang berlaku pada hari sesi. Kalau dua aturan mulai pada hari
    yang sama, tidak jelas mana yang dipakai.

    Hapus salah satu, atau betulkan `sejak`.
    """
    for programme in archive.records.registries.programmes.values():
        yield from _doubled(programme)


def _doubled(programme: Programme) -> Iterator[Remark]:
    seen = set()
    for number, rule in enumerate(programme.default_deadlines):
        if rule.since in seen:
            message = _("sudah ada aturan lain sejak hari ini; hapus salah satu")
            yield error(programme, ("tenggat_bawaan", number, "sejak"), message)
        seen.add(rule.since)


@check("sebutan-kabupaten")
def regencies(archive: Archive) -> Iterator[Remark]:
    """Kabupaten atau kota yang ditulis tanpa sebutannya.

    Ada Kabupaten Solok dan ada Kota Solok. Tanpa sebutan, sesi bisa masuk ke halaman wilayah yang
    salah.

    Tulis lengkap: `Kabupaten Solok` atau `Kota Solok`, tanpa singkatan.
    """
    message = _("tulis dengan sebutannya: Kabupaten ... atau Kota ..., tanpa singkatan")
    for record, path, name in _regencies(archive):
        if not _REGENCY.match(name):
            yield error(record, path, message)


def _regencies(archive: Archive) -> Iterator[tuple[Record, Steps, str]]:
    for unit in archive.records.registries.units.values():
        yield from _of_unit(unit)
    for session in archive.sessions:
        yield from _of_places(session, session.places)
    for outcome in archive.outcomes:
        if outcome.places:
            yield from _of_places(outcome, outcome.places)


def _of_unit(unit: Unit) -> Iterator[tuple[Record, Steps, str]]:
    for number, name in enumerate(unit.area.regencies):
        yield unit, ("wilayah", "kabupaten", number), name


def _of_places(
    record: Session | Outcome, places: Iterable[Place]
) -> Iterator[tuple[Record, Steps, str]]:
    for number, place in enumerate(places):
        if place.regency:
            yield record, ("tempat", number, "kabupaten"), place.regency
