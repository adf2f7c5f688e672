"""When each file was first published: the day of its first commit, asked of git once."""

import os
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime, tzinfo
from pathlib import Path

from generator import git

_MARK = "\x01"


@dataclass(frozen=True, slots=True)
class History:
    """The day each file was first committed, by its path below data/.

    A file that was never committed is absent. `is_known` is False, and `first` empty, without git,
    outside a repository, and in a clone that was cut off (`--depth`): its oldest commit would seem
    to have published everything.
    """

    first: Mapping[str, date] = field(default_factory=dict)
    is_known: bool = False


def first_published(root: Path, data: Path, zone: tzinfo | None = None) -> Mapping[str, date]:
    """Give the day each file under `data` was first committed; {} when that cannot be told."""
    return read(root, data, zone).first


def read(root: Path, data: Path, zone: tzinfo | None = None) -> History:
    """Ask git when each file under `data` (below `root`, or absolute) was committed; never raises.

    Days are those of the committer's clock in `zone`; in the zone the committer was in when it is
    None. A file that was deleted and came back keeps its first day; a renamed one is new.
    """
    folder = root / data
    if git.said(folder, "rev-parse", "--is-shallow-repository") != b"false\n":
        return History()
    # With -m a merge is compared with each of its parents, or a file that came in with the merge
    # itself would be lost; the others turn up twice, and their first day counts.
    log = git.said(
        *(folder, "log", "-z", "-m", f"--format={_MARK}%cI", "--name-only"),
        *("--diff-filter=A", "--no-renames", "--relative", "--", "."),
    )
    return History() if log is None else History(_first_days(log, zone), is_known=True)


def _first_days(log: bytes, zone: tzinfo | None) -> dict[str, date]:
    first: dict[str, datetime] = {}
    moment = datetime.max
    for entry in os.fsdecode(log).split("\0"):
        if entry.startswith(_MARK):
            moment = datetime.fromisoformat(entry.removeprefix(_MARK))
        elif name := entry.removeprefix("\n"):
            first[name] = min(moment, first.get(name, moment))
    return {name: moment.astimezone(zone).date() if zone else moment.date()
            for name, moment in sorted(first.items())}  # fmt: skip
