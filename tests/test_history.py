"""A file was first published on the day of its first commit, whatever happened to it later."""

import os
import subprocess
from datetime import UTC, date, timedelta, timezone
from pathlib import Path

import pytest

from generator import git, history

EARLY = "1999-01-01T12:00:00+07:00"
ODD = 'sessions/a/baris\nbaru "kutip" ü.yml'


class Repository:
    """A git repository whose commits say when they were made."""

    def __init__(self, root: Path) -> None:
        self.root = root
        root.mkdir()
        self.git("init", "--quiet")

    def git(self, *arguments: str, when: str = "2024-01-01T12:00:00+07:00") -> None:
        environment = os.environ | {"GIT_COMMITTER_DATE": when, "GIT_AUTHOR_DATE": EARLY}
        subprocess.run(["git", *arguments], cwd=self.root, env=environment, check=True)

    def commit(self, day: str, **files: str) -> None:
        self.write(**files)
        self.git("add", "--all")
        self.git("commit", "--quiet", "--message", "catatan", when=f"{day}T12:00:00+07:00")

    def write(self, **files: str) -> None:
        for name, content in files.items():
            self.put(f"{name}.yml", content)

    def put(self, name: str, content: str) -> None:
        file = self.root / "data" / name
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(content)

    def first(self) -> dict[str, str]:
        found = history.read(self.root, Path("data"))
        assert found.is_known
        return {name: day.isoformat() for name, day in found.first.items()}


@pytest.fixture
def repository(tmp_path: Path) -> Repository:
    return Repository(tmp_path / "arsip")


def test_the_first_commit_counts_and_not_a_later_change(repository: Repository) -> None:
    repository.commit("2024-01-05", a="satu")
    repository.commit("2024-02-05", a="dua", b="satu")
    assert repository.first() == {"a.yml": "2024-01-05", "b.yml": "2024-02-05"}


def test_a_file_that_was_never_committed_is_absent(repository: Repository) -> None:
    repository.commit("2024-01-05", a="satu")
    repository.write(b="baru")
    assert repository.first() == {"a.yml": "2024-01-05"}


def test_a_file_that_came_back_keeps_its_first_day(repository: Repository) -> None:
    repository.commit("2024-01-05", a="satu", b="satu")
    repository.git("rm", "--quiet", "data/a.yml")
    repository.commit("2024-02-05")
    repository.commit("2024-03-05", a="satu")
    assert repository.first()["a.yml"] == "2024-01-05"


def test_a_renamed_file_is_new(repository: Repository) -> None:
    repository.commit("2024-01-05", a="isi yang sama\n" * 20)
    repository.git("mv", "data/a.yml", "data/b.yml")
    repository.commit("2024-02-05")
    assert repository.first() == {"a.yml": "2024-01-05", "b.yml": "2024-02-05"}


def test_odd_names_are_kept_as_they_are(repository: Repository) -> None:
    repository.put(ODD, "satu")
    repository.commit("2024-01-05")
    assert repository.first() == {ODD: "2024-01-05"}


def test_files_outside_the_folder_do_not_matter(repository: Repository) -> None:
    (repository.root / "README.md").write_text("halo")
    repository.commit("2024-01-05", a="satu")
    assert repository.first() == {"a.yml": "2024-01-05"}


def test_a_branch_counts_from_its_own_commits_and_a_merge_from_its_own(
    repository: Repository,
) -> None:
    repository.commit("2024-01-05", a="satu")
    repository.git("checkout", "--quiet", "-b", "cabang")
    repository.commit("2024-02-05", b="satu")
    repository.git("checkout", "--quiet", "main")
    repository.commit("2024-03-05", c="satu")
    repository.git("merge", "--quiet", "--no-commit", "cabang")
    repository.commit("2024-04-05", only_in_the_merge="satu")
    assert repository.first() == {
        "a.yml": "2024-01-05",
        "b.yml": "2024-02-05",
        "c.yml": "2024-03-05",
        "only_in_the_merge.yml": "2024-04-05",
    }


def test_the_day_is_that_of_the_zone(repository: Repository) -> None:
    repository.put("a.yml", "satu")
    repository.git("add", "--all")
    repository.git("commit", "--quiet", "--message", "x", when="2024-01-05T23:30:00+00:00")
    here, data = repository.root, Path("data")
    assert history.first_published(here, data) == {"a.yml": date(2024, 1, 5)}
    west = timezone(timedelta(hours=7))
    assert history.first_published(here, data, west) == {"a.yml": date(2024, 1, 6)}
    assert history.first_published(here, data, UTC) == {"a.yml": date(2024, 1, 5)}


def test_a_clone_that_was_cut_off_knows_nothing(repository: Repository, tmp_path: Path) -> None:
    repository.commit("2024-01-05", a="satu")
    repository.commit("2024-02-05", b="satu")
    shallow = tmp_path / "dangkal"
    origin = repository.root.as_uri()
    repository.git("clone", "--quiet", "--depth", "1", origin, str(shallow))
    assert history.read(shallow, Path("data")) == history.History({}, is_known=False)


def test_outside_a_repository_nothing_is_known(tmp_path: Path) -> None:
    (tmp_path / "data").mkdir()
    assert history.read(tmp_path, Path("data")) == history.History({}, is_known=False)
    assert history.read(tmp_path, Path("tidak-ada")) == history.History({}, is_known=False)


def test_without_git_nothing_is_known(
    repository: Repository, monkeypatch: pytest.MonkeyPatch
) -> None:
    repository.commit("2024-01-05", a="satu")
    monkeypatch.setenv("PATH", "")
    assert history.read(repository.root, Path("data")) == history.History({}, is_known=False)


def test_git_that_takes_too_long_is_left(
    repository: Repository, monkeypatch: pytest.MonkeyPatch
) -> None:
    repository.commit("2024-01-05", a="satu")
    monkeypatch.setattr(git, "SECONDS", 0)
    assert history.first_published(repository.root, Path("data")) == {}


def test_inside_a_hook_git_looks_at_the_folder_it_is_asked_about(
    repository: Repository, monkeypatch: pytest.MonkeyPatch
) -> None:
    repository.commit("2024-01-05", a="satu")
    monkeypatch.setenv("GIT_DIR", "/tidak-ada")
    monkeypatch.setenv("GIT_INDEX_FILE", "/tidak-ada")
    assert repository.first() == {"a.yml": "2024-01-05"}


def test_git_is_asked_for_the_log_only_once(
    repository: Repository, monkeypatch: pytest.MonkeyPatch
) -> None:
    repository.commit("2024-01-05", a="satu", b="satu", c="satu")
    asked: list[str] = []
    said = git.said

    def watched(folder: Path, *arguments: str) -> bytes | None:
        asked.append(arguments[0])
        return said(folder, *arguments)

    monkeypatch.setattr(git, "said", watched)
    history.read(repository.root, Path("data"))
    assert asked == ["rev-parse", "log"]
