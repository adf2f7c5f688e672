"""What the search costs: making its index, and what a phone loads for a first question.

    .venv/bin/python -m bench.search 1000 10000

Builds a whole site of each size, indexes it once more by itself, and asks in Chromium. Prints
tables in Markdown; README.md of this folder holds what they said.
"""

import argparse
import gzip
import mimetypes
import shutil
import sys
import tempfile
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from resource import RUSAGE_CHILDREN, RUSAGE_SELF, getrusage
from urllib.parse import quote, urlsplit

from playwright.sync_api import Browser, Route, sync_playwright

from bench.project import CONFIG
from generator import archive, records, search
from generator.demo import DAY, make_project
from generator.plugin import build_site

QUESTIONS = (
    *("jambret", "lampu", "lampu jalan mati", "knalpot brong", "pencurian motor"),
    *("polsek contoh 005", "desa rekaan", "balap liar malam minggu", "lampuu"),
)
HOST = "http://kabar.test/"
BROWSERS = ("chromium", "chromium-browser", "google-chrome")
PACKED = {".js", ".css", ".json", ".html"}
"""What a web server packs on its way; Pagefind has packed its own files already."""


@dataclass(frozen=True, slots=True)
class Made:
    """One index: seconds of all processors, of which Pagefind's where no other process was begun;
    megabytes of the largest process begun; files and megabytes on the disk; seconds to take it all
    over."""

    volumes: int
    processor: float
    pagefind: float
    memory: float
    files: int
    size: float
    again: float


def main(arguments: Sequence[str]) -> None:
    """Measure each size and print the tables."""
    parser = argparse.ArgumentParser(prog="python -m bench.search", description=__doc__)
    parser.add_argument("sessions", type=int, nargs="+")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--jobs", type=int, default=1)
    asked = parser.parse_args(arguments)
    costs, loads = [], []
    for sessions in asked.sessions:
        with tempfile.TemporaryDirectory() as folder:
            project = Path(folder, "situs")
            make_project(project, sessions, asked.seed)
            costs.append((sessions, index(project, Path(folder, "indeks"), asked.jobs)))
            site = build_site(project / CONFIG, today=DAY, strict=False).site
            loads += [(sessions, *one) for one in ask(site)]
    print("\n".join((*cost_table(costs), "", *load_table(loads))))


def index(project: Path, target: Path, jobs: int) -> Made:
    """Index an archive into an empty folder, and once more with the first to take over from."""
    found = archive.build(records.read(project, project / "data").records, DAY)
    own, theirs = _seconds(RUSAGE_SELF), _seconds(RUSAGE_CHILDREN)
    made = search.index(found, target / "satu", jobs=jobs)
    own, theirs = _seconds(RUSAGE_SELF) - own, _seconds(RUSAGE_CHILDREN) - theirs
    begun = _seconds(RUSAGE_SELF)
    search.index(found, target / "dua", previous=target / "satu", jobs=jobs)
    files = [file for file in (target / "satu").rglob("*") if file.is_file()]
    return Made(
        volumes=len(made.made),
        processor=own + theirs,
        pagefind=theirs,
        memory=getrusage(RUSAGE_CHILDREN).ru_maxrss / 1024,
        files=len(files),
        size=sum(file.stat().st_size for file in files) / 1e6,
        again=_seconds(RUSAGE_SELF) - begun,
    )


def ask(site: Path) -> Iterator[tuple[str, int, int, str]]:
    """Ask each question in a browser that has nothing of the site yet.

    Gives the question, the bytes of what searches and what is searched, how many files these are,
    and what the page then says.
    """
    program = next(filter(None, map(shutil.which, BROWSERS)))
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(
            executable_path=program, args=["--no-sandbox", "--disable-gpu"]
        )
        for question in QUESTIONS:
            yield _asked(browser, site, question)
        browser.close()


def _asked(browser: Browser, site: Path, question: str) -> tuple[str, int, int, str]:
    sizes: list[int] = []

    def answer(route: Route) -> None:
        path = urlsplit(route.request.url).path.lstrip("/")
        file = site / path / "index.html" if path.endswith("/") else site / path
        if not file.is_file():
            route.fulfill(status=404)
            return
        content = file.read_bytes()
        if path.startswith("cari/indeks/") or path == "assets/cari.js":
            packed = gzip.compress(content) if file.suffix in PACKED else content
            sizes.append(len(packed))
        kind = mimetypes.guess_type(file.name)[0] or "application/octet-stream"
        route.fulfill(body=content, content_type=kind)

    with browser.new_context(bypass_csp=True) as context:
        context.route("**/*", answer)
        page = context.new_page()
        page.goto(f"{HOST}cari/?q={quote(question)}")
        page.wait_for_function("/hasil|ketemu|bisa dimuat/.test(_berapa.textContent)")
        said = page.inner_text("#_berapa").partition(".")[0]
    return question, sum(sizes), len(sizes), said


def cost_table(costs: Sequence[tuple[int, Made]]) -> Iterator[str]:
    """The table of what making the index costs."""
    yield (
        "| sessions | volumes | processor | of it Pagefind | memory | files | on disk "
        "| taken over |"
    )
    yield "|---:|---:|---:|---:|---:|---:|---:|---:|"
    for sessions, made in costs:
        yield (
            f"| {sessions:,} | {made.volumes} | {made.processor:.1f} s | {made.pagefind:.1f} s "
            f"| {made.memory:.0f} MB | {made.files:,} | {made.size:.1f} MB | {made.again:.1f} s |"
        )


def load_table(loads: Sequence[tuple[int, str, int, int, str]]) -> Iterator[str]:
    """The table of what a first question moves."""
    yield "| sessions | question | moved | files | the page says |"
    yield "|---:|---|---:|---:|---|"
    for sessions, question, size, files, said in loads:
        yield f"| {sessions:,} | {question} | {size / 1000:.1f} kB | {files} | {said} |"


def _seconds(who: int) -> float:
    used = getrusage(who)
    return used.ru_utime + used.ru_stime


if __name__ == "__main__":
    main(sys.argv[1:])
