"""What a resident reads of a concern, history by history: the badge, the story, and what follows.

The histories stand below, in words; what the site says of each is kept in `tests/sentences`, to be
read like a page. `pytest --refresh` writes it anew; read `git diff tests/sentences` before
committing: each sentence has to be true of its history, and must not flatter.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from difflib import unified_diff
from itertools import pairwise
from pathlib import Path

import pytest
from histories import (
    FOLDER,
    SESSION,
    answer,
    case,
    commitment,
    concern,
    day,
    inherited,
    objection,
    on,
    outcome,
)
from pydantic import TypeAdapter

from generator import archive
from generator.archive import Archive, Matter
from generator.dates import in_words
from generator.followup import Basis, Case, FollowUp, Mark
from generator.followup.table import STAGES
from generator.model import Concern, Event, Programme, Reason, Session, Unit
from generator.records import Records, Registries
from generator.status import ENDINGS, Status
from generator.views.card import Card, entry
from generator.views.concern import concern_line
from generator.views.steps import StoryStep

KEPT = Path(__file__).parent / "sentences"
DEFAULT_DAYS = 14


@dataclass(frozen=True)
class History:
    """A case, and how many days after its session a resident reads of it."""

    case: Case
    day: int


def after(days: int, *told: object, **keys: object) -> History:
    """A history read so many days after its session; the rest is what `case` takes."""
    return History(case(*told, **keys), days)  # type: ignore[arg-type]


# What the histories are about


PROMISED = concern(janji={"tenggat": str(day(30))})
NEXT_WEEK = concern(janji={"tenggat": str(day(9)), "kata": "minggu depan"})
SOON = concern(janji={"kata": "segera"})
DAILY = concern(janji={"berkala": "setiap hari"})
MONTHLY = concern(janji={"berkala": "setiap bulan"})
NOW_AND_THEN = concern(janji={"berkala": "tidak ditentukan", "kata": "secara berkala"})
QUESTION = concern("pertanyaan")
EXPLAINED = concern("pertanyaan", jawaban=[answer("penjelasan")])
AT_ONCE = concern(jawaban=[answer("tindakan seketika")])
APPEAL = concern(jawaban=[answer("imbauan")])
REFERRED = concern(jawaban=[answer("rujukan", mitra=["Dinas Pertanian"])])
REFERRED_UNTIL = concern(
    jawaban=[answer("rujukan", mitra=["Dinas Pertanian"], cek_lagi=str(day(30)))]
)
OUTSIDE = concern(kewenangan="instansi lain", jawaban=[answer("di luar kewenangan", mitra=["PLN"])])
OUTSIDE_NOWHERE = concern(kewenangan="instansi lain", jawaban=[answer("di luar kewenangan")])
WITHHELD = TypeAdapter(Concern).validate_python(
    {"id": "patroli", "jenis": "laporan", "tahan": "korban"}
)
LEFT = "Lampu di dua gang belum menyala."
NEWS: list[dict[str, str | list[str]]] = [{"judul": "Berita", "penerbit": "Warta Rekaan"}]
STEPS = "Usulkan lagi lewat musyawarah desa."


# The histories


HISTORIES: Mapping[str, Mapping[str, History]] = {
    "belum ada kabar": {
        "nobody answered": after(1),
        "residents were only admonished": after(1, about=APPEAL),
        "a promise in words only": after(20, about=SOON),
        "a promised day ahead": after(10, about=PROMISED),
        "a promised day told from its words": after(3, about=NEXT_WEEK),
        "the promised day is today": after(30, about=PROMISED),
        "the promised day was yesterday": after(31, about=PROMISED),
        "twice the promised time has gone by": after(61, about=PROMISED),
        "no day promised, the programme's own runs": after(3, default=DEFAULT_DAYS),
        "the programme's own day has passed": after(15, default=DEFAULT_DAYS),
        "words promised beside the programme's own day": after(3, about=SOON, default=DEFAULT_DAYS),
        "residents were told, but nothing was done": after(9, "3 disampaikan"),
        "residents object to what was written": after(9, "3 disanggah warga"),
        "an officer's own finding": after(3, about=concern("temuan petugas")),
        "a promise to no single concern": after(
            3, about=commitment(janji={"tenggat": str(day(30))})
        ),
        "another unit is to answer": after(3, about=concern(untuk="polres-contoh")),
        "another body's business, and nobody named": after(3, about=OUTSIDE_NOWHERE),
        "the words are kept back": after(3, about=WITHHELD),
        "thanks ask for nothing": after(90, about=concern("apresiasi")),
        "an objection is followed where it was raised against": after(
            9, about=concern("sanggahan", sebelumnya=["2023-10-20#lain"])
        ),
    },
    "ditangani": {
        "looked into": after(5, "3 dievaluasi"),
        "talked about in a meeting": after(5, "3 dirapatkan"),
        "talked about with a partner": after(5, "3 dikoordinasikan"),
        "acted on the spot": after(5, about=AT_ONCE),
        "acted on the spot, then talked about with a partner": after(
            9, "5 dikoordinasikan", about=AT_ONCE
        ),
        "acted once": after(5, [outcome("dikerjakan", 3, bentuk="patroli")]),
        "acted twice, then talked about": after(20, "3 dikerjakan, 9 dikerjakan, 12 dirapatkan"),
        "looked into, and the promised day has passed": after(35, "3 dievaluasi", about=PROMISED),
        "acted, and the promised day has passed": after(35, "3 dikerjakan", about=PROMISED),
        "done in part": after(9, [outcome("sebagian", 5, sisa=LEFT)]),
        "done in part, and the rest is late": after(30, [outcome("sebagian", 5, sisa=LEFT)]),
        "done in part, then more work": after(
            12, [outcome("sebagian", 5, sisa=LEFT), outcome("dikerjakan", 9)]
        ),
        "acted and residents told": after(9, "3 dikerjakan, 5 disampaikan"),
        "work by a partner": after(
            9, [outcome("dikerjakan", 3, oleh="Dinas Perhubungan", bentuk="pengaturan lalu lintas")]
        ),
    },
    "diteruskan": {
        "sent on at the session": after(3, about=REFERRED),
        "sent on at the session, with a day": after(20, about=REFERRED_UNTIL),
        "sent on at the session, never looked at again": after(15, about=REFERRED),
        "not for the police, sent on at the session": after(3, about=OUTSIDE),
        "sent on at the session, nobody says where": after(
            3, about=concern(jawaban=[answer("rujukan")])
        ),
        "sent on at the session, then by letter": after(
            9, [outcome("diteruskan", 5, mitra=["Dinas Pertanian"])], about=REFERRED
        ),
        "sent on later": after(6, [outcome("diteruskan", 5, nomor="B/12/X/2023")]),
        "sent on later, and the day to look again has passed": after(25, "5 diteruskan"),
        "sent on twice, the later day counts": after(
            25, [outcome("diteruskan", 5), outcome("diteruskan", 20, mitra=["Dinas Sosial"])]
        ),
        "sent on, and a meeting afterwards": after(9, "5 diteruskan, 7 dirapatkan"),
        "sent on, and the partner says it is done": after(
            25, [outcome("diteruskan", 5), outcome("selesai", 15, oleh="Dinas Perhubungan")]
        ),
    },
    "janji berulang": {
        "every day, no evidence yet": after(20, about=DAILY),
        "every day, and the evidence is late": after(31, about=DAILY),
        "every day, far too late": after(61, about=DAILY),
        "evidence came": after(12, "10 bukti berkala", about=DAILY),
        "evidence came, the next is late": after(45, "10 bukti berkala", about=DAILY),
        "evidence came late": after(40, "35 bukti berkala", about=DAILY),
        "evidence came, then eight weeks of nothing": after(70, "10 bukti berkala", about=DAILY),
        "every month": after(40, about=MONTHLY),
        "how often was not said": after(40, about=NOW_AND_THEN),
        "work that is no evidence": after(12, "10 dikerjakan", about=DAILY),
        "said to be done though it never ends": after(40, "20 selesai", about=DAILY),
    },
    "tenggat": {
        "kept": after(100, "29 selesai", about=PROMISED),
        "kept on the very day": after(100, "30 selesai", about=PROMISED),
        "done after the day": after(100, "40 selesai", about=PROMISED),
        "put off once": after(12, "10 diperpanjang", about=PROMISED),
        "put off twice": after(
            70, [outcome("diperpanjang", 10), outcome("diperpanjang", 65)], about=PROMISED
        ),
        "put off once it was late": after(50, "40 diperpanjang", about=PROMISED),
        "put off, and late again": after(80, "10 diperpanjang", about=PROMISED),
        "put off in a file that came too late": after(
            50, [outcome("diperpanjang", 20, published=45)], about=PROMISED
        ),
        "put off, then done": after(100, "10 diperpanjang, 60 selesai", about=PROMISED),
        "an earlier concern of the same matter brings its day": after(
            25, inherited=(inherited(-30, 20, since=5),)
        ),
    },
    "berakhir": {
        "a question explained at the session": after(1, about=EXPLAINED),
        "a question answered later": after(9, "5 dijawab", about=QUESTION),
        "an answer that commits does not end it": after(
            1,
            about=concern("pertanyaan", jawaban=[answer("penjelasan"), answer("komitmen")]),
        ),
        "said to be done": after(9, "5 selesai"),
        "said to be done, long ago": after(500, "5 selesai"),
        "said to be done by the unit above": after(
            9, [outcome("selesai", 5, oleh="polres-contoh")]
        ),
        "said to be done by a partner": after(9, [outcome("selesai", 5, oleh="Dinas Perhubungan")]),
        "said to be done, and residents told": after(9, "5 selesai, 6 disampaikan"),
        "work after it was said to be done": after(9, "5 selesai, 7 dikerjakan"),
        "residents say so too": after(20, "5 selesai, 9 dibenarkan warga"),
        "residents say so, the police never did": after(20, "5 dikerjakan, 9 dibenarkan warga"),
        "one resident says so on the telephone": after(
            20, [outcome("selesai", 5), outcome("dibenarkan warga", 9, cara="telepon", ditanya="1")]
        ),
        "residents say so in the news": after(
            20, [outcome("selesai", 5), outcome("dibenarkan warga", 9, ditanya="1", sumber=NEWS)]
        ),
        "an answered question residents say is settled": after(
            20, "9 dibenarkan warga", about=EXPLAINED
        ),
        "merged with another": after(9, "5 digabung"),
        "taken back by those who raised it": after(9, "5 dicabut"),
        "thanks that were taken back": after(9, "5 dicabut", about=concern("apresiasi")),
    },
    "tidak dipenuhi": {
        "no money": after(9, [outcome("tidak dipenuhi", 5, langkah_warga=STEPS)]),
        "the law does not allow it": after(
            9,
            [outcome("tidak dipenuhi", 5, alasan="aturan", langkah_warga="Minta penjelasannya.")],
        ),
        "not for the police to decide": after(
            9,
            [
                outcome(
                    "tidak dipenuhi",
                    5,
                    alasan="kewenangan",
                    langkah_warga="Sampaikan ke kantor desa.",
                )
            ],
            about=OUTSIDE,
        ),
        "looked for and not found": after(
            9,
            [
                outcome("dievaluasi", 3),
                outcome("tidak dipenuhi", 5, alasan="tidak-ada", langkah_warga="Beri tahu lagi."),
            ],
        ),
        "promised, then refused": after(
            35, [outcome("tidak dipenuhi", 32, langkah_warga=STEPS)], about=PROMISED
        ),
        "said to be done, then refused": after(
            9, [outcome("selesai", 3), outcome("tidak dipenuhi", 5, langkah_warga=STEPS)]
        ),
        "confirmed by residents, then refused": after(
            9, [outcome("dibenarkan warga", 3), outcome("tidak dipenuhi", 5, langkah_warga=STEPS)]
        ),
        "refused by the partner it was sent to": after(
            20,
            [
                outcome("diteruskan", 5),
                outcome("tidak dipenuhi", 12, oleh="Dinas Perhubungan", langkah_warga=STEPS),
            ],
        ),
        "residents object": after(
            20, [outcome("tidak dipenuhi", 5, langkah_warga=STEPS), outcome("disanggah warga", 9)]
        ),
        "residents object and are answered": after(
            20,
            [
                outcome("tidak dipenuhi", 5, langkah_warga=STEPS),
                outcome("disanggah warga", 9),
                outcome("dijawab", 12),
            ],
        ),
        "taken up again": after(
            20,
            [
                outcome("tidak dipenuhi", 5, langkah_warga=STEPS),
                outcome("dibuka kembali", 9, sebab="Anggarannya sudah ada."),
            ],
        ),
    },
    "disanggah dan dibuka lagi": {
        "what was said to be done": after(20, "5 selesai, 9 disanggah warga"),
        "in a later session": after(20, "5 selesai", objections=(objection(9),)),
        "what residents had confirmed": after(
            20, "5 selesai, 7 dibenarkan warga, 9 disanggah warga"
        ),
        "an answer": after(20, "5 dijawab, 9 disanggah warga", about=QUESTION),
        "an explanation of the session itself": after(20, "9 disanggah warga", about=EXPLAINED),
        "a merger": after(20, "5 digabung, 9 disanggah warga"),
        "that it was taken back": after(20, "5 dicabut, 9 disanggah warga"),
        "work": after(20, "5 dikerjakan, 9 disanggah warga"),
        "work, as the news tells": after(
            20, [outcome("dikerjakan", 5), outcome("disanggah warga", 9, sumber=NEWS)]
        ),
        "a handover": after(12, "5 diteruskan, 9 disanggah warga"),
        "what was done in part": after(
            12, [outcome("sebagian", 5, sisa=LEFT), outcome("disanggah warga", 9)]
        ),
        "evidence": after(20, "10 bukti berkala, 15 disanggah warga", about=DAILY),
        "then only a meeting": after(20, "5 selesai, 9 disanggah warga, 12 dirapatkan"),
        "then talk with a partner": after(
            20, "3 dikerjakan, 5 selesai, 9 disanggah warga, 12 dikoordinasikan"
        ),
        "then work": after(20, "5 selesai, 9 disanggah warga, 12 dikerjakan"),
        "then said to be done again": after(20, "5 selesai, 9 disanggah warga, 12 selesai"),
        "then residents say it is done": after(
            20, "5 selesai, 9 disanggah warga, 12 dibenarkan warga"
        ),
        "thanks": after(20, "9 disanggah warga", about=concern("apresiasi")),
        "twice": after(30, "5 selesai, 9 disanggah warga, 12 selesai, 20 disanggah warga"),
        "after the promised day": after(40, "20 selesai, 35 disanggah warga", about=PROMISED),
        "opened again by the police": after(20, "5 selesai, 9 dibuka kembali"),
        "residents' word, opened again by the police": after(
            20, "5 dibenarkan warga, 9 dibuka kembali"
        ),
        "an answer, opened again by the police": after(
            20, "5 dijawab, 9 dibuka kembali", about=QUESTION
        ),
        "a merger, opened again by the police": after(20, "5 digabung, 9 dibuka kembali"),
        "opened again by those who took it back": after(20, "5 dicabut, 9 dibuka kembali"),
        "opened again, then work": after(20, "5 selesai, 9 dibuka kembali, 12 dikerjakan"),
        "opened again though it was open": after(20, "5 dikerjakan, 9 dibuka kembali"),
    },
    "tidak diketahui": {
        "the last day before eight weeks are over": after(59, "3 dikerjakan"),
        "eight weeks without a word": after(60, "3 dikerjakan"),
        "sent on, then nothing": after(100, "3 diteruskan"),
        "done in part, then nothing": after(100, [outcome("sebagian", 5, sisa=LEFT)]),
        "only meetings and told residents since": after(
            100, "3 dikerjakan, 40 dirapatkan, 50 disampaikan"
        ),
        "residents object, and nothing comes": after(100, "5 dikerjakan, 50 disanggah warga"),
        "an objection reopened it, and nothing came": after(100, "5 selesai, 9 disanggah warga"),
        "the police reopened it, and nothing came": after(100, "5 selesai, 9 dibuka kembali"),
        "work of no known day, then nothing": after(
            100, [outcome("dikerjakan", "tidak diketahui", published=12)]
        ),
        "acted on the spot, talked about, then nothing": after(
            100, "3 dikoordinasikan", about=AT_ONCE
        ),
        "late as well": after(100, "3 dikerjakan", about=PROMISED),
        "heard of again": after(110, "3 dikerjakan, 105 dikerjakan"),
        "a debt is no silence": after(100, "3 dievaluasi"),
    },
    "tanggal yang tidak pasti": {
        "the session's day is not known, a source has one": after(
            3,
            session="tidak diketahui",
            start=SESSION,
            default=DEFAULT_DAYS,
        ),
        "the session's day is not known, nor any source's": after(
            3, session="tidak diketahui", default=DEFAULT_DAYS
        ),
        "the session's month": after(20, session="2023-10", default=DEFAULT_DAYS),
        "work of a month": after(30, [outcome("dikerjakan", "2023-11")]),
        "work on or before a day": after(30, [outcome("dikerjakan", f"../{day(10)}")]),
        "work on several days": after(30, [outcome("dikerjakan", f"{day(4)}/{day(10)}")]),
        "a source that is not sure": after(30, [outcome("dikerjakan", f"{day(10)}?")]),
        "a claim of no known day": after(30, [outcome("selesai", "tidak diketahui", published=12)]),
        "work of no known day": after(30, [outcome("dikerjakan", "tidak diketahui", published=12)]),
    },
    "hari yang sama": {
        "said to be done and objected to": after(9, "5 selesai, 5 disanggah warga"),
        "objected to at ten, said to be done at noon": after(
            9,
            [
                outcome("dikerjakan", 3),
                outcome("disanggah warga", 5, waktu="10.00"),
                outcome("selesai", 5, waktu="12.00"),
            ],
        ),
        "said to be done and refused": after(
            9, [outcome("selesai", 5), outcome("tidak dipenuhi", 5, langkah_warga=STEPS)]
        ),
        "confirmed and objected to": after(9, "5 dibenarkan warga, 5 disanggah warga"),
        "work, then said to be done": after(9, "5 dikerjakan, 5 selesai"),
        "the same word in two files": after(
            9, [outcome("dikerjakan", 5, name="a"), outcome("dikerjakan", 5, name="b")]
        ),
        "work on the day of the session": after(1, "0 dikerjakan"),
    },
}


# How a history is read


def _unit(key: str, name: str, level: str) -> Unit:
    made = TypeAdapter(Unit).validate_python({"nama": name, "tingkat": level, "zona": "WITA"})
    object.__setattr__(made, "id", key)
    return made


def _reason(sentence: str) -> Reason:
    return TypeAdapter(Reason).validate_python({"nama": "Alasan", "kalimat": sentence})


def _programme(**keys: object) -> Programme:
    return TypeAdapter(Programme).validate_python({"nama": "Jumat Curhat", **keys})


def _session(date: str, **keys: object) -> Session:
    record = {"satuan": FOLDER, "tanggal": date, "tempat": {"desa": "Mekar"}, "masukan": "nihil"}
    made = TypeAdapter(Session).validate_python({**record, **keys})
    object.__setattr__(made, "id", f"{FOLDER}/2023-10-20")
    return made


OTHER = {"id": "lain", "jenis": "permintaan", "isi": "Patroli malam di pasar."}
REGISTRIES = Registries(
    programmes={
        "jumat-curhat": _programme(
            tenggat_bawaan=[
                {"sejak": "2020-01-01", "hari": str(DEFAULT_DAYS), "dasar": "Aturan Contoh"}
            ]
        ),
        "lainnya": _programme(),
    },
    units={
        FOLDER: _unit(FOLDER, "Polsek Contoh", "polsek"),
        "polres-contoh": _unit("polres-contoh", "Polres Contoh", "polres"),
    },
    themes={},
    reasons={
        "anggaran": _reason("Uang untuk mengerjakan ini belum tersedia."),
        "aturan": _reason("Aturan tidak membolehkannya."),
        "kewenangan": _reason("Urusan ini diatur kantor lain."),
        "tidak-ada": _reason("Kami sudah memeriksanya dan tidak menemukannya."),
        "korban": _reason("Isinya kami simpan supaya korbannya terlindungi."),
    },
)
ARCHIVE: Archive = archive.build(
    Records(
        sessions={
            f"{FOLDER}/2023-10-20": _session("2023-10-20", program="lainnya", masukan=[OTHER])
        },
        outcomes={},
        registries=REGISTRIES,
    ),
    day(0),
)


def session_of(given: Case) -> Session:
    """A session of a programme that has the default deadline of the case, or none."""
    programme = "jumat-curhat" if given.default else "lainnya"
    return _session(given.session_date.text, program=programme)


def matter_of(history: History) -> Matter:
    """The history as a concern of a session of the archive."""
    given, session = history.case, session_of(history.case)
    found = on(history.day, given)
    return Matter(f"{session.id}#patroli", session, given.concern, given.outcomes, found)


def as_read(name: str, history: History) -> Iterator[str]:
    """A history the way a resident reads it, in a list and on the session's page."""
    matter = matter_of(history)
    listed, shown = concern_line(ARCHIVE, matter), entry(matter, ARCHIVE, {}, corrected=False).card
    assert listed
    assert shown
    assert (listed.badge, listed.marks) == (shown.badge, shown.marks)
    badges = " | ".join(one.word for one in (shown.badge, *shown.marks))
    yield f"== {name}"
    yield f"{shown.label}, {in_words(day(history.day))}: {badges}"
    yield from (f"Di daftar: {listed.due}",) if listed.due else ()
    yield from (f"Isi: {said}" for said in (shown.kept_back,) if said)
    yield from (f"Jawaban di tempat: {one.label}" for one in shown.answers)
    yield from (f"Janji: {said}" for said in shown.promise)
    yield from (f"- {_step(step)}" for step in shown.story)
    yield f"Artinya: {shown.meaning}"
    yield f"Berikutnya: {_next(shown)}"
    yield ""


def _step(step: StoryStep) -> str:
    said = (step.sentence, step.answered, step.without_effect)
    return f"{step.when.words}, {step.speaker.lower()}: {' '.join(filter(None, said))}"


def _next(shown: Card) -> str:
    coming = shown.next
    if coming.who:
        said = (f"{coming.who} {coming.what}.", coming.by_when, coming.residents)
        return " ".join(filter(None, said))
    return f"{coming.what} {shown.continued.words}" if shown.continued else coming.what


# The tests


def kept_file(topic: str) -> Path:
    return KEPT / f"{topic.replace(' ', '-')}.txt"


@pytest.mark.parametrize("topic", HISTORIES)
def test_a_history_reads_as_it_was_kept(topic: str, pytestconfig: pytest.Config) -> None:
    told = HISTORIES[topic].items()
    now = "\n".join(line for name, history in told for line in as_read(name, history))
    kept = kept_file(topic)
    if pytestconfig.getoption("--refresh", default=False):
        kept.write_text(now, encoding="utf-8", newline="\n")
        return
    before = kept.read_text(encoding="utf-8") if kept.is_file() else ""
    if now != before:
        lines = before.splitlines(), now.splitlines()
        change = unified_diff(*lines, "kept", "now", lineterm="", n=12)
        pytest.fail("\n".join([f"{kept.name} is not what was kept; see --refresh", *change]))


def all_found() -> Iterator[FollowUp]:
    for told in HISTORIES.values():
        for history in told.values():
            yield on(history.day, history.case)


def test_there_are_many_histories_and_no_two_read_alike() -> None:
    read = [tuple(as_read("", history)) for told in HISTORIES.values() for history in told.values()]
    assert len(read) >= 65
    assert len(set(read)) == len(read)


def test_no_kept_file_is_left_over() -> None:
    assert {one.name for one in KEPT.iterdir()} == {kept_file(topic).name for topic in HISTORIES}


def test_every_history_could_be_published() -> None:
    assert not any(found.faults for found in all_found())


def test_every_kind_of_history_is_among_them() -> None:
    found = list(all_found())
    steps = [step for one in found for step in one.history]
    assert {one.status for one in found} == set(Status)
    assert {step.event for step in steps if step.event} == set(Event)
    assert {step.mark for step in steps} == set(Mark)
    assert {one.deadline.basis for one in found if one.deadline} == set(Basis)
    assert {one.status for one in found if one.disputed} == {
        *(set(Status) - ENDINGS),
        Status.REFUSED,
    }
    assert {one.status for one in found if one.overdue} >= {*STAGES, Status.UNKNOWN}
    assert {len(one.extensions) for one in found} == {0, 1, 2}


def test_every_ending_is_left_in_every_way_it_can_be() -> None:
    left = {
        (before.status, step.event)
        for one in all_found()
        for before, step in pairwise(one.history)
        if before.status in ENDINGS and step.status not in ENDINGS
    }
    assert left == {
        *((ending, Event.DISPUTED) for ending in ENDINGS - {Status.REFUSED}),
        *((ending, Event.REOPENED) for ending in ENDINGS),
    }


def test_every_reason_is_told() -> None:
    kept = "".join(file.read_text(encoding="utf-8") for file in KEPT.iterdir())
    assert all(reason.sentence in kept for reason in REGISTRIES.reasons.values())
