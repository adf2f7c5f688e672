"""A correction laid out before it is made: the file, and what it will say of the mistake."""

import datetime
from dataclasses import dataclass
from pathlib import Path

from generator import privacy, yaml_text
from generator.correcting.fragments import changed_words
from generator.correcting.parts import CannotCorrect, Part, part_named, parts_of
from generator.correcting.values import typed_value, with_value
from generator.language import _
from generator.model import Outcome, Session
from generator.records import Records
from generator.records.kinds import WITHDRAWN_KEY, Kind
from generator.targets import Target
from generator.writing import Change, edits
from generator.yaml_text import Plain

NOT_WRITTEN = "belum ditulis"
"""What `semula` says where nothing stood before."""


@dataclass(frozen=True, slots=True)
class Wish:
    """What somebody wants corrected: `to` is None where the part is to go.

    `hides_old` keeps the old words out of the correction, also where no pattern knows a person in
    them.
    """

    to: str | None
    cause: str
    day: datetime.date
    hides_old: bool = False


@dataclass(frozen=True, slots=True)
class Plan:
    """A correction as it would be made.

    `entry` is what stands in `koreksi`. `is_personal` says that the old words point to a person, so
    that they are not repeated, and stand in older versions of the file.
    """

    change: Change
    part: Part
    entry: dict[str, str]
    is_personal: bool


@dataclass(frozen=True, slots=True)
class Found:
    """A record to correct: its file as it is, what it holds, and the parts that can be named.

    Of one concern only its own parts are given.
    """

    target: Target
    raw: bytes
    tree: dict[str, Plain]
    parts: tuple[Part, ...]

    def part(self, typed: str) -> Part:
        """Give the part somebody means; of a concern also by its key alone. May raise."""
        path = edits.entry_path(self.tree, self.target.concern)
        if path and typed.strip().partition(".")[0] not in edits.LISTS:
            typed = f"{path[0]}.{self.target.concern}.{typed.strip()}"
        return part_named(self.target.kind, self.tree, typed)


def find(data: Path, target: Target) -> Found:
    """Read the record somebody wants to correct; raises CannotCorrect."""
    file = f"{data.name}/{target.file}"
    try:
        raw = (data / target.file).read_bytes()
    except OSError as error:
        said = _("{file} tidak dapat dibaca; periksa izinnya.")
        raise CannotCorrect(said.format(file=file)) from error
    tree = yaml_text.parse(raw).tree
    if tree is None:
        said = _("{file} masih ada kesalahannya. Betulkan dulu: kabar check {file}")
        raise CannotCorrect(said.format(file=file))
    if WITHDRAWN_KEY in tree or _is_withdrawn(tree, target.concern):
        raise CannotCorrect(_("Ini sudah ditarik, jadi tidak ada lagi yang dapat dibetulkan."))
    parts = parts_of(target.kind, tree)
    if target.concern:
        path = edits.entry_path(tree, target.concern)
        if path is None:
            raise CannotCorrect(_("Di sesi itu tidak ada masukan bernama itu."))
        parts = [one for one in parts if one.path[: len(path)] == path]
    return Found(target, raw, tree, tuple(parts))


def plan(found: Found, part: Part, wish: Wish, records: Records) -> Plan:
    """Lay out a correction without changing anything; raises CannotCorrect."""
    kind = found.target.kind
    value = None if wish.to is None else typed_value(part, wish.to)
    if value is None:
        _refuse_removal(part)
    old, new = _told(part.value) or NOT_WRITTEN, "" if value is None else _told(value)
    if old == new:
        raise CannotCorrect(_("Isi barunya sama dengan yang lama. Tidak ada yang dibetulkan."))
    is_personal = _points_to_a_person(old, found.target, records)
    before, after = old, new or edits.REMOVED
    if part.value and value is not None:
        before, after = changed_words(old, new)
    entry = {
        "tanggal": wish.day.isoformat(),
        "bagian": part.name,
        "semula": edits.REMOVED if is_personal or wish.hides_old else before,
        "menjadi": after,
        "sebab": " ".join(wish.cause.split()),
    }
    raw = with_value(found.raw, kind, part, value)
    try:
        made = edits.with_correction(raw, kind, entry)
    except edits.CannotEdit as error:
        said = _("`koreksi` di berkas ini ditulis dengan bentuk lain; rapikan dulu sebagai daftar.")
        raise CannotCorrect(said) from error
    return Plan(Change(found.target.file, found.raw, made), part, entry, is_personal)


def points_to_a_person(part: Part, target: Target, records: Records) -> bool:
    """Whether the gate knows a person in what stands at a part, so that it is not shown."""
    return _points_to_a_person(_told(part.value), target, records)


def _points_to_a_person(text: str, target: Target, records: Records) -> bool:
    held = (records.sessions if target.kind is Kind.SESSION else records.outcomes).get(target.id)
    allowed = privacy.allowances(records.registries.units.values())
    reviewed = False
    if isinstance(held, Session | Outcome):
        allowed = allowed.with_names(tuple(one.name for one in held.officers if one.name))
        reviewed = held.reviewed is not None
    levels = [one.level for one in privacy.search(text, allowed)]
    return privacy.Level.BLOCKS in levels or (bool(levels) and not reviewed)


def _refuse_removal(part: Part) -> None:
    if not part.value:
        raise CannotCorrect(_("Bagian itu memang masih kosong. Tidak ada yang dihapus."))
    is_entry = isinstance(part.value, dict) and "id" in part.value
    if is_entry or part.name in edits.LISTS:
        raise CannotCorrect(
            _("Masukan yang sudah terbit tidak dihapus, tetapi ditarik: kabar withdraw ID")
        )


def _is_withdrawn(tree: dict[str, Plain], concern: str) -> bool:
    path = edits.entry_path(tree, concern) if concern else None
    held = edits.value_at(tree, path) if path else None
    return isinstance(held, dict) and WITHDRAWN_KEY in held


def _told(value: Plain) -> str:
    """Say what stands somewhere in one text, groups of keys too."""
    match value:
        case str():
            return value.strip()
        case list():
            return ", ".join(map(_told, value))
    return "; ".join(f"{key}: {_told(inner)}" for key, inner in value.items())
