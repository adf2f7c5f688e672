"""Who: units, partners, officers and residents, as they are called in a sentence."""

from dataclasses import dataclass

from generator.archive import Registries
from generator.language import _
from generator.model import Commitment, Concern, ConcernKind, Officer, Outcome

KINDS = {
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
"""What a concern is called before the role of the one who raised it."""


@dataclass(frozen=True, slots=True)
class Actor:
    """Who did or said something: a police unit, or a partner."""

    name: str
    is_police: bool


def unit_name(key: str, registries: Registries) -> str:
    """The name of a unit; its key where the registry does not know it."""
    unit = registries.units.get(key)
    return unit.name if unit else key


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


def officer_line(officer: Officer) -> str:
    """An officer in their function: `Kapolsek Belitang Hilir, IPTU Sudarsono`."""
    person = " ".join(filter(None, (officer.rank, officer.name)))
    return ", ".join(filter(None, (officer.post, person, officer.unit)))


def joined(names: tuple[str, ...]) -> str:
    """Names in a sentence: `a`, `a dan b`, `a, b, dan c`."""
    if len(names) < 3:
        return (
            _("{first} dan {last}").format(first=names[0], last=names[1])
            if names[1:]
            else "".join(names)
        )
    return _("{first}, dan {last}").format(first=", ".join(names[:-1]), last=names[-1])
