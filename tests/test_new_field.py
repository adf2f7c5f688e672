"""A field added to the model is wherever an officer meets the model; nothing else is touched."""

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Annotated

import pytest
import site_pages
import small_archive
from pydantic.dataclasses import dataclass as record

from generator import schema
from generator.desk.fields import settings_of
from generator.model import Session
from generator.model.fields import STRICT, Line, key
from generator.outline import outline
from generator.records.kinds import MODELS, Kind
from generator.spreadsheet import columns
from generator.views import fields
from generator.wizard import Conversation

SAYS = "Cerah, hujan, atau mendung."


@record(frozen=True, slots=True, kw_only=True, config=STRICT)
class SessionOfTomorrow(Session):
    """A session as it may be one day."""

    weather: Annotated[Line | None, key("cuaca", SAYS)] = None


@pytest.fixture(autouse=True)
def model(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    monkeypatch.setitem(MODELS, Kind.SESSION, SessionOfTomorrow)
    for known in (columns.columns, columns.known):
        known.cache_clear()
    yield
    monkeypatch.undo()
    for known in (columns.columns, columns.known):
        known.cache_clear()


def test_it_is_in_the_schema_editors_read() -> None:
    made = schema.schemas()["session"]
    (found,) = [one for one in of(made, "cuaca") if isinstance(one, dict)]
    assert found["description"] == SAYS


def of(node: object, name: str) -> Iterator[object]:
    """What stands under a name among properties, wherever they are."""
    if isinstance(node, dict):
        if name in node.get("properties", {}):
            yield node["properties"][name]
        for inner in node.values():
            yield from of(inner, name)
    elif isinstance(node, list):
        for inner in node:
            yield from of(inner, name)


def test_it_is_in_the_form() -> None:
    (found,) = [one for one in settings_of(outline(Kind.SESSION)) if one["name"] == "cuaca"]
    assert (found["label"], found["hint"]) == ("Cuaca", SAYS)


def test_it_is_on_the_page_about_every_field() -> None:
    (page,) = [one for one in fields.pages() if one.address == fields.ADDRESSES[Kind.SESSION]]
    assert "cuaca" in page.anchors
    assert SAYS in site_pages.html_of(page)


def test_it_is_asked_for_by_the_wizard(tmp_path: Path) -> None:
    archive = small_archive.build(tmp_path)
    conversation = Conversation(Kind.SESSION, outline(Kind.SESSION), archive)
    offered: list[str] = []
    while (question := conversation.question) is not None and "cuaca" not in offered:
        offered = [one.value for one in question.offers]
        needed = question.is_needed and not question.suggested and question.offers
        conversation.answer(question.offers[0].value if needed else question.suggested)
    assert "cuaca" in offered


def test_it_is_a_column_of_the_recap() -> None:
    assert "Cuaca" in [one.heading for one in columns.columns(Kind.SESSION)]


def test_nothing_else_of_the_schema_has_changed() -> None:
    kept = Path(__file__).parents[1] / "schema" / "session.json"
    before = json.loads(kept.read_text(encoding="utf-8"))
    assert list(of(before, "cuaca")) == []
    assert list(of(schema.schemas()["outcome"], "cuaca")) == []
