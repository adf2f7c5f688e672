"""The page of numbers: all of the archive, by year, and what was held, which is no result.

It has one line a year at most and none for a unit: it does not grow with the archive, and no unit
is set against another.
"""

from collections.abc import Iterator, Sequence
from functools import partial

from generator import urls
from generator.archive import Archive
from generator.figures import (
    Activity,
    Sitting,
    Tally,
    activity,
    period_of,
    reported,
    tally,
)
from generator.language import _
from generator.model import Session
from generator.page import Page
from generator.value import value
from generator.views.charts import Panels, panels
from generator.views.grouping import live_matters
from generator.views.holdings import Holdings
from generator.views.reckoning import Reckoning, Row, Table, bands, reckoning
from generator.wording.days import When, number, when_day
from generator.wording.shares import period

KEY = "situs"


@value
class ByYear:
    """The bands of each year, drawn and as a table."""

    chart: Panels
    table: Table


@value
class Held:
    """What was held and who came. `present` are sentences; `table` has a column for each year."""

    period: str
    table: Table
    present: tuple[str, ...]


@value
class NumbersView:
    """The page of numbers as of a day; `by_year` is None where there is just one year or none."""

    as_of: When
    reckoning: Reckoning | None
    by_year: ByYear | None
    held: Held | None
    reviewed: str
    """In how many records a second person let words stand that need judgement; "" when in none."""


def pages(holdings: Holdings) -> Iterator[Page]:
    """The page of numbers, which is one."""
    yield Page(
        address=urls.FIGURES,
        section="angka",
        template="angka.html",
        title=_("Angka"),
        description=_(
            "Apa jadinya yang disampaikan warga, dihitung jujur: termasuk yang belum ada kabarnya."
        ),
        view=partial(_view, holdings),
    )


def _view(holdings: Holdings) -> NumbersView:
    archive = holdings.archive
    sessions = reported(archive.sessions, archive.today)
    matters = archive.matters.values()
    return NumbersView(
        as_of=when_day(archive.today),
        reckoning=reckoning(KEY, holdings.whole, matters, period_of(sessions), archive.today),
        by_year=_by_year(archive),
        held=_held(archive),
        reviewed=_reviewed(archive),
    )


def _reviewed(archive: Archive) -> str:
    records = [*archive.sessions, *archive.outcomes]
    count = sum(getattr(record, "reviewed", None) is not None for record in records)
    if not count:
        return ""
    return _(
        "Di {count} catatan ada kata yang peka, misalnya tentang kekerasan di rumah. Sebelum "
        "terbit, orang kedua membacanya dan menyatakan tidak seorang pun dapat dikenali dari situ."
    ).format(count=number(count))


def _years(archive: Archive) -> list[tuple[str, tuple[Session, ...]]]:
    """The sessions of each year, the oldest first, undated ones last."""
    years = sorted(archive.by_year, key=lambda year: (year is None, year or 0))
    return [
        (_("tanpa tanggal") if year is None else str(year), archive.by_year[year]) for year in years
    ]


def _by_year(archive: Archive) -> ByYear | None:
    tallies = [
        (words, counted)
        for words, sessions in _years(archive)
        if (counted := tally(live_matters(archive, sessions))).asked
    ]
    if len(tallies) < 2:
        return None
    names = tuple(words for words, _counted in tallies)
    by_band = list(zip(*(bands(counted) for _words, counted in tallies), strict=True))
    rows = [(parts[0], tuple(part.count for part in parts)) for parts in by_band]
    title = _("Keadaan menurut tahun sesinya")
    return ByYear(
        chart=panels(f"{KEY}-tahun", title, names, rows),
        table=Table(
            caption=title,
            columns=(_("Keadaannya"), *names),
            rows=(
                _row(_("Semua yang diikuti"), [one.asked for _words, one in tallies]),
                *(_row(part.label, counts) for part, counts in rows),
                *_outside([one for _words, one in tallies]),
            ),
        ),
    )


def _row(head: str, counts: Sequence[int]) -> Row:
    return Row(head, tuple(map(number, counts)))


def _outside(tallies: Sequence[Tally]) -> Iterator[Row]:
    if any(one.outside for one in tallies):
        yield _row(_("Di luar hitungan"), [one.outside for one in tallies])


def _held(archive: Archive) -> Held | None:
    years = [(words, activity(sessions, archive.today)) for words, sessions in _years(archive)]
    whole = activity(archive.sessions, archive.today)
    kinds = [(words, kind) for kind, words in _sittings().items() if whole.sittings[kind]]
    if not kinds:
        return None
    return Held(
        period=period(period_of(reported(archive.sessions, archive.today))),
        table=Table(
            caption=_("Sesi menurut tahun, dan apa yang diketahui tentang masukannya"),
            columns=(_("Sesi"), *(words for words, _activity in years), _("Semua")),
            rows=tuple(
                _row(words, [one.sittings[kind] for one in (*dict(years).values(), whole)])
                for words, kind in kinds
            ),
        ),
        present=tuple(_present(whole)),
    )


def _sittings() -> dict[Sitting, str]:
    return {
        Sitting.HEARD: _("Ada masukan yang ditulis"),
        Sitting.NONE_RAISED: _("Nihil: warga ditanya, tidak ada yang diminta"),
        Sitting.NOT_OPENED: _("Tidak dibuka: warga tidak ditanya"),
        Sitting.NOT_ITEMISED: _("Tidak dirinci: isinya tidak disebut"),
        Sitting.PROMISES_ONLY: _("Hanya janji polisi yang ditulis"),
        Sitting.TAKEN_BACK: _("Masukannya ditarik dari situs"),
        Sitting.UNREPORTED: _("Laporannya belum terbit"),
        Sitting.AHEAD: _("Sudah diumumkan, belum berlangsung"),
    }


def _present(found: Activity) -> Iterator[str]:
    """Say how many people came, as far as anybody wrote it down."""
    if found.counted:
        yield _("{people} orang hadir dalam {count} sesi yang jumlahnya dicatat pasti.").format(
            people=number(found.present), count=number(found.counted)
        )
    if found.estimated:
        yield _(
            "Dalam {count} sesi jumlahnya hanya ditulis kira-kira: sekitar {people} orang."
        ).format(people=number(found.about), count=number(found.estimated))
    if found.uncounted:
        yield _("Untuk {count} sesi tidak diketahui berapa yang hadir.").format(
            count=number(found.uncounted)
        )
    if found.counted or found.estimated:
        yield _("Orang yang datang dua kali terhitung dua kali.")
