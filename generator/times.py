"""Times of day as officers write them: 16.30, 16:30-18.00, 22.00-03.00 WITA, malam."""

import re
from dataclasses import dataclass
from functools import lru_cache

from generator.language import _

ZONES = ("WIB", "WITA", "WIT")
PARTS_OF_DAY = ("subuh", "pagi", "siang", "sore", "malam", "malam-subuh")
# Where a part of the day begins, only to put events of one day in order.
_BEGINS = {
    "subuh": "04:00",
    "pagi": "06:00",
    "siang": "11:00",
    "sore": "15:00",
    "malam": "18:00",
    "malam-subuh": "18:00",
}
PATTERN = (
    r"(?:[01]?\d|2[0-3])[.:][0-5]\d(?:\s*-\s*(?:[01]?\d|2[0-3])[.:][0-5]\d)?(?:\s+(?:WIB|WITA|WIT))?"
    r"|subuh|pagi|siang|sore|malam|malam-subuh"
)
_CLOCK = re.compile(
    r"(?P<sh>[01]?\d|2[0-3])[.:](?P<sm>[0-5]\d)"
    r"(?:\s*(?:-|\u2013|s\.d\.|sampai)\s*(?P<eh>[01]?\d|2[0-3])[.:](?P<em>[0-5]\d))?"
    r"(?:\s+(?P<zone>WIB|WITA|WIT))?",
    re.ASCII | re.IGNORECASE,
)


class TimeProblem(ValueError):
    """A text is no time of day; the message says what to write instead."""


@dataclass(frozen=True, slots=True)
class TimeOfDay:
    """When on a day something began and, if known, ended.

    `start` and `end` are `HH:MM` in 24 hours; an `end` before `start` lies on the next day.
    `part` is a word such as `malam` where no hour is known. `zone` is None where the source gives
    none: it is then that of the unit, and shown as derived.
    """

    start: str | None
    end: str | None
    part: str | None
    zone: str | None

    @property
    def sort_key(self) -> str:
        """`HH:MM`, by which events of one day are put in order."""
        return self.start or _BEGINS[self.part or "pagi"]

    def __str__(self) -> str:
        if self.part is not None:
            return self.part
        hours = f"{self.start}-{self.end}" if self.end else str(self.start)
        return " ".join(filter(None, (hours.replace(":", "."), self.zone)))


@lru_cache(maxsize=20_000)
def parse(text: str) -> TimeOfDay:
    """Read a time of day; raises TimeProblem saying what to write instead."""
    text = text.strip()
    if text.lower() in PARTS_OF_DAY:
        return TimeOfDay(None, None, text.lower(), None)
    found = _CLOCK.fullmatch(text)
    if found is None:
        raise TimeProblem(
            _(
                "bukan waktu yang dikenal; tulis misalnya 16.30, 16.30-18.00, 16.30 WITA, "
                "atau salah satu kata: {words}"
            ).format(words=", ".join(PARTS_OF_DAY))
        )
    end = f"{int(found['eh']):02}:{found['em']}" if found["eh"] else None
    zone = found["zone"].upper() if found["zone"] else None
    return TimeOfDay(f"{int(found['sh']):02}:{found['sm']}", end, None, zone)
