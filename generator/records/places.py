"""Where a value stands: from the path in the model to the path in the file, and in words."""

from collections.abc import Mapping
from typing import TypeAlias

from generator.records.names import is_key_like
from generator.yaml_text import Path, Plain, Position

Steps: TypeAlias = tuple[str | int, ...]
"""A path as the model knows it: a single item written without a list still has the number 0."""


def is_tag(step: str | int) -> bool:
    """Whether a step only says which form of a value was meant and stands in no file."""
    return isinstance(step, str) and step.startswith("<") and step.endswith(">")


def path_in(tree: Plain, steps: Steps) -> Path:
    """Give the path in the file for a path in the model; ends before what the file lacks."""
    path: list[str | int] = []
    node = tree
    for step in steps:
        if isinstance(node, dict) and step in node:
            node = node[str(step)]
        elif isinstance(node, list) and isinstance(step, int) and 0 <= step < len(node):
            node = node[step]
        elif (isinstance(step, int) and not isinstance(node, list)) or is_tag(step):
            continue
        else:
            break
        path.append(step)
    return tuple(path)


def value_at(tree: Plain, path: Path) -> Plain:
    """Give what stands at a path of the file (see `path_in`)."""
    for step in path:
        tree = tree[step]  # type: ignore[index]
    return tree


def in_words(tree: Plain, path: Path) -> str:
    """Say a path as an officer would: items by their id, else by number from 1.

    Ends before a key that may not be repeated: `masukan.patroli.janji.tenggat`, `petugas.2`.
    """
    words: list[str] = []
    for step in path:
        tree = tree[step]  # type: ignore[index]
        if isinstance(step, str) and not is_key_like(step):
            break
        words.append(step if isinstance(step, str) else _item(tree, step))
    return ".".join(words)


def _item(item: Plain, number: int) -> str:
    name = item.get("id") if isinstance(item, dict) else None
    return name if isinstance(name, str) and is_key_like(name) else str(number + 1)


def nearest_position(places: Mapping[Path, Position], path: Path) -> Position:
    """Give where a path stands, or its nearest parent that exists."""
    while path and path not in places:
        path = path[:-1]
    return places.get(path, Position(1, 1))
