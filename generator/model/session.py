"""A dialogue session: what was said and promised there."""

import datetime
from dataclasses import field
from typing import Annotated, Any

from pydantic import BeforeValidator, Discriminator, Tag
from pydantic.dataclasses import dataclass
from pydantic.json_schema import SkipJsonSchema

from generator.language import _
from generator.model.fields import (
    STRICT,
    Amount,
    Count,
    EventDate,
    FromOne,
    Id,
    Line,
    Lines,
    NotEmpty,
    OneOrMany,
    ProgrammeKey,
    ReasonKey,
    References,
    Text,
    Texts,
    ThemeKeys,
    Time,
    UnitKey,
    UnitKeys,
    key,
    refuse,
    rule,
)
from generator.model.parts import (
    Answer,
    Correction,
    Officer,
    Partner,
    Place,
    Promise,
    Review,
    Source,
    Withdrawal,
)
from generator.model.words import (
    AnswerKind,
    Authority,
    ConcernChannel,
    ConcernKind,
    Mode,
    NoAnswer,
    Silence,
    UnknownCount,
)


def _list_or_word(value: Any) -> str:
    return "<daftar>" if isinstance(value, list | dict | tuple) else "<kata>"


def _withdrawn_or_not(value: Any) -> str:
    return "<ditarik>" if isinstance(value, dict) and "ditarik" in value else "<isi>"


def _count_or_unknown(value: object) -> str:
    return "<kata>" if value == UnknownCount.UNKNOWN else "<jumlah>"


@dataclass(frozen=True, slots=True, kw_only=True, config=STRICT)
class Concern:
    """One thing residents said, in neutral words that identify nobody."""

    id: Annotated[
        Id, key("id", "Nama pendek yang tidak berubah selamanya, misalnya patroli-malam.")
    ]
    kind: Annotated[ConcernKind, key("jenis", "Jenis masukan.")]
    themes: Annotated[
        ThemeKeys, key("tema", "Tentang apa, boleh beberapa. Kuncinya ada di data/themes.yml.")
    ] = ()
    by: Annotated[
        Line | None, key("oleh", "Peran yang menyampaikan saja: warga, ketua RW, guru.")
    ] = None
    channel: Annotated[ConcernChannel, key("saluran", "Lewat apa masukan ini sampai.")] = (
        ConcernChannel.DIRECT
    )
    location: Annotated[
        Line | None, key("lokasi", "Tempatnya, paling rinci dusun atau RW; jangan rumah.")
    ] = None
    text: Annotated[
        Text | None,
        key(
            "isi",
            "Yang disampaikan, dengan kata biasa; jangan sampai ada orang yang bisa dikenali.",
        ),
    ] = None
    withheld: Annotated[
        ReasonKey | None,
        key(
            "tahan",
            "Sebagai ganti isi bila terlalu peka untuk terbit: alasannya. Kuncinya ada di "
            "data/reasons.yml.",
        ),
    ] = None
    authority: Annotated[
        Authority, key("kewenangan", "Urusan siapa: polri atau instansi lain.")
    ] = Authority.POLICE
    awaits: Annotated[
        UnitKey | None, key("untuk", "Satuan yang ditunggu jawabannya bila bukan satuan sesi ini.")
    ] = None
    tried: Annotated[Text | None, key("upaya_warga", "Apa yang sudah dicoba warga.")] = None
    earlier: Annotated[
        References, key("sebelumnya", "Masukan terdahulu yang diulang atau disanggah.")
    ] = ()
    answers: Annotated[
        Annotated[
            Annotated[
                Annotated[tuple[Answer, ...], OneOrMany(), NotEmpty, FromOne], Tag("<daftar>")
            ]
            | Annotated[NoAnswer, Tag("<kata>")],
            Discriminator(_list_or_word),
        ]
        | None,
        key("jawaban", "Jawaban di tempat; atau tidak ada; atau tidak dirinci."),
    ] = None
    promise: Annotated[
        Promise | None, key("janji", "Paling banyak satu; dua janji ditulis sebagai dua masukan.")
    ] = None

    @rule("isi", "tahan")
    def _text_or_withheld(self) -> None:
        refuse(
            _("tulis isi atau tahan, tidak keduanya") if self.text and self.withheld else None,
            None
            if self.text or self.withheld
            else _("masukan perlu isi; atau tahan bila terlalu peka untuk terbit"),
        )

    @property
    def given_answers(self) -> tuple[Answer, ...]:
        """The answers that are written out."""
        return self.answers if isinstance(self.answers, tuple) else ()

    @property
    def has_promise(self) -> bool:
        """Whether the police promised something: a day, a habit, or at least to do it."""
        return self.promise is not None or any(
            answer.kind is AnswerKind.COMMITMENT for answer in self.given_answers
        )


@dataclass(frozen=True, slots=True, kw_only=True, config=STRICT)
class WithdrawnConcern:
    """A concern that was taken back; only its id is left."""

    id: Annotated[Id, key("id", "Nama pendek masukan yang ditarik.")]
    withdrawn: Annotated[Withdrawal, key("ditarik", "Kapan, mengapa, dan atas dasar apa ditarik.")]


@dataclass(frozen=True, slots=True, kw_only=True, config=STRICT)
class Commitment:
    """A promise made to no single concern; it is followed up like one."""

    id: Annotated[Id, key("id", "Nama pendek yang tidak berubah selamanya.")]
    text: Annotated[Text, key("isi", "Apa yang dijanjikan.")]
    answerer: Annotated[Line | None, key("penjawab", "Jabatan yang berjanji.")] = None
    promise: Annotated[Promise | None, key("janji", "Tenggat, berkala, atau kata.")] = None

    @property
    def has_promise(self) -> bool:
        """A commitment is a promise, whether or not a day was named."""
        return True


@dataclass(frozen=True, slots=True, kw_only=True, config=STRICT)
class Attendance:
    """How many residents came, and who they were by role."""

    number: Annotated[
        Amount | None,
        key("jumlah", "Dengan kata apa pun: 30, sekitar 30, 30-40, puluhan, tidak dihitung."),
    ] = None
    roles: Annotated[Lines, key("unsur", "Peran yang hadir: warga, ketua RT, tokoh agama.")] = ()


def _entries(value: object) -> object:
    return value if isinstance(value, list | str) else [value]


ConcernEntry = Annotated[
    Annotated[Concern, Tag("<isi>")] | Annotated[WithdrawnConcern, Tag("<ditarik>")],
    Discriminator(_withdrawn_or_not),
]
CommitmentEntry = Annotated[
    Annotated[Commitment, Tag("<isi>")] | Annotated[WithdrawnConcern, Tag("<ditarik>")],
    Discriminator(_withdrawn_or_not),
]


@dataclass(frozen=True, slots=True, kw_only=True, config=STRICT)
class Session:
    """One meeting, patrol or broadcast. `id` and `published` come from outside the file."""

    programme: Annotated[
        ProgrammeKey, key("program", "Program yang diadakan. Kuncinya ada di data/programs.")
    ]
    units: Annotated[
        Annotated[UnitKeys, NotEmpty],
        key(
            "satuan",
            "Satuan yang mengadakan; beberapa bila diadakan bersama. Kuncinya ada di data/units.",
        ),
    ]
    local_name: Annotated[
        Line | None, key("nama_lokal", "Nama setempat program ini, persis seperti disebut.")
    ] = None
    title: Annotated[
        Line | None, key("judul", "Judul sendiri; bila kosong: program, tempat, tanggal.")
    ] = None
    date: Annotated[EventDate, key("tanggal", "Kapan diadakan.")]
    time: Annotated[Time | None, key("waktu", "Misalnya 16.30 WITA, 16.30-18.00, malam.")] = None
    mode: Annotated[Mode, key("moda", "Cara sesi diadakan.")] = Mode.FACE_TO_FACE
    places: Annotated[
        Annotated[tuple[Place, ...], OneOrMany(), FromOne],
        key("tempat", "Tempat kegiatan; daftar bila beberapa."),
    ] = ()
    officers: Annotated[
        tuple[Officer, ...], key("petugas", "Petugas dan pejabat dalam jabatannya.")
    ] = ()
    personnel: Annotated[Count | None, key("personel", "Jumlah polisi yang hadir.")] = None
    attendance: Annotated[Attendance | None, key("hadir", "Berapa dan siapa yang hadir.")] = None
    partners: Annotated[tuple[Partner, ...], key("mitra", "Lembaga mitra dan perannya.")] = ()
    themes: Annotated[
        ThemeKeys, key("tema", "Tentang apa, boleh beberapa. Kuncinya ada di data/themes.yml.")
    ] = ()
    summary: Annotated[Text | None, key("ringkasan", "Beberapa kalimat tentang sesi ini.")] = None
    concerns_received: Annotated[
        Annotated[
            Annotated[Count, Tag("<jumlah>")] | Annotated[UnknownCount, Tag("<kata>")],
            Discriminator(_count_or_unknown),
        ]
        | None,
        key("masukan_diterima", "Jumlah seluruh masukan bila tidak semua ditulis di sini."),
    ] = None
    concerns: Annotated[
        Annotated[
            Annotated[tuple[ConcernEntry, ...], NotEmpty, Tag("<daftar>")]
            | Annotated[Silence, Tag("<kata>")],
            Discriminator(_list_or_word),
            BeforeValidator(_entries),
        ]
        | None,
        key("masukan", "Daftar masukan; atau nihil; atau tidak dibuka; atau tidak dirinci."),
    ] = None
    commitments: Annotated[
        tuple[CommitmentEntry, ...],
        key("komitmen", "Janji yang tidak menjawab satu masukan tertentu."),
    ] = ()
    messages: Annotated[
        Texts, key("pesan", "Pesan yang disampaikan polisi; imbauan bukan jawaban.")
    ] = ()
    plans: Annotated[Texts, key("rencana", "Langkah yang baru diumumkan.")] = ()
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

    @rule("masukan", "komitmen", "moda", "tempat", "masukan_diterima")
    def _complete(self) -> None:
        ids = [entry.id for entry in (*self.entries, *self.commitments)]
        received = self.concerns_received
        refuse(
            _("dua masukan atau komitmen memakai id yang sama; ganti salah satu")
            if len(set(ids)) != len(ids)
            else None,
            _("tempat belum ditulis; hanya siaran dan sesi daring boleh tanpa tempat")
            if self.mode.has_place and not self.places
            else None,
            _("masukan_diterima lebih kecil daripada masukan yang ditulis")
            if isinstance(received, int) and received < len(self.entries)
            else None,
        )

    @property
    def entries(self) -> tuple[Concern | WithdrawnConcern, ...]:
        """The concerns that are written out, withdrawn ones included."""
        return self.concerns if isinstance(self.concerns, tuple) else ()

    @property
    def folder(self) -> str:
        """The unit in whose folder the session lies; the files and the debt are its."""
        return self.id.partition("/")[0]


@dataclass(frozen=True, slots=True, kw_only=True, config=STRICT)
class WithdrawnSession:
    """A session record that was taken back; nothing else is left of it."""

    withdrawn: Annotated[Withdrawal, key("ditarik", "Kapan, mengapa, dan atas dasar apa ditarik.")]
    id: SkipJsonSchema[str] = field(default="", init=False)

    @property
    def folder(self) -> str:
        """The unit in whose folder the session lay."""
        return self.id.partition("/")[0]
