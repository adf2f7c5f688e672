"""What an import comes to: which records are new, which are known, and what is written where."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from generator import dates, times
from generator.checks.keys import unknown
from generator.language import _
from generator.naming import concern_id, stem
from generator.records import Kind
from generator.spreadsheet.columns import DAY
from generator.spreadsheet.parts import Draft, Filled, Part
from generator.spreadsheet.published import Published, folded
from generator.spreadsheet.troubles import Trouble, error, note
from generator.spreadsheet.values import HELD_OPEN
from generator.writing import Change, record_text
from generator.yaml_text import Path, Plain


@dataclass(frozen=True, slots=True, order=True)
class Said:
    """What becomes of one row; `sheet` is its number."""

    sheet: int
    row: int
    words: str


@dataclass(slots=True)
class Written:
    """A file below data/ as it is and as it would be, and which part of it each draft tells.

    `parts` are told apart by where they stand in the record.
    """

    draft: Draft
    file: str
    before: bytes | None
    after: bytes
    parts: dict[Path, tuple[Draft, Part]] = field(default_factory=dict)

    @property
    def change(self) -> Change:
        """What is to be written."""
        return Change(self.file, self.before, self.after)


class Plan:
    """Gathers what becomes of every draft: what is said of its rows, and what is written."""

    def __init__(self, published: Published) -> None:
        self.published = published
        self.units = published.archive.records.registries.units
        self.written: dict[str, Written] = {}
        self.said: list[Said] = []
        self.troubles: list[Trouble] = []
        self.sessions: dict[tuple[str, ...], Draft] = {}
        self._new: dict[str, list[str]] = {}
        self._done: set[tuple[int, int]] = set()

    def say(self, draft: Draft, row: int, words: str) -> None:
        """Say what becomes of a row."""
        self.said.append(Said(draft.sheet.number, row, words))
        self._done.add((draft.sheet.number, row))

    def say_rest(self, draft: Draft, words: str) -> None:
        """Say of every row of a draft of which nothing is said yet that it belongs to it."""
        for row in draft.rows:
            if (draft.sheet.number, row) not in self._done:
                self.say(draft, row, words)

    def tell(self, draft: Draft, place: Filled | int, message: str) -> None:
        """Tell an error at a cell or a row."""
        if isinstance(place, int):
            self.troubles.append(error(draft.sheet, place, message))
        else:
            self.troubles.append(error(draft.sheet, place.cell, message, place.column.heading))
        self._done.add((draft.sheet.number, self.troubles[-1].row))

    def remark(self, draft: Draft, place: Filled | int, message: str) -> None:
        """Tell something to look at."""
        if isinstance(place, int):
            self.troubles.append(note(draft.sheet, place, message))
        else:
            self.troubles.append(note(draft.sheet, place.cell, message, place.column.heading))

    def unit(self, draft: Draft, place: Filled | int, typed: str, *, is_told: bool) -> str:
        """Give the unit whose folder a record goes into; any where the one that is meant is wrong.

        So everything else of the record is still checked; nothing is written. `is_told`: a trouble
        already says that it cannot be known.
        """
        if typed in self.units and not is_told:
            return typed
        if not is_told:
            said = unknown(typed, Kind.UNIT, self.units) if typed else _("satuan belum diisi")
            self.tell(draft, place, said)
        return next(iter(self.units), "satuan")

    def name(self, draft: Draft, unit: str) -> str:
        """Give a name nobody has yet to a new record of a unit."""
        taken = self.published.stems(draft.kind, unit)
        made = stem(day_of(draft), time_of(draft), taken)
        taken.add(made)
        return made

    def answers(self, text: str) -> list[str]:
        """Give the concerns that say this, published or new."""
        return [*self.published.concerns(text), *self._new.get(folded(text), ())]

    def know(self, text: str, identity: str) -> None:
        """Let follow-ups name a new concern by what it says."""
        if text:
            self._new.setdefault(folded(text), []).append(identity)

    def write(self, draft: Draft, file: str, tree: dict[str, Plain]) -> Written:
        """Plan a new file; one that cannot be written is told and left out."""
        made = Written(draft, file, None, b"")
        try:
            made.after = record_text(draft.kind, tree).encode()
        except ValueError:
            said = _("terlalu panjang untuk satu catatan; bagi menjadi beberapa sesi, atau ringkas")
            self.tell(draft, draft.head.row, said)
            return made
        self.written[file] = made
        return made


def entry_id(entry: Part, taken: Sequence[str]) -> str:
    """Give the id of a new concern; what is withheld gives none of its words."""
    text = "" if "tahan" in entry.tree else str(entry.tree.get("isi", ""))
    themes = entry.tree.get("tema", [])
    known = [str(one) for one in (themes if isinstance(themes, list) else [themes])]
    return concern_id("" if text == HELD_OPEN else text, known, taken)


def entries_in(value: Plain | None) -> Iterator[dict[str, Plain]]:
    """Give the concerns that stand under a key, one alone too."""
    for item in value if isinstance(value, list) else [value]:
        if isinstance(item, dict):
            yield item


def day_of(draft: Draft) -> dates.EventDate:
    """Give the day of a draft; unknown where it cannot be read."""
    try:
        return dates.parse(str(draft.head.tree.get(DAY, "")))
    except dates.DateProblem:
        return dates.UNKNOWN


def time_of(draft: Draft) -> times.TimeOfDay | None:
    """Give the time of a draft, where it can be read."""
    try:
        return times.parse(str(draft.head.tree.get("waktu", "")))
    except times.TimeProblem:
        return None


def withdrawn_that_day() -> str:
    """Say that a row may be what was taken back."""
    return _(
        "satuan ini punya catatan tanggal itu yang sudah ditarik, jadi baris ini tidak diimpor: "
        "mungkin ini yang ditarik itu. Kalau memang lain, tulis berkasnya sendiri"
    )
