"""Lists and indexes: what stands on them, in which order, and what never does."""

import re
from datetime import date, timedelta
from itertools import combinations
from pathlib import Path

import pytest
from expected_pages import compare, made_up_archive
from pydantic import TypeAdapter
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
from small_archive import TODAY, build

from generator import urls
from generator.archive import Archive
from generator.figures import Tally
from generator.model import OfficialChannel
from generator.views.channels import link
from generator.views.paging import count, paging, piece
from generator.views.standing import standing

UNIT = urls.unit("polsek-rekaan")


def weeks(count_: int) -> dict[str, str]:
    """So many sessions of one unit, a week apart, the last on 31 May 2024."""
    days = (date(2024, 5, 31) - timedelta(weeks=number) for number in range(count_))
    return by_name({f"sessions/{day}": session(str(day)) for day in days})


# Pages of a list


@pytest.mark.parametrize(
    ("length", "sizes"),
    [(0, [0]), (1, [1]), (50, [50]), (51, [50, 1]), (100, [50, 50]), (101, [50, 50, 1])],
)
def test_a_list_is_cut_into_pages_of_fifty(tmp_path: Path, length: int, sizes: list[int]) -> None:
    found = site(build(tmp_path, weeks(length)))
    addresses = [urls.part(urls.SESSIONS, number) for number in range(1, len(sizes) + 1)]
    assert [len(entries(found[address])) for address in addresses] == sizes
    assert urls.part(urls.SESSIONS, len(sizes) + 1) not in found


def test_pages_of_a_list_lead_to_each_other(tmp_path: Path) -> None:
    found = site(build(tmp_path, weeks(101)))
    first, second, third = (found[urls.part(urls.SESSIONS, number)] for number in (1, 2, 3))
    assert "../sesi/halaman/2/" in links(first)
    assert 'rel="prev"' not in first
    assert {"../../../sesi/", "../../../sesi/halaman/3/"} <= set(links(second))
    assert 'rel="next"' not in third
    assert "Halaman 2 dari 3" in text(second)
    assert 'aria-current="page"><span class="kb-hidden">Halaman </span>2<' in second


def test_ways_to_other_pages_stay_few_however_long_the_list_is() -> None:
    shown = [(one.number, one.gap) for one in paging("sesi/", 500, 1_000).links]
    assert shown == [(1, False), (499, True), (500, False), (501, False), (1000, True)]
    assert paging("sesi/", 1, 1).links == ()
    assert [one.number for one in paging("sesi/", 1, 3).links] == [1, 2, 3]
    assert not any(one.gap for one in paging("sesi/", 1, 3).links)


def test_lists_side_by_side_take_as_many_pages_as_the_longest() -> None:
    assert count((0, 50), (0, 10)) == 1
    assert count((51, 50), (10, 10)) == 2
    assert count((50, 50), (31, 10)) == 4
    assert list(piece(range(31), 4, 10)) == [30]
    assert list(piece(range(31), 5, 10)) == []


# Sessions


def test_sessions_are_newest_first_and_undated_ones_last(tmp_path: Path) -> None:
    files = by_name(
        {
            "sessions/a": session("tidak diketahui", village="Tanpa Tanggal"),
            "sessions/b": session("2024-03-01", village="Pagi", more="waktu: 09.00\n"),
            "sessions/c": session("2024-03-01", village="Malam", more="waktu: 19.00\n"),
            "sessions/d": session("2024-05-01", village="Terbaru"),
            "sessions/e": session("2023-12", village="Bulan"),
        }
    )
    listed = entries(html_at(build(tmp_path, files), urls.SESSIONS))
    wanted = ["Terbaru", "Malam", "Pagi", "Bulan", "Tanpa Tanggal"]
    assert [f"di Desa {place}" in one for place, one in zip(wanted, listed, strict=True)] == [
        True
    ] * 5
    assert "Tanggal tidak diketahui" in listed[-1]


TWO = concern("satu") + concern("dua").lstrip("\n")
THANKS = "\n  - id: terima-kasih\n    jenis: apresiasi\n    isi: Terima kasih.\n"
LATE = concern("dua", more="janji:\n  tenggat: 2024-03-20").lstrip("\n")
DONE = {
    "outcomes/kabar": outcome("sesi#satu", "2024-03-10"),
    "outcomes/kabar-2": outcome("sesi#dua", "2024-03-10"),
}


@pytest.mark.parametrize(
    ("concerns", "more", "outcomes", "said"),
    [
        ("nihil", "", {}, "Nihil: tidak ada yang menyampaikan masukan"),
        ("tidak dibuka", "", {}, "Tidak dibuka: warga tidak ditanya"),
        ("tidak dirinci", "", {}, "Tidak dirinci: sumbernya tidak menyebut isi masukan"),
        ("", "", {}, "Laporannya belum terbit"),
        (concern("satu"), "", {}, "1 masukan tertulis; belum ada kabar"),
        (TWO, "", {}, "2 masukan tertulis; belum ada kabar"),
        (TWO, "", dict(list(DONE.items())[:1]), "2 masukan tertulis; 1 belum ada kabar"),
        (TWO, "", DONE, "2 masukan tertulis; kabar untuk semuanya"),
        (concern("satu"), "", dict(list(DONE.items())[:1]), "1 masukan tertulis; sudah ada kabar"),
        (TWO, "masukan_diterima: 2\n", DONE, "2 masukan; kabar untuk semuanya"),
        (
            concern("satu") + LATE,
            "",
            {},
            "2 masukan tertulis; belum ada kabar, 1 lewat tenggat",
        ),
        (
            "nihil",
            "komitmen:\n  - id: janji\n    isi: Datang lagi.\n    janji: {tenggat: 2024-03-20}\n",
            {},
            "masukan; 1 janji, 1 lewat tenggat",
        ),
        (TWO, "masukan_diterima: 1.200\n", {}, "2 dari 1.200 masukan ditulis di sini; belum"),
        (THANKS, "", {}, "1 ucapan terima kasih"),
        (
            "nihil",
            "komitmen:\n  - id: janji\n    isi: Datang lagi.\n",
            {},
            "tidak ada yang menyampaikan masukan; 1 janji",
        ),
    ],
)
def test_an_entry_says_what_came_of_the_session(
    tmp_path: Path, concerns: str, more: str, outcomes: dict[str, str], said: str
) -> None:
    files = by_name({"sessions/sesi": session("2024-03-01", concerns, more=more), **outcomes})
    (entry,) = entries(html_at(build(tmp_path, files), urls.SESSIONS))
    assert said in entry
    assert "Jumat Curhat di Desa Rekaan Jaya" in entry
    assert "1 Maret 2024" in entry
    assert "Polsek Rekaan" in entry


# Report-backs


def test_reports_are_newest_first_each_with_its_concern_as_it_stands_now(tmp_path: Path) -> None:
    files = by_name(
        {
            "sessions/sesi": session("2024-03-01", concern("satu", "Lampu jalan mati.")),
            "outcomes/a": outcome("sesi#satu", "2024-03-10"),
            "outcomes/b": outcome("sesi#satu", "2024-03-20", "selesai"),
        }
    )
    newest, oldest = entries(html_at(build(tmp_path, files), urls.REPORTS))
    assert "20 Maret 2024" in newest
    assert "Polsek Rekaan menyatakan ini selesai." in newest
    assert "Petugas mencatat selesai." in newest
    assert "10 Maret 2024" in oldest
    for entry in (newest, oldest):
        assert "Lampu jalan mati. Selesai (klaim polisi)" in entry


def test_whose_word_it_is_is_said_before_the_word(tmp_path: Path) -> None:
    asked = "cara: kunjungan\nditanya: 3\n"
    files = by_name(
        {
            "sessions/sesi": session("2024-03-01", concern("satu")),
            "outcomes/a": outcome("sesi#satu", "2024-03-10", "selesai"),
            "outcomes/b": outcome("sesi#satu", "2024-03-20", "dibenarkan warga", asked),
            "outcomes/c": outcome("sesi#satu", "2024-03-05", more="oleh: Dinas Rekaan\n"),
        }
    )
    listed = entries(html_at(build(tmp_path, files), urls.REPORTS))
    assert ["Kata warga" in one for one in listed] == [True, False, False]
    assert ["Kata polisi" in one for one in listed] == [False, True, False]
    assert ["Kata mitra" in one for one in listed] == [False, False, True]


def test_a_report_on_many_concerns_names_a_few(tmp_path: Path) -> None:
    many = "".join(concern(f"hal-{number}").lstrip("\n") for number in range(7))
    answered = ", ".join(f"sesi#hal-{number}" for number in range(7))
    files = by_name(
        {
            "sessions/sesi": session("2024-03-01", f"\n{many}"),
            "outcomes/a": outcome(f"[{answered}]", "2024-03-10"),
        }
    )
    html = html_at(build(tmp_path, files), urls.REPORTS)
    assert len(re.findall(r'href="[^"]*#hal-\d', html)) == 5
    assert "dan 2 masukan lain" in html


SCOPED = """\
cakupan:
  program: jumat-curhat
  tema: [patroli]
  satuan: polsek-rekaan
tanggal: 2024-03-10
kejadian: dikerjakan
uraian: Patroli di seluruh kecamatan.
ukuran:
  - jumlah: 12
    berupa: kali patroli
sumber:
  - judul: Warta Rekaan
"""


@pytest.mark.parametrize(
    "address",
    [
        urls.REPORTS,
        UNIT,
        urls.unit("polres-contoh"),
        urls.theme("patroli"),
        urls.programme("jumat-curhat"),
    ],
)
def test_an_outcome_of_many_is_told_in_full_and_changes_no_status(
    tmp_path: Path, address: str
) -> None:
    files = by_name(
        {
            "sessions/sesi": session("2024-03-01", concern("satu", more="tema: [patroli]")),
            "outcomes/umum": SCOPED,
        }
    )
    html = html_at(build(tmp_path, files), address)
    told = next(one for one in entries(html) if "Patroli di seluruh kecamatan." in one)
    assert "Tidak terhubung ke satu masukan tertentu, jadi tidak mengubah status" in told
    assert "12 kali patroli" in told
    assert "Warta Rekaan" in told
    assert "Belum ada kabar" in html_at(build(tmp_path, files), urls.theme("patroli"))


def test_an_outcome_of_many_stays_on_the_pages_it_is_about(tmp_path: Path) -> None:
    found = site(build(tmp_path, by_name({"outcomes/umum": SCOPED})))
    shown = {address for address, html in found.items() if "Patroli di seluruh kecamatan." in html}
    assert shown == {
        urls.HOME,
        urls.REPORTS,
        UNIT,
        *map(urls.unit, ("polres-contoh", "polda-contoh", "mabes-contoh")),
        urls.theme("patroli"),
        urls.programme("jumat-curhat"),
    }


WITHDRAWN = "ditarik:\n  tanggal: 2024-05-01\n  alasan: privasi\n  dasar: Permintaan\n"


def test_nothing_is_left_of_what_was_withdrawn(tmp_path: Path) -> None:
    gone = (
        "\n  - id: gugur\n    ditarik: {tanggal: 2024-05-01, alasan: privasi, dasar: Permintaan}\n"
    )
    files = by_name(
        {
            "sessions/sesi": session("2024-03-01", gone, village="Rekaan Jaya"),
            "sessions/ditarik": WITHDRAWN,
            "outcomes/a": outcome("sesi#gugur", "2024-03-10", more="catatan: RAHASIA\n"),
            "outcomes/b": outcome("ditarik#apa", "2024-03-11", more="catatan: RAHASIA\n"),
            "outcomes/c": WITHDRAWN,
        }
    )
    found = site(build(tmp_path, files))
    del found[urls.session("polsek-rekaan/sesi")]
    led = links(found.pop(urls.WITHDRAWALS))
    assert "../sesi/polsek-rekaan/ditarik/" in led  # the one list of what is left
    assert not [one for one in led if "gugur" in one]
    assert entries(found[urls.REPORTS]) == []
    for address, html in found.items():
        assert "RAHASIA" not in html, address
        assert "Petugas mencatat" not in html, address
        assert "gugur" not in html, address
        assert address == urls.session("polsek-rekaan/ditarik") or "ditarik/" not in html, address
    assert "Masukannya ditarik" in found[urls.SESSIONS]


# Units


def test_the_index_of_units_shows_one_level_and_each_page_the_next(tmp_path: Path) -> None:
    found = site(build(tmp_path, weeks(3)))
    assert links(found[urls.UNITS]) == ["../satuan/polda-contoh/", "../satuan/mabes-contoh/"]
    assert "3 sesi (termasuk satuan di bawahnya)" in text(found[urls.UNITS])
    below = section(found[urls.unit("polda-contoh")], "satuan")
    assert links(below) == ["../../satuan/polres-contoh/"]
    assert "3 sesi" in text(below)
    assert urls.unit("polsek-khayal") not in found  # no record names it
    assert section(found[UNIT], "satuan") == ""


def test_units_and_areas_are_in_the_order_of_their_names_whatever_they_did(tmp_path: Path) -> None:
    files = weeks(3) | by_name(
        {"sessions/x": session("2024-05-01", unit="polsek-khayal")}, "polsek-khayal"
    )
    page = html_at(build(tmp_path, files), urls.unit("polres-contoh"))
    assert text(section(page, "satuan")).endswith("Polsek Khayal 1 sesi Polsek Rekaan 3 sesi")


def test_a_unit_page_says_what_the_unit_is(tmp_path: Path) -> None:
    channel = 'kanal_resmi:\n  - jenis: telepon\n    alamat: "110"\n    keterangan: bebas pulsa\n'
    files = weeks(1) | {
        "units/mabes-contoh.yml": f"nama: Mabes Contoh\ntingkat: mabes\nzona: WIB\n{channel}"
    }
    html = html_at(build(tmp_path, files), UNIT)
    assert "Satuan Mabes Contoh Polda Contoh Polres Contoh Polsek Rekaan" in text(html)
    assert "Kepolisian sektor (polsek) · 1 sesi" in text(html)
    about = section(html, "tentang")
    assert "Kecamatan Rekaan, Kabupaten Contoh, Provinsi Contoh" in text(about)
    assert "../../wilayah/kabupaten-contoh-rekaan/" in links(about)
    assert "Telepon 110 (bebas pulsa), saluran Mabes Contoh" in text(about)
    assert "tel:110" in links(about)


@pytest.mark.parametrize(
    ("kind", "address", "opens"),
    [
        ("telepon", "(021) 500-110", "tel:+6221500110"),
        ("telepon", "110", "tel:110"),
        ("WhatsApp", "110", ""),
        ("telepon", "javascript:alert(1)", ""),
        ("WhatsApp", "0812-3456-7890", "https://wa.me/6281234567890"),
        ("WhatsApp", "+62 812 3456 7890", "https://wa.me/6281234567890"),
        ("surel", "humas@contoh.go.id", "mailto:humas@contoh.go.id"),
        ("surel", "humas@contoh.go.id?bcc=x@y.z", ""),
        ("situs", "https://contoh.go.id/lapor", "https://contoh.go.id/lapor"),
        ("situs", "javascript:alert(1)", ""),
        ("akun", "@humascontoh", ""),
    ],
)
def test_only_a_plain_address_of_its_kind_can_be_pressed(
    kind: str, address: str, opens: str
) -> None:
    channel = TypeAdapter(OfficialChannel).validate_python({"jenis": kind, "alamat": address})
    assert link(channel) == opens


def test_what_is_owed_comes_oldest_first_and_overdue_before_undated_debts(tmp_path: Path) -> None:
    def due(day: str) -> str:
        return f"janji:\n  tenggat: {day}"

    files = by_name(
        {
            "sessions/baru": session(
                "2024-03-01",
                concern("a", "Tanpa tenggat.") + concern("b", "Lewat Mei.", due("2024-05-01"))[1:],
            ),
            "sessions/lama": session("2024-02-01", concern("c", "Lewat April.", due("2024-04-01"))),
            "sessions/nanti": session(
                "2024-02-02", concern("d", "Belum lewat.", due("2024-07-01"))
            ),
        }
    )
    found = build(tmp_path, files)
    for address in (UNIT, urls.unit("polda-contoh"), urls.HOME):
        owed = entries(section(html_at(found, address), "ditunggu"))
        assert [one.split(".")[0] for one in owed] == [
            "Lewat April",
            "Lewat Mei",
            "Belum lewat",
            "Tanpa tenggat",
        ]


def test_a_unit_page_names_ten_debts_and_says_how_many_more_there_are(tmp_path: Path) -> None:
    many = "".join(concern(f"hal-{number}").lstrip("\n") for number in range(13))
    html = html_at(
        build(tmp_path, by_name({"sessions/sesi": session("2024-03-01", f"\n{many}")})), UNIT
    )
    assert len(entries(section(html, "ditunggu"))) == 10
    assert "Masih ada 3 lagi yang ditunggu." in html


def test_a_unit_lists_its_own_sessions_in_full_and_the_newest_of_those_below(
    tmp_path: Path,
) -> None:
    found = site(build(tmp_path, weeks(31)))
    own = [found[urls.part(UNIT, number)] for number in (1, 2, 3)]
    assert [len(entries(section(page, "sesi"))) for page in own] == [15, 15, 1]
    above = found[urls.unit("polres-contoh")]
    assert section(above, "sesi") == ""
    assert len(entries(section(above, "terbaru"))) == 5
    assert "31 sesi" in text(above)


def test_what_a_unit_held_itself_is_not_told_as_news_from_below(tmp_path: Path) -> None:
    files = by_name(
        {"sessions/a": session("2024-05-01", unit="polres-contoh")}, "polres-contoh"
    ) | (
        by_name(
            {
                "sessions/b": session("2024-05-02", village="Bawah"),
                "sessions/d": session("2024-06-07", "", village="Nanti"),
                "sessions/c": session(
                    "2024-05-03", unit="[polsek-rekaan, polres-contoh]", village="Bersama"
                ),
            }
        )
    )
    html = html_at(build(tmp_path, files), urls.unit("polres-contoh"))
    assert [re.findall(r"Desa \w+", one) for one in entries(section(html, "sesi"))] == [
        ["Desa Bersama"],
        ["Desa Rekaan"],
    ]
    below = entries(section(html, "terbaru"))
    assert len(below) == 1
    assert "Desa Bawah" in below[0]
    assert "Polsek Rekaan dan Polres Contoh" in text(html)


def test_the_second_page_of_a_unit_only_goes_on_with_its_lists(tmp_path: Path) -> None:
    html = html_at(build(tmp_path, weeks(31)), urls.part(UNIT, 2))
    assert "Halaman 2 dari 3" in text(html)
    for anchor in ("keadaan", "ditunggu", "tentang"):
        assert f'id="{anchor}"' not in html


def test_sessions_without_a_report_and_sessions_to_come_stand_on_the_units_page(
    tmp_path: Path,
) -> None:
    files = by_name(
        {
            "sessions/lewat": session("2024-05-01", "", village="Lewat"),
            "sessions/nanti": session("2024-06-07", "", more="waktu: 19.30\n", village="Nanti"),
        }
    )
    html = html_at(build(tmp_path, files), UNIT)
    owed = text(section(html, "ditunggu"))
    assert "Laporan sesi yang belum terbit" in owed
    assert "Desa Lewat" in owed
    ahead = text(section(html, "jadwal"))
    assert "Jumat, 7 Juni 2024, pukul 19.30 WIB" in ahead
    assert "Desa Nanti" in ahead


# Figures


def test_families_are_never_added_together(tmp_path: Path) -> None:
    """Every sum of two or more families would be a number of its own; none is on any page."""
    families = {
        "dijawab": 5,
        "selesai": 11,
        "dibenarkan warga": 23,
        "tidak dipenuhi": 47,
        None: 97,
    }
    found = site(build(tmp_path, _families(families)))
    total = sum(families.values())
    sums = {
        sum(chosen)
        for size in range(2, len(families) + 1)
        for chosen in combinations(families.values(), size)
    } - {total}
    counted = 0
    for address, html in found.items():
        if not re.match(r"(satuan/|angka/|$)", address):
            continue
        said = re.sub(r'<li class="kb-(?:entry|line|report).*?</li>', "", html, flags=re.DOTALL)
        counts = re.sub(r"\d+ persen", "", text(said))
        numbers = {int(found_) for found_ in re.findall(r"\b\d+\b", counts)}
        assert numbers & sums == set(), address
        counted += set(families.values()) <= numbers
    assert counted == 6  # the home page, the page of numbers, and each unit in the line


def _families(families: dict[str | None, int]) -> dict[str, str]:
    records, listed = {}, []
    more = {
        "dibenarkan warga": "cara: kunjungan\nditanya: 2\n",
        "tidak dipenuhi": "alasan: anggaran\nlangkah_warga: Usulkan lagi.\n",
    }
    for event, size in families.items():
        names = [f"{(event or 'terbuka').replace(' ', '-')}-{number}" for number in range(size)]
        listed += [concern(name).lstrip("\n") for name in names]
        if event:
            answered = ", ".join(f"sesi#{name}" for name in names)
            records[f"outcomes/{event.replace(' ', '-')}"] = outcome(
                f"[{answered}]", "2024-03-10", event, more.get(event, "")
            )
    # Else all that ended would be just those there was word about.
    records["outcomes/mulai"] = outcome("[sesi#terbuka-0, sesi#terbuka-1]", "2024-03-10")
    return by_name({"sessions/sesi": session("2024-03-01", "\n" + "".join(listed)), **records})


def test_lists_and_the_home_page_say_nothing_in_shares() -> None:
    """Where there are shares, on the page of numbers, units' and areas', test_charts looks on."""
    for address, html in site(made_up_archive()).items():
        assert "%" not in text(html), address
        if not address.startswith((urls.FIGURES, urls.UNITS, urls.AREAS)):
            assert "persen" not in text(html), address


def test_a_number_never_stands_without_what_it_means() -> None:
    for tally in (Tally(), Tally(asked=9, claimed=1, confirmed=2, answered=3, refused=1, open=2)):
        for line in standing(tally).lines:
            assert len(line.meaning.split()) > 2
            assert line.label
            assert line.explained.startswith(urls.HOW_TO_READ)


def test_what_is_open_says_what_it_waits_for() -> None:
    *_ended, still_open = standing(Tally(asked=9, open=9, no_word=4, overdue=3, unknown=2)).lines
    assert still_open.details == (
        "di antaranya 4 belum ada kabar hasilnya, 3 lewat tenggat, dan 2 lama tanpa kabar baru"
    )


def test_claims_and_what_residents_confirmed_stand_apart() -> None:
    lines = {line.label: line for line in standing(Tally(asked=5, claimed=3, confirmed=2)).lines}
    assert lines["Selesai (klaim polisi)"].count == "3"
    assert lines["Selesai (dibenarkan warga)"].count == "2"
    assert lines["Selesai (klaim polisi)"].tone != lines["Selesai (dibenarkan warga)"].tone


def test_what_is_not_counted_is_said_beside_the_count() -> None:
    said = standing(Tally(asked=1, open=1, outside=4)).outside
    assert "ada 4 lagi" in said
    assert standing(Tally(asked=1, open=1)).outside == ""
    thanked = standing(Tally(outside=1), thanks=1)
    assert thanked.outside == "Ada 1 ucapan terima kasih; itu tidak dihitung."
    assert "tercatat" not in thanked.asked


# Areas


def test_areas_lead_from_the_province_to_the_village(tmp_path: Path) -> None:
    found = site(build(tmp_path, weeks(2)))
    line = (
        (urls.AREAS, "provinsi-provinsi-contoh"),
        (urls.area("provinsi-provinsi-contoh"), "kabupaten-contoh"),
        (urls.area("kabupaten-contoh"), "kabupaten-contoh-rekaan"),
        (urls.area("kabupaten-contoh-rekaan"), "kabupaten-contoh-rekaan-rekaan-jaya"),
    )
    for address, below in line:
        assert f"{'../' * address.count('/')}{urls.area(below)}" in links(found[address])
    village = found[urls.area("kabupaten-contoh-rekaan-rekaan-jaya")]
    assert text(village).startswith(
        "Wilayah Provinsi Contoh Kabupaten Contoh Kecamatan Rekaan Desa"
    )
    assert "../../satuan/polsek-rekaan/" in links(village)
    assert len(entries(section(village, "sesi"))) == 2


def test_a_village_shows_what_was_said_there_and_what_came_of_it(tmp_path: Path) -> None:
    files = by_name(
        {
            "sessions/sesi": session("2024-03-01", concern("satu", "Lampu jalan mati.")),
            "outcomes/a": outcome("sesi#satu", "2024-03-10", "selesai"),
            "sessions/lain": session(
                "2024-03-08", concern("dua", "Di tempat lain."), village="Jauh"
            ),
        }
    )
    html = html_at(build(tmp_path, files), urls.area("kabupaten-contoh-rekaan-rekaan-jaya"))
    assert "Lampu jalan mati. Selesai (klaim polisi)" in text(section(html, "masukan"))
    assert "Di tempat lain." not in html


def test_what_is_known_of_no_village_stands_in_full_on_the_district(tmp_path: Path) -> None:
    unknown = session("2024-03-01", concern("satu", "Desanya tidak disebut.")).replace(
        "desa: Rekaan Jaya", "nama: Balai Kecamatan"
    )
    files = weeks(1) | by_name({"sessions/sesi": unknown})
    html = html_at(build(tmp_path, files), urls.area("kabupaten-contoh-rekaan"))
    assert "Desanya tidak disebut." in text(section(html, "masukan"))
    assert len(entries(section(html, "sesi"))) == 1
    assert len(entries(section(html, "sesi-terbaru"))) == 2


# Themes and programmes


def test_a_theme_shows_its_synonyms_and_its_concerns_newest_first(tmp_path: Path) -> None:
    files = by_name(
        {
            f"sessions/{day}": session(day, concern("x", f"Gelap {day}.", "tema: [lampu-jalan]"))
            for day in ("2024-03-01", "2024-04-05", "2024-03-15")
        }
        | {"sessions/obrolan": session("2024-01-05", "tidak dirinci", more="tema: [lampu-jalan]\n")}
    )
    html = html_at(build(tmp_path, files), urls.theme("lampu-jalan"))
    assert "Kata yang sering dipakai saat mencari: gelap." in text(html)
    days = re.findall(r"Gelap (\S+)\.", text(section(html, "masukan")))
    assert days == ["2024-04-05", "2024-03-15", "2024-03-01"]
    assert "Tidak dirinci" in text(section(html, "sesi"))


def test_the_words_of_a_sensitive_theme_are_on_no_page(tmp_path: Path) -> None:
    files = by_name(
        {"sessions/sesi": session("2024-03-01", concern("x", "RAHASIA.", "tema: [rumah-tangga]"))}
    )
    found = site(build(tmp_path, files))
    assert [address for address, html in found.items() if "RAHASIA" in html] == []
    theme = found[urls.theme("rumah-tangga")]
    assert "Isi masukan tentang ini tidak dimuat" in theme
    assert len(entries(theme)) == 1


def test_a_programme_names_the_rule_its_deadline_rests_on(tmp_path: Path) -> None:
    rules = (
        "nama: Jumat Curhat\nalias: [Ngobrol Jumat]\ninduk: lainnya\ntenggat_bawaan:\n"
        "  - {sejak: 2023-01-01, hari: 30, dasar: Perkap Rekaan 1/2023}\n"
        "  - {sejak: 2024-01-01, hari: 14, dasar: Perkap Rekaan 2/2024}\n"
    )
    found = build(tmp_path, weeks(1) | {"programs/jumat-curhat.yml": rules})
    said = text(html_at(found, urls.programme("jumat-curhat")))
    assert "Juga disebut Ngobrol Jumat" in said
    assert "Bagian dari Program lainnya" in said
    newer = "Untuk sesi sejak 1 Januari 2024: 14 hari sesudah sesi. Dasarnya: Perkap Rekaan 2/2024."
    assert newer in said
    assert said.index(newer) < said.index("30 hari sesudah sesi")
    assert "Mencakup Jumat Curhat" in text(html_at(found, urls.programme("lainnya")))


def test_a_programme_without_a_deadline_says_so(tmp_path: Path) -> None:
    html = html_at(build(tmp_path, weeks(1)), urls.programme("jumat-curhat"))
    assert "Program ini tidak menetapkan batas waktu." in text(html)


def test_themes_and_programmes_are_in_the_order_of_their_names(tmp_path: Path) -> None:
    found = build(tmp_path, weeks(1))
    assert text(html_at(found, urls.THEMES)).endswith(
        "Kekerasan dalam rumah tangga belum ada masukan Lampu jalan belum ada masukan "
        "Patroli belum ada masukan"
    )
    assert text(html_at(found, urls.PROGRAMMES)).endswith(
        "Jumat Curhat 1 sesi Problem Solving belum ada sesi Program lainnya belum ada sesi"
    )


# The schedule


def test_the_schedule_is_soonest_first_and_debts_longest_first(tmp_path: Path) -> None:
    days = ("2024-06-21", "2024-06-01", "2024-05-03", "2024-06-07", "2024-04-05")
    files = by_name({f"sessions/{day}": session(day, "") for day in days})
    html = html_at(build(tmp_path, files, TODAY), urls.SCHEDULE)

    def listed(anchor: str) -> list[str]:
        return re.findall(r'datetime="([^"]*)"', section(html, anchor))

    assert listed("berikutnya") == ["2024-06-01", "2024-06-07", "2024-06-21"]
    assert listed("laporan") == ["2024-04-05", "2024-05-03"]


def test_a_long_schedule_goes_on_on_further_pages(tmp_path: Path) -> None:
    days = [TODAY + timedelta(days=number) for number in range(26)]
    found = site(
        build(tmp_path, by_name({f"sessions/{day}": session(str(day), "") for day in days}))
    )
    sizes = [len(entries(found[urls.part(urls.SCHEDULE, number)])) for number in (1, 2)]
    assert sizes == [25, 1]


@pytest.mark.parametrize(
    "address", [urls.SESSIONS, urls.REPORTS, urls.UNITS, urls.AREAS, urls.SCHEDULE]
)
def test_an_empty_list_says_so(tmp_path: Path, address: str) -> None:
    found: Archive = build(tmp_path, {})
    assert "Belum ada" in text(html_at(found, address))
    assert set(all_pages(found)) >= {address}


# Whole pages


@pytest.mark.parametrize(
    ("name", "address"),
    [
        ("beranda", urls.HOME),
        ("sesi", urls.SESSIONS),
        ("kabar", urls.REPORTS),
        ("jadwal", urls.SCHEDULE),
        ("koreksi", urls.CORRECTIONS),
        ("penarikan", urls.WITHDRAWALS),
        ("satuan_polres-rekaan", urls.unit("polres-rekaan")),
        ("satuan_polsek-sukamaju", urls.unit("polsek-sukamaju")),
        ("wilayah_kabupaten-rekaan", urls.area("kabupaten-rekaan")),
        ("tema_knalpot-brong", urls.theme("knalpot-brong")),
        ("program_jumat-curhat", urls.programme("jumat-curhat")),
    ],
)
def test_the_whole_page_is_as_it_was_kept(
    name: str, address: str, pytestconfig: pytest.Config
) -> None:
    compare(pytestconfig, name, html_at(made_up_archive(), address))
