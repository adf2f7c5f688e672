"""The press: sets pages into their shells, and writes only those that changed.

A page whose fingerprint is known is linked from the previous site and neither rendered nor
written. The others are rendered and written batch by batch, here or on any executor whose workers
reach the same folder. Views are built one by one, so memory does not grow with the archive.
"""

from collections import deque
from collections.abc import Callable, Iterable, Mapping, Sequence
from concurrent.futures import Executor, Future, wait
from contextvars import Context
from dataclasses import dataclass
from pathlib import Path
from types import TracebackType

from generator.errors import KabarError, ShellError
from generator.fingerprints import Fingerprint, edition, fingerprint
from generator.language import _
from generator.page import Page
from generator.pagefiles import keep, write
from generator.rendering import TEMPLATES, environment, way_back
from generator.shell import Shell, ShellKey

BATCH = 250
ALONE = 2  # batches made here first: for few pages no process is worth its start
_WAITING = 32  # batches handed out at once: enough for any pool, little to hold

Progress = Callable[[int, int], None]


@dataclass(frozen=True, slots=True)
class Printing:
    """What all pages of a run are made with, and the folder they go to.

    `site_url` is the site's full address and ends with a slash.
    """

    shells: Mapping[ShellKey, Shell]
    target: Path
    site_url: str
    templates: Path = TEMPLATES


@dataclass(frozen=True, slots=True)
class Previous:
    """An earlier site, and the fingerprints of its pages by address."""

    folder: Path
    fingerprints: Mapping[str, Fingerprint]


@dataclass(frozen=True, slots=True)
class Pressed:
    """What the press has done: each page's fingerprint by address, pages written and kept."""

    fingerprints: dict[str, Fingerprint]
    written: int
    kept: int


@dataclass(frozen=True, slots=True)
class PageFacts:
    """What a template sees of its page as `page`; `canonical` is the full address."""

    address: str
    title: str
    description: str
    canonical: str


@dataclass(frozen=True, slots=True)
class Sheet:
    """One page to be made."""

    facts: PageFacts
    shell: ShellKey
    template: str
    view: object
    digest: str


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
    return Context().run(_press, pages, printing, previous, executor, progress or _silent)


def render(page: Page, site_url: str, *, templates: Path = TEMPLATES, **more: object) -> str:
    """Give what a page's template makes of it, without a shell; it sees the names in `more` too."""
    return Context().run(_render, page, site_url, templates, more)


def _render(page: Page, site_url: str, templates: Path, more: Mapping[str, object]) -> str:
    template = environment(templates).get_template(page.template)
    facts = _facts(page, site_url)
    return template.render(view=page.view(), page=facts, base=way_back(page.address), **more)


def press_batch(printing: Printing, sheets: Iterable[Sheet]) -> dict[str, Fingerprint]:
    """Render and write some pages; gives their fingerprints by address."""
    templates = environment(printing.templates)
    fingerprints = {}
    for sheet in sheets:
        facts = sheet.facts
        body = templates.get_template(sheet.template).render(
            view=sheet.view, page=facts, base=way_back(facts.address)
        )
        shell = printing.shells[sheet.shell]
        content = shell.fill(
            title=facts.title, description=facts.description, canonical=facts.canonical, body=body
        )
        write(printing.target, facts.address, content)
        fingerprints[facts.address] = Fingerprint(sheet.digest, len(content))
    return fingerprints


def _press(
    pages: Sequence[Page],
    printing: Printing,
    previous: Previous | None,
    executor: Executor | None,
    progress: Progress,
) -> Pressed:
    made_by = edition(printing.templates)
    kept: dict[str, Fingerprint] = {}
    addresses: set[str] = set()
    with _Outlet(printing, executor) as outlet:
        for done, page in enumerate(pages):
            if done % BATCH == 0:
                progress(done, len(pages))
            if page.address in addresses:
                raise KabarError(_("Dua halaman beralamat sama: {0}").format(page.address))
            addresses.add(page.address)
            sheet = _sheet(page, printing, made_by)
            if known := _kept(sheet, printing, previous):
                kept[page.address] = known
            else:
                outlet.add(sheet)
    progress(len(pages), len(pages))
    return Pressed(kept | outlet.written, written=len(outlet.written), kept=len(kept))


def _silent(_done: int, _total: int) -> None:
    pass


def _sheet(page: Page, printing: Printing, made_by: str) -> Sheet:
    key = ShellKey(page.section, page.depth)
    shell = printing.shells.get(key)
    if shell is None:
        raise ShellError(_("Belum ada kerangka untuk halaman {0}").format(page.address))
    facts, view = _facts(page, printing.site_url), page.view()
    digest = fingerprint((made_by, shell.digest, page.template, facts, view))
    return Sheet(facts, key, page.template, view, digest)


def _facts(page: Page, site_url: str) -> PageFacts:
    return PageFacts(page.address, page.title, page.description, f"{site_url}{page.address}")


def _kept(sheet: Sheet, printing: Printing, previous: Previous | None) -> Fingerprint | None:
    """Take a page over from the previous site, when it would come out the same."""
    if previous is None:
        return None
    address = sheet.facts.address
    known = previous.fingerprints.get(address)
    if known is None or known.digest != sheet.digest:
        return None
    return known if keep(previous.folder, printing.target, address, known.size) else None


class _Outlet:
    """Hands out batches, a bounded number at a time, and gathers what has been written.

    When something fails it waits for what has begun, so that nobody still writes into a folder
    that is about to be cleared away.
    """

    def __init__(self, printing: Printing, executor: Executor | None) -> None:
        self.written: dict[str, Fingerprint] = {}
        self._printing = printing
        self._executor = executor
        self._sheets: list[Sheet] = []
        self._waiting: deque[Future[dict[str, Fingerprint]]] = deque()

    def __enter__(self) -> "_Outlet":
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        try:
            if kind is None:
                self._send()
                while self._waiting:
                    self._gather()
        finally:
            for future in self._waiting:
                future.cancel()
            wait(self._waiting)

    def add(self, sheet: Sheet) -> None:
        self._sheets.append(sheet)
        if len(self._sheets) == BATCH:
            self._send()
        if len(self._waiting) == _WAITING:
            self._gather()

    def _send(self) -> None:
        sheets, self._sheets = self._sheets, []
        if self._executor is None or len(self.written) < ALONE * BATCH:
            self.written.update(press_batch(self._printing, sheets))
        else:
            self._waiting.append(self._executor.submit(press_batch, self._printing, sheets))

    def _gather(self) -> None:
        self.written.update(self._waiting.popleft().result())
