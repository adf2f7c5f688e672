"""What an import would do, or has done, in lines an officer reads beside the workbook."""

from collections import defaultdict
from collections.abc import Iterator

from generator.language import _
from generator.spreadsheet.importing import Import
from generator.spreadsheet.troubles import Trouble


def lines(found: Import) -> Iterator[str]:
    """Tell row by row, sheet by sheet, what becomes of each and what is wrong with it."""
    rows: dict[int, dict[int, list[str]]] = defaultdict(lambda: defaultdict(list))
    for one in found.said:
        rows[one.sheet][one.row].append(one.words)
    troubles: dict[tuple[int, int], list[Trouble]] = defaultdict(list)
    for trouble in found.troubles:
        troubles[trouble.sheet, trouble.row].append(trouble)
        rows[trouble.sheet].setdefault(trouble.row, [])
    for sheet in sorted(rows):
        if found.sheets.get(sheet):
            yield _("Lembar {name}").format(name=found.sheets[sheet])
        for row in sorted(rows[sheet]):
            yield from _row(row, rows[sheet][row], troubles[sheet, row])
        yield ""
    yield from _summary(found)


def _row(row: int, said: list[str], troubles: list[Trouble]) -> Iterator[str]:
    is_wrong = any(one.is_error for one in troubles)
    if row:
        words = "; ".join(said) if said and not is_wrong else _("belum dapat diimpor")
        yield "  " + _("Baris {row}: {words}").format(
            row=row, words=words if said or is_wrong else _("lihat")
        )
    for one in troubles:
        sign = _("SALAH") if one.is_error else _("LIHAT")
        place = " ".join(filter(None, (one.cell, one.heading)))
        yield f"    {sign}  {place}: {one.message}" if place else f"    {sign}  {one.message}"


def _summary(found: Import) -> Iterator[str]:
    errors = sum(one.is_error for one in found.troubles)
    if found.examples:
        yield _("{count} baris contoh dilewati.").format(count=found.examples)
    if errors:
        yield _("{errors} kesalahan harus diperbaiki dulu di berkas itu.").format(errors=errors)
    elif found.changes:
        yield _("Berkas catatannya:")
        for one in found.changes:
            what = _("baru") if one.before is None else _("ditambah")
            yield f"  data/{one.file} ({what})"
    elif not found.said:
        yield _("Belum ada baris yang diisi.")
    else:
        yield _("Tidak ada yang baru: semuanya sudah ada.")
