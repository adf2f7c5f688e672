"""A made-up archive of any size, the same bytes for the same seed.

All of it is plainly invented: its places have names of tales and dreams, and its officers are posts
without a name. It breaks no rule of the records, and every kind of event and every status occurs in
it from some 60 sessions on.
"""

import random
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from pathlib import Path

from generator.demo.desk import DAY, MOST_WEEKS, Desk, Folder, Pack
from generator.demo.drawings import Drawings
from generator.demo.outcomes import write_mediations, write_outcomes
from generator.demo.plots import CARDS
from generator.demo.registries import write_registries, write_units
from generator.demo.sessions import write_session

PROGRAMMES = {
    "jumat-curhat": 20,
    "curhat-kamtibmas": 6,
    "ngopi-kamtibmas": 6,
    "patroli-dialogis": 5,
    "halo-polisi": 2,
    "lainnya": 1,
}
"""Out of forty sessions, how many are held under which programme."""

FRIDAY = 4
SESSIONS_PER_MEDIATIONS = 9
WEEKS_PER_SESSION = 5
FEWEST_WEEKS = 52
SESSIONS_PER_PICTURE = 25
MOST_PICTURES = 200


@dataclass(frozen=True, slots=True)
class Counts:
    """What was written; `files` are the records, `size` all their bytes, pictures not counted."""

    sessions: int
    concerns: int
    outcomes: int
    units: int
    villages: int
    pictures: int
    files: int
    size: int


def write_records(
    folder: Path, sessions: int, seed: int, *, day: date = DAY, pictures: bool = False
) -> Counts:
    """Write an archive of so many sessions as the `data` folder of a project.

    `day` is the day it is made to be looked at: what happened lies before it, what is announced
    behind it. Nothing may lie in the folder yet: `FileExistsError` when a record does.
    """
    written = Folder(folder)
    chance = random.Random(seed)
    pack, programmes = Pack(CARDS, chance), _deal_programmes(chance)
    drawings = Drawings(seed)
    most = min(MOST_PICTURES, sessions // SESSIONS_PER_PICTURE) if pictures else 0

    def draw(kind: str) -> tuple[bytes, str] | None:
        # Spread over the whole archive: never more than its share of the sessions so far.
        so_far = min(1.0, (written.counted["session"] + SESSIONS_PER_PICTURE / 2) / sessions)
        return drawings.draw(kind) if written.counted["picture"] < round(most * so_far) else None

    write_registries(written, day)
    holders = list(write_units(written, sessions))
    for number, holder in enumerate(holders):
        share = sessions * (number + 1) // len(holders) - sessions * number // len(holders)
        desk = Desk(holder, written, chance, pack, programmes, draw, day)
        _write_records_of(desk, share)
    counted = written.counted
    return Counts(
        sessions=counted["session"],
        concerns=counted["concern"],
        outcomes=counted["outcome"],
        units=counted["unit"],
        villages=sum(len(holder.villages) for holder in holders if not holder.is_resort),
        pictures=counted["picture"],
        files=counted["files"],
        size=counted["size"],
    )


def _deal_programmes(chance: random.Random) -> Iterator[str]:
    cards = [programme for programme, number in PROGRAMMES.items() for _ in range(number)]
    while True:
        chance.shuffle(cards)
        yield from cards


def _write_records_of(desk: Desk, sessions: int) -> None:
    for number, week in enumerate(_weeks(desk.chance, sessions), 1):
        programme = next(desk.programmes)
        weekday = FRIDAY if programme == "jumat-curhat" else desk.chance.randrange(7)
        monday = desk.today - timedelta(days=desk.today.weekday())
        day = monday + timedelta(weeks=week, days=weekday)
        write_outcomes(desk, write_session(desk, programme, day))
        if number % SESSIONS_PER_MEDIATIONS == 0 and day < desk.today:
            write_mediations(desk, day)


def _weeks(chance: random.Random, sessions: int) -> list[int]:
    """Choose the weeks of a unit's sessions, counted from this one; some lie ahead.

    One session a week at most, so that a date is enough for a name.
    """
    ahead = [1 + chance.randrange(2)] if sessions > WEEKS_PER_SESSION else []
    held = sessions - len(ahead)
    back = max(held, FEWEST_WEEKS, min(MOST_WEEKS, held * WEEKS_PER_SESSION))
    return sorted(chance.sample(range(-back, 0), held)) + ahead
