"""A plain `mkdocs build`, which makes the new site in the old one's folder."""

from pathlib import Path

from generator.fingerprints import FingerprintFile
from generator.plugin.staging import Aside
from generator.press import Pressed, Previous


class InPlace:
    """Keeps the last build's record pages out of MkDocs' clean, for the press to take over.

    The fingerprints go before anything is moved: from then on, whatever happens, the next build
    trusts nothing it finds.
    """

    def __init__(self, site: Path, work: Path) -> None:
        """Take the site's folder and the one for the program's own files."""
        self.site, self.work = site, work
        self._aside = Aside(site)
        self._fingerprints = FingerprintFile(work, site)
        self._held: Previous | None = None

    def begin(self) -> Previous:
        """Set the old pages aside and give them with what is known of them.

        Those of a preview wait there while records are broken, and are given again.
        """
        if self._held is None:
            known = self._fingerprints.read()
            self._fingerprints.forget()
            self._aside.fill(known.pages)
            self._held = Previous(self._aside.folder, known)
        return self._held

    def finish(self, pressed: Pressed) -> None:
        """Remove the old pages and remember the new ones."""
        self.abandon()
        self._fingerprints.save(pressed.known)

    def abandon(self) -> None:
        """Remove the old pages: a withdrawn one must not stay behind, not even hidden."""
        self._held = None
        self._aside.clear()

    def forget(self) -> None:
        """Remember nothing of a folder that is about to go."""
        self._fingerprints.forget()
