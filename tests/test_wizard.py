"""The questions of `kabar new`, and what becomes of their answers."""

import dataclasses
from collections.abc import Mapping
from concurrent.futures import ThreadPoolExecutor
from datetime import date
from pathlib import Path
from typing import Annotated

import pytest
import small_archive
from prompt_toolkit.application import create_app_session
from prompt_toolkit.input import create_pipe_input
from prompt_toolkit.output import DummyOutput
from pydantic.dataclasses import dataclass

from generator import site, writing
from generator.archive import Archive
from generator.cli.terminal import Full
from generator.dates import DateProblem
from generator.model import Event, Session
from generator.model.fields import STRICT, Line, key
from generator.model.outcome import NEEDS
from generator.outline import Field, Holds, outline, outline_of
from generator.records import Kind
from generator.wizard import (
    ENOUGH,
    GO_ON,
    Conversation,
    Offer,
    Question,
    UnknownAnswer,
    answers_typed,
    drafts,
    new_draft,
    rehearse,
    write,
)
from generator.wizard.answers import answers_in, tree_of
from generator.wizard.days import date_typed, day_typed
from generator.wizard.promises import promise_told, promise_typed
from generator.wizard.sentences import MEANS
from generator.yaml_text import Plain, parse

FRIDAY = date(2023, 10, 20)

SESSION: Mapping[str, Plain] = {
    "satuan": ["polsek-rekaan"],
    "program": "jumat-curhat",
    "tanggal": "2024-05-31",
    "tempat.1.nama": "Balai Desa Rekaan Jaya",
    "tempat.1.desa": "Rekaan Jaya",
    "masukan": "",
    "masukan.1.jenis": "keluhan",
    "masukan.1.tema": ["lampu-jalan"],
    "masukan.1.isi": "Lampu jalan dekat pasar mati sejak sebulan.",
    "masukan.1.jawaban": "",
    "masukan.1.jawaban.1.jenis": "komitmen",
    "masukan.1.jawaban.1.isi": "Akan disampaikan ke dinas.",
    "masukan.1.janji": {"tenggat": "2024-06-14", "kata": "dua minggu lagi"},
    "masukan.1.id": "lampu-pasar-mati",
    f"masukan.1.1{GO_ON}": ENOUGH,
    f"1{GO_ON}": "personel",
    "personel": "4",
    f"2{GO_ON}": ENOUGH,
}
"""What an officer answers about a session, question by question."""

WRITTEN = """\
program: jumat-curhat
satuan: polsek-rekaan
tanggal: 2024-05-31
tempat:
  nama: Balai Desa Rekaan Jaya
  desa: Rekaan Jaya
personel: 4
masukan:
  - id: lampu-pasar-mati
    jenis: keluhan
    tema: [lampu-jalan]
    isi: |
      Lampu jalan dekat pasar mati sejak sebulan.
    jawaban:
      - jenis: komitmen
        isi: Akan disampaikan ke dinas.
    janji:
      tenggat: 2024-06-14
      kata: dua minggu lagi
"""
"""The record they make."""


@pytest.fixture
def archive(tmp_path: Path) -> Archive:
    return small_archive.build(tmp_path)


def session(archive: Archive, fields: tuple[Field, ...] | None = None) -> Conversation:
    return Conversation(Kind.SESSION, fields or outline(Kind.SESSION), archive)


def outcome(archive: Archive, **given: str) -> Conversation:
    return Conversation(Kind.OUTCOME, outline(Kind.OUTCOME), archive, dict(given))


def answered(conversation: Conversation, answers: Mapping[str, Plain]) -> Conversation:
    """Answer every question by its name; each answer has to be one that may stand."""
    while (question := conversation.question) is not None:
        answer = answers[question.name]
        assert conversation.complaint(question, answer) is None, question.name
        conversation.answer(answer)
    return conversation


def to_the_question(conversation: Conversation, name: str, **answers: Plain) -> Question:
    """Leave out what can be left out until a question comes up."""
    while (question := conversation.question) is not None and question.name != name:
        said = answers.get(question.name.replace(".", "_"), question.suggested)
        needs = question.is_needed and not said and question.offers
        conversation.answer(question.offers[0].value if needs else said)
    assert question is not None, name
    return question


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("hari ini", "2023-10-20"),
        ("Kemarin", "2023-10-19"),
        ("kemarin  dulu", "2023-10-18"),
        ("3 hari lalu", "2023-10-17"),
        ("dua minggu yang lalu", "2023-10-06"),
        ("Jumat lalu", "2023-10-13"),
        ("hari senin lalu", "2023-10-16"),
        ("20 Oktober 2023", "2023-10-20"),
        ("Jumat, 20 Oktober 2023", "2023-10-20"),
        ("2023-10-20", "2023-10-20"),
        ("2023-10", "2023-10"),
        ("../2023-10-20", "../2023-10-20"),
        ("tidak diketahui", "tidak diketahui"),
    ],
)
def test_a_date_is_understood_as_it_is_typed(typed: str, meant: str) -> None:
    assert date_typed(typed, FRIDAY) == meant


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("besok", "2023-10-21"),
        ("seminggu lagi", "2023-10-27"),
        ("dua minggu lagi", "2023-11-03"),
        ("10 hari ke depan", "2023-10-30"),
        ("sebulan lagi", "2023-11-20"),
        ("empat bulan lagi", "2024-02-20"),
        ("minggu ini", "2023-10-22"),
        ("minggu depan", "2023-10-29"),
        ("bulan depan", "2023-11-30"),
        ("Senin depan", "2023-10-23"),
    ],
)
def test_a_day_to_come_is_counted_from_the_day_it_was_said(typed: str, meant: str) -> None:
    assert day_typed(typed, FRIDAY) == meant


def test_a_month_that_is_too_short_gives_its_last_day() -> None:
    assert day_typed("sebulan lagi", date(2024, 1, 31)) == "2024-02-29"


@pytest.mark.parametrize(
    ("typed", "told"),
    [
        ("8/11/2024", "2024-11-08 untuk 8 November 2024, atau 2024-08-11 untuk 11 Agustus 2024"),
        ("20 Oktober", "tulis juga tahunnya"),
        ("2023-02-30", "tidak ada di kalender"),
        ("entah", "bukan tanggal yang dikenal"),
    ],
)
def test_a_date_that_is_not_clear_is_refused_with_what_to_write(typed: str, told: str) -> None:
    with pytest.raises(DateProblem, match=told.replace("(", r"\(")):
        date_typed(typed, FRIDAY)


@pytest.mark.parametrize(
    ("typed", "held", "told"),
    [
        ("20 November 2023", {"tenggat": "2023-11-20"}, "paling lambat 20 November 2023"),
        (
            "dua minggu lagi",
            {"tenggat": "2023-11-03", "kata": "dua minggu lagi"},
            "dua minggu lagi, jadi paling lambat 3 November 2023",
        ),
        ("Setiap hari", {"berkala": "setiap hari"}, "berulang, setiap hari"),
        ("segera", {"kata": "segera"}, "segera, tanpa hari tertentu"),
    ],
)
def test_a_promise_is_a_day_a_habit_or_words(typed: str, held: dict[str, str], told: str) -> None:
    assert promise_typed(typed, FRIDAY) == held
    assert promise_told(held) == told


def test_answers_become_a_record(archive: Archive) -> None:
    conversation = answered(session(archive), SESSION)
    assert conversation.folder == "polsek-rekaan"
    assert writing.record_text(Kind.SESSION, conversation.tree) == WRITTEN


def test_a_record_gives_the_answers_it_was_made_of() -> None:
    tree = parse(WRITTEN.encode()).tree
    assert tree is not None
    assert tree_of(answers_in(tree, outline(Kind.SESSION))) == tree


def test_a_conversation_is_had_again_from_its_answers(archive: Archive) -> None:
    """However early it was left: the next question is the one that was on the screen."""
    first = session(archive)
    for _turn in SESSION:
        assert first.question is not None
        again = Conversation(first.kind, first.fields, archive, log=dict(first.log))
        assert again.question is not None
        assert again.question.name == first.question.name
        assert again.tree == first.tree
        first.answer(SESSION[first.question.name])
    assert first.question is None


def test_an_answer_given_again_keeps_all_that_does_not_depend_on_it(archive: Archive) -> None:
    conversation = answered(session(archive), SESSION)
    conversation.ask_again("masukan.1.jenis")
    answered(conversation, {"masukan.1.jenis": "apresiasi"})
    assert conversation.tree["masukan"] == [
        {
            "id": "lampu-pasar-mati",
            "jenis": "apresiasi",
            "tema": ["lampu-jalan"],
            "isi": "Lampu jalan dekat pasar mati sejak sebulan.",
        }
    ]


def test_step_by_step_back_every_question_comes_again_in_turn(archive: Archive) -> None:
    conversation = answered(session(archive), SESSION)
    record = conversation.tree
    asked = [one.name for one in conversation.asked]
    for name in reversed(asked):
        assert conversation.step_back()
        assert conversation.question is not None
        assert conversation.question.name == name
    assert not conversation.step_back()
    assert conversation.tree == {}
    assert answered(conversation, SESSION).tree == record


def test_there_is_no_way_back_to_what_was_given_beforehand(archive: Archive) -> None:
    conversation = outcome(archive, satuan="polsek-rekaan")
    assert not conversation.step_back()
    assert conversation.folder == "polsek-rekaan"


def test_what_was_left_out_is_asked_when_it_is_chosen_to_be_added(archive: Archive) -> None:
    conversation = session(archive)
    left = {**SESSION, "masukan.1.janji": "", f"masukan.1.1{GO_ON}": "janji"}
    while (question := conversation.question) and question.name != f"masukan.1.1{GO_ON}":
        conversation.answer(left[question.name])
    conversation.answer("janji")
    assert conversation.question is not None
    assert conversation.question.name == "masukan.1.janji"
    answered(conversation, SESSION)
    assert writing.record_text(Kind.SESSION, conversation.tree) == WRITTEN


@pytest.mark.parametrize(
    ("name", "typed"),
    [
        ("masukan.1.isi", "Lampu jalan dekat pasar mati sejak sebulan."),
        ("masukan.1.janji", "dua minggu lagi"),
        ("tanggal", "2024-05-31"),
        ("personel", "4"),
    ],
)
def test_an_answer_that_is_given_again_stands_there_as_it_was_typed(
    archive: Archive, name: str, typed: str
) -> None:
    conversation = answered(session(archive), SESSION)
    conversation.ask_again(name)
    asked = conversation.question
    assert asked is not None
    assert conversation.before(asked) == typed
    assert asked.reads(typed) == SESSION[name]
    conversation.answer(SESSION[name])
    assert conversation.before(asked) == ""


@dataclass(frozen=True, slots=True, kw_only=True, config=STRICT)
class SessionOfTomorrow(Session):
    """A session as it may be one day, with a field everybody has to fill in and one to add."""

    hall: Annotated[Line, key("balai", "Nama balai pertemuan.")]
    weather: Annotated[Line | None, key("cuaca_hari_itu", "Cerah, hujan, atau mendung.")] = None


def test_a_field_added_to_the_model_is_asked_for_without_touching_the_wizard(
    archive: Archive,
) -> None:
    conversation = session(archive, outline_of(SessionOfTomorrow))
    asked = to_the_question(conversation, "balai")
    assert (asked.asks, asked.hint, asked.is_needed) == ("Balai?", "Nama balai pertemuan.", True)
    more = to_the_question(conversation, f"1{GO_ON}", balai="Balai Rekaan")
    offered = {one.value: one.words for one in more.offers}
    assert offered["cuaca_hari_itu"] == "cuaca hari itu: Cerah, hujan, atau mendung"
    conversation.answer("cuaca_hari_itu")
    assert conversation.question is not None
    assert conversation.question.name == "cuaca_hari_itu"
    conversation.answer("hujan")
    conversation.answer(ENOUGH)
    assert conversation.tree["balai"] == "Balai Rekaan"
    assert conversation.tree["cuaca_hari_itu"] == "hujan"


def test_so_is_one_added_to_what_residents_said(archive: Archive) -> None:
    added = Field(
        "gawat", "urgent", "Seberapa gawat.", Holds.WORD, is_required=True, words=("a", "b")
    )
    fields = tuple(
        dataclasses.replace(one, fields=(*one.fields, added)) if one.key == "masukan" else one
        for one in outline(Kind.SESSION)
    )
    asked = to_the_question(session(archive, fields), "masukan.1.gawat", tanggal="2024-05-31")
    assert [one.value for one in asked.offers] == ["a", "b"]


def test_everything_a_record_may_hold_can_be_answered(archive: Archive) -> None:
    for kind in (Kind.SESSION, Kind.OUTCOME):
        conversation = Conversation(kind, outline(kind), archive)
        last = to_the_question(conversation, f"1{GO_ON}", kejadian="dikerjakan")
        asked = {one.name.partition(".")[0] for one in conversation.asked}
        reached = asked | {one.value for one in last.offers}
        by_event = {"alasan", "cara", "cek_lagi", "ditanya", "ke", "langkah_warga", "nomor"}
        by_event |= {"saluran", "sisa", "tenggat", "cakupan", "koreksi", "bukti"}
        assert {one.key for one in outline(kind)} - reached <= by_event


@pytest.mark.parametrize("event", Event)
def test_an_event_is_explained_and_only_what_it_needs_is_asked(
    archive: Archive, event: Event
) -> None:
    assert MEANS["kejadian"][event.value].endswith(".")
    conversation = outcome(archive, kejadian=event.value)
    to_the_question(conversation, f"1{GO_ON}")
    needed = {one.name for one in conversation.asked if one.is_needed and one.name in ALL_NEEDS}
    assert needed == set(NEEDS.get(event, ()))


ALL_NEEDS = {one for needs in NEEDS.values() for one in needs}


def test_an_objection_is_asked_what_it_disputes(archive: Archive) -> None:
    objection: dict[str, Plain] = {"satuan": ["polsek-rekaan"], "masukan_1_jenis": "sanggahan"}
    question = to_the_question(session(archive), "masukan.1.sebelumnya", **objection)
    assert "2024-03-01#patroli" in {one.value for one in question.offers}


def test_what_was_said_before_is_not_asked_of_any_other_concern_but_may_be_added(
    archive: Archive,
) -> None:
    conversation = session(archive)
    question = to_the_question(conversation, f"masukan.1.1{GO_ON}", masukan_1_jenis="keluhan")
    assert "masukan.1.sebelumnya" not in {one.name for one in conversation.asked}
    assert "sebelumnya" in {one.value for one in question.offers}


def test_a_concern_of_a_sensitive_theme_is_kept_back(archive: Archive) -> None:
    conversation = session(archive)
    asked = to_the_question(
        conversation, "masukan.1.tahan", tanggal="2024-05-31", masukan_1_tema=["rumah-tangga"]
    )
    assert asked.is_needed
    assert "masukan.1.isi" not in {one.name for one in conversation.asked}
    assert [one.value for one in asked.offers] == ["privasi", "anggaran"]


def test_an_outcome_is_not_told_before_it_happened(archive: Archive) -> None:
    asked = to_the_question(outcome(archive, kejadian="dikerjakan"), "tanggal")
    with pytest.raises(DateProblem, match="baru akan terjadi 2 Juni 2024; catat setelah terjadi"):
        asked.reads("besok")
    assert asked.reads("hari ini") == "2024-06-01"


def test_a_session_to_come_is_asked_for_no_concerns(archive: Archive) -> None:
    conversation = session(archive)
    to_the_question(conversation, f"1{GO_ON}", tanggal="2024-06-07")
    assert "masukan" not in {one.name for one in conversation.asked}


def test_concerns_are_found_by_their_text_and_shown_with_age_status_and_deadline(
    archive: Archive,
) -> None:
    asked = to_the_question(outcome(archive, satuan="polsek-rekaan"), "menjawab")
    first, other = asked.offers
    assert first.value == "2024-03-01#patroli"
    assert first.words == "Permintaan: Warga berharap patroli ditingkatkan."
    assert "1 Maret 2024 (92 hari lalu); Tidak diketahui" in first.more
    assert "lewat tenggat sejak 2 April 2024" in first.more
    assert [one for one in asked.offers if one.is_found_by("POS dibuka")] == [other]
    assert asked.without


def test_another_units_concern_is_named_with_its_folder(archive: Archive) -> None:
    asked = to_the_question(outcome(archive, satuan="polres-contoh"), "menjawab")
    assert {one.value for one in asked.offers} == {
        "polsek-rekaan/2024-03-01#patroli",
        "polsek-rekaan/2024-03-01#jadwal",
    }
    assert not to_the_question(outcome(archive, satuan="polres-seberang"), "menjawab").offers


@pytest.mark.parametrize(
    ("typed", "best", "next_best"),
    [
        (
            "lampu",
            Offer("lampu-jalan", "Lampu jalan", also="gelap"),
            Offer("lalu-lintas", "Lalu lintas", also="lampu merah"),
        ),
        (
            "tempat",
            Offer("tempat", "tempat: Di mana sesinya."),
            Offer("nama_lokal", "nama lokal: Nama yang dipakai warga setempat."),
        ),
        (
            "jalan",
            Offer("lampu-jalan", "Lampu jalan"),
            Offer("perjalanan", "Perjalanan: jalan kaki"),
        ),
    ],
)
def test_what_is_named_as_it_was_typed_is_found_before_the_rest(
    typed: str, best: Offer, next_best: Offer
) -> None:
    assert best.is_found_by(typed)
    assert next_best.is_found_by(typed)

    def chosen() -> str:
        with create_pipe_input() as keys, create_app_session(input=keys, output=DummyOutput()):
            keys.send_text(f"{typed}\r")
            return Full().choose("Apa?", (next_best, best))

    # In a thread of its own: a browser of another test may run a loop in this one.
    with ThreadPoolExecutor(1) as thread:
        assert thread.submit(chosen).result() == best.value


@pytest.mark.parametrize(
    ("typed", "value"), [("rekaan", "polsek-rekaan"), ("POLSEK khayal", "polsek-khayal")]
)
def test_a_unit_is_found_by_any_of_its_words(archive: Archive, typed: str, value: str) -> None:
    asked = to_the_question(session(archive), "satuan")
    assert [one.value for one in asked.offers if one.is_found_by(typed)] == [value]


def test_a_theme_is_found_by_the_words_residents_use(archive: Archive) -> None:
    asked = to_the_question(session(archive), "masukan.1.tema", tanggal="2024-05-31")
    assert [one.value for one in asked.offers if one.is_found_by("gelap")] == ["lampu-jalan"]


@pytest.mark.parametrize(
    ("name", "answer", "told"),
    [
        ("masukan.1.isi", "Pak Joko minta patroli.", "tulis perannya saja"),
        ("masukan.1.isi", "Hubungi 0812-3456-7890.", "ada nomor telepon"),
        ("masukan.1.isi", "a\u202eb", "arah tulisan"),
        ("masukan.1.isi", "x" * 4_001, "terlalu panjang: 4001 huruf"),
        ("masukan.1.id", "pak-joko", "tulis perannya saja"),
        ("masukan.1.id", "Patroli Malam", "ganti menjadi `patroli-malam`"),
        ("tempat.1.nama", "Rumah Bapak Sumarno", "petunjuk rumah"),
        ("tanggal", "", "Ini perlu diisi."),
        ("waktu", "jam empat sore", "bukan waktu"),
        ("masukan.1.janji", {"tenggat": "2024-06-14", "berkala": "setiap hari"}, "tidak keduanya"),
    ],
)
def test_an_answer_that_may_not_stand_is_refused_at_its_question_and_not_repeated(
    archive: Archive, name: str, answer: Plain, told: str
) -> None:
    question = Question(name, name.rpartition(".")[2], "Apa?", is_needed=name == "tanggal")
    complaint = session(archive).complaint(question, answer)
    assert complaint is not None
    assert told in complaint
    assert not isinstance(answer, str) or not answer or answer not in complaint


def test_an_officer_in_office_may_be_named(archive: Archive) -> None:
    question = Question("petugas.1.nama", "nama", "Nama?")
    assert session(archive).complaint(question, "Sudarsono") is None


def test_what_a_second_person_has_to_read_is_said_and_not_refused(archive: Archive) -> None:
    question = Question("masukan.1.isi", "isi", "Apa?")
    text = "Warga menanyakan rencana razia malam nanti."
    assert session(archive).complaint(question, text) is None
    assert "orang kedua" in (session(archive).doubt(question, text) or "")


@pytest.mark.parametrize(
    ("typed", "answers"),
    [
        ([("tanggal", "kemarin")], {"tanggal": "kemarin"}),
        ([("tempat.nama", "Balai")], {"tempat.1.nama": "Balai"}),
        ([("masukan.2.isi", "Gelap.")], {"masukan.2.isi": "Gelap."}),
        ([("satuan", "a"), ("satuan", "b")], {"satuan": ["a", "b"]}),
        ([("masukan.1.tema", "patroli")], {"masukan.1.tema": ["patroli"]}),
        ([("masukan", "nihil")], {"masukan": "nihil"}),
    ],
)
def test_an_option_is_named_as_its_key(
    typed: list[tuple[str, str]], answers: Mapping[str, Plain]
) -> None:
    assert answers_typed(outline(Kind.SESSION), typed) == answers


def test_an_option_no_record_has_is_told_with_the_one_that_was_meant() -> None:
    with pytest.raises(UnknownAnswer, match=r"`masukkan`\. Maksud Anda `masukan`"):
        answers_typed(outline(Kind.SESSION), [("masukkan.1.isi", "a")])


def test_a_rehearsal_changes_nothing_and_tells_the_question_behind_an_error(
    tmp_path: Path, archive: Archive
) -> None:
    data, before = tmp_path / "data", tree_in(tmp_path)
    late: Mapping[str, Plain] = {**SESSION, "masukan.1.janji": {"tenggat": "2024-05-01"}}
    conversation = answered(session(archive), late)
    found = rehearse(
        tmp_path, data, Kind.SESSION, "polsek-rekaan", conversation.tree, small_archive.TODAY,
        work=tmp_path / ".kabar",
    )  # fmt: skip
    (error,) = found.errors
    assert error.file == found.own_file == "data/sessions/polsek-rekaan/2024-05-31.yml"
    assert found.question_of(error, [one.name for one in conversation.asked]) == "masukan.1.janji"
    assert tree_in(tmp_path) == before


def test_a_record_is_written_as_it_was_rehearsed(tmp_path: Path, archive: Archive) -> None:
    conversation = answered(session(archive), SESSION)
    found = rehearse(
        tmp_path, tmp_path / "data", Kind.SESSION, "polsek-rekaan", conversation.tree,
        small_archive.TODAY, work=tmp_path / ".kabar",
    )  # fmt: skip
    assert found.findings == ()
    assert any("Lampu jalan dekat pasar mati" in line.words for line in found.story())
    file = write(found, tmp_path / "data")
    assert file.read_text(encoding="utf-8") == WRITTEN
    _archive, after = site.check(tmp_path, tmp_path / "data", small_archive.TODAY)
    assert after == ()


def tree_in(folder: Path) -> dict[str, bytes]:
    return {
        path.relative_to(folder).as_posix(): path.read_bytes()
        for path in folder.rglob("*")
        if path.is_file() and ".kabar" not in path.parts
    }


def test_a_draft_is_kept_for_its_owner_alone_and_gone_when_it_is_discarded(tmp_path: Path) -> None:
    draft = new_draft(Kind.SESSION, tmp_path)
    assert drafts(Kind.SESSION, tmp_path) == ()
    draft.keep({}, {"satuan": ["polsek-rekaan"]})
    assert draft.file.stat().st_mode & 0o077 == 0
    (found,) = drafts(Kind.SESSION, tmp_path)
    assert found.log == {"satuan": ["polsek-rekaan"]}
    assert drafts(Kind.OUTCOME, tmp_path) == ()
    assert new_draft(Kind.SESSION, tmp_path).file != draft.file
    found.discard()
    assert drafts(Kind.SESSION, tmp_path) == ()


@pytest.mark.parametrize("content", [b"", b"{", b"[]", b'{"log": 1}', b"\xff"])
def test_a_draft_that_cannot_be_read_is_not_offered(tmp_path: Path, content: bytes) -> None:
    draft = new_draft(Kind.SESSION, tmp_path)
    draft.keep({}, {"satuan": "x"})
    draft.file.write_bytes(content)
    assert drafts(Kind.SESSION, tmp_path) == ()
