"""The search page: what can be chosen on it, and where its volumes lie.

Searching itself is done by the reader's phone (`theme/assets/cari.js`). Without it the page offers
the lists that can be leafed through.
"""

from collections.abc import Iterable, Iterator
from functools import cache, partial
from hashlib import blake2b
from pathlib import Path

from generator import urls
from generator.areas import Area
from generator.language import _
from generator.model import UnitLevel
from generator.page import Page
from generator.status import Status
from generator.value import value
from generator.views.holdings import Holdings
from generator.views.links import Link
from generator.views.sought import UNSHOWN, look
from generator.views.volumes import PAGES, UNDATED, Volume, volumes
from generator.wording.badges import Badge, Mark, mark_badge, status_badge
from generator.wording.days import When, when_day
from generator.wording.names import joined

ASSETS = Path(__file__).parents[1] / "theme" / "assets"
SCRIPT = "cari.js"

NEWEST = 2  # years that are searched at first
MOST_CHOICES = 300
"""The most units or areas to choose from: every page of the site must load on a slow network."""

ALL = "semua"


@value
class Choice:
    """One value to narrow the search down to; `also` are other words for it, joined by `|`."""

    value: str
    words: str
    also: str = ""


@value
class Period:
    """Years to search in: in words to choose from, as part of a sentence, and their volumes."""

    value: str
    words: str
    said: str
    volumes: str


@value
class Look:
    """A badge as a result shows it, by its key; `is_mark` for one that stands beside a status."""

    key: str
    badge: Badge
    is_mark: bool


@value
class SearchView:
    """The search page.

    `pages` is the volume that is always searched, `index` the folder of all, and `periods` the
    years to choose from, those searched at first before the others: () when nothing is published.
    The address `script` changes with its content. `lists` are what can be leafed through instead.
    """

    as_of: When
    pages: str
    index: str
    periods: tuple[Period, ...]
    areas: tuple[Choice, ...]
    units: tuple[Choice, ...]
    themes: tuple[Choice, ...]
    programmes: tuple[Choice, ...]
    states: tuple[Choice, ...]
    looks: tuple[Look, ...]
    lists: tuple[Link, ...]
    script: str


def pages(holdings: Holdings) -> Iterator[Page]:
    """The search page, which is one."""
    yield Page(
        address=urls.SEARCH,
        section="cari",
        template="search.html",
        title=_("Cari"),
        description=_(
            "Cari masukan warga, janji, dan jawabannya menurut kata, desa, satuan, atau tema."
        ),
        view=partial(_view, holdings),
    )


def _view(holdings: Holdings) -> SearchView:
    archive = holdings.archive
    return SearchView(
        as_of=when_day(archive.today),
        pages=PAGES,
        index=urls.SEARCH_INDEX,
        periods=_periods(tuple(volumes(archive))),
        areas=tuple(_areas(archive.areas.values())),
        units=tuple(_units(holdings)),
        themes=tuple(Choice(one.id, one.name, "|".join(one.synonyms)) for one in holdings.themes),
        programmes=tuple(
            Choice(one.id, one.name)
            for one in holdings.programmes
            if one.id in archive.by_programme
        ),
        states=tuple(Choice(one.key, one.badge.word) for one in _looks() if one.key != UNSHOWN),
        looks=tuple(_looks()),
        lists=_lists(),
        script=_versioned(SCRIPT),
    )


def _periods(bound: tuple[Volume, ...]) -> tuple[Period, ...]:
    """The newest years first, then each year, then all; just one where there are not more."""
    years = list(dict.fromkeys(one.year for one in bound))
    if not years:
        return ()
    every = Period(ALL, _("Semua tahun"), _("semua tahun"), _names(bound))
    dated = [year for year in years if year is not None]
    first = dated[:NEWEST]
    if len(first) == len(years):
        return (Period("", every.words, every.said, every.volumes),)
    newest = joined(tuple(map(str, first)))
    return (
        *(_newest(bound, first, newest) if first else ()),
        every,
        *(_one_year(bound, year) for year in years),
    )


def _newest(bound: Iterable[Volume], first: list[int], said: str) -> tuple[Period]:
    words = _("Yang terbaru ({years})").format(years=said)
    meant = _("tahun {years}").format(years=said)
    return (Period("", words, meant, _names(one for one in bound if one.year in first)),)


def _one_year(bound: Iterable[Volume], year: int | None) -> Period:
    names = _names(one for one in bound if one.year == year)
    if year is None:
        return Period(UNDATED, _("Tanpa tanggal"), _("yang tanpa tanggal"), names)
    return Period(str(year), str(year), _("tahun {years}").format(years=year), names)


def _names(bound: Iterable[Volume]) -> str:
    return " ".join(one.name for one in bound)


def _areas(areas: Iterable[Area]) -> Iterator[Choice]:
    """Districts and what they lie in; where they are too many, only the wider ones."""
    wide = [one for one in areas if not one.village]
    if len(wide) > MOST_CHOICES:
        wide = [one for one in wide if not one.district]
    if len(wide) > MOST_CHOICES:
        wide = [one for one in wide if not one.regency]
    for one in sorted(wide, key=lambda one: (len(one.line), one.name.casefold())):
        above = one.parent.name if one.district and one.parent else ""
        yield Choice(one.key, ", ".join(filter(None, (one.name, above))))


def _units(holdings: Holdings) -> Iterator[Choice]:
    """Units that held sessions, or those under them did; where they are too many, the higher."""
    held = [
        one
        for one in holdings.units.values()
        if one.id in holdings.archive.by_unit and one.level is not UnitLevel.HEADQUARTERS
    ]
    levels = list(UnitLevel)
    while len(held) > MOST_CHOICES:
        lowest = max(levels.index(one.level) for one in held)
        higher = [one for one in held if levels.index(one.level) < lowest]
        if not higher:
            break
        held = higher
    for one in sorted(held, key=lambda one: (levels.index(one.level), one.name.casefold())):
        yield Choice(one.id, one.name)


def _looks() -> Iterator[Look]:
    for status in Status:
        yield Look(look(status), status_badge(status), is_mark=False)
    yield Look(UNSHOWN, status_badge(Status.ONGOING, shown=False), is_mark=False)
    for mark in Mark:
        yield Look(mark.value, mark_badge(mark), is_mark=True)


def _lists() -> tuple[Link, ...]:
    return (
        Link(_("Wilayah: provinsi, kabupaten, kecamatan, desa"), urls.AREAS),
        Link(_("Satuan polisi"), urls.UNITS),
        Link(_("Tema"), urls.THEMES),
        Link(_("Program"), urls.PROGRAMMES),
        Link(_("Papan: yang masih ditunggu"), urls.BOARD),
        Link(_("Semua sesi, yang terbaru dulu"), urls.SESSIONS),
    )


@cache
def _versioned(name: str) -> str:
    """Give an asset's address with a trace of its content, so that no browser keeps an old one."""
    return f"assets/{name}?{blake2b((ASSETS / name).read_bytes(), digest_size=4).hexdigest()}"
