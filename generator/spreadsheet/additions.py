"""What rows add to a session that is known; what they say otherwise is only told."""

from generator.language import _
from generator.model import Session, WithdrawnConcern
from generator.model.words import Silence
from generator.records import Kind
from generator.records.folder import SUFFIX
from generator.spreadsheet.columns import ENTRY
from generator.spreadsheet.parts import Draft, Filled, Part
from generator.spreadsheet.plan import Plan, Written, entries_in, entry_id
from generator.spreadsheet.published import concern_key, differing, folded, tree_of
from generator.writing.edits import CannotEdit, with_item, with_value
from generator.yaml_text import Path, Plain


class Addition:
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
        """Plan what the draft adds, and say what becomes of its rows."""
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
        for item in entries_in(self._tree.get(ENTRY)):
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
        items = list(entries_in(self._tree.get(ENTRY)))
        taken = [str(one.get("id")) for one in items] + [one.id for one in session.commitments]
        name = entry_id(entry, taken)
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


def _withdrawn_in(identity: str) -> str:
    return _(
        "di sesi {id} ada masukan yang sudah ditarik, jadi baris ini tidak diimpor: mungkin ini "
        "yang ditarik itu. Kalau memang lain, tulis sendiri di berkasnya"
    ).format(id=identity)
