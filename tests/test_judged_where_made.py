"""What the press has judged need not be read again, and what nobody has judged always is."""

from dataclasses import replace
from pathlib import Path

import pytest
import small_archive
from test_press import content_of, printing, stories, story
from test_press import templates as templates  # a fixture
from test_site_scan import NOBODY, NUMBER, PLACES, read_by

from generator import plugin, site, site_scan
from generator.page import Page, SiteFile
from generator.press import Pressed, Previous, Printing, press
from generator.press.outlet import ALONE, BATCH
from generator.site_scan import AtTheSource, judge
from generator.site_scan.judge import Judge

MANY = ALONE * BATCH + 40


def with_judge(folder: Path, templates: Path) -> Printing:
    return replace(printing(folder, templates), judge=AtTheSource.of(str(folder), NOBODY))


def names(pages: list[Page]) -> frozenset[str]:
    return frozenset(f"{page.address}index.html" for page in pages)


def scanned(folder: Path, pressed: Pressed, of_records: frozenset[str]) -> list[str]:
    """The files that are found in a site of which the press has judged some."""
    made = site_scan.scan(
        folder, NOBODY, work=folder.parent / "w", of_records=of_records, judged=pressed.clean
    )
    return [one.file for one in made.findings]


@pytest.mark.parametrize("jobs", [1, 2])
def test_what_is_clean_is_not_read_again_and_what_is_not_is_found(
    tmp_path: Path, templates: Path, monkeypatch: pytest.MonkeyPatch, jobs: int
) -> None:
    monkeypatch.setattr(judge, "_TOGETHER", 10_000)
    folder, pages = tmp_path / "site", stories(MANY)
    loud = story("sesi/polsek-y/00001/", title=f"Telepon {NUMBER}")
    files = [SiteFile("data/a.csv", lambda: b"a,b\n1,2\n")]
    everything = [*pages, loud]
    pressed = press(everything, with_judge(folder, templates), files=files, jobs=jobs)
    assert f"{loud.address}index.html" not in pressed.clean
    looked = read_by(monkeypatch)
    assert scanned(folder, pressed, names(everything)) == [f"site/{loud.address}index.html"]
    assert set(looked) == set(content_of(folder)) - set(pressed.clean)
    assert len(looked) < BATCH


def test_nothing_is_found_in_innocent_pages_and_none_is_read_again(
    tmp_path: Path, templates: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder, pages = tmp_path / "site", stories(5)
    pressed = press(pages, with_judge(folder, templates))
    assert set(pressed.clean) == names(pages)
    looked = read_by(monkeypatch)
    assert scanned(folder, pressed, names(pages)) == []
    assert looked == []


def test_a_file_that_was_touched_after_it_was_judged_is_judged_anew(
    tmp_path: Path, templates: Path
) -> None:
    folder, pages = tmp_path / "site", stories(3)
    pressed = press(pages, with_judge(folder, templates))
    touched = folder / pages[1].address / "index.html"
    touched.write_bytes(touched.read_bytes() + NUMBER.encode())
    assert scanned(folder, pressed, names(pages)) == [f"site/{pages[1].address}index.html"]


def test_a_file_nobody_has_judged_is_found(tmp_path: Path, templates: Path) -> None:
    folder, pages = tmp_path / "site", stories(3)
    pressed = press(pages, with_judge(folder, templates))
    (folder / "lain.txt").write_text(NUMBER)
    assert scanned(folder, pressed, names(pages)) == ["site/lain.txt"]


def test_pages_that_are_taken_over_are_not_said_to_be_judged(
    tmp_path: Path, templates: Path
) -> None:
    pages = stories(3)
    before = press(pages, with_judge(tmp_path / "old", templates))
    pages[0] = story(pages[0].address, title="Lain")
    after = press(
        pages,
        with_judge(tmp_path / "new", templates),
        previous=Previous(tmp_path / "old", before.known),
    )
    assert set(after.clean) == names(pages[:1])


@pytest.mark.parametrize("place", PLACES)
def test_wherever_a_number_stands_the_file_is_not_said_to_be_clean(
    tmp_path: Path, place: str
) -> None:
    name, content = PLACES[place]
    files = {name: content, "lain/index.html": "<p>Apa saja</p>"}
    made = AtTheSource.of(str(tmp_path), NOBODY)
    for one, said in files.items():
        (tmp_path / one).parent.mkdir(parents=True, exist_ok=True)
        written = said if isinstance(said, bytes) else said.encode()
        (tmp_path / one).write_bytes(written)
        made.take(one, written)
        clean = made.clean()
        assert (one in clean) == (one == "lain/index.html")


def test_a_search_that_fails_says_nothing_is_clean(
    tmp_path: Path, templates: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(*_all: object, **_more: object) -> None:
        raise RuntimeError

    monkeypatch.setattr(Judge, "_hits", fail)
    folder, pages = tmp_path / "site", stories(3)
    pressed = press(pages, with_judge(folder, templates))
    assert pressed.clean == {}
    assert len(scanned(folder, pressed, names(pages))) == 3


def test_a_file_that_is_not_there_is_not_said_to_be_clean(tmp_path: Path) -> None:
    made = AtTheSource.of(str(tmp_path), NOBODY)
    made.take("a.txt", b"apa saja")
    assert made.clean() == {}


def test_a_build_reads_no_page_of_records_again_and_lets_no_number_through(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    small_archive.write_project(tmp_path)
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1717200000")  # 1 June 2024
    opened: list[str] = []
    real = Judge._opened

    def watched(self: Judge, name: str, judged: object) -> object:
        opened.append(name)
        return real(self, name, judged)  # type: ignore[arg-type]

    monkeypatch.setattr(Judge, "_opened", watched)
    assert plugin.build_site(tmp_path / "mkdocs.yml", jobs=1).published
    assert opened
    assert not [name for name in opened if name.startswith("sesi/")]
    # Should the gate ever let one through, the site still does not take the old one's place.
    monkeypatch.setattr(site, "examining", lambda *_all, **_more: tuple)
    (record,) = (tmp_path / "data/sessions/polsek-rekaan").glob("2024-03-01.yml")
    text = record.read_text(encoding="utf-8")
    record.write_text(text.replace("isi: ", f"isi: Telepon {NUMBER}. ", 1), encoding="utf-8")
    report = plugin.build_site(tmp_path / "mkdocs.yml", jobs=1, strict=False)
    assert not report.published
    page = "site/sesi/polsek-rekaan/2024-03-01/index.html"
    assert page in {one.file for one in report.findings}
    assert {one.check for one in report.findings} == {site_scan.CHECK}
