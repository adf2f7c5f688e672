"""Questions made of the fields of the model, with what there is to choose from."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from datetime import date
from functools import cached_property

from generator import dates
from generator.archive import Archive
from generator.language import _
from generator.naming import concern_id
from generator.outline import Field, Holds, without_key
from generator.records import Kind
from generator.wizard import offers, order
from generator.wizard.answers import GO_ON, pattern_of
from generator.wizard.days import date_typed, day_typed
from generator.wizard.order import FOLDER, SoFar
from generator.wizard.promises import promise_told, promise_typed
from generator.wizard.questions import Offer, Question, Typed
from generator.wizard.sentences import ASKED, INSTEAD, MEANS, SAYS_IT_ALL, WITHOUT, Said
from generator.yaml_text import Plain

_PROMISE, _ID, _OUTSIDE_LIST, _KEPT_BACK = "janji", "id", "tanggal", "tahan"


@dataclass(frozen=True)
class Making:
    """Makes the questions about one record of a kind, seeing what was said so far."""

    kind: Kind
    archive: Archive
    so_far: SoFar

    @property
    def today(self) -> date:
        """The day it is."""
        return self.archive.today

    @property
    def unit(self) -> str:
        """The unit in whose folder the record lies; "" before it was said."""
        said = self.so_far.said(FOLDER)
        return str(said[0] if isinstance(said, list) and said else said or "")

    def is_one_answer(self, one: Field) -> bool:
        """Whether a group of keys is answered in one sentence."""
        return one.key == _PROMISE and {"tenggat", "berkala", "kata"} <= {
            inner.key for inner in one.fields
        }

    def folder(self) -> Question:
        """Ask in which unit's folder the record lies."""
        return Question(
            FOLDER,
            FOLDER,
            self._said(FOLDER).asks,
            Typed.CHOSEN,
            offers=self._registry(Kind.UNIT),
            is_needed=True,
        )

    def of_field(self, one: Field, name: str) -> Question:
        """Ask for a field."""
        pattern = pattern_of(name)
        said = self._said(pattern, one)
        asked = Question(
            name,
            one.key,
            said.asks,
            hint=said.hint,
            is_needed=self._is_needed(one, name),
            is_many=one.is_many and one.holds not in (Holds.GROUP, Holds.TEXT),
        )
        asked = replace(asked, hint=self._with_ways_out(asked, pattern))
        if self.is_one_answer(one):
            return replace(asked, reads=self._promise, tells=_promise_told)
        return self._typed(asked, one, pattern, said)

    def instead(self, one: Field, name: str) -> Question:
        """Ask whether a list is written out, or which word stands instead."""
        means = INSTEAD.get(pattern_of(name), {})
        written = means.get("", _("Saya tulis satu per satu"))
        words = (Offer(word, _(means.get(word, word)), also=word) for word in one.words)
        said = self._said(pattern_of(name), one)
        listed = (Offer("", _(written)), *words)
        is_needed = self._is_needed(one, name)
        if not is_needed:
            listed = (*listed, Offer(GO_ON, _("Lewati")))
        # Not even nothing is no answer here: "" says that the list follows.
        return Question(name, one.key, said.asks, Typed.CHOSEN, said.hint, listed, is_needed)

    def more(self, name: str, listed: tuple[Offer, ...]) -> Question:
        """Ask how to go on."""
        is_whole = "." not in name
        asks = _("Ada lagi yang ingin diisi?") if is_whole else _("Lalu?")
        return Question(name, name, asks, Typed.CHOSEN, offers=listed, is_needed=True)

    def another(self, one: Field) -> str:
        """Say that one more item follows."""
        if one.key == "masukan":
            return _("Ada masukan lain")
        return _("Tambah satu {key} lagi").format(key=one.key)

    def _with_ways_out(self, asked: Question, pattern: str) -> str:
        """Say what else may be done, where the hint does not say it already."""
        is_typed = asked.key != _ID and pattern not in SAYS_IT_ALL
        hints = (
            asked.hint,
            _("Boleh dikosongkan.") if is_typed and not asked.is_needed else "",
            _("Beberapa: pisahkan dengan titik koma.") if asked.is_many else "",
        )
        return " ".join(filter(None, hints))

    def _is_needed(self, one: Field, name: str) -> bool:
        needed = order.NEEDED_IF[self.kind].get(pattern_of(name))
        return one.is_required or (needed is not None and needed(self.so_far, name))

    def _said(self, pattern: str, one: Field | None = None) -> Said:
        known = ASKED[self.kind].get(pattern)
        if known is not None:
            return Said(_(known.asks), _(known.hint))
        if one is None:
            return Said(pattern)
        words = one.key.replace("_", " ")
        return Said(f"{words[:1].upper()}{words[1:]}?", without_key(_(one.says)))

    def _typed(self, asked: Question, one: Field, pattern: str, said: Said) -> Question:
        match one.holds:
            case Holds.WORD:
                return _chosen(asked, _words(one, pattern), said.hint)
            case Holds.KEY if one.registry:
                listed = self._registry(one.registry)
                if one.key == _KEPT_BACK:
                    listed = offers.privacy_first(listed)
                return _chosen(asked, listed, said.hint)
            case Holds.REFERENCE:
                without = _(WITHOUT.get(pattern, ""))
                return _chosen(asked, self._concerns, said.hint, without)
            case Holds.TEXT:
                return replace(asked, typed=Typed.PARAGRAPHS)
            case Holds.DATE:
                reads = self._happened if self._is_event(one) else self._date(one)
                return replace(asked, reads=reads, tells=_day_told)
            case Holds.DAY:
                return replace(asked, reads=self._day(one), tells=_day_told)
            case Holds.ID:
                return replace(asked, suggested=self._id(asked.name))
            case Holds.COUNT if one.words:
                words = _("Atau tulis: {words}.").format(words=", ".join(one.words))
                return replace(asked, hint=f"{asked.hint} {words}".strip())
            case _:
                return asked

    def _registry(self, kind: Kind) -> tuple[Offer, ...]:
        return offers.of_registry(kind, self.archive)

    @cached_property
    def _concerns(self) -> tuple[Offer, ...]:
        return offers.of_concerns(self.archive, self.unit)

    def _date(self, one: Field) -> Callable[[str], Plain]:
        return lambda text: date_typed(text, self._counted_from(one))

    def _is_event(self, one: Field) -> bool:
        return self.kind is Kind.OUTCOME and one.key == _OUTSIDE_LIST

    def _happened(self, text: str) -> Plain:
        """Read the day something happened; what is still to come is told before anything else."""
        typed = date_typed(text, self.today)
        first = dates.parse(typed).earliest
        if first is not None and first > self.today:
            said = _("baru akan terjadi {day}; catat setelah terjadi")
            raise dates.DateProblem(said.format(day=dates.in_words(first)))
        return typed

    def _day(self, one: Field) -> Callable[[str], Plain]:
        return lambda text: day_typed(text, self._counted_from(one))

    def _counted_from(self, one: Field) -> date:
        """The day words are counted from: what lies ahead is counted from the record's own day."""
        return self.today if one.key == _OUTSIDE_LIST else self._own_day

    @property
    def _own_day(self) -> date:
        try:
            found = dates.parse(str(self.so_far.said("tanggal")))
        except dates.DateProblem:
            return self.today
        return found.latest or self.today

    def _promise(self, text: str) -> Plain:
        return dict(promise_typed(text, self._own_day)) if text.strip() else ""

    def _id(self, name: str) -> str:
        text = str(self.so_far.beside(name, "isi"))
        themes = self.so_far.beside(name, "tema")
        ids = {
            str(said)
            for key, said in self.so_far.answers.items()
            if key.endswith(f".{_ID}") and key != name
        }
        return concern_id(
            text, [str(one) for one in themes] if isinstance(themes, list) else [], ids
        )


def _chosen(asked: Question, listed: tuple[Offer, ...], hint: str, without: str = "") -> Question:
    """Let an answer be chosen: the list itself shows how to leave it out."""
    return replace(asked, typed=Typed.CHOSEN, offers=listed, hint=hint, without=without)


def _words(one: Field, pattern: str) -> tuple[Offer, ...]:
    means: Mapping[str, str] = MEANS.get(pattern, {})
    return tuple(
        Offer(word, word, _(means[word]) if word in means else "", also=word) for word in one.words
    )


def _day_told(answer: Plain) -> str:
    try:
        found = dates.parse(str(answer))
    except dates.DateProblem:
        return str(answer)
    return dates.in_words(found.latest) if found.is_day and found.latest else found.text


def _promise_told(answer: Plain) -> str:
    return (
        promise_told({key: str(said) for key, said in answer.items()})
        if isinstance(answer, dict)
        else ""
    )
