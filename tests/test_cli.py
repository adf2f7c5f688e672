"""`kabar` as an officer uses it: what it says, and how it ends."""

import json
import os
import socket
import subprocess
import sys
from pathlib import Path

import pytest
import small_archive
from kabar_command import CONFIG, Kabar
from test_broken_records import NAMES, SURROUNDINGS, as_data

from generator import checks, notices, schema
from generator.cli import cli
from generator.cli.commands import COMMANDS

ROOT = Path(__file__).parents[1]


@pytest.fixture
def project(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    (tmp_path / "mkdocs.yml").write_text(CONFIG, encoding="utf-8")
    (tmp_path / "content").mkdir()
    (tmp_path / "content/index.md").write_text("# Beranda\n", encoding="utf-8")
    (tmp_path / "content/cara-membaca.md").write_text("# Cara membaca\n", encoding="utf-8")
    small_archive.write(tmp_path)
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1717200000")  # 1 June 2024
    return tmp_path


def break_records(project: Path) -> set[str]:
    """Write every broken record there is a case for; gives their files."""
    broken: dict[str, bytes] = {}
    for name in NAMES:
        for file, content in as_data(name).items():
            broken.setdefault(file, content)
    small_archive.write(project, {**SURROUNDINGS, **broken})
    return {f"data/{file}" for file in broken}


@pytest.mark.usefixtures("project")
def test_check_says_that_all_is_well(kabar: Kabar) -> None:
    said = kabar("check", "data")
    assert said.code == 0
    assert "Tidak ada kesalahan." in said.out
    assert "1 sesi dan 1 kabar tindak lanjut siap terbit." in said.out


def test_check_tells_every_broken_file_at_once_and_ends_with_1(project: Path, kabar: Kabar) -> None:
    broken = break_records(project)
    assert len(broken) >= 20
    said = kabar("check")
    assert said.code == 1
    assert {line for line in said.out.splitlines() if line.startswith("data/")} >= broken
    assert said.out.count("baris") >= len(broken)
    assert "harus diperbaiki dulu." in said.out


def test_the_three_formats_tell_the_same_findings(project: Path, kabar: Kabar) -> None:
    break_records(project)
    found = json.loads(kabar("check", "--format", "json").out)
    text = kabar("check").out
    notes = kabar("check", "--format", "github").out.splitlines()
    assert len(notes) == len(found) > 20
    for one, note in zip(found, notes, strict=True):
        assert one["message"] in text
        assert f"file={one['file']},line={max(one['line'], 1)}," in note
        assert note.startswith(f"::{one['severity']} ")


def test_check_names_where_what_it_found_is_explained(project: Path, kabar: Kabar) -> None:
    break_records(project)
    said = kabar("check").out.splitlines()
    at = said.index("Penjelasannya ada di panduan, halaman Semua pemeriksaan:")
    named = said[at + 1].strip().split(", ")
    found = json.loads(kabar("check", "--format", "json").out)
    assert named == sorted({one["check"] for one in found})
    assert set(named) <= checks.explanations().keys()


def test_a_message_is_broken_between_words_and_what_may_be_pasted_is_not() -> None:
    message = "         " + "tulis satu kata saja " * 5
    text = f"data/a.yml\n  SALAH  baris 2, kolom 3  satuan\n{message}\n{'koreksi: ' * 9}"
    head, place, *lines, pasted = notices.fitted(text, 40).split("\n")
    assert (head, place) == ("data/a.yml", "  SALAH  baris 2, kolom 3  satuan")
    assert all(len(line) <= 40 and line.startswith(" " * 9) for line in lines)
    assert " ".join(line.strip() for line in lines) == message.strip()
    assert pasted == "koreksi: " * 9


def test_check_shows_only_what_lies_under_the_paths_it_was_given(
    project: Path, kabar: Kabar
) -> None:
    break_records(project)
    found = json.loads(kabar("check", "data/outcomes", "--format", "json").out)
    assert found
    assert all(one["file"].startswith("data/outcomes/") for one in found)
    assert kabar("check", "data/programs/jumat-curhat.yml").code == 0


def test_a_sound_file_is_not_called_ready_while_another_is_broken(
    project: Path, kabar: Kabar
) -> None:
    broken = {"sessions/polsek-khayal/a.yml": "program: jumat-curhat\n"}
    small_archive.write(project, {**small_archive.RECORDS, **broken})
    errors = len(json.loads(kabar("check", "--format", "json").out))
    said = kabar("check", "data/outcomes")
    assert said.code == 0
    assert said.out == (
        f"Tidak ada kesalahan di data/outcomes. Di tempat lain ada {errors} kesalahan; situs "
        "belum bisa dibuat. Lihat: kabar check\n"
    )


@pytest.mark.usefixtures("project")
def test_a_taken_address_is_told_before_anything_is_made(kabar: Kabar) -> None:
    with socket.create_server(("127.0.0.1", 0)) as other:
        port = other.getsockname()[1]
        said = kabar("serve", "--address", f"127.0.0.1:{port}")
    assert said.code == 2
    assert said.err == (
        f"Alamat 127.0.0.1:{port} sedang dipakai. Hentikan yang memakainya, atau: "
        f"kabar serve --address 127.0.0.1:{port + 1}\n"
    )


def test_without_a_command_the_help_is_shown(kabar: Kabar) -> None:
    assert kabar() == kabar("--help")
    assert "Usage: kabar" in kabar("--lang", "en").out


@pytest.mark.usefixtures("project")
def test_the_day_decides_what_lies_in_the_future(kabar: Kabar) -> None:
    assert kabar("check", "--as-of", "2024-03-21").code == 0
    said = kabar("check", "--as-of", "2024-03-10")
    assert said.code == 1
    assert "data/outcomes/polsek-rekaan/2024-03-20.yml" in said.out


def test_build_publishes_and_says_what(project: Path, kabar: Kabar) -> None:
    said = kabar("build", "--jobs", "1")
    assert said.code == 0, said
    assert "Situs sudah jadi di site/" in said.out
    assert "1 sesi, 2 masukan, 1 kabar tindak lanjut" in said.out
    page = project / "site/sesi/polsek-rekaan/2024-03-01/index.html"
    assert "Patroli malam dilakukan tiga kali." in page.read_text(encoding="utf-8")


def test_a_broken_record_leaves_the_old_site_as_it_was(project: Path, kabar: Kabar) -> None:
    kabar("build", "--jobs", "1")
    before = {file: file.read_bytes() for file in (project / "site").rglob("*") if file.is_file()}
    break_records(project)
    said = kabar("build", "--jobs", "1")
    assert said.code == 1
    assert "Situs tidak dibuat; yang lama tidak berubah." in said.err
    after = {file: file.read_bytes() for file in (project / "site").rglob("*") if file.is_file()}
    assert after == before
    assert [each.name for each in project.iterdir() if each.name.startswith(".site")] == []


def test_schemas_are_written_where_asked(project: Path, kabar: Kabar) -> None:
    assert kabar("schema", "skema").code == 0
    assert {file.stem for file in (project / "skema").iterdir()} == set(schema.NAMES)


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["chek"], "Maksud Anda `check`"),
        (["check", "--formt", "json"], "Maksud Anda `--format`?"),
        (["check", "tidak-ada"], "tidak ada berkas atau folder tidak-ada"),
        (["check", "--as-of", "8/11/2024"], "2024-11-08"),
        (["check", "--format", "xml"], "text, json, github"),
        (["build", "--jobs", "-1"], "--jobs"),
        (["serve", "--address", "abc"], "--address: tulis misalnya 127.0.0.1:8001"),
        (["serve", "--address", "127.0.0.1:80000"], "--address: tulis misalnya 127.0.0.1:8001"),
        (["build", "--config", "lain.yml"], "lain.yml"),
        (["build", "--scheduler"], "--scheduler"),
        (["schema", "a", "b"], "berlebih"),
    ],
)
@pytest.mark.usefixtures("project")
def test_wrong_use_is_explained_and_ends_with_2(
    kabar: Kabar, arguments: list[str], said: str
) -> None:
    found = kabar(*arguments)
    assert found.code == 2
    assert said in found.err
    assert found.out == ""


def test_english_is_there_for_the_asking(project: Path, kabar: Kabar) -> None:
    break_records(project)
    indonesian, english = kabar("check").out, kabar("--lang", "en", "check").out
    assert "baris" in indonesian
    assert "line" in english
    assert "baris " not in english


@pytest.mark.parametrize("command", ["check", "build", "serve", "schema"])
def test_help_is_in_the_language_asked_for(kabar: Kabar, command: str) -> None:
    assert "Cara pakai: kabar" in kabar(command, "--help").out
    english = kabar("--lang", "en", command, "--help").out
    assert "Usage: kabar" in english
    assert "Menampilkan penjelasan" not in english
    assert not {"BERKAS", "TANGGAL", "JUMLAH", "ALAMAT", "[PILIHAN]", "[JALUR]..."} & set(
        english.split()
    )


def test_the_command_is_installed(project: Path) -> None:
    command = Path(sys.executable).with_name("kabar")
    done = subprocess.run(
        [command, "check"], cwd=project, env=os.environ, capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stderr
    assert "Tidak ada kesalahan." in done.stdout


@pytest.mark.parametrize("name", COMMANDS)
def test_every_command_bears_the_name_it_is_found_by(name: str) -> None:
    assert cli.commands[name].name == name


def test_a_command_loads_what_it_needs_and_nothing_of_the_others() -> None:
    script = "import sys, generator.cli.build; print({'questionary', 'openpyxl'} & {*sys.modules})"
    done = subprocess.run(
        [sys.executable, "-c", script], capture_output=True, text=True, check=True, cwd=ROOT
    )
    assert done.stdout == "set()\n"
