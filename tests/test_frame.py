"""What surrounds every page serves a keyboard and a weak eye, and none of it needs a script."""

import mimetypes
import re
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from itertools import pairwise
from pathlib import Path
from typing import NamedTuple
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import Browser, Page, Route, expect

pytestmark = pytest.mark.browser

HOST = "http://kabar.test/"
PHONE, SCREEN = 360, 1280
SCHEMES = ("light", "dark")
UNMISTAKABLE = 3.0
"""The contrast that a focus ring needs, WCAG 2.2 criterion 1.4.11."""

# What has the focus. A ring that lies inside is seen against the element's own ground, one outside
# against that of what it stands in.
FOCUSED = """() => {
  const one = document.activeElement;
  if (!one || one === document.body) return null;
  const style = getComputedStyle(one);
  let ground = parseFloat(style.outlineOffset) < 0 ? one : one.parentElement;
  const painted = (each) => getComputedStyle(each).backgroundColor;
  while (ground.parentElement && /, 0\\)$/.test(painted(ground))) ground = ground.parentElement;
  const box = one.getBoundingClientRect();
  return {
    kind: one.id || one.className || one.localName, words: one.textContent.trim(),
    in_menu: one.closest('.kb-menu nav') !== null,
    shape: style.outlineStyle, width: parseFloat(style.outlineWidth),
    ring: style.outlineColor, ground: painted(ground),
    left: box.left, right: box.right, seen: style.visibility === 'visible' && box.height > 1,
  };
}"""

# Links in what a page says that nothing but their colour tells from the words around them.
PLAIN_LINKS = """() => [...document.querySelectorAll('main a')]
  .filter((one) => one.textContent.trim() && !one.matches(
    '.kb-badge, .kb-figure__label, .kb-ways a, .kb-paging a, .kb-path a, .headerlink, .md-nav a'))
  .filter((one) => ![one, ...one.querySelectorAll('*')].some((each) => {
    const style = getComputedStyle(each);
    return style.textDecorationLine === 'underline' && style.textDecorationThickness === '1px';
  }))
  .map((one) => one.outerHTML)"""


class Stop(NamedTuple):
    """One place the Tab key comes to."""

    kind: str
    words: str
    in_menu: bool
    shape: str
    width: float
    ring: str
    ground: str
    left: float
    right: float
    seen: bool


@pytest.fixture(scope="module")
def site(example_site: Path) -> Path:
    """The example site."""
    return example_site


@contextmanager
def opened(
    browser: Browser, site: Path, address: str, *, width: int, scheme: str = "light"
) -> Iterator[Page]:
    """A page of the site in a browser that runs no script and waits for no movement."""
    context = browser.new_context(
        viewport={"width": width, "height": 740},
        color_scheme="dark" if scheme == "dark" else "light",
        reduced_motion="reduce",
        java_script_enabled=False,
    )
    context.route("**/*", from_folder(site))
    page = context.new_page()
    page.goto(HOST + address)
    yield page
    context.close()


def from_folder(site: Path) -> Callable[[Route], None]:
    def answer(route: Route) -> None:
        file = site / urlsplit(route.request.url).path.lstrip("/")
        file = file / "index.html" if file.is_dir() else file
        kind = mimetypes.guess_type(file.name)[0] or "application/octet-stream"
        route.fulfill(body=file.read_bytes(), content_type=kind)

    return answer


def stops(page: Page) -> list[Stop]:
    """Every place the Tab key comes to, until it leaves the page."""
    found: list[Stop] = []
    while len(found) < 1000:
        page.keyboard.press("Tab")
        here = page.evaluate(FOCUSED)
        if here is None:
            return found
        found.append(Stop(**here))
    raise AssertionError("the Tab key does not leave this page")


def tab_to(page: Page, words: str) -> None:
    for _press in range(40):
        page.keyboard.press("Tab")
        here = page.evaluate(FOCUSED)
        if here and here["words"] == words:
            return
    raise AssertionError(f"the Tab key does not come to {words}")


def lightness(colour: str) -> float:
    """Relative luminance of an opaque colour as a browser tells it (WCAG 2.2)."""
    parts = [int(part) / 255 for part in re.findall(r"\d+", colour)]
    assert colour.startswith("rgb("), colour
    red, green, blue = (
        part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts
    )
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: str, other: str) -> float:
    darker, lighter = sorted((lightness(one), lightness(other)))
    return (lighter + 0.05) / (darker + 0.05)


def rich_session(site: Path) -> str:
    """The address of a session's page on which links, badges and folded parts can be focused."""
    for file in sorted((site / "sesi").glob("*/*/index.html")):
        page = file.read_text(encoding="utf-8")
        if '<a class="kb-badge' in page and "<summary" in page:
            return f"{file.parent.relative_to(site).as_posix()}/"
    raise AssertionError("no session has both a badge and a folded part")


# The menu on a phone


@pytest.mark.parametrize("words", ["Sesi", "Papan"])
def test_the_menu_is_opened_and_followed_by_keyboard_alone(
    browser: Browser, site: Path, words: str
) -> None:
    with opened(browser, site, "tentang/", width=PHONE) as page:
        tab_to(page, "Menu")
        page.keyboard.press("Enter")
        expect(page.get_by_role("navigation", name="Menu")).to_be_in_viewport()
        tab_to(page, words)
        page.keyboard.press("Enter")
        expect(page).to_have_url(f"{HOST}{words.lower()}/")


def test_the_open_menu_comes_first_and_covers_nothing(browser: Browser, site: Path) -> None:
    with opened(browser, site, "", width=PHONE) as page:
        tab_to(page, "Menu")
        page.keyboard.press("Enter")
        came = stops(page)
        in_menu = [stop.words for stop in came if stop.in_menu]
        assert in_menu[:2] == ["Beranda", "Sesi"]
        assert len(in_menu) > 10
        assert [stop.words for stop in came[: len(in_menu)]] == in_menu
        below = page.get_by_role("navigation", name="Menu").bounding_box()
        content = page.get_by_role("main").bounding_box()
        assert below
        assert content
        assert content["y"] >= below["y"] + below["height"]


def test_pressing_again_closes_the_menu(browser: Browser, site: Path) -> None:
    with opened(browser, site, "", width=PHONE) as page:
        menu = page.get_by_role("navigation", name="Menu")
        expect(menu).to_be_hidden()
        page.get_by_text("Menu", exact=True).click()
        expect(menu).to_be_visible()
        page.get_by_text("Menu", exact=True).click()
        expect(menu).to_be_hidden()


def test_what_is_in_the_menu_leaves_room_for_a_thumb(browser: Browser, site: Path) -> None:
    with opened(browser, site, "", width=PHONE) as page:
        page.get_by_text("Menu", exact=True).click()
        links = page.get_by_role("navigation", name="Menu").get_by_role("link").all()
        assert len(links) > 10
        for link in links:
            box = link.bounding_box()
            assert box
            assert box["height"] >= 32


def test_the_closed_menu_is_not_on_the_way(browser: Browser, site: Path) -> None:
    with opened(browser, site, "kabar/", width=PHONE) as page:
        came = stops(page)
        assert came[0].words == "Lewati ke isi"
        assert not any(stop.in_menu for stop in came)
        assert all(stop.seen and 0 <= stop.left < stop.right <= PHONE for stop in came), came


def test_where_there_are_tabs_there_is_no_menu(browser: Browser, site: Path) -> None:
    with opened(browser, site, "kabar/", width=SCREEN) as page:
        came = stops(page)
        assert "Menu" not in {stop.words for stop in came}
        assert not any(stop.in_menu for stop in came)


# Focus


@pytest.mark.parametrize("scheme", SCHEMES)
@pytest.mark.parametrize("width", [PHONE, SCREEN])
def test_wherever_the_keyboard_is_a_ring_shows_it(
    browser: Browser, site: Path, width: int, scheme: str
) -> None:
    came = []
    for address in ("", rich_session(site), "cara-membaca/"):
        with opened(browser, site, address, width=width, scheme=scheme) as page:
            came += stops(page)
    faint = [
        stop
        for stop in came
        if (stop.shape, stop.width) != ("solid", 2)
        or contrast(stop.ring, stop.ground) < UNMISTAKABLE
    ]
    assert faint == []
    kinds = {kind for stop in came for kind in stop.kind.split()}
    wide = {"md-logo", "md-tabs__link"} if width == SCREEN else set()
    assert kinds >= {"a", "kb-badge", "summary"} | wide


@pytest.mark.parametrize("scheme", SCHEMES)
def test_the_ring_goes_along_into_the_open_menu(browser: Browser, site: Path, scheme: str) -> None:
    with opened(browser, site, "", width=PHONE, scheme=scheme) as page:
        tab_to(page, "Menu")
        page.keyboard.press("Enter")
        switch = Stop(**page.evaluate(FOCUSED))
        for stop in (switch, *stops(page)):
            assert (stop.shape, stop.width) == ("solid", 2)
            assert contrast(stop.ring, stop.ground) >= UNMISTAKABLE, stop


# Links


def test_links_in_words_and_lists_are_underlined(browser: Browser, site: Path) -> None:
    for address in ("", "kabar/", "papan/", "wilayah/", "tentang/", rich_session(site)):
        with opened(browser, site, address, width=PHONE) as page:
            assert page.locator("main a").count() > 1
            assert page.evaluate(PLAIN_LINKS) == [], address


def test_tabs_and_badges_are_not_underlined(browser: Browser, site: Path) -> None:
    boxed = ".md-tabs__link, .md-logo, a.kb-badge, .kb-ways a"
    lines = f"""() => [...document.querySelectorAll({boxed!r})]
      .map((one) => getComputedStyle(one).textDecorationLine)"""
    for address in ("", rich_session(site)):
        with opened(browser, site, address, width=SCREEN) as page:
            assert set(page.evaluate(lines)) == {"none"}


def test_links_one_below_the_other_leave_room_for_a_thumb(browser: Browser, site: Path) -> None:
    with opened(browser, site, rich_session(site), width=PHONE) as page:
        tops = page.evaluate(
            """() => [...document.querySelectorAll('.kb-facts dd a')]
              .flatMap((one) => [...one.getClientRects()])
              .map((box) => Math.round(box.top))"""
        )
    rows = sorted(set(tops))
    assert len(rows) > 1
    assert min(after - before for before, after in pairwise(rows)) >= 28
