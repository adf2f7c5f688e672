"""A page keeps its content and its shape: without scripts, enlarged, spaced, and by keyboard."""

import re
from collections.abc import Iterator
from html.parser import HTMLParser

import pytest
from built_sites import BuiltSite, HostedSite
from page_kinds import KINDS, Place, file_of, places
from playwright.sync_api import Browser, Page
from visits import HEIGHT, PHONE, SCREEN, opened

REFLOW = 320
"""CSS pixels a page must fit into without being moved sideways: WCAG 2.2, criterion 1.4.10."""
TWICE = SCREEN // 2
"""What is left of a screen at 200 %: criterion 1.4.4."""
ROOMY = """* { line-height: 1.5 !important; letter-spacing: 0.12em !important;
  word-spacing: 0.16em !important } p { margin-bottom: 2em !important }"""
"""The spacing of criterion 1.4.12."""

# Words that lie in a box which shows less of them than there is.
CUT = """() => [...document.querySelectorAll('body *')].filter((one) => {
  const style = getComputedStyle(one), cut = (way) => /hidden|clip/.test(way);
  const is_shown = one.checkVisibility({visibilityProperty: true}) && one.clientWidth > 1;
  return is_shown && !one.closest('svg') && one.textContent.trim() && (
    cut(style.overflowX) && one.scrollWidth > one.clientWidth + 1 ||
    cut(style.overflowY) && one.scrollHeight > one.clientHeight + 1);
}).map((one) => one.outerHTML.slice(0, 200))"""

# Whatever has the focus, going down the page and back up, and does not lie on top there.
OBSCURED = """() => {
  const focusable = 'a[href], button, summary, input, select, textarea, [tabindex="0"]';
  const all = [...document.querySelectorAll(focusable)].filter(
    (one) => one.checkVisibility({visibilityProperty: true}) && !one.disabled);
  return [...all, ...[...all].reverse()].filter((one) => {
    one.focus();
    const box = one.getClientRects()[0];
    const seen = document.elementFromPoint(box.left + box.width / 2, box.top + box.height / 2);
    return !seen || !(one.contains(seen) || seen.contains(one));
  }).map((one) => one.outerHTML.slice(0, 200));
}"""

MOVING = """() => [...document.querySelectorAll('*')].flatMap((one) =>
  [null, '::before', '::after'].filter((part) => {
    const {transitionDuration, transitionProperty, animationName, scrollBehavior} =
      getComputedStyle(one, part);
    const takes_time = /[1-9]/.test(transitionDuration) && transitionProperty !== 'none';
    return takes_time || animationName !== 'none' || scrollBehavior === 'smooth';
  }).map((part) => one.outerHTML.slice(0, 100) + (part || '')))"""

UNFOLD = "document.querySelectorAll('details').forEach((one) => { one.open = true; })"
WORDS = r"""() =>
  document.body.innerText.split(/\s*\n\s*/).map((line) => line.trim()).filter(Boolean)"""
CONTROLS = """() => [
    ...document.querySelectorAll(
      'button, form, output, [role=status], [role=search], .kb-found,' +
      '.kb-share a[href^="#"]')
  ].flatMap((one) => one.innerText.split(/\\s*\\n\\s*/)).map((line) => line.trim())"""


def chosen(sites: dict[str, HostedSite], kind: str) -> Iterator[tuple[HostedSite, Place]]:
    """The fullest made-up page of a kind, and a real one."""
    found = places({name: site.built for name, site in sites.items()}, kind)
    for place in dict.fromkeys((found[0], found[-1])):
        yield sites[place.site], place


def resize(page: Page, width: int) -> None:
    page.set_viewport_size({"width": width, "height": HEIGHT})


@pytest.mark.browser
@pytest.mark.parametrize("kind", KINDS)
def test_enlarged_or_spaced_nothing_is_cut_or_pushed_out(
    browser: Browser, hosted_sites: dict[str, HostedSite], kind: str
) -> None:
    for site, place in chosen(hosted_sites, kind):
        with opened(browser, site, place.address, restyled=True) as page:
            for spacing in (" ", ROOMY):
                page.add_style_tag(content=spacing)
                for width in (REFLOW, TWICE):
                    resize(page, width)
                    assert page.evaluate("document.documentElement.scrollWidth") <= width, place
                    assert page.evaluate(CUT) == [], (place, width, spacing)


@pytest.mark.browser
@pytest.mark.parametrize("kind", KINDS)
def test_by_keyboard_everything_is_seen_and_the_top_can_be_left_out(
    browser: Browser, hosted_sites: dict[str, HostedSite], kind: str
) -> None:
    for site, place in chosen(hosted_sites, kind):
        with opened(browser, site, place.address) as page:
            page.keyboard.press("Tab")
            assert page.evaluate("document.activeElement.textContent.trim()") == "Lewati ke isi"
            page.keyboard.press("Enter")
            assert page.evaluate("location.hash") == "#isi"
            page.keyboard.press("Tab")
            assert page.evaluate(
                """() => {
                  const main = document.querySelector('main'), one = document.activeElement;
                  return main.contains(one) || !!(main.compareDocumentPosition(one) & 4);
                }"""
            ), place
            for width in (PHONE, SCREEN):
                resize(page, width)
                assert page.evaluate(OBSCURED) == [], (place, width)
            assert page.evaluate(MOVING) == [], "what moves although the reader asked for rest"


@pytest.mark.browser
@pytest.mark.parametrize("kind", KINDS)
def test_without_scripts_a_page_says_all_it_says_with_them(
    browser: Browser, hosted_sites: dict[str, HostedSite], kind: str
) -> None:
    """But for what only a script can do: controls, and what they have to say."""
    for site, place in chosen(hosted_sites, kind):
        with opened(browser, site, place.address) as page:
            page.evaluate(UNFOLD)
            controls = set(page.evaluate(CONTROLS))
            scripted = [line for line in page.evaluate(WORDS) if line not in controls]
        with opened(browser, site, place.address, scripts=False) as page:
            page.evaluate(UNFOLD)
            plain = set(page.evaluate(WORDS))
        assert len(scripted) > 3
        assert [line for line in scripted if line not in plain] == [], place


class Outline(HTMLParser):
    """What a page is built of: its headings, its tables, its landmarks."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.levels: list[int] = []
        self.landmarks: list[str] = []
        self.nameless: list[str] = []
        self.ids: set[str] = set()
        self._table = ""
        self.feed(html)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        found = {key: value or "" for key, value in attrs}
        self.ids.add(found.get("id", ""))
        if re.fullmatch("h[1-6]", tag):
            self.levels.append(int(tag[1]))
        if tag in ("main", "footer") or found.get("class") == "md-header":
            self.landmarks.append(tag)
        if tag == "table":
            self._table = found.get("aria-labelledby", "")
        if tag == "tr" and self._table == "":
            self.nameless.append("table")
        if tag == "caption":
            self._table = "caption"
        if tag == "th" and "scope" not in found:
            self.nameless.append("th")


@pytest.mark.parametrize("kind", KINDS)
def test_headings_tables_and_landmarks_tell_how_a_page_is_built(
    built_sites: dict[str, BuiltSite], kind: str
) -> None:
    for place in places(built_sites, kind):
        html = file_of(built_sites, place).read_text(encoding="utf-8")
        outline = Outline(html)
        assert outline.levels[0] == 1, place
        assert outline.levels.count(1) == 1, place
        steps = zip(outline.levels, outline.levels[1:], strict=False)
        assert all(after <= before + 1 for before, after in steps), place
        assert outline.nameless == [], place
        assert outline.landmarks.count("main") == 1, place
        assert {"header", "footer"} <= set(outline.landmarks), place
        assert html.lstrip().lower().startswith('<!doctype html>\n<html lang="id"'), place
