"""Take the pictures of README and of the officers' guide anew: `make gambar`.

Those of README come from the built site, those of a terminal from real runs of the commands, those
of the form from the form at work.
"""

import functools
import shutil
import sys
import threading
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Literal

from playwright.sync_api import ViewportSize, sync_playwright

from docs import form_pictures, terminal_pictures

ROOT = Path(__file__).parents[1]
BROWSERS = ("chromium", "chromium-browser", "google-chrome")
PICTURES: tuple[tuple[str, str, Literal["light", "dark"]], ...] = (
    ("beranda.png", "", "light"),
    ("sesi.png", "sesi/polres-aceh-tengah/2025-09-26/", "light"),
    ("cari.png", "cari/?q=knalpot", "light"),
    ("papan.png", "papan/lewat-tenggat/", "dark"),
)
"""Each with the page it shows, and whether by day or by night."""
PHONE: ViewportSize = {"width": 360, "height": 740}


class Quiet(SimpleHTTPRequestHandler):
    """Serves files and keeps no log."""

    def log_message(self, *_unused: object) -> None:
        """Say nothing."""


def main() -> None:
    """Take every picture, those of the site at the width of a phone."""
    for picture in terminal_pictures.PICTURES:
        with TemporaryDirectory() as folder:
            terminal_pictures.make(picture, Path(folder))
    browser_path = next(filter(None, map(shutil.which, BROWSERS)), None)
    if browser_path is None or not (ROOT / "site/index.html").is_file():
        sys.exit("Perlu Chromium dan situs yang sudah jadi: jalankan dulu make site")
    if not (form_pictures.BUILT / "meja.js").is_file():
        sys.exit("Formulir belum dibuat. Jalankan dulu: make desk")
    handler = functools.partial(Quiet, directory=str(ROOT / "site"))
    with (
        ThreadingHTTPServer(("127.0.0.1", 0), handler) as server,
        sync_playwright() as playwright,
    ):
        threading.Thread(target=server.serve_forever, daemon=True).start()
        browser = playwright.chromium.launch(executable_path=browser_path, args=["--no-sandbox"])
        for name, address, scheme in PICTURES:
            page = browser.new_page(viewport=PHONE, color_scheme=scheme, device_scale_factor=2)
            page.goto(f"http://127.0.0.1:{server.server_port}/{address}")
            page.wait_for_load_state("networkidle")
            page.screenshot(path=ROOT / "docs" / name)
            page.close()
        with TemporaryDirectory() as folder:
            form_pictures.take(browser, Path(folder))
        browser.close()
        server.shutdown()


if __name__ == "__main__":
    main()
