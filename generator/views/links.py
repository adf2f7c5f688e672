"""Names that lead to their own page."""

from dataclasses import dataclass
from functools import lru_cache

from generator import urls
from generator.archive import Archive
from generator.areas import Area
from generator.language import _
from generator.model import Commitment, Concern
from generator.records import Registries
from generator.views.concern import brief
from generator.wording.names import unit_name


@dataclass(frozen=True, slots=True)
class Link:
    """Words that lead to a page; `address` is relative to the site's root, or ""."""

    words: str
    address: str = ""


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
