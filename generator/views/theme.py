"""The page of a theme, and the index of themes."""

from collections.abc import Iterator
from functools import partial

from generator import urls
from generator.language import _
from generator.model import Theme
from generator.page import Head, Page
from generator.value import value
from generator.views import names
from generator.views.concern import ConcernLine
from generator.views.entries import (
    NameLine,
    SessionLine,
)
from generator.views.follow import Follow, feed_links, follow, of_theme
from generator.views.holdings import Holdings
from generator.views.links import Link, way_to
from generator.views.news import ReportLine
from generator.views.paging import Paging, count, numbered, paging, piece
from generator.wording.badges import Mark, mark_badge
from generator.wording.days import number

CONCERNS = 40
SESSIONS = 5
SCOPED = 5


@value
class ThemeView:
    """One page of a theme.

    `synonyms` are the words residents search for it with, joined; "" for a sensitive one.
    `withheld` leads to why the words of its concerns are kept back, None where they are not.
    `concerns`, `sessions` (about it, without a written concern of it) and `scoped` (outcomes of
    many unnamed concerns) are newest first and cut into pages. `follow` stands on the first page.
    """

    name: str
    synonyms: str
    withheld: Link | None
    concerns: tuple[ConcernLine, ...]
    sessions: tuple[SessionLine, ...]
    scoped: tuple[ReportLine, ...]
    follow: Follow | None
    paging: Paging


def index_pages(holdings: Holdings) -> Iterator[Page]:
    """The pages of the index of themes."""
    yield from names.index_pages(
        _index(),
        "themes.html",
        _("Cari masukan menurut urusannya: patroli, knalpot brong, dan lainnya."),
        holdings.themes,
        partial(_named, holdings),
    )


def pages(holdings: Holdings) -> Iterator[Page]:
    """Every page of every theme."""
    for theme in holdings.themes:
        held = holdings.by_theme[theme.id]
        of = count(
            (len(held.concerns), CONCERNS),
            (len(held.sessions), SESSIONS),
            (len(held.scoped), SCOPED),
        )
        for part in range(1, of + 1):
            yield Page(
                address=urls.part(urls.theme(theme.id), part),
                section="tema",
                template="theme.html",
                title=numbered(_("Tema: {name}").format(name=theme.name), part),
                description=_description(theme, len(held.concerns)),
                view=partial(_view, holdings, theme, part, of),
                trail=way_to(_index(), own=Link(theme.name, urls.theme(theme.id)), part=part),
                head=Head(feeds=feed_links(of_theme(theme))),
            )


def _index() -> Link:
    return Link(_("Tema"), urls.THEMES)


def _description(theme: Theme, concerns: int) -> str:
    begins, rest = theme.name[:1], theme.name[1:]
    name = theme.name if rest[:1].isupper() else begins.lower() + rest  # SIM stays as it is
    said = _("masukan warga tentang {name}, dan apa jadinya.").format(name=name)
    return f"{number(concerns)} {said}" if concerns else said[:1].upper() + said[1:]


def _named(holdings: Holdings, theme: Theme) -> NameLine:
    concerns = len(holdings.by_theme[theme.id].concerns)
    words = _("{count} masukan").format(count=number(concerns)) if concerns else ""
    return NameLine(urls.theme(theme.id), theme.name, words or _("belum ada masukan"))


def _view(holdings: Holdings, theme: Theme, part: int, of: int) -> ThemeView:
    held, lines = holdings.by_theme[theme.id], holdings.lines
    return ThemeView(
        name=theme.name,
        synonyms="" if theme.sensitive else ", ".join(theme.synonyms),
        withheld=_why_withheld() if theme.sensitive else None,
        concerns=lines.concerns(piece(held.concerns, part, CONCERNS)),
        sessions=tuple(map(lines.session, piece(held.sessions, part, SESSIONS))),
        scoped=tuple(map(lines.report, piece(held.scoped, part, SCOPED))),
        follow=follow(of_theme(theme)) if part == 1 else None,
        paging=paging(urls.theme(theme.id), part, of),
    )


def _why_withheld() -> Link:
    return Link(_("Mengapa isinya ditahan"), mark_badge(Mark.WITHHELD).meaning)
