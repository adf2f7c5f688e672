"""The index of the search, made while MkDocs and the press make the pages."""

import shutil
from functools import partial
from pathlib import Path

from generator import search
from generator.archive import Archive
from generator.processes import Beside
from generator.urls import SEARCH_INDEX


class Indexing:
    """One index on its way: it is made of the archive alone, so it need not wait for any page.

    It grows out of sight, in a folder whose name begins with a dot: MkDocs empties its own
    meanwhile and spares those.
    """

    def __init__(self, archive: Archive, site: Path, previous: Path, jobs: int) -> None:
        """Begin the index of a site, in half of the `jobs` processes there may be.

        They are done about when the press begins, which needs them all. More would take from what
        this process does meanwhile, which nobody else can do.
        """
        self._site, self._grown = site, site / ".kabar-cari"
        self._clear()  # what a killed build left behind
        half = max(1, jobs // 2)
        index = partial(search.index, archive, self._grown, previous=previous, jobs=half)
        self._making = Beside(index, is_alone=jobs == 1)

    def finish(self) -> None:
        """Wait until it is made, and put it in its place; raises `SearchError`."""
        try:
            self._making.result()
            if self._grown.exists():
                place = self._site / SEARCH_INDEX
                place.parent.mkdir(exist_ok=True)
                (self._grown / SEARCH_INDEX).rename(place)
        finally:
            self._clear()

    def stop(self) -> None:
        """Leave nobody at work and nothing half made."""
        self._making.stop()
        self._clear()

    def _clear(self) -> None:
        shutil.rmtree(self._grown, ignore_errors=True)
