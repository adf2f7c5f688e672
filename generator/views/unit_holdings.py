"""What each unit holds: its own, and that of the units under it."""

from collections.abc import Callable, Iterable, Iterator

from generator.archive import Archive, Matter
from generator.figures import Tally, tally
from generator.model import (
    Concern,
    Outcome,
    Session,
    Unit,
    WithdrawnOutcome,
    WithdrawnSession,
)
from generator.records import Records
from generator.remembered import remembered
from generator.value import value
from generator.views.grouping import grouped, live_matters, newest


@value
class UnitHoldings:
    """What a unit holds, newest first.

    `sessions` and `scoped` (outcomes of many unnamed concerns) are its own, `newest_under` and
    `scoped_under` the newest of the units under it, without sessions to come. The others are its
    own and theirs together: what is owed (oldest debt first), what was announced (soonest first),
    and sessions without a report (longest first).
    """

    sessions: tuple[Session, ...]
    scoped: tuple[Outcome, ...]
    newest_under: tuple[Session, ...]
    scoped_under: tuple[Outcome, ...]
    owed: tuple[Matter, ...]
    announced: tuple[Session, ...]
    unreported: tuple[Session, ...]


def hold_by_unit(
    archive: Archive,
    units: Iterable[str],
    owed: Iterable[Matter],
    unreported: Iterable[Session],
) -> dict[str, UnitHoldings]:
    """Give what each of these units holds.

    `owed` is everything owed, oldest debt first, `unreported` the sessions without a report,
    longest first.
    """
    registries = archive.records.registries
    chains: dict[tuple[str, ...], list[str]] = {}

    def above(keys: tuple[str, ...]) -> list[str]:
        if (found := chains.get(keys)) is None:
            line = (one.id for key in keys for one in registries.line_of(key))
            found = chains[keys] = list(dict.fromkeys(line))
        return found

    to_come = {one.id for one in archive.announced}

    def is_news_from_below(key: str) -> Callable[[Session], bool]:
        return lambda one: key not in one.units and one.id not in to_come

    sessions = grouped(archive.sessions, lambda one: one.units)
    scoped = grouped(archive.scoped, _units_in_scope)
    scoped_all = grouped(archive.scoped, lambda one: above(_units_in_scope(one)))
    owed_by = grouped(owed, lambda one: above(one.session.units))
    announced = grouped(archive.announced, lambda one: above(one.units))
    unreported_by = grouped(unreported, lambda one: above(one.units))
    return {
        key: UnitHoldings(
            sessions=sessions.get(key, ()),
            scoped=scoped.get(key, ()),
            newest_under=newest(filter(is_news_from_below(key), archive.by_unit.get(key, ()))),
            scoped_under=newest(
                one for one in scoped_all.get(key, ()) if key not in _units_in_scope(one)
            ),
            owed=owed_by.get(key, ()),
            announced=announced.get(key, ()),
            unreported=unreported_by.get(key, ()),
        )
        for key in units
    }


def tally_of_unit(archive: Archive, key: str) -> Tally:
    """Count the concerns of a unit and those under it; only its first page asks for that."""
    return tally(live_matters(archive, archive.by_unit.get(key, ())))


@remembered(1)
def units_with_a_page(records: Records) -> dict[str, Unit]:
    """Every unit a record names, and those above them: nothing a page links to may be missing."""
    registries = records.registries
    named = {one.folder for one in (*records.sessions.values(), *records.outcomes.values())}
    for session in records.sessions.values():
        named.update(_named_in_session(session))
    for outcome in records.outcomes.values():
        named.update(_named_in_outcome(outcome))
    successors = (unit.successor for key in named if (unit := registries.units.get(key)))
    named.update([key for key in successors if key])
    found = {one.id: one for key in named for one in registries.line_of(key)}
    return {key: found[key] for key in sorted(found)}


def _named_in_session(session: Session | WithdrawnSession) -> Iterator[str]:
    if isinstance(session, Session):
        yield from session.units
        for entry in session.entries:
            if isinstance(entry, Concern) and entry.awaits:
                yield entry.awaits


def _named_in_outcome(outcome: Outcome | WithdrawnOutcome) -> Iterator[str]:
    if isinstance(outcome, Outcome):
        yield from filter(None, [outcome.by])
        yield from outcome.scope.units if outcome.scope else ()


def _units_in_scope(outcome: Outcome) -> tuple[str, ...]:
    return outcome.scope.units if outcome.scope else ()
