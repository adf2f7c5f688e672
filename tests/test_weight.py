"""What a page weighs on the way to a phone, measured at the plainest of hosts."""

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

import pytest
from built_sites import INVENTED, HostedSite
from page_kinds import KINDS, places
from playwright.sync_api import Browser, BrowserContext
from visits import context_of

FIRST = 75_000
"""Bytes of a first visit to any page: all that is asked for, but photos."""
SECOND = 8_000
"""Bytes of a page for someone who has already seen another one."""

# Books rather than pages: what every status means, and the guide of those who write records. And a
# made-up session in which everything happens at once; a real one keeps to what is promised.
SECOND_OF = {"cara-membaca/": 11_000, "panduan/": 13_000, "session.html": 10_000}
PHOTOS = (".jpg", ".jpeg", ".png", ".webp", ".avif")


class Moved:
    """The bytes that each address took, heads included, since the last time they were taken."""

    def __init__(self, context: BrowserContext) -> None:
        self._bytes: dict[str, int] = {}
        self._urls: dict[str, str] = {}
        self.page = context.new_page()
        network = context.new_cdp_session(self.page)
        network.send("Network.enable")
        network.on("Network.requestWillBeSent", self._asked)
        network.on("Network.loadingFinished", self._came)

    def _asked(self, event: dict[str, Any]) -> None:
        self._urls[event["requestId"]] = event["request"]["url"]

    def _came(self, event: dict[str, Any]) -> None:
        url = self._urls[event["requestId"]]
        self._bytes[url] = self._bytes.get(url, 0) + int(event["encodedDataLength"])

    def by(self, url: str) -> dict[str, int]:
        """Open a page and tell what moved for it."""
        self._bytes.clear()
        self.page.goto(url, wait_until="networkidle")
        return {
            one: size
            for one, size in self._bytes.items()
            if "/assets/" in one or not one.lower().endswith(PHOTOS)
        }


@contextmanager
def reader(browser: Browser, site: HostedSite) -> Iterator[Moved]:
    with context_of(browser, site.built.day) as context:
        yield Moved(context)


@pytest.mark.browser
@pytest.mark.parametrize("kind", KINDS)
def test_a_page_is_light(browser: Browser, hosted_sites: dict[str, HostedSite], kind: str) -> None:
    """At the first visit, and all the more for someone who comes from a session's page."""
    sites = {name: site.built for name, site in hosted_sites.items()}
    session = places(sites, "session.html")[0].address
    found = places(sites, kind)
    for place in dict.fromkeys((found[0], found[-1])):
        site = hosted_sites[place.site]
        most = SECOND_OF.get(kind, SECOND) if place.site == INVENTED else SECOND
        with reader(browser, site) as moved:
            first = moved.by(site.host + place.address)
            assert sum(first.values()) <= FIRST, first
            assert any("/assets/" in url for url in first)
        with reader(browser, site) as moved:
            moved.by(site.host + (session if place.site == INVENTED else "sesi/") + "?dulu")
            second = moved.by(site.host + place.address)
            assert 0 < sum(second.values()) <= most, second


@pytest.mark.browser
def test_the_first_page_waits_for_one_small_sheet(
    browser: Browser, hosted_sites: dict[str, HostedSite]
) -> None:
    site = hosted_sites[INVENTED]
    with reader(browser, site) as moved:
        first = moved.by(site.host)
        sheets = {url: size for url, size in first.items() if ".css" in url}
        assert len(sheets) == 1
        assert sum(sheets.values()) <= 20_000
        assert moved.page.locator("head script:not([defer])").count() == 0
