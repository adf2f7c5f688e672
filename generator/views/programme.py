"""The page of a programme, and the index of programmes."""

from collections.abc import Iterator
from functools import partial

from generator import urls
from generator.language import _
from generator.model import DefaultDeadline, Programme
from generator.page import Page
from generator.value import value
from generator.views import names
from generator.views.entries import (
    NameLine,
    SessionLine,
    how_many_sessions,
)
from generator.views.holdings import Holdings
from generator.views.links import Link, programme_link, way_to
from generator.views.news import ReportLine
from generator.views.paging import Paging, count, numbered, paging, piece
from generator.wording.days import number, when_day
from generator.wording.previews import of_sessions

SESSIONS = 40
SCOPED = 10


@value
class ProgrammeView:
    """One page of a programme.

    `aliases` are its other names, joined. `parent` is the programme it belongs to, `parts` those
    that belong to it. `deadlines` are its default deadlines in words, each with the rule it rests
    on, newest first; () where it has none. `sessions` and `scoped` (outcomes of many unnamed
    concerns) are newest first and cut into pages; `held` says how many sessions there were.
    """

    name: str
    aliases: str
    parent: Link | None
    parts: tuple[Link, ...]
    deadlines: tuple[str, ...]
    held: str
    sessions: tuple[SessionLine, ...]
    scoped: tuple[ReportLine, ...]
    paging: Paging


def index_pages(holdings: Holdings) -> Iterator[Page]:
    """The pages of the index of programmes."""
    yield from names.index_pages(
        _index(),
        "programmes.html",
        _("Jumat Curhat, patroli dialogis, dan acara polisi lain bersama warga."),
        holdings.programmes,
        partial(_named, holdings),
    )


def pages(holdings: Holdings) -> Iterator[Page]:
    """Every page of every programme."""
    for programme in holdings.programmes:
        of = count(
            (len(holdings.archive.by_programme.get(programme.id, ())), SESSIONS),
            (len(holdings.scoped_by_programme.get(programme.id, ())), SCOPED),
        )
        own = Link(programme.name, urls.programme(programme.id))
        description = _description(holdings, programme)
        for part in range(1, of + 1):
            yield Page(
                address=urls.part(urls.programme(programme.id), part),
                section="program",
                template="programme.html",
                title=numbered(_("Program: {name}").format(name=programme.name), part),
                description=description,
                view=partial(_view, holdings, programme, part, of),
                trail=way_to(_index(), own=own, part=part),
            )


def _index() -> Link:
    return Link(_("Program"), urls.PROGRAMMES)


def _description(holdings: Holdings, programme: Programme) -> str:
    archive = holdings.archive
    held = of_sessions(archive.by_programme.get(programme.id, ()), archive.today)
    if not held:
        return _("Sesi {name} yang tercatat, dan apa jadinya masukan warga.").format(
            name=programme.name
        )
    return _("{sessions}: masukan warga dalam {name}, dan apa jadinya.").format(
        sessions=held, name=programme.name
    )


def _named(holdings: Holdings, programme: Programme) -> NameLine:
    held = len(holdings.archive.by_programme.get(programme.id, ()))
    return NameLine(urls.programme(programme.id), programme.name, how_many_sessions(held))


def _view(holdings: Holdings, programme: Programme, part: int, of: int) -> ProgrammeView:
    archive, key = holdings.archive, programme.id
    registries = archive.records.registries
    sessions = archive.by_programme.get(key, ())
    scoped = piece(holdings.scoped_by_programme.get(key, ()), part, SCOPED)
    parent = registries.programmes.get(programme.parent or "")
    return ProgrammeView(
        name=programme.name,
        aliases=", ".join(programme.aliases),
        parent=programme_link(parent.id, parent.name, registries) if parent else None,
        parts=tuple(
            programme_link(one.id, one.name, registries)
            for one in holdings.programmes
            if one.parent == key
        ),
        deadlines=tuple(map(_rule, sorted(programme.default_deadlines, key=_newest))),
        held=how_many_sessions(len(sessions)),
        sessions=tuple(map(holdings.lines.session, piece(sessions, part, SESSIONS))),
        scoped=tuple(map(holdings.lines.report, scoped)),
        paging=paging(urls.programme(key), part, of),
    )


def _newest(rule: DefaultDeadline) -> int:
    return -rule.since.toordinal()


def _rule(rule: DefaultDeadline) -> str:
    return _("Untuk sesi sejak {day}: {days} hari sesudah sesi. Dasarnya: {basis}.").format(
        day=when_day(rule.since).words, days=number(rule.days), basis=rule.basis.rstrip(".")
    )
