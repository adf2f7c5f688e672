"""Feeds as programs read them: Atom by RFC 4287, JSON Feed by its version 1.1."""

import json
import re
from collections.abc import Iterator
from datetime import datetime
from html.parser import HTMLParser
from pathlib import Path
from urllib.parse import urlsplit
from xml.etree.ElementTree import Element

import pytest
from expected_pages import TODAY, made_up_archive
from feeds import ATOM, EXAMPLE, OFFICIAL, SITE, TAG, as_of, atom_of, files_of, items
from jsonschema import Draft202012Validator
from site_pages import all_pages, by_name, concern, outcome, session
from small_archive import build as build_small

from generator import urls
from generator.exports.identity import AUTHORITY, tag
from generator.facts import SiteFacts
from generator.views.follow import followed

MOMENT = re.compile(r"\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}Z")
LANGUAGE = "{http://www.w3.org/XML/1998/namespace}lang"
TAG_URI = re.compile(
    rf"tag:{AUTHORITY.pattern}:(?:[A-Za-z0-9._~!$&'()*+,;=:@/?-]|%[0-9A-F]{{2}})*", re.ASCII
)
"""RFC 4151, 2.1: what follows the colon is of the letters a path may have."""

TEXT = {"type": "string", "minLength": 1}
FULL_ADDRESS = {"type": "string", "pattern": "^https?://"}
DATE = {"type": "string", "pattern": f"^{MOMENT.pattern}$"}
AUTHORS = {
    "type": "array",
    "minItems": 1,
    "items": {"type": "object", "required": ["name"], "properties": {"name": TEXT}},
}
JSON_FEED = {
    "type": "object",
    "required": ["version", "title", "items"],
    "additionalProperties": False,
    "properties": {
        "version": {"const": "https://jsonfeed.org/version/1.1"},
        "title": TEXT,
        "home_page_url": FULL_ADDRESS,
        "feed_url": FULL_ADDRESS,
        "description": TEXT,
        "language": {"const": "id"},
        "authors": AUTHORS,
        "items": {
            "type": "array",
            "maxItems": 50,
            "items": {
                "type": "object",
                "required": ["id", "content_html"],
                "additionalProperties": False,
                "properties": {
                    "id": TEXT,
                    "url": FULL_ADDRESS,
                    "title": TEXT,
                    "content_html": TEXT,
                    "date_published": DATE,
                    "date_modified": DATE,
                    "authors": AUTHORS,
                    "tags": {"type": "array", "items": TEXT},
                },
            },
        },
    },
}
"""https://www.jsonfeed.org/version/1.1/, as far as the site uses it."""


class Content(HTMLParser):
    """What stands in the HTML of an entry."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.elements: set[str] = set()
        self.links: list[str] = []
        self.feed(html)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.elements.add(tag)
        assert [name for name, _value in attrs if name != "href"] == []
        self.links += [value or "" for name, value in attrs]


def one(parent: Element, name: str) -> Element:
    (found,) = parent.findall(f"{ATOM}{name}")
    return found


def words(parent: Element, name: str) -> str:
    return one(parent, name).text or ""


def link(parent: Element, rel: str) -> str:
    (found,) = (each for each in parent.findall(f"{ATOM}link") if each.get("rel") == rel)
    return found.get("href") or ""


def check_person(parent: Element) -> None:
    assert words(one(parent, "author"), "name")


def check_moment(text: str) -> datetime:
    assert MOMENT.fullmatch(text)
    return datetime.fromisoformat(text)


def check_atom(feed: Element, address: str) -> None:
    """Hold a feed against the sections 4.1.1 and 4.1.2 of RFC 4287."""
    assert feed.tag == f"{ATOM}feed"
    assert feed.get(LANGUAGE) == "id"
    assert TAG_URI.fullmatch(words(feed, "id"))
    assert words(feed, "title")
    assert words(feed, "subtitle")
    check_person(feed)
    assert link(feed, "self") == f"{SITE}{address}"
    assert link(feed, "alternate").startswith(SITE)
    entries = feed.findall(f"{ATOM}entry")
    updated = [check_entry(each) for each in entries]
    assert len({words(each, "id") for each in entries}) == len(entries) <= 50
    newest = max(updated, default=datetime.fromisoformat("1970-01-01T00:00:00Z"))
    assert check_moment(words(feed, "updated")) == newest


def check_entry(entry: Element) -> datetime:
    assert TAG_URI.fullmatch(words(entry, "id"))
    assert words(entry, "title")
    assert one(entry, "title").get("type", "text") == "text"
    published, updated = (check_moment(words(entry, name)) for name in ("published", "updated"))
    assert published <= updated
    assert updated.date() <= TODAY
    check_person(entry)
    assert link(entry, "alternate").startswith(SITE)
    assert one(entry, "category").get("term")
    content = one(entry, "content")
    assert content.get("type") == "html"
    assert len(content) == 0  # escaped, as type="html" asks for (4.1.3.3)
    check_html(content.text or "")
    return updated


def check_html(html: str) -> None:
    found = Content(html)
    assert found.elements <= {"p", "ul", "li", "a"}
    assert [each for each in found.links if not each.startswith(SITE)] == []


@pytest.fixture(scope="module")
def published() -> dict[str, bytes]:
    return files_of(made_up_archive(), EXAMPLE)


def ending(published: dict[str, bytes], name: str) -> Iterator[tuple[str, bytes]]:
    found = [(address, content) for address, content in published.items() if address.endswith(name)]
    assert len(found) > 10
    yield from found


def test_every_atom_feed_is_what_the_rfc_asks_for(published: dict[str, bytes]) -> None:
    for address, content in ending(published, "kabar.xml"):
        check_atom(atom_of(content), address)


def test_every_json_feed_is_what_its_version_asks_for(published: dict[str, bytes]) -> None:
    validator = Draft202012Validator(JSON_FEED)
    for address, content in ending(published, "kabar.json"):
        feed = json.loads(content)
        assert list(validator.iter_errors(feed)) == []
        assert feed["feed_url"] == f"{SITE}{address}"
        for each in feed["items"]:
            check_html(each["content_html"])


def test_both_formats_say_the_same(published: dict[str, bytes]) -> None:
    for address, content in ending(published, "kabar.xml"):
        feed = atom_of(content)
        twin = json.loads(published[address.replace(".xml", ".json")])
        assert words(feed, "title") == twin["title"]
        assert words(feed, "subtitle") == twin["description"]
        assert [
            {
                "id": words(each, "id"),
                "url": link(each, "alternate"),
                "title": words(each, "title"),
                "content_html": words(each, "content"),
                "date_published": words(each, "published"),
                "date_modified": words(each, "updated"),
                "authors": [{"name": words(one(each, "author"), "name")}],
                "tags": [one(each, "category").get("term")],
            }
            for each in feed.findall(f"{ATOM}entry")
        ] == twin["items"]


def test_every_link_of_a_feed_leads_to_a_page(published: dict[str, bytes]) -> None:
    pages = all_pages(made_up_archive())
    for _address, content in ending(published, "kabar.json"):
        feed = json.loads(content)
        links = [feed["home_page_url"], *(each["url"] for each in feed["items"])]
        links += [link for each in feed["items"] for link in Content(each["content_html"]).links]
        for full in links:
            path, _, anchor = full.removeprefix(SITE).partition("#")
            if path == urls.HOW_TO_READ:
                continue
            assert path in pages
            assert not anchor or anchor in pages[path].anchors


def test_there_is_a_feed_of_everything_that_can_be_followed() -> None:
    found = made_up_archive()
    made = files_of(found)
    pages = [one.page for one in followed(found)]
    assert len(set(pages)) == len(pages)
    assert {urls.feed(page) for page in pages} <= made.keys()
    assert {urls.json_feed(page) for page in pages} <= made.keys()
    expected = {urls.HOME, urls.board("lewat-tenggat"), urls.CORRECTIONS}
    expected |= {urls.theme(key) for key in found.records.registries.themes}
    expected |= {urls.area(key) for key in found.areas}
    expected |= {urls.unit("polsek-sukamaju"), urls.unit("polres-rekaan")}
    assert expected <= set(pages)


def test_same_records_and_same_day_make_the_same_bytes() -> None:
    assert files_of(made_up_archive()) == files_of(made_up_archive.__wrapped__(TODAY))


# It never passes for real


@pytest.mark.parametrize(("nature", "mark"), [("contoh", "[Contoh] "), ("fiksi", "[Rekaan] ")])
def test_what_is_not_official_says_so_in_every_title(
    tmp_path: Path, nature: str, mark: str
) -> None:
    facts = SiteFacts("Kabar Balik", SITE, nature, "Jangan percaya.", "kabarbalik.example,2026")
    for address, content in files_of(build_small(tmp_path), facts).items():
        text = content.decode().replace("\r\n ", "")
        if address.endswith(".xml"):
            feed = atom_of(content)
            assert words(feed, "title").startswith(mark)
            assert words(feed, "subtitle").endswith("Jangan percaya.")
            assert all(words(each, "title").startswith(mark) for each in feed.iter(f"{ATOM}entry"))
        if address.endswith(".ics"):
            names = re.findall(r"^(?:SUMMARY|NAME|X-WR-CALNAME):(.*)$", text, re.MULTILINE)
            assert len(names) >= 2
            assert all(name.startswith(mark) for name in names)
            assert "X-WR-CALDESC:" in text
            assert "Jangan percaya." in text


def test_an_official_site_says_nothing_of_the_kind(tmp_path: Path) -> None:
    everything = b"".join(files_of(build_small(tmp_path)).values()).decode()
    assert "[Contoh]" not in everything
    assert "[Rekaan]" not in everything


# Nothing a record says is markup


EVIL = "</content><script>alert(1)</script> & <b>tebal</b> ]]> \"kutip\" 'satu'"


def test_what_was_typed_is_what_a_reader_sees(tmp_path: Path) -> None:
    files = by_name(
        {
            "sessions/s": session("2024-05-01", concern("satu", f"|\n      {EVIL}")),
            "outcomes/a": outcome("s#satu", "2024-05-10").replace(
                "uraian: Petugas mencatat dikerjakan.", f"uraian: |\n  {EVIL}"
            ),
        }
    )
    made = files_of(as_of(tmp_path, files))
    feed = atom_of(made["kabar.xml"])
    for each in feed.iter(f"{ATOM}entry"):
        check_entry(each)
    report = next(each for each in feed.iter(f"{ATOM}entry") if "kabar/" in words(each, "id"))
    assert words(report, "title").endswith(EVIL)
    html = words(report, "content")
    assert "&lt;script&gt;alert(1)&lt;/script&gt;" in html
    assert "<b>" not in html


# Ids


def test_an_id_outlives_a_new_address_of_the_site(tmp_path: Path) -> None:
    found = build_small(tmp_path)
    moved = SiteFacts("Kabar Balik", "https://lain.example/baru/", "resmi", "", OFFICIAL.tag)
    before, after = items(found), items(found, facts=moved)
    assert [each["id"] for each in before] == [each["id"] for each in after]
    assert all(each["url"].startswith("https://lain.example/baru/sesi/") for each in after)


def test_without_a_setting_the_host_of_the_site_gives_the_names() -> None:
    facts = SiteFacts("Kabar Balik", "https://kabar.polri.example:8443/a/", "resmi", "")
    assert tag(facts, "kabar/a/b") == "tag:kabar.polri.example,2026:kabar/a/b"


@pytest.mark.parametrize(
    ("setting", "fits"),
    [
        ("kabarbalik.example,2026", True),
        ("humas@polri.example,2026-05-01", True),
        ("kabarbalik.example", False),
        ("https://kabarbalik.example,2026", False),
        ("kabar balik,2026", False),
        ("kabarbalik.example,26", False),
        (",2026", False),
    ],
)
def test_a_name_giver_is_a_domain_and_a_date(setting: str, fits: bool) -> None:
    assert bool(AUTHORITY.fullmatch(setting)) is fits


def test_ids_are_of_letters_a_tag_may_have(tmp_path: Path) -> None:
    more = (
        "hadir:\n  unsur: [warga]\nkoreksi:\n  - tanggal: 2024-05-10\n"
        "    bagian: hadir › unsur é#1\n    semula: a\n    menjadi: b\n    sebab: c\n"
    )
    found = as_of(tmp_path, by_name({"sessions/s": session("2024-05-01", more=more)}))
    names = [f"{TAG}{each['id']}" for each in items(found)]
    assert len(names) == 2
    assert all(TAG_URI.fullmatch(name) for name in names)


# Pages lead to their feeds


def test_a_page_tells_programs_only_of_files_that_are_there() -> None:
    found = made_up_archive()
    made = files_of(found)
    led = {
        page.address: [feed.address for feed in page.head.feeds]
        for page in all_pages(found).values()
        if page.head.feeds
    }
    assert {address for feeds in led.values() for address in feeds} <= made.keys()
    for page in (urls.HOME, urls.unit("polsek-sukamaju"), *map(urls.area, found.areas)):
        assert led[page][:3] == [urls.feed(page), urls.json_feed(page), urls.calendar(page)]
    assert led[urls.board("lewat-tenggat")][0] == urls.feed(urls.board("lewat-tenggat"))


def test_a_feed_asks_for_nothing_and_loads_nothing(published: dict[str, bytes]) -> None:
    for address, content in ending(published, "kabar.xml"):
        assert re.findall(rb"&lt;(?:img|script|iframe|link|style|object)", content) == [], address
        links = re.findall(rb'href="([^"]*)"', content)
        hosts = {urlsplit(found.decode()).hostname for found in links}
        assert hosts == {"kabarbalik.example"}
