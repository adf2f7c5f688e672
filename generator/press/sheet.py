"""One page on its way: what it is made from, and the making of it, in any process."""

from collections.abc import Iterable, Mapping
from contextvars import Context
from dataclasses import dataclass
from pathlib import Path

from generator.errors import ShellError
from generator.fingerprints import Fingerprint, fingerprint
from generator.language import _
from generator.page import Page
from generator.pagefiles import write
from generator.rendering import TEMPLATES, environment, way_back
from generator.shell import Shell, ShellKey


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


@dataclass(frozen=True, slots=True)
class Sheet:
    """One page to be made; `edition` stands for the program and the templates that make it."""

    facts: PageFacts
    shell: ShellKey
    template: str
    view: object
    edition: str


def sheet_of(page: Page, printing: Printing, edition: str) -> Sheet:
    """Build a page's view; `ShellError` when there is no shell for it."""
    key = ShellKey(page.section, page.depth)
    if key not in printing.shells:
        raise ShellError(_("Belum ada kerangka untuk halaman {0}").format(page.address))
    return Sheet(_facts(page, printing.site_url), key, page.template, page.view(), edition)


def digest_of(sheet: Sheet, printing: Printing) -> str:
    """Give one digest of everything the bytes of a page depend on."""
    shell = printing.shells[sheet.shell].digest
    return fingerprint((sheet.edition, shell, sheet.template, sheet.facts, sheet.view))


def press_batch(printing: Printing, sheets: Iterable[Sheet]) -> dict[str, Fingerprint]:
    """Render and write some pages; gives their fingerprints by address."""
    return {sheet.facts.address: _press(sheet, printing) for sheet in sheets}


def render(page: Page, site_url: str, *, templates: Path = TEMPLATES, **more: object) -> str:
    """Give what a page's template makes of it, without a shell; it sees the names in `more` too."""
    # A context of its own: the site speaks its language, whatever the program speaks.
    return Context().run(_render, page, site_url, templates, more)


def _render(page: Page, site_url: str, templates: Path, more: Mapping[str, object]) -> str:
    template = environment(templates).get_template(page.template)
    facts = _facts(page, site_url)
    return template.render(view=page.view(), page=facts, base=way_back(page.address), **more)


def _press(sheet: Sheet, printing: Printing) -> Fingerprint:
    facts, templates = sheet.facts, environment(printing.templates, sheet.edition)
    template = templates.get_template(sheet.template)
    body = template.render(view=sheet.view, page=facts, base=way_back(facts.address))
    content = printing.shells[sheet.shell].fill(
        title=facts.title, description=facts.description, canonical=facts.canonical, body=body
    )
    write(printing.target, facts.address, content)
    return Fingerprint(digest_of(sheet, printing), len(content))


def _facts(page: Page, site_url: str) -> PageFacts:
    return PageFacts(page.address, page.title, page.description, f"{site_url}{page.address}")
