"""Honest numbers: families are counted side by side and never added together."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass

from generator.archive import Matter
from generator.status import FAMILY, Family, Status


@dataclass(frozen=True, slots=True)
class Tally:
    """How many concerns stand where.

    `asked` counts the concerns that ask for something and were not merged or retracted: it is what
    a share would be taken of, and the sum of the five families `claimed` to `open`. `outside` are
    those outside the count. `unknown`, `no_word`, `overdue` and `disputed` say how many of the
    open ones (disputed: of all) are in that state; they overlap and are parts of it. `with_word`
    are those of `asked` about which there has been word back.
    """

    asked: int = 0
    claimed: int = 0
    confirmed: int = 0
    answered: int = 0
    refused: int = 0
    open: int = 0
    outside: int = 0
    unknown: int = 0
    no_word: int = 0
    overdue: int = 0
    disputed: int = 0
    with_word: int = 0


def family(status: Status) -> Family:
    """The family a status is counted in."""
    return FAMILY.get(status, Family.OPEN)


def tally(matters: Iterable[Matter]) -> Tally:
    """Count concerns by family; withdrawn ones are not counted at all."""
    follow_ups = [matter.follow_up for matter in matters if matter.follow_up]
    families = Counter(family(one.status) for one in follow_ups)
    asked = [one for one in follow_ups if family(one.status) is not Family.OUTSIDE]
    return Tally(
        asked=len(asked),
        claimed=families[Family.CLAIMED],
        confirmed=families[Family.CONFIRMED],
        answered=families[Family.ANSWERED],
        refused=families[Family.REFUSED],
        open=families[Family.OPEN],
        outside=families[Family.OUTSIDE],
        unknown=sum(one.status is Status.UNKNOWN for one in asked),
        no_word=sum(one.owes_word for one in asked),
        overdue=sum(one.overdue for one in asked),
        disputed=sum(one.disputed for one in asked),
        with_word=sum(one.first_word is not None for one in asked),
    )
