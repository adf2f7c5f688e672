"""The workbook officers fill in: columns read off the model, lists to choose from, few words.

Its own words are Indonesian whatever language the program speaks, because its headings are what an
import looks for. Every cell is text, so that no spreadsheet turns what is typed into another date
or number.
"""

from collections.abc import Iterator, Mapping, Sequence
from io import BytesIO
from types import MappingProxyType
from typing import Any

from generator.archive import Archive
from generator.model import Concern
from generator.outline import Field, Holds, without_key
from generator.records import Kind
from generator.spreadsheet.cells import letters
from generator.spreadsheet.columns import ANSWERED, DAY, ENTRY, PROGRAMME, UNIT, Column, columns
from generator.spreadsheet.layout import EXAMPLE
from generator.spreadsheet.names import Names, names_of
from generator.spreadsheet.workbook import openpyxl

GUIDE, LISTS = "Petunjuk", "Daftar"
OTHER_SHEETS = frozenset({GUIDE, LISTS})
"""The sheets that hold no recap."""

_TITLES = {Kind.SESSION: "Sesi dan masukan", Kind.OUTCOME: "Tindak lanjut"}
_LAST_ROW = 2_000
_MOST_OPEN = 2_000
_LONGEST_PROMPT, _LONGEST_TITLE = 250, 32
_FIRST_CELLS = {Kind.SESSION: "E2", Kind.OUTCOME: "C2"}
"""What stands above and left of these stays in sight."""
_LIKELY = ("jumat-curhat", "polsek")
_NOTE = "Baris yang diawali kata contoh tidak diimpor."
_WIDTHS = {
    Holds.TEXT: 48,
    Holds.LINE: 24,
    Holds.KEY: 26,
    Holds.REFERENCE: 44,
    Holds.ADDRESS: 30,
    Holds.WORD: 20,
    Holds.DATE: 18,
    Holds.DAY: 18,
}
_OTHER_WIDTH = 14
_REQUIRED, _COMMON, _OF_ENTRY = "1F4E5F", "3E7C91", "4A7A3D"

_GUIDE = (
    "Rekap Kabar Balik",
    "",
    "1. Isi lembar Sesi dan masukan: satu baris untuk setiap masukan warga.",
    "2. Tanggal, satuan, program, dan tempat cukup ditulis di baris pertama sesi itu. Baris di "
    "bawahnya boleh dikosongkan, diulang, atau selnya digabung.",
    "3. Kalau warga tidak menyampaikan apa-apa, tulis nihil di kolom Isi masukan.",
    "4. Isi lembar Tindak lanjut: satu baris untuk setiap kabar. Pilih masukan yang dijawab dari "
    "daftarnya, atau salin isinya persis dari lembar Sesi dan masukan.",
    "5. Kolom bertanda * harus diisi. Yang lain boleh kosong. Klik sebuah sel untuk membaca "
    "penjelasannya.",
    "6. Beberapa isi dalam satu sel dipisahkan titik koma: patroli; lampu jalan.",
    "7. Jangan tulis nama, nomor telepon, NIK, atau alamat rumah warga. Tulis perannya saja: "
    "seorang warga, ketua RT.",
    "8. Baris yang diawali kata contoh tidak diimpor. Hapus bila sudah tidak perlu.",
    "",
    "Periksa dulu:  kabar import rekap.xlsx",
    "Lalu tulis:    kabar import rekap.xlsx --write",
)

_EXAMPLES: Mapping[Kind, Sequence[Mapping[tuple[str, ...], str]]] = MappingProxyType(
    {
        Kind.SESSION: (
            {
                (DAY,): "2025-01-03",
                (UNIT,): "",
                (PROGRAMME,): "",
                ("tempat", "nama"): "Balai Desa",
                ("tempat", "desa"): "Contoh Jaya",
                ("waktu",): "09.00-11.00",
                (ENTRY, "jenis"): "keluhan",
                (ENTRY, "isi"): "Lampu jalan di dekat pasar mati sejak dua minggu lalu.",
                (ENTRY, "jawaban", "jenis"): "komitmen",
                (ENTRY, "jawaban", "isi"): "Kami sampaikan ke dinas dan kami kabari hasilnya.",
                (ENTRY, "janji", "tenggat"): "2025-02-03",
                ("hadir", "jumlah"): "sekitar 30",
            },
            {
                (ENTRY, "jenis"): "pertanyaan",
                (ENTRY, "isi"): "Warga bertanya kapan SIM keliling datang lagi.",
                (ENTRY, "jawaban", "jenis"): "penjelasan",
                (ENTRY, "jawaban", "isi"): "Setiap Rabu pertama di halaman kantor desa.",
            },
        ),
        Kind.OUTCOME: (
            {
                (ANSWERED,): "Lampu jalan di dekat pasar mati sejak dua minggu lalu.",
                (DAY,): "2025-01-20",
                ("kejadian",): "dikoordinasikan",
                ("uraian",): "Dinas menjadwalkan perbaikan minggu depan.",
                ("mitra",): "Dinas Perhubungan",
            },
        ),
    }
)


def template(archive: Archive) -> bytes:
    """Make the workbook: a sheet for sessions, one for follow-ups, one of lists, one that explains.

    Lists hold the registries, the fixed words, and the concerns that are still open. Raises
    SettingsError where the library for workbooks is missing.
    """
    return _Template(archive).made()


class _Template:
    def __init__(self, archive: Archive) -> None:
        self._names: Names = names_of(archive.records.registries)
        self._styles = openpyxl("openpyxl.styles")
        self._validation = openpyxl("openpyxl.worksheet.datavalidation").DataValidation
        self._book = openpyxl().Workbook()
        self._open = list(_open_concerns(archive))
        self._ranges: dict[tuple[str, ...], str] = {}

    def made(self) -> bytes:
        guide = self._book.active
        guide.title = GUIDE
        sheets = {kind: self._book.create_sheet(title) for kind, title in _TITLES.items()}
        self._lists = self._book.create_sheet(LISTS)
        self._explain(guide)
        for kind, sheet in sheets.items():
            self._recap(kind, sheet)
        self._list_concerns()
        self._lists.freeze_panes = "A2"
        self._book.active = 1
        stream = BytesIO()
        self._book.save(stream)
        return stream.getvalue()

    def _explain(self, sheet: Any) -> None:
        sheet.column_dimensions["A"].width = 100
        for number, words in enumerate(_GUIDE, 1):
            cell = sheet.cell(number, 1, words)
            cell.alignment = self._styles.Alignment(wrap_text=True, vertical="top")
            cell.font = self._styles.Font(bold=number == 1, size=16 if number == 1 else 11)

    def _recap(self, kind: Kind, sheet: Any) -> None:
        self._heading(sheet, 1, "No", _COMMON, 10)
        self._validate(sheet, 1, "No", _NOTE, None)
        for number, column in enumerate(columns(kind), 2):
            heading = f"{column.heading} *" if column.is_required else column.heading
            colour = _OF_ENTRY if column.is_entry else _COMMON
            colour = _REQUIRED if column.is_required else colour
            width = _WIDTHS.get(column.field.holds, _OTHER_WIDTH)
            self._heading(sheet, number, heading, colour, width)
            self._validate(sheet, number, column.heading, _prompt(column.field), self._list(column))
        for row, example in enumerate(_EXAMPLES[kind], 2):
            self._example(sheet, row, kind, example)
        sheet.freeze_panes = _FIRST_CELLS[kind]
        sheet.row_dimensions[1].height = 48

    def _heading(self, sheet: Any, number: int, words: str, colour: str, width: int) -> None:
        cell = sheet.cell(1, number, words)
        cell.font = self._styles.Font(bold=True, color="FFFFFF")
        cell.fill = self._styles.PatternFill("solid", fgColor=colour)
        cell.alignment = self._styles.Alignment(wrap_text=True, vertical="center")
        every = sheet.column_dimensions[letters(number)]
        every.width = width
        every.number_format = "@"
        every.alignment = self._styles.Alignment(wrap_text=True, vertical="top")

    def _validate(
        self, sheet: Any, number: int, title: str, prompt: str, choice: tuple[str, bool] | None
    ) -> None:
        rule = self._validation(
            type="list" if choice else None,
            formula1=choice[0] if choice else None,
            allow_blank=True,
            showErrorMessage=bool(choice and choice[1]),
            error="Pilih dari daftar.",
            errorTitle="Tidak ada di daftar",
            showInputMessage=True,
            promptTitle=title[:_LONGEST_TITLE],
            prompt=prompt[:_LONGEST_PROMPT],
        )
        letter = letters(number)
        rule.add(f"{letter}1:{letter}{_LAST_ROW}")
        sheet.add_data_validation(rule)

    def _list(self, column: Column) -> tuple[str, bool] | None:
        """Give where the choices of a column stand, and whether nothing else may be typed."""
        field = column.field
        if field.holds is Holds.KEY and field.registry:
            words = tuple(sorted(self._names.labels[field.registry].values(), key=str.casefold))
            return self._range(column.heading, words), not field.is_many
        if field.holds is Holds.WORD:
            return self._range(column.heading, field.words), not field.is_many
        if column.path == (ANSWERED,):
            words = tuple(identity for identity, _text in self._open)
            return self._range(column.heading, words), False
        return None

    def _range(self, heading: str, words: tuple[str, ...]) -> str:
        """Give the place of a list on its sheet; the same words are listed once."""
        if words not in self._ranges:
            number = len(self._ranges) * 2 + 1
            self._heading(self._lists, number, heading, _COMMON, 30)
            for row, word in enumerate(words, 2):
                self._lists.cell(row, number, word).number_format = "@"
            letter = letters(number)
            self._ranges[words] = f"{LISTS}!${letter}$2:${letter}${max(len(words), 1) + 1}"
        return self._ranges[words]

    def _list_concerns(self) -> None:
        """Set beside each open concern what it says: nobody knows ids by heart."""
        words = tuple(identity for identity, _text in self._open)
        if words not in self._ranges:
            return
        number = list(self._ranges).index(words) * 2 + 2
        self._heading(self._lists, number, "Isinya", _COMMON, 80)
        for row, (_identity, text) in enumerate(self._open, 2):
            self._lists.cell(row, number, text).number_format = "@"

    def _example(
        self, sheet: Any, row: int, kind: Kind, example: Mapping[tuple[str, ...], str]
    ) -> None:
        self._grey(sheet.cell(row, 1, EXAMPLE))
        for number, column in enumerate(columns(kind), 2):
            words = example.get(column.path)
            if words is not None:
                self._grey(sheet.cell(row, number, words or self._likely(column.field)))

    def _likely(self, field: Field) -> str:
        """Give what an officer of a Polsek would choose from a registry."""
        labels = self._names.labels[field.registry] if field.registry else {}
        likely = [name for key, name in labels.items() if key.startswith(_LIKELY)]
        return next(iter([*likely, *labels.values()]), "")

    def _grey(self, cell: Any) -> None:
        cell.font = self._styles.Font(italic=True, color="777777")
        cell.number_format = "@"
        cell.alignment = self._styles.Alignment(wrap_text=True, vertical="top")


def _prompt(field: Field) -> str:
    said = [without_key(field.says)]
    if field.holds in (Holds.DAY, Holds.DATE):
        said.append("Tulis 2025-01-03 atau 3 Januari 2025.")
    if field.is_many and field.holds is not Holds.TEXT:
        said.append("Beberapa dipisahkan titik koma.")
    if field.default:
        said.append(f"Bila kosong: {field.default}.")
    return " ".join(said)


def _open_concerns(archive: Archive) -> Iterator[tuple[str, str]]:
    """Give the concerns that still await something, of the newest sessions first."""
    count = 0
    for session in archive.sessions:
        for matter in archive.matters_of.get(session.id, ()):
            one = matter.concern
            is_open = matter.follow_up is not None and matter.follow_up.ended is None
            if is_open and isinstance(one, Concern) and count < _MOST_OPEN:
                count += 1
                yield matter.id, " ".join((one.text or "").split())
