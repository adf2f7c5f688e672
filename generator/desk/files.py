"""The form's files in the site."""

import json
from collections.abc import Callable, Iterator
from hashlib import sha256
from urllib.parse import quote

from generator import urls
from generator.archive import Archive
from generator.desk.configuration import configuration, origins
from generator.desk.offered import offered
from generator.desk.settings import BUILT, Desk
from generator.facts import SiteFacts
from generator.page import SiteFile
from generator.rendering import environment

PAGE, SETTINGS, CONCERNS = "index.html", "setelan.json", "masukan.json"


def files(archive: Archive, facts: SiteFacts, desk: Desk, *, port: int = 0) -> Iterator[SiteFile]:
    """Give the page, what it runs, what it is told, and the concerns it offers.

    The page belongs to no menu, no sitemap and no search: those who use it know its address.
    """
    digests = {name: sha256((desk.built / name).read_bytes()).hexdigest() for name in BUILT}
    for name, digest in digests.items():
        yield SiteFile(f"{urls.DESK}{name}", (desk.built / name).read_bytes, made_from=digest)
    told = configuration(desk, facts, archive.records.registries, port=port)
    yield SiteFile(f"{urls.DESK}{SETTINGS}", _json(told))
    yield SiteFile(f"{urls.DESK}{CONCERNS}", _json(offered(archive)))
    page = environment().get_template("_desk.html")
    yield SiteFile(
        f"{urls.DESK}{PAGE}",
        page.render(
            name=facts.name,
            origins=" ".join(map(_host, origins(desk, port=port))),
            edition={name: digest[:8] for name, digest in digests.items()},
        ).encode,
    )


def _json(tree: object) -> Callable[[], bytes]:
    return json.dumps(tree, ensure_ascii=False, separators=(",", ":")).encode


def _host(origin: str) -> str:
    """Give an origin as a policy may hold it: nothing in it can end the policy or begin another."""
    return quote(origin, safe=":/.-")
