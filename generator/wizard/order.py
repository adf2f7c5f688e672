"""What is asked first, of whom it depends, and how it is asked.

Everything else a record may hold is read off the model and offered afterwards: a field nobody named
here is asked in the words that describe it there. Names are patterns without numbers, as
`answers.pattern_of` gives them.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date
from types import MappingProxyType

from generator import dates
from generator.model import AnswerKind, ConcernKind, Event
from generator.model.outcome import KEYS, NEEDS
from generator.records import Kind, Registries
from generator.wizard.answers import GO_ON, NOTHING, Answers, is_under

FOLDER = "satuan"
"""The question in whose unit's folder a record lies; an outcome does not hold it."""

FIRST: Mapping[Kind, Mapping[str, tuple[str, ...]]] = MappingProxyType(
    {
        Kind.SESSION: {
            "": ("satuan", "program", "tanggal", "tempat", "moda", "masukan"),
            "tempat": ("nama", "desa", "kecamatan"),
            "masukan": ("jenis", "tema", "isi", "tahan", "sebelumnya", "jawaban", "janji", "id"),
            "masukan.jawaban": ("jenis", "isi", "mitra"),
            "komitmen": ("isi", "janji", "id"),
        },
        Kind.OUTCOME: {
            "": ("menjawab", "cakupan", "kejadian", "tanggal", *KEYS, "nomor", "uraian"),
        },
    }
)
"""The keys asked for at once, by the place they stand in, in the order a person thinks of them."""

NEVER = frozenset({"koreksi", "ditarik", "bukti"})
"""Not of a new record: nothing was published yet, and photos have a command of their own."""

ALWAYS_OFFERED = frozenset(
    {
        *("tempat.kecamatan", "moda", "masukan.sebelumnya", "masukan.jawaban.mitra"),
        *("mitra", "sebab"),
    }
)
"""What may be added although it did not come up by itself."""


@dataclass(frozen=True, slots=True)
class SoFar:
    """What is known when a question comes up."""

    answers: Answers
    registries: Registries
    today: date

    def said(self, name: str) -> object:
        """What was answered; "" for nothing."""
        return self.answers.get(name, "")

    def beside(self, name: str, key: str) -> object:
        """What was answered to the question for another key at the same place."""
        above, _dot, _key = name.rpartition(".")
        return self.said(f"{above}.{key}" if above else key)

    def has(self, name: str) -> bool:
        """Whether there is an answer to a question, or to a part of it."""
        return any(
            (one == name or is_under(one, name)) and said not in NOTHING
            for one, said in self.answers.items()
            if not one.endswith(GO_ON)
        )


Condition = Callable[[SoFar, str], bool]


def _event(so_far: SoFar) -> Event | None:
    said = so_far.said("kejadian")
    return next((one for one in Event if one == said), None)


def _needs(key: str) -> Condition:
    return lambda so_far, _name: key in NEEDS.get(_event(so_far) or Event.ACTED, ())


def _is_over(so_far: SoFar, _name: str) -> bool:
    """Whether a session has been held: one that is only announced has no concerns yet."""
    try:
        day = dates.parse(str(so_far.said("tanggal"))).earliest
    except dates.DateProblem:
        return True
    return day is None or day <= so_far.today


def _has_no_place(so_far: SoFar, _name: str) -> bool:
    return not so_far.has("tempat")


def _is_in_many_districts(so_far: SoFar, _name: str) -> bool:
    said = so_far.said(FOLDER)
    unit = so_far.registries.units.get(str(said[0] if isinstance(said, list) and said else said))
    return unit is None or len(unit.area.districts) != 1


def _is_sensitive(so_far: SoFar, name: str) -> bool:
    themes = so_far.beside(name, "tema")
    known = so_far.registries.themes
    return isinstance(themes, list) and any(
        one in known and known[str(one)].sensitive for one in themes
    )


def _may_be_told(so_far: SoFar, name: str) -> bool:
    return not _is_sensitive(so_far, name)


def _is_kept_back(so_far: SoFar, name: str) -> bool:
    return not so_far.beside(name, "isi")


def _asks_for_something(so_far: SoFar, name: str) -> bool:
    return so_far.beside(name, "jenis") != ConcernKind.APPRECIATION.value


def _is_objection(so_far: SoFar, name: str) -> bool:
    """Whether residents say that something published is not so: then it matters what."""
    return so_far.beside(name, "jenis") == ConcernKind.OBJECTION.value


def _names_another_body(so_far: SoFar, name: str) -> bool:
    referred = (AnswerKind.REFERRAL, AnswerKind.OUTSIDE_AUTHORITY, AnswerKind.PARTNERS_ANSWER)
    return so_far.beside(name, "jenis") in {one.value for one in referred}


def _has_no_cause(so_far: SoFar, _name: str) -> bool:
    return not so_far.said("sebab")


def _is_handed_over(so_far: SoFar, _name: str) -> bool:
    return _event(so_far) is Event.HANDED_OVER


ASKED_IF: Mapping[Kind, Mapping[str, Condition]] = MappingProxyType(
    {
        Kind.SESSION: {
            "tempat.kecamatan": _is_in_many_districts,
            "moda": _has_no_place,
            "masukan": _is_over,
            "masukan.isi": _may_be_told,
            "masukan.tahan": _is_kept_back,
            "masukan.sebelumnya": _is_objection,
            "masukan.jawaban": _asks_for_something,
            "masukan.janji": _asks_for_something,
            "masukan.jawaban.mitra": _names_another_body,
        },
        Kind.OUTCOME: {
            **{key: _needs(key) for key in KEYS},
            "menjawab": lambda so_far, _name: not so_far.has("cakupan"),
            "cakupan": lambda so_far, _name: not so_far.has("menjawab"),
            "nomor": _is_handed_over,
        },
    }
)
"""When a question that is asked first comes up at all; without a condition always."""

NEEDED_IF: Mapping[Kind, Mapping[str, Condition]] = MappingProxyType(
    {
        Kind.SESSION: {"masukan.tahan": _is_kept_back, "moda": _has_no_place, "masukan": _is_over},
        Kind.OUTCOME: {
            **{key: _needs(key) for key in KEYS},
            "uraian": _has_no_cause,
        },
    }
)
"""When an answer may not be left out although the model lets it be missing."""
