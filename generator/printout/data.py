"""What is owed, and stories, as plain data for scripts.

Keys are English and stay as they are; new ones may come. Days are ISO 8601 (`2023-10-20`); the
date of an event may also be a month, an interval, "on or before", or unsure, as EDTF writes them
(`2023-10`, `2023-10-20/2023-10-21`, `../2024-11-08`, `2023-10-20?`). What is not known or does not
apply is null. Fixed words are those of the records (`status` is a `Status`, `family` a `Family`,
`event` a `kejadian`, `lists` the names in the addresses under /papan/); sentences are those of the
site.

`kabar status` and `kabar show` of a unit give

    as_of, unit, unit_name      the day; the key and name of the unit asked for
    only                        ["overdue"], ["owed"], both, or []: what was asked for
    counts                      concerns by family, side by side: asked, claimed, confirmed,
                                answered, refused, open, outside; of the open ones no_word, in_hand,
                                unknown, overdue; of all with_word, disputed
    lists                       how many stand on each list
    owed                        concerns, in the order of the site
    unreported                  sessions whose day passed without a report: id, units, date

A concern is

    id, session, units          what it is called, where it was raised, who held that session
    awaited_from                the unit whose word is awaited
    address                     its place on the site, relative to its root
    kind, label                 its `jenis`, or `komitmen`; the same in words
    withheld, text              whether its words are kept back; its words, else null
    status, status_words        where it stands; the word of its badge
    family, lists               how it is counted, and where it is listed
    since                       the event that brought this status
    asks, owes_word             whether it asks for something; whether there was no word of a result
    deadline, deadline_basis    the running deadline and what it rests on
    overdue, far_overdue        whether it has passed, and by far
    put_off, crossings          deadlines given up, and the days on which one passed, oldest first
    disputed                    whether an objection stands unanswered
    first_word, ended           the first word back, and what brought the present ending
    merged_into                 the id of the concern it was merged into
    meaning                     what the status means, as the site says it
    next                        what is awaited, as the site says it: who, what, by_when, and what
                                residents can do

`kabar show` of a concern gives as_of, type ("concern") and all of that, with

    answers                     those given on the spot: kind, by, partners, text, check_again
    promise                     deadline, recurrence, words; or null
    history                     its steps: date, mark, event, status, counts, deadline, outcome,
                                session, sentence (null for the session it began with)

`kabar show` of a session gives as_of, type ("session"), id, units, programme, title, date, address,
summary, counts and concerns, each with its history. Of what was withdrawn only the id is left, and

    withdrawn                   date, reason (a key of reasons.yml), basis
"""

import dataclasses
import json
from datetime import date

from generator import boards, urls
from generator.archive import Archive, Matter
from generator.dates import EventDate
from generator.figures import Tally, family, tally
from generator.followup import FollowUp, Step
from generator.model import (
    Answer,
    Commitment,
    Concern,
    Promise,
    Session,
    Withdrawal,
    WithdrawnConcern,
    WithdrawnSession,
)
from generator.printout.owing import Owing
from generator.printout.telling import telling
from generator.views.concern import badge_of, is_withheld
from generator.views.session import session_view
from generator.views.steps import story_steps
from generator.wording.meaning import meaning
from generator.wording.names import concern_label
from generator.wording.next_step import Next, what_is_next
from generator.wording.telling import Telling

Data = None | bool | int | str | list["Data"] | dict[str, "Data"]


def as_json(data: Data) -> str:
    """Write plain data as JSON."""
    return json.dumps(data, ensure_ascii=False, indent=2)


def owing_data(owing: Owing, archive: Archive) -> dict[str, Data]:
    """Give what is owed."""
    asked = (("overdue", owing.only.overdue), ("owed", owing.only.owed))
    return {
        "as_of": owing.today.isoformat(),
        "unit": owing.unit.id if owing.unit else None,
        "unit_name": owing.unit.name if owing.unit else None,
        "only": [word for word, is_asked in asked if is_asked],
        "counts": _counts(owing.tally),
        "lists": {board.value: length for board, length in owing.lists.items()},
        "owed": [_concern(one, archive) for one in owing.debts],
        "unreported": [
            {"id": one.id, "units": [*one.units], "date": _event_date(one.date)}
            for one in owing.unreported
        ],
    }


def story_data(named: Session | WithdrawnSession | Matter, archive: Archive) -> dict[str, Data]:
    """Give the whole story of a session or a concern."""
    head: dict[str, Data] = {"as_of": archive.today.isoformat()}
    match named:
        case Session():
            return {**head, "type": "session", **_session(named, archive)}
        case WithdrawnSession():
            return {
                **head,
                "type": "session",
                "id": named.id,
                "withdrawn": _withdrawal(named.withdrawn),
            }
        case Matter():
            return {**head, "type": "concern", **_with_history(named, archive)}


def _session(session: Session, archive: Archive) -> dict[str, Data]:
    view = session_view(archive, session)
    matters = archive.matters_of.get(session.id, ())
    return {
        "id": session.id,
        "units": [*session.units],
        "programme": session.programme,
        "title": view.title,
        "date": _event_date(session.date),
        "address": urls.session(session.id),
        "summary": view.summary,
        "counts": _counts(tally(matters)),
        "concerns": [_with_history(one, archive) for one in matters],
    }


def _concern(matter: Matter, archive: Archive) -> dict[str, Data]:
    told = telling(matter, archive)
    if told is None:
        concern = matter.concern
        withdrawn = concern.withdrawn if isinstance(concern, WithdrawnConcern) else None
        return {"id": matter.id, "withdrawn": _withdrawal(withdrawn) if withdrawn else None}
    return {
        **_what_it_is(matter, told, archive),
        **_where_it_stands(matter, told.found, archive),
        "meaning": meaning(told),
        "next": _next(what_is_next(told)),
    }


def _what_it_is(matter: Matter, told: Telling, archive: Archive) -> dict[str, Data]:
    entry, session = told.entry, matter.session
    withheld = is_withheld(entry, archive)
    raised = entry if isinstance(entry, Concern) else None
    return {
        "id": matter.id,
        "session": session.id,
        "units": [*session.units],
        "awaited_from": (raised.awaits if raised else None) or session.units[0],
        "address": urls.concern(matter.id),
        "kind": raised.kind.value if raised else "komitmen",
        "label": concern_label(entry),
        "withheld": withheld,
        "text": None if withheld else entry.text,
    }


def _where_it_stands(matter: Matter, found: FollowUp, archive: Archive) -> dict[str, Data]:
    on = boards.lists_of(found, archive.today)
    return {
        "status": found.status.value,
        "status_words": badge_of(matter, found, archive).word,
        "family": family(found.status).value,
        "lists": [board.value for board in boards.Board if board in on],
        "since": _event_date(found.since),
        "asks": found.asks,
        "owes_word": found.owes_word,
        "deadline": _day(found.deadline.day if found.deadline else None),
        "deadline_basis": found.deadline.basis.value if found.deadline else None,
        "overdue": found.overdue,
        "far_overdue": found.far_overdue,
        "put_off": [one.day.isoformat() for one in found.extensions],
        "crossings": [one.isoformat() for one in found.crossings],
        "disputed": found.disputed,
        "first_word": _event_date(found.first_word),
        "ended": _event_date(found.ended),
        "merged_into": found.merged_into,
    }


def _with_history(matter: Matter, archive: Archive) -> dict[str, Data]:
    found, entry = matter.follow_up, matter.concern
    made = _concern(matter, archive)
    if found is None or isinstance(entry, WithdrawnConcern):
        return made
    given = entry.given_answers if isinstance(entry, Concern) else ()
    begin, *later = found.history
    told = story_steps(matter, found, archive, {})
    return {
        **made,
        "answers": [_answer(one) for one in given],
        "promise": _promise(entry),
        "history": [
            _step(begin, None),
            *(_step(step, one.sentence) for step, one in zip(later, told, strict=True)),
        ],
    }


def _step(step: Step, sentence: str | None) -> dict[str, Data]:
    return {
        "date": _event_date(step.date),
        "mark": step.mark.value,
        "event": step.event.value if step.event else None,
        "status": step.status.value,
        "counts": step.counts,
        "deadline": _day(step.deadline.day if step.deadline else None),
        "outcome": step.outcome,
        "session": step.session,
        "sentence": sentence,
    }


def _answer(one: Answer) -> dict[str, Data]:
    return {
        "kind": one.kind.value,
        "by": one.answerer,
        "partners": [*one.partners],
        "text": one.text,
        "check_again": _day(one.check_again),
    }


def _promise(entry: Concern | Commitment) -> Data:
    promise: Promise | None = entry.promise
    if promise is None:
        return None
    return {
        "deadline": _day(promise.deadline),
        "recurrence": promise.recurrence.value if promise.recurrence else None,
        "words": promise.words,
    }


def _next(following: Next) -> dict[str, Data]:
    return {
        "who": following.who or None,
        "what": following.what or None,
        "by_when": following.by_when or None,
        "residents": following.residents or None,
    }


def _counts(found: Tally) -> dict[str, Data]:
    return dict(dataclasses.asdict(found))


def _withdrawal(one: Withdrawal) -> dict[str, Data]:
    return {"date": one.date.isoformat(), "reason": one.reason, "basis": one.basis}


def _day(day: date | None) -> str | None:
    return day.isoformat() if day else None


def _event_date(when: EventDate | None) -> str | None:
    return when.text if when and when.latest else None
