"""The index of the search: what is in it, what never is, and when it is made."""

import gzip
import json
import re
from collections.abc import Mapping, Sequence
from functools import cache
from pathlib import Path

import pytest
from expected_pages import made_up_archive
from site_pages import all_pages, by_name, concern, html_of, outcome, session, text
from small_archive import build

from generator import archive, language, records, search, urls
from generator.archive import Archive
from generator.demo import DAY
from generator.errors import KabarError
from generator.search import cbor, packed, service
from generator.search.bundle import ENTRY, SCRIPT, WASM, Record, bundle, records_of
from generator.search.roots import Vocabulary
from generator.search.service import Pagefind
from generator.views.findable import BREAK, Entry, entries_of, page_entries
from generator.views.sought import words_of
from generator.views.volumes import MOST, PAGES, UNDATED, volumes

ROOT = Path(__file__).parents[1]
INDEX = urls.SEARCH_INDEX


@cache
def real_archive() -> Archive:
    return archive.build(records.read(ROOT, ROOT / "data").records, DAY)


def all_entries(found: Archive) -> list[Entry]:
    bound = (entry for volume in volumes(found) for entry in entries_of(found, volume))
    return [*page_entries(found), *bound]


def small(folder: Path, files: Mapping[str, str]) -> Archive:
    return build(folder, by_name(files))


def content_of(folder: Path) -> dict[str, bytes]:
    return {
        file.relative_to(folder).as_posix(): file.read_bytes()
        for file in sorted(folder.rglob("*"))
        if file.is_file()
    }


def unpacked(folder: Path) -> str:
    """Everything an index holds, as text that can be looked through."""
    found = []
    for name, content in content_of(folder).items():
        plain = gzip.decompress(content) if content[:2] == b"\x1f\x8b" else content
        found.append(f"{name}\n{plain.decode('utf-8', errors='replace')}")
    return "\n".join(found)


# What can be found


@pytest.mark.parametrize("found", [made_up_archive, real_archive], ids=["rekaan", "contoh"])
def test_an_entry_holds_nothing_its_page_does_not_show(found: object) -> None:
    assert callable(found)
    everything = found()
    pages = all_pages(everything)
    shown = {address: text(html_of(page)) for address, page in pages.items()}
    entries = all_entries(everything)
    assert len(entries) > 20
    for entry in entries:
        if entry.address.startswith(urls.SESSIONS):
            page = shown[entry.address.partition("#")[0]]
            told = entry.text.replace(f" {BREAK}", "")
            missing = [word for word in told.split() if word not in page]
            assert missing == [], entry


@pytest.mark.parametrize("found", [made_up_archive, real_archive], ids=["rekaan", "contoh"])
def test_every_concern_and_page_with_a_name_can_be_found(found: object) -> None:
    assert callable(found)
    everything = found()
    addresses = [entry.address for entry in all_entries(everything)]
    assert len(set(addresses)) == len(addresses)
    live = {urls.concern(one.id) for one in everything.matters.values() if one.follow_up}
    told = {one.partition("#")[0] for one in live}
    silent = {urls.session(one.id) for one in everything.sessions} - told
    areas = {urls.area(key) for key in everything.areas}
    assert set(addresses) >= live | silent | areas
    assert {one.partition("#")[0] for one in addresses} <= set(all_pages(everything))


def test_kept_back_words_are_in_no_entry(tmp_path: Path) -> None:
    sensitive = concern("satu", "Seorang ibu dipukul suaminya.", "tema: [rumah-tangga]")
    found = small(tmp_path, {"sessions/2024-03-01": session("2024-03-01", sensitive)})
    (entry,) = (one for one in all_entries(found) if "#satu" in one.address)
    assert entry.text == f"Isinya ditahan karena terlalu peka {BREAK}"
    assert "dipukul" not in repr(all_entries(found))
    assert "isi-ditahan" in entry.filters["status"]


def test_phrases_for_a_theme_are_found_as_a_whole() -> None:
    themes = real_archive().records.registries.themes
    words = list(words_of(themes["lalu-lintas"]))
    assert {"macet", "tilang", "zlampumerah", "ztruk" + "odol"} <= set(words)
    assert "lampu" not in words


def test_a_year_too_long_is_bound_in_several_volumes(tmp_path: Path) -> None:
    days = {f"sessions/2024-03-{day:02}": session(f"2024-03-{day:02}") for day in range(1, 6)}
    days["sessions/2023-01-01"] = session("2023-01-01", concern("a") + concern("b"))
    days["sessions/entah"] = session("tidak diketahui")
    found = small(tmp_path, days)
    bound = {one.name: [each.id[-10:] for each in one.sessions] for one in volumes(found, most=2)}
    assert bound == {
        "2024": ["2024-03-05", "2024-03-04"],
        "2024-2": ["2024-03-03", "2024-03-02"],
        "2024-3": ["2024-03-01"],
        "2023": ["2023-01-01"],
        UNDATED: ["kaan/entah"],
    }
    assert MOST == 5_000


# What is published


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("indeks")
    search.index(real_archive(), folder, jobs=2)
    return folder / INDEX


def test_only_what_our_page_loads_is_published(made: Path) -> None:
    kinds = {
        re.sub(r"[^/]*-?[0-9a-f]{7,}(/\d+)?", "*", name.partition("/")[2])
        for name in content_of(made)
    }
    assert kinds == {
        *("pagefind-entry.json", "pagefind.js", "wasm.id.pagefind", "*.pf_meta"),
        *("filter/*.pf_filter", "index/*.pf_index", "fragment/*.pf_fragment"),
    }
    programs = [name for name in content_of(made) if name.endswith((".js", "id.pagefind"))]
    assert programs == [f"{PAGES}/pagefind.js", f"{PAGES}/wasm.id.pagefind"]


def test_the_same_records_make_the_same_bytes(made: Path, tmp_path: Path) -> None:
    search.index(real_archive(), tmp_path, jobs=1)
    assert content_of(tmp_path / INDEX) == content_of(made)


def test_words_are_found_by_their_root(made: Path) -> None:
    (index,) = (made / "2025" / "index").iterdir()
    words = gzip.decompress(index.read_bytes())
    assert b"dcuri" in words  # a text of four letters, from "Pencurian"
    assert b"pencurian" not in words


def test_the_index_speaks_indonesian_whatever_the_program_speaks(
    made: Path, tmp_path: Path
) -> None:
    language.use("en")
    search.index(real_archive(), tmp_path)
    assert content_of(tmp_path / INDEX) == content_of(made)


def test_an_archive_without_anything_needs_no_search(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(service, "get_executable", lambda: None)
    nothing = records.Records({}, {}, records.Registries({}, {}, {}, {}))
    assert search.index(archive.build(nothing, DAY), tmp_path) == search.Indexed()
    assert content_of(tmp_path) == {}


# What was withdrawn

GONE = "ditarik:\n  tanggal: 2024-05-01\n  alasan: privasi\n  dasar: permintaan warga\n"
SECRET = "Kolam Pancing Rahasiawati"


def withdrawn(kind: str) -> dict[str, str]:
    """Three records, of which one is withdrawn: a session, a concern, or an outcome."""
    other = concern("lain", "Lampu di lapangan mati.")
    told = concern("satu", f"Ribut di {SECRET}.")
    gone = f"\n  - id: satu\n    {GONE.replace(chr(10), chr(10) + '    ').rstrip()}\n"
    report = outcome("2024-03-01#lain", "2024-03-09").replace("mencatat", f"mendatangi {SECRET}")
    return {
        "sessions/2024-03-01": session("2024-03-01", (gone if kind == "concern" else told) + other),
        "sessions/2024-04-01": GONE if kind == "session" else session("2024-04-01", told),
        "outcomes/2024-03-09": GONE if kind == "outcome" else report,
    }


def test_nothing_of_what_was_withdrawn_is_left_in_any_file(tmp_path: Path) -> None:
    before = small(tmp_path / "dulu", withdrawn("nothing"))
    search.index(before, tmp_path / "situs-lama")
    assert "Rahasiawati" in unpacked(tmp_path / "situs-lama")
    files = withdrawn("session") | {
        "sessions/2024-03-01": withdrawn("concern")["sessions/2024-03-01"],
        "outcomes/2024-03-09": GONE,
    }
    after = small(tmp_path / "kini", files)
    done = search.index(after, tmp_path / "situs", previous=tmp_path / "situs-lama")
    left = unpacked(tmp_path / "situs").lower()
    assert "rahasiawati" not in left
    assert "2024-04-01" not in left
    assert "lapangan" in left
    assert "2024" in done.made


# What is taken over


def test_only_volumes_with_a_change_are_made_anew(tmp_path: Path) -> None:
    files = {
        "sessions/2023-01-05": session("2023-01-05", concern("a")),
        "sessions/2024-03-01": session("2024-03-01", concern("b")),
    }
    search.index(small(tmp_path / "satu", files), tmp_path / "situs-1")
    files["sessions/2024-03-01"] = session("2024-03-01", concern("b", "Warga minta rambu."))
    done = search.index(
        small(tmp_path / "dua", files), tmp_path / "situs-2", previous=tmp_path / "situs-1"
    )
    assert done == search.Indexed(made=("2024",), kept=(PAGES, "2023"))
    (old,), (new,) = (
        (tmp_path / site / INDEX / "2023").glob("*.pf_meta") for site in ("situs-1", "situs-2")
    )
    assert old.samefile(new)


def test_a_volume_cut_short_is_made_anew(tmp_path: Path) -> None:
    found = small(tmp_path / "satu", {"sessions/2023-01-05": session("2023-01-05", concern("a"))})
    search.index(found, tmp_path / "situs-1")
    (meta,) = (tmp_path / "situs-1" / INDEX / "2023").glob("*.pf_meta")
    meta.write_bytes(b"")
    done = search.index(found, tmp_path / "situs-2", previous=tmp_path / "situs-1")
    assert done == search.Indexed(made=("2023",), kept=(PAGES,))


def test_an_entry_without_our_mark_is_no_volume_to_take_over(tmp_path: Path) -> None:
    found = small(tmp_path / "satu", {"sessions/2023-01-05": session("2023-01-05", concern("a"))})
    search.index(found, tmp_path / "situs-1")
    entry = tmp_path / "situs-1" / INDEX / "2023" / ENTRY
    entry.write_text(json.dumps({"version": "1.5.2"}))
    done = search.index(found, tmp_path / "situs-2", previous=tmp_path / "situs-1")
    assert "2023" in done.made


# The same index that Pagefind would make

ODD = (
    Entry(
        "satu/",
        f"Jalan-jalan rusak, kata RT. Rp10.000 café Café Le-crème {BREAK} jalan JALAN fooBar a-b",
        {"title": "Sekolah jalan-jalan café", "u": "Polsek a-b", "k": "", "x": "jalan"},
        {"tema": ("b", "a"), "g": ()},
    ),
    Entry("dua/", "Jalan", {"k": "Jalan"}),
    Entry(
        "tiga/", "🙏 “dicuri”: pencurian; mencuri... http://contoh.test/a_b?c=1 5/2 - — ____ x́", {}
    ),
    Entry(
        "empat/", " ".join(["jalan", "Jalan-jalan"] * 200), {"w": "jalan " * 30}, {"tema": ("a",)}
    ),
)
"""Words with signs in them, in several spellings, and more of one than stand in a byte."""


def held(files: Mapping[str, bytes]) -> dict[str, object]:
    """Give what an index says, whatever its files are called and wherever it is cut in pieces."""
    (meta,) = (packed.unpacked(path, one) for path, one in files.items() if "pf_meta" in path)
    pieces = [packed.unpacked("", files[f"index/{name}.pf_index"])[0] for *_ends, name in meta[2]]
    for (first, last, _name), words in zip(meta[2], pieces, strict=True):
        assert first <= last
        assert words[0][0].startswith(first)
        assert words[-1][0].startswith(last)
    filters = [packed.unpacked("", files[f"filter/{name}.pf_filter"]) for _one, name in meta[3]]
    texts = [gzip.decompress(files[f"fragment/{name}.pf_fragment"]) for name, _count in meta[1]]
    return {
        "words": [(word, at, sorted(forms)) for piece in pieces for word, at, forms in piece],
        "filters": {name: dict(values) for name, values in filters},
        "texts": texts,
        "counts": [count for _name, count in meta[1]],
        "rest": [meta[0], *meta[4:]],
    }


@pytest.mark.parametrize("entries", [ODD, all_entries(real_archive())], ids=["aneh", "contoh"])
def test_the_index_says_what_pagefinds_own_would(entries: Sequence[Entry]) -> None:
    records = list(records_of(entries))
    asked = [
        {
            "url": entry.address,
            "content": entry.text,
            "meta": dict(record.fields),
            "filters": dict(record.filters),
        }
        for entry, record in zip(entries, records, strict=True)
    ]
    with Pagefind() as pagefind:
        theirs = pagefind.indexed(asked)
    ours = bound(records)
    assert held(ours) == held(theirs)
    for name in (SCRIPT, WASM):
        assert ours[name] == theirs[name]


def bound(records: Sequence[Record], words_known: Sequence[str] = ()) -> dict[str, bytes]:
    """A volume of these records; `words_known` were asked about before."""
    with Pagefind() as pagefind:
        known = Vocabulary(pagefind.indexed)
        known.roots(words_known)
        return dict(bundle(records, "uji", "0" * 32, known, with_program=True))


def test_a_volume_is_the_same_whatever_was_asked_for_earlier_ones() -> None:
    records = list(records_of(ODD))
    earlier = ("jalan-jalan", "JALAN", "pencuri", "kucing", "aneh-aneh")
    assert bound(records, earlier) == bound(records)


def test_what_has_no_word_of_its_own_is_found_by_its_fields() -> None:
    # Pagefind itself would leave it out.
    said = held(bound([*records_of([Entry("satu/", BREAK, {"u": "Polsek"}, {"tema": ("judi",)})])]))
    assert said["words"] == [("polsek", [[0, [], [-1, 0]]], [])]
    assert said["filters"] == {"tema": {"judi": [0]}}


def test_a_sign_of_pagefinds_own_is_shown_and_moves_no_word() -> None:
    said = held(bound([*records_of([Entry("satu/", "lampu ___PAGEFIND_WEIGHT___5 mati", {})])]))
    assert said["words"] == [("lampu", [[0, [-25, 0], []]], []), ("mati", [[0, [-25, 2], []]], [])]
    assert b"___PAGEFIND_WEIGHT___5" in said["texts"][0]  # type: ignore[index]


def test_an_index_written_in_another_way_is_refused() -> None:
    files = {"index/id_1.pf_index": packed.packed(cbor.encode([[["lampu", [[0, [7], []]], []]]]))}
    with pytest.raises(KabarError, match="Pasang versi yang diuji"):
        Vocabulary(lambda _records: files).roots(["lampu"])


# Pagefind


def test_a_missing_pagefind_is_said_with_its_cure(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(service, "get_executable", lambda: tmp_path / "tidak-ada")
    with pytest.raises(
        search.SearchError, match=r"pip install --force-reinstall 'pagefind\[bin\]'"
    ):
        search.index(real_archive(), tmp_path)


def test_a_pagefind_that_dies_is_said(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    program = tmp_path / "pagefind"
    program.write_text("#!/bin/sh\nexit 7\n")
    program.chmod(0o755)
    monkeypatch.setattr(service, "get_executable", lambda: program)
    with pytest.raises(search.SearchError, match=r"berhenti di tengah jalan \(kode 7\)"):
        search.index(real_archive(), tmp_path)


def test_what_pagefind_refuses_is_told_in_its_words() -> None:
    with Pagefind() as pagefind, pytest.raises(search.SearchError, match="Kata Pagefind: "):
        pagefind.indexed([{"content": 7}])


def test_settings_that_lie_around_change_nothing(
    made: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "pagefind.yml").write_text("force_language: en\n")
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("PAGEFIND_FORCE_LANGUAGE", "en")
    search.index(real_archive(), tmp_path / "situs")
    assert content_of(tmp_path / "situs" / INDEX) == content_of(made)


@pytest.mark.parametrize(
    "item",
    [
        0,
        23,
        24,
        255,
        256,
        65_536,
        1 << 32,
        -1,
        -24,
        -25,
        -70_000,
        "",
        "désa",
        "x" * 300,
        [],
        [1, ["a", []]],
        [7] * 30,
    ],
)
def test_numbers_texts_and_lists_are_read_as_they_were_written(item: cbor.Item) -> None:
    assert cbor.decode(cbor.encode(item), signed=True) == item


@pytest.mark.parametrize("content", [b"", b"\xa0", b"\x20", b"\x9f\xff", b"\x00\x00", b"\x82\x01"])
def test_anything_else_is_refused(content: bytes) -> None:
    with pytest.raises(cbor.UnknownItem):
        cbor.decode(content)
