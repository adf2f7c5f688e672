"""What becomes of a draft of a follow-up: a new record, or nothing where it is known."""

from collections.abc import Iterator, Sequence

from generator.archive import resolve
from generator.language import _
from generator.records import Kind
from generator.records.folder import SUFFIX
from generator.spreadsheet.columns import ANSWERED, FOLDER, UNIT
from generator.spreadsheet.parts import Draft, Filled
from generator.spreadsheet.plan import Plan, day_of, withdrawn_that_day
from generator.spreadsheet.published import differing, tree_of
from generator.spreadsheet.values import HELD_OPEN
from generator.yaml_text import Plain

_EXAMPLE = "polsek-contoh/2023-10-20#patroli"


class FollowUpPlan:
    """Goes through one draft of a follow-up, when all new sessions are planned."""

    def __init__(self, plan: Plan, draft: Draft) -> None:
        self._plan = plan
        self._draft = draft

    def make(self) -> None:
        """Plan what is written of the draft, and say what becomes of its rows."""
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
        day = day_of(draft)
        if plan.published.withdrawn(Kind.OUTCOME, unit, day.text):
            plan.tell(draft, draft.head.row, withdrawn_that_day())
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
