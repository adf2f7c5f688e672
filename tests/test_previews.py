"""What a chat shows of a link, and what a search engine is told: true, complete, and no more."""

import json
import re
import shutil
from collections.abc import Iterator
from dataclasses import replace
from datetime import date, datetime
from functools import cache, partial
from html.parser import HTMLParser
from io import BytesIO
from pathlib import Path
from typing import Any, NamedTuple
from urllib.parse import urlsplit

import expected_pages
import made_up_project
import pytest
from expected_pages import made_up_archive
from mkdocs.commands.build import build as mkdocs_build
from mkdocs.config import load_config
from PIL import Image, ImageChops
from playwright.sync_api import Browser, Page, Route
from small_archive import build

from generator import plugin, urls
from generator.colours import HEADER, colour, parts
from generator.exports import cards, structured
from generator.exports.cards import Card
from generator.facts import SiteFacts
from generator.model import Concern, Session
from generator.page import Crumb
from generator.plugin.settings import banner
from generator.press import render_head
from generator.views import catalogue
from generator.views.session import session_description
from generator.views.sharing import shared
from generator.wording.days import number

ROOT = Path(__file__).parents[1]
BASE = "https://uji.example/dasar/"
NATURES = ("resmi", "contoh", "fiksi")
MOST_LETTERS = 200
MOST_JSON = 1_500
"""Bytes of JSON-LD on the page of a session."""
MOST_CARD = 40_000
WITHDRAWN = "polsek-sukamaju/2024-02-02"

ONCE = (
    *("og:type", "og:title", "og:description", "og:url", "og:site_name", "og:locale"),
    *("og:image", "og:image:type", "og:image:width", "og:image:height", "og:image:alt"),
    *("twitter:card", "description", "viewport", "referrer", "color-scheme"),
)
"""What every page says of itself, exactly once."""

EVENT = {
    "name": str,
    "startDate": str,
    "location": dict | list,
    "eventStatus": str,
    "eventAttendanceMode": str,
    "organizer": dict | list,
    "image": str,
}
"""What https://developers.google.com/search/docs/appearance/structured-data/event requires (name,
date, place) or recommends, as far as a session has it: there is no offer and no performer."""

STATUSES = {f"https://schema.org/Event{word}" for word in ("Scheduled", "Cancelled", "Postponed")}
OF_A_PERSON = {"Person", "attendee", "attendees", "performer", "author", "actor", "contributor"}


class Head(HTMLParser):
    """The tags in the head of a page that are for programs."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.metas: list[tuple[str, str]] = []
        self.links: list[dict[str, str]] = []
        self.scripts: list[str] = []
        self._in_script = False
        self.feed(page.partition("</head>")[0])

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = {key: value or "" for key, value in attrs}
        if tag == "meta":
            name = given.get("property") or given.get("name") or given.get("http-equiv", "")
            self.metas.append((name, given.get("content", "")))
        if tag == "link":
            self.links.append(given)
        self._in_script = tag == "script" and given.get("type") == "application/ld+json"

    def handle_data(self, data: str) -> None:
        if self._in_script:
            self.scripts.append(data)
            self._in_script = False

    def all(self, name: str) -> list[str]:
        return [content for each, content in self.metas if each == name]

    def __getitem__(self, name: str) -> str:
        (content,) = self.all(name)
        return content

    @property
    def structured(self) -> list[dict[str, Any]]:
        """Every object the page tells of, read as a search engine would."""
        found: list[dict[str, Any]] = []
        for script in self.scripts:
            said = json.loads(script)
            assert said["@context"] == "https://schema.org"
            found.extend(said.get("@graph", [said]))
        return found


class Built(NamedTuple):
    """A site on the disk."""

    folder: Path
    nature: str

    def head(self, address: str) -> Head:
        file = self.folder / address
        file = file / "index.html" if file.is_dir() else file
        return Head(file.read_text(encoding="utf-8"))

    def addresses(self) -> list[str]:
        files = sorted(self.folder.rglob("index.html"))
        return [f"{file.parent.relative_to(self.folder)}/".removeprefix("./") for file in files]


def facts(nature: str = "resmi") -> SiteFacts:
    return SiteFacts("Kabar Balik", BASE, nature, banner(nature))


def project(root: Path, nature: str) -> Path:
    """The invented archive as a project of a nature, below a base path; gives its mkdocs.yml."""
    settings = (ROOT / "mkdocs.yml").read_text(encoding="utf-8")
    settings = re.sub(r"(?m)^site_url: .*$", f"site_url: {BASE}", settings)
    config = root / "mkdocs.yml"
    config.write_text(settings.replace("sifat: contoh", f"sifat: {nature}"), encoding="utf-8")
    shutil.copytree(ROOT / "content", root / "content")
    shutil.copytree(expected_pages.DATA, root / "data")
    return config


@pytest.fixture(scope="module")
def sites(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Built]:
    """The invented archive as a site of each nature."""
    made = {}
    for nature in NATURES:
        config = project(tmp_path_factory.mktemp(nature), nature)
        report = plugin.build_site(config, today=expected_pages.TODAY, jobs=1, strict=False)
        assert report.published, report.findings
        made[nature] = Built(report.site, nature)
    return made


@pytest.fixture(params=NATURES)
def site(request: pytest.FixtureRequest, sites: dict[str, Built]) -> Built:
    return sites[request.param]


@cache
def kinds() -> dict[str, str]:
    """One address of every kind of record page: its template and that address."""
    pages = list(catalogue.all_pages(made_up_archive()))
    return {page.template: page.address for page in reversed(pages)}


# Previews


def test_every_page_says_everything_once(site: Built) -> None:
    for address in site.addresses():
        head = site.head(address)
        wrong = {name: head.all(name) for name in ONCE if len(head.all(name)) != 1}
        assert wrong == {}, address
        assert all(head[name].strip() for name in ONCE), address


def test_a_preview_shows_a_picture_that_is_there(site: Built) -> None:
    for address in site.addresses():
        head = site.head(address)
        assert head["og:image"].startswith(f"{BASE}kartu/"), address
        file = site.folder / head["og:image"].removeprefix(BASE)
        with Image.open(file) as picture:
            assert (head["og:image:width"], head["og:image:height"]) == ("1200", "630")
            assert picture.size == (1200, 630)
        assert head["twitter:card"] == "summary_large_image"


@pytest.mark.parametrize(
    ("address", "card"),
    [
        ("sesi/polsek-sukamaju/2024-03-01/", "kartu/satuan/polsek-sukamaju.png"),
        ("satuan/polsek-sukamaju/", "kartu/satuan/polsek-sukamaju.png"),
        ("satuan/polsek-sukamaju/ditunggu/", "kartu/satuan/polsek-sukamaju.png"),
        ("tanya-balik/polsek-sukamaju/", "kartu/satuan/polsek-sukamaju.png"),
        ("poster/polsek-sukamaju/", "kartu/satuan/polsek-sukamaju.png"),
        ("wilayah/kabupaten-rekaan/", "kartu/situs.png"),
        ("sesi/", "kartu/situs.png"),
        ("satuan/", "kartu/situs.png"),
        ("tentang/", "kartu/situs.png"),
        ("", "kartu/situs.png"),
    ],
)
def test_a_page_of_a_unit_shows_the_units_card(
    sites: dict[str, Built], address: str, card: str
) -> None:
    assert sites["resmi"].head(address)["og:image"] == BASE + card


def test_addresses_in_a_preview_are_whole(site: Built) -> None:
    for address in site.addresses():
        head = site.head(address)
        assert head["og:url"] == f"{BASE}{address}"
        assert [link["href"] for link in head.links if link["rel"] == "canonical"] == [
            f"{BASE}{address}"
        ]


def test_the_home_page_is_called_by_the_sites_name(sites: dict[str, Built]) -> None:
    head = sites["resmi"].head("")
    assert (head["og:title"], head["og:type"]) == ("Kabar Balik", "website")


def test_a_description_is_short_and_says_what_the_site_is(site: Built) -> None:
    aside = {"contoh": "(Contoh, bukan situs resmi) ", "fiksi": "(Rekaan) ", "resmi": ""}
    for address in site.addresses():
        said = site.head(address)["description"]
        assert site.head(address)["og:description"] == said
        assert 20 < len(said) <= MOST_LETTERS, address
        assert said.startswith(aside[site.nature]), address
        assert ("(" in said[:1]) == bool(aside[site.nature]), address


# What a preview says of a session


def described(identity: str) -> str:
    found = made_up_archive()
    return session_description(found, found.records.sessions[identity])


@pytest.mark.parametrize(
    ("identity", "said"),
    [
        ("polsek-sukamaju/2024-07-05", "Sesi ini baru akan diadakan pada 5 Juli 2024."),
        ("polsek-sukamaju/2024-05-03", "dijadwalkan pada 3 Mei 2024"),
    ],
)
def test_a_session_without_a_report_says_so(identity: str, said: str) -> None:
    assert said in described(identity)


RECORDS = {
    "sessions/polsek-rekaan/2024-03-01.yml": (
        "program: jumat-curhat\nsatuan: polsek-rekaan\ntanggal: 2024-03-01\n"
        "tempat:\n  nama: Balai Desa\n  desa: Rekaan Jaya\nmasukan:\n"
        + "".join(
            f"  - id: {name}\n    jenis: permintaan\n    isi: |\n      Warga minta {name}.\n"
            for name in ("patroli", "lampu", "pos")
        )
    ),
    "outcomes/polsek-rekaan/lampu.yml": (
        "menjawab: 2024-03-01#lampu\ntanggal: 2024-03-20\nkejadian: selesai\n"
        "uraian: |\n  Lampu dipasang.\n"
    ),
}


def test_a_session_says_at_once_what_came_of_it_and_as_of_when(tmp_path: Path) -> None:
    found = build(tmp_path, RECORDS)
    (one,) = found.sessions
    assert session_description(found, one) == (
        "3 masukan: 2 belum ada kabar; 1 selesai menurut polisi, belum dibenarkan warga. "
        "Kabar terakhir 20 Maret 2024. Polsek Rekaan."
    )


def test_a_single_concern_is_not_counted_out(tmp_path: Path) -> None:
    session = RECORDS["sessions/polsek-rekaan/2024-03-01.yml"]
    only = session[: session.index("  - id: lampu")]
    found = build(tmp_path, {"sessions/polsek-rekaan/2024-03-01.yml": only})
    assert session_description(found, found.sessions[0]) == (
        "1 masukan: belum ada kabar. Catatan terakhir 1 Maret 2024. Polsek Rekaan."
    )


def test_what_a_preview_says_stays_true_when_only_time_passes() -> None:
    """A chat shows it for weeks: without a new record it must still be so."""
    for today in (date(2024, 6, 1), date(2024, 6, 30)):
        found, later = made_up_archive(today), made_up_archive(date(2025, 6, 1))
        for identity, one in found.records.sessions.items():
            if isinstance(one, Session) and one.concerns is None:
                continue
            assert session_description(found, one) == session_description(
                later, later.records.sessions[identity]
            )


def test_the_numbers_of_a_preview_are_those_of_the_page() -> None:
    found = made_up_archive()
    for one in found.sessions:
        matters = [each for each in found.matters_of.get(one.id, ()) if each.follow_up]
        silent = sum(bool(each.follow_up and each.follow_up.owes_word) for each in matters)
        said = session_description(found, one)
        counts = re.search(r": (?:(\d+) )?belum ada kabar", said)
        assert bool(counts) == bool(silent), (one.id, said)
        if counts and counts[1]:
            assert counts[1] == number(silent)


def test_no_word_of_a_resident_and_no_name_goes_into_a_preview(sites: dict[str, Built]) -> None:
    """A chat keeps it for weeks, also when it has been taken back here."""
    found = made_up_archive()
    texts, names = set(), set()
    for one in found.sessions:
        names |= {officer.name for officer in one.officers if officer.name}
        for entry in (*one.entries, *one.commitments):
            if isinstance(entry, Concern) and entry.text:
                texts |= {" ".join(entry.text.split())[:40]}
                texts |= {" ".join(each.text.split())[:40] for each in entry.given_answers}
    assert len(texts) > 10
    assert names
    for address in sites["resmi"].addresses():
        head = sites["resmi"].head(address)
        told = " ".join([*(content for _name, content in head.metas), *head.scripts])
        assert [words for words in (*texts, *names) if words in told] == [], address


# Cards


@cache
def drawn(name: str, above: str = "", nature: str = "resmi") -> bytes:
    return cards.draw(replace(cards.site_card(facts(nature)), name=name, above=above))


LONG = "Kepolisian Sektor Kawasan Pelabuhan Laut Tanjung Emas Semarang Utara dan Sekitarnya " * 3


@pytest.mark.parametrize("nature", NATURES)
@pytest.mark.parametrize(
    "name",
    ["X", "Polsek Sukamaju", "Kepolisian Resor Metro Jakarta Pusat", LONG, "W" * 200, "Bé—“ñ” 警"],
)
def test_a_card_is_small_and_has_the_size_chats_want(name: str, nature: str) -> None:
    content = drawn(name, "Polda Metro Jaya", nature)
    assert len(content) <= MOST_CARD
    with Image.open(BytesIO(content)) as picture:
        assert (picture.format, picture.size, picture.mode) == ("PNG", (1200, 630), "P")


def inked(one: bytes, other: bytes) -> tuple[int, int, int, int] | None:
    """Where two cards differ: left, top, right, bottom."""
    with Image.open(BytesIO(one)) as a, Image.open(BytesIO(other)) as b:
        return ImageChops.difference(a.convert("RGB"), b.convert("RGB")).getbbox()


@pytest.mark.parametrize(
    "name", ["Polsek Sukamaju", "Kepolisian Resor Metro Jakarta Pusat", LONG, "W" * 200]
)
@pytest.mark.parametrize("nature", NATURES)
def test_a_name_stays_within_the_card(name: str, nature: str) -> None:
    box = inked(drawn(name, "", nature), drawn("", "", nature))
    assert box
    left, top, right, bottom = box
    assert left >= 70
    assert top >= 130
    assert right <= 1200 - 70
    assert bottom <= (630 if nature == "resmi" else 630 - 104)


def test_a_card_says_what_the_site_is() -> None:
    official, example, fiction = (drawn("Polsek Sukamaju", "", nature) for nature in NATURES)
    for one, other in ((official, example), (official, fiction), (example, fiction)):
        box = inked(one, other)
        assert box
        assert box[3] > 560
    with Image.open(BytesIO(fiction)) as picture:
        strip = picture.convert("RGB").crop((0, 540, 1200, 630))
        ground, ink = (0xFF, 0xF3, 0xCF), (0x3F, 0x30, 0x00)
        counted = {colour: count for count, colour in strip.getcolors(256) or []}
        assert counted[ground] > 60_000
        assert counted[ink] > 3_000


def test_cards_of_different_units_differ_and_one_is_always_the_same() -> None:
    assert drawn("Polsek A") != drawn("Polsek B")
    card = replace(cards.site_card(facts()), name="Polsek A")
    assert cards.draw(card) == cards.draw(card)


def test_every_unit_with_a_page_has_a_card_and_no_other() -> None:
    found = made_up_archive()
    addresses = {each.address for each in cards.files(found, facts())}
    units = {page.address for page in catalogue.all_pages(found) if page.template == "unit.html"}
    keys = {address.split("/")[1] for address in units}
    assert addresses == {urls.SITE_CARD, *map(urls.unit_card, keys)}


def test_nothing_on_a_card_goes_stale() -> None:
    """No figure, no status and no date: a chat shows it for weeks."""
    for each in cards.files(made_up_archive(), facts()):
        card = each.made_from
        assert isinstance(card, Card)
        assert not re.search(r"\d", " ".join((card.name, card.above, card.says, card.notice)))


def test_a_card_is_only_drawn_when_its_words_change(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    config = project(tmp_path, "resmi")
    asked: list[str] = []
    real = cards.draw

    def counted(card: Card) -> bytes:
        asked.append(card.name)
        return real(card)

    monkeypatch.setattr(cards, "draw", counted)
    make = partial(plugin.build_site, config, jobs=1, strict=False)
    assert make(today=date(2024, 6, 1)).published
    kept = {file: file.read_bytes() for file in (tmp_path / "site/kartu").rglob("*.png")}
    assert len(asked) == len(kept) > 3
    asked.clear()
    assert make(today=date(2024, 6, 2)).published
    assert asked == []
    assert {file: file.read_bytes() for file in kept} == kept
    unit = tmp_path / "data/units/polsek-sukamaju.yml"
    words = unit.read_text(encoding="utf-8")
    unit.write_text(words.replace("nama: Polsek Sukamaju", "nama: Polsek Maju"), encoding="utf-8")
    assert make(today=date(2024, 6, 2)).published
    assert asked == ["Polsek Maju"]


# What search engines are told


def things(said: object) -> Iterator[dict[str, Any]]:
    """Every object in JSON-LD, however deep."""
    if isinstance(said, dict):
        yield said
        for value in said.values():
            yield from things(value)
    if isinstance(said, list):
        for value in said:
            yield from things(value)


def test_every_page_says_it_in_json_and_in_few_bytes(site: Built) -> None:
    told = set()
    for address in site.addresses():
        head = site.head(address)
        assert len(head.scripts) <= 1, address
        told |= {one["@type"] for one in head.structured}
        assert sum(len(each.encode()) for each in head.scripts) <= MOST_JSON, address
    assert told >= {"WebSite", "Event", "Report", "ItemList"}


def test_an_event_has_what_a_search_engine_asks_for(site: Built) -> None:
    events = [
        (address, one)
        for address in site.addresses()
        for one in site.head(address).structured
        if one["@type"] == "Event"
    ]
    assert len(events) > 3
    for address, event in events:
        assert address.startswith("sesi/")
        for name, kind in EVENT.items():
            assert isinstance(event.get(name), kind), (address, name)
        for name in ("startDate", "endDate"):
            if name in event:
                assert_iso(event[name])
        assert event["eventStatus"] in STATUSES
        for place in list_of(event["location"]):
            assert place["@type"] == "Place"
            assert place["name"]
            assert place["address"]["addressCountry"] == "ID"
            assert place["address"]["addressLocality"]
        for unit in list_of(event["organizer"]):
            assert unit["@type"] == "GovernmentOrganization"
            assert (site.folder / unit["url"].removeprefix(BASE) / "index.html").is_file()


def list_of(value: Any) -> list[dict[str, Any]]:
    return value if isinstance(value, list) else [value]


def assert_iso(text: str) -> None:
    """A day, or a moment with its distance from universal time (ISO 8601)."""
    if "T" not in text:
        assert date.fromisoformat(text).isoformat() == text
        return
    moment = datetime.fromisoformat(text)
    assert moment.utcoffset() is not None
    assert re.search(r"\+0[789]:00$", text)


def test_no_page_tells_of_a_person(site: Built) -> None:
    for address in site.addresses():
        for one in things(site.head(address).structured):
            assert OF_A_PERSON.isdisjoint({one.get("@type"), *one}), address


def test_addresses_that_are_told_are_whole_and_lead_somewhere(site: Built) -> None:
    for address in site.addresses():
        for one in things(site.head(address).structured):
            for name in ("url", "item", "image"):
                if name not in one:
                    continue
                assert one[name].startswith(BASE), (address, one)
                path = urlsplit(one[name].removeprefix(BASE)).path
                file = site.folder / path
                assert file.is_file() or (file / "index.html").is_file(), (address, one[name])


SESSION = """\
program: jumat-curhat
satuan: polsek-rekaan
tanggal: {day}
{more}tempat:
  nama: Balai Desa
  desa: Rekaan Jaya
masukan: nihil
"""


def event_of(tmp_path: Path, day: str, more: str = "") -> dict[str, Any] | None:
    files = {"sessions/polsek-rekaan/satu.yml": SESSION.format(day=day, more=more)}
    found = build(tmp_path, files)
    said = structured.session(found.sessions[0], found, facts())
    return next((one for one in said if one and one["@type"] == "Event"), None)


@pytest.mark.parametrize(
    ("day", "more", "begins", "ends"),
    [
        ("2024-03-01", "", "2024-03-01", None),
        ("2024-03-01", "waktu: malam\n", "2024-03-01", None),
        ("2024-03-01", "waktu: 16.30\n", "2024-03-01T16:30:00+07:00", None),
        ("2024-03-01", "waktu: 16.30 WIT\n", "2024-03-01T16:30:00+09:00", None),
        (
            "2024-02-29",
            "waktu: 22.00-03.00 WITA\n",
            "2024-02-29T22:00:00+08:00",
            "2024-03-01T03:00:00+08:00",
        ),
        ("2024-03-01/2024-03-02", "waktu: 16.30\n", "2024-03-01", "2024-03-02"),
    ],
)
def test_an_event_is_dated_as_closely_as_it_is_known(
    tmp_path: Path, day: str, more: str, begins: str, ends: str | None
) -> None:
    event = event_of(tmp_path, day, more)
    assert event
    assert (event["startDate"], event.get("endDate")) == (begins, ends)


@pytest.mark.parametrize(
    "day", ["2024-03", "2024-03-01?", "../2024-03-01", "tidak diketahui", "2024-02/2024-03"]
)
def test_a_day_that_is_not_known_is_not_told(tmp_path: Path, day: str) -> None:
    assert event_of(tmp_path, day) is None


def test_what_was_only_announced_may_never_have_taken_place(tmp_path: Path) -> None:
    announced = SESSION.replace("masukan: nihil\n", "")
    for day, is_told in (("2024-06-20", True), ("2024-05-20", False)):
        files = {"sessions/polsek-rekaan/satu.yml": announced.format(day=day, more="")}
        found = build(tmp_path / day, files)
        said = structured.session(found.sessions[0], found, facts())
        assert ["Event" in str(said), "Report" in str(said)] == [is_told, False], day


def test_a_broadcast_has_no_place_and_is_no_event(tmp_path: Path) -> None:
    on_air = SESSION.format(day="2024-03-01", more="moda: siaran radio\n")
    on_air = re.sub(r"tempat:\n(  .*\n)+", "", on_air)
    found = build(tmp_path, {"sessions/polsek-rekaan/satu.yml": on_air})
    said = structured.session(found.sessions[0], found, facts())
    assert [one and one["@type"] for one in said] == [None, "Report"]


def test_the_way_to_a_page_is_told_with_the_page_at_its_end() -> None:
    trail = (Crumb("sesi/", "Sesi"), Crumb("satuan/polsek-a/", "Polsek A"))
    said = structured.breadcrumbs(trail, "Jumat Curhat", facts())
    assert said == {
        "@type": "BreadcrumbList",
        "itemListElement": [
            {"@type": "ListItem", "position": 1, "name": "Sesi", "item": f"{BASE}sesi/"},
            {
                "@type": "ListItem",
                "position": 2,
                "name": "Polsek A",
                "item": f"{BASE}satuan/polsek-a/",
            },
            {"@type": "ListItem", "position": 3, "name": "Jumat Curhat"},
        ],
    }


def test_the_home_page_tells_how_to_search(sites: dict[str, Built]) -> None:
    (said,) = sites["resmi"].head("").structured
    assert said["@type"] == "WebSite"
    assert said["potentialAction"] == {
        "@type": "SearchAction",
        "target": {"@type": "EntryPoint", "urlTemplate": f"{BASE}cari/?q={{search_term_string}}"},
        "query-input": "required name=search_term_string",
    }


def test_nothing_that_is_told_can_end_its_script(tmp_path: Path) -> None:
    named = SESSION.format(
        day="2024-03-01", more="judul: Temu </script><script>alert(1)</script>\n"
    )
    found = build(tmp_path, {"sessions/polsek-rekaan/satu.yml": named})
    page = next(each for each in catalogue.all_pages(found) if each.template == "session.html")
    html = render_head(shared(page, found, facts()), BASE)
    assert html.count("</script>") == 1
    (event, _report, _way) = Head(html).structured
    assert event["name"] == "Temu </script><script>alert(1)</script>"


# What is to be found, and what is not


def test_robots_are_shown_the_way_unless_all_is_fiction(sites: dict[str, Built]) -> None:
    for nature in ("resmi", "contoh"):
        said = (sites[nature].folder / urls.ROBOTS).read_text()
        assert said == f"User-agent: *\nAllow: /\n\nSitemap: {BASE}sitemap.xml\n"


def test_the_pages_of_a_fictional_site_may_be_read_for_they_say_not_to_list_them(
    sites: dict[str, Built],
) -> None:
    said = (sites["fiksi"].folder / urls.ROBOTS).read_text().splitlines()
    kinds = {one.removeprefix("Disallow: /*.").removesuffix("$") for one in said[1:]}
    assert said[0] == "User-agent: *"
    assert kinds == {"csv", "ics", "json", "xml"}
    there = {file.suffix for file in sites["fiksi"].folder.rglob("*") if file.is_file()}
    assert {f".{kind}" for kind in kinds} & there
    assert ".html" in there


def test_nothing_of_a_fictional_site_is_to_be_found(sites: dict[str, Built]) -> None:
    fiction = sites["fiksi"]
    for address in (*fiction.addresses(), "404.html"):
        assert fiction.head(address).all("robots") == ["noindex"], address
    assert not (fiction.folder / "sitemap.xml").exists()


@pytest.mark.parametrize("nature", ["resmi", "contoh"])
def test_what_is_listed_is_what_may_be_found(sites: dict[str, Built], nature: str) -> None:
    site = sites[nature]
    listing = (site.folder / "sitemap-1.xml").read_text(encoding="utf-8")
    listed = set(re.findall(r"<loc>(.*?)</loc>", listing))
    hidden = {each for each in site.addresses() if site.head(each).all("robots")}
    assert listed == {f"{BASE}{each}" for each in site.addresses()} - {
        f"{BASE}{each}" for each in hidden
    }
    assert hidden
    for address in hidden:
        first = address.split("/")[0]
        assert first in ("tanya-balik", "poster") or "halaman" in address or WITHDRAWN in address


def test_what_was_taken_back_is_not_found_and_tells_nothing(sites: dict[str, Built]) -> None:
    head = sites["resmi"].head(f"sesi/{WITHDRAWN}/")
    assert head.all("robots") == ["noindex"]
    assert head.scripts == []
    assert head["og:title"] == "Catatan yang ditarik"


def test_the_later_pages_of_a_list_are_not_found(tmp_path: Path) -> None:
    files = {
        f"sessions/polsek-rekaan/s{number}.yml": SESSION.format(day="2024-03-01", more="")
        for number in range(60)
    }
    found = build(tmp_path, files)
    pages = {each.address: shared(each, found, facts()) for each in catalogue.all_pages(found)}
    assert pages["sesi/"].head.is_listed
    assert not pages["sesi/halaman/2/"].head.is_listed


# The site's sign


def test_the_sign_is_small_and_not_the_themes(site: Built) -> None:
    for address in (*kinds().values(), "404.html", "tentang/"):
        icons = [link["href"] for link in site.head(address).links if link["rel"] == "icon"]
        assert [Path(each).name for each in icons] == [urls.ICON, urls.ICON_SMALL], address
    assert len((site.folder / urls.ICON).read_bytes()) < 700
    assert len((site.folder / urls.ICON_SMALL).read_bytes()) < 1_500
    assert not (site.folder / "assets/images/favicon.png").exists()


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_the_colour_of_the_browsers_bar_is_that_of_the_header(site: Built, scheme: str) -> None:
    styles = (ROOT / "generator/theme/assets/kerangka.css").read_text(encoding="utf-8")
    light, dark = re.findall(r"--md-primary-fg-color: (#\w+)", styles)[:2]
    page = (site.folder / "index.html").read_text(encoding="utf-8")
    expected = light if scheme == "light" else dark
    assert (
        f'<meta name="theme-color" media="(prefers-color-scheme: {scheme})" content="{expected}">'
        in page
    )


# In a browser


def serving(site: Built, asked: list[str]) -> Any:
    """Answer for the host, its pages below the base path, and a 404 where there is none."""

    def answer(route: Route) -> None:
        url = urlsplit(route.request.url)
        asked.append(route.request.url)
        if url.netloc != "uji.example":
            route.fulfill(status=200, body="aku dari luar", content_type="text/plain")
            return
        file = site.folder / url.path.removeprefix("/dasar").lstrip("/")
        file = file / "index.html" if file.is_dir() else file
        if not file.is_file() or not url.path.startswith("/dasar/"):
            missing = (site.folder / "404.html").read_bytes()
            route.fulfill(status=404, body=missing, content_type="text/html; charset=utf-8")
            return
        route.fulfill(path=file)

    return answer


@pytest.fixture
def page(browser: Browser, sites: dict[str, Built]) -> Iterator[tuple[Page, list[str]]]:
    context = browser.new_context(viewport={"width": 360, "height": 740})
    asked: list[str] = []
    context.route("**/*", serving(sites["contoh"], asked))
    yield context.new_page(), asked
    context.close()


@pytest.mark.browser
@pytest.mark.parametrize("address", ["tidak-ada/", "sesi/polsek-x/2031-01-01/dalam/sekali/"])
def test_an_address_without_a_page_helps_from_any_depth(
    page: tuple[Page, list[str]], address: str
) -> None:
    shown, asked = page
    response = shown.goto(BASE + address)
    assert response
    assert response.status == 404
    assert shown.inner_text("h1") == "Halaman ini tidak ada"
    assert all(url.startswith(BASE) for url in asked), asked
    ground = shown.eval_on_selector(".md-header", "one => getComputedStyle(one).backgroundColor")
    assert ground == "rgb({}, {}, {})".format(*parts(colour(HEADER)))
    assert shown.evaluate("document.documentElement.scrollWidth - innerWidth") <= 0
    shown.fill("input[name=q]", "lampu jalan")
    shown.click("main form [type=submit]")
    assert shown.url == f"{BASE}cari/?q=lampu+jalan"
    shown.goto(BASE + address)
    for link in shown.eval_on_selector_all("article a", "all => all.map(one => one.href)"):
        found = shown.goto(link)
        assert found
        assert found.status == 200, link
        assert link.startswith(BASE)


@pytest.mark.browser
@pytest.mark.parametrize("address", ["", "sesi/polsek-sukamaju/2024-03-01/", "angka/"])
def test_a_browser_refuses_whatever_would_leave_the_site(
    page: tuple[Page, list[str]], address: str
) -> None:
    shown, asked = page
    refused: list[str] = []
    shown.on("console", lambda said: refused.append(said.text) if said.type == "error" else None)
    shown.goto(BASE + address)
    assert refused == []
    shown.evaluate(
        """async () => {
          const other = 'https://lain.example/';
          const add = (kind, key, value) => document.body.append(
            Object.assign(document.createElement(kind), {[key]: value}));
          add('img', 'src', other + 'gambar.png');
          add('script', 'src', other + 'skrip.js');
          add('script', 'textContent', 'window.dalam = 1');
          add('iframe', 'src', other);
          add('link', 'href', other);
          await fetch(other + 'ambil').catch(() => 0);
        }"""
    )
    shown.wait_for_timeout(200)
    assert {urlsplit(url).netloc for url in asked} == {"uji.example"}
    assert shown.evaluate("window.dalam") is None
    assert len(refused) >= 4


@pytest.mark.browser
def test_no_kind_of_page_needs_what_is_refused(page: tuple[Page, list[str]]) -> None:
    shown, _asked = page
    refused: list[str] = []
    shown.on("console", lambda said: refused.append(said.text))
    for address in (*kinds().values(), "tentang/", "cara-membaca/", "panduan/"):
        shown.goto(BASE + address)
        assert refused == [], address
        shown.emulate_media(media="print")
        assert refused == [], address
        shown.emulate_media(media="screen")


def test_while_someone_writes_the_script_mkdocs_adds_is_not_refused(tmp_path: Path) -> None:
    config = made_up_project.write_project(tmp_path / "uji")
    policy = "Content-Security-Policy"
    with made_up_project.stand_in(config.parent):
        made_up_project.build_plainly(config)
        assert policy in (config.parent / "site/index.html").read_text(encoding="utf-8")
        loaded = load_config(str(config))
        loaded.plugins.on_startup(command="serve", dirty=False)
        mkdocs_build(loaded)
        loaded.plugins.on_shutdown()
    assert policy not in (config.parent / "site/index.html").read_text(encoding="utf-8")
