"""The small registries records refer to: programmes, units, themes, reasons."""

from dataclasses import field
from datetime import date
from enum import StrEnum
from typing import Annotated

from pydantic.dataclasses import dataclass
from pydantic.json_schema import SkipJsonSchema

from generator.model.fields import (
    STRICT,
    Day,
    FromOne,
    Line,
    Lines,
    OneOrMany,
    PositiveCount,
    ProgrammeKey,
    Text,
    UnitKey,
    key,
)
from generator.model.words import OfficialChannelKind, UnitLevel, Yes


class Zone(StrEnum):
    """The three zones of Indonesian time."""

    WEST = "WIB"
    CENTRAL = "WITA"
    EAST = "WIT"


@dataclass(frozen=True, slots=True, kw_only=True, config=STRICT)
class DefaultDeadline:
    """How many days an answer may take when no day was promised, from a date on, by a rule."""

    since: Annotated[Day, key("sejak", "Mulai berlaku.")]
    days: Annotated[PositiveCount, key("hari", "Berapa hari sejak hari sesi.")]
    basis: Annotated[Line, key("dasar", "Aturan yang menetapkannya.")]


@dataclass(frozen=True, slots=True, kw_only=True, config=STRICT)
class Programme:
    """A dialogue programme; its key is the name of its file."""

    name: Annotated[Line, key("nama", "Nama program.")]
    aliases: Annotated[Lines, key("alias", "Nama lain atau ejaan lain.")] = ()
    parent: Annotated[
        ProgrammeKey | None, key("induk", "Program induknya. Kuncinya ada di data/programs.")
    ] = None
    default_deadlines: Annotated[
        Annotated[tuple[DefaultDeadline, ...], OneOrMany(), FromOne],
        key(
            "tenggat_bawaan",
            "Tenggat bila tidak dijanjikan harinya; kosong bila tidak ada aturannya.",
        ),
    ] = ()
    id: SkipJsonSchema[str] = field(default="", init=False)

    def default_deadline(self, day: date) -> DefaultDeadline | None:
        """The rule in force on a day, or None."""
        in_force = [rule for rule in self.default_deadlines if rule.since <= day]
        return max(in_force, key=lambda rule: rule.since) if in_force else None


@dataclass(frozen=True, slots=True, kw_only=True, config=STRICT)
class UnitArea:
    """The area a unit is responsible for."""

    provinces: Annotated[Lines, key("provinsi", "Nama provinsi.")] = ()
    regencies: Annotated[
        Lines, key("kabupaten", "Selalu dengan sebutannya: Kabupaten ..., Kota ....")
    ] = ()
    districts: Annotated[Lines, key("kecamatan", "Nama kecamatan.")] = ()


@dataclass(frozen=True, slots=True, kw_only=True, config=STRICT)
class OfficialChannel:
    """An official way to reach a unit; the only contact details that may be published."""

    kind: Annotated[OfficialChannelKind, key("jenis", "Jenis saluran.")]
    address: Annotated[Line, key("alamat", "Nomor, alamat surel, akun, atau alamat situs.")]
    note: Annotated[Line | None, key("keterangan", "Misalnya bebas pulsa, 24 jam.")] = None


@dataclass(frozen=True, slots=True, kw_only=True, config=STRICT)
class Unit:
    """A police unit; its key is the name of its file, its parent the chain of command."""

    name: Annotated[Line, key("nama", "Nama satuan.")]
    level: Annotated[UnitLevel, key("tingkat", "Tingkat satuan.")]
    zone: Annotated[Zone, key("zona", "Zona waktu satuan.")]
    parent: Annotated[
        UnitKey | None,
        key("induk", "Satuan atasannya; hanya mabes tanpa induk. Kuncinya ada di data/units."),
    ] = None
    area: Annotated[UnitArea, key("wilayah", "Wilayah hukum satuan.")] = field(
        default_factory=UnitArea
    )
    aliases: Annotated[Lines, key("alias", "Nama lain atau ejaan lain.")] = ()
    channels: Annotated[
        Annotated[tuple[OfficialChannel, ...], OneOrMany(), FromOne],
        key("kanal_resmi", "Saluran resmi satuan; berlaku juga untuk satuan di bawahnya."),
    ] = ()
    successor: Annotated[
        UnitKey | None,
        key(
            "penerus",
            "Satuan penerusnya bila satuan ini tidak ada lagi. Kuncinya ada di data/units.",
        ),
    ] = None
    until: Annotated[Day | None, key("sampai", "Hari terakhir satuan ini ada.")] = None
    id: SkipJsonSchema[str] = field(default="", init=False)


@dataclass(frozen=True, slots=True, kw_only=True, config=STRICT)
class Theme:
    """What a concern is about."""

    name: Annotated[Line, key("nama", "Nama tema.")]
    synonyms: Annotated[Lines, key("sinonim", "Kata-kata yang dipakai warga.")] = ()
    sensitive: Annotated[
        Yes | None, key("peka", "Tulis ya bila isi masukan bertema ini tidak diterbitkan.")
    ] = None
    id: SkipJsonSchema[str] = field(default="", init=False)


@dataclass(frozen=True, slots=True, kw_only=True, config=STRICT)
class Reason:
    """Why something is not done, not published or taken back, in words for residents."""

    name: Annotated[Line, key("nama", "Nama alasan.")]
    sentence: Annotated[Text, key("kalimat", "Satu kalimat untuk warga.")]
    steps: Annotated[Text | None, key("langkah", "Apa yang dapat dilakukan warga.")] = None
    id: SkipJsonSchema[str] = field(default="", init=False)
