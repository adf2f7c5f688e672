"""Which part of a record is meant, in words: `hadir.jumlah` is the number of those who came.

A path names YAML keys from the outside to the inside, items of a list by their id or their number.
"""

from collections.abc import Iterator, Mapping
from types import MappingProxyType
from typing import NamedTuple

from generator.language import _
from generator.model import Commitment, Concern
from generator.records.shape import keys_of

_ENTRIES = {"masukan": Concern, "komitmen": Commitment}

_WORDS: Mapping[str, str] = MappingProxyType(
    {
        "asli": _("pernyataan asli"),
        "bentuk": _("bentuk tindakan"),
        "berupa": _("keterangan"),
        "berkala": _("berapa sering"),
        "bukti": _("foto"),
        "cakupan": _("apa yang dicakup"),
        "cara": _("cara warga ditanya"),
        "cek_lagi": _("hari untuk mengecek lagi"),
        "diambil": _("hari pengambilan"),
        "ditanya": _("jumlah warga yang ditanya"),
        "hadir.jumlah": _("jumlah yang hadir"),
        "hadir.unsur": _("siapa yang hadir"),
        "hadir": _("yang hadir"),
        "kata": _("kata-kata"),
        "ke": _("masukan tempat digabung"),
        "kejadian": _("apa yang terjadi"),
        "kewenangan": _("urusan siapa"),
        "komitmen": _("janji"),
        "langkah_warga": _("yang dapat dilakukan warga"),
        "masukan_diterima": _("jumlah masukan yang diterima"),
        "menjawab": _("masukan yang dijawab"),
        "moda": _("cara sesi diadakan"),
        "nama_lokal": _("nama setempat program"),
        "nomor": _("nomor surat"),
        "oleh": _("siapa yang bertindak"),
        "masukan.oleh": _("siapa yang menyampaikan"),
        "personel": _("jumlah polisi"),
        "rt": _("RT"),
        "rw": _("RW"),
        "saluran": _("cara warga diberi tahu"),
        "masukan.saluran": _("cara penyampaian"),
        "sebelumnya": _("masukan terdahulu yang disebut dalam"),
        "sisa": _("yang belum dikerjakan"),
        "tahan": _("alasan ditahannya"),
        "ukuran.jumlah": _("angka hasil"),
        "ukuran": _("angka hasil"),
        "unsur": _("siapa"),
        "untuk": _("satuan yang ditunggu jawabannya dalam"),
        "upaya_warga": _("yang sudah dicoba warga dalam"),
        "url": _("alamat"),
        "waktu": _("jam"),
    }
)
"""Keys that are no words by themselves, or say too little; the others stand as they are."""

_WITHIN = frozenset({"hadir.jumlah", "hadir.unsur", "ukuran.jumlah"})
"""Words that say what holds the key as well."""


class _Piece(NamedTuple):
    """One key of a path and the item named behind it, or ""."""

    key: str
    item: str


def part_words(path: str, *, named: bool = True) -> str:
    """Say which part of a record a path names: `isi masukan “patroli malam”`.

    A concern is not `named` where it was taken back: its id is a word too. Never fails: what the
    table does not know is said as it was typed.
    """
    words: list[str] = []
    above = ""
    for key, item in _pieces(path.split(".")):
        both = f"{above}.{key}"
        if key == "janji" and above == "komitmen":
            continue  # a commitment is called a promise already
        if both in _WITHIN:
            words[-1] = words[-1].replace(_word(above, ""), _word(key, above), 1)
        else:
            words.append(f"{_word(key, above)}{item if named else ''}")
        above = key
    return " ".join(reversed(words))


def _pieces(steps: list[str]) -> Iterator[_Piece]:
    place = 0
    while place < len(steps):
        key, item = steps[place], ""
        following = steps[place + 1] if place + 1 < len(steps) else ""
        if following.isdecimal():
            item, place = " " + _("ke-{number}").format(number=following), place + 1
        elif following and place == 0 and _is_id(key, following):
            item, place = " " + _("“{name}”").format(name=following.replace("-", " ")), place + 1
        yield _Piece(key, item)
        place += 1


def _is_id(key: str, step: str) -> bool:
    return key in _ENTRIES and step not in keys_of(_ENTRIES[key])


def _word(key: str, above: str) -> str:
    found = _WORDS.get(f"{above}.{key}") or _WORDS.get(key)
    return _(found) if found else key.replace("_", " ")
