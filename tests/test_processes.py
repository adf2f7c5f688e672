"""Who does the work changes nothing but how long it takes, and no work is done for nothing."""

import datetime
import os
import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from generator import history
from generator.demo import write_records
from generator.plugin import BuildReport, build_site
from generator.processes import batches

ROOT = Path(__file__).parents[1]
DAY = "2025-06-30"
KABAR = "import sys; from generator.cli import main; sys.argv[0] = 'kabar'; main()"


@pytest.fixture(scope="module")
def project(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """An archive large enough to be shared among processes."""
    root = tmp_path_factory.mktemp("proyek")
    shutil.copy(ROOT / "mkdocs.yml", root)
    shutil.copytree(ROOT / "content", root / "content")
    write_records(root / "data", 700, seed=5)
    return root


def build(root: Path, jobs: int) -> dict[str, bytes]:
    """Build in a process of its own, which has no other thread and so may be copied."""
    for leftover in ("site", ".kabar"):
        shutil.rmtree(root / leftover, ignore_errors=True)
    done = subprocess.run(
        [sys.executable, "-c", KABAR, "build", "--jobs", str(jobs), "--as-of", DAY],
        cwd=root,
        env={**os.environ, "PYTHONPATH": str(ROOT)},
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    site = root / "site"
    return {
        file.relative_to(site).as_posix(): file.read_bytes()
        for file in site.rglob("*")
        if file.is_file()
    }


def test_processes_that_share_the_work_make_the_same_site(project: Path) -> None:
    alone = build(project, 1)
    assert len(alone) > 900
    assert build(project, 3) == alone


@pytest.fixture
def small(tmp_path: Path) -> Path:
    for name in ("mkdocs.yml", "content", "data"):
        source = ROOT / name
        if source.is_dir():
            shutil.copytree(source, tmp_path / name)
        else:
            shutil.copy(source, tmp_path)
    return tmp_path


def again(root: Path, day: str = "2026-01-31") -> BuildReport:
    report = build_site(root / "mkdocs.yml", today=_day(day), jobs=1)
    assert report.published, report.findings
    return report


def test_a_site_nothing_has_changed_for_is_left_as_it_is(small: Path) -> None:
    first = again(small)
    before = {file: file.stat().st_mtime_ns for file in (small / "site").rglob("*")}
    second = again(small)
    assert (first.was_there, second.was_there) == (False, True)
    assert second.sessions == first.sessions > 0
    assert {file: file.stat().st_mtime_ns for file in (small / "site").rglob("*")} == before


def _append(name: str) -> Callable[[Path], object]:
    def change(root: Path) -> None:
        with (root / name).open("a", encoding="utf-8") as file:
            file.write("\n")

    return change


CHANGES: dict[str, Callable[[Path], object]] = {
    "a record": _append("data/sessions/polsek-waigete/2024-07-20.yml"),
    "a registry": _append("data/themes.yml"),
    "a page of content": _append("content/tentang.md"),
    "the settings": _append("mkdocs.yml"),
    "a record gone": lambda root: (
        root / "data/outcomes/polsek-denpasar-selatan/2023-05-28.yml"
    ).unlink(),
    "a page of the site gone": lambda root: (root / "site/sesi/index.html").unlink(),
    "a page of the site changed": _append("site/sesi/index.html"),
    "a file too many in the site": lambda root: (root / "site/sisa.html").write_text("x"),
    "the folder gone": lambda root: shutil.rmtree(root / "site"),
}


@pytest.mark.parametrize("change", CHANGES)
def test_whatever_changes_the_site_is_built(small: Path, change: str) -> None:
    again(small)
    CHANGES[change](small)
    assert not again(small).was_there
    assert not (small / "site/sisa.html").exists()
    assert (small / "site/sesi/index.html").read_text().endswith("</html>")


def test_another_day_is_another_site(small: Path) -> None:
    again(small)
    assert not again(small, "2026-02-01").was_there


def test_a_build_asks_git_once(small: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    asked: list[Path] = []

    def first_published(root: Path, _data: Path) -> dict[str, datetime.date]:
        asked.append(root)
        return {}

    monkeypatch.setattr(history, "first_published", first_published)
    again(small)
    assert asked == [small]


def _day(text: str) -> datetime.date:
    return datetime.date.fromisoformat(text)


def said_by(script: str) -> list[str]:
    """What a program prints, run where no other thread is; it has a minute."""
    done = subprocess.run(
        [sys.executable, "-c", f"from generator.processes import Beside\n{script}"],
        env={**os.environ, "PYTHONPATH": str(ROOT)},
        capture_output=True,
        text=True,
        check=False,
        timeout=60,
    )
    assert (done.returncode, done.stderr) == (0, "")
    return done.stdout.split()


def test_what_is_done_beside_is_done_by_a_copy_that_knows_all() -> None:
    script = """
import os
known = lambda: 7  # cannot be sent
work = Beside(lambda: (known(), os.getpid()))
number, who = work.result()
print(number, who != os.getpid())
"""
    assert said_by(script) == ["7", "True"]


@pytest.mark.parametrize("how", ["is_alone=True", "is_alone=False"])
def test_what_goes_wrong_beside_is_raised_where_the_result_is_asked_for(how: str) -> None:
    script = f"""
from generator.errors import SettingsError
def fail(): raise SettingsError("salah")
work = Beside(fail, {how})
try:
    work.result()
except SettingsError as error:
    print(error)
"""
    assert said_by(script) == ["salah"]


def test_beside_another_thread_nothing_is_copied() -> None:
    script = """
import os, threading
waiting = threading.Event()
threading.Thread(target=waiting.wait).start()
print(Beside(os.getpid).result() == os.getpid())
waiting.set()
"""
    assert said_by(script) == ["True"]


def test_what_a_copy_that_was_killed_left_undone_is_done_here() -> None:
    script = """
import os, signal
here = os.getpid()
def work():
    if os.getpid() != here:
        os.kill(os.getpid(), signal.SIGKILL)
    return "selesai"
print(Beside(work).result())
"""
    assert said_by(script) == ["selesai"]


@pytest.mark.parametrize("times", [1, 2])
def test_what_is_stopped_beside_is_put_in_order_and_nobody_is_left(
    tmp_path: Path, times: int
) -> None:
    script = f"""
import multiprocessing, os, signal, time
from pathlib import Path
begun, ended = Path({str(tmp_path / "begun")!r}), Path({str(tmp_path / "ended")!r})
def work():
    try:
        begun.touch()
        time.sleep(600)
    finally:
        time.sleep(0.2)
        ended.touch()
beside = Beside(work)
while not begun.exists():
    time.sleep(0.01)
for _again in range({times} - 1):  # as when ^C reaches both
    os.kill(multiprocessing.active_children()[0].pid, signal.SIGINT)
    time.sleep(0.05)
beside.stop()
print(ended.exists(), len(multiprocessing.active_children()))
"""
    assert said_by(script) == ["True", "0"]


@pytest.mark.parametrize("many", [0, 1, 40, 600, 3_300, 30_000])
def test_all_work_is_in_one_batch_and_the_last_batches_are_light(many: int) -> None:
    weights = [1 + number % 7 for number in range(many)]
    cut = batches(weights, 250)
    assert [one for start, end in cut for one in range(start, end)] == list(range(many))
    heavy = [sum(weights[start:end]) for start, end in cut]
    assert all(one < 250 + 7 for one in heavy)
    assert all(one < 31 + 7 for one in heavy[-8:])
