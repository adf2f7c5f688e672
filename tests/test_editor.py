"""An editor that knows YAML helps while a record is typed: the server behind VS Code is asked."""

import json
import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from language_server import Editor, editor

from generator.demo.project import make_project

ROOT = Path(__file__).parents[1]
SESSIONS, OUTCOMES = "sessions/polsek-contoh", "outcomes/polsek-contoh"
HEAD = "program: jumat-curhat\nsatuan: polsek-contoh\ntanggal: 2025-02-07\ntempat: {desa: Contoh}\n"
MADE_UP = 6
"""How many sessions the made-up project has."""


def settings() -> dict[str, Any]:
    """The settings of the project, as an editor hands them on: by section."""
    found: dict[str, Any] = {"yaml": {}}
    kept = json.loads((ROOT / ".vscode/settings.json").read_text(encoding="utf-8"))
    for key, value in kept.items():
        section, _, path = key.partition(".")
        if section == "yaml":
            inner, _, last = path.rpartition(".")
            (found["yaml"].setdefault(inner, {}) if inner else found["yaml"])[last] = value
    return found


@pytest.fixture(scope="module")
def project(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """What an officer opens: the schemas, and records of every kind."""
    folder = tmp_path_factory.mktemp("proyek")
    shutil.copytree(ROOT / "schema", folder / "schema")
    shutil.copytree(ROOT / "data", folder / "data")
    return folder


@pytest.fixture(scope="module")
def opened(project: Path) -> Iterator[Editor]:
    """One server for all that is asked of it."""
    with editor(project, settings()) as found:
        yield found


def test_the_settings_name_a_schema_for_the_server() -> None:
    assert settings()["yaml"]["schemaStore"] == {"enable": False}
    assert "./schema/session.json" in settings()["yaml"]["schemas"]


def test_no_record_is_marked(opened: Editor, project: Path, tmp_path: Path) -> None:
    make_project(tmp_path / "rekaan", sessions=MADE_UP, seed=1, pictures=False)
    records = {
        project / "data" / file.relative_to(folder): file.read_text(encoding="utf-8")
        for folder in (ROOT / "data", tmp_path / "rekaan/data")
        for file in folder.rglob("*.yml")
    }
    assert len(records) > len(list((ROOT / "data").rglob("*.yml")))
    assert {
        str(file): [one["message"] for one in found]
        for file, found in opened.complaints(records).items()
        if found
    } == {}


def test_keys_and_words_are_offered_with_what_they_mean(opened: Editor, project: Path) -> None:
    def offered(name: str, text: str) -> dict[str, Any]:
        """What is offered at the end of a session's text."""
        file, *_before, last = project / "data" / SESSIONS / name, *text.split("\n")
        opened.complaints({file: text})
        return opened.offers(file, text.count("\n"), len(last))

    keys = offered("kunci-baru.yml", f"{HEAD}ma")
    assert {"masukan", "hadir", "sumber"} <= keys.keys()
    assert "nihil; atau tidak dibuka; atau tidak dirinci" in str(keys["masukan"]["documentation"])
    words = offered("jenis-baru.yml", f"{HEAD}masukan:\n  - id: a\n    jenis: ")
    assert {"keluhan", "permintaan", "temuan petugas"} <= words.keys()
    assert {"tahan", "janji"} <= offered("isi-baru.yml", f"{HEAD}masukan:\n  - id: a\n    ").keys()


def test_pointing_at_a_key_says_in_indonesian_what_it_means(opened: Editor, project: Path) -> None:
    file = project / "data" / SESSIONS / "ditunjuk.yml"
    opened.complaints({file: f"{HEAD}masukan:\n  - id: a\n    jenis: keluhan\n    isi: Mati.\n"})
    assert "Kapan diadakan" in opened.explanation(file, 2, 3)
    assert "Jenis masukan" in opened.explanation(file, 6, 6)


@pytest.mark.parametrize(
    ("name", "text", "line"),
    [
        (f"{SESSIONS}/kata.yml", f"{HEAD}masukan: nihl\n", 4),
        (f"{SESSIONS}/kunci.yml", f"{HEAD}masukn: nihil\n", 4),
        (f"{SESSIONS}/jenis.yml", f"{HEAD}masukan: [{{id: a,\n jenis: keluhann, isi: Ya}}]\n", 5),
        (f"{SESSIONS}/isi.yml", f"{HEAD}masukan: [{{id: a, jenis: saran,\n isii: Ya}}]\n", 5),
        (
            f"{OUTCOMES}/beres.yml",
            "menjawab: 2025-02-07#a\ntanggal: 2025-02-15\nkejadian: beres\n",
            2,
        ),
        ("units/polsek-contoh.yml", "nama: Polsek Contoh\ntingkat: desa\nzona: WIB\n", 1),
        ("programs/contoh.yml", "nama: Contoh\nalias: Contoh\ntenggat: 14\n", 2),
    ],
)
def test_a_wrong_word_and_an_unknown_key_are_marked_where_they_stand(
    opened: Editor, project: Path, name: str, text: str, line: int
) -> None:
    file = project / "data" / name
    found = opened.complaints({file: text})[file]
    assert line in {one["range"]["start"]["line"] for one in found}
