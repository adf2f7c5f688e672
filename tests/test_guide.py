"""What officers are told is so: every example, command and picture, every field and check."""

import re
from collections.abc import Iterator, Mapping
from datetime import date
from pathlib import Path
from typing import Annotated, Any

import pytest
import site_pages
import small_archive
from built_sites import EXAMPLE, BuiltSite
from jsonschema import Draft202012Validator
from PIL import Image
from pydantic.dataclasses import dataclass as record

from docs import form_pictures, guide_examples, guide_scenes, terminal_pictures
from docs.form_pictures import FormPicture
from docs.guide_examples import (
    FIRST_OUTCOME,
    FIRST_SESSION,
    GUIDE,
    ROOT,
    SETTINGS,
    examples,
    practice,
)
from docs.svg import drawn, text_in
from docs.terminal import Stretch, text_of
from docs.terminal_pictures import FOLDER, PICTURES, TerminalPicture
from generator import checks, cli, desk, outline, schema, site, site_scan, urls, yaml_text
from generator.archive import Archive
from generator.checks import Check, Remark
from generator.desk import configuration
from generator.facts import SiteFacts
from generator.findings import Finding
from generator.model.fields import STRICT, Line, key
from generator.model.registries import Theme
from generator.page import Page
from generator.plugin import host_log
from generator.records import Kind
from generator.records.kinds import MODELS
from generator.records.reading import record_of
from generator.views import explanations, fields

PAGES = {page.name: page.read_text(encoding="utf-8") for page in sorted(GUIDE.glob("*.md"))}
WITH_EXAMPLES = [name for name in PAGES if examples(GUIDE / name)]
AFTER: Mapping[str, tuple[str, ...]] = {
    "foto.md": (FIRST_SESSION, FIRST_OUTCOME),
    FIRST_SESSION: (),
    SETTINGS: (),
}
"""The pages a page takes for read; most others the first session."""
PHOTO = "data/media/polsek-contoh/2025-02-15/razia.jpg"
DAY = date(2025, 4, 5)
PUBLISHED = {
    *("menyiapkan", "sesi-pertama", "kabar-pertama", "tanggal", "siapa-disebut"),
    *("koreksi", "penarikan", "kabar-check", "kabar-status", "mengirim"),
}
"""Where a link may lead that was made when the guide was one page."""
SCHEMAS = {
    Kind.SESSION: "session",
    Kind.OUTCOME: "outcome",
    Kind.PROGRAMME: "program",
    Kind.UNIT: "unit",
}


def findings(project: Path) -> list[Finding]:
    return list(site.check(project, project / "data", DAY)[1])


# Examples


@pytest.mark.parametrize("page", WITH_EXAMPLES)
def test_every_example_passes_the_check(page: str, tmp_path: Path) -> None:
    """In a whole project, as it is once everything on the page is typed."""
    project = practice(tmp_path / "proyek", (*AFTER.get(page, (FIRST_SESSION,)), page))
    if page == "foto.md":
        (project / PHOTO).parent.mkdir(parents=True)
        (project / PHOTO).write_bytes(small_archive.jpeg())
    assert findings(project) == []


def test_every_example_is_marked_and_meant_for_a_file() -> None:
    found = [one for name in PAGES for one in examples(GUIDE / name)]
    assert len(found) == sum(text.count("```yaml") for text in PAGES.values()) > 10
    assert [
        f"{one.page}:{one.line}"
        for one in found
        if not one.file or not one.text.startswith(guide_examples.MARK)
    ] == []


def test_an_example_that_is_wrong_is_found(tmp_path: Path) -> None:
    project = practice(tmp_path / "proyek", (FIRST_SESSION, FIRST_OUTCOME))
    guide_scenes.three_mistakes(project)
    assert [one.check for one in findings(project)] == ["yaml", "kunci-tidak-dikenal", "isian"]


def test_no_record_is_shown_where_it_is_not_tested() -> None:
    shown = {word for text in PAGES.values() for word in re.findall(r"```(\w*)\n", text)}
    assert shown == {"", "yaml", "console"}


def test_no_fence_stands_inside_of_a_list() -> None:
    """Markdown knows fences at the left edge only; inside of a list, eight blanks mean the same."""
    assert [name for name, text in PAGES.items() if re.search(r"(?m)^ +```", text)] == []


# Commands


def commands(program: str) -> Iterator[tuple[str, list[str]]]:
    """Every command of a program that is shown, on a line of its own or in one, with its page."""
    for name, text in PAGES.items():
        blocks = re.findall(r"```console\n(.*?)```", text, re.DOTALL)
        blocks += re.findall(r"(?m)^ {8}(.+)$", text)  # those of a list
        lines = [line.strip() for block in blocks for line in block.splitlines()]
        for line in (*lines, *re.findall(r"`([^`\n]+)`", text)):
            if line.startswith(f"{program} "):
                yield name, line.split()[1:]


def test_every_command_and_option_that_is_shown_exists() -> None:
    wrong = []
    for page, words in commands("kabar"):
        command: Any = cli.commands.cli
        while words and words[0] in getattr(command, "commands", {}):
            command = command.commands[words.pop(0)]
        there = {each for one in command.params for each in (*one.opts, *one.secondary_opts)}
        shown = {word.partition("=")[0] for word in words if word.startswith("--")}
        # `kabar new` alone names the group; a word behind it that it does not know is wrong.
        if (hasattr(command, "commands") and words) or not shown <= there:
            wrong.append(f"{page}: {command.name} {' '.join(words)}")
    assert wrong == []


def test_all_that_make_is_asked_for_is_there() -> None:
    makefile = (GUIDE.parents[1] / "Makefile").read_text(encoding="utf-8")
    targets = set(re.findall(r"(?m)^([a-z]+):", makefile))
    assert {words[0] for _page, words in commands("make")} - targets == set()


def test_every_command_is_in_the_list_of_all() -> None:
    listed = set(re.findall(r"(?m)^\| `kabar (\w+)", PAGES["mulai.md"]))
    assert set(cli.commands.cli.commands) - listed == set()


# Pictures


@pytest.mark.parametrize("picture", PICTURES, ids=lambda one: one.name)
def test_a_picture_of_a_terminal_shows_what_the_command_says(
    picture: TerminalPicture, tmp_path: Path
) -> None:
    kept = (FOLDER / f"{picture.name}.svg").read_text(encoding="utf-8")
    said = text_of(terminal_pictures.screen_of(picture, tmp_path))
    assert text_in(kept) == said, "run `make gambar`"
    assert 2 < len(said.splitlines()) <= 45
    assert len(kept) <= 6_000


def test_a_picture_holds_the_letters_of_the_screen_in_their_place() -> None:
    screen = (
        (Stretch(0, "$ ", "default", True, False), Stretch(2, "kabar <a>", "red", False, False)),
        (),
        (Stretch(4, "“satu” & dua", "default", False, True),),
    )
    assert text_of(screen) == "$ kabar <a>\n\n    “satu” & dua"
    assert text_in(drawn(screen, "Contoh")) == text_of(screen)


SHOWN = {
    file: (page, words, looks)
    for page, text in PAGES.items()
    for words, file, looks in re.findall(r"!\[([^\]]*)\]\(gambar/([\w.-]+)\)(?:\{ (.*?) \})?", text)
}
"""Each picture of the guide: the page it stands on, what is said of it, and how it is put there."""


def test_every_picture_is_made_and_shown_and_said_in_words() -> None:
    assert SHOWN.keys() == {file.name for file in FOLDER.iterdir()}
    assert {f"{one.name}.svg" for one in PICTURES} <= SHOWN.keys()
    assert [file for file, (_page, words, _looks) in SHOWN.items() if len(words) < 40] == []


def test_a_page_is_there_before_its_pictures_and_does_not_move_when_they_come() -> None:
    said = {file: looks for file, (_page, _words, looks) in SHOWN.items()}
    assert said == {
        file: f"loading=lazy width={width} height={height}"
        for file, (width, height) in ((file, size_of(FOLDER / file)) for file in SHOWN)
    }


def size_of(picture: Path) -> tuple[int, int]:
    if picture.suffix == ".svg":
        found = re.search(r'width="(\d+)" height="(\d+)"', picture.read_text(encoding="utf-8"))
        assert found
        return int(found[1]), int(found[2])
    with Image.open(picture) as image:
        return image.size


@pytest.mark.parametrize("picture", form_pictures.PICTURES, ids=lambda one: one.name)
def test_a_picture_of_the_form_is_small_and_shows_words_the_form_still_has(
    picture: FormPicture, form_words: frozenset[str]
) -> None:
    file = FOLDER / f"{picture.name}.png"
    assert file.stat().st_size <= form_pictures.HEAVIEST
    page, words, _looks = SHOWN[file.name]
    assert page == "formulir.md"
    assert set(picture.shows) <= form_words
    assert [one for one in picture.shows if one not in words] == []


@pytest.fixture(scope="module")
def form_words(tmp_path_factory: pytest.TempPathFactory) -> frozenset[str]:
    """What stands in the form: the labels of its fields, and what its Indonesian says."""
    archive = small_archive.build(tmp_path_factory.mktemp("formulir"))
    facts = SiteFacts("Kabar Uji", "https://kabar.example/", "contoh", "")
    told = configuration.configuration(
        desk.Desk(desk.Service.LOCAL, Path()), facts, archive.records.registries
    )
    phrases = (ROOT / "desk/src/indonesian.js").read_text(encoding="utf-8")
    return frozenset(labels(told["collections"])) | set(re.findall(r": '([^'\n]+)'", phrases))


def labels(tree: Any) -> Iterator[str]:
    for one in tree:
        yield one["label"]
        yield from labels(one.get("fields", ()))


# The way through


def test_every_page_is_reached_from_the_first() -> None:
    first = PAGES["index.md"]
    linked = set(re.findall(r"\]\(([\w./-]+\.md)", first))
    assert {name for name in PAGES if name != "index.md"} <= linked
    assert {"catatan/index.md", "pemeriksaan/index.md"} <= linked


def test_a_link_to_a_part_of_the_one_long_page_still_leads_on(
    built_sites: dict[str, BuiltSite],
) -> None:
    html = (built_sites[EXAMPLE].folder / urls.GUIDE / "index.html").read_text(encoding="utf-8")
    for anchor in PUBLISHED:
        assert re.search(rf'<a href="[^"]+" id="{anchor}"', html), anchor


def test_every_page_leads_back_to_the_first(built_sites: dict[str, BuiltSite]) -> None:
    folder = built_sites[EXAMPLE].folder
    for file in (folder / urls.GUIDE).rglob("index.html"):
        way = file.read_text(encoding="utf-8").partition('<nav class="kb-path"')[2]
        is_first = file.parent == folder / "panduan"
        assert ("Panduan untuk petugas</a>" in way.partition("</nav>")[0]) is not is_first, file


# Every field


def fields_page(kind: Kind) -> Page:
    (found,) = [one for one in fields.pages() if one.address == fields.ADDRESSES[kind]]
    return found


def leaves(of: tuple[outline.Field, ...], way: tuple[str, ...] = ()) -> Iterator[tuple[str, ...]]:
    for one in of:
        yield (*way, one.key)
        yield from leaves(one.fields, (*way, one.key))


@pytest.mark.parametrize("kind", Kind)
def test_every_field_has_its_place_and_says_what_it_is_for(kind: Kind) -> None:
    page = fields_page(kind)
    html = site_pages.html_of(page)
    for way in leaves(outline.outline(kind)):
        anchor = "-".join(way)
        assert anchor in page.anchors
        assert len(re.findall(rf'<h[2-6] id="{anchor}">', html)) == 1


@pytest.mark.parametrize("kind", [one for one in Kind if one not in (Kind.THEME, Kind.REASON)])
def test_what_a_field_may_look_like_can_be_written_so(kind: Kind) -> None:
    """Each example, beside those of what must be written, makes a whole record."""
    page = fields_page(kind)
    view = page.view()
    assert isinstance(view, fields.FieldsView)
    shown = {one.key: one for one in view.entries if not one.way}
    with_it = {one for one in shown if shown[one].is_required}
    with_it |= {"tempat"} if kind is Kind.SESSION else set()
    for key_, one in shown.items():
        beside = set() if kind is not Kind.OUTCOME or key_ == "cakupan" else {"menjawab"}
        beside |= {"uraian"} if kind is Kind.OUTCOME else set()
        together = [shown[each].example for each in sorted(with_it | beside | {one.key})]
        text = "\n".join(together) + "\n"
        assert record_of(kind, text.encode()) is not None, text


def test_a_field_is_told_with_its_words_its_default_and_its_form() -> None:
    html = site_pages.html_of(fields_page(Kind.SESSION))
    kind = html.partition('id="masukan-jenis"')[2].partition("<h3")[0]
    assert "masukan › jenis wajib" in site_pages.text(f"<h3 {kind}")
    assert "keluhan , laporan , saran" in site_pages.text(kind)
    way = html.partition('id="moda"')[2].partition("<h2")[0]
    assert "Kalau tidak ditulis: tatap muka" in site_pages.text(way)
    concerns = html.partition('id="masukan"')[2].partition("<h3")[0]
    assert "Atau, sebagai gantinya: nihil , tidak dibuka , tidak dirinci" in site_pages.text(
        concerns
    )
    assert "masukan:\n  - id: nama-pendek\n    jenis: keluhan" in concerns


@pytest.mark.parametrize("kind", SCHEMAS)
def test_the_form_of_a_field_is_one_that_can_be_typed(kind: Kind) -> None:
    """Each alone is what an editor takes for well-formed there."""
    view: Any = fields_page(kind).view()
    properties = schema.schemas()[SCHEMAS[kind]]
    for one in view.entries:
        if one.way:
            continue
        tree = yaml_text.parse(f"{one.example}\n".encode()).tree
        assert tree is not None, one.example
        wrong = Draft202012Validator(properties).iter_errors(tree)
        assert [error.message for error in wrong if error.absolute_path] == [], one.example


def test_a_field_that_is_added_to_the_model_is_on_the_page(monkeypatch: pytest.MonkeyPatch) -> None:
    @record(frozen=True, kw_only=True, config=STRICT)
    class ThemeWithColour(Theme):
        colour: Annotated[Line | None, key("warna", "Warna tema ini di peta.")] = None

    assert "warna" not in fields_page(Kind.THEME).anchors
    monkeypatch.setitem(MODELS, Kind.THEME, ThemeWithColour)
    page = fields_page(Kind.THEME)
    assert "warna" in page.anchors
    assert "Warna tema ini di peta." in site_pages.html_of(page)


# Every check


def test_every_check_has_its_place_and_says_what_why_and_how() -> None:
    (page,) = explanations.pages()
    html = site_pages.html_of(page)
    for identity, text in checks.explanations().items():
        assert identity in page.anchors
        part = html.partition(f'<h2 id="{identity}">')[2].partition("<h2")[0]
        last = text.strip().rpartition("\n\n")[2].replace("`", "")
        assert " ".join(last.split()) in unspaced(part), identity


def unspaced(html: str) -> str:
    return site_pages.text(html.replace("<code>", "").replace("</code>", ""))


def test_a_check_that_is_added_is_on_the_page(monkeypatch: pytest.MonkeyPatch) -> None:
    def find(_archive: Archive) -> Iterator[Remark]:
        """Dua sesi pada jam yang sama.

        Orang yang sama tidak bisa di dua tempat.

        Betulkan `waktu` salah satunya.
        """
        yield from ()

    monkeypatch.setattr(checks, "CHECKS", (*checks.CHECKS, Check("jam-bentrok", find)))
    (page,) = explanations.pages()
    assert "jam-bentrok" in page.anchors
    assert "Betulkan <code>waktu</code> salah satunya." in site_pages.html_of(page)


def test_what_only_a_build_finds_is_explained_too() -> None:
    assert {site_scan.CHECK, host_log.CHECK} <= checks.explanations().keys()
