"""A page that is read later than it was made does not look better than it is.

A site is made on one day and opened in Chromium on another, without making it anew.
"""

import datetime
import functools
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import timedelta
from mimetypes import guess_type
from pathlib import Path
from urllib.parse import urlsplit

import pytest
from expected_pages import TODAY, made_up_archive
from playwright.sync_api import Browser, Page, Route
from small_archive import SESSION, write

from generator import plugin, urls
from generator.followup import FollowUp
from generator.plugin.reader_clock import SCRIPT, script
from generator.rendering import TEMPLATES
from generator.wording.badges import marks
from generator.wording.deadlines import good_until

SITE = "https://kabarbalik.example/"
CONFIG = f"""\
site_name: Kabar Balik
site_url: {SITE}
docs_dir: content
theme: {{name: material, language: id, font: false, palette: {{}}}}
plugins: [kabar]
"""
MADE = datetime.date(2024, 3, 10)
DEADLINE = datetime.date(2024, 4, 1)
PAGE = urls.session("polsek-rekaan/2024-03-01")
STATE = "#patroli .kb-card__state"
SOURCE = TEMPLATES.parent / "theme" / SCRIPT

Site = Callable[[datetime.date], Path]


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Site:
    """Gives the folder of the small site as it is made on a day."""

    @functools.cache
    def made(day: datetime.date) -> Path:
        root = tmp_path_factory.mktemp("situs")
        write(root, {"sessions/polsek-rekaan/2024-03-01.yml": SESSION})
        (root / "content").mkdir()
        (root / "content/index.md").write_text("# Beranda\n")
        (root / "mkdocs.yml").write_text(CONFIG)
        report = plugin.build_site(root / "mkdocs.yml", today=day, jobs=1)
        assert report.published, report.findings
        return report.site

    return made


@contextmanager
def opened(
    browser: Browser,
    folder: Path,
    moment: str,
    address: str = PAGE,
    *,
    scripts: bool = True,
    zone: str = "Asia/Jakarta",
    asked: list[str] | None = None,
) -> Iterator[Page]:
    """A page of a site as it is read at a moment; `asked` gathers all addresses asked for."""

    def answer(route: Route) -> None:
        url = route.request.url
        if asked is not None:
            asked.append(url)
        file = folder / urlsplit(url).path.lstrip("/")
        file = file / "index.html" if file.is_dir() else file
        if url.startswith(SITE) and file.is_file():
            kind = guess_type(file.name)[0] or "text/html"
            route.fulfill(body=file.read_bytes(), content_type=kind)
        else:
            route.fulfill(status=404, body="")

    context = browser.new_context(java_script_enabled=scripts, timezone_id=zone)
    try:
        context.route("**/*", answer)
        page = context.new_page()
        page.clock.set_fixed_time(moment)
        page.goto(f"{SITE}{address}", wait_until="load")
        yield page
    finally:
        context.close()


def noon(day: datetime.date) -> str:
    return f"{day}T12:00:00+07:00"


def markup(page: Page, of: str) -> str:
    """The HTML of an element, its links as full addresses."""
    page.eval_on_selector_all(f"{of} a", "all => all.forEach(a => a.href = a.href)")
    return page.locator(of).inner_html()


@pytest.mark.browser
def test_a_deadline_that_has_passed_since_is_marked_without_a_rebuild(
    browser: Browser, site: Site
) -> None:
    later = MADE + timedelta(days=30)
    with opened(browser, site(MADE), noon(later)) as page:
        assert page.locator(STATE).inner_text().split() == "Belum ada kabar Lewat tenggat".split()
        assert page.get_by_role("link", name="Lewat tenggat", exact=True).is_visible()
        found = markup(page, STATE).replace(f' data-tenggat="{DEADLINE}"', "")
        assert f'href="{SITE}cara-membaca/#lewat-tenggat"' in found
    with opened(browser, site(later), noon(later)) as page:
        assert markup(page, STATE) == found, "the mark of the script is the one of a rebuild"


@pytest.mark.browser
@pytest.mark.parametrize("address", ["", "satuan/polsek-rekaan/", PAGE])
def test_lists_mark_it_too(browser: Browser, site: Site, address: str) -> None:
    with opened(browser, site(MADE), noon(DEADLINE + timedelta(days=1)), address) as page:
        row = page.locator('li:has(a[href$="#patroli"]):has-text("Lewat tenggat")')
        assert row.count() >= 1
        assert page.locator('li:has(a[href$="#jadwal"]):has-text("Lewat tenggat")').count() == 0


@pytest.mark.browser
@pytest.mark.parametrize(
    ("moment", "zone", "is_late"),
    [
        ("2024-03-11T08:00:00+07:00", "Asia/Jakarta", False),
        ("2024-04-01T23:59:00+07:00", "Asia/Jakarta", False),
        ("2024-04-02T00:01:00+07:00", "Asia/Jakarta", True),
        ("2024-04-02T00:01:00+09:00", "Asia/Jayapura", True),
        ("2024-04-02T00:01:00+09:00", "Asia/Jakarta", False),
        ("1970-01-02T00:00:00+07:00", "Asia/Jakarta", False),
    ],
)
def test_the_mark_comes_on_the_day_after_where_the_reader_is(
    browser: Browser, site: Site, moment: str, zone: str, *, is_late: bool
) -> None:
    with opened(browser, site(MADE), moment, zone=zone) as page:
        assert ("Lewat tenggat" in page.locator("main").inner_text()) == is_late


@pytest.mark.browser
def test_without_scripts_the_day_stands_there_and_no_mark(browser: Browser, site: Site) -> None:
    with opened(browser, site(MADE), noon(MADE + timedelta(days=30)), scripts=False) as page:
        words = page.locator("#patroli").inner_text()
        assert "Dijanjikan paling lambat 1 April 2024." in words
        assert "Paling lambat 1 April 2024, hari yang dijanjikan." in words
        assert "Lewat tenggat" not in page.content()
        assert page.locator(".kb-old").count() == 0


@pytest.mark.browser
def test_a_page_made_after_the_deadline_is_not_marked_twice(browser: Browser, site: Site) -> None:
    made = MADE + timedelta(days=30)
    with opened(browser, site(made), noon(made + timedelta(days=1))) as page:
        assert page.locator(STATE).inner_text().count("Lewat tenggat") == 1


@pytest.mark.browser
@pytest.mark.parametrize(("days", "is_old"), [(0, False), (13, False), (14, True), (400, True)])
@pytest.mark.parametrize("address", [PAGE, "", "404.html"])
def test_a_site_not_made_anew_for_14_days_says_so(
    browser: Browser, site: Site, address: str, days: int, *, is_old: bool
) -> None:
    with opened(browser, site(MADE), noon(MADE + timedelta(days=days)), address) as page:
        bar = page.locator(".kb-old")
        assert bar.count() == is_old
        if is_old:
            assert "Halaman ini terakhir diperbarui 10 Maret 2024." in bar.inner_text()
            assert bar.is_visible()


@pytest.mark.browser
def test_counts_on_a_page_that_had_to_be_marked_are_dated(browser: Browser, site: Site) -> None:
    made = DEADLINE - timedelta(days=3)
    with opened(browser, site(made), noon(DEADLINE), "satuan/polsek-rekaan/") as page:
        assert page.locator(".kb-old").count() == 0
    with opened(browser, site(made), noon(DEADLINE + timedelta(days=1))) as page:
        assert "terakhir diperbarui 29 Maret 2024." in page.locator(".kb-old").inner_text()


@pytest.mark.browser
def test_the_script_asks_nobody(browser: Browser, site: Site) -> None:
    asked: list[str] = []
    with opened(browser, site(MADE), noon(MADE + timedelta(days=30)), asked=asked) as page:
        page.wait_for_timeout(300)
        assert (
            page.evaluate("document.cookie + localStorage.length + sessionStorage.length") == "00"
        )
    scripts = {f"{SITE}{SCRIPT}", f"{SITE}{urls.COPYING}"}
    assert {url for url in asked if url.endswith(".js")} == scripts
    assert [url for url in asked if not url.startswith(SITE)] == []
    rest = {url.partition("?")[0] for url in asked} - {f"{SITE}{PAGE}", *scripts}
    assert [url for url in rest if not url.endswith((".css", ".png", ".svg"))] == []


@pytest.mark.parametrize("month", range(1, 13))
def test_the_script_weighs_at_most_a_kilobyte(month: int) -> None:
    made = script(SOURCE, datetime.date(2026, month, 30 if month != 2 else 28))
    assert len(made.encode()) <= 1024
    assert not [word for word in ("LOOK", "LATE", "ANCHOR", "DAY", "OLD", "SAID") if word in made]


def test_the_day_alone_changes_no_record_page(site: Site) -> None:
    """But for lists that say of which day they are."""
    first, second = (
        {path.relative_to(made): path.read_bytes() for path in made.rglob("*") if path.is_file()}
        for made in (site(MADE), site(MADE + timedelta(days=1)))
    )
    assert first.keys() == second.keys()
    changed = {name for name in first if first[name] != second[name]}
    assert Path(SCRIPT) in changed
    records = changed - {Path(SCRIPT)}
    silent = [name for name in records if b"Keadaan per " not in first[name]]
    assert silent == []
    assert not [name for name in changed if name.parts[0] == "sesi"]


def test_the_deadline_on_a_badge_tells_what_later_days_will_say() -> None:
    """What the script decides from today's badge is what the rules decide on that day."""
    now = follow_ups(TODAY)
    until = {identity: good_until(found) for identity, found in now.items()}
    assert sum(map(bool, until.values())) >= 2
    for days in range(1, 60):
        day = TODAY + timedelta(days=days)
        for identity, found in follow_ups(day).items():
            marked = bool(until[identity]) and until[identity] < day.isoformat()
            assert found.overdue == (now[identity].overdue or marked), (identity, day)
            assert any("ewat tenggat" in one.word for one in marks(found)) == found.overdue


def follow_ups(day: datetime.date) -> dict[str, FollowUp]:
    matters = made_up_archive(day).matters.values()
    return {one.id: one.follow_up for one in matters if one.follow_up}
