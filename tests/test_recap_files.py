"""What an import refuses to open, how it reads what it opens, and what cells may hold."""

import datetime
from collections.abc import Callable
from contextlib import suppress
from functools import cache
from pathlib import Path
from zipfile import ZIP_DEFLATED, ZipFile

import pytest
import recaps
import small_archive
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from kabar_command import Kabar
from openpyxl import Workbook
from openpyxl.comments import Comment
from openpyxl.utils.datetime import CALENDAR_MAC_1904
from openpyxl.utils.exceptions import IllegalCharacterError
from recaps import HEADINGS, recap, repacked, row, workbook

from generator import records, site, writing
from generator.findings import has_errors
from generator.outline import Field, Holds
from generator.records import Kind, Registries
from generator.spreadsheet import CannotRead, importing, lines, package, prepare
from generator.spreadsheet.cells import Cell, NoResult, Value, letters, numbers
from generator.spreadsheet.names import names_of
from generator.spreadsheet.values import Typed, typed

TODAY = ("--as-of", "2024-06-01")


@pytest.fixture
def data(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    return recaps.project(tmp_path)


# What is not opened


def old_excel(file: Path) -> None:
    file.write_bytes(b"\xd0\xcf\x11\xe0" + bytes(512))


def locked(file: Path) -> None:
    file.write_bytes(b"\xd0\xcf\x11\xe0" + bytes(64) + "EncryptedPackage".encode("utf-16-le"))


def cut_off(file: Path) -> None:
    file.write_bytes(recap(file, row()).read_bytes()[:2000])


def no_workbook(file: Path) -> None:
    with ZipFile(file, "w") as archive:
        archive.writestr("halo.txt", "halo")


def bomb(file: Path) -> None:
    recap(file, row())
    with ZipFile(file, "a", ZIP_DEFLATED) as archive:
        archive.writestr("xl/media/a.bin", bytes(package.MOST_UNPACKED))


def entities(file: Path) -> None:
    def declare(parts: dict[str, bytes]) -> None:
        sheet = parts["xl/worksheets/sheet1.xml"]
        parts["xl/worksheets/sheet1.xml"] = b'<!DOCTYPE x [<!ENTITY a "b">]>' + sheet

    repacked(recap(file, row()), declare)


def macros(file: Path) -> None:
    repacked(recap(file, row()), lambda parts: parts.update({"xl/vbaProject.bin": b"x"}))


def too_many_rows(file: Path) -> None:
    workbook(file, {"Rekap": [HEADINGS, row(), *[()] * package.MOST_ROWS, row()]})


def too_wide(file: Path) -> None:
    workbook(file, {"Rekap": [HEADINGS, (*row(), *["x"] * package.MOST_COLUMNS)]})


@pytest.mark.parametrize(
    ("make", "words"),
    [
        (old_excel, "berkas Excel lama (.xls)"),
        (locked, "dikunci dengan kata sandi"),
        (lambda file: file.write_bytes(b"halo"), "bukan berkas Excel"),
        (cut_off, "rusak atau tidak lengkap"),
        (no_workbook, "rusak atau tidak lengkap"),
        (bomb, "Isi berkas ini terlalu banyak"),
        (entities, "rusak atau tidak lengkap"),
        (macros, "memuat makro"),
        (too_many_rows, "Isi berkas ini terlalu banyak"),
        (too_wide, "Isi berkas ini terlalu banyak"),
        (lambda file: recap(file), "Tidak ada lembar yang judul kolomnya dikenal"),
    ],
)  # fmt: skip
def test_what_cannot_be_read_is_refused_in_plain_words(
    data: Path, kabar: Kabar, make: Callable[[Path], object], words: str
) -> None:
    make(file := Path("rekap.xlsx"))
    if words.startswith("Tidak ada lembar"):
        workbook(file, {"Lain": [("apa", "saja")]})
    said = kabar("import", str(file), *TODAY)
    assert (said.code, said.out) == (2, "")
    assert words in said.err
    assert data.is_dir()


@pytest.mark.usefixtures("data")
@pytest.mark.parametrize(
    ("name", "words"),
    [
        ("rekap.xlsm", "memuat makro"),
        ("rekap.ods", "hanya berkas Excel"),
        ("x.xlsx", "tidak dapat dibuka"),
    ],
)
def test_other_kinds_of_files_are_refused(kabar: Kabar, name: str, words: str) -> None:
    if name != "x.xlsx":
        Path(name).write_bytes(b"x")
    said = kabar("import", name, *TODAY)
    assert said.code == 2
    assert words in said.err


def test_a_cell_merged_over_everything_costs_nothing(data: Path) -> None:
    def merge(parts: dict[str, bytes]) -> None:
        sheet = parts["xl/worksheets/sheet1.xml"]
        parts["xl/worksheets/sheet1.xml"] = sheet.replace(
            b"</sheetData>",
            b'</sheetData><mergeCells><mergeCell ref="M1:XFD1048576"/></mergeCells>',
        )

    file = repacked(recap(data.parent / "rekap.xlsx", row()), merge)
    assert prepare(file, data.parent, data, small_archive.TODAY).can_be_written


@cache
def sound(folder: Path) -> bytes:
    """The bytes of a sound workbook; the hour it was made is in them, so it is made once."""
    return recap(folder / "utuh.xlsx", row()).read_bytes()


@given(st.data())
@settings(max_examples=40, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_a_damaged_workbook_is_read_or_refused_and_never_more(
    tmp_path: Path, data: st.DataObject
) -> None:
    content = bytearray(sound(tmp_path))
    for _number in range(data.draw(st.integers(1, 6))):
        content[data.draw(st.integers(0, len(content) - 1))] = data.draw(st.integers(0, 255))
    (tmp_path / "rekap.xlsx").write_bytes(content)
    with suppress(CannotRead):
        importing.book_of(tmp_path / "rekap.xlsx")


# What is read, and what is said of it


def test_what_is_hidden_or_not_read_is_said(data: Path, kabar: Kabar) -> None:
    def hide(book: Workbook) -> None:
        sheet = book["Rekap"]
        sheet.column_dimensions["E"].hidden = True
        sheet["B2"].comment = Comment("cek lagi", "humas")
        book["Lama"].sheet_state = "hidden"

    workbook(
        Path("rekap.xlsx"),
        {"Rekap": [HEADINGS, row()], "Lama": [HEADINGS, row()], "Corat-coret": [("apa",)]},
        hide,
    )
    said = kabar("import", "rekap.xlsx", *TODAY)
    assert said.code == 0
    for words in (
        "kolom E tersembunyi, tetapi ikut dibaca",
        "lembar ini tersembunyi, jadi tidak dibaca",
        "judul kolomnya tidak dikenal, jadi lembar ini tidak dibaca",
        "komentar pada sel tidak dibaca",
    ):
        assert words in said.out
    assert data.is_dir()


def test_days_counted_from_1904_are_the_same_days(data: Path, kabar: Kabar) -> None:
    def count(book: Workbook) -> None:
        book.epoch = CALENDAR_MAC_1904

    when = datetime.datetime(2024, 3, 8)
    workbook(Path("rekap.xlsx"), {"Rekap": [HEADINGS, row(Tanggal=when)]}, count)
    assert "polsek-rekaan/2024-03-08" in kabar("import", "rekap.xlsx", *TODAY).out
    assert data.is_dir()


def test_headings_may_stand_in_two_rows(data: Path) -> None:
    def merge(book: Workbook) -> None:
        book["Rekap"].merge_cells("E1:F1")

    file = workbook(
        data.parent / "rekap.xlsx",
        {
            "Rekap": [
                (None, None, None, None, "Masukan", None),
                ("Tanggal", "Satuan", "Program", "Desa", "Jenis", "Isi"),
                ("2024-03-08", "Polsek Rekaan", "Jumat Curhat", "Rekaan Jaya", "saran", "Portal."),
            ]
        },
        merge,
    )
    found = prepare(file, data.parent, data, small_archive.TODAY)
    assert [one.message for one in found.troubles] == []
    assert "masukan `portal`" in "\n".join(lines(found))


@pytest.mark.parametrize(
    ("headings", "words"),
    [
        (("Tanggal", "Satuan", "Program", "Tanggal"), "sama-sama berisi Tanggal"),
        (("Tanggal", "Satuan", "Isi masukan"), "belum ada kolom Program"),
        (("Tanggal", "Satuan", "Program", "Isi masukn"), "maksud Anda Isi masukan?"),
    ],
)
def test_headings_that_cannot_be_right_are_told(
    data: Path, headings: tuple[str, ...], words: str
) -> None:
    file = workbook(
        data.parent / "rekap.xlsx",
        {"": [headings, ("2024-03-08", "Polsek Rekaan", "Jumat Curhat", "Portal.")]},
    )
    found = prepare(file, data.parent, data, small_archive.TODAY)
    assert not found.can_be_written
    assert words in " ".join(one.message for one in found.troubles)


@pytest.mark.parametrize("separator", [";", ",", "\t"])
@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "cp1252", "utf-16"])
def test_a_table_of_text_is_read_whoever_wrote_it(
    data: Path, separator: str, encoding: str
) -> None:
    cells = [*map(str, row(Isi_masukan='Lampu mati.\n"Gelap", kata warga – café.'))]
    cells = [f'"{one.replace(chr(34), chr(34) * 2)}"' for one in cells]
    text = f"{separator.join(HEADINGS)}\r\n{separator.join(cells)}\r\n{separator * 5}\r\n"
    file = data.parent / "rekap.csv"
    file.write_bytes(text.encode(encoding))
    found = prepare(file, data.parent, data, small_archive.TODAY)
    assert found.can_be_written, found.troubles
    (change,) = found.changes
    assert change.after is not None
    assert 'Lampu mati.\n      "Gelap", kata warga – café.\n' in change.after.decode()


# What cells hold


FIELDS = {
    holds: Field("kunci", "", "", holds, is_required=False)
    for holds in (Holds.LINE, Holds.TEXT, Holds.DATE, Holds.TIME, Holds.COUNT, Holds.AMOUNT)
}


def read(value: Value, holds: Holds, form: str = "") -> Typed | None:
    """What a cell says for a field, where no registry is known."""
    return typed(Cell(1, 1, value, form), FIELDS[holds], names_of(Registries({}, {}, {}, {})))


@pytest.mark.parametrize(
    ("holds", "value", "form", "text"),
    [
        (Holds.DATE, datetime.datetime(2023, 10, 20), "", "2023-10-20"),
        (Holds.DATE, datetime.datetime(2023, 10, 20, 16, 30), "", "2023-10-20"),
        (Holds.DATE, "Jumat, 20 OKTOBER 2023", "", "2023-10-20"),
        (Holds.DATE, "20/10/2023", "", "2023-10-20"),
        (Holds.DATE, "20.10.2023", "", "2023-10-20"),
        (Holds.DATE, "Jumat, 20-10-2023", "", "2023-10-20"),
        (Holds.DATE, "2023-10-20 00:00:00", "", "2023-10-20"),
        (Holds.DATE, "8/11/2023", "", "8/11/2023"),
        (Holds.DATE, "2023-10", "", "2023-10"),
        (Holds.TIME, datetime.time(16, 30), "", "16.30"),
        (Holds.TIME, datetime.timedelta(hours=16, minutes=30), "", "16.30"),
        (Holds.TIME, "Pukul 16.30 s/d 18.00", "", "16.30-18.00"),
        (Holds.COUNT, 30.0, "", "30"),
        (Holds.COUNT, "1.636", "", "1.636"),
        (Holds.COUNT, "28 personel", "", "28"),
        (Holds.AMOUNT, "sekitar 30 orang", "", "sekitar 30 orang"),
        (Holds.LINE, 10, "000", "010"),
        (Holds.LINE, "010", "", "010"),
        (Holds.LINE, " RT\u00a0010 \n", "", "RT 010"),
        (Holds.TEXT, "satu  dua \r\n\r\n\r\n\r\ntiga ", "", "satu dua\n\ntiga"),
    ],
)
def test_what_a_cell_says_is_kept(holds: Holds, value: Value, form: str, text: str) -> None:
    found = read(value, holds, form)
    assert found is not None
    assert (found.value, found.is_wrong, found.message) == (text, False, "")


@pytest.mark.parametrize("value", ["", "  ", "-", "–", "\n"])
def test_a_blank_or_a_dash_says_nothing(value: str) -> None:
    assert read(value, Holds.TEXT) is None


@pytest.mark.parametrize(
    ("holds", "value", "words"),
    [
        (Holds.COUNT, 1.636, "kalau maksudnya 1.636, ketik 1636"),
        (Holds.COUNT, 30.5, "kalau maksudnya 30.500, ketik 30500"),
        (Holds.COUNT, 0.12345, "harus bilangan bulat"),
        (Holds.COUNT, datetime.datetime(2024, 4, 3), "menjadi tanggal (3 April 2024)"),
        (Holds.AMOUNT, datetime.time(3, 4), "menjadi jam"),
        (Holds.DATE, 45219, "kalau maksudnya 20 Oktober 2023, tulis 2023-10-20"),
        (Holds.TIME, 0.6875, "kalau maksudnya 16.30, ketik '16.30"),
        (Holds.TIME, 16.3, "kalau maksudnya 16.30, ketik '16.30"),
        (Holds.TIME, 99, "isinya angka, bukan jam"),
        (Holds.LINE, True, "BENAR atau SALAH"),
        (Holds.LINE, 1.5, "angka pecahan"),
        (Holds.LINE, 81234567890, "mungkin telepon atau NIK"),
        (Holds.TEXT, 3.27e15, "mungkin telepon atau NIK"),
        (Holds.COUNT, -3.27e15, "mungkin telepon atau NIK"),
        (Holds.TEXT, float("nan"), "mungkin telepon atau NIK"),
        (Holds.LINE, "3,27E+15", "mungkin telepon atau NIK"),
        (Holds.LINE, NoResult.ERROR, "berakhir dengan galat"),
        (Holds.LINE, NoResult.NEVER_CALCULATED, "belum dihitung"),
        (Holds.LINE, "idem", "tulis isinya lengkap"),
        (Holds.LINE, '"', "tulis isinya lengkap"),
        (Holds.TEXT, "sa\u200bya", "tanda tak terlihat U+200B"),
    ],
)
def test_what_a_spreadsheet_did_to_a_cell_is_told(holds: Holds, value: Value, words: str) -> None:
    found = read(value, holds)
    assert found is not None
    assert found.is_wrong
    assert words in found.message


def test_a_number_that_may_have_lost_its_zero_is_kept_and_told() -> None:
    found = read(10, Holds.LINE)
    assert found is not None
    assert (found.value, found.is_wrong) == ("10", False)
    assert "misalnya 010" in found.message


def test_a_registry_is_named_as_officers_name_it(data: Path) -> None:
    names = names_of(records.read(data.parent, data).records.registries)
    field = Field("tema", "", "", Holds.KEY, is_required=False, is_many=True, registry=Kind.THEME)
    for said in ("Lampu jalan; patroli", "GELAP, Patroli", "lampu-jalan\npatroli"):
        found = typed(Cell(1, 1, said), field, names)
        assert found is not None
        assert found.value == ["lampu-jalan", "patroli"]


def test_places_are_named_as_a_spreadsheet_names_them() -> None:
    assert [letters(one) for one in (1, 26, 27, 702, 703)] == ["A", "Z", "AA", "ZZ", "AAA"]
    assert numbers("AA10") == (10, 27)
    for wrong in ("", "10", "A", "Ä1"):
        with pytest.raises(ValueError, match=f"^{wrong}$"):
            numbers(wrong)


# Whatever stands in a recap


_ANYTHING = st.one_of(
    st.none(),
    st.integers(),
    st.floats(),
    st.booleans(),
    st.dates(datetime.date(1901, 1, 1), datetime.date(2100, 1, 1)),
    st.times(),
    st.text(max_size=40),
    st.text("0123456789-/.,+E '#@", max_size=20),
    st.sampled_from(
        [
            *("2024-03-08", "8/3/2024", "polsek-rekaan", "Polsek Khayal", "Jumat Curhat"),
            *("keluhan", "nihil", "tidak ada", "tidak dirinci", "patroli", "081234567890"),
            *("3271046504930002", "=1+1", "- a: b", "x: {y", "2024-03-01#patroli", "?", "x"),
            *("2024-03-01", "Warga berharap patroli ditingkatkan.", "a" * 300, "...", "# b"),
        ]
    ),
)


@given(st.lists(st.tuples(st.sampled_from(HEADINGS[1:]), _ANYTHING), min_size=1, max_size=4))
@settings(max_examples=60, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_whatever_cells_hold_nothing_is_written_that_the_check_refuses(
    tmp_path_factory: pytest.TempPathFactory, changed: list[tuple[str, object]]
) -> None:
    root = tmp_path_factory.mktemp("rekap")
    data = recaps.project(root)
    values = {name.replace(" ", "_"): value for name, value in changed}
    try:
        file = recap(root / "rekap.xlsx", row(**values), row(Tanggal="2024-03-15"))
    except (IllegalCharacterError, ValueError):
        return  # no spreadsheet can hold this
    found = prepare(file, root, data, small_archive.TODAY)
    assert "\n".join(lines(found))
    if found.can_be_written:
        writing.carry_out(found.changes, data)
        _archive, findings = site.check(root, data, small_archive.TODAY)
        assert not has_errors(findings)
        again = prepare(file, root, data, small_archive.TODAY)
        assert again.changes == ()
