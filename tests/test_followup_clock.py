"""The clock of a concern: what runs, what was crossed, and dates that are no single day."""

from datetime import date
from typing import Any

import pytest
from histories import (
    LONG_AFTER,
    answer,
    case,
    commitment,
    concern,
    day,
    days,
    inherited,
    on,
    outcome,
    told,
)

from generator.followup import Basis, Deadline, Fault, Mark, assess
from generator.model import Commitment, Concern, Event
from generator.status import Status

# Rules 8 and 9: the clock.

RECURRING = {
    "setiap hari": 30,
    "setiap minggu": 35,
    "setiap bulan": 62,
    "tidak ditentukan": 90,
}
DATED = concern(janji={"tenggat": str(day(20)), "kata": "bulan depan"})
DAILY = concern(janji={"berkala": "setiap hari"})
HANDED = concern(jawaban=[answer("rujukan")])


@pytest.mark.parametrize(
    ("about", "default", "deadline"),
    [
        (concern(), None, None),
        (concern(), 30, (30, Basis.DEFAULT)),
        (concern(janji={"kata": "segera"}), 30, (30, Basis.DEFAULT)),
        (DATED, None, (20, Basis.PROMISE)),
        (DATED, 10, (20, Basis.PROMISE)),
        (DAILY, 10, (30, Basis.EVIDENCE)),
        (HANDED, 5, (14, Basis.CHECK_AGAIN)),
        (concern(jawaban=[answer("rujukan", cek_lagi=str(day(9)))]), 5, (9, Basis.CHECK_AGAIN)),
        (
            concern(
                jawaban=[
                    answer("rujukan", cek_lagi=str(day(9))),
                    answer("rujukan", cek_lagi=str(day(7))),
                ]
            ),
            5,
            (7, Basis.CHECK_AGAIN),
        ),
        (
            concern(
                jawaban=[answer("rujukan", cek_lagi=str(day(9)))],
                janji={"tenggat": str(day(40))},
            ),
            5,
            (40, Basis.PROMISE),
        ),
        (
            concern(
                jawaban=[answer("rujukan", cek_lagi=str(day(9)))],
                janji={"berkala": "setiap hari"},
            ),
            5,
            (30, Basis.EVIDENCE),
        ),
        (concern("apresiasi", janji={"tenggat": str(day(20))}), 5, None),
        (commitment(janji={"tenggat": str(day(20))}), 5, (20, Basis.PROMISE)),
    ],
)
def test_first_deadline(
    about: Concern | Commitment, default: int | None, deadline: tuple[int, Basis] | None
) -> None:
    found = on(0, case(about=about, default=default))
    expected = Deadline(day(deadline[0]), deadline[1]) if deadline else None
    assert found.first_deadline == found.deadline == expected


@pytest.mark.parametrize(("recurrence", "every"), RECURRING.items())
def test_recurring_promises_owe_evidence(recurrence: str, every: int) -> None:
    about = concern(janji={"berkala": recurrence})
    silent = on(LONG_AFTER, case(about=about, default=5))
    assert (silent.status, silent.recurring) == (Status.ONGOING, True)
    assert days(silent.crossings) == [every + 1]
    assert silent.overdue
    shown = on(LONG_AFTER, case("10 bukti berkala", about=about, default=5))
    assert shown.deadline == Deadline(day(10 + every), Basis.EVIDENCE)
    assert shown.history[1].deadline == shown.deadline
    assert days(shown.crossings) == [10 + every + 1]
    assert shown.first_deadline == Deadline(day(every), Basis.EVIDENCE)


def test_each_missed_evidence_is_a_crossing() -> None:
    found = on(200, case("40 bukti berkala, 65 bukti berkala, 120 bukti berkala", about=DAILY))
    assert days(found.crossings) == [31, 96, 151]


def test_evidence_of_no_recurring_promise_sets_no_clock() -> None:
    found = on(9, case("5 bukti berkala", default=30))
    assert found.deadline == Deadline(day(30), Basis.DEFAULT)


def test_evidence_without_a_date_sets_no_day() -> None:
    happened = [outcome("bukti berkala", "tidak diketahui", published=20)]
    assert on(25, case(happened, about=DAILY)).deadline == Deadline(day(30), Basis.EVIDENCE)


def test_the_running_deadline_is_the_one_named_last() -> None:
    happened = [
        outcome("diteruskan", 3, cek_lagi=str(day(50))),
        outcome("sebagian", 10, tenggat=str(day(35))),
        outcome("diteruskan", 12, cek_lagi=str(day(25))),
    ]
    found = on(13, case(happened, default=30))
    assert [
        step.deadline and (step.deadline.day, step.deadline.basis) for step in found.history
    ] == [
        (day(30), Basis.DEFAULT),
        (day(50), Basis.CHECK_AGAIN),
        (day(35), Basis.REMAINDER),
        (day(25), Basis.CHECK_AGAIN),
    ]
    assert found.deadline == Deadline(day(25), Basis.CHECK_AGAIN)
    assert found.status is Status.PARTLY
    assert found.extensions == ()


@pytest.mark.parametrize(
    ("today", "overdue", "far", "crossings"),
    [
        (30, False, False, []),
        (31, True, False, [31]),
        (60, True, False, [31]),
        (61, True, True, [31]),
    ],
)
def test_overdue_from_the_day_after(
    today: int, overdue: bool, far: bool, crossings: list[int]
) -> None:
    found = on(today, case(default=30))
    assert (found.overdue, found.far_overdue, days(found.crossings)) == (overdue, far, crossings)


def test_far_overdue_is_measured_by_the_first_deadline() -> None:
    extended = case([outcome("diperpanjang", 5, tenggat=str(day(100)))], default=30)
    assert not on(100, extended).far_overdue
    assert on(101, extended).far_overdue


def test_a_span_is_at_least_a_day() -> None:
    at_once = case(about=concern(janji={"tenggat": str(day(0))}))
    assert [on(number, at_once).far_overdue for number in (1, 2, 3)] == [False, False, True]


@pytest.mark.parametrize(
    ("history", "crossings"),
    [
        ("30 selesai", []),
        ("31 selesai", [31]),
        ("29 tidak dipenuhi", []),
        ("30 dikerjakan", [31]),
        ("10 selesai, 20 dibuka kembali", [31]),
        ("10 selesai, 30 dibuka kembali", [31]),
        ("10 selesai, 50 dibuka kembali", [50]),
        ("10 selesai, 50 disanggah warga, 60 selesai, 70 disanggah warga", [50]),
        ("10 selesai, 20 dibuka kembali, 30 selesai", []),
        ("40 selesai, 50 dibuka kembali", [31]),
        ("10 selesai, 50 dibuka kembali, 50 selesai", [50]),
    ],
)
def test_a_crossing_is_the_first_open_day_after_the_deadline(
    history: str, crossings: list[int]
) -> None:
    found = on(90, case(history, default=30))
    assert days(found.crossings) == crossings


def test_a_crossing_stands_at_its_place_in_the_story() -> None:
    found = on(90, case("20 dikerjakan, 31 sebagian, 60 selesai", default=30))
    assert [(step.mark, days([step.date.latest or date.max])[0]) for step in found.history] == [
        (Mark.START, 0),
        (Mark.EVENT, 20),
        (Mark.CROSSING, 31),
        (Mark.EVENT, 31),
        (Mark.CROSSING, 46),
        (Mark.EVENT, 60),
    ]
    crossing = found.history[2]
    assert (crossing.status, crossing.changed, crossing.counts) == (Status.IN_PROGRESS, False, True)
    assert crossing.deadline == Deadline(day(30), Basis.DEFAULT)


def test_a_crossing_by_reopening_stands_after_the_reopening() -> None:
    found = on(90, case("10 selesai, 50 dibuka kembali, 50 disampaikan", default=30))
    assert [step.event or step.mark for step in found.history] == [
        Mark.START,
        Event.DONE,
        Event.REOPENED,
        Mark.CROSSING,
        Event.TOLD,
    ]


def test_two_crossings_between_the_same_events_keep_their_order() -> None:
    happened = [outcome("sebagian", 5, tenggat=str(day(40)), published=35), outcome("selesai", 80)]
    found = on(90, case(happened, default=30))
    assert days(found.crossings) == [31, 41]
    assert [step.mark for step in found.history] == [
        Mark.START,
        Mark.EVENT,
        Mark.CROSSING,
        Mark.CROSSING,
        Mark.EVENT,
    ]


@pytest.mark.parametrize(
    ("when", "published", "crossings"),
    [
        (10, None, [61]),
        (10, 10, [61]),
        (10, 30, [61]),
        (10, 31, [31, 61]),
        (10, 45, [31, 61]),
        (30, 30, [61]),
        (31, 31, [31, 61]),
        (45, 45, [31, 61]),
        (45, None, [31, 61]),
        (10, 70, [31, 70]),
    ],
)
def test_an_extension_counts_from_its_day_and_its_publication(
    when: int, published: int | None, crossings: list[int]
) -> None:
    """Typed in afterwards, it does not undo a crossing that was already public."""
    extension = outcome("diperpanjang", when, tenggat=str(day(60)), published=published)
    found = on(90, case([extension], default=30))
    assert days(found.crossings) == crossings
    assert found.deadline == Deadline(day(60), Basis.EXTENSION)
    assert found.extensions == (Deadline(day(30), Basis.DEFAULT),)


@pytest.mark.parametrize("kejadian", ["sebagian", "diteruskan"])
def test_whatever_moves_a_deadline_counts_from_its_publication(kejadian: str) -> None:
    days_named: dict[str, Any] = {"tenggat" if kejadian == "sebagian" else "cek_lagi": str(day(60))}
    moved = outcome(kejadian, 10, published=45, **days_named)
    assert days(on(90, case([moved], default=30)).crossings) == [31, 61]
    assert on(90, case([moved], default=30)).extensions == ()


def test_evidence_counts_from_its_publication() -> None:
    shown = outcome("bukti berkala", 25, published=45)
    found = on(90, case([shown], about=DAILY))
    assert days(found.crossings) == [31, 56]


def test_an_ending_counts_from_its_own_day() -> None:
    """What was done in time was done in time, even if the officer typed it late."""
    assert on(90, case([outcome("selesai", 20, published=60)], default=30)).crossings == ()


def test_a_change_published_after_a_later_one_never_ran() -> None:
    happened = [
        outcome("diperpanjang", 5, tenggat=str(day(40)), published=50),
        outcome("diperpanjang", 10, tenggat=str(day(60)), published=20),
    ]
    assert days(on(90, case(happened, default=30)).crossings) == [61]


def test_no_deadline_is_crossed_twice() -> None:
    happened = [
        outcome("sebagian", 35, tenggat=str(day(40))),
        outcome("sebagian", 50, tenggat=str(day(60))),
        outcome("selesai", 55),
        outcome("dibuka kembali", 70),
        outcome("sebagian", 75, tenggat=str(day(80))),
        outcome("diteruskan", 79, cek_lagi=str(day(80))),
    ]
    assert days(on(200, case(happened, default=30)).crossings) == [31, 41, 70, 81]


def test_no_day_holds_two_crossings() -> None:
    moved = outcome("sebagian", 5, tenggat=str(day(12)), published=31)
    assert days(on(90, case([moved], default=30)).crossings) == [31]


def test_every_extension_is_remembered() -> None:
    happened = [
        outcome("diperpanjang", 5, tenggat=str(day(40))),
        outcome("diperpanjang", 38, tenggat=str(day(60))),
    ]
    found = on(50, case(happened, default=30))
    assert found.extensions == (
        Deadline(day(30), Basis.DEFAULT),
        Deadline(day(40), Basis.EXTENSION),
    )
    assert found.first_deadline == Deadline(day(30), Basis.DEFAULT)
    assert found.crossings == ()


def test_an_extension_without_a_deadline_sets_one_and_gives_up_none() -> None:
    found = on(9, case([outcome("diperpanjang", 5, tenggat=str(day(40)))]))
    assert (found.deadline, found.extensions) == (Deadline(day(40), Basis.EXTENSION), ())
    assert found.first_deadline is None
    assert not on(LONG_AFTER, case([outcome("diperpanjang", 5)])).far_overdue


@pytest.mark.parametrize("later", [29, 30])
def test_an_extension_must_be_later_than_the_running_deadline(later: int) -> None:
    extension = outcome("diperpanjang", 5, tenggat=str(day(later)))
    found = on(35, case([extension], default=30))
    fault = found.faults[0]
    assert (fault.fault, fault.outcome, fault.day) == (
        Fault.EXTENSION_NOT_LATER,
        extension.id,
        day(30),
    )
    assert (found.deadline, found.extensions) == (Deadline(day(30), Basis.DEFAULT), ())
    assert not found.history[1].counts


def test_work_after_an_ending_moves_no_deadline() -> None:
    found = on(90, case("5 selesai, 10 sebagian, 12 diperpanjang, 20 dibuka kembali", default=30))
    assert (found.deadline, found.extensions) == (Deadline(day(30), Basis.DEFAULT), ())
    assert days(found.crossings) == [31]


def test_reopening_does_not_restart_the_clock() -> None:
    found = on(40, case("5 selesai, 35 disanggah warga", default=30))
    assert (found.deadline, found.start) == (Deadline(day(30), Basis.DEFAULT), day(0))
    assert found.overdue


def test_what_has_ended_is_not_overdue() -> None:
    found = on(90, case("40 selesai", default=30))
    assert (found.overdue, found.far_overdue, days(found.crossings)) == (False, False, [31])


def test_no_crossing_lies_in_the_future() -> None:
    assert on(30, case("40 selesai", default=30)).crossings == ()


# Dates that are no single day.


def test_a_month_happens_on_its_last_day() -> None:
    november = outcome("selesai", "2023-11")  # ends on day 41
    assert days(on(90, case([november], default=40)).crossings) == [41]
    assert days(on(90, case([november], default=41)).crossings) == []
    assert on(90, case([november, outcome("disanggah warga", 20)])).status is Status.CLAIMED


def test_an_interval_happens_on_its_last_day() -> None:
    two_days = outcome("selesai", "2023-11-18/2023-11-19")  # ends on day 30
    assert days(on(90, case([two_days], default=29)).crossings) == [30]
    assert days(on(90, case([two_days], default=30)).crossings) == []


def test_an_unsure_day_counts_as_the_day_it_names() -> None:
    found = on(90, case([outcome("selesai", "2023-11-19?")], default=30))
    assert (found.status, found.crossings) == (Status.CLAIMED, ())


@pytest.mark.parametrize("published", [None, 20, 50])
def test_an_undated_event_is_last_and_proves_nothing_about_earlier_days(
    published: int | None,
) -> None:
    undated = outcome("selesai", "tidak diketahui", published=published)
    found = on(90, case([undated, *told("60 dibuka kembali")], default=30))
    assert found.status is Status.CLAIMED
    assert found.history[-1].event is Event.DONE
    alone = on(90, case([undated], default=30))
    assert days(alone.crossings) == ([] if published == 20 else [31])


@pytest.mark.parametrize(("published", "crossings"), [(None, [31, 61]), (20, [61]), (45, [31, 61])])
def test_an_undated_event_moves_no_deadline_before_it_was_known(
    published: int | None, crossings: list[int]
) -> None:
    undated = outcome("sebagian", "tidak diketahui", published=published, tenggat=str(day(60)))
    assert days(on(90, case([undated], default=30)).crossings) == crossings


def test_an_undated_objection_reopens_when_it_was_known() -> None:
    known = outcome("disanggah warga", "tidak diketahui", published=50)
    assert days(on(90, case([*told("10 selesai"), known], default=30)).crossings) == [50]
    unknown = outcome("disanggah warga", "tidak diketahui")
    assert days(on(90, case([*told("10 selesai"), unknown], default=30)).crossings) == [31]


def test_undated_events_have_no_hour() -> None:
    happened = [
        outcome("selesai", "tidak diketahui", waktu="20.00"),
        outcome("disanggah warga", "tidak diketahui", waktu="08.00"),
    ]
    assert on(9, case(happened)).status is Status.LOOKED_INTO


def test_an_undated_session_starts_from_what_is_known() -> None:
    known = on(31, case(session="tidak diketahui", start=day(0), default=30))
    assert (known.start, days(known.crossings)) == (day(0), [31])
    unknown = on(LONG_AFTER, case(session="tidak diketahui", default=30))
    assert (unknown.start, unknown.deadline, unknown.overdue) == (None, None, False)
    for about in (DAILY, HANDED):
        assert on(9, case(about=about, session="tidak diketahui")).deadline is None
    promised = on(LONG_AFTER, case(about=DATED, session="tidak diketahui", default=30))
    assert promised.deadline == Deadline(day(20), Basis.PROMISE)
    assert (promised.overdue, promised.far_overdue) == (True, False)
    assert days(promised.crossings) == [21]


def test_a_session_of_a_month_starts_on_its_last_day() -> None:
    found = on(60, case("2 dikerjakan", session="2023-10", default=30))  # ends on day 11
    assert (found.start, days(found.crossings), found.faults) == (day(11), [42], ())


# Dates that cannot be.


@pytest.mark.parametrize(
    ("session", "when", "faulty"),
    [
        ("2023-10-20", "2023-10-19", True),
        ("2023-10-20", "2023-10-20", False),
        ("2023-10-20", "../2023-10-19", True),
        ("2023-10-20", "2023-10", False),
        ("2023-10-20", "2023-09", True),
        ("2023-10-20", "tidak diketahui", False),
        ("2023-10", "2023-10-01", False),
        ("2023-10", "2023-09-30", True),
        ("2023-10-20/2023-10-21", "2023-10-20", False),
        ("2023-10-20/2023-10-21", "2023-10-19", True),
        ("../2023-10-20", "2023-10-01", False),
        ("tidak diketahui", "2023-10-01", False),
    ],
)
def test_an_outcome_before_its_session(session: str, when: str, faulty: bool) -> None:
    early = outcome("selesai", when)
    found = on(90, case([early], session=session))
    assert [(one.fault, one.outcome) for one in found.faults] == (
        [(Fault.BEFORE_SESSION, early.id)] if faulty else []
    )
    assert found.status is (Status.NO_WORD if faulty else Status.CLAIMED)


@pytest.mark.parametrize(
    ("about", "deadline"),
    [
        (concern(janji={"tenggat": "2023-10-19"}), (30, Basis.DEFAULT)),
        (commitment(janji={"tenggat": "2023-10-19"}), (30, Basis.DEFAULT)),
        (concern(jawaban=[answer("rujukan", cek_lagi="2023-10-19")]), (14, Basis.CHECK_AGAIN)),
    ],
)
def test_a_deadline_before_the_session(
    about: Concern | Commitment, deadline: tuple[int, Basis]
) -> None:
    found = on(9, case(about=about, default=30))
    assert [(one.fault, one.outcome, one.day) for one in found.faults] == [
        (Fault.DEADLINE_BEFORE_SESSION, None, day(0))
    ]
    assert found.deadline == Deadline(day(deadline[0]), deadline[1])
    assert on(9, case(about=about, session="2023-10", default=30)).faults == ()
    assert on(9, case(about=about, session="tidak diketahui", default=30)).faults == ()


@pytest.mark.parametrize(
    ("kejadian", "when", "deadline", "fault"),
    [
        ("sebagian", 10, 9, Fault.DEADLINE_BEFORE_EVENT),
        ("sebagian", 10, 10, None),
        ("diteruskan", 10, 9, Fault.DEADLINE_BEFORE_EVENT),
        ("diperpanjang", 40, 39, Fault.DEADLINE_BEFORE_EVENT),
        ("sebagian", "2023-11", 11, Fault.DEADLINE_BEFORE_EVENT),
        ("sebagian", "2023-11", 12, None),
        ("sebagian", "../2023-11-30", 12, None),
        ("sebagian", "../2023-11-30", -1, Fault.DEADLINE_BEFORE_SESSION),
        ("sebagian", "tidak diketahui", -1, Fault.DEADLINE_BEFORE_SESSION),
        ("sebagian", "tidak diketahui", 0, None),
    ],
)
def test_a_deadline_before_its_event(
    kejadian: str, when: int | str, deadline: int, fault: Fault | None
) -> None:
    key = "cek_lagi" if kejadian == "diteruskan" else "tenggat"
    keys: dict[str, Any] = {key: str(day(deadline))}
    found = on(50, case([outcome(kejadian, when, **keys)], default=30))
    assert [one.fault for one in found.faults] == ([fault] if fault else [])
    assert found.deadline is not None
    assert found.deadline.day == day(30 if fault else deadline)


def test_days_at_the_end_of_the_calendar_are_no_trouble() -> None:
    far = concern(janji={"tenggat": "9999-12-31"})
    assert assess(case(about=far), date.max).crossings == ()
    undated = [outcome("sebagian", "tidak diketahui", tenggat="9999-12-31")]
    assert assess(case([*undated, *told("3 diteruskan")], about=far), date.max).crossings
    assert assess(case(default=999_999_999), date.max).deadline == Deadline(date.max, Basis.DEFAULT)


# A merged concern hands on its clock.


def test_a_target_takes_over_an_earlier_start_and_deadline() -> None:
    found = on(90, case(default=30, inherited=(inherited(-10, 20),)))
    assert found.start == day(-10)
    assert found.first_deadline == found.deadline == Deadline(day(20), Basis.MERGED)
    assert days(found.crossings) == [21]
    assert found.far_overdue


@pytest.mark.parametrize("deadline", [30, 40])
def test_a_target_keeps_what_is_no_later_already(deadline: int) -> None:
    found = on(90, case(default=30, inherited=(inherited(5, deadline),)))
    assert found.start == day(0)
    assert found.first_deadline == found.deadline == Deadline(day(30), Basis.DEFAULT)
    assert days(found.crossings) == [31]


def test_start_and_deadline_are_each_taken_over_alone() -> None:
    found = on(9, case(default=30, inherited=(inherited(-10, 40), inherited(5, 25))))
    assert (found.start, found.deadline) == (day(-10), Deadline(day(25), Basis.MERGED))


def test_a_target_without_a_clock_gets_one() -> None:
    found = on(9, case(session="tidak diketahui", inherited=(inherited(-10, 20),)))
    assert (found.start, found.deadline) == (day(-10), Deadline(day(20), Basis.MERGED))


def test_a_deadline_that_had_passed_before_is_crossed_when_the_target_opens() -> None:
    found = on(90, case(default=30, inherited=(inherited(-40, -10),)))
    assert days(found.crossings) == [0]


def test_what_asks_for_nothing_takes_over_no_clock() -> None:
    found = on(90, case(about=concern("apresiasi"), inherited=(inherited(-10, 20),)))
    assert (found.start, found.deadline, found.crossings) == (day(0), None, ())


@pytest.mark.parametrize(
    ("deadline", "since", "crossings", "running"),
    [
        (15, 10, [16], 15),
        (15, 20, [20], 15),
        (15, 40, [31, 40], 15),
        (15, 0, [16], 15),
        (15, -5, [16], 15),
        (35, 32, [31], 30),
    ],
)
def test_a_merger_counts_from_its_own_day(
    deadline: int, since: int, crossings: list[int], running: int
) -> None:
    """A crossing of the target that was public before the merger is not taken back."""
    found = on(90, case(default=30, inherited=(inherited(-10, deadline, since),)))
    assert days(found.crossings) == crossings
    assert found.deadline is not None
    assert found.deadline.day == day(running)


def test_a_merger_into_a_concern_with_a_later_day_keeps_the_earlier_day() -> None:
    extension = outcome("diperpanjang", 10, tenggat=str(day(90)))
    merged = inherited(-10, 40, 25)
    found = on(89, case([extension], default=30, inherited=(merged,)))
    assert found.deadline == Deadline(day(40), Basis.MERGED)
    assert days(found.crossings) == [41]
    later = outcome("diperpanjang", 26, tenggat=str(day(80)))
    again = on(89, case([extension, later], default=30, inherited=(merged,)))
    assert again.faults == ()
    assert again.deadline == Deadline(day(80), Basis.EXTENSION)
    assert again.extensions[-1] == Deadline(day(40), Basis.MERGED)
