"""`kabar import`: the recap a unit keeps becomes records, or says row by row why it does not."""

import datetime
from pathlib import Path

import pytest
import recaps
import small_archive
from kabar_command import Kabar
from openpyxl import Workbook, load_workbook
from recaps import HEADINGS, OUTCOME_HEADINGS, recap, row, workbook

from generator import outline, site, writing
from generator.findings import has_errors
from generator.records import Kind
from generator.spreadsheet import importing, prepare
from generator.spreadsheet.columns import columns, known, plain
from generator.spreadsheet.template import GUIDE, LISTS

TODAY = ("--as-of", "2024-06-01")


@pytest.fixture
def data(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    return recaps.project(tmp_path)


def messy(file: Path) -> Path:
    """A recap as it really comes: a title, merged cells, dates and numbers as Excel left them."""

    def merge(book: Workbook) -> None:
        sheet = book["Rekap Triwulan"]
        sheet.merge_cells("A1:H1")
        for column in "BCDEF":
            sheet.merge_cells(f"{column}5:{column}6")
        sheet["G9"].number_format = "000"
        sheet["K10"] = "=1+1"
        sheet.row_dimensions[11].hidden = True

    return workbook(
        file,
        {
            "Rekap Triwulan": [
                ("REKAP JUMAT CURHAT",),
                (),
                (
                    *("No.", "HARI / TANGGAL ", "POLSEK", "Kegiatan", "Tempat", "Desa/Kelurahan"),
                    *("RT", "Jenis  Masukan", "Keluhan Warga ", "Tema", "Jumlah hadir"),
                    "No HP Pelapor",
                ),
                (),
                (
                    *(1, "20 Oktober 2023", "POLSEK REKAAN", "jumat curhat ", "Balai Desa  "),
                    *("Rekaan Jaya", None, "Keluhan", "Lampu jalan di pasar mati.   ", "gelap"),
                    *("1.636", 81234567890),
                ),
                (
                    *(2, None, None, None, None, None, None, "pertanyaan"),
                    *("Kapan pos polisi\ndibuka lagi?", None, None, None),
                ),
                (
                    *(3, "8/11/2023", "Polsek Rekaan", "Jumat Curhat", "Balai Desa"),
                    *("Rekaan Jaya", None, "permintaan", "Patroli di jalan sepi.", "patroli"),
                    *(1.636, None),
                ),
                (
                    *(4, datetime.datetime(2023, 11, 17), "Polsek Khayal", "Jumat Curhat"),
                    *("Pos kamling", "Khayal", "010", "laporan"),
                    *("Pemuda mabuk, NIK 3271046504930002.", "patroli", 30.0, None),
                ),
                (
                    *(5, "24/11/2023", "Polsek Khayal", "Jumat Curhat", "Pos kamling", "Khayal"),
                    *(10, "sarann", "Portal dipasang di gang sempit.", "ronda", 3.27e15, None),
                ),
                (
                    *(6, "2023-12-01", "Polsek Khayal", "Jumat Curhat", "Pos kamling", "Khayal"),
                    *(10, None, "NIHIL", None, None, None),
                ),
                (
                    *(7, "2024-03-01", "polsek-rekaan", "Jumat Curhat", "Balai Desa Rekaan Jaya"),
                    *("Rekaan Jaya", None, "saran", "Warga berharap patroli ditingkatkan."),
                    *("patroli", None, None),
                ),
            ]
        },
        merge,
    )


MESSY = """\
Lembar Rekap Triwulan
  Baris 3: lihat
    LIHAT  L3: kolom `no hp pelapor` tidak dikenal, jadi isinya tidak diimpor
  Baris 5: sesi baru polsek-rekaan/2023-10-20, masukan `lampu-jalan`
  Baris 6: sesi polsek-rekaan/2023-10-20, masukan `pos-polisi-dibuka`
  Baris 7: belum dapat diimpor
    SALAH  B7 Tanggal: bisa dibaca dua cara: tulis 2023-11-08 untuk 8 November 2023, atau \
2023-08-11 untuk 11 Agustus 2023
    SALAH  K7 Jumlah hadir: Excel membaca titik ribuan sebagai koma desimal; kalau maksudnya \
1.636, ketik 1636 tanpa titik
  Baris 8: belum dapat diimpor
    SALAH  I8 Isi masukan: ada nomor yang tampak seperti NIK; hapus nomornya, tulis perannya \
saja: seorang warga
  Baris 9: belum dapat diimpor
    SALAH  H9 Jenis masukan: `sarann` tidak dikenal; maksud Anda `saran`? Pilihannya: keluhan, \
laporan, saran, usulan, kritik, harapan, pertanyaan, permintaan, apresiasi, kekhawatiran, \
sanggahan, temuan petugas, lainnya
    SALAH  J9 Tema masukan: `ronda` tidak dikenal; pakai kunci di data/themes.yml
    SALAH  K9 Jumlah hadir: ada nomor panjang, mungkin telepon atau NIK, yang disimpan Excel \
sebagai angka; hapus nomornya, tulis perannya saja
  Baris 10: belum dapat diimpor
    LIHAT  G10 RT: Excel menyimpannya sebagai angka 10; kalau mestinya diawali nol, misalnya 010, \
ketik ulang sebagai teks, dengan tanda petik ' di depannya
    SALAH  K10 Jumlah hadir: rumus di sel ini belum dihitung; buka di Excel lalu simpan lagi, \
atau salin dan tempel sebagai nilai
  Baris 11: sudah ada: polsek-rekaan/2024-03-01#patroli
    LIHAT  baris ini tersembunyi, tetapi ikut dibaca
    LIHAT  H11 Jenis masukan: berbeda dari yang sudah terbit, yang tidak diubah; kalau yang \
terbit keliru: kabar correct polsek-rekaan/2024-03-01#patroli

7 kesalahan harus diperbaiki dulu di berkas itu.
Tidak ada yang ditulis.
"""


def test_a_messy_recap_is_told_row_by_row_and_nothing_of_it_is_written(
    data: Path, kabar: Kabar
) -> None:
    before = recaps.records(data)
    said = kabar("import", str(messy(Path("rekap.xlsx"))), "--write", *TODAY)
    assert (said.out, said.err, said.code) == (MESSY, "", 1)
    assert recaps.records(data) == before


def test_no_value_that_may_be_personal_is_repeated(data: Path, kabar: Kabar) -> None:
    file = recap(
        data.parent / "rekap.xlsx",
        row(Isi_masukan="Hubungi 0812-3456-7890 segera."),
        row(Satuan="Budi Santoso", Desa=3271046504930002),
        row(Tanggal="3271046504930002", Tema="081234567890"),
        row(Isi_masukan="3,27E+15", Program=81234567890),
    )
    said = kabar("import", str(file), *TODAY)
    assert said.code == 1
    assert said.out.count("SALAH") >= 6
    for value in ("0812", "7890", "Santoso", "327104", "3,27", "8123"):
        assert value not in said.out


def test_what_was_refused_is_kept_nowhere(data: Path, kabar: Kabar) -> None:
    file = recap(Path("rekap.xlsx"), row(Isi_masukan="Hubungi 0812-3456-7890 segera."))
    assert kabar("import", str(file), *TODAY).code == 1
    kept = [one for one in (data.parent / ".kabar").rglob("*") if one.is_file()]
    assert kept
    assert not [one for one in kept if b"3456" in one.read_bytes()]
    assert not [one for one in data.parent.iterdir() if one.name.startswith(".kabar-coba")]


def test_one_session_stands_in_one_sheet(data: Path, kabar: Kabar) -> None:
    again = row(Tanggal="8 Maret 2024", Isi_masukan="Portal gang rusak.")
    workbook(Path("rekap.xlsx"), {"A": [HEADINGS, row()], "B": [HEADINGS, again]})
    said = kabar("import", "rekap.xlsx", *TODAY)
    assert said.code == 1
    assert "sesi ini sudah ada di baris 2 lembar lain" in said.out
    assert data.is_dir()


def test_rows_of_a_session_need_not_stand_together(data: Path, kabar: Kabar) -> None:
    file = recap(
        Path("rekap.xlsx"),
        row(),
        row(Tanggal="2024-03-15"),
        row(Tanggal="8 Maret 2024", Isi_masukan="Portal gang rusak."),
    )
    said = kabar("import", str(file), "--write", *TODAY)
    assert said.code == 0
    assert "Baris 4: sesi polsek-rekaan/2024-03-08, masukan `portal-gang-rusak`" in said.out
    assert len(list((data / "sessions/polsek-rekaan").iterdir())) == 3


def test_the_dry_run_writes_nothing_and_says_how_to(data: Path, kabar: Kabar) -> None:
    before = recaps.records(data)
    said = kabar("import", str(recap(Path("rekap.xlsx"), row())), *TODAY)
    assert said == (
        0,
        "Lembar Rekap\n"
        "  Baris 2: sesi baru polsek-rekaan/2024-03-08, masukan `lampu-jalan`\n\n"
        "Berkas catatannya:\n"
        "  data/sessions/polsek-rekaan/2024-03-08.yml (baru)\n"
        "Belum ada yang ditulis. Untuk menulisnya:\n"
        "    kabar import rekap.xlsx --write\n",
        "",
    )
    assert recaps.records(data) == before


def test_what_is_written_is_a_record_in_the_style_of_the_house(data: Path, kabar: Kabar) -> None:
    assert kabar("import", str(recap(Path("rekap.xlsx"), row())), "--write", *TODAY).code == 0
    assert (data / "sessions/polsek-rekaan/2024-03-08.yml").read_text(encoding="utf-8") == (
        "program: jumat-curhat\n"
        "satuan: polsek-rekaan\n"
        "tanggal: 2024-03-08\n"
        "tempat:\n"
        "  nama: Balai Desa\n"
        "  desa: Rekaan Jaya\n"
        "masukan:\n"
        "  - id: lampu-jalan\n"
        "    jenis: keluhan\n"
        "    tema: [lampu-jalan]\n"
        "    isi: Lampu jalan di pasar mati.\n"
        "    jawaban:\n"
        "      - jenis: penjelasan\n"
        "        isi: Sudah dilaporkan.\n"
    )


def test_running_it_twice_adds_nothing_twice(data: Path, kabar: Kabar) -> None:
    file = workbook(
        Path("rekap.xlsx"),
        {
            "Rekap": [HEADINGS, row(), row(Isi_masukan="Portal gang rusak.", Tema=None)],
            "Hasil": [
                OUTCOME_HEADINGS,
                (1, "Lampu jalan di pasar mati.", "2024-03-20", "dikerjakan", "Sudah diganti."),
                (2, "Portal gang rusak.", None, None, None),
                (
                    3,
                    "2024-03-01#patroli; 2024-03-01#jadwal",
                    "2024-03-21",
                    "dievaluasi",
                    "Dibahas.",
                ),
            ],
        },
    )
    first = kabar("import", str(file), "--write", *TODAY)
    assert first.code == 1  # a reference without a unit needs one: the sheet has no such column
    file = workbook(
        Path("rekap.xlsx"),
        {
            "Rekap": [HEADINGS, row(), row(Isi_masukan="Portal gang rusak.", Tema=None)],
            "Hasil": [
                OUTCOME_HEADINGS,
                (1, "Lampu jalan di pasar mati.", "2024-03-20", "dievaluasi", "Sudah dilihat."),
                (2, "Portal gang rusak.", None, None, None),
                (
                    *(3, "polsek-rekaan/2024-03-01#patroli; polsek-rekaan/2024-03-01#jadwal"),
                    *("2024-03-21", "dievaluasi", "Dibahas."),
                ),
            ],
        },
    )
    first = kabar("import", str(file), "--write", *TODAY)
    assert first.out == (
        "Lembar Rekap\n"
        "  Baris 2: sesi baru polsek-rekaan/2024-03-08, masukan `lampu-jalan`\n"
        "  Baris 3: sesi polsek-rekaan/2024-03-08, masukan `portal-gang-rusak`\n\n"
        "Lembar Hasil\n"
        "  Baris 2: kabar baru polsek-rekaan/2024-03-20-2, menjawab "
        "polsek-rekaan/2024-03-08#lampu-jalan, polsek-rekaan/2024-03-08#portal-gang-rusak\n"
        "  Baris 3: ikut kabar di baris 2\n"
        "  Baris 4: kabar baru polsek-rekaan/2024-03-21, menjawab "
        "polsek-rekaan/2024-03-01#patroli, polsek-rekaan/2024-03-01#jadwal\n\n"
        "Berkas catatannya:\n"
        "  data/sessions/polsek-rekaan/2024-03-08.yml (baru)\n"
        "  data/outcomes/polsek-rekaan/2024-03-20-2.yml (baru)\n"
        "  data/outcomes/polsek-rekaan/2024-03-21.yml (baru)\n"
        "Sudah ditulis. Lihat hasilnya: kabar serve\n"
    )
    after = recaps.records(data)
    assert kabar("import", "--template", "kosong.xlsx", *TODAY).code == 0
    empty = kabar("import", "kosong.xlsx", *TODAY)
    assert "Belum ada baris yang diisi." in empty.out
    assert "semuanya sudah ada" not in empty.out
    again = kabar("import", str(file), "--write", *TODAY)
    assert again.code == 0
    assert "baru" not in again.out.replace("Tidak ada yang baru", "")
    assert again.out.count("sudah ada: ") == 4
    assert recaps.records(data) == after


def test_a_new_concern_of_a_known_session_is_added_and_every_other_byte_stays(
    data: Path, kabar: Kabar
) -> None:
    known = data / "sessions/polsek-rekaan/2024-03-01.yml"
    before = known.read_bytes().replace(b"masukan:\n", b"# dibaca dua kali\nmasukan:\n")
    known.write_bytes(before)
    place = {"Tanggal": "1 Maret 2024", "Nama_tempat": "Balai Desa Rekaan Jaya"}
    file = recap(
        Path("rekap.xlsx"),
        row(**place, Isi_masukan="Warga berharap patroli ditingkatkan.", Jenis_masukan="permintaan",
            Tema="patroli", Jenis_jawaban=None, Isi_jawaban=None),
        row(**place, Isi_masukan="Portal gang rusak."),
    )  # fmt: skip
    said = kabar("import", str(file), "--write", *TODAY)
    assert said.code == 0
    assert "Baris 2: sudah ada: polsek-rekaan/2024-03-01#patroli\n  Baris 3" in said.out
    assert (
        "Baris 3: masukan baru `portal-gang-rusak` untuk sesi yang sudah ada, "
        "polsek-rekaan/2024-03-01" in said.out
    )
    assert "  data/sessions/polsek-rekaan/2024-03-01.yml (ditambah)" in said.out
    after = known.read_bytes()
    assert after.startswith(before)
    assert b"id: portal-gang-rusak" in after.removeprefix(before)


def test_an_announced_session_is_filled_when_its_recap_comes(data: Path, kabar: Kabar) -> None:
    announced = data / "sessions/polsek-khayal/2024-05-10.yml"
    small_archive.write(
        data.parent,
        {
            "sessions/polsek-khayal/2024-05-10.yml": "program: jumat-curhat\n"
            "satuan: polsek-khayal\ntanggal: 2024-05-10\ntempat:\n  nama: Pos kamling\n"
        },
    )
    when = {"Tanggal": "2024-05-10", "Satuan": "polsek-khayal", "Nama_tempat": "pos kamling"}
    file = recap(Path("rekap.xlsx"), row(**when, Desa=None))
    assert kabar("import", str(file), "--write", *TODAY).code == 0
    assert "id: lampu-jalan" in announced.read_text(encoding="utf-8")


def test_what_residents_said_after_silence_was_published_needs_a_correction(
    data: Path, kabar: Kabar
) -> None:
    file = recap(Path("rekap.xlsx"), row(Isi_masukan="nihil", Jenis_masukan=None, Tema=None,
                                         Jenis_jawaban=None, Isi_jawaban=None))  # fmt: skip
    assert kabar("import", str(file), "--write", *TODAY).code == 0
    assert "masukan: nihil" in (data / "sessions/polsek-rekaan/2024-03-08.yml").read_text()
    said = kabar("import", str(recap(Path("rekap.xlsx"), row())), *TODAY)
    assert said.code == 1
    assert "kabar correct polsek-rekaan/2024-03-08" in said.out


def test_what_was_corrected_is_known_by_what_it_said_before(data: Path, kabar: Kabar) -> None:
    file = recap(Path("rekap.xlsx"), row())
    assert kabar("import", str(file), "--write", *TODAY).code == 0
    session = data / "sessions/polsek-rekaan/2024-03-08.yml"
    text = session.read_text().replace("di pasar mati", "di pasar ikan mati")
    session.write_text(
        f"{text}koreksi:\n  - tanggal: 2024-03-10\n    bagian: masukan.lampu-jalan.isi\n"
        "    semula: Lampu jalan di pasar mati.\n    menjadi: Lampu jalan di pasar ikan mati.\n"
        "    sebab: kurang jelas\n"
    )
    said = kabar("import", str(file), *TODAY)
    assert said.code == 0
    assert "Baris 2: sudah ada: polsek-rekaan/2024-03-08#lampu-jalan\n\n" in said.out


@pytest.mark.parametrize("what", ["a concern", "the session"])
def test_what_was_withdrawn_does_not_come_back(data: Path, kabar: Kabar, what: str) -> None:
    file = recap(Path("rekap.xlsx"), row())
    assert kabar("import", str(file), "--write", *TODAY).code == 0
    stone = "ditarik:\n  tanggal: 2024-04-01\n  alasan: privasi\n  dasar: UU 27/2022\n"
    session = data / "sessions/polsek-rekaan/2024-03-08.yml"
    text = session.read_text()
    entry = "  - id: lampu-jalan\n    " + stone.replace("\n", "\n    ").strip() + "\n"
    session.write_text(stone if what == "the session" else text.partition("  - id")[0] + entry)
    before = recaps.records(data)
    said = kabar("import", str(file), "--write", *TODAY)
    assert said.code == 1
    assert "mungkin ini yang ditarik itu" in said.out
    assert recaps.records(data) == before


def test_several_answers_stand_in_rows_below(data: Path, kabar: Kabar) -> None:
    blank = row(**dict.fromkeys(name.replace(" ", "_") for name in HEADINGS))
    second = (*blank[:-2], "imbauan", "Hati-hati di malam hari.")
    said = kabar("import", str(recap(Path("rekap.xlsx"), row(), second)), "--write", *TODAY)
    assert said.code == 0
    text = (data / "sessions/polsek-rekaan/2024-03-08.yml").read_text(encoding="utf-8")
    assert text.count("- id:") == 1
    assert "- jenis: imbauan" in text


def test_a_concern_merged_over_its_answers_is_one_concern(data: Path, kabar: Kabar) -> None:
    def merge(book: Workbook) -> None:
        for column in "BCDEFGHI":
            book["Rekap"].merge_cells(f"{column}2:{column}4")

    blank = (None,) * (len(HEADINGS) - 2)
    rows = [HEADINGS, row(), (*blank, "imbauan", "Hati-hati."), (*blank, None, None)]
    file = workbook(Path("rekap.xlsx"), {"Rekap": rows}, merge)
    assert kabar("import", str(file), "--write", *TODAY).code == 0
    text = (data / "sessions/polsek-rekaan/2024-03-08.yml").read_text(encoding="utf-8")
    assert (text.count("- id:"), text.count("- jenis:")) == (1, 2)


@pytest.mark.usefixtures("data")
def test_one_session_says_one_thing_of_itself(kabar: Kabar) -> None:
    file = workbook(
        Path("rekap.xlsx"),
        {"": [(*HEADINGS, "Waktu"), (*row(), "09.00"), (*row(Isi_masukan="Lain."), "10.00")]},
    )
    said = kabar("import", str(file), *TODAY)
    assert "SALAH  L3 Waktu: berbeda dari L2, padahal sesinya sama" in said.out


def test_all_or_nothing_when_the_disk_fails_in_between(
    data: Path, kabar: Kabar, monkeypatch: pytest.MonkeyPatch
) -> None:
    file = recap(Path("rekap.xlsx"), row(), row(Tanggal="2024-03-15"), row(Tanggal="2024-03-22"))
    before = recaps.records(data)
    place = writing.changes._place
    calls: list[Path] = []

    def failing(target: Path, content: bytes | None) -> None:
        calls.append(target)
        if len(calls) == 3:
            raise OSError("disk full")
        place(target, content)

    monkeypatch.setattr(writing.changes, "_place", failing)
    said = kabar("import", str(file), "--write", *TODAY)
    assert said.code == 2
    assert "Tidak ada yang diubah." in said.err
    assert len(calls) > 3
    assert recaps.records(data) == before


def test_records_that_are_wrong_already_keep_an_import_from_being_written(
    data: Path, kabar: Kabar
) -> None:
    (data / "sessions/polsek-khayal").mkdir()
    (data / "sessions/polsek-khayal/x.yml").write_text("program: jumat-curhat\n")
    said = kabar("import", str(recap(Path("rekap.xlsx"), row())), "--write", *TODAY)
    assert said.code == 1
    assert "data/sessions/polsek-khayal/x.yml" in said.out
    assert not (data / "sessions/polsek-rekaan/2024-03-08.yml").exists()


# The template


@pytest.fixture
def filled(data: Path, kabar: Kabar) -> Path:
    """The template as an officer has filled it in."""
    file = Path("rekap.xlsx")
    assert kabar("import", "--template", str(file), *TODAY).code == 0
    assert data.is_dir()
    book = load_workbook(file)
    for title, rows in {
        "Sesi dan masukan": [
            {
                "Tanggal *": "5 April 2024",
                "Satuan *": "Polsek Khayal",
                "Program *": "Jumat Curhat",
                "Waktu": "09.00-11.00",
                "RW": "010",
                "Nama tempat": "Pos kamling",
                "Desa": "Khayal",
                "Jenis masukan *": "keluhan",
                "Isi masukan": "Jalan ke sawah gelap.",
                "Tema masukan": "Patroli; Lampu jalan",
                "Jenis jawaban": "komitmen",
                "Isi jawaban": "Kami patroli tiap malam.",
                "Janji berkala": "setiap hari",
                "Jumlah hadir": "30-40",
                "Jumlah personel": "1.636",
            },
            {"Jenis masukan *": "apresiasi", "Isi masukan": "Warga berterima kasih."},
        ],
        "Tindak lanjut": [
            {
                "Masukan yang dijawab": "Jalan ke sawah gelap.",
                "Tanggal *": "2024-04-10",
                "Kejadian *": "bukti berkala",
                "Uraian": "Patroli berjalan tiap malam.",
            }
        ],
    }.items():
        sheet = book[title]
        heads = {str(cell.value): cell.column or 0 for cell in sheet[1]}
        for number, values in enumerate(rows, sheet.max_row + 1):
            for heading, value in values.items():
                sheet.cell(number, heads[heading], value)
    book.save(file)
    return file


def test_the_template_filled_in_becomes_records_that_pass_and_is_known_afterwards(
    data: Path, filled: Path, kabar: Kabar
) -> None:
    said = kabar("import", str(filled), "--write", *TODAY)
    assert "SALAH" not in said.out
    assert "LIHAT" not in said.out
    assert "3 baris contoh dilewati." in said.out
    assert said.code == 0
    written = (data / "sessions/polsek-khayal/2024-04-05.yml").read_text(encoding="utf-8")
    for line in ("rw: 010", "waktu: 09.00-11.00", "jumlah: 30-40", "personel: 1.636"):
        assert line in written
    assert "tema: [patroli, lampu-jalan]" in written
    _archive, found = site.check(data.parent, data, small_archive.TODAY)
    assert not has_errors(found)
    after = recaps.records(data)
    again = kabar("import", str(filled), "--write", *TODAY)
    assert "Tidak ada yang baru: semuanya sudah ada." in again.out
    assert recaps.records(data) == after


@pytest.mark.usefixtures("data")
def test_the_template_offers_what_the_registries_hold(kabar: Kabar) -> None:
    assert kabar("import", "--template", "rekap.xlsx", *TODAY).code == 0
    book = load_workbook("rekap.xlsx")
    assert book.sheetnames == [GUIDE, "Sesi dan masukan", "Tindak lanjut", LISTS]
    sheet = book["Sesi dan masukan"]
    assert sheet.freeze_panes == "E2"
    unit = next(cell.column_letter for cell in sheet[1] if cell.value == "Satuan *")
    rule = next(
        one for one in sheet.data_validations.dataValidation if f"{unit}1:" in str(one.sqref)
    )
    _sheet, _mark, place = str(rule.formula1).partition("!")
    offered = [cell.value for (cell,) in book[LISTS][place.replace("$", "")]]
    assert offered == [
        *("Mabes Contoh", "Polda Contoh", "Polres Contoh", "Polres Seberang"),
        *("Polsek Khayal", "Polsek Rekaan"),
    ]
    assert "Satuan yang mengadakan" in str(rule.prompt)
    assert sheet.column_dimensions[unit].number_format == "@"


def test_a_template_never_replaces_a_file(data: Path, kabar: Kabar) -> None:
    Path("rekap.xlsx").write_bytes(b"milik orang")
    said = kabar("import", "--template", "rekap.xlsx", *TODAY)
    assert said == (2, "", "Berkas itu sudah ada; pilih nama lain.\n")
    assert Path("rekap.xlsx").read_bytes() == b"milik orang"
    assert data.is_dir()


def test_one_of_a_file_and_a_template_is_asked_for(data: Path, kabar: Kabar) -> None:
    assert kabar("import").code == 2
    assert kabar("import", "a.xlsx", "--template", "b.xlsx").code == 2
    assert "Sebut berkasnya: kabar import rekap.xlsx" in kabar("import").err
    assert data.is_dir()


@pytest.mark.parametrize("kind", [Kind.SESSION, Kind.OUTCOME])
def test_no_two_columns_have_one_heading(kind: Kind) -> None:
    headings = [plain(one.heading) for one in columns(kind)]
    assert len(set(headings)) == len(headings) > 40
    assert all(known(kind)[plain(one.heading)] == one for one in columns(kind))


def test_a_field_added_to_the_model_is_a_column(monkeypatch: pytest.MonkeyPatch) -> None:
    added = outline.Field("cuaca", "weather", "Cuaca.", outline.Holds.LINE, is_required=False)
    whole = outline.outline(Kind.SESSION)
    monkeypatch.setattr("generator.spreadsheet.columns.outline", lambda _kind: (*whole, added))
    columns.cache_clear()
    known.cache_clear()
    try:
        assert [one.heading for one in columns(Kind.SESSION)][-1] == "Cuaca"
        assert known(Kind.SESSION)["cuaca"].field is added
    finally:
        columns.cache_clear()
        known.cache_clear()


def test_what_a_recap_may_not_hold_is_left_to_other_commands() -> None:
    paths = {one.path for kind in (Kind.SESSION, Kind.OUTCOME) for one in columns(kind)}
    assert not {path for path in paths if set(path) & {"id", "koreksi", "bukti", "komitmen"}}


def test_without_the_library_it_is_said_how_to_install_it(
    data: Path, kabar: Kabar, monkeypatch: pytest.MonkeyPatch
) -> None:
    def missing(name: str) -> None:
        raise ImportError(name)

    monkeypatch.setattr("generator.spreadsheet.workbook.import_module", missing)
    said = kabar("import", "--template", "rekap.xlsx")
    assert said == (
        2,
        "",
        "Untuk berkas Excel, pasang dulu: pip install 'kabar-balik[spreadsheet]'\n",
    )
    assert data.is_dir()


def test_a_report_is_made_of_what_was_prepared(data: Path) -> None:
    file = recap(data.parent / "rekap.xlsx", row())
    found = prepare(file, data.parent, data, small_archive.TODAY)
    assert found.can_be_written
    assert [one.file for one in found.changes] == ["sessions/polsek-rekaan/2024-03-08.yml"]
    assert isinstance(found, importing.Import)
