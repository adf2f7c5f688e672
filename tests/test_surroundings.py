"""What a session's page leads on to, and the way that leads to every page."""

from pathlib import Path

import pytest
from site_pages import all_pages, by_name, concern, html_at, links, section, session, text
from small_archive import build

from generator import urls
from generator.archive import Archive
from generator.model import Session
from generator.views.lines import Lines
from generator.views.surroundings import RELATED, Around, Surroundings

HERE = "polsek-rekaan/2024-05-01"


def about(name: str, theme: str = "", words: str = "") -> str:
    more = f"tema: [{theme}]" if theme else ""
    return concern(name, words or f"Warga bicara soal {name}.", more)


def around(found: Archive, identity: str = HERE) -> Around:
    held = found.records.sessions[identity]
    assert isinstance(held, Session)
    return Surroundings(found, Lines(found)).of(held)


def related(found: Archive, identity: str = HERE) -> list[str]:
    return [line.address for line in around(found, identity).related]


def place(day: str, name: str, unit: str = "polsek-rekaan") -> str:
    return urls.concern(f"{unit}/{day}#{name}")


def test_same_village_and_theme_come_first_then_the_village_then_unit_and_theme(
    tmp_path: Path,
) -> None:
    files = by_name(
        {
            "sessions/2024-05-01": session("2024-05-01", about("ini", "patroli")),
            "sessions/2024-04-05": session(
                "2024-04-05", about("jauh", "patroli"), village="Lestari"
            ),
            "sessions/2024-04-12": session("2024-04-12", about("desa")),
            "sessions/2024-03-01": session("2024-03-01", about("sama", "patroli")),
            "sessions/2024-02-02": session("2024-02-02", about("lama", "patroli")),
            "sessions/2024-01-05": session("2024-01-05", about("lain"), village="Lestari"),
        }
    )
    assert related(build(tmp_path, files)) == [
        place("2024-03-01", "sama"),
        place("2024-02-02", "lama"),
        place("2024-04-12", "desa"),
        place("2024-04-05", "jauh"),
    ]


def test_there_are_few_of_them_and_none_of_the_session_itself(tmp_path: Path) -> None:
    many = "".join(about(f"hal-{n}", "patroli").lstrip("\n") for n in range(12))
    files = by_name(
        {f"sessions/2024-05-0{day}": session(f"2024-05-0{day}", f"\n{many}") for day in range(1, 5)}
    )
    found = build(tmp_path, files)
    for day in range(1, 5):
        leads_to = related(found, f"polsek-rekaan/2024-05-0{day}")
        assert len(leads_to) == len(set(leads_to)) == RELATED
        assert not any(f"2024-05-0{day}/" in address for address in leads_to)


def test_nothing_withdrawn_held_back_or_only_thankful_is_related(tmp_path: Path) -> None:
    gone = "\n  - id: gone\n    ditarik:\n      tanggal: 2024-05-02\n      alasan: privasi\n"
    gone += "      dasar: permintaan warga\n"
    thanks = "\n  - id: syukur\n    jenis: apresiasi\n    isi: Terima kasih.\n"
    held = "\n  - id: tahan\n    jenis: keluhan\n    tahan: privasi\n"
    listed = gone + thanks[1:] + held[1:] + about("peka", "rumah-tangga")[1:]
    files = by_name(
        {
            "sessions/2024-05-01": session("2024-05-01", about("ini", "rumah-tangga")),
            "sessions/2024-04-05": session("2024-04-05", listed),
        }
    )
    assert related(build(tmp_path, files)) == []


def test_a_changed_neighbour_changes_only_what_is_said_of_it(tmp_path: Path) -> None:
    records = {
        "sessions/2024-05-01": session("2024-05-01", about("ini", "patroli")),
        "sessions/2024-04-05": session("2024-04-05", about("sama", "patroli")),
    }
    found = build(tmp_path, by_name(records))
    html = section(html_at(found, urls.session(HERE)), "_serupa")
    assert "Warga bicara soal sama." in text(html)
    assert "Belum ada kabar" in text(html)


def test_the_sessions_before_and_after_are_of_the_same_unit(tmp_path: Path) -> None:
    files = by_name(
        {
            "sessions/2024-05-01": session("2024-05-01"),
            "sessions/2024-04-05": session("2024-04-05"),
            "sessions/2024-06-07": session("2024-06-07", ""),
            "sessions/entah": session("tidak diketahui"),
        }
    ) | by_name(
        {"sessions/2024-05-02": session("2024-05-02", unit="polsek-khayal")}, "polsek-khayal"
    )
    found = build(tmp_path, files)
    here = around(found)
    assert here.before
    assert here.before.address == urls.session("polsek-rekaan/2024-04-05")
    assert here.after
    assert here.after.address == urls.session("polsek-rekaan/2024-06-07")
    assert around(found, "polsek-rekaan/2024-04-05").before is None
    assert around(found, "polsek-rekaan/2024-06-07").after is None
    assert around(found, "polsek-khayal/2024-05-02") == Around()
    unknown = around(found, "polsek-rekaan/entah")
    assert (unknown.before, unknown.after) == (None, None)
    html = html_at(found, urls.session(HERE))
    assert "Sesi sebelumnya, 5 April 2024" in text(html)
    assert '<a rel="next" href="../../../sesi/polsek-rekaan/2024-06-07/">' in html


@pytest.mark.parametrize(
    ("address", "way"),
    [
        (urls.HOME, []),
        (urls.SESSIONS, []),
        (urls.session(HERE), [urls.SESSIONS, urls.unit("polsek-rekaan")]),
        (urls.UNITS, []),
        (
            urls.unit("polsek-rekaan"),
            [urls.UNITS, *map(urls.unit, ("mabes-contoh", "polda-contoh", "polres-contoh"))],
        ),
        (urls.theme("patroli"), [urls.THEMES]),
        (urls.programme("jumat-curhat"), [urls.PROGRAMMES]),
        (urls.board("lewat-tenggat"), [urls.BOARD]),
        (urls.poster("polsek-rekaan"), [urls.unit("polsek-rekaan")]),
        (urls.part(urls.SESSIONS, 2), [urls.SESSIONS]),
        (urls.part(urls.programme("jumat-curhat"), 2), [urls.PROGRAMMES, "program/jumat-curhat/"]),
    ],
)
def test_every_page_says_what_it_is_part_of(tmp_path: Path, address: str, way: list[str]) -> None:
    more = {f"sessions/lain-{n}": session("2024-01-05") for n in range(60)}
    records = {"sessions/2024-05-01": session("2024-05-01", about("ini", "patroli")), **more}
    pages = all_pages(build(tmp_path, by_name(records)))
    assert [crumb.address for crumb in pages[address].trail] == way
    assert {crumb.address for crumb in pages[address].trail} <= set(pages)


def test_the_way_stands_before_the_page_as_links(tmp_path: Path) -> None:
    found = build(tmp_path, by_name({"sessions/2024-05-01": session("2024-05-01")}))
    html = html_at(found, urls.session(HERE))
    trail, _, rest = html.partition("</nav>")
    assert 'aria-label="Letak halaman ini"' in trail
    assert links(trail) == ["../../../sesi/", "../../../satuan/polsek-rekaan/"]
    assert "<h1>" in rest
