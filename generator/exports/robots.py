"""What the site tells programs that read the web (https://www.rfc-editor.org/rfc/rfc9309).

An official site and an example may be read by all of them. An example speaks of real units, from
what was published about them, and says on every page, in every preview and in every description
that it is not theirs; those it speaks of have a right to find it. A fictional site must not be
found at all: nobody who searches for a village may come upon what never happened there. Its pages
say so themselves (`noindex`), and may be read for that reason: a search engine lists the address of
a page it was told not to read, and never learns that it should not. Files that cannot say so are
not to be read.
"""

from generator import urls
from generator.exports.sitemap import INDEX
from generator.facts import SiteFacts
from generator.page import SiteFile

FICTION = "fiksi"
_SAY_NOTHING = ("csv", "ics", "json", "xml")


def may_be_found(facts: SiteFacts) -> bool:
    """Whether a search engine may show this site at all."""
    return facts.nature != FICTION


def robots(facts: SiteFacts) -> SiteFile:
    """Give robots.txt.

    It is only read at the root of a host: below a base path whoever keeps the host has to name the
    sitemap there. What else it says stands in every page as well.
    """
    if may_be_found(facts):
        said = f"User-agent: *\nAllow: /\n\nSitemap: {facts.url}{INDEX}\n"
    else:
        said = "User-agent: *\n" + "".join(f"Disallow: /*.{kind}$\n" for kind in _SAY_NOTHING)
    return SiteFile(urls.ROBOTS, said.encode)
