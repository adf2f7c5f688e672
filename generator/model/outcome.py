"""A follow-up: what happened afterwards, to one or more concerns."""

import datetime
from collections.abc import Mapping
from dataclasses import field
from enum import StrEnum
from types import MappingProxyType
from typing import Annotated

from pydantic.dataclasses import dataclass
from pydantic.json_schema import SkipJsonSchema

from generator.language import _
from generator.model.fields import (
    STRICT,
    Amount,
    Count,
    Day,
    EventDate,
    FileName,
    FromOne,
    Line,
    Lines,
    OneOrMany,
    PositiveCount,
    ProgrammeKey,
    ReasonKey,
    Reference,
    References,
    Text,
    Texts,
    ThemeKeys,
    Time,
    UnitKeys,
    key,
    problem,
    refuse,
    rule,
)
from generator.model.parts import Correction, Officer, Place, Review, Source, Withdrawal
from generator.model.words import Form, How, TellingChannel, Yes


class Event(StrEnum):
    """What happened. The order is that of the contract: on one day the least flattering is last."""

    EVALUATED = "dievaluasi"
    DISCUSSED = "dirapatkan"
    COORDINATED = "dikoordinasikan"
    ACTED = "dikerjakan"
    EVIDENCE = "bukti berkala"
    HANDED_OVER = "diteruskan"
    EXTENDED = "diperpanjang"
    PARTLY = "sebagian"
    ANSWERED = "dijawab"
    DONE = "selesai"
    CONFIRMED = "dibenarkan warga"
    RETRACTED = "dicabut"
    MERGED = "digabung"
    REFUSED = "tidak dipenuhi"
    REOPENED = "dibuka kembali"
    DISPUTED = "disanggah warga"
    TOLD = "disampaikan"


NEEDS: Mapping[Event, tuple[str, ...]] = MappingProxyType(
    {
        Event.COORDINATED: ("mitra",),
        Event.HANDED_OVER: ("mitra", "cek_lagi"),
        Event.EXTENDED: ("tenggat", "sebab"),
        Event.PARTLY: ("sisa", "tenggat"),
        Event.CONFIRMED: ("cara", "ditanya"),
        Event.MERGED: ("ke",),
        Event.REFUSED: ("alasan", "langkah_warga"),
        Event.REOPENED: ("sebab",),
        Event.DISPUTED: ("cara", "ditanya"),
        Event.TOLD: ("saluran",),
    }
)
"""What each event also has to say, by YAML key."""


KEYS: Mapping[str, str] = MappingProxyType(
    {
        "mitra": "partners",
        "cek_lagi": "check_again",
        "tenggat": "deadline",
        "sebab": "cause",
        "sisa": "remainder",
        "cara": "how",
        "ditanya": "asked",
        "ke": "merged_into",
        "alasan": "reason",
        "langkah_warga": "next_steps",
        "saluran": "channel",
    }
)


@dataclass(frozen=True, slots=True, kw_only=True, config=STRICT)
class Measure:
    """A figure of what was done."""

    number: Annotated[Amount, key("jumlah", "Berapa, misalnya 3 atau sekitar 30.")]
    of: Annotated[Line, key("berupa", "Berapa apa, misalnya kali patroli.")]


@dataclass(frozen=True, slots=True, kw_only=True, config=STRICT)
class Evidence:
    """A photo of what was done. A photo alone never confirms anything."""

    file: Annotated[FileName, key("berkas", "Nama berkas foto di data/media.")]
    caption: Annotated[
        Line, key("keterangan", "Apa yang terlihat, untuk orang yang tidak dapat melihat fotonya.")
    ]
    taken: Annotated[EventDate | None, key("diambil", "Kapan foto diambil.")] = None
    genuine: Annotated[Yes, key("asli", "Tulis ya: foto asli, bukan buatan atau ubahan AI.")]


@dataclass(frozen=True, slots=True, kw_only=True, config=STRICT)
class Scope:
    """What an outcome of many unnamed concerns is about; it changes no status."""

    programme: Annotated[
        ProgrammeKey | None, key("program", "Programnya. Kuncinya ada di data/programs.")
    ] = None
    themes: Annotated[ThemeKeys, key("tema", "Tentang apa. Kuncinya ada di data/themes.yml.")] = ()
    units: Annotated[UnitKeys, key("satuan", "Satuan mana. Kuncinya ada di data/units.")] = ()

    @rule("program", "tema", "satuan")
    def _says_something(self) -> None:
        if not (self.programme or self.themes or self.units):
            raise problem(_("cakupan perlu program, tema, atau satuan"))


@dataclass(frozen=True, slots=True, kw_only=True, config=STRICT)
class Outcome:
    """One event after a session. `id` and `published` come from outside the file."""

    answers: Annotated[
        References,
        key("menjawab", "Masukan yang dijawab: 2023-10-20#patroli, atau satuan-lain/2023-10-20#x."),
    ] = ()
    scope: Annotated[
        Scope | None,
        key("cakupan", "Sebagai ganti menjawab bila menyangkut banyak masukan yang tidak disebut."),
    ] = None
    date: Annotated[EventDate, key("tanggal", "Kapan terjadi, bukan kapan diketik.")]
    time: Annotated[Time | None, key("waktu", "Misalnya 16.30 WITA, malam.")] = None
    event: Annotated[Event, key("kejadian", "Apa yang terjadi.")]
    account: Annotated[Text | None, key("uraian", "Apa yang terjadi, dengan kata-kata biasa.")] = (
        None
    )
    form: Annotated[Form | None, key("bentuk", "Bentuk tindakan.")] = None
    by: Annotated[
        Line | None,
        key("oleh", "Kunci satuan atau nama mitra yang bertindak; bila kosong: satuan folder ini."),
    ] = None
    places: Annotated[
        Annotated[tuple[Place, ...], OneOrMany(), FromOne], key("tempat", "Tempat kejadian.")
    ] = ()
    officers: Annotated[
        tuple[Officer, ...], key("petugas", "Petugas dan pejabat dalam jabatannya.")
    ] = ()
    personnel: Annotated[Count | None, key("personel", "Jumlah polisi yang bertugas.")] = None
    partners: Annotated[Lines, key("mitra", "Nama lembaga mitra.")] = ()
    check_again: Annotated[
        Day | None, key("cek_lagi", "Hari untuk mengecek lagi perkembangannya.")
    ] = None
    number: Annotated[Line | None, key("nomor", "Nomor surat penerusan, bila ada.")] = None
    deadline: Annotated[Day | None, key("tenggat", "Tenggat baru.")] = None
    cause: Annotated[Text | None, key("sebab", "Sebabnya, dengan kata-kata biasa.")] = None
    remainder: Annotated[Text | None, key("sisa", "Apa yang belum dikerjakan.")] = None
    how: Annotated[How | None, key("cara", "Bagaimana warga ditanya.")] = None
    asked: Annotated[PositiveCount | None, key("ditanya", "Berapa warga yang ditanya.")] = None
    merged_into: Annotated[
        Reference | None, key("ke", "Masukan lain tempat hal ini dilanjutkan.")
    ] = None
    reason: Annotated[
        ReasonKey | None, key("alasan", "Mengapa. Kuncinya ada di data/reasons.yml.")
    ] = None
    next_steps: Annotated[
        Text | None, key("langkah_warga", "Apa yang dapat dilakukan warga selanjutnya.")
    ] = None
    channel: Annotated[TellingChannel | None, key("saluran", "Lewat apa warga diberi tahu.")] = None
    measures: Annotated[
        Annotated[tuple[Measure, ...], OneOrMany(), FromOne], key("ukuran", "Angka hasil tindakan.")
    ] = ()
    evidence: Annotated[
        Annotated[tuple[Evidence, ...], OneOrMany(), FromOne], key("bukti", "Foto bukti.")
    ] = ()
    notes: Annotated[
        Texts, key("catatan", "Hal lain yang perlu diketahui, misalnya yang janggal di sumbernya.")
    ] = ()
    sources: Annotated[tuple[Source, ...], key("sumber", "Dari mana keterangan ini.")] = ()
    corrections: Annotated[
        tuple[Correction, ...], key("koreksi", "Pembetulan sesudah catatan terbit.")
    ] = ()
    reviewed: Annotated[
        Review | None, key("ditinjau", "Tanda bahwa orang kedua sudah membaca kata-kata yang peka.")
    ] = None
    id: SkipJsonSchema[str] = field(default="", init=False)
    published: SkipJsonSchema[datetime.date | None] = field(default=None, init=False)

    @rule("kejadian", "menjawab", "cakupan", "uraian", *KEYS)
    def _complete(self) -> None:
        missing = [name for name in NEEDS.get(self.event, ()) if not getattr(self, KEYS[name])]
        refuse(
            _("tulis menjawab atau cakupan, tidak keduanya")
            if self.answers and self.scope
            else None,
            None
            if self.answers or self.scope
            else _("catatan ini belum menyebut masukan yang dijawab; tulis `menjawab`"),
            None
            if self.account or self.cause
            else _("uraian belum ditulis; ceritakan apa yang terjadi"),
            _("kejadian {event} perlu juga: {keys}").format(
                event=self.event.value, keys=", ".join(missing)
            )
            if missing
            else None,
        )

    @property
    def folder(self) -> str:
        """The unit in whose folder the outcome lies."""
        return self.id.partition("/")[0]


TERMS: Mapping[Event, str] = MappingProxyType(
    {Event.HANDED_OVER: "cek_lagi", Event.EXTENDED: "tenggat", Event.PARTLY: "tenggat"}
)
"""Where each event that moves a deadline names the new day, by YAML key."""


@dataclass(frozen=True, slots=True, kw_only=True, config=STRICT)
class WithdrawnOutcome:
    """An outcome record that was taken back; nothing else is left of it."""

    withdrawn: Annotated[Withdrawal, key("ditarik", "Kapan, mengapa, dan atas dasar apa ditarik.")]
    id: SkipJsonSchema[str] = field(default="", init=False)

    @property
    def folder(self) -> str:
        """The unit in whose folder the outcome lay."""
        return self.id.partition("/")[0]
