"""The MkDocs plugin: thin hooks, in the order MkDocs calls them."""

import html
import logging
from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import Context
from pathlib import Path
from time import monotonic
from typing import Any, Literal
from urllib.parse import unquote

from jinja2 import Environment
from markupsafe import Markup
from mkdocs.config.config_options import ExtraScriptValue
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import PluginError
from mkdocs.plugins import BasePlugin
from mkdocs.structure.files import File, Files
from mkdocs.structure.nav import Navigation
from mkdocs.structure.pages import Page

from generator import notices, rendering, site, site_scan, urls
from generator.clock import today_in
from generator.colours import HEADER, colour
from generator.desk import Desk
from generator.errors import KabarError
from generator.exports.sitemap import INDEX as SITEMAP
from generator.exports.sitemap import sitemaps
from generator.findings import has_errors
from generator.fingerprints import UNKNOWN
from generator.pagefiles import INDEX
from generator.plugin.ahead import Ahead, ahead
from generator.plugin.host_log import count_warnings_however_quiet, hush_what_is_meant
from generator.plugin.in_place import InPlace
from generator.plugin.indexing import Indexing
from generator.plugin.order import Order
from generator.plugin.preview import THEME, BrokenRecords, Preview
from generator.plugin.prose import within_reach
from generator.plugin.reader_clock import SCRIPT, script
from generator.plugin.record_files import (
    SOURCE,
    THEIR_ICON,
    editorial_page,
    site_files,
)
from generator.plugin.settings import (
    FICTION,
    Settings,
    aside,
    banner,
    desk_in,
    facts_of,
    refuse_the_impossible,
    root_of,
    work_of,
)
from generator.plugin.shell_pages import ShellPages, frame
from generator.plugin.style_sheet import ADDRESS as SHEET
from generator.plugin.style_sheet import versioned
from generator.plugin.workers import readers
from generator.press import Pressed, Previous, Printing, press, render, render_head
from generator.processes import Beside
from generator.shell import Mark, ShellKey
from generator.site import Prepared
from generator.site_scan import AtTheSource, Scanned
from generator.views.sharing import editorial_head

log = logging.getLogger("mkdocs.plugins.kabar")


class KabarPlugin(BasePlugin[Settings]):  # type: ignore[no-untyped-call]
    """Reads the records before MkDocs empties its folder, and presses their pages at the end."""

    scanned = Scanned()
    """What may not be published, found in the site that was just made."""
    _indexing: Indexing | None = None
    _ahead = Beside(lambda: Ahead(""), is_alone=True)

    def __init__(self) -> None:
        """Start as if nothing had been built yet."""
        self._start_over(is_preview=False)

    def on_startup(self, *, command: Literal["build", "gh-deploy", "serve"], dirty: bool) -> None:
        """Learn whether someone is looking while they write.

        MkDocs keeps a plugin for as long as the process lives, so it starts over here.
        """
        self._start_over(is_preview=command == "serve")
        hush_what_is_meant()

    def on_shutdown(self) -> None:
        """Leave nobody at work; remember nothing of a preview's folder: it goes with the server."""
        self._stop_what_runs()
        if self._preview.is_on and self._in_place:
            self._in_place.forget()
            site_scan.forget(self._in_place.work, self._in_place.site)

    def on_config(self, config: MkDocsConfig) -> MkDocsConfig:
        """Put our theme before the one it changes, and watch the records."""
        with _told_by_mkdocs():
            refuse_the_impossible(config)
            self._desk: Desk | None = desk_in(config, self.config)
        if config.strict:
            count_warnings_however_quiet()
        config.theme.dirs.insert(1 if config.theme.custom_dir else 0, str(THEME))
        self._stop_what_runs()  # that of a preview whose pages could not be made
        self._ahead = ahead(config, banner(self.config.sifat), self.order.jobs)
        config.extra_javascript.insert(0, _deferred(SCRIPT))
        if config.theme.get("favicon") == THEIR_ICON:
            config.theme["favicon"] = urls.ICON
        config.watch += [
            str(path) for path in (self._data(config), rendering.TEMPLATES) if path.exists()
        ]
        return config

    def on_pre_build(self, *, config: MkDocsConfig) -> None:
        """Read and check everything while the old site is still there."""
        self.prepared, self._preview.fault = Prepared(None, ()), ()
        self.scanned = Scanned()
        with _told_by_mkdocs(), self._preview.guard(), self._timed("read"):
            self._read(config)
        self._previous = self._set_aside(config)
        self.order.progress("frame", 0, 0)
        self._framing = monotonic()

    def on_files(self, files: Files, *, config: MkDocsConfig) -> Files:
        """Add the pages of records, to be linked to, and those that shells are cut from."""
        if self._preview.fault:
            return self._preview.files(config)
        with _told_by_mkdocs():
            self._files = site_files(files, self.prepared, config)
        needed = {(page.section, page.depth) for page in self.prepared.pages}
        self._shells = ShellPages((ShellKey(*each) for each in needed), config)
        with _told_by_mkdocs():
            self._made = self._ahead.result()
        config.extra_css.insert(0, versioned(self._made.sheet))
        sheet = File.generated(config, SHEET, content=self._made.sheet)
        for file in (*self._shells.files, sheet, *self._reader_clock(config)):
            self._files.append(file)
        return self._files

    def on_nav(self, nav: Navigation, *, config: MkDocsConfig, files: Files) -> Navigation:
        """Let the menu and every link know the pages of records."""
        if not self._preview.fault:
            self._shells.place(nav)
            self._files.introduce()
        return nav

    def on_env(self, env: Environment, *, config: MkDocsConfig, files: Files) -> Environment:
        """Tell the theme what the site is."""
        if not self._preview.fault:
            self._made.use(env)
        env.globals["banner"] = html.escape(banner(self.config.sifat))
        env.globals["urls"] = urls
        env.globals["bar"] = (colour(HEADER), colour(HEADER, dark=True))
        there = {page.address for page in self.prepared.pages}
        env.globals["search"] = urls.SEARCH if urls.SEARCH in there else ""
        env.globals["withdrawals"] = urls.WITHDRAWALS if urls.WITHDRAWALS in there else ""
        env.globals["is_preview"] = self._preview.is_on  # MkDocs adds a script of its own there
        return env

    def on_page_markdown(self, markdown: str, *, page: Page, **_others: Any) -> str:
        """Escape what the theme prints as it comes, and say in a description what the site is."""
        for key in ("title", "description"):
            if isinstance(page.meta.get(key), str):
                page.meta[key] = html.escape(page.meta[key])
        if page.meta.get("description"):
            page.meta["description"] = f"{aside(self.config.sifat)}{page.meta['description']}"
        return markdown

    def on_page_content(
        self, content: str, *, page: Page, config: MkDocsConfig, **_others: Any
    ) -> str:
        """Put the mark where a record goes, and the editorial home page among its figures."""
        if self._preview.fault:
            return content
        site_url, templates = config.site_url or "", rendering.TEMPLATES
        if page in self._shells:
            frame(page)
            page.meta["head"] = Mark.HEAD
            return Mark.BODY
        home = self.prepared.home
        if home is None or page.file.src_uri != SOURCE:
            head = editorial_head(facts_of(config, self.config))
            said = editorial_page(page, head)
            page.meta["head"] = render_head(said, site_url, templates=templates)
            return within_reach(content)
        frame(page)
        page.meta["head"] = render_head(home, site_url, templates=templates)
        page.present_anchor_ids = {*(page.present_anchor_ids or ()), *home.anchors}
        return render(home, site_url, templates=templates, editorial=Markup(within_reach(content)))

    def on_post_page(self, output: str, *, page: Page, **_others: Any) -> str:
        """Take the shells away as they come out: they are no pages of the site."""
        if self._preview.fault or page not in self._shells:
            return output
        with _told_by_mkdocs():
            self._shells.take(page, output)
        return ""

    def on_post_template(self, output: str, *, template_name: str, **_others: Any) -> str:
        """Drop MkDocs' sitemap, which knows no record; ours follows at the end."""
        return "" if template_name == SITEMAP else output

    def on_post_build(self, *, config: MkDocsConfig) -> None:
        """Press the pages of records; `mkdocs build --strict` decides only afterwards."""
        self.seconds["frame"] = monotonic() - self._framing
        site_folder = Path(config.site_dir)
        if not self._preview.fault:
            with _told_by_mkdocs(), self._preview.guard(), self._timed("press"):
                self._press(site_folder, config.site_url or "")
        if not self._preview.fault:
            with _told_by_mkdocs(), self._preview.guard(), self._timed("search"):
                self._index()
        if not self._preview.fault:
            with _told_by_mkdocs(), self._preview.guard(), self._timed("scan"):
                self._scan(site_folder, work_of(config))
        if self._preview.fault:
            self._preview.write(site_folder)

    def on_build_error(self, *, error: Exception) -> None:
        """Leave nothing hidden in the site's folder."""
        if self._in_place:
            self._in_place.abandon()

    def _start_over(self, *, is_preview: bool) -> None:
        self.order = Order()
        self.prepared = Prepared(None, ())
        self.pressed = Pressed(UNKNOWN, 0, 0)
        self.scanned = Scanned()
        self.editorial = 0
        self.seconds: dict[str, float] = {}
        self._preview = Preview(is_on=is_preview)
        self._in_place: InPlace | None = None
        self._indexing = None
        self._desk = None

    def _data(self, config: MkDocsConfig) -> Path:
        return root_of(config) / self.config.folder

    def _folder(self, config: MkDocsConfig) -> InPlace:
        """Give the same one for every rebuild of a preview: it holds what waits for a mending."""
        site_folder = Path(config.site_dir)
        if self._in_place is None or self._in_place.site != site_folder:
            self._in_place = InPlace(site_folder, work_of(config))
        return self._in_place

    def _set_aside(self, config: MkDocsConfig) -> Previous:
        return self.order.previous or self._folder(config).begin()

    def _read(self, config: MkDocsConfig) -> None:
        self.order.progress("read", 0, 0)
        root, data, work = root_of(config), self._data(config), work_of(config)
        with readers(self.order.cluster, self.order.jobs) as executor:
            checked = site.read_and_check(
                root,
                data,
                self.order.today or today_in(self.config.zona),
                work=work,
                executor=executor,
                published=self.order.published,
            )
        self.prepared = Prepared(None, checked.findings)
        if has_errors(checked.findings):
            raise BrokenRecords(checked.findings)
        if checked.findings:
            log.info(notices.as_text(checked.findings))
        # The readers have gone, and what lies ahead until the press is the work of one process.
        older, jobs = self._set_aside(config).folder, self.order.jobs
        self._indexing = Indexing(checked.archive, Path(config.site_dir), older, jobs)
        facts = facts_of(config, self.config)
        self.prepared = site.lay_out(checked, data, facts, work=work, desk=self._desk)

    def _reader_clock(self, config: MkDocsConfig) -> Iterator[File]:
        if self.prepared.archive is not None:
            # A context of its own: the site speaks its language, whatever the program speaks.
            made = Context().run(script, THEME / SCRIPT, self.prepared.archive.today)
            yield File.generated(config, SCRIPT, content=made)

    def _press(self, site_folder: Path, site_url: str) -> None:
        archive = self.prepared.archive
        self._allowed = site_scan.allowed_in(archive.records) if archive else None
        self.pressed = press(
            self.prepared.pages,
            Printing(
                self._shells.cut,
                site_folder,
                site_url,
                rendering.TEMPLATES,
                self.prepared.inputs,
                judge=AtTheSource.of(str(site_folder), self._allowed) if self._allowed else None,
            ),
            files=self.prepared.files,
            previous=self._previous,
            executor=self.order.cluster,
            jobs=self.order.jobs,
            progress=lambda done, total: self.order.progress("press", done, total),
        )
        editorial = tuple(self._editorial())
        self.editorial = len(editorial)
        if self.config.sifat != FICTION:
            listed = (page.address for page in self.prepared.pages if page.head.is_listed)
            for name, content in sitemaps((*editorial, *listed), site_url):
                (site_folder / name).write_text(content, encoding="utf-8")

    def _stop_what_runs(self) -> None:
        self._ahead.stop()
        if self._indexing:
            self._indexing.stop()
        self._indexing = None

    def _index(self) -> None:
        if self._indexing:
            self.order.progress("search", 0, 0)
            self._indexing.finish()

    def _scan(self, site_folder: Path, work: Path) -> None:
        """Let nothing through that points to a person, whatever put it into the site."""
        if self._allowed is not None:
            self.order.progress("scan", 0, 0)
            previous = self.order.previous
            home = previous.folder if previous else site_folder
            self.scanned = site_scan.scan(
                site_folder,
                self._allowed,
                work=work,
                of_records=frozenset(self._made_of_records()),
                home=home,
                jobs=self.order.jobs,
                known=self._known(),
                judged=self.pressed.clean,
            )
            if found := self.scanned.findings:
                site_scan.remove_what_was_found(site_folder, home, found)
                raise BrokenRecords(found)
        if self._in_place:
            self._in_place.finish(self.pressed)
            self.scanned.keep(work, site_folder)

    def _made_of_records(self) -> Iterator[str]:
        yield INDEX
        for page in self.prepared.pages:
            yield f"{page.address}{INDEX}"
        for file in self.prepared.files:
            yield file.address

    def _known(self) -> dict[str, str]:
        """Give what others wrote of the form, by its address, with the digest it is known by."""
        known = self._desk.known if self._desk else {}
        return {f"{urls.DESK}{name}": digest for name, digest in known.items()}

    def _editorial(self) -> Iterator[str]:
        for file in self._files.documentation_pages():
            if file.page and file.page not in self._shells:
                yield unquote(file.page.url)

    @contextmanager
    def _timed(self, step: str) -> Iterator[None]:
        started = monotonic()
        yield
        self.seconds[step] = monotonic() - started


@contextmanager
def _told_by_mkdocs() -> Iterator[None]:
    """Let MkDocs end with what we have to say, and without a traceback."""
    try:
        yield
    except BrokenRecords as broken:
        raise PluginError(notices.as_text(broken.findings)) from broken
    except KabarError as error:
        raise PluginError(str(error)) from error


def _deferred(script: str) -> ExtraScriptValue:
    """Let a script wait until the page can be read."""
    value = ExtraScriptValue(script)
    value.defer = True
    return value
