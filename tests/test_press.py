"""The press promises: pages as their templates and shells say, and no work done twice."""

import datetime
import json
import os
import re
import subprocess
import sys
from collections.abc import Callable
from concurrent.futures import ProcessPoolExecutor, ThreadPoolExecutor
from dataclasses import dataclass, replace
from enum import Enum, StrEnum
from html.parser import HTMLParser
from multiprocessing import get_context
from pathlib import Path
from typing import Any
from urllib.parse import quote

import pytest
from hypothesis import given
from hypothesis import strategies as some
from markupsafe import Markup

from generator import language, pagefiles, rendering
from generator.errors import KabarError, ShellError
from generator.fingerprints import (
    UNKNOWN,
    Fingerprint,
    FingerprintFile,
    SitePrint,
    edition,
    fingerprint,
)
from generator.page import FeedLink, Head, Page, SiteFile
from generator.press import Pressed, Previous, Printing, press, sheet
from generator.press.outlet import ALONE, BATCH
from generator.rendering import way_back
from generator.shell import EXPECTED, STEM, Mark, Shell, ShellKey

SITE_URL = "https://kabar.example/"
MARKED = f"""<html><head><title>{Mark.TITLE} - Kabar</title>
  <meta name="description" content="{Mark.DESCRIPTION}">
  <meta property="t" content="{Mark.TITLE}"><meta property="d" content="{Mark.DESCRIPTION}">
  <meta property="u" content="{Mark.CANONICAL}">
  <link rel="canonical" href="{Mark.CANONICAL}">{Mark.HEAD}</head>
  <body><header></header><main>{Mark.BODY}</main></body></html>"""


@dataclass(frozen=True, slots=True)
class Story:
    """A view: what a page of these tests shows."""

    text: str
    steps: tuple[str, ...] = ()


@pytest.fixture
def templates(tmp_path: Path) -> Path:
    folder = tmp_path / "templates"
    folder.mkdir()
    (folder / "story.html").write_text(
        "<h1>{{ page.title }}</h1><p>{{ view.text }}</p>"
        "{% for step in view.steps %}<li>{{ step }}</li>{% endfor %}"
        '<a href="{{ base }}sesi/">Semua sesi</a>'
    )
    (folder / "_head.html").write_text((rendering.TEMPLATES / "_head.html").read_text())
    return folder


def story(address: str, view: object | None = None, *, title: str = "Sesi") -> Page:
    told = Story(f"Cerita {address}") if view is None else view
    return Page(address, "sesi", "story.html", title, "Apa jadinya", lambda: told)


def stories(number: int) -> list[Page]:
    return [story(f"sesi/polsek-x/{each:05d}/") for each in range(number)]


def printing(site: Path, templates: Path, depths: tuple[int, ...] = (0, 1, 2, 3)) -> Printing:
    shell = Shell.cut(MARKED)
    shells = {ShellKey("sesi", depth): shell for depth in depths}
    return Printing(shells, site, SITE_URL, templates)


def content_of(site: Path) -> dict[str, bytes]:
    return {
        path.relative_to(site).as_posix(): path.read_bytes()
        for path in site.rglob("*")
        if path.is_file()
    }


@pytest.fixture
def rendered(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The addresses of pages in the order they are written."""
    addresses: list[str] = []

    def write(site: Path, address: str, content: bytes) -> None:
        addresses.append(address)
        pagefiles.write(site, address, content)

    monkeypatch.setattr(sheet, "write", write)
    return addresses


# The shell


def test_a_shell_is_cut_at_its_marks_and_filled_again() -> None:
    page = Shell.cut(MARKED).fill(
        title="Judul", description="Ket", canonical="https://a/", head="<meta>", body="<p>Isi</p>"
    )
    assert page.decode() == (
        "<html><head><title>Judul - Kabar</title>\n"
        '<meta name="description" content="Ket">\n'
        '<meta property="t" content="Judul"><meta property="d" content="Ket">\n'
        '<meta property="u" content="https://a/">\n'
        '<link rel="canonical" href="https://a/"><meta></head>\n'
        "<body><header></header><main><p>Isi</p></main></body></html>"
    )


@pytest.mark.parametrize("mark", Mark)
def test_a_shell_without_one_of_its_marks_is_refused(mark: Mark) -> None:
    with pytest.raises(ShellError, match=rf"{mark.name.lower()} {EXPECTED[mark] - 1}"):
        Shell.cut(MARKED.replace(mark, "", 1))


@pytest.mark.parametrize("mark", Mark)
def test_a_shell_with_a_mark_too_many_is_refused(mark: Mark) -> None:
    with pytest.raises(ShellError, match=rf"{mark.name.lower()} {EXPECTED[mark] + 1}"):
        Shell.cut(f"{MARKED}{mark}")


def test_a_shell_with_half_a_mark_is_refused() -> None:
    with pytest.raises(ShellError):
        Shell.cut(f"{MARKED}{STEM}Tit")


class Parts(HTMLParser):
    """The tags of a page and the text of its title and description."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.tags: list[str] = []
        self.texts: dict[str, str] = {}
        self.description: str | None = None
        self.feed(page)

    def handle_starttag(self, tag: str, attributes: list[tuple[str, str | None]]) -> None:
        self.tags.append(tag)
        if dict(attributes).get("name") == "description":
            self.description = dict(attributes)["content"]

    def handle_data(self, text: str) -> None:
        if self.tags:
            self.texts[self.tags[-1]] = self.texts.get(self.tags[-1], "") + text


HOSTILE = [
    "</title><script>alert(1)</script>",
    '"><img src=x onerror=alert(1)>',
    "Tanya & jawab <b>tebal</b>",
    "' onmouseover='alert(1)",
    f"{Mark.BODY} {Mark.TITLE}",
    "{{ 7 * 7 }} {% raw %}",
    "\\1 \\g<0> $& %s",
]


@pytest.mark.parametrize("words", HOSTILE)
def test_no_title_or_description_becomes_markup(
    tmp_path: Path, templates: Path, words: str
) -> None:
    plain, hostile = tmp_path / "plain", tmp_path / "hostile"
    page = Page("a/", "sesi", "story.html", words, words, lambda: Story(words, (words,)))
    press([story("a/", Story("teks", ("langkah",)))], printing(plain, templates))
    press([page], printing(hostile, templates))
    expected = Parts((plain / "a/index.html").read_text())
    found = Parts((hostile / "a/index.html").read_text())
    assert found.tags == expected.tags
    assert found.texts["title"].strip() == f"{words} - Kabar"
    assert found.texts["p"] == found.texts["h1"] == words
    assert found.description == words


# Pages


@pytest.mark.parametrize(
    ("address", "base"), [("", "./"), ("sesi/", "../"), ("sesi/polsek-x/2023-10-20/", "../../../")]
)
def test_a_page_knows_the_way_back_and_its_full_address(
    tmp_path: Path, templates: Path, address: str, base: str
) -> None:
    site = tmp_path / "site"
    press([story(address)], printing(site, templates))
    page = (site / address / "index.html").read_text()
    assert way_back(address) == base
    assert f'<a href="{base}sesi/">' in page
    assert f'<link rel="canonical" href="{SITE_URL}{address}">' in page


def test_what_is_rendered_once_leads_back_from_every_page(tmp_path: Path, templates: Path) -> None:
    (templates / "_parts.html").write_text(
        '{% macro step(base, one) %}<a href="{{ base }}{{ one.text }}">{{ one.text }}</a>'
        "{% endmacro %}"
    )
    (templates / "story.html").write_text(
        '{% import "_parts.html" as parts %}'
        "{% for one in view.steps %}{{ once(parts.step, base, one) }}{% endfor %}"
    )
    same, alike, other = Story("sesi/a/"), Story("sesi/a/"), Story("sesi/b/")
    shown = {"": (same,), "a/b/": (same, other), "a/b/c/": (other, alike, same)}
    pages = [story(address, Story("", steps)) for address, steps in shown.items()]  # type: ignore[arg-type]
    press(pages, printing(tmp_path, templates))
    for address, steps in shown.items():
        page = (tmp_path / address / "index.html").read_text()
        led = re.findall(r'<a href="([^"]*)">([^<]*)</a>', page)
        assert led == [(f"{way_back(address)}{one.text}", one.text) for one in steps]


def test_what_is_rendered_once_does_not_pile_up(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(rendering, "_MOST_KEPT", 2)
    once, made = rendering.Once(), []

    def macro(base: str, view: Story) -> Markup:
        made.append(view.text)
        return Markup(f"{base}{view.text}")

    first, second, third = Story("a"), Story("b"), Story("c")
    shown = [once(macro, "", one) for one in (first, second, first, third, third, first)]
    assert shown == ["a", "b", "a", "c", "c", "a"]
    assert made == ["a", "b", "c", "a"]


@given(some.text())
def test_text_stands_in_an_address_as_it_would_by_quote(text: str) -> None:
    assert rendering.percent_encoded(text) == quote(text, safe="/")


@pytest.mark.parametrize(
    ("said", "wrong"), [("view.txt", "txt"), ("viw.text", "viw"), ("viw", "viw")]
)
def test_a_misspelt_name_in_a_template_is_an_error(
    tmp_path: Path, templates: Path, said: str, wrong: str
) -> None:
    (templates / "story.html").write_text("{{ " + said + " }}")
    with pytest.raises(Exception, match=wrong):
        press([story("a/")], printing(tmp_path / "site", templates))


def test_two_pages_at_one_address_are_an_error(tmp_path: Path, templates: Path) -> None:
    with pytest.raises(KabarError, match="a/"):
        press([story("a/"), story("a/")], printing(tmp_path / "site", templates))


def test_a_page_without_a_shell_is_an_error(tmp_path: Path, templates: Path) -> None:
    with pytest.raises(ShellError, match="a/"):
        press([story("a/")], printing(tmp_path / "site", templates, depths=(2,)))


def test_the_site_speaks_its_own_language(tmp_path: Path, templates: Path) -> None:
    def spoken() -> Story:
        return Story(language._("Halo"))

    page = Page("a/", "sesi", "story.html", "Judul", "", spoken)
    language._catalogue.set({"Halo": "Hello"})
    press([page], printing(tmp_path, templates))
    assert language._("Halo") == "Hello"
    assert "<p>Halo</p>" in (tmp_path / "a/index.html").read_text()


def test_progress_ends_with_every_page_done(tmp_path: Path, templates: Path) -> None:
    told: list[tuple[int, int]] = []
    press(
        stories(BATCH + 1),
        printing(tmp_path, templates),
        progress=lambda done, total: told.append((done, total)),
    )
    assert told == [(0, BATCH + 1), (BATCH, BATCH + 1), (BATCH + 1, BATCH + 1)]


# Nothing twice


def test_no_page_of_an_unchanged_site_is_written(
    tmp_path: Path, templates: Path, rendered: list[str]
) -> None:
    old, new = tmp_path / "old", tmp_path / "new"
    first = press(stories(5), printing(old, templates))
    del rendered[:]
    second = press(stories(5), printing(new, templates), previous=Previous(old, first.known))
    assert rendered == []
    assert (second.written, second.kept) == (0, 5)
    assert second.known == first.known
    for page in stories(5):
        file = f"{page.address}index.html"
        assert (old / file).stat().st_ino == (new / file).stat().st_ino


def test_a_changed_page_is_a_new_file_and_the_old_one_stays_as_it_was(
    tmp_path: Path, templates: Path, rendered: list[str]
) -> None:
    old, new = tmp_path / "old", tmp_path / "new"
    first = press(stories(3), printing(old, templates))
    before = content_of(old)
    del rendered[:]
    pages = stories(3)
    pages[1] = story(pages[1].address, Story("Lain"))
    press(pages, printing(new, templates), previous=Previous(old, first.known))
    assert rendered == [pages[1].address]
    assert content_of(old) == before
    assert "Lain" in (new / pages[1].address / "index.html").read_text()


def test_a_page_that_is_gone_is_not_taken_over(tmp_path: Path, templates: Path) -> None:
    old, new = tmp_path / "old", tmp_path / "new"
    first = press(stories(3), printing(old, templates))
    second = press(stories(2), printing(new, templates), previous=Previous(old, first.known))
    assert set(content_of(new)) == {f"{page.address}index.html" for page in stories(2)}
    assert set(second.known.pages) == {page.address for page in stories(2)}


def change_title(page: Page) -> Page:
    return Page(page.address, "sesi", page.template, "Judul lain", page.description, page.view)


def change_description(page: Page) -> Page:
    return Page(page.address, "sesi", page.template, page.title, "Keterangan lain", page.view)


def change_template(page: Page) -> Page:
    return Page(page.address, "sesi", "other.html", page.title, page.description, page.view)


@pytest.mark.parametrize("change", [change_title, change_description, change_template])
def test_a_page_is_made_anew_when_its_facts_change(
    tmp_path: Path, templates: Path, change: Callable[[Page], Page]
) -> None:
    (templates / "other.html").write_text("{{ view.text }}")
    first = press([story("a/")], printing(tmp_path / "old", templates))
    second = press(
        [change(story("a/"))],
        printing(tmp_path / "new", templates),
        previous=Previous(tmp_path / "old", first.known),
    )
    assert (second.written, second.kept) == (1, 0)


@pytest.mark.parametrize(("become", "written"), [("dua", 2), ("{# dua #}satu", 0)])
def test_every_page_that_comes_out_otherwise_is_made_anew_when_a_template_changes(
    tmp_path: Path, templates: Path, become: str, written: int
) -> None:
    with (templates / "story.html").open("a") as page:
        page.write('{% include "_part.html" %}')
    (templates / "_part.html").write_text("satu")
    first = press(stories(2), printing(tmp_path / "old", templates))
    (templates / "_part.html").write_text(become)
    second = press(
        stories(2),
        printing(tmp_path / "new", templates),
        previous=Previous(tmp_path / "old", first.known),
    )
    assert (second.written, second.kept) == (written, 2 - written)


def test_a_preview_shows_what_a_template_has_become(tmp_path: Path, templates: Path) -> None:
    press(stories(1), printing(tmp_path / "old", templates))
    (templates / "story.html").write_text("sudah lain")
    press(stories(1), printing(tmp_path / "new", templates))
    (made,) = (tmp_path / "new").rglob("index.html")
    assert "sudah lain" in made.read_text()


def test_every_page_is_made_anew_when_its_shell_or_the_site_moves(
    tmp_path: Path, templates: Path
) -> None:
    before = printing(tmp_path / "old", templates)
    first = press(stories(1), before)
    other_shell = {ShellKey("sesi", 3): Shell.cut(MARKED.replace("<main>", "<main id=isi>"))}
    for each, changed in {
        "shell": Printing(other_shell, tmp_path / "shell", SITE_URL, templates),
        "moved": Printing(before.shells, tmp_path / "moved", "https://lain.example/", templates),
    }.items():
        second = press(stories(1), changed, previous=Previous(tmp_path / "old", first.known))
        assert second.written == 1, each


def counted(built: list[str], address: str, text: str = "Cerita") -> Page:
    """A page that tells when its view is built."""

    def view() -> Story:
        built.append(address)
        return Story(text)

    return Page(address, "sesi", "story.html", "Sesi", "", view)


def test_no_view_is_built_when_nothing_has_changed_that_pages_tell_of(
    tmp_path: Path, templates: Path
) -> None:
    built: list[str] = []
    pages = [counted(built, "a/"), counted(built, "b/")]
    old, new = tmp_path / "old", tmp_path / "new"
    first = press(pages, replace(printing(old, templates), inputs="satu"))
    del built[:]
    (old / "b/index.html").unlink()
    setting = replace(printing(new, templates), inputs="satu")
    second = press(pages, setting, previous=Previous(old, first.known))
    assert built == ["b/"]
    assert second.known == first.known
    assert set(content_of(new)) == {"a/index.html", "b/index.html"}


@pytest.mark.parametrize(
    "change",
    [
        {"inputs": "dua"},
        {"inputs": ""},
        {"site_url": "https://lain.example/"},
        {"shells": {ShellKey("sesi", 1): Shell.cut(MARKED.replace("<main>", "<main id=isi>"))}},
    ],
    ids=str,
)
def test_every_view_is_built_when_anything_may_have_changed(
    tmp_path: Path, templates: Path, change: dict[str, Any]
) -> None:
    built: list[str] = []
    old, new = tmp_path / "old", tmp_path / "new"
    first = press([counted(built, "a/")], replace(printing(old, templates), inputs="satu"))
    setting = replace(printing(new, templates), **{"inputs": "satu", **change})
    press([counted(built, "a/", "Lain")], setting, previous=Previous(old, first.known))
    assert built == ["a/", "a/"]
    assert "Lain" in (new / "a/index.html").read_text()


def test_nothing_known_of_what_pages_tell_of_is_never_the_same(
    tmp_path: Path, templates: Path
) -> None:
    built: list[str] = []
    old, new = tmp_path / "old", tmp_path / "new"
    first = press([counted(built, "a/")], printing(old, templates))
    press([counted(built, "a/")], printing(new, templates), previous=Previous(old, first.known))
    assert built == ["a/", "a/"]


def remove(file: Path) -> None:
    file.unlink()


def cut_short(file: Path) -> None:
    content = file.read_bytes()
    file.unlink()
    file.write_bytes(content[:-10])


@pytest.mark.parametrize("harm", [remove, cut_short])
def test_a_page_whose_file_is_missing_or_cut_short_is_made_anew(
    tmp_path: Path, templates: Path, harm: Callable[[Path], None]
) -> None:
    old, new = tmp_path / "old", tmp_path / "new"
    first = press(stories(2), printing(old, templates))
    before = content_of(old)
    harm(old / stories(2)[0].address / "index.html")
    second = press(stories(2), printing(new, templates), previous=Previous(old, first.known))
    assert (second.written, second.kept) == (1, 1)
    assert content_of(new) == before


def test_pages_are_copied_where_files_cannot_be_linked(
    tmp_path: Path, templates: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    old, new = tmp_path / "old", tmp_path / "new"
    first = press(stories(2), printing(old, templates))

    def refuse(source: str, file: str) -> None:
        raise PermissionError(source, file)

    monkeypatch.setattr(os, "link", refuse)
    second = press(stories(2), printing(new, templates), previous=Previous(old, first.known))
    assert second.kept == 2
    assert content_of(new) == content_of(old)


def test_a_page_is_never_written_into_a_file_that_is_shared(
    tmp_path: Path, templates: Path
) -> None:
    shared, site = tmp_path / "shared.html", tmp_path / "site"
    shared.write_text("yang lama")
    (site / "a").mkdir(parents=True)
    os.link(shared, site / "a/index.html")
    press([story("a/")], printing(site, templates))
    assert shared.read_text() == "yang lama"
    assert "Cerita" in (site / "a/index.html").read_text()


# Anywhere


def test_processes_make_the_same_bytes_as_this_one(tmp_path: Path, templates: Path) -> None:
    pages = stories(BATCH * (ALONE + 1) + 1)
    alone = press(pages, printing(tmp_path / "alone", templates))
    with ProcessPoolExecutor(2, mp_context=get_context("spawn")) as executor:
        shared = press(pages, printing(tmp_path / "shared", templates), executor=executor)
    assert shared.known == alone.known
    assert content_of(tmp_path / "shared") == content_of(tmp_path / "alone")


def test_few_pages_start_no_process(tmp_path: Path, templates: Path) -> None:
    with ProcessPoolExecutor(2, mp_context=get_context("spawn")) as executor:
        press(stories(BATCH), printing(tmp_path, templates), executor=executor)
        assert not executor._processes


def test_nobody_writes_any_more_when_the_press_has_failed(tmp_path: Path, templates: Path) -> None:
    pages = [*stories(BATCH * (ALONE + 2)), story("sesi/polsek-x/00000/")]
    with ThreadPoolExecutor(2) as executor:
        with pytest.raises(KabarError):
            press(pages, printing(tmp_path, templates), executor=executor)
        before = content_of(tmp_path)
        executor.submit(int).result()
        assert content_of(tmp_path) == before


def test_a_fault_in_a_worker_is_told(tmp_path: Path, templates: Path) -> None:
    (templates / "story.html").write_text(
        "{% if '00600' in page.address %}{{ view.txt }}{% endif %}"
    )
    with ThreadPoolExecutor(2) as executor, pytest.raises(Exception, match="txt"):
        press(stories(BATCH * (ALONE + 1)), printing(tmp_path, templates), executor=executor)


# Fingerprints


class Colour(Enum):
    RED = "merah"
    BLUE = "biru"


class Word(StrEnum):
    RED = "merah"


@dataclass(frozen=True, slots=True)
class Pair:
    left: object
    right: object


@dataclass(frozen=True, slots=True)
class OtherPair:
    left: object
    right: object


@dataclass(frozen=True, slots=True)
class Nothing:
    pass


ALL_DIFFERENT: tuple[object, ...] = (
    *(None, True, False, 0, 1, 1.0, -1, 10**30, "", "1", "None", "merah"),
    *(Markup("merah"), Colour.RED, Colour.BLUE, Word.RED, Nothing()),
    *(datetime.date(2024, 1, 2), "2024-01-02", (), ("",), ("", ""), (("",), ""), ("a", "b")),
    *(("ab",), ("a", ("b",)), (("a",), "b"), Pair("a", "b"), OtherPair("a", "b"), Pair("b", "a")),
    *(Pair(("a", "b"), None), Pair("a", ("b", None)), Pair(Pair("a", "b"), None)),
    *(Pair(Markup("<b>"), ""), Pair("<b>", "")),
)


def test_different_views_have_different_fingerprints() -> None:
    fingerprints = {fingerprint((value,)): value for value in ALL_DIFFERENT}
    assert list(fingerprints.values()) == list(ALL_DIFFERENT)


PLAIN = some.none() | some.booleans() | some.integers() | some.text() | some.dates()
NESTED = some.recursive(
    PLAIN | some.text().map(Markup) | some.sampled_from(Colour),
    lambda inner: some.lists(inner, max_size=3).map(tuple) | some.builds(Pair, inner, inner),
    max_leaves=8,
)


def spelt(value: object) -> str:
    """Tell apart what `==` does not: True and 1, text and Markup."""
    if isinstance(value, Pair):
        return f"Pair({spelt(value.left)},{spelt(value.right)})"
    if isinstance(value, tuple):
        return f"({','.join(map(spelt, value))})"
    return repr(value)


@given(NESTED, NESTED)
def test_views_share_a_fingerprint_only_when_they_are_the_same(left: object, right: object) -> None:
    same = fingerprint((left,)) == fingerprint((right,))
    assert same == (spelt(left) == spelt(right))


def test_equal_views_share_a_fingerprint_whatever_objects_they_are_made_of() -> None:
    text = "".join(["wa", "rga"])
    assert fingerprint((Pair(text, text),)) == fingerprint((Pair("warga", "".join(["warg", "a"])),))


@pytest.mark.parametrize("value", [["a"], {"a": 1}, {"a"}, object(), b"a", datetime.time(1)])
def test_a_value_that_cannot_be_spelt_out_is_refused(value: object) -> None:
    with pytest.raises(KabarError, match=type(value).__name__):
        fingerprint((Pair("a", value),))


def test_an_edition_is_the_same_in_another_process(templates: Path) -> None:
    script = (
        "import sys; from pathlib import Path; from generator.fingerprints import edition;"
        "print(edition(Path(sys.argv[1])))"
    )
    root = Path(pagefiles.__file__).parents[1]
    for seed in ("0", "1"):
        done = subprocess.run(
            [sys.executable, "-c", script, str(templates)],
            cwd=root,
            env={**os.environ, "PYTHONHASHSEED": seed},
            capture_output=True,
            text=True,
            check=True,
        )
        assert done.stdout.strip() == edition(templates)


KNOWN = SitePrint({"a/": Fingerprint("abc", 3), "b/": Fingerprint("def", 4)}, "semua")


def test_fingerprints_are_read_as_they_were_saved(tmp_path: Path) -> None:
    FingerprintFile(tmp_path / "work", tmp_path / "site").save(KNOWN)
    assert FingerprintFile(tmp_path / "work", tmp_path / "site").read() == KNOWN


def test_fingerprints_of_one_site_say_nothing_of_another(tmp_path: Path) -> None:
    FingerprintFile(tmp_path / "work", tmp_path / "site").save(KNOWN)
    assert FingerprintFile(tmp_path / "work", tmp_path / "other").read() == UNKNOWN


def test_forgotten_fingerprints_are_gone(tmp_path: Path) -> None:
    kept = FingerprintFile(tmp_path / "work", tmp_path / "site")
    kept.save(KNOWN)
    kept.forget()
    kept.forget()
    assert kept.read() == UNKNOWN


def test_fingerprints_of_a_site_that_is_gone_go_with_it(tmp_path: Path) -> None:
    gone, there = tmp_path / "gone", tmp_path / "there"
    there.mkdir()
    for site in (gone, there, tmp_path / "new"):
        FingerprintFile(tmp_path / "work", site).save(KNOWN)
    left = [FingerprintFile(tmp_path / "work", site).read() for site in (gone, there)]
    assert left == [UNKNOWN, KNOWN]


BROKEN = ["", "{", "[]", "null", '{"site": 1}', '{"pages": {}}', '{"site": "SITE", "pages": [1]}']
BROKEN += ['{"site": "SITE", "pages": {"a/": ["abc"]}}', '{"site": "SITE", "pages": {}}']
BROKEN += ['{"site": "/elsewhere", "pages": {}, "whole": ""}']


@pytest.mark.parametrize("content", BROKEN)
def test_fingerprints_that_cannot_be_trusted_are_none(tmp_path: Path, content: str) -> None:
    kept = FingerprintFile(tmp_path / "work", tmp_path / "site")
    kept.save(KNOWN)
    (file,) = (tmp_path / "work").rglob("*.json")
    file.write_text(content.replace("SITE", json.loads(file.read_text())["site"]))
    assert kept.read() == UNKNOWN


def test_the_press_reports_what_it_did(tmp_path: Path, templates: Path) -> None:
    done = press(stories(2), printing(tmp_path, templates))
    assert isinstance(done, Pressed)
    assert (done.written, done.kept) == (2, 0)
    assert set(done.known.pages) == {page.address for page in stories(2)}
    for address, known in done.known.pages.items():
        assert known.size == (tmp_path / address / "index.html").stat().st_size


# What a page says to programs, and files that are no pages


def test_what_a_page_says_to_programs_stands_in_its_head(tmp_path: Path, templates: Path) -> None:
    said = {"@type": "Event", "name": "</script><b>"}
    feed = FeedLink("satuan/x/kabar.xml", "Kabar <X>", "application/atom+xml")
    head = Head(feeds=(feed,), structured=lambda: said, is_listed=False)
    press([replace(story("a/"), head=head)], printing(tmp_path / "site", templates))
    page = (tmp_path / "site/a/index.html").read_text()
    before, inside, after = page.partition("</head>")
    assert inside
    assert '<meta name="robots" content="noindex">' in before
    assert 'title="Kabar &lt;X&gt;" href="../satuan/x/kabar.xml">' in before
    written = before.partition('<script type="application/ld+json">')[2].partition("</script>")[0]
    assert json.loads(written) == said
    assert "robots" not in after


def test_a_page_whose_head_has_changed_is_made_again(tmp_path: Path, templates: Path) -> None:
    first = printing(tmp_path / "first", templates)
    known = press([story("a/"), story("b/")], first).known
    changed = replace(story("a/"), head=Head(is_listed=False))
    again = press(
        [changed, story("b/")],
        printing(tmp_path / "second", templates),
        previous=Previous(first.target, known),
    )
    assert (again.written, again.kept) == (1, 1)
    assert "noindex" in (tmp_path / "second/a/index.html").read_text()


@pytest.mark.parametrize("jobs", [1, 2])
def test_files_are_written_beside_pages_and_taken_over_when_they_come_out_the_same(
    tmp_path: Path, templates: Path, jobs: int
) -> None:
    pages = stories(ALONE * BATCH + 1)
    files = [SiteFile("umpan.xml", lambda: b"satu"), SiteFile("a/b/jadwal.ics", lambda: b"dua")]
    first = printing(tmp_path / "first", templates)
    made = press(pages, first, files=files, jobs=jobs)
    assert (made.written, made.kept) == (len(pages), 0)
    files[1] = SiteFile("a/b/jadwal.ics", lambda: b"tiga")
    again = press(
        pages,
        printing(tmp_path / "second", templates),
        files=files,
        previous=Previous(first.target, made.known),
        jobs=jobs,
    )
    assert (again.written, again.kept) == (0, len(pages))
    old, new = tmp_path / "first", tmp_path / "second"
    assert (old / "umpan.xml").samefile(new / "umpan.xml")
    assert (old / "a/b/jadwal.ics").read_bytes() == b"dua"
    assert (new / "a/b/jadwal.ics").read_bytes() == b"tiga"
