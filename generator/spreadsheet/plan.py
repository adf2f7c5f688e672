"""What an import comes to: which records are new, which are known, and what is written where."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field

from generator import dates, times
from generator.archive import resolve
from generator.checks.keys import unknown
from generator.language import _
from generator.model import Session, WithdrawnConcern
from generator.model.words import Silence
from generator.naming import concern_id, stem
from generator.records import Kind
from generator.records.folder import SUFFIX
from generator.spreadsheet.columns import ANSWERED, DAY, ENTRY, FOLDER, UNIT
from generator.spreadsheet.drafts import Draft, Filled, Part, session_key
from generator.spreadsheet.published import (
    Published,
    concern_key,
    differing,
    folded,
    tree_of,
    unit_of,
)
from generator.spreadsheet.troubles import Trouble, error, note
from generator.spreadsheet.values import HELD_OPEN
from generator.writing import Change, record_text
from generator.writing.edits import CannotEdit, with_item, with_value
from generator.yaml_text import Path, Plain

_EXAMPLE = "polsek-contoh/2023-10-20#patroli"


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
    """Goes through the drafts, sessions first, because follow-ups may answer new concerns."""

    def __init__(self, published: Published) -> None:
        self.published = published
        self.units = published.archive.records.registries.units
        self.written: dict[str, Written] = {}
        self.said: list[Said] = []
        self.troubles: list[Trouble] = []
        self.sessions: dict[tuple[str, ...], Draft] = {}
        self._new: dict[str, list[str]] = {}
        self._done: set[tuple[int, int]] = set()

    def take(self, drafts: Iterable[Draft]) -> None:
        """Plan what becomes of every draft."""
        known = list(drafts)
        for draft in known:
            if draft.kind is Kind.SESSION:
                _SessionPlan(self, draft).make()
        for draft in known:
            if draft.kind is Kind.OUTCOME:
                _OutcomePlan(self, draft).make()

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
        made = stem(_day(draft), _time(draft), taken)
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


class _SessionPlan:
    def __init__(self, plan: Plan, draft: Draft) -> None:
        self._plan = plan
        self._draft = draft
        self._told: set[int] = set()

    def make(self) -> None:
        plan, draft = self._plan, self._draft
        typed = unit_of(draft)
        place = draft.head.leaves.get((UNIT,))
        is_told = place is not None and place.is_wrong
        unit = plan.unit(draft, place or draft.head.row, typed, is_told=is_told)
        if unit != typed:
            draft.head.held_open.add((UNIT,))
        known = plan.published.sessions(draft)
        if len(known) > 1:
            said = _("cocok dengan beberapa sesi yang sudah ada: {ids}; isi waktu atau tempatnya")
            plan.tell(draft, draft.head.row, said.format(ids=", ".join(one.id for one in known)))
        elif known:
            _Addition(plan, draft, known[0]).make()
        elif (twin := self._twin()) is not None:
            said = _("sesi ini sudah ada di baris {row} lembar lain; satukan di satu lembar")
            plan.tell(draft, draft.head.row, said.format(row=twin.head.row))
        else:
            self._new(unit)

    def _twin(self) -> Draft | None:
        """Give the draft of another sheet that tells of the same session."""
        mine = self._draft
        places = (("tempat", "nama"), ("tempat", "desa"))
        key = [*session_key(mine.head.leaves)]
        key += [str(mine.head.leaves[one].value) for one in places if one in mine.head.leaves]
        twin = self._plan.sessions.setdefault(tuple(key), mine)
        return twin if twin.sheet is not mine.sheet else None

    def _new(self, unit: str) -> None:
        plan, draft = self._plan, self._draft
        day = _day(draft)
        if plan.published.withdrawn(Kind.SESSION, unit, day.text):
            plan.tell(draft, draft.head.row, _withdrawn_that_day())
        others = plan.published.same_day(draft)
        if others and unit in self._plan.units:
            said = _(
                "hari itu sudah ada sesi lain, {ids}; baris ini dibuat sebagai sesi tersendiri"
            )
            plan.remark(draft, draft.head.row, said.format(ids=", ".join(one.id for one in others)))
        identity = f"{unit}/{plan.name(draft, unit)}"
        tree: dict[str, Plain] = dict(draft.head.tree)
        entries: list[Plain] = []
        taken: list[str] = []
        for entry in draft.entries:
            name = _entry_id(entry, taken)
            taken.append(name)
            entries.append({"id": name, **entry.tree})
            plan.know(str(entry.tree.get("isi", "")), f"{identity}#{name}")
        if entries:
            tree[ENTRY] = entries
        elif draft.silence is not None:
            tree[ENTRY] = draft.silence.value
        made = plan.write(draft, f"{Kind.SESSION}/{identity}{SUFFIX}", tree)
        made.parts[()] = (draft, draft.head)
        for at, entry in enumerate(draft.entries):
            made.parts[ENTRY, at] = (draft, entry)
        self._say_new(identity, taken)

    def _say_new(self, identity: str, names: Sequence[str]) -> None:
        plan, draft = self._plan, self._draft
        first = _("sesi baru {id}").format(id=identity)
        if draft.silence is not None:
            first = _("{what}, masukan: {word}").format(what=first, word=draft.silence.value)
        elif not names:
            first = _("{what}, belum ada masukan").format(what=first)
        for entry, name in zip(draft.entries, names, strict=True):
            if entry.row == draft.head.row:
                first = _("{what}, masukan `{name}`").format(what=first, name=name)
            else:
                said = _("sesi {id}, masukan `{name}`").format(id=identity, name=name)
                plan.say(draft, entry.row, said)
        plan.say(draft, draft.head.row, first)
        plan.say_rest(draft, _("ikut sesi {id}").format(id=identity))


class _Addition:
    """What rows of a known session add to it; what they say otherwise is only told."""

    def __init__(self, plan: Plan, draft: Draft, session: Session) -> None:
        self._plan = plan
        self._draft = draft
        self._session = session
        self._file = f"{Kind.SESSION}/{session.id}{SUFFIX}"
        written = plan.written.get(self._file)
        self._before = plan.published.content(self._file)
        self._made = written or Written(draft, self._file, self._before, self._before)
        self._tree = tree_of(self._made.after)

    def make(self) -> None:
        draft, session = self._draft, self._session
        if session.concerns is None:
            self._fill()
        else:
            self._tell_differing(draft.head, self._tree, 0, session.id)
        if draft.silence is not None:
            self._take_silence(draft.silence)
        known = self._known()
        for entry in draft.entries:
            found = known.get(concern_key(entry.tree), [])
            if found:
                self._say_known(entry, found.pop(0))
            else:
                self._add(entry)
        if self._made.after != self._before:
            self._plan.written[self._file] = self._made
        self._plan.say_rest(draft, _("sudah ada: {id}").format(id=session.id))

    def _known(self) -> dict[str, list[dict[str, Plain]]]:
        """Give the concerns there are, by what they say now and by what they said once."""
        found: dict[str, list[dict[str, Plain]]] = {}
        for item in _items(self._tree.get(ENTRY)):
            texts = {concern_key(item)}
            texts |= {
                folded(one.before)
                for one in self._session.corrections
                if one.part == f"{ENTRY}.{item.get('id')}.isi"
            }
            for text in texts:
                found.setdefault(text, []).append(item)
        return found

    def _say_known(self, entry: Part, item: dict[str, Plain]) -> None:
        identity = f"{self._session.id}#{item.get('id')}"
        self._plan.say(self._draft, entry.row, _("sudah ada: {id}").format(id=identity))
        self._tell_differing(entry, item, 1, identity)

    def _tell_differing(self, part: Part, tree: Plain, skip: int, identity: str) -> None:
        for one in differing(part, tree, skip):
            if one.is_wrong or self._was_corrected(one, identity):
                continue
            said = _(
                "berbeda dari yang sudah terbit, yang tidak diubah; kalau yang terbit keliru: "
                "kabar correct {id}"
            )
            self._plan.remark(self._draft, one, said.format(id=identity))

    def _was_corrected(self, one: Filled, identity: str) -> bool:
        name = identity.partition("#")[2]
        path = [one.path[0], name, *one.path[1:]] if name else list(one.path)
        return any(
            correction.part == ".".join(path)
            and folded(correction.before) == folded(str(one.value))
            for correction in self._session.corrections
        )

    def _add(self, entry: Part) -> None:
        plan, draft, session = self._plan, self._draft, self._session
        if any(isinstance(one, WithdrawnConcern) for one in session.entries):
            plan.tell(draft, entry.row, _withdrawn_in(session.id))
            return
        if isinstance(session.concerns, Silence):
            self._refuse_after_silence(entry.row)
            return
        items = list(_items(self._tree.get(ENTRY)))
        taken = [str(one.get("id")) for one in items] + [one.id for one in session.commitments]
        name = _entry_id(entry, taken)
        if not self._edit(entry, (ENTRY,), {"id": name, **entry.tree}):
            return
        self._made.parts[ENTRY, len(items)] = (draft, entry)
        plan.know(str(entry.tree.get("isi", "")), f"{session.id}#{name}")
        said = _("masukan baru `{name}` untuk sesi yang sudah ada, {id}")
        plan.say(draft, entry.row, said.format(name=name, id=session.id))

    def _refuse_after_silence(self, row: int) -> None:
        said = _(
            "sesi ini sudah terbit dengan masukan: {word}; kalau itu keliru: kabar correct {id}"
        )
        self._plan.tell(
            self._draft, row, said.format(word=self._session.concerns, id=self._session.id)
        )

    def _take_silence(self, word: Filled) -> None:
        there = self._tree.get(ENTRY)
        if there is None:
            if self._set((ENTRY,), word.value):
                said = _("sesi {id} sekarang dilaporkan, masukan: {word}")
                self._plan.say(
                    self._draft, word.cell.row, said.format(id=self._session.id, word=word.value)
                )
        elif there != word.value:
            said = _("berbeda dari yang sudah terbit; kalau yang terbit keliru: kabar correct {id}")
            self._plan.tell(self._draft, word, said.format(id=self._session.id))

    def _fill(self) -> None:
        """Add what an announced session does not say yet; that is no correction."""
        for key, value in self._draft.head.tree.items():
            if key not in self._tree and self._set((key,), value):
                self._made.parts[()] = (self._draft, self._draft.head)
        known = {
            path: one for path, one in self._draft.head.leaves.items() if path[0] in self._tree
        }
        part = Part(self._draft.head.row, leaves=known)
        self._tell_differing(part, self._tree, 0, self._session.id)

    def _set(self, path: Path, value: Plain) -> bool:
        try:
            self._made.after = with_value(self._made.after, Kind.SESSION, path, value)
        except (CannotEdit, ValueError) as cause:
            self._cannot(self._draft.head.row, cause)
            return False
        self._tree = tree_of(self._made.after)
        return True

    def _edit(self, entry: Part, path: Path, item: Plain) -> bool:
        try:
            self._made.after = with_item(self._made.after, Kind.SESSION, path, item)
        except (CannotEdit, ValueError) as cause:
            self._cannot(entry.row, cause)
            return False
        self._tree = tree_of(self._made.after)
        return True

    def _cannot(self, row: int, cause: Exception) -> None:
        why = (
            str(cause) if isinstance(cause, CannotEdit) else _("terlalu panjang untuk satu berkas")
        )
        said = _("tidak dapat ditambahkan ke {file}: {why}")
        self._plan.tell(self._draft, row, said.format(file=f"data/{self._file}", why=why))


class _OutcomePlan:
    def __init__(self, plan: Plan, draft: Draft) -> None:
        self._plan = plan
        self._draft = draft

    def make(self) -> None:
        plan, draft = self._plan, self._draft
        told = draft.head.leaves.get(FOLDER)
        named = str(told.value) if told else ""
        answered = [identity for one in draft.references for identity in self._concerns(one, named)]
        answered = list(dict.fromkeys(answered))
        unit = plan.unit(
            draft,
            told or draft.head.row,
            named or self._folder(answered),
            is_told=HELD_OPEN in answered if told is None else told.is_wrong,
        )
        known = plan.published.outcome(draft, unit, [one for one in answered if one != HELD_OPEN])
        if known is not None:
            plan.say(draft, draft.head.row, _("sudah ada: {id}").format(id=known.id))
            self._tell_differing(known.id)
        else:
            self._new(unit, answered)
        plan.say_rest(draft, _("ikut kabar di baris {row}").format(row=draft.head.row))

    def _folder(self, answered: Sequence[str]) -> str:
        units = [one.partition("/")[0] for one in answered if "/" in one]
        scope = self._draft.head.tree.get("cakupan")
        scoped = scope.get(UNIT, "") if isinstance(scope, dict) else ""
        scoped = scoped[0] if isinstance(scoped, list) and scoped else scoped
        return units[0] if units else str(scoped)

    def _concerns(self, cell: Filled, unit: str) -> Iterator[str]:
        """Give the full ids of the concerns a cell names, by id or by what they say."""
        if cell.is_wrong:
            yield HELD_OPEN
            return
        many = [cell.value] if isinstance(cell.value, str) else list(cell.value)
        whole = "; ".join(map(str, many))
        for text in [whole] if self._plan.answers(whole) else map(str, many):
            yield self._concern(cell, text, unit)

    def _concern(self, cell: Filled, text: str, unit: str) -> str:
        if "#" in text and " " not in text:
            if "/" in text or unit:
                return resolve(text, unit)
            said = _("tulis satuannya juga, misalnya {example}; atau isi kolom Satuan")
            self._plan.tell(self._draft, cell, said.format(example=_EXAMPLE))
            return HELD_OPEN
        found = self._plan.answers(text)
        near = [one for one in found if one.startswith(f"{unit}/")]
        found = near if unit else found
        if len(found) == 1:
            return found[0]
        if found:
            said = _("isi ini ada di beberapa masukan; tulis ID salah satunya: {ids}")
            self._plan.tell(self._draft, cell, said.format(ids=", ".join(found[:5])))
        else:
            said = _(
                "tidak ada masukan dengan isi ini; salin isinya persis, atau tulis ID-nya, "
                "misalnya {example}"
            )
            self._plan.tell(self._draft, cell, said.format(example=_EXAMPLE))
        return HELD_OPEN

    def _new(self, unit: str, answered: Sequence[str]) -> None:
        plan, draft = self._plan, self._draft
        day = _day(draft)
        if plan.published.withdrawn(Kind.OUTCOME, unit, day.text):
            plan.tell(draft, draft.head.row, _withdrawn_that_day())
        identity = f"{unit}/{plan.name(draft, unit)}"
        tree: dict[str, Plain] = dict(draft.head.tree)
        if answered:
            tree[ANSWERED] = [one.removeprefix(f"{unit}/") for one in answered]
        made = plan.write(draft, f"{Kind.OUTCOME}/{identity}{SUFFIX}", tree)
        made.parts[()] = (draft, draft.head)
        for one in draft.references:
            draft.head.origins.setdefault((ANSWERED,), one)
        if HELD_OPEN in answered:
            draft.head.held_open.add((ANSWERED,))
        said = _("kabar baru {id}").format(id=identity)
        if answered and HELD_OPEN not in answered:
            said = _("{what}, menjawab {ids}").format(what=said, ids=", ".join(answered))
        plan.say(draft, draft.head.row, said)

    def _tell_differing(self, identity: str) -> None:
        plan, draft = self._plan, self._draft
        tree = tree_of(plan.published.content(f"{Kind.OUTCOME}/{identity}{SUFFIX}"))
        for one in differing(draft.head, tree, 0):
            if one.path != FOLDER and not one.is_wrong:
                said = _(
                    "berbeda dari yang sudah terbit, yang tidak diubah; kalau yang terbit keliru: "
                    "kabar correct {id}"
                )
                plan.remark(draft, one, said.format(id=identity))


def _entry_id(entry: Part, taken: Sequence[str]) -> str:
    text = "" if "tahan" in entry.tree else str(entry.tree.get("isi", ""))
    themes = entry.tree.get("tema", [])
    known = [str(one) for one in (themes if isinstance(themes, list) else [themes])]
    return concern_id("" if text == HELD_OPEN else text, known, taken)


def _items(value: Plain | None) -> Iterator[dict[str, Plain]]:
    for item in value if isinstance(value, list) else [value]:
        if isinstance(item, dict):
            yield item


def _day(draft: Draft) -> dates.EventDate:
    try:
        return dates.parse(str(draft.head.tree.get(DAY, "")))
    except dates.DateProblem:
        return dates.UNKNOWN


def _time(draft: Draft) -> times.TimeOfDay | None:
    try:
        return times.parse(str(draft.head.tree.get("waktu", "")))
    except times.TimeProblem:
        return None


def _withdrawn_that_day() -> str:
    return _(
        "satuan ini punya catatan tanggal itu yang sudah ditarik, jadi baris ini tidak diimpor: "
        "mungkin ini yang ditarik itu. Kalau memang lain, tulis berkasnya sendiri"
    )


def _withdrawn_in(identity: str) -> str:
    return _(
        "di sesi {id} ada masukan yang sudah ditarik, jadi baris ini tidak diimpor: mungkin ini "
        "yang ditarik itu. Kalau memang lain, tulis sendiri di berkasnya"
    ).format(id=identity)
