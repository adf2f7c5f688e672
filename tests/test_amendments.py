"""The lists of corrections and of withdrawals: everything is on them, and nothing taken back."""

import re
from pathlib import Path

import pytest
from site_pages import by_name, concern, entries, html_at, links, outcome, session, site, text
from small_archive import TODAY, build

from generator import urls
from generator.views.paging import MOST
from generator.wording.amendments import changed
from generator.wording.record_parts import part_words

SECRET = "RAHASIA"


def correction(
    day: str = "2024-03-05",
    part: str = "hadir.jumlah",
    before: str = "300",
    after: str = "30",
    cause: str = "salah ketik",
) -> str:
    return (
        f"  - {{tanggal: {day}, bagian: {part}, semula: '{before}', menjadi: '{after}', "
        f"sebab: {cause}}}\n"
    )


def corrected(*many: str) -> str:
    return "hadir: {jumlah: 30}\nkoreksi:\n" + "".join(many)


def withdrawn(day: str = "2024-05-01") -> str:
    return f"ditarik: {{tanggal: {day}, alasan: privasi, dasar: Permintaan keluarga.}}\n"


# Corrections


def test_every_correction_of_every_record_is_listed_newest_first(tmp_path: Path) -> None:
    files = by_name(
        {
            "sessions/satu": session(
                "2024-03-01",
                concern("lampu", "Lampu jalan padam."),
                more=corrected(
                    correction(),
                    correction(
                        "2024-03-09", "masukan.lampu.isi", "Lampu mati.", "Lampu jalan padam."
                    ),
                ),
            ),
            "sessions/nanti": session(
                "2024-06-20",
                "",
                more="koreksi:\n" + correction("2024-05-30", "waktu", "16.30", "19.30"),
            ),
            "outcomes/kabar": outcome(
                "satu#lampu",
                "2024-03-20",
                more="ukuran: [{jumlah: 12, berupa: lampu}]\nkoreksi:\n"
                + correction("2024-04-01", "ukuran.1.jumlah", "21", "12", "salah hitung"),
            ),
        }
    )
    html = html_at(build(tmp_path, files), urls.CORRECTIONS)
    name = "Jumat Curhat di Desa Rekaan Jaya"
    assert entries(html) == [
        f"Dibetulkan 30 Mei 2024 {name}, 20 Juni 2024 Jam. Semula “16.30”, menjadi “19.30”. "
        "Sebabnya: salah ketik. Polsek Rekaan",
        "Dibetulkan 1 April 2024 Kabar Polsek Rekaan, 20 Maret 2024 Angka hasil “lampu”. Semula "
        "“21”, menjadi “12”. Sebabnya: salah hitung. Polsek Rekaan",
        f"Dibetulkan 9 Maret 2024 {name}, 1 Maret 2024 Isi masukan “lampu”. Semula “Lampu mati”, "
        "menjadi “Lampu jalan padam”. Sebabnya: salah ketik. Polsek Rekaan",
        f"Dibetulkan 5 Maret 2024 {name}, 1 Maret 2024 Jumlah yang hadir. Semula “300”, "
        "menjadi “30”. Sebabnya: salah ketik. Polsek Rekaan",
    ]
    assert "4 koreksi, semuanya pada 2024. Yang terbaru di atas." in text(html)
    assert {
        "../sesi/polsek-rekaan/nanti/",
        "../sesi/polsek-rekaan/satu/",
        "../sesi/polsek-rekaan/satu/#lampu",
    } <= set(links(html))


def test_how_many_there_were_is_said_by_year(tmp_path: Path) -> None:
    many = corrected(correction("2023-12-30"), *[correction("2024-03-05")] * 2)
    found = build(tmp_path, by_name({"sessions/a": session("2023-12-01", more=many)}))
    said = text(html_at(found, urls.CORRECTIONS))
    assert "3 koreksi: 2 pada 2024 dan 1 pada 2023." in said


GONE = "\n  - id: satu\n    " + withdrawn().replace("\n", "\n")
KEPT = concern("satu", f"{SECRET} baru.", "tema: [rumah-tangga]")
HELD = "\n  - {id: satu, jenis: laporan, tahan: privasi}\n"
OF_SESSION = corrected(
    correction(
        part="masukan.satu.isi", before=SECRET, after=f"{SECRET} baru.", cause=f"menyebut {SECRET}"
    )
)
OF_OUTCOME = "koreksi:\n" + correction(part="uraian", before=SECRET, after=f"{SECRET} baru.")


@pytest.mark.parametrize("hidden", [GONE, KEPT, HELD], ids=["ditarik", "tema peka", "ditahan"])
def test_no_word_of_what_was_taken_or_kept_back_is_repeated(tmp_path: Path, hidden: str) -> None:
    """Neither in a correction of the session, nor in one of what was told about it."""
    files = by_name(
        {
            "sessions/s": session(
                "2024-03-01", hidden + concern("dua").lstrip("\n"), more=OF_SESSION
            ),
            "outcomes/k": outcome("[s#satu, s#dua]", "2024-03-03", more=OF_OUTCOME),
        }
    )
    found = site(build(tmp_path, files))
    assert len(entries(found[urls.CORRECTIONS])) == 2
    assert found[urls.CORRECTIONS].count("Isinya tidak diulang di sini.") == 2
    assert [address for address, html in found.items() if SECRET in html] == []
    assert "“satu”" not in found[urls.CORRECTIONS]


def test_a_correction_of_what_answers_a_withdrawn_session_is_not_repeated(tmp_path: Path) -> None:
    files = by_name(
        {
            "sessions/s": session("2024-03-01", concern("dua")),
            "sessions/t": withdrawn(),
            "outcomes/k": outcome("[s#dua, t#satu]", "2024-03-03", more=OF_OUTCOME),
        }
    )
    found = site(build(tmp_path, files))
    assert "Isinya tidak diulang di sini." in found[urls.CORRECTIONS]
    assert [address for address, html in found.items() if SECRET in html] == []


def test_a_long_correction_is_cut_and_its_page_has_all_of_it(tmp_path: Path) -> None:
    more = corrected(correction(part="ringkasan", before="kata " * 80, after="lain " * 80))
    found = site(build(tmp_path, by_name({"sessions/s": session("2024-03-01", more=more)})))
    assert "kata " * 40 not in found[urls.CORRECTIONS]
    assert "kata…" in found[urls.CORRECTIONS]
    assert ("kata " * 80).strip() in found[urls.session("polsek-rekaan/s")]


@pytest.mark.parametrize(
    ("before", "after", "removed", "said"),
    [
        ("300", "30", False, "Semula “300”, menjadi “30”."),
        ("", "30", False, "Isi lamanya tidak diulang di sini; menjadi “30”."),
        ("300", "", True, "Semula “300”; sekarang dihapus."),
        ("", "", True, "Isi lamanya dihapus dan tidak diulang di sini."),
        ("", "", False, "Isinya tidak diulang di sini."),
    ],
)
def test_what_changed_is_said_in_a_sentence(
    before: str, after: str, removed: bool, said: str
) -> None:
    assert changed(before, after, removed=removed) == said


@pytest.mark.parametrize(
    ("part", "said"),
    [
        ("hadir.jumlah", "jumlah yang hadir"),
        ("hadir.unsur", "siapa yang hadir"),
        ("masukan.patroli-malam.isi", "isi masukan “patroli malam”"),
        ("masukan.2.isi", "isi masukan ke-2"),
        ("masukan.isi", "isi masukan"),
        ("masukan.lampu.jawaban.1.isi", "isi jawaban ke-1 masukan “lampu”"),
        ("masukan.lampu.janji.tenggat", "tenggat janji masukan “lampu”"),
        ("komitmen.pos.janji.tenggat", "tenggat janji “pos”"),
        ("petugas.1.pangkat", "pangkat petugas ke-1"),
        ("tempat.nama", "nama tempat"),
        ("tempat.1.rt", "RT tempat ke-1"),
        ("masukan.lampu.oleh", "siapa yang menyampaikan masukan “lampu”"),
        ("oleh", "siapa yang bertindak"),
        ("menjawab", "masukan yang dijawab"),
        ("kunci_baru.bagian", "bagian kunci baru"),
        ("apa saja", "apa saja"),
    ],
)
def test_a_part_is_said_in_words(part: str, said: str) -> None:
    assert part_words(part) == said


# Withdrawals


def test_every_withdrawal_is_listed_with_its_reason_and_nothing_else(tmp_path: Path) -> None:
    concerns = f"\n  - id: satu\n    {withdrawn('2024-05-03')}" + concern("dua").lstrip("\n")
    more = f"judul: Curhat Pasar\nkomitmen:\n  - id: pos\n    {withdrawn('2024-05-02')}"
    files = by_name(
        {
            "sessions/s": session("2024-03-01", concerns, more=more),
            "sessions/t": withdrawn(),
            "outcomes/k": withdrawn("2024-05-04"),
            "outcomes/l": outcome("t#x", "2024-03-03", more=f"catatan: {SECRET}\n"),
        }
    )
    html = html_at(build(tmp_path, files), urls.WITHDRAWALS)
    why = "Isinya dapat mengungkap seseorang. Dasarnya: Permintaan keluarga. Polsek Rekaan"
    assert entries(html) == [
        f"Ditarik 4 Mei 2024 Satu kabar {why}",
        f"Ditarik 3 Mei 2024 Satu masukan dalam Curhat Pasar, 1 Maret 2024 {why}",
        f"Ditarik 2 Mei 2024 Satu janji dalam Curhat Pasar, 1 Maret 2024 {why}",
        f"Ditarik 1 Mei 2024 Satu kabar {why}",
        f"Ditarik 1 Mei 2024 Catatan satu sesi {why}",
    ]
    assert "5 penarikan, semuanya pada 2024. Yang terbaru di atas." in text(html)
    assert SECRET not in html
    led = links(html)
    assert "../sesi/polsek-rekaan/t/" in led
    assert not [one for one in led if "#satu" in one]


# Both


def test_they_are_cut_into_pages(tmp_path: Path) -> None:
    files = {"sessions/s": session("2024-03-01", more=corrected(*[correction()] * (MOST + 1)))}
    gone = {f"sessions/t{number}": withdrawn() for number in range(MOST + 1)}
    found = site(build(tmp_path, by_name({**files, **gone})))
    for address in (urls.CORRECTIONS, urls.WITHDRAWALS):
        sizes = [len(entries(found[urls.part(address, number)])) for number in (1, 2)]
        assert sizes == [MOST, 1]
        assert "Halaman 2 dari 2" in text(found[urls.part(address, 2)])
        assert "kb-follow" in found[address]
        assert "kb-follow" not in found[urls.part(address, 2)]


@pytest.mark.parametrize("address", [urls.CORRECTIONS, urls.WITHDRAWALS])
def test_silence_is_not_shown_as_virtue(tmp_path: Path, address: str) -> None:
    said = text(html_at(build(tmp_path, {}, TODAY), address))
    assert "Belum ada" in said
    assert "Itu tidak berarti semua" in said
    assert "tidak tampak di sini." in said


def test_they_lead_to_each_other_and_sessions_lead_to_them(tmp_path: Path) -> None:
    files = by_name(
        {
            "sessions/s": session("2024-03-01", more=corrected(correction())),
            "sessions/t": withdrawn(),
        }
    )
    found = site(build(tmp_path, files))
    assert "../penarikan/" in links(found[urls.CORRECTIONS])
    assert "../koreksi/" in links(found[urls.WITHDRAWALS])
    assert "../../../koreksi/" in links(found[urls.session("polsek-rekaan/s")])
    assert "../../../penarikan/" in links(found[urls.session("polsek-rekaan/t")])
    for address in (urls.CORRECTIONS, urls.WITHDRAWALS):
        assert f"../{urls.feed(urls.CORRECTIONS)}" in links(found[address])


def test_every_page_leads_to_them_and_to_how_the_site_is_followed(example_site: Path) -> None:
    footer = (example_site / "index.html").read_text(encoding="utf-8").partition("<footer")[2]
    led = re.findall(r'<li><a href="([^"]*)"', footer)
    assert {urls.FOLLOW, urls.CORRECTIONS, urls.WITHDRAWALS} <= set(led)
