"""Finding a village in a browser: by typing a few letters, and without any script."""

import mimetypes
import re
import shutil
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from datetime import date
from pathlib import Path
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import Browser, Locator, Page, Route, expect

from bench.areas import villages
from generator import gazetteer, plugin, urls
from generator.exports.villages import files_of

pytestmark = pytest.mark.browser

ROOT = Path(__file__).parents[1]
HOST = "http://kabar.test"
BASE = "/polres/kabar/"
PHONE, SCREEN = 360, 1280
FIELD = "Nama desa atau kelurahan"


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The example site."""
    root = tmp_path_factory.mktemp("desa")
    shutil.copy(ROOT / "mkdocs.yml", root)
    for folder in ("content", "data"):
        shutil.copytree(ROOT / folder, root / folder)
    report = plugin.build_site(root / "mkdocs.yml", today=date(2026, 1, 15), jobs=1, strict=False)
    assert report.published, report.findings
    return report.site


@pytest.fixture(scope="module")
def many() -> Mapping[str, bytes]:
    """The lists of so many villages that they are cut into files."""
    listing = gazetteer.listing(villages(6_000, seed=1))
    return {one.address: one.content() for one in files_of(listing)}


@contextmanager
def opened(
    browser: Browser,
    site: Path,
    address: str,
    *,
    more: Mapping[str, bytes] | None = None,
    width: int = PHONE,
    scripts: bool = True,
) -> Iterator[tuple[Page, list[str]]]:
    """A page of the site below a folder of its host, and every address the page asks for."""
    asked: list[str] = []
    context = browser.new_context(
        viewport={"width": width, "height": 740}, java_script_enabled=scripts
    )
    context.route("**/*", served(site, more or {}, asked))
    page = context.new_page()
    page.goto(f"{HOST}{BASE}{address}")
    yield page, asked
    context.close()


def served(site: Path, more: Mapping[str, bytes], asked: list[str]) -> Callable[[Route], None]:
    def answer(route: Route) -> None:
        url = urlsplit(route.request.url)
        assert f"{url.scheme}://{url.netloc}" == HOST
        assert url.path.startswith(BASE), url.path
        address = url.path.removeprefix(BASE)
        asked.append(address)
        file = site / address
        file = file / "index.html" if file.is_dir() else file
        if address not in more and not file.is_file():
            route.fulfill(status=404)
            return
        kind = mimetypes.guess_type(file.name)[0] or "application/octet-stream"
        route.fulfill(body=more.get(address) or file.read_bytes(), content_type=kind)

    return answer


def status(page: Page) -> Locator:
    return page.get_by_role("search").get_by_role("status")


def found(page: Page) -> list[str]:
    page.locator(".kb-find__said", has_text=re.compile(r"\w")).wait_for()
    return [" ".join(one.split()) for one in page.locator(".kb-find li").all_inner_texts()]


@pytest.mark.parametrize(
    "typed",
    [
        "Kumpang Bis",
        "kumpang",
        "KUMPANG BIS",
        "desa kumpang bis",
        "kumpang-bis",
        "kumpang bis beli",
    ],
)
def test_a_village_is_found_however_its_name_is_typed(
    browser: Browser, site: Path, typed: str
) -> None:
    with opened(browser, site, urls.AREAS) as (page, _asked):
        page.get_by_label(FIELD).fill(typed)
        expect(page.locator(".kb-find__said")).to_have_text("1 desa ditemukan.")
        assert found(page) == [
            "Desa Kumpang Bis Kecamatan Belitang Hilir, Kabupaten Sekadau, "
            "Provinsi Kalimantan Barat"
        ]
        page.get_by_role("link", name="Desa Kumpang Bis").click()
        page.wait_for_url(f"{HOST}{BASE}{urls.AREAS}kabupaten-sekadau-belitang-hilir-kumpang-bis/")
        expect(page.locator("h1")).to_have_text("Desa Kumpang Bis")


@pytest.mark.parametrize("typed", ["menteng", "Kelurahan Menteng", "kel. menteng", "desa menteng"])
def test_the_word_before_a_name_does_not_matter(browser: Browser, site: Path, typed: str) -> None:
    with opened(browser, site, urls.AREAS) as (page, _asked):
        page.get_by_label(FIELD).fill(typed)
        assert [one.partition(" Kec")[0] for one in found(page)] == ["Kelurahan Menteng"]


def test_a_link_to_a_search_is_answered_and_enter_goes_to_the_first(
    browser: Browser, site: Path
) -> None:
    with opened(browser, site, f"{urls.AREAS}?q=Nagari+t#desa") as (page, _asked):
        assert [one.partition(" Kec")[0] for one in found(page)] == ["Nagari Talang"]
        expect(page.get_by_label(FIELD)).to_have_value("Nagari t")
        page.get_by_label(FIELD).press("Enter")
        expect(page.get_by_role("link", name="Nagari Talang")).to_be_focused()


def test_what_is_not_there_is_said(browser: Browser, site: Path) -> None:
    with opened(browser, site, urls.AREAS) as (page, _asked):
        page.get_by_label(FIELD).fill("<b>Antah")
        said = status(page)
        expect(said).to_contain_text("Tidak ada desa bernama “<b>Antah” di catatan kami.")
        assert found(page) == []
        page.get_by_label(FIELD).fill("k")
        expect(said).to_have_text("Tulis paling sedikit dua huruf.")


def test_a_broken_connection_is_said(browser: Browser, site: Path) -> None:
    with opened(browser, site, urls.AREAS) as (page, _asked):
        page.route("**/*.json", lambda route: route.abort())
        page.get_by_label(FIELD).fill("kumpang")
        expect(status(page)).to_contain_text("Daftar desa belum bisa dibuka.")


def test_of_very_many_villages_only_the_files_that_begin_so_are_asked_for(
    browser: Browser, site: Path, many: Mapping[str, bytes]
) -> None:
    assert len(many) > 20
    with opened(browser, site, urls.AREAS, more=many) as (page, asked):
        page.get_by_label(FIELD).fill("desa sukamaj")
        expect(page.locator(".kb-find li").first).to_contain_text("Sukamaju")
        lists = [one for one in asked if one.startswith(urls.VILLAGE_FILES)]
        assert lists[0] == urls.VILLAGE_FILE_INDEX
        assert 1 < len(lists) <= 4
        begun = [Path(one).stem for one in lists[1:]]
        assert all("sukamaj".startswith(one) or one.startswith("sukamaj") for one in begun)
        page.get_by_label(FIELD).fill("su")
        expect(status(page)).to_contain_text("Ini 12 yang pertama")
        assert len(found(page)) == 12
        counted = int(re.findall(r"\d+", status(page).inner_text())[0])
        wanted = {
            area for words, area in gazetteer.listing(villages(6_000, seed=1))
            if words.startswith("su")
        }  # fmt: skip
        assert counted == len(wanted)


def test_without_a_script_the_form_leads_to_the_letters_and_says_why(
    browser: Browser, site: Path
) -> None:
    with opened(browser, site, urls.AREAS, scripts=False) as (page, _asked):
        page.get_by_label(FIELD).fill("Kumpang")
        page.get_by_role("button", name="Cari").click()
        page.wait_for_url(f"{HOST}{BASE}{urls.AREAS}?q=Kumpang#desa")
        expect(page.get_by_text("Mungkin JavaScript di browser Anda mati")).to_be_in_viewport()
        page.get_by_role("link", name="Semua desa menurut abjad").click()
        page.get_by_role("link", name="Desa Kumpang Bis").click()
        expect(page.locator("h1")).to_have_text("Desa Kumpang Bis")


@pytest.mark.parametrize("width", [PHONE, SCREEN])
@pytest.mark.parametrize(
    "address",
    [
        f"{urls.AREAS}?q=sekotong",
        urls.villages(),
        urls.area("provinsi-kepulauan-bangka-belitung"),
        urls.area("kabupaten-solok"),
        urls.area("kabupaten-kotabaru-pulau-laut-selatan-tanjung-seloka"),
    ],
)
def test_nothing_is_wider_than_the_window(
    browser: Browser, site: Path, width: int, address: str
) -> None:
    with opened(browser, site, address, width=width) as (page, _asked):
        if "?q=" in address:
            assert found(page)
        assert page.evaluate("document.documentElement.scrollWidth") <= width
