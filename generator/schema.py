"""JSON Schema of every kind of record, so that an editor can help while an officer types."""

from typing import Any

from pydantic import TypeAdapter

from generator.model.fields import ID_LENGTH, ID_PATTERN
from generator.records.kinds import MODELS, WITHDRAWN_KEY, WITHDRAWN_MODELS, Kind

_KINDS = {
    "session": Kind.SESSION,
    "outcome": Kind.OUTCOME,
    "program": Kind.PROGRAMME,
    "unit": Kind.UNIT,
    "themes": Kind.THEME,
    "reasons": Kind.REASON,
}
_TITLES = {
    "session": "Catatan sesi",
    "outcome": "Catatan tindak lanjut",
    "program": "Program",
    "unit": "Satuan",
    "themes": "Daftar tema",
    "reasons": "Daftar alasan",
}

NAMES = tuple(_KINDS)
"""The kinds of file there is a schema for; each becomes `schema/<name>.json`."""


def schemas() -> dict[str, dict[str, Any]]:
    """Give the schema (JSON Schema 2020-12) of every kind of file under `data/`, by name."""
    return {
        name: _described(name, _table(kind) if kind.is_table else _schema(_model(kind)))
        for name, kind in _KINDS.items()
    }


def _model(kind: Kind) -> Any:
    """Give what a record of a kind is read into, a withdrawn one too."""
    whole: Any = MODELS[kind]
    return whole | WITHDRAWN_MODELS[kind] if kind in WITHDRAWN_MODELS else whole


def _table(kind: Kind) -> dict[str, Any]:
    """Describe the file that holds all records of a kind, each under its key."""
    entry = _schema(_model(kind))
    definitions = entry.pop("$defs", {})
    table = {
        "type": "object",
        "propertyNames": {"pattern": f"^{ID_PATTERN}$", "maxLength": ID_LENGTH},
        "additionalProperties": entry,
    }
    return table | ({"$defs": definitions} if definitions else {})


def _schema(kind: Any) -> dict[str, Any]:
    plain: dict[str, Any] = _plain(TypeAdapter(kind).json_schema(by_alias=True))
    decided: dict[str, Any] = _decided(plain, plain.get("$defs", {}))
    return decided


def _described(name: str, schema: dict[str, Any]) -> dict[str, Any]:
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": _TITLES[name],
        **schema,
    }


def _plain(node: Any) -> Any:
    """Leave out what is written for programmers: docstrings, class names, null and defaults."""
    if isinstance(node, list):
        return [_plain(item) for item in node]
    if not isinstance(node, dict):
        return node
    if "properties" in node or "enum" in node:
        node = {key: value for key, value in node.items() if key not in ("title", "description")}
    choices = node.get("anyOf")
    if isinstance(choices, list):
        node = _without_null(node, choices)
    return {
        key: {name: _plain(value) for name, value in found.items()}
        if key in ("properties", "$defs")
        else _plain(found)
        for key, found in node.items()
        if key not in ("title", "default")
    }


def _without_null(node: dict[str, Any], choices: list[Any]) -> dict[str, Any]:
    kept = [choice for choice in choices if choice != {"type": "null"}]
    if len(kept) > 1:
        return {**node, "anyOf": kept}
    rest = {key: value for key, value in node.items() if key != "anyOf"}
    return {**kept[0], **rest}


def _decided(node: Any, definitions: dict[str, Any]) -> Any:
    """Say by the form of a value which of two choices is meant.

    Where it is left open an editor knows only that neither fits: it offers nothing inside of it,
    and marks the whole list for one wrong word.
    """
    if isinstance(node, list):
        return [_decided(item, definitions) for item in node]
    if not isinstance(node, dict):
        return node
    # A quoted number is both a count and a text: any of the two will do.
    node = {
        "anyOf" if key == "oneOf" else key: _decided(found, definitions)
        for key, found in node.items()
    }
    match node:
        case {"anyOf": [one, other], **rest}:
            for this, that in ((one, other), (other, one)):
                if test := _test(this, that, definitions):
                    return {**rest, "if": test, "then": this, "else": that}
    return node


def _test(this: Any, that: Any, definitions: dict[str, Any]) -> dict[str, Any] | None:
    """Give what holds of every value meant by one choice and of none meant by the other."""
    these, those = _forms(this, definitions), _forms(that, definitions)
    if these and those and not these & those:
        return None if "string" in these else {"type": sorted(these)}
    if WITHDRAWN_KEY in _resolved(this, definitions).get("required", ()):
        return {"required": [WITHDRAWN_KEY]}
    return None


def _forms(choice: Any, definitions: dict[str, Any]) -> set[str]:
    """Give the types of the values a choice means; none where that is not certain."""
    choice = _resolved(choice, definitions)
    if "if" in choice:
        return _forms(choice["then"], definitions) | _forms(choice["else"], definitions)
    found = choice.get("type", [])
    return {found} if isinstance(found, str) else set(found)


def _resolved(choice: dict[str, Any], definitions: dict[str, Any]) -> dict[str, Any]:
    name = choice.get("$ref", "").rpartition("/")[2]
    found: dict[str, Any] = definitions.get(name, choice)
    return found
