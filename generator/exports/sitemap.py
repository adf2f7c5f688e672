"""The list of all pages for search engines (https://www.sitemaps.org/protocol.html)."""

from collections.abc import Iterable, Iterator
from urllib.parse import quote
from xml.sax.saxutils import escape

INDEX = "sitemap.xml"
PART_SIZE = 50_000  # addresses: the most the protocol allows in one file

_HEAD = '<?xml version="1.0" encoding="UTF-8"?>\n'
_NAMESPACE = 'xmlns="http://www.sitemaps.org/schemas/sitemap/0.9"'


def sitemaps(
    addresses: Iterable[str], site_url: str, part_size: int = PART_SIZE
) -> Iterator[tuple[str, str]]:
    """Give each file's name and content: the parts, then the index that names them.

    `addresses` are relative to `site_url`, which ends with a slash. There are no dates in it: the
    day of a build says nothing about a page, and would change the file every day.
    """
    locations = [_location(site_url, address) for address in sorted(set(addresses))]
    parts = []
    for number, start in enumerate(range(0, len(locations), part_size), start=1):
        name = f"sitemap-{number}.xml"
        parts.append(_location(site_url, name))
        yield name, _listing("urlset", "url", locations[start : start + part_size])
    yield INDEX, _listing("sitemapindex", "sitemap", parts)


def _location(site_url: str, address: str) -> str:
    return f"<loc>{escape(site_url + quote(address))}</loc>"


def _listing(whole: str, each: str, locations: Iterable[str]) -> str:
    entries = "".join(f"<{each}>{location}</{each}>\n" for location in locations)
    return f"{_HEAD}<{whole} {_NAMESPACE}>\n{entries}</{whole}>\n"
