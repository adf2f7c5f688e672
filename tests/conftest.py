"""What every test may rely on: nothing of the machine it runs on, and a browser where asked for."""

import os
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import hypothesis
import pytest
from playwright.sync_api import Browser, sync_playwright

from generator import language

pytest_plugins = ["expected_pages", "built_sites", "kabar_command", "published_archive"]

BROWSERS = ("chromium", "chromium-browser", "google-chrome")
BROWSER_OPTIONS = (
    "--no-sandbox",
    "--disable-gpu",
    "--disable-background-networking",
    "--disable-component-update",
)
GIT_SETTINGS = {
    "user.name": "Penguji",
    "user.email": "penguji@contoh.test",
    "init.defaultBranch": "main",
    "commit.gpgSign": "false",
    "core.hooksPath": os.devnull,
    "safe.directory": "*",
}

# Slow machines are no fault, and a red run must be red again when it is repeated.
hypothesis.settings.register_profile(
    "house",
    deadline=None,
    derandomize=True,
    database=None,
    suppress_health_check=[hypothesis.HealthCheck.too_slow],
)
hypothesis.settings.load_profile("house")


def pytest_configure() -> None:
    # Git sets GIT_DIR and others for its hooks, where the tests may run too.
    for name in [name for name in os.environ if name.startswith("GIT_")]:
        del os.environ[name]
    os.environ.pop("SOURCE_DATE_EPOCH", None)
    os.environ["GIT_CONFIG_GLOBAL"] = os.environ["GIT_CONFIG_SYSTEM"] = os.devnull
    os.environ["GIT_CONFIG_COUNT"] = str(len(GIT_SETTINGS))
    for number, (key, value) in enumerate(GIT_SETTINGS.items()):
        os.environ[f"GIT_CONFIG_KEY_{number}"] = key
        os.environ[f"GIT_CONFIG_VALUE_{number}"] = value


@pytest.fixture(autouse=True)
def _in_indonesian() -> None:
    language.use(language.INDONESIAN)


@pytest.fixture(scope="session")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The program as it is packed to be installed."""
    folder = tmp_path_factory.mktemp("wheel")
    build = [sys.executable, "-m", "hatchling", "build", "--target", "wheel"]
    root = Path(__file__).parents[1]
    subprocess.run([*build, "--directory", str(folder)], cwd=root, check=True, capture_output=True)
    (packed,) = folder.glob("*.whl")
    return packed


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """Chromium, one for all tests of a worker; each test opens a context of its own."""
    found = next(filter(None, map(shutil.which, BROWSERS)), None)
    if found is None:
        pytest.fail(f"none of {', '.join(BROWSERS)} is installed; `make test` sees to it")
    with sync_playwright() as playwright:
        chromium = playwright.chromium.launch(executable_path=found, args=list(BROWSER_OPTIONS))
        yield chromium
        chromium.close()
