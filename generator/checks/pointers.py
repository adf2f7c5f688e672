"""Where records point to concerns, in `menjawab`, `ke` and `sebelumnya`, and which there are."""

import datetime
from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import NamedTuple

from generator.archive import Archive, resolve
from generator.model import Concern, Outcome, Session, WithdrawnConcern
from generator.records.places import Steps
from generator.remembered import remembered


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

    def has(self, folder: str, stem: str, concern: str) -> bool:
        """Whether a concern stands in a session and was not withdrawn."""
        session = f"{folder}/{stem}"
        known = self.of_session.get(session, ())
        return concern in known and f"{session}#{concern}" not in self.withdrawn


@remembered(2)
def pointers(archive: Archive) -> tuple[Pointer, ...]:
    """Give every place where a record points to a concern, withdrawn records left out.

    Several checks ask for them, of the archive and of what it would be if all that is broken in it
    were mended.
    """
    return tuple(_pointers(archive))


def _pointers(archive: Archive) -> Iterator[Pointer]:
    for outcome in archive.records.outcomes.values():
        if isinstance(outcome, Outcome):
            folder = outcome.folder
            for number, one in enumerate(outcome.answers):
                target = resolve(one, folder)
                yield Pointer(outcome, ("menjawab", number), one, target)
            if outcome.merged_into:
                target = resolve(outcome.merged_into, outcome.folder)
                yield Pointer(outcome, ("ke",), outcome.merged_into, target)
    for session in archive.sessions:
        for place, entry in enumerate(session.entries):
            if isinstance(entry, Concern) and entry.earlier:
                for number, one in enumerate(entry.earlier):
                    path = ("masukan", place, "sebelumnya", number)
                    yield Pointer(session, path, one, resolve(one, session.folder))


@remembered(2)
def known_concerns(archive: Archive) -> Concerns:
    """Give the concerns there are to point to; asked for only where one is not found."""
    of_session = {
        session.id: tuple(one.id for one in (*session.entries, *session.commitments))
        for session in archive.records.sessions.values()
        if isinstance(session, Session)
    }
    stems: dict[str, list[str]] = defaultdict(list)
    for identity in of_session:
        folder, _slash, stem = identity.partition("/")
        stems[folder].append(stem)
    stems_of = {folder: tuple(found) for folder, found in stems.items()}
    return Concerns(of_session, stems_of, withdrawn_since(archive))


def withdrawn_since(archive: Archive) -> Mapping[str, datetime.date]:
    """Give the day of each withdrawal, by the id of the concern or of the whole session."""
    found = {one.id: one.withdrawn.date for one in archive.withdrawn_sessions}
    for identity, matter in archive.matters.items():
        if isinstance(matter.concern, WithdrawnConcern):
            found[identity] = matter.concern.withdrawn.date
    return found


def withdrawn_on(target: str, since: Mapping[str, datetime.date]) -> datetime.date | None:
    """Give the day a concern was withdrawn, by itself or with its session."""
    return since.get(target) or since.get(target.partition("#")[0])
