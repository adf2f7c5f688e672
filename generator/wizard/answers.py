"""Answers by the name of their question, and the tree a record is made of.

A question is named after the place of its answer in the record, items counted from 1:
`masukan.1.isi`. A name that ends with `>` asks how to go on and stands in no record.
"""

from collections.abc import Iterable, Iterator, Mapping
from typing import Any, TypeAlias

from generator.outline import Field, Holds
from generator.yaml_text import Path, Plain

Answers: TypeAlias = dict[str, Plain]

GO_ON = ">"
NOTHING: tuple[Plain, ...] = ("", [], {}, GO_ON)
"""Answers that leave nothing in a record; GO_ON where "" would mean a list that follows."""

SINGLE = ("satuan", "tempat", "bukti", "ukuran")
"""Lists the house writes without a list while they hold one item; a few words stay `[a]`."""


def path_of(name: str) -> Path:
    """Give the path in a record of the answer to a question; items are counted from 0 there."""
    return tuple(int(step) - 1 if step.isdigit() else step for step in name.split("."))


def name_of(path: Path) -> str:
    """Give the name of the question whose answer stands at a path."""
    return ".".join(str(step + 1) if isinstance(step, int) else step for step in path)


def pattern_of(name: str) -> str:
    """Give a name without its numbers: `masukan.isi` for `masukan.2.isi`."""
    return ".".join(step for step in name.split(".") if not step.isdigit())


def is_under(name: str, other: str) -> bool:
    """Whether a question asks for a part of what another one asks for."""
    return name.startswith(f"{other}.")


def tree_of(answers: Mapping[str, Plain], *, beside: Iterable[str] = ()) -> dict[str, Plain]:
    """Make the tree of a record of all that was answered.

    `beside` names what is asked for but stands in no record. A place that holds a word, such as
    `masukan: nihil`, holds nothing else.
    """
    left_out = frozenset(beside)
    found: dict[Any, Any] = {}
    for name in sorted(answers, key=lambda one: (one.count("."), one)):
        if not name.endswith(GO_ON) and name not in left_out and answers[name] not in NOTHING:
            _put(found, path_of(name), answers[name])
    tree: dict[str, Plain] = _listed(found)
    return {key: _single(key, value) for key, value in tree.items()}


def _put(node: dict[Any, Any], path: Path, value: Plain) -> None:
    *above, last = path
    for step in above:
        inner: Any = node.setdefault(step, {})
        if not isinstance(inner, dict):
            return
        node = inner
    node.setdefault(last, value)


def _listed(node: Any) -> Any:
    """Make lists of what is numbered; a number that was left out leaves no gap."""
    if not isinstance(node, dict):
        return node
    if node and all(isinstance(step, int) for step in node):
        return [_listed(node[step]) for step in sorted(node)]
    return {step: _listed(value) for step, value in node.items()}


def _single(key: str, value: Plain) -> Plain:
    if key in SINGLE and isinstance(value, list) and len(value) == 1:
        return value[0]
    return value


def answers_in(tree: Mapping[str, Plain], fields: Iterable[Field]) -> Answers:
    """Give the answers a tree holds already, by the names of their questions."""
    return dict(_leaves(tree, {one.key: one for one in fields}, ""))


def _leaves(
    tree: Mapping[str, Plain], fields: Mapping[str, Field], above: str
) -> Iterator[tuple[str, Plain]]:
    for key, value in tree.items():
        name, field = f"{above}{key}", fields.get(key)
        inner = {one.key: one for one in field.fields} if field else {}
        if field is None or field.holds is not Holds.GROUP or isinstance(value, str):
            yield name, value
        elif isinstance(value, dict) and not field.is_many:
            yield from _leaves(value, inner, f"{name}.")
        else:
            for number, item in enumerate(value if isinstance(value, list) else [value], 1):
                if isinstance(item, dict):
                    yield from _leaves(item, inner, f"{name}.{number}.")
                else:
                    yield f"{name}.{number}", item
