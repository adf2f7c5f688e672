"""One run over all pages: what can be taken over is, the rest is made."""

import gc
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import Executor
from contextlib import contextmanager
from contextvars import Context
from dataclasses import dataclass
from pathlib import Path

from generator.errors import KabarError
from generator.fingerprints import Fingerprint, SitePrint, edition, fingerprint
from generator.language import _
from generator.page import Page
from generator.pagefiles import keep
from generator.press.outlet import BATCH, Outlet
from generator.press.sheet import Printing, Sheet, digest_of, sheet_of

Progress = Callable[[int, int], None]


@dataclass(frozen=True, slots=True)
class Previous:
    """An earlier site, and what is known of it."""

    folder: Path
    known: SitePrint


@dataclass(frozen=True, slots=True)
class Pressed:
    """What a run has done: what is to be known of the site, pages written and pages taken over."""

    known: SitePrint
    written: int
    kept: int


def press(
    pages: Sequence[Page],
    printing: Printing,
    *,
    previous: Previous | None = None,
    executor: Executor | None = None,
    progress: Progress | None = None,
) -> Pressed:
    """Bring every page into the target folder, as `<address>index.html`.

    Pages of `previous` that still hold are linked from there. `progress` is told how many pages
    are done of how many. Not a byte depends on the executor, nor on the language the program
    speaks to its user: the site speaks its own. Raises `KabarError` when two pages share an
    address or a shell is missing.
    """
    with _archive_at_rest():
        return Context().run(_press, pages, printing, previous, executor, progress or _silent)


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
    pages: Sequence[Page],
    printing: Printing,
    previous: Previous | None,
    executor: Executor | None,
    progress: Progress,
) -> Pressed:
    if len({page.address for page in pages}) < len(pages):
        raise KabarError(_("Dua halaman beralamat sama: {0}").format(_twice(pages)))
    made_by = edition(printing.templates)
    whole = _whole(printing, made_by)
    old = _Old(previous, printing, whole)
    kept: dict[str, Fingerprint] = {}
    with Outlet(printing, executor) as outlet:
        for done, page in enumerate(pages):
            if done % BATCH == 0:
                progress(done, len(pages))
            known = old.unread(page)
            if known is None:
                sheet = sheet_of(page, printing, made_by)
                known = old.same(sheet)
            if known is None:
                outlet.add(sheet)
            else:
                kept[page.address] = known
    progress(len(pages), len(pages))
    site = SitePrint(kept | outlet.written, whole)
    return Pressed(site, written=len(outlet.written), kept=len(kept))


class _Old:
    """The earlier site, as a place to take pages from."""

    def __init__(self, previous: Previous | None, printing: Printing, whole: str) -> None:
        self._folder = previous.folder if previous else printing.target
        self._pages = previous.known.pages if previous else {}
        self._is_all_the_same = bool(previous and whole and previous.known.whole == whole)
        self._printing = printing

    def unread(self, page: Page) -> Fingerprint | None:
        """Take a page over without building its view: nothing has changed that could change it."""
        known = self._pages.get(page.address) if self._is_all_the_same else None
        return self._taken(page.address, known)

    def same(self, sheet: Sheet) -> Fingerprint | None:
        """Take a page over that would come out the same."""
        known = self._pages.get(sheet.facts.address)
        if known is None or known.digest != digest_of(sheet, self._printing):
            return None
        return self._taken(sheet.facts.address, known)

    def _taken(self, address: str, known: Fingerprint | None) -> Fingerprint | None:
        if known and keep(self._folder, self._printing.target, address, known.size):
            return known
        return None


def _whole(printing: Printing, made_by: str) -> str:
    """Give one digest of all that any page depends on; "" when the inputs are not known."""
    if not printing.inputs:
        return ""
    shells = tuple(
        (key.section, key.depth, shell.digest) for key, shell in sorted(printing.shells.items())
    )
    return fingerprint((made_by, printing.inputs, printing.site_url, shells))


def _twice(pages: Sequence[Page]) -> str:
    counts = Counter(page.address for page in pages)
    return counts.most_common(1)[0][0]


def _silent(_done: int, _total: int) -> None:
    pass
