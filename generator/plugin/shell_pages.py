"""The pages of marks that MkDocs and its theme render, one for each shell."""

from collections.abc import Iterable

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File, InclusionLevel
from mkdocs.structure.nav import Navigation
from mkdocs.structure.pages import Page

from generator.plugin.record_files import SOURCE
from generator.shell import Mark, Shell, ShellKey

_FRAME = {"template": "shell.html", "hide": ["toc"]}


def frame(page: Page) -> None:
    """Let the theme set a page's content as it is, without menus beside it."""
    page.meta.update(_FRAME)


class ShellPages:
    """The shells of one build: asked for as files, set up as pages, and cut as they come out."""

    def __init__(self, keys: Iterable[ShellKey], config: MkDocsConfig) -> None:
        """Take which shells are needed."""
        self.cut: dict[ShellKey, Shell] = {}
        self._files = {key: _file(key, config) for key in sorted(set(keys))}
        self._keys = {file.src_uri: key for key, file in self._files.items()}

    @property
    def files(self) -> Iterable[File]:
        """The files MkDocs has to render."""
        return self._files.values()

    def __contains__(self, page: Page) -> bool:
        return page.file.src_uri in self._keys

    def place(self, nav: Navigation) -> None:
        """Put each page under its tab, so that the theme shows it as the active one."""
        tabs = {page.file.src_uri: page for page in nav.pages}
        for key, file in self._files.items():
            if file.page is not None:
                file.page.canonical_url = Mark.CANONICAL
                file.page.parent = tabs.get(f"{key.section}/{SOURCE}")  # type: ignore[assignment]

    def take(self, page: Page, output: str) -> None:
        """Cut a page the theme has rendered."""
        self.cut[self._keys[page.file.src_uri]] = Shell.cut(output)


def _file(key: ShellKey, config: MkDocsConfig) -> File:
    return File.generated(
        config,
        f"{key.address}{SOURCE}",
        content=f"---\ntitle: {Mark.TITLE}\ndescription: {Mark.DESCRIPTION}\n---\n",
        inclusion=InclusionLevel.NOT_IN_NAV,
    )
