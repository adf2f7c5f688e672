"""How many concerns stand where, in words: each family on a line of its own, never added together.

There is no share and no order of merit: a line says its number and what the number means.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import NamedTuple

from generator import urls
from generator.figures import Tally
from generator.language import _
from generator.status import Family
from generator.wording.badges import Shape, Tone
from generator.wording.days import number


@dataclass(frozen=True, slots=True)
class Line:
    """One number and what it means.

    `count` is the number in words, `label` what is counted, `meaning` a sentence; `details` are
    parts of the number, which may overlap. `explained` is the address that explains the label.
    """

    count: str
    label: str
    meaning: str
    shape: Shape
    tone: Tone
    explained: str
    details: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Standing:
    """What became of the concerns of a unit or of the whole archive.

    `asked` says how many the lines are about; `outside` how many are not counted, or "".
    `is_empty` when nobody has asked for anything yet.
    """

    asked: str
    lines: tuple[Line, ...]
    outside: str
    is_empty: bool


class _Words(NamedTuple):
    label: str
    shape: Shape
    tone: Tone
    anchor: str
    some: str
    none: str


_FAMILIES: Mapping[Family, _Words] = MappingProxyType(
    {
        Family.CONFIRMED: _Words(
            _("Selesai, dibenarkan warga"),
            Shape.CHECKS,
            Tone.CONFIRMED,
            "selesai-warga",
            _("Warga sudah ditanya, dan membenarkan."),
            _("Belum ada yang dibenarkan warga."),
        ),
        Family.CLAIMED: _Words(
            _("Selesai menurut polisi"),
            Shape.CHECK,
            Tone.CLAIM,
            "selesai-klaim",
            _("Polisi atau mitranya menyatakan selesai; warga belum membenarkan."),
            _("Belum ada yang dinyatakan selesai."),
        ),
        Family.ANSWERED: _Words(
            _("Dijawab"),
            Shape.SPEECH,
            Tone.ANSWERED,
            "dijawab",
            _("Pertanyaannya sudah diberi penjelasan."),
            _("Belum ada pertanyaan yang tercatat dijawab."),
        ),
        Family.REFUSED: _Words(
            _("Tidak dipenuhi"),
            Shape.CROSS,
            Tone.REFUSED,
            "tidak-dipenuhi",
            _("Diputuskan tidak dikerjakan; alasannya tertulis."),
            _("Belum ada yang diputuskan tidak dikerjakan."),
        ),
        Family.OPEN: _Words(
            _("Masih terbuka"),
            Shape.RING,
            Tone.WAITING,
            "masih-terbuka",
            _("Urusannya belum berakhir."),
            _("Tidak ada yang masih terbuka."),
        ),
    }
)


def standing(tally: Tally) -> Standing:
    """Say a tally in words, family by family."""
    return Standing(
        asked=_asked(tally.asked),
        lines=(
            _line(Family.CONFIRMED, tally.confirmed),
            _line(Family.CLAIMED, tally.claimed),
            _line(Family.ANSWERED, tally.answered),
            _line(Family.REFUSED, tally.refused),
            _line(Family.OPEN, tally.open, open_details(tally)),
        ),
        outside=_outside(tally.outside),
        is_empty=tally.asked == 0,
    )


def open_details(tally: Tally) -> tuple[str, ...]:
    """Say what is known of the open ones; the parts overlap, so they are never added either."""
    said = (
        (tally.no_word, _("{count} belum ada kabar hasilnya")),
        (tally.overdue, _("{count} lewat tenggat")),
        (tally.unknown, _("{count} lama tanpa kabar baru")),
    )
    return tuple(words.format(count=number(count)) for count, words in said if count)


def _line(family: Family, count: int, details: tuple[str, ...] = ()) -> Line:
    words = _FAMILIES[family]
    return Line(
        count=number(count),
        label=_(words.label),
        meaning=_(words.some if count else words.none),
        shape=words.shape,
        tone=words.tone,
        explained=urls.status_meaning(words.anchor),
        details=details,
    )


def _asked(count: int) -> str:
    if not count:
        return _("Belum ada masukan atau janji yang perlu diikuti.")
    return _("{count} hal diikuti sampai jelas akhirnya: masukan warga dan janji polisi.").format(
        count=number(count)
    )


def _outside(count: int) -> str:
    if not count:
        return ""
    return _(
        "Di luar hitungan itu ada {count} lagi: ucapan terima kasih, sanggahan, "
        "atau masukan yang digabung atau dicabut."
    ).format(count=number(count))
