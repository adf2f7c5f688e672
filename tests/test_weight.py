"""What a page weighs on the way to a phone, measured at the plainest of hosts."""

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

import pytest
from built_sites import EXAMPLE, INVENTED, HostedSite
from page_kinds import by_kind
from playwright.sync_api import Browser, BrowserContext
from visits import context_of

FIRST = 75_000
"""Bytes of a first visit to any page: all that is asked for, but photos."""
SECOND = 8_000
"""Bytes of a page for someone who has already seen another one."""

# Books rather than pages: what every status means, and what every check finds. And a made-up
# session in which everything happens at once; a real one keeps to what is promised.
WRITTEN_ONCE = {"cara-membaca/": 11_000, "explanations.html": 14_000}
# The search brings a script no other page has: 6 KB, once, and then it is kept.
SEARCHED = {"search.html": 14_500}
CROWDED = {"session.html": 11_500}
WAITED_FOR = "head script:not([defer], [type='application/ld+json'])"
"""Scripts that keep a page from being drawn; what it says of itself to programs does not."""
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
        self.page.goto(url, wait_until="load")
        return {
            one: size
            for one, size in self._bytes.items()
            if "/assets/" in one or not one.lower().endswith(PHOTOS)
        }


@contextmanager
def reader(browser: Browser, site: HostedSite) -> Iterator[Moved]:
    context = context_of(browser, site.built.day)
    yield Moved(context)
    context.close()


@pytest.mark.browser
@pytest.mark.parametrize("name", [EXAMPLE, INVENTED])
def test_every_page_is_light(
    browser: Browser, hosted_sites: dict[str, HostedSite], name: str
) -> None:
    """A session's page at the first visit, then any other; and so any other at the first visit."""
    site = hosted_sites[name]
    kinds = by_kind(site.built)
    with reader(browser, site) as moved:
        first = moved.by(site.host + kinds["session.html"][0])
        assert 0 < sum(first.values()) <= FIRST, first
        shared = sum(size for url, size in first.items() if "/assets/" in url)
        assert shared > 0
        for kind, addresses in kinds.items():
            second = moved.by(f"{site.host}{addresses[0]}?lagi")
            allowed = WRITTEN_ONCE | SEARCHED | (CROWDED if name == INVENTED else {})
            most = allowed.get(kind, SECOND)
            assert 0 < sum(second.values()) <= most, second
            assert shared + sum(second.values()) <= FIRST, second


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
        assert moved.page.locator(WAITED_FOR).count() == 0
