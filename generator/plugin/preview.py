"""What `mkdocs serve` shows while records are broken: the findings, at every address."""

import sys
import traceback
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from itertools import groupby
from pathlib import Path

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File, Files

from generator.findings import Finding
from generator.fingerprints import fingerprint
from generator.notices import summary
from generator.pagefiles import INDEX
from generator.plugin.record_files import SOURCE
from generator.rendering import environment

THEME = Path(__file__).parents[1] / "theme"


class BrokenRecords(Exception):
    """Records have errors; `findings` are all of them."""

    def __init__(self, findings: Sequence[Finding]) -> None:
        """Take what is to be shown."""
        super().__init__()
        self.findings = tuple(findings)


class Preview:
    """Turns what goes wrong into a page while someone is looking, because MkDocs would get stuck.

    An exception during a rebuild leaves every request waiting for good, and one during the first
    build ends the server. When nobody is looking, exceptions pass.
    """

    def __init__(self, *, is_on: bool) -> None:
        """Take whether someone is looking."""
        self.is_on = is_on
        self.fault: tuple[Finding, ...] = ()

    @contextmanager
    def guard(self) -> Iterator[None]:
        """Keep an exception as `fault` instead of letting it pass."""
        try:
            yield
        except BrokenRecords as broken:
            if not self.is_on:
                raise
            self.fault = broken.findings
        except Exception as error:
            if not self.is_on:
                raise
            traceback.print_exc(file=sys.stderr)
            self.fault = (Finding("", 0, 0, "program", "", f"{type(error).__name__}: {error}"),)

    def files(self, config: MkDocsConfig) -> Files:
        """Leave MkDocs as little to do as it allows: one page, without menu and templates."""
        config.nav = None
        config.extra_templates = []
        config.theme.static_templates = set()
        return Files([File.generated(config, SOURCE, content="")])

    def write(self, site: Path) -> None:
        """Show the fault at the home page, and at every address there is no page for."""
        page = fault_page(self.fault)
        for name in (INDEX, "404.html"):
            (site / name).write_text(page, encoding="utf-8")


def fault_page(findings: Sequence[Finding]) -> str:
    """Give a whole page that lists findings by file, and goes away when something else is there."""
    ordered = sorted(findings, key=lambda one: (not one.is_error, one))
    files = [(file, tuple(found)) for file, found in groupby(ordered, key=lambda one: one.file)]
    template = environment(THEME).get_template("findings.html")
    return template.render(files=files, summary=summary(findings), digest=fingerprint(ordered))
