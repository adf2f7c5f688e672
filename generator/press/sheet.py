"""One page on its way: what it is made from, and the making of it, in any process."""

import json
from collections.abc import Iterable, Mapping
from contextvars import Context
from dataclasses import field
from pathlib import Path
from typing import Protocol

from markupsafe import Markup

from generator.errors import ShellError
from generator.fingerprints import Fingerprint, content_print
from generator.language import _
from generator.page import Crumb, FeedLink, Page, said
from generator.pagefiles import Shape, keep, name_of, write
from generator.rendering import BASE, TEMPLATES, LeanEnvironment, environment, way_back
from generator.shell import Shell, ShellKey
from generator.value import value

HEAD = "_head.html"
TRAIL = "_trail.html"
_BASE = BASE.encode()


class Judge(Protocol):
    """Searches what is made for what may not be published."""

    def take(self, name: str, content: bytes) -> None:
        """Search the file of this name, which was just written.

        The content of a page comes without the ways back to the root that its links begin with.
        """

    def clean(self) -> Mapping[str, Shape]:
        """Give what nothing was found in since this was asked last, and the shape of it."""


@value
class Printing:
    """What all pages of a run are made with, and the folder they go to.

    `site_url` is the site's full address and ends with a slash. `inputs` is a digest of everything
    the pages tell of, the day included; "" where nobody has made one. `previous` is the folder of
    an earlier site, where pages that come out the same are taken over from. `judge` searches what
    is written, in the process that writes it.
    """

    shells: Mapping[ShellKey, Shell]
    target: Path
    site_url: str
    templates: Path = TEMPLATES
    inputs: str = ""
    previous: Path | None = None
    judge: Judge | None = None


@value
class PageFacts:
    """What a template sees of its page as `page`; `canonical` is the full address."""

    address: str
    title: str
    description: str
    canonical: str
    trail: tuple[Crumb, ...] = ()

    @property
    def root(self) -> str:
        """The full address of the site, which ends with a slash."""
        return self.canonical.removesuffix(self.address)


@value
class HeadView:
    """What `_head.html` sees as `head`; `structured` is JSON-LD, safe inside a script tag."""

    image: str
    image_alt: str
    feeds: tuple[FeedLink, ...]
    structured: Markup
    is_listed: bool


@value
class Sheet:
    """One page to be made; `edition` stands for the program and the templates that make it.

    `known` is what the page was in the earlier site, None where it is not known to be there.
    """

    facts: PageFacts
    head: HeadView
    shell: ShellKey
    template: str
    view: object
    edition: str
    known: Fingerprint | None = None


@value
class Made:
    """Fingerprints by address: of what was taken over, and of what was written.

    And the names of files that were searched and found clean, with their shapes.
    """

    kept: dict[str, Fingerprint] = field(default_factory=dict)
    written: dict[str, Fingerprint] = field(default_factory=dict)
    clean: dict[str, Shape] = field(default_factory=dict)

    def take(self, more: "Made") -> None:
        """Add what another part of the work has made."""
        self.kept.update(more.kept)
        self.written.update(more.written)
        self.clean.update(more.clean)


def sheet_of(
    page: Page, printing: Printing, edition: str, known: Fingerprint | None = None
) -> Sheet:
    """Build a page's view; `ShellError` when there is no shell for it."""
    key = ShellKey(page.section, page.depth)
    if key not in printing.shells:
        raise ShellError(_("Belum ada kerangka untuk halaman {0}").format(page.address))
    facts, head = _facts(page, printing.site_url), _head(page)
    return Sheet(facts, head, key, page.template, page.view(), edition, known)


def press_batch(printing: Printing, sheets: Iterable[Sheet]) -> Made:
    """Render some pages, and write those that have not come out as they were."""
    made = Made()
    for sheet in sheets:
        press_one(printing, sheet, made)
    return made


def press_one(printing: Printing, sheet: Sheet, made: Made) -> None:
    """Render a page, and write it unless it has come out as it was; `made` is told of it.

    A page is known by its own bytes: nothing it is made from can be forgotten, and to find out
    that it has not changed costs what spelling out all it is made from would.
    """
    set_page, address = set_in_shell(sheet, printing), sheet.facts.address
    content = set_page.replace(_BASE, way_back(address).encode())
    fresh = content_print(content)
    if fresh == sheet.known and is_kept(printing, address, fresh):
        made.kept[address] = fresh
    else:
        # Without the ways back a link is the same on all pages, so it need be searched but once.
        put(printing, address, content, set_page.replace(_BASE, b""))
        made.written[address] = fresh


def put(printing: Printing, address: str, content: bytes, read: bytes | None = None) -> None:
    """Write a page or a file, and let it be searched, as it is or as it is better `read`."""
    write(printing.target, address, content)
    if printing.judge:
        printing.judge.take(name_of(address), content if read is None else read)


def is_kept(printing: Printing, address: str, known: Fingerprint) -> bool:
    """Take a page or file over from the earlier site, if it is there in full."""
    if printing.previous is None:
        return False
    return keep(printing.previous, printing.target, address, known.size)


def render(page: Page, site_url: str, *, templates: Path = TEMPLATES, **more: object) -> str:
    """Give the way to a page and the page, without a shell; its template sees `more` as well."""
    # A context of its own: the site speaks its language, whatever the program speaks.
    return Context().run(_render, page, site_url, templates, more)


def render_head(page: Page, site_url: str, *, templates: Path = TEMPLATES) -> str:
    """Give what stands in a page's head for programs, as HTML."""
    facts, head = _facts(page, site_url), _head(page)
    made = Context().run(_render_head, facts, head, site_url, environment(templates))
    return made.replace(BASE, way_back(facts.address))


def _render_head(
    facts: PageFacts, head: HeadView, site_url: str, templates: LeanEnvironment
) -> str:
    return templates.rendered(HEAD, page=facts, head=head, site_url=site_url, base=BASE)


def _render(page: Page, site_url: str, templates: Path, more: Mapping[str, object]) -> str:
    made = environment(templates)
    body = _body(_facts(page, site_url), page.template, page.view(), made, more)
    return body.replace(BASE, way_back(page.address))


def _body(
    facts: PageFacts, template: str, view: object, made: LeanEnvironment, more: Mapping[str, object]
) -> str:
    """Give what is set into a shell: the way to the page, and the page, both with `BASE`."""
    trail = made.rendered(TRAIL, page=facts, base=BASE) if facts.trail else ""
    body = made.rendered(template, view=view, page=facts, base=BASE, **more)
    return trail + body


def set_in_shell(sheet: Sheet, printing: Printing) -> bytes:
    """Give a whole page, with `BASE` where the way back to the root is to stand."""
    facts, templates = sheet.facts, environment(printing.templates, sheet.edition)
    return printing.shells[sheet.shell].fill(
        title=facts.title,
        description=facts.description,
        canonical=facts.canonical,
        head=_render_head(facts, sheet.head, printing.site_url, templates),
        body=_body(facts, sheet.template, sheet.view, templates, {}),
    )


def _facts(page: Page, site_url: str) -> PageFacts:
    canonical = f"{site_url}{page.address}"
    title, description = said(page.title), said(page.description)
    return PageFacts(page.address, title, description, canonical, page.trail)


def _head(page: Page) -> HeadView:
    head = page.head
    said = head.structured() if head.structured else None
    script = _as_script(said) if said else Markup()
    return HeadView(head.image, head.image_alt, head.feeds, script, head.is_listed)


_JSON = json.JSONEncoder(ensure_ascii=False, separators=(",", ":"))


def _as_script(said: object) -> Markup:
    """Write JSON so that nothing in it can end the script tag it stands in."""
    return Markup(_JSON.encode(said).replace("<", r"\u003c"))
