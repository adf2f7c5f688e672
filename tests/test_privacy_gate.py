"""Nothing that points to a person gets past the check, wherever it stands; nobody repeats it."""

import pickle
import random
from collections.abc import Callable, Mapping
from concurrent.futures import Executor, Future
from datetime import date
from pathlib import Path
from typing import Any

import pytest
import small_archive

from generator import records, site
from generator.checks import privacy as gate
from generator.checks.privacy import PERSONAL, TO_REVIEW, examining
from generator.findings import Finding
from generator.privacy import allowances, files
from generator.privacy.files import Job, Rules

ROOT = Path(__file__).parents[1]
UNIT = "nama: Polsek Rekaan\ntingkat: mabes\nzona: WIB\n"
SESSION = """\
# dari berita
program: lainnya
satuan: polsek-rekaan
tanggal: 2024-05-03
tempat:
  desa: Sukamaju
petugas:
  - jabatan: Kapolsek Rekaan
    pangkat: Iptu
    nama: Gunawan Setia
masukan:
  - id: lampu
    jenis: keluhan
    isi: >
      Lampu di jalan desa
      mati sejak lama.
"""
BASE = {
    "programs/lainnya.yml": "nama: Lainnya\n",
    "programs/problem-solving.yml": "nama: Problem Solving\n",
    "units/polsek-rekaan.yml": UNIT,
    "themes.yml": "kdrt:\n  nama: KDRT\n",
    "reasons.yml": "korban:\n  nama: Korban\n  kalimat: Isinya disimpan.\n",
}
NAME = "sessions/polsek-rekaan/2024-05-03.yml"
PHONE = "081298765432"


class Afar(Executor):
    """Somebody who is sent what there is to do, and sends back what came of it."""

    def submit(self, work: Callable[..., Any], /, *given: Any, **named: Any) -> Future[Any]:
        work, given, named = pickle.loads(pickle.dumps((work, given, named)))
        done: Future[Any] = Future()
        done.set_result(pickle.loads(pickle.dumps(work(*given, **named))))
        return done


def tell(
    root: Path, contents: Mapping[str, str | bytes], work: Path | None = None
) -> list[Finding]:
    for name, content in {**BASE, **contents}.items():
        file = root / "data" / name
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(content if isinstance(content, bytes) else content.encode())
    reading = records.read(root, root / "data")
    return [*reading.findings, *examining(root, root / "data", reading, work=work)()]


def places(found: list[Finding], check: str = PERSONAL) -> list[tuple[int, int]]:
    return [(one.line, one.column) for one in found if one.check == check]


def test_a_sound_record_passes(tmp_path: Path) -> None:
    assert tell(tmp_path, {NAME: SESSION}) == []


def test_the_records_of_the_project_pass() -> None:
    _archive, found = site.check(ROOT, ROOT / "data", date(2026, 1, 1))
    assert [one for one in found if one.check in (PERSONAL, TO_REVIEW)] == []


@pytest.mark.parametrize(
    ("old", "new", "place"),
    [
        ("# dari berita", f"# dari berita {PHONE}", (1, 15)),
        ("lama.", f"lama {PHONE}.", (16, 23)),
        ("lama.", "lama 0812\n      9876 5432.", (16, 23)),
        ("lama.", "lama, kata Pak\n      Joko.", (16, 29)),
        ("Sukamaju", '"Suka \\u0030\\u0038\\u0031298765432"', (6, 15)),
        ("Sukamaju", "'Suka 0812-9876-5432'", (6, 15)),
        ("jenis: keluhan", f"jenis: keluhan\n    k{PHONE}: x", (14, 6)),
        ("program: lainnya", f"program: lainnya\n  wa: [{PHONE}", (3, 8)),
        ("id: lampu", "id: pak-joko", (12, 9)),
        ("id: lampu", "id: plat-b-4521-kzx", (12, 14)),
    ],
)
def test_it_is_found_where_it_stands_and_never_repeated(
    tmp_path: Path, old: str, new: str, place: tuple[int, int]
) -> None:
    found = tell(tmp_path, {NAME: SESSION.replace(old, new, 1)})
    assert place in places(found), found
    told = " ".join(one.message + one.file for one in found if one.check == PERSONAL)
    assert not any(secret in told for secret in (PHONE, "oko", "4521"))


def test_a_folded_value_with_a_comment_and_an_escape_is_read_as_yaml_reads_it(
    tmp_path: Path,
) -> None:
    text = SESSION.replace("Sukamaju", '"Suka 08129\\\n    876\\x35432"')
    assert places(tell(tmp_path, {NAME: text}))


@pytest.mark.parametrize(
    "name", [f"sessions/polsek-rekaan/{PHONE}.yml", "sessions/polsek-rekaan/bu-lastri.yml"]
)
def test_the_name_of_a_file_is_searched_and_not_repeated(tmp_path: Path, name: str) -> None:
    found = [one for one in tell(tmp_path, {name: SESSION}) if one.check == PERSONAL]
    assert [(one.file, one.line) for one in found] == [("data/sessions", 0)]
    assert "lastri" not in found[0].message


@pytest.mark.parametrize(
    "content", [b"\xff\xfe\x00", b"nama: \xe9 0812 9876 5432\n", b"%PDF-1.4", b""]
)
def test_a_file_nobody_can_read_never_passes(tmp_path: Path, content: bytes) -> None:
    assert any(one.is_error for one in tell(tmp_path, {NAME: content}))


def test_a_failing_search_is_an_error_and_no_pass(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(*_arguments: object) -> None:
        raise RecursionError

    monkeypatch.setattr(files, "search", fail)
    found = tell(tmp_path, {NAME: SESSION})
    assert {one.file.removeprefix("data/") for one in found if one.is_error} == {*BASE, NAME}


def test_a_word_that_needs_judgement_waits_for_a_review(tmp_path: Path) -> None:
    text = SESSION.replace("mati sejak lama.", "mati sejak ada KDRT.")
    review = "ditinjau:\n  oleh: Kasi Humas\n  tanggal: 2024-05-04\n  sebab: umum\n"
    assert places(tell(tmp_path, {NAME: text}), TO_REVIEW) == [(16, 22)]
    assert tell(tmp_path, {NAME: text + review}) == []


def test_a_review_never_lets_an_identifier_pass(tmp_path: Path) -> None:
    text = SESSION.replace("lama.", f"lama {PHONE}.")
    review = "ditinjau:\n  oleh: Kasi Humas\n  tanggal: 2024-05-04\n  sebab: umum\n"
    assert places(tell(tmp_path, {NAME: text + review})) == [(16, 23)]


def test_the_key_of_a_theme_is_no_word_that_needs_judgement(tmp_path: Path) -> None:
    text = SESSION.replace("    jenis: keluhan", "    jenis: keluhan\n    tema: [kdrt]")
    assert tell(tmp_path, {NAME: text}) == []
    assert tell(tmp_path, {NAME: text.replace("lama.", "lama karena kdrt.")}) != []


def test_an_officer_of_the_record_may_stand_in_its_text_only(tmp_path: Path) -> None:
    text = SESSION.replace("lama.", "lama, kata Gunawan Setia.")
    other = text.replace("nama: Gunawan Setia", "satuan: Polsek Rekaan")
    assert tell(tmp_path, {NAME: text}) == []
    assert places(tell(tmp_path, {NAME: other}))


def test_a_registered_channel_may_stand_from_then_on(tmp_path: Path) -> None:
    work = tmp_path / "work"
    text = SESSION.replace("lama.", f"lama. Lapor ke {PHONE}.")
    channel = 'kanal_resmi:\n  - jenis: telepon\n    alamat: "0812-9876-5432"\n'
    registered = {NAME: text, "units/polsek-rekaan.yml": UNIT + channel}
    assert tell(tmp_path, registered, work=work) == []
    assert places(tell(tmp_path, {NAME: text}, work=work))


def test_clean_files_are_searched_once_and_broken_ones_again(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    work, searched = tmp_path / "work", list[str]()
    whole = files.search_files

    def watched(jobs: list[Job], rules: Rules) -> list[tuple[files.Trouble, ...]]:
        searched.extend(job.name for job in jobs)
        return whole(jobs, rules)

    monkeypatch.setattr(gate, "search_files", watched)
    text = SESSION.replace("lama.", f"lama {PHONE}.")
    first = tell(tmp_path, {NAME: text}, work=work)
    assert {*searched} == {*BASE, NAME}
    searched.clear()
    assert tell(tmp_path, {NAME: text}, work=work) == first
    assert searched == [NAME]


@pytest.mark.parametrize("after", [SESSION.replace("mati", "padam"), None])
def test_a_file_that_is_no_longer_what_was_read_never_passes(
    tmp_path: Path, after: str | None
) -> None:
    assert tell(tmp_path, {NAME: SESSION}) == []
    data = tmp_path / "data"
    reading = records.read(tmp_path, data)
    if after is None:
        (data / NAME).unlink()
    else:
        (data / NAME).write_text(after, encoding="utf-8")
    (found,) = examining(tmp_path, data, reading)()
    assert (found.file, found.line, found.is_error) == (f"data/{NAME}", 0, True)


def test_what_others_search_is_told_as_if_it_were_searched_here(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    text = SESSION.replace("lama.", f"lama {PHONE}, kata Gunawan Setia.")
    here = tell(tmp_path, {NAME: text})
    reading = records.read(tmp_path, tmp_path / "data")
    monkeypatch.setattr(gate, "_WORTH_SHARING", 1)
    monkeypatch.setattr(gate, "_BATCH", 2)
    told = examining(tmp_path, tmp_path / "data", reading, executor=Afar())
    assert [*told()] == here
    assert len(places(here)) == 1


@pytest.mark.parametrize("damage", [b"", b"\xff", b"x\ny\nz"])
def test_a_damaged_memory_is_not_believed(tmp_path: Path, damage: bytes) -> None:
    work = tmp_path / "work"
    text = SESSION.replace("lama.", f"lama {PHONE}.")
    tell(tmp_path, {NAME: text}, work=work)
    (work / "privacy.cache").write_bytes(damage)
    assert places(tell(tmp_path, {NAME: text}, work=work))


def test_random_bytes_never_stop_the_search() -> None:
    draw = random.Random(5)
    rules = Rules(allowances([]))
    for _round in range(300):
        content = SESSION.encode()
        for _change in range(draw.randint(1, 30)):
            place = draw.randrange(len(content))
            content = content[:place] + draw.randbytes(draw.randint(0, 3)) + content[place + 1 :]
        (found,) = files.search_files([Job(NAME, content)], rules)
        lines = content.decode(errors="ignore").split("\n")
        assert all(1 <= one.line <= len(lines) for one in found)


def test_no_check_repeats_the_name_of_a_file_that_is_a_name(tmp_path: Path) -> None:
    broken = small_archive.SESSION.replace("program: jumat-curhat", "program: jumat-curhatt")
    data = small_archive.write(
        tmp_path, {"sessions/polsek-rekaan/2024-05-03-pak-sumarno.yml": broken}
    )
    _archive, told = site.check(tmp_path, data, small_archive.TODAY)
    assert {one.check for one in told} >= {"kunci-tidak-dikenal", "data-pribadi"}
    assert not any("sumarno" in f"{one.file}{one.message}" for one in told)
