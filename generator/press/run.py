"""One run over all pages and files: what can be taken over is, the rest is made."""

import gc
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from concurrent.futures import Executor
from contextlib import contextmanager
from contextvars import Context
from dataclasses import dataclass, field, replace
from pathlib import Path

from generator.errors import KabarError
from generator.fingerprints import Fingerprint, SitePrint, content_print, edition, fingerprint
from generator.language import _
from generator.page import Page, SiteFile
from generator.pagefiles import Shape, is_page
from generator.press.outlet import ALONE, BATCH, Outlet
from generator.press.sheet import Made, Printing, Sheet, is_kept, press_one, put, sheet_of
from generator.processes import batches, can_inherit, pool
from generator.rendering import compile_all

Progress = Callable[[int, int], None]


@dataclass(frozen=True, slots=True)
class Previous:
    """An earlier site, and what is known of it."""

    folder: Path
    known: SitePrint


@dataclass(frozen=True, slots=True)
class Pressed:
    """What a run has done: what is to be known of the site, pages written and pages taken over.

    Files beside the pages are known, and not counted. `clean` are the files that were searched as
    they were written and hold nothing, by name, with their shapes.
    """

    known: SitePrint
    written: int
    kept: int
    clean: Mapping[str, Shape] = field(default_factory=dict)


def press(
    pages: Sequence[Page],
    printing: Printing,
    *,
    files: Sequence[SiteFile] = (),
    previous: Previous | None = None,
    executor: Executor | None = None,
    jobs: int = 1,
    progress: Progress | None = None,
) -> Pressed:
    """Bring every page into the target folder, as `<address>index.html`, and every file beside.

    Pages of `previous` that still hold are linked from there. Pages are made on `executor`, whose
    workers reach the same folder, else in `jobs` processes. `progress` is told how many pages are
    done of how many. Files are made where views are built. Not a byte depends on who does the
    work, nor on the language the program speaks to its user: the site speaks its own. Raises
    `KabarError` when two pages share an address or a shell is missing.
    """
    with _archive_at_rest():
        run = Context().run
        made: list[Page | SiteFile] = [*pages, *files]
        return run(_press, made, printing, previous, executor, jobs, progress or _silent)


@contextmanager
def _archive_at_rest() -> Iterator[None]:
    """Keep the garbage collector from looking through what was read, again and again.

    It is large and stays; looking through it takes longer than building views from it.
    """
    gc.freeze()
    try:
        yield
    finally:
        gc.unfreeze()


def _press(
    pages: Sequence[Page | SiteFile],
    printing: Printing,
    previous: Previous | None,
    executor: Executor | None,
    jobs: int,
    progress: Progress,
) -> Pressed:
    if len({page.address for page in pages}) < len(pages):
        raise KabarError(_("Dua halaman beralamat sama: {0}").format(_twice(pages)))
    made_by = edition(printing.templates)
    printing = replace(printing, previous=previous.folder if previous else None)
    if executor is not None:  # what is found quiet in one batch would have to be sent to the next
        printing = replace(printing, judge=None)
    whole = _whole(printing, made_by)
    old = _Old(previous, printing, whole)
    kept: dict[str, Fingerprint] = {}
    unknown: list[Page | SiteFile] = []
    for page in pages:
        known = old.unread(page.address)
        if known is None:
            unknown.append(page)
        else:
            kept[page.address] = known
    work = _Work(unknown, printing, made_by, old)
    is_much = sum(work.weights()) > ALONE * BATCH
    is_shared = executor is None and jobs > 1 and is_much and can_inherit()
    made = _shared(work, jobs, progress) if is_shared else _alone(work, executor, progress)
    progress(len(pages), len(pages))
    site = SitePrint(kept | made.kept | made.written, whole)
    taken_over = _pages(kept) + _pages(made.kept)
    return Pressed(site, written=_pages(made.written), kept=taken_over, clean=made.clean)


def _pages(addresses: Iterable[str]) -> int:
    return sum(map(is_page, addresses))


@dataclass(frozen=True, slots=True)
class _Work:
    """What has to be built to know whether it has changed."""

    pages: Sequence[Page | SiteFile]
    printing: Printing
    made_by: str
    old: "_Old"

    def batches(self) -> list[tuple[int, int]]:
        """Give where each batch begins and ends; those of pages take about as long as of files."""
        return batches(self.weights(), BATCH)

    def weights(self) -> list[int]:
        """Give for each page or file how many pages take as long to make."""
        return [page.weight if isinstance(page, SiteFile) else 1 for page in self.pages]

    def make(self, start: int, end: int) -> Made:
        """Make one batch of the pages, here."""
        made = Made()
        for page in self.pages[start:end]:
            if isinstance(page, SiteFile):
                self.place(page, made)
                continue
            press_one(self.printing, self.sheet(page), made)
        return self.judged(made)

    def judged(self, made: Made) -> Made:
        """Let what was made here be told with what was found clean of it."""
        if self.printing.judge:
            made.clean.update(self.printing.judge.clean())
        return made

    def sheet(self, page: Page) -> Sheet:
        """Build what a page is made from."""
        return sheet_of(page, self.printing, self.made_by, self.old.known(page.address))

    def place(self, file: SiteFile, made: Made) -> None:
        """Make one file, and write it unless it came out as it was."""
        digest = "" if file.made_from is None else fingerprint((self.made_by, file.made_from))
        if digest and (known := self.old.file(file.address, digest)):
            made.kept[file.address] = known
            return
        content = file.content()
        fresh = Fingerprint(digest, len(content)) if digest else content_print(content)
        if self.old.same_file(file.address, fresh):
            made.kept[file.address] = fresh
        else:
            put(self.printing, file.address, content)
            made.written[file.address] = fresh


def _alone(work: _Work, executor: Executor | None, progress: Progress) -> Made:
    """Build every view here; pages are rendered here too, or sent to the executor."""
    made = Made()
    with Outlet(work.printing, executor) as outlet:
        for done, page in enumerate(work.pages):
            if done % BATCH == 0:
                progress(done, len(work.pages))
            if isinstance(page, SiteFile):
                work.place(page, made)
                continue
            outlet.add(work.sheet(page))
    made.take(outlet.made)
    return work.judged(made)


def _shared(work: _Work, jobs: int, progress: Progress) -> Made:
    """Let processes that know the archive already build views and pages, batch by batch."""
    made = Made()
    compile_all(work.printing.templates, work.made_by)
    with pool(jobs, _begin, work) as executor:
        made_of = [(start, executor.submit(_make, start, end)) for start, end in work.batches()]
        try:
            for start, batch in made_of:
                progress(start, len(work.pages))
                made.take(batch.result())
        except BaseException:
            executor.shutdown(cancel_futures=True)
            raise
    return made


_begun: list[_Work] = []


def _begin(work: _Work) -> None:
    """Remember, in a new process, what it is there for."""
    _begun.append(work)


def _make(start: int, end: int) -> Made:
    return _begun[-1].make(start, end)


class _Old:
    """The earlier site, as a place to take pages from."""

    def __init__(self, previous: Previous | None, printing: Printing, whole: str) -> None:
        self._pages = previous.known.pages if previous else {}
        self._is_all_the_same = bool(previous and whole and previous.known.whole == whole)
        self._printing = printing

    def unread(self, address: str) -> Fingerprint | None:
        """Take over without building anything: nothing has changed that could change it."""
        known = self._pages.get(address) if self._is_all_the_same else None
        return self._taken(address, known)

    def known(self, address: str) -> Fingerprint | None:
        """Say what a page or file was."""
        return self._pages.get(address)

    def file(self, address: str, digest: str) -> Fingerprint | None:
        """Take a file over that is made from the same."""
        known = self._pages.get(address)
        return self._taken(address, known) if known and known.digest == digest else None

    def same_file(self, address: str, fresh: Fingerprint) -> bool:
        """Take a file over that has come out the same."""
        return self._pages.get(address) == fresh and self._taken(address, fresh) is not None

    def _taken(self, address: str, known: Fingerprint | None) -> Fingerprint | None:
        return known if known and is_kept(self._printing, address, known) else None


def _whole(printing: Printing, made_by: str) -> str:
    """Give one digest of all that any page depends on; "" when the inputs are not known."""
    if not printing.inputs:
        return ""
    shells = tuple(
        (key.section, key.depth, shell.digest) for key, shell in sorted(printing.shells.items())
    )
    return fingerprint((made_by, printing.inputs, printing.site_url, shells))


def _twice(pages: Sequence[Page | SiteFile]) -> str:
    counts = Counter(page.address for page in pages)
    return counts.most_common(1)[0][0]


def _silent(_done: int, _total: int) -> None:
    pass
