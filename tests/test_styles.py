"""Style sheets hold what pages use, and ask nobody else for anything."""

import re
from pathlib import Path

import pytest

from generator.plugin.style_sheet import plain

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


@pytest.mark.parametrize("sheet", SHEETS, ids=lambda sheet: sheet.name)
def test_a_sheet_says_all_of_it_without_notes_and_indents(sheet: Path) -> None:
    written = sheet.read_text(encoding="utf-8")
    made, bare = plain(written), re.sub(r"/\*.*?\*/", "", written, flags=re.DOTALL)
    assert "/*" not in made
    assert "\n" not in made
    assert made.count("{") == bare.count("{")
    assert re.findall(r"[.#][a-z_][\w-]+", made) == re.findall(r"[.#][a-z_][\w-]+", bare)
    assert re.findall(r'"[^"]*"', made) == re.findall(r'"[^"]*"', bare)
