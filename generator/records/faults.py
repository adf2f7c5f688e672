"""Why a file is no record: everything wrong with it, as findings with line and column."""

from collections.abc import Iterable, Iterator

from generator import yaml_text
from generator.findings import Finding, Severity
from generator.language import _
from generator.records.explanations import Complaint, complaints
from generator.records.folder import Misplaced
from generator.records.kinds import Kind
from generator.records.names import complaint, is_key_like, shown
from generator.records.places import nearest_position
from generator.yaml_text import Plain

PLACE, YAML, CONTENT = "berkas", "yaml", "isian"
"""The ids under which findings of the reader itself are explained."""


def of_place(prefix: str, misplaced: Misplaced) -> Finding:
    """Tell of something that cannot be read where it lies; `prefix` is the way to data/."""
    file, message = named(prefix, misplaced.name, misplaced.message)
    return Finding(file, 0, 0, PLACE, "", message)


def of_content(prefix: str, name: str, kind: Kind, content: bytes) -> tuple[Finding, ...]:
    """Tell everything that keeps the content of a file from being a record, or a table of them."""
    document = yaml_text.parse(content)
    if document.tree is not None:
        found = table_complaints if kind.is_table else complaints
        return tuple(located(prefix, name, content, CONTENT, found(kind, document.tree)))
    problems = []
    for one in document.problems:
        file, message = named(prefix, name, one.message)
        problems.append(Finding(file, one.line, one.column, YAML, "", message))
    return tuple(problems)


def table_complaints(kind: Kind, tree: dict[str, Plain]) -> Iterator[Complaint]:
    """Say everything that is wrong in a file that holds records under their keys."""
    for number, (key, entry) in enumerate(tree.items(), 1):
        name = key if is_key_like(key) else str(number)
        if message := complaint(key):
            yield Complaint((key,), name, message)
            continue
        for one in complaints(kind, entry):
            yield Complaint((key, *one.path), f"{name}.{one.where}".rstrip("."), one.message)


def located(
    prefix: str,
    name: str,
    content: bytes,
    check: str,
    found: Iterable[Complaint],
    severity: Severity = Severity.ERROR,
) -> Iterator[Finding]:
    """Give each complaint about a file its line and column."""
    places = None
    for one in found:
        places = places or yaml_text.positions(content)
        position = nearest_position(places, one.path)
        file, message = named(prefix, name, one.message)
        yield Finding(file, position.line, position.column, check, one.where, message, severity)


def named(prefix: str, name: str, message: str) -> tuple[str, str]:
    """Give the file a finding names and its message; a name that may be personal is left out."""
    visible = shown(name)
    if visible != name:
        message += _(" (nama berkasnya tidak diulang di sini karena mungkin memuat data pribadi)")
    return prefix + visible, message
