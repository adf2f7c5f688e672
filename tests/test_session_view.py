"""A session's page tells the story of each concern, and nothing it must not."""

import pickle
import re
from datetime import date
from pathlib import Path

import pytest
from expected_pages import DATA, TODAY, body, compare, made_up_archive
from site_pages import all_pages, html_of
from small_archive import build

from generator import urls
from generator.fingerprints import fingerprint
from generator.model import Session, WithdrawnSession
from generator.rendering import TEMPLATES
from generator.views import session as page
from generator.views.text import Block, blocks, excerpt

MAIN = "polsek-sukamaju/2024-03-01"
SESSIONS = tuple(made_up_archive().records.sessions)
SECRET = "RAHASIA"


def rendered(identity: str, today: date = TODAY) -> str:
    found = made_up_archive(today)
    session = found.records.sessions[identity]
    if isinstance(session, WithdrawnSession):
        view: object = page.withdrawn_view(found, session)
        return body("withdrawn.html", view, urls.session(identity))
    return body("session.html", page.session_view(found, session), urls.session(identity))


def view_of(identity: str, today: date = TODAY) -> page.SessionView:
    found = made_up_archive(today)
    session = found.records.sessions[identity]
    assert isinstance(session, Session)
    return page.session_view(found, session)


def card_html(anchor: str, identity: str = MAIN) -> str:
    """The part of a page that stands in the place of one concern."""
    return rendered(identity).partition(f' id="{anchor}">')[2].partition("</article>")[0]


def words(html: str) -> str:
    return " ".join(re.sub(r"<[^>]+>", " ", html).split())


@pytest.mark.parametrize("identity", SESSIONS)
def test_the_whole_page_is_as_it_was_kept(identity: str, pytestconfig: pytest.Config) -> None:
    compare(pytestconfig, identity.replace("/", "_"), rendered(identity))


@pytest.mark.parametrize("identity", SESSIONS)
def test_every_concern_has_its_place_for_good(identity: str) -> None:
    html = rendered(identity)
    anchors = page.session_anchors(made_up_archive().records.sessions[identity])
    assert re.findall(r'<article class="kb-card" id="([^"]*)"', html) == list(anchors)
    assert len(re.findall(r' id="([^"]*)"', html)) == len(set(re.findall(r' id="([^"]*)"', html)))


@pytest.mark.parametrize("identity", SESSIONS)
def test_every_link_inside_the_page_leads_somewhere(identity: str) -> None:
    html = rendered(identity)
    targets = set(re.findall(r'href="#([^"]*)"', html))
    assert targets <= set(re.findall(r' id="([^"]*)"', html))


def test_the_page_leads_home_from_where_it_lies() -> None:
    assert 'href="../../../satuan/polsek-sukamaju/"' in rendered(MAIN)


def test_what_was_typed_is_what_is_read() -> None:
    html = rendered(MAIN)
    assert "tikungan &lt;b&gt;Karang&lt;/b&gt; &amp; jembatan lama." in html
    assert 'href="https://contoh.example/ngobrol?a=1&amp;b=2" rel="nofollow noopener"' in html


def test_no_template_trusts_what_a_record_says() -> None:
    trusting = re.compile(r"\|\s*safe|autoescape|\bMarkup\b")
    found = [file.name for file in TEMPLATES.glob("*.html") if trusting.search(file.read_text())]
    assert found == []


def test_nothing_is_left_of_what_was_withdrawn() -> None:
    """The record still holds the correction of a concern that was withdrawn later."""
    source = (DATA / f"sessions/{MAIN}.yml").read_text(encoding="utf-8")
    assert source.count(SECRET) == 3
    assert SECRET not in rendered(MAIN)
    assert SECRET not in repr(view_of(MAIN))
    assert "Isinya tidak diulang karena masukannya ditarik atau ditahan." in rendered(MAIN)


def test_a_withdrawn_concern_says_when_why_and_on_what_basis() -> None:
    assert words(card_html("ditarik")) == (
        "Masukan ini ditarik dari situs Ditarik pada 2 April 2024 . Catatan ini memuat data "
        "pribadi yang tidak boleh terbit. Dasarnya: Permintaan yang bersangkutan. "
        "Semua penarikan di situs ini"
    )


def test_a_withdrawn_session_says_when_why_and_on_what_basis() -> None:
    said = words(rendered("polsek-sukamaju/2024-02-02"))
    assert "Ditarik pada 20 Februari 2024" in said
    assert "memuat data pribadi yang tidak boleh terbit" in said
    assert "UU 27 Tahun 2022 Pasal 43" in said


def test_a_concern_kept_back_shows_the_reason_and_none_of_its_words() -> None:
    said = words(card_html("rumah"))
    assert "Isinya kami simpan karena dari situ orang tertentu dapat dikenali." in said
    assert "Isi ditahan" in said
    # A role and a hamlet may lead to the person where even the text had to be kept back.
    assert "tetangga" not in said
    assert "Karang" not in said


def test_words_of_police_and_of_residents_are_told_apart() -> None:
    story = card_html("pos-ronda")
    assert re.findall(r"kb-step--(\w+)", story) == ["tenggat", "polisi", "warga", "polisi"]
    assert "Kata polisi" in story
    assert "Kata warga" in story
    assert "Polisi sendiri tidak pernah melaporkannya selesai." in words(card_html("penyuluhan"))


def test_an_appeal_is_shown_as_no_answer() -> None:
    assert "Imbauan, bukan jawaban" in card_html("lampu")


def test_a_refusal_gives_its_reason_and_what_residents_can_do() -> None:
    said = words(card_html("kamera"))
    assert "Uang untuk mengerjakan ini belum tersedia." in said
    assert "Yang dapat dilakukan warga: Usulkan lewat musyawarah desa bulan Juni." in said
    assert "Disanggah warga" in said


def test_a_deadline_that_was_put_off_keeps_its_old_day() -> None:
    assert "Semula 15 Maret 2024. Sudah diundur 1 kali." in words(card_html("lampu"))


def test_a_passed_deadline_stays_in_the_story_after_the_ending() -> None:
    said = words(card_html("razia"))
    assert "Selesai (klaim polisi)" in said
    assert "Tenggat 15 Maret 2024 lewat, dan urusannya belum berakhir." in said


def test_work_after_an_ending_is_shown_and_said_to_change_nothing() -> None:
    said = words(card_html("razia"))
    assert "Patroli susulan." in said
    assert "Kabar ini datang sesudah urusannya berakhir, jadi statusnya tidak berubah." in said


def test_a_report_on_several_concerns_is_told_in_full_once() -> None:
    html = rendered(MAIN)
    assert html.count("<picture>") == 1
    assert 'href="#razia">Kabar lengkapnya ada di masukan ini' in card_html("balap")


def test_evidence_has_words_for_those_who_cannot_see_it() -> None:
    assert 'alt="Petugas memeriksa sepeda motor di depan pasar"' in rendered(MAIN)


def test_a_photo_is_small_until_somebody_wants_it_larger_and_its_place_is_kept_free() -> None:
    media, html = "../../../media/polsek-sukamaju/razia", rendered(MAIN)
    assert (
        f'<a href="{media}/razia.jpg"><picture>'
        f'<source srcset="{media}/kecil/razia.webp" type="image/webp">'
        f'<img src="{media}/kecil/razia.jpg" width="360" height="270" alt=' in html
    )
    assert 'loading="lazy"' in html


def test_who_says_that_a_photo_is_genuine_is_said_and_it_confirms_nothing() -> None:
    said = words(rendered(MAIN))
    assert "Menurut petugas, foto ini asli, bukan buatan atau ubahan AI." in said
    assert "Selesai (klaim polisi)" in words(card_html("razia"))
    assert "dibenarkan warga" not in words(card_html("razia")).lower()


def test_old_words_that_must_not_be_repeated_are_not() -> None:
    assert "dihapus, tidak diulang di sini" in words(rendered(MAIN))


@pytest.mark.parametrize(
    ("identity", "said"),
    [
        (MAIN, "Kabar sudah ada untuk 7 dari 10 masukan dan 1 dari 1 janji."),
        ("polsek-sukamaju/2024-04-12", "Tidak ada yang menyampaikan masukan."),
        (
            "polsek-sukamaju/2024-04-19",
            "Hanya polisi yang berbicara; warga tidak diminta menyampaikan masukan.",
        ),
        (
            "polsek-sukamaju/2024-04-26",
            "Warga hanya mengucapkan terima kasih; tidak ada yang diminta.",
        ),
        (
            "polsek-sukamaju/2024-05-03",
            "Sesi ini dijadwalkan pada 3 Mei 2024, tetapi laporannya belum terbit. "
            "Belum diketahui apa yang disampaikan warga.",
        ),
        (
            "polsek-sukamaju/2024-07-05",
            "Sesi ini baru akan diadakan pada 5 Juli 2024. "
            "Sesudahnya, masukan warga ditulis di sini.",
        ),
        ("polres-rekaan/tanpa-tanggal", "Belum ada kabar untuk 1 masukan dalam sesi ini."),
    ],
)
def test_a_page_says_at_once_what_became_of_the_session(identity: str, said: str) -> None:
    assert view_of(identity).summary == said


def test_who_came_is_not_said_twice() -> None:
    assert view_of("polsek-sukamaju/2024-04-19").present == "sejumlah warga"
    assert view_of("polsek-sukamaju/2024-04-19").roles == ()
    assert view_of(MAIN).roles == ("ketua RW", "guru", "pedagang pasar", "warga")


def test_a_zone_the_source_does_not_name_is_marked() -> None:
    assert view_of(MAIN).hours == "pukul 16.30 sampai 18.00 WITA"
    assert view_of(MAIN).zone_derived
    assert not view_of("polsek-sukamaju/2024-07-05").zone_derived


@pytest.mark.parametrize("identity", SESSIONS)
def test_a_page_changes_only_with_what_it_says(identity: str) -> None:
    """No deadline runs out and nothing falls silent between these days."""
    assert rendered(identity, date(2024, 6, 2)) == rendered(identity, TODAY)


@pytest.mark.parametrize("identity", SESSIONS)
def test_no_page_counts_days_from_today(identity: str) -> None:
    assert re.findall(r"\d+ hari (?:lewat|lalu|lagi)", rendered(identity)) == []


@pytest.mark.parametrize("identity", SESSIONS)
def test_title_and_description_are_plain_and_short(identity: str) -> None:
    found = made_up_archive()
    session = found.records.sessions[identity]
    description = page.session_description(found, session)
    assert 40 < len(description) <= page.DESCRIPTION_LENGTH
    assert "\n" not in description + page.session_title(found, session)


def test_a_title_names_programme_place_and_date() -> None:
    found = made_up_archive()
    assert [page.session_title(found, one) for one in found.sessions[:6]] == [
        "Jumat Curhat di Desa Mekar, 5 Juli 2024",
        "Jumat Curhat di Desa Mekar, 3 Mei 2024",
        "Jumat Curhat di Desa Mekar, 26 April 2024 (tidak pasti)",
        "Jumat Curhat di Desa Mekar, 19 April 2024",
        "Jumat Curhat di Desa Mekar, 12 April 2024",
        "Rembuk Kampung di Desa Mekar dan Kelurahan Lagoa, 5 April 2024",
    ]


def test_a_view_can_be_sent_to_a_worker_and_fingerprinted() -> None:
    view = view_of(MAIN)
    sent = pickle.loads(pickle.dumps(view))
    assert sent == view
    assert fingerprint([sent]) == fingerprint([view])


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Satu kalimat.", (Block("Satu kalimat."),)),
        ("Dua baris\nsatu paragraf.", (Block("Dua baris satu paragraf."),)),
        ("Satu.\n\nDua.", (Block("Satu."), Block("Dua."))),
        ("Satu.\n \n\nDua.", (Block("Satu."), Block("Dua."))),
        ("- a\n- b", (Block(items=("a", "b")),)),
        ("- a\n  lanjut\n- b", (Block(items=("a lanjut", "b")),)),
        (
            "Pesan:\n- a\n- b\nPenutup.",
            (Block("Pesan:"), Block(items=("a", "b")), Block("Penutup.")),
        ),
        ("-bukan daftar", (Block("-bukan daftar"),)),
        ("1-2 - 3", (Block("1-2 - 3"),)),
        ("# bukan judul\n\n* bukan daftar", (Block("# bukan judul"), Block("* bukan daftar"))),
    ],
)
def test_text_is_paragraphs_and_lists(text: str, expected: tuple[Block, ...]) -> None:
    assert blocks(text) == expected


def test_an_excerpt_ends_between_two_words() -> None:
    assert excerpt("Warga minta\nlampu.") == "Warga minta lampu."
    assert excerpt("Warga minta lampu jalan, segera.", 24) == "Warga minta lampu jalan…"
    assert len(excerpt("a" * 300)) == 110


CSS = Path(urls.__file__).parent / "theme" / "assets" / "kabar.css"


def test_the_style_is_small_and_asks_nobody_for_anything() -> None:
    style = CSS.read_text(encoding="utf-8")
    assert len(style.encode()) < 12_288
    assert re.findall(r"url\(|@import|@font-face", style) == []


def test_every_colour_can_be_read_by_day_and_by_night() -> None:
    """WCAG 2.2, 1.4.3: at least 4.5 to 1 between words and what is behind them."""
    sheets = (CSS.with_name("kerangka.css"), CSS)
    halves = [
        sheet.read_text(encoding="utf-8").split("@media (prefers-color-scheme: dark)")[:2]
        for sheet in sheets
    ]
    for scheme in zip(*halves, strict=True):
        colours = dict(re.findall(r"--(?:kb|md)-([\w-]+): (#[0-9a-f]{3,6});", " ".join(scheme)))
        tones = [name for name in colours if f"{name}-bg" in colours]
        assert len(tones) == 8
        for tone in tones:
            assert contrast(colours[tone], colours[f"{tone}-bg"]) >= 4.5, tone
        assert contrast(colours["notice-ink"], colours["notice"]) >= 4.5
        grounds = ("default-bg-color", "card", "soft")
        for ink in ("default-fg-color", "mute", "typeset-a-color", "tolak", "terbuka"):
            for ground in grounds:
                assert contrast(colours[ink], colours[ground]) >= 4.5, (ink, ground)
        for ground in grounds:
            assert contrast(colours["edge"], colours[ground]) >= 3, ground


def contrast(one: str, other: str) -> float:
    light, dark = sorted((luminance(one), luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


def luminance(colour: str) -> float:
    digits = colour[1:] if len(colour) == 7 else "".join(2 * digit for digit in colour[1:])
    parts = [int(digits[place : place + 2], 16) / 255 for place in (0, 2, 4)]
    linear = [
        part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts
    ]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


CORRECTED = """\
program: jumat-curhat
satuan: polsek-rekaan
tanggal: 2024-03-01
tempat:
  desa: Rekaan Jaya
masukan:
  - id: rumah
    jenis: laporan
    tema: [rumah-tangga]
    isi: Kata-kata yang ditahan.
  - id: lampu
    jenis: keluhan
    isi: Lampu jalan padam.
koreksi:
  - tanggal: 2024-03-05
    bagian: masukan.rumah.isi
    semula: Kata-kata lama yang ditahan.
    menjadi: Kata-kata yang ditahan.
    sebab: salah ketik
  - tanggal: 2024-03-05
    bagian: masukan.lampu.isi
    semula: Lampu jalan mati.
    menjadi: Lampu jalan padam.
    sebab: salah ketik
"""


def test_a_correction_does_not_repeat_what_is_kept_back(tmp_path: Path) -> None:
    found = build(tmp_path, {"sessions/polsek-rekaan/2024-03-01.yml": CORRECTED})
    html = html_of(all_pages(found)["sesi/polsek-rekaan/2024-03-01/"])
    assert "Lampu jalan mati." in html
    assert "Kata-kata" not in html
