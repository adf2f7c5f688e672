"""Once purged, no object of a repository holds what was withdrawn, and all else is as it was.

The drill of content/panduan/data-pribadi.md, done on a repository that is made for it.
"""

import os
import shutil
import subprocess
from datetime import date
from pathlib import Path

import pytest
import small_archive
from kabar_command import Kabar
from small_archive import OUTCOME, SESSION, jpeg

from generator import history, plugin, purge
from generator.purge import CannotPurge

ROOT = Path(__file__).parents[1]
SECRET = "Zubaidah Rekasari"
PLACE = "data/sessions/polsek-rekaan/2024-03-01.yml"
ANSWER = "data/outcomes/polsek-rekaan/2024-03-20.yml"
PHOTO = "data/media/polsek-rekaan/2024-03-20/rumah.jpg"
OTHER = "data/sessions/polsek-khayal/2024-03-08.yml"
LONG_AGO = "data/sessions/polsek-rekaan/zubaidah-rekasari.yml"
HIDDEN = jpeg()[:-2] + b"EXIF-rumah-rahasia" + b"\xff\xd9"


class Repository:
    """A repository of records with a history of some months."""

    def __init__(self, root: Path) -> None:
        self.root = root

    def git(self, *arguments: str, day: str = "2024-05-01", given: str = "") -> str:
        moment = f"{day}T20:15:00+07:00"
        done = subprocess.run(
            ["git", *arguments],
            cwd=self.root,
            env=os.environ | {"GIT_COMMITTER_DATE": moment, "GIT_AUTHOR_DATE": moment},
            input=given,
            capture_output=True,
            text=True,
            check=True,
        )
        return done.stdout

    def put(self, files: dict[str, str | bytes]) -> None:
        for name, content in files.items():
            file = self.root / name
            file.parent.mkdir(parents=True, exist_ok=True)
            file.write_bytes(content if isinstance(content, bytes) else content.encode())

    def commit(self, day: str, message: str = "catatan") -> None:
        self.git("add", "--all")
        self.git("commit", "--quiet", "--message", message, day=day)

    def objects(self) -> dict[str, bytes]:
        """Every object there is, reachable or not."""
        listed = self.git("cat-file", "--batch-all-objects", "--batch-check=%(objectname)")
        return {
            name: subprocess.run(
                ["git", "cat-file", "--batch"],
                cwd=self.root,
                input=f"{name}\n".encode(),
                capture_output=True,
                check=True,
            ).stdout
            for name in listed.split()
        }

    def story(self) -> list[str]:
        """Every commit as it is told, without what a purge may change."""
        told = self.git(
            "log", "--all", "--date-order", "--format=%an|%ae|%ad|%cn|%ce|%cd|%s|%D", "--date=iso"
        )
        return told.splitlines()

    def trees(self, *without: str) -> list[list[str]]:
        """The files of every commit with their content, but for some; notes are left out."""
        commits = self.git("log", "--branches", "--tags", "--date-order", "--format=%H").split()
        return [
            [
                line
                for line in self.git("ls-tree", "-r", commit).splitlines()
                if line.partition("\t")[2] not in without
            ]
            for commit in commits
        ]


def holding(folder: Path, word: str) -> list[str]:
    """Files under .git, objects aside, that hold a word."""
    return [
        path.relative_to(folder).as_posix()
        for path in folder.rglob("*")
        if path.is_file() and "objects" not in path.parts and word.encode() in path.read_bytes()
    ]


@pytest.fixture
def repository(tmp_path: Path) -> Repository:
    """A history in which a name stands in everything a name can stand in."""
    root = tmp_path / "arsip"
    root.mkdir()
    made = Repository(root)
    made.git("init", "--quiet")
    small_archive.write(root, {})
    shutil.copy(ROOT / "mkdocs.yml", root)
    shutil.copytree(ROOT / "content", root / "content")
    made.put({".gitignore": "/site/\n/.site-*/\n/.kabar/\n"})
    made.commit("2024-02-01", "awal")
    first = SESSION.replace("Warga berharap", f"{SECRET} berharap")
    made.put({PLACE: first, "content/berita.txt": f"Kata {SECRET}.\n"})
    made.commit("2024-03-02")
    made.put({OTHER: SESSION.replace("polsek-rekaan", "polsek-khayal")})
    made.put({LONG_AGO: "isi lama"})
    made.commit("2024-03-09")
    made.git("checkout", "--quiet", "-b", "cabang")
    made.put({ANSWER: OUTCOME + "# rumah " + SECRET + "\n", PHOTO: HIDDEN})
    made.commit("2024-03-21")
    made.git("checkout", "--quiet", "main")
    made.put({PLACE: first + f"# {SECRET}\n", "content/berita.txt": "Kata seorang warga.\n"})
    made.commit("2024-03-22", f"Kata {SECRET}")
    made.git("merge", "--quiet", "--no-ff", "cabang", "-m", "gabung", day="2024-03-23")
    made.git("tag", "-a", "terbit", "-m", f"terbit, {SECRET}", day="2024-03-24")
    made.git("notes", "add", "-m", f"catatan tentang {SECRET}", day="2024-03-25")
    (root / LONG_AGO).unlink()
    made.commit("2024-04-02")
    # Written and thrown away: nothing leads there but the log of what git did.
    made.put({PLACE: f"{SECRET} sekali lagi"})
    made.commit("2024-04-03")
    made.git("reset", "--quiet", "--hard", "HEAD~1")
    return made


WITHDRAWN = "ditarik:\n  tanggal: 2024-05-02\n  alasan: privasi\n  dasar: Permintaan.\n"


def take_back(repository: Repository) -> None:
    """What `kabar withdraw` leaves, committed."""
    (repository.root / PHOTO).unlink()
    repository.put({PLACE: WITHDRAWN, ANSWER: WITHDRAWN})
    repository.commit("2024-05-02", "Menarik satu catatan")


PATHS = [PLACE, ANSWER, PHOTO, LONG_AGO]


def test_no_object_holds_it_and_all_else_is_as_it_was(repository: Repository) -> None:
    take_back(repository)
    assert any(SECRET.encode() in content for content in repository.objects().values())
    days = history.first_published(repository.root, Path("data"))
    story, trees = repository.story(), repository.trees(*PATHS, "content/berita.txt")
    assert days[OTHER.removeprefix("data/")] == date(2024, 3, 9)

    done = purge.purge(repository.root, PATHS, [SECRET])

    for content in repository.objects().values():
        assert SECRET.encode() not in content
        assert b"EXIF-rumah-rahasia" not in content
        assert b"zubaidah-rekasari" not in content
    assert holding(repository.root / ".git", SECRET) == []
    assert repository.git("fsck", "--full", "--strict", "--unreachable") == ""
    assert repository.git("status", "--porcelain") == ""
    assert repository.story() == [line.replace(SECRET, "[dihapus]") for line in story]
    assert repository.trees(*PATHS, "content/berita.txt") == trees
    left = {key: day for key, day in days.items() if f"data/{key}" not in (LONG_AGO, PHOTO)}
    assert history.first_published(repository.root, Path("data")) == left
    assert done.versions >= 5
    assert repository.git("tag", "-l", "--format=%(contents:subject)") == "terbit, [dihapus]\n"
    assert repository.git("ls-tree", "-r", "refs/notes/commits").count("blob") == 1


def test_without_words_the_files_named_are_purged_and_nothing_else(repository: Repository) -> None:
    take_back(repository)
    old = repository.git("rev-parse", f"HEAD~1:{PLACE}").strip()
    story = repository.story()
    purge.purge(repository.root, PATHS)
    assert old not in repository.objects()
    assert repository.story() == story
    for commit in repository.git("log", "--all", "--format=%H", "--", PLACE).split():
        if PLACE in repository.git("ls-tree", "-r", "--name-only", commit):
            assert repository.git("show", f"{commit}:{PLACE}") == WITHDRAWN


def test_a_whole_folder_that_is_gone_goes_from_history(repository: Repository) -> None:
    take_back(repository)
    purge.purge(repository.root, ["data/media/"])
    assert not any(HIDDEN in content for content in repository.objects().values())
    assert "media" not in repository.git("log", "--all", "--name-only")


def test_the_site_is_the_same_after_a_purge(repository: Repository) -> None:
    take_back(repository)
    config = repository.root / "mkdocs.yml"

    def built() -> dict[str, bytes]:
        made = plugin.build_site(config, today=date(2024, 6, 1), jobs=1, strict=False)
        assert made.published, made.findings
        site = repository.root / "site"
        return {
            path.relative_to(site).as_posix(): path.read_bytes()
            for path in sorted(site.rglob("*"))
            if path.is_file()
        }

    before = built()
    purge.purge(repository.root, PATHS, [SECRET])
    shutil.rmtree(repository.root / ".kabar")
    shutil.rmtree(repository.root / "site")
    assert built() == before
    assert not any(SECRET.encode() in content for content in before.values())


def test_a_clone_that_follows_gets_only_the_new_history(
    repository: Repository, tmp_path: Path
) -> None:
    server = tmp_path / "server.git"
    repository.git("clone", "--quiet", "--mirror", ".", str(server))
    repository.git("remote", "add", "origin", str(server))
    repository.git("push", "--quiet", "origin", "HEAD:refs/heads/lain")
    take_back(repository)
    repository.git("fetch", "--quiet", "origin")
    done = purge.purge(repository.root, PATHS, [SECRET])
    assert done.remotes == ("origin",)
    assert done.remote_only == ("origin/lain",)
    for command in (*purge.commands_to_send(done), *purge.commands_to_delete(done)):
        repository.git(*command.split()[1:])
    fresh = Repository(tmp_path / "baru")
    repository.git("clone", "--quiet", server.as_uri(), str(fresh.root))
    assert not any(SECRET.encode() in content for content in fresh.objects().values())


def test_what_was_never_sent_asks_for_nothing_on_a_server(
    repository: Repository, tmp_path: Path
) -> None:
    server = tmp_path / "server.git"
    repository.git("init", "--quiet", "--bare", str(server))
    repository.git("remote", "add", "origin", str(server))
    first = repository.git("rev-list", "--max-parents=0", "HEAD").split()[0]
    repository.git("push", "--quiet", "origin", f"{first}:refs/heads/rekan")
    repository.git("fetch", "--quiet", "origin")
    take_back(repository)
    done = purge.purge(repository.root, PATHS)
    assert (done.remotes, done.remote_only) == ((), ())
    assert list(purge.commands_to_send(done)) == list(purge.commands_to_delete(done)) == []


def test_only_what_was_taken_back_is_purged(repository: Repository) -> None:
    before = repository.objects()
    with pytest.raises(CannotPurge, match="belum ditarik"):
        purge.purge(repository.root, [PLACE])
    assert repository.objects() == before


def test_words_still_in_use_are_refused(repository: Repository) -> None:
    with pytest.raises(CannotPurge, match="masih ada di data/"):
        purge.purge(repository.root, [LONG_AGO], [SECRET])


def test_words_in_the_name_of_an_old_file_are_refused_unless_it_is_named(
    repository: Repository,
) -> None:
    take_back(repository)
    with pytest.raises(CannotPurge, match="nama berkas lama"):
        purge.purge(repository.root, [PLACE], ["zubaidah-rekasari"])
    purge.purge(repository.root, PATHS, ["zubaidah-rekasari"])


@pytest.mark.parametrize(
    ("way", "said"),
    [
        ("unsaved", "belum disimpan"),
        ("stash", "git stash"),
        ("worktree", "git worktree"),
        ("shallow", "unshallow"),
        ("nothing", "Periksa nama berkasnya"),
        ("elsewhere", "bukan tempat kerja git"),
    ],
)
def test_what_would_be_lost_or_left_is_refused_first(
    repository: Repository, tmp_path: Path, way: str, said: str
) -> None:
    take_back(repository)
    root, paths = repository.root, PATHS
    if way in ("unsaved", "stash"):
        repository.put({"content/berita.txt": "baru"})
    if way == "stash":
        repository.git("stash", "--quiet")
    if way == "worktree":
        repository.git("worktree", "add", "--quiet", str(tmp_path / "lain"))
    if way == "shallow":
        root = tmp_path / "dangkal"
        repository.git("clone", "--quiet", "--depth", "2", repository.root.as_uri(), str(root))
    if way == "nothing":
        paths = ["data/tidak-ada.yml"]
    if way == "elsewhere":
        root = tmp_path
    with pytest.raises(CannotPurge, match=said):
        purge.purge(root, paths)
    assert any(SECRET.encode() in content for content in repository.objects().values())


def test_a_project_that_lies_deeper_in_its_repository(tmp_path: Path) -> None:
    made = Repository(tmp_path)
    made.git("init", "--quiet")
    made.put({"dalam/data/sessions/a/ü b.yml": SECRET, "lain.txt": "lain"})
    made.commit("2024-03-01")
    made.put({"dalam/data/sessions/a/ü b.yml": WITHDRAWN})
    made.commit("2024-03-02")
    purge.purge(tmp_path / "dalam", ["data/sessions/a/ü b.yml"])
    assert not any(SECRET.encode() in content for content in made.objects().values())
    assert made.git("log", "--format=%cs") == "2024-03-02\n2024-03-01\n"


def test_words_come_from_a_file_and_no_blank_line_is_one(tmp_path: Path) -> None:
    file = tmp_path / "kata.txt"
    file.write_text(f"\ufeff{SECRET}\n\n   \n 08 \n")
    assert purge.words_in(file) == (SECRET, "08")
    with pytest.raises(CannotPurge):
        purge.words_in(tmp_path / "tidak-ada")


def test_the_command_asks_first_and_says_what_is_next(
    repository: Repository, kabar: Kabar, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(repository.root)
    take_back(repository)
    monkeypatch.setattr("click.prompt", lambda *_all, **_some: "")
    said = kabar("purge", *PATHS)
    assert said.out.endswith("Tidak ada yang diubah.\n")
    repository.git("remote", "add", "origin", "https://contoh.test/a.git")
    said = kabar("purge", *PATHS, "--yes")
    assert said.code == 0, said
    assert "Selesai" in said.out
    assert "git push --force --all origin" in said.out
    assert "git clone" in said.out
    assert kabar("purge", "../lain.txt", "--yes").code == 2
