"""Who: units, partners, officers and residents, as they are called in a sentence."""

from collections.abc import Mapping
from types import MappingProxyType

from generator.language import _
from generator.model import (
    Commitment,
    Concern,
    ConcernKind,
    Officer,
    Outcome,
    Partner,
    UnitLevel,
)
from generator.model.words import OfficerRole, PartnerRole
from generator.records import Registries
from generator.value import value

KINDS: Mapping[ConcernKind, str] = MappingProxyType(
    {
        ConcernKind.COMPLAINT: _("Keluhan"),
        ConcernKind.REPORT: _("Laporan"),
        ConcernKind.SUGGESTION: _("Saran"),
        ConcernKind.PROPOSAL: _("Usulan"),
        ConcernKind.CRITICISM: _("Kritik"),
        ConcernKind.HOPE: _("Harapan"),
        ConcernKind.QUESTION: _("Pertanyaan"),
        ConcernKind.REQUEST: _("Permintaan"),
        ConcernKind.APPRECIATION: _("Ucapan terima kasih"),
        ConcernKind.WORRY: _("Kekhawatiran"),
        ConcernKind.OBJECTION: _("Sanggahan"),
        ConcernKind.OFFICERS_FINDING: _("Temuan petugas"),
        ConcernKind.OTHER: _("Masukan"),
    }
)
"""What a concern is called before the role of the one who raised it."""

_OFFICER: Mapping[OfficerRole, str] = MappingProxyType(
    {
        OfficerRole.LEADER: _("memimpin"),
        OfficerRole.REPRESENTING: _("mewakili atasannya"),
        OfficerRole.ACCOMPANYING: _("mendampingi"),
        OfficerRole.MODERATOR: _("moderator"),
        OfficerRole.SPEAKER: _("narasumber"),
        OfficerRole.CARRIED_OUT: _("menjalankan kegiatan"),
        OfficerRole.CONVEYED: _("menyampaikan pesan"),
        OfficerRole.INFORMANT: _("memberi keterangan"),
        OfficerRole.PUBLIC_RELATIONS: _("humas"),
        OfficerRole.UNCLEAR: _("perannya tidak jelas"),
    }
)
_PARTNER: Mapping[PartnerRole, str] = MappingProxyType(
    {
        PartnerRole.HOST: _("tuan rumah"),
        PartnerRole.PARTICIPANT: _("peserta"),
        PartnerRole.ANSWERED: _("ikut menjawab"),
        PartnerRole.REFERRED_TO: _("tujuan rujukan"),
        PartnerRole.CARRIED_OUT: _("ikut menjalankan"),
    }
)


SOME_PARTNER = _("mitra")
"""Stands for a partner that is not to be named."""


@value
class Actor:
    """Who did or said something: a police unit, or a partner."""

    name: str
    is_police: bool


def unit_name(key: str, registries: Registries) -> str:
    """The name of a unit; its key where the registry does not know it."""
    unit = registries.units.get(key)
    return unit.name if unit else key


def full_unit_name(key: str, registries: Registries) -> str:
    """The name of a unit and of the one above it: there are namesakes."""
    line = registries.line_of(key)
    if not line[1:] or line[1].level is UnitLevel.HEADQUARTERS:
        return unit_name(key, registries)
    return f"{line[0].name}, {line[1].name}"


def actor(outcome: Outcome, registries: Registries) -> Actor:
    """Who an outcome says it was done by: the unit of its folder unless it names another."""
    key = outcome.by or outcome.folder
    unit = registries.units.get(key)
    return Actor(unit.name, True) if unit else Actor(key, outcome.by is None)


def awaited(unit: str, entry: Concern | Commitment, registries: Registries) -> str:
    """The name of the unit whose word is awaited; `unit` is the session's first one."""
    other = entry.awaits if isinstance(entry, Concern) else None
    return unit_name(other or unit, registries)


def concern_label(entry: Concern | Commitment) -> str:
    """What a concern is and who raised it: `Keluhan dari ketua RW`, `Janji dalam sesi ini`."""
    if isinstance(entry, Commitment):
        return _("Janji dalam sesi")
    kind = _(KINDS[entry.kind])
    # A role may lead to the person where even the text had to be kept back.
    if entry.by is None or entry.withheld:
        return kind
    return _("{kind} dari {who}").format(kind=kind, who=entry.by)


def earlier_label(entry: Concern | Commitment) -> str:
    """What the earlier concerns are that a concern refers to."""
    if isinstance(entry, Concern) and entry.kind is ConcernKind.OBJECTION:
        return _("Yang disanggah")
    return _("Pernah disampaikan")


def officer_line(officer: Officer) -> str:
    """An officer in their function: `Kapolsek Belitang Hilir, IPTU Sudarsono (memimpin)`."""
    person = " ".join(filter(None, (officer.rank, officer.name)))
    line = ", ".join(filter(None, (officer.post, person, officer.unit)))
    return _with_roles(line, tuple(_(_OFFICER[role]) for role in officer.roles))


def partner_line(partner: Partner) -> str:
    """A partner with what it did: `Kecamatan Argomulyo (ikut menjawab)`."""
    return _with_roles(partner.name, tuple(_(_PARTNER[role]) for role in partner.roles))


def _with_roles(line: str, roles: tuple[str, ...]) -> str:
    return f"{line} ({', '.join(roles)})" if roles else line


def joined(names: tuple[str, ...]) -> str:
    """Names in a sentence: `a`, `a dan b`, `a, b, dan c`."""
    if not names[1:]:
        return "".join(names)
    if not names[2:]:
        return _("{first} dan {last}").format(first=names[0], last=names[1])
    return _("{first}, dan {last}").format(first=", ".join(names[:-1]), last=names[-1])
