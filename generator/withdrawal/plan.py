"""What has to change, and what goes with it, when something published is taken back."""

import datetime
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from generator import records, yaml_text
from generator.archive import resolve
from generator.errors import KabarError
from generator.language import _
from generator.model import Concern, Outcome, Session
from generator.records import Kind, Reading
from generator.records.folder import MEDIA, SUFFIX
from generator.records.kinds import WITHDRAWN_KEY
from generator.targets import Target, target_of
from generator.withdrawal.burial import with_entry_withdrawn
from generator.withdrawal.tombstone import Tombstone
from generator.writing import Change, edits
from generator.yaml_text import Path as Steps


class CannotWithdraw(KabarError):
    """Nothing was changed; the message says what to do instead."""


@dataclass(frozen=True, slots=True)
class Plan:
    """Everything a withdrawal changes, and what only a person can do.

    Files are named below data/. `outcomes` answer only what is withdrawn and become tombstones
    too; `waiting` would, but were not asked for. `merging` had joined another concern to what is
    withdrawn, and go with it. `lighter` lose a reference to what is withdrawn.
    `by_hand` could not be changed: where, and why. `to_read` still hold other text of the same
    record, or tell of the same matter.
    """

    target: Target
    changes: tuple[Change, ...]
    outcomes: tuple[str, ...] = ()
    waiting: tuple[str, ...] = ()
    merging: tuple[str, ...] = ()
    lighter: tuple[str, ...] = ()
    by_hand: tuple[tuple[str, str], ...] = ()
    to_read: tuple[str, ...] = ()

    @property
    def photos(self) -> tuple[str, ...]:
        """The photos that go."""
        return tuple(one.file for one in self.changes if one.after is None)

    @property
    def to_purge(self) -> tuple[str, ...]:
        """The files whose older versions in git still hold what was withdrawn."""
        return tuple(dict.fromkeys((self.target.file, *(one.file for one in self.changes))))


def earlier(target: Target, data: Path) -> Tombstone | None:
    """Give the tombstone that stands where something was withdrawn already; None for none."""
    tree = yaml_text.parse((data / target.file).read_bytes()).tree or {}
    node: object = tree
    if target.concern and WITHDRAWN_KEY not in tree:
        for step in edits.entry_path(tree, target.concern) or ():
            node = node[step]  # type: ignore[index]
    stone = node.get(WITHDRAWN_KEY) if isinstance(node, dict) else None
    if not isinstance(stone, dict):
        return None
    try:
        day = datetime.date.fromisoformat(str(stone.get("tanggal")))
    except ValueError:  # the check will say so
        return None
    return Tombstone(day, str(stone.get("alasan", "")), str(stone.get("dasar", "")))


def plan(
    root: Path, data: Path, typed: str, stone: Tombstone, *, with_outcomes: bool = False
) -> Plan:
    """Lay out a withdrawal without changing anything.

    `typed` is an id (`polsek-x/2023-10-20`, with `#patroli` for one concern), the path of a record,
    or the address of its page. What was withdrawn already is not withdrawn again, so a plan may
    hold only what was left. Raises CannotWithdraw, and UnknownRecord for what is not there.
    """
    target = target_of(typed, root, data)
    reading = records.read(root, data)
    _refuse_unknown_reason(stone, reading)
    return _Planner(data, target, stone, reading).plan(with_outcomes=with_outcomes)


def _refuse_unknown_reason(stone: Tombstone, reading: Reading) -> None:
    reasons = reading.records.registries.reasons
    if reasons and stone.reason not in reasons:
        said = _("Alasan `{reason}` tidak ada di data/reasons.yml. Pilih dengan --reason: {known}")
        raise CannotWithdraw(said.format(reason=stone.reason, known=", ".join(reasons)))


@dataclass(slots=True)
class _Planner:
    """Gathers the changes, file by file: one file may be changed for several causes."""

    data: Path
    target: Target
    stone: Tombstone
    reading: Reading
    before: dict[str, bytes] = field(default_factory=dict)
    after: dict[str, bytes | None] = field(default_factory=dict)
    by_hand: list[tuple[str, str]] = field(default_factory=list)
    lighter: list[str] = field(default_factory=list)

    def plan(self, *, with_outcomes: bool) -> Plan:
        self._bury_target()
        alone, shared = self._answering()
        merging = [one for one in self._merging() if one not in alone]
        shared = [one for one in shared if one not in merging]
        for outcome in (*merging, *(alone if with_outcomes else ())):
            self._bury_file(_file_of(outcome))
            self._take_photos(outcome.id)
        for outcome in shared:
            self._lighten(outcome)
        self._lighten_sessions()
        changes = tuple(
            Change(file, self.before[file], after)
            for file, after in self.after.items()
            if after != self.before[file]
        )
        files = tuple(map(_file_of, alone))
        return Plan(
            self.target,
            changes,
            outcomes=files if with_outcomes else (),
            waiting=() if with_outcomes else files,
            merging=tuple(map(_file_of, merging)),
            lighter=tuple(self.lighter),
            by_hand=tuple(self.by_hand),
            to_read=tuple(self._to_read(shared)),
        )

    def _bury_target(self) -> None:
        file = self.target.file
        if not self.target.concern:
            self._bury_file(file)
            if self.target.kind is Kind.OUTCOME:
                self._take_photos(self.target.id)
            return
        raw = self._now(file)
        if self._is_withdrawn(raw):
            return
        try:
            self.after[file] = with_entry_withdrawn(raw, self.target.concern, self.stone)
        except edits.CannotEdit as error:
            said = _("Tidak ada yang diubah: {why}. Tarik seluruh sesinya, dengan ID {id}")
            raise CannotWithdraw(said.format(why=error, id=self.target.id)) from error

    def _is_withdrawn(self, raw: bytes) -> bool:
        tree = yaml_text.parse(raw).tree or {}
        if WITHDRAWN_KEY in tree:
            return True
        path = edits.entry_path(tree, self.target.concern)
        if tree and path is None:
            ids = [one for key in edits.LISTS for one in _ids(tree.get(key))]
            said = _("Di sesi itu tidak ada masukan bernama itu. Yang ada: {ids}")
            raise CannotWithdraw(said.format(ids=", ".join(ids) or "-"))
        node: object = tree
        for step in path or ():
            node = node[step]  # type: ignore[index]
        return bool(path) and isinstance(node, dict) and WITHDRAWN_KEY in node

    def _bury_file(self, file: str) -> None:
        """Leave nothing but a tombstone of a file, however broken it is."""
        raw = self._now(file)
        if WITHDRAWN_KEY not in (yaml_text.parse(raw).tree or {}):
            self.after[file] = self.stone.file()

    def _take_photos(self, outcome: str) -> None:
        folder = self.data / MEDIA / outcome
        for photo in sorted(folder.rglob("*")) if folder.is_dir() else ():
            if photo.is_file() and not photo.is_symlink():
                name = photo.relative_to(self.data).as_posix()
                self.before[name], self.after[name] = photo.read_bytes(), None

    def _now(self, file: str) -> bytes:
        """Give a file as the changes so far leave it."""
        if file not in self.before:
            try:
                self.before[file] = self.after[file] = (self.data / file).read_bytes()
            except OSError as error:
                said = _("{file} tidak dapat dibaca; periksa izinnya.").format(file=f"data/{file}")
                raise CannotWithdraw(said) from error
        return self.after[file] or b""

    def _is_gone(self, reference: str, folder: str) -> bool:
        full = resolve(reference, folder)
        session, _hash, concern = full.partition("#")
        if self.target.kind is not Kind.SESSION or session != self.target.id:
            return self._was_gone(full)
        return not self.target.concern or concern == self.target.concern or self._was_gone(full)

    def _was_gone(self, full: str) -> bool:
        held = self.reading.records.sessions.get(full.partition("#")[0])
        if held is None:
            return False
        if not isinstance(held, Session):
            return True
        return any(
            f"{held.id}#{one.id}" == full and hasattr(one, "withdrawn")
            for one in (*held.entries, *held.commitments)
        )

    def _answering(self) -> tuple[list[Outcome], list[Outcome]]:
        """The outcomes that answer nothing but what is gone, and those that answer more."""
        alone: list[Outcome] = []
        shared: list[Outcome] = []
        for outcome in self.reading.records.outcomes.values():
            if not isinstance(outcome, Outcome) or self.target.kind is not Kind.SESSION:
                continue
            pointed = [resolve(one, outcome.folder) for one in outcome.answers]
            if not any(self._is_target(one) for one in pointed):
                continue
            gone = [self._is_gone(one, outcome.folder) for one in outcome.answers]
            (alone if all(gone) else shared).append(outcome)
        return alone, shared

    def _merging(self) -> Iterator[Outcome]:
        """The outcomes that end another concern in what is gone: it would end in nothing."""
        if self.target.kind is not Kind.SESSION:
            return
        for outcome in self.reading.records.outcomes.values():
            if not isinstance(outcome, Outcome) or outcome.merged_into is None:
                continue
            if self._is_target(resolve(outcome.merged_into, outcome.folder)):
                yield outcome

    def _is_target(self, full: str) -> bool:
        session, _hash, concern = full.partition("#")
        return session == self.target.id and self.target.concern in ("", concern)

    def _lighten(self, outcome: Outcome) -> None:
        """Let an outcome no longer answer what is gone, and say so in its corrections."""
        kept = [one for one in outcome.answers if not self._is_gone(one, outcome.folder)]
        said = {
            "tanggal": self.stone.day.isoformat(),
            "bagian": "menjawab",
            "semula": edits.REMOVED,
            "menjadi": edits.REMOVED,
            "sebab": "masukan lain yang dijawab di sini ditarik",
        }
        self._change_references(_file_of(outcome), ("menjawab",), kept, correction=said)

    def _lighten_sessions(self) -> None:
        if self.target.kind is not Kind.SESSION:
            return
        for session in self.reading.records.sessions.values():
            if not isinstance(session, Session):
                continue
            for at, entry in enumerate(session.entries):
                if not isinstance(entry, Concern) or not entry.earlier:
                    continue
                kept = [one for one in entry.earlier if not self._is_gone(one, session.folder)]
                file = f"{Kind.SESSION}/{session.id}{SUFFIX}"
                is_itself = file == self.target.file and self.target.concern in ("", entry.id)
                if len(kept) < len(entry.earlier) and not is_itself:
                    self._change_references(file, ("masukan", at, "sebelumnya"), kept)

    def _change_references(
        self,
        file: str,
        path: Steps,
        kept: Sequence[str],
        correction: dict[str, str] | None = None,
    ) -> None:
        raw, kind = self._now(file), Kind(file.partition("/")[0])
        tree = yaml_text.parse(raw).tree or {}
        if isinstance(tree.get("masukan"), dict) and len(path) > 1:
            path = ("masukan", *path[2:])
        try:
            made = edits.with_value(raw, kind, path, list(kept) or None)
            self.after[file] = edits.with_correction(made, kind, correction) if correction else made
            self.lighter.append(file)
        except edits.CannotEdit as error:
            self.by_hand.append((file, str(error)))

    def _to_read(self, shared: Iterable[Outcome]) -> Iterator[str]:
        """Files that stay published and may tell of the same matter in other words."""
        if WITHDRAWN_KEY not in (yaml_text.parse(self._now(self.target.file)).tree or {}):
            yield self.target.file
        for outcome in shared:
            yield _file_of(outcome)


def _file_of(outcome: Outcome) -> str:
    return f"{Kind.OUTCOME}/{outcome.id}{SUFFIX}"


def _ids(found: object) -> Iterator[str]:
    for item in found if isinstance(found, list) else [found]:
        if isinstance(item, dict) and isinstance(item.get("id"), str):
            yield item["id"]
