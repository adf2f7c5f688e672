"""Changes to one record file that leave every other byte of it as it was.

A change is made in the lines its part stands in, and then the file is read again: unless it holds
exactly what it held before but for that part, nothing is given. So a way of writing YAML nobody
thought of ends in a refusal and never in a damaged record.
"""

import copy
from collections.abc import Callable, Iterable, Iterator, Sequence

from generator import yaml_text
from generator.errors import KabarError
from generator.language import _
from generator.withdrawal.tombstone import Tombstone, scalar
from generator.yaml_text import Path, Plain, Position

LISTS = ("masukan", "komitmen")
"""Where the concerns and the promises of a session stand."""

REMOVED = "dihapus"
_CORRECTIONS = "koreksi"


class CannotEdit(KabarError):
    """The file is written in a way that does not let this part be changed by itself."""


def read(raw: bytes) -> dict[str, Plain]:
    """Give what a file holds; raises CannotEdit for one that is broken."""
    tree = yaml_text.parse(raw).tree
    if tree is None:
        raise CannotEdit(_("berkas ini masih ada kesalahannya"))
    return tree


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


def with_entry_withdrawn(raw: bytes, identity: str, stone: Tombstone) -> bytes:
    """Put a tombstone in the place of one concern; raises CannotEdit.

    Comments inside it and around it go with it: nobody can tell which entry they are about. What
    corrections of it say goes too.
    """
    tree = read(raw)
    path = entry_path(tree, identity)
    if path is None:
        raise CannotEdit(_("masukan itu tidak ada di berkas ini"))
    wanted = _replaced(tree, path, {"id": identity, **stone.tree()})
    made = None
    for reach in (_comments_above, _nothing_above):
        made = made or _checked(_buried(raw, path, identity, stone, reach), wanted)
    if made is None:
        raise CannotEdit(_("masukan itu ditulis dengan cara yang tidak dapat diubah sendiri"))
    return _without_corrections(made, path, identity)


def with_references(raw: bytes, path: Path, kept: Sequence[str]) -> bytes:
    """Leave only these in a list of references, and nothing of it when there are none."""
    tree = read(raw)
    wanted = _replaced(tree, path, list(kept) if kept else None)
    lines, places = _Lines(raw), yaml_text.positions(raw)
    start, end = places[path], _end(places, path, len(_Lines(raw).all))
    said = [f"{path[-1]}: [{', '.join(map(scalar_reference, kept))}]"] if kept else []
    made = _checked(lines.replace(start, end, said), wanted)
    if made is None:
        raise CannotEdit(_("daftar ini ditulis dengan cara yang tidak dapat diubah sendiri"))
    return made


def scalar_reference(reference: str) -> str:
    """Write a reference to a concern, whose sign # would begin a comment after a space only."""
    return reference if " " not in reference else scalar(reference)


def with_correction(raw: bytes, correction: dict[str, str]) -> bytes:
    """Add a correction at the end of those there are, or of the file."""
    tree = read(raw)
    known = tree.get(_CORRECTIONS, [])
    if not isinstance(known, list):
        raise CannotEdit(_("koreksi di berkas ini tidak dapat ditambah"))
    added: Plain = {**correction}
    wanted: dict[str, Plain] = {**tree, _CORRECTIONS: [*known, added]}
    said = [f"{key}: {scalar(text)}" for key, text in correction.items()]
    item = [f"- {said[0]}", *(f"  {line}" for line in said[1:])]
    lines, places = _Lines(raw), yaml_text.positions(raw)
    if known:
        last = (_CORRECTIONS, len(known) - 1)
        indent = " " * max(places[last].column - 3, 0)
        at = _end(places, last, len(lines.all))
        at = lines.without_blank_tail(places[last].line, at)
    else:
        indent, at = "  ", len(lines.all) + 1
        item = [f"{_CORRECTIONS}:", *(f"{indent}{line}" for line in item)]
        indent = ""
    made = _checked(lines.insert(at, [f"{indent}{line}" for line in item]), wanted)
    if made is None:
        raise CannotEdit(_("koreksi di berkas ini tidak dapat ditambah"))
    return made


class _Lines:
    """The lines of a file, each with the line end it has."""

    def __init__(self, raw: bytes) -> None:
        self.all = _split(raw)
        self._ends = b"\r\n" if self.all and self.all[0].endswith(b"\r\n") else b"\n"

    def replace(self, start: Position, end: int, said: Iterable[str]) -> bytes:
        """Put these lines from a place on in the place of all up to a line, blank ones kept."""
        first = start.line - 1
        end = self.without_blank_tail(start.line, end)
        prefix = self.all[first].decode()[: start.column - 1].lstrip("\ufeff")
        indent = " " * len(prefix)
        made = [f"{indent if at else prefix}{line}" for at, line in enumerate(said)]
        return self._joined(first, end - 1, made)

    def insert(self, at: int, said: Iterable[str]) -> bytes:
        """Put these lines before a line."""
        return self._joined(at - 1, at - 1, said)

    def without_blank_tail(self, start: int, end: int) -> int:
        """Give the line behind the last one that is not blank."""
        while end - 1 > start and not self.all[end - 2].strip():
            end -= 1
        return end

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


def _buried(
    raw: bytes,
    path: Path,
    identity: str,
    stone: Tombstone,
    above: Callable[[_Lines, int], int],
) -> bytes:
    lines, places = _Lines(raw), yaml_text.positions(raw)
    inner = [places[one] for one in places if one[: len(path)] == path and len(one) > len(path)]
    start = min(inner) if len(path) == 1 else places[path]
    end = _end(places, path, len(lines.all))
    first = above(lines, start.line)
    made = _Lines(lines.replace(start, end, (f"id: {identity}", *stone.lines())))
    del made.all[first - 1 : start.line - 1]
    return b"".join(made.all)


def _comments_above(lines: _Lines, line: int) -> int:
    while line > 1 and lines.all[line - 2].lstrip().startswith(b"#"):
        line -= 1
    return line


def _nothing_above(_lines: _Lines, line: int) -> int:
    return line


def _end(places: dict[Path, Position], path: Path, lines: int) -> int:
    """Give the line behind a part: where the next one that is not in it begins, or the end."""
    start = places[path]
    behind = [
        one.line for other, one in places.items() if other[: len(path)] != path and one > start
    ]
    return min(behind, default=lines + 1)


def _without_corrections(raw: bytes, entry: Path, identity: str) -> bytes:
    """Take the words out of every correction of an entry; what was corrected may not be said."""
    tree = read(raw)
    for at, correction in enumerate(_items(tree.get(_CORRECTIONS))):
        if not _is_about(str(correction.get("bagian", "")), entry, identity):
            continue
        for key, word in (("semula", REMOVED), ("menjadi", REMOVED), ("sebab", "ditarik")):
            raw = _with_value(raw, (_CORRECTIONS, at, key), word)
    return raw


def _items(found: Plain | None) -> Iterator[dict[str, Plain]]:
    for item in found if isinstance(found, list) else []:
        if isinstance(item, dict):
            yield item


def _is_about(part: str, entry: Path, identity: str) -> bool:
    names = [identity] if len(entry) == 1 else [identity, str(int(entry[1]) + 1)]
    whole = [f"{entry[0]}.{name}" for name in names]
    return part == entry[0] or any(part == one or part.startswith(f"{one}.") for one in whole)


def _with_value(raw: bytes, path: Path, word: str) -> bytes:
    places = yaml_text.positions(raw)
    if path not in places:
        return raw
    lines = _Lines(raw)
    made = lines.replace(
        places[path], _end(places, path, len(lines.all)), [f"{path[-1]}: {scalar(word)}"]
    )
    checked = _checked(made, _replaced(read(raw), path, word))
    if checked is None:
        raise CannotEdit(_("koreksi di berkas ini ditulis dengan cara yang tidak dapat diubah"))
    return checked


def _replaced(tree: dict[str, Plain], path: Path, value: Plain | None) -> dict[str, Plain]:
    """Give the tree with another value at a path, or without it."""
    made = copy.deepcopy(tree)
    node: Plain = made
    for step in path[:-1]:
        node = node[step]  # type: ignore[index]
    last = path[-1]
    if isinstance(node, dict) and value is None:
        del node[str(last)]
    elif value is not None:
        node[last] = value  # type: ignore[index]
    return made


def _checked(made: bytes, wanted: dict[str, Plain]) -> bytes | None:
    return made if yaml_text.parse(made).tree == wanted else None
