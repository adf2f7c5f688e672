"""What became of the concerns of a unit, or of all, in numbers: where they stand, and how long.

Families stand side by side: nothing here adds one ending to another, and no unit is set against
another.
"""

from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from itertools import pairwise

from generator.archive import Matter
from generator.figures import Period, Share, Tally, Wait, to_first_word, to_the_end
from generator.language import _
from generator.status import Family, Status
from generator.value import value
from generator.views.charts import Band, Bars, Part, bars
from generator.wording import waits
from generator.wording.badges import status_badge
from generator.wording.days import number
from generator.wording.shares import out_of, period, share

SPANS = (7, 30, 90)
"""After how many days a wait counts as longer, in the chart of waits."""

_STATUS = {
    Family.ANSWERED: Status.ANSWERED,
    Family.CLAIMED: Status.CLAIMED,
    Family.CONFIRMED: Status.CONFIRMED,
    Family.REFUSED: Status.REFUSED,
}


@value
class Row:
    """One line of a table: what it is about, and its cells."""

    head: str
    cells: tuple[str, ...]


@value
class Table:
    """A table; `columns` are the heads of all columns, the first that of the line's own head."""

    caption: str
    columns: tuple[str, ...]
    rows: tuple[Row, ...]


@value
class Drawn:
    """A chart and the table that says the same."""

    chart: Bars
    table: Table


@value
class EndLine:
    """One way of ending: its name, how many ended so, and how long it took as far as known."""

    label: str
    count: str
    said: tuple[str, ...]


@value
class Reckoning:
    """Where concerns stand and how long it took.

    `period` says which sessions it is about. `without_word` is the share nothing was heard of,
    `also` what is true of some of them besides. `waited` are the sentences on the wait for word
    and `waits` its chart, None where nobody had to wait. `still_open` says who still waits for an
    end, `ends` how long it took the others.
    """

    period: str
    standing: Drawn
    without_word: str
    also: str
    waited: tuple[str, ...]
    waits: Drawn | None
    still_open: str
    ends: tuple[EndLine, ...]


def reckoning(
    key: str, tally: Tally, matters: Iterable[Matter], of: Period, today: date
) -> Reckoning | None:
    """Reckon with some concerns, whose tally is given; None where nothing was asked.

    `key` begins the ids on the page, `of` is the period of their sessions.
    """
    if not tally.asked:
        return None
    matters = tuple(matters)
    wait = to_first_word(matters, today)
    ends = to_the_end(matters, today)
    return Reckoning(
        period=period(of),
        standing=_standing(key, tally, of),
        without_word=_without_word(tally, of),
        also=_also(tally),
        waited=tuple(
            filter(None, (waits.for_word(wait), _waiting(wait, of), waits.left_out(wait)))
        ),
        waits=_waits(key, wait, of) if wait.of else None,
        still_open=_still_open(ends),
        ends=tuple(_end(ending, wait) for ending, wait in ends.items()),
    )


def bands(tally: Tally) -> tuple[Part, ...]:
    """The bands of a tally: each way of ending, and each state of what is open."""
    return (
        Part(status_badge(Status.ANSWERED).word, tally.answered, Band.ANSWERED),
        Part(status_badge(Status.CLAIMED).word, tally.claimed, Band.CLAIMED),
        Part(status_badge(Status.CONFIRMED).word, tally.confirmed, Band.CONFIRMED),
        Part(status_badge(Status.REFUSED).word, tally.refused, Band.REFUSED),
        Part(_("Terbuka, sudah ada kabar"), tally.in_hand, Band.IN_HAND),
        Part(_("Terbuka, belum ada kabar hasilnya"), tally.no_word, Band.NO_WORD),
        Part(_("Tidak diketahui, lama tanpa kabar"), tally.unknown, Band.UNKNOWN),
    )


def drawn(key: str, title: str, what: str, parts: Sequence[Part], whole: int, of: Period) -> Drawn:
    """Draw a chart of parts of a whole, and its table; `what` is the head of the first column."""
    return Drawn(
        chart=bars(key, title, parts),
        table=Table(
            caption=_("{title}, {period}").format(title=title, period=period(of)),
            columns=(what, _("Berapa dari semuanya")),
            rows=tuple(Row(one.label, (out_of(Share(one.count, whole, of)),)) for one in parts),
        ),
    )


def _standing(key: str, tally: Tally, of: Period) -> Drawn:
    title = _("Keadaan {count} hal yang diikuti").format(count=number(tally.asked))
    return drawn(f"{key}-keadaan", title, _("Keadaannya"), bands(tally), tally.asked, of)


def _without_word(tally: Tally, of: Period) -> str:
    return _("Belum ada kabar hasilnya: {share}.").format(
        share=share(Share(tally.no_word, tally.asked, of))
    )


def _also(tally: Tally) -> str:
    """Say what is true of some besides, which overlaps with the bands, and what is left out."""
    said = (
        (tally.overdue, _("{count} lewat tenggat.")),
        (tally.disputed, _("{count} disanggah warga dan sanggahannya belum dijawab.")),
        (tally.outside, _("Di luar hitungan ada {count} lagi.")),
    )
    return " ".join(words.format(count=number(count)) for count, words in said if count)


def _waiting(wait: Wait, of: Period) -> str:
    if not wait.waiting:
        return waits.still_without_word(wait)
    return " ".join(
        (
            _("Masih menunggu: {share}.").format(share=share(Share(wait.waiting, wait.all, of))),
            waits.still_without_word(wait),
        )
    )


def _waits(key: str, wait: Wait, of: Period) -> Drawn:
    parts = [*_spans(wait), Part(_("Masih menunggu"), wait.waiting, Band.NO_WORD)]
    if wait.undated:
        parts.append(Part(_("Lamanya tidak diketahui"), wait.undated, Band.UNKNOWN))
    title = _("Berapa lama menunggu kabar pertama")
    return drawn(f"{key}-menunggu", title, _("Menunggu"), parts, wait.all, of)


def _spans(wait: Wait) -> Iterable[Part]:
    words = _("Paling lama {days} hari").format(days=SPANS[0])
    yield Part(words, sum(each <= SPANS[0] for each in wait.days), Band.DAYS)
    for before, most in pairwise(SPANS):
        words = _("{first} sampai {last} hari").format(first=before + 1, last=most)
        yield Part(words, sum(before < each <= most for each in wait.days), Band.DAYS)
    words = _("Lebih dari {days} hari").format(days=SPANS[-1])
    yield Part(words, sum(each > SPANS[-1] for each in wait.days), Band.DAYS)


def _still_open(ends: Mapping[Family, Wait]) -> str:
    """Say who still waits for an end, and how they are reckoned with; the same for every ending."""
    said = waits.still_open(ends[Family.CLAIMED])
    if not ends[Family.CLAIMED].waiting or not any(one.days for one in ends.values()):
        return said
    more = _(
        "Supaya lamanya tidak tampak terlalu bagus, yang masih terbuka ikut dihitung: "
        "seolah-olah nanti berakhir begitu juga, paling lambat dari semuanya."
    )
    return f"{said} {more}"


def _end(ending: Family, wait: Wait) -> EndLine:
    ended = len(wait.days) + wait.undated + wait.on_the_spot
    return EndLine(
        label=status_badge(_STATUS[ending]).word,
        count=_("{count} hal").format(count=number(ended)) if ended else _("belum ada"),
        said=tuple(filter(None, (waits.for_the_end(wait), waits.left_out(wait)))),
    )
