"""Numbers that cannot flatter: what is counted, out of how many, and who is never left out."""

import random
from collections.abc import Iterable, Iterator, Sequence
from datetime import date, timedelta
from functools import cache
from itertools import combinations
from pathlib import Path

import pytest
from histories import answer, case, commitment, concern, day, objection, outcome
from site_pages import by_name, session
from site_pages import concern as concern_text
from small_archive import TODAY, build

from generator import dates
from generator.archive import Archive, Matter
from generator.figures import (
    LEAST,
    Period,
    Share,
    Sitting,
    Tally,
    Wait,
    activity,
    family,
    period_of,
    reported,
    sitting,
    tally,
    to_first_word,
    to_the_end,
)
from generator.followup import assess
from generator.model import Commitment, Concern, Event, Outcome, Session
from generator.status import Family, Status
from generator.wording import shares, waits

ARCHIVES = 2_000
LONG_AFTER = day(400)
ENDINGS = ("answered", "claimed", "confirmed", "refused")
PERIOD = Period(dates.parse("2023-03-03"), dates.parse("2024-05-20"))
IN_WORDS = "sesi 3 Maret 2023 sampai 20 Mei 2024"


# Matters as an archive holds them, without its files.


def held(when: str = "2023-10-20") -> Session:
    """A session of that date; only its date matters here."""
    made = _any_session()
    object.__setattr__(made, "date", dates.parse(when))
    return made


def _any_session() -> Session:
    return Session(
        program="jumat-curhat",
        satuan="polsek-contoh",
        tanggal="2023-10-20",
        tempat={"desa": "Contoh"},
        masukan="nihil",
    )  # type: ignore[call-arg]


def matter(
    happened: str | Iterable[Outcome] = "",
    today: date = LONG_AFTER,
    *,
    when: str = "2023-10-20",
    about: Concern | None = None,
) -> Matter:
    """A request, or another concern, with what happened to it, as it stands on a day."""
    entry = about or concern()
    given = case(happened, about=entry, session=when)
    return Matter(
        "polsek-contoh/x#patroli", held(when), entry, given.outcomes, assess(given, today)
    )


# Two thousand made-up archives.

ABOUT: tuple[Concern | Commitment, ...] = (
    *([concern()] * 4),
    concern("pertanyaan"),
    concern("pertanyaan", jawaban=[answer("penjelasan")]),
    concern(jawaban=[answer("tindakan seketika")]),
    concern(jawaban=[answer("rujukan")]),
    concern(janji={"tenggat": str(day(8))}),
    concern(janji={"berkala": "setiap hari"}),
    commitment(janji={"kata": "segera"}),
    concern("apresiasi"),
    concern("sanggahan"),
)
SESSIONS = (*["2023-10-20"] * 5, "2023-10", "../2023-10-21", "tidak diketahui")


@cache
def store() -> tuple[Outcome, ...]:
    made = random.Random("outcomes of figures")
    return tuple(
        outcome(
            made.choice(list(Event)).value,
            made.choice((made.randint(0, 40), made.randint(0, 300), "tidak diketahui", "2023-11")),
            name=f"{number}",
            published=None,
        )
        for number in range(1_000)
    )


@cache
def some_matters() -> tuple[Matter, ...]:
    """Matters of every kind, from which archives are drawn."""
    made = random.Random("matters")
    found = []
    for _number in range(4_000):
        about, when = made.choice(ABOUT), made.choice(SESSIONS)
        given = case(
            made.sample(store(), made.choice((0, 0, 1, 1, 2, 3, 5))),
            about=about,
            session=when,
            objections=tuple(
                objection(place) for place in made.sample(range(60), made.choice((0, 0, 0, 1)))
            ),
        )
        today = day(made.choice((40, 120, 400)))
        found.append(Matter("polsek-contoh/x#patroli", held(when), about, (), assess(given, today)))
    return tuple(found)


def made_up_archives() -> Iterator[tuple[int, list[Matter]]]:
    for number in range(ARCHIVES):
        made = random.Random(f"archive {number}")
        yield number, made.sample(some_matters(), made.choice((0, 1, 3, 9, 10, 25, 60)))


def test_the_made_up_archives_reach_everything() -> None:
    found = tally(some_matters())
    assert all(getattr(found, name) > 0 for name in Tally.__dataclass_fields__)
    assert {one.follow_up.status for one in some_matters() if one.follow_up} == set(Status)
    wait = to_first_word(some_matters(), LONG_AFTER)
    assert wait.days
    assert wait.waiting > 0 < wait.undated
    assert wait.on_the_spot > 0
    assert all(one.days for one in to_the_end(some_matters(), LONG_AFTER).values())


def test_the_families_make_up_all_that_was_asked() -> None:
    for number, matters in made_up_archives():
        found = tally(matters)
        families = [getattr(found, name) for name in (*ENDINGS, "open")]
        assert sum(families) == found.asked, number
        assert found.asked + found.outside == len(matters), number


def test_what_is_open_is_heard_of_or_not_or_long_unheard_of_and_nothing_else() -> None:
    for number, matters in made_up_archives():
        found = tally(matters)
        assert found.no_word + found.in_hand + found.unknown == found.open, number
        assert found.overdue <= found.open, number
        assert found.disputed <= found.asked, number


def test_what_asks_for_nothing_is_outside_whatever_happens_to_it() -> None:
    """Thanks and objections (rule 12): no answer to them may pass for an answered question."""
    for one in some_matters():
        if one.follow_up and not one.follow_up.asks:
            assert family(one.follow_up.status) is Family.OUTSIDE


def test_the_order_of_concerns_never_matters() -> None:
    for number, matters in made_up_archives():
        other = list(matters)
        random.Random(number).shuffle(other)
        assert tally(other) == tally(matters), number
        assert to_first_word(other, LONG_AFTER) == to_first_word(matters, LONG_AFTER), number
        assert to_the_end(other, LONG_AFTER) == to_the_end(matters, LONG_AFTER), number


def test_nobody_who_asked_is_left_out_unsaid() -> None:
    """Each is in the days, still waiting, undated, or was answered at once: and in just one."""
    for number, matters in made_up_archives():
        found, wait = tally(matters), to_first_word(matters, LONG_AFTER)
        assert wait.all + wait.on_the_spot == found.asked, number
        assert wait.waiting == found.no_word, number
        for ending, end in to_the_end(matters, LONG_AFTER).items():
            name = {Family.ANSWERED: 0, Family.CLAIMED: 1, Family.CONFIRMED: 2, Family.REFUSED: 3}
            ended = len(end.days) + end.undated + end.on_the_spot
            assert ended == getattr(found, ENDINGS[name[ending]]), number
            assert end.waiting == found.open, number


def test_one_more_who_waits_never_makes_a_wait_look_shorter() -> None:
    for number, matters in made_up_archives():
        wait = to_first_word(matters, LONG_AFTER)
        longer = Wait(wait.days, wait.waiting + 1, wait.oldest, wait.undated, wait.on_the_spot)
        for percent in (50, 90):
            before, after = wait.within(percent), longer.within(percent)
            if wait.of >= LEAST and after is not None:
                assert before is not None, number
                assert after >= before, number


def test_a_number_of_days_holds_whatever_becomes_of_those_who_wait() -> None:
    for number, matters in made_up_archives():
        wait = to_first_word(matters, LONG_AFTER)
        for percent in (50, 90):
            said = wait.within(percent)
            if said is not None:
                within = sum(each <= said for each in wait.days)
                assert 100 * within >= percent * wait.of, number


# Tallies


def test_tallies_are_never_added() -> None:
    with pytest.raises(TypeError, match="never added"):
        Tally(claimed=1) + Tally(refused=1)
    with pytest.raises(TypeError, match="never added"):
        sum([Tally(), Tally()])


def test_no_number_of_a_tally_is_a_sum_of_endings() -> None:
    """Of each ending there are so many that every sum of some is a number of its own."""
    sizes = {
        "3 selesai": 3,
        "3 selesai, 5 dibenarkan warga": 5,
        "3 dijawab": 9,
        "3 tidak dipenuhi": 18,
        "3 dikerjakan, 100 dikerjakan, 390 dikerjakan": 100,
        "3 dikerjakan": 200,
        "": 400,
    }
    found = tally(matter(story) for story, size in sizes.items() for _each in range(size))
    assert (found.claimed, found.confirmed, found.answered, found.refused) == (3, 5, 9, 18)
    assert (found.in_hand, found.unknown, found.no_word) == (100, 200, 400)
    endings = [getattr(found, name) for name in ENDINGS]
    sums = {sum(some) for size in (2, 3, 4) for some in combinations(endings, size)}
    numbers = {getattr(found, name) for name in Tally.__dataclass_fields__}
    assert numbers & sums == set()


# Shares


def test_a_share_says_of_how_many_and_over_which_sessions() -> None:
    said = shares.share(Share(31, 92, PERIOD))
    assert said == f"31 dari 92 (34 persen), {IN_WORDS}"


@pytest.mark.parametrize(
    ("numerator", "denominator", "said"),
    [
        (0, 0, "0 dari 0"),
        (3, 7, "3 dari 7"),
        (9, 9, "9 dari 9"),
        (3, 10, "3 dari 10 (30 persen)"),
        (10, 10, "10 dari 10 (100 persen)"),
        (0, 10, "0 dari 10 (0 persen)"),
        (1, 8, "1 dari 8"),
        (1, 200, "1 dari 200 (1 persen)"),
        (1, 201, "1 dari 201 (kurang dari 1 persen)"),
        (199, 200, "199 dari 200 (lebih dari 99 persen)"),
        (1636, 20000, "1.636 dari 20.000 (8 persen)"),
    ],
)
def test_no_share_is_taken_of_fewer_than_ten(numerator: int, denominator: int, said: str) -> None:
    assert shares.out_of(Share(numerator, denominator, PERIOD)) == said
    assert shares.share(Share(numerator, denominator, PERIOD)) == f"{said}, {IN_WORDS}"


def test_a_share_is_never_all_or_nothing_unless_it_is() -> None:
    for denominator in (10, 99, 100, 101, 1_000, 54_321):
        for numerator in {0, 1, 2, denominator // 2, denominator - 1, denominator}:
            said = shares.out_of(Share(numerator, denominator, PERIOD))
            assert ("(0 persen)" in said) == (numerator == 0)
            assert ("(100 persen)" in said) == (numerator == denominator)


@pytest.mark.parametrize(("numerator", "denominator"), [(8, 7), (-1, 7), (1, 0)])
def test_a_part_is_never_more_than_its_whole(numerator: int, denominator: int) -> None:
    with pytest.raises(ValueError, match="no share"):
        Share(numerator, denominator, PERIOD)


@pytest.mark.parametrize(
    ("days", "said"),
    [
        (("2024-05-20", "2023-03-03", "2023-10"), IN_WORDS),
        (("2023-03-03",), "sesi 3 Maret 2023"),
        (("2023-03-03", "tidak diketahui"), "sesi 3 Maret 2023 dan 1 sesi tanpa tanggal"),
        (("2023-03", "2024-02-01/2024-02-02"), "sesi Maret 2023 sampai 2 Februari 2024"),
        (("tidak diketahui",), "sesi tanpa tanggal"),
        ((), "sesi tanpa tanggal"),
    ],
)
def test_a_period_goes_from_the_first_session_to_the_last(days: Sequence[str], said: str) -> None:
    assert shares.period(period_of(map(held, days))) == said
    assert shares.period(period_of(map(held, reversed(days)))) == said


# Waits


def wait_of(days: Iterable[int] = (), waiting: int = 0, *, since: date | None = None) -> Wait:
    return Wait(tuple(sorted(days)), waiting, since, 0, 0)


@pytest.mark.parametrize(
    ("days", "waiting", "median", "slowest_tenth"),
    [
        (range(1, 11), 0, 5, 9),
        (range(1, 12), 0, 6, 10),
        (range(1, 11), 1, 6, 10),
        (range(1, 11), 2, 6, None),
        (range(1, 11), 10, 10, None),
        (range(1, 11), 11, None, None),
        (range(1, 6), 5, 5, None),
        ((), 30, None, None),
        (range(1, 10), 0, None, None),
        ((0,) * 20, 0, 0, 0),
    ],
)
def test_half_and_nine_in_ten_are_taken_of_all_who_wait(
    days: Sequence[int], waiting: int, median: int | None, slowest_tenth: int | None
) -> None:
    wait = wait_of(days, waiting)
    assert (wait.median, wait.slowest_tenth) == (median, slowest_tenth)


@pytest.mark.parametrize(
    ("wait", "said"),
    [
        (wait_of(), ""),
        (
            wait_of(range(5)),
            "Baru 5 hal yang menunggu kabar; terlalu sedikit untuk menyebut lamanya.",
        ),
        (
            wait_of(range(1, 21)),
            "Dari 20 hal yang menunggu kabar, separuhnya mendapat kabar dalam 10 hari. "
            "Sembilan dari sepuluh mendapat kabar dalam 18 hari.",
        ),
        (
            wait_of(range(1, 21), 5),
            "Dari 25 hal yang menunggu kabar, separuhnya mendapat kabar dalam 13 hari. "
            "Belum sembilan dari sepuluh mendapat kabar.",
        ),
        (
            wait_of((0, 0, 0, 0, 0, 0, 9, 9, 9, 9)),
            "Dari 10 hal yang menunggu kabar, separuhnya mendapat kabar pada hari itu juga. "
            "Sembilan dari sepuluh mendapat kabar dalam 9 hari.",
        ),
        (
            wait_of(range(9), 10),
            "Dari 19 hal yang menunggu kabar, belum separuhnya mendapat kabar.",
        ),
    ],
)
def test_the_wait_for_word_is_said_of_all_who_wait(wait: Wait, said: str) -> None:
    assert waits.for_word(wait) == said


@pytest.mark.parametrize(
    ("wait", "said"),
    [
        (wait_of((), 40), ""),
        (
            wait_of((3, 8), 40),
            "Baru 2 yang lamanya diketahui; terlalu sedikit untuk menyebut separuhnya. "
            "Dari yang sudah, yang paling lama 8 hari.",
        ),
        (
            wait_of(range(1, 21), 21),
            "Separuhnya belum bisa disebut: lebih banyak yang masih terbuka (21). "
            "Dari yang sudah, yang paling lama 20 hari.",
        ),
        (
            wait_of(range(1, 21), 20),
            "Separuhnya berakhir dalam 20 hari. Untuk sembilan dari sepuluh belum bisa disebut: "
            "masih banyak yang terbuka. Dari yang sudah, yang paling lama 20 hari.",
        ),
        (
            wait_of(range(1, 21)),
            "Separuhnya berakhir dalam 10 hari. Sembilan dari sepuluh berakhir dalam 18 hari. "
            "Dari yang sudah, yang paling lama 20 hari.",
        ),
    ],
)
def test_how_long_it_took_to_end_reckons_with_all_that_is_open(wait: Wait, said: str) -> None:
    assert waits.for_the_end(wait) == said


def test_those_who_wait_are_said_with_the_day_they_wait_since() -> None:
    wait = wait_of(range(3), 31, since=date(2023, 3, 3))
    assert waits.still_without_word(wait) == "Yang paling lama menunggu sejak 3 Maret 2023."
    assert waits.still_open(wait) == "31 masih terbuka, yang paling lama sejak 3 Maret 2023."
    assert waits.still_open(wait_of(range(3))) == "Tidak ada yang masih terbuka."


def first_wait(*matters: Matter, today: date = LONG_AFTER) -> Wait:
    return to_first_word(matters, today)


def test_a_wait_goes_from_the_session_to_the_first_word() -> None:
    found = first_wait(matter("12 dikerjakan, 40 selesai"), matter("3 dievaluasi, 20 dijawab"))
    assert found.days == (12, 20)


def test_talk_among_officers_is_no_word() -> None:
    found = first_wait(matter("3 dievaluasi, 5 dirapatkan, 6 diperpanjang, 7 disampaikan"))
    assert (found.days, found.waiting, found.oldest) == ((), 1, day(0))


def test_a_question_answered_on_the_spot_makes_no_other_wait_look_shorter() -> None:
    asked = concern("pertanyaan", jawaban=[answer("penjelasan")])
    found = first_wait(matter(about=asked), matter("30 selesai"))
    assert (found.days, found.on_the_spot) == ((30,), 1)
    ended = to_the_end([matter(about=asked), matter("9 dijawab")], LONG_AFTER)[Family.ANSWERED]
    assert (ended.days, ended.on_the_spot) == ((9,), 1)


def test_an_answer_residents_object_to_waits_again() -> None:
    asked = concern("pertanyaan", jawaban=[answer("penjelasan")])
    found = first_wait(matter("5 disanggah warga", about=asked))
    assert (found.waiting, found.on_the_spot) == (1, 0)


def test_a_vague_date_never_makes_a_wait_look_shorter() -> None:
    vague = [outcome("selesai", f"../{day(30)}"), outcome("selesai", "2023-11")]
    assert first_wait(matter(vague[:1])).days == (30,)
    assert first_wait(matter(vague[1:])).days == (41,)  # to the last day of November
    assert first_wait(matter("12 selesai", when="2023-10")).days == (31,)  # from the first
    assert first_wait(matter(vague[1:], day(20)), today=day(20)).days == (20,)  # not past today


@pytest.mark.parametrize("when", ["tidak diketahui", "../2023-10-21"])
def test_a_wait_without_a_beginning_or_an_end_is_left_out_and_counted(when: str) -> None:
    found = first_wait(
        matter("12 selesai", when=when), matter([outcome("selesai", "tidak diketahui")])
    )
    assert (found.days, found.undated, found.waiting) == ((), 2, 0)
    assert waits.left_out(found) == ("2 tidak diketahui lamanya karena tanggalnya tidak lengkap.")


def test_one_without_a_day_still_waits() -> None:
    found = first_wait(matter(when="tidak diketahui"), matter(when="2023-10-20"))
    assert (found.waiting, found.oldest) == (2, day(0))


def test_each_way_of_ending_has_a_wait_of_its_own() -> None:
    found = to_the_end(
        [
            matter("10 selesai"),
            matter("10 selesai, 25 dibenarkan warga"),
            matter("7 tidak dipenuhi"),
            matter("8 dijawab"),
            matter("9 dikerjakan"),
        ],
        LONG_AFTER,
    )
    assert {ending: wait.days for ending, wait in found.items()} == {
        Family.ANSWERED: (8,),
        Family.CLAIMED: (10,),
        Family.CONFIRMED: (25,),
        Family.REFUSED: (7,),
    }
    assert {wait.waiting for wait in found.values()} == {1}


def test_one_that_was_opened_again_is_no_longer_among_those_that_ended() -> None:
    found = to_the_end([matter("10 selesai, 20 disanggah warga")], LONG_AFTER)
    assert all(not wait.days and wait.waiting == 1 for wait in found.values())


def test_what_was_merged_or_withdrawn_by_residents_is_in_no_wait() -> None:
    matters = [matter("3 digabung"), matter("3 dicabut"), matter(about=concern("apresiasi"))]
    assert tally(matters).asked == 0
    assert to_first_word(matters, LONG_AFTER) == Wait((), 0, None, 0, 0)


# Activity


@pytest.fixture(scope="module")
def gathered(tmp_path_factory: pytest.TempPathFactory) -> Archive:
    """One session of every kind, and one with nothing to tell."""
    thanks = "\n  - id: terima-kasih\n    jenis: apresiasi\n    isi: Warga berterima kasih.\n"
    gone = "\n  - id: lama\n    ditarik:\n      tanggal: 2024-03-01\n" + (
        "      alasan: privasi\n      dasar: Permintaan warga.\n"
    )
    promise = "komitmen:\n  - id: pos\n    isi: Pos akan dibuka.\n"
    files = {
        "sessions/2024-01-05": session("2024-01-05", concern_text("a"), more=_came("30")),
        "sessions/2024-01-12": session("2024-01-12", more=_came("1.200")),
        "sessions/2024-01-19": session("2024-01-19", "tidak dibuka", more=_came("sekitar 50")),
        "sessions/2024-01-26": session("2024-01-26", "tidak dirinci", more=_came("30-40")),
        "sessions/2024-02-02": session("2024-02-02", thanks, more=_came("puluhan")),
        "sessions/2024-02-09": session("2024-02-09", gone),
        "sessions/2024-02-16": session("2024-02-16", "", more=promise),
        "sessions/2024-02-23": session("2024-02-23", "", more=""),
        "sessions/2024-06-07": session("2024-06-07", ""),
    }
    return build(tmp_path_factory.mktemp("kegiatan"), by_name(files))


def _came(number: str) -> str:
    return f'hadir:\n  jumlah: "{number}"\n'


def test_every_session_is_of_one_kind(gathered: Archive) -> None:
    found = activity(gathered.sessions, TODAY)
    assert found.sittings == {
        Sitting.HEARD: 1,
        Sitting.NONE_RAISED: 2,  # one of thanks only counts as nihil
        Sitting.NOT_OPENED: 1,
        Sitting.NOT_ITEMISED: 1,
        Sitting.PROMISES_ONLY: 1,
        Sitting.TAKEN_BACK: 1,
        Sitting.UNREPORTED: 1,
        Sitting.AHEAD: 1,
    }
    assert found.held == 7


def test_a_session_announced_is_ahead_until_its_day_has_passed(gathered: Archive) -> None:
    (coming,) = gathered.announced
    assert sitting(coming, date(2024, 6, 7)) is Sitting.AHEAD
    assert sitting(coming, date(2024, 6, 8)) is Sitting.UNREPORTED


def test_only_sessions_with_a_report_give_a_period(gathered: Archive) -> None:
    period = shares.period(period_of(reported(gathered.sessions, TODAY)))
    assert period == "sesi 5 Januari 2024 sampai 16 Februari 2024"


def test_people_are_added_only_where_their_number_is_known(gathered: Archive) -> None:
    found = activity(gathered.sessions, TODAY)
    assert (found.present, found.counted) == (1230, 2)
    assert (found.about, found.estimated) == (80, 2)  # about 50, and the lower end of 30-40
    assert found.uncounted == 3


@pytest.mark.parametrize("word", ["nihil", "tidak dibuka", "tidak dirinci"])
def test_a_session_without_concerns_raises_and_lowers_nothing(tmp_path: Path, word: str) -> None:
    one = by_name({"sessions/2024-03-01": session("2024-03-01", concern_text("a"))})
    more = {
        f"sessions/2024-03-{number:02}": session(f"2024-03-{number:02}", word)
        for number in range(2, 9)
    }
    alone, together = build(tmp_path / "a", one), build(tmp_path / "b", one | by_name(more))
    for counted in (tally, lambda matters: to_first_word(matters, TODAY)):
        assert counted(alone.matters.values()) == counted(together.matters.values())


def test_what_is_told_of_many_unnamed_concerns_changes_no_number(tmp_path: Path) -> None:
    one = by_name({"sessions/2024-03-01": session("2024-03-01", concern_text("a"))})
    told = by_name(
        {
            "outcomes/umum": "cakupan:\n  satuan: polsek-rekaan\ntanggal: 2024-03-09\n"
            "kejadian: selesai\nuraian: Semuanya selesai.\n"
        }
    )
    alone, together = build(tmp_path / "a", one), build(tmp_path / "b", one | told)
    assert len(together.scoped) == 1
    assert tally(together.matters.values()) == tally(alone.matters.values())
    assert to_first_word(together.matters.values(), TODAY).days == ()


def test_the_days_of_a_wait_do_not_change_with_the_day_it_is_looked_at() -> None:
    """Only dates that reach past today are cut, so a page does not change from day to day."""
    for _number, matters in list(made_up_archives())[:200]:
        sure = [
            one for one in matters if one.follow_up and "2023-11" not in str(one.follow_up.history)
        ]
        later = LONG_AFTER + timedelta(days=30)
        assert to_first_word(sure, LONG_AFTER) == to_first_word(sure, later)
