"""A record as it would be: its file, what all checks say of it, and what residents would read.

Nothing is written but by `write`, and nothing that any check calls an error.
"""

from bisect import bisect_right
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path

from generator import dates, printout, site, times, writing, yaml_text
from generator.archive import Archive, resolve
from generator.findings import Finding
from generator.model import Outcome, Session
from generator.naming import stem
from generator.printout import Line
from generator.records import Kind, prefix_of
from generator.records.folder import SUFFIX
from generator.wizard.answers import path_of, pattern_of
from generator.writing import Change
from generator.yaml_text import Path as Steps
from generator.yaml_text import Plain


@dataclass(frozen=True, slots=True)
class Rehearsal:
    """What a record would be.

    `identity` is its id and `change` its file. `findings` are those there would be because of it,
    wherever they stand, and `own_file` is how they name its file. `archive` holds it.
    """

    kind: Kind
    identity: str
    text: str
    change: Change
    findings: tuple[Finding, ...]
    own_file: str
    archive: Archive

    @property
    def errors(self) -> tuple[Finding, ...]:
        """What has to be mended first."""
        return tuple(one for one in self.findings if one.is_error)

    def story(self) -> Iterator[Line]:
        """Tell what residents would read of it; nothing where it is no record."""
        records = self.archive.records
        held = (records.sessions if self.kind is Kind.SESSION else records.outcomes).get(
            self.identity
        )
        if isinstance(held, Session):
            yield from printout.story_lines(held, self.archive)
        elif isinstance(held, Outcome):
            for reference in held.answers:
                matter = self.archive.matters.get(resolve(reference, held.folder))
                if matter is not None:
                    yield from printout.story_lines(matter, self.archive)
                    yield Line()

    def question_of(self, finding: Finding, answered: Iterable[str]) -> str | None:
        """Give the name of the question whose answer a finding is about; None for none of them."""
        if finding.file != self.own_file:
            return None
        path = _path_at(self.text, finding)
        return _closest(path, answered)


def rehearse(
    root: Path, data: Path, kind: Kind, folder: str, tree: Mapping[str, Plain], today: date,
    *, work: Path, known: Iterable[Finding] = (),
) -> Rehearsal:  # fmt: skip
    """Lay a record out and run every check of the whole archive on it; changes nothing.

    `known` are the findings there are already without it.
    """
    identity = f"{folder}/{_stem(data, kind, folder, tree)}"
    text = writing.record_text(kind, dict(tree))
    change = Change(f"{kind}/{identity}{SUFFIX}", None, text.encode())
    archive, found = site.rehearse(root, data, [change], today, work=work)
    there, here = f"{data.name}/", prefix_of(root, data)
    told = (replace(one, file=f"{here}{one.file.removeprefix(there)}") for one in found)
    before = {(one.file, one.message) for one in known}
    new = tuple(one for one in told if (one.file, one.message) not in before)
    return Rehearsal(kind, identity, text, change, new, f"{here}{change.file}", archive)


def write(rehearsal: Rehearsal, data: Path) -> Path:
    """Write the record; gives its file. Raises writing.Interrupted, having written nothing."""
    writing.carry_out([rehearsal.change], data)
    return data / rehearsal.change.file


def _stem(data: Path, kind: Kind, folder: str, tree: Mapping[str, Plain]) -> str:
    taken = {one.stem for one in (data / kind / folder).glob(f"*{SUFFIX}")}
    try:
        day = dates.parse(str(tree.get("tanggal", "")))
    except ValueError:  # the check will say so
        day = dates.parse(dates.UNKNOWN_WORDS)
    try:
        hour = times.parse(str(tree.get("waktu", "")))
    except ValueError:
        hour = None
    return stem(day, hour, taken)


def _path_at(text: str, finding: Finding) -> Steps:
    """The path of what stands at, or last before, the place of a finding."""
    places = sorted(
        ((one.line, one.column), path) for path, one in yaml_text.positions(text.encode()).items()
    )
    at = bisect_right([place for place, _path in places], (finding.line, finding.column or 10**6))
    return places[at - 1][1] if at else ()


def _closest(path: Steps, answered: Iterable[str]) -> str | None:
    keys, numbers = _split(path)
    while keys:
        for name in answered:
            plain = pattern_of(name).split(".")
            others = _split(path_of(name))[1]
            if plain[: len(keys)] == keys and others[: len(numbers)] == numbers[: len(others)]:
                return name
        keys = keys[:-1]
    return None


def _split(path: Steps) -> tuple[list[str], list[int]]:
    return (
        [step for step in path if isinstance(step, str)],
        [step for step in path if isinstance(step, int)],
    )
