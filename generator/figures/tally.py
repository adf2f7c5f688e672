"""How many concerns stand where: families are counted side by side and never added together."""

from collections.abc import Iterable
from typing import NoReturn

from generator.archive import Matter
from generator.status import FAMILY, Family, Status
from generator.value import value


@value
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
_FIELD = {status: kind.name.lower() for status, kind in _FAMILIES.items()}
_FIELDS = tuple(kind.name.lower() for kind in Family)
_UNKNOWN = Status.UNKNOWN  # looked up once: a member of a fixed list costs a call of Python


def family(status: Status) -> Family:
    """The family a status is counted in."""
    return _FAMILIES[status]


def tally(matters: Iterable[Matter]) -> Tally:
    """Count concerns by family; withdrawn ones are not counted at all."""
    # Many stand alike: they are told apart first and judged once, in half the time.
    alike: dict[tuple[Status, bool, bool, bool, bool], int] = {}
    for matter in matters:
        if found := matter.follow_up:
            heard = found.first_word is not None
            stands = found.status, found.owes_word, found.overdue, found.disputed, heard
            alike[stands] = alike.get(stands, 0) + 1
    count = dict.fromkeys(_FIELDS, 0)
    no_word = in_hand = unknown = overdue = disputed = with_word = 0
    for (status, owes_word, is_late, is_disputed, heard), many in alike.items():
        field = _FIELD[status]
        count[field] += many
        if field == "outside":
            continue
        disputed += many * is_disputed
        with_word += many * heard
        if field == "open":
            is_unknown = status is _UNKNOWN
            unknown += many * is_unknown
            no_word += many * owes_word
            in_hand += many * (not (owes_word or is_unknown))
            overdue += many * is_late
    return Tally(
        asked=sum(count.values()) - count["outside"],
        claimed=count["claimed"],
        confirmed=count["confirmed"],
        answered=count["answered"],
        refused=count["refused"],
        open=count["open"],
        outside=count["outside"],
        no_word=no_word,
        in_hand=in_hand,
        unknown=unknown,
        overdue=overdue,
        disputed=disputed,
        with_word=with_word,
    )
