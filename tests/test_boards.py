"""The boards: each lists exactly what its rule says, oldest first, and nothing leaves by itself."""

import random
import re
from collections import deque
from collections.abc import Mapping
from dataclasses import replace
from datetime import date, timedelta
from functools import cache
from pathlib import Path
from posixpath import join, normpath
from typing import TypeVar

import pytest
from expected_pages import compare, made_up_archive
from histories import case, day, objection, on
from histories import concern as about
from histories import outcome as happened
from site_pages import (
    all_pages,
    by_name,
    concern,
    entries,
    html_at,
    links,
    outcome,
    section,
    session,
    site,
    text,
)
from small_archive import build
from test_followup_properties import every_history, some_day

from generator import archive, boards, records, urls
from generator.archive import Archive
from generator.boards import DEBTS, RECENT, Board, fill, lists_of, place, since
from generator.demo import DAY, write_records
from generator.figures import family, tally
from generator.followup import FollowUp, Mark, assess
from generator.model import Event
from generator.page import said as spoken
from generator.records import Records, Registries
from generator.status import ENDINGS, Family, Status
from generator.wording import badges
from generator.wording.boards import board_words

TALK = {Event.EVALUATED, Event.DISCUSSED, Event.TOLD, Event.EXTENDED, Event.DISPUTED}
"""Rule 10 of the contract: these are no word about what was done."""

UNIT = urls.waiting("polsek-rekaan")
Thing = TypeVar("Thing")


@pytest.fixture(scope="session")
def big_archive(tmp_path_factory: pytest.TempPathFactory) -> Archive:
    """A made-up archive in which most boards are longer than a page."""
    folder = tmp_path_factory.mktemp("besar")
    write_records(folder / "data", 400, seed=11)
    return archive.build(records.read(folder, folder / "data").records, DAY)


# Which lists a concern is on


def implied(found: FollowUp, today: date) -> set[Board]:
    """The lists of a concern, told from its story and the contract, not from the table."""
    is_open = family(found.status) is Family.OPEN
    mistaken = {one.outcome for one in found.faults}
    heard = any(
        step.event and step.event not in TALK and step.outcome not in mistaken
        for step in found.history
    )
    late = is_open and found.deadline is not None and found.deadline.day < today
    fresh = any(today - timedelta(days=RECENT) < one <= today for one in found.crossings)
    said = {
        Board.WAITING: late or (is_open and not heard) or found.status is Status.UNKNOWN,
        Board.OVERDUE: late,
        Board.JUST_CROSSED: late and fresh,
        Board.WORD_OWED: is_open and not heard,
        Board.UNKNOWN: found.status is Status.UNKNOWN,
        Board.NO_EVIDENCE: late and found.recurring,
        Board.DISPUTED: found.disputed,
        Board.REOPENED: is_open and any(step.status in ENDINGS for step in found.history),
        Board.UNCONFIRMED: family(found.status) is Family.CLAIMED,
        Board.REFUSED: family(found.status) is Family.REFUSED,
        Board.CONFIRMED: family(found.status) is Family.CONFIRMED,
        Board.ANSWERED: family(found.status) is Family.ANSWERED,
    }
    return {board for board, holds in said.items() if holds}


def test_every_concern_is_on_exactly_the_lists_its_state_implies() -> None:
    met: set[Board] = set()
    for number, given, made in every_history():
        today = some_day(made)
        found = assess(given, today)
        listed = lists_of(found, today)
        assert listed == implied(found, today), number
        met |= listed
    assert met == set(Board) - {Board.UNREPORTED}  # that one lists sessions


def test_what_is_owed_is_on_a_list_of_debts_and_on_the_one_of_them_all() -> None:
    for number, given, made in every_history():
        today = some_day(made)
        found = assess(given, today)
        listed = lists_of(found, today)
        assert boards.is_owed(found) is bool(listed & DEBTS), number
        assert (Board.WAITING in listed) is bool(listed & DEBTS), number


def test_lists_agree_with_families() -> None:
    of_family = {
        Board.UNCONFIRMED: Family.CLAIMED,
        Board.REFUSED: Family.REFUSED,
        Board.CONFIRMED: Family.CONFIRMED,
        Board.ANSWERED: Family.ANSWERED,
    }
    for number, given, made in every_history():
        today = some_day(made)
        found = assess(given, today)
        for board in lists_of(found, today) - {Board.DISPUTED}:
            assert family(found.status) is of_family.get(board, Family.OPEN), number


def test_what_has_ended_is_on_no_list_of_debts() -> None:
    of_ending = {
        Status.CLAIMED: {Board.UNCONFIRMED},
        Status.REFUSED: {Board.REFUSED},
        Status.CONFIRMED: {Board.CONFIRMED},
        Status.ANSWERED: {Board.ANSWERED},
    }
    met = set()
    for number, given, made in every_history():
        today = some_day(made)
        found = assess(given, today)
        if found.status in ENDINGS:
            listed = lists_of(found, today) - {Board.DISPUTED}
            assert listed == of_ending.get(found.status, set()), number
            met.add(found.status)
    assert met == ENDINGS


def test_lists_agree_with_the_marks_beside_the_status() -> None:
    late, disputed = (
        {badges.mark_badge(one).word for one in kinds}
        for kinds in ((badges.Mark.LATE, badges.Mark.FAR_LATE), (badges.Mark.DISPUTED,))
    )
    for number, given, made in every_history():
        today = some_day(made)
        found = assess(given, today)
        words = {one.word for one in badges.marks(found)}
        listed = lists_of(found, today)
        assert (Board.OVERDUE in listed) is bool(words & late), number
        assert (Board.DISPUTED in listed) is bool(words & disputed), number


def test_time_takes_nothing_off_a_list_but_the_one_of_late_crossings() -> None:
    for number, given, made in every_history():
        today = some_day(made)
        later = today + timedelta(days=made.choice((1, 5, 13, 14, 30, 57, 400)))
        before = lists_of(assess(given, today), today)
        after = lists_of(assess(given, later), later)
        assert before - after <= {Board.JUST_CROSSED}, number
        assert not before & {Board.JUST_CROSSED} or Board.OVERDUE in after, number


def test_a_crossing_is_of_late_for_fourteen_days() -> None:
    given = case(about=about(janji={"tenggat": str(day(10))}))
    recent = [
        number
        for number in range(60)
        if Board.JUST_CROSSED in lists_of(on(number, given), day(number))
    ]
    assert recent == list(range(11, 11 + RECENT))


def test_an_answered_question_does_not_wait_for_residents_to_confirm() -> None:
    assert lists_of(on(9, case("3 dijawab", about=about("pertanyaan"))), day(9)) == {Board.ANSWERED}
    assert lists_of(on(9, case("3 selesai")), day(9)) == {Board.UNCONFIRMED}
    assert lists_of(on(9, case("3 selesai, 5 dibenarkan warga")), day(9)) == {Board.CONFIRMED}


# Since when


def test_an_objection_counts_from_the_first_that_stands_unanswered() -> None:
    def first(story: str, *days: int) -> int | None:
        given = case(story, objections=tuple(map(objection, days)))
        step = boards.objection(on(90, given))
        return (step.date.latest - day(0)).days if step and step.date.latest else None

    assert first("3 selesai, 5 disanggah warga") == 5
    assert first("3 selesai, 5 disanggah warga, 9 disanggah warga") == 5
    assert first("3 selesai, 5 disanggah warga, 7 dikerjakan, 9 disanggah warga") == 9
    assert first("3 selesai, 5 disanggah warga, 7 dirapatkan, 9 disanggah warga") == 5
    assert first("3 selesai, 5 disanggah warga, 7 dikerjakan") is None
    assert first("5 disanggah warga, 6 tidak dipenuhi, 9 disanggah warga, 12 dikerjakan") is None
    assert first("3 selesai", 8, 6) == 6


def test_an_objection_is_found_just_where_one_stands() -> None:
    for number, given, made in every_history():
        found = assess(given, some_day(made))
        step = boards.objection(replace(found, disputed=True))
        assert (step is not None) is found.disputed, number
        if step is not None:
            assert step.event is Event.DISPUTED or step.mark is Mark.OBJECTION, number


def test_a_reopening_counts_from_the_last_time() -> None:
    given = case("3 selesai, 5 disanggah warga, 8 selesai, 11 dibuka kembali, 14 dikerjakan")
    step = boards.reopened(on(20, given))
    assert step is not None
    assert (step.event, step.date.latest) == (Event.REOPENED, day(11))
    assert boards.reopened(on(20, case("3 dikerjakan, 5 dibuka kembali"))) is None


def test_each_list_counts_from_its_own_day() -> None:
    promised = about(janji={"tenggat": str(day(10))})
    overdue = on(20, case(about=promised))
    assert since(Board.OVERDUE, overdue) == since(Board.WAITING, overdue) == day(10)
    assert since(Board.JUST_CROSSED, overdue) == day(11)
    assert since(Board.WORD_OWED, overdue) == day(0)
    assert since(Board.WAITING, on(5, case(about=promised))) == day(0)
    assert since(Board.UNKNOWN, on(90, case("3 dikerjakan"))) == day(3 + 57)
    assert since(Board.UNCONFIRMED, on(9, case("3 selesai"))) == day(3)
    assert since(Board.REFUSED, on(9, case("4 tidak dipenuhi"))) == day(4)
    undated = case([happened("selesai", "tidak diketahui", published=3)])
    assert since(Board.UNCONFIRMED, on(9, undated)) is None


# Order and pages


def test_every_list_is_oldest_first_with_the_undated_last(big_archive: Archive) -> None:
    for found in (made_up_archive(), big_archive):
        for board, listed in fill(found).matters.items():
            places = [place(board, matter) for matter in listed]
            assert places == sorted(places), board
            assert len(set(places)) == len(places), board


def test_every_concern_that_is_not_withdrawn_is_where_it_belongs(big_archive: Archive) -> None:
    found = fill(big_archive)
    for board, listed in found.matters.items():
        assert {one.id for one in listed} == {
            key
            for key, one in big_archive.matters.items()
            if one.follow_up and board in lists_of(one.follow_up, big_archive.today)
        }, board
        assert found.length(board) == len(listed) > 0, board


def test_lists_are_as_long_as_the_figures_say(big_archive: Archive) -> None:
    found, counted = fill(big_archive), tally(big_archive.matters.values())
    assert found.length(Board.OVERDUE) == counted.overdue
    assert found.length(Board.WORD_OWED) == counted.no_word
    assert found.length(Board.UNKNOWN) == counted.unknown
    assert found.length(Board.UNCONFIRMED) == counted.claimed
    assert found.length(Board.REFUSED) == counted.refused
    assert found.length(Board.UNREPORTED) == len(big_archive.unreported)


def promised(number: int, due: str) -> str:
    return concern(f"hal-{number:03}", f"Hal {number}.", f"janji:\n  tenggat: {due}").lstrip("\n")


def owing(count: int) -> dict[str, str]:
    """So many concerns of one unit, all overdue, in two sessions."""
    listed = [promised(number, "2024-04-01") for number in range(count)]
    halves = {"2024-03-01": listed[::2], "2024-03-02": listed[1::2]}
    return by_name(
        {f"sessions/{when}": session(when, "\n" + "".join(of)) for when, of in halves.items() if of}
    )


def test_debts_stand_by_the_day_they_were_due_and_then_by_name(tmp_path: Path) -> None:
    listed = (
        "\n"
        + promised(1, "2024-04-10")
        + promised(2, "2024-04-01")
        + promised(3, "2024-05-30")
        + promised(0, "2024-04-10")
        + concern("tanpa-hari", "Hal tanpa hari.").lstrip("\n")
    )
    found = build(tmp_path, by_name({"sessions/sesi": session("2024-03-01", listed)}))
    order = ["Hal 2.", "Hal 0.", "Hal 1.", "Hal 3."]

    def named(address: str) -> list[str]:
        return [one.partition(".")[0] + "." for one in entries(html_at(found, address))]

    assert named(urls.board(Board.OVERDUE)) == order
    assert named(urls.board(Board.WAITING)) == [*order, "Hal tanpa hari."]
    assert named(UNIT) == [*order, "Hal tanpa hari."]
    assert named(urls.board(Board.JUST_CROSSED)) == ["Hal 3."]


def test_undated_claims_stand_last(tmp_path: Path) -> None:
    listed = "\n" + "".join(concern(f"hal-{n}", f"Hal {n}.").lstrip("\n") for n in range(3))
    files = by_name(
        {
            "sessions/sesi": session("2024-03-01", listed),
            "outcomes/a": outcome("sesi#hal-0", "tidak diketahui", "selesai"),
            "outcomes/b": outcome("sesi#hal-1", "2024-04", "selesai"),
            "outcomes/c": outcome("sesi#hal-2", "2024-04-03", "selesai"),
        }
    )
    listed_ = entries(html_at(build(tmp_path, files), urls.board(Board.UNCONFIRMED)))
    assert [one[:6] for one in listed_] == ["Hal 2.", "Hal 1.", "Hal 0."]
    assert "Dinyatakan selesai pada tanggal yang tidak diketahui" in listed_[-1]


@pytest.mark.parametrize(
    ("length", "sizes"),
    [(0, [0]), (1, [1]), (50, [50]), (51, [50, 1]), (100, [50, 50]), (101, [50, 50, 1])],
)
def test_a_board_is_cut_into_pages_of_fifty(tmp_path: Path, length: int, sizes: list[int]) -> None:
    found = site(build(tmp_path, owing(length)))
    board = urls.board(Board.OVERDUE)
    addresses = [urls.part(board, number) for number in range(1, len(sizes) + 1)]
    assert [len(entries(found[address])) for address in addresses] == sizes
    assert urls.part(board, len(sizes) + 1) not in found
    listed = [
        one
        for address in addresses
        for one in re.findall(r'__text" href="[^"]*#([^"]*)', found[address])
    ]
    assert len(set(listed)) == length
    assert ("Tidak ada." in text(found[board])) is (length == 0)


def test_a_units_list_goes_on_with_the_reports_it_owes(tmp_path: Path) -> None:
    files = owing(49) | by_name(
        {
            f"sessions/{when}": session(when, "")
            for when in ("2024-05-24", "2024-05-10", "2024-05-17")
        }
    )
    found = site(build(tmp_path, files))
    first, second = entries(found[UNIT]), entries(found[urls.part(UNIT, 2)])
    assert len(first) == 50
    assert first[-1].startswith("10 Mei 2024")
    assert [one[:11] for one in second] == ["17 Mei 2024", "24 Mei 2024"]
    assert "Keadaan per 1 Juni 2024: 52 hal. Halaman 1 dari 2." in text(found[UNIT])
    reports = entries(found[urls.board(Board.UNREPORTED)])
    assert [one[:11] for one in reports] == ["10 Mei 2024", "17 Mei 2024", "24 Mei 2024"]


# What stands on a board


def test_every_board_says_what_it_is_and_is_not_and_as_of_when() -> None:
    pages = site(made_up_archive())
    for board in Board:
        words, html = board_words(board), text(pages[urls.board(board)])
        for said in (words.name, words.what, words.what_not, words.rule, words.order):
            assert said in html, board
            assert "{" not in said
        assert "Keadaan per 1 Juni 2024" in html


def test_the_index_names_every_board_with_how_many_stand_on_it(tmp_path: Path) -> None:
    html = html_at(build(tmp_path, owing(3)), urls.BOARD)
    assert "Lewat tenggat 3 hal" in text(html)
    assert "Utang lapor-balik 3 hal" in text(html)
    assert "Tidak dipenuhi tidak ada" in text(html)
    assert {f"../{urls.board(board)}" for board in Board} <= set(links(html))
    assert "Keadaan per 1 Juni 2024" in text(html)


def test_every_entry_says_what_is_owed_and_since_when(big_archive: Archive) -> None:
    pages = site(big_archive)
    found = re.compile(r'<p class="kb-line__owed">(.*?)</p>')
    for address, html in pages.items():
        if address.startswith(urls.BOARD) or "/ditunggu/" in address:
            owed = found.findall(html)
            assert len(owed) == html.count('class="kb-line"'), address
            for said in owed:
                assert re.search(r"\b\w+ \d{4}\b|tidak diketahui", said), (address, said)


@pytest.mark.parametrize(
    ("board", "more", "event", "said"),
    [
        (
            Board.OVERDUE,
            "janji:\n  tenggat: 2024-04-01",
            None,
            "Seharusnya paling lambat 1 April 2024, hari yang dijanjikan; hari itu sudah lewat.",
        ),
        (Board.WORD_OWED, "", None, "Kabar ditunggu sejak sesinya, 1 Maret 2024."),
        (
            Board.UNKNOWN,
            "",
            ("dikerjakan", ""),
            "Tidak diketahui sejak 6 Mei 2024; yang terakhir diketahui: dikerjakan.",
        ),
        (
            Board.NO_EVIDENCE,
            "janji:\n  berkala: setiap hari",
            None,
            "Sumbernya tidak menyebut tanggal. Menurut aturan situs ini, bukti ditunggu 30 hari "
            "sesudah sesi: 31 Maret 2024; hari itu sudah lewat.",
        ),
        (
            Board.DISPUTED,
            "",
            ("disanggah warga", "cara: kunjungan\nditanya: 2\n"),
            "Disanggah warga pada 10 Maret 2024; belum dijawab.",
        ),
        (
            Board.UNCONFIRMED,
            "",
            ("selesai", ""),
            "Dinyatakan selesai pada 10 Maret 2024; belum dibenarkan warga.",
        ),
        (
            Board.REFUSED,
            "",
            ("tidak dipenuhi", "alasan: anggaran\nlangkah_warga: Usulkan lagi.\n"),
            "Diputuskan pada 10 Maret 2024. Anggarannya belum tersedia.",
        ),
    ],
)
def test_an_entry_in_full(
    tmp_path: Path, board: Board, more: str, event: tuple[str, str] | None, said: str
) -> None:
    listed = concern("hal", "Lampu mati.", more)
    files = {"sessions/sesi": session("2024-03-01", listed)}
    if event:
        files["outcomes/kabar"] = outcome("sesi#hal", "2024-03-10", *event)
    html = html_at(build(tmp_path, by_name(files)), urls.board(board))
    (entry,) = entries(html)
    assert entry.startswith("Lampu mati. ")
    assert said in entry
    assert entry.endswith("Permintaan · Polsek Rekaan · Desa Rekaan Jaya · sesi 1 Maret 2024")
    assert "../../sesi/polsek-rekaan/sesi/#hal" in links(html)
    assert "../../satuan/polsek-rekaan/" in links(html)


def test_a_reopened_concern_says_who_opened_it_again(tmp_path: Path) -> None:
    listed = "\n" + "".join(concern(f"hal-{n}", f"Hal {n}.").lstrip("\n") for n in range(2))
    asked = "cara: kunjungan\nditanya: 2\n"
    files = by_name(
        {
            "sessions/sesi": session("2024-03-01", listed),
            "outcomes/a": outcome("[sesi#hal-0, sesi#hal-1]", "2024-03-10", "selesai"),
            "outcomes/b": outcome("sesi#hal-0", "2024-05-10", "disanggah warga", asked),
            "outcomes/c": outcome("sesi#hal-1", "2024-05-11", "dibuka kembali", "sebab: Lagi.\n"),
        }
    )
    one, other = entries(html_at(build(tmp_path, files), urls.board(Board.REOPENED)))
    assert "Disanggah warga pada 10 Mei 2024, jadi dibuka kembali." in one
    assert "Dibuka kembali pada 11 Mei 2024." in other


def test_what_is_withheld_stays_so_and_what_was_withdrawn_is_gone(tmp_path: Path) -> None:
    taken_back = "ditarik:\n  tanggal: 2024-04-01\n  alasan: privasi\n  dasar: permintaan\n"
    listed = (
        concern("peka", "Kata yang peka.", "tema: [rumah-tangga]")
        + "  - id: tertahan\n    jenis: laporan\n    tahan: privasi\n"
        + "  - id: hilang\n"
        + "".join(f"    {line}\n" for line in taken_back.splitlines())
    )
    files = by_name(
        {
            "sessions/sesi": session("2024-03-01", listed),
            "sessions/ditarik": taken_back,
            "outcomes/a": outcome("sesi#hilang", "2024-03-10", "disanggah warga"),
        }
    )
    found = build(tmp_path, files)
    assert "polsek-rekaan/sesi#hilang" in found.matters
    pages = {
        address: html
        for address, html in site(found).items()
        if address.startswith(urls.BOARD) or "/ditunggu/" in address
    }
    for address, html in pages.items():
        assert "hilang" not in html, address
        assert "ditarik" not in html, address
        assert "Kata yang peka" not in html, address
    owed = entries(pages[urls.board(Board.WORD_OWED)])
    assert len(owed) == 2
    assert all(one.startswith("Isinya ditahan karena terlalu peka") for one in owed)


@pytest.mark.parametrize(
    ("name", "address"),
    [
        ("papan", urls.BOARD),
        ("papan_ditunggu", urls.board(Board.WAITING)),
        ("papan_tidak-dipenuhi", urls.board(Board.REFUSED)),
        ("satuan_polsek-sukamaju_ditunggu", urls.waiting("polsek-sukamaju")),
    ],
)
def test_the_whole_page_is_as_it_was_kept(
    pytestconfig: pytest.Config, name: str, address: str
) -> None:
    compare(pytestconfig, name, html_at(made_up_archive(), address))


# The ways to the boards


def test_home_leads_to_the_lists_its_numbers_are_of(tmp_path: Path) -> None:
    listed = "\n" + "".join(concern(f"hal-{n}").lstrip("\n") for n in range(9))
    refusal = "alasan: anggaran\nlangkah_warga: Usulkan lagi.\n"
    files = by_name(
        {
            "sessions/sesi": session("2024-03-01", listed),
            "sessions/lain": session("2024-05-03", ""),
            "outcomes/a": outcome("sesi#hal-0", "2024-03-10", "selesai"),
            "outcomes/b": outcome("sesi#hal-1", "2024-03-10", "tidak dipenuhi", refusal),
        }
    )
    found = build(tmp_path, files)
    html = html_at(found, urls.HOME)
    number = re.compile(r'kb-figure__number">(\d+)</span>\s*<a [^>]*href="\./(papan/[^"]*)">')
    assert {address: count for count, address in number.findall(html)} == {
        urls.board(Board.UNCONFIRMED): "1",
        urls.board(Board.REFUSED): "1",
    }
    assert f'<a href="./{urls.board(Board.WORD_OWED)}">7 belum ada kabar hasilnya</a>' in html
    waited = section(html, "ditunggu")
    assert f'<a href="./{urls.board(Board.WAITING)}">Masih ada 2 lagi yang ditunggu.</a>' in waited
    assert f'<a href="./{urls.board(Board.UNREPORTED)}">1 sesi belum terbit' in waited
    assert f'<a href="./{urls.board(Board.WORD_OWED)}">Utang lapor-balik (7)</a>' in waited
    assert len(entries(html_at(found, urls.board(Board.WAITING)))) == 7


def test_a_units_numbers_do_not_lead_to_lists_of_the_whole_site(tmp_path: Path) -> None:
    files = by_name(
        {
            "sessions/sesi": session("2024-03-01", concern("hal")),
            "outcomes/a": outcome("sesi#hal", "2024-03-10", "selesai"),
        }
    )
    html = html_at(build(tmp_path, files), urls.unit("polsek-rekaan"))
    assert 'kb-figure__number" href' not in html
    assert urls.BOARD not in html


@pytest.mark.parametrize(
    ("concerns", "reports", "said"),
    [
        (1, 0, "Sejak kapan dan mengapa ditunggu"),
        (12, 0, "Masih ada 2 lagi yang ditunggu."),
        (1, 7, "Masih ada 2 laporan sesi lagi yang ditunggu."),
        (13, 6, "Masih ada 3 hal dan 1 laporan sesi lagi yang ditunggu."),
    ],
)
def test_a_unit_leads_to_all_it_owes(
    tmp_path: Path, concerns: int, reports: int, said: str
) -> None:
    files = owing(concerns) | by_name(
        {f"sessions/2024-05-{n + 10}": session(f"2024-05-{n + 10}", "") for n in range(reports)}
    )
    found = site(build(tmp_path, files))
    for unit in ("polsek-rekaan", "polres-contoh", "polda-contoh"):
        owed = section(found[urls.unit(unit)], "ditunggu")
        assert f'<a href="../../{urls.waiting(unit)}">{said}</a>' in owed, unit
        assert len(entries(found[urls.waiting(unit)])) == concerns + reports
    headquarters = section(found[urls.unit("mabes-contoh")], "ditunggu")
    assert f'<a href="../../{urls.BOARD}">{said}</a>' in headquarters
    assert urls.waiting("mabes-contoh") not in found
    assert not any(address.startswith(urls.waiting("polsek-khayal")) for address in found)


def test_every_board_is_reached_from_home_and_every_units_list_from_its_unit(
    tmp_path: Path,
) -> None:
    pages = site(build(tmp_path, owing(101)))
    reached, to_visit = {urls.HOME}, deque([urls.HOME])
    while to_visit:
        address = to_visit.popleft()
        for href in links(pages[address]):
            target = normpath(join("/", address, href.partition("#")[0])).strip("/") + "/"
            if target in pages and target not in reached:
                reached.add(target)
                to_visit.append(target)
    lists = {one for one in pages if one.startswith(urls.BOARD) or "/ditunggu/" in one}
    assert len(lists) > len(Board) + 6
    assert lists <= reached


# Nothing depends on the order of files


def shuffled(things: Mapping[str, Thing], made: random.Random) -> dict[str, Thing]:
    keys = list(things)
    made.shuffle(keys)
    return {key: things[key] for key in keys}


def permuted(found: Records, seed: int) -> Records:
    made, registries = random.Random(seed), found.registries
    return Records(
        sessions=shuffled(found.sessions, made),
        outcomes=shuffled(found.outcomes, made),
        registries=Registries(
            programmes=shuffled(registries.programmes, made),
            units=shuffled(registries.units, made),
            themes=shuffled(registries.themes, made),
            reasons=shuffled(registries.reasons, made),
        ),
        media=found.media,
    )


@cache
def some_archive(name: str) -> Archive:
    if name == "rekaan":
        return made_up_archive()
    root = Path(__file__).parents[1]
    return archive.build(records.read(root, root / "data").records, DAY)


@pytest.mark.parametrize("name", ["rekaan", "contoh"])
@pytest.mark.parametrize("seed", range(3))
def test_another_order_of_the_files_changes_no_byte_of_any_page(name: str, seed: int) -> None:
    found = some_archive(name)
    other = archive.build(permuted(found.records, seed), found.today)
    assert list(other.records.sessions) != list(found.records.sessions)
    one, two = site(found), site(other)
    assert one.keys() == two.keys()
    assert [address for address in one if one[address] != two[address]] == []
    heads = [
        {key: (spoken(page.title), spoken(page.description)) for key, page in pages.items()}
        for pages in (all_pages(found), all_pages(other))
    ]
    assert heads[0] == heads[1]
