"""`kabar status` and `kabar show` say what the site says, no more and no less, word for word."""

import dataclasses
import json
import re
from collections.abc import Iterator, Mapping
from datetime import date
from pathlib import Path
from textwrap import dedent
from typing import Any

import pytest
import small_archive
from expected_pages import made_up_archive
from kabar_command import CONFIG, Kabar, Said
from site_pages import by_name, concern, outcome, session
from small_archive import build

from generator import printout
from generator.archive import Archive, Matter
from generator.boards import Board
from generator.followup import FollowUp
from generator.model import Session, Unit, WithdrawnConcern, WithdrawnSession
from generator.printout import Only, data
from generator.printout.layout import LONGEST_WHOLE, Line, typeset
from generator.views import card
from generator.views.holdings import sort_out
from generator.views.session import session_view
from generator.views.unit_holdings import tally_of_unit
from generator.wording.next_step import Next

NOBODY_ASKED = (
    "Belum ada masukan atau janji yang tercatat di sini. Itu tidak berarti warga\n"
    "tidak menyampaikan apa-apa."
)


@pytest.fixture
def project(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    (tmp_path / "mkdocs.yml").write_text(CONFIG, encoding="utf-8")
    (tmp_path / "content").mkdir()
    small_archive.write(tmp_path)
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1717200000")  # 1 June 2024
    monkeypatch.setenv("COLUMNS", "80")
    return tmp_path


def status(
    found: Archive, unit: str | None = None, only: Only | None = None, most: int | None = 20
) -> str:
    asked = printout.unit_meant(unit, found) if unit else None
    owing = printout.owing(found, asked, only)
    return typeset(printout.debt_lines(owing, found, most), 80)


def show(found: Archive, name: str, width: int = 80) -> str:
    named = printout.meant(name, found)
    if isinstance(named, Unit):
        return typeset(printout.unit_lines(printout.owing(found, named), found, 20), width)
    return typeset(printout.story_lines(named, found), width)


def one_line(text: str) -> str:
    return " ".join(text.split())


def many(count: int) -> dict[str, str]:
    """So many concerns that wait for word, each in a session of its own."""
    days = (date.fromordinal(date(2024, 1, 1).toordinal() + day) for day in range(count))
    return by_name({f"sessions/{day}": session(str(day), concern("patroli")) for day in days})


# What is owed: exact printouts of small archives.


STATUS: Mapping[str, tuple[Mapping[str, str], str]] = {
    "one is late and long unheard of, one never heard of": (
        small_archive.RECORDS,
        """\
        Keadaan per 1 Juni 2024
        =======================

        Tercatat 2 hal yang perlu dijawab atau dikerjakan: masukan warga dan janji
        polisi.
          0  Dijawab                     belum ada pertanyaan yang dijawab
          0  Selesai (klaim polisi)      belum ada yang dinyatakan selesai
          0  Selesai (dibenarkan warga)  belum ada yang dibenarkan warga
          0  Tidak dipenuhi              belum ada yang diputuskan tidak dikerjakan
          2  Masih terbuka               urusannya belum berakhir; di antaranya 1 belum
                                         ada kabar hasilnya, 1 lewat tenggat, dan 1 lama
                                         tanpa kabar baru

        Yang masih ditunggu: 2, yang paling lama di atas
        ------------------------------------------------

        polsek-rekaan/2024-03-01#patroli
          Permintaan, 1 Maret 2024: Warga berharap patroli ditingkatkan.
          [Tidak diketahui] [Jauh lewat tenggat] lewat tenggat sejak 2 April 2024
          Polsek Rekaan perlu memberi kabar keadaannya sekarang.

        polsek-rekaan/2024-03-01#jadwal
          Pertanyaan, 1 Maret 2024: Warga bertanya kapan pos polisi dibuka.
          [Belum ada kabar] tanpa tenggat
          Polsek Rekaan perlu memberi kabar apa yang sudah dilakukan.

        Cerita lengkapnya: kabar show, lalu id di atas.
        """,
    ),
    "words that are kept back stay so; another unit is waited for; a report is missing": (
        by_name(
            {
                "sessions/lama": session("2024-02-02", ""),
                "sessions/baru": session("2024-04-05", ""),
                "sessions/sesi": session(
                    "2024-05-03",
                    concern("a", "RAHASIA", "tema: [rumah-tangga]")
                    + concern("b", more="untuk: polres-contoh\njanji:\n  tenggat: 2024-06-20")
                    + concern("c", more="janji:\n  tenggat: 2024-05-20"),
                ),
            }
        ),
        """\
        Keadaan per 1 Juni 2024
        =======================

        Tercatat 3 hal yang perlu dijawab atau dikerjakan: masukan warga dan janji
        polisi.
          0  Dijawab                     belum ada pertanyaan yang dijawab
          0  Selesai (klaim polisi)      belum ada yang dinyatakan selesai
          0  Selesai (dibenarkan warga)  belum ada yang dibenarkan warga
          0  Tidak dipenuhi              belum ada yang diputuskan tidak dikerjakan
          3  Masih terbuka               urusannya belum berakhir; di antaranya 3 belum
                                         ada kabar hasilnya dan 1 lewat tenggat

        Yang masih ditunggu: 3, yang paling lama di atas
        ------------------------------------------------

        polsek-rekaan/sesi#c
          Permintaan, 3 Mei 2024: Warga minta patroli.
          [Belum ada kabar] lewat tenggat sejak 21 Mei 2024
          Polsek Rekaan perlu memberi kabar apa yang sudah dilakukan.

        polsek-rekaan/sesi#a
          Permintaan, 3 Mei 2024: Isinya ditahan karena terlalu peka
          [Belum ada kabar] [Isi ditahan] tanpa tenggat
          Polsek Rekaan perlu memberi kabar apa yang sudah dilakukan.

        polsek-rekaan/sesi#b
          Permintaan, 3 Mei 2024: Warga minta patroli.
          [Belum ada kabar] tenggat 20 Juni 2024
          Polres Contoh perlu memberi kabar apa yang sudah dilakukan.

        Laporan sesi belum terbit: 2
        ----------------------------

        polsek-rekaan/lama
          Jumat Curhat di Desa Rekaan Jaya, 2 Februari 2024. Polsek Rekaan.

        polsek-rekaan/baru
          Jumat Curhat di Desa Rekaan Jaya, 5 April 2024. Polsek Rekaan.

        Cerita lengkapnya: kabar show, lalu id di atas.
        """,
    ),
    "families stand side by side; nothing is owed": (
        by_name(
            {
                "sessions/sesi": session(
                    "2024-05-03", "".join(map(concern, ("klaim", "benar", "tolak")))
                ),
                "outcomes/a": outcome("sesi#klaim", "2024-05-10", "selesai"),
                "outcomes/b": outcome(
                    "sesi#benar", "2024-05-10", "dibenarkan warga", "cara: kunjungan\nditanya: 2\n"
                ),
                "outcomes/c": outcome(
                    "sesi#tolak",
                    "2024-05-10",
                    "tidak dipenuhi",
                    "alasan: anggaran\nlangkah_warga: Usulkan lagi.\n",
                ),
            }
        ),
        """\
        Keadaan per 1 Juni 2024
        =======================

        Tercatat 3 hal yang perlu dijawab atau dikerjakan: masukan warga dan janji
        polisi.
          0  Dijawab                     belum ada pertanyaan yang dijawab
          1  Selesai (klaim polisi)      kata polisi atau mitra; belum dibenarkan warga
          1  Selesai (dibenarkan warga)  warga ditanya dan membenarkan
          1  Tidak dipenuhi              tidak dikerjakan; ada alasannya
          0  Masih terbuka               tidak ada yang terbuka

        Tidak ada masukan atau janji yang ditunggu kabarnya.
        """,
    ),
    "nobody raised anything": (
        by_name({"sessions/sesi": session("2024-05-03")}),
        f"""\
        Keadaan per 1 Juni 2024
        =======================

        {NOBODY_ASKED.replace(chr(10), chr(10) + " " * 8)}
        """,
    ),
}


@pytest.mark.parametrize("case", STATUS)
def test_status_prints_what_is_owed(tmp_path: Path, case: str) -> None:
    records, expected = STATUS[case]
    assert status(build(tmp_path, records)) == dedent(expected).rstrip("\n")


def test_twenty_are_shown_and_the_rest_is_counted(tmp_path: Path) -> None:
    found = build(tmp_path, many(34))
    said = status(found)
    assert said.count("#patroli\n") == 20
    assert "\n\n... dan 14 lagi (pakai --all)\n" in said
    assert "polsek-rekaan/2024-01-20#patroli\n" in said
    assert "polsek-rekaan/2024-01-21#patroli" not in said
    assert status(found, most=None).count("#patroli\n") == 34
    assert "lagi" not in status(found, most=None)
    assert "lagi" not in status(found, most=34)
    assert "... dan 14 lagi (pakai kabar status --unit polsek-rekaan --all)" in one_line(
        show(found, "polsek-rekaan")
    )


@pytest.mark.parametrize(
    ("only", "expected", "headed"),
    [
        (Only(), ["lewat", "janji", "bicara", "lama", "sunyi"], "Yang masih ditunggu: 5,"),
        (Only(overdue=True), ["lewat", "janji"], "Lewat tenggat: 2,"),
        (Only(owed=True), ["bicara", "janji", "sunyi"], "Utang lapor-balik: 3,"),
        (Only(overdue=True, owed=True), ["janji"], "Lewat tenggat dan belum ada kabarnya: 1,"),
    ],
)
def test_only_a_part_may_be_asked_for(
    tmp_path: Path, only: Only, expected: list[str], headed: str
) -> None:
    promise = "janji:\n  tenggat: {day}"
    records = {
        "sessions/sesi": session(
            "2024-03-01",
            concern("bicara", more=promise.format(day="2024-09-01"))
            + concern("janji", more=promise.format(day="2024-05-05"))
            + concern("lewat", more=promise.format(day="2024-05-01"))
            + concern("lama")
            + concern("sunyi")
            + concern("aman", more=promise.format(day="2024-09-01")),
        ),
        "outcomes/a": outcome("sesi#lewat", "2024-05-20"),
        "outcomes/b": outcome("sesi#bicara", "2024-05-20", "dievaluasi"),
        "outcomes/c": outcome("sesi#lama", "2024-03-20"),
        "outcomes/d": outcome("sesi#aman", "2024-05-20"),
        "sessions/tanpa-laporan": session("2024-05-03", ""),
    }
    found = build(tmp_path, by_name(records))
    owing = printout.owing(found, None, only)
    assert [one.concern.id for one in owing.debts] == expected
    said = status(found, only=only)
    assert headed in said
    assert ("Laporan sesi belum terbit: 1" in said) is only.asks_for_all
    assert "Tercatat 6 hal" in said  # the count is of all


@pytest.mark.parametrize(
    ("only", "said"),
    [
        (Only(overdue=True), "Tidak ada yang lewat tenggat."),
        (Only(owed=True), "Tidak ada utang lapor-balik."),
        (Only(overdue=True, owed=True), "Tidak ada yang lewat tenggat dan juga belum ada"),
    ],
)
def test_it_is_said_of_what_there_is_nothing(tmp_path: Path, only: Only, said: str) -> None:
    found = build(tmp_path, by_name({"sessions/sesi": session("2024-05-03")}))
    assert said in status(found, only=only)


# The same truth as the site, in an archive where every status and mark occurs.


def every_matter() -> Iterator[tuple[Matter, FollowUp]]:
    for matter in made_up_archive().matters.values():
        if matter.follow_up:
            yield matter, matter.follow_up


def strings(view: Any) -> Iterator[str]:
    """All a view says that a reader reads: not where its links lead, nor what colours it."""
    match view:
        case str():
            yield from filter(None, [view])
        case tuple() | list():
            for one in view:
                yield from strings(one)
        case _ if dataclasses.is_dataclass(view):
            for field in dataclasses.fields(view):
                if field.name not in NOT_READ:
                    yield from strings(getattr(view, field.name))


NOT_READ = {
    # how it looks and where it leads
    *("address", "anchor", "iso", "meaning_address", "shape", "tone", "voice", "good_until"),
    # the ways residents have to answer back, and the photo itself
    *("answering", "photo", "webp", "jpeg"),
    # said in the terminal's own way: by the full id, or by what is shown in full
    *("told_at", "brief"),
    # said only where there are some
    "earlier_label",
}


def test_every_status_occurs_in_the_archive_these_tests_look_at() -> None:
    assert len({found.status for _matter, found in every_matter()}) > 10


@pytest.mark.parametrize(
    "identity", [key for key, one in made_up_archive().records.sessions.items()]
)
def test_show_tells_all_that_the_page_of_a_session_tells(identity: str) -> None:
    found = made_up_archive()
    held = found.records.sessions[identity]
    said = one_line(show(found, identity))
    if isinstance(held, WithdrawnSession):
        assert "Ditarik pada 20 Februari 2024" in said
        return
    view = session_view(found, held)
    for_links = {
        badge.meaning for one in (*view.concerns, *view.promises) for badge in _badges(one)
    }
    for_links |= {one.card.shared for one in (*view.concerns, *view.promises) if one.card}
    missing = [
        one
        for one in strings(view)
        if one not in for_links and one_line(one).rstrip(".") not in said
    ]
    assert missing == []


def _badges(one: card.Entry) -> Iterator[Any]:
    if one.card:
        yield from (one.card.badge, *one.card.marks)


def test_show_tells_all_that_the_card_of_a_concern_tells() -> None:
    found = made_up_archive()
    for matter, _follow_up in every_matter():
        made = card.entry(matter, found, {}, corrected=False).card
        assert made
        said = one_line(show(found, matter.id))
        for_links = {made.shared, *(one.meaning for one in (made.badge, *made.marks))}
        assert [
            one
            for one in strings(made)
            if one not in for_links and one_line(one).rstrip(".") not in said
        ] == [], matter.id
        assert f"Artinya: {made.meaning}" in said
        assert f"Berikutnya: {awaited(made.next)}" in said


def awaited(following: Next) -> str:
    if not following.who:
        return one_line(following.what)
    begin = f"{following.who} {following.what}."
    return one_line(f"{begin} {following.by_when} {following.residents}")


def test_a_concern_that_was_corrected_says_where_to_read_how() -> None:
    said = "Catatan ini pernah dibetulkan; lihat kabar show polsek-sukamaju/2024-03-01."
    assert said in one_line(show(made_up_archive(), "polsek-sukamaju/2024-03-01#razia"))
    assert said not in one_line(show(made_up_archive(), "polsek-sukamaju/2024-03-01#lampu"))


def test_words_kept_back_by_their_theme_alone_are_in_no_data(tmp_path: Path) -> None:
    """The record has them; only the theme says that nobody may read them."""
    records = {"sessions/a": session("2024-05-03", concern("x", "RAHASIA", "tema: [rumah-tangga]"))}
    found = build(tmp_path, by_name(records))
    told = printout.story_data(found.matters["polsek-rekaan/a#x"], found)
    assert (told["withheld"], told["text"]) == (True, None)
    owed = printout.owing_data(printout.owing(found), found)
    assert "RAHASIA" not in printout.as_json(owed) + printout.as_json(told)


def test_data_say_the_status_and_the_sentences_of_the_site() -> None:
    found = made_up_archive()
    for matter, follow_up in every_matter():
        made = card.entry(matter, found, {}, corrected=False).card
        told = printout.story_data(matter, found)
        assert made
        assert told["status"] == follow_up.status.value
        assert told["status_words"] == made.badge.word
        assert told["meaning"] == made.meaning
        assert told["next"] == {
            key: value or None for key, value in dataclasses.asdict(made.next).items()
        }
        history = told["history"]
        assert isinstance(history, list)
        assert [one["sentence"] for one in history[1:] if isinstance(one, dict)] == [
            step.sentence for step in made.story
        ]


@pytest.mark.parametrize("unit", [None, *made_up_archive().records.registries.units])
def test_what_a_unit_owes_is_what_its_page_lists_in_the_same_order(unit: str | None) -> None:
    found = made_up_archive()
    holdings = sort_out(found)
    owing = printout.owing(found, found.records.registries.units[unit] if unit else None)
    everywhere = holdings.boards
    if unit:
        held = holdings.by_unit[unit]
        assert (owing.debts, owing.unreported) == (held.owed, held.unreported)
        assert owing.tally == tally_of_unit(found, unit)
    else:
        assert owing.debts == everywhere.matters[Board.WAITING]
        assert owing.unreported == everywhere.unreported
        assert owing.tally == holdings.whole
        assert owing.lists == {board: everywhere.length(board) for board in Board}
    assert owing.lists[Board.WAITING] == len(owing.debts)


def test_units_under_a_unit_are_part_of_it(tmp_path: Path) -> None:
    found = build(
        tmp_path,
        {
            **by_name({"sessions/a": session("2024-05-03", concern("x"))}),
            **by_name(
                {"sessions/b": session("2024-05-03", concern("x"), unit="polsek-khayal")},
                "polsek-khayal",
            ),
        },
    )
    assert status(found, "polres-contoh").startswith(
        "Keadaan per 1 Juni 2024: Polres Contoh dan satuan di bawahnya\n"
    )
    assert status(found, "Polres Contoh").count("#x\n") == 2
    assert status(found, "polsek-khayal").count("#x\n") == 1
    assert status(found, "polres-seberang").endswith(f"\n\n{NOBODY_ASKED}")


def test_nothing_that_is_kept_back_or_withdrawn_is_printed() -> None:
    found = made_up_archive()
    printed = [show(found, one) for one in (*found.records.sessions, *found.matters)]
    printed += [status(found, most=None)]
    printed += [
        printout.as_json(printout.story_data(named, found))
        for named in (*found.records.sessions.values(), *found.matters.values())
    ]
    assert not [one for one in printed if "RAHASIA" in one]
    kept = show(found, "polsek-sukamaju/2024-03-01#rumah")
    assert "tetangga" not in kept
    assert "Dusun Karang" not in kept


# `kabar show`: what an id means.


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("polsek-rekaan/2024-03-01", "polsek-rekaan/2024-03-01"),
        ("polsek-rekaan/2024-03-01#patroli", "polsek-rekaan/2024-03-01#patroli"),
        ("2024-03-01#patroli", "polsek-rekaan/2024-03-01#patroli"),
        ("2024-03-01", "polsek-rekaan/2024-03-01"),
        (" Polsek-Rekaan/2024-03-01#Patroli ", "polsek-rekaan/2024-03-01#patroli"),
        ("https://uji.example/kami/sesi/polsek-rekaan/2024-03-01/", "polsek-rekaan/2024-03-01"),
        ("sesi/polsek-rekaan/2024-03-01/#patroli", "polsek-rekaan/2024-03-01#patroli"),
        ("https://uji.example/satuan/polsek-rekaan/", "polsek-rekaan"),
        ("polsek-rekaan", "polsek-rekaan"),
        ("Polsek Rekaan", "polsek-rekaan"),
    ],
)
def test_an_id_is_understood(tmp_path: Path, name: str, expected: str) -> None:
    found = printout.meant(name, build(tmp_path))
    assert found.id == expected
    assert isinstance(found, Matter if "#" in name else Session if "2024" in name else Unit)


@pytest.mark.parametrize(
    ("name", "offered"),
    [
        ("polsek-rekan", "`polsek-rekaan`"),
        ("polsek-rekaan/2024-03-10", "`polsek-rekaan/2024-03-01`"),
        ("polsek-rekaan/2024-03-01#patrol", "`polsek-rekaan/2024-03-01#patroli`"),
        ("2024-03-01#jadwl", "`polsek-rekaan/2024-03-01#jadwal`"),
        ("2024-03-02", "`polsek-rekaan/2024-03-01`"),
    ],
)
def test_an_unknown_id_is_answered_with_the_nearest(
    tmp_path: Path, name: str, offered: str
) -> None:
    with pytest.raises(printout.UnknownName) as raised:
        printout.meant(name, build(tmp_path))
    said = str(raised.value)
    assert said.startswith(f"Tidak ada sesi, masukan, atau satuan `{name}`. Maksud Anda ")
    assert offered in said


def test_an_id_without_its_unit_must_be_the_only_one(tmp_path: Path) -> None:
    twice = {
        **small_archive.RECORDS,
        "sessions/polsek-khayal/2024-03-01.yml": small_archive.SESSION.replace("rekaan", "khayal"),
    }
    with pytest.raises(printout.UnknownName) as raised:
        printout.meant("2024-03-01#patroli", build(tmp_path, twice))
    assert str(raised.value) == (
        "`2024-03-01#patroli` ada di 2 satuan. Sebut satuannya juga, misalnya "
        "`polsek-khayal/2024-03-01#patroli`, `polsek-rekaan/2024-03-01#patroli`."
    )


def test_a_withdrawn_session_says_so_whichever_part_of_it_is_asked_for() -> None:
    found = made_up_archive()
    whole = show(found, "polsek-sukamaju/2024-02-02")
    assert whole.startswith("Sesi yang ditarik dari situs\n====")
    assert show(found, "polsek-sukamaju/2024-02-02#apa-saja") == whole


SHOWN = """\
Jumat Curhat di Desa Rekaan Jaya
================================
polsek-rekaan/2024-03-01
Jumat, 1 Maret 2024. Polsek Rekaan.
Keadaan per 1 Juni 2024

polsek-rekaan/2024-03-01#patroli
  Permintaan [Tidak diketahui] [Jauh lewat tenggat]
  Warga berharap patroli ditingkatkan.
  Tema: Patroli.

  Jawaban di tempat:
    Jawaban di tempat tidak dicatat.

  Janji dan tenggat:
    Dijanjikan paling lambat 1 April 2024.

  Yang terjadi sesudahnya:
    Kata polisi, 20 Maret 2024: Polsek Rekaan melaporkan tindakan.
      Patroli malam dilakukan tiga kali.
    Lewat tenggat, sejak 2 April 2024: Tenggat 1 April 2024 lewat, dan urusannya
    belum berakhir.

  Artinya: Yang terakhir diketahui: dikerjakan. Kabar terakhirnya pada 20 Maret
           2024. Sesudah itu lebih dari delapan minggu tidak ada kabar, jadi
           keadaannya sekarang tidak diketahui.
  Berikutnya: Polsek Rekaan perlu memberi kabar keadaannya sekarang. Seharusnya
              paling lambat 1 April 2024, hari yang dijanjikan; hari itu sudah
              lewat.
"""


def test_show_tells_the_story_of_a_concern_line_by_line(tmp_path: Path) -> None:
    assert show(build(tmp_path), "2024-03-01#patroli") == SHOWN.rstrip("\n")


def test_show_tells_what_a_unit_is_and_owes(tmp_path: Path) -> None:
    said = show(build(tmp_path), "polsek-rekaan")
    assert said.startswith(
        "Polsek Rekaan\n=============\npolsek-rekaan\n"
        "Di bawah Polres Contoh, Polda Contoh, Mabes Contoh.\n"
        "Keadaan per 1 Juni 2024: Polsek Rekaan\n1 sesi.\n\nTercatat 2 hal"
    )
    assert "Yang masih ditunggu: 2, yang paling lama di atas" in said


# How text is set.


@pytest.mark.parametrize("width", [1, 40, 60, 80, 100, 500])
def test_no_line_is_wider_than_there_is_room_unless_a_word_is(width: int) -> None:
    found = made_up_archive()
    room = min(max(width, 40), 100)
    said = "\n".join(show(found, one, width) for one in found.records.sessions)
    wide = [line for line in said.splitlines() if len(line) > room]
    assert [line for line in wide if len(line.split()) > 1] == []
    assert any(len(line) > room * 3 / 4 for line in said.splitlines())
    assert not any(line != line.rstrip() for line in said.splitlines())


def test_an_id_stays_whole_so_that_it_can_be_copied() -> None:
    identity = f"{'a' * 60}/{'b' * 60}#{'c' * 60}"
    assert typeset([Line(f"Lihat {identity} juga", 1)], 40).splitlines()[1] == f"  {identity}"


def test_the_words_of_a_badge_stay_together() -> None:
    found = made_up_archive()
    words = {badge for one in every_matter() for badge in _words(one[0], found)}
    assert any(" " in one for one in words)
    for width in range(40, 100, 7):
        said = "".join(show(found, one, width) for one in found.records.sessions)
        short = [one for one in words if len(one) <= LONGEST_WHOLE]
        assert [one for one in short if f"[{one}]" not in said] == []


def _words(matter: Matter, found: Archive) -> Iterator[str]:
    made = card.entry(matter, found, {}, corrected=False).card
    return (badge.word for badge in (made.badge, *made.marks)) if made else iter(())


def test_no_empty_lines_follow_each_other() -> None:
    found = made_up_archive()
    for one in (*found.records.sessions, *found.records.registries.units):
        assert "\n\n\n" not in show(found, one)


# For scripts: keys that stay.


OWING_KEYS = ["as_of", "unit", "unit_name", "only", "counts", "lists", "owed", "unreported"]
COUNT_KEYS = [
    *("asked", "claimed", "confirmed", "answered", "refused", "open", "outside"),
    *("no_word", "in_hand", "unknown", "overdue", "disputed", "with_word"),
]
CONCERN_KEYS = [
    *("id", "session", "units", "awaited_from", "address", "kind", "label", "withheld", "text"),
    *("status", "status_words", "family", "lists", "since", "asks", "owes_word"),
    *("deadline", "deadline_basis", "overdue", "far_overdue", "put_off", "crossings"),
    *("disputed", "first_word", "ended", "merged_into", "meaning", "next"),
]
STORY_KEYS = ["answers", "promise", "history"]
SESSION_KEYS = [
    *("as_of", "type", "id", "units", "programme", "title", "date", "address"),
    *("summary", "counts", "concerns"),
]
STEP_KEYS = [
    *("date", "mark", "event", "status", "counts", "deadline", "outcome", "session", "sentence"),
]


def test_the_keys_of_what_is_owed_stay(kabar: Kabar, project: Path) -> None:
    small_archive.write(project, by_name({"sessions/lama": session("2024-02-02", "")}))
    found = json.loads(kabar("status", "--format", "json").out)
    assert list(found) == OWING_KEYS
    assert list(found["counts"]) == COUNT_KEYS
    assert list(found["lists"]) == [board.value for board in Board]
    assert [list(one) for one in found["owed"]] == [CONCERN_KEYS, CONCERN_KEYS]
    assert found["unreported"] == [
        {"id": "polsek-rekaan/lama", "units": ["polsek-rekaan"], "date": "2024-02-02"}
    ]
    assert found["as_of"] == "2024-06-01"
    assert found["owed"][0]["id"] == "polsek-rekaan/2024-03-01#patroli"
    assert found["owed"][0]["deadline"] == "2024-04-01"
    assert found["owed"][0]["crossings"] == ["2024-04-02"]
    assert (found["unit"], found["only"]) == (None, [])


@pytest.mark.usefixtures("project")
def test_the_keys_of_a_story_stay(kabar: Kabar) -> None:
    concern_ = json.loads(kabar("show", "2024-03-01#patroli", "--format", "json").out)
    assert list(concern_) == ["as_of", "type", *CONCERN_KEYS, *STORY_KEYS]
    assert [list(one) for one in concern_["history"]] == [STEP_KEYS] * 3
    assert list(concern_["promise"]) == ["deadline", "recurrence", "words"]
    assert list(concern_["next"]) == ["who", "what", "by_when", "residents"]
    session_ = json.loads(kabar("show", "polsek-rekaan/2024-03-01", "--format", "json").out)
    assert list(session_) == SESSION_KEYS
    assert session_["concerns"][0] == {
        key: value for key, value in concern_.items() if key not in ("as_of", "type")
    }
    unit = json.loads(kabar("show", "polsek-rekaan", "--format", "json").out)
    assert list(unit) == OWING_KEYS
    assert (unit["unit"], unit["unit_name"]) == ("polsek-rekaan", "Polsek Rekaan")


def test_of_what_was_withdrawn_only_the_id_is_left() -> None:
    found = made_up_archive()
    gone = [one for one in found.matters.values() if isinstance(one.concern, WithdrawnConcern)]
    assert gone
    for one in (*gone, found.records.sessions["polsek-sukamaju/2024-02-02"]):
        assert not isinstance(one, Session)
        assert list(printout.story_data(one, found)) == ["as_of", "type", "id", "withdrawn"]


def test_answers_are_told_with_who_gave_them() -> None:
    found = made_up_archive()
    told = printout.story_data(found.matters["polsek-sukamaju/2024-03-01#pupuk"], found)
    assert told["answers"] == [
        {
            "kind": "rujukan",
            "by": None,
            "partners": ["Dinas Pertanian Kabupaten Rekaan"],
            "text": "Akan disampaikan kepada Dinas Pertanian.",
            "check_again": "2024-03-29",
        }
    ]


def test_every_key_is_explained_where_programmers_look() -> None:
    explained = data.__doc__ or ""
    keys = {*OWING_KEYS, *COUNT_KEYS, *CONCERN_KEYS, *STORY_KEYS, *SESSION_KEYS, *STEP_KEYS}
    assert [key for key in keys if key not in re.findall(r"\w+", explained)] == []


def test_an_unknown_date_is_null_and_a_vague_one_stays_vague() -> None:
    found = made_up_archive()
    dates = {one.id: printout.story_data(one, found)["date"] for one in found.sessions}
    assert dates["polres-rekaan/tanpa-tanggal"] is None
    assert dates["polsek-sukamaju/2024-03-01"] == "2024-03-01"


# The commands.


@pytest.mark.usefixtures("project")
def test_the_commands_print_what_the_library_says(kabar: Kabar, tmp_path: Path) -> None:
    found = build(tmp_path)
    assert kabar("status") == Said(0, f"{status(found)}\n", "")
    assert kabar("status", "--overdue").out == f"{status(found, only=Only(overdue=True))}\n"
    assert kabar("status", "--owed").out == f"{status(found, only=Only(owed=True))}\n"
    assert kabar("status", "--unit", "polres-contoh").out == f"{status(found, 'polres-contoh')}\n"
    for name in ("polsek-rekaan", "polsek-rekaan/2024-03-01", "2024-03-01#patroli"):
        assert kabar("show", name) == Said(0, f"{show(found, name)}\n", "")


def test_all_are_printed_when_all_are_asked_for(project: Path, kabar: Kabar) -> None:
    small_archive.write(project, many(30))
    assert kabar("status").out.count("[Belum ada kabar]") < 30
    assert kabar("status", "--all").out.count("[Belum ada kabar]") > 30
    assert len(json.loads(kabar("status", "--format", "json").out)["owed"]) == 32


@pytest.mark.usefixtures("project")
def test_another_day_may_be_asked_for(kabar: Kabar) -> None:
    early = kabar("status", "--as-of", "2024-03-25").out
    assert early.startswith("Keadaan per 25 Maret 2024\n")
    assert "#patroli" not in early
    assert "Keadaan per 25 Maret 2024" in kabar("show", "2024-03-01", "--as-of", "2024-03-25").out


@pytest.mark.usefixtures("project")
def test_a_narrow_terminal_gets_narrow_lines(kabar: Kabar, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COLUMNS", "50")
    assert max(map(len, kabar("status").out.splitlines())) <= 50


@pytest.mark.parametrize(
    "command", [["status"], ["show", "2024-03-01"], ["status", "--format", "json"]]
)
def test_broken_records_are_told_as_check_tells_them(
    project: Path, kabar: Kabar, command: list[str]
) -> None:
    broken = small_archive.SESSION.replace("program: jumat-curhat", "program: jumat-curhatt")
    small_archive.write(project, {"sessions/polsek-rekaan/2024-05-03.yml": broken})
    checked = kabar("check")
    assert "jumat-curhatt" in checked.out
    assert kabar(*command) == Said(1, "", checked.out)


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (
            ["status", "--unit", "polsek-rekan"],
            "Tidak ada satuan `polsek-rekan`. Maksud Anda `polsek-r",
        ),
        (["status", "--unit", "xyzzy"], "Tidak ada satuan `xyzzy`."),
        (["status", "--overdu"], "Maksud Anda `--overdue`, `--owed`?"),
        (["status", "--format", "xml"], "--format: pilih salah satu: text, json"),
        (["status", "--as-of", "8/11/2024"], "2024-11-08"),
        (["show"], "ID belum disebut."),
        (["show", "2024-03-01#patrol"], "Maksud Anda `polsek-rekaan/2024-03-01#patroli`"),
        (["show", "xyzzy"], "Id yang ada terlihat di kabar status dan di alamat situs."),
        (["sho"], "Maksud Anda `show`"),
    ],
)
@pytest.mark.usefixtures("project")
def test_wrong_use_is_explained_and_ends_with_2(
    kabar: Kabar, arguments: list[str], said: str
) -> None:
    found = kabar(*arguments)
    assert (found.code, found.out) == (2, "")
    assert said in found.err


@pytest.mark.usefixtures("project")
def test_english_is_there_for_the_asking(kabar: Kabar) -> None:
    owed = kabar("--lang", "en", "status").out
    assert owed.startswith("As of 1 Juni 2024\n")
    assert "Still awaited: 2, longest first" in owed
    assert "For the whole story: kabar show" in owed
    told = one_line(kabar("--lang", "en", "show", "2024-03-01#patroli").out)
    assert "Meaning: Yang terakhir diketahui" in told  # as residents read it
    assert "Next: Polsek Rekaan perlu" in told
    wrong = kabar("--lang", "en", "show", "2024-03-01#patrol").err
    assert "Did you mean `polsek-rekaan/2024-03-01#patroli`" in wrong


@pytest.mark.parametrize("command", ["status", "show"])
def test_help_is_in_the_language_asked_for(kabar: Kabar, command: str) -> None:
    assert f"Cara pakai: kabar {command}" in kabar(command, "--help").out
    english = kabar("--lang", "en", command, "--help").out
    assert f"Usage: kabar {command}" in english
    assert "satuan" not in english.casefold().replace("polsek", "")
