"""The word, the shape and the tone of every status and every mark: the one place they are kept.

A badge is never told apart by its colour alone: it has a word, and a shape drawn in
`templates/_parts.html` under the same name. Colours belong to tones and stand in
`theme/assets/kabar.css`. Each anchor is a heading of `content/cara-membaca.md`.
"""

from collections.abc import Mapping
from enum import StrEnum
from functools import cache, lru_cache
from itertools import compress
from types import MappingProxyType

from generator import urls
from generator.followup import FollowUp
from generator.language import _
from generator.model import Event
from generator.status import Status
from generator.value import value


class Tone(StrEnum):
    """What a colour stands for; police claims and residents' words never share one."""

    WAITING = "menunggu"
    OPEN = "terbuka"
    CLAIM = "klaim"
    CONFIRMED = "benar"
    ANSWERED = "jawab"
    REFUSED = "tolak"
    OUTSIDE = "luar"
    LATE = "telat"
    DISPUTED = "sanggah"


class Shape(StrEnum):
    """The drawings of `templates/_parts.html`, by name."""

    RING = "lingkar"
    LENS = "kaca"
    QUARTER = "seperempat"
    LOOP = "putar"
    ARROW = "panah"
    HALF = "separuh"
    QUESTION = "tanya"
    SPEECH = "ucap"
    CHECK = "centang"
    CHECKS = "centang-ganda"
    CROSS = "silang"
    JOIN = "gabung"
    BACK = "balik"
    DOT = "titik"
    CLOCK = "jam"
    LETTER = "surat"
    OBJECTION = "sanggah"
    LOCK = "kunci"


@value
class Badge:
    """One word with its shape, its tone, and the address of the paragraph that explains it.

    `good_until` is the last day (`2023-11-20`) on which a concern with this status is in time, or
    "" where no clock runs or it has run out: a reader who comes later sees it marked as late.
    """

    word: str
    shape: Shape
    tone: Tone
    meaning: str
    good_until: str = ""


@value
class _Look:
    word: str
    shape: Shape
    tone: Tone
    anchor: str


_STATUS: Mapping[Status, _Look] = MappingProxyType(
    {
        Status.NO_WORD: _Look(_("Belum ada kabar"), Shape.RING, Tone.WAITING, "belum-ada-kabar"),
        Status.LOOKED_INTO: _Look(_("Diperiksa"), Shape.LENS, Tone.OPEN, "diperiksa"),
        Status.IN_PROGRESS: _Look(_("Dikerjakan"), Shape.QUARTER, Tone.OPEN, "dikerjakan"),
        Status.ONGOING: _Look(_("Berjalan"), Shape.LOOP, Tone.OPEN, "berjalan"),
        Status.HANDED_OVER: _Look(_("Diteruskan"), Shape.ARROW, Tone.OPEN, "diteruskan"),
        Status.PARTLY: _Look(_("Sebagian"), Shape.HALF, Tone.OPEN, "sebagian"),
        Status.UNKNOWN: _Look(
            _("Tidak diketahui"), Shape.QUESTION, Tone.WAITING, "tidak-diketahui"
        ),
        Status.ANSWERED: _Look(_("Dijawab"), Shape.SPEECH, Tone.ANSWERED, "dijawab"),
        Status.CLAIMED: _Look(_("Selesai (klaim {who})"), Shape.CHECK, Tone.CLAIM, "selesai-klaim"),
        Status.CONFIRMED: _Look(
            _("Selesai (dibenarkan warga)"), Shape.CHECKS, Tone.CONFIRMED, "selesai-warga"
        ),
        Status.REFUSED: _Look(_("Tidak dipenuhi"), Shape.CROSS, Tone.REFUSED, "tidak-dipenuhi"),
        Status.MERGED: _Look(_("Digabung"), Shape.JOIN, Tone.OUTSIDE, "digabung"),
        Status.RETRACTED: _Look(_("Dicabut"), Shape.BACK, Tone.OUTSIDE, "dicabut"),
        Status.NOTED: _Look(_("Dicatat"), Shape.DOT, Tone.OUTSIDE, "dicatat"),
    }
)

# A promise to be kept again and again of which nothing was shown yet: no work is claimed by it.
_NO_EVIDENCE = _Look(
    _("Janji berulang, belum ada bukti"), Shape.LOOP, Tone.WAITING, _STATUS[Status.ONGOING].anchor
)


class Mark(StrEnum):
    """What can be true of a concern besides its status."""

    LATE = "lewat-tenggat"
    FAR_LATE = "jauh-lewat-tenggat"
    DEBT = "utang-lapor-balik"
    DISPUTED = "disanggah"
    WITHHELD = "isi-ditahan"


_MARK: Mapping[Mark, _Look] = MappingProxyType(
    {
        Mark.LATE: _Look(_("Lewat tenggat"), Shape.CLOCK, Tone.LATE, "lewat-tenggat"),
        Mark.FAR_LATE: _Look(_("Jauh lewat tenggat"), Shape.CLOCK, Tone.LATE, "lewat-tenggat"),
        Mark.DEBT: _Look(_("Utang lapor-balik"), Shape.LETTER, Tone.WAITING, "utang-lapor-balik"),
        Mark.DISPUTED: _Look(_("Disanggah warga"), Shape.OBJECTION, Tone.DISPUTED, "disanggah"),
        Mark.WITHHELD: _Look(_("Isi ditahan"), Shape.LOCK, Tone.OUTSIDE, "isi-ditahan"),
    }
)


def status_badge(
    status: Status, claimed_by: str = "", good_until: str = "", *, shown: bool = True
) -> Badge:
    """Give the badge of a status; `claimed_by` is the body that says it is done, "" the police.

    `shown` is whether evidence of a recurring promise was ever reported (see `was_shown`).
    """
    look = _NO_EVIDENCE if status is Status.ONGOING and not shown else _STATUS[status]
    word = _(look.word)
    if status is Status.CLAIMED:
        word = word.format(who=claimed_by or _("polisi"))
    return _badge(word, look.shape, look.tone, look.anchor, good_until)


@lru_cache(maxsize=4_000)
def _badge(word: str, shape: Shape, tone: Tone, anchor: str, good_until: str = "") -> Badge:
    """Give the same object for the same badge, so that templates need draw it only once."""
    return Badge(word, shape, tone, urls.status_meaning(anchor), good_until)


def was_shown(found: FollowUp) -> bool:
    """Whether evidence that counts was ever reported of a concern or promise."""
    return any(step.event is Event.EVIDENCE and step.counts for step in found.history)


def last_known(found: FollowUp) -> str:
    """Say inside a sentence what stage was reached; a reopening alone is not called looking into.

    `diperiksa` stands there only where somebody did look into it or talk about it.
    """
    looked = {Event.EVALUATED, Event.DISCUSSED}
    if found.stage is Status.LOOKED_INTO and not any(
        step.event in looked and step.counts for step in found.history
    ):
        return _("dibuka lagi")
    return status_badge(found.stage, shown=was_shown(found)).word.lower()


def mark_badge(mark: Mark) -> Badge:
    """Give the badge of a mark."""
    look = _MARK[mark]
    return _badge(_(look.word), look.shape, look.tone, look.anchor)


def marks(found: FollowUp, *, withheld: bool = False) -> tuple[Badge, ...]:
    """Give the badges of the marks a concern carries beside its status, the gravest first."""
    chosen = chosen_marks(found, withheld=withheld)
    return _in_a_row(*map(mark_badge, chosen)) if chosen else ()


def chosen_marks(found: FollowUp, *, withheld: bool = False) -> tuple[Mark, ...]:
    """Give the marks a concern carries beside its status, the gravest first."""
    return _those_of(
        found.far_overdue,
        found.overdue and not found.far_overdue,
        found.disputed,
        found.owes_word and found.status is not Status.NO_WORD,
        withheld,
    )


# A list asks for the marks of every concern on it, and there are few sets of marks.
@cache
def _those_of(*applies: bool) -> tuple[Mark, ...]:
    gravest_first = (Mark.FAR_LATE, Mark.LATE, Mark.DISPUTED, Mark.DEBT, Mark.WITHHELD)
    return tuple(compress(gravest_first, applies))


@cache
def _in_a_row(*badges: Badge) -> tuple[Badge, ...]:
    """Give the same object for the same marks, for the same reason."""
    return badges
