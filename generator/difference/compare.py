"""Two archives side by side: what residents will see change, page by page."""

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, field

from generator import urls
from generator.archive import Archive, newest_first, resolve
from generator.difference.concerns import of_concern
from generator.difference.outcomes import of_outcome
from generator.difference.registries import of_registries
from generator.difference.sessions import Held, is_filled, of_session, title_of
from generator.difference.terms import Change, Difference, Group
from generator.model import Outcome, Session
from generator.records import Kind, is_broken
from generator.views.mended import page_of_scope
from generator.wording.names import unit_name


@dataclass(frozen=True, slots=True)
class Earlier:
    """The archive as it was, and what of its records could not be read (see `Reading.broken`).

    `behind` is how many files are newer there than they are now, and so are not compared.
    """

    archive: Archive
    broken: frozenset[str] = field(default_factory=frozenset)
    behind: int = 0

    def knows(self, kind: Kind, identity: str) -> bool:
        """Whether it can be told what a record said, or that there was none."""
        return not is_broken(self.broken, kind, identity)


def compare(earlier: Earlier, now: Archive) -> Difference:
    """Give what residents will see change from an earlier archive to the one that is now.

    Both have to be of the same day, or the calendar alone would change statuses.
    """
    if earlier.archive.today != now.today:
        raise ValueError((earlier.archive.today, now.today))
    changes: dict[str, list[Change]] = defaultdict(list)
    elsewhere: dict[tuple[str, str], list[Change]] = defaultdict(list)
    for identity in _both(earlier.archive.records.sessions, now.records.sessions):
        if earlier.knows(Kind.SESSION, identity):
            changes[identity] += _of_session(earlier.archive, now, identity)
    for identity in _both(earlier.archive.records.outcomes, now.records.outcomes):
        if earlier.knows(Kind.OUTCOME, identity):
            _of_outcome(earlier.archive, now, identity, changes, elsewhere)
    groups = [
        (_order(now, identity), _group(title_of(identity, now), urls.session(identity), found))
        for identity, found in changes.items()
        if found
    ]
    groups += [
        ((1, "", address), _group(title, address, found))
        for (title, address), found in elsewhere.items()
    ]
    groups.sort(key=lambda one: (one[1].changes[0].gravity, one[0]))
    return Difference(
        groups=tuple(group for _place, group in groups),
        names=tuple(sorted(of_registries(earlier.archive, now), key=_gravity)),
        unread=len(earlier.broken),
        behind=earlier.behind,
    )


def _both(one: object, other: object) -> list[str]:
    return sorted({*one, *other})  # type: ignore[misc]


def _of_session(before: Archive, after: Archive, identity: str) -> Iterator[Change]:
    was: Held = before.records.sessions.get(identity)
    now: Held = after.records.sessions.get(identity)
    yield from of_session(was, now, after)
    if not (isinstance(was, Session) and isinstance(now, Session)) or is_filled(was, now):
        return  # what it holds goes with it, or is told with it
    old = {one.id: one for one in before.matters_of.get(identity, ())}
    new = {one.id: one for one in after.matters_of.get(identity, ())}
    for key in {**new, **old}:
        yield from of_concern(old.get(key), new.get(key), before, after)


def _of_outcome(
    before: Archive,
    after: Archive,
    identity: str,
    changes: dict[str, list[Change]],
    elsewhere: dict[tuple[str, str], list[Change]],
) -> None:
    """Sort what changes in an outcome to the pages that tell it: sessions, else its unit's."""
    was, now = (archive.records.outcomes.get(identity) for archive in (before, after))
    told = next((one for one in (now, was) if isinstance(one, Outcome)), None)
    folder = identity.partition("/")[0]
    answers = told.answers if told else ()
    sessions = dict.fromkeys(resolve(one, folder).partition("#")[0] for one in answers)
    for session in sessions:
        changes[session] += of_outcome(was, now, after, session)
    if not sessions and (found := list(of_outcome(was, now, after))):
        title = unit_name(folder, after.records.registries)
        address = page_of_scope(now) if isinstance(now, Outcome) else urls.unit(folder)
        elsewhere[title, address] += found


def _group(title: str, address: str, found: list[Change]) -> Group:
    return Group(title, address, tuple(sorted(found, key=_gravity)))


def _gravity(change: Change) -> int:
    return change.gravity


def _order(archive: Archive, identity: str) -> tuple[int, str, str]:
    found = archive.records.sessions.get(identity)
    return (
        newest_first(found.date, "", identity) if isinstance(found, Session) else (1, "", identity)
    )
