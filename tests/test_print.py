"""Sheets and posters on paper: Chromium prints them, a reader of codes follows their codes."""

from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import NamedTuple

import pypdfium2
import pytest
import zxingcpp
from playwright.sync_api import Browser
from site_pages import by_name, concern, outcome, session
from small_archive import TODAY, write

from generator import plugin, urls
from generator.areas import Area
from generator.views.halls import village_key

pytestmark = pytest.mark.browser

ROOT = Path(__file__).parents[1]
POINTS = 72 / 25.4  # to a millimetre
A4 = (210 * POINTS, 297 * POINTS)
MARGIN = 14 * POINTS
SITE = "https://kabar.example/"
CONFIG = f"""\
site_name: Kabar Uji
site_url: {SITE}
docs_dir: content
theme:
  name: material
  language: id
  font: false
  palette: {{}}
plugins:
  - kabar:
      sifat: fiksi
nav:
  - Beranda: index.md
"""
UNIT = "polsek-rekaan"
LONG = (
    "Warga RT 03 meminta petugas memeriksa penerangan, penyeberangan, dan pengawasan persimpangan. "
)


class Paper(NamedTuple):
    """A page as it was printed: the size of each sheet of paper, its text, its edges, its codes."""

    sizes: list[tuple[float, float]]
    words: str
    left: float
    right: float
    top: float
    bottom: float
    codes: list[str]


@pytest.fixture(scope="module")
def small_site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A site with a short list, and one with the longest texts there can be."""
    root = tmp_path_factory.mktemp("kecil")
    wide = "MWMWMWMW" * 30
    long = "".join(
        concern(
            f"hal-{number}",
            LONG * 3 if number % 2 else wide,
            "jawaban:\n  - jenis: komitmen\n    isi: " + (LONG * 3).strip() + "\n"
            "janji:\n  tenggat: 2024-04-01\n  kata: secepat-cepatnya sesudah hari raya",
        )[0 if number == 1 else 1 :]
        for number in range(1, 13)
    )
    files = by_name(
        {
            "sessions/2024-03-01": session("2024-03-01", concern("lampu", "Lampu jalan mati.")),
            "outcomes/2024-03-20": outcome("2024-03-01#lampu", "2024-03-20", "selesai"),
            "sessions/2024-03-08": session("2024-03-08", village="Contoh Sunyi"),
        }
    )
    village = "Kelurahan Persiapan Pengembangan Transmigrasi Sukamaju Sejahtera"
    files |= by_name(
        {
            "sessions/2024-03-02": session(
                "2024-03-02", long, unit="polsek-khayal", village=village
            ),
            "outcomes/2024-03-21": outcome("2024-03-02#hal-1", "2024-03-21").replace(
                "Petugas mencatat", (LONG * 3).strip()
            ),
        },
        "polsek-khayal",
    )
    write(root, files)
    (root / "mkdocs.yml").write_text(CONFIG)
    (root / "content").mkdir()
    (root / "content/index.md").write_text("---\ntitle: Beranda\n---\n\nKata sambutan.\n")
    return built(root, TODAY)


@pytest.fixture(scope="module")
def real_site(example_site: Path) -> Path:
    """The example site."""
    return example_site


def built(root: Path, day: date) -> Path:
    report = plugin.build_site(root / "mkdocs.yml", today=day, jobs=1, strict=False)
    assert report.published, report.findings
    return report.site


def printed(browser: Browser, site: Path, address: str) -> Paper:
    page = browser.new_page(color_scheme="dark")
    page.goto((site / address / "index.html").as_uri())
    raw = page.pdf(prefer_css_page_size=True)
    page.close()
    document = pypdfium2.PdfDocument(raw)
    sheets = [document[number] for number in range(len(document))]
    words = [sheet.get_textpage() for sheet in sheets]
    boxes = [one.get_rect(number) for one in words for number in range(one.count_rects())]
    return Paper(
        sizes=[sheet.get_size() for sheet in sheets],
        words=" ".join(" ".join(one.get_text_range() for one in words).split()),
        left=min(left for left, _bottom, _right, _top in boxes),
        right=max(right for _left, _bottom, right, _top in boxes),
        top=max(top for _left, _bottom, _right, top in boxes),
        bottom=min(bottom for _left, bottom, _right, _top in boxes),
        codes=[code for sheet in sheets for code in codes_on(sheet)],
    )


def codes_on(sheet: pypdfium2.PdfPage) -> list[str]:
    drawn = sheet.render(scale=3, grayscale=True)
    pixels = memoryview(drawn.buffer).cast("B").cast("B", shape=[drawn.height, drawn.stride])
    return [found.text for found in zxingcpp.read_barcodes(pixels)]


def addresses(site: Path, start: str) -> Iterator[str]:
    for file in sorted((site / start).rglob("index.html")):
        yield f"{file.parent.relative_to(site).as_posix()}/"


def page_of(address: str) -> str:
    """The page of the hall a sheet or a poster is of."""
    key = address.split("/", 1)[1].partition(f"{urls.PAGE_WORD}/")[0].removesuffix("/")
    return f"{key}/" if key.startswith(urls.AREAS) else urls.unit(key)


def assert_fits(paper: Paper, address: str) -> None:
    for size in paper.sizes:
        assert size == pytest.approx(A4, abs=1), address
    assert paper.left >= MARGIN - 1, address
    assert paper.right <= A4[0] - MARGIN + 1, address
    assert paper.bottom > 0, address
    assert paper.top < A4[1], address


@pytest.mark.parametrize("start", [urls.ASK_BACK, urls.POSTER])
def test_every_page_of_the_small_site_fits_and_its_code_leads_to_the_right_page(
    browser: Browser, small_site: Path, start: str
) -> None:
    found = list(addresses(small_site, start))
    assert len(found) == 5
    for address in found:
        paper = printed(browser, small_site, address)
        assert_fits(paper, address)
        assert paper.codes == [f"{SITE}{page_of(address)}"], address
        if start == urls.POSTER:
            assert len(paper.sizes) == 1, address


@pytest.mark.parametrize("start", [urls.ASK_BACK, urls.POSTER])
def test_the_example_site_prints_well(browser: Browser, real_site: Path, start: str) -> None:
    found = list(addresses(real_site, start))
    assert len(found) > 10
    for address in found:
        paper = printed(browser, real_site, address)
        assert_fits(paper, address)
        assert paper.codes == [f"https://kabarbalik.example/{page_of(address)}"], address
        if start == urls.POSTER:
            assert len(paper.sizes) == 1, address


def test_nothing_of_the_site_around_it_is_printed_but_what_the_site_is(
    browser: Browser, small_site: Path
) -> None:
    for address in (urls.ask_back(UNIT), urls.poster(UNIT)):
        words = printed(browser, small_site, address).words
        assert "Semua isi situs ini rekaan" in words
        for left_out in ("Kabar Uji", "Material for MkDocs", "Beranda", "Ctrl+P", "Langsung ke"):
            assert left_out not in words


def test_every_sheet_of_paper_says_what_the_site_is(browser: Browser, small_site: Path) -> None:
    page = browser.new_page()
    page.goto((small_site / urls.ask_back("polsek-khayal") / "index.html").as_uri())
    document = pypdfium2.PdfDocument(page.pdf(prefer_css_page_size=True))
    page.close()
    assert len(document) > 2
    for number in range(len(document)):
        words = " ".join(document[number].get_textpage().get_text_range().split())
        assert "Semua isi situs ini rekaan" in words, f"page {number + 1}"


def test_the_readable_address_is_the_one_in_the_code(browser: Browser, small_site: Path) -> None:
    paper = printed(browser, small_site, urls.poster(UNIT))
    readable = paper.codes[0].removeprefix("https://").removesuffix("/")
    assert readable in paper.words.replace("\ufffe", "-").replace(" ", "")


def test_a_question_is_never_torn_between_two_pages(browser: Browser, small_site: Path) -> None:
    page = browser.new_page()
    page.goto((small_site / urls.ask_back("polsek-khayal") / "index.html").as_uri())
    document = pypdfium2.PdfDocument(page.pdf(prefer_css_page_size=True))
    page.close()
    assert len(document) > 2
    for number in range(len(document)):
        words = document[number].get_textpage().get_text_range().replace("Warga tidak tahu", "")
        begun, ended = words.count("tidak tahu"), words.count("Catatan:")
        assert begun == ended, f"page {number + 1}"


def test_a_poster_lets_nothing_run_into_its_foot(browser: Browser, small_site: Path) -> None:
    page = browser.new_page(viewport={"width": 688, "height": 1032})  # A4 within its margins
    page.emulate_media(media="print")
    village = village_key(
        Area(
            "Provinsi Contoh",
            "Kabupaten Contoh",
            "Khayal",
            "Kelurahan Persiapan Pengembangan Transmigrasi Sukamaju Sejahtera",
        ).key
    )
    for key in (UNIT, "polsek-khayal", village):
        page.goto((small_site / urls.poster(key) / "index.html").as_uri())
        box = "document.querySelector('{}').getBoundingClientRect().{}"
        last = page.evaluate(box.format(".kb-told:last-child", "bottom"))
        foot = page.evaluate(box.format(".kb-poster__foot", "top"))
        assert 0 < last <= foot, key
    page.close()


@pytest.mark.parametrize("width", [360, 1280])
def test_on_a_screen_nothing_is_wider_than_the_screen(
    browser: Browser, small_site: Path, width: int
) -> None:
    page = browser.new_page(viewport={"width": width, "height": 740})
    for key in (UNIT, "polsek-khayal"):
        for address in (urls.ask_back(key), urls.poster(key)):
            page.goto((small_site / address / "index.html").as_uri())
            assert page.evaluate("document.documentElement.scrollWidth") == width, address
            assert page.get_by_text("Ctrl+P").is_visible()
    page.close()
