"""What `mkdocs serve` promises: broken records are shown, never fatal, and go away when mended."""

import os
import shutil
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from urllib.error import HTTPError, URLError
from urllib.request import urlopen

import made_up_project
import pytest
from made_up_project import record, write_project
from playwright.sync_api import Browser

ROOT = Path(__file__).parents[1]
PATIENCE = 60  # seconds until a server that does not answer is given up
SESSION = "sesi/polsek-a/2023-10-20"


@dataclass(frozen=True)
class Server:
    """A preview that runs."""

    process: subprocess.Popen[bytes]
    url: str
    log: Path

    def get(self, address: str) -> str:
        try:
            with urlopen(f"{self.url}{address}", timeout=PATIENCE) as answer:
                return bytes(answer.read()).decode()
        except HTTPError as error:
            return error.read().decode()

    def await_that(self, address: str, holds: Callable[[str], bool]) -> str:
        """The page at an address, as soon as it is so."""
        until = time.monotonic() + PATIENCE
        page = ""
        while time.monotonic() < until:
            assert self.process.poll() is None, self.log.read_text()[-3000:]
            try:
                page = self.get(address)
            except (URLError, ConnectionError, TimeoutError):
                page = ""
            if page and holds(page):
                return page
            time.sleep(0.1)
        pytest.fail(f"{address} never came to it:\n{page[:1000]}\n{self.log.read_text()[-3000:]}")


@contextmanager
def serving(
    command: list[str], root: Path, port: int, option: str = "--dev-addr"
) -> Iterator[Server]:
    log = root.with_suffix(".log")
    paths = [str(ROOT), str(ROOT / "tests"), os.environ.get("PYTHONPATH", "")]
    with log.open("wb") as output:
        process = subprocess.Popen(
            [*command, option, f"127.0.0.1:{port}"],
            cwd=root,
            env={**os.environ, "PYTHONPATH": os.pathsep.join(paths)},
            stdout=output,
            stderr=subprocess.STDOUT,
        )
    try:
        yield Server(process, f"http://127.0.0.1:{port}/", log)
    finally:
        process.terminate()
        process.wait(PATIENCE)


@pytest.fixture
def port() -> int:
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        number: int = free.getsockname()[1]
    return number


@pytest.fixture
def root(tmp_path: Path) -> Path:
    return write_project(tmp_path / "uji").parent


def real_project(tmp_path: Path) -> Path:
    root = tmp_path / "situs"
    root.mkdir()
    shutil.copy(ROOT / "mkdocs.yml", root)
    for folder in ("content", "data"):
        shutil.copytree(ROOT / folder, root / folder)
    return root


def made_up(root: Path, *options: str) -> list[str]:
    return [sys.executable, made_up_project.__file__, "serve", str(root), *options]


def shows(text: str) -> Callable[[str], bool]:
    return lambda page: text in page


FINDINGS = shows("Ada catatan yang perlu diperbaiki")


def test_a_broken_record_is_shown_at_every_address_until_it_is_mended(
    root: Path, port: int
) -> None:
    with serving(made_up(root), root, port) as server:
        before = server.await_that(f"{SESSION}/", shows("Patroli"))
        record(root, SESSION).write_text("Sesi satu\nSALAH")
        found = server.await_that(f"{SESSION}/", FINDINGS)
        assert "Ada &lt;SALAH&gt;." in found
        assert f"data/{SESSION}.txt" in found
        for address in ("", "tentang/", "wilayah/desa-b/", "tidak/pernah/ada/"):
            assert FINDINGS(server.get(address)), address
        record(root, SESSION).write_text("Sesi satu\nPatroli")
        after = server.await_that(f"{SESSION}/", lambda page: not FINDINGS(page))
        assert without_reload(after) == without_reload(before)
        assert server.process.poll() is None


def without_reload(page: str) -> str:
    """A page without the script the server adds to it."""
    return page.partition("<script>")[0]


@pytest.mark.parametrize("options", [[], ["--strict"]], ids=["", "strict"])
def test_a_preview_of_broken_records_starts_and_recovers(
    root: Path, port: int, options: list[str]
) -> None:
    record(root, SESSION).write_text("Sesi satu\nSALAH")
    with serving(made_up(root, *options), root, port) as server:
        server.await_that("", FINDINGS)
        record(root, SESSION).write_text("Sesi satu\nPatroli")
        server.await_that(f"{SESSION}/", shows("<h1>Sesi satu</h1>"))


def test_a_fault_of_the_program_is_shown_too(root: Path, port: int) -> None:
    template = root / "templates/story.html"
    good = template.read_text()
    with serving(made_up(root), root, port) as server:
        server.await_that("", shows("Kata sambutan"))
        template.write_text("{{ view.txt }}")
        assert "txt" in server.await_that(f"{SESSION}/", FINDINGS)
        template.write_text(good)
        server.await_that(f"{SESSION}/", shows("Patroli"))


def test_a_preview_shows_a_new_record_and_leaves_nothing_behind(root: Path, port: int) -> None:
    with serving(made_up(root), root, port) as server:
        server.await_that("sesi/", shows("Daftar"))
        record(root, "sesi/polsek-a/2023-12-01").write_text("Sesi baru\nParkir")
        server.await_that("sesi/polsek-a/2023-12-01/", shows("Parkir"))
        server.process.send_signal(signal.SIGINT)
        server.process.wait(PATIENCE)
    assert not (root / "site").exists()
    assert [path for path in (root / ".kabar").rglob("*") if path.is_file()] == []


@pytest.mark.browser
def test_the_page_comes_back_by_itself(root: Path, port: int, browser: Browser) -> None:
    record(root, SESSION).write_text("Sesi satu\nSALAH")
    with serving(made_up(root), root, port) as server:
        server.await_that("", FINDINGS)
        page = browser.new_page(viewport={"width": 360, "height": 740})
        page.goto(f"{server.url}{SESSION}/")
        assert "Ada <SALAH>." in page.inner_text("main")
        assert page.evaluate("document.documentElement.scrollWidth") == 360
        record(root, SESSION).write_text("Sesi satu\nLampu SALAH")
        record(root, "wilayah/desa-b").write_text("Desa B\nSALAH")
        page.get_by_text("data/wilayah/desa-b.txt").wait_for()
        record(root, SESSION).write_text("Sesi satu\nPatroli")
        record(root, "wilayah/desa-b").write_text("Desa B\nDua sesi")
        page.get_by_role("heading", name="Sesi satu").wait_for()
        page.close()


def test_the_real_records_are_served_and_a_broken_one_is_shown(tmp_path: Path, port: int) -> None:
    root = real_project(tmp_path)
    session = min((root / "data/sessions").rglob("*.yml"))
    good = session.read_text(encoding="utf-8")
    address = f"sesi/{session.parent.name}/{session.stem}/"
    with serving([sys.executable, "-m", "mkdocs", "serve", "--strict"], root, port) as server:
        server.await_that(address, shows("md-tabs__item--active"))
        session.write_text(f"{good}\n\ttidak: benar\n", encoding="utf-8")
        assert f"{session.stem}.yml" in server.await_that(address, FINDINGS)
        session.write_text(good, encoding="utf-8")
        server.await_that(address, shows("md-tabs__item--active"))


def test_what_is_told_meanwhile_is_in_the_words_of_the_one_who_waits(
    tmp_path: Path, port: int
) -> None:
    root = real_project(tmp_path)
    kabar = [sys.executable, "-c", "from generator.cli import command; command()", "serve"]
    with serving(kabar, root, port, "--address") as server:
        server.await_that("", shows("Kabar Balik"))
        about = root / "content/tentang.md"
        about.write_text(f"{about.read_text(encoding='utf-8')}\n[Ke sana](tidak-ada.md)\n")
        server.await_that("tentang/", shows("Ke sana"))
        server.process.send_signal(signal.SIGINT)
        server.process.wait(PATIENCE)
    said = server.log.read_text(encoding="utf-8")
    assert f"Buka http://127.0.0.1:{port}/ di peramban." in said
    assert "Ada berkas yang berubah." in said
    assert "Tautan `tidak-ada.md` tidak menunjuk ke halaman mana pun." in said
    line = len(about.read_text(encoding="utf-8").splitlines())
    assert f"content/tentang.md\n  LIHAT  baris {line}, kolom" in said
    for theirs in ("Serving", "Building", "Documentation", "Detected", "Doc file", "Shutting"):
        assert theirs not in said
