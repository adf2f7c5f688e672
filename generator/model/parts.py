"""What sessions and outcomes have in common: places, officers, sources, corrections."""

from functools import lru_cache
from typing import Annotated

from pydantic.dataclasses import dataclass
from slugify import slugify

from generator.language import _
from generator.model.fields import (
    STRICT,
    Day,
    EventDate,
    FromOne,
    Line,
    Lines,
    OneOrMany,
    ReasonKey,
    Text,
    WebAddress,
    key,
    problem,
    rule,
)
from generator.model.words import AnswerKind, OfficerRole, PartnerRole, Recurrence


@lru_cache(maxsize=20_000)
def _has_letters(name: str) -> bool:
    """Whether anything of a name is left in an address; the same few names come up all the time."""
    return bool(slugify(name))


@dataclass(frozen=True, slots=True, kw_only=True, config=STRICT)
class Place:
    """Where something happened; never a private home."""

    name: Annotated[
        Line | None,
        key(
            "nama", "Nama tempat umum, misalnya Kantor Desa Kumpang Bis. Rumah: cukup rumah warga."
        ),
    ] = None
    hamlet: Annotated[
        Line | None, key("dusun", "Dusun, lingkungan, jorong, atau kampung kecil.")
    ] = None
    rt: Annotated[Line | None, key("rt", "Nomor RT seperti tertulis, misalnya 010.")] = None
    rw: Annotated[Line | None, key("rw", "Nomor RW seperti tertulis, misalnya V.")] = None
    village: Annotated[
        Line | None,
        key(
            "desa",
            "Nama desa tanpa kata desa; kalau bukan desa, tulis sebutannya: Kelurahan Lagoa, "
            "Nagari Surian.",
        ),
    ] = None
    mukim: Annotated[Line | None, key("mukim", "Mukim, bila ada.")] = None
    district: Annotated[
        Line | None,
        key(
            "kecamatan", "Nama kecamatan; kalau disebut distrik, tulis sebutannya: Distrik Abepura."
        ),
    ] = None
    regency: Annotated[
        Line | None, key("kabupaten", "Selalu dengan sebutannya: Kabupaten Sekadau, Kota Salatiga.")
    ] = None
    province: Annotated[Line | None, key("provinsi", "Nama provinsi.")] = None
    street: Annotated[
        Line | None, key("jalan", "Nama jalan, hanya untuk tempat umum, tidak untuk rumah warga.")
    ] = None

    @rule("nama", "dusun", "desa", "mukim", "kecamatan", "kabupaten")
    def _says_something(self) -> None:
        if not any((self.name, self.hamlet, self.village, self.district, self.regency, self.mukim)):
            raise problem(_("tempat perlu setidaknya nama, dusun, desa, kecamatan, atau kabupaten"))

    @rule("desa", "kecamatan", "kabupaten", "provinsi")
    def _areas_have_letters(self) -> None:
        names = {
            "desa": self.village,
            "kecamatan": self.district,
            "kabupaten": self.regency,
            "provinsi": self.province,
        }
        # The page of an area has its name in its address.
        if signs := [key for key, name in names.items() if name and not _has_letters(name)]:
            raise problem(_("`{key}` perlu huruf atau angka").format(key=signs[0]))


@dataclass(frozen=True, slots=True, kw_only=True, config=STRICT)
class Officer:
    """A police officer or official in their function: the only people who may be named."""

    roles: Annotated[
        Annotated[tuple[OfficerRole, ...], OneOrMany(), FromOne],
        key("peran", "Peran dalam kegiatan, satu atau beberapa."),
    ] = ()
    post: Annotated[Line | None, key("jabatan", "Jabatan, misalnya Kapolsek Belitang Hilir.")] = (
        None
    )
    rank: Annotated[Line | None, key("pangkat", "Pangkat, persis seperti di sumber.")] = None
    name: Annotated[
        Line | None, key("nama", "Nama petugas atau pejabat yang bertindak dalam jabatannya.")
    ] = None
    unit: Annotated[
        Line | None, key("satuan", "Satuan atau bagiannya, bila lain dari satuan catatan ini.")
    ] = None

    @rule("jabatan", "nama")
    def _post_or_name(self) -> None:
        if not (self.post or self.name):
            raise problem(_("petugas perlu jabatan atau nama"))


@dataclass(frozen=True, slots=True, kw_only=True, config=STRICT)
class Partner:
    """A body other than the police that took part."""

    name: Annotated[Line, key("nama", "Nama lembaga mitra, bukan nama orang.")]
    roles: Annotated[
        Annotated[tuple[PartnerRole, ...], OneOrMany(), FromOne],
        key("peran", "Peran mitra, satu atau beberapa."),
    ] = ()


@dataclass(frozen=True, slots=True, kw_only=True, config=STRICT)
class Source:
    """Where the facts of a record come from."""

    title: Annotated[Line | None, key("judul", "Judul berita atau dokumen.")] = None
    publisher: Annotated[Line | None, key("penerbit", "Media atau lembaga yang menerbitkan.")] = (
        None
    )
    url: Annotated[
        WebAddress | None,
        key("url", "Alamat lengkap; jangan ditulis bila di dalamnya ada nama orang."),
    ] = None
    date: Annotated[EventDate | None, key("tanggal", "Tanggal terbit.")] = None

    @rule("judul", "penerbit")
    def _title_or_publisher(self) -> None:
        if not (self.title or self.publisher):
            raise problem(_("sumber perlu judul atau penerbit"))


@dataclass(frozen=True, slots=True, kw_only=True, config=STRICT)
class Correction:
    """A mistake mended openly: what stood there, what stands there now, and why."""

    date: Annotated[Day, key("tanggal", "Hari catatan ini dibetulkan.")]
    part: Annotated[
        Line,
        key("bagian", "Bagian yang dibetulkan, misalnya masukan.patroli.isi atau hadir.jumlah."),
    ]
    before: Annotated[
        Text, key("semula", "Isi lama; tulis dihapus bila kata-katanya tidak boleh diulang.")
    ]
    after: Annotated[Text, key("menjadi", "Isi baru.")]
    cause: Annotated[Line, key("sebab", "Mengapa dibetulkan, misalnya salah ketik.")]


@dataclass(frozen=True, slots=True, kw_only=True, config=STRICT)
class Withdrawal:
    """Something published was taken back; its address stays and says so."""

    date: Annotated[Day, key("tanggal", "Hari catatan ini ditarik.")]
    reason: Annotated[
        ReasonKey, key("alasan", "Mengapa ditarik. Kuncinya ada di data/reasons.yml.")
    ]
    basis: Annotated[Line, key("dasar", "Aturan atau permintaan yang menjadi dasarnya.")]


@dataclass(frozen=True, slots=True, kw_only=True, config=STRICT)
class Review:
    """A second person looked at words that need judgement and found them fit to publish."""

    by: Annotated[Line, key("oleh", "Jabatan orang yang membacanya, bukan namanya.")]
    date: Annotated[Day, key("tanggal", "Hari dibaca.")]
    cause: Annotated[Line, key("sebab", "Mengapa catatan ini boleh terbit.")]


@dataclass(frozen=True, slots=True, kw_only=True, config=STRICT)
class Promise:
    """What was promised by when: a day, a recurrence, or only words."""

    deadline: Annotated[
        Day | None, key("tenggat", "Hari janji ini harus sudah ditepati, misalnya 2023-11-20.")
    ] = None
    recurrence: Annotated[
        Recurrence | None, key("berkala", "Untuk janji yang diulang: seberapa sering.")
    ] = None
    words: Annotated[
        Line | None,
        key("kata", "Janji itu seperti diucapkan, misalnya segera, minggu depan."),
    ] = None

    @rule("tenggat", "berkala", "kata")
    def _one_promise(self) -> None:
        if self.deadline and self.recurrence:
            raise problem(
                _("satu janji punya tenggat atau berkala, tidak keduanya; ")
                + _("dua janji ditulis sebagai dua masukan")
            )
        if not (self.deadline or self.recurrence or self.words):
            raise problem(_("janji perlu tenggat, berkala, atau kata"))


@dataclass(frozen=True, slots=True, kw_only=True, config=STRICT)
class Answer:
    """What was answered on the spot."""

    kind: Annotated[AnswerKind, key("jenis", "Jenis jawaban. Imbauan bukan jawaban.")]
    text: Annotated[Text, key("isi", "Isi jawaban, dengan kata-kata biasa.")]
    answerer: Annotated[
        Line | None, key("penjawab", "Jabatan atau lembaga yang menjawab, bukan nama orang.")
    ] = None
    partners: Annotated[Lines, key("mitra", "Nama lembaga yang dirujuk atau ikut menjawab.")] = ()
    check_again: Annotated[Day | None, key("cek_lagi", "Hari untuk mengecek lagi rujukan ini.")] = (
        None
    )
