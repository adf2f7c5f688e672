"""What stands between a mistake and the public, outside the program: hooks, workflows, readers."""

import json
import os
import re
import shlex
import shutil
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import click
import pytest
import small_archive
import yaml
from conftest import GIT_SETTINGS
from kabar_command import CONFIG, Kabar
from small_archive import OUTCOME, SESSION

from generator import cli, hooks, notices, records, staged
from generator.findings import Finding, Severity
from generator.hooks import CannotHook, Done
from generator.owners import BadPattern, owners
from generator.staged import CannotCommit

ROOT = Path(__file__).parents[1]
GITHUB = sorted((ROOT / ".github" / "workflows").glob("*.yml"))
GITLAB = ROOT / ".gitlab-ci.yml"
TEMPLATES = (
    ROOT / ".github" / "pull_request_template.md",
    ROOT / ".gitlab" / "merge_request_templates" / "Default.md",
)
TOLD = [*GITHUB, GITLAB, ROOT / ".pre-commit-hooks.yaml", *TEMPLATES, ROOT / "Makefile"]
SCHEMAS = {
    "vendor.github-workflows": GITHUB,
    "vendor.gitlab-ci": [GITLAB],
    "vendor.dependabot": [ROOT / ".github" / "dependabot.yml"],
}
PINNED = re.compile(r"uses: [\w.-]+/[\w./-]+@[0-9a-f]{40} # v\d+\.\d+\.\d+")


@pytest.mark.parametrize("schema", SCHEMAS)
def test_a_workflow_fits_the_schema_its_host_publishes(schema: str) -> None:
    """The schemas come with the checker, so nothing is asked of the network."""
    command = [sys.executable, "-m", "check_jsonschema", "--builtin-schema", schema]
    done = subprocess.run(
        [*command, *map(str, SCHEMAS[schema])], capture_output=True, text=True, check=False
    )
    assert SCHEMAS[schema]
    assert done.returncode == 0, done.stdout


def said(file: Path) -> Iterator[list[str]]:
    """Every command of ours a file names, as words."""
    text = file.read_text(encoding="utf-8").replace("$(VENV)/bin/", "")
    for found in re.finditer(r"(?:^|[\s`/:])kabar ((?:check|diff|build|\w+)\b[^|>&`\n]*)", text):
        yield shlex.split(found[1].replace("$(DEMO)", ""), comments=True)


def commands() -> list[tuple[str, list[str]]]:
    return [
        (file.name, words) for file in TOLD for words in said(file) if words[0] in cli.cli.commands
    ]


@pytest.mark.parametrize(("file", "words"), commands(), ids=lambda one: " ".join(one)[:60])
def test_every_command_a_workflow_runs_exists_with_its_options(file: str, words: list[str]) -> None:
    command = cli.cli.commands[words[0]]
    values, _rest, _order = command.make_parser(click.Context(command)).parse_args(words[1:])
    chosen = {one.name: one.type for one in command.params if isinstance(one.type, click.Choice)}
    for name, kind in chosen.items():
        if name in values:
            assert values[name] in kind.choices, file


def test_the_workflows_check_compare_tell_and_build() -> None:
    told = {" ".join(words[:2]) for _file, words in commands()}
    assert {"check --format", "check --against", "diff --against", "check --staged"} <= told


def test_what_would_be_merged_is_held_against_the_whole_history() -> None:
    """GitHub checks out the merged state by itself; GitLab the branch alone, so it is merged."""
    workflow = yaml.safe_load((ROOT / ".github/workflows/periksa.yml").read_text(encoding="utf-8"))
    fetched, *_rest = workflow["jobs"]["periksa"]["steps"]
    assert workflow[True] == {"pull_request": None}
    assert fetched["with"]["fetch-depth"] == 0
    assert "ref" not in fetched["with"]
    gitlab = yaml.safe_load(GITLAB.read_text(encoding="utf-8"))
    assert gitlab["variables"]["GIT_DEPTH"] == "0"
    lines = gitlab["periksa"]["script"]
    merged = next(at for at, line in enumerate(lines) if "git " in line and " merge " in line)
    assert all("kabar" not in line for line in lines[:merged])


@pytest.mark.parametrize("file", [*GITHUB, GITLAB], ids=lambda one: one.name)
def test_every_make_a_workflow_runs_exists(file: Path) -> None:
    wanted = set(re.findall(r"\bmake (\w+)", file.read_text(encoding="utf-8")))
    assert wanted
    done = subprocess.run(
        ["make", "--dry-run", *wanted], cwd=ROOT, capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stderr


@pytest.mark.parametrize("file", GITHUB, ids=lambda one: one.name)
def test_every_action_is_pinned_to_one_commit_and_says_which_version_that_is(file: Path) -> None:
    used = re.findall(r"uses: .*", file.read_text(encoding="utf-8"))
    assert [one for one in used if not PINNED.fullmatch(one)] == []


@pytest.mark.parametrize("file", GITHUB, ids=lambda one: one.name)
def test_a_workflow_may_read_and_only_the_job_that_writes_may_write(file: Path) -> None:
    workflow = yaml.safe_load(file.read_text(encoding="utf-8"))
    assert workflow["permissions"] == {"contents": "read"}
    for job in workflow["jobs"].values():
        writes = {key for key, right in job.get("permissions", {}).items() if right == "write"}
        runs_ours = any("kabar" in step.get("run", "") for step in job["steps"])
        uses = [step.get("uses", "").partition("@")[0] for step in job["steps"]]
        assert not (writes and (runs_ours or "actions/checkout" in uses))


def test_a_review_of_a_strangers_proposal_sees_no_secret() -> None:
    text = (ROOT / ".github/workflows/periksa.yml").read_text(encoding="utf-8")
    assert "pull_request_target" not in text
    assert "secrets." not in text
    workflow = yaml.safe_load(text)
    for job in workflow["jobs"].values():
        for step in job["steps"]:
            # What a proposal names may be a piece of shell: it comes through the environment.
            assert "${{" not in step.get("run", "")


def test_nothing_that_holds_withdrawn_words_is_kept_between_runs() -> None:
    for file in (*GITHUB, GITLAB):
        kept = re.findall(r"(?m)^\s*(?:paths?:|key:).*$", file.read_text(encoding="utf-8"))
        assert not any(".kabar" in one for one in kept)
    cached = yaml.safe_load(GITLAB.read_text(encoding="utf-8"))[".dengan-program"]["cache"]
    assert cached["paths"] == [".unduhan/"]


def test_the_site_is_made_every_night_too() -> None:
    # YAML 1.1 reads the key `on` as a truth value.
    workflow = yaml.safe_load((ROOT / ".github/workflows/terbit.yml").read_text(encoding="utf-8"))
    assert workflow[True]["schedule"]


def test_github_and_gitlab_ask_the_same_of_the_one_who_proposes() -> None:
    github, gitlab = (file.read_text(encoding="utf-8") for file in TEMPLATES)
    assert github == gitlab
    assert github.count("- [ ] ") >= 5


def test_a_finding_is_known_again_in_a_merge_request_though_its_line_has_moved() -> None:
    first = Finding("data/a.yml", 3, 1, "isian", "masukan.patroli.isi", "kosong")
    moved = replace(first, line=9)
    twin = replace(first, line=12)
    warning = replace(first, severity=Severity.WARNING, where="", line=0)
    reports = [
        json.loads(notices.as_code_quality(found))
        for found in ((first, warning), (moved, twin, warning))
    ]
    prints = [[one["fingerprint"] for one in report] for report in reports]
    assert prints[0][0] == prints[1][0]
    assert len(set(prints[1])) == 3
    assert [one["severity"] for one in reports[0]] == ["blocker", "minor"]
    assert reports[0][1]["location"] == {"path": "data/a.yml", "lines": {"begin": 1}}
    assert reports[0][0]["description"] == "masukan.patroli.isi: kosong"


def test_the_report_for_gitlab_is_what_the_command_prints(project: Path, kabar: Kabar) -> None:
    (project / FIRST).write_text("rusak: ya\n")
    said = kabar("check", "--format", "gitlab")
    assert said.code == 1
    assert {one["location"]["path"] for one in json.loads(said.out)} >= {FIRST}


# The hook, as git runs it.

HOOK = Path(".git/hooks/pre-commit")
FIRST = "data/sessions/polsek-rekaan/2024-03-01.yml"


def git(folder: Path, *words: str) -> "subprocess.CompletedProcess[str]":
    environment = {
        **os.environ,
        "PATH": f"{Path(sys.executable).parent}{os.pathsep}{os.environ['PATH']}",
    }
    return subprocess.run(
        ["git", *words], cwd=folder, env=environment, capture_output=True, text=True, check=False
    )


@pytest.fixture(autouse=True)
def _hooks_where_git_looks(monkeypatch: pytest.MonkeyPatch) -> None:
    """Take back what keeps hooks of the machine away from all other tests."""
    monkeypatch.setenv(f"GIT_CONFIG_KEY_{list(GIT_SETTINGS).index('core.hooksPath')}", "gc.auto")
    monkeypatch.setenv(f"GIT_CONFIG_VALUE_{list(GIT_SETTINGS).index('core.hooksPath')}", "0")


@pytest.fixture
def project(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A small project in git, in a folder whose name has spaces."""
    folder = tmp_path / "catatan satuan kami"
    folder.mkdir()
    (folder / "mkdocs.yml").write_text(CONFIG)
    (folder / "content").mkdir()
    small_archive.write(folder)
    monkeypatch.chdir(folder)
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1717200000")  # 1 June 2024
    assert git(folder, "init", "-q").returncode == 0
    return folder


def test_only_what_is_right_is_committed_and_what_is_staged_counts(
    project: Path, kabar: Kabar
) -> None:
    assert kabar("hooks").code == 0
    git(project, "add", ".")
    done = git(project, "commit", "-m", "awal")
    assert done.returncode == 0, done.stderr + done.stdout
    file = project / FIRST
    broken = SESSION.replace("jenis: pertanyaan", "jenis: bukan jenis")

    file.write_text(broken)
    git(project, "add", ".")
    refused = git(project, "commit", "-m", "rusak")
    assert refused.returncode == 1
    assert "SALAH" in refused.stdout + refused.stderr
    assert "git add" in refused.stdout + refused.stderr

    file.write_text(SESSION)  # mended, and git not told
    refused = git(project, "commit", "-m", "belum ditambahkan")
    assert refused.returncode == 1
    assert f"git add {FIRST}" in refused.stdout + refused.stderr

    file.write_text(SESSION.replace("pos polisi", "pos ronda"))
    git(project, "add", ".")
    file.write_text(broken)  # right in git, broken in the folder
    (project / "data/sessions/polsek-rekaan/2024-05-05.yml").write_text("setengah: jadi\n")
    done = git(project, "commit", "-m", "benar")
    assert done.returncode == 0, done.stdout + done.stderr

    git(project, "checkout", "-q", "--", ".")
    git(project, "rm", "-q", FIRST)
    refused = git(project, "commit", "-m", "hilang")
    assert refused.returncode == 1
    assert "data/outcomes/polsek-rekaan/2024-03-20.yml" in refused.stdout + refused.stderr


def test_a_commit_of_something_else_is_not_held_up(project: Path, kabar: Kabar) -> None:
    kabar("hooks")
    (project / FIRST).write_text("rusak")
    git(project, "add", "content", "mkdocs.yml")
    assert git(project, "commit", "-m", "halaman").returncode == 0


def test_parts_of_a_commit_given_by_name_are_checked_alone(project: Path, kabar: Kabar) -> None:
    """`git commit FILE` uses an index of its own, whose name only the hook is told."""
    kabar("hooks")
    git(project, "add", ".")
    git(project, "commit", "-m", "awal")
    outcome = project / "data/outcomes/polsek-rekaan/2024-03-20.yml"
    (project / FIRST).write_text("rusak: ya\n")
    outcome.write_text(OUTCOME.replace("tiga", "empat"))
    git(project, "add", ".")
    done = git(project, "commit", "-m", "satu", "data/outcomes/polsek-rekaan/2024-03-20.yml")
    assert done.returncode == 0, done.stdout + done.stderr
    assert git(project, "commit", "-m", "dua", FIRST).returncode == 1


def test_what_is_announced_but_not_added_is_not_there_yet(project: Path) -> None:
    """`git add -N` only announces a file; a collision of two versions is nobody's content."""
    git(project, "add", ".")
    git(project, "commit", "-m", "awal")
    file = project / FIRST
    git(project, "checkout", "-q", "-b", "cabang")
    new = project / "data/sessions/polsek-rekaan/2024-05-05.yml"
    new.write_text(SESSION)
    git(project, "add", "-N", ".")
    (change,) = staged.changes(project / "data")
    assert (change.file, change.after) == ("sessions/polsek-rekaan/2024-05-05.yml", None)
    git(project, "reset", "-q")
    new.unlink()

    file.write_text(SESSION.replace("ditingkatkan", "dikurangi"))
    git(project, "commit", "-qam", "satu")
    git(project, "checkout", "-q", "main")
    file.write_text(SESSION.replace("ditingkatkan", "dihapus"))
    git(project, "commit", "-qam", "dua")
    assert git(project, "merge", "cabang").returncode == 1
    with pytest.raises(CannotCommit, match="bertabrakan"):
        staged.changes(project / "data")


def test_a_link_in_the_place_of_a_record_is_not_followed(project: Path) -> None:
    file = project / FIRST
    file.unlink()
    file.symlink_to(project / "mkdocs.yml")
    git(project, "add", ".")
    file.unlink()
    file.write_text(SESSION)
    with pytest.raises(CannotCommit, match="bukan berkas biasa"):
        staged.changes(project / "data")


def test_a_hook_of_somebody_else_is_never_replaced(project: Path, kabar: Kabar) -> None:
    file = project / HOOK
    file.parent.mkdir(exist_ok=True)
    file.write_text("#!/bin/sh\nexit 0\n")
    said = kabar("hooks")
    assert said.code == 2
    assert "kabar check --staged" in said.err
    assert "Tidak ada yang perlu dilepas" in kabar("hooks", "--remove").out
    assert file.read_text() == "#!/bin/sh\nexit 0\n"


def test_hooks_shared_by_several_repositories_are_left_alone(project: Path) -> None:
    git(project, "config", "core.hooksPath", str(project.parent / "bersama"))
    with pytest.raises(CannotHook, match="pengelola git"):
        hooks.add(project, project / "data", project / "mkdocs.yml")
    assert not (project.parent / "bersama").exists()


def test_the_hook_is_set_up_once_renewed_and_taken_away(project: Path) -> None:
    where = (project, project / "data", project / "mkdocs.yml")
    assert hooks.add(*where) is Done.ADDED
    assert hooks.add(*where) is Done.WAS_THERE
    file = project / HOOK
    file.write_text(f"#!/bin/sh\n{hooks.MARK}: versi lama\n")
    assert hooks.add(*where) is Done.RENEWED
    assert hooks.remove(project) is Done.REMOVED
    assert not file.exists()


def test_without_git_the_officer_is_told_so(tmp_path: Path) -> None:
    with pytest.raises(CannotHook, match="git init"):
        hooks.add(tmp_path, tmp_path / "data", tmp_path / "mkdocs.yml")


def test_a_hook_without_the_program_stops_the_commit_and_says_what_to_do(
    project: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    hooks.add(project, project / "data", project / "mkdocs.yml")
    git(project, "add", ".")
    shell, found = shutil.which("sh"), shutil.which("git")
    assert shell
    assert found
    (project / "alat").mkdir()
    (project / "alat/git").symlink_to(found)
    monkeypatch.setenv("PATH", str(project / "alat"))
    done = subprocess.run(
        [shell, str(HOOK)], cwd=project, capture_output=True, text=True, check=False
    )
    assert done.returncode == 1
    assert "make siap" in done.stderr


# Who is asked to read.


def test_each_unit_and_the_one_above_it_read_its_files(tmp_path: Path) -> None:
    registries = records.read(tmp_path, small_archive.write(tmp_path)).records.registries
    lines = list(owners(registries, "data", "@contoh/{satuan}"))
    assert lines[1] == "* @contoh/pengelola"
    readers = "@contoh/polsek-rekaan @contoh/polres-contoh"
    for folder in ("sessions", "outcomes", "media"):
        assert f"/data/{folder}/polsek-rekaan/ {readers}" in lines
    assert "/data/sessions/mabes-contoh/ @contoh/mabes-contoh" in lines


@pytest.mark.parametrize("pattern", ["contoh/{satuan}", "@contoh/semua", "@con toh/{satuan}", "@"])
def test_a_pattern_that_names_nobody_is_refused(tmp_path: Path, pattern: str) -> None:
    registries = records.read(tmp_path, small_archive.write(tmp_path)).records.registries
    with pytest.raises(BadPattern):
        list(owners(registries, "data", pattern))
