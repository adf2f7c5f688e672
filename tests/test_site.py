"""The whole site from the records in `data/`, as a resident opens it on a phone."""

import datetime
import functools
import shutil
import threading
from collections.abc import Iterator
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from urllib.parse import urljoin, urlsplit

import pytest
from playwright.sync_api import Browser, Page

from generator import plugin
from generator.plugin.settings import EXAMPLE, banner
from generator.shell import STEM

ROOT = Path(__file__).parents[1]
DAY = datetime.date(2026, 1, 31)
CASES = {
    "polres-belitung-timur/kantor-kpu": ["KPU", "tidak diketahui"],
    "polsek-menteng/2024-11-08": ["tidak menyebut apa saja", "Kelurahan Menteng", "Babinsa"],
    "polres-jember/2024-11-08": ["Bhabinkamtibmas", "pada atau sebelum 8 November 2024"],
    "polsek-belitang-hilir/2023-10-20": ["setiap hari", "Jauh lewat tenggat"],
    "polsek-sekotong/2024-12-08": ["tidak ada yang menyampaikan", "16.30 WITA"],
    "polsek-waigete/2024-07-20": ["tidak ada yang menyampaikan", "22.00 WITA"],
    "polres-tuban/2016-02-19": ["siaran radio", "Bengawan Solo"],
    "polres-solok/2023-01-27": ["Nagari Talang", "Nagari Surian"],
    "polres-aceh-tengah/2025-09-26": ["Cerak-Cerak", "minggu depan", "5 Oktober 2025"],
    "polres-salatiga/2023-02-17": ["Camat Argomulyo", "Diteruskan"],
    "polsek-pulau-laut-selatan/2025-04-11": ["terima kasih"],
}
"""Every session of the real archive, and words its story cannot do without."""

PAGES = (
    *("", "sesi/", "kabar/", "satuan/", "wilayah/", "tema/", "program/", "jadwal/"),
    *("satuan/polda-kalimantan-barat/", "satuan/polsek-belitang-hilir/", "tema/knalpot-brong/"),
    *("wilayah/kabupaten-sekadau-belitang-hilir-kumpang-bis/", "program/jumat-curhat/"),
    *("cara-membaca/", "tentang/", "privasi/", "panduan/", "404.html"),
)
"""A page of every other kind."""


class Quiet(SimpleHTTPRequestHandler):
    def log_message(self, *_unused: object) -> None:
        pass


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    root = tmp_path_factory.mktemp("proyek")
    shutil.copy(ROOT / "mkdocs.yml", root)
    for folder in ("content", "data"):
        shutil.copytree(ROOT / folder, root / folder)
    report = plugin.build_site(root / "mkdocs.yml", today=DAY, jobs=1)
    assert report.published, report.findings
    return report.site


@pytest.fixture(scope="module")
def address(site: Path) -> Iterator[str]:
    handler = functools.partial(Quiet, directory=str(site))
    with ThreadingHTTPServer(("127.0.0.1", 0), handler) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{server.server_port}/"
        server.shutdown()


@pytest.fixture(params=[360, 1280])
def page(request: pytest.FixtureRequest, browser: Browser) -> Iterator[Page]:
    context = browser.new_context(viewport={"width": request.param, "height": 740})
    yield context.new_page()
    context.close()


def sideways(page: Page) -> int:
    """How far the page reaches beyond the screen, in CSS pixels."""
    return int(page.evaluate("document.documentElement.scrollWidth - innerWidth"))


def test_the_cases_are_all_there_are() -> None:
    files = (ROOT / "data/sessions").glob("*/*.yml")
    assert {f"{file.parent.name}/{file.stem}" for file in files} == set(CASES)


@pytest.mark.browser
@pytest.mark.parametrize("session", CASES)
def test_each_session_tells_its_story_without_scrolling_sideways(
    page: Page, address: str, session: str
) -> None:
    page.goto(f"{address}sesi/{session}/")
    said = " ".join(page.inner_text("main").split()).lower()
    assert [words for words in CASES[session] if words.lower() not in said] == []
    assert sideways(page) <= 0


@pytest.mark.browser
@pytest.mark.parametrize("path", PAGES)
def test_no_page_scrolls_sideways_or_asks_another_host(page: Page, address: str, path: str) -> None:
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    page.goto(f"{address}{path}")
    assert {urlsplit(url).netloc for url in asked} == {urlsplit(address).netloc}
    assert sideways(page) <= 0


def test_every_page_says_that_it_is_an_example_and_none_shows_a_mark(site: Path) -> None:
    pages = list(site.rglob("*.html"))
    assert len(pages) > 100
    contents = {page.relative_to(site).as_posix(): page.read_text("utf-8") for page in pages}
    assert [name for name, html in contents.items() if banner(EXAMPLE) not in html] == []
    assert [name for name, html in contents.items() if STEM in html] == []


@pytest.mark.browser
def test_every_link_of_every_kind_of_page_leads_somewhere(
    browser: Browser, address: str, site: Path
) -> None:
    page = browser.new_page(java_script_enabled=True)
    missing = set()
    for path in (*PAGES[:-1], *(f"sesi/{session}/" for session in CASES)):
        page.goto(f"{address}{path}")
        links = page.eval_on_selector_all("a[href]", "all => all.map(one => one.href)")
        for link in links:
            parts = urlsplit(urljoin(page.url, link))
            if parts.netloc != urlsplit(address).netloc:
                continue
            file = site / parts.path.strip("/")
            file = file / "index.html" if file.is_dir() else file
            if not file.is_file():
                missing.add((path, parts.path))
            elif parts.fragment and f'id="{parts.fragment}"' not in file.read_text("utf-8"):
                missing.add((path, f"{parts.path}#{parts.fragment}"))
    page.close()
    assert missing == set()


@pytest.mark.browser
def test_everything_stands_there_without_scripts(browser: Browser, address: str) -> None:
    texts = []
    for scripts in (True, False):
        context = browser.new_context(java_script_enabled=scripts)
        context.clock.set_fixed_time(DAY.isoformat())
        page = context.new_page()
        page.goto(f"{address}sesi/polres-aceh-tengah/2025-09-26/")
        texts.append(page.inner_text("main"))
        context.close()
    assert texts[0].replace("Salin tautan", "Tautan ke sini") == texts[1]
