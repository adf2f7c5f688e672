"""What is there to choose from: units, programmes, themes, reasons, and the concerns of a unit."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from typing import TypeVar

from generator import boards
from generator.archive import Archive, Matter
from generator.boards import Board
from generator.language import _
from generator.model import Concern, Unit
from generator.records import Kind, Registries
from generator.views.concern import ConcernLine, concern_line
from generator.wizard.questions import Offer
from generator.wording.badges import Mark, mark_badge
from generator.wording.days import number

Entry = TypeVar("Entry")

_PROTECTING = ("simpan", "pribadi", "privasi")


def of_registry(kind: Kind, archive: Archive) -> tuple[Offer, ...]:
    """Everything a registry holds, what is used most first."""
    registries = archive.records.registries
    match kind:
        case Kind.UNIT:
            held = Counter(one.folder for one in archive.sessions)
            units = _most_used(registries.units, held)
            return tuple(_unit(one, registries) for one in units)
        case Kind.PROGRAMME:
            used = Counter(one.programme for one in archive.sessions)
            programmes = _most_used(registries.programmes, used)
            return tuple(Offer(one.id, one.name, also=" ".join(one.aliases)) for one in programmes)
        case Kind.THEME:
            raised = Counter({key: len(found) for key, found in archive.by_theme.items()})
            themes = _most_used(registries.themes, raised)
            return tuple(Offer(one.id, one.name, also=" ".join(one.synonyms)) for one in themes)
        case _:
            reasons = registries.reasons.values()
            return tuple(Offer(one.id, one.name, one.sentence) for one in reasons)


def privacy_first(reasons: Iterable[Offer]) -> tuple[Offer, ...]:
    """Put the reasons that protect somebody before those not to do something."""
    return tuple(sorted(reasons, key=lambda one: not _protects(one)))


def _protects(reason: Offer) -> bool:
    said = f"{reason.value} {reason.words} {reason.more}".casefold()
    return any(word in said for word in _PROTECTING)


def _most_used(known: Mapping[str, Entry], used: Counter[str]) -> list[Entry]:
    """The entries of a registry by how often they are used; in their own order where alike."""
    return [known[key] for key in sorted(known, key=lambda key: -used[key])]


def _unit(unit: Unit, registries: Registries) -> Offer:
    above = registries.line_of(unit.id)[1:2]
    under = _("di bawah {unit}").format(unit=above[0].name) if above else ""
    return Offer(unit.id, unit.name, under, " ".join(unit.aliases))


def of_concerns(archive: Archive, unit: str) -> tuple[Offer, ...]:
    """Every concern an outcome of a unit may answer, the open ones first, longest waiting first.

    They are those of its own sessions and of the units under it and above it, and those that await
    its word; "" stands for every unit. Withdrawn ones are left out.
    """
    near = [one for one in archive.matters.values() if not unit or _is_theirs(one, unit, archive)]
    owed = [one for one in near if _is_open(one, archive)]
    ended = [one for one in near if one.follow_up and one not in owed]
    owed.sort(key=lambda one: boards.place(Board.WAITING, one))
    ended.sort(key=lambda one: one.id, reverse=True)
    return tuple(_concerns((*owed, *ended), archive, unit))


def _is_open(matter: Matter, archive: Archive) -> bool:
    found = matter.follow_up
    return found is not None and Board.WAITING in boards.lists_of(found, archive.today)


def _is_theirs(matter: Matter, unit: str, archive: Archive) -> bool:
    awaits = matter.concern.awaits if isinstance(matter.concern, Concern) else None
    held_by = {*matter.session.units, *filter(None, (awaits,))}
    line = archive.records.registries.line_of
    above = {one.id for one in line(unit)}
    return not held_by.isdisjoint(above) or any(
        unit == one.id for held in held_by for one in line(held)
    )


def _concerns(matters: Iterable[Matter], archive: Archive, unit: str) -> Iterator[Offer]:
    for matter in matters:
        line = concern_line(archive, matter)
        if line is not None:
            full = getattr(matter.concern, "text", None) or ""
            also = f"{matter.id} {full if line.text in full else ''}"
            said = f"{line.label}: {line.text}"
            yield Offer(_reference(matter.id, unit), said, _standing(line, matter, archive), also)


def _reference(identity: str, unit: str) -> str:
    """Name a concern as a record in a unit's folder does: its own ones without the folder."""
    return identity.removeprefix(f"{unit}/")


def _standing(line: ConcernLine, matter: Matter, archive: Archive) -> str:
    late = mark_badge(Mark.LATE).word
    states = [one.word for one in (line.badge, *line.marks) if one.word != late]
    said = [f"{line.when.words}{_age(matter, archive)}", *states, line.due or _("tanpa tenggat")]
    return "; ".join(said)


def _age(matter: Matter, archive: Archive) -> str:
    raised = matter.session.date.latest
    if raised is None:
        return ""
    days = (archive.today - raised).days
    return _(" ({days} hari lalu)").format(days=number(days)) if days > 0 else ""
