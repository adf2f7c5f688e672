"""Rows made into drafts of records: several rows of one session, or of one follow-up, are one.

Officers write what all rows of a session have in common once and leave it blank below, or merge its
cells, or repeat it; all three mean the same here.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field

from generator.language import _
from generator.records import Kind
from generator.spreadsheet.cells import Cell, Row, Sheet
from generator.spreadsheet.columns import (
    ANSWER,
    ANSWERED,
    DAY,
    PLACE,
    PROGRAMME,
    UNIT,
)
from generator.spreadsheet.layout import Layout, data_rows
from generator.spreadsheet.names import Names
from generator.spreadsheet.parts import Draft, Filled, Keys, Part
from generator.spreadsheet.troubles import Trouble, error, note
from generator.spreadsheet.values import HELD_OPEN, is_alike, typed


@dataclass(slots=True)
class Drafted:
    """What a sheet comes to: its drafts, what is wrong in it, and how many rows were examples."""

    drafts: list[Draft] = field(default_factory=list)
    troubles: list[Trouble] = field(default_factory=list)
    examples: list[int] = field(default_factory=list)


def drafted(sheet: Sheet, layout: Layout, names: Names) -> Drafted:
    """Make drafts of all rows of a sheet."""
    maker = _Sessions(sheet) if layout.kind is Kind.SESSION else _Outcomes(sheet)
    for row, is_example in data_rows(sheet, layout):
        if is_example:
            maker.made.examples.append(row.number)
            continue
        if row.is_hidden:
            said = _("baris ini tersembunyi, tetapi ikut dibaca")
            maker.made.troubles.append(note(sheet, row.number, said))
        values = list(_values(sheet, row, layout, names, maker.made.troubles))
        if values:
            maker.take(row, values)
    return maker.made


def _values(
    sheet: Sheet, row: Row, layout: Layout, names: Names, troubles: list[Trouble]
) -> Iterator[Filled]:
    for at, column in layout.columns.items():
        cell = row.cells.get(at)
        if cell is None or (found := typed(cell, column.field, names)) is None:
            continue
        # What is merged over several rows is told once, at the first of them.
        if found.message and cell.row == row.number:
            tell = error if found.is_wrong else note
            troubles.append(tell(sheet, cell, found.message, column.heading))
        yield Filled(column, cell, found.value, found.is_wrong)


class _Maker:
    """What both kinds of sheet have in common: the draft the rows now belong to."""

    kind: Kind

    def __init__(self, sheet: Sheet) -> None:
        self.sheet = sheet
        self.made = Drafted()
        self.current: Draft | None = None

    def take(self, row: Row, values: list[Filled]) -> None:
        raise NotImplementedError

    def begin(self, row: Row) -> Draft:
        self.current = Draft(self.kind, self.sheet, Part(row.number), [])
        self.made.drafts.append(self.current)
        return self.current

    def tell(self, place: Cell | int, message: str, heading: str = "") -> None:
        self.made.troubles.append(error(self.sheet, place, message, heading))

    def take_head(self, draft: Draft, row: Row, values: Iterable[Filled]) -> None:
        """Take in what belongs to the whole record; later rows may repeat it, not change it."""
        if row.number not in draft.rows:
            draft.rows.append(row.number)
        for one in values:
            known = draft.head.leaves.get(one.path)
            if known is None:
                draft.head.take(one, one.column.groups)
            elif not _is_same(known, one):
                said = _(
                    "berbeda dari {cell}, padahal sesinya sama; samakan, atau beda sesi harus beda "
                    "tanggal, satuan, program, atau tempat"
                )
                self.tell(one.cell, said.format(cell=known.cell.name), one.column.heading)


class _Sessions(_Maker):
    kind = Kind.SESSION

    def __init__(self, sheet: Sheet) -> None:
        super().__init__(sheet)
        self._entry: Part | None = None
        self._known: dict[tuple[str, ...], list[Draft]] = {}

    def take(self, row: Row, values: list[Filled]) -> None:
        head = [one for one in values if not one.column.is_entry]
        entry = [one for one in values if one.column.is_entry]
        draft = self._meant(head)
        if draft is None:
            if not any(_is_identity(one.path) for one in head):
                self.tell(
                    row.number,
                    _("baris ini belum menyebut tanggal, satuan, dan program sesinya"),
                )
                return
            draft = self.begin(row)
            key = session_key({one.path: one for one in head})
            self._known.setdefault(key, []).append(draft)
        if draft is not self.current or draft.rows == []:
            self._entry = None
        self.current = draft
        self.take_head(draft, row, head)
        if entry:
            self._take_entry(draft, row, entry)

    def _meant(self, head: list[Filled]) -> Draft | None:
        """Give the draft a row goes on with: what it says of a session is what is said there."""
        said = [one for one in head if _is_identity(one.path)]
        if self.current is not None and _agrees(self.current, said):
            return self.current
        key = session_key({one.path: one for one in said})
        return next((one for one in self._known.get(key, ()) if _agrees(one, said)), None)

    def _take_entry(self, draft: Draft, row: Row, values: list[Filled]) -> None:
        word = _instead(values, 0)
        if word is not None:
            self._take_silence(draft, word)
            return
        fresh = [one for one in values if one.cell.row == row.number]
        own = [one for one in fresh if one.path[1] != ANSWER]
        if self._entry is not None and not own:
            if fresh:
                self._take_answer(self._entry, fresh)
            return
        if draft.silence is not None:
            self.tell(
                row.number,
                _("sesi ini sudah bertuliskan {word} di {cell}; hapus salah satu").format(
                    word=draft.silence.value, cell=draft.silence.cell.name
                ),
            )
            return
        self._entry = Part(row.number)
        draft.entries.append(self._entry)
        answers = [one for one in values if one.path[1] == ANSWER]
        word = _instead(answers, 1)
        for one in values:
            if word is None or one not in answers:
                self._entry.take(one, one.column.groups[1:])
        if word is not None:
            self._entry.put(ANSWER, word, str(word.value))

    def _take_silence(self, draft: Draft, word: Filled) -> None:
        if draft.entries:
            self.tell(
                word.cell,
                _("sesi ini sudah berisi masukan di baris {row}; hapus salah satu").format(
                    row=draft.entries[0].row
                ),
                word.column.heading,
            )
        elif draft.silence is None:
            draft.silence = word

    def _take_answer(self, entry: Part, values: list[Filled]) -> None:
        """A row that holds nothing but an answer holds another answer to the concern above."""
        known = entry.tree.get(ANSWER)
        if not isinstance(known, list):
            known = entry.tree[ANSWER] = []
        known.append({})
        for one in values:
            item = known[-1]
            assert isinstance(item, dict)
            item[one.path[-1]] = one.value
            entry.remember(one, (ANSWER, len(known) - 1, one.path[-1]))


class _Outcomes(_Maker):
    kind = Kind.OUTCOME

    def take(self, row: Row, values: list[Filled]) -> None:
        answered = [one for one in values if one.path == (ANSWERED,)]
        head = [one for one in values if one.path != (ANSWERED,)]
        draft = self.current
        fresh = [one for one in head if one.cell.row == row.number]
        goes_on = draft is not None and bool(answered) and _repeats(draft, fresh)
        if draft is None or not goes_on:
            draft = self.begin(row)
        self.take_head(draft, row, head)
        draft.references.extend(answered)


def session_key(leaves: Mapping[Keys, Filled]) -> tuple[str, ...]:
    """Give what no two sessions share but for their place; "" for what is not said."""
    keys = ((DAY,), (UNIT,), (PROGRAMME,))
    return tuple(str(leaves[key].value) if key in leaves else "" for key in keys)


def _is_identity(path: Keys) -> bool:
    """Whether a session is told from others by this."""
    return path in ((DAY,), (UNIT,), (PROGRAMME,)) or path[0] == PLACE


def _agrees(draft: Draft, said: Iterable[Filled]) -> bool:
    """Whether nothing that is said tells a session from that of a draft."""
    known = draft.head.leaves
    return all(
        _is_same(known[one.path], one) if one.path in known else one.path[0] == PLACE
        for one in said
    )


def _repeats(draft: Draft, fresh: list[Filled]) -> bool:
    """Whether a row says of a follow-up what is said above, or nothing, but for the concern."""
    known = draft.head.leaves
    return all(one.path in known and _is_same(known[one.path], one) for one in fresh)


def _is_same(one: Filled, other: Filled) -> bool:
    if one.is_wrong or other.is_wrong:
        return one.cell is other.cell
    return is_alike(one.value, other.value, one.column.field)


def _instead(values: list[Filled], depth: int) -> Filled | None:
    """Give the word that stands in the place of a group: `nihil` where a concern would be."""
    if len(values) != 1 or len(values[0].column.groups) <= depth:
        return None
    (one,) = values
    words: Mapping[str, str] = {word.casefold(): word for word in one.column.groups[depth].words}
    said = str(one.value).strip().rstrip(".").casefold()
    if said not in words or one.value == HELD_OPEN:
        return None
    return Filled(one.column, one.cell, words[said], is_wrong=False)
