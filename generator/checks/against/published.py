"""What was published and is not the same now: records read from git, beside those of today."""

import datetime
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import Any, TypeAlias

from pydantic import ValidationError

from generator import yaml_text
from generator.archive import Archive
from generator.checks.against.moves import new_names
from generator.checks.keys import uses
from generator.model import (
    Commitment,
    Concern,
    Outcome,
    Session,
    WithdrawnConcern,
    WithdrawnOutcome,
    WithdrawnSession,
)
from generator.records import Kind, Record, Records, Registries
from generator.records.folder import SUFFIX
from generator.records.kinds import kind_of, validate
from generator.records.reading import record_of
from generator.since import Since

Story: TypeAlias = Session | WithdrawnSession | Outcome | WithdrawnOutcome
Entry: TypeAlias = Concern | Commitment | WithdrawnConcern

_OF_UNITS = re.compile(rf"(sessions|outcomes)/([^/]+/[^/]+){re.escape(SUFFIX)}")
_ALONE = re.compile(rf"(programs|units)/([^/]+){re.escape(SUFFIX)}")


@dataclass(frozen=True, slots=True)
class Pair:
    """A session or an outcome as it was published and as it is now; `file` is below data/."""

    file: str
    before: Story
    now: Story


@dataclass(frozen=True, eq=False)
class Published:
    """Everything published at a ref that lies differently now, and the archive of today.

    `ref` is as it was typed. Files are named by their path below data/, `prefix` stands before it.
    """

    ref: str
    prefix: str
    data: Path
    since: Since
    archive: Archive
    today: datetime.date

    @cached_property
    def records(self) -> Mapping[str, Record | None]:
        """Sessions, outcomes, programmes and units by file; None for one that was broken there."""
        found: dict[str, Record | None] = {}
        for file, content in self.since.before.items():
            if place := place_of(file):
                kind, identity = place
                record = record_of(kind, content)
                if record is not None:
                    _put(record, identity, self.now(kind).get(identity))
                found[file] = record
        return found

    @cached_property
    def tables(self) -> Mapping[Kind, Mapping[str, Record | None] | None]:
        """The entries of tables that differ, by key; None for a table that was broken there."""
        found: dict[Kind, Mapping[str, Record | None] | None] = {}
        for kind in Kind:
            content = self.since.before.get(f"{kind}{SUFFIX}")
            if kind.is_table and content is not None:
                tree = yaml_text.parse(content).tree
                found[kind] = (
                    None
                    if tree is None
                    else {key: _valid(kind, one, key) for key, one in tree.items()}
                )
        return found

    @cached_property
    def pairs(self) -> tuple[Pair, ...]:
        """The sessions and outcomes that are still there and can be read in both versions."""
        return tuple(self._pairs())

    @cached_property
    def gone(self) -> tuple[str, ...]:
        """The files of sessions and outcomes that are no longer there."""
        return tuple(
            file for file in self.since.before if is_story(file) and not self.is_there(file)
        )

    @cached_property
    def new(self) -> Mapping[str, Story]:
        """The sessions and outcomes that were not published yet, by file."""
        records = self.archive.records
        found: dict[str, Story] = {}
        for kind, many in ((Kind.SESSION, records.sessions), (Kind.OUTCOME, records.outcomes)):
            for identity, record in many.items():
                file = f"{kind}/{identity}{SUFFIX}"
                if file not in self.since.names:
                    found[file] = record
        return found

    @cached_property
    def moved(self) -> Mapping[str, str]:
        """The new file of every gone record that stands under another name now."""
        gone = {file: self.records[file] for file in self.gone}
        return new_names(gone, self.new if gone else {})

    @cached_property
    def named(self) -> frozenset[tuple[Kind, str]]:
        """Every key of a registry that a published record names: as it was, or as it still is."""
        before: dict[Kind, dict[str, Any]] = {kind: {} for kind in Kind}
        for file, record in self.records.items():
            place = place_of(file)
            if place and record is not None:
                before[place[0]][place[1]] = record
        then = Records(
            before[Kind.SESSION],
            before[Kind.OUTCOME],
            Registries(before[Kind.PROGRAMME], before[Kind.UNIT], {}, {}),
        )
        found = {(one.kind, one.key) for one in uses(then)}
        still = self.since.names - self.since.before.keys()
        for one in uses(self.archive.records):
            if file_of(kind_of(one.record), one.record.id) in still:
                found.add((one.kind, one.key))
        return frozenset(found)

    def is_there(self, file: str) -> bool:
        """Whether a file lies there now, whether or not it can be read."""
        return (self.data / file).is_file()

    def _pairs(self) -> Iterator[Pair]:
        for file, before in self.records.items():
            place = place_of(file)
            if place is None or not is_story(file) or before is None:
                continue
            now = self.now(place[0]).get(place[1])
            if now is not None:
                yield Pair(file, before, now)  # type: ignore[arg-type]

    def now(self, kind: Kind) -> Mapping[str, Any]:
        """Give the records of a kind as they are now, by id."""
        records = self.archive.records
        return {
            Kind.SESSION: records.sessions,
            Kind.OUTCOME: records.outcomes,
            Kind.PROGRAMME: records.registries.programmes,
            Kind.UNIT: records.registries.units,
            Kind.THEME: records.registries.themes,
            Kind.REASON: records.registries.reasons,
        }[kind]


def place_of(file: str) -> tuple[Kind, str] | None:
    """Give the kind and the id of a record by its file; None for a table and for what is none."""
    found = _OF_UNITS.fullmatch(file) or _ALONE.fullmatch(file)
    return (Kind(found[1]), found[2]) if found else None


def file_of(kind: Kind, identity: str) -> str:
    """Give the file of a record below data/; that of its table where it stands in one."""
    return f"{kind}{SUFFIX}" if kind.is_table else f"{kind}/{identity}{SUFFIX}"


def is_story(file: str) -> bool:
    """Whether a file holds a session or an outcome."""
    return _OF_UNITS.fullmatch(file) is not None


def entries_of(session: Session) -> dict[str, dict[str, Entry]]:
    """Give the concerns and promises of a session by id, under the key they stand under."""
    return {
        "masukan": {one.id: one for one in session.entries},
        "komitmen": {one.id: one for one in session.commitments},
    }


def _valid(kind: Kind, tree: object, key: str) -> Record | None:
    try:
        record = validate(kind, tree)
    except ValidationError:
        return None
    _put(record, key, None)
    return record


def _put(record: Record, identity: str, now: Any) -> None:
    """Tell a record its id, and the day it was first published, which is that of today's."""
    object.__setattr__(record, "id", identity)
    if isinstance(record, Session | Outcome):
        object.__setattr__(record, "published", getattr(now, "published", None))
