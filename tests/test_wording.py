"""The sentences residents read: made from the same data as the badge, and never flattering."""

import re
from collections.abc import Mapping
from pathlib import Path

import histories
import pytest
from histories import answer, commitment, concern, objection, outcome
from pydantic import TypeAdapter

from generator import amounts, dates, language, times, urls
from generator.followup import FollowUp
from generator.model import (
    Answer,
    Commitment,
    Concern,
    Event,
    Form,
    Mode,
    Officer,
    Outcome,
    Partner,
    Place,
    Promise,
    Reason,
    Session,
    Unit,
)
from generator.model.words import AnswerKind, ConcernKind, NoAnswer, OfficerRole, PartnerRole
from generator.records import Registries
from generator.rendering import TEMPLATES
from generator.status import ENDINGS, Status
from generator.wording import deadlines, meaning, places, sittings, story
from generator.wording.answers import answer_label, no_answer
from generator.wording.badges import Mark, Shape, Tone, mark_badge, marks, status_badge, was_shown
from generator.wording.days import (
    amount,
    hours,
    number,
    on,
    people,
    when,
    when_with_weekday,
)
from generator.wording.names import Actor, actor, concern_label, joined, officer_line, partner_line
from generator.wording.next_step import what_is_next
from generator.wording.story import RESIDENTS_SPEAK, Voice
from generator.wording.telling import Telling

CONTENT = Path(__file__).parents[1] / "content"
GENERATOR = TEMPLATES.parent
POLICE = Actor("Polsek Contoh", True)


def unit(key: str, name: str) -> Unit:
    made = TypeAdapter(Unit).validate_python({"nama": name, "tingkat": "polsek", "zona": "WITA"})
    object.__setattr__(made, "id", key)
    return made


REGISTRIES = Registries(
    programmes={},
    units={
        histories.FOLDER: unit(histories.FOLDER, "Polsek Contoh"),
        "polres-contoh": unit("polres-contoh", "Polres Contoh"),
    },
    themes={},
    reasons={
        "anggaran": TypeAdapter(Reason).validate_python(
            {"nama": "Anggaran", "kalimat": "Uangnya belum ada."}
        )
    },
)


def telling(
    happened: str | list[Outcome] = "",
    day: int = 1,
    about: Concern | Commitment | None = None,
    **keys: object,
) -> Telling:
    """All that is to be said of a concern so many days after its session."""
    case = histories.case(happened, about=about, **keys)  # type: ignore[arg-type]
    return Telling(
        case.concern, histories.on(day, case), case.outcomes, REGISTRIES, histories.FOLDER
    )


def said(one: Telling) -> tuple[str, str, str]:
    """The badge's word, what it means, and what is next."""
    coming = what_is_next(one)
    what = f"{coming.who} {coming.what}. {coming.by_when}" if coming.who else coming.what
    beside = f" {coming.residents}" if coming.residents else ""
    word = status_badge(one.found.status, shown=was_shown(one.found)).word
    return word, meaning.meaning(one), f"{what}{beside}"


DIAM = "Sesudah sesi ini belum ada kabar tentang apa yang dilakukan. Diam tidak berarti beres."
KABARI = "Polsek Contoh perlu memberi kabar apa yang sudah dilakukan. "
KABARI_DAN_JAWAB = (
    "Polsek Contoh perlu memberi kabar apa yang sudah dilakukan dan menjawab sanggahan warga. "
)
DISANGGAH = "Warga menyanggah apa yang tertulis, dan belum ada jawabannya. "
LANJUTAN = "Polsek Contoh perlu memberi kabar kelanjutannya. "
TANPA_HARI = "Harinya tidak ditentukan."
BELUM_HILANG = "Itu belum berarti masalahnya hilang atau pekerjaannya selesai."
PROMISED = concern(janji={"tenggat": str(histories.day(30))})
DAILY = concern(janji={"berkala": "setiap hari"})
QUESTION = concern("pertanyaan", jawaban=[answer("penjelasan")])
REFERRED = concern(jawaban=[answer("rujukan", mitra=["Dinas Pertanian"])])
SEKETIKA = concern(jawaban=[answer("tindakan seketika")])

STORIES: tuple[tuple[Telling, str, str, str], ...] = (
    (telling(), "Belum ada kabar", DIAM, KABARI + TANPA_HARI),
    (
        telling(about=PROMISED),
        "Belum ada kabar",
        DIAM,
        KABARI + "Paling lambat 19 November 2023, hari yang dijanjikan.",
    ),
    (
        telling(about=PROMISED, day=31),
        "Belum ada kabar",
        DIAM,
        KABARI
        + "Seharusnya paling lambat 19 November 2023, hari yang dijanjikan; hari itu sudah lewat.",
    ),
    (
        telling(default=14),
        "Belum ada kabar",
        DIAM,
        KABARI + "Paling lambat 3 November 2023, menurut tenggat bawaan.",
    ),
    (
        telling("3 diperpanjang", day=5, about=PROMISED),
        "Belum ada kabar",
        DIAM,
        KABARI + "Paling lambat 22 Desember 2023, tenggat sesudah diundur.",
    ),
    (telling("3 disampaikan", day=5), "Belum ada kabar", DIAM, KABARI + TANPA_HARI),
    (
        telling("3 disanggah warga", day=5),
        "Belum ada kabar",
        DISANGGAH + DIAM,
        KABARI_DAN_JAWAB + TANPA_HARI,
    ),
    (
        telling("3 dievaluasi", day=5),
        "Diperiksa",
        "Hal ini baru dilihat atau dibahas. Belum ada tindakan yang dilaporkan.",
        KABARI + TANPA_HARI,
    ),
    (
        telling("3 selesai, 10 disanggah warga", day=12),
        "Diperiksa",
        "Warga menyanggah, jadi urusan ini dibuka lagi. "
        "Sejak itu belum ada tindakan baru yang dilaporkan.",
        KABARI_DAN_JAWAB + TANPA_HARI,
    ),
    (
        telling("3 selesai", day=12, objections=(objection(10),)),
        "Diperiksa",
        "Warga menyanggah, jadi urusan ini dibuka lagi. "
        "Sejak itu belum ada tindakan baru yang dilaporkan.",
        KABARI_DAN_JAWAB + TANPA_HARI,
    ),
    (
        telling("3 dikerjakan, 4 selesai, 10 dibuka kembali, 11 dirapatkan", day=12),
        "Diperiksa",
        "Urusan ini dibuka kembali. Sejak itu belum ada tindakan baru yang dilaporkan.",
        KABARI + TANPA_HARI,
    ),
    (
        telling("3 dikerjakan, 7 dikerjakan", day=12),
        "Dikerjakan",
        f"Ada tindakan yang dilaporkan, terakhir pada 27 Oktober 2023. {BELUM_HILANG}",
        LANJUTAN + TANPA_HARI,
    ),
    (
        telling("3 dikoordinasikan", day=12),
        "Dikerjakan",
        "Hal ini sudah dibicarakan dengan Dinas Perhubungan. Belum ada tindakan yang dilaporkan.",
        LANJUTAN + TANPA_HARI,
    ),
    (
        telling("3 dikerjakan, 4 selesai, 5 disanggah warga, 9 dikoordinasikan", day=12),
        "Dikerjakan",
        "Hal ini sudah dibicarakan dengan Dinas Perhubungan. "
        "Sejak itu belum ada tindakan baru yang dilaporkan.",
        LANJUTAN + TANPA_HARI,
    ),
    (
        telling(about=SEKETIKA),
        "Dikerjakan",
        f"Petugas bertindak saat itu juga. {BELUM_HILANG}",
        LANJUTAN + TANPA_HARI,
    ),
    (
        telling(about=DAILY),
        "Janji berulang, belum ada bukti",
        "Janji ini harus ditepati terus-menerus. "
        "Belum ada bukti yang dilaporkan bahwa janji ini ditepati.",
        "Polsek Contoh perlu menunjukkan bukti bahwa janji ini ditepati. "
        "Sumbernya tidak menyebut tanggal. Menurut aturan situs ini, bukti ditunggu 30 hari "
        "sesudah sesi: 19 November 2023.",
    ),
    (
        telling("10 bukti berkala", day=12, about=DAILY),
        "Berjalan",
        "Janji ini harus ditepati terus-menerus, dan buktinya harus terus datang. "
        "Bukti terakhir yang dilaporkan: 30 Oktober 2023.",
        "Polsek Contoh perlu menunjukkan bukti bahwa janji ini ditepati. "
        "Sumbernya tidak menyebut tanggal. Menurut aturan situs ini, bukti ditunggu 30 hari "
        "sesudah bukti terakhir: 29 November 2023.",
    ),
    (
        telling(about=REFERRED),
        "Diteruskan",
        "Saat sesi disebut bahwa urusan ini akan dibicarakan dengan atau dirujuk ke Dinas "
        "Pertanian. Itu belum berarti sudah sampai, diterima, atau dikerjakan di sana.",
        "Polsek Contoh perlu memberi kabar apakah Dinas Pertanian sudah dihubungi, dan apa "
        "jawabannya. Sumbernya tidak menyebut tanggal. Menurut aturan situs ini, kabar ditunggu "
        "14 hari sesudah sesi: 3 November 2023.",
    ),
    (
        telling("5 diteruskan", day=6),
        "Diteruskan",
        "Urusan ini diserahkan ke Dinas Perhubungan. "
        "Itu belum berarti sudah diterima atau dikerjakan di sana.",
        "Polsek Contoh perlu mengecek perkembangannya di Dinas Perhubungan. "
        "Paling lambat 8 November 2023, hari untuk mengecek lagi.",
    ),
    (
        telling("5 sebagian", day=6),
        "Sebagian",
        "Baru sebagian yang dikerjakan; urusannya masih terbuka. Yang belum: Sisa.",
        "Polsek Contoh perlu mengerjakan sisanya dan memberi kabar. "
        "Paling lambat 8 November 2023, hari yang disebut untuk sisanya.",
    ),
    (
        telling("5 dikerjakan", day=100),
        "Tidak diketahui",
        "Yang terakhir diketahui: dikerjakan. Kabar terakhirnya pada 25 Oktober 2023. Sesudah itu "
        "lebih dari delapan minggu tidak ada kabar, jadi keadaannya sekarang tidak diketahui.",
        "Polsek Contoh perlu memberi kabar keadaannya sekarang. " + TANPA_HARI,
    ),
    (
        telling("5 dikerjakan, 40 disampaikan, 50 disanggah warga", day=100),
        "Tidak diketahui",
        f"{DISANGGAH}Yang terakhir diketahui: dikerjakan. Kabar terakhirnya pada 25 Oktober 2023. "
        "Sesudah itu lebih dari delapan minggu tidak ada kabar, jadi keadaannya sekarang tidak "
        "diketahui.",
        "Polsek Contoh perlu memberi kabar keadaannya sekarang dan menjawab sanggahan warga. "
        + TANPA_HARI,
    ),
    (
        telling(about=QUESTION),
        "Dijawab",
        "Pertanyaan ini dijawab saat sesi berlangsung. "
        "Itu belum berarti warga puas, atau masalahnya beres.",
        "Kalau jawabannya keliru, warga dapat menyanggahnya di sesi berikutnya.",
    ),
    (
        telling("5 dijawab", day=6),
        "Dijawab",
        "Polsek Contoh memberi jawaban pada 25 Oktober 2023. "
        "Itu belum berarti warga puas, atau masalahnya beres.",
        "Kalau jawabannya keliru, warga dapat menyanggahnya di sesi berikutnya.",
    ),
    (
        telling("5 selesai", day=500),
        "Selesai (klaim polisi)",
        "Polsek Contoh menyatakan ini selesai. Warga belum ditanya, atau jawaban warga belum "
        "dicatat, jadi belum ada yang membenarkan.",
        "Polsek Contoh perlu menanyakan kepada warga apakah ini benar sudah beres. " + TANPA_HARI,
    ),
    (
        telling("5 selesai, 9 dibenarkan warga", day=500),
        "Selesai (dibenarkan warga)",
        "Warga membenarkan bahwa ini sudah beres: 3 warga didatangi dan ditanya.",
        "Kalau ternyata belum beres, warga dapat menyanggahnya di sesi berikutnya.",
    ),
    (
        telling("9 dibenarkan warga", day=500),
        "Selesai (dibenarkan warga)",
        "Warga membenarkan bahwa ini sudah beres: 3 warga didatangi dan ditanya. "
        "Polisi sendiri tidak pernah melaporkannya selesai.",
        "Kalau ternyata belum beres, warga dapat menyanggahnya di sesi berikutnya.",
    ),
    (
        telling("5 tidak dipenuhi", day=500),
        "Tidak dipenuhi",
        "Diputuskan bahwa ini tidak akan dikerjakan. Uangnya belum ada.",
        "Yang dapat dilakukan warga: Langkah.",
    ),
    (
        telling("5 tidak dipenuhi, 9 disanggah warga", day=500),
        "Tidak dipenuhi",
        "Diputuskan bahwa ini tidak akan dikerjakan. Uangnya belum ada. "
        "Warga menyanggah keputusan ini, dan belum ada jawabannya.",
        f"Polsek Contoh perlu menjawab sanggahan warga. {TANPA_HARI} "
        "Yang dapat dilakukan warga: Langkah.",
    ),
    (
        telling("5 digabung", day=500),
        "Digabung",
        "Hal ini sama dengan masukan lain, jadi ceritanya dilanjutkan di sana. "
        "Digabung tidak berarti selesai.",
        "Ikuti kelanjutannya di masukan itu:",
    ),
    (
        telling("5 dicabut", day=500),
        "Dicabut",
        "Warga yang menyampaikannya menariknya kembali. Itu tidak berarti masalahnya selesai.",
        "Tidak ada yang ditunggu. Kalau warga tidak merasa mencabutnya, warga dapat menyanggahnya "
        "di sesi berikutnya.",
    ),
    (
        telling(about=concern("apresiasi")),
        "Dicatat",
        "Ini dicatat saja. Tidak ada yang diminta, jadi tidak ada kabar yang ditunggu.",
        "Tidak ada yang ditunggu.",
    ),
    (
        telling(about=concern("sanggahan", sebelumnya=["2023-01-01#lama"])),
        "Dicatat",
        "Ini dicatat sebagai sanggahan; akibatnya terlihat di masukan yang disanggah.",
        "Ikuti kelanjutannya di masukan yang disanggah.",
    ),
    (
        telling(about=concern(untuk="polres-contoh")),
        "Belum ada kabar",
        DIAM,
        "Polres Contoh perlu memberi kabar apa yang sudah dilakukan. " + TANPA_HARI,
    ),
)


@pytest.mark.parametrize("number", range(len(STORIES)))
def test_a_history_is_said_in_sentences(number: int) -> None:
    one, *expected = STORIES[number]
    assert said(one) == tuple(expected)


def test_every_status_has_its_sentences() -> None:
    assert {one.found.status for one, *_rest in STORIES} == set(Status)


GOOD_NEWS = re.compile(r"\b(?:beres|selesai|tuntas|berhasil|sukses)\b")


@pytest.mark.parametrize(
    "number",
    [
        place
        for place, (one, *_rest) in enumerate(STORIES)
        if one.found.status not in (Status.CLAIMED, Status.CONFIRMED)
    ],
)
def test_no_sentence_calls_done_what_is_not(number: int) -> None:
    """The words stand there only where a sentence says that it is not so."""
    denied = re.compile(r"(?:belum|tidak|Diam tidak)(?: berarti)?[^.;]*")
    sentence = denied.sub("", meaning.meaning(STORIES[number][0]))
    assert GOOD_NEWS.findall(sentence) == []


def test_what_is_open_names_who_has_to_act_and_what_is_over_does_not_promise_a_day() -> None:
    for one, *_rest in STORIES:
        coming = what_is_next(one)
        if one.found.status in ENDINGS or one.found.status is Status.NOTED:
            assert coming.by_when == (TANPA_HARI if coming.who else "")
        else:
            assert coming.who
            assert coming.by_when


def test_every_badge_leads_to_its_paragraph() -> None:
    page = (CONTENT / "cara-membaca.md").read_text(encoding="utf-8")
    anchors = set(re.findall(r"\{ #([a-z-]+) \}", page))
    badges = [*map(status_badge, Status), *map(mark_badge, Mark)]
    assert {one.meaning.removeprefix(f"{urls.HOW_TO_READ}#") for one in badges} <= anchors


def test_badges_are_told_apart_without_colour() -> None:
    badges = [status_badge(status) for status in Status]
    assert len({one.word for one in badges}) == len(badges)
    assert len({one.shape for one in badges}) == len(badges)


def test_every_shape_is_drawn_and_every_tone_has_its_colours() -> None:
    drawn = (TEMPLATES / "_parts.html").read_text(encoding="utf-8")
    style = (GENERATOR / "theme" / "assets" / "kabar.css").read_text(encoding="utf-8")
    assert set(re.findall(r'^  "([a-z-]+)": \(', drawn, re.MULTILINE)) == set(Shape)
    assert set(re.findall(r"^\.kb-tone-([a-z]+) \{", style, re.MULTILINE)) == set(Tone)


def test_a_claim_names_the_partner_that_makes_it() -> None:
    assert status_badge(Status.CLAIMED, "Dinas Perhubungan").word == (
        "Selesai (klaim Dinas Perhubungan)"
    )


def found(happened: str = "", day: int = 1, about: Concern | None = None) -> FollowUp:
    return histories.on(day, histories.case(happened, about=about))


@pytest.mark.parametrize(
    ("follow_up", "expected"),
    [
        (found(), []),
        (found(about=PROMISED, day=31), ["Lewat tenggat"]),
        (found(about=PROMISED, day=61), ["Jauh lewat tenggat"]),
        (found("3 disanggah warga", day=5), ["Disanggah warga"]),
        (found("3 dievaluasi", day=5), ["Utang lapor-balik"]),
        (found("3 dikerjakan", day=5), []),
        (found("3 selesai", day=500, about=PROMISED), []),
    ],
)
def test_marks_stand_beside_the_status(follow_up: FollowUp, expected: list[str]) -> None:
    assert [one.word for one in marks(follow_up)] == expected


def test_a_concern_kept_back_is_marked() -> None:
    assert [one.word for one in marks(found(), withheld=True)] == ["Isi ditahan"]


EVENTS: Mapping[Event, str] = {
    Event.EVALUATED: "Polsek Contoh memeriksa hal ini.",
    Event.DISCUSSED: "Polsek Contoh membahasnya dalam rapat.",
    Event.COORDINATED: "Polsek Contoh membicarakannya dengan Dinas Perhubungan.",
    Event.ACTED: "Polsek Contoh melaporkan tindakan.",
    Event.EVIDENCE: "Polsek Contoh melaporkan bukti untuk janji yang berulang ini.",
    Event.HANDED_OVER: (
        "Polsek Contoh meneruskan urusan ini ke Dinas Perhubungan. "
        "Akan dicek lagi paling lambat 6 November 2023."
    ),
    Event.EXTENDED: "Polsek Contoh mengundurkan tenggat ke 22 Desember 2023.",
    Event.PARTLY: (
        "Polsek Contoh melaporkan baru sebagian yang dikerjakan. "
        "Sisanya paling lambat 6 November 2023."
    ),
    Event.ANSWERED: "Polsek Contoh memberi jawaban.",
    Event.DONE: "Polsek Contoh menyatakan ini selesai.",
    Event.CONFIRMED: (
        "Warga membenarkan bahwa ini sudah beres. "
        "3 warga didatangi dan ditanya; dicatat oleh Polsek Contoh."
    ),
    Event.RETRACTED: ("Warga yang menyampaikannya menariknya kembali. Dicatat oleh Polsek Contoh."),
    Event.MERGED: "Polsek Contoh menggabungkannya dengan masukan lain tentang hal yang sama.",
    Event.REFUSED: "Polsek Contoh menyatakan ini tidak akan dikerjakan.",
    Event.REOPENED: "Polsek Contoh membuka kembali urusan ini.",
    Event.DISPUTED: (
        "Warga menyanggah: yang tertulis tidak benar. "
        "3 warga didatangi dan ditanya; dicatat oleh Polsek Contoh."
    ),
    Event.TOLD: "Polsek Contoh memberi tahu warga dengan berkunjung.",
}


@pytest.mark.parametrize("event", Event)
def test_every_event_is_told_in_words(event: Event) -> None:
    assert story.told(outcome(event.value, 3), POLICE) == EVENTS[event]


NEWS: list[dict[str, str | list[str]]] = [{"judul": "Berita", "penerbit": "Warta Rekaan"}]
UNTITLED: list[dict[str, str | list[str]]] = [{"judul": "Berita"}]
MANY = {"satuan": "polsek-contoh"}


def test_what_was_read_in_the_news_was_written_down_by_no_unit() -> None:
    for event in ("dibenarkan warga", "disanggah warga", "dicabut"):
        said = story.told(outcome(event, 3, sumber=NEWS), POLICE)
        assert "enurut Warta Rekaan." in said
        assert "icatat oleh" not in said
    assert "Menurut “Berita”." in story.told(outcome("dicabut", 3, sumber=UNTITLED), POLICE)


def test_one_resident_in_the_news_was_asked_in_no_session() -> None:
    said = outcome(
        "dibenarkan warga",
        3,
        menjawab=[],
        cakupan=MANY,
        sumber=NEWS,
        cara="sesi berikutnya",
        ditanya="1",
    )
    assert story.told(said, POLICE) == (
        "Seorang warga membenarkan apa yang ditulis di sini; lihat uraiannya. Menurut Warta Rekaan."
    )
    acted = outcome("dikerjakan", 3, menjawab=[], cakupan=MANY, sumber=NEWS, bentuk="tipiring")
    assert story.told(acted, POLICE) == (
        "Menurut berita: penindakan tindak pidana ringan (tipiring) oleh Polsek Contoh."
    )
    assert story.told(outcome("dikerjakan", 3, menjawab=[], cakupan=MANY, sumber=NEWS), POLICE) == (
        "Menurut berita: tindakan oleh Polsek Contoh."
    )


def test_a_promise_of_words_alone_is_named_in_what_is_next() -> None:
    about = concern(janji={"kata": "segera"})
    assert said(telling(about=about))[2] == (
        "Polsek Contoh perlu memberi kabar apa yang sudah dilakukan; yang dijanjikan: “segera”. "
        "Harinya tidak ditentukan."
    )
    dated = concern(janji={"kata": "minggu depan", "tenggat": "2023-11-20"})
    assert said(telling(about=dated))[2] == (
        "Polsek Contoh perlu memberi kabar apa yang sudah dilakukan. "
        "Paling lambat 20 November 2023, dihitung dari katanya, “minggu depan”."
    )


def test_a_day_to_look_again_is_the_sites_only_where_none_was_named() -> None:
    assert deadlines.due_briefly(found(about=REFERRED), REFERRED) == (
        "kabar ditunggu sampai 3 November 2023 (menurut aturan situs ini)"
    )
    named = concern(jawaban=[{**answer("rujukan"), "cek_lagi": "2023-11-03"}])
    assert deadlines.due_briefly(found(about=named), named) == "tenggat 3 November 2023"
    assert deadlines.due(found(about=named), named) == (
        "Paling lambat 3 November 2023, hari untuk mengecek lagi."
    )


def test_an_action_names_its_form_and_a_letter_its_number() -> None:
    acted = outcome("dikerjakan", 3, bentuk="tipiring")
    assert story.told(acted, POLICE) == (
        "Polsek Contoh melaporkan tindakan: penindakan tindak pidana ringan (tipiring)."
    )
    handed = outcome("diteruskan", 3, nomor="B/12/X/2023")
    assert "Nomor suratnya B/12/X/2023." in story.told(handed, POLICE)
    assert all(story.form_words(form) for form in Form)


@pytest.mark.parametrize("event", Event)
def test_what_residents_say_is_never_told_as_the_words_of_police(event: Event) -> None:
    one = telling([outcome(event.value, 3)], day=400, about=DAILY)
    steps = [step for step in one.found.history if step.event is event]
    spoken = {story.voice(step, POLICE) for step in steps}
    assert spoken == {Voice.RESIDENTS if event in RESIDENTS_SPEAK else Voice.POLICE}
    assert story.voice(steps[0], Actor("Dinas Perhubungan", False)) is not Voice.POLICE


def test_an_outcome_is_done_by_its_folder_unless_it_names_another() -> None:
    assert actor(outcome("selesai", 3), REGISTRIES) == POLICE
    assert actor(outcome("selesai", 3, oleh="polres-contoh"), REGISTRIES).name == "Polres Contoh"
    assert actor(outcome("selesai", 3, oleh="Dinas Sosial"), REGISTRIES) == Actor(
        "Dinas Sosial", False
    )


@pytest.mark.parametrize(
    ("text", "words", "iso", "inside"),
    [
        ("2023-10-20", "20 Oktober 2023", "2023-10-20", "pada 20 Oktober 2023"),
        ("2023-10-20?", "20 Oktober 2023 (tidak pasti)", "2023-10-20", None),
        ("2023-10", "Oktober 2023", "2023-10", "pada Oktober 2023"),
        ("2023-10-20/2023-10-21", "20 sampai 21 Oktober 2023", "", None),
        ("2023-10-20/2023-10-20", "20 Oktober 2023", "2023-10-20", None),
        ("2023-10-30/2023-11-02", "30 Oktober sampai 2 November 2023", "", None),
        ("2023-12-30/2024-01-02", "30 Desember 2023 sampai 2 Januari 2024", "", None),
        ("2023-10/2023-11", "Oktober sampai November 2023", "", None),
        ("2023-12/2024-01", "Desember 2023 sampai Januari 2024", "", None),
        ("2023-10/2023-10", "Oktober 2023", "", None),
        (
            "../2024-11-08",
            "pada atau sebelum 8 November 2024",
            "",
            "pada atau sebelum 8 November 2024",
        ),
        (
            "tidak diketahui",
            "tanggal tidak diketahui",
            "",
            "pada tanggal yang tidak diketahui",
        ),
    ],
)
def test_a_date_is_said_as_closely_as_its_source_does(
    text: str, words: str, iso: str, inside: str | None
) -> None:
    moment = dates.parse(text)
    assert (when(moment).words, when(moment).iso) == (words, iso)
    assert inside is None or on(moment) == inside


def test_a_day_is_said_with_its_weekday_and_a_month_is_not() -> None:
    assert when_with_weekday(dates.parse("2023-10-20")).words == "Jumat, 20 Oktober 2023"
    assert when_with_weekday(dates.parse("2023-10")).words == "Oktober 2023"


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("16.30", "pukul 16.30 WITA"),
        ("16.30 WIB", "pukul 16.30 WIB"),
        ("9:05-11:00", "pukul 09.05 sampai 11.00 WITA"),
        ("22.00-03.00", "pukul 22.00 sampai 03.00 WITA esok harinya"),
        ("malam", "malam"),
        ("malam-subuh", "malam sampai subuh"),
    ],
)
def test_a_time_is_said_with_its_zone(text: str, words: str) -> None:
    assert hours(times.parse(text), "WITA") == words


@pytest.mark.parametrize(
    ("text", "words", "how_many_people"),
    [
        ("30", "30", "30 orang"),
        ("1636", "1.636", "1.636 orang"),
        ("1.636 warga", "1.636 warga", "1.636 warga"),
        ("sekitar 30", "sekitar 30", "sekitar 30 orang"),
        ("30-40", "30-40", "30-40 orang"),
        ("puluhan", "puluhan", "puluhan"),
    ],
)
def test_an_amount_stays_in_the_words_of_its_source(
    text: str, words: str, how_many_people: str
) -> None:
    assert amount(amounts.parse(text)) == words
    assert people(amounts.parse(text)) == how_many_people
    assert number(1636) == "1.636"


@pytest.mark.parametrize(
    ("promise", "words"),
    [
        ({"tenggat": "2023-11-20"}, "Dijanjikan paling lambat 20 November 2023."),
        (
            {"tenggat": "2023-11-20", "kata": "minggu depan"},
            "Katanya “minggu depan”; dihitung sampai 20 November 2023.",
        ),
        ({"berkala": "setiap hari"}, "Janji yang harus terus ditepati: setiap hari."),
        (
            {"berkala": "tidak ditentukan", "kata": "secara berkala"},
            "Janji yang harus terus ditepati: berulang, tetapi tidak disebut seberapa sering. "
            "Katanya: “secara berkala”.",
        ),
        ({"kata": "segera"}, "Katanya “segera”, tanpa menyebut hari."),
    ],
)
def test_a_promise_is_said_with_its_own_words(promise: dict[str, str], words: str) -> None:
    assert deadlines.promised(TypeAdapter(Promise).validate_python(promise)) == words


def test_a_deadline_that_was_put_off_says_the_first_day_and_how_often() -> None:
    twice = [outcome("diperpanjang", 3), outcome("diperpanjang", 70, name="lagi")]
    follow_up = histories.on(80, histories.case(twice, about=PROMISED))
    assert deadlines.put_off(follow_up) == "Semula 19 November 2023. Sudah diundur 2 kali."
    assert deadlines.put_off(found()) == ""


@pytest.mark.parametrize(
    ("follow_up", "words"),
    [
        (found(), ""),
        (found(about=PROMISED), "tenggat 19 November 2023"),
        (found(about=PROMISED, day=31), "lewat tenggat sejak 20 November 2023"),
        (
            found(about=DAILY),
            "bukti ditunggu sampai 19 November 2023 (menurut aturan situs ini)",
        ),
        (found("3 selesai", day=500, about=PROMISED), ""),
    ],
)
def test_a_list_says_briefly_when_something_is_due(follow_up: FollowUp, words: str) -> None:
    assert deadlines.due_briefly(follow_up) == words


@pytest.mark.parametrize(
    ("names", "words"),
    [((), ""), (("a",), "a"), (("a", "b"), "a dan b"), (("a", "b", "c"), "a, b, dan c")],
)
def test_names_are_joined_as_one_says_them(names: tuple[str, ...], words: str) -> None:
    assert joined(names) == words


@pytest.mark.parametrize(
    ("entry", "label"),
    [
        (concern("keluhan", oleh="ketua RW"), "Keluhan dari ketua RW"),
        (concern("temuan petugas"), "Temuan petugas"),
        (concern("apresiasi", oleh="guru"), "Ucapan terima kasih dari guru"),
        (commitment(), "Janji dalam sesi"),
    ],
)
def test_a_concern_is_labelled_by_kind_and_role(entry: Concern | Commitment, label: str) -> None:
    assert concern_label(entry) == label


def test_every_kind_of_concern_and_answer_has_its_words() -> None:
    assert all(concern_label(concern(kind.value)) for kind in ConcernKind)
    labels = {answer_label(an_answer(kind.value)) for kind in AnswerKind}
    assert len(labels) == len(AnswerKind)


def an_answer(kind: str, *partners: str) -> Answer:
    return TypeAdapter(Answer).validate_python({**answer(kind), "mitra": list(partners)})


@pytest.mark.parametrize(
    ("given", "label"),
    [
        (an_answer("imbauan"), "Imbauan, bukan jawaban"),
        (
            an_answer("rujukan", "Dinas Sosial"),
            "Akan dibicarakan dengan atau dirujuk ke Dinas Sosial",
        ),
        (an_answer("di luar kewenangan", "PLN"), "Bukan kewenangan polisi, dirujuk ke PLN"),
        (an_answer("jawaban mitra", "Kecamatan Argomulyo"), "Jawaban Kecamatan Argomulyo"),
        (an_answer("komitmen", "a", "b"), "Janji, bersama a dan b"),
    ],
)
def test_an_answer_says_what_it_is(given: Answer, label: str) -> None:
    assert answer_label(given) == label


@pytest.mark.parametrize(
    ("entry", "words"),
    [
        (concern(jawaban=NoAnswer.NONE.value), "Tidak dijawab di tempat."),
        (concern(jawaban=NoAnswer.NOT_ITEMISED.value), "Sumbernya tidak menyebut jawabannya."),
        (concern(), "Jawaban di tempat tidak dicatat."),
        (concern("apresiasi"), ""),
        (QUESTION, ""),
        (commitment(), ""),
    ],
)
def test_a_missing_answer_is_said(entry: Concern | Commitment, words: str) -> None:
    assert no_answer(entry) == words


def test_an_officer_is_named_in_function() -> None:
    officer = {"jabatan": "Kapolsek", "pangkat": "IPTU", "nama": "A", "peran": ["pimpinan"]}
    made = TypeAdapter(Officer).validate_python(officer)
    assert officer_line(made) == "Kapolsek, IPTU A (memimpin)"
    for role in OfficerRole:
        line = officer_line(
            TypeAdapter(Officer).validate_python({"jabatan": "X", "peran": role.value})
        )
        assert re.fullmatch(r"X \(.+\)", line)


def test_a_partner_is_named_with_what_it_did() -> None:
    for role in PartnerRole:
        made = TypeAdapter(Partner).validate_python({"nama": "KPU", "peran": role.value})
        assert re.fullmatch(r"KPU \(.+\)", partner_line(made))


@pytest.mark.parametrize(
    ("place", "inside", "short"),
    [
        ({"nama": "Balai Desa", "desa": "Mekar"}, "Balai Desa", "Desa Mekar"),
        ({"dusun": "Karang", "desa": "Mekar"}, "Dusun Karang", "Desa Mekar"),
        ({"dusun": "Jorong Anau", "kecamatan": "Talang"}, "Jorong Anau", "Jorong Anau"),
        ({"desa": "Nagari Surian", "rt": "010", "rw": "V"}, "RT 010, RW V", "Nagari Surian"),
        ({"kecamatan": "Distrik Abepura"}, "", "Distrik Abepura"),
        ({"kabupaten": "Kota Salatiga"}, "", "Kota Salatiga"),
        ({"mukim": "Lam"}, "", "Mukim Lam"),
    ],
)
def test_a_place_is_said_as_residents_know_it(
    place: dict[str, str], inside: str, short: str
) -> None:
    made = TypeAdapter(Place).validate_python(place)
    assert (places.venue(made), places.short_name(made)) == (inside, short)


def session(**keys: object) -> Session:
    record = {"program": "jumat-curhat", "satuan": histories.FOLDER, "tanggal": "2023-10-20"}
    return TypeAdapter(Session).validate_python(
        {**record, "tempat": {"desa": "Mekar"}, "masukan": "nihil", **keys}
    )


@pytest.mark.parametrize(
    ("held", "name"),
    [
        (session(), "jumat-curhat di Desa Mekar"),
        (session(judul="Judul sendiri"), "Judul sendiri"),
        (session(nama_lokal="Cerak-Cerak"), "Cerak-Cerak (jumat-curhat) di Desa Mekar"),
        (session(program="lainnya"), "Pertemuan polisi dan warga di Desa Mekar"),
        (session(program="lainnya", nama_lokal="Rembuk"), "Rembuk di Desa Mekar"),
        (
            session(tempat=[{"desa": "A"}, {"desa": "B"}, {"desa": "C"}]),
            "jumat-curhat di Desa A dan 2 tempat lain",
        ),
        (session(tempat=[], moda="siaran radio"), "jumat-curhat Polsek Contoh"),
    ],
)
def test_a_session_is_called_by_programme_and_place(held: Session, name: str) -> None:
    assert sittings.name(held, REGISTRIES) == name


def test_every_way_of_holding_a_session_but_the_usual_one_is_said() -> None:
    assert [mode for mode in Mode if not sittings.mode_words(mode)] == [Mode.FACE_TO_FACE]


def test_sentences_can_be_translated(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(
        language,
        "load",
        lambda _language: {"Belum ada kabar": "No word yet"},
    )
    language.use("en")
    assert status_badge(Status.NO_WORD).word == "No word yet"
