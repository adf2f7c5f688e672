"""The pages of the site as a whole: all there, each with a name, and every link arrives."""

import pickle
import posixpath
import re
from collections import Counter
from dataclasses import fields, is_dataclass
from datetime import timedelta
from functools import cache
from pathlib import Path

import pytest
from expected_pages import TODAY, made_up_archive
from feeds import OFFICIAL
from site_pages import all_pages, by_name, concern, entries, html_of, links, outcome, session, site
from small_archive import build

from generator import archive, records, urls
from generator.archive import Archive, Matter
from generator.demo import DAY, write_records
from generator.exports.catalogue import all_files
from generator.fingerprints import fingerprint
from generator.model import Concern
from generator.page import said
from generator.rendering import TEMPLATES, way_back
from generator.views.paging import MOST

ROOT = Path(__file__).parents[1]
CONTENT = ROOT / "content"
DESCRIPTION_LENGTH = 200
SESSION_TEMPLATES = {"session.html", "withdrawn.html"}


@cache
def real_archive() -> Archive:
    """The records the example site is made of."""
    return archive.build(records.read(ROOT, ROOT / "data").records, DAY)


@pytest.fixture(scope="session")
def big_archive(tmp_path_factory: pytest.TempPathFactory) -> Archive:
    """A made-up archive in which every list is longer than a page."""
    folder = tmp_path_factory.mktemp("besar")
    write_records(folder / "data", 600, seed=7)
    return archive.build(records.read(folder, folder / "data").records, DAY)


ARCHIVES = {"rekaan": made_up_archive, "contoh": real_archive}


@pytest.fixture(params=[*ARCHIVES, "besar"])
def found(request: pytest.FixtureRequest) -> Archive:
    if request.param == "besar":
        big: Archive = request.getfixturevalue("big_archive")
        return big
    return ARCHIVES[request.param]()


def content_addresses() -> dict[str, set[str]]:
    """The editorial pages by address, with the ids of their headings."""
    found = {}
    for file in CONTENT.rglob("*.md"):
        name = file.relative_to(CONTENT).with_suffix("").as_posix()
        address = "" if name == "index" else f"{name.removesuffix('/index')}/"
        ids = re.findall(r"\{[^}]*#([\w-]+)[^}]*\}", file.read_text(encoding="utf-8"))
        found[address] = set(ids)
    return found


def test_no_two_pages_share_an_address_or_a_title(found: Archive) -> None:
    pages = tuple(all_pages(found).values())
    titles = Counter(said(page.title) for page in pages if page.template not in SESSION_TEMPLATES)
    assert [title for title, count in titles.items() if count > 1] == []
    assert len({page.address for page in pages}) == len(pages)


def test_every_page_says_in_a_sentence_what_it_holds(found: Archive) -> None:
    for page in all_pages(found).values():
        assert 20 < len(said(page.description)) <= DESCRIPTION_LENGTH, page.address
        assert said(page.title).strip() == said(page.title) != ""


def test_every_link_arrives_at_a_page_and_a_place_on_it(found: Archive) -> None:
    pages = site(found)
    places = {address: set(re.findall(r' id="([^"]*)"', html)) for address, html in pages.items()}
    places[""] |= content_addresses().pop("")
    places |= {key: ids for key, ids in content_addresses().items() if key}
    places |= {f"{one.address}/": set() for one in all_files(found, OFFICIAL)}
    places |= {
        f"{urls.photo(one.id, photo.file)}/": set()
        for one in found.outcomes
        for photo in one.evidence
    }
    lost = []
    for address, html in pages.items():
        for href in links(html):
            if re.match(r"[a-z]+:", href):
                continue
            path, _, anchor = href.partition("#")
            target = posixpath.normpath(posixpath.join("/", address, path)).strip("/") + "/"
            target = address if not path else "" if target == "/" else target
            if target not in places or (anchor and anchor not in places[target]):
                lost.append(f"{address}: {href}")
    assert lost == []


def test_ids_are_unique_and_those_promised_are_there(found: Archive) -> None:
    for address, page in all_pages(found).items():
        ids = re.findall(r' id="([^"]*)"', html_of(page))
        assert len(ids) == len(set(ids)), address
        assert set(page.anchors) <= set(ids), address


def test_no_page_lists_more_than_a_page_should(big_archive: Archive) -> None:
    longest = {address: len(entries(html)) for address, html in site(big_archive).items()}
    assert max(longest.values()) == MOST  # else the archive is too small to show anything
    assert [address for address, count in longest.items() if count > MOST] == []


def test_every_session_and_every_report_is_listed_in_full(big_archive: Archive) -> None:
    pages = site(big_archive)
    sessions = re.compile(r'class="kb-entry__name"><a href="(?:\.\./)*([^"]*)"')

    def listed(folder: str) -> Counter[str]:
        inside = (html for address, html in pages.items() if address.startswith(folder))
        return Counter(name for html in inside for name in sessions.findall(html))

    everything = {urls.session(one.id) for one in big_archive.sessions}
    in_the_list = re.compile(rf"{urls.SESSIONS}(?:{urls.PAGE_WORD}/\d+/)?")
    whole = Counter(
        name
        for address, html in pages.items()
        if in_the_list.fullmatch(address)
        for name in sessions.findall(html)
    )
    assert whole == Counter(everything)
    assert everything <= set(listed(urls.UNITS))
    assert everything <= set(listed(urls.PROGRAMMES))
    reports = sum(
        len(entries(html)) for address, html in pages.items() if address.startswith(urls.REPORTS)
    )
    assert reports == len(big_archive.outcomes)


@pytest.mark.parametrize("folder", [urls.AREAS, urls.THEMES])
def test_every_concern_is_found_by_its_place_and_its_theme(
    big_archive: Archive, folder: str
) -> None:
    line = re.compile(r'class="kb-line__text" href="(?:\.\./)*([^"]*)"')
    listed = {
        name
        for address, html in site(big_archive).items()
        if address.startswith(folder)
        for name in line.findall(html)
    }
    wanted = {
        urls.concern(matter.id)
        for matter in big_archive.matters.values()
        if matter.follow_up and _belongs(matter, big_archive, folder)
    }
    assert wanted
    assert wanted <= listed


def _belongs(matter: Matter, found: Archive, folder: str) -> bool:
    if folder == urls.AREAS:
        return bool(found.areas_of[matter.session.id])  # a broadcast has no place
    return isinstance(matter.concern, Concern) and bool(matter.concern.themes)


def test_a_page_is_only_built_when_it_is_asked_for(monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(*_anything: object) -> None:
        raise AssertionError("built too early")

    for name in ("lines.session_line", "lines.concern_line", "lines.report_line"):
        monkeypatch.setattr(f"generator.views.{name}", fail)
    pages = all_pages(made_up_archive())
    with pytest.raises(AssertionError, match="built too early"):
        pages[urls.SESSIONS].view()


def test_views_hold_only_plain_values(found: Archive) -> None:
    for page in all_pages(found).values():
        view = page.view()
        assert pickle.loads(pickle.dumps(view)) == view
        assert fingerprint((view,)) == fingerprint((pickle.loads(pickle.dumps(view)),))


def test_the_same_records_give_the_same_pages(found: Archive) -> None:
    again = archive.build(found.records, found.today)
    assert site(again) == site(found)


def test_templates_use_all_a_view_holds(found: Archive) -> None:
    """The other way round is seen to by the environment: an unknown name is an error."""
    seen = {page.template: type(page.view()) for page in all_pages(found).values()}
    for template, view in seen.items():
        if template in SESSION_TEMPLATES:
            continue
        source = (TEMPLATES / template).read_text(encoding="utf-8")
        assert is_dataclass(view)
        assert view.__doc__
        unused = [one.name for one in fields(view) if f"view.{one.name}" not in source]
        assert unused == [], template


def test_templates_know_no_address() -> None:
    for template in sorted(TEMPLATES.glob("*.html")):
        written = re.findall(r"\{\{ base \}\}[\w.]\S*", template.read_text(encoding="utf-8"))
        assert written == [], template.name


def test_a_day_passes_and_only_what_depends_on_the_day_changes(tmp_path: Path) -> None:
    """Nothing falls due between the two days, so a page that differs says what day it is."""
    files = by_name(
        {
            "sessions/2024-03-01": session("2024-03-01", concern("pos")),
            "sessions/2024-03-08": session("2024-03-08"),
            "outcomes/2024-03-20": outcome("2024-03-01#pos", "2024-03-20"),
        }
    ) | by_name(
        {"sessions/2024-03-02": session("2024-03-02", unit="polsek-khayal")}, "polsek-khayal"
    )
    before = build(tmp_path, files)
    after = archive.build(before.records, before.today + timedelta(days=1))
    one, other = site(before), site(after)
    changed = [address for address in one if one[address] != other[address]]
    assert {urls.HOME, urls.FIGURES} <= set(changed)
    assert [address for address in changed if "Keadaan per" not in one[address]] == []


def test_where_something_is_owed_the_page_says_of_which_day_that_is_true() -> None:
    pages = site(made_up_archive())
    dated = [address for address, html in pages.items() if "Keadaan per" in html]
    assert urls.HOME in dated
    assert urls.FIGURES in dated
    lists = (urls.UNITS, urls.AREAS, urls.BOARD, urls.ASK_BACK, urls.POSTER)
    others = [address for address in dated if not address.startswith(lists)]
    assert set(others) == {urls.HOME, urls.FIGURES, urls.SEARCH}
    assert all("1 Juni 2024" in pages[address] for address in dated)
    assert f"{TODAY:%Y-%m-%d}" == "2024-06-01"


def test_no_page_speaks_of_time_relative_to_its_reader(found: Archive) -> None:
    relative = re.compile(r"\b(hari ini|kemarin|yang lalu|hari lagi|minggu ini)\b", re.IGNORECASE)
    for address, html in site(found).items():
        if address.startswith(urls.SESSIONS):
            continue
        own = re.sub(r'<li class="kb-(?:entry|line|report).*?</li>', "", html, flags=re.DOTALL)
        assert relative.findall(own) == [], address


def test_ways_lead_back_from_any_depth() -> None:
    pages = all_pages(made_up_archive())
    deep = max(pages, key=lambda address: address.count("/"))
    assert way_back(deep) == "../" * deep.count("/")
    assert f'href="{way_back(deep)}' in html_of(pages[deep])
