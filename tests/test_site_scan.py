"""Nothing that points to a person leaves the house, whatever put it into the site."""

import gzip
import json
from pathlib import Path

import pytest
import small_archive
from made_up_project import build_plainly
from small_archive import jpeg

from generator import plugin, site_scan
from generator.findings import Finding
from generator.privacy import Allowed
from generator.search import cbor
from generator.site_scan import judge, markup, seen, texts, verdicts

NUMBER = "0812-3456-7891"
"""A made-up telephone number that no unit has registered."""

NOBODY = Allowed()
SIGNED = b"pagefind_dcd"


def site_with(root: Path, name: str, content: str | bytes) -> Path:
    site = root / "site"
    file = site / name
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_bytes(content if isinstance(content, bytes) else content.encode())
    return site


def scan(site: Path, allowed: Allowed, *, work: Path, jobs: int = 1) -> tuple[Finding, ...]:
    """What is found in a site whose verdicts are kept at once."""
    made = site_scan.scan(site, allowed, work=work, jobs=jobs)
    made.keep(work, site)
    return made.findings


def found(root: Path, name: str, content: str | bytes) -> list[str]:
    site = site_with(root, name, content)
    return [one.message for one in scan(site, NOBODY, work=root / ".kabar")]


PLACES: dict[str, tuple[str, str | bytes]] = {
    "text": ("a/index.html", f"<p>Telepon {NUMBER}</p>"),
    "text across tags": ("a/index.html", "<p>0812<b>-3456</b><span class=x>-7891</span></p>"),
    "entities": ("a/index.html", "<p>&#48;812&#45;3456&#x2d;7891</p>"),
    "attribute": ("a/index.html", f'<img alt="Telepon {NUMBER}">'),
    "attribute without quotes": ("a/index.html", "<a href=tel:081234567891>x</a>"),
    "address": ("a/index.html", '<a href="tel:0812%2D3456%2D7891">x</a>'),
    "a text that is shared": ("a/index.html", '<a href="https://wa.me/?text=0812%2D34567891">'),
    "comment": ("a/index.html", f"<!-- {NUMBER} -->"),
    "text across a comment": ("a/index.html", "<p>0812-34<!-- kata -->56-7891</p>"),
    "text across lines": ("a/index.html", "<p>0812\n<b>3456</b>\n<i>7891</i></p>"),
    "text across what nobody sees": ("a/index.html", "<p>0812\0-3456\u200b-7891</p>"),
    "text across what nobody sees, between lines": (
        "a/index.html",
        "<p>0812\0\n<b>\0-3456</b>-7891</p>",
    ),
    "tag over lines": ("a/index.html", f'<img\n<p alt="{NUMBER}">'),
    "tag that never ends": ("a/index.html", f"<p>Telepon <b {NUMBER}\n<p>Kata</p>"),
    "text kept whole, across markup": ("kabar.xml", "<a><![CDATA[0812-<b>3456</b>-7891]]></a>"),
    "address after the way up": ("a/index.html", '<a href="../../081234567891/">x</a>'),
    "account after the way up": ("a/index.html", '<a href="../../@budisantoso99">x</a>'),
    "address with a subject": ("a/index.html", f'<a href="mailto:a?subject=Telepon {NUMBER}">'),
    "address of mail": ("a/index.html", '<a href="mailto:warga@contoh.test?subject=Kabar">x</a>'),
    "comment over lines": ("a/index.html", f"<!--\nkata\n{NUMBER}\n-->"),
    "title": ("a/index.html", f"<title>{NUMBER}</title>"),
    "script data": (
        "a/index.html",
        f'<script type="application/ld+json">{{"name":"{NUMBER}"}}</script>',
    ),
    "script data, escaped": (
        "a/index.html",
        r'<script type="application/ld+json">{"n":"\u0030812-3456-7891"}</script>',
    ),
    "feed": ("kabar.xml", f"<feed><title>{NUMBER}</title></feed>"),
    "page in a feed": ("kabar.xml", "<content type='html'>&lt;p&gt;0812&lt;b&gt;-3456-7891"),
    "text kept whole": ("kabar.xml", f"<a><![CDATA[{NUMBER}]]></a>"),
    "value": ("a.json", json.dumps({"a": [{"b": NUMBER}]})),
    "key": ("a.json", json.dumps({NUMBER: 1})),
    "number": ("a.json", '{"a": 81234567891234}'),
    "table": ("a.csv", f"a,b\n1,{NUMBER}\n"),
    "calendar": ("a.ics", "BEGIN:VEVENT\r\nSUMMARY:Telepon 0812-34\r\n 56-7891\r\nEND:VEVENT\r\n"),
    "calendar id": ("a.ics", f"UID:{NUMBER}@a.example\r\n"),
    "text file": ("robots.txt", f"# {NUMBER}\n"),
    "style": ("a.css", f"a{{color:red}}/* {NUMBER} */"),
    "style, text": ("a.css", f'a::after{{content:"{NUMBER}"}}'),
    "script": ("a.js", f"var a = '{NUMBER}';"),
    "script, comment": ("a.js", f"var a; // {NUMBER}\n"),
    "script, number": ("a.js", "var a = 6281234567891;"),
    "drawing": ("a.svg", f"<svg><text>{NUMBER}</text></svg>"),
    "drawing, title": ("a.svg", f"<svg><title>{NUMBER}</title></svg>"),
    "piece of the search": (
        "cari/indeks/a/fragment/b/0.pf_fragment",
        gzip.compress(SIGNED + json.dumps({"content": f"Telepon {NUMBER}"}).encode()),
    ),
    "filter of the search": (
        "cari/indeks/a/filter/id_a1b2c3d4.pf_filter",
        gzip.compress(SIGNED + cbor.encode(["satuan", [[f"Telepon {NUMBER}", [1]]]])),
    ),
    "words of the search": (
        "cari/indeks/a/index/id_a1b2c3d4.pf_index",
        gzip.compress(SIGNED + b"\xff\x01" + f"Telepon {NUMBER}".encode() + b"\x00\x9f"),
    ),
    "name of a file": (f"{NUMBER}/index.html", "<p>Apa saja</p>"),
}


def test_no_line_is_cut_off_where_a_reader_sees_no_gap() -> None:
    for name in markup._INLINE.split("|"):
        for tag in (f"<{name}>", f"</{name}>", f"<{name.upper()} class=x>", f"<{name}\n>"):
            text = f"0812\n{tag}3456".encode()
            assert markup._LINES.split(text) == [text]
            assert markup._GAPS[tag[1:-1].encode()] == b""


@pytest.mark.parametrize("place", PLACES)
def test_a_number_is_found_wherever_it_stands(tmp_path: Path, place: str) -> None:
    said = found(tmp_path, *PLACES[place])
    assert said
    assert not any(NUMBER in one or "3456" in one for one in said)


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("a.xlsx", b"PK\x03\x04"),
        ("a", b"apa saja"),
        ("a.pdf", b"%PDF-"),
        ("a.html", b"\xff\xfe\x00"),
        ("a.json", b"{"),
        ("a.pf_fragment", b"bukan gzip"),
        ("a.pf_meta", gzip.compress(b"lain", mtime=0)),
        ("a.pagefind", gzip.compress(b"lain", mtime=0)),
        ("a.jpg", jpeg()[:-2] + b"lokasi" + b"\xff\xd9" + b"ekor"),
        ("a.png", jpeg()),
    ],
)
def test_what_cannot_be_read_does_not_pass(tmp_path: Path, name: str, content: bytes) -> None:
    (said,) = found(tmp_path, name, content)
    assert "tidak boleh terbit" in said


def test_a_link_out_of_the_site_and_a_search_that_fails_do_not_pass(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    site = site_with(tmp_path, "a.txt", "apa saja")
    (tmp_path / "luar.txt").write_text("apa saja")
    (site / "b.txt").symlink_to(tmp_path / "luar.txt")
    assert [one.file for one in scan(site, NOBODY, work=tmp_path / "w")] == ["site/b.txt"]
    (site / "b.txt").unlink()

    def fail(*_all: object) -> None:
        raise RuntimeError

    monkeypatch.setattr(judge.Judge, "_hits", fail)
    assert len(scan(site, NOBODY, work=tmp_path / "w2")) == 1


def test_a_canary_in_the_frame_of_every_page_is_found_on_each(tmp_path: Path) -> None:
    for number in range(3):
        page = f"<header>Telepon {NUMBER}</header><p>Halaman {number}</p>"
        site = site_with(tmp_path, f"{number}/index.html", page)
    assert len(scan(site, NOBODY, work=tmp_path / "w")) == 3


# A page in its frame, as the press sets it: what the frame of many pages holds is cut only once.
FRAME = (
    '<head>\n<title>{title}</title>\n</head>\n<body dir="ltr">\n<header><a href="../">Beranda</a>'
    "{header}</header>\n{above}<main>{start}{body}{end}</main>{below}\n<footer>{footer}</footer>\n"
)


def page(**parts: str) -> str:
    """A page with nothing in its parts but these."""
    plain = dict.fromkeys(
        ("title", "header", "above", "start", "body", "end", "below", "footer"), ""
    )
    return FRAME.format(**plain | {"body": "<p>Apa saja</p>"} | parts)


PLANTED: dict[str, dict[str, str]] = {
    "title": {"title": NUMBER},
    "frame before": {"header": NUMBER},
    "frame after": {"footer": f"<p>{NUMBER}</p>"},
    "body": {"body": f"<p>Telepon {NUMBER}</p>"},
    "attribute": {"body": f'<img alt="{NUMBER}">'},
    "before and in the body": {"start": "0812-", "body": "3456-7891"},
    "body and after": {"body": "<p>Telepon 0812-3456<b>", "end": "-7891"},
    "known lines side by side": {"body": "<ul>\n<li>0812-3456\n<b>-7891</b>\n</ul>"},
    "between frame and content": {"above": f"{NUMBER}\n"},
    "behind the content": {"below": f" {NUMBER}"},
}


@pytest.mark.parametrize("place", PLANTED)
def test_one_page_among_many_of_the_same_frame_is_found_wherever_it_differs(
    tmp_path: Path, place: str
) -> None:
    innocent = [{}, {"start": "0812-"}, {"body": "3456-7891"}, {"end": "-7891"}]
    innocent += [{"body": "<ul>\n<li>0812-3456\n</ul>"}, {"body": "<ul>\n<b>-7891</b>\n</ul>"}]
    for number, parts in enumerate([*innocent, PLANTED[place], *innocent]):
        site = site_with(tmp_path, f"{number:02}/index.html", page(**parts))
    names = frozenset(f"{number:02}/index.html" for number in range(20))
    planted = f"site/{len(innocent):02}/index.html"
    for of_records in (names, frozenset[str]()):
        found = site_scan.scan(site, NOBODY, work=tmp_path / "w", of_records=of_records).findings
        assert [one.file for one in found] == [planted]


def test_what_was_found_once_is_found_in_every_page_that_holds_it(tmp_path: Path) -> None:
    line = f"<li>Telepon {NUMBER}</li>"
    for number in range(3):
        body = f"<ul>\n<li>Urutan {number}</li>\n{line}\n</ul>"
        site = site_with(tmp_path, f"{number}/index.html", page(body=body))
    assert len(scan(site, NOBODY, work=tmp_path / "w")) == 3


def test_more_than_can_be_remembered_is_searched_all_the_same(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(seen, "_MOST_KEPT", 3)
    for number in range(9):
        text = NUMBER if number % 4 == 3 else f"kata {number}"
        site = site_with(tmp_path, f"{number}/index.html", page(body=f"<p>{text}</p>"))
    assert len(scan(site, NOBODY, work=tmp_path / "w")) == 2


def test_the_same_letters_read_in_another_way_are_looked_at_again(tmp_path: Path) -> None:
    digest = "a" + "0" * 20 + "81234567891"
    site = site_with(tmp_path, "a.json", json.dumps([digest]))
    assert scan(site, NOBODY, work=tmp_path / "w") == ()
    site_with(tmp_path, "b.json", json.dumps({digest: 1}))
    assert [one.file for one in scan(site, NOBODY, work=tmp_path / "w")] == ["site/b.json"]


def test_a_line_of_a_calendar_is_another_one_on_a_page(tmp_path: Path) -> None:
    line = "SUMMARY:0812<b>-3456</b>-7891"
    site = site_with(tmp_path, "a.ics", line)
    assert scan(site, NOBODY, work=tmp_path / "w") == ()
    site_with(tmp_path, "b/index.html", line)
    names = frozenset({"a.ics", "b/index.html"})
    found = site_scan.scan(site, NOBODY, work=tmp_path / "w2", of_records=names).findings
    assert [one.file for one in found] == ["site/b/index.html"]


def test_findings_name_the_file_and_the_record(tmp_path: Path) -> None:
    site = site_with(tmp_path, "sesi/polsek-a/2024-01-05/index.html", f"<p>{NUMBER}</p>")
    (one,) = scan(site, NOBODY, work=tmp_path / "w")
    assert one.file == "site/sesi/polsek-a/2024-01-05/index.html"
    assert "data/sessions/polsek-a/2024-01-05.yml" in one.message
    assert one.is_error


def read_by(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The names of files whose texts are looked at from now on."""
    looked: list[str] = []
    real = texts.texts_of

    def watched(name: str, content: bytes, known: seen.Seen | None = None) -> list[bytes]:
        looked.append(name)
        return real(name, content, known)

    monkeypatch.setattr(judge, "texts_of", watched)
    return looked


def test_what_was_clean_is_not_searched_again_until_anything_changes(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    site = site_with(tmp_path, "a.txt", "apa saja")
    site_with(tmp_path, "b.txt", "apa saja")
    work, looked = tmp_path / "w", read_by(monkeypatch)
    assert scan(site, NOBODY, work=work) == ()
    assert looked == ["a.txt", "b.txt"]
    looked.clear()
    assert scan(site, NOBODY, work=work) == ()
    assert looked == []
    (site / "a.txt").write_text(f"{NUMBER}")
    assert len(scan(site, NOBODY, work=work)) == 1
    assert looked == ["a.txt"]
    looked.clear()
    # Found before and not mended: found again. Other allowances: everything is searched anew.
    assert len(scan(site, NOBODY, work=work)) == 1
    assert looked == ["a.txt"]
    looked.clear()
    allowed = Allowed(telephones=frozenset({"081234567891"}))
    assert scan(site, allowed, work=work) == ()
    assert looked == ["a.txt", "b.txt"]


def test_a_verdict_does_not_outlive_the_bytes_or_the_program(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    site, work = site_with(tmp_path, "a.txt", "kata " + "x" * len(NUMBER)), tmp_path / "w"
    assert scan(site, NOBODY, work=work) == ()
    changed = site_with(tmp_path, "baru.txt", f"kata {NUMBER}") / "baru.txt"
    changed.replace(site / "a.txt")
    assert len(scan(site, NOBODY, work=work)) == 1
    site_with(tmp_path, "a.txt", "apa saja")
    assert scan(site, NOBODY, work=work) == ()
    looked = read_by(monkeypatch)
    monkeypatch.setitem(site_scan.scan.__globals__, "edition", lambda: "lain")
    assert scan(site, NOBODY, work=work) == ()
    assert looked == ["a.txt"]


@pytest.mark.parametrize("kept", [b"", b"{", b"[]", b'{"edition": "x", "clean": 3}', b"\xff"])
def test_damaged_verdicts_count_for_nothing(tmp_path: Path, kept: bytes) -> None:
    site, work = site_with(tmp_path, "a.txt", NUMBER), tmp_path / "w"
    assert len(scan(site, NOBODY, work=work)) == 1
    (file,) = (work / verdicts.FOLDER).glob("*.json")
    file.write_bytes(kept)
    assert len(scan(site, NOBODY, work=work)) == 1


def test_many_processes_find_the_same(tmp_path: Path) -> None:
    for number in range(1100):
        text = NUMBER if number == 700 else f"kata {number}"
        site = site_with(tmp_path, f"{number}.txt", text)
    alone = scan(site, NOBODY, work=tmp_path / "a")
    assert [one.file for one in alone] == ["site/700.txt"]
    assert scan(site, NOBODY, work=tmp_path / "b", jobs=2) == alone


def test_in_pages_of_records_only_identifiers_are_sought(tmp_path: Path) -> None:
    site = tmp_path / "site"
    site.mkdir()
    for name in ("catatan.txt", "tentang.txt"):
        (site / name).write_text("Ketua RT bernama Budi Santoso hadir.")
    found = site_scan.scan(
        site, NOBODY, work=tmp_path / "w", of_records=frozenset({"catatan.txt"})
    ).findings
    assert [one.file for one in found] == ["site/tentang.txt"]
    (site / "catatan.txt").write_text(f"Hubungi {NUMBER}.")
    found = site_scan.scan(
        site, NOBODY, work=tmp_path / "w", of_records=frozenset({"catatan.txt"})
    ).findings
    assert [one.file for one in found] == ["site/catatan.txt", "site/tentang.txt"]


# In a build: nothing is swapped in, nothing stays.


@pytest.fixture
def project(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    small_archive.write_project(tmp_path)
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1717200000")  # 1 June 2024
    return tmp_path


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("content/tentang.md", f"# Tentang\n\nTelepon {NUMBER}\n"),
        ("content/tentang.md", f"# Tentang\n\n<!-- {NUMBER} -->\n"),
        ("content/daftar.xlsx", "PK"),
        ("content/daftar.csv", f"nama,telepon\nwarga,{NUMBER}\n"),
    ],
)
def test_no_site_takes_the_place_of_the_old_one_with_it(
    project: Path, name: str, content: str
) -> None:
    config = project / "mkdocs.yml"
    assert plugin.build_site(config, jobs=1, strict=False).published
    before = {path: path.read_bytes() for path in (project / "site").rglob("*") if path.is_file()}
    (project / name).write_text(content)
    report = plugin.build_site(config, jobs=1, strict=False)
    assert not report.published
    assert {one.check for one in report.findings} == {site_scan.CHECK}
    assert not any(NUMBER in one.message for one in report.findings)
    after = {path: path.read_bytes() for path in (project / "site").rglob("*") if path.is_file()}
    assert after == before
    assert not list(project.glob(".site-*"))


def test_a_plain_build_fails_and_leaves_no_page_with_it(project: Path) -> None:
    (project / "content/tentang.md").write_text(f"# Tentang\n\nTelepon {NUMBER}\n")
    with pytest.raises(SystemExit):
        build_plainly(project / "mkdocs.yml", strict=False)
    assert not [
        path
        for path in (project / "site").rglob("*")
        if path.is_file() and NUMBER.encode() in path.read_bytes()
    ]
