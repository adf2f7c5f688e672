"""A part of a whole: always with what it is of how many, and over which sessions."""

from collections.abc import Iterable
from dataclasses import dataclass

from generator.dates import EventDate
from generator.model import Session

LEAST = 10
"""Of fewer than so many no share is taken: one case more would change it by more than a tenth."""


@dataclass(frozen=True, slots=True)
class Period:
    """The sessions a number is about: from the first to the last, and how many have no date.

    `first` and `last` are the dates of those sessions as their sources give them; None where no
    session is dated.
    """

    first: EventDate | None = None
    last: EventDate | None = None
    undated: int = 0


@dataclass(frozen=True, slots=True)
class Share:
    """`numerator` out of `denominator`, over a period; raises ValueError where that cannot be."""

    numerator: int
    denominator: int
    period: Period

    def __post_init__(self) -> None:
        """A part is never more than its whole."""
        if not 0 <= self.numerator <= self.denominator:
            raise ValueError(f"{self.numerator} out of {self.denominator} is no share")

    @property
    def percent(self) -> int | None:
        """The share in whole percent, half up; None where it is of fewer than `LEAST`."""
        if self.denominator < LEAST:
            return None
        return (200 * self.numerator + self.denominator) // (2 * self.denominator)


def period_of(sessions: Iterable[Session]) -> Period:
    """Give the period of some sessions, in any order."""
    dates = [one.date for one in sessions]
    known = [one for one in dates if one.latest]
    if not known:
        return Period(undated=len(dates))
    return Period(
        first=min(known, key=lambda one: (one.earliest or one.latest, one.text)),
        last=max(known, key=lambda one: (one.latest, one.text)),
        undated=len(dates) - len(known),
    )
