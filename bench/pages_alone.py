"""What a build costs that reads records and makes pages of them, as MkDocs alone does.

Left out is what ours does on top: the gate and the search of the finished site for what points to a
person, the index of the site's own search, feeds, calendars, open data and cards, and the boards,
sheets and posters. What stays is what a session came to, told on pages: home, sessions, reports,
appointments, units, areas, themes and programmes.
"""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

from generator import site, site_scan
from generator.archive import Archive
from generator.page import Page
from generator.plugin import hooks
from generator.views import catalogue

KEPT = frozenset({
    *("home.html", "session.html", "withdrawn.html", "sessions.html", "reports.html"),
    *("schedule.html", "unit.html", "units.html", "area.html", "areas.html", "villages.html"),
    *("theme.html", "themes.html", "programme.html", "programmes.html"),
})  # fmt: skip
"""The templates of the pages that are made."""


class _NoIndexing:
    """Stands where the index of the search is made."""

    def __init__(self, _archive: Archive, _site: Path, _previous: Path, _jobs: int) -> None:
        pass

    def finish(self) -> None:
        """Do nothing."""

    def stop(self) -> None:
        """Do nothing."""


def leave_out_the_rest() -> None:
    """Make builds of this process do no more than that; they cannot be strict, for links dangle."""
    all_pages = catalogue.all_pages

    def kept_pages(archive: Archive) -> Iterator[Page]:
        return (page for page in all_pages(archive) if page.template in KEPT)

    replaced: tuple[tuple[Any, str, object], ...] = (
        (catalogue, "all_pages", kept_pages),
        (hooks, "Indexing", _NoIndexing),
        (site, "examining", lambda *_given, **_more: tuple),
        (site, "all_files", lambda *_given: ()),
        (site_scan, "scan", lambda *_given, **_more: site_scan.Scanned()),
    )
    for module, name, instead in replaced:
        if not hasattr(module, name):
            raise AttributeError(name)
        setattr(module, name, instead)
