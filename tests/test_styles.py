"""Style sheets hold what pages use, and ask nobody else for anything."""

import gzip
import re
from pathlib import Path

import pytest

from generator.plugin import styles

PACKAGE = Path(__file__).parents[1] / "generator"
SHEETS = sorted((PACKAGE / "theme/assets").glob("*.css"))
PAGES = " ".join(
    file.read_text(encoding="utf-8")
    for folder in ("templates", "theme")
    for file in sorted((PACKAGE / folder).rglob("*.html"))
)
SCRIPTS = " ".join(
    file.read_text(encoding="utf-8") for file in sorted((PACKAGE / "theme/assets").glob("*.js"))
)
PUT_TOGETHER = re.findall(r"(kb-[\w-]+?)\{\{", PAGES)
"""The beginnings of classes whose end comes from a view."""


@pytest.mark.parametrize("sheet", SHEETS, ids=lambda sheet: sheet.name)
def test_every_class_that_is_styled_is_used(sheet: Path) -> None:
    styled = set(re.findall(r"\.(kb-[\w-]+)", sheet.read_text(encoding="utf-8")))
    used = set(re.findall(r"kb-[\w-]+", PAGES + SCRIPTS))
    assert PUT_TOGETHER
    unused = {each for each in styled - used if not each.startswith(tuple(PUT_TOGETHER))}
    assert unused == set()


@pytest.mark.parametrize("sheet", SHEETS, ids=lambda sheet: sheet.name)
def test_no_sheet_asks_another_host(sheet: Path) -> None:
    content = sheet.read_text(encoding="utf-8")
    assert re.findall(r"https?:|//[a-z]|@import|@font-face", content) == []


def test_pages_ask_for_one_sheet_that_says_what_all_of_them_say() -> None:
    made = styles.style(PACKAGE / "theme")
    assert [sheet.name for sheet in SHEETS] == sorted(styles.PARTS)
    assert "/*" not in made
    assert "\n" not in made
    written = "".join(sheet.read_text(encoding="utf-8") for sheet in SHEETS)
    bare = re.sub(r"/\*.*?\*/", "", written, flags=re.DOTALL)
    assert made.count("{") == bare.count("{")
    assert sorted(re.findall(r"[.#][a-z_][\w-]+", made)) == sorted(
        re.findall(r"[.#][a-z_][\w-]+", bare)
    )
    assert 'content: " (" attr(href) ")"' in made


def test_all_that_a_page_is_dressed_in_stays_light() -> None:
    """With the theme's own sheet, the page and its scripts a first visit is below 75 KB."""
    made = styles.style(PACKAGE / "theme")
    assert len(gzip.compress(made.encode(), mtime=0)) < 10_000
