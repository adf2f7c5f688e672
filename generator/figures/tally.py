"""How many concerns stand where: families are counted side by side and never added together."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import NoReturn

from generator.archive import Matter
from generator.followup import FollowUp
from generator.status import FAMILY, Family, Status


@dataclass(frozen=True, slots=True)
class Tally:
    """How many concerns stand where.

    `asked` counts the concerns that ask for something and were not merged or retracted: it is what
    a share is taken of. Each of them is in one of the families `claimed` to `open` (rule 12), and
    each of the open ones in one of `no_word` (nothing was heard of it), `in_hand` (there was word,
    and not long ago) and `unknown` (there was word, and long since none: rule 10). `outside` are
    those outside the count. `overdue` are some of the open ones, `disputed` some of all.
    `with_word` are those of `asked` about which there has been word back.

    Two tallies cannot be added, and there is no number of all that ended: a refusal must not pass
    for a success, nor what the police say for what residents say.
    """

    asked: int = 0
    claimed: int = 0
    confirmed: int = 0
    answered: int = 0
    refused: int = 0
    open: int = 0
    outside: int = 0
    no_word: int = 0
    in_hand: int = 0
    unknown: int = 0
    overdue: int = 0
    disputed: int = 0
    with_word: int = 0

    def __add__(self, other: object) -> NoReturn:
        """Refuse: count the concerns together instead."""
        raise TypeError("tallies are never added; tally the concerns themselves")

    __radd__ = __add__


def family(status: Status) -> Family:
    """The family a status is counted in."""
    return FAMILY.get(status, Family.OPEN)


def tally(matters: Iterable[Matter]) -> Tally:
    """Count concerns by family; withdrawn ones are not counted at all."""
    held: dict[Family, list[FollowUp]] = {one: [] for one in Family}
    for matter in matters:
        if matter.follow_up:
            held[family(matter.follow_up.status)].append(matter.follow_up)
    still_open = held[Family.OPEN]
    asked = [one for kind, many in held.items() if kind is not Family.OUTSIDE for one in many]
    unknown = sum(one.status is Status.UNKNOWN for one in still_open)
    no_word = sum(one.owes_word for one in still_open)
    return Tally(
        asked=len(asked),
        claimed=len(held[Family.CLAIMED]),
        confirmed=len(held[Family.CONFIRMED]),
        answered=len(held[Family.ANSWERED]),
        refused=len(held[Family.REFUSED]),
        open=len(still_open),
        outside=len(held[Family.OUTSIDE]),
        no_word=no_word,
        in_hand=sum(not one.owes_word and one.status is not Status.UNKNOWN for one in still_open),
        unknown=unknown,
        overdue=sum(one.overdue for one in still_open),
        disputed=sum(one.disputed for one in asked),
        with_word=sum(one.first_word is not None for one in asked),
    )
