"""Whole pages kept in the tree: what a page holds is read in a diff, not described in asserts.

`pytest --refresh` writes them anew; look at `git diff tests/expected` before committing.
"""

import datetime
from difflib import unified_diff
from functools import cache
from pathlib import Path

import pytest

from generator import archive, records
from generator.archive import Archive
from generator.findings import has_errors
from generator.press import PageFacts
from generator.rendering import environment, way_back

FOLDER = Path(__file__).parent / "expected"
DATA = FOLDER / "data"
"""An invented archive in which every status, every mark and every kind of entry occurs."""

TODAY = datetime.date(2024, 6, 1)
SITE = "https://kabarbalik.example/"
"""Where made-up pages stand: what residents send leads back there."""


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption(
        "--refresh", action="store_true", help="write the pages in tests/expected anew"
    )


@cache
def made_up_archive(today: datetime.date = TODAY) -> Archive:
    """The invented archive as it stands on a day."""
    reading = records.read(FOLDER, DATA)
    assert not has_errors(reading.findings), reading.findings
    return archive.build(reading.records, today)


def body(template: str, view: object, address: str) -> str:
    """A page's own HTML, without the shell around it."""
    facts = PageFacts(address, "", "", f"{SITE}{address}")
    return (
        environment().get_template(template).render(view=view, page=facts, base=way_back(address))
    )


def compare(config: pytest.Config, name: str, html: str) -> None:
    """Hold a page against the one that is kept, or keep this one when asked to."""
    kept = FOLDER / f"{name}.html"
    if config.getoption("--refresh", default=False):
        kept.write_text(html, encoding="utf-8", newline="\n")
        return
    before = kept.read_text(encoding="utf-8") if kept.is_file() else ""
    if html != before:
        change = unified_diff(
            before.splitlines(), html.splitlines(), "kept", "now", lineterm="", n=1
        )
        pytest.fail("\n".join([f"{kept.name} is not what was kept; see --refresh", *change]))
