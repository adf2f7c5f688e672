"""Every concern has a link to send on, and the words that go with it hold for years."""

import re
from html import unescape
from pathlib import Path
from urllib.parse import parse_qs, urlsplit

import pytest
from playwright.sync_api import Browser, expect
from site_pages import SITE, by_name, concern, html_at, session
from small_archive import build
from test_frame import PHONE, from_folder, rich_session
from test_frame import site as site  # the example site, built for this module as well

from generator import urls

SECURE = "https://kabar.test/"
"""Browsers copy only for pages that came safely."""

SCRIPT = Path(urls.__file__).parent / "theme" / urls.COPYING
PAGE = urls.session("polsek-rekaan/2024-03-01")


def shared(tmp_path: Path, concerns: str, more: str = "") -> list[str]:
    files = by_name({"sessions/2024-03-01": session("2024-03-01", concerns, more=more)})
    html = html_at(build(tmp_path, files), PAGE)
    sent = [unescape(one) for one in re.findall(r'href="(https://wa\.me/\?[^"]*)"', html)]
    assert all(urlsplit(one).query.startswith("text=") for one in sent)
    return [parse_qs(urlsplit(one).query, strict_parsing=True)["text"][0] for one in sent]


def test_what_is_sent_says_what_was_raised_and_leads_to_it(tmp_path: Path) -> None:
    assert shared(
        tmp_path, concern("ronda", "'Ronda & patroli 100% sepi? Minta #lampu + pos.'")
    ) == [
        "Disampaikan di Jumat Curhat di Desa Rekaan Jaya, 1 Maret 2024: “Ronda & patroli 100% "
        f"sepi? Minta #lampu + pos.” Apa jadinya? Baca di sini: {SITE}{PAGE}#ronda"
    ]


def test_a_promise_is_called_one_and_what_is_held_back_stays_so(tmp_path: Path) -> None:
    held = "\n  - id: tahan\n    jenis: keluhan\n    tahan: privasi\n"
    promise = "komitmen:\n  - id: nomor\n    isi: Nomor akan dipasang.\n"
    first, second = shared(tmp_path, held, promise)
    assert first.startswith("Satu masukan di Jumat Curhat di Desa Rekaan Jaya, 1 Maret 2024. Apa")
    assert second.startswith("Dijanjikan di Jumat Curhat di Desa Rekaan Jaya")


def test_no_status_is_sent_on_because_it_may_change(tmp_path: Path) -> None:
    (sent,) = shared(tmp_path, concern("ronda"))
    assert "kabar" not in sent.replace(SITE, "").lower()


def test_every_concern_has_a_plain_link_to_itself(tmp_path: Path) -> None:
    files = by_name({"sessions/2024-03-01": session("2024-03-01", concern("ronda"))})
    html = html_at(build(tmp_path, files), PAGE)
    assert '<a href="#ronda">Tautan ke sini</a>' in html


def test_the_script_is_small_and_only_where_there_is_something_to_copy(tmp_path: Path) -> None:
    assert len(SCRIPT.read_bytes()) <= 700
    files = by_name(
        {
            "sessions/2024-03-01": session("2024-03-01", concern("ronda")),
            "sessions/2024-03-08": session("2024-03-08"),
        }
    )
    found = build(tmp_path, files)
    assert f'src="../../../{urls.COPYING}"' in html_at(found, PAGE)
    for address in (urls.session("polsek-rekaan/2024-03-08"), urls.HOME, urls.SESSIONS):
        assert "<script" not in html_at(found, address)


@pytest.mark.browser
@pytest.mark.parametrize("allowed", [True, False])
def test_a_press_copies_the_link_and_says_so(browser: Browser, site: Path, allowed: bool) -> None:
    context = browser.new_context(
        viewport={"width": PHONE, "height": 740},
        permissions=["clipboard-read", "clipboard-write"] if allowed else [],
    )
    context.route("**/*", from_folder(site))
    page = context.new_page()
    address = f"{SECURE}{rich_session(site)}"
    page.goto(address)
    if not allowed:
        page.evaluate("() => { navigator.clipboard.writeText = () => Promise.reject(Error()) }")
    card = page.locator(".kb-card").first
    anchor = card.get_attribute("id")
    card.get_by_role("link", name="Salin tautan").click()
    if allowed:
        expect(card.locator(".kb-share").get_by_role("status")).to_have_text(
            "Tautan sudah disalin."
        )
        assert page.evaluate("navigator.clipboard.readText()") == f"{address}#{anchor}"
        expect(page).to_have_url(address)
    else:
        expect(page).to_have_url(f"{address}#{anchor}")
        expect(card.locator(".kb-share").get_by_role("status")).to_have_text("")
    context.close()


@pytest.mark.browser
def test_where_nothing_can_be_copied_the_link_stays_a_link(browser: Browser, site: Path) -> None:
    context = browser.new_context(viewport={"width": PHONE, "height": 740})
    context.route("**/*", from_folder(site))
    page = context.new_page()
    address = f"http://kabar.test/{rich_session(site)}"
    page.goto(address)
    card = page.locator(".kb-card").first
    card.get_by_role("link", name="Tautan ke sini").click()
    expect(page).to_have_url(f"{address}#{card.get_attribute('id')}")
    context.close()


@pytest.mark.browser
def test_paper_shows_the_story_and_nothing_to_press(browser: Browser, site: Path) -> None:
    context = browser.new_context(viewport={"width": 794, "height": 1123}, color_scheme="dark")
    context.route("**/*", from_folder(site))
    page = context.new_page()
    page.goto(f"{SECURE}{rich_session(site)}")
    page.emulate_media(media="print", color_scheme="light")
    for hidden in (".kb-share", ".kb-path", ".kb-back", ".md-header", ".md-tabs"):
        assert not page.locator(hidden).first.is_visible(), hidden
    for shown in (".md-banner", "h1", ".kb-card__text", ".kb-card__now", ".kb-about"):
        expect(page.locator(shown).first).to_be_visible()
    context.close()
