"""The page of an area, and the index of areas: one level of the map a page."""

from collections.abc import Iterator
from functools import partial

from generator import urls
from generator.areas import Area
from generator.language import _
from generator.page import Crumb, Head, Page
from generator.value import value
from generator.views.area_front import AreaFront, area_front
from generator.views.area_holdings import held_by, whole_of_area
from generator.views.concern import ConcernLine
from generator.views.entries import NameLine, SessionLine, how_many_sessions
from generator.views.follow import Follow, feed_links, follow, of_area
from generator.views.halls import printed, village_key
from generator.views.holdings import Holdings
from generator.views.links import Link, unit_link
from generator.views.paging import MOST, Paging, count, numbered, paging, piece
from generator.views.villages import letter_line
from generator.wording.areas import gap
from generator.wording.previews import of_sessions

CONCERNS = 20
SESSIONS = 5
UNITS = 10


@value
class AreaIndexView:
    """Where to find one's village: by typing, by its first letter, or from the province down.

    `areas` are the provinces with sessions, `silent` those without. `letters` lead to the villages
    by how they begin, () where they all stand on one page, `all_villages`; it is None without any.
    `incomplete` leads to the areas of which no province is known, or is None. `files` is where the
    lists of villages lie, `script` what looks through them, both for the field.
    """

    areas: tuple[NameLine, ...]
    silent: tuple[NameLine, ...]
    letters: tuple[NameLine, ...]
    all_villages: Link | None
    incomplete: Link | None
    files: str
    script: str
    paging: Paging


@value
class IncompleteView:
    """One page of the areas of which no province is known."""

    areas: tuple[NameLine, ...]
    paging: Paging


@value
class MovedView:
    """What stands at the address another spelling of an area's name once had."""

    area: Link


@value
class AreaView:
    """One page of an area.

    `units` are those that held sessions there, known for a district or a village only. `held` says
    how many sessions there were, those in the areas within it too; `front` and `newest_*` are of
    these and stand on the first page. `within` are the areas right below it that hold sessions and
    `silent` those that do not. `concerns` and `sessions` are those of which no narrower area is
    known, cut into pages as the areas are. `is_wide` where there are areas with sessions within it.
    `printed` leads to what can be printed for a village; `follow` says how to follow it, on the
    first page.
    """

    name: str
    units: tuple[Link, ...]
    held: str
    front: AreaFront | None
    within: tuple[NameLine, ...]
    silent: tuple[NameLine, ...]
    newest_concerns: tuple[ConcernLine, ...]
    newest_sessions: tuple[SessionLine, ...]
    concerns: tuple[ConcernLine, ...]
    sessions: tuple[SessionLine, ...]
    is_wide: bool
    printed: tuple[Link, ...]
    follow: Follow | None
    paging: Paging


def index_pages(holdings: Holdings) -> Iterator[Page]:
    """The pages of the index of areas, and of those whose province nobody wrote down."""
    of = count((len(_top(holdings)), MOST))
    for part in range(1, of + 1):
        yield Page(
            address=urls.part(urls.AREAS, part),
            section="wilayah",
            template="areas.html",
            title=numbered(_("Cari desa Anda"), part),
            description=_("Cari desa Anda: provinsi, kabupaten atau kota, kecamatan, lalu desa."),
            view=partial(_index_view, holdings, part, of),
            anchors=("desa", "provinsi"),
        )
    incomplete = _incomplete(holdings)
    of = count((len(incomplete), MOST)) if incomplete else 0
    for part in range(1, of + 1):
        yield Page(
            address=urls.part(urls.AREAS_INCOMPLETE, part),
            section="wilayah",
            template="areas_incomplete.html",
            title=numbered(_("Wilayah yang belum lengkap alamatnya"), part),
            description=_("Tempat yang provinsinya tidak disebut dalam catatan sesinya."),
            view=partial(_incomplete_view, holdings, incomplete, part, of),
            trail=(_index_crumb(),),
        )


def pages(holdings: Holdings) -> Iterator[Page]:
    """Every page of every area, and one at each address another spelling of its name once had."""
    for key, area in holdings.archive.areas.items():
        here = holdings.by_area[key]
        feeds = feed_links(of_area(area))
        of = count(
            (len(_below(holdings, key)), MOST),
            (len(here.concerns), CONCERNS),
            (len(here.sessions), SESSIONS),
        )
        for part in range(1, of + 1):
            yield Page(
                address=urls.part(urls.area(key), part),
                section="wilayah",
                template="area.html",
                title=numbered(area_title(area), part),
                description=_description(holdings, area),
                view=partial(_view, holdings, area, part, of),
                trail=area_trail(area),
                head=Head(feeds=feeds),
            )

    for key, area in holdings.archive.atlas.aliases.items():
        yield Page(
            address=urls.area(key),
            section="wilayah",
            template="area_moved.html",
            title=_("{area} (ejaan lain)").format(area=area_title(area)),
            description=_("Halaman wilayah ini ada di alamat lain: {area}.").format(area=area.name),
            view=partial(MovedView, Link(area_title(area), urls.area(area.key))),
            trail=area_trail(area),
            head=Head(is_listed=False),
        )


def area_trail(area: Area) -> tuple[Crumb, ...]:
    """The way to an area from the index, without the area itself."""
    wider = tuple(Crumb(urls.area(one.key), one.name) for one in area.line[:-1])
    return (_index_crumb(), *wider)


def area_title(area: Area) -> str:
    """An area with those it lies in, narrowest first: there are namesakes."""
    return ", ".join(one.name for one in reversed(area.line))


def _description(holdings: Holdings, area: Area) -> str:
    archive = holdings.archive
    held = of_sessions(archive.by_area.get(area.key, ()), archive.today)
    said = _("yang disampaikan warga {area} kepada polisi, dan apa jadinya.").format(area=area.name)
    return f"{held}: {said}" if held else said[:1].upper() + said[1:]


def area_line(holdings: Holdings, area: Area) -> NameLine:
    """An area with how many sessions were held there, and what is not known of where it lies."""
    held = len(holdings.archive.by_area[area.key])
    said = (how_many_sessions(held) if held else "", gap(area) if area.level > 1 else "")
    return NameLine(urls.area(area.key), area.name, "; ".join(filter(None, said)))


def _index_crumb() -> Crumb:
    return Crumb(urls.AREAS, _("Wilayah"))


def _below(holdings: Holdings, key: str) -> tuple[Area, ...]:
    """The areas right below one, those with sessions first, each in the order of names."""
    return (*holdings.areas_within.get(key, ()), *holdings.areas_silent.get(key, ()))


def _top(holdings: Holdings) -> tuple[Area, ...]:
    return tuple(one for one in _below(holdings, "") if one.level == 0)


def _incomplete(holdings: Holdings) -> tuple[Area, ...]:
    return tuple(one for one in _below(holdings, "") if one.level > 0)


def _lines(
    holdings: Holdings, areas: tuple[Area, ...], part: int
) -> tuple[tuple[NameLine, ...], tuple[NameLine, ...]]:
    """The lines of one page of areas: those with sessions, and those without."""
    held: list[NameLine] = []
    silent: list[NameLine] = []
    for one in piece(areas, part):
        lines = held if holdings.archive.by_area[one.key] else silent
        lines.append(area_line(holdings, one))
    return tuple(held), tuple(silent)


def _index_view(holdings: Holdings, part: int, of: int) -> AreaIndexView:
    areas, silent = _lines(holdings, _top(holdings), part)
    incomplete = bool(_incomplete(holdings))
    first, root = part == 1, holdings.villages
    return AreaIndexView(
        areas=areas,
        silent=silent,
        letters=tuple(map(letter_line, root.below)) if first and root else (),
        all_villages=Link(_("Semua desa menurut abjad"), urls.villages()) if root else None,
        incomplete=Link(_("Wilayah yang belum lengkap alamatnya"), urls.AREAS_INCOMPLETE)
        if incomplete
        else None,
        files=urls.VILLAGE_FILES,
        script=urls.VILLAGE_SCRIPT,
        paging=paging(urls.AREAS, part, of),
    )


def _incomplete_view(
    holdings: Holdings, areas: tuple[Area, ...], part: int, of: int
) -> IncompleteView:
    return IncompleteView(
        areas=tuple(area_line(holdings, one) for one in piece(areas, part)),
        paging=paging(urls.AREAS_INCOMPLETE, part, of),
    )


def _view(holdings: Holdings, area: Area, part: int, of: int) -> AreaView:
    here, lines, first = holdings.by_area[area.key], holdings.lines, part == 1
    archive, registries = holdings.archive, holdings.archive.records.registries
    within, silent = _lines(holdings, _below(holdings, area.key), part)
    whole = whole_of_area(archive, area.key, is_wide=here.is_wide) if first else None
    return AreaView(
        name=area.name,
        units=tuple(unit_link(one, registries) for one in held_by(archive, area)[:UNITS]),
        held=how_many_sessions(len(archive.by_area[area.key])),
        front=area_front(holdings, area, whole) if whole else None,
        within=within,
        silent=silent,
        newest_concerns=lines.concerns(whole.newest_concerns) if whole else (),
        newest_sessions=tuple(map(lines.session, whole.newest_sessions)) if whole else (),
        concerns=lines.concerns(piece(here.concerns, part, CONCERNS)),
        sessions=tuple(map(lines.session, piece(here.sessions, part, SESSIONS))),
        is_wide=here.is_wide,
        printed=printed(village_key(area.key)) if area.village and first else (),
        follow=follow(of_area(area)) if first else None,
        paging=paging(urls.area(area.key), part, of),
    )
