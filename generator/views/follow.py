"""Following a page without an account: what can be followed, and the box that says how."""

from collections.abc import Iterator
from enum import StrEnum

from generator import urls
from generator.archive import Archive
from generator.areas import Area
from generator.boards import Board
from generator.language import _
from generator.model import Theme, Unit
from generator.page import FeedLink, Head, Page
from generator.records import Registries
from generator.value import value
from generator.views.links import Link
from generator.views.unit_holdings import units_with_a_page
from generator.wording.names import full_unit_name

ATOM = "application/atom+xml"
JSON_FEED = "application/feed+json"
CALENDAR = "text/calendar"


class Of(StrEnum):
    """What news can be of."""

    SITE = "situs"
    UNIT = "satuan"
    AREA = "wilayah"
    THEME = "tema"
    OVERDUE = "lewat tenggat"
    CORRECTIONS = "koreksi"


@value
class Followed:
    """Something that can be followed: its feeds and its calendar lie beside `page`.

    `key` is that of a unit, an area or a theme. `home` is the address of the page that is followed,
    `name` what it is of, "" for the whole site. `tells` says what the feed holds.
    """

    of: Of
    key: str
    page: str
    home: str
    name: str
    tells: str
    has_calendar: bool = False


@value
class Follow:
    """The box at the bottom of a page; `calendar` is "" where there is none.

    `name` is whose news it is, "" for the whole site, `feed` and `data` are the addresses of the
    Atom and the JSON feed.
    """

    name: str
    feed: str
    data: str
    calendar: str


def of_site() -> Followed:
    """Everything."""
    return Followed(
        *(Of.SITE, "", urls.HOME, urls.HOME, ""),
        tells=_("Kabar terbaru: sesi, tindak lanjut, tenggat yang lewat, dan koreksi."),
        has_calendar=True,
    )


def of_unit(unit: Unit, registries: Registries) -> Followed:
    """A unit and those under it."""
    page, name = urls.unit(unit.id), full_unit_name(unit.id, registries)
    return Followed(
        *(Of.UNIT, unit.id, page, page, name),
        tells=_("Kabar terbaru dari {name} dan satuan di bawahnya.").format(name=unit.name),
        has_calendar=True,
    )


def of_area(area: Area) -> Followed:
    """An area and all within it."""
    page, name = urls.area(area.key), ", ".join(one.name for one in reversed(area.line))
    return Followed(
        *(Of.AREA, area.key, page, page, name),
        tells=_("Kabar terbaru tentang yang disampaikan warga {name}.").format(name=area.name),
        has_calendar=True,
    )


def of_theme(theme: Theme) -> Followed:
    """A theme."""
    page = urls.theme(theme.id)
    tells = _("Kabar terbaru tentang {name}.").format(name=theme.name)
    return Followed(Of.THEME, theme.id, page, page, theme.name, tells)


def of_overdue() -> Followed:
    """What has become late."""
    page = urls.board(Board.OVERDUE)
    return Followed(
        *(Of.OVERDUE, "", page, page, _("Lewat tenggat")),
        tells=_("Setiap tenggat yang lewat selama urusannya belum berakhir."),
    )


def of_corrections() -> Followed:
    """What was corrected or taken back."""
    return Followed(
        *(Of.CORRECTIONS, "", urls.CORRECTIONS, urls.CORRECTIONS, _("Koreksi dan penarikan")),
        tells=_("Setiap koreksi catatan yang sudah terbit, dan setiap catatan yang ditarik."),
    )


def followed(archive: Archive) -> Iterator[Followed]:
    """Give everything that can be followed; places that share their news lie side by side."""
    registries = archive.records.registries
    yield of_site()
    yield of_overdue()
    yield of_corrections()
    for theme in registries.themes.values():
        yield of_theme(theme)
    for unit in units_with_a_page(archive.records).values():
        yield of_unit(unit, registries)
    for area in archive.areas.values():
        yield of_area(area)


def follow(one: Followed) -> Follow:
    """Give the box that says how something can be followed."""
    return Follow(
        name=one.name,
        feed=urls.feed(one.page),
        data=urls.json_feed(one.page),
        calendar=urls.calendar(one.page) if one.has_calendar else "",
    )


def feed_links(one: Followed) -> tuple[FeedLink, ...]:
    """Give what the head of a page tells programs of the same."""
    news = _("Kabar: {name}").format(name=one.name) if one.name else _("Semua kabar")
    found = (
        FeedLink(urls.feed(one.page), news, ATOM),
        FeedLink(urls.json_feed(one.page), news, JSON_FEED),
    )
    if not one.has_calendar:
        return found
    days = _("Jadwal: {name}").format(name=one.name) if one.name else _("Semua jadwal")
    return (*found, FeedLink(urls.calendar(one.page), days, CALENDAR))


@value
class FollowingView:
    """The page that explains following to one who has never heard of it.

    `site`, `overdue` and `corrections` are what is not of one place; `choices` lead to the pages
    that have feeds of their own.
    """

    site: Follow
    overdue: Follow
    corrections: Follow
    choices: tuple[Link, ...]


def pages() -> Iterator[Page]:
    """The page that explains how to follow the site."""
    yield Page(
        address=urls.FOLLOW,
        section="kabar",
        template="following.html",
        title=_("Ikuti kabarnya"),
        description=_("Cara mendapat kabar baru di ponsel, tanpa akun dan tanpa nomor telepon."),
        view=_view,
        anchors=("pembaca", "kalender", "whatsapp"),
        head=Head(feeds=(*feed_links(of_site()), *feed_links(of_overdue()))),
    )


def _view() -> FollowingView:
    return FollowingView(
        site=follow(of_site()),
        overdue=follow(of_overdue()),
        corrections=follow(of_corrections()),
        choices=(
            Link(_("desa Anda"), urls.AREAS),
            Link(_("polsek Anda"), urls.UNITS),
            Link(_("satu urusan, misalnya lampu jalan"), urls.THEMES),
        ),
    )
