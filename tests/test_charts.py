"""Charts and the tables beside them: they say the same, and nobody has to see colours."""

import random
import re
from collections.abc import Iterator
from functools import cache
from html import unescape
from itertools import combinations, pairwise
from pathlib import Path
from typing import Any
from xml.etree import ElementTree

import pytest
import small_archive
from expected_pages import made_up_archive
from hypothesis import given
from hypothesis import strategies as st
from playwright.sync_api import Browser, Page
from site_pages import by_name, concern, html_at, outcome, section, session, site, text
from small_archive import build

from generator import archive, records, urls
from generator.archive import Archive
from generator.demo import DAY, write_records
from generator.privacy import IDENTIFIERS, Allowed, search
from generator.rendering import TEMPLATES, environment
from generator.views.charts import WIDTH, Band, Bars, Panels, Part, bars, panels

ASSETS = TEMPLATES.parent / "theme" / "assets"
STYLES = ("kerangka.css", "kabar.css", "daftar.css", "angka.css")
UNIT = urls.unit("polres-contoh")
PERIOD = r"sesi (?:tanpa tanggal|\d{1,2} \w+ \d{4}(?: sampai \d{1,2} \w+ \d{4})?)"
PERCENT = r"(?:kurang dari |lebih dari )?\d{1,3} persen"


@pytest.fixture(scope="module")
def big_archive(tmp_path_factory: pytest.TempPathFactory) -> Archive:
    """A made-up archive of several years, with every state in it."""
    folder = tmp_path_factory.mktemp("angka")
    write_records(folder / "data", 400, seed=5)
    return archive.build(records.read(folder, folder / "data").records, DAY)


def macros() -> Any:
    """The macros and names of the file that draws."""
    return environment().get_template("_charts.html").module


@cache
def numbers_page() -> str:
    return html_at(made_up_archive(), urls.FIGURES)


def charts_of(html: str) -> list[ElementTree.Element]:
    """The drawings of a page, read strictly."""
    found = re.findall(r'<svg class="kb-chart".*?</svg>', html, re.DOTALL)
    return [ElementTree.fromstring(one) for one in found]


def tables_of(html: str) -> list[str]:
    return re.findall(r"<table.*?</table>", html, re.DOTALL)


def rows_of(table: str) -> dict[str, list[str]]:
    body = table.partition("<tbody>")[2]
    return {
        unescape(head): [unescape(cell) for cell in re.findall(r"<td>(.*?)</td>", row)]
        for row in re.findall(r"<tr>(.*?)</tr>", body, re.DOTALL)
        for head in re.findall(r'<th scope="row">(.*?)</th>', row)
    }


def pages_with_charts(found: Archive) -> Iterator[tuple[str, str]]:
    for address, html in site(found).items():
        if "kb-chart" in html:
            yield address, html


# What is drawn


def some_parts(made: random.Random) -> list[Part]:
    return [
        Part(f"Bagian {place}", made.choice((0, 0, 1, 2, 9, 40, 12_345)), band)
        for place, band in enumerate(made.sample(list(Band), made.randint(1, len(Band))))
    ]


def test_a_bar_is_as_long_as_its_number_and_stays_on_the_board() -> None:
    for number in range(500):
        parts = some_parts(random.Random(number))
        drawn = bars("x", "Judul", parts)
        most = max(part.count for part in parts)
        for part, bar in zip(parts, drawn.bars, strict=True):
            assert (bar.width > 0) == (part.count > 0)
            if most > 2:
                exact = part.count / most * max(one.width for one in drawn.bars)
                assert abs(bar.width - exact) <= 2
            assert bar.width < bar.count_x < WIDTH - len(bar.count) * 8
            assert 0 < bar.words_y < bar.y < bar.y + drawn.bar <= drawn.height


def test_bars_never_overlap_and_all_begin_at_nought() -> None:
    """No bar stands on another or goes on from it: a stack would add what must not be added."""
    drawn = bars("x", "Judul", some_parts(random.Random(1)))
    tops = [bar.y for bar in drawn.bars]
    assert all(below - above > drawn.bar for above, below in pairwise(tops))
    rendered = macros().bars(drawn)
    starts = re.findall(r'<rect class="kb-bar [^"]*" x="(\d+)"', str(rendered))
    assert set(starts) == {"1"}


@pytest.mark.parametrize("years", [1, 2, 5, 9, 20, 60])
def test_columns_of_any_number_of_years_stay_on_the_board(years: int) -> None:
    made = random.Random(years)
    names = [str(2000 + place) for place in range(years)]
    rows = [(part, [1, *made.choices((0, 1, 50, 999), k=years - 1)]) for part in some_parts(made)]
    drawn = panels("x", "Judul", names, rows)
    floors = [0, *(panel.floor for panel in drawn.panels)]
    for panel, (_part, counts), above in zip(drawn.panels, rows, floors, strict=False):
        for column, count in zip(panel.columns, counts, strict=True):
            assert (column.height > 0) == (count > 0)
            assert column.y + column.height == panel.floor
            assert 0 <= column.x < column.x + drawn.column <= WIDTH
            assert panel.words_y < column.count_y - 8  # its number does not touch the label
        assert above < panel.words_y < panel.floor <= drawn.height
    assert drawn.ticks[-1].words == names[-1]
    assert len(drawn.ticks) <= 8
    assert drawn.ticks_y <= drawn.height


def test_a_row_without_any_is_said_but_not_drawn() -> None:
    rows = [(Part("Dijawab", 0, Band.ANSWERED), (0, 0)), (Part("Klaim", 0, Band.CLAIMED), (0, 3))]
    drawn = panels("x", "Judul", ["2023", "2024"], rows)
    assert [panel.label for panel in drawn.panels] == ["Klaim"]
    said = "Dijawab: 2023 ada 0, 2024 ada 0. Klaim: 2023 ada 0, 2024 ada 3."
    assert drawn.description == said


def test_a_drawing_says_all_its_numbers_in_words() -> None:
    parts = [Part("Dijawab", 1636, Band.ANSWERED), Part("Tidak dipenuhi", 0, Band.REFUSED)]
    assert bars("x", "Judul", parts).description == "Dijawab: 1.636; Tidak dipenuhi: 0."
    rows = [(parts[0], (3, 1636))]
    said = panels("x", "Judul", ["2023", "2024"], rows).description
    assert said == "Dijawab: 2023 ada 3, 2024 ada 1.636."


@given(st.lists(st.integers(0, 99_999), min_size=1, max_size=6))
def test_years_and_their_numbers_never_look_like_a_number_of_somebody(counts: list[int]) -> None:
    years = [str(2021 + place) for place, _count in enumerate(counts)]
    said = panels("x", "Judul", years, [(Part("Dijawab", 0, Band.ANSWERED), counts)]).description
    assert search(said, Allowed(), IDENTIFIERS) == []


def test_every_band_has_a_pattern_of_its_own() -> None:
    """In black and white, and to those who do not tell colours apart, the patterns are all."""
    patterns = macros().patterns
    assert set(patterns) == {band.value for band in Band}
    assert all(one != other for one, other in combinations(patterns.values(), 2))


def test_every_band_has_a_colour_by_name() -> None:
    style = (ASSETS / "angka.css").read_text(encoding="utf-8")
    for band in Band:
        assert re.search(rf"\.kb-band-{band}\b", style), band


# Pages


def test_every_chart_has_a_title_a_description_and_a_table_beside_it(big_archive: Archive) -> None:
    seen = 0
    for found in (made_up_archive(), big_archive):
        for address, html in pages_with_charts(found):
            for drawn in charts_of(html):
                seen += 1
                title, description = drawn.find("title"), drawn.find("desc")
                assert drawn.get("role") == "img", address
                assert title is not None
                assert description is not None
                ids = [title.get("id"), description.get("id")]
                assert (drawn.get("aria-labelledby") or "").split() == ids
                assert title.text
                assert description.text
            assert len(tables_of(html)) >= len(charts_of(html))
    assert seen > 20


def test_a_chart_and_its_table_say_the_same(big_archive: Archive) -> None:
    for address, html in pages_with_charts(big_archive):
        for frame in re.findall(r'<div class="kb-drawn">(.*?)</table>', html, re.DOTALL):
            (drawn,) = charts_of(frame)
            rows = rows_of(frame)
            said = drawn.findtext("desc") or ""
            for part in re.split(r"[;.] ", said.rstrip(".")):
                label, _colon, counts = part.partition(": ")
                cells = rows[label]
                if len(cells) == 1:
                    assert cells[0].startswith(f"{counts} dari "), address
                else:
                    assert [one.split()[-1] for one in counts.split(", ")] == cells, address
            shown = {one.text for one in drawn.iter("text")}
            some = {head for head, cells in rows.items() if len(cells) == 1 or set(cells) != {"0"}}
            assert some - shown <= {"Semua yang diikuti", "Di luar hitungan"}, address


def test_every_table_says_what_it_is_and_what_its_lines_are(big_archive: Archive) -> None:
    for address in (urls.FIGURES, urls.unit("mabes-rekaan")):
        tables = tables_of(html_at(big_archive, address))
        assert tables
        for table in tables:
            assert re.search(r'<caption id="[\w-]+"><span>[^<]{10,}</span></caption>', table)
            heads = re.findall(r'<th scope="col">[^<]+</th>', table)
            assert heads
            assert all(len(heads) == len(cells) + 1 for cells in rows_of(table).values())


def test_what_nobody_knows_is_a_band_of_its_own(tmp_path: Path) -> None:
    """Silence is neither lack of word nor work: it stands apart in the chart and in the table."""
    names = ("diam", "dikerjakan", "juga", "sepi", "sunyi", "senyap")
    listed = "\n" + "".join(concern(name).lstrip("\n") for name in names)
    files = by_name(
        {
            "sessions/sesi": session("2024-03-01", listed),
            "outcomes/a": outcome("sesi#diam", "2024-03-02"),
            "outcomes/b": outcome("[sesi#dikerjakan, sesi#juga]", "2024-05-30"),
        }
    )
    html = html_at(build(tmp_path, files), urls.FIGURES)
    rows = rows_of(tables_of(section(html, "keadaan"))[0])
    assert {head: cells for head, cells in rows.items() if not cells[0].startswith("0 ")} == {
        "Terbuka, sudah ada kabar": ["2 dari 6"],
        "Terbuka, belum ada kabar hasilnya": ["3 dari 6"],
        "Tidak diketahui, lama tanpa kabar": ["1 dari 6"],
    }


def test_every_share_says_of_how_many_and_over_which_sessions(big_archive: Archive) -> None:
    """In a sentence the period stands behind it, in a table in its caption."""
    seen = 0
    for address, html in pages_with_charts(big_archive):
        for table in tables_of(html):
            if "persen" in table:
                caption = re.search(r"<caption[^>]*>(.*?)</caption>", table)
                assert caption
                assert re.search(PERIOD, caption[1]), address
        sentences = text(re.sub(r"<table.*?</table>", "", html, flags=re.DOTALL))
        for found in re.finditer(r"persen", sentences):
            seen += 1
            before, after = sentences[: found.end()], sentences[found.end() :]
            assert re.search(rf"\d dari [\d.]+ \({PERCENT}$", before), address
            assert re.match(rf"\), {PERIOD}", after), address
    assert seen > 10


# How many of the concerns of a session are written out is no share of what came of them.
SHARE = r"\d dari ([\d.]+)\b(?! masukan ditulis)( \([^)]*persen\))?"


def test_no_share_is_of_fewer_than_ten(big_archive: Archive, tmp_path: Path) -> None:
    small = 0
    small_one = small_archive.build(tmp_path)
    pages = (*pages_with_charts(big_archive), *pages_with_charts(small_one))
    for address, html in pages:
        for whole, percent in re.findall(SHARE, text(html)):
            few = int(whole.replace(".", "").rstrip(".") or 0) < 10
            small += few
            assert bool(percent) != few, address
    assert small > 0


def test_no_unit_stands_beside_another_in_numbers(big_archive: Archive) -> None:
    html = html_at(big_archive, urls.FIGURES)
    names = [unit.name for unit in big_archive.records.registries.units.values()]
    assert [name for name in names if name in text(html)] == []
    assert "satuan/" not in html


def test_the_page_grows_by_a_column_a_year_and_by_nothing_else(
    big_archive: Archive, tmp_path: Path
) -> None:
    write_records(tmp_path / "data", 1_200, seed=5)
    larger = archive.build(records.read(tmp_path, tmp_path / "data").records, DAY)
    assert len(larger.sessions) > 2.5 * len(big_archive.sessions)
    pages = [html_at(found, urls.FIGURES) for found in (big_archive, larger)]
    for html, found in zip(pages, (big_archive, larger), strict=True):
        columns = len(found.by_year)  # undated ones are a column too
        for anchor, more in (("tahun", 0), ("kegiatan", 1)):
            rows = rows_of(tables_of(section(html, anchor))[0])
            assert {len(cells) for cells in rows.values()} <= {columns + more, columns - 1 + more}
            assert len(rows) <= 9
    assert len(pages[1]) < 1.2 * len(pages[0])


def test_what_was_held_stands_apart_and_is_called_no_result(big_archive: Archive) -> None:
    html = html_at(big_archive, urls.FIGURES)
    held = section(html, "kegiatan")
    assert held.lstrip().startswith("Kegiatan, bukan hasil")
    assert "tidak menunjukkan ada yang beres" in text(held)
    assert "persen" not in text(held)
    assert "orang hadir" in text(held)
    for anchor in ("keadaan", "kabar", "akhir", "tahun"):
        assert "hadir" not in text(section(html, anchor))


@pytest.mark.parametrize("address", [urls.FIGURES, urls.unit("polres-rekaan")])
def test_few_concerns_prove_nothing_and_the_page_says_so(address: str) -> None:
    html = html_at(made_up_archive(), address)
    assert "Sedikit masukan bukan bukti aman" in text(html)
    assert 'cara-membaca/#sedikit-keluhan"' in html


def test_those_who_wait_are_never_dropped(tmp_path: Path) -> None:
    """Ten who got word soon and eleven who got none: half of all is what is spoken of."""
    names = [f"nomor-{number}" for number in range(21)]
    listed = "\n" + "".join(concern(name).lstrip("\n") for name in names)
    answered = ", ".join(f"sesi#{name}" for name in names[:10])
    files = by_name(
        {
            "sessions/sesi": session("2024-03-01", listed),
            "outcomes/kabar": outcome(f"[{answered}]", "2024-03-03", "selesai"),
        }
    )
    html = html_at(build(tmp_path, files), UNIT)
    said = text(section(html, "angka"))
    assert "Dari 21 hal yang menunggu kabar, belum separuhnya mendapat kabar." in said
    assert "Masih menunggu: 11 dari 21 (52 persen), sesi 1 Maret 2024." in said
    assert "Yang paling lama menunggu sejak 1 Maret 2024." in said
    assert "11 masih terbuka, yang paling lama sejak 1 Maret 2024." in said
    assert "Separuhnya belum bisa disebut: lebih banyak yang masih terbuka (11)." in said
    assert "dalam 2 hari" not in said


def test_a_unit_nobody_asked_anything_has_no_numbers(tmp_path: Path) -> None:
    html = html_at(build(tmp_path, by_name({"sessions/sesi": session("2024-03-01")})), UNIT)
    assert 'id="angka"' not in html


def test_an_empty_archive_has_a_page_that_says_so(tmp_path: Path) -> None:
    html = html_at(build(tmp_path, {}), urls.FIGURES)
    assert "belum ada yang bisa dihitung" in text(html)
    assert charts_of(html) == []
    assert tables_of(html) == []


def test_nothing_a_record_says_can_break_a_chart() -> None:
    module = macros()
    nasty = '</title><script>alert(1)</script> & "'
    parts = [Part(nasty, 3, Band.CLAIMED)]
    for drawn in (
        module.bars(bars("x", nasty, parts)),
        module.panels(panels("y", nasty, [nasty], [(parts[0], [3])])),
    ):
        found = ElementTree.fromstring(str(drawn))
        assert found.findtext("title") == nasty
        assert "<script" not in str(drawn)


def test_the_types_of_drawings_are_what_templates_are_given() -> None:
    assert isinstance(bars("x", "Judul", []), Bars)
    assert isinstance(panels("x", "Judul", [], []), Panels)


# As a reader sees it


def open_page(browser: Browser, html: str, *, width: int, scheme: str) -> Page:
    styles = "".join((ASSETS / name).read_text(encoding="utf-8") for name in STYLES)
    page = browser.new_context(
        viewport={"width": width, "height": 800},
        color_scheme="dark" if scheme == "dark" else "light",
    ).new_page()
    page.set_content(
        f"<style>{styles} body {{ background: var(--md-default-bg-color);"
        f" color: var(--md-default-fg-color); margin: 16px; font-size: 16px }}"
        f"</style><body class='md-typeset'>{html}"
    )
    return page


@pytest.mark.browser
@pytest.mark.parametrize("width", [360, 1280])
def test_no_word_of_a_chart_is_cut_off_or_too_small_to_read(
    browser: Browser, big_archive: Archive, width: int
) -> None:
    html = html_at(big_archive, urls.FIGURES)
    page = open_page(browser, html, width=width, scheme="light")
    assert page.evaluate("document.documentElement.scrollWidth") <= width
    boxes = page.evaluate(
        """() => [...document.querySelectorAll('svg.kb-chart text')].map(one => {
            const text = one.getBoundingClientRect()
            const board = one.ownerSVGElement.getBoundingClientRect()
            return [text.left - board.left, board.right - text.right, board.bottom - text.bottom,
                    text.height, one.textContent]
        })"""
    )
    assert len(boxes) > 40
    assert [said for left, right, below, *_, said in boxes if min(left, right, below) < -1] == []
    assert [said for *_, height, said in boxes if height < 12] == []
    page.context.close()


@pytest.mark.browser
@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_bars_stand_out_from_the_page_by_day_and_by_night(browser: Browser, scheme: str) -> None:
    page = open_page(browser, numbers_page(), width=360, scheme=scheme)
    colours = page.evaluate(
        """() => [...document.querySelectorAll('.kb-bar, svg.kb-chart text')].map(
            one => getComputedStyle(one)[one.tagName == 'text' ? 'fill' : 'stroke'])"""
    )
    ground = page.evaluate("getComputedStyle(document.body).backgroundColor")
    assert colours
    assert [one for one in set(colours) if contrast(one, ground) < 3] == []
    page.context.close()


@pytest.mark.browser
def test_in_print_every_bar_is_black(browser: Browser) -> None:
    page = open_page(browser, numbers_page(), width=800, scheme="dark")
    page.emulate_media(media="print")
    colours = page.evaluate(
        "() => [...document.querySelectorAll('.kb-bar')].map(one => getComputedStyle(one).stroke)"
    )
    assert set(colours) == {"rgb(0, 0, 0)"}
    page.context.close()


def contrast(one: str, other: str) -> float:
    """The contrast of two colours by WCAG 2.2, 1.4.11."""
    light, dark = sorted((_luminance(one), _luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


def _luminance(colour: str) -> float:
    parts = [int(part) / 255 for part in re.findall(r"\d+", colour)[:3]]
    linear = [one / 12.92 if one <= 0.04045 else ((one + 0.055) / 1.055) ** 2.4 for one in parts]
    return sum(weight * one for weight, one in zip((0.2126, 0.7152, 0.0722), linear, strict=True))
