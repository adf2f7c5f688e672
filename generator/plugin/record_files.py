"""Record pages as MkDocs sees them: there to be linked to, and not to be rendered or written."""

from collections.abc import Iterable
from html import unescape
from pathlib import PurePosixPath
from urllib.parse import unquote

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure import pages
from mkdocs.structure.files import File, Files, InclusionLevel

from generator import page
from generator.errors import SettingsError
from generator.language import _
from generator.pagefiles import INDEX
from generator.plugin.reader_clock import SCRIPT
from generator.site import Photo, Prepared

SOURCE = "index.md"
THEIR_ICON = "assets/images/favicon.png"


def editorial_page(written: pages.Page, head: page.Head) -> page.Page:
    """Give what the head of a page of content/ is made from."""
    title = unescape(str(written.meta.get("title") or written.title or ""))
    description = unescape(str(written.meta.get("description", "")))
    address = unquote(written.url)
    return page.Page(address, "", "", title, description, lambda: None, head=head)


class RecordFile(File):
    """A page that the press will write."""

    def __init__(self, record_page: page.Page, config: MkDocsConfig) -> None:
        """Take the page; its source is where MkDocs would expect one."""
        super().__init__(
            f"{record_page.address}{SOURCE}",
            None,
            config.site_dir,
            config.use_directory_urls,
            dest_uri=f"{record_page.address}{INDEX}",
            inclusion=InclusionLevel.NOT_IN_NAV,
        )
        self.generated_by = "kabar"
        self.record_page = record_page

    def is_documentation_page(self) -> bool:
        """Say no, or MkDocs would render it as Markdown."""
        return False

    def copy_file(self, dirty: bool = False) -> None:
        """Leave the writing to the press."""

    def introduce(self) -> None:
        """Tell MkDocs what can be linked to, once the menu has its pages.

        Pages in the menu must be MkDocs' own; for the many others the little that is asked of
        them is enough.
        """
        if self.page is None:
            self.page = LinkTarget(self)  # type: ignore[assignment]
            return
        self.page.present_anchor_ids = set(self.record_page.anchors)
        if self.page.title is None:
            self.page.title = page.said(self.record_page.title)


class LinkTarget:
    """What MkDocs asks of a page that is linked to."""

    __slots__ = ("present_anchor_ids", "title", "url")

    def __init__(self, file: RecordFile) -> None:
        """Take the file the page would have come from."""
        self.title = page.said(file.record_page.title)
        self.url = file.url
        self.present_anchor_ids = frozenset(file.record_page.anchors)


class SiteFiles(Files):
    """All files, where a page is also found by its address in the site.

    So a link can be copied from the browser (`/sesi/polsek-x/2023-10-20/#patroli`) and is checked
    like any other. The page of a record becomes a file when it is first asked for: the menu and
    content/ link to a few of 20,000, and MkDocs goes through all files ten times.
    """

    def __init__(
        self, files: Iterable[File], records: Iterable[page.Page], config: MkDocsConfig
    ) -> None:
        """Take the files MkDocs found, and the pages of records."""
        super().__init__(files)
        self._records = {one.address: one for one in records}
        self._config = config
        self._has_menu = False

    def get_file_from_path(self, path: str) -> File | None:
        """Give the file at a source path, or the one whose page is at this address."""
        found = self._at(path)
        if found is None and not PurePosixPath(path).suffix:
            found = self._at(f"{path}/{SOURCE}")
        return found or self._at(f"{path}.md")

    def introduce(self) -> None:
        """Tell MkDocs of every page of a record that it asks for, now that the menu is made."""
        self._has_menu = True
        for file in self:
            if isinstance(file, RecordFile):
                file.introduce()

    def refuse_the_same(self) -> None:
        """Raise `SettingsError` when content/ holds a page at the address of a record's."""
        for file in self:
            folder, _slash, name = file.dest_uri.rpartition("/")
            if name == INDEX and (address := f"{folder}/") in self._records:
                raise SettingsError(
                    _("content/ memuat halaman dengan alamat halaman catatan: {address}").format(
                        address=address
                    )
                )

    def _at(self, path: str) -> File | None:
        if found := super().get_file_from_path(path):
            return found
        folder, _slash, name = PurePosixPath(path).as_posix().rpartition("/")
        record = self._records.get(f"{folder}/") if name == SOURCE else None
        if record is None:
            return None
        file = RecordFile(record, self._config)
        if self._has_menu:
            file.introduce()
        self.append(file)
        return file


def site_files(files: Files, prepared: Prepared, config: MkDocsConfig) -> SiteFiles:
    """Add what comes from records to the files MkDocs found, and leave out what no page needs.

    Raises `SettingsError` when content/ holds a page at the address of a record's.
    """
    needed = (file for file in files if not _is_unneeded(file, config))
    found = SiteFiles(needed, prepared.pages, config)
    found.refuse_the_same()
    for photo in prepared.photos:
        found.append(_published(photo, config))
    return found


def _is_unneeded(file: File, config: MkDocsConfig) -> bool:
    """Whether no page names a file of the theme, or it is only the source of one that is named."""
    is_source = file.src_uri.endswith(".css") or file.src_uri == SCRIPT
    is_theirs = file.src_uri.startswith(("assets/javascripts/", "assets/stylesheets/"))
    is_icon = file.src_uri == THEIR_ICON != config.theme.get("favicon")
    return file.src_dir != config.docs_dir and (is_source or is_theirs or is_icon)


def _published(photo: Photo, config: MkDocsConfig) -> File:
    source, level = str(photo.file), InclusionLevel.NOT_IN_NAV
    return File.generated(config, photo.address, abs_src_path=source, inclusion=level)
