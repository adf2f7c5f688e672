"""The search: an index of everything public, cut into volumes that a phone loads as it needs them.

Pagefind searches it in the browser, and says by what each word is found. A volume whose entries
have not changed is taken over from the previous site; the others are made in folders that are new,
never over an older one, so that nothing of what was withdrawn can be left in a file.
"""

import gc
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from contextvars import Context
from dataclasses import dataclass
from enum import Enum, auto
from hashlib import blake2b
from importlib.metadata import version
from itertools import chain
from pathlib import Path

from generator.archive import Archive
from generator.pagefiles import keep_folder
from generator.processes import can_inherit, pool
from generator.search.bundle import Record, bundle, made, records_of, write_all
from generator.search.postings import PIECE
from generator.search.roots import Vocabulary
from generator.search.service import Pagefind, SearchError
from generator.urls import SEARCH_INDEX
from generator.views.findable import Entry, entries_of, page_entries
from generator.views.volumes import PAGES, live, volumes

__all__ = ["Indexed", "SearchError", "index"]

_EDITION = (2, version("pagefind"), PIECE)
"""What decides the bytes of a volume besides its entries; the first number is this program's."""

_WORTH_SHARING = 1_000  # fewer entries are indexed sooner than other processes begin


@dataclass(frozen=True, slots=True)
class Indexed:
    """The names of the volumes that were made, and of those taken over."""

    made: tuple[str, ...] = ()
    kept: tuple[str, ...] = ()


def index(archive: Archive, site: Path, *, previous: Path | None = None, jobs: int = 1) -> Indexed:
    """Make the search of a site, in its folder; volumes are made in `jobs` processes.

    `previous` is an earlier site to take volumes over from. An archive without a single page makes
    none. Raises `SearchError` when Pagefind is missing or fails.
    """
    plans = tuple(_plans(archive, site / SEARCH_INDEX, previous))
    is_much = sum(plan.size for plan in plans) >= _WORTH_SHARING
    with _without_collecting():
        if jobs > 1 and is_much and can_inherit():
            results = _shared(plans, jobs)
        else:
            results = _carried_out(plans)
    return Indexed(
        made=tuple(plan.name for plan in plans if results[plan.name] is _Result.MADE),
        kept=tuple(plan.name for plan in plans if results[plan.name] is _Result.KEPT),
    )


@contextmanager
def _without_collecting() -> Iterator[None]:
    """Keep the garbage collector from looking through the archive, here and in new processes.

    What is made here refers to nothing in circles, and looking takes a fifth as long as indexing.
    """
    was_on = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_on:
            gc.enable()


class _Result(Enum):
    EMPTY = auto()
    MADE = auto()
    KEPT = auto()


@dataclass(frozen=True, slots=True)
class _Plan:
    """One volume to be had: taken over where it is the same, else made; `size` in entries."""

    name: str
    size: int
    entries: Iterator[Entry]
    target: Path
    previous: Path | None

    def carry_out(self, known: Vocabulary) -> _Result:
        """Bring the volume into its folder."""
        # A context of its own: the site speaks its language, whatever the program speaks.
        records = Context().run(lambda: list(records_of(self.entries)))
        if not records:
            return _Result.EMPTY
        digest = _digest(records)
        if self.previous and (older := made(self.previous)) and older.digest == digest:
            keep_folder(self.previous, self.target)
            return _Result.KEPT
        unfinished = self.target.with_name(f".{self.name}")
        has_program = self.name == PAGES
        files = bundle(records, self.name, digest, known, with_program=has_program)
        write_all(files, unfinished)
        unfinished.rename(self.target)
        return _Result.MADE


def _carried_out(plans: Iterable[_Plan]) -> dict[str, _Result]:
    with Pagefind() as pagefind:
        known = Vocabulary(pagefind.indexed)
        return {plan.name: plan.carry_out(known) for plan in plans}


def _shared(plans: Sequence[_Plan], jobs: int) -> dict[str, _Result]:
    """Let processes that know the archive already make the volumes, each about as much."""
    shares: list[list[int]] = [[] for _each in range(min(jobs, len(plans)))]
    for number in sorted(range(len(plans)), key=lambda number: -plans[number].size):
        min(shares, key=lambda share: sum(plans[each].size for each in share)).append(number)
    with pool(len(shares), _begin, plans) as executor:
        work = [executor.submit(_carry_out, share) for share in shares]
        try:
            return {name: result for one in work for name, result in one.result().items()}
        except BaseException:
            executor.shutdown(cancel_futures=True)
            raise


_begun: list[Sequence[_Plan]] = []


def _begin(plans: Sequence[_Plan]) -> None:
    """Remember, in a new process, what it is there for."""
    _begun.append(plans)


def _carry_out(share: Sequence[int]) -> dict[str, _Result]:
    return _carried_out(_begun[-1][number] for number in share)


def _plans(archive: Archive, target: Path, previous: Path | None) -> Iterator[_Plan]:
    pages = list(page_entries(archive))
    in_years = (
        (
            one.name,
            sum(len(live(archive, session)) or 1 for session in one.sessions),
            entries_of(archive, one),
        )
        for one in volumes(archive)
    )
    for name, size, entries in chain([(PAGES, len(pages), iter(pages))], in_years):
        older = previous / SEARCH_INDEX / name if previous else None
        yield _Plan(name, size, entries, target / name, older)


def _digest(records: Sequence[Record]) -> str:
    texts = b"\n".join(record.text for record in records)
    return blake2b(f"{_EDITION}\n".encode() + texts, digest_size=16).hexdigest()
