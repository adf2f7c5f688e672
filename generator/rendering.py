"""The one Jinja environment that turns views into HTML."""

from functools import lru_cache
from pathlib import Path
from typing import Any

from jinja2 import Environment, FileSystemLoader, StrictUndefined

from generator import urls
from generator.qr import qr
from generator.template_code import LeanCode, printed

TEMPLATES = Path(__file__).parent / "templates"


class LeanEnvironment(Environment):
    """Jinja, with its templates in leaner Python."""

    code_generator_class = LeanCode
    printed = staticmethod(printed)

    def __init__(self, **settings: Any) -> None:
        """Take the settings of any Jinja environment."""
        super().__init__(**settings)
        self._macros: dict[str, object] = {}

    def macros_of(self, name: str) -> object:
        """Give what a template imports from another: its macros, which see the same globals."""
        if self.auto_reload:
            return self.get_template(name).module
        if (found := self._macros.get(name)) is None:
            found = self._macros[name] = self.get_template(name).module
        return found


def new_environment(folder: Path = TEMPLATES, *, is_at_rest: bool = False) -> Environment:
    """Give a fresh environment over a folder of templates.

    One whose folder is at rest reads each template once and never looks whether it has changed.

    Everything a template prints is escaped unless it is `Markup`; a name that is not there is an
    error, so that a misspelt one cannot become an empty place on a page. Templates can ask for the
    QR code of a full address, `qr(page.canonical)`, and for a fixed address, `urls.BOARD`.
    """
    made = LeanEnvironment(
        loader=FileSystemLoader(folder),
        autoescape=True,
        undefined=StrictUndefined,
        auto_reload=not is_at_rest,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    made.globals["qr"] = qr
    made.globals["urls"] = urls
    return made


@lru_cache(maxsize=8)
def environment(folder: Path = TEMPLATES, edition: str = "") -> Environment:
    """Give this process's environment: environments cannot be sent from one process to another.

    With an edition (`generator.fingerprints.edition`) it is the one of the templates as they are
    then: looking again for each of 20,000 pages takes longer than rendering some of them.
    """
    return new_environment(folder, is_at_rest=edition != "")


def compile_all(folder: Path, edition: str) -> None:
    """Compile every template now: processes that begin as a copy of this one then need not."""
    made = environment(folder, edition)
    for name in made.list_templates():
        made.get_template(name)


def way_back(address: str) -> str:
    """Give the way from a page's address to the site's root, to be put before an address there."""
    return "../" * address.count("/") or "./"
