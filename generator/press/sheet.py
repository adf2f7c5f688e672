"""One page on its way: what it is made from, and the making of it, in any process."""

import json
from collections.abc import Iterable, Mapping
from contextvars import Context
from dataclasses import dataclass
from pathlib import Path

from jinja2 import Environment
from markupsafe import Markup

from generator.errors import ShellError
from generator.fingerprints import Fingerprint, fingerprint
from generator.language import _
from generator.page import Crumb, FeedLink, Page
from generator.pagefiles import write
from generator.rendering import TEMPLATES, environment, way_back
from generator.shell import Shell, ShellKey

HEAD = "_head.html"
TRAIL = "_trail.html"


@dataclass(frozen=True, slots=True)
class Printing:
    """What all pages of a run are made with, and the folder they go to.

    `site_url` is the site's full address and ends with a slash. `inputs` is a digest of everything
    the pages tell of, the day included; "" where nobody has made one.
    """

    shells: Mapping[ShellKey, Shell]
    target: Path
    site_url: str
    templates: Path = TEMPLATES
    inputs: str = ""


@dataclass(frozen=True, slots=True)
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


@dataclass(frozen=True, slots=True)
class HeadView:
    """What `_head.html` sees as `head`; `structured` is JSON-LD, safe inside a script tag."""

    image: str
    image_alt: str
    feeds: tuple[FeedLink, ...]
    structured: Markup
    is_listed: bool


@dataclass(frozen=True, slots=True)
class Sheet:
    """One page to be made; `edition` stands for the program and the templates that make it."""

    facts: PageFacts
    head: HeadView
    shell: ShellKey
    template: str
    view: object
    edition: str


def sheet_of(page: Page, printing: Printing, edition: str) -> Sheet:
    """Build a page's view; `ShellError` when there is no shell for it."""
    key = ShellKey(page.section, page.depth)
    if key not in printing.shells:
        raise ShellError(_("Belum ada kerangka untuk halaman {0}").format(page.address))
    facts, head = _facts(page, printing.site_url), _head(page)
    return Sheet(facts, head, key, page.template, page.view(), edition)


def digest_of(sheet: Sheet, printing: Printing) -> str:
    """Give one digest of everything the bytes of a page depend on."""
    shell = printing.shells[sheet.shell].digest
    return fingerprint((sheet.edition, shell, sheet.template, sheet.facts, sheet.head, sheet.view))


def press_batch(printing: Printing, sheets: Iterable[Sheet]) -> dict[str, Fingerprint]:
    """Render and write some pages; gives their fingerprints by address."""
    return {sheet.facts.address: _press(sheet, printing) for sheet in sheets}


def render(page: Page, site_url: str, *, templates: Path = TEMPLATES, **more: object) -> str:
    """Give the way to a page and the page, without a shell; its template sees `more` as well."""
    # A context of its own: the site speaks its language, whatever the program speaks.
    return Context().run(_render, page, site_url, templates, more)


def render_head(page: Page, site_url: str, *, templates: Path = TEMPLATES) -> str:
    """Give what stands in a page's head for programs, as HTML."""
    facts, head = _facts(page, site_url), _head(page)
    return Context().run(_render_head, facts, head, site_url, environment(templates))


def _render_head(facts: PageFacts, head: HeadView, site_url: str, templates: Environment) -> str:
    template = templates.get_template(HEAD)
    return template.render(page=facts, head=head, site_url=site_url, base=way_back(facts.address))


def _render(page: Page, site_url: str, templates: Path, more: Mapping[str, object]) -> str:
    made = environment(templates)
    return _body(_facts(page, site_url), page.template, page.view(), made, more)


def _body(
    facts: PageFacts, template: str, view: object, made: Environment, more: Mapping[str, object]
) -> str:
    """Give what is set into a shell: the way to the page, and the page."""
    base = way_back(facts.address)
    trail = made.get_template(TRAIL).render(page=facts, base=base) if facts.trail else ""
    return trail + made.get_template(template).render(view=view, page=facts, base=base, **more)


def _press(sheet: Sheet, printing: Printing) -> Fingerprint:
    facts, templates = sheet.facts, environment(printing.templates, sheet.edition)
    content = printing.shells[sheet.shell].fill(
        title=facts.title,
        description=facts.description,
        canonical=facts.canonical,
        head=_render_head(facts, sheet.head, printing.site_url, templates),
        body=_body(facts, sheet.template, sheet.view, templates, {}),
    )
    write(printing.target, facts.address, content)
    return Fingerprint(digest_of(sheet, printing), len(content))


def _facts(page: Page, site_url: str) -> PageFacts:
    canonical = f"{site_url}{page.address}"
    return PageFacts(page.address, page.title, page.description, canonical, page.trail)


def _head(page: Page) -> HeadView:
    head = page.head
    said = head.structured() if head.structured else None
    script = _as_script(said) if said else Markup()
    return HeadView(head.image, head.image_alt, head.feeds, script, head.is_listed)


def _as_script(said: object) -> Markup:
    """Write JSON so that nothing in it can end the script tag it stands in."""
    plain = json.dumps(said, ensure_ascii=False, separators=(",", ":"))
    return Markup(plain.replace("<", r"\u003c"))
