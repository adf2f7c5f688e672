"""Every kind of page a site has, found where pages are made, so that none is forgotten.

A kind is a template of `generator/templates`, a page or a folder of pages of `content/`, or a page
of the theme. A kind that is new to the project is new here without a line of its own.
"""

from pathlib import Path
from typing import NamedTuple

from built_sites import EXAMPLE, INVENTED, ROOT, BuiltSite
from site_pages import all_pages

from generator.rendering import TEMPLATES

CONTENT = ROOT / "content"
NOT_FOUND = "404.html"
HOME = "home.html"


def editorial_pages() -> dict[str, str]:
    """The pages of content/ by address, each with its kind; pages of a folder are of one kind.

    The index of content/ is set into the home page of the records.
    """
    names = (file.relative_to(CONTENT).with_suffix("") for file in CONTENT.rglob("*.md"))
    paths = (name.parent if name.name == "index" else name for name in names)
    return {f"{path.as_posix()}/": f"{path.parts[0]}/" for path in paths if path != Path()}


EDITORIAL = editorial_pages()
RECORD_KINDS = sorted(file.name for file in TEMPLATES.glob("[!_]*.html"))
KINDS = [*RECORD_KINDS, *sorted(set(EDITORIAL.values())), NOT_FOUND]


class Place(NamedTuple):
    """A page: which site it is on, and its address there."""

    site: str
    address: str


def by_kind(built: BuiltSite) -> dict[str, list[str]]:
    """The addresses of every page of a site by kind, the fullest page first.

    Pages of no known kind stand under "".
    """
    templates = {page.address: page.template for page in all_pages(built.archive).values()}
    found: dict[str, list[tuple[int, str]]] = {}
    for file in sorted(built.folder.rglob("*.html")):
        address = file.relative_to(built.folder).as_posix().removesuffix("index.html")
        kind = templates.get(address) or EDITORIAL.get(address, address)
        size = file.stat().st_size
        found.setdefault(kind if kind in KINDS else "", []).append((-size, address))
    return {kind: [address for _size, address in sorted(pages)] for kind, pages in found.items()}


def places(sites: dict[str, BuiltSite], kind: str) -> list[Place]:
    """Where a kind is looked at: its fullest page first, then its emptiest, then a real one.

    In the invented archive every status occurs, so of its sessions none is left out. Editorial
    pages and those of the theme are the same on every site.
    """
    invented = by_kind(sites[INVENTED]).get(kind, [])
    if kind not in RECORD_KINDS:
        return [Place(INVENTED, address) for address in (*invented[:1], *invented[1:][-1:])]
    real = by_kind(sites[EXAMPLE]).get(kind, [])[:1]
    chosen = invented if kind == "session.html" else [*invented[:1], *invented[1:][-1:]]
    return [
        *(Place(INVENTED, address) for address in chosen),
        *(Place(EXAMPLE, address) for address in real),
    ]


def file_of(sites: dict[str, BuiltSite], place: Place) -> Path:
    """Where a page is on the disk."""
    path = sites[place.site].folder / place.address
    return path / "index.html" if path.is_dir() else path
