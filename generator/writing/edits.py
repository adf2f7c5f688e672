"""Changes to one record file that leave every other byte of it as it was.

A change is made in the lines its part stands in, and then the file is read again: unless it holds
exactly what it held before but for that part, nothing is given. So a way of writing YAML nobody
thought of ends in a refusal and never in a damaged record.
"""

import copy
from collections.abc import Iterable, Iterator, Sequence
from typing import Any

from generator import yaml_text
from generator.errors import KabarError
from generator.language import _
from generator.outline import Field, Holds, outline
from generator.records import Kind
from generator.writing.record import entry_lines, is_same, item_lines
from generator.yaml_text import Path, Plain, Position

LISTS = ("masukan", "komitmen")
"""Where the concerns and the promises of a session stand."""

REMOVED = "dihapus"
CORRECTIONS = "koreksi"


class CannotEdit(KabarError):
    """The file is written in a way that does not let this part be changed by itself."""


def read(raw: bytes) -> dict[str, Plain]:
    """Give what a file holds; raises CannotEdit for one that is broken."""
    tree = yaml_text.parse(raw).tree
    if tree is None:
        raise CannotEdit(_("berkas ini masih ada kesalahannya"))
    return tree


def value_at(tree: Plain, path: Path) -> Plain | None:
    """Give what stands at a path of a tree; None where nothing does."""
    found: Plain | None = tree
    for step in path:
        if isinstance(found, dict) and isinstance(step, str):
            found = found.get(step)
        elif isinstance(found, list) and isinstance(step, int) and step < len(found):
            found = found[step]
        else:
            return None
    return found


def entry_path(tree: dict[str, Plain], identity: str) -> Path | None:
    """Give where the concern or promise with this id stands in a session."""
    for key in LISTS:
        match tree.get(key):
            case {"id": found} if found == identity:
                return (key,)
            case list(items):
                for at, item in enumerate(items):
                    if isinstance(item, dict) and item.get("id") == identity:
                        return (key, at)
    return None


def with_value(raw: bytes, kind: Kind, path: Path, value: Plain | None) -> bytes:
    """Put a value at a path of a record: another, one more key, or none; raises CannotEdit.

    A new key goes behind those that precede it in the model. Where a part cannot be changed in its
    own lines (between brackets, say) the part around it is written anew, unless that would lose a
    comment.
    """
    tree = read(raw)
    wanted = replaced(tree, path, value)
    if value_at(tree, path) is None:
        made = _with_key(raw, kind, tree, path, wanted)
    else:
        made = _with_other(raw, kind, path, wanted)
    if made is None:
        raise _cannot(path)
    return made


def with_item(raw: bytes, kind: Kind, path: Path, item: Plain) -> bytes:
    """Add an item at the end of the list at a path, which is made when there is none.

    Raises CannotEdit.
    """
    tree = read(raw)
    known = value_at(tree, path)
    if not known:
        return with_value(raw, kind, path, [item])
    items = known if isinstance(known, list) else [known]
    wanted = [*items, item]
    lines, places = Lines(raw), yaml_text.positions(raw)
    if isinstance(known, list):
        last = (*path, len(known) - 1)
        field = _field_at(kind, path)
        for end in lines.ends(places, last):
            indent = " " * max(_dash(lines, places[last]), 0)
            said = [f"{indent}{line}".rstrip() for line in item_lines(item, field)]
            made = lines.insert(end, said)
            if is_same(yaml_text.parse(made).tree, replaced(tree, path, wanted)):
                return made
    if lines.has_comment(places[path].line, lines.ends(places, path)[0]):
        raise _cannot(path)
    return with_value(raw, kind, path, wanted)


def with_correction(raw: bytes, kind: Kind, correction: dict[str, str]) -> bytes:
    """Add a correction behind those there are; raises CannotEdit."""
    return with_item(raw, kind, (CORRECTIONS,), {**correction})


def _cannot(path: Path) -> CannotEdit:
    part = ".".join(step for step in path if isinstance(step, str))
    said = _("bagian `{part}` ditulis dengan cara yang tidak dapat diubah sendiri")
    return CannotEdit(said.format(part=part))


class Lines:
    """The lines of a file, each with the line end it has."""

    def __init__(self, raw: bytes) -> None:
        self.all = _split(raw)
        self._ends = b"\r\n" if self.all and self.all[0].endswith(b"\r\n") else b"\n"

    def replace(self, start: Position, end: int, said: Iterable[str]) -> bytes:
        """Put these lines from a place on in the place of all up to a line."""
        first = start.line - 1
        prefix = self.all[first].decode()[: start.column - 1]
        indent = " " * len(prefix.lstrip("\ufeff"))
        made = [f"{indent if at else prefix}{line}" if line else "" for at, line in enumerate(said)]
        return self._joined(first, end - 1, made)

    def remove(self, first: int, end: int) -> bytes:
        """Take out the lines from one up to another, counted from 1."""
        return self._joined(first - 1, end - 1, ())

    def insert(self, at: int, said: Iterable[str]) -> bytes:
        """Put these lines before a line."""
        return self._joined(at - 1, at - 1, said)

    def ends(self, places: dict[Path, Position], path: Path) -> Sequence[int]:
        """Give the lines a part may end before, nearest first.

        Blank lines and comments behind it belong to what comes next, unless they are lines of its
        own text: which they are, only reading the result can tell.
        """
        start = places[path]
        behind = [
            one.line for other, one in places.items() if other[: len(path)] != path and one > start
        ]
        last = min(behind, default=len(self.all) + 1)
        closing = next(
            (at for at in range(start.line + 1, last) if self.all[at - 1].startswith(b"...")), last
        )
        end = closing
        while end - 1 > start.line and self._is_beside(end - 1):
            end -= 1
        return range(end, closing + 1)

    def has_comment(self, first: int, end: int) -> bool:
        """Whether a sign of a comment stands in the lines from one up to another."""
        return any(b" #" in line or line.startswith(b"#") for line in self.all[first - 1 : end - 1])

    def _is_beside(self, line: int) -> bool:
        said = self.all[line - 1].strip()
        return not said or said.startswith(b"#")

    def _joined(self, first: int, end: int, said: Iterable[str]) -> bytes:
        head = list(self.all[:first])
        if head and not head[-1].endswith(b"\n"):
            head[-1] += self._ends
        return b"".join((*head, *(line.encode() + self._ends for line in said), *self.all[end:]))


def _split(raw: bytes) -> list[bytes]:
    """Split at line feeds only: what else may end a line is left to the reader of the file."""
    lines = raw.split(b"\n")
    ended = [line + b"\n" for line in lines[:-1]]
    return [*ended, lines[-1]] if lines[-1] else ended


def _with_other(raw: bytes, kind: Kind, path: Path, wanted: dict[str, Plain]) -> bytes | None:
    """Write a part anew in its own lines, or else the part around it, and so on outwards."""
    lines, places = Lines(raw), yaml_text.positions(raw)
    for reach in range(len(path), 0, -1):
        part = path[:reach]
        said = _part_lines(kind, part, value_at(wanted, part))
        for end in lines.ends(places, part) if part in places else ():
            if reach < len(path) and lines.has_comment(places[part].line, end):
                continue
            first = places[part]
            made = lines.replace(first, end, said) if said else lines.remove(first.line, end)
            if is_same(yaml_text.parse(made).tree, wanted):
                return made
    return None


def _with_key(
    raw: bytes, kind: Kind, tree: dict[str, Plain], path: Path, wanted: dict[str, Plain]
) -> bytes | None:
    """Add a key behind the last of those that precede it in the model."""
    lines, places = Lines(raw), yaml_text.positions(raw)
    holder = value_at(tree, path[:-1])
    if isinstance(holder, dict) and holder:
        order = [one.key for one in _fields_at(kind, path[:-1])]
        before = set(order[: order.index(str(path[-1]))] if path[-1] in order else order)
        known = list(holder)
        behind = next((one for one in reversed(known) if one in before), known[-1])
        beside = (*path[:-1], behind)
        said = _part_lines(kind, path, value_at(wanted, path))
        for end in lines.ends(places, beside):
            indent = " " * (places[beside].column - 1) if beside in places else ""
            made = lines.insert(end, [f"{indent}{line}" if line else "" for line in said])
            if is_same(yaml_text.parse(made).tree, wanted):
                return made
    return _with_other(raw, kind, path[:-1], wanted) if len(path) > 1 else None


def _part_lines(kind: Kind, part: Path, value: Plain | None) -> list[str]:
    if value is None:
        return []
    field = _field_at(kind, part)
    if isinstance(part[-1], int):
        # A place is where the item begins, behind its dash.
        return [line[2:] if line[:2] in ("- ", "  ") else line for line in item_lines(value, field)]
    return list(entry_lines(part[-1], value, field))


def _fields_at(kind: Kind, path: Path) -> tuple[Field, ...]:
    fields = outline(kind)
    for step in path:
        if isinstance(step, str):
            fields = next((one.fields for one in fields if one.key == step), ())
    return fields


def _field_at(kind: Kind, path: Path) -> Field:
    names = [one for one in path if isinstance(one, str)]
    known = _fields_at(kind, tuple(names[:-1]))
    nothing = Field("", "", "", Holds.LINE, is_required=False)
    return next((one for one in known if one.key == names[-1]), nothing)


def _dash(lines: Lines, item: Position) -> int:
    """Give how far the dash before an item is set in."""
    line = lines.all[item.line - 1].decode()
    return line[: item.column - 1].rfind("-")


def replaced(tree: dict[str, Plain], path: Path, value: Plain | None) -> dict[str, Plain]:
    """Give the tree with another value at a path, or without what stands there."""
    made = copy.deepcopy(tree)
    node: Any = made
    for step in path[:-1]:
        node = node[step]
    if value is None:
        del node[path[-1]]
    else:
        node[path[-1]] = value
    return made


def items(found: Plain | None) -> Iterator[dict[str, Plain]]:
    """Give the mappings in a list, or none."""
    for item in found if isinstance(found, list) else []:
        if isinstance(item, dict):
            yield item
