"""What a column of the recap may hold: every simple field of the model, with the name it has there.

Headings are Indonesian whatever language the program speaks: they are what stands in the file.
"""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from types import MappingProxyType

from generator.outline import Field, Holds, outline
from generator.records import Kind

ENTRY = "masukan"
"""The key of a session under which its concerns stand, one to a row."""
ANSWER = "jawaban"
ANSWERED = "menjawab"
UNIT, DAY, PROGRAMME, PLACE = "satuan", "tanggal", "program", "tempat"
FOLDER: tuple[str, ...] = ("", UNIT)
"""The column of a follow-up that names the unit whose folder it goes into; no key of the model."""

COUNTERS = frozenset({"no", "nomor", "nomor urut", "no urut", "nr", "nomer", ""})
"""Headings of a column that only counts the rows."""

_LEFT_OUT = frozenset({"id", "koreksi", "bukti", "komitmen"})
"""What the program computes, what only `kabar correct` and `kabar photo` write, and what has ids of
its own."""

_FOLDER_FIELD = Field(
    UNIT,
    "",
    "Satuan yang memberi kabar; bila kosong: satuan yang mengadakan sesinya.",
    Holds.KEY,
    is_required=False,
    registry=Kind.UNIT,
)

_HEADINGS: Mapping[tuple[str, ...], str] = MappingProxyType(
    {
        ("tempat", "dusun"): "Dusun",
        ("tempat", "rt"): "RT",
        ("tempat", "rw"): "RW",
        ("tempat", "desa"): "Desa",
        ("tempat", "mukim"): "Mukim",
        ("tempat", "kecamatan"): "Kecamatan",
        ("tempat", "kabupaten"): "Kabupaten",
        ("tempat", "provinsi"): "Provinsi",
        ("tempat", "jalan"): "Jalan",
        ("hadir", "unsur"): "Unsur yang hadir",
        ("personel",): "Jumlah personel",
        ("mitra",): "Mitra",
        ("tema",): "Tema sesi",
        ("masukan", "oleh"): "Disampaikan oleh",
        ("masukan", "saluran"): "Disampaikan lewat",
        ("masukan", "tahan"): "Isi ditahan karena",
        ("masukan", "untuk"): "Jawaban ditunggu dari",
        ("masukan", "upaya_warga"): "Upaya warga",
        ("masukan", "sebelumnya"): "Mengulang masukan",
        ("masukan", "jawaban", "penjawab"): "Penjawab",
        ("masukan", "jawaban", "cek_lagi"): "Rujukan dilihat lagi",
        ("masukan", "janji", "berkala"): "Janji berkala",
        ("masukan", "janji", "kata"): "Janji tanpa tanggal",
        ("sumber", "url"): "Alamat sumber",
        ("menjawab",): "Masukan yang dijawab",
        ("uraian",): "Uraian",
        ("bentuk",): "Bentuk tindakan",
        ("ukuran", "jumlah"): "Angka hasil",
        ("ukuran", "berupa"): "Angka itu berupa",
        ("oleh",): "Dikerjakan oleh",
        ("cek_lagi",): "Dilihat lagi",
        ("nomor",): "Nomor surat",
        ("tenggat",): "Tenggat baru",
        ("sisa",): "Yang belum dikerjakan",
        ("cara",): "Cara warga ditanya",
        ("ditanya",): "Jumlah warga ditanya",
        ("ke",): "Digabung ke masukan",
        ("langkah_warga",): "Langkah warga",
        ("saluran",): "Warga diberi tahu lewat",
        FOLDER: "Satuan",
    }
)
"""Headings that say more than the key does; every other one is made of the keys."""

_SYNONYMS: Mapping[Kind, Mapping[tuple[str, ...], str]] = MappingProxyType(
    {
        Kind.SESSION: {
            ("tanggal",): "tgl|hari tanggal|tanggal kegiatan|tanggal pelaksanaan|tanggal sesi",
            ("waktu",): "jam|pukul|waktu pelaksanaan",
            ("program",): "kegiatan|nama kegiatan|jenis kegiatan|nama program",
            ("satuan",): "polsek|satker|kesatuan|polsek jajaran|satuan kerja|polres",
            ("tempat", "nama"): "tempat|tempat kegiatan|tempat pelaksanaan",
            ("tempat", "desa"): "desa kelurahan|kelurahan|kelurahan desa",
            ("hadir", "jumlah"): "peserta|jumlah peserta|hadir|yang hadir|jumlah yang hadir",
            ("personel",): "personel|jumlah polisi",
            ("masukan", "isi"): (
                "masukan|masukan warga|uraian masukan|keluhan|keluhan warga|aspirasi|"
                "aspirasi warga|permasalahan|saran masukan"
            ),
            ("masukan", "jenis"): "jenis|kategori",
            ("masukan", "tema"): "tema|topik",
            ("masukan", "oleh"): "penyampai|dari",
            ("masukan", "jawaban", "isi"): "jawaban|tanggapan|jawaban polisi|respon|respons",
            ("masukan", "janji", "tenggat"): "tenggat|target|batas waktu|tanggal target",
            ("sumber", "url"): "url|link|tautan|link berita",
            ("petugas", "nama"): "pimpinan|nama pimpinan",
        },
        Kind.OUTCOME: {
            ("tanggal",): "tgl|hari tanggal|tanggal tindak lanjut|tanggal kejadian",
            ("menjawab",): "masukan|menjawab|id masukan|keluhan|masukan warga|menjawab masukan",
            ("kejadian",): "status|perkembangan|jenis tindak lanjut",
            ("uraian",): "tindak lanjut|uraian tindak lanjut|keterangan|hasil",
            ("mitra",): "instansi|instansi terkait",
            ("personel",): "personel|jumlah polisi",
            ("tempat", "nama"): "tempat",
            ("waktu",): "jam|pukul",
            FOLDER: "polsek|satker|kesatuan|satuan kerja",
        },
    }
)
"""What units call these columns in the recaps they already keep."""

_FIRST: Mapping[Kind, tuple[tuple[str, ...], ...]] = MappingProxyType(
    {
        Kind.SESSION: (
            *((DAY,), (UNIT,), (PROGRAMME,), ("waktu",), (PLACE, "nama"), (PLACE, "desa")),
            *((ENTRY, "jenis"), (ENTRY, "isi"), (ENTRY, "tema"), (ENTRY, "oleh")),
            *((ENTRY, ANSWER, "jenis"), (ENTRY, ANSWER, "isi"), (ENTRY, ANSWER, "penjawab")),
            *((ENTRY, "janji", "tenggat"), (ENTRY, "janji", "berkala"), (ENTRY, "janji", "kata")),
            *(("hadir", "jumlah"), ("hadir", "unsur"), ("personel",), (ENTRY, "tahan")),
        ),
        Kind.OUTCOME: (
            *((ANSWERED,), FOLDER, (DAY,), ("kejadian",), ("uraian",), ("mitra",)),
            *(("cek_lagi",), ("tenggat",), ("sebab",), ("sisa",), ("alasan",), ("langkah_warga",)),
            *(("cara",), ("ditanya",), ("saluran",), ("ukuran", "jumlah"), ("ukuran", "berupa")),
        ),
    }
)
"""What is filled in most, in the order it comes to mind; every other field stands behind it."""

_BRACKETS = re.compile(r"\([^)]*\)")
_OTHER_SIGNS = re.compile(r"[\W_]+")


@dataclass(frozen=True, slots=True)
class Column:
    """One column: the keys that lead to its field, the field itself, and its heading.

    `groups` are the fields that hold it, outermost first.
    """

    path: tuple[str, ...]
    field: Field
    heading: str
    groups: tuple[Field, ...] = ()

    @property
    def is_required(self) -> bool:
        """Whether it has to be filled in wherever its record or its concern is."""
        return self.field.is_required and len(self.groups) == int(self.is_entry)

    @property
    def is_entry(self) -> bool:
        """Whether it belongs to one concern of a session, not to the session."""
        return len(self.groups) > 0 and self.path[0] == ENTRY


@cache
def columns(kind: Kind) -> tuple[Column, ...]:
    """Give every column of a kind of record (SESSION or OUTCOME), those filled in most first."""
    found = tuple(_columns(outline(kind), (), ()))
    if kind is Kind.OUTCOME:
        found = (Column(FOLDER, _FOLDER_FIELD, _HEADINGS[FOLDER]), *found)
    order = {path: number for number, path in enumerate(_FIRST[kind])}
    return tuple(sorted(found, key=lambda one: order.get(one.path, len(order))))


def required(kind: Kind) -> tuple[tuple[tuple[str, ...], ...], ...]:
    """Give the columns a sheet cannot do without; of each group one is enough."""
    if kind is Kind.SESSION:
        return (((DAY,),), ((UNIT,),), ((PROGRAMME,),))
    return (((DAY,),), (("kejadian",),), ((ANSWERED,), ("cakupan", PROGRAMME), ("cakupan", UNIT)))


@cache
def known(kind: Kind) -> Mapping[str, Column]:
    """Give the columns by everything that may stand above them, as `plain` writes it."""
    found: dict[str, Column] = {}
    by_path = {one.path: one for one in columns(kind)}
    for one in by_path.values():
        found[plain(one.heading)] = one
    for path, names in _SYNONYMS[kind].items():
        if path in by_path:
            for name in names.split("|"):
                found.setdefault(name, by_path[path])
    for one in by_path.values():
        if (name := plain(" ".join(one.path))) not in COUNTERS:
            found.setdefault(name, one)
    return MappingProxyType(found)


def plain(heading: str) -> str:
    """Give a heading as headings are compared: small letters and digits, single spaces."""
    return _OTHER_SIGNS.sub(" ", _BRACKETS.sub(" ", heading).casefold()).strip()


def _columns(
    fields: tuple[Field, ...], above: tuple[str, ...], groups: tuple[Field, ...]
) -> Iterator[Column]:
    for one in fields:
        path = (*above, one.key)
        if one.key in _LEFT_OUT:
            continue
        if one.holds is Holds.GROUP:
            yield from _columns(one.fields, path, (*groups, one))
        else:
            yield Column(path, one, _heading(path), groups)


def _heading(path: tuple[str, ...]) -> str:
    if path in _HEADINGS:
        return _HEADINGS[path]
    words = " ".join(path[-1:-3:-1]).replace("_", " ")
    return f"{words[:1].upper()}{words[1:]}"
