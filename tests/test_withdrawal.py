"""What is taken back is gone from every file, and all else stays as it was, byte for byte."""

import gzip
import shutil
import sys
from collections.abc import Mapping
from pathlib import Path

import expected_pages
import pexpect
import pytest
import small_archive
from kabar_command import Kabar
from small_archive import OUTCOME, SESSION, jpeg

from generator import plugin, records, site, withdrawal, yaml_text
from generator.findings import has_errors
from generator.targets import UnknownRecord
from generator.withdrawal import CannotWithdraw, Tombstone, plan
from generator.writing import Interrupted, carry_out, edits

ROOT = Path(__file__).parents[1]
TODAY = small_archive.TODAY
STONE = Tombstone(TODAY, "privasi", "UU 27/2022")
SESSION_FILE = "sessions/polsek-rekaan/2024-03-01.yml"
OUTCOME_FILE = "outcomes/polsek-rekaan/2024-03-20.yml"
CONCERN = "polsek-rekaan/2024-03-01#patroli"
SECRET = "orang bertopi zamrudkala berekasta"
"""Words in which no pattern knows a person, so they were published; they have to be gone."""

BURIED = """\
  - id: patroli
    ditarik:
      tanggal: 2024-06-01
      alasan: privasi
      dasar: UU 27/2022
"""
AROUND = (
    SESSION[: SESSION.index("  - id: patroli")],
    SESSION[SESSION.index("  - id: jadwal") :],
)


def data_of(root: Path, files: Mapping[str, str | bytes]) -> Path:
    return small_archive.write(root, {**small_archive.RECORDS, **files})


def withdraw(root: Path, name: str = CONCERN, **how: bool) -> withdrawal.Plan:
    made = plan(root, root / "data", name, STONE, **how)
    carry_out(made.changes, root / "data")
    return made


def content(root: Path, file: str) -> str:
    return (root / "data" / file).read_bytes().decode()


def test_one_concern_becomes_a_tombstone_and_the_rest_stays_byte_for_byte(tmp_path: Path) -> None:
    data_of(tmp_path, {})
    withdraw(tmp_path)
    assert content(tmp_path, SESSION_FILE) == f"{AROUND[0]}{BURIED}{AROUND[1]}"


def test_a_whole_session_leaves_only_its_tombstone(tmp_path: Path) -> None:
    data_of(tmp_path, {})
    withdraw(tmp_path, "polsek-rekaan/2024-03-01")
    assert content(tmp_path, SESSION_FILE) == (
        "ditarik:\n  tanggal: 2024-06-01\n  alasan: privasi\n  dasar: UU 27/2022\n"
    )


@pytest.mark.parametrize(
    "name",
    [
        "data/outcomes/polsek-rekaan/2024-03-20.yml",
        "outcomes/polsek-rekaan/2024-03-20",
        "polsek-rekaan/2024-03-20",
    ],
)
def test_an_outcome_is_withdrawn_with_its_photos(tmp_path: Path, name: str) -> None:
    photo = "media/polsek-rekaan/2024-03-20/patroli.jpg"
    data_of(tmp_path, {photo: jpeg()})
    made = withdraw(tmp_path, name)
    assert made.photos == (photo,)
    assert content(tmp_path, OUTCOME_FILE).startswith("ditarik:\n")
    assert not (tmp_path / "data/media/polsek-rekaan/2024-03-20").exists()


@pytest.mark.parametrize(
    ("was", "becomes"),
    [
        (SESSION.replace("\n", "\r\n"), f"{AROUND[0]}{BURIED}{AROUND[1]}".replace("\n", "\r\n")),
        (f"\ufeff{SESSION}", f"\ufeff{AROUND[0]}{BURIED}{AROUND[1]}"),
        (
            SESSION.replace("  - id: patroli", f"  # kata {SECRET}\n  - id: patroli"),
            f"{AROUND[0]}{BURIED}{AROUND[1]}",
        ),
        (
            SESSION.replace("  - id: jadwal", f"    # kata {SECRET}\n\n  - id: jadwal"),
            f"{AROUND[0]}{BURIED}\n{AROUND[1]}",
        ),
        (
            SESSION.replace("  - id: patroli\n    jenis: permintaan", "  -\n    jenis: permintaan\n"
                            "    id: patroli"),
            f"{AROUND[0]}  -\n{BURIED.replace('  - id', '    id')}{AROUND[1]}",
        ),
        (SESSION[: SESSION.index("  - id: jadwal")], f"{AROUND[0]}{BURIED}"),
        (SESSION[: SESSION.index("  - id: jadwal")].rstrip("\n"), f"{AROUND[0]}{BURIED}"),
    ],
    ids=["CRLF", "BOM", "comment above", "comment below", "dash alone", "last", "no last line end"],
)  # fmt: skip
def test_however_it_was_written(tmp_path: Path, was: str, becomes: str) -> None:
    data_of(tmp_path, {SESSION_FILE: was.encode()})
    withdraw(tmp_path)
    assert content(tmp_path, SESSION_FILE) == becomes


def test_a_line_of_another_concern_that_looks_like_a_comment_stays(tmp_path: Path) -> None:
    was = SESSION.replace("dibuka.\n", "dibuka.\n      # bukan komentar\n")
    was += "  - id: akhir\n    jenis: saran\n    isi: Apa saja.\n"
    data_of(tmp_path, {SESSION_FILE: was})
    withdraw(tmp_path, "polsek-rekaan/2024-03-01#akhir")
    assert "# bukan komentar" in content(tmp_path, SESSION_FILE)


def test_a_single_concern_without_a_list_is_withdrawn(tmp_path: Path) -> None:
    was = AROUND[0] + "  id: patroli\n  jenis: saran\n  isi: Apa saja.\ntema: [patroli]\n"
    data_of(tmp_path, {SESSION_FILE: was, OUTCOME_FILE: OUTCOME})
    withdraw(tmp_path)
    assert "Apa saja" not in content(tmp_path, SESSION_FILE)
    assert content(tmp_path, SESSION_FILE).endswith("UU 27/2022\ntema: [patroli]\n")


@pytest.mark.parametrize("broken", ["  - id: [\n", "kunci tanpa titik dua\n"])
def test_what_cannot_be_changed_safely_is_refused_and_the_whole_offered(
    tmp_path: Path, broken: str
) -> None:
    data_of(tmp_path, {SESSION_FILE: SESSION + broken})
    with pytest.raises(CannotWithdraw, match="seluruh sesinya, dengan ID polsek-rekaan/2024-03-01"):
        withdraw(tmp_path)
    assert content(tmp_path, SESSION_FILE) == SESSION + broken
    withdraw(tmp_path, "polsek-rekaan/2024-03-01")
    assert content(tmp_path, SESSION_FILE) == STONE.file().decode()


def test_a_concern_written_on_one_line_goes_and_the_others_stay(tmp_path: Path) -> None:
    two = "[{id: patroli, jenis: saran, isi: Apa}, {id: lain, jenis: saran, isi: Itu}]"
    was = AROUND[0].replace("masukan:\n", f"masukan: {two}\n")
    data_of(tmp_path, {SESSION_FILE: was})
    withdraw(tmp_path)
    left = content(tmp_path, SESSION_FILE)
    assert "Apa" not in left
    tree = yaml_text.parse(left.encode()).tree or {}
    assert tree["masukan"][1] == {"id": "lain", "jenis": "saran", "isi": "Itu"}  # type: ignore[index]


def test_one_line_with_a_comment_that_would_be_lost_is_refused(tmp_path: Path) -> None:
    two = "[{id: patroli, jenis: saran, isi: Apa}, # siapa?\n  {id: lain, jenis: saran, isi: Itu}]"
    was = AROUND[0].replace("masukan:\n", f"masukan: {two}\n")
    data_of(tmp_path, {SESSION_FILE: was})
    with pytest.raises(CannotWithdraw):
        withdraw(tmp_path)
    assert content(tmp_path, SESSION_FILE) == was


def test_corrections_of_it_no_longer_say_its_words(tmp_path: Path) -> None:
    corrections = (
        "koreksi:\n"
        f"  - bagian: masukan.patroli.isi\n    tanggal: 2024-03-05\n    semula: {SECRET}\n"
        f"    menjadi: |\n      Warga {SECRET}\n    sebab: salah tulis {SECRET}\n"
        "  - tanggal: 2024-03-06\n    bagian: masukan.jadwal.isi\n    semula: lama\n"
        "    menjadi: baru\n    sebab: salah tulis\n"
    )
    data_of(tmp_path, {SESSION_FILE: SESSION + corrections})
    withdraw(tmp_path)
    left = content(tmp_path, SESSION_FILE)
    assert SECRET not in left
    assert left.endswith(corrections[corrections.index("  - tanggal: 2024-03-06") :])
    tree = yaml_text.parse(left.encode()).tree
    assert tree
    assert tree["koreksi"][0] == {  # type: ignore[index]
        **dict.fromkeys(("semula", "menjadi"), "dihapus"),
        "bagian": "masukan.patroli.isi",
        "tanggal": "2024-03-05",
        "sebab": "ditarik",
    }


def test_outcomes_that_answer_nothing_else_are_named_and_go_when_asked(tmp_path: Path) -> None:
    photo = "media/polsek-rekaan/2024-03-20/patroli.jpg"
    data_of(tmp_path, {photo: jpeg()})
    assert withdraw(tmp_path).waiting == (OUTCOME_FILE,)
    assert content(tmp_path, OUTCOME_FILE) == OUTCOME
    again = withdraw(tmp_path, with_outcomes=True)
    assert again.outcomes == (OUTCOME_FILE,)
    assert {one.file for one in again.changes} == {OUTCOME_FILE, photo}
    assert content(tmp_path, OUTCOME_FILE) == STONE.file().decode()
    assert not withdraw(tmp_path, with_outcomes=True).changes


def test_an_outcome_that_answers_more_stays_and_says_it_was_changed(tmp_path: Path) -> None:
    both = OUTCOME.replace("2024-03-01#patroli", "[2024-03-01#patroli, 2024-03-01#jadwal]")
    data_of(tmp_path, {OUTCOME_FILE: both})
    made = withdraw(tmp_path, with_outcomes=True)
    assert made.lighter == (OUTCOME_FILE,)
    assert OUTCOME_FILE in made.to_read
    left = content(tmp_path, OUTCOME_FILE)
    assert left.startswith("menjawab: [2024-03-01#jadwal]\ntanggal")
    assert "koreksi:\n  - tanggal: 2024-06-01\n    bagian: menjawab\n" in left
    _archive, found = site.check(tmp_path, tmp_path / "data", TODAY)
    assert not has_errors(found), found


def test_a_correction_is_added_behind_those_there_are(tmp_path: Path) -> None:
    both = OUTCOME.replace("2024-03-01#patroli", "\n- 2024-03-01#patroli\n- 2024-03-01#jadwal")
    both = both.replace(
        "kejadian:",
        "koreksi:\n  - tanggal: 2024-03-21\n    bagian: uraian\n    semula: a\n    menjadi: b\n"
        "    sebab: c\n\nkejadian:",
    )
    data_of(tmp_path, {OUTCOME_FILE: both})
    withdraw(tmp_path)
    tree = yaml_text.parse(content(tmp_path, OUTCOME_FILE).encode()).tree
    assert tree
    assert [one["bagian"] for one in tree["koreksi"]] == ["uraian", "menjawab"]  # type: ignore[call-overload,index]


def test_later_concerns_no_longer_lead_to_it(tmp_path: Path) -> None:
    later = SESSION.replace("2024-03-01", "2024-04-05").replace(
        "    tema: [patroli]\n", "    tema: [patroli]\n    sebelumnya: 2024-03-01#patroli\n"
    )
    file = "sessions/polsek-rekaan/2024-04-05.yml"
    data_of(tmp_path, {file: later.replace("2024-04-01", "2024-05-01")})
    assert withdraw(tmp_path).lighter == (file,)
    assert "sebelumnya" not in content(tmp_path, file)
    _archive, found = site.check(tmp_path, tmp_path / "data", TODAY)
    assert not has_errors(found), found


def test_a_file_changed_in_between_is_not_overwritten(tmp_path: Path) -> None:
    data = data_of(tmp_path, {})
    made = plan(tmp_path, data, CONCERN, STONE, with_outcomes=True)
    (data / OUTCOME_FILE).write_text("lain")
    with pytest.raises(Interrupted, match="ulangi"):
        carry_out(made.changes, data)
    assert content(tmp_path, SESSION_FILE) == SESSION


def test_all_or_nothing_when_the_disk_refuses(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    data = data_of(tmp_path, {})
    made = plan(tmp_path, data, CONCERN, STONE, with_outcomes=True)
    assert len(made.changes) == 2
    replace = Path.replace
    left = [True]

    def refuse(self: Path, target: Path) -> Path:
        if target.name == "2024-03-20.yml" and left and left.pop():
            raise OSError
        return replace(self, target)

    monkeypatch.setattr(Path, "replace", refuse)
    with pytest.raises(Interrupted):
        carry_out(made.changes, data)
    assert content(tmp_path, SESSION_FILE) == SESSION
    assert content(tmp_path, OUTCOME_FILE) == OUTCOME
    assert sorted(path.name for path in (data / "sessions/polsek-rekaan").iterdir()) == [
        "2024-03-01.yml"
    ]


@pytest.mark.parametrize(
    ("name", "said"),
    [
        ("polsek-reka/2024-03-01", "Maksud Anda `polsek-rekaan/2024-03-01`?"),
        ("polsek-rekaan/2024-03-01#ronda", "Yang ada: patroli, jadwal"),
        ("../../mkdocs", "Catatan itu tidak ada"),
        ("", "Catatan itu tidak ada"),
    ],
)
def test_what_is_not_there_is_said_with_what_is(tmp_path: Path, name: str, said: str) -> None:
    data_of(tmp_path, {})
    with pytest.raises((CannotWithdraw, UnknownRecord), match=said.replace("?", r"\?")):
        withdraw(tmp_path, name)


def test_a_session_and_an_outcome_of_one_name_are_told_apart(tmp_path: Path) -> None:
    data_of(tmp_path, {"outcomes/polsek-rekaan/2024-03-01.yml": OUTCOME})
    with pytest.raises(UnknownRecord, match="Sebut berkasnya"):
        withdraw(tmp_path, "polsek-rekaan/2024-03-01")
    withdraw(tmp_path, "data/outcomes/polsek-rekaan/2024-03-01.yml")
    assert content(tmp_path, SESSION_FILE) == SESSION


def test_an_unknown_reason_is_refused(tmp_path: Path) -> None:
    data_of(tmp_path, {})
    stone = Tombstone(TODAY, "salah", "Dasar.")
    with pytest.raises(CannotWithdraw, match="--reason: anggaran, privasi"):
        plan(tmp_path, tmp_path / "data", CONCERN, stone)


@pytest.mark.parametrize(
    "basis",
    ["a: b", "# kata", "'a'", '"', "- a", "[a", "\\n", "ya", "Permintaan, lisan.", "é & <b>"],
)
def test_any_basis_is_read_back_as_it_was_given(tmp_path: Path, basis: str) -> None:
    data_of(tmp_path, {})
    made = plan(tmp_path, tmp_path / "data", CONCERN, Tombstone(TODAY, "privasi", basis))
    tree = yaml_text.parse(made.changes[0].after or b"").tree
    assert tree
    entry = tree["masukan"][0]  # type: ignore[index]
    assert entry["ditarik"]["dasar"] == basis  # type: ignore[call-overload,index]


# Every concern of an archive in which everything occurs, each withdrawn by itself.


def test_every_concern_there_is_can_be_withdrawn_and_the_archive_still_passes(
    tmp_path: Path,
) -> None:
    shutil.copytree(expected_pages.DATA, tmp_path / "data")
    stone = Tombstone(expected_pages.TODAY, "data-pribadi", "UU 27/2022")
    sound = records.read(tmp_path, tmp_path / "data").records
    names = [
        f"{session.id}#{entry.id}"
        for session in sound.sessions.values()
        for entry in getattr(session, "entries", ())
    ]
    assert len(names) > 15
    for name in names:
        made = plan(tmp_path, tmp_path / "data", name, stone, with_outcomes=True)
        assert not made.by_hand
        for change in made.changes:
            assert change.after is None or yaml_text.parse(change.after).tree
    assert edits.entry_path({}, "apa") is None


# As an officer does it, on a built site.


@pytest.fixture
def project(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A project with the name of somebody in a concern, in its outcome and in a comment."""
    shutil.copy(ROOT / "mkdocs.yml", tmp_path)
    shutil.copytree(ROOT / "content", tmp_path / "content")
    data_of(
        tmp_path,
        {
            SESSION_FILE: SESSION.replace("Warga berharap", f"{SECRET} berharap").replace(
                "  - id: patroli", f"  # {SECRET}\n  - id: patroli"
            ),
            OUTCOME_FILE: OUTCOME.replace("Patroli malam", f"Rumah {SECRET}")
            + "bukti:\n  - berkas: rumah.jpg\n    keterangan: Rumahnya\n    asli: ya\n",
            "media/polsek-rekaan/2024-03-20/rumah.jpg": jpeg(),
        },
    )
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1717200000")  # 1 June 2024
    return tmp_path


def holding(folder: Path, word: str) -> list[str]:
    """The files that hold a word, packed or in any letters."""
    return [
        path.relative_to(folder).as_posix()
        for path in folder.rglob("*")
        if path.is_file() and word.casefold() in read_any(path).casefold()
    ]


def read_any(path: Path) -> str:
    raw = path.read_bytes()
    if raw.startswith(b"\x1f\x8b"):
        raw = gzip.decompress(raw)
    return raw.decode("utf-8", "replace")


def test_withdrawn_and_built_again_nothing_of_it_is_left_anywhere(
    project: Path, kabar: Kabar
) -> None:
    config = project / "mkdocs.yml"
    assert plugin.build_site(config, jobs=1, strict=False).published
    *_others, first, last = SECRET.split()
    assert len(holding(project / "site", last)) > 1
    assert holding(project / ".kabar", last)
    (project / ".kabar/.records.cache.putus").write_text(SECRET)
    said = kabar(
        *("withdraw", CONCERN, "--personal-data", "--with-outcomes"), "--reason", "privasi", "--yes"
    )
    assert said.code == 0, said
    assert SECRET not in said.out + said.err
    assert plugin.build_site(config, jobs=1, strict=False).published
    assert holding(project, last) == []
    assert holding(project, first) == []
    assert not list(project.rglob("rumah.jpg"))
    page = (project / "site/sesi/polsek-rekaan/2024-03-01/index.html").read_text()
    assert 'id="patroli"' in page
    assert "ditarik" in page.lower()


def test_the_officer_is_shown_what_happens_and_asked_first(
    project: Path, kabar: Kabar, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = content(project, SESSION_FILE)
    monkeypatch.setattr("click.prompt", lambda *_all, **_some: "tidak")
    said = kabar("withdraw", CONCERN, "--personal-data", "--reason", "privasi")
    assert said.out.endswith("Tidak ada yang diubah.\n")
    assert content(project, SESSION_FILE) == before
    monkeypatch.setattr("click.prompt", lambda *_all, **_some: "Ya")
    said = kabar("withdraw", CONCERN, "--personal-data", "--reason", "privasi")
    steps = [line for line in said.out.splitlines() if line[:2] in ("1.", "2.", "3.", "4.")]
    assert [line[0] for line in steps] == ["1", "2", "3", "4"]
    assert f"data/{OUTCOME_FILE}" in said.out
    assert (
        f"kabar withdraw '{CONCERN}' --personal-data --reason privasi --with-outcomes" in said.out
    )
    assert f"kabar purge data/{SESSION_FILE}" in said.out
    assert "3 x 24 jam" in said.out


def test_withdrawn_for_another_cause_nobody_is_sent_to_the_authorities(
    project: Path, kabar: Kabar
) -> None:
    why = ("--reason", "privasi", "--basis", "Permintaan  kepala desa")
    said = kabar("withdraw", CONCERN, *why, "--yes")
    assert said.code == 0, said
    assert "dasar: Permintaan kepala desa\n" in content(project, SESSION_FILE)
    assert "3 x 24" not in said.out
    again = "--reason privasi --basis 'Permintaan kepala desa' --with-outcomes"
    assert f"kabar withdraw '{CONCERN}' {again}" in said.out
    assert f"kabar purge data/{SESSION_FILE}" in said.out


@pytest.mark.parametrize("almost", ["y", "yes", "iya", ""])
def test_only_the_whole_word_agrees_to_what_cannot_be_undone(
    project: Path, kabar: Kabar, monkeypatch: pytest.MonkeyPatch, almost: str
) -> None:
    before = content(project, SESSION_FILE)
    monkeypatch.setattr("click.prompt", lambda *_all, **_some: almost)
    said = kabar("withdraw", CONCERN, "--personal-data", "--reason", "privasi")
    assert said.out.endswith("Tidak ada yang diubah.\n")
    assert content(project, SESSION_FILE) == before


@pytest.mark.usefixtures("project")
@pytest.mark.parametrize("name", [CONCERN, CONCERN.partition("#")[0]])
def test_what_was_withdrawn_before_is_said_without_a_question(kabar: Kabar, name: str) -> None:
    why = ("--reason", "privasi", "--basis", "Permintaan kepala desa")
    first = kabar("withdraw", name, *why, "--yes")
    assert "sebelumnya" not in first.out
    assert "Lalu minta orang kedua membacanya" in first.out
    again = kabar("withdraw", name)
    assert again.code == 0, again
    assert again.out.startswith("Ini sudah ditarik sebelumnya.\n")
    assert "Sudah ditarik." not in again.out


@pytest.mark.parametrize(
    ("given", "asked"),
    [
        ((), "anggaran: Anggarannya belum tersedia."),
        ((), "--personal-data"),
        (("--reason", "privasi"), "--basis"),
    ],
)
def test_a_script_is_told_what_to_give_and_nothing_is_changed(
    project: Path, kabar: Kabar, given: tuple[str, ...], asked: str
) -> None:
    said = kabar("withdraw", CONCERN, *given, "--yes")
    assert said.code == 2
    assert asked in said.err
    assert "ditarik" not in content(project, SESSION_FILE)


def test_an_officer_is_asked_for_the_reason_and_the_basis(project: Path) -> None:
    command = "from generator.cli import command; command()"
    officer = pexpect.spawn(
        sys.executable,
        ["-c", command, "withdraw", CONCERN],
        cwd=str(project),
        encoding="utf-8",
        timeout=60,
        dimensions=(40, 100),
    )
    officer.expect("Mengapa ditarik")
    officer.send("privasi\r")
    officer.expect("Atas dasar apa")
    officer.sendline("Permintaan kepala desa")
    officer.expect("Ketik ya untuk menarik")
    officer.sendline("ya")
    officer.expect("Sudah ditarik")
    officer.expect(pexpect.EOF)
    officer.close()
    assert "alasan: privasi\n      dasar: Permintaan kepala desa\n" in content(
        project, SESSION_FILE
    )
