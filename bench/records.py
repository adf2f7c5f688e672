"""A made-up archive of any size, the same bytes for the same seed.

All of it is plainly invented: units called Contoh, villages called Rekaan. It breaks no rule of the
records, and every kind of event and every status occurs in it.
"""

import random
from dataclasses import dataclass
from datetime import timedelta
from pathlib import Path

from bench.desk import DAY, FIRST, WEEKS, WEEKS_AHEAD, Desk, Folder
from bench.outcomes import write_mediations, write_outcomes
from bench.plots import deal
from bench.registries import write_registries, write_units
from bench.sessions import write_session

__all__ = ["DAY", "Counts", "write_records"]

PROGRAMMES = {
    "jumat-curhat": 55,
    "curhat-kamtibmas": 13,
    "ngopi-kamtibmas": 13,
    "patroli-dialogis": 12,
    "halo-polisi": 5,
    "lainnya": 2,
}
"""Out of a hundred sessions, how many are held under which programme."""

FRIDAY = 4
SESSIONS_PER_MEDIATIONS = 20


@dataclass(frozen=True, slots=True)
class Counts:
    """What was written; `size` in bytes."""

    sessions: int
    concerns: int
    outcomes: int
    units: int
    files: int
    size: int


def write_records(folder: Path, sessions: int, seed: int) -> Counts:
    """Write an archive of so many sessions as the `data` folder of a project.

    Nothing may lie in the folder yet: `FileExistsError` when a record does.
    """
    written = Folder(folder)
    chance = random.Random(seed)
    pack = deal(chance)
    write_registries(written)
    holders = list(write_units(written, sessions))
    for number, holder in enumerate(holders):
        share = sessions * (number + 1) // len(holders) - sessions * number // len(holders)
        _write_records_of(Desk(holder, written, chance, pack), share)
    counted = written.counted
    return Counts(
        sessions=counted["session"],
        concerns=counted["concern"],
        outcomes=counted["outcome"],
        units=counted["unit"],
        files=counted["files"],
        size=counted["size"],
    )


def _write_records_of(desk: Desk, sessions: int) -> None:
    # One session a week at most, so that a date is enough for a name.
    weeks = sorted(desk.chance.sample(range(WEEKS + WEEKS_AHEAD), sessions))
    for number, week in enumerate(weeks, 1):
        (programme,) = desk.chance.choices(tuple(PROGRAMMES), tuple(PROGRAMMES.values()))
        weekday = FRIDAY if programme == "jumat-curhat" else desk.chance.randrange(7)
        day = FIRST + timedelta(weeks=week, days=weekday - FIRST.weekday())
        write_outcomes(desk, write_session(desk, programme, day))
        if number % SESSIONS_PER_MEDIATIONS == 0 and day < DAY:
            write_mediations(desk, day)
