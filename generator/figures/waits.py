"""How long residents waited for word, and for an end, those who still wait never left out.

A wait is as long as its dates allow: from the first day the session can mean to the last day the
event can mean, so that a vague date never flatters. Where either is unknown, nobody can tell how
long it was; such waits are left out and counted as left out.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from generator.archive import Matter
from generator.dates import EventDate
from generator.figures.shares import LEAST
from generator.figures.tally import family
from generator.followup import FollowUp
from generator.status import Family, Status

ENDED = (Family.ANSWERED, Family.CLAIMED, Family.CONFIRMED, Family.REFUSED)
"""The families of what ended; each has a wait of its own."""

Asked = tuple[Matter, FollowUp]


@dataclass(frozen=True, slots=True)
class Wait:
    """How long something took for some concerns, and how many still wait for it.

    `days` are the waits that are over, shortest first. `waiting` is how many are not over,
    `oldest` the day the oldest of these began, None where no day is known. `undated` were left
    out because a date is missing, `on_the_spot` because the session itself answered them: nobody
    waited, and nought days would flatter the others.
    """

    days: tuple[int, ...]
    waiting: int
    oldest: date | None
    undated: int
    on_the_spot: int

    @property
    def of(self) -> int:
        """How many waits the days are said of: those over and those not over."""
        return len(self.days) + self.waiting

    @property
    def all(self) -> int:
        """How many there are of those nobody answered at once, the undated ones too."""
        return self.of + self.undated

    @property
    def median(self) -> int | None:
        """Within how many days half of them were over; None as long as half still wait."""
        return self.within(50)

    @property
    def slowest_tenth(self) -> int | None:
        """Within how many days all but the slowest tenth were over; None as long as more wait."""
        return self.within(90)

    def within(self, percent: int) -> int | None:
        """Within how many days so many percent of the waits were over.

        The nearest-rank percentile (definition 1 in R. J. Hyndman and Y. Fan, "Sample Quantiles in
        Statistical Packages", The American Statistician 50, 1996): the wait at place
        ceil(percent / 100 * n) when all are put in order, so it is one that really was. Those still
        waiting stand after all others, since nobody knows how long it will be: a number that is
        given holds whatever becomes of them. None where that place is one of theirs, or of fewer
        than `LEAST`.
        """
        rank = -(-percent * self.of // 100)
        if self.of < LEAST or rank > len(self.days):
            return None
        return self.days[rank - 1]


def to_first_word(matters: Iterable[Matter], today: date) -> Wait:
    """How long it took until there was word about what was asked; those without it still wait."""
    over: list[Asked] = []
    waiting: list[Asked] = []
    for one in _asked(matters):
        (waiting if one[1].owes_word else over).append(one)
    waited = [one for one in over if one[1].history[0].status is not Status.ANSWERED]
    days = [_days(_began(*one), one[1].first_word, today) for one in waited]
    return _wait(days, len(over) - len(waited), len(waiting), _oldest(waiting))


def to_the_end(matters: Iterable[Matter], today: date) -> dict[Family, Wait]:
    """How long it took to end, each way of ending for itself; all that is open still waits."""
    found: dict[Family, list[Asked]] = {each: [] for each in (*ENDED, Family.OPEN)}
    for one in _asked(matters):
        found[family(one[1].status)].append(one)
    waiting = found.pop(Family.OPEN)
    oldest = _oldest(waiting)
    waits = {}
    for ending, over in found.items():
        waited = [one for one in over if one[1].ended_by is not None]
        days = [_days(_began(*one), one[1].ended, today) for one in waited]
        waits[ending] = _wait(days, len(over) - len(waited), len(waiting), oldest)
    return waits


def _asked(matters: Iterable[Matter]) -> Iterable[Asked]:
    for matter in matters:
        found = matter.follow_up
        if found and family(found.status) is not Family.OUTSIDE:
            yield matter, found


def _wait(days: list[int | None], on_the_spot: int, waiting: int, oldest: date | None) -> Wait:
    known = sorted(each for each in days if each is not None)
    return Wait(tuple(known), waiting, oldest, len(days) - len(known), on_the_spot)


def _oldest(waiting: Iterable[Asked]) -> date | None:
    days = (_began(*one) or one[1].start for one in waiting)
    return min(filter(None, days), default=None)


def _began(matter: Matter, found: FollowUp) -> date | None:
    """The first day the wait can have begun, or that of an earlier concern merged into this one."""
    first, start = matter.session.date.earliest, found.start
    return start if first and start and start < first else first


def _days(began: date | None, event: EventDate | None, today: date) -> int | None:
    if began is None or event is None or event.latest is None:
        return None
    return max((min(event.latest, today) - began).days, 0)
