"""What MkDocs and `kabar build` promise: a whole site or the old one, and every link checked."""

import datetime
import logging
import os
import re
import shutil
import subprocess
import sys
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from types import SimpleNamespace
from xml.etree import ElementTree

import made_up_project
import pytest
from filelock import FileLock
from made_up_project import (
    DAY,
    RECORDS,
    build_plainly,
    change,
    content_of,
    record,
    restore,
    write_project,
)
from mkdocs.exceptions import Abort
from small_archive import jpeg

from generator import pagefiles, plugin
from generator.clock import today_in
from generator.errors import SettingsError
from generator.exports.sitemap import sitemaps
from generator.findings import Finding, Severity
from generator.plugin import BuildReport
from generator.plugin.preview import fault_page
from generator.plugin.workers import cluster, processes, readers
from generator.press import sheet
from generator.shell import STEM

MARKS = re.compile(STEM.encode(), re.IGNORECASE)


@pytest.fixture
def config(tmp_path: Path) -> Iterator[Path]:
    """The mkdocs.yml of a made-up project."""
    root = tmp_path / "uji"
    config = write_project(root)
    with made_up_project.stand_in(root):
        yield config


@pytest.fixture
def rendered(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The addresses of record pages in the order they are rendered and written."""
    addresses: list[str] = []

    def write(site: Path, address: str, content: bytes) -> None:
        addresses.append(address)
        pagefiles.write(site, address, content)

    monkeypatch.setattr(sheet, "write", write)
    return addresses


def site_of(config: Path) -> Path:
    return config.parent / "site"


def page(config: Path, address: str) -> str:
    return (site_of(config) / address / "index.html").read_text(encoding="utf-8")


def build_aside(config: Path, *, strict: bool = True) -> BuildReport:
    return plugin.build_site(config, today=DAY, jobs=1, strict=strict)


def write_content(config: Path, text: str, name: str = "tentang.md") -> None:
    (config.parent / "content" / name).write_text(text, encoding="utf-8")


# A whole site


def test_mkdocs_alone_gives_the_whole_site(config: Path) -> None:
    build_plainly(config)
    files = content_of(site_of(config))
    pages = {f"{address}/index.html" for address in RECORDS}
    assert pages <= set(files)
    assert {"index.html", "tentang/index.html", "404.html", "sitemap.xml"} <= set(files)
    assert not any(name.startswith((".", "-")) for name in files)


def test_kabar_build_gives_the_same_site(config: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1709251200")
    build_plainly(config)
    plain = content_of(site_of(config))
    shutil.rmtree(site_of(config))
    assert build_aside(config).published
    assert content_of(site_of(config)) == plain


def test_two_builds_of_a_project_do_not_clear_away_each_others_site(config: Path) -> None:
    build_aside(config)
    before = {file: file.read_bytes() for file in site_of(config).rglob("*.html")}
    write_content(config, "Lain.")
    with (
        FileLock(config.parent / ".kabar" / "build.lock"),
        pytest.raises(SettingsError, match="sedang dibuat oleh perintah lain"),
    ):
        build_aside(config)
    assert {file: file.read_bytes() for file in site_of(config).rglob("*.html")} == before
    assert build_aside(config).published


def test_no_mark_is_left_in_any_file(config: Path) -> None:
    build_plainly(config)
    files = content_of(site_of(config))
    assert [name for name, content in files.items() if MARKS.search(content)] == []


def test_a_record_page_has_the_look_of_the_site_and_its_own_facts(config: Path) -> None:
    record(config.parent, "sesi/polsek-a/2023-10-20").write_text("Tanya & <jawab>\nPatroli")
    build_plainly(config)
    found = page(config, "sesi/polsek-a/2023-10-20")
    assert "<title>Tanya &amp; &lt;jawab&gt; - Kabar Uji</title>" in found
    assert '<meta name="description" content="(Contoh, bukan situs resmi) Patroli">' in found
    assert '<link rel="canonical" href="https://uji.example/sesi/polsek-a/2023-10-20/">' in found
    assert "<h1>Tanya &amp; &lt;jawab&gt;</h1>" in found
    assert 'href="../../../tentang/"' in found


def active_tabs(found: str) -> list[str]:
    tabs = re.findall(r'<li class="(md-tabs__item[^"]*)">.*?<a [^>]*>(.*?)</a>', found, re.DOTALL)
    return [text.strip() for classes, text in tabs if "--active" in classes]


@pytest.mark.parametrize(
    ("address", "tabs"),
    [
        ("sesi", ["Sesi"]),
        ("sesi/polsek-a/2023-10-20", ["Sesi"]),
        ("wilayah/desa-b", []),
        ("tentang", []),  # what is about the site itself is in the footer
        ("", ["Beranda"]),
    ],
)
def test_the_tab_of_the_section_is_the_active_one(
    config: Path, address: str, tabs: list[str]
) -> None:
    build_plainly(config)
    assert active_tabs(page(config, address)) == tabs


def test_every_link_of_a_page_leads_somewhere(config: Path) -> None:
    build_plainly(config)
    site = site_of(config)
    for file in site.rglob("index.html"):
        for link in re.findall(r'(?:href|src)="([^"#?:]+)[^":]*"', file.read_text()):
            target = (file.parent / link).resolve()
            assert target.is_file() or (target / "index.html").is_file(), (file, link)


def test_every_page_asks_for_one_small_script_of_its_own_and_for_no_other_server(
    config: Path,
) -> None:
    build_plainly(config)
    site = site_of(config)
    scripts = sorted(file.name for file in site.rglob("*.js"))
    # The others are asked for by some pages alone.
    assert scripts == ["bagikan.js", "cari.js", "kabar.js", "wilayah.js"]
    for file in site.rglob("*.html"):
        text = file.read_text()
        (script,) = re.findall(r"<script[^>]*>", text)
        source = re.fullmatch(r'<script src="([^"?]+)" defer>', script)
        assert source
        start = site if source[1].startswith("/") else file.parent
        assert (start / source[1].lstrip("/")).samefile(site / "assets/kabar.js")
        assert re.findall(r'(?:src|<link[^>]*href)="(?:https?:)?//(?!uji\.example)', text) == []


def test_the_home_page_holds_its_figures_and_its_words(config: Path) -> None:
    write_content(config, "Kata **sambutan**.\n", "index.md")
    build_aside(config)
    found = page(config, "")
    assert "<p>Keadaan per 2024-03-01</p>" in found
    assert "<p>Kata <strong>sambutan</strong>.</p>" in found


def test_an_editorial_title_is_no_markup(config: Path) -> None:
    write_content(config, "---\ntitle: Tanya & <jawab>\ndescription: '\"<b>'\n---\n\n# Tentang\n")
    build_plainly(config)
    found = page(config, "tentang")
    assert "<title>Tanya &amp; &lt;jawab&gt; - Kabar Uji</title>" in found
    said = "(Contoh, bukan situs resmi) &quot;&lt;b&gt;"
    assert f'<meta name="description" content="{said}">' in found


@pytest.mark.parametrize(
    ("kind", "said"),
    [("contoh", "Ini bukan situs resmi Polri."), ("fiksi", "rekaan"), ("resmi", None)],
)
def test_every_page_says_what_the_site_is(tmp_path: Path, kind: str, said: str | None) -> None:
    config = write_project(tmp_path / "uji", kind=kind)
    with made_up_project.stand_in(config.parent):
        build_plainly(config)
    for file in site_of(config).rglob("*.html"):
        banner = re.search(
            r'<aside class="md-banner"[^>]*>(.*?)</aside>', file.read_text(), re.DOTALL
        )
        assert bool(banner) == bool(said), file
        if banner and said:
            assert said in banner[0], file


def test_photos_are_published_beside_the_pages(config: Path) -> None:
    photo = config.parent / "data/polsek-a/razia.jpg"
    photo.parent.mkdir()
    photo.write_bytes(jpeg())
    write_content(config, "![Razia](media/polsek-a/razia.jpg)\n")
    build_plainly(config)
    assert (site_of(config) / "media/polsek-a/razia.jpg").read_bytes() == jpeg()


def test_an_address_without_a_page_says_so_in_the_language_of_the_site(config: Path) -> None:
    build_plainly(config)
    missing = (site_of(config) / "404.html").read_text()
    assert "<h1>Halaman ini tidak ada</h1>" in missing
    assert 'href="/sesi/"' in missing


@pytest.mark.parametrize("address", ["", "sesi", "sesi/polsek-a/2023-10-20", "tentang"])
def test_a_keyboard_user_can_skip_to_what_a_page_says(config: Path, address: str) -> None:
    build_plainly(config)
    found = page(config, address)
    skip = re.search(r'<a href="#([^"]+)" class="md-skip">', found)
    assert skip
    assert found.index(f'id="{skip[1]}"') < found.index("<h1>" if address != "tentang" else "</h1>")


# The list of all pages


def locations(text: str) -> list[str | None]:
    return [each.text for each in ElementTree.fromstring(text).iter() if each.tag.endswith("loc")]


def test_the_sitemap_lists_editorial_and_record_pages_and_nothing_else(config: Path) -> None:
    build_plainly(config)
    site = site_of(config)
    assert locations((site / "sitemap.xml").read_text()) == ["https://uji.example/sitemap-1.xml"]
    listed = locations((site / "sitemap-1.xml").read_text())
    assert sorted(map(str, listed)) == sorted(
        f"https://uji.example/{address}"
        for address in ("", "tentang/", *(f"{each}/" for each in RECORDS))
    )
    assert not (site / "sitemap.xml.gz").exists()


def test_a_long_sitemap_is_cut_into_parts() -> None:
    addresses = [f"sesi/a&b/{number}/" for number in range(5)]
    files = dict(sitemaps(addresses, "https://uji.example/", part_size=2))
    assert list(files) == ["sitemap-1.xml", "sitemap-2.xml", "sitemap-3.xml", "sitemap.xml"]
    parts = [name for name in files if name != "sitemap.xml"]
    assert locations(files["sitemap.xml"]) == [f"https://uji.example/{name}" for name in parts]
    listed = [location for name in parts for location in locations(files[name])]
    assert listed == [f"https://uji.example/sesi/a%26b/{number}/" for number in range(5)]
    assert max(len(locations(files[name])) for name in parts) == 2


# Links from content/

GOOD_LINKS = [
    "sesi/polsek-a/2023-10-20/index.md",
    "sesi/polsek-a/2023-10-20/index.md#kata",
    "/sesi/polsek-a/2023-10-20/#kata",
    "/sesi/polsek-a/2023-10-20/",
    "sesi/polsek-a/2023-10-20/#kata",
    "index.md#angka",
    "/tentang/",
]
BAD_LINKS = [
    "sesi/polsek-a/2023-10-21/index.md",
    "sesi/polsek-a/2023-10-20/index.md#lampu",
    "/sesi/polsek-a/2023-10-20/#lampu",
    "/sesi/polsek-a/2023-10-21/",
    "sesi/polsek-b/",
    "index.md#lain",
]


@pytest.mark.parametrize("link", GOOD_LINKS)
def test_a_link_to_a_record_or_a_concern_leads_there(config: Path, link: str) -> None:
    write_content(config, f"[lihat]({link})\n")
    build_plainly(config)
    found = re.search(r'<a href="([^"]+)">lihat</a>', page(config, "tentang"))
    assert found
    address, _, anchor = found[1].partition("#")
    target = (site_of(config) / "tentang" / address).resolve() / "index.html"
    assert target.is_file()
    assert anchor == link.partition("#")[2]


@pytest.mark.parametrize("link", BAD_LINKS)
def test_a_link_to_a_wrong_record_or_concern_fails_strict(config: Path, link: str) -> None:
    write_content(config, f"[lihat]({link})\n")
    with pytest.raises(Abort, match="strict"):
        build_plainly(config)


@pytest.mark.parametrize("options", [["--strict"], ["--strict", "--quiet"]], ids=" ".join)
def test_the_mkdocs_command_fails_on_a_wrong_link(config: Path, options: list[str]) -> None:
    script = [sys.executable, made_up_project.__file__, "build", str(config.parent), *options]
    assert subprocess.run(script, capture_output=True, check=False).returncode == 0
    write_content(config, f"[lihat]({BAD_LINKS[0]})\n")
    assert subprocess.run(script, capture_output=True, check=False).returncode == 1


@pytest.mark.parametrize("link", BAD_LINKS)
def test_a_wrong_link_is_told_in_its_place(config: Path, link: str) -> None:
    write_content(config, f"# Tentang\n\nAda [lihat]({link}).\n")
    report = build_aside(config)
    (finding,) = report.findings
    assert (finding.file, finding.line, finding.column) == ("content/tentang.md", 3, 13)
    assert link.partition("#")[2] in finding.message
    assert link in finding.message
    assert finding.is_error
    assert not report.published


def test_a_wrong_link_says_what_was_meant(config: Path) -> None:
    write_content(config, "[lihat](sesi/polsek-a/2023-10-20.html)\n")
    write_content(config, "[lihat](../sesi/polsek-a/2023-10-20/index.md)\n")
    (finding,) = build_aside(config).findings
    assert "Maksud Anda `sesi/polsek-a/2023-10-20/index.md`?" in finding.message


def test_a_menu_entry_without_a_page_is_told(config: Path) -> None:
    config.write_text(config.read_text().replace("sesi/index.md", "sessi/index.md"))
    (finding,) = build_aside(config).findings
    assert (finding.file, finding.is_error) == ("mkdocs.yml", True)
    assert config.read_text().splitlines()[finding.line - 1] == "  - Sesi: sessi/index.md"
    assert "`sessi/index.md`" in finding.message


def test_links_only_warn_where_the_build_is_not_strict(config: Path) -> None:
    write_content(config, f"[lihat]({BAD_LINKS[0]})\n")
    report = build_aside(config, strict=False)
    assert report.published
    assert [finding.severity for finding in report.findings] == [Severity.WARNING]


def test_an_editorial_page_cannot_take_the_address_of_a_record(config: Path) -> None:
    (config.parent / "content/wilayah").mkdir()
    write_content(config, "# Desa\n", "wilayah/desa-b.md")
    with pytest.raises(Abort):
        build_plainly(config)
    (finding,) = build_aside(config).findings
    assert "wilayah/desa-b/" in finding.message


# Nothing twice


@pytest.mark.parametrize("way", ["plain", "aside"])
def test_unchanged_record_pages_are_not_rendered_or_written_again(
    config: Path, rendered: list[str], way: str
) -> None:
    build = {"plain": build_plainly, "aside": build_aside}[way]
    build(config)
    files = {f"{address}/index.html" for address in RECORDS}
    before = {file: (site_of(config) / file).stat().st_ino for file in files}
    content = content_of(site_of(config))
    del rendered[:]
    build(config)
    assert rendered == []
    assert {file: (site_of(config) / file).stat().st_ino for file in files} == before
    assert content_of(site_of(config)) == content


@pytest.mark.parametrize("way", ["plain", "aside"])
def test_only_what_changed_is_made_anew(config: Path, rendered: list[str], way: str) -> None:
    build = {"plain": build_plainly, "aside": build_aside}[way]
    build(config)
    change(config.parent)
    del rendered[:]
    build(config)
    assert sorted(rendered) == ["sesi/polsek-a/2023-10-20/", "sesi/polsek-a/2023-11-03/"]
    assert not (site_of(config) / "sesi/polsek-a/2023-10-27").exists()
    changed = content_of(site_of(config))
    shutil.rmtree(site_of(config))
    build(config)
    assert content_of(site_of(config)) == changed


def test_the_two_ways_of_building_take_over_from_each_other(
    config: Path, rendered: list[str]
) -> None:
    build_plainly(config)
    del rendered[:]
    build_aside(config)
    build_plainly(config)
    assert rendered == []


def test_a_page_removed_by_hand_comes_back(config: Path, rendered: list[str]) -> None:
    build_aside(config)
    before = content_of(site_of(config))
    shutil.rmtree(site_of(config) / "sesi/polsek-a/2023-10-20")
    del rendered[:]
    build_aside(config)
    assert rendered == ["sesi/polsek-a/2023-10-20/"]
    assert content_of(site_of(config)) == before


def test_the_report_says_what_was_done(config: Path) -> None:
    first = build_aside(config)
    write_content(config, "Kata lain.\n")
    second = build_aside(config)
    assert (first.published, first.written, first.kept, first.editorial) == (True, 4, 0, 2)
    assert (second.published, second.written, second.kept, second.editorial) == (True, 0, 4, 2)
    assert set(first.seconds) == {"read", "frame", "press", "search", "scan", "swap"}
    assert first.site == site_of(config)


def test_progress_is_told_step_by_step(config: Path) -> None:
    told: list[tuple[str, int, int]] = []

    def tell(step: str, done: int, total: int) -> None:
        told.append((step, done, total))

    plugin.build_site(config, today=DAY, jobs=1, progress=tell)
    steps = [step for step, _, _ in told]
    assert list(dict.fromkeys(steps)) == ["read", "frame", "press", "search", "scan", "swap"]
    assert ("press", 7, 7) in told  # four pages and three files


@pytest.mark.parametrize("way", ["plain", "aside"])
def test_a_build_killed_at_any_step_is_healed_by_the_next(tmp_path: Path, way: str) -> None:
    done = subprocess.run(
        [sys.executable, made_up_project.__file__, "kill", str(tmp_path / "uji"), way],
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stderr[-3000:]
    assert int(done.stdout.splitlines()[-1]) > 10


def test_the_same_records_and_day_give_the_same_bytes(tmp_path: Path) -> None:
    script = (
        "import sys; from pathlib import Path; import made_up_project as made;\n"
        "with made.stand_in(Path('.').absolute()): made.build_aside(Path('mkdocs.yml').absolute())"
    )
    sites = []
    for seed, zone in (("1", "Asia/Jakarta"), ("2", "America/Lima")):
        root = write_project(tmp_path / seed).parent
        folders = (Path(made_up_project.__file__).parent, Path(plugin.__file__).parents[2])
        paths = os.pathsep.join([*map(str, folders), os.environ.get("PYTHONPATH", "")])
        environment = {"PYTHONHASHSEED": seed, "TZ": zone, "LC_ALL": "C", "PYTHONPATH": paths}
        subprocess.run(
            [sys.executable, "-c", script],
            cwd=root,
            env={**os.environ, **environment},
            check=True,
        )
        sites.append(content_of(root / "site"))
    assert sites[0] == sites[1]


# The old site stays


def break_record(config: Path) -> None:
    record(config.parent, "sesi/polsek-a/2023-10-20").write_text("Sesi satu\nSALAH")


def break_link(config: Path) -> None:
    write_content(config, f"[lihat]({BAD_LINKS[0]})\n")


def break_template(config: Path) -> None:
    (config.parent / "templates/story.html").write_text("{{ view.txt }}")


def state_of(config: Path) -> dict[str, tuple[bytes, int, int]]:
    """Every file of the project outside its sources, with what tells whether it was touched."""
    root = config.parent
    return {
        name: (content, (root / name).stat().st_ino, (root / name).stat().st_mtime_ns)
        for name, content in content_of(root).items()
        if not name.startswith(("content/", "data/", "templates/"))
    }


@pytest.mark.parametrize("harm", [break_record, break_link])
def test_a_failing_build_leaves_the_old_site_exactly_as_it_was(config: Path, harm: object) -> None:
    build_aside(config)
    before = state_of(config)
    assert callable(harm)
    harm(config)
    report = build_aside(config)
    assert not report.published
    assert any(finding.is_error for finding in report.findings)
    assert (report.written, report.kept, report.sessions) == (0, 0, 0)
    assert state_of(config) == before


def test_a_fault_of_the_program_leaves_the_old_site_exactly_as_it_was(config: Path) -> None:
    build_aside(config)
    before = state_of(config)
    break_template(config)
    with pytest.raises(Exception, match="txt"):
        build_aside(config)
    assert state_of(config) == before


def test_broken_records_stop_mkdocs_before_it_empties_its_folder(
    config: Path, caplog: pytest.LogCaptureFixture
) -> None:
    build_plainly(config)
    before = state_of(config)
    break_record(config)
    with caplog.at_level(logging.ERROR), pytest.raises(Abort):
        build_plainly(config)
    assert "Ada <SALAH>." in caplog.text
    assert "data/sesi/polsek-a/2023-10-20.txt" in caplog.text
    assert state_of(config) == before


class Stopped(BaseException):
    """What ^C is to a build."""


@pytest.mark.parametrize("renames", [0, 1])
def test_a_swap_that_is_stopped_leaves_the_old_site(
    config: Path, monkeypatch: pytest.MonkeyPatch, renames: int
) -> None:
    build_aside(config)
    before = content_of(site_of(config))
    change(config.parent)
    real, left = Path.rename, [True] * renames

    def rename(path: Path, target: Path) -> Path:
        if site_of(config) not in (path, target):
            return real(path, target)
        if left.pop() if left else False:
            return real(path, target)
        monkeypatch.undo()
        raise Stopped

    monkeypatch.setattr(Path, "rename", rename)
    with pytest.raises(Stopped):
        build_aside(config)
    assert content_of(site_of(config)) == before
    assert {path.name for path in config.parent.iterdir()} == made_up_project.PROJECT


def test_the_findings_of_broken_records_are_told_once(config: Path) -> None:
    break_record(config)
    report = build_aside(config)
    assert [finding.message for finding in report.findings] == ["Ada <SALAH>."]


def test_what_is_only_looked_at_stops_nothing(config: Path) -> None:
    record(config.parent, "wilayah/desa-b").write_text("Desa B\nKELIRU")
    report = build_aside(config)
    assert report.published
    assert [finding.message for finding in report.findings] == ["Ada <KELIRU>."]
    build_plainly(config, strict=True)


def test_nothing_withdrawn_stays_hidden_when_mkdocs_fails(config: Path) -> None:
    build_plainly(config)
    record(config.parent, "sesi/polsek-a/2023-10-27").unlink()
    break_template(config)
    with pytest.raises(Exception, match="txt"):
        build_plainly(config)
    assert not any("2023-10-27" in name for name in content_of(site_of(config)))
    restore(config.parent)


# Settings


@pytest.mark.parametrize(
    ("line", "said"),
    [
        ("use_directory_urls: false", "use_directory_urls"),
        ("site_url: ''", "site_url"),
        ("theme: {name: material, features: [navigation.instant]}", "navigation.instant"),
    ],
)
def test_a_setting_the_site_cannot_be_built_with_is_refused(
    config: Path, line: str, said: str
) -> None:
    key = line.partition(":")[0]
    kept = re.sub(rf"(?m)^{key}:.*\n(?:[ -].*\n)*", "", config.read_text())
    config.write_text(f"{kept}{line}\n")
    report = build_aside(config)
    assert not report.published
    assert said in report.findings[0].message


def test_an_option_that_cannot_be_is_refused(config: Path) -> None:
    config.write_text(config.read_text().replace("sifat: contoh", "sifat: lucu"))
    with pytest.raises(SettingsError, match="lucu"):
        build_aside(config)


def test_a_zone_that_does_not_exist_is_refused(config: Path) -> None:
    config.write_text(config.read_text().replace("sifat: contoh", "zona: Asia/Bandung"))
    with pytest.raises(SettingsError, match="Asia/Bandung"):
        plugin.build_site(config, jobs=1)


def test_names_of_news_that_could_not_last_are_refused(config: Path) -> None:
    written = config.read_text().replace("sifat: contoh", "penanda: kabarbalik.example")
    config.write_text(written)
    report = build_aside(config)
    assert not report.published
    assert "penanda" in report.findings[0].message


def test_a_project_without_the_plugin_is_told_so(config: Path) -> None:
    plain = config.read_text().replace("  - kabar:\n      sifat: contoh\n", "  - search\n")
    config.write_text(plain)
    with pytest.raises(SettingsError, match="kabar"):
        build_aside(config)


@pytest.mark.parametrize(
    ("zone", "day"),
    [
        ("Asia/Jakarta", datetime.date(2024, 3, 1)),
        ("Asia/Jayapura", datetime.date(2024, 3, 2)),
        ("UTC", datetime.date(2024, 3, 1)),
    ],
)
def test_the_day_is_that_of_the_zone(zone: str, day: datetime.date) -> None:
    assert today_in(zone, {"SOURCE_DATE_EPOCH": "1709306100"}) == day  # 15.15 UTC


@pytest.mark.parametrize("given", ["", "besok", "1e9", "9" * 30])
def test_a_day_that_is_none_is_refused(given: str) -> None:
    with pytest.raises(SettingsError, match="SOURCE_DATE_EPOCH"):
        today_in("Asia/Jakarta", {"SOURCE_DATE_EPOCH": given})


def test_the_day_given_goes_before_the_environment(
    config: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "0")
    build_aside(config)
    assert f"Keadaan per {DAY}" in page(config, "")


# Workers


def test_one_job_is_this_process_and_many_are_a_pool() -> None:
    with readers(None, 1) as executor:
        assert executor is None
    with readers(None, 2) as executor:
        assert executor is not None
        assert executor.submit(os.getpid).result() != os.getpid()


def test_no_number_of_jobs_means_one_for_each_processor() -> None:
    assert processes(0) == os.cpu_count()
    assert processes(3) == 3


class Client:
    """What `distributed` offers of its client."""

    def __init__(self, address: str, timeout: str) -> None:
        if address != "tcp://penjadwal:8786":
            raise OSError(f"{address} after {timeout}")

    def __enter__(self) -> "Client":
        return self

    def __exit__(self, *_unused: object) -> None:
        pass

    def get_executor(self) -> ThreadPoolExecutor:
        return ThreadPoolExecutor(1)


def test_a_scheduler_goes_before_processes(monkeypatch: pytest.MonkeyPatch) -> None:
    distributed = SimpleNamespace(Client=Client)
    monkeypatch.setitem(sys.modules, "distributed", distributed)
    with cluster("tcp://penjadwal:8786") as found, readers(found, 4) as executor:
        assert executor is not None
        assert executor.submit(os.getpid).result() == os.getpid()
    with pytest.raises(SettingsError, match="lain:1"), cluster("tcp://lain:1"):
        pytest.fail("there is no such scheduler")


def test_a_scheduler_without_its_library_says_what_to_install(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setitem(sys.modules, "distributed", None)
    with pytest.raises(SettingsError, match=r"kabar-balik\[cluster\]"), cluster("tcp://a:1"):
        pytest.fail("there is no such library")


# What a preview shows of broken records


def test_the_page_of_findings_is_escaped_and_sorted_by_file() -> None:
    findings = [
        Finding("data/b.yml", 3, 4, "uji", "masukan.a.isi", "Ada <script>x</script> & lain"),
        Finding("data/a.yml", 0, 0, "uji", "", "Kosong"),
        Finding("data/a.yml", 7, 1, "uji", "", "Lihat ini", Severity.WARNING),
    ]
    shown = fault_page(findings)
    assert "Ada &lt;script&gt;x&lt;/script&gt; &amp; lain" in shown
    assert "baris 3, kolom 4" in shown
    order = [shown.index(each) for each in ("Kosong", "Ada &lt;script&gt;", "Lihat ini")]
    assert order == sorted(order)
