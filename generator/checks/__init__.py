"""Every rule that records have to keep with one another, each a function that gives remarks.

To add a check, write one function with the decorator `check` in a module named here; its docstring
is what officers read about it.
"""

from collections import defaultdict
from collections.abc import Iterator, Set
from pathlib import Path
from types import ModuleType

from generator import yaml_text
from generator.archive import Archive, build
from generator.checks import (
    against,
    areas,
    building,
    corrections,
    days,
    evidence,
    keys,
    mediations,
    privacy,
    references,
    registries,
    sessions,
    stories,
)
from generator.checks.remarks import Check, Remark
from generator.findings import Finding
from generator.records import Reading, faults, prefix_of
from generator.records.explanations import Complaint
from generator.records.folder import SUFFIX
from generator.records.places import in_words, path_in
from generator.records.reading import content_of

__all__ = ["CHECKS", "Check", "Remark", "explanations", "run"]

_MODULES: tuple[ModuleType, ...] = (
    areas,
    corrections,
    days,
    evidence,
    keys,
    mediations,
    references,
    registries,
    sessions,
    stories,
)

CHECKS: tuple[Check, ...] = tuple(
    sorted(
        (one for module in _MODULES for one in vars(module).values() if isinstance(one, Check)),
        key=lambda one: one.id,
    )
)


def run(archive: Archive, root: Path, data: Path, reading: Reading) -> tuple[Finding, ...]:
    """Give what every check finds, sorted by file and line.

    `archive` was built of what `reading` has read. Nothing is said that rests on what is broken,
    and of a broken record only what holds whatever is mended in it. Only files there is something
    to say about are opened again, for the line and column.
    """
    remarks: dict[str, list[tuple[Check, Remark]]] = defaultdict(list)
    for one, remark in _remarks(archive, reading):
        remarks[remark.file].append((one, remark))
    prefix = prefix_of(root, data)
    found = (
        finding for name, told in remarks.items() for finding in _located(prefix, data, name, told)
    )
    return tuple(sorted(set(found)))


def _remarks(archive: Archive, reading: Reading) -> Iterator[tuple[Check, Remark]]:
    """Give what is certain; checks that stand alone look at the sound part of the broken too."""
    mended = reading.mended
    with_mended = archive
    if mended:
        sound = [one.record for one in mended.values() if one.record]
        with_mended = build(archive.records.with_more(sound), archive.today)
    known = {name.removesuffix(SUFFIX) for name, one in mended.items() if one.keeps_its_ids}
    for one in CHECKS:
        found = one.find(with_mended if one.stands_alone else archive)
        uncertain = reading.broken - known if one.stands_alone else reading.broken
        for remark in found:
            is_hidden = remark.file in mended and mended[remark.file].hides(remark.path)
            if not is_hidden and not any(_touches(uncertain, path) for path in remark.rests_on):
                yield one, remark


def explanations() -> dict[str, str]:
    """Give what officers read about every kind of finding, by its id; the first line is a title."""
    return dict(
        sorted(
            {
                **faults.EXPLANATIONS,
                **building.EXPLANATIONS,
                **privacy.EXPLANATIONS,
                **against.EXPLANATIONS,
                **{one.id: one.explanation for one in CHECKS},
            }.items()
        )
    )


def _touches(broken: Set[str], path: str) -> bool:
    return any(
        one == path or one.startswith(f"{path}/") or path.startswith(f"{one}/") for one in broken
    )


def _located(
    prefix: str, data: Path, name: str, told: list[tuple[Check, Remark]]
) -> Iterator[Finding]:
    content = _content(data / name) if name.endswith(SUFFIX) else b""
    file = faults.File(prefix, name, content)
    document = yaml_text.parse(content)
    tree = document.rest.tree if document.rest else document.tree
    for one, remark in told:
        if tree is None:
            yield file.as_a_whole(one.id, remark.message, remark.severity)
            continue
        path = path_in(tree, remark.path)
        complaint = Complaint(path, in_words(tree, path), remark.message)
        yield file.finding(one.id, complaint, remark.severity)


def _content(file: Path) -> bytes:
    try:
        return content_of(file)
    except OSError:
        return b""
