"""Calendars as phones read them (RFC 5545): read back with the icalendar package."""

from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest
from expected_pages import made_up_archive
from feeds import EXAMPLE, SITE, as_of, events, files_of
from hypothesis import given
from hypothesis import strategies as st
from icalendar import Calendar, Event
from site_pages import by_name, concern, outcome, session

from generator import agenda, urls
from generator.exports.content_lines import WIDTH, line, text

TODAY = date(2024, 6, 1)
UNIT = urls.unit("polsek-rekaan")


def calendars() -> dict[str, bytes]:
    made = files_of(made_up_archive(), EXAMPLE)
    found = {address: content for address, content in made.items() if address.endswith(".ics")}
    assert len(found) > 5
    return found


def read(content: bytes) -> Any:
    return Calendar.from_ical(content)


def announced(day: str, more: str = "", *, village: str = "Rekaan Jaya") -> str:
    return session(day, "", more=more, village=village)


def only(found: dict[str, Any]) -> Any:
    (one,) = found.values()
    return one


# The format


def test_every_calendar_holds_what_the_rfc_asks_for() -> None:
    for content in calendars().values():
        calendar = read(content)
        assert calendar["VERSION"] == "2.0"
        assert calendar["PRODID"]
        assert calendar["X-WR-CALNAME"].startswith("[Contoh] Kabar Balik")
        assert calendar["REFRESH-INTERVAL"].params["VALUE"] == "DURATION"
        assert calendar["REFRESH-INTERVAL"].dt == timedelta(days=1)
        assert calendar.subcomponents  # 3.6: at least one
        zones = {str(zone["TZID"]) for zone in calendar.timezones}
        names = [str(one["UID"]) for one in calendar.events]
        assert len(set(names)) == len(names)
        for one in calendar.walk():
            assert one.errors == []
        for one in calendar.events:
            assert one["DTSTAMP"].dt.utcoffset() == timedelta()
            assert one["SUMMARY"].startswith("[Contoh] ")
            assert one["URL"].startswith(SITE)
            assert one["STATUS"] in {"CONFIRMED", "CANCELLED", "TENTATIVE"}
            assert "Ini contoh." in one["DESCRIPTION"]
            assert one["DTSTART"].params.get("TZID") in {None, *zones}


def test_lines_end_with_crlf_and_are_folded_at_75_octets() -> None:
    for content in calendars().values():
        assert content.endswith(b"END:VCALENDAR\r\n")
        lines = content.removesuffix(b"\r\n").split(b"\r\n")
        assert all(b"\n" not in one and b"\r" not in one for one in lines)
        assert max(map(len, lines)) <= 75
        for one in lines:
            one.decode()  # no letter is cut in two


@given(st.text(st.characters(codec="utf-8", exclude_categories=["Cc", "Cs", "Zl", "Zp"])))
def test_words_come_back_as_they_were(words: str) -> None:
    written = b"BEGIN:VEVENT\r\n" + line("SUMMARY", text(words)) + b"END:VEVENT\r\n"
    assert max(map(len, written.split(b"\r\n"))) <= WIDTH
    assert str(Event.from_ical(written)["SUMMARY"]) == words


def test_several_lines_and_signs_of_the_format_come_back() -> None:
    words = "satu, dua; tiga\\empat\nlima"
    event: Any = Event.from_ical(
        b"BEGIN:VEVENT\r\n" + line("SUMMARY", text(words)) + b"END:VEVENT\r\n"
    )
    assert str(event["SUMMARY"]) == words


def test_a_place_where_nothing_lies_ahead_still_has_its_calendar(tmp_path: Path) -> None:
    found = as_of(tmp_path, by_name({"sessions/s": session("2020-01-01")}))
    calendar = read(files_of(found)[urls.calendar(UNIT)])
    assert calendar.events == []
    assert [str(zone["TZID"]) for zone in calendar.timezones] == ["Asia/Jakarta"]


def test_no_day_of_a_build_is_in_a_calendar(tmp_path: Path) -> None:
    files = by_name({"sessions/s": announced("2024-06-20", "waktu: 16.30\n")})
    today, tomorrow = (
        files_of(as_of(tmp_path / name, files, day))["jadwal.ics"]
        for name, day in (("a", TODAY), ("b", TODAY + timedelta(days=1)))
    )
    assert today == tomorrow


# Sessions


@pytest.mark.parametrize(
    ("day", "more", "start", "end"),
    [
        ("2024-06-20", "waktu: 16.30\n", "2024-06-20T16:30:00+07:00", ""),
        (
            "2024-06-20",
            "waktu: 16.30-18.00 WITA\n",
            "2024-06-20T16:30:00+08:00",
            "2024-06-20T18:00:00+08:00",
        ),
        (
            "2024-06-20",
            "waktu: 22.00-03.00 WIT\n",
            "2024-06-20T22:00:00+09:00",
            "2024-06-21T03:00:00+09:00",
        ),
        ("2024-06-20", "waktu: malam\n", "2024-06-20", "2024-06-21"),
        ("2024-06-20", "", "2024-06-20", "2024-06-21"),
        ("2024-06-20/2024-06-22", "waktu: 16.30\n", "2024-06-20", "2024-06-23"),
    ],
)
def test_a_session_is_at_its_hour_in_its_zone(
    tmp_path: Path, day: str, more: str, start: str, end: str
) -> None:
    found = as_of(tmp_path, by_name({"sessions/s": announced(day, more)}))
    one = only(events(found))
    assert one["DTSTART"].dt.isoformat() == start
    assert (one["DTEND"].dt.isoformat() if "DTEND" in one else "") == end
    assert str(one["SUMMARY"]) == "Jumat Curhat di Desa Rekaan Jaya"
    assert str(one["LOCATION"]) == "Desa Rekaan Jaya"
    assert str(one["STATUS"]) == "CONFIRMED"


def test_a_session_of_which_no_day_is_known_is_in_no_calendar(tmp_path: Path) -> None:
    days = ("2024-06", "../2024-06-20", "tidak diketahui")
    files = by_name({f"sessions/s-{number}": announced(day) for number, day in enumerate(days)})
    assert events(as_of(tmp_path, files)) == {}


def test_an_unsure_day_is_tentative(tmp_path: Path) -> None:
    found = as_of(tmp_path, by_name({"sessions/s": announced("2024-06-20?")}))
    assert str(only(events(found))["STATUS"]) == "TENTATIVE"


def test_a_session_withdrawn_before_its_day_is_cancelled(tmp_path: Path) -> None:
    gone = "ditarik:\n  tanggal: 2024-05-30\n  alasan: privasi\n  dasar: Permintaan.\n"
    before = as_of(tmp_path / "a", by_name({"sessions/2024-06-20-malam": announced("2024-06-20")}))
    after = as_of(tmp_path / "b", by_name({"sessions/2024-06-20-malam": gone}))
    assert events(before).keys() == events(after).keys()
    one = only(events(after, UNIT))
    assert str(one["STATUS"]) == "CANCELLED"
    assert one["DTSTART"].dt == date(2024, 6, 20)
    assert one["SEQUENCE"] > only(events(before))["SEQUENCE"]
    assert "Rekaan Jaya" not in str(one)
    assert "Permintaan" not in one["DESCRIPTION"]


def test_what_was_withdrawn_after_its_day_was_not_cancelled(tmp_path: Path) -> None:
    gone = "ditarik:\n  tanggal: 2024-05-30\n  alasan: privasi\n  dasar: Permintaan.\n"
    assert events(as_of(tmp_path, by_name({"sessions/2024-05-20": gone}))) == {}


def test_a_corrected_session_keeps_its_name_and_counts_the_correction(tmp_path: Path) -> None:
    mended = (
        "koreksi:\n  - tanggal: 2024-05-31\n    bagian: waktu\n    semula: '16.30'\n"
        "    menjadi: '17.00'\n    sebab: diundur\nwaktu: 17.00\n"
    )
    name = "sessions/polsek-rekaan/s.yml"
    published = {name: "2024-05-20"}
    before = as_of(
        tmp_path / "a", {name: announced("2024-06-20", "waktu: 16.30\n")}, TODAY, published
    )
    after = as_of(tmp_path / "b", {name: announced("2024-06-20", mended)}, TODAY, published)
    ((first_name, first),) = events(before).items()
    ((second_name, second),) = events(after).items()
    assert first_name == second_name == "jadwal/polsek-rekaan/s"
    assert (first["SEQUENCE"], second["SEQUENCE"]) == (0, 1)
    assert first["DTSTAMP"].dt == datetime(2024, 5, 20, tzinfo=UTC)
    assert second["DTSTAMP"].dt == datetime(2024, 5, 31, tzinfo=UTC)


def test_yesterday_is_not_lost_overnight_and_last_year_is_not_kept(tmp_path: Path) -> None:
    days = ("2024-06-20", "2024-05-31", "2024-05-02", "2024-04-30", "2020-01-01")
    files = by_name({f"sessions/{day}": session(day) for day in days[1:]})
    files |= by_name({f"sessions/{days[0]}": announced(days[0])})
    found = events(as_of(tmp_path, files))
    assert sorted(str(one["DTSTART"].dt) for one in found.values()) == sorted(days[:3])


# Days by which something is due

PROMISED = concern("satu", more="janji:\n  tenggat: 2024-06-10")


def test_a_promise_is_due_on_its_day(tmp_path: Path) -> None:
    found = as_of(tmp_path, by_name({"sessions/s": session("2024-05-20", PROMISED)}))
    one = events(found)["tenggat/polsek-rekaan/s/satu"]
    assert str(one["SUMMARY"]) == "Tenggat janji: Warga minta patroli."
    assert (one["DTSTART"].dt, one["DTEND"].dt) == (date(2024, 6, 10), date(2024, 6, 11))
    assert str(one["URL"]) == f"{SITE}sesi/polsek-rekaan/s/#satu"
    assert "Paling lambat 10 Juni 2024, hari yang dijanjikan." in one["DESCRIPTION"]


def test_a_day_that_is_put_off_moves_and_is_no_other_event(tmp_path: Path) -> None:
    files = by_name(
        {
            "sessions/s": session("2024-05-20", PROMISED),
            "outcomes/a": outcome(
                "s#satu", "2024-05-28", "diperpanjang", "tenggat: 2024-06-30\nsebab: Hujan.\n"
            ),
        }
    )
    found = events(as_of(tmp_path, files))
    one = found.pop("tenggat/polsek-rekaan/s/satu")
    assert one["DTSTART"].dt == date(2024, 6, 30)
    assert one["SEQUENCE"] == 1
    assert one["DTSTAMP"].dt == datetime(2024, 5, 28, tzinfo=UTC)
    assert [name for name in found if name.startswith("tenggat/")] == []


@pytest.mark.parametrize("event", ["selesai", "tidak dipenuhi"])
def test_what_has_ended_is_due_no_more(tmp_path: Path, event: str) -> None:
    more = "alasan: anggaran\nlangkah_warga: Usul.\n" if event == "tidak dipenuhi" else ""
    files = by_name(
        {
            "sessions/s": session("2024-05-20", PROMISED),
            "outcomes/a": outcome("s#satu", "2024-05-28", event, more),
        }
    )
    assert list(events(as_of(tmp_path, files))) == ["jadwal/polsek-rekaan/s"]


def test_a_day_that_follows_from_a_rule_is_not_called_a_promise(tmp_path: Path) -> None:
    often = concern("satu", more="janji:\n  berkala: setiap hari")
    found = as_of(tmp_path, by_name({"sessions/s": session("2024-05-20", often)}))
    one = events(found)["tenggat/polsek-rekaan/s/satu"]
    assert str(one["SUMMARY"]) == "Tenggat: Warga minta patroli."


def test_a_calendar_is_that_of_the_unit_and_area_and_of_all_above(tmp_path: Path) -> None:
    files = by_name(
        {"sessions/s": session("2024-05-20", PROMISED), "sessions/t": announced("2024-06-20")}
    )
    found = as_of(tmp_path, files)
    everything = events(found)
    assert len(everything) == 3
    units = ("polsek-rekaan", "polres-contoh", "polda-contoh", "mabes-contoh")
    areas = [key for key in found.areas if found.by_area[key]]
    assert len(areas) == 4  # province, regency, district, village
    for page in (*map(urls.unit, units), *map(urls.area, areas)):
        assert events(found, page).keys() == everything.keys(), page


def test_a_calendar_never_grows_with_the_archive(tmp_path: Path) -> None:
    days = [TODAY + timedelta(days=number) for number in range(1, 161)]
    files = by_name({f"sessions/{day}": announced(str(day)) for day in days})
    found = events(as_of(tmp_path, files))
    assert len(found) == agenda.MOST
    assert {one["DTSTART"].dt for one in found.values()} == set(days[: agenda.MOST])
