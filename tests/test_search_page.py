"""The search as a reader has it, in a real browser: what is found, how, and whom it asks."""

import gzip
import mimetypes
import re
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from urllib.parse import quote, urlsplit

import pytest
from playwright.sync_api import Browser, Page, Route, expect
from search_archive import search_archive
from site_pages import html_of

from generator import search, urls
from generator.archive import Archive
from generator.demo import DAY
from generator.views import catalogue

THEME = Path(__file__).parents[1] / "generator/theme"
HOST = "http://kabar.test"
BASE = "/a/b/"
PHONE = 360
WITHIN = 3
SETTLED = "() => /hasil|ketemu|bisa dimuat/.test(document.getElementById('_berapa').textContent)"
HARAPAN = "wilayah/kabupaten-harapan-baru"

QUERIES = (
    # words as they stand, and with what Indonesian puts before and behind them
    ("jembatan gantung", "sesi/polsek-kali-jernih/2025-02-07/#lampu"),
    ("penerangan jembatan", "sesi/polsek-kali-jernih/2025-02-07/#lampu"),
    ("lampunya tikungan", "sesi/polsek-kali-jernih/2025-02-07/#lampu"),
    ("sapi", "sesi/polsek-kali-jernih/2025-02-14/#sapi"),
    ("pencurian sapi", "sesi/polsek-kali-jernih/2025-02-14/#sapi"),
    ("mencuri sapi", "sesi/polsek-kali-jernih/2025-02-14/#sapi"),
    ("curi kebun tebu", "sesi/polsek-kali-jernih/2025-02-14/#sapi"),
    ("membeli pupuk", "sesi/polsek-kali-jernih/2025-02-14/#pupuk"),
    ("beli pupuk subsidi", "sesi/polsek-kali-jernih/2025-02-14/#pupuk"),
    ("kartu petani", "sesi/polsek-kali-jernih/2025-02-14/#pupuk"),
    ("bayi menangis", "sesi/polsek-kali-jernih/2025-02-21/#speaker"),
    ("benang layangan", "sesi/polsek-kali-jernih/2025-02-21/#layangan"),
    ("penyeberangan pesantren", "sesi/polsek-bukit-kemuning/2025-02-28/#zebra"),
    ("menyeberang zebra", "sesi/polsek-bukit-kemuning/2025-02-28/#zebra"),
    ("nelayan", "sesi/polsek-bukit-kemuning/2025-02-28/#perahu"),
    ("dirampas terminal", "sesi/polsek-kali-jernih/2025-02-07/#spion"),
    ("merampas tas pedagang", "sesi/polsek-kali-jernih/2025-02-07/#spion"),
    ("kecanduan menggadaikan", "sesi/polsek-bukit-kemuning/2024-05-17/#judol"),
    # words residents say, which no record may hold
    ("jambret", "tema/begal/"),
    ("knalpot racing", "tema/knalpot-brong/"),
    ("jambret pedagang", "sesi/polsek-kali-jernih/2025-02-07/#spion"),
    ("setrum ikan muara", "sesi/polsek-bukit-kemuning/2025-02-28/#perahu"),
    ("judol ponsel", "sesi/polsek-bukit-kemuning/2024-05-17/#judol"),
    ("knalpot bising sahur", "sesi/polsek-bukit-kemuning/2024-05-17/#knalpot"),
    ("sound horeg", "tema/keramaian/"),
    ("maling ayam", "tema/pencurian/"),
    ("pinjol", "tema/penipuan/"),
    # places and units
    ("sumber arum", f"{HARAPAN}-kali-jernih-sumber-arum/"),
    ("desa tanjung biru", f"{HARAPAN}-kali-jernih-tanjung-biru/"),
    ("kecamatan bukit kemuning", f"{HARAPAN}-bukit-kemuning/"),
    ("harapan baru", f"{HARAPAN}/"),
    ("polsek kali jernih", "satuan/polsek-kali-jernih/"),
    ("kalijernih", "satuan/polsek-kali-jernih/"),
    ("polres harapan baru", "satuan/polres-harapan-baru/"),
    ("perahu muara pinang", "sesi/polsek-bukit-kemuning/2025-02-28/#perahu"),
    ("jumat curhat", "program/jumat-curhat/"),
    # one letter off
    ("knalpott brong", "tema/knalpot-brong/"),
    ("jamret", "tema/begal/"),
    ("polsek kali jernig", "satuan/polsek-kali-jernih/"),
    ("bukit kemunign", "satuan/polsek-bukit-kemuning/"),
)


@pytest.fixture(scope="module")
def found(tmp_path_factory: pytest.TempPathFactory) -> Archive:
    return search_archive(tmp_path_factory.mktemp("dicari"))


@pytest.fixture(scope="module")
def site(found: Archive, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The search of an archive and its page, as they lie in a site; no other page is there."""
    folder = tmp_path_factory.mktemp("situs")
    search.index(found, folder, jobs=2)
    page = next(one for one in catalogue.all_pages(found) if one.address == urls.SEARCH)
    sheets = "".join(
        f'<link rel="stylesheet" href="../assets/{name}">'
        for name in ("kerangka.css", "kabar.css", "daftar.css", "cari.css")
    )
    html = f'<!doctype html><html lang="id"><title>Cari</title>{sheets}<main>{html_of(page)}</main>'
    (folder / urls.SEARCH / "index.html").write_text(html, encoding="utf-8")
    return folder


class Visit:
    """A reader on the search page; `asked` are the addresses their phone asked for."""

    def __init__(self, page: Page, site: Path) -> None:
        self.page = page
        self.asked: list[str] = []
        self.moved = 0
        self.is_cut_off = False
        self._site = site
        page.context.route("**/*", self._answer)

    def go(self, question: str = "") -> "Visit":
        self.page.goto(f"{HOST}{BASE}{urls.SEARCH}{question}")
        return self

    def search(self, words: str) -> list[str]:
        return self.go(f"?q={quote(words)}").results()

    def type(self, words: str) -> list[str]:
        self.page.fill("#_q", words)
        self.page.keyboard.press("Enter")
        return self.results()

    def results(self) -> list[str]:
        """Where the results lead, from the site's root."""
        self.page.wait_for_function(SETTLED)
        links = self.page.locator("#_daftar h3 a").evaluate_all(
            "(all) => all.map((one) => one.href)"
        )
        return [link.removeprefix(HOST + BASE) for link in links]

    @property
    def said(self) -> str:
        self.page.wait_for_function(SETTLED)
        return self.page.inner_text("#_berapa")

    def _answer(self, route: Route) -> None:
        url = route.request.url
        self.asked.append(url)
        path = urlsplit(url).path.removeprefix(BASE)
        assets = THEME if path.startswith("assets/") else self._site
        file = assets / path / "index.html" if path.endswith("/") else assets / path
        if self.is_cut_off:
            route.abort()
        elif path.startswith("sesi/"):
            route.fulfill(body="<title>Sesi</title>", content_type="text/html")
        elif not url.startswith(HOST + BASE) or not file.is_file():
            route.fulfill(status=404)
        else:
            content = file.read_bytes()
            if path.startswith("cari/indeks/") or path.endswith("cari.js"):
                is_text = file.suffix in {".js", ".json"}
                self.moved += len(gzip.compress(content) if is_text else content)
            kind = mimetypes.guess_type(file.name)[0] or "application/octet-stream"
            route.fulfill(body=content, content_type=kind)


@contextmanager
def visiting(browser: Browser, site: Path, **options: object) -> Iterator[Visit]:
    context = browser.new_context(viewport={"width": PHONE, "height": 740}, **options)  # type: ignore[arg-type]
    yield Visit(context.new_page(), site)
    context.close()


@pytest.fixture
def visit(browser: Browser, site: Path) -> Iterator[Visit]:
    with visiting(browser, site) as reader:
        yield reader


def test_what_is_looked_for_is_among_the_first_three(visit: Visit) -> None:
    visit.go()
    missed = {
        words: found
        for words, expected in QUERIES
        if expected not in (found := visit.type(words)[:WITHIN])
    }
    assert len(QUERIES) == 40
    assert missed == {}


def test_a_search_asks_no_other_host_and_nothing_beside_the_site(visit: Visit) -> None:
    visit.search("sapi")
    visit.page.locator("summary").click()
    visit.page.select_option("#_tahun", "semua")
    assert visit.results()
    assert all(url.startswith(HOST + BASE) for url in visit.asked)


def test_words_typed_on_the_page_are_in_no_request(visit: Visit) -> None:
    visit.go()
    assert visit.type("layangan")[0] == "sesi/polsek-kali-jernih/2025-02-21/#layangan"
    visit.page.reload()
    assert visit.results()[0] == "sesi/polsek-kali-jernih/2025-02-21/#layangan"
    assert [url for url in visit.asked if "layangan" in url] == []
    assert visit.page.url == f"{HOST}{BASE}cari/#q=layangan"


def test_a_first_question_moves_little(visit: Visit) -> None:
    visit.search("lampu jalan mati")
    assert 80_000 < visit.moved < 150_000


def test_a_result_says_where_it_stands_when_and_where(visit: Visit) -> None:
    visit.search("sapi kandang")
    result = visit.page.locator("#_daftar li").first
    expect(result.locator(".kb-badge").first).to_have_text("Belum ada kabar")
    expect(result.locator(".kb-badge svg").first).to_be_visible()
    expect(result).to_contain_text("14 Februari 2025 · Polsek Kali Jernih")
    expect(result).to_contain_text("Desa Tanjung Biru")
    expect(result.locator("mark").first).to_have_text("Sapi")


def test_which_years_were_searched_is_said_and_the_others_are_one_press_away(visit: Visit) -> None:
    assert visit.search("madu durian") == []
    assert "2025 dan 2024" in visit.said
    visit.page.get_by_role("button", name="Cari juga di tahun-tahun lainnya").click()
    visit.page.wait_for_function("() => _berapa.textContent.includes('semua tahun')")
    assert visit.results() == ["sesi/polsek-bukit-kemuning/2022-03-11/#beruang"]
    expect(visit.page.get_by_role("button", name="tahun-tahun lainnya")).to_be_hidden()


def test_only_what_is_asked_for_is_loaded(visit: Visit) -> None:
    visit.search("sapi")
    volumes = {match[1] for url in visit.asked if (match := re.search(r"indeks/([^/]+)/", url))}
    assert volumes == {"halaman", "2025", "2024"}


FILTERS = {
    "satuan=polsek-kali-jernih": "sesi/polsek-kali-jernih/",
    "satuan=polres-harapan-baru": "sesi/polsek-",
    "wilayah=kabupaten-harapan-baru-kali-jernih": "sesi/polsek-kali-jernih/",
    "tema=judi&wilayah=kabupaten-harapan-baru&tahun=semua": "sesi/polsek-bukit-kemuning/2024",
    "program=jumat-curhat&wilayah=kabupaten-harapan-baru": "sesi/polsek-",
    "status=belum-ada-kabar&satuan=polsek-kali-jernih": "sesi/polsek-kali-jernih/",
    "tahun=2022&satuan=polsek-bukit-kemuning": "sesi/polsek-bukit-kemuning/2022-03-11/#beruang",
}  # fmt: skip


@pytest.mark.parametrize(("state", "beginning"), FILTERS.items())
def test_filters_stand_in_the_address_and_narrow_down(
    visit: Visit, state: str, beginning: str
) -> None:
    results = visit.go(f"?{state}").results()
    assert results
    assert all(one.startswith(beginning) for one in results)
    chosen = dict(part.split("=") for part in state.split("&"))
    for name, value in chosen.items():
        expect(visit.page.locator(f"#_{name}")).to_have_value(value)
    expect(visit.page.locator("#_pilihan")).not_to_be_empty()


def test_a_filter_and_a_word_go_together(visit: Visit) -> None:
    assert visit.go("?q=warga&tema=pencurian&satuan=polsek-kali-jernih").results() == [
        "sesi/polsek-kali-jernih/2025-02-14/#sapi"
    ]


def test_the_newest_come_first_when_asked(visit: Visit) -> None:
    visit.go("?satuan=polres-harapan-baru&tahun=semua&urut=terbaru")
    days = [re.search(r"\d{4}-\d\d-\d\d", one)[0] for one in visit.results()]  # type: ignore[index]
    assert days == sorted(days, reverse=True)
    assert len(set(days)) == 5


def test_more_results_come_on_request_and_the_focus_goes_with_them(visit: Visit) -> None:
    assert len(visit.search("warga")) == 10
    visit.page.get_by_role("button", name="Tampilkan lagi").click()
    expect(visit.page.locator("#_daftar li")).to_have_count(20)
    expect(visit.page.locator("#_daftar li").nth(10).locator("a")).to_be_focused()


def test_back_goes_to_the_question_before(visit: Visit) -> None:
    visit.search("sapi kandang")
    visit.page.fill("#_q", "layangan")
    visit.page.keyboard.press("Enter")
    visit.page.wait_for_url("**/cari/#q=layangan")
    visit.page.go_back()
    expect(visit.page.locator("#_q")).to_have_value("sapi kandang")
    expect(visit.page.locator("#_daftar a").first).to_contain_text("Sapi warga dicuri")


def test_everything_is_reached_by_keyboard(visit: Visit) -> None:
    visit.go()
    for name in ("Kata yang Anda cari", "Cari"):
        visit.page.keyboard.press("Tab")
        if name == "Kata yang Anda cari":
            expect(visit.page.get_by_label(name)).to_be_focused()
            visit.page.keyboard.type("sapi kandang")
            visit.page.keyboard.press("Enter")
    visit.results()
    visit.page.keyboard.press("Tab")
    expect(visit.page.locator("summary")).to_be_focused()
    visit.page.keyboard.press("Enter")
    for label in ("Wilayah", "Satuan", "Tema", "Program", "Status", "Tahun", "Urutan"):
        visit.page.keyboard.press("Tab")
        expect(visit.page.get_by_label(label, exact=True)).to_be_focused()
    visit.page.keyboard.press("Tab")
    visit.page.keyboard.press("Tab")
    expect(visit.page.locator("#_daftar a").first).to_be_focused()
    visit.page.keyboard.press("Enter")
    visit.page.wait_for_url("**/sesi/polsek-kali-jernih/2025-02-14/#sapi")


def test_nothing_found_is_said_with_what_to_try(visit: Visit) -> None:
    assert visit.search("xyzabc") == []
    assert visit.said.startswith("Belum ketemu di tahun 2025 dan 2024. Coba kata lain")


def test_words_that_never_stand_together_are_found_in_part(visit: Visit) -> None:
    results = visit.search("sapi layangan")
    assert "Tidak ada yang memuat semua kata itu" in visit.said
    assert {one.partition("#")[2] for one in results} >= {"sapi", "layangan"}


def test_a_lost_connection_is_said_and_can_be_mended(visit: Visit) -> None:
    visit.go()
    visit.is_cut_off = True
    visit.page.fill("#_q", "sapi")
    visit.page.keyboard.press("Enter")
    assert "Pencarian tidak bisa dimuat" in visit.said
    visit.is_cut_off = False
    visit.page.get_by_role("button", name="Coba lagi").click()
    expect(visit.page.locator("#_daftar a").first).to_be_visible()


def test_one_file_lost_on_the_way_is_not_taken_for_nothing_found(visit: Visit) -> None:
    visit.page.context.route("**/*.pf_index", lambda route: route.fulfill(status=503))
    visit.search("sapi")
    assert "Pencarian tidak bisa dimuat" in visit.said


def test_what_a_record_says_is_never_html(visit: Visit) -> None:
    visit.go("?q=%3Cimg%20src=x%20onerror=alert(1)%3E&tema=%3Cb%3E")
    visit.page.wait_for_function(SETTLED)
    assert visit.page.locator("#_cari img, #_berapa img, #_daftar img").count() == 0


def test_without_scripts_the_page_leads_to_every_list(browser: Browser, site: Path) -> None:
    with visiting(browser, site, java_script_enabled=False) as visit:
        visit.go("?q=sapi")
        expect(visit.page.locator("#_cari")).to_be_hidden()
        expect(visit.page.get_by_text("Kolom pencarian perlu JavaScript")).to_be_visible()
        links = visit.page.locator(".kb-index a").evaluate_all(
            "(all) => all.map((one) => one.getAttribute('href'))"
        )
        lists = ("wilayah/", "satuan/", "tema/", "program/", "papan/", "sesi/")
        assert links == [f"../{one}" for one in lists]


def test_the_day_of_the_statuses_is_said(visit: Visit) -> None:
    visit.go()
    expect(visit.page.locator(f'time[datetime="{DAY.isoformat()}"]')).to_be_visible()
