"""The search: an index of everything public, cut into volumes that a phone loads as it needs them.

Pagefind makes the index and searches it in the browser. A volume whose entries have not changed is
taken over from the previous site; the others are made in folders that are new, never over an older
one, so that nothing of what was withdrawn can be left in a file.
"""

from collections.abc import Iterable, Iterator
from concurrent.futures import ThreadPoolExecutor
from contextvars import Context, copy_context
from dataclasses import dataclass
from enum import Enum, auto
from hashlib import blake2b
from importlib.metadata import version
from itertools import chain
from json import dumps
from pathlib import Path

from generator.archive import Archive
from generator.pagefiles import keep_folder
from generator.search.bundle import bundle, made, write
from generator.search.service import POSTINGS, SearchError, indexed
from generator.urls import SEARCH_INDEX
from generator.views.findable import Entry, entries_of, page_entries
from generator.views.volumes import PAGES, volumes

__all__ = ["Indexed", "SearchError", "index"]

_EDITION = (1, version("pagefind"), POSTINGS)
"""What decides the bytes of a volume besides its entries; the first number is this program's."""

_MOST_AT_A_TIME = 4  # each takes about 50 kB of memory an entry


@dataclass(frozen=True, slots=True)
class Indexed:
    """The names of the volumes that were made, and of those taken over."""

    made: tuple[str, ...] = ()
    kept: tuple[str, ...] = ()


def index(archive: Archive, site: Path, *, previous: Path | None = None, jobs: int = 1) -> Indexed:
    """Make the search of a site, in its folder; up to `jobs` volumes are made at a time.

    `previous` is an earlier site to take volumes over from. An archive without a single page makes
    none. Raises `SearchError` when Pagefind is missing or fails.
    """
    plans = list(_plans(archive, site / SEARCH_INDEX, previous))
    with ThreadPoolExecutor(max_workers=max(1, min(jobs, _MOST_AT_A_TIME))) as pool:
        work = {plan.name: pool.submit(copy_context().run, plan.carry_out) for plan in plans}
    results = {name: one.result() for name, one in work.items()}
    return Indexed(
        made=tuple(name for name, result in results.items() if result is _Result.MADE),
        kept=tuple(name for name, result in results.items() if result is _Result.KEPT),
    )


class _Result(Enum):
    EMPTY = auto()
    MADE = auto()
    KEPT = auto()


@dataclass(frozen=True, slots=True)
class _Plan:
    """One volume to be had: taken over where it is the same, else made."""

    name: str
    entries: Iterator[Entry]
    target: Path
    previous: Path | None

    def carry_out(self) -> _Result:
        """Bring the volume into its folder."""
        # A context of its own: the site speaks its language, whatever the program speaks.
        records = Context().run(lambda: [entry.record() for entry in self.entries])
        if not records:
            return _Result.EMPTY
        digest = _digest(records)
        if self.previous and (known := made(self.previous)) and known.digest == digest:
            keep_folder(self.previous, self.target)
            return _Result.KEPT
        unfinished = self.target.with_name(f".{self.name}")
        files = bundle(indexed(records), self.name, digest, with_program=self.name == PAGES)
        write(files, unfinished)
        unfinished.rename(self.target)
        return _Result.MADE


def _plans(archive: Archive, target: Path, previous: Path | None) -> Iterator[_Plan]:
    in_years = ((one.name, entries_of(archive, one)) for one in volumes(archive))
    for name, entries in chain([(PAGES, page_entries(archive))], in_years):
        older = previous / SEARCH_INDEX / name if previous else None
        yield _Plan(name, entries, target / name, older)


def _digest(records: Iterable[object]) -> str:
    spelt = dumps([_EDITION, list(records)], ensure_ascii=False, sort_keys=True)
    return blake2b(spelt.encode(), digest_size=16).hexdigest()
