"""What only the frame and the press need, made by a copy of this process while others read."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path

from jinja2 import Environment
from mkdocs.config.defaults import MkDocsConfig

from generator.plugin.style_sheet import reached, style_sheet
from generator.processes import Beside, can_inherit
from generator.rendering import COMPILED, TEMPLATES, Compiled, compile_all


@dataclass(frozen=True, slots=True)
class Ahead:
    """The style sheet, and templates as Python: the theme's, and those of record pages."""

    sheet: str
    theme: Mapping[str, bytes] = field(default_factory=dict)
    ours: Mapping[str, bytes] = field(default_factory=dict)

    def use(self, theme: Environment) -> None:
        """Let nobody compile again what is compiled already."""
        compiled = theme.bytecode_cache = Compiled()
        compiled.known.update(self.theme)
        COMPILED.known.update(self.ours)


def ahead(config: MkDocsConfig, notice: str, jobs: int) -> Beside[Ahead]:
    """Begin what needs no record; `notice` says what the site is.

    To compile a hundred templates takes a second, and to go through the theme for its sheet another
    fifth. Where no copy can do it, only the sheet is made, and each template when it is used.
    """
    theme = config.theme.get_env()
    sheet = partial(style_sheet, theme, Path(config.docs_dir), notice)
    if jobs == 1 or not can_inherit():
        return Beside(lambda: Ahead(sheet()), is_alone=True)
    return Beside(partial(_compiled, theme, sheet))


def _compiled(theme: Environment, sheet: Callable[[], str]) -> Ahead:
    compiled = theme.bytecode_cache = Compiled()
    for name in reached(theme):
        theme.get_template(name)
    compile_all(TEMPLATES)
    return Ahead(sheet(), compiled.known, COMPILED.known)
