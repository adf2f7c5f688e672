"""The one style sheet holds all that a page needs and little else."""

import re
from pathlib import Path

import pytest
from built_sites import BuiltSite, HostedSite
from mkdocs.utils import get_theme_dir
from page_kinds import KINDS, places
from playwright.sync_api import Browser
from visits import LOOKS, opened, set_look

from generator.errors import SettingsError
from generator.plugin import style_sheet
from generator.plugin.preview import THEME
from generator.plugin.style_sheet import plain, rules, trimmed, without_unreferred

WORDS = frozenset({"ada", "isi", "type"})

# How every element of a page looks, and what stands before and after it.
APPEARANCE = """() => [...document.querySelectorAll('body, body *')].map((one) => {
  const box = one.getBoundingClientRect();
  const looks = [null, '::before', '::after'].map((part) => {
    const style = getComputedStyle(one, part);
    return part && style.content === 'none' ? '' : [
      'color', 'backgroundColor', 'backgroundImage', 'maskImage', 'fontSize', 'fontWeight',
      'fontFamily', 'fontStyle', 'lineHeight', 'borderTopWidth', 'borderTopColor', 'opacity',
      'borderRadius', 'display', 'visibility', 'position', 'textDecorationLine', 'listStyleType',
      'boxShadow', 'content', 'zIndex', 'overflowX', 'whiteSpace', 'transform', 'cursor',
    ].map((name) => style[name]).join('|');
  });
  return [one.localName + '.' + one.className, box.x, box.y, box.width, box.height, ...looks];
})"""
SWAP = """(sheet) => {
  document.querySelector('link[rel=stylesheet]').remove();
  document.head.append(Object.assign(document.createElement('style'), {textContent: sheet}));
}"""


@pytest.mark.parametrize(
    ("sheet", "left"),
    [
        (".ada{a:b}.tidak{c:d}", ".ada{a:b}"),
        (".ada,.tidak .ada,#isi{a:b}", ".ada,#isi{a:b}"),
        ("p,.tidak{a:b}", "p{a:b}"),
        (".ada:not(.tidak){a:b}", ".ada:not(.tidak){a:b}"),
        (".ada :is(.tidak,p){a:b}", ".ada :is(.tidak,p){a:b}"),
        ("[type=x],[data-x]{a:b}", "[type=x]{a:b}"),
        ("@media print{.tidak{a:b}}", ""),
        ("@media print{.tidak{a:b}.ada{c:d}}", "@media print{.ada{c:d}}"),
        ("@keyframes tidak{to{a:b}}", "@keyframes tidak{to{a:b}}"),
        ('@charset "UTF-8";.tidak{a:b}', '@charset "UTF-8";'),
        (".ada{a:\"}\"}.tidak{b:url('x;{')}", '.ada{a:"}"}'),
        ("[dir=rtl] .ada{a:b}", ""),
    ],
)
def test_rules_that_can_never_apply_are_left_out(sheet: str, left: str) -> None:
    assert trimmed(sheet, WORDS) == left


def test_names_that_nothing_refers_to_are_left_out() -> None:
    sheet = ":root{--satu:var(--dua);--dua:url('a;b');--tiga:1;a:b}"
    assert without_unreferred(sheet, "") == ":root{a:b}"
    assert (
        without_unreferred(sheet, "p{c:var(--satu)}")
        == ":root{--satu:var(--dua);--dua:url('a;b');a:b}"
    )


def test_a_sheet_that_is_broken_is_refused() -> None:
    with pytest.raises(SettingsError):
        list(rules(".ada{a:b"))


def test_comments_and_blanks_are_for_people() -> None:
    assert plain("/* Kata */\na,\nb {\n  c: d e;\n}\n") == "a,\nb{c: d e;}".replace("\n", " ")


def test_every_sheet_of_ours_is_in_it_and_no_other_file_is_published(
    built_sites: dict[str, BuiltSite],
) -> None:
    assert {f"assets/{file.name}" for file in (THEME / "assets").glob("*.css")} == set(
        style_sheet._SHEETS
    )
    for site in built_sites.values():
        published = {file.name for file in site.folder.rglob("*.css")}
        assert published == {Path(style_sheet.ADDRESS).name}


@pytest.mark.browser
@pytest.mark.parametrize("kind", KINDS)
def test_no_page_looks_different_for_what_was_left_out(
    browser: Browser, hosted_sites: dict[str, HostedSite], whole: str, kind: str
) -> None:
    sites = {name: site.built for name, site in hosted_sites.items()}
    for place in places(sites, kind)[:1]:
        look = LOOKS[KINDS.index(kind) % len(LOOKS)]
        with opened(browser, hosted_sites[place.site], place.address, restyled=True) as page:
            page.evaluate("document.querySelectorAll('details').forEach((one) => one.open = true)")
            set_look(page, look)
            trimmed_look = page.evaluate(APPEARANCE)
            page.evaluate(SWAP, whole)
            whole_look = page.evaluate(APPEARANCE)
    assert len(trimmed_look) > 30
    assert [pair for pair in zip(trimmed_look, whole_look, strict=True) if pair[0] != pair[1]] == []


@pytest.fixture(scope="module")
def whole() -> str:
    """The theme's sheet with nothing left out, then our own."""
    material = Path(get_theme_dir("material")) / "assets/stylesheets"
    (main,) = material.glob("main.*.min.css")
    own = [(THEME / sheet).read_text(encoding="utf-8") for sheet in style_sheet._SHEETS]
    return re.sub(r"/\*# sourceMappingURL.*?\*/", "", main.read_text(encoding="utf-8")) + "".join(
        own
    )
