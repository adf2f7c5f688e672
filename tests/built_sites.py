"""Whole sites, each built once for all tests of a run, however many processes run them."""

import fcntl
import shutil
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import NamedTuple

import expected_pages
import pytest

from bench.plain_host import served
from generator import archive, plugin, records
from generator.archive import Archive

ROOT = Path(__file__).parents[1]
EXAMPLE, INVENTED = "contoh", "rekaan"
MADE_OF = {
    EXAMPLE: (ROOT / "data", date(2026, 1, 15)),
    INVENTED: (expected_pages.DATA, expected_pages.TODAY),
}
"""What each site is made of, and the day it is made: real records, and all that can occur."""
ELSEWHERE = {
    "data/sessions/mabes-polri/2024-05-10.yml": """\
program: lainnya
satuan: mabes-polri
tanggal: 2024-05-10
tempat:
  - {kabupaten: Kabupaten Rekaan, kecamatan: Sukamaju, desa: Desa Mekar}
  - {kabupaten: Kabupaten Antah, desa: Berantah}
masukan: nihil
"""
}
"""Added to it on the site: a village spelt in another way, and one of an unknown province."""


class BuiltSite(NamedTuple):
    """A site on the disk, the day it was made, and what it was made from."""

    folder: Path
    day: date
    archive: Archive


class HostedSite(NamedTuple):
    """A site at an address that ends with a slash."""

    host: str
    built: BuiltSite


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption(
        "--pictures", action="store_true", help="keep a picture of every kind of page in artefacts/"
    )


@pytest.fixture(scope="session")
def built_sites(
    request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory
) -> dict[str, BuiltSite]:
    """The site of the example records, and the one of the invented archive."""
    shared = tmp_path_factory.getbasetemp()
    if hasattr(request.config, "workerinput"):
        shared = shared.parent
    with (shared / "situs.lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        return {name: build(shared / f"situs-{name}", *MADE_OF[name]) for name in MADE_OF}


@pytest.fixture(scope="session")
def example_site(built_sites: dict[str, BuiltSite]) -> Path:
    """The folder of the example site."""
    return built_sites[EXAMPLE].folder


@pytest.fixture(scope="session")
def hosted_sites(built_sites: dict[str, BuiltSite]) -> Iterator[dict[str, HostedSite]]:
    """The same sites as a browser finds them."""
    example, invented = built_sites[EXAMPLE], built_sites[INVENTED]
    with served(example.folder) as one, served(invented.folder) as other:
        yield {EXAMPLE: HostedSite(one, example), INVENTED: HostedSite(other, invented)}


def build(root: Path, data: Path, day: date) -> BuiltSite:
    """Build a site of the project's own settings and pages, unless another process already has."""
    folder = root / "site"
    if not folder.is_dir():
        root.mkdir(exist_ok=True)
        shutil.copy(ROOT / "mkdocs.yml", root)
        shutil.copytree(ROOT / "content", root / "content", dirs_exist_ok=True)
        shutil.copytree(data, root / "data", dirs_exist_ok=True)
        if data == expected_pages.DATA:
            for path, record in ELSEWHERE.items():
                (root / path).parent.mkdir(parents=True)
                (root / path).write_text(record, encoding="utf-8")
        report = plugin.build_site(root / "mkdocs.yml", today=day, jobs=1, strict=False)
        assert report.published, report.findings
    return BuiltSite(folder, day, archive.build(records.read(root, root / "data").records, day))
