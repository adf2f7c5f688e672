"""What holds for every history, tried on ten thousand made-up ones.

A failure names the number of its history; `history(number)` makes the same one again.
"""

import copy
import random
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import fields, replace
from datetime import date, timedelta
from functools import cache
from itertools import combinations, pairwise
from typing import Any

from histories import (
    FOLDER,
    SESSION,
    answer,
    case,
    commitment,
    concern,
    day,
    filed,
    inherited,
    objection,
    outcome,
)

from generator.dates import EventDate
from generator.followup import Case, Deadline, Fault, FollowUp, Mark, RuleFault, Step, assess
from generator.followup.standing import read
from generator.followup.story import tell
from generator.model import Commitment, Concern, Event, Outcome
from generator.status import ENDINGS, Status

HISTORIES = 10_000
OUTCOMES = 3_000
LATEST = 60
LONG_AFTER = day(400)

ABOUT: tuple[Concern | Commitment, ...] = (
    *([concern()] * 4),
    concern("pertanyaan"),
    concern("pertanyaan", jawaban=[answer("penjelasan")]),
    concern(jawaban=[answer("tindakan seketika")]),
    concern(jawaban=[answer("rujukan")]),
    concern(jawaban=[answer("rujukan", cek_lagi=str(day(6)))]),
    *([concern(janji={"tenggat": str(day(8))})] * 2),
    concern(janji={"tenggat": "2023-09-30"}),
    concern(janji={"berkala": "setiap hari"}),
    concern(janji={"berkala": "tidak ditentukan"}),
    commitment(janji={"kata": "segera"}),
    concern("apresiasi"),
    concern("sanggahan"),
)
SESSIONS = (*["2023-10-20"] * 6, "2023-10", "2023-10-20/2023-10-22", "../2023-10-21")
HOURS = ("08.00", "10.00", "12.00", "pagi", "malam")


# The made-up histories: few days and few hours, so that events meet.


@cache
def store() -> tuple[Outcome, ...]:
    """The outcomes that histories are drawn from, no two with one name."""
    made = random.Random("outcomes")
    return tuple(an_outcome(number, made) for number in range(OUTCOMES))


def an_outcome(number: int, made: random.Random) -> Outcome:
    when = made.randint(*made.choice(((-2, 0), (0, 6), (0, 12), (5, LATEST))))
    late = made.choice((None, 0, 0, 0, 3, 20))
    deadline = str(day(when + made.choice((-1, 0, 2, 5, 9, 30))))
    keys: dict[str, Any] = {
        "tenggat": deadline,
        "cek_lagi": deadline,
        "ke": made.choice(("2023-10-20#lain", "2023-10-20#juga", f"{FOLDER}/2023-10-20#lain")),
    }
    if made.random() < 0.3:
        keys["waktu"] = made.choice(HOURS)
    return outcome(
        made.choice(list(Event)).value,
        written(when, made),
        name=f"{made.randrange(10_000):04}-{number}",
        published=None if late is None else max(when, 0) + late,
        **keys,
    )


def written(when: int, made: random.Random) -> int | str:
    """A date that means this day, or one about it; seldom unknown."""
    if made.random() < 0.85:
        return when
    ways = (f"{day(when - 2)}/{day(when)}", f"../{day(when)}", f"{day(when):%Y-%m}")
    return made.choice((*ways, "tidak diketahui"))


@cache
def history(number: int) -> Case:
    """One made-up case, always the same for a number."""
    made = random.Random(f"history {number}")
    return case(
        made.sample(store(), made.choice((0, 1, 2, 3, 4, 5, 6, 8))),
        about=made.choice(ABOUT),
        session=made.choice(SESSIONS),
        default=made.choice((None, 5, 9)),
        objections=tuple(
            objection(when) for when in made.sample(range(-1, 20), made.choice((0, 0, 0, 1, 2)))
        ),
        inherited=tuple(
            inherited(start, start + made.randint(0, 20), made.choice((None, 3, 9)))
            for start in made.sample(range(-10, 10), made.choice((0, 0, 0, 0, 1, 2)))
        ),
    )


def every_history() -> Iterator[tuple[int, Case, random.Random]]:
    for number in range(HISTORIES):
        yield number, history(number), random.Random(number)


def some_day(made: random.Random) -> date:
    return day(made.choice((0, 5, 9, 20, LATEST, 120, 400)))


def shuffled(things: Iterable[Any], made: random.Random) -> tuple[Any, ...]:
    several = list(things)
    made.shuffle(several)
    return tuple(several)


def differences(one: FollowUp, other: FollowUp, *but: str) -> list[str]:
    return [
        field.name
        for field in fields(FollowUp)
        if field.name not in but and getattr(one, field.name) != getattr(other, field.name)
    ]


def events_of(found: FollowUp) -> list[Step]:
    return [step for step in found.history if step.mark is not Mark.CROSSING]


def test_the_made_up_histories_reach_everything() -> None:
    found = [assess(given, LONG_AFTER) for _number, given, _made in every_history()]
    assert {one.status for one in found} | {one.stage for one in found} == set(Status)
    assert {fault.fault for one in found for fault in one.faults} == set(Fault)
    assert {step.mark for one in found for step in one.history} == set(Mark)
    assert {len(one.crossings) for one in found} >= {0, 1, 2, 3}
    assert any(one.disputed and one.status is Status.REFUSED for one in found)


def test_what_nothing_has_happened_to_stands_as_its_whole_story_tells() -> None:
    for number, given, made in every_history():
        start = made.choice((given.start, None, day(-3), day(20)))
        untouched = replace(given, outcomes=(), objections=(), inherited=(), start=start)
        today = day(made.randrange(-3, LATEST))
        assert assess(untouched, today) == read(tell(untouched), today), number


def test_the_order_of_files_never_matters() -> None:
    for number, given, made in every_history():
        other = replace(
            given,
            outcomes=shuffled(given.outcomes, made),
            objections=shuffled(given.objections, made),
            inherited=shuffled(given.inherited, made),
        )
        today = some_day(made)
        assert assess(given, today) == assess(other, today), number


def test_events_of_one_day_stand_by_the_hour_else_by_the_table() -> None:
    """The table may only be broken where the hours contradict it: by a pair of events with one."""
    ranks = list(Event)
    for number, given, _made in every_history():
        hours = {one.id: one.time.sort_key for one in given.outcomes if one.time}
        steps = events_of(assess(given, LONG_AFTER))[1:]
        for place, step in enumerate(steps):
            for later in steps[place + 1 :]:
                if later.date.latest is None or step.date.latest is None:
                    assert later.date.latest is None, number
                    continue
                assert step.date.latest <= later.date.latest, number
                if step.date.latest < later.date.latest:
                    continue
                first, second = hours.get(step.outcome or ""), hours.get(later.outcome or "")
                if first and second:
                    assert first <= second, number
                elif ranks.index(event_of(step)) > ranks.index(event_of(later)):
                    same_day = [one for one in steps if one.date.latest == step.date.latest]
                    timed = [one for one in same_day if (one.outcome or "") in hours]
                    assert any(
                        ranks.index(event_of(one)) > ranks.index(event_of(other))
                        for one, other in combinations(timed, 2)
                    ), number


def event_of(step: Step) -> Event:
    assert step.event is not None
    return step.event


def test_duplicates_change_nothing_but_the_history() -> None:
    for number, given, made in every_history():
        copies = [copy_of(one, made) for one in given.outcomes if made.random() < 0.5]
        today = some_day(made)
        once = assess(given, today)
        twice = assess(replace(given, outcomes=shuffled((*given.outcomes, *copies), made)), today)
        assert differences(once, twice, *BY_NAME) == [], number
        assert what_ended(once) == what_ended(twice), number
        assert what_counted(once) == what_counted(twice), number
        assert what_is_wrong(once) == what_is_wrong(twice), number


def test_the_names_of_files_never_matter() -> None:
    for number, given, made in every_history():
        names = made.sample(range(100), len(given.outcomes))
        renamed = tuple(
            filed(copy.copy(one), f"{name:02}", one.published)
            for one, name in zip(given.outcomes, names, strict=True)
        )
        today = some_day(made)
        one, other = assess(given, today), assess(replace(given, outcomes=renamed), today)
        assert differences(one, other, *BY_NAME) == [], number
        assert what_ended(one) == what_ended(other), number
        assert what_counted(one) == what_counted(other), number
        assert what_is_wrong(one) == what_is_wrong(other), number


BY_NAME = ("history", "faults", "ended_by")


def copy_of(one: Outcome, made: random.Random) -> Outcome:
    """The same event in a file of another name, published with it or later."""
    name = f"{made.choice('09az')}-{one.id.partition('/')[2]}"
    published = one.published
    if published is not None and made.random() < 0.5:
        published = made.choice((None, published + timedelta(days=4)))
    return filed(copy.copy(one), name, published)


def what_ended(found: FollowUp) -> set[tuple[Event | None, EventDate]]:
    if found.ended_by is None:
        return set()
    return {(one.event, one.date) for one in found.history if one.outcome == found.ended_by}


def what_counted(found: FollowUp) -> list[Step]:
    return [replace(step, outcome=None) for step in found.history if step.counts]


def what_is_wrong(found: FollowUp) -> set[RuleFault]:
    return {replace(fault, outcome=None) for fault in found.faults}


def test_only_residents_confirm() -> None:
    for number, given, _made in every_history():
        if assess(given, LONG_AFTER).status is Status.CONFIRMED:
            assert any(one.event is Event.CONFIRMED for one in given.outcomes), number


def test_no_ending_is_left_without_being_reopened() -> None:
    becomes = {
        (Event.CONFIRMED, Status.CLAIMED),
        (Event.CONFIRMED, Status.ANSWERED),
        (Event.REFUSED, Status.CLAIMED),
        (Event.REFUSED, Status.CONFIRMED),
    }
    for number, given, _made in every_history():
        for before, step in pairwise(events_of(assess(given, LONG_AFTER))):
            if before.status in ENDINGS and step.status is not before.status:
                assert step.event is not None, number
                reopens = step.event in (Event.DISPUTED, Event.REOPENED)
                assert reopens or (step.event, before.status) in becomes, number


def test_a_later_day_never_makes_anything_better() -> None:
    for number, given, made in every_history():
        sooner, later = sorted((some_day(made), some_day(made)))
        one, other = assess(given, sooner), assess(given, later)
        assert other.status in (one.status, Status.UNKNOWN), number
        assert one.overdue <= other.overdue, number
        assert one.far_overdue <= other.far_overdue, number
        assert other.crossings[: len(one.crossings)] == one.crossings, number
        passing = ("status", "since", "overdue", "far_overdue", "crossings", "history")
        assert differences(one, other, *passing) == [], number


def test_a_crossing_never_disappears() -> None:
    """Whatever is added that happened and became public after it, where every event has a day."""
    tried = 0
    for number, given, made in every_history():
        if not all(one.date.latest for one in given.outcomes):
            continue
        public = assess(given, some_day(made)).crossings
        if not public:
            continue
        more = [one for one in made.sample(store(), 30) if came_after(one, public[-1])]
        merged = inherited(-20, made.randint(-19, 30), (public[-1] - SESSION).days + 1)
        taken = made.choice(((), (merged,)))
        added = replace(
            given,
            outcomes=(*given.outcomes, *more[: made.randint(0, 3)]),
            inherited=(*given.inherited, *taken),
        )
        assert set(public) <= set(assess(added, LONG_AFTER).crossings), number
        tried += len(more) > 0
    assert tried > HISTORIES / 10


def came_after(one: Outcome, crossing: date) -> bool:
    return one.date.latest is not None and one.date.latest > crossing


def test_crossings_are_those_found_by_going_through_the_calendar() -> None:
    tried = 0
    for number, given, _made in every_history():
        dated = all(one.date.latest for one in given.outcomes)
        if dated and given.session_date.is_day and not given.inherited:
            found = assess(given, day(LATEST))
            assert list(found.crossings) == crossings_by_calendar(given, found), number
            tried += bool(found.crossings)
    assert tried > HISTORIES / 10


def crossings_by_calendar(given: Case, found: FollowUp) -> list[date]:
    """Every day until `LATEST` that began with a deadline behind an open concern, or came to it."""
    published = {one.id: one.published for one in given.outcomes}
    steps = [step for step in events_of(found) if step.status is not Status.NOTED]
    crossed: dict[date, date] = {}
    for today in map(day, range(LATEST + 1)):
        opened = any(
            before.status in ENDINGS and step.status not in ENDINGS and step.date.latest == today
            for before, step in pairwise(steps)
        )
        at_dawn = [step for step in steps if came_before(step, today)]
        was_open = bool(at_dawn) and at_dawn[-1].status not in ENDINGS
        known = in_force(steps, published, today), in_force(steps, published, day_after(today))
        passed = {one.day for one in known if one is not None and one.day < today}
        if was_open or opened:
            crossed |= dict.fromkeys(passed - set(crossed), today)
    return sorted(set(crossed.values()))


def came_before(step: Step, today: date) -> bool:
    return step.date.latest is not None and step.date.latest < today


def day_after(one: date) -> date:
    return one + timedelta(days=1)


def in_force(
    steps: list[Step], published: Mapping[str, date | None], dawn: date
) -> Deadline | None:
    """The deadline named last, of those whose event had happened and was public before a day."""
    known: Deadline | None = None
    for step in steps:
        when = step.date.latest
        assert when is not None
        if step.deadline and max(when, published.get(step.outcome or "") or when) < dawn:
            known = step.deadline
    return known


def test_debt_and_silence_exclude_each_other() -> None:
    for number, given, made in every_history():
        found = assess(given, some_day(made))
        assert not (found.owes_word and found.status is Status.UNKNOWN), number
        answered_at_once = found.history[0].status is Status.ANSWERED
        assert not (found.owes_word and found.first_word) or answered_at_once, number
        assert not (found.owes_word or found.overdue) or found.asks, number


def test_events_with_a_fault_have_no_effect() -> None:
    """But for their hour: it may have helped to put the other events of their day in order."""
    for number, given, made in every_history():
        today = some_day(made)
        found = assess(given, today)
        faulty = {one.outcome for one in found.faults}
        if any(one.id in faulty and one.time for one in given.outcomes):
            continue
        sound = replace(given, outcomes=tuple(o for o in given.outcomes if o.id not in faulty))
        left = assess(sound, today)
        assert differences(found, left, "history", "faults") == [], number
        assert [one for one in left.faults if one.outcome] == [], number
        assert [step for step in found.history if step.counts] == [
            step for step in left.history if step.counts
        ], number


def test_the_story_agrees_with_where_the_concern_stands() -> None:
    for number, given, made in every_history():
        found = assess(given, some_day(made))
        assert found.history[0].mark is Mark.START, number
        assert found.history[-1].status is found.stage, number
        assert (found.ended is not None) is (found.stage in ENDINGS), number
        assert (found.merged_into is not None) is (found.stage is Status.MERGED), number
        for before, step in pairwise(found.history):
            assert step.changed is (step.status is not before.status), number
            assert step.counts or not step.changed, number
        crossed = [step.date.latest for step in found.history if step.mark is Mark.CROSSING]
        assert crossed == list(found.crossings), number


def test_every_outcome_and_objection_is_one_step() -> None:
    for number, given, made in every_history():
        found = assess(given, some_day(made))
        outcomes = sorted(step.outcome for step in found.history if step.outcome)
        assert outcomes == sorted(one.id for one in given.outcomes), number
        sessions = sorted(step.session for step in found.history if step.session)
        assert sessions == sorted(one.session for one in given.objections), number
