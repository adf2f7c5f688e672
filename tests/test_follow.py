"""How a page says that it can be followed, and how that is explained."""

import re
from pathlib import Path

import pytest
from expected_pages import made_up_archive
from feeds import files_of
from site_pages import html_at, links, text
from small_archive import build

from generator import urls
from generator.archive import Archive
from generator.views.follow import followed


@pytest.fixture
def found(tmp_path: Path) -> Archive:
    return build(tmp_path)


def box(html: str) -> str:
    _before, there, after = html.partition('<section class="kb-follow"')
    return after.partition("</section>")[0] if there else ""


@pytest.mark.parametrize(
    ("page", "feed", "calendar"),
    [
        (urls.HOME, urls.HOME, True),
        (urls.SCHEDULE, urls.HOME, True),
        (urls.unit("polsek-rekaan"), urls.unit("polsek-rekaan"), True),
        (urls.theme("patroli"), urls.theme("patroli"), False),
        (urls.board("lewat-tenggat"), urls.board("lewat-tenggat"), False),
        (urls.board("baru-lewat"), urls.board("lewat-tenggat"), False),
        (urls.board("tidak-diketahui"), urls.HOME, True),
        (urls.waiting("polsek-rekaan"), urls.unit("polsek-rekaan"), True),
    ],
)
def test_a_page_that_can_be_followed_says_how(
    found: Archive, page: str, feed: str, calendar: bool
) -> None:
    html = html_at(found, page)
    back = "../" * page.count("/") or "./"
    led = links(box(html))
    assert f"{back}{urls.feed(feed)}" in led
    assert (f"webcal://kabarbalik.example/{urls.calendar(feed)}" in led) is calendar
    assert (f"{back}{urls.calendar(feed)}" in led) is calendar
    assert f"{back}{urls.FOLLOW}" in led
    assert html.count('id="ikuti"') == 1


def test_every_area_can_be_followed(found: Archive) -> None:
    for key in found.areas:
        page = urls.area(key)
        back = "../" * page.count("/")
        assert f"{back}{urls.feed(page)}" in links(box(html_at(found, page)))


def test_nothing_that_is_printed_and_no_later_page_has_the_box(found: Archive) -> None:
    for page in (urls.ask_back("polsek-rekaan"), urls.poster("polsek-rekaan")):
        assert box(html_at(found, page)) == ""
    assert "kb-follow" not in html_at(found, urls.session("polsek-rekaan/2024-03-01"))


def test_the_explanation_leads_to_files_that_are_there(found: Archive) -> None:
    html = html_at(found, urls.FOLLOW)
    made = files_of(found)
    led = [one for one in links(html) if one.endswith((".xml", ".json", ".ics"))]
    assert len(led) >= 6
    for one in led:
        assert re.sub(r"^(?:\.\./|webcal://kabarbalik\.example/)", "", one) in made
    said = text(html)
    for word in ("aplikasi pembaca", "kalender", "WhatsApp", "tanpa akun"):
        assert word in said


def test_everything_that_can_be_followed_has_its_own_words() -> None:
    ones = list(followed(made_up_archive()))
    assert len({one.tells for one in ones}) == len(ones)
    assert len({one.name for one in ones}) == len(ones)
