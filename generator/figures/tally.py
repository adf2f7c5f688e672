"""How many concerns stand where: families are counted side by side and never added together."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import NoReturn

from generator.archive import Matter
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


_FAMILIES = {status: FAMILY.get(status, Family.OPEN) for status in Status}


def family(status: Status) -> Family:
    """The family a status is counted in."""
    return _FAMILIES[status]


def tally(matters: Iterable[Matter]) -> Tally:
    """Count concerns by family; withdrawn ones are not counted at all."""
    count = dict.fromkeys(Family, 0)
    no_word = in_hand = unknown = overdue = disputed = with_word = 0
    for matter in matters:
        found = matter.follow_up
        if found is None:
            continue
        kind = family(found.status)
        count[kind] += 1
        if kind is Family.OUTSIDE:
            continue
        disputed += found.disputed
        with_word += found.first_word is not None
        if kind is Family.OPEN:
            is_unknown = found.status is Status.UNKNOWN
            unknown += is_unknown
            no_word += found.owes_word
            in_hand += not (found.owes_word or is_unknown)
            overdue += found.overdue
    return Tally(
        asked=sum(count.values()) - count[Family.OUTSIDE],
        claimed=count[Family.CLAIMED],
        confirmed=count[Family.CONFIRMED],
        answered=count[Family.ANSWERED],
        refused=count[Family.REFUSED],
        open=count[Family.OPEN],
        outside=count[Family.OUTSIDE],
        no_word=no_word,
        in_hand=in_hand,
        unknown=unknown,
        overdue=overdue,
        disputed=disputed,
        with_word=with_word,
    )
