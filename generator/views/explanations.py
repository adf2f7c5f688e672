"""Every check: what it finds, why that matters, and how it is mended.

All of it is what the checks themselves say, so nothing has to be done here for a new one.
"""

import re
from collections.abc import Iterator

from generator import checks, urls
from generator.language import _
from generator.page import Page
from generator.value import value
from generator.views.links import Link, way_to


@value
class Piece:
    """Some words of an explanation, or something to be typed as it stands there."""

    words: str
    is_typed: bool


@value
class Explained:
    """One kind of finding: its id, which is its place on the page, its title and paragraphs."""

    id: str
    title: tuple[Piece, ...]
    paragraphs: tuple[tuple[Piece, ...], ...]


@value
class ExplanationsView:
    """Every kind of finding, by its id."""

    all: tuple[Explained, ...]


def pages() -> Iterator[Page]:
    """The page of all checks."""
    yield Page(
        address=urls.EXPLANATIONS,
        section="panduan",
        template="explanations.html",
        title=_("Semua pemeriksaan"),
        description=_("Setiap hal yang dicari kabar check: mengapa, dan cara membetulkannya."),
        view=_view,
        anchors=tuple(checks.explanations()),
        trail=way_to(Link(_("Panduan untuk petugas"), urls.GUIDE)),
    )


def _view() -> ExplanationsView:
    return ExplanationsView(
        tuple(_explained(id_, text) for id_, text in checks.explanations().items())
    )


def _explained(id_: str, text: str) -> Explained:
    title, *paragraphs = re.split(r"\n\s*\n", text.strip())
    return Explained(id_, _pieces(title.rstrip(".")), tuple(map(_pieces, paragraphs)))


def _pieces(text: str) -> tuple[Piece, ...]:
    """Split at the backticks: what stands between two is typed so."""
    words = " ".join(text.split()).split("`")
    return tuple(Piece(one, bool(at % 2)) for at, one in enumerate(words) if one)
