"""Names that lead to their own page."""

from collections.abc import Iterable
from functools import lru_cache

from generator import urls
from generator.archive import Archive
from generator.areas import Area
from generator.language import _
from generator.model import Commitment, Concern
from generator.page import Crumb
from generator.records import Registries
from generator.value import value
from generator.views.concern import brief
from generator.wording.names import unit_name


@value
class Link:
    """Words that lead to a page; `address` is relative to the site's root, or ""."""

    words: str
    address: str = ""


def way_to(*above: Link, own: Link | None = None, part: int = 1) -> tuple[Crumb, ...]:
    """The way from the top of the site to a page, or to page `part` of the list `own`.

    Only from its second page on does the way lead over the list's first. What has no page of its
    own is left out.
    """
    links: Iterable[Link] = (*above, own) if own and part > 1 else above
    return tuple(Crumb(one.address, one.words) for one in links if one.address)


def units_above(key: str, registries: Registries) -> tuple[Link, ...]:
    """The index of units and the chain of command above a unit, widest first."""
    above = reversed(registries.line_of(key)[1:])
    return (Link(_("Satuan"), urls.UNITS), *(unit_link(one.id, registries) for one in above))


def unit_link(key: str, registries: Registries) -> Link:
    """A unit by its name; an unknown one without a link."""
    return Link(unit_name(key, registries), urls.unit(key) if key in registries.units else "")


def programme_link(key: str, words: str, registries: Registries) -> Link:
    """A programme by the name it has there."""
    return Link(words, urls.programme(key) if key in registries.programmes else "")


def theme_links(keys: tuple[str, ...], registries: Registries) -> tuple[Link, ...]:
    """Themes by their names; unknown ones are left out."""
    themes = registries.themes
    return tuple(Link(themes[key].name, urls.theme(key)) for key in keys if key in themes)


@lru_cache(maxsize=20_000)
def area_links(area: Area) -> tuple[Link, ...]:
    """An area and all it lies in, narrowest first."""
    return tuple(Link(one.name, urls.area(one.key)) for one in reversed(area.line))


def link_to_concern(identity: str, archive: Archive) -> Link:
    """Another concern by the beginning of its words, from its full id; a withdrawn one says so."""
    other = archive.matters.get(identity)
    if other is None or not isinstance(other.concern, Concern | Commitment):
        return Link(_("masukan yang sudah ditarik dari situs"))
    return Link(_("“{text}”").format(text=brief(other.concern, archive)), urls.concern(identity))
