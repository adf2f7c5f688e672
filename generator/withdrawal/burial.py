"""A tombstone in the place of one concern of a session, and nothing left of what it said."""

from collections.abc import Iterator

from generator import yaml_text
from generator.language import _
from generator.records import Kind
from generator.withdrawal.tombstone import Tombstone
from generator.writing import edits
from generator.writing.record import is_same
from generator.yaml_text import Path, Plain


def with_entry_withdrawn(raw: bytes, identity: str, stone: Tombstone) -> bytes:
    """Put a tombstone in the place of one concern; raises edits.CannotEdit.

    Comments inside it and around it go with it: nobody can tell which entry they are about. What
    corrections of it say goes too.
    """
    path = edits.entry_path(edits.read(raw), identity)
    if path is None:
        raise edits.CannotEdit(_("masukan itu tidak ada di berkas ini"))
    bare = _without_comments_around(raw, path)
    item: Plain = {"id": identity, **stone.tree()}
    made = edits.with_value(bare, Kind.SESSION, path, item)
    return _without_corrections(made, path, identity)


def _without_comments_around(raw: bytes, path: Path) -> bytes:
    for line in reversed(list(_lines_beside(raw, path))):
        lines = edits.Lines(raw)
        made = lines.remove(line, line + 1)
        # A line of a text may begin like a comment; it is not taken for one.
        if is_same(yaml_text.parse(made).tree, yaml_text.parse(raw).tree):
            raw = made
    return raw


def _lines_beside(raw: bytes, path: Path) -> Iterator[int]:
    """Give the lines of comments right above a part and between it and the next."""
    lines, places = edits.Lines(raw), yaml_text.positions(raw)
    first = places[path].line
    above = first - 1
    while above >= 1 and _is_comment(lines.all[above - 1]):
        above -= 1
    yield from range(above + 1, first)
    ends = lines.ends(places, path)
    yield from (at for at in range(min(ends), max(ends)) if _is_comment(lines.all[at - 1]))


def _is_comment(line: bytes) -> bool:
    return line.lstrip().startswith(b"#")


def _without_corrections(raw: bytes, entry: Path, identity: str) -> bytes:
    """Take the words out of every correction of an entry; what was corrected may not be said."""
    corrections = list(edits.items(edits.read(raw).get(edits.CORRECTIONS)))
    for at, correction in enumerate(corrections):
        if not _is_about(str(correction.get("bagian", "")), entry, identity):
            continue
        said = (("semula", edits.REMOVED), ("menjadi", edits.REMOVED), ("sebab", "ditarik"))
        for key, word in said:
            if key in correction:
                raw = edits.with_value(raw, Kind.SESSION, (edits.CORRECTIONS, at, key), word)
    return raw


def _is_about(part: str, entry: Path, identity: str) -> bool:
    names = [identity] if len(entry) == 1 else [identity, str(int(entry[1]) + 1)]
    whole = [f"{entry[0]}.{name}" for name in names]
    return part == entry[0] or any(part == one or part.startswith(f"{one}.") for one in whole)
