"""Editors are given a schema that agrees with what the program accepts."""

import json
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import yaml
from jsonschema import Draft202012Validator

from generator import schema

ROOT = Path(__file__).parents[1]
KINDS = {
    "sessions/*/*.yml": "session",
    "outcomes/*/*.yml": "outcome",
    "programs/*.yml": "program",
    "units/*.yml": "unit",
    "themes.yml": "themes",
    "reasons.yml": "reasons",
}
SCHEMAS = schema.schemas()


class AsEditorsRead(yaml.SafeLoader):
    """YAML 1.2 as editors read it: a day is text, `yes` is text, `010` is a number."""


AsEditorsRead.yaml_implicit_resolvers = {}
for tag, pattern, first in (
    ("bool", r"true|false|True|False|TRUE|FALSE", "tTfF"),
    ("null", r"~|null|Null|NULL", "~nN"),
    ("int", r"[-+]?[0-9]+", "-+0123456789"),
    ("float", r"[-+]?(\.[0-9]+|[0-9]+(\.[0-9]*)?)([eE][-+]?[0-9]+)?", "-+.0123456789"),
):
    AsEditorsRead.add_implicit_resolver(
        f"tag:yaml.org,2002:{tag}", re.compile(f"^(?:{pattern})$"), list(first)
    )


AsEditorsRead.add_constructor("tag:yaml.org,2002:int", lambda _loader, node: int(node.value))


def as_editors_read(text: str) -> Any:
    return yaml.load(text, AsEditorsRead)


def complaints(kind: str, text: str) -> list[str]:
    return [error.message for error in validator(kind).iter_errors(as_editors_read(text))]


def validator(kind: str) -> Draft202012Validator:
    return Draft202012Validator(SCHEMAS[kind])


def record_files() -> Iterator[tuple[str, Path]]:
    for pattern, kind in KINDS.items():
        for file in sorted((ROOT / "data").glob(pattern)):
            yield kind, file


@pytest.mark.parametrize("name", schema.NAMES)
def test_schemas_are_valid_and_those_in_the_tree_are_fresh(name: str) -> None:
    Draft202012Validator.check_schema(SCHEMAS[name])
    kept = json.loads((ROOT / "schema" / f"{name}.json").read_text(encoding="utf-8"))
    assert kept == SCHEMAS[name], "run `kabar schema`"


def test_every_record_of_the_archive_agrees_with_its_schema() -> None:
    files = list(record_files())
    assert len(files) > 50
    assert {
        file.name: found
        for kind, file in files
        if (found := complaints(kind, file.read_text(encoding="utf-8")))
    } == {}


SESSION = """\
program: jumat-curhat
satuan: polsek-rekaan
tanggal: 2024-03-01
tempat: {desa: Rekaan, rt: 010}
"""


@pytest.mark.parametrize(
    "line",
    [
        "masukan: nihil",
        "waktu: 16.30",
        "waktu: 22.00-03.00 WITA",
        "personel: 1.636",
        "hadir: {jumlah: 30}",
        "tema: patroli",
        "masukan_diterima: '5'",
        "masukan: [{id: a, ditarik: {tanggal: 2024-04-01, alasan: privasi, dasar: permintaan}}]",
    ],
)
def test_what_officers_may_write_is_no_mistake_to_an_editor(line: str) -> None:
    assert complaints("session", f"{SESSION}{line}\n") == []


@pytest.mark.parametrize(
    "line",
    [
        "masukn: nihil",
        "masukan: nihl",
        "masukan: [{id: A B, jenis: keluhan, isi: x}]",
        "masukan: [{id: a, jenis: keluhann, isi: x}]",
        "waktu: 25.10 WIB",
        "personel: 1,636",
    ],
)
def test_a_mistake_is_marked_while_it_is_typed(line: str) -> None:
    assert complaints("session", f"{SESSION}{line}\n") != []


def test_every_field_is_explained_in_indonesian_and_nothing_in_english() -> None:
    def fields(node: Any) -> Iterator[tuple[str, Any]]:
        if isinstance(node, dict):
            yield from node.get("properties", {}).items()
            for value in node.values():
                yield from fields(value)
        elif isinstance(node, list):
            for value in node:
                yield from fields(value)

    for content in SCHEMAS.values():
        found = list(fields(content))
        assert found
        assert [name for name, field in found if not field.get("description")] == []
        assert "null" not in json.dumps(content)
        english = re.findall(r'"[^"]*\b(?:the|what|which|from|was|is)\b[^"]*"', json.dumps(content))
        assert english == []
