"""The home page answers at once what became of what was said, and hides nothing behind zeros."""

from datetime import date
from pathlib import Path

from expected_pages import made_up_archive
from site_pages import by_name, concern, entries, html_at, outcome, section, session, text
from small_archive import build

from generator import urls
from generator.archive import Archive
from generator.boards import Board
from generator.views import home
from generator.views.holdings import sort_out

ENDINGS = {
    "outcomes/a": outcome("sesi#klaim", "2024-03-10", "selesai"),
    "outcomes/b": outcome(
        "sesi#benar", "2024-03-10", "dibenarkan warga", "cara: kunjungan\nditanya: 2\n"
    ),
    "outcomes/c": outcome(
        "sesi#tolak",
        "2024-03-10",
        "tidak dipenuhi",
        "alasan: anggaran\nlangkah_warga: Usulkan lagi.\n",
    ),
}


def home_view(found: Archive) -> home.HomeView:
    (page,) = home.pages(sort_out(found))
    view = page.view()
    assert isinstance(view, home.HomeView)
    return view


def counts(view: home.HomeView) -> dict[str, str]:
    return {line.label: line.count for line in (view.promised, *view.standing.lines)}


def several(*names: str) -> str:
    return "\n" + "".join(concern(name).lstrip("\n") for name in names)


def test_what_was_promised_done_refused_and_is_open_stands_each_on_its_own(tmp_path: Path) -> None:
    promised = concern("janji", more="janji:\n  tenggat: 2024-04-01").lstrip("\n")
    concerns = several("klaim", "benar", "tolak", "buka") + promised
    files = by_name({"sessions/sesi": session("2024-03-01", concerns), **ENDINGS})
    view = home_view(build(tmp_path, files))
    assert counts(view) == {
        "Dijanjikan": "1",
        "Dijawab": "0",
        "Selesai (klaim polisi)": "1",
        "Selesai (dibenarkan warga)": "1",
        "Tidak dipenuhi": "1",
        "Masih terbuka": "2",
    }
    assert view.standing.lines[-1].details == (
        "di antaranya 2 belum ada kabar hasilnya dan 1 lewat tenggat"
    )
    assert view.lead.endswith("dan apa jadinya: 5 hal dari 1 sesi.")


def test_figures_come_before_everything_else(tmp_path: Path) -> None:
    files = by_name({"sessions/sesi": session("2024-03-01", several("klaim")), **ENDINGS})
    html = html_at(build(tmp_path, files), urls.HOME)
    places = [
        html.index(piece)
        for piece in (
            "<h1>Apa jadinya yang kami sampaikan?</h1>",
            "Masih terbuka",
            "Cari desa Anda",
            'id="kabar"',
            'id="ditunggu"',
            'id="berikutnya"',
            'id="cari"',
            'id="untuk-apa"',
        )
    ]
    assert places == sorted(places)
    assert "Keadaan per 1 Juni 2024." in text(html)
    assert "Tiap angka berdiri sendiri, tidak untuk dijumlahkan." in text(html)


def test_a_zero_says_that_there_is_nothing_yet(tmp_path: Path) -> None:
    files = by_name({"sessions/sesi": session("2024-03-01", several("buka"))})
    html = text(html_at(build(tmp_path, files), urls.HOME))
    for said in (
        "0 Selesai (klaim polisi) belum ada yang dinyatakan selesai",
        "0 Selesai (dibenarkan warga) belum ada yang dibenarkan warga",
        "0 Tidak dipenuhi belum ada yang diputuskan tidak dikerjakan",
        "0 Dijanjikan belum ada janji",
        "Belum ada kabar yang tercatat sesudah sesi.",
        "Belum ada sesi yang diumumkan.",
    ):
        assert said in html


def test_an_empty_archive_is_no_success(tmp_path: Path) -> None:
    html = text(html_at(build(tmp_path, {}), urls.HOME))
    assert "Belum ada sesi yang tercatat." in html
    assert "0 Masih terbuka tidak ada yang terbuka" in html


def test_sessions_that_raised_nothing_are_told_of_without_figures_to_boast(tmp_path: Path) -> None:
    files = by_name({"sessions/sesi": session("2024-03-01")})
    lead = home_view(build(tmp_path, files)).lead
    assert lead == "Tercatat 1 sesi, tetapi belum ada yang perlu dijawab atau dikerjakan."


def test_a_promise_counts_however_it_was_made(tmp_path: Path) -> None:
    answered = "jawaban:\n  - jenis: {}\n    isi: Petugas menjawab."
    concerns = (
        concern("tenggat", more="janji:\n  tenggat: 2024-04-01")
        + concern("kata", more="janji:\n  kata: segera")[1:]
        + concern("jawaban", more=answered.format("komitmen"))[1:]
        + concern("imbauan", more=answered.format("imbauan"))[1:]
    )
    more = "komitmen:\n  - id: berkala\n    isi: Datang lagi.\n"
    files = by_name({"sessions/sesi": session("2024-03-01", concerns, more=more)})
    assert counts(home_view(build(tmp_path, files)))["Dijanjikan"] == "4"


def test_a_promise_in_what_was_merged_is_not_counted_twice(tmp_path: Path) -> None:
    due = "janji:\n  tenggat: 2024-04-01"
    files = by_name(
        {
            "sessions/sesi": session(
                "2024-03-01", concern("satu", more=due) + concern("dua", more=due)[1:]
            ),
            "outcomes/a": outcome("sesi#dua", "2024-03-10", "digabung", "ke: sesi#satu\n"),
        }
    )
    view = home_view(build(tmp_path, files))
    assert counts(view)["Dijanjikan"] == "1"
    assert counts(view)["Masih terbuka"] == "1"


def test_the_five_newest_reports_and_the_five_oldest_debts_are_named(tmp_path: Path) -> None:
    names = [f"hal-{number}" for number in range(8)]
    reports = {
        f"outcomes/{number}": outcome("sesi#hal-0", f"2024-03-{number:02}")
        for number in range(10, 17)
    }
    files = by_name({"sessions/sesi": session("2024-03-01", several(*names)), **reports})
    html = html_at(build(tmp_path, files), urls.HOME)
    reported = entries(section(html, "kabar"))
    assert [one.split(" Maret")[0] for one in reported] == ["16", "15", "14", "13", "12"]
    assert len(entries(section(html, "ditunggu"))) == 5
    # Seven without a word, and the one whose last word is long ago.
    assert "Masih ada 3 lagi yang ditunggu." in section(html, "ditunggu")


def test_answers_to_concerns_come_before_outcomes_of_many(tmp_path: Path) -> None:
    many = "cakupan:\n  satuan: polsek-rekaan\ntanggal: 2024-05-{:02}\nkejadian: dikerjakan\n"
    files = by_name(
        {
            "sessions/sesi": session("2024-03-01", several("satu")),
            "outcomes/jawab": outcome("sesi#satu", "2024-03-10"),
            **{
                f"outcomes/{day}": f"{many.format(day)}uraian: Patroli umum.\n"
                for day in range(10, 18)
            },
        }
    )
    reported = entries(section(html_at(build(tmp_path, files), urls.HOME), "kabar"))
    assert [one.split(" 2024")[0] for one in reported] == [
        *("17 Mei", "16 Mei", "15 Mei", "14 Mei"),
        "10 Maret",
    ]


def test_the_three_next_sessions_are_named_soonest_first(tmp_path: Path) -> None:
    days = ("2024-06-28", "2024-06-07", "2024-06-21", "2024-06-14")
    files = by_name({f"sessions/{day}": session(day, "") for day in days})
    html = html_at(build(tmp_path, files), urls.HOME)
    ahead = entries(section(html, "berikutnya"))
    assert [one.split(" Juni")[0] for one in ahead] == ["Jumat, 7", "Jumat, 14", "Jumat, 21"]


def test_reports_that_are_owed_for_whole_sessions_are_told(tmp_path: Path) -> None:
    files = by_name({"sessions/sesi": session("2024-05-03", "")})
    html = html_at(build(tmp_path, files), urls.HOME)
    assert "1 sesi belum terbit laporannya." in section(html, "ditunggu")
    assert f'href="./{urls.board(Board.UNREPORTED)}"' in html


def test_the_search_begins_where_there_is_something_to_choose(tmp_path: Path) -> None:
    files = by_name(
        {
            "sessions/a": session("2024-05-03", village="Mekar"),
            "sessions/b": session("2024-05-10", village="Lestari"),
        }
    )
    view = home_view(build(tmp_path, files))
    assert [one.name for one in view.areas] == ["Desa Lestari", "Desa Mekar"]
    assert [one.name for one in view.units] == ["Polsek Rekaan"]


def test_the_figures_are_those_of_the_day(tmp_path: Path) -> None:
    due = concern("a", more="janji:\n  tenggat: 2024-04-01")
    files = by_name({"sessions/sesi": session("2024-03-01", due)})
    before = home_view(build(tmp_path, files, date(2024, 4, 1)))
    after = home_view(build(tmp_path, files, date(2024, 4, 2)))
    assert "lewat tenggat" not in before.standing.lines[-1].details
    assert "1 lewat tenggat" in after.standing.lines[-1].details


def test_the_home_page_of_the_made_up_archive_names_every_family() -> None:
    assert all(count != "0" for count in counts(home_view(made_up_archive())).values())
