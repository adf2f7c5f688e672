"""How many concerns stand where, in words: each family on a line of its own, never added together.

There is no share and no order of merit: a line says its number and what the number means.
"""

from collections.abc import Mapping
from types import MappingProxyType
from typing import NamedTuple

from generator import urls
from generator.boards import Board
from generator.figures import Tally
from generator.language import _
from generator.status import Status
from generator.value import value
from generator.views.links import Link
from generator.wording.badges import Shape, Tone, status_badge
from generator.wording.days import number
from generator.wording.names import joined


@value
class Line:
    """One number and what it means.

    `count` is the number in words, `label` what is counted, `meaning` what that means; `details`
    are parts of the number, which may overlap, or "", and `parts` the same, each leading to its
    list. `explained` is the address that explains the label, `listed` that of the list of exactly
    these, or "".
    """

    count: str
    is_none: bool
    label: str
    meaning: str
    shape: Shape | None
    tone: Tone
    explained: str
    details: str = ""
    parts: tuple[Link, ...] = ()
    listed: str = ""


@value
class Standing:
    """What became of the concerns of a unit or of the whole archive.

    `asked` says how many the lines are about; `outside` how many are not counted, or "".
    `is_empty` when there is nothing yet that anything could become of.
    """

    asked: str
    lines: tuple[Line, ...]
    outside: str
    is_empty: bool


class _Words(NamedTuple):
    some: str
    none: str


# The word, the shape and the tone of each are those of its badge.
_ENDED: Mapping[Status, _Words] = MappingProxyType(
    {
        Status.ANSWERED: _Words(
            _("pertanyaan yang diberi penjelasan"), _("belum ada pertanyaan yang dijawab")
        ),
        Status.CLAIMED: _Words(
            _("kata polisi atau mitra; belum dibenarkan warga"),
            _("belum ada yang dinyatakan selesai"),
        ),
        Status.CONFIRMED: _Words(
            _("warga ditanya dan membenarkan"), _("belum ada yang dibenarkan warga")
        ),
        Status.REFUSED: _Words(
            _("tidak dikerjakan; ada alasannya"),
            _("belum ada yang diputuskan tidak dikerjakan"),
        ),
    }
)


# On these lists stand exactly those of the whole site that have this status.
_LISTED: Mapping[Status, Board] = MappingProxyType(
    {
        Status.ANSWERED: Board.ANSWERED,
        Status.CLAIMED: Board.UNCONFIRMED,
        Status.CONFIRMED: Board.CONFIRMED,
        Status.REFUSED: Board.REFUSED,
    }
)


def standing(tally: Tally, *, whole_site: bool = False, thanks: int = 0) -> Standing:
    """Say a tally in words, family by family; of the whole site, numbers lead to their lists.

    `thanks` is how many of those outside the count are known to be words of thanks.
    """
    return Standing(
        asked=_asked(tally),
        lines=(
            _ended(Status.ANSWERED, tally.answered, whole_site=whole_site),
            _ended(Status.CLAIMED, tally.claimed, whole_site=whole_site),
            _ended(Status.CONFIRMED, tally.confirmed, whole_site=whole_site),
            _ended(Status.REFUSED, tally.refused, whole_site=whole_site),
            _open(tally, whole_site=whole_site),
        ),
        outside=_outside(tally.outside, thanks),
        is_empty=tally.asked == 0,
    )


def promised(count: int) -> Line:
    """Say how many concerns were met with a promise; they are in the families as well."""
    return Line(
        count=number(count),
        is_none=not count,
        label=_("Dijanjikan"),
        meaning=_("hal yang dijawab dengan janji") if count else _("belum ada janji"),
        shape=None,
        tone=Tone.OPEN,
        explained=urls.status_meaning("kata-dasar"),
    )


def _ended(status: Status, count: int, *, whole_site: bool) -> Line:
    badge, words = status_badge(status), _ENDED[status]
    board = _LISTED.get(status) if whole_site and count else None
    return Line(
        count=number(count),
        is_none=not count,
        label=badge.word,
        meaning=_(words.some if count else words.none),
        shape=badge.shape,
        tone=badge.tone,
        explained=badge.meaning,
        listed=urls.board(board) if board else "",
    )


def _open(tally: Tally, *, whole_site: bool) -> Line:
    parts = _open_parts(tally, whole_site=whole_site)
    return Line(
        count=number(tally.open),
        is_none=not tally.open,
        label=_("Masih terbuka"),
        meaning=_("urusannya belum berakhir") if tally.open else _("tidak ada yang terbuka"),
        shape=Shape.RING,
        tone=Tone.WAITING,
        explained=urls.status_meaning("masih-terbuka"),
        details=_details(parts),
        parts=parts,
    )


def _open_parts(tally: Tally, *, whole_site: bool) -> tuple[Link, ...]:
    """Say what is known of the open ones; the parts overlap, so they are never added either."""
    said = (
        (tally.no_word, _("{count} belum ada kabar hasilnya"), Board.WORD_OWED),
        (tally.overdue, _("{count} lewat tenggat"), Board.OVERDUE),
        (tally.unknown, _("{count} lama tanpa kabar baru"), Board.UNKNOWN),
    )
    return tuple(
        Link(words.format(count=number(count)), urls.board(board) if whole_site else "")
        for count, words, board in said
        if count
    )


def _details(parts: tuple[Link, ...]) -> str:
    if not parts:
        return ""
    return _("di antaranya {parts}").format(parts=joined(tuple(one.words for one in parts)))


def _asked(tally: Tally) -> str:
    if tally.asked:
        return _(
            "Tercatat {count} hal yang perlu dijawab atau dikerjakan: masukan warga dan janji "
            "polisi."
        ).format(count=number(tally.asked))
    if tally.outside:
        return _("Belum ada masukan atau janji yang perlu dijawab atau dikerjakan.")
    return _(
        "Belum ada masukan atau janji yang tercatat di sini. "
        "Itu tidak berarti warga tidak menyampaikan apa-apa."
    )


def _outside(count: int, thanks: int) -> str:
    if not count:
        return ""
    if count == thanks:
        return _("Ada {count} ucapan terima kasih; itu tidak dihitung.").format(count=number(count))
    return _(
        "Di luar hitungan itu ada {count} lagi: ucapan terima kasih, sanggahan, "
        "atau masukan yang digabung atau dicabut."
    ).format(count=number(count))
