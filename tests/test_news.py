"""What is news, from which day on, and that nothing old is ever told as new."""

import copy
import random
from collections.abc import Iterable
from datetime import date, timedelta
from pathlib import Path

import pytest
from expected_pages import made_up_archive
from feeds import as_of, items, titles
from histories import FOLDER, day, filed, outcome
from pydantic import TypeAdapter
from site_pages import by_name
from site_pages import concern as concern_text
from site_pages import outcome as outcome_text
from site_pages import session as session_text
from small_archive import RECORDS, TODAY
from test_followup_properties import history

from generator import archive, news, urls
from generator.archive import Archive
from generator.followup import Case
from generator.model import Concern, Correction, Outcome, Session
from generator.news import FEW, MOST, SPAN, Kind, News
from generator.records import Records, Registries
from generator.status import Status
from generator.views.concern import badge_of
from generator.views.feed_entry import feed_entry, status_words

HISTORIES = 900
DAYS = (0, 6, 9, 20, 60, 120, 400)
SESSION = f"{FOLDER}/2023-10-20"
UNIT = urls.unit("polsek-rekaan")

_SESSION = TypeAdapter(Session)
_CORRECTION = TypeAdapter(Correction)


# Random histories


def session_of(case: Case, about: Concern | None = None) -> Session:
    """The session a made-up case is about."""
    made = _SESSION.validate_python(
        {
            "program": "jumat-curhat",
            "satuan": [FOLDER],
            "tanggal": case.session_date.text,
            "tempat": {"desa": "Rekaan"},
            "masukan": "nihil",
        }
    )
    entry = about or case.concern
    if isinstance(entry, Concern):
        object.__setattr__(made, "concerns", (entry,))
    else:
        object.__setattr__(made, "commitments", (entry,))
    object.__setattr__(made, "id", SESSION)
    return made


def archive_of(case: Case, today: date, more: Iterable[Outcome] = ()) -> Archive:
    return bring_together(session_of(case), (*case.outcomes, *more), today)


def bring_together(session: Session, outcomes: Iterable[Outcome], today: date) -> Archive:
    found = {one.id: one for one in outcomes}
    records = Records({session.id: session}, found, Registries({}, {}, {}, {}))
    return archive.build(records, today)


def by_id(found: Archive) -> dict[str, News]:
    gathered = news.gather(found)
    named = {one.identity: one for one in gathered}
    assert len(named) == len(gathered)  # an id is there once
    return named


def some(every: int = 1) -> Iterable[tuple[int, Case, random.Random]]:
    for number in range(0, HISTORIES, every):
        yield number, history(number), random.Random(number)


def told(found: Archive, one: News) -> object:
    return feed_entry(found, one)


def test_the_made_up_histories_make_every_kind_of_news_time_and_events_make() -> None:
    archives = (archive_of(case, day(400)) for _number, case, _made in some())
    kinds = {one.kind for found in archives for one in by_id(found).values()}
    assert kinds == {Kind.REPORT, Kind.HELD, Kind.CROSSED, Kind.SILENT}


def test_a_day_later_only_what_that_day_brought_is_new() -> None:
    for number, case, made in some():
        today = day(made.choice(DAYS))
        before, after = (by_id(archive_of(case, one)) for one in (today, today + timedelta(days=1)))
        fresh = [one for name, one in after.items() if name not in before]
        assert {one.day for one in fresh} <= {today + timedelta(days=1)}, number
        assert before.keys() <= after.keys(), number


def test_what_was_told_is_told_alike_ever_after() -> None:
    for number, case, made in some(every=3):
        earlier, later = (archive_of(case, day(one)) for one in sorted(made.sample(DAYS, 2)))
        before, after = by_id(earlier), by_id(later)
        for name, one in before.items():
            assert told(earlier, one) == told(later, after[name]), (number, name)


def test_another_outcome_changes_nothing_that_was_told_before() -> None:
    for number, case, _made in some(every=3):
        if any(one.date.latest is None for one in case.outcomes):
            continue  # what has no date stays the last of all
        earlier, today = archive_of(case, day(400)), day(402)
        added = filed(outcome("dikerjakan", 401), "zz-baru", day(401))
        later = archive_of(case, today, [added])
        before, after = by_id(earlier), by_id(later)
        gone = [one.kind for name, one in before.items() if name not in after]
        assert set(gone) <= {Kind.SILENT}, number  # what broke the silence took its place
        for name in before.keys() & after.keys():
            assert told(earlier, before[name]) == told(later, after[name]), (number, name)
        fresh = {name for name in after if name not in before}
        assert fresh == {f"kabar/{FOLDER}/zz-baru"}, number


def test_a_corrected_text_is_the_same_news_renewed() -> None:
    correction = _CORRECTION.validate_python(
        {
            "tanggal": str(day(300)),
            "bagian": "masukan.patroli.isi",
            "semula": "Isi.",
            "menjadi": "Isi baru.",
            "sebab": "salah ketik",
        }
    )
    for number, case, _made in some(every=3):
        if not isinstance(case.concern, Concern):
            continue
        before = by_id(archive_of(case, day(400)))
        reworded = copy.copy(case.concern)
        object.__setattr__(reworded, "text", "Isi baru.")
        mended = session_of(case, reworded)
        object.__setattr__(mended, "corrections", (correction,))
        after = by_id(bring_together(mended, case.outcomes, day(400)))
        assert [one.kind for name, one in after.items() if name not in before] == [Kind.MENDED]
        for name, one in before.items():
            assert after[name].day == one.day, (number, name)
            assert after[name].updated >= one.updated, (number, name)


def test_the_last_word_in_a_feed_is_that_of_the_page() -> None:
    seen = set()
    for number, case, made in some():
        found = archive_of(case, day(made.choice(DAYS)))
        for matter in found.matters.values():
            follow_up = matter.follow_up
            assert follow_up
            page = badge_of(matter, follow_up, found).word
            seen.add(follow_up.status)
            if follow_up.status is Status.UNKNOWN:
                silence = [one for one in by_id(found).values() if one.kind is Kind.SILENT]
                assert [page in feed_entry(found, one).title for one in silence] == [True], number
            else:
                last = len(follow_up.history) - 1
                assert status_words(found, matter, last) == page, number
    assert seen == set(Status)


# Which day a thing is news


def ids(found: Archive, page: str = urls.HOME) -> dict[str, tuple[str, str]]:
    return {
        one["id"]: (one["date_published"][:10], one["date_modified"][:10])
        for one in items(found, page)
    }


SESSION_FILE = "sessions/polsek-rekaan/2024-03-01.yml"
OUTCOME_FILE = "outcomes/polsek-rekaan/2024-03-20.yml"


def test_a_backdated_record_is_new_on_the_day_it_is_published(tmp_path: Path) -> None:
    published = {SESSION_FILE: "2024-05-20", OUTCOME_FILE: "2024-05-30"}
    assert ids(as_of(tmp_path, RECORDS, published=published)) == {
        "kabar/polsek-rekaan/2024-03-20": ("2024-05-30", "2024-05-30"),
        "sesi/polsek-rekaan/2024-03-01": ("2024-05-20", "2024-05-20"),
        "lewat/polsek-rekaan/2024-03-01/patroli/2024-04-01": ("2024-05-20", "2024-05-20"),
        "diam/polsek-rekaan/2024-03-01/patroli/2024-05-16": ("2024-05-20", "2024-05-20"),
    }


def test_without_a_history_the_record_s_own_day_counts(tmp_path: Path) -> None:
    assert ids(as_of(tmp_path, RECORDS)) == {
        "diam/polsek-rekaan/2024-03-01/patroli/2024-05-16": ("2024-05-16", "2024-05-16"),
        "lewat/polsek-rekaan/2024-03-01/patroli/2024-04-01": ("2024-04-02", "2024-04-02"),
        "kabar/polsek-rekaan/2024-03-20": ("2024-03-20", "2024-03-20"),
        "sesi/polsek-rekaan/2024-03-01": ("2024-03-01", "2024-03-01"),
    }


def test_a_month_counts_from_its_first_day_so_that_it_does_not_move(tmp_path: Path) -> None:
    files = by_name({"sessions/s": session_text("2024-05"), "sessions/t": session_text("2024-06")})
    assert ids(as_of(tmp_path, files)) == {
        "sesi/polsek-rekaan/s": ("2024-05-01", "2024-05-01"),
        "sesi/polsek-rekaan/t": ("2024-06-01", "2024-06-01"),
    }


def test_what_was_published_later_than_the_day_of_the_site_is_no_news_yet(tmp_path: Path) -> None:
    published = {SESSION_FILE: "2024-06-02", OUTCOME_FILE: "2024-06-03"}
    assert ids(as_of(tmp_path, RECORDS, published=published)) == {}


ANNOUNCED = session_text("2024-06-07", "")
MENDED = (
    "koreksi:\n  - tanggal: 2024-05-30\n    bagian: hadir.jumlah\n    semula: '300'\n"
    "    menjadi: '30'\n    sebab: salah ketik\n"
)


def test_an_announcement_and_the_report_are_two_pieces_of_news(tmp_path: Path) -> None:
    name = "sessions/polsek-rekaan/2024-06-07.yml"
    published = {name: "2024-05-25"}
    before = as_of(tmp_path / "a", {name: ANNOUNCED}, published=published)
    assert ids(before) == {"jadwal/polsek-rekaan/2024-06-07": ("2024-05-25", "2024-05-25")}
    filled = {name: f"{ANNOUNCED}masukan: nihil\n"}
    after = as_of(tmp_path / "b", filled, date(2024, 6, 9), published)
    assert ids(after) == {
        "sesi/polsek-rekaan/2024-06-07": ("2024-06-07", "2024-06-07"),
        "jadwal/polsek-rekaan/2024-06-07": ("2024-05-25", "2024-05-25"),
    }


def test_an_announcement_of_which_no_day_is_known_is_left_to_the_calendar(tmp_path: Path) -> None:
    assert ids(as_of(tmp_path, {"sessions/polsek-rekaan/x.yml": ANNOUNCED})) == {}


def test_an_old_session_that_is_corrected_is_not_announced_again(tmp_path: Path) -> None:
    old = session_text("2019-05-10", more=f"hadir:\n  jumlah: 30\n{MENDED}")
    files = by_name({"sessions/lama": old})
    files |= by_name(
        {f"sessions/{number}": session_text(f"2024-05-{number:02}") for number in range(1, 29)}
    )
    found = ids(as_of(tmp_path, files))
    assert next(iter(found)) == ("koreksi/sesi/polsek-rekaan/lama/2024-05-30/hadir.jumlah")
    assert "sesi/polsek-rekaan/lama" not in found


def test_two_corrections_of_one_part_on_one_day_have_two_names(tmp_path: Path) -> None:
    twice = MENDED + MENDED.partition("\n")[2]
    text = session_text("2024-05-10", more=f"hadir:\n  jumlah: 30\n{twice}")
    found = ids(as_of(tmp_path, by_name({"sessions/s": text})))
    name = "koreksi/sesi/polsek-rekaan/s/2024-05-30/hadir.jumlah"
    assert {name, f"{name}/2", "sesi/polsek-rekaan/s"} == found.keys()
    assert found["sesi/polsek-rekaan/s"] == ("2024-05-10", "2024-05-30")


# What is told


@pytest.mark.parametrize(
    ("event", "more", "title"),
    [
        ("dikerjakan", "", "Belum ada kabar → Dikerjakan: Warga minta patroli."),
        ("selesai", "", "Belum ada kabar → Selesai (klaim polisi): Warga minta patroli."),
        (
            "selesai",
            "oleh: Dinas Rekaan\n",
            "Belum ada kabar → Selesai (klaim Dinas Rekaan): Warga minta patroli.",
        ),
        (
            "dibenarkan warga",
            "cara: kunjungan\nditanya: 3\n",
            "Belum ada kabar → Selesai (dibenarkan warga): Warga minta patroli.",
        ),
        (
            "tidak dipenuhi",
            "alasan: anggaran\nlangkah_warga: Usulkan lagi.\n",
            "Belum ada kabar → Tidak dipenuhi: Warga minta patroli.",
        ),
        (
            "disampaikan",
            "saluran: kunjungan\n",
            "Kabar baru, statusnya tetap belum ada kabar: Warga minta patroli.",
        ),
    ],
)
def test_a_report_says_how_the_status_changed(
    tmp_path: Path, event: str, more: str, title: str
) -> None:
    files = by_name(
        {
            "sessions/s": session_text("2024-05-01", concern_text("satu")),
            "outcomes/a": outcome_text("s#satu", "2024-05-20", event, more),
        }
    )
    found = as_of(tmp_path, files)
    assert titles(found)[0] == title
    assert items(found)[0]["url"] == "https://kabarbalik.example/sesi/polsek-rekaan/s/#satu"


def test_a_report_on_several_concerns_is_one_piece_of_news_and_lists_them(tmp_path: Path) -> None:
    many = "".join(concern_text(f"hal-{number}").lstrip("\n") for number in range(7))
    answered = ", ".join(f"s#hal-{number}" for number in range(7))
    files = by_name(
        {
            "sessions/s": session_text("2024-05-01", f"\n{many}"),
            "outcomes/a": outcome_text(f"[{answered}]", "2024-05-20", "selesai"),
        }
    )
    first = items(as_of(tmp_path, files))[0]
    assert first["title"] == "Kabar untuk 7 masukan di Desa Rekaan Jaya"
    assert first["content_html"].count("Belum ada kabar → Selesai (klaim polisi).") == 5
    assert "dan 2 masukan lain" in first["content_html"]


def test_a_passed_deadline_is_no_proof_that_nothing_was_done(tmp_path: Path) -> None:
    found = as_of(tmp_path, RECORDS)
    (late,) = items(found, urls.board("lewat-tenggat"))
    assert late["title"] == "Lewat tenggat: Warga berharap patroli ditingkatkan."
    assert "Tenggat 1 April 2024 lewat, dan urusannya belum berakhir." in late["content_html"]
    assert "Itu bukan bukti bahwa tidak ada yang dikerjakan" in late["content_html"]
    assert "Statusnya waktu itu: Dikerjakan." in late["content_html"]


def test_silence_has_its_own_piece_of_news(tmp_path: Path) -> None:
    first = items(as_of(tmp_path, RECORDS))[0]
    assert first["title"] == "Dikerjakan → Tidak diketahui: Warga berharap patroli ditingkatkan."
    assert first["tags"] == ["tidak-diketahui"]


def test_an_objection_in_another_session_is_news_of_what_it_reopens(tmp_path: Path) -> None:
    objects = "\n  - id: bantah\n    jenis: sanggahan\n    isi: Belum.\n    sebelumnya: s#satu\n"
    files = by_name(
        {
            "sessions/s": session_text("2024-05-01", concern_text("satu")),
            "outcomes/a": outcome_text("s#satu", "2024-05-10", "selesai"),
            "sessions/t": session_text("2024-05-20", objects),
        }
    )
    found = {one["id"]: one for one in items(as_of(tmp_path, files))}
    one = found["sanggah/polsek-rekaan/s/satu/polsek-rekaan/t"]
    assert one["title"] == "Selesai (klaim polisi) → Diperiksa: Warga minta patroli."
    assert (
        "Warga menyanggahnya di sesi lain. Karena itu urusannya dibuka lagi." in one["content_html"]
    )
    assert one["date_published"].startswith("2024-05-20")


SECRET = "Kalimat rahasia"
GONE = "ditarik:\n  tanggal: 2024-05-20\n  alasan: privasi\n  dasar: Permintaan warga.\n"
GONE_CONCERN = (
    "\n  - id: satu\n    ditarik: {tanggal: 2024-05-20, alasan: privasi, dasar: Aturan.}\n"
)


@pytest.mark.parametrize(
    ("files", "identity", "title"),
    [
        ({"sessions/s": GONE}, "sesi/polsek-rekaan/s", "Ditarik dari situs: catatan satu sesi"),
        (
            {
                "sessions/s": session_text("2024-05-01", concern_text("satu", SECRET)),
                "outcomes/a": GONE,
            },
            "kabar/polsek-rekaan/a",
            "Ditarik dari situs: satu kabar",
        ),
        (
            {
                "sessions/s": session_text("2024-05-01", GONE_CONCERN),
                "outcomes/a": outcome_text("s#satu", "2024-05-10").replace("Petugas", SECRET),
            },
            "kabar/polsek-rekaan/a",
            "Ditarik dari situs: satu kabar",
        ),
        (
            {"sessions/s": session_text("2024-05-01", GONE_CONCERN)},
            "tarik/polsek-rekaan/s/satu",
            "Ditarik dari situs: satu masukan",
        ),
    ],
)
def test_what_was_withdrawn_leaves_its_name_and_the_kind_of_reason(
    tmp_path: Path, files: dict[str, str], identity: str, title: str
) -> None:
    found = as_of(tmp_path, by_name(files))
    for page in (urls.HOME, UNIT, urls.unit("polres-contoh"), urls.CORRECTIONS):
        one = next(one for one in items(found, page) if one["id"] == identity)
        assert one["title"] == title
        assert "Isinya dapat mengungkap seseorang." in one["content_html"]
        assert "Permintaan warga" not in one["content_html"]
        assert one["date_modified"].startswith("2024-05-20")


def test_nothing_withdrawn_is_left_in_any_feed(tmp_path: Path) -> None:
    files = by_name(
        {
            "sessions/s": session_text(
                "2024-05-01",
                GONE_CONCERN + concern_text("dua").lstrip("\n"),
                more=(
                    "koreksi:\n  - tanggal: 2024-05-10\n    bagian: masukan.satu.isi\n"
                    f"    semula: {SECRET}\n    menjadi: {SECRET} juga\n    sebab: {SECRET}\n"
                ),
            ),
            "outcomes/a": outcome_text("[s#satu, s#dua]", "2024-05-10"),
        }
    )
    found = as_of(tmp_path, files)
    everything = str(items(found)) + str(items(found, urls.CORRECTIONS))
    assert SECRET not in everything
    assert "Dibetulkan 10 Mei 2024: isi masukan<" in everything
    report = next(one for one in items(found) if one["id"] == "kabar/polsek-rekaan/a")
    assert report["date_modified"].startswith("2024-05-20")  # it says less since
    assert "#satu" not in report["content_html"]


def test_a_correction_does_not_repeat_words_that_are_kept_back(tmp_path: Path) -> None:
    text = concern_text("satu", "Kini begini.", "tema: [rumah-tangga]")
    more = (
        "koreksi:\n  - tanggal: 2024-05-10\n    bagian: masukan.satu.isi\n"
        f"    semula: {SECRET}\n    menjadi: Kini begini.\n    sebab: salah ketik\n"
    )
    found = as_of(tmp_path, by_name({"sessions/s": session_text("2024-05-01", text, more=more)}))
    everything = str(items(found)) + str(items(found, urls.theme("rumah-tangga")))
    assert SECRET not in everything
    assert "Kini begini" not in everything
    assert "Isinya ditahan karena terlalu peka" in everything


# Which feeds it is in


def test_news_is_in_the_feeds_of_its_unit_and_area_and_of_all_above(tmp_path: Path) -> None:
    found = as_of(tmp_path, RECORDS)
    everywhere = [one["id"] for one in items(found)]
    keys = [key for key in found.areas if found.by_area[key]]
    assert len(keys) == 4  # province, regency, district, village
    for page in (
        *(urls.unit(key) for key in ("polsek-rekaan", "polres-contoh", "polda-contoh")),
        *map(urls.area, keys),
    ):
        assert [one["id"] for one in items(found, page)] == everywhere, page
    about = [one["id"] for one in items(found, urls.theme("patroli"))]
    assert about == everywhere
    assert items(found, urls.theme("lampu-jalan")) == []


def test_an_entry_is_the_same_in_every_feed(tmp_path: Path) -> None:
    found = as_of(tmp_path, RECORDS)
    pages = (urls.HOME, UNIT, urls.board("lewat-tenggat"), urls.theme("patroli"))
    told_as: dict[str, set[str]] = {}
    for page in pages:
        for one in items(found, page):
            told_as.setdefault(one["id"], set()).add(str(one))
    assert {len(ways) for ways in told_as.values()} == {1}


def test_a_feed_holds_the_newest_fifty_and_little_that_is_old(tmp_path: Path) -> None:
    newest = TODAY - timedelta(days=1)
    days = [newest - timedelta(days=number * 6) for number in range(80)]
    files = by_name({f"sessions/{one}": session_text(str(one)) for one in days})
    shown = items(as_of(tmp_path / "a", files))
    assert len(shown) == MOST
    assert [one["date_published"][:10] for one in shown] == [str(one) for one in days[:MOST]]
    rare = [newest - timedelta(days=number * 300) for number in range(20)]
    files = by_name({f"sessions/{one}": session_text(str(one)) for one in rare})
    assert len(items(as_of(tmp_path / "b", files))) == FEW
    assert timedelta(days=300) < SPAN


def test_of_one_day_what_happened_last_stands_first() -> None:
    gathered = news.gather(made_up_archive())
    assert list(gathered) == sorted(gathered, key=lambda one: (one.day, one.happened), reverse=True)
    assert {one.kind for one in gathered} >= {Kind.REPORT, Kind.HELD, Kind.CROSSED, Kind.SILENT}
