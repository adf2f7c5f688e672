"""All news of an archive, each with its day.

A day is never that of a build. A record is news from the day it was first published, and where that
is not known from its own; what it says later of itself (a correction, a withdrawal of what it
speaks of) moves `updated` and nothing else. So an old record is new on the day it is published,
and never again.
"""

from collections.abc import Iterable, Iterator
from datetime import date
from urllib.parse import quote

from generator import urls
from generator.archive import Archive, Matter, clock_start, resolve
from generator.dates import EventDate
from generator.followup import Mark
from generator.model import (
    Commitment,
    Concern,
    Correction,
    Outcome,
    Session,
    Withdrawal,
    WithdrawnConcern,
    WithdrawnOutcome,
    WithdrawnSession,
)
from generator.news.terms import Kind, Mending, News, Turn, Withdrawn
from generator.status import Status

# Looked up once: a member of a fixed list costs a call of Python, and is asked for 100,000 times.
_CROSSING, _OBJECTION, _UNKNOWN = Mark.CROSSING, Mark.OBJECTION, Status.UNKNOWN


def gather(archive: Archive) -> tuple[News, ...]:
    """Give all news, newest first; of one day what happened last comes first.

    What would be news of a later day than the archive's is none yet.
    """
    found = [one for one in _all(archive) if one.day <= archive.today]
    found.sort(key=lambda one: (-one.day.toordinal(), -one.happened.toordinal(), one.identity))
    return tuple(found)


def _all(archive: Archive) -> Iterator[News]:
    for outcome in archive.outcomes:
        yield from _of_outcome(archive, outcome)
    for session in archive.sessions:
        yield from _of_session(session)
    for matter in archive.matters.values():
        yield from _turns(archive, matter)
    yield from withdrawals(archive)


def _of_outcome(archive: Archive, outcome: Outcome) -> Iterator[News]:
    matters = answered(archive, outcome)
    day = outcome.published or _own_day(outcome.date) or _first_known(matters)
    if day is None:
        return
    sessions = _sessions_of(matters)
    scope = outcome.scope
    units = (outcome.folder, *(scope.units if scope else ()))
    themes = scope.themes if scope else _themes(matters)
    happened = outcome.date.latest or day
    updated = _last(day, outcome.corrections, _taken_back(matters))
    yield News(
        *(Kind.REPORT, f"kabar/{outcome.id}", day, updated, happened),
        *(outcome, sessions, units, themes),
    )
    for identity, one in _mendings(f"kabar/{outcome.id}", outcome.corrections):
        mended = max(one.date, day)
        yield News(
            *(Kind.MENDED, identity, mended, mended, one.date),
            *(Mending(outcome, one), sessions, units, themes),
        )


def _of_session(session: Session) -> Iterator[News]:
    own = _own_day(session.date) or clock_start(session)[0]
    published, last = session.published, session.date.latest
    taken_back = [
        one.withdrawn.date
        for one in (*session.entries, *session.commitments)
        if isinstance(one, WithdrawnConcern)
    ]
    if published and last and published <= last:
        updated = _last(published, session.corrections)
        yield News(
            *(Kind.ANNOUNCED, f"jadwal/{session.id}", published, updated),
            *(published, session, (session,)),
        )
    # A report cannot come before the session; an announced one's came on its day or later.
    days = [day for day in (published, last if published else own) if day]
    if not has_report(session) or not days:
        return
    day = max(days)
    themes = themes_of(session)
    updated = _last(day, session.corrections, taken_back)
    yield News(
        *(Kind.HELD, f"sesi/{session.id}", day, updated, last or day),
        *(session, (session,), (), themes),
    )
    for identity, one in _mendings(f"sesi/{session.id}", session.corrections):
        mended_on = max(one.date, published or one.date)
        yield News(
            *(Kind.MENDED, identity, mended_on, mended_on, one.date),
            *(Mending(session, one), (session,), (), themes),
        )


def _turns(archive: Archive, matter: Matter) -> Iterator[News]:
    """What time and residents made of a concern: crossings, silence, objections elsewhere."""
    found, entry = matter.follow_up, matter.concern
    if found is None:
        return
    is_silent = found.status is _UNKNOWN
    if not (found.crossings or found.disputes or is_silent):
        return
    name = matter.id.replace("#", "/")
    public = matter.session.published or date.min
    themes = entry.themes if isinstance(entry, Concern) else ()
    mended = [one for one in matter.session.corrections if entry.id in _path(one)]
    seen: set[str] = set()
    for place, step in enumerate(found.history):
        if step.mark is _CROSSING and step.deadline and step.date.latest:
            kind, identity = Kind.CROSSED, f"lewat/{name}/{step.deadline.day}"
            day = max(step.date.latest, public)
        elif step.mark is _OBJECTION and step.session and step.counts:
            kind, identity = Kind.OBJECTED, f"sanggah/{name}/{step.session}"
            known = _objected(archive, step.session)
            if known is None:
                continue
            day = max(known, public)
        else:
            continue
        if identity not in seen:
            seen.add(identity)
            yield News(
                *(kind, identity, day, _last(day, mended), step.date.latest or day),
                *(Turn(matter, place), (matter.session,), (), themes),
            )
    if is_silent and found.since.latest:
        since = found.since.latest
        day = max(since, public)
        yield News(
            *(Kind.SILENT, f"diam/{name}/{since}", day, _last(day, mended), since),
            *(Turn(matter, len(found.history)), (matter.session,), (), themes),
        )


def _objected(archive: Archive, session: str) -> date | None:
    raised = archive.records.sessions.get(session)
    if not isinstance(raised, Session):
        return None
    days = [day for day in (raised.published, _own_day(raised.date)) if day]
    return max(days, default=None)


def withdrawals(archive: Archive) -> Iterator[News]:
    """Give everything that was taken back: concerns, promises, sessions and outcomes."""
    for matter in archive.matters.values():
        if isinstance(matter.concern, WithdrawnConcern):
            yield _withdrawn_concern(matter, matter.concern.withdrawn)
    yield from _withdrawn_records(archive)


def _withdrawn_concern(matter: Matter, gone: Withdrawal) -> News:
    session = matter.session
    is_promise = any(one.id == matter.concern.id for one in session.commitments)
    what = Commitment if is_promise else Concern
    return _gone(
        f"tarik/{matter.id.replace('#', '/')}",
        Withdrawn(what, session.folder, gone, urls.concern(matter.id)),
        (session,),
    )


def _withdrawn_records(archive: Archive) -> Iterator[News]:
    for session in archive.withdrawn_sessions:
        gone = Withdrawn(
            WithdrawnSession, session.folder, session.withdrawn, urls.session(session.id)
        )
        yield _gone(f"sesi/{session.id}", gone)
    for identity in sorted(archive.withdrawn_outcomes):
        outcome = archive.records.outcomes[identity]
        if isinstance(outcome, WithdrawnOutcome):
            yield _gone(f"kabar/{identity}", Withdrawn(Outcome, outcome.folder, outcome.withdrawn))
        elif withdrawals := list(_withdrawals(archive, outcome)):
            last = max(withdrawals, key=lambda one: (one.date, one.reason))
            yield _gone(f"kabar/{identity}", Withdrawn(Outcome, outcome.folder, last))


def _withdrawals(archive: Archive, outcome: Outcome) -> Iterator[Withdrawal]:
    """The withdrawals of all that an outcome answers."""
    for reference in outcome.answers:
        identity = resolve(reference, outcome.folder)
        matter = archive.matters.get(identity)
        session = archive.records.sessions.get(identity.partition("#")[0])
        if matter and isinstance(matter.concern, WithdrawnConcern):
            yield matter.concern.withdrawn
        elif isinstance(session, WithdrawnSession):
            yield session.withdrawn


def _gone(identity: str, gone: Withdrawn, sessions: tuple[Session, ...] = ()) -> News:
    day = gone.withdrawal.date
    return News(Kind.WITHDRAWN, identity, day, day, day, gone, sessions, (gone.folder,))


def answered(archive: Archive, outcome: Outcome) -> tuple[Matter, ...]:
    """Give the concerns an outcome answers, withdrawn ones too, in its order."""
    found = (archive.matters.get(resolve(one, outcome.folder)) for one in outcome.answers)
    return tuple(one for one in found if one)


def has_report(session: Session) -> bool:
    """Whether it is written what came of a session, or only that there is to be one."""
    return session.concerns is not None or bool(session.commitments)


def themes_of(session: Session) -> tuple[str, ...]:
    """Give the themes of a session and of its concerns, each once."""
    of_concerns = (
        theme for one in session.entries if isinstance(one, Concern) for theme in one.themes
    )
    return tuple(dict.fromkeys((*session.themes, *of_concerns)))


def _themes(matters: Iterable[Matter]) -> tuple[str, ...]:
    themes: dict[str, None] = {}
    for matter in matters:
        if isinstance(matter.concern, Concern):
            themes |= dict.fromkeys(matter.concern.themes)
    return tuple(themes)


def _sessions_of(matters: tuple[Matter, ...]) -> tuple[Session, ...]:
    if len(matters) == 1:
        return (matters[0].session,)
    return tuple({one.session.id: one.session for one in matters}.values())


def _taken_back(matters: Iterable[Matter]) -> list[date]:
    """The days on which concerns were withdrawn: whatever spoke of them says less since."""
    concerns = [one.concern for one in matters if one.follow_up is None]
    return [one.withdrawn.date for one in concerns if isinstance(one, WithdrawnConcern)]


def _mendings(record: str, corrections: Iterable[Correction]) -> Iterator[tuple[str, Correction]]:
    """Give corrections with names that do not change when another is written before them."""
    met: dict[str, int] = {}
    for one in corrections:
        name = f"koreksi/{record}/{one.date}/{quote(one.part, safe='')}"
        met[name] = met.get(name, 0) + 1
        yield (name if met[name] == 1 else f"{name}/{met[name]}"), one


def _last(day: date, corrections: Iterable[Correction], taken_back: Iterable[date] = ()) -> date:
    """The last day on which words changed: that of publication, a correction or a withdrawal."""
    for one in corrections:
        day = max(day, one.date)
    for gone in taken_back:
        day = max(day, gone)
    return day


def _path(one: Correction) -> list[str]:
    return one.part.split(".")


def _own_day(moment: EventDate) -> date | None:
    """The first day a date can mean: its last may still be to come, and would move."""
    return moment.earliest or moment.latest


def _first_known(matters: Iterable[Matter]) -> date | None:
    """The latest day on which what an undated outcome answers was raised: it came after that."""
    days = [day for day in (clock_start(one.session)[0] for one in matters) if day]
    return max(days, default=None)
