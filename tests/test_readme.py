"""What README tells people to type works as it says."""

import os
import re
import shutil
import signal
import subprocess
import sys
import time
from pathlib import Path
from urllib.request import urlopen

import pytest

ROOT = Path(__file__).parents[1]
README = (ROOT / "README.md").read_text(encoding="utf-8")
COMMANDS = re.findall(r"^```sh\n(.+?)\n```$", README, re.MULTILINE | re.DOTALL)
BIN = Path(sys.executable).parent


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """What a newcomer has after cloning, without the set-up."""
    for name in ("mkdocs.yml", "Makefile", "README.md", "pyproject.toml"):
        shutil.copy(ROOT / name, tmp_path)
    for name in ("content", "data", "requirements"):
        shutil.copytree(ROOT / name, tmp_path / name)
    for folder in ("tests/checkers", "bench/lighthouse", "desk"):
        shutil.copytree(
            ROOT / folder, tmp_path / folder, ignore=lambda *_: ["node_modules", "dist"]
        )
    return tmp_path


def with_kabar() -> dict[str, str]:
    return {**os.environ, "PATH": f"{BIN}{os.pathsep}{os.environ['PATH']}"}


def test_the_two_commands_come_first() -> None:
    assert COMMANDS[:2] == ["make site", "make test"]
    before = README.partition("make site")[0]
    assert len(before.splitlines()) < 8


@pytest.mark.parametrize("command", [each for each in COMMANDS if each.startswith("make ")])
def test_what_make_is_asked_for_is_there(project: Path, command: str) -> None:
    done = subprocess.run(
        [*command.split(), "--dry-run"], cwd=project, capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stderr
    wanted = {"make site": "kabar build", "make test": "pytest"}[command]
    assert wanted in done.stdout


@pytest.mark.parametrize(
    "command",
    [each for each in COMMANDS if each.startswith("kabar ") and each != "kabar serve"],
)
def test_each_command_of_kabar_ends_well(project: Path, command: str) -> None:
    done = subprocess.run(
        command.split(), cwd=project, env=with_kabar(), capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stdout + done.stderr
    made = {
        "kabar check": "siap terbit",
        "kabar build": "Situs sudah jadi di site/",
        "kabar schema": "schema/session.json",
        "kabar status": "Polsek Belitang Hilir",
        "kabar show polsek-belitang-hilir/2023-10-20": "patroli",
        "kabar demo contoh --sessions 120 --seed 1": "kabar build --as-of",
        "kabar build --help": "Cara pakai: kabar build",
    }[command]
    assert made in done.stdout


def test_serve_shows_the_site_where_readme_says_so(project: Path) -> None:
    assert "kabar serve" in COMMANDS
    address = f"127.0.0.1:{20_000 + os.getpid() % 20_000}"
    with subprocess.Popen(
        ["kabar", "serve", "--address", address],
        cwd=project,
        env=with_kabar(),
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    ) as server:
        try:
            assert "Kabar Balik" in _page(f"http://{address}/")
        finally:
            server.send_signal(signal.SIGINT)


def test_mkdocs_alone_makes_the_whole_site(project: Path) -> None:
    assert "`mkdocs build --strict`" in README
    done = subprocess.run(
        ["mkdocs", "build", "--strict"],
        cwd=project,
        env=with_kabar(),
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    assert (project / "site/sesi/polsek-belitang-hilir/2023-10-20/index.html").is_file()


def _page(address: str) -> str:
    for _attempt in range(200):
        try:
            with urlopen(address, timeout=5) as answer:
                return str(answer.read(), "utf-8")
        except OSError:
            time.sleep(0.1)
    pytest.fail(f"{address} does not answer")
