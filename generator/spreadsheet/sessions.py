"""What becomes of a draft of a session: a new record, or more of one that is known."""

from collections.abc import Sequence

from generator.language import _
from generator.records import Kind
from generator.records.folder import SUFFIX
from generator.spreadsheet.additions import Addition
from generator.spreadsheet.columns import ENTRY, UNIT
from generator.spreadsheet.drafts import session_key
from generator.spreadsheet.parts import Draft
from generator.spreadsheet.plan import Plan, day_of, entry_id, withdrawn_that_day
from generator.spreadsheet.published import unit_of
from generator.yaml_text import Plain


class SessionPlan:
    """Goes through one draft of a session."""

    def __init__(self, plan: Plan, draft: Draft) -> None:
        self._plan = plan
        self._draft = draft

    def make(self) -> None:
        """Plan what is written of the draft, and say what becomes of its rows."""
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
            Addition(plan, draft, known[0]).make()
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
        day = day_of(draft)
        if plan.published.withdrawn(Kind.SESSION, unit, day.text):
            plan.tell(draft, draft.head.row, withdrawn_that_day())
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
            name = entry_id(entry, taken)
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
