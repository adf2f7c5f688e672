"""Where records point to concerns, in `menjawab`, `ke` and `sebelumnya`, and which there are."""

import datetime
from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import NamedTuple

from generator.archive import Archive, resolve
from generator.model import Concern, Outcome, Session, WithdrawnConcern, WithdrawnSession
from generator.records.places import Steps


class Pointer(NamedTuple):
    """A place in a record that points to a concern: `reference` as typed, `target` its full id."""

    record: Session | Outcome
    path: Steps
    reference: str
    target: str


@dataclass(frozen=True, slots=True)
class Concerns:
    """The ids of the concerns and commitments of every session, and what was withdrawn when.

    `stems` are those of the sessions in each folder.
    """

    of_session: Mapping[str, tuple[str, ...]]
    stems: Mapping[str, tuple[str, ...]]
    withdrawn: Mapping[str, datetime.date]

    def withdrawn_on(self, target: str) -> datetime.date | None:
        """Give the day a concern was withdrawn, by itself or with its session."""
        return self.withdrawn.get(target) or self.withdrawn.get(target.partition("#")[0])

    def has(self, folder: str, stem: str, concern: str) -> bool:
        """Whether a concern stands in a session and was not withdrawn."""
        session = f"{folder}/{stem}"
        known = self.of_session.get(session, ())
        return concern in known and f"{session}#{concern}" not in self.withdrawn


def pointers(archive: Archive) -> Iterator[Pointer]:
    """Give every place where a record points to a concern, withdrawn records left out."""
    for outcome in archive.records.outcomes.values():
        if isinstance(outcome, Outcome):
            for number, one in enumerate(outcome.answers):
                target = resolve(one, outcome.folder)
                yield Pointer(outcome, ("menjawab", number), one, target)
            if outcome.merged_into:
                target = resolve(outcome.merged_into, outcome.folder)
                yield Pointer(outcome, ("ke",), outcome.merged_into, target)
    for session in archive.sessions:
        for place, entry in enumerate(session.entries):
            for number, one in enumerate(entry.earlier if isinstance(entry, Concern) else ()):
                path = ("masukan", place, "sebelumnya", number)
                yield Pointer(session, path, one, resolve(one, session.folder))


def known_concerns(archive: Archive) -> Concerns:
    """Give the concerns there are to point to."""
    of_session: dict[str, tuple[str, ...]] = {}
    withdrawn: dict[str, datetime.date] = {}
    for session in archive.records.sessions.values():
        if isinstance(session, WithdrawnSession):
            withdrawn[session.id] = session.withdrawn.date
            continue
        entries = (*session.entries, *session.commitments)
        of_session[session.id] = tuple(one.id for one in entries)
        for entry in entries:
            if isinstance(entry, WithdrawnConcern):
                withdrawn[f"{session.id}#{entry.id}"] = entry.withdrawn.date
    stems: dict[str, list[str]] = defaultdict(list)
    for identity in of_session:
        folder, _slash, stem = identity.partition("/")
        stems[folder].append(stem)
    return Concerns(of_session, {one: tuple(found) for one, found in stems.items()}, withdrawn)
