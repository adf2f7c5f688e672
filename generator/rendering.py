"""The one Jinja environment that turns views into HTML."""

from collections.abc import Callable, Iterator
from functools import lru_cache
from pathlib import Path
from typing import Any
from urllib.parse import quote

from jinja2 import BytecodeCache, Environment, FileSystemLoader, StrictUndefined
from jinja2.bccache import Bucket
from jinja2.runtime import Context
from jinja2.utils import missing
from markupsafe import Markup

from generator import urls
from generator.qr import qr
from generator.template_code import LeanCode

TEMPLATES = Path(__file__).parent / "templates"

BASE = "\0"
"""Stands for the way back to the site's root until a page is whole: no file we read holds it.

So what stands on many pages is rendered once, however deep they lie.
"""

HERE = "\1"
"""Stands for the address of one concern in what is rendered once for many of them."""

_MOST_KEPT = 8_000  # some 8 MB in each process


class Once:
    """Renders once what stands on many pages: `once(parts.concern_line, base, line)`.

    A view is known by which object it is, so that nothing has to be compared: what is to be
    rendered once has to be built once as well (`generator.views.lines`).
    """

    def __init__(self) -> None:
        """Begin with nothing rendered."""
        self._kept: dict[tuple[int, Callable[..., Markup], str], tuple[object, Markup]] = {}

    def __call__(self, macro: Callable[..., Markup], base: str, view: object) -> Markup:
        """Give what `macro(base, view)` gives."""
        key = id(view), macro, base
        kept = self._kept.get(key)
        # The view is kept beside it: as long as it lives no other object has its id.
        if kept is None:
            if len(self._kept) == _MOST_KEPT:
                self._kept.clear()
            kept = self._kept[key] = view, macro(base, view)
        return kept[1]


class _Names(dict[str, Any]):
    """What a template sees by name."""

    def __missing__(self, _name: str) -> object:
        return missing


class Compiled(BytecodeCache):
    """Templates as Python: each is compiled once in a process, or taken from one that was ahead.

    Jinja holds every one against the source it was compiled from.
    """

    def __init__(self) -> None:
        """Begin with none."""
        self.known: dict[str, bytes] = {}

    def load_bytecode(self, bucket: Bucket) -> None:
        """Give Jinja a template, if it is known."""
        if code := self.known.get(bucket.key):
            bucket.bytecode_from_string(code)

    def dump_bytecode(self, bucket: Bucket) -> None:
        """Take one that Jinja has compiled."""
        self.known[bucket.key] = bucket.bytecode_to_string()


COMPILED = Compiled()
"""The templates of every environment made here: all write the same Python."""


class LeanEnvironment(Environment):
    """Jinja, with its templates in leaner Python."""

    code_generator_class = LeanCode

    def __init__(self, **settings: Any) -> None:
        """Take the settings of any Jinja environment."""
        super().__init__(**settings)
        self._macros: dict[str, object] = {}
        self._roots: dict[str, Callable[[Context], Iterator[str]]] = {}

    def rendered(self, name: str, **seen: object) -> str:
        """Render a template that sees these values and the globals.

        As `Template.render` does, which copies the globals one by one and then looks each name up
        in Python: on a large site that took a twentieth of the time of the press.
        """
        if self.auto_reload or (root := self._roots.get(name)) is None:
            root = self._roots[name] = self.get_template(name).root_render_func
        known = _Names({**self.globals, **seen})
        context = self.context_class(self, known, name, {})  # no template of ours has blocks
        context.resolve_or_missing = known.__getitem__  # type: ignore[assignment]
        try:
            return "".join(root(context))
        except Exception:
            self.handle_exception()

    def macros_of(self, name: str) -> object:
        """Give what a template imports from another: its macros, which see the same globals."""
        if self.auto_reload:
            return self.get_template(name).module
        if (found := self._macros.get(name)) is None:
            found = self._macros[name] = self.get_template(name).module
        return found


def new_environment(folder: Path = TEMPLATES, *, is_at_rest: bool = False) -> LeanEnvironment:
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
        bytecode_cache=COMPILED,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    made.filters["urlencode"] = percent_encoded
    made.globals["qr"] = qr
    made.globals["urls"] = urls
    made.globals["once"] = Once()
    made.globals["HERE"] = HERE
    return made


@lru_cache(maxsize=8)
def environment(folder: Path = TEMPLATES, edition: str = "") -> LeanEnvironment:
    """Give this process's environment: environments cannot be sent from one process to another.

    With an edition (`generator.fingerprints.edition`) it is the one of the templates as they are
    then: looking again for each of 20,000 pages takes longer than rendering some of them.
    """
    return new_environment(folder, is_at_rest=edition != "")


def compile_all(folder: Path, edition: str = "") -> None:
    """Compile every template now: processes that begin as a copy of this one then need not."""
    made = environment(folder, edition)
    for name in made.list_templates():
        made.get_template(name)


def percent_encoded(text: str) -> str:
    """Give text as it stands in an address, word by word: most have been met before."""
    return "%20".join(map(_word_encoded, text.split(" ")))


@lru_cache(maxsize=20_000)
def _word_encoded(word: str) -> str:
    return quote(word, safe="/")


def way_back(address: str) -> str:
    """Give the way from a page's address to the site's root, to be put before an address there."""
    return "../" * address.count("/") or "./"
