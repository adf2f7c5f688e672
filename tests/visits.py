"""How the tests look at a page of a built site: which screens, which requests, which checkers."""

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, date, datetime, time
from functools import cache
from pathlib import Path
from typing import Literal, NamedTuple

import pytest
from built_sites import HostedSite
from playwright.sync_api import Browser, BrowserContext, ConsoleMessage, Page, Response

CHECKERS = Path(__file__).parent / "checkers" / "node_modules"
PHONE, SCREEN = 360, 1280
HEIGHT = 740
MISSING = 400


class Look(NamedTuple):
    """A screen a page is looked at on."""

    width: int
    scheme: Literal["light", "dark"]


LOOKS = [Look(width, scheme) for width in (PHONE, SCREEN) for scheme in ("light", "dark")]


def checker(path: str) -> Path:
    """A file of a checker that npm has installed."""
    file = CHECKERS / path
    if not file.is_file():
        pytest.fail(f"{file} is missing: `make checkers` installs it, and so does `make test`")
    return file


def context_of(
    browser: Browser, day: date, *, scripts: bool = True, restyled: bool = False
) -> BrowserContext:
    """A reader of a phone on the day the site was made, at noon in Jakarta.

    `restyled` where a test puts a style of its own into a page, which the page's policy forbids.
    """
    context = browser.new_context(
        viewport={"width": PHONE, "height": HEIGHT},
        timezone_id="Asia/Jakarta",
        locale="id-ID",
        reduced_motion="reduce",
        java_script_enabled=scripts,
        bypass_csp=restyled,
    )
    context.clock.set_fixed_time(datetime.combine(day, time(5), UTC))
    return context


@cache
def reader_of(browser: Browser, day: date, *, scripts: bool, restyled: bool) -> BrowserContext:
    """The same reader for all pages of a site: a browser that starts anew for each costs most."""
    return context_of(browser, day, scripts=scripts, restyled=restyled)


@contextmanager
def opened(
    browser: Browser,
    site: HostedSite,
    address: str,
    *,
    scripts: bool = True,
    restyled: bool = False,
) -> Iterator[Page]:
    """A page of a site; a request that leaves the site, meets nothing there or is against the
    page's own policy fails the test.
    """
    strange: list[str] = []

    def look_at(answer: Response) -> None:
        if is_away(answer.url, site) or (answer.status >= MISSING and answer.url != page.url):
            strange.append(answer.url)

    def listen(said: ConsoleMessage) -> None:
        if "Content Security Policy" in said.text:
            strange.append(said.text)

    page = reader_of(browser, site.built.day, scripts=scripts, restyled=restyled).new_page()
    page.on("request", lambda one: strange.append(one.url) if is_away(one.url, site) else None)
    page.on("response", look_at)
    page.on("console", listen)
    page.on("pageerror", lambda error: strange.append(str(error)))
    page.goto(site.host + address)
    yield page
    page.close()
    assert strange == [], address


def is_away(url: str, site: HostedSite) -> bool:
    """Whether an address is on another host than the site."""
    return not url.startswith((site.host, "data:", "blob:"))


def set_look(page: Page, look: Look) -> None:
    """Show a page on another screen without asking for it again."""
    page.set_viewport_size({"width": look.width, "height": HEIGHT})
    page.emulate_media(color_scheme=look.scheme)
