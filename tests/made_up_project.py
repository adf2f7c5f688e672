"""A project so small that a test sees all of it: its records are files with a title and a text.

Reading and laying them out stands in for `site`; everything after it is the program itself. Run
as a script it runs `mkdocs` over such a project, or builds it in processes that die on the way.
"""

import datetime
import os
import shutil
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import mkdocs.utils
import pytest
from mkdocs.__main__ import cli
from mkdocs.commands.build import build
from mkdocs.config import load_config

from generator import archive, page, pagefiles, plugin, rendering, site
from generator.exports import sign
from generator.facts import SiteFacts
from generator.findings import Finding, Severity
from generator.fingerprints import FingerprintFile
from generator.press import sheet
from generator.records import Records, Registries, cache

CONFIG = """\
site_name: Kabar Uji
site_url: https://uji.example/
docs_dir: content
theme:
  name: material
  language: id
  font: false
  palette: {}
  features: [navigation.tabs]
plugins:
  - kabar:
      sifat: SIFAT
nav:
  - Beranda: index.md
  - Sesi: sesi/index.md
  - Tentang: tentang.md
validation:
  links:
    anchors: warn
    absolute_links: relative_to_docs
    unrecognized_links: warn
"""
TEMPLATES = {
    "_head.html": '<meta name="kepala" content="{{ page.canonical }}">',
    "story.html": '<h1>{{ page.title }}</h1><p id="kata">{{ view.text }}</p>',
    "home.html": "<h1>{{ page.title }}</h1><p>{{ view.text }}</p>{{ editorial }}",
}
RECORDS = {
    "sesi": "Semua sesi\nDaftar",
    "sesi/polsek-a/2023-10-20": "Sesi satu\nPatroli",
    "sesi/polsek-a/2023-10-27": "Sesi dua\nLampu jalan",
    "wilayah/desa-b": "Desa B\nDua sesi",
}
NOTHING = Records({}, {}, Registries({}, {}, {}, {}))
DAY = datetime.date(2024, 3, 1)
KILLED = 9
PROJECT = {"content", "data", "templates", "mkdocs.yml", "site", ".kabar"}


@dataclass(frozen=True, slots=True)
class Story:
    """What a page of a made-up record shows."""

    text: str


def write_project(root: Path, *, kind: str = "contoh") -> Path:
    """Write a project; gives its mkdocs.yml."""
    (root / "content").mkdir(parents=True)
    (root / "content/index.md").write_text("---\ntitle: Beranda\n---\n\nKata sambutan.\n")
    (root / "content/tentang.md").write_text("# Tentang\n\n[Kata sambutan](index.md)\n")
    (root / "templates").mkdir()
    for name, source in TEMPLATES.items():
        (root / "templates" / name).write_text(source)
    for address, words in RECORDS.items():
        record(root, address).parent.mkdir(parents=True, exist_ok=True)
        record(root, address).write_text(words)
    config = root / "mkdocs.yml"
    config.write_text(CONFIG.replace("SIFAT", kind))
    return config


def record(root: Path, address: str) -> Path:
    """The file of a made-up record."""
    return root / "data" / f"{address}.txt"


def read_and_check(
    root: Path,
    data: Path,
    today: datetime.date,
    **_others: object,
) -> site.Checked:
    """Stand in for `site`: a record that holds SALAH is broken, KELIRU is looked at."""
    findings = tuple(
        Finding(path.relative_to(root).as_posix(), 2, 1, "uji", "isi", f"Ada <{word}>.", level)
        for path in sorted(data.rglob("*.txt"))
        for word, level in (("SALAH", Severity.ERROR), ("KELIRU", Severity.WARNING))
        if word in path.read_text()
    )
    digests = {
        path.relative_to(data).as_posix(): cache.digest(path.read_bytes())
        for path in data.rglob("*")
        if path.is_file() and not path.is_relative_to(data / "media")
    }
    return site.Checked(archive.build(NOTHING, today), findings, "", digests)


def lay_out(
    checked: site.Checked, data: Path, facts: SiteFacts, **_others: object
) -> site.Prepared:
    """Stand in for `site`: a page for each record, and one file beside them."""
    files = sorted(data.rglob("*.txt"))
    figures = Story(f"Keadaan per {checked.archive.today}")
    return site.Prepared(
        checked.archive,
        checked.findings,
        tuple(page_of(path, data) for path in files),
        home=page.Page("", "", "home.html", "Kabar Uji", "", lambda: figures, ("angka",)),
        photos=tuple(
            site.Photo(photo, f"media/{photo.relative_to(data).as_posix()}")
            for photo in sorted(data.rglob("*.jpg"))
        ),
        files=(
            page.SiteFile("ringkas.txt", lambda: f"{facts.name}: {len(files)}".encode()),
            *sign.files(),
        ),
        digests=checked.digests,
    )


def page_of(path: Path, data: Path) -> page.Page:
    """The page of one made-up record."""
    address = path.relative_to(data).with_suffix("").as_posix() + "/"
    title, text = path.read_text().split("\n", 1)
    section = address.partition("/")[0]
    return page.Page(address, section, "story.html", title, text, lambda: Story(text), ("kata",))


@contextmanager
def stand_in(root: Path) -> Iterator[None]:
    """Let the program read made-up records and use the project's own templates."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(site, "read_and_check", read_and_check)
        patch.setattr(site, "lay_out", lay_out)
        patch.setattr(rendering, "TEMPLATES", root / "templates")
        yield


def build_plainly(config: Path, *, strict: bool = True) -> None:
    """Do what `mkdocs build --strict` does."""
    loaded = load_config(str(config), strict=strict)
    loaded.plugins.on_startup(command="build", dirty=False)
    try:
        build(loaded)
    finally:
        loaded.plugins.on_shutdown()


def build_aside(config: Path) -> None:
    """Do what `kabar build` does."""
    plugin.build_site(config, today=DAY, jobs=1)


def build_in_child(way: str, config: Path, die_at: int | None) -> int:
    """Build in a forked process that ends, as if killed, before its nth change to any file."""
    child = os.fork()
    if child == 0:
        os.environ["SOURCE_DATE_EPOCH"] = "1709251200"
        if die_at is not None:
            _count_down(die_at)
        with stand_in(config.parent):
            {"plain": build_plainly, "aside": build_aside}[way](config)
        os._exit(0)
    return os.waitstatus_to_exitcode(os.waitpid(child, 0)[1])


def _count_down(left: int) -> None:
    """Wrap everything by which the program changes files."""

    def counted(real: Callable[..., Any]) -> Callable[..., Any]:
        def before_it(*arguments: Any, **options: Any) -> Any:
            nonlocal left
            if left == 0:
                os._exit(KILLED)
            left -= 1
            return real(*arguments, **options)

        return before_it

    for place, name in (
        (sheet, "keep"),
        (pagefiles, "_create"),
        (shutil, "rmtree"),
        (os, "rename"),
        (Path, "rename"),
        (Path, "replace"),
        (Path, "write_text"),
        (FingerprintFile, "forget"),
        (FingerprintFile, "save"),
        (mkdocs.utils, "write_file"),
    ):
        setattr(place, name, counted(getattr(place, name)))


def content_of(folder: Path) -> dict[str, bytes]:
    """Every file under a folder, hidden ones too."""
    return {
        path.relative_to(folder).as_posix(): path.read_bytes()
        for path in sorted(folder.rglob("*"))
        if path.is_file()
    }


def kill_at_every_step(way: str, root: Path) -> int:
    """Kill a build at each step, to and fro between two states of the records.

    The build after each kill must give the very site a clean one gives. Returns how many kills
    there were; ends with an `AssertionError` at the first site that did not heal.
    """
    config = write_project(root)
    states = (restore, change)
    expected = []
    for state in states:
        state(root)
        assert build_in_child(way, config, None) == 0
        expected.append(content_of(root / "site"))
        shutil.rmtree(root / "site")
        shutil.rmtree(root / ".kabar")
    assert build_in_child(way, config, None) == 0
    kills = 0
    while True:
        now = kills % 2
        states[now](root)
        ended = build_in_child(way, config, kills)
        if ended == 0:
            return kills
        assert ended == KILLED
        assert build_in_child(way, config, None) == 0
        assert content_of(root / "site") == expected[now], kills
        assert {path.name for path in root.iterdir()} == PROJECT, kills
        kills += 1


def change(root: Path) -> None:
    """Change, remove and add a record."""
    record(root, "sesi/polsek-a/2023-10-20").write_text("Sesi satu\nPatroli setiap malam")
    record(root, "sesi/polsek-a/2023-10-27").unlink()
    record(root, "sesi/polsek-a/2023-11-03").write_text("Sesi tiga\nParkir")


def restore(root: Path) -> None:
    """Take the changes back."""
    for address, words in RECORDS.items():
        record(root, address).write_text(words)
    record(root, "sesi/polsek-a/2023-11-03").unlink(missing_ok=True)


if __name__ == "__main__":
    task, folder, *options = sys.argv[1:]
    if task == "kill":
        print(kill_at_every_step(options[0], Path(folder)))  # noqa: T201
    else:
        with stand_in(Path(folder)):
            cli([task, "--config-file", f"{folder}/mkdocs.yml", *options])
