"""The sheet to ask residents with and the poster: all that is open or claimed, and nothing else."""

import re
from collections import Counter
from collections.abc import Iterable, Mapping
from datetime import date
from functools import cache
from pathlib import Path

import pytest
from expected_pages import made_up_archive
from site_pages import (
    all_pages,
    by_name,
    concern,
    html_at,
    html_of,
    links,
    outcome,
    session,
    site,
    text,
)
from small_archive import build

from generator import archive, records, urls
from generator.archive import Archive, Matter
from generator.areas import Area
from generator.demo import DAY, write_records
from generator.model import How
from generator.page import Page
from generator.qr import QUIET, qr
from generator.status import Status
from generator.views.halls import village_key

ROOT = Path(__file__).parents[1]
UNIT = "polsek-rekaan"
VILLAGE = village_key(Area("Provinsi Contoh", "Kabupaten Contoh", "Rekaan", "Rekaan Jaya").key)
ASKED_ABOUT = {
    *(Status.NO_WORD, Status.LOOKED_INTO, Status.IN_PROGRESS, Status.ONGOING),
    *(Status.HANDED_OVER, Status.PARTLY, Status.UNKNOWN),
    *(Status.CLAIMED, Status.ANSWERED),
}
CODE = re.compile(r"<code>([a-z0-9-]+/[a-z0-9-]+#[a-z0-9-]+)</code></p>")


@cache
def real_archive() -> Archive:
    return archive.build(records.read(ROOT, ROOT / "data").records, DAY)


@pytest.fixture(scope="module")
def big_archive(tmp_path_factory: pytest.TempPathFactory) -> Archive:
    """A made-up archive in which a sheet does not hold all there is to ask."""
    folder = tmp_path_factory.mktemp("besar")
    write_records(folder / "data", 200, seed=5)
    return archive.build(records.read(folder, folder / "data").records, DAY)


@pytest.fixture(params=["rekaan", "contoh", "besar"])
def found(request: pytest.FixtureRequest) -> Archive:
    if request.param == "besar":
        big: Archive = request.getfixturevalue("big_archive")
        return big
    return made_up_archive() if request.param == "rekaan" else real_archive()


def pages_of(found: Archive, template: str) -> dict[str, Page]:
    pages = all_pages(found)
    return {address: page for address, page in pages.items() if page.template == template}


def sheets(pages: Archive | Mapping[str, Page], key: str) -> list[str]:
    """The sheets of a unit or a village, as HTML, in their order."""
    pages = all_pages(pages) if isinstance(pages, Archive) else pages
    found: list[str] = []
    while (address := urls.part(urls.ask_back(key), len(found) + 1)) in pages:
        found.append(html_of(pages[address]))
    return found


def codes(htmls: Iterable[str]) -> list[str]:
    return [code for html in htmls for code in CODE.findall(html)]


def to_ask(matters: Iterable[Matter]) -> set[str]:
    return {one.id for one in matters if one.follow_up and one.follow_up.status in ASKED_ABOUT}


# What stands on a sheet


def test_a_unit_asks_about_all_that_is_open_or_claimed_and_nothing_else(found: Archive) -> None:
    pages, units = all_pages(found), {unit for one in found.sessions for unit in one.units}
    assert units
    for unit in units:
        own = [one for one in found.matters.values() if unit in one.session.units]
        asked = codes(sheets(pages, unit))
        assert Counter(asked) == Counter(to_ask(own)), unit


def test_a_village_asks_about_all_that_was_said_there(found: Archive) -> None:
    pages = all_pages(found)
    villages = [area for area in found.areas.values() if area.village]
    assert villages
    for area in villages:
        there = [one for one in found.matters.values() if area in found.areas_of[one.session.id]]
        assert Counter(codes(sheets(pages, village_key(area.key)))) == Counter(to_ask(there))


def test_every_hall_has_a_sheet_and_a_poster_and_nobody_else_has(found: Archive) -> None:
    units = {unit for one in found.sessions for unit in one.units}
    villages = {village_key(key) for key, area in found.areas.items() if area.village}
    first = re.compile(rf"(.+/)(?:{urls.PAGE_WORD}/\d+/)")
    with_sheet = {first.sub(r"\1", one) for one in pages_of(found, "sheet.html")}
    assert with_sheet == {urls.ask_back(key) for key in units | villages}
    assert set(pages_of(found, "poster.html")) == {urls.poster(key) for key in units | villages}


@pytest.mark.parametrize("key", ["wilayah", "kabupaten-contoh-rekaan-rekaan-jaya"])
def test_no_unit_takes_the_page_of_a_village_whatever_its_key(tmp_path: Path, key: str) -> None:
    unit = "nama: Polsek Contoh\ntingkat: polsek\ninduk: polres-contoh\nzona: WIB\n"
    files = by_name({"sessions/2024-03-01": session("2024-03-01", concern("lampu"))})
    files |= {
        f"units/{key}.yml": unit,
        f"sessions/{key}/2024-03-02.yml": session(
            "2024-03-02", concern("pos"), unit=key, village="Contoh Dua"
        ),
    }
    built = build(tmp_path, files)
    assert codes(sheets(built, key)) == [f"{key}/2024-03-02#pos"]
    assert codes(sheets(built, VILLAGE)) == [f"{UNIT}/2024-03-01#lampu"]


def test_promises_come_first_and_the_oldest_deadline_before_all(tmp_path: Path) -> None:
    day = "janji:\n  tenggat: {}"
    listed = (
        concern("tanpa-janji")
        + concern(
            "dirujuk",
            more="jawaban:\n  - jenis: rujukan\n    isi: Ke dinas.\n    mitra: [Dinas]\n"
            "    cek_lagi: 2024-03-15",
        )[1:]
        + concern("nanti", more=day.format("2024-09-01"))[1:]
        + concern("lewat", more=day.format("2024-04-01"))[1:]
        + concern("kata", more="janji:\n  kata: segera")[1:]
        + concern("klaim")[1:]
        + concern("klaim-lama")[1:]
    )
    files = by_name(
        {
            "sessions/2024-03-01": session("2024-03-01", listed),
            "outcomes/2024-05-20": outcome("2024-03-01#klaim", "2024-05-20", "selesai"),
            "outcomes/2024-05-10": outcome("2024-03-01#klaim-lama", "2024-05-10", "selesai"),
        }
    )
    asked = codes(sheets(build(tmp_path, files), UNIT))
    names = [one.partition("#")[2] for one in asked]
    promised, others = ["lewat", "nanti", "kata"], ["dirujuk", "tanpa-janji"]
    assert names == [*promised, *others, "klaim-lama", "klaim"]


def test_more_than_fifty_go_on_on_another_sheet(big_archive: Archive) -> None:
    pages = all_pages(big_archive)
    units = {unit for one in big_archive.sessions for unit in one.units}
    found = max((sheets(pages, unit) for unit in units), key=len)
    assert len(found) > 1
    assert [len(codes([html])) for html in found[:-1]] == [50] * (len(found) - 1)
    assert f"lembar 2 dari {len(found)}" in text(found[0])
    assert "Sisanya" not in text(found[-1])
    numbers = [int(n) for html in found for n in re.findall(r'kb-ask__number">(\d+)<', html)]
    assert numbers == list(range(1, len(numbers) + 1))


def test_each_question_can_be_answered_in_three_ways_and_leads_to_its_story(
    found: Archive,
) -> None:
    for address, page in pages_of(found, "sheet.html").items():
        html = html_of(page)
        asked = CODE.findall(html)
        for box in ("sudah", "belum", "tidak tahu"):
            assert html.count(f'<span class="kb-box">{box}</span>') == len(asked), address
        for code in asked:
            assert any(one.endswith(urls.concern(code)) for one in links(html)), code


def test_what_a_sheet_asks_for_is_what_a_record_of_it_needs(tmp_path: Path) -> None:
    html = html_at(build(tmp_path), urls.ask_back(UNIT))
    for way in How:
        assert f'<span class="kb-box">{way.value}</span>' in html
    for key in ("menjawab", "tanggal", "kejadian", "cara", "ditanya", "uraian"):
        assert f"<code>{key}</code>" in html
    for event in ("dibenarkan warga", "disanggah warga"):
        assert f"<code>{event}</code>" in html
    for line in ("Tanggal bertanya", "Berapa warga ditanya", "Ditanyakan oleh (jabatan)"):
        assert f"<dt>{line}</dt>" in html


def test_a_sheet_asks_for_no_residents_name(found: Archive) -> None:
    for page in pages_of(found, "sheet.html").values():
        html = html_of(page)
        blanks = re.findall(r"<dt>(.*?)</dt><dd></dd>", html)
        assert not [one for one in blanks if re.search(r"nama|NIK|alamat|telepon", one)]
        if blanks:
            assert "Jangan tulis nama warga" in text(html)


def test_claims_and_answers_stand_apart_and_are_not_counted_together(found: Archive) -> None:
    headings = {"Yang masih terbuka", "Yang dinyatakan selesai", "Yang sudah dijawab"}
    for page in pages_of(found, "sheet.html").values():
        parts = re.findall(r"<h2>(.*?)</h2>", html_of(page))[:-1]
        assert set(parts) <= headings
        assert len(parts) == len(set(parts))


# What is said of each


def test_a_question_tells_what_was_promised_and_what_was_claimed(tmp_path: Path) -> None:
    promised = concern(
        "lampu",
        "Lampu jalan mati.",
        "jawaban:\n  - jenis: komitmen\n    isi: Kapolsek akan menyurati PLN.\n"
        "janji:\n  tenggat: 2024-04-01",
    )
    files = by_name(
        {
            "sessions/2024-03-01": session("2024-03-01", promised + concern("pos")[1:]),
            "outcomes/2024-03-20": outcome("2024-03-01#lampu", "2024-03-20"),
            "outcomes/2024-03-21": outcome("2024-03-01#pos", "2024-03-21", "selesai"),
        }
    )
    said = text(html_at(build(tmp_path, files), urls.ask_back(UNIT)))
    assert "“Kapolsek akan menyurati PLN.” Dijanjikan paling lambat 1 April 2024." in said
    assert "20 Maret 2024: Polsek Rekaan melaporkan tindakan." in said
    assert "lewat tenggat sejak 2 April 2024" in said
    assert "Permintaan · 1 Maret 2024 · Desa Rekaan Jaya" in said
    assert "21 Maret 2024: Polsek Rekaan menyatakan ini selesai." in said
    assert "Benarkah ini sudah beres?" in said


@pytest.mark.parametrize(
    ("promise", "event", "question"),
    [
        ("", "", "Sudahkah ini dilakukan?"),
        ("janji:\n  berkala: setiap hari", "", "Masihkah ini dilakukan?"),
        ("", "selesai", "Benarkah ini sudah beres?"),
        ("", "dijawab", "Sudahkah ini terjawab dengan benar?"),
    ],
)
def test_the_question_fits_where_it_stands(
    tmp_path: Path, promise: str, event: str, question: str
) -> None:
    files = by_name({"sessions/2024-03-01": session("2024-03-01", concern("hal", more=promise))})
    if event:
        files |= by_name({"outcomes/2024-03-20": outcome("2024-03-01#hal", "2024-03-20", event)})
    assert question in text(html_at(build(tmp_path, files), urls.ask_back(UNIT)))


@pytest.mark.parametrize(
    ("concerns", "said"),
    [
        ("nihil", "Belum ada masukan atau janji yang tercatat di sini untuk Polsek Rekaan"),
        (concern("hal"), "tidak ada yang masih terbuka dan tidak ada klaim"),
    ],
)
def test_a_sheet_with_nothing_to_ask_says_so(tmp_path: Path, concerns: str, said: str) -> None:
    files = by_name({"sessions/2024-03-01": session("2024-03-01", concerns)})
    if concerns != "nihil":
        more = "alasan: anggaran\nlangkah_warga: Lapor ke balai desa.\n"
        refused = outcome("2024-03-01#hal", "2024-03-20", "tidak dipenuhi", more)
        files |= by_name({"outcomes/2024-03-20": refused})
    html = html_at(build(tmp_path, files), urls.ask_back(UNIT))
    assert said in text(html)
    assert "kb-box" not in html


# What is kept back


SECRET = "RAHASIA"
KEPT_BACK = {
    "sessions/2024-03-01": session(
        "2024-03-01",
        f"""
  - id: ditahan
    jenis: laporan
    tahan: privasi
    oleh: ketua {SECRET}
    lokasi: Dusun {SECRET}
    upaya_warga: {SECRET} satu.
    jawaban:
      - jenis: komitmen
        isi: {SECRET} dua.
    janji:
      kata: {SECRET} tiga
  - id: peka
    jenis: laporan
    tema: [rumah-tangga]
    oleh: ketua {SECRET}
    isi: {SECRET} empat.
    jawaban:
      - jenis: penjelasan
        isi: {SECRET} lima.
  - id: biasa
    jenis: permintaan
    isi: Lampu jalan mati.
""",
    ),
    "outcomes/2024-03-20": (
        "menjawab: 2024-03-01#ditahan\ntanggal: 2024-03-20\nkejadian: dikoordinasikan\n"
        f"mitra: [Lembaga {SECRET}]\nuraian: {SECRET} enam.\n"
    ),
}


def test_what_is_kept_back_stays_so_on_paper(tmp_path: Path) -> None:
    found = build(tmp_path, by_name(KEPT_BACK))
    for key in (UNIT, VILLAGE):
        page = all_pages(found)[urls.ask_back(key)]
        html = html_of(page)
        assert SECRET not in html + repr(page.view())
        assert set(CODE.findall(html)) == {
            f"{UNIT}/2024-03-01#{one}" for one in ("ditahan", "peka", "biasa")
        }
        assert html.count("Jangan ditanyakan di depan orang lain.") == 2


def test_a_wall_shows_nothing_of_what_is_kept_back_but_counts_it(tmp_path: Path) -> None:
    found = build(tmp_path, by_name(KEPT_BACK))
    for key in (UNIT, VILLAGE):
        page = all_pages(found)[urls.poster(key)]
        html = html_of(page)
        assert SECRET not in html + repr(page.view())
        assert "ditahan" not in html
        assert html.count('class="kb-told"') == 1
        assert "Masih ada 2 hal lain." in text(html)


def test_what_was_withdrawn_is_on_no_paper(tmp_path: Path) -> None:
    gone = "ditarik: {tanggal: 2024-05-01, alasan: privasi, dasar: UU 27/2022}"
    files = by_name(
        {
            "sessions/2024-03-01": session(
                "2024-03-01", f"\n  - id: hilang\n    {gone}\n" + concern("tetap")[1:]
            ),
            "sessions/2024-03-08": gone + "\n",
            "outcomes/2024-03-20": outcome("2024-03-01#hilang", "2024-03-20").replace(
                "Petugas mencatat", SECRET
            ),
            "outcomes/2024-03-21": gone + "\n",
        }
    )
    found = build(tmp_path, files)
    for key in (UNIT, VILLAGE):
        html = html_at(found, urls.ask_back(key)) + html_at(found, urls.poster(key))
        assert "hilang" not in html
        assert "2024-03-08" not in html
        assert SECRET not in html
        assert html.count("Warga minta patroli.") == 2


# The poster


def test_a_poster_shows_the_newest_that_fit_and_says_how_many_more_there_are(
    found: Archive,
) -> None:
    for address, page in pages_of(found, "poster.html").items():
        html = html_of(page)
        shown = html.count('class="kb-told"')
        counts = [int(one) for one in re.findall(r"<li><strong>([\d.]+)</strong>", html)]
        left = re.search(r"Masih ada (\d+) hal lain", text(html))
        assert shown + (int(left[1]) if left else 0) == sum(counts), address
        days = re.findall(r'kb-told__label">.*?datetime="(\d{4}-\d\d-\d\d)"', html)
        assert days == sorted(days, reverse=True)


def test_a_poster_tells_a_claim_from_what_residents_confirmed(tmp_path: Path) -> None:
    more = "cara: kunjungan\nditanya: 4\n"
    files = by_name(
        {
            "sessions/2024-03-01": session("2024-03-01", concern("satu") + concern("dua")[1:]),
            "outcomes/2024-03-20": outcome("2024-03-01#satu", "2024-03-20", "selesai"),
            "outcomes/2024-03-21": outcome(
                "2024-03-01#dua", "2024-03-21", "dibenarkan warga", more
            ),
        }
    )
    said = text(html_at(build(tmp_path, files), urls.poster(UNIT)))
    assert "1 Selesai (klaim polisi)" in said
    assert "1 Selesai (dibenarkan warga)" in said
    assert "perlu menanyakan kepada warga apakah ini benar sudah beres" in said
    for heading in ("Yang Anda sampaikan", "Yang dijanjikan", "Yang sudah dikerjakan"):
        assert said.count(heading) == 2
    assert said.count("Yang masih ditunggu") == 2
    assert "Yang masih ditunggu Tidak ada. Kalau ternyata belum beres" in said


def test_a_poster_says_of_which_day_it_is_true(found: Archive) -> None:
    for page in pages_of(found, "poster.html").values():
        assert "Keadaan per" in text(html_of(page))


# Ways there and back


def test_the_pages_of_a_unit_and_of_a_village_lead_to_their_sheet_and_poster(
    tmp_path: Path,
) -> None:
    pages = site(build(tmp_path))
    area = VILLAGE.removeprefix(urls.AREAS)
    for address, key in ((urls.unit(UNIT), UNIT), (urls.area(area), VILLAGE)):
        assert {f"../../{urls.ask_back(key)}", f"../../{urls.poster(key)}"} <= set(
            links(pages[address])
        )
    assert "Untuk dicetak" not in pages[urls.unit("polres-contoh")]


# The code


def test_a_code_is_a_square_of_dark_squares_inside_its_quiet_zone() -> None:
    code = qr("https://kabarbalik.example/satuan/polsek-rekaan/")
    drawn = re.findall(r"M(\d+) (\d+)\.5h(\d+)", code.path)
    assert "".join(f"M{x} {y}.5h{width}" for x, y, width in drawn) == code.path
    inside = range(QUIET, code.size - QUIET + 1)
    for x, y, width in drawn:
        assert int(x) in inside
        assert int(y) in inside
        assert int(x) + int(width) in inside
    assert (code.size - 2 * QUIET - 17) % 4 == 0


def test_a_longer_address_gets_a_bigger_code_and_one_too_long_none() -> None:
    sizes = [qr(f"https://kabarbalik.example/{'a' * length}").size for length in (1, 100, 500)]
    assert sizes == sorted(set(sizes))
    with pytest.raises(ValueError, match="large"):
        qr(f"https://kabarbalik.example/{'a' * 3000}")


def test_a_day_that_passes_without_an_event_changes_no_order(tmp_path: Path) -> None:
    found = build(tmp_path)
    later = archive.build(found.records, date(2024, 6, 2))
    assert codes(sheets(found, UNIT)) == codes(sheets(later, UNIT)) != []
