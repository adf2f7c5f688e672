"""Where a concern stands after a history: the table and the twelve rules of the records."""

from itertools import combinations
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
    objection,
    on,
    outcome,
    told,
)

from generator.followup import Basis, Deadline, Fault, FollowUp, Mark, Step
from generator.model import Commitment, Concern, Event, Outcome
from generator.status import Status

# One column for each status a history can lead to, and a history that leads there.
HISTORIES = {
    "bk": (Status.NO_WORD, ""),
    "dp": (Status.LOOKED_INTO, "dievaluasi"),
    "dk": (Status.IN_PROGRESS, "dikerjakan"),
    "bj": (Status.ONGOING, "bukti berkala"),
    "dt": (Status.HANDED_OVER, "diteruskan"),
    "sb": (Status.PARTLY, "sebagian"),
    "dj": (Status.ANSWERED, "dijawab"),
    "kl": (Status.CLAIMED, "selesai"),
    "bw": (Status.CONFIRMED, "selesai, dibenarkan warga"),
    "tp": (Status.REFUSED, "tidak dipenuhi"),
    "gb": (Status.MERGED, "digabung"),
    "cb": (Status.RETRACTED, "dicabut"),
    "ct": (Status.NOTED, ""),
}
STATUS = {code: status for code, (status, _history) in HISTORIES.items()}

# What each event makes of each status: a code, the status it becomes; `=`, it counts and the status
# stays; `.`, it is history only; `!`, an ending after an ending; `!!`, confirmed after one of those
# that residents cannot confirm.
TABLE = """
                   bk dp dk bj dt sb   dj kl bw tp gb cb   ct
dievaluasi         dp =  =  =  =  =    .  .  .  .  .  .    .
dirapatkan         dp =  =  =  =  =    .  .  .  .  .  .    .
dikoordinasikan    dk dk =  =  =  =    .  .  .  .  .  .    .
dikerjakan         dk dk =  =  =  =    .  .  .  .  .  .    .
bukti berkala      bj bj bj =  bj =    .  .  .  .  .  .    .
diteruskan         dt dt dt dt =  =    .  .  .  .  .  .    .
diperpanjang       =  =  =  =  =  =    .  .  .  .  .  .    .
sebagian           sb sb sb sb sb =    .  .  .  .  .  .    .
dijawab            dj dj dj dj dj dj   .  !  !  !  !  !    =
selesai            kl kl kl kl kl kl   !  .  .  !  !  !    .
dibenarkan warga   bw bw bw bw bw bw   bw bw .  !! !! !!   .
dicabut            cb cb cb cb cb cb   !  !  !  !  !  .    cb
digabung           gb gb gb gb gb gb   !  !  !  !  .  !    gb
tidak dipenuhi     tp tp tp tp tp tp   !  tp tp .  !  !    .
dibuka kembali     dp =  =  =  =  =    dp dp dp dp dp dp   .
disanggah warga    =  =  =  =  =  =    dp dp dp =  dp dp   =
disampaikan        =  =  =  =  =  =    =  =  =  =  =  =    =
"""
FAULTS = {"!": Fault.AFTER_ENDING, "!!": Fault.CONFIRMED_AFTER}


def cells() -> list[tuple[str, str, str]]:
    head, *rows = TABLE.strip("\n").splitlines()
    width = len("dibenarkan warga   ")
    return [
        (row[:width].strip(), code, cell)
        for row in rows
        for code, cell in zip(head.split(), row[width:].split(), strict=True)
    ]


def after(code: str, *more: str) -> FollowUp:
    about = concern("apresiasi" if code == "ct" else "permintaan")
    history = ", ".join(filter(None, (HISTORIES[code][1], *more)))
    return on(10, case(history, about=about))


def test_the_table_has_every_event_after_every_status() -> None:
    assert {event for event, _code, _cell in cells()} == {event.value for event in Event}
    assert set(STATUS.values()) == set(Status) - {Status.UNKNOWN}
    assert len(cells()) == len(Event) * len(STATUS)


@pytest.mark.parametrize("code", HISTORIES)
def test_each_history_leads_to_its_status(code: str) -> None:
    assert after(code).status is STATUS[code]


@pytest.mark.parametrize(("event", "code", "cell"), cells())
def test_every_event_after_every_status(event: str, code: str, cell: str) -> None:
    found = after(code, event)
    last = found.history[-1]
    assert last.event is Event(event)
    assert found.status is last.status is STATUS.get(cell, STATUS[code])
    assert last.changed is (cell in STATUS)
    assert last.counts is (cell in STATUS or cell == "=")
    assert [one.fault for one in found.faults] == ([FAULTS[cell]] if cell in FAULTS else [])
    assert found.since == (last.date if cell in STATUS else after(code).since)


@pytest.mark.parametrize("event", Event)
def test_every_event_after_a_long_silence(event: Event) -> None:
    """What the police say counts again; talk among themselves leaves it unknown."""
    history = f"3 dikerjakan, 100 {event.value}"
    assert on(99, case("3 dikerjakan")).status is Status.UNKNOWN
    talk = {
        *(Event.EVALUATED, Event.DISCUSSED, Event.EXTENDED),
        *(Event.DISPUTED, Event.TOLD),
    }
    cell = next(cell for each, code, cell in cells() if (each, code) == (event.value, "dk"))
    becomes = STATUS.get(cell, Status.IN_PROGRESS)
    found = on(101, case(history))
    assert found.stage is becomes
    assert found.status is (Status.UNKNOWN if event in talk else becomes)


@pytest.mark.parametrize("before", ["", "1 selesai", "1 tidak dipenuhi"])
@pytest.mark.parametrize(("first", "second"), tuple(combinations(Event, 2)))
def test_on_one_day_the_less_flattering_word_is_last(
    first: Event, second: Event, before: str
) -> None:
    """Two events of one day stand as if they had come on two days, in the order of the table."""
    apart = on(9, case(", ".join(filter(None, (before, f"5 {first.value}, 6 {second.value}")))))
    for names in (("a", "b"), ("b", "a")):
        pair = [
            outcome(event.value, 5, name=name, tenggat=str(day(day_of_deadline)))
            for event, name, day_of_deadline in zip((first, second), names, (70, 71), strict=True)
        ]
        for files in (pair, pair[::-1]):
            found = on(9, case((*told(before), *files)))
            assert (found.status, found.disputed, found.ended is None) == (
                apart.status,
                apart.disputed,
                apart.ended is None,
            )
            assert [step.event for step in found.history] == [step.event for step in apart.history]


SAME_DAY = [
    ("selesai", "disanggah warga", Status.LOOKED_INTO),
    ("selesai", "dibuka kembali", Status.LOOKED_INTO),
    ("selesai", "dibenarkan warga", Status.CONFIRMED),
    ("selesai", "dikerjakan", Status.CLAIMED),
    ("selesai", "sebagian", Status.CLAIMED),
    ("selesai", "tidak dipenuhi", Status.REFUSED),
    ("dibenarkan warga", "disanggah warga", Status.LOOKED_INTO),
    ("tidak dipenuhi", "disanggah warga", Status.REFUSED),
    ("dibuka kembali", "dikerjakan", Status.IN_PROGRESS),
    ("dievaluasi", "disampaikan", Status.LOOKED_INTO),
]


@pytest.mark.parametrize(("one", "other", "status"), SAME_DAY)
def test_same_day_pairs_in_both_orders_of_files(one: str, other: str, status: Status) -> None:
    for names in (("a", "b"), ("b", "a")):
        pair = outcome(one, 5, name=names[0]), outcome(other, 5, name=names[1])
        assert on(9, case(pair)).status is status
        assert on(9, case(pair[::-1])).status is status


def timed(*events: tuple[str, str | None]) -> tuple[Outcome, ...]:
    """Events of one day, some with an hour; the names of their files run against their order."""
    hours: list[dict[str, Any]] = [{"waktu": hour} if hour else {} for _event, hour in events]
    return tuple(
        outcome(event, 5, name=f"{9 - number}", **hours[number])
        for number, (event, _hour) in enumerate(events)
    )


HOURS = [
    # What was said by the clock, whatever the table says.
    ((("disanggah warga", "08.00"), ("selesai", "10.00")), Status.CLAIMED),
    ((("selesai", "08.00"), ("disanggah warga", "10.00")), Status.LOOKED_INTO),
    ((("dibuka kembali", "pagi"), ("dikerjakan", "malam")), Status.IN_PROGRESS),
    # Only where both have a time.
    ((("disanggah warga", "08.00"), ("selesai", None)), Status.LOOKED_INTO),
    ((("disanggah warga", None), ("selesai", "23.00")), Status.LOOKED_INTO),
    # One without a time among those with one keeps the order of the table towards each of them.
    (
        (("dievaluasi", "12.00"), ("selesai", "10.00"), ("disanggah warga", None)),
        Status.LOOKED_INTO,
    ),
    (
        (("selesai", "07.00"), ("dibuka kembali", "08.00"), ("dibenarkan warga", None)),
        Status.LOOKED_INTO,
    ),
    # A circle: the flattering word goes early, the unflattering one late.
    ((("dibuka kembali", "08.00"), ("dikerjakan", "10.00"), ("selesai", None)), Status.IN_PROGRESS),
    ((("disampaikan", "08.00"), ("selesai", "10.00"), ("disanggah warga", None)), "diperiksa"),
    # Equal objections count once, yet the later one still undoes what was said in between.
    (
        (("disanggah warga", "08.00"), ("selesai", "10.00"), ("disanggah warga", "12.00")),
        Status.LOOKED_INTO,
    ),
    ((("dibuka kembali", "08.00"), ("selesai", "10.00"), ("dibuka kembali", "12.00")), "diperiksa"),
    ((("selesai", "08.00"), ("disanggah warga", "10.00"), ("selesai", "12.00")), "diperiksa"),
]


@pytest.mark.parametrize(("events", "status"), HOURS)
def test_the_hour_decides_where_both_have_one(
    events: tuple[tuple[str, str | None], ...], status: Status
) -> None:
    happened = timed(*events)
    assert on(9, case(happened)).status == status
    assert on(9, case(happened)) == on(9, case(happened[::-1]))


def test_an_objection_repeated_on_one_day_is_counted_once() -> None:
    happened = timed(
        ("disanggah warga", "08.00"), ("selesai", "10.00"), ("disanggah warga", "12.00")
    )
    found = on(9, case(happened))
    assert found.disputes == 1
    assert found.disputed


# Rule 1: equal events count once.


def test_equal_events_count_once_and_stay_in_the_history() -> None:
    happened = [outcome("disanggah warga", 5, name=name) for name in "abc"]
    found = on(9, case(happened))
    assert found.disputes == 1
    assert [step.counts for step in found.history[1:]] == [True, False, False]


def test_events_of_one_kind_and_day_with_other_deadlines_are_not_equal() -> None:
    happened = [
        outcome("diperpanjang", 5, name="b", tenggat=str(day(40))),
        outcome("diperpanjang", 5, name="a", tenggat=str(day(50))),
    ]
    found = on(9, case(happened, default=30))
    assert days(one.day for one in found.extensions) == [30, 40]
    assert found.faults == ()
    assert found.deadline == Deadline(day(50), Basis.EXTENSION)


def test_of_two_days_named_together_the_nearer_one_runs() -> None:
    for names in ("ab", "ba"):
        happened = [
            outcome("diteruskan", 5, name=name, cek_lagi=str(day(number)))
            for name, number in zip(names, (20, 15), strict=True)
        ]
        assert on(9, case(happened)).deadline == Deadline(day(15), Basis.CHECK_AGAIN)


def test_a_faulty_event_does_not_use_up_an_equal_one() -> None:
    happened = timed(("dibuka kembali", "09.00"), ("selesai", "08.00"), ("selesai", "10.00"))
    found = on(9, case((*told("2 tidak dipenuhi"), *happened)))
    assert found.status is Status.CLAIMED
    assert [one.fault for one in found.faults] == [Fault.AFTER_ENDING]


def test_of_equal_events_the_one_published_first_counts() -> None:
    happened = [
        outcome("selesai", 5, name="a", published=9),
        outcome("selesai", 5, name="b", published=6),
        outcome("selesai", 5, name="c"),
    ]
    assert on(10, case(happened)).ended_by == "polsek-contoh/b"


# Rule 2: the first status.

QUESTION, REQUEST = "pertanyaan", "permintaan"
PARTNER = ["Dinas Kesehatan"]
FIRST = [
    (concern(), Status.NO_WORD),
    (concern(jawaban="tidak ada"), Status.NO_WORD),
    (concern(jawaban="tidak dirinci"), Status.NO_WORD),
    (concern(jawaban=[answer("imbauan")]), Status.NO_WORD),
    (concern(jawaban=[answer("komitmen")]), Status.NO_WORD),
    (concern(jawaban=[answer("penjelasan")]), Status.NO_WORD),
    (concern(QUESTION), Status.NO_WORD),
    (concern(QUESTION, jawaban=[answer("imbauan")]), Status.NO_WORD),
    (concern(QUESTION, jawaban=[answer("penjelasan")]), Status.ANSWERED),
    (concern(QUESTION, jawaban=[answer("jawaban mitra")]), Status.ANSWERED),
    (concern(QUESTION, jawaban=[answer("penjelasan"), answer("rujukan")]), Status.ANSWERED),
    # A promise does not vanish behind an answer.
    (
        concern(QUESTION, jawaban=[answer("penjelasan")], janji={"kata": "segera"}),
        Status.NO_WORD,
    ),
    (
        concern(QUESTION, jawaban=[answer("penjelasan")], janji={"tenggat": "2023-11-20"}),
        Status.NO_WORD,
    ),
    (
        concern(QUESTION, jawaban=[answer("penjelasan")], janji={"berkala": "setiap hari"}),
        Status.ONGOING,
    ),
    (concern(QUESTION, jawaban=[answer("penjelasan"), answer("komitmen")]), Status.NO_WORD),
    (
        concern(QUESTION, jawaban=[answer("penjelasan"), answer("rujukan", cek_lagi="2023-11-20")]),
        Status.HANDED_OVER,
    ),
    (concern(jawaban=[answer("tindakan seketika")]), Status.IN_PROGRESS),
    (concern(jawaban=[answer("rujukan")]), Status.HANDED_OVER),
    (concern(jawaban=[answer("di luar kewenangan")]), Status.NO_WORD),
    (concern(jawaban=[answer("di luar kewenangan", mitra=PARTNER)]), Status.HANDED_OVER),
    (concern(jawaban=[answer("penjelasan", mitra=PARTNER)]), Status.NO_WORD),
    (concern(janji={"berkala": "setiap minggu"}), Status.ONGOING),
    (concern(janji={"kata": "segera"}), Status.NO_WORD),
    # The highest stage counts, of equals the handover.
    (concern(jawaban=[answer("tindakan seketika"), answer("rujukan")]), Status.HANDED_OVER),
    (
        concern(jawaban=[answer("tindakan seketika")], janji={"berkala": "setiap hari"}),
        Status.ONGOING,
    ),
    (concern(jawaban=[answer("rujukan")], janji={"berkala": "setiap hari"}), Status.HANDED_OVER),
    # Nothing is asked, so nothing is owed.
    (concern("apresiasi", jawaban=[answer("tindakan seketika")]), Status.NOTED),
    (concern("sanggahan", jawaban=[answer("penjelasan")]), Status.NOTED),
    (concern("apresiasi", janji={"berkala": "setiap hari"}), Status.NOTED),
    (commitment(), Status.NO_WORD),
    (commitment(janji={"berkala": "setiap hari"}), Status.ONGOING),
]


@pytest.mark.parametrize(("about", "status"), FIRST)
def test_first_status(about: Concern | Commitment, status: Status) -> None:
    found = on(0, case(about=about, default=30))
    assert found.status is found.stage is status
    assert found.asks is (status is not Status.NOTED)
    assert found.owes_word is (status not in (Status.NOTED, Status.ANSWERED))
    assert (found.deadline is None) is (status is Status.NOTED)
    answered = found.history[0].date if status is Status.ANSWERED else None
    assert found.ended == found.first_word == answered
    assert found.ended_by is None
    assert found.history == (
        Step(Mark.START, found.since, status, changed=True, deadline=found.deadline),
    )


# Rules 4 and 5: endings, objections, reopening.


def test_merged_again_into_the_same_is_history_into_another_is_an_error() -> None:
    first = outcome("digabung", 1, ke="2023-10-20#lain")
    same = outcome("digabung", 2, ke="polsek-contoh/2023-10-20#lain")
    other = outcome("digabung", 3, ke="polsek-lain/2023-10-20#lain")
    found = on(9, case([first, same, other]))
    assert found.merged_into == "polsek-contoh/2023-10-20#lain"
    assert [(one.fault, one.outcome) for one in found.faults] == [(Fault.AFTER_ENDING, other.id)]


def test_a_merger_that_was_reopened_has_no_target() -> None:
    assert after("gb").merged_into == "polsek-contoh/2023-10-20#lain"
    assert after("gb", "disanggah warga").merged_into is None


def test_an_objection_against_a_refusal_is_a_mark_that_an_answer_clears() -> None:
    disputed = after("tp", "disanggah warga")
    assert (disputed.status, disputed.disputed) == (Status.REFUSED, True)
    answered = after("tp", "disanggah warga", "dijawab")
    assert (answered.status, answered.disputed) == (Status.REFUSED, False)
    assert answered.faults == ()
    assert answered.disputes == 1
    assert answered.ended_by == disputed.ended_by


MARK = [
    ("dievaluasi", True),
    ("dirapatkan", True),
    ("dikoordinasikan", False),
    ("dikerjakan", False),
    ("bukti berkala", False),
    ("diteruskan", False),
    ("diperpanjang", True),
    ("sebagian", False),
    ("dijawab", False),
    ("selesai", False),
    ("dibenarkan warga", False),
    ("dicabut", False),
    ("digabung", False),
    ("tidak dipenuhi", False),
    ("dibuka kembali", True),
    ("disampaikan", True),
]


@pytest.mark.parametrize(("event", "marked"), MARK)
@pytest.mark.parametrize("before", ["", "sebagian", "selesai"])
def test_only_real_work_and_endings_answer_an_objection(
    event: str, marked: bool, before: str
) -> None:
    history = ", ".join(filter(None, (before, "disanggah warga", event)))
    found = on(10, case(history))
    assert (found.disputed, found.disputes) == (marked, 1)


@pytest.mark.parametrize(
    ("event", "marked"),
    [
        ("dievaluasi", True),
        ("diperpanjang", True),
        ("disampaikan", True),
        ("tidak dipenuhi", True),
        ("selesai", True),
        ("dibenarkan warga", True),
        ("dibuka kembali", True),
        ("dikerjakan", False),
        ("diteruskan", False),
        ("dijawab", False),
    ],
)
def test_what_answers_an_objection_against_a_refusal(event: str, marked: bool) -> None:
    assert after("tp", "disanggah warga", event).disputed is marked


def test_an_objection_in_a_later_session_is_one_of_that_day() -> None:
    found = on(20, case("5 selesai", objections=(objection(12),)))
    assert (found.status, found.disputed, found.disputes) == (Status.LOOKED_INTO, True, 1)
    last = found.history[-1]
    assert (last.mark, last.event, last.session, last.outcome) == (
        Mark.OBJECTION,
        Event.DISPUTED,
        "polsek-contoh/2023-11-01",
        None,
    )
    again = on(30, case("5 selesai, 25 selesai", objections=(objection(12),)))
    assert (again.status, again.disputed) == (Status.CLAIMED, False)


def test_an_objection_told_twice_is_one() -> None:
    both = case("5 selesai, 12 disanggah warga", objections=(objection(12), objection(12, "lagi")))
    assert on(20, both).disputes == 1


def test_an_objection_before_the_session_is_a_fault_of_no_outcome() -> None:
    found = on(20, case("5 selesai", objections=(objection("2023-10-01"),)))
    assert found.status is Status.CLAIMED
    assert [(one.fault, one.outcome) for one in found.faults] == [(Fault.BEFORE_SESSION, None)]


def test_what_asks_for_nothing_goes_back_to_asking_for_nothing() -> None:
    found = on(90, case("dicabut, dibuka kembali", about=concern("apresiasi"), default=30))
    assert (found.status, found.owes_word, found.deadline) == (Status.NOTED, False, None)
    assert found.crossings == ()


def test_an_objection_that_was_answered_stays_noted() -> None:
    found = on(9, case("3 dijawab, 5 disampaikan", about=concern("sanggahan")))
    assert found.status is Status.NOTED
    assert found.first_word == found.history[1].date
    assert found.told == (found.history[2].date,)
    assert found.ended is None


# Rule 6: residents are the authority.


@pytest.mark.parametrize(
    ("history", "without"),
    [
        ("dibenarkan warga", True),
        ("dikerjakan, dibenarkan warga", True),
        ("selesai, dibenarkan warga", False),
        ("dijawab, dibenarkan warga", False),
        ("selesai, disanggah warga, dibenarkan warga", False),
        ("dibenarkan warga, selesai", False),
        ("dibenarkan warga, disanggah warga", False),
    ],
)
def test_confirmed_though_the_police_never_reported(history: str, without: bool) -> None:
    assert on(9, case(history)).confirmed_without_claim is without


def test_who_ended_it_is_who_brought_the_present_ending() -> None:
    found = on(9, case("2 selesai, 5 dibenarkan warga"))
    assert (found.ended, found.ended_by) == (found.history[2].date, "polsek-contoh/01-5")
    assert found.since == found.ended
    reopened = on(9, case("2 selesai, 5 dibuka kembali"))
    assert (reopened.ended, reopened.ended_by) == (None, None)


# Rule 10: debt and silence.

DAILY = concern(janji={"berkala": "setiap hari"})
HANDED = concern(jawaban=[answer("rujukan")])

NO_WORD_BACK = ("dievaluasi", "dirapatkan", "diperpanjang", "disampaikan", "disanggah warga")


@pytest.mark.parametrize("event", Event)
def test_which_events_end_the_debt(event: Event) -> None:
    found = on(9, case(f"3 {event.value}"))
    ends_it = event.value not in NO_WORD_BACK
    still_open = found.ended is None
    assert found.owes_word is (still_open and not ends_it)
    assert (found.first_word is not None) is ends_it
    assert found.told == ((found.history[1].date,) if event is Event.TOLD else ())


def test_the_first_word_back_stays_the_first() -> None:
    found = on(30, case("2 dirapatkan, 3 dikerjakan, 5 selesai, 20 dibuka kembali"))
    assert found.first_word == found.history[2].date


def test_an_answer_on_the_spot_is_no_event() -> None:
    for about in (DAILY, HANDED, concern(jawaban=[answer("tindakan seketika")])):
        found = on(9, case(about=about))
        assert (found.owes_word, found.first_word) == (True, None)


def test_a_question_answered_on_the_spot_is_owed_again_when_it_is_disputed() -> None:
    asked = concern(QUESTION, jawaban=[answer("penjelasan")])
    found = on(9, case("3 disanggah warga", about=asked))
    assert (found.status, found.owes_word) == (Status.LOOKED_INTO, True)


@pytest.mark.parametrize("event", Event)
def test_silence_begins_eight_weeks_after_the_last_word(event: Event) -> None:
    history = case(f"3 dikerjakan, 10 {event.value}")
    if on(12, history).ended is not None:
        assert on(LONG_AFTER, history).status is on(12, history).status
        return
    last = 3 if event.value in NO_WORD_BACK else 10
    before, silent = on(last + 56, history), on(last + 57, history)
    assert before.status is before.stage
    assert (silent.status, silent.stage) == (Status.UNKNOWN, before.stage)
    assert silent.since.latest == day(last + 57)
    assert not silent.owes_word


def test_before_any_word_it_is_a_debt_and_not_unknown() -> None:
    for history in ("", "3 dievaluasi", "3 disampaikan, 5 diperpanjang"):
        found = on(LONG_AFTER, case(history))
        assert (found.status, found.owes_word) == (found.stage, True)


def test_a_recurring_promise_is_unknown_only_when_its_evidence_is_overdue() -> None:
    monthly = concern(janji={"berkala": "setiap bulan"})
    history = case("10 bukti berkala", about=monthly)
    assert on(72, history).status is Status.ONGOING
    silent = on(73, history)
    assert (silent.status, silent.since.latest) == (Status.UNKNOWN, day(73))
    daily = case("10 bukti berkala", about=DAILY)
    assert [on(number, daily).status for number in (66, 67)] == [Status.ONGOING, Status.UNKNOWN]


def test_an_undated_word_is_as_old_as_it_can_be() -> None:
    undated = outcome("dikerjakan", "tidak diketahui")
    assert [on(number, case([undated])).status for number in (56, 57)] == [
        Status.IN_PROGRESS,
        Status.UNKNOWN,
    ]
    published = outcome("dikerjakan", "tidak diketahui", published=40)
    assert [on(number, case([published])).status for number in (96, 97)] == [
        Status.IN_PROGRESS,
        Status.UNKNOWN,
    ]
    nowhere = on(LONG_AFTER, case([undated], session="tidak diketahui"))
    assert (nowhere.status, nowhere.owes_word) == (Status.IN_PROGRESS, False)


def test_work_after_an_ending_is_word_back_all_the_same() -> None:
    found = on(60, case("3 selesai, 10 dikerjakan, 12 disanggah warga"))
    assert (found.status, found.owes_word) == (Status.LOOKED_INTO, False)
    assert on(67, case("3 selesai, 10 dikerjakan, 12 disanggah warga")).status is Status.UNKNOWN


def test_what_has_ended_or_asks_nothing_is_never_unknown() -> None:
    assert on(LONG_AFTER, case("3 selesai")).status is Status.CLAIMED
    noted = on(LONG_AFTER, case("3 dikerjakan", about=concern("apresiasi")))
    assert (noted.status, noted.owes_word) == (Status.NOTED, False)


def test_a_faulty_event_is_no_word() -> None:
    found = on(9, case([outcome("dikerjakan", "2023-10-01")]))
    assert (found.owes_word, found.first_word) == (True, None)
