"""Where a site is made until it may be seen."""

import shutil
from collections.abc import Iterable
from pathlib import Path
from types import TracebackType


class Staging:
    """A folder beside the site: the new site is made there and takes the old one's place at once.

    A context; what has not been swapped in is cleared away at its end, and what a killed build
    left behind at its beginning.
    """

    def __init__(self, site: Path) -> None:
        """Take the folder the site is in, or is to be in."""
        self._site = site
        self.folder = site.with_name(f".{site.name}-baru")
        self._retired = site.with_name(f".{site.name}-lama")

    def __enter__(self) -> "Staging":
        self._clear()
        self.folder.mkdir(parents=True)
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self._clear()

    def swap(self) -> None:
        """Put the new site in the old one's place; the old one comes back if that fails."""
        if self._site.exists():
            self._site.rename(self._retired)
        self.folder.rename(self._site)

    def _clear(self) -> None:
        if self._retired.exists() and not self._site.exists():
            self._retired.rename(self._site)  # stopped between the two renames
        for folder in (self.folder, self._retired):
            _remove(folder)


class Aside:
    """Record pages of the last build, inside the site folder but out of MkDocs' way.

    MkDocs empties the folder before each build and spares what begins with a dot. A rename within
    one folder costs nothing, on any disk.
    """

    def __init__(self, site: Path) -> None:
        """Take the site's folder."""
        self._site = site
        self.folder = site / ".kabar-lama"

    def fill(self, addresses: Iterable[str]) -> None:
        """Move what holds these pages and files aside."""
        self.clear()
        tops = {address.partition("/")[0] for address in addresses}
        for top in sorted(tops):
            if (self._site / top).exists():
                self.folder.mkdir(exist_ok=True)
                (self._site / top).rename(self.folder / top)

    def clear(self) -> None:
        """Remove what was set aside: it must not be published with the new pages."""
        _remove(self.folder)


def _remove(folder: Path) -> None:
    if folder.exists():
        shutil.rmtree(folder)
