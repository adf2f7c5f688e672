"""What a check is, and what it gives: remarks about records, not yet located in their files."""

import inspect
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import TypeAlias

from generator.archive import Archive
from generator.findings import Severity
from generator.records import Record
from generator.records.kinds import kind_of
from generator.records.places import Steps


@dataclass(frozen=True, slots=True)
class Remark:
    """One thing to look at in one file.

    `file` is its path below data/. `path` leads to the value by YAML keys and list numbers; a
    single item written without a list still has the number 0. `rests_on` names what has to be
    whole for this to be certain, as in `records.Reading.broken`: while something there is broken,
    nothing is said.
    """

    file: str
    path: Steps
    message: str
    severity: Severity = Severity.ERROR
    rests_on: tuple[str, ...] = ()


Finder: TypeAlias = Callable[[Archive], Iterator[Remark]]


@dataclass(frozen=True, slots=True)
class Check:
    """One rule that records have to keep; see the docstring of its function for what and why.

    One that `stands_alone` looks at each place by itself, so it holds of what is sound in a record
    that is otherwise broken.
    """

    id: str
    find: Finder
    stands_alone: bool = False

    @property
    def explanation(self) -> str:
        """What officers read about this check: what is wrong, why it matters, how to mend it."""
        return inspect.cleandoc(self.find.__doc__ or "")


def check(identity: str, *, stands_alone: bool = False) -> Callable[[Finder], Check]:
    """Make a check of a function; `identity` is what findings and its page are named by."""
    return lambda find: Check(identity, find, stands_alone)


def error(record: Record, path: Steps, message: str, rests_on: tuple[str, ...] = ()) -> Remark:
    """Remark on something that keeps the site from being published."""
    return _remark(record, path, message, Severity.ERROR, rests_on)


def warning(record: Record, path: Steps, message: str, rests_on: tuple[str, ...] = ()) -> Remark:
    """Remark on something worth a look."""
    return _remark(record, path, message, Severity.WARNING, rests_on)


def _remark(
    record: Record, path: Steps, message: str, severity: Severity, rests_on: tuple[str, ...]
) -> Remark:
    kind = kind_of(record)
    if kind.is_table:
        return Remark(f"{kind}.yml", (record.id, *path), message, severity, rests_on)
    return Remark(f"{kind}/{record.id}.yml", path, message, severity, rests_on)
