"""The story of an import: a file read, its rows understood, tried out on the records, and written.

Nothing is written unless the check of all records, as they would be, finds nothing wrong; then all
of it is, or none.
"""

import datetime
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from generator import archive, records, site
from generator.findings import Finding
from generator.language import _
from generator.records import Kind, prefix_of
from generator.spreadsheet import csv_table, package, workbook
from generator.spreadsheet.cells import Book, CannotRead, Sheet, letters
from generator.spreadsheet.drafts import Drafted, drafted
from generator.spreadsheet.follow_ups import FollowUpPlan
from generator.spreadsheet.layout import layout_of
from generator.spreadsheet.names import Names, names_of
from generator.spreadsheet.places import Places
from generator.spreadsheet.plan import Plan, Said
from generator.spreadsheet.published import Published
from generator.spreadsheet.sessions import SessionPlan
from generator.spreadsheet.template import OTHER_SHEETS
from generator.spreadsheet.troubles import Trouble, has_errors, note, sheet_name
from generator.writing import Change

TABLE, WORKBOOK = ".csv", ".xlsx"
_WITH_MACROS = (".xlsm", ".xltm", ".xlsb")


@dataclass(frozen=True, slots=True)
class Import:
    """What an import comes to.

    `said` tells what becomes of every row that is well, `troubles` what is wrong or worth a look,
    both by sheet and row; `sheets` are the names of the sheets by number. `findings` are errors of
    records the import does not touch. `changes` are what is to be written.
    """

    sheets: dict[int, str]
    said: tuple[Said, ...]
    troubles: tuple[Trouble, ...]
    findings: tuple[Finding, ...]
    changes: tuple[Change, ...]
    examples: int = 0
    has_gaps: bool = False

    @property
    def can_be_written(self) -> bool:
        """Whether nothing is wrong, and nothing stands for what could not be read."""
        return not (has_errors(self.troubles) or self.findings or self.has_gaps)


def prepare(
    file: Path, root: Path, data: Path, today: datetime.date, *, work: Path | None = None
) -> Import:
    """Read a recap and say what it would write below `data`; writes nothing.

    `root` is the project's folder, `work` that of what the program keeps between runs. Raises
    CannotRead for a file that is no workbook or table, SettingsError where the library for
    workbooks is missing.
    """
    book = book_of(file)
    reading = records.read(root, data, work=work)
    names = names_of(reading.records.registries)
    troubles, made = _understood(book, names)
    plan = Plan(Published(archive.build(reading.records, today), data))
    drafts = [draft for one in made for draft in one.drafts]
    # Sessions first: follow-ups may answer their new concerns.
    for draft in drafts:
        if draft.kind is Kind.SESSION:
            SessionPlan(plan, draft).make()
    for draft in drafts:
        if draft.kind is Kind.OUTCOME:
            FollowUpPlan(plan, draft).make()
    others, found = _tried(plan, root, data, today, work)
    return Import(
        sheets={one.number: sheet_name(one) for one in book.sheets},
        said=tuple(sorted(plan.said)),
        troubles=_sorted(troubles, (one for each in made for one in each.troubles), plan, found),
        findings=others,
        changes=tuple(one.change for one in plan.written.values()),
        examples=sum(len(one.examples) for one in made),
        has_gaps=any(
            part.held_open for one in plan.written.values() for _draft, part in one.parts.values()
        ),
    )


def book_of(file: Path) -> Book:
    """Read a workbook or a table of text; raises CannotRead."""
    suffix = file.suffix.lower()
    if suffix in _WITH_MACROS:
        raise package.with_macros()
    content = package.content_of(file)
    if suffix == TABLE:
        return csv_table.book_of(content)
    if suffix == WORKBOOK:
        return workbook.book_of(content)
    raise CannotRead(
        _("Yang dapat diimpor hanya berkas Excel (.xlsx) atau CSV (.csv); simpan ulang dulu.")
    )


def _understood(book: Book, names: Names) -> tuple[list[Trouble], list[Drafted]]:
    troubles: list[Trouble] = []
    made: list[Drafted] = []
    for sheet in book.sheets:
        if sheet.name in OTHER_SHEETS:
            continue
        layout = layout_of(sheet)
        if layout is None or sheet.is_hidden:
            troubles += _unread(sheet, is_recap=layout is not None)
            continue
        troubles += layout.troubles
        troubles += _hidden_columns(sheet, layout.columns)
        if layout.is_usable:
            made.append(drafted(sheet, layout, names))
    if not made and not has_errors(troubles):
        raise CannotRead(
            _(
                "Tidak ada lembar yang judul kolomnya dikenal. Buat contohnya dengan "
                "kabar import --template rekap.xlsx, lalu samakan judul kolomnya."
            )
        )
    troubles += _of_book(book)
    return troubles, made


def _unread(sheet: Sheet, *, is_recap: bool) -> Iterator[Trouble]:
    if sheet.is_hidden and is_recap:
        yield note(sheet, 0, _("lembar ini tersembunyi, jadi tidak dibaca; tampilkan bila perlu"))
    elif not sheet.is_hidden and sheet.rows:
        yield note(sheet, 0, _("judul kolomnya tidak dikenal, jadi lembar ini tidak dibaca"))


def _hidden_columns(sheet: Sheet, used: Iterable[int]) -> Iterator[Trouble]:
    hidden = sorted(sheet.hidden_columns.intersection(used))
    if hidden:
        said = _("kolom {columns} tersembunyi, tetapi ikut dibaca")
        yield note(sheet, 0, said.format(columns=", ".join(map(letters, hidden))))


def _of_book(book: Book) -> Iterator[Trouble]:
    first = book.sheets[0]
    if book.has_remarks:
        yield note(first, 0, _("komentar pada sel tidak dibaca"))
    if book.has_links:
        yield note(first, 0, _("tautan ke berkas lain tidak dibuka; yang dibaca nilai terakhirnya"))


def _tried(
    plan: Plan, root: Path, data: Path, today: datetime.date, work: Path | None
) -> tuple[tuple[Finding, ...], list[Trouble]]:
    """Check all records as they would be: what is wrong in others, and what in ours."""
    changes = [one.change for one in plan.written.values()]
    _archive, found = site.rehearse(root, data, changes, today, work=work)
    prefix, here = f"{data.name}/", prefix_of(root, data)
    others: list[Finding] = []
    ours: list[Trouble] = []
    places: dict[str, Places] = {}
    for one in found:
        name = one.file.removeprefix(prefix)
        written = plan.written.get(name)
        if written is None:
            if one.is_error:
                others.append(_renamed(one, f"{here}{name}"))
            continue
        if name not in places:
            places[name] = Places(written)
        told = places[name].trouble(one)
        if told is not None:
            ours.append(told)
        elif one.is_error and not places[name].is_told(one):
            others.append(_renamed(one, f"{here}{name}"))
    return tuple(others), ours


def _renamed(one: Finding, file: str) -> Finding:
    return Finding(file, one.line, one.column, one.check, one.where, one.message, one.severity)


def _sorted(
    troubles: Iterable[Trouble], drafted: Iterable[Trouble], plan: Plan, found: Iterable[Trouble]
) -> tuple[Trouble, ...]:
    everything = {*troubles, *drafted, *plan.troubles, *found}
    return tuple(sorted(everything, key=lambda one: (one.sheet, one.row, one.column, one.message)))
