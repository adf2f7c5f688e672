"""`kabar new` as an officer uses it: in a terminal, and without one."""

import signal
from pathlib import Path

import pytest
import small_archive
from kabar_command import CONFIG, Kabar
from officers_terminal import BACK, CLEAR, CTRL_C, DONE, ENTER, OfficersTerminal, officers_terminal
from test_wizard import WRITTEN

from generator.outline import outline
from generator.records import Kind
from generator.wizard import new_draft

SESSION_FILE = "data/sessions/polsek-rekaan/2024-05-31.yml"
OUTCOME_FILE = "data/outcomes/polsek-rekaan/2024-05-30.yml"
OUTCOME = """\
menjawab: [2024-03-01#patroli]
tanggal: 2024-05-30
kejadian: tidak dipenuhi
uraian: |
  Permintaan ini sudah dibahas.

  Petugasnya tidak cukup untuk patroli setiap malam.
alasan: anggaran
langkah_warga: Tanyakan lagi di sesi berikutnya.
"""
PART = """\
program: jumat-curhat
tempat: {nama: Balai Desa Rekaan Jaya, desa: Rekaan Jaya}
personel: 4
masukan:
  - jenis: keluhan
    tema: lampu-jalan
    isi: Lampu jalan dekat pasar mati sejak sebulan.
    jawaban: {jenis: komitmen, isi: Akan disampaikan ke dinas.}
"""
OPTIONS = ("--satuan", "polsek-rekaan", "--tanggal", "kemarin", "--yes")


@pytest.fixture
def project(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A project on 1 June 2024."""
    (tmp_path / "mkdocs.yml").write_text(CONFIG, encoding="utf-8")
    (tmp_path / "content").mkdir()
    small_archive.write(tmp_path)
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1717200000")
    return tmp_path


def drafts(project: Path) -> list[Path]:
    return sorted((project / ".kabar").rglob("*.json"))


def choose(terminal: OfficersTerminal, question: str, words: str) -> None:
    """Narrow a list down by typing, and take what is left."""
    terminal.answer(question, words)
    terminal.answer(f"/ {words}...", ENTER)


def test_a_whole_session_from_nothing_to_a_file_that_passes(project: Path, kabar: Kabar) -> None:
    with officers_terminal(project, "new", "session") as terminal:
        choose(terminal, "Satuan mana yang mengadakan sesi ini?", "tidak ada yang bernama begini")
        terminal.wait_for("ditambahkan dulu di data/units")
        choose(terminal, "Satuan mana yang mengadakan sesi ini?", "rekaan")
        terminal.answer("Ada lagi selain Polsek Rekaan?", ENTER)
        choose(terminal, "Program apa?", "jumat")
        terminal.answer("Kapan sesinya?", f"8/11/2024{ENTER}")
        terminal.wait_for("2024-11-08 untuk 8 November 2024, atau 2024-08-11 untuk 11 Agustus")
        terminal.answer("> 8/11/2024", f"{CLEAR}kemarin{ENTER}")
        terminal.answer("Kapan sesinya? 31 Mei 2024 ? Di mana?", f"Balai Desa Rekaan Jaya{ENTER}")
        terminal.answer("Di desa apa?", f"Rekaan Jaya{ENTER}")
        terminal.answer("Apa yang disampaikan warga?", ENTER)
        choose(terminal, "Masukan ini berupa apa?", "keluhan")
        choose(terminal, "Tentang apa?", "gelap")
        terminal.answer("Ada lagi selain Lampu jalan?", ENTER)
        terminal.answer("tekan Esc, lalu Enter", "Pak Joko bilang lampu mati")
        terminal.wait_for("! ada yang tampak seperti nama orang; tulis perannya saja")
        terminal.child.send(DONE)
        shown = terminal.wait_for("Belum bisa: ada yang tampak seperti nama orang")
        assert "Joko" not in shown.partition("Belum bisa")[2].partition(">")[0]
        # What is typed before the question is back is echoed by the terminal itself.
        terminal.wait_for("hanya ditulis di petugas. ? Apa yang disampaikan?")
        terminal.child.send(f"{CLEAR}Lampu jalan dekat pasar mati sejak sebulan.{DONE}")
        terminal.answer("Apakah dijawab saat itu juga?", ENTER)
        choose(terminal, "Jawabannya berupa apa?", "komitmen")
        terminal.answer("Apa jawabannya?", f"Akan disampaikan ke dinas.{DONE}")
        terminal.answer("Ada janji?", f"dua minggu lagi{ENTER}")
        terminal.wait_for("dua minggu lagi, jadi paling lambat 14 Juni 2024")
        terminal.answer("> lampu-jalan", f"{CLEAR}lampu-pasar-mati{ENTER}")
        terminal.answer("Lalu?", ENTER)
        choose(terminal, "Ada lagi yang ingin diisi?", "personel")
        terminal.answer("Personel?", f"4{ENTER}")
        terminal.answer("Personel? 4 ? Ada lagi yang ingin diisi?", ENTER)
        shown = terminal.wait_for("Tulis catatan ini?")
        assert SESSION_FILE in shown
        assert WRITTEN in f"{shown}\n"
        assert "Begini warga akan membacanya" in shown
        assert "Belum ada kabar untuk 1 masukan dalam sesi ini." in shown
        assert not (project / SESSION_FILE).exists()
        terminal.child.send(ENTER)
        assert terminal.ended() == 0
        assert f"git add {SESSION_FILE}" in terminal.shown
        assert "orang kedua membacanya" in " ".join(terminal.shown.split())
    assert (project / SESSION_FILE).read_text(encoding="utf-8") == WRITTEN
    assert drafts(project) == []
    assert kabar("check").code == 0


def test_a_whole_outcome_in_a_narrow_plain_terminal(project: Path, kabar: Kabar) -> None:
    with officers_terminal(
        project, "new", "outcome", columns=40, rows=260, kind="dumb"
    ) as terminal:
        terminal.answer("Kabar ini dari satuan mana?", f"rekaan{ENTER}")
        terminal.answer("Masukan mana yang ada kabarnya?", f"ditingkatkan{ENTER}")
        terminal.answer("Ada lagi selain", f"1{ENTER}")
        terminal.answer("Apa yang terjadi?", f"tidak dipenuhi{ENTER}")
        terminal.answer("Kapan itu terjadi?", f"30 Mei 2024{ENTER}")
        terminal.answer("Mengapa tidak dipenuhi?", f"anggaran{ENTER}")
        terminal.answer("Apa yang masih dapat", f"Hubungi 081234567890{ENTER}.{ENTER}")
        terminal.wait_for("Belum bisa: ada nomor telepon; hapus")
        terminal.child.send(f"Tanyakan lagi di sesi berikutnya.{ENTER}.{ENTER}")
        terminal.answer(
            "Ceritakan apa yang terjadi.",
            "Permintaan ini sudah dibahas.\r\rPetugasnya tidak cukup untuk patroli setiap malam."
            f"{ENTER}.{ENTER}",
        )
        terminal.answer("Ada lagi yang ingin diisi?", f"1{ENTER}")
        shown = terminal.wait_for("Tulis catatan ini?")
        assert "Tidak dipenuhi" in shown
        assert max(map(len, shown.split("\n"))) <= 40
        terminal.answer("Nomor, atau kata untuk mencari", f"1{ENTER}")
        assert terminal.ended() == 0
        assert "--forpolsek-rekaan/2024-05-30" in "".join(terminal.shown.split())
    assert (project / OUTCOME_FILE).read_text(encoding="utf-8") == OUTCOME
    assert kabar("check").code == 0


def test_what_was_interrupted_is_gone_on_with(project: Path) -> None:
    """Ctrl+C, and a terminal that is closed: every question answered stays answered."""
    with officers_terminal(project, "new", "session") as terminal:
        choose(terminal, "Satuan mana yang mengadakan sesi ini?", "rekaan")
        terminal.answer("Ada lagi selain Polsek Rekaan?", ENTER)
        choose(terminal, "Program apa?", "jumat")
        terminal.answer("Kapan sesinya?", CTRL_C)
        assert terminal.ended() == 2
        assert "lanjutkan dengan: kabar new session" in terminal.shown
    with officers_terminal(project, "new", "session") as terminal:
        terminal.answer("Lanjutkan polsek-rekaan (2 jawaban)", ENTER)
        terminal.answer("Program apa? Jumat Curhat", "")
        terminal.answer("Kapan sesinya?", f"kemarin{ENTER}")
        terminal.wait_for("Di mana?")
        terminal.child.kill(signal.SIGHUP)
    (draft,) = drafts(project)
    assert draft.is_relative_to(project / ".kabar")
    with officers_terminal(project, "new", "session") as terminal:
        terminal.wait_for("Lanjutkan polsek-rekaan, 2024-05-31 (3 jawaban)")
        choose(terminal, "Lanjutkan yang belum selesai?", "buang")
        terminal.answer("Satuan mana", CTRL_C)
        assert terminal.ended() == 2
        assert "Belum ada jawaban yang perlu disimpan" in terminal.shown
    assert drafts(project) == []


def test_an_answer_given_by_mistake_is_one_key_away(project: Path) -> None:
    with officers_terminal(project, "new", "session") as terminal:
        terminal.answer("Satuan mana yang mengadakan sesi ini?", BACK)
        terminal.wait_for("Ini pertanyaan pertama.")
        choose(terminal, "Satuan mana yang mengadakan sesi ini?", "rekaan")
        terminal.answer("Ada lagi selain Polsek Rekaan?", BACK)
        choose(terminal, "Satuan mana yang mengadakan sesi ini?", "rekaan")
        terminal.answer("Ada lagi selain Polsek Rekaan?", ENTER)
        choose(terminal, "Program apa?", "jumat")
        terminal.answer("Kapan sesinya?", f"kemarin{ENTER}")
        terminal.answer("Di mana?", BACK)
        terminal.answer("> 2024-05-31", f"{CLEAR}30 Mei 2024{ENTER}")
        terminal.answer("Kapan sesinya? 30 Mei 2024", "")
        terminal.answer("Di mana?", CTRL_C)
        assert terminal.ended() == 2
    (draft,) = drafts(project)
    assert "2024-05-30" in draft.read_text(encoding="utf-8")
    assert "2024-05-31" not in draft.read_text(encoding="utf-8")


def test_in_a_plain_terminal_the_way_back_is_typed(project: Path) -> None:
    with officers_terminal(project, "new", "outcome", kind="dumb") as terminal:
        terminal.wait_for("<: kembali ke pertanyaan sebelumnya")
        terminal.answer("Kabar ini dari satuan mana?", f"rekaan{ENTER}")
        terminal.answer("Masukan mana yang ada kabarnya?", f"<{ENTER}")
        terminal.wait_for("Kabar ini dari satuan mana? Polsek Rekaan")
        terminal.answer("Nomor, atau kata untuk mencari", CTRL_C)
        assert terminal.ended() == 2


def test_an_error_found_at_the_end_leads_back_to_its_question(project: Path) -> None:
    given = ("--satuan", "polsek-rekaan", "--menjawab", "2024-03-01#patroli", "--kejadian")
    early = ("dikerjakan", "--tanggal", "2024-02-01", "--uraian", "Patroli dua kali.")
    with officers_terminal(project, "new", "outcome", *given, *early) as terminal:
        terminal.answer("Ada lagi yang ingin diisi?", ENTER)
        shown = terminal.wait_for("Ada yang perlu dibetulkan sebelum bisa ditulis.")
        assert "SALAH" in shown
        terminal.answer("Betulkan: Kapan itu terjadi?", ENTER)
        terminal.answer("> 2024-02-01", f"{CLEAR}2024-05-30{ENTER}")
        terminal.answer("Tulis catatan ini?", ENTER)
        assert terminal.ended() == 0
    assert (project / OUTCOME_FILE).is_file()


def test_options_alone_make_a_session_and_an_outcome(project: Path, kabar: Kabar) -> None:
    (project / "sebagian.yml").write_text(PART, encoding="utf-8")
    said = kabar(
        "new", "session", *OPTIONS, "--from", "sebagian.yml",
        "--set", "masukan.1.janji=dua minggu lagi", "--set", "masukan.1.id=lampu-pasar-mati",
    )  # fmt: skip
    assert said.code == 0, said.out + said.err
    written = (project / SESSION_FILE).read_text(encoding="utf-8")
    assert written == WRITTEN
    said = kabar(
        "new", "outcome", "--satuan", "polsek-rekaan", "--menjawab", "2024-05-31#lampu-pasar-mati",
        "--kejadian", "diteruskan", "--tanggal", "hari ini", "--mitra", "Dinas Perhubungan",
        "--cek_lagi", "dua minggu lagi", "--uraian", "Surat dikirim.", "--yes",
    )  # fmt: skip
    assert said.code == 0, said.out + said.err
    outcome = (project / "data/outcomes/polsek-rekaan/2024-06-01.yml").read_text(encoding="utf-8")
    assert "cek_lagi: 2024-06-15" in outcome
    assert kabar("check").code == 0


def test_a_second_session_of_a_day_has_a_name_of_its_own(project: Path, kabar: Kabar) -> None:
    (project / "sebagian.yml").write_text(PART, encoding="utf-8")
    for _once in range(2):
        assert kabar("new", "session", *OPTIONS, "--from", "sebagian.yml").code == 0
    names = {path.name for path in (project / "data/sessions/polsek-rekaan").iterdir()}
    assert names >= {"2024-05-31.yml", "2024-05-31-2.yml"}


def test_without_questions_whatever_is_missing_is_named_by_its_option(
    project: Path, kabar: Kabar
) -> None:
    said = kabar("new", "session", "--yes", "--set", "masukan.1.isi=Gelap.")
    assert said.code == 2
    for option in ("--satuan ...", "--program ...", "--tanggal ...", "--set masukan.1.jenis=..."):
        assert f"  {option}\n" in said.out
    assert "masukan.1.isi" not in said.out
    assert drafts(project) == []


@pytest.mark.parametrize(
    ("more", "told", "kept_back"),
    [
        (
            ("--set", "masukan.2.jenis=saran", "--set", "masukan.2.isi=Pak Joko usul."),
            "nama",
            "Joko",
        ),
        (("--program", "jumat-curhatt"), "maksud Anda `jumat-curhat`", "PART"),
        (("--catatan", "Telepon 081234567890."), "nomor telepon", "0812"),
    ],
)
def test_what_the_checks_refuse_is_not_written_and_not_repeated(
    project: Path, kabar: Kabar, more: tuple[str, ...], told: str, kept_back: str
) -> None:
    (project / "sebagian.yml").write_text(PART, encoding="utf-8")
    said = kabar("new", "session", *OPTIONS, "--from", "sebagian.yml", *more)
    assert said.code == 1
    assert told in said.out
    assert kept_back not in said.out + said.err
    assert not (project / SESSION_FILE).exists()


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        ((), "Tidak ada terminal untuk bertanya."),
        (("--yes", "--set", "masukkan.1.isi=a"), "Maksud Anda `masukan`?"),
        (("--yes", "--set", "masukan"), "--set ditulis KUNCI=ISI"),
        (("--yes", "--from", "tidak-ada.yml"), "tidak-ada.yml tidak dapat dibaca"),
        (("--yes", "--from", "rusak.yml"), "rusak.yml, baris 1"),
    ],
)
def test_wrong_use_is_told(
    project: Path, kabar: Kabar, arguments: tuple[str, ...], told: str
) -> None:
    (project / "rusak.yml").write_text("isi: [", encoding="utf-8")
    said = kabar("new", "session", *arguments)
    assert said.code == 2
    assert told in said.out + said.err


def test_the_kinds_of_record_are_told_and_every_key_is_an_option(kabar: Kabar) -> None:
    said = kabar("new")
    assert said.code == 0
    assert "session  Mencatat satu sesi" in said.out
    options = kabar("new", "outcome", "--help").out
    answered = {one.key for one in outline(Kind.OUTCOME) if not one.fields} | {"satuan"}
    assert {key for key in answered if f"--{key} ISI" not in options} == set()


def test_a_withdrawal_of_personal_data_takes_the_drafts_too(project: Path, kabar: Kabar) -> None:
    new_draft(Kind.SESSION, project / ".kabar").keep({}, {"satuan": ["polsek-rekaan"]})
    assert len(drafts(project)) == 1
    name = "polsek-rekaan/2024-03-01#jadwal"
    kabar("withdraw", name, "--personal-data", "--reason", "privasi", "--yes")
    assert drafts(project) == []
