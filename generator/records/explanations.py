"""What is wrong inside a record, in words an officer understands at once.

Pydantic finds the errors; here each becomes a sentence that says what stood there, what was
expected, and how to mend it. What may be personal is never repeated.
"""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from pydantic_core import ErrorDetails

from generator import dates
from generator.language import _
from generator.model.fields import BAD_ID, BAD_PHOTO_NAME, OWN_MESSAGE
from generator.records import shape
from generator.records.kinds import WITHDRAWN_KEY, Record
from generator.records.names import better_name, better_photo_name, is_key_like, is_quotable
from generator.records.nearest import nearest
from generator.records.places import Steps, in_words, path_in, value_at
from generator.yaml_mistakes.lines import fault
from generator.yaml_text import Path, Plain

UNKNOWN_KEY, MISSING = "unexpected_keyword_argument", "missing"
_COMPUTED = "status"
_PROMISE, _DEADLINE = "janji", "tenggat"


@dataclass(frozen=True, slots=True)
class Complaint:
    """One thing wrong in a file: its path in the file, the path in words, and what to do."""

    path: Path
    where: str
    message: str


class Faults:
    """What one try at making a record has found, with the keys that are unknown and missing.

    A key that is missing because it was misspelt is not told twice, and what a withdrawn record
    may not hold is told once.
    """

    def __init__(self, model: type[Record], faults: Sequence[ErrorDetails]) -> None:
        """Take the model that was tried and what pydantic says of the tree."""
        self.model = model
        self._faults = faults
        self.unknown: dict[Steps, list[str]] = defaultdict(list)
        self.missing: dict[Steps, list[str]] = defaultdict(list)
        for one in faults:
            steps = one["loc"]
            if one["type"] == UNKNOWN_KEY:
                self.unknown[steps[:-1]].append(str(steps[-1]))
            elif one["type"] == MISSING:
                self.missing[steps[:-1]].append(str(steps[-1]))

    def untold(self) -> Iterator[ErrorDetails]:
        """Give the faults, without those that another one tells of too."""
        return (one for one in self._faults if not self._is_said(one))

    def complaint(self, tree: Plain, fault: ErrorDetails) -> Complaint:
        """Say what is wrong in a tree and how to mend it."""
        return _complaint(self, tree, fault)

    def _is_said(self, error: ErrorDetails) -> bool:
        """Whether another complaint tells of this one too."""
        if error["type"] not in (MISSING, UNKNOWN_KEY):
            return False
        where, key = error["loc"][:-1], str(error["loc"][-1])
        unknown = self.unknown[where]
        if error["type"] == MISSING:
            return any(self.meant(where, one) == key for one in unknown)
        return self.is_withdrawn(where) and key != unknown[0]

    def meant(self, where: Steps, key: str) -> str | None:
        """Give the key that was probably meant, one that is missing before one that is there."""
        return nearest(key, self.missing[where]) or nearest(key, self.known(where))

    def known(self, where: Steps) -> list[str]:
        """Give the keys that may stand in a place."""
        owner = shape.model_at(self.model, where)
        return list(shape.keys_of(owner)) if owner else []

    def is_withdrawn(self, where: Steps) -> bool:
        """Whether what stands in a place was taken back."""
        return WITHDRAWN_KEY in self.known(where)


def _complaint(keys: Faults, tree: Plain, error: ErrorDetails) -> Complaint:
    steps = error["loc"]
    kind = error["type"]
    path = path_in(tree, steps)
    if kind == UNKNOWN_KEY:
        return Complaint(path, in_words(tree, path[:-1]), _unknown_key(keys, steps))
    if kind == MISSING:
        return Complaint(path, in_words(tree, path), _missing(keys.model, steps))
    message = _wrong_value(keys.model, tree, error)
    path += _key_named(message, value_at(tree, path))
    return Complaint(path, in_words(tree, path), message)


def _key_named(message: str, value: Plain) -> Path:
    """What is said of several keys together is shown at the first of them that is there.

    `catatan ini` is no key but the record itself.
    """
    names = re.findall(r"\b[a-z_]+\b(?! ini\b)", message) if isinstance(value, dict) else []
    return next(((name,) for name in names if name in value), ())


def _missing(model: type[Record], steps: Steps) -> str:
    key = str(steps[-1])
    owner = shape.model_at(model, steps[:-1])
    description = _(shape.keys_of(owner)[key].description or "") if owner else ""
    return _("`{key}` belum ditulis. {description}").format(key=key, description=description)


def _unknown_key(keys: Faults, steps: Steps) -> str:
    key, where = str(steps[-1]), steps[:-1]
    known = keys.known(where)
    if keys.is_withdrawn(where):
        return _besides_withdrawal(known, keys.unknown[where])
    if key == _COMPUTED:
        return _("status tidak diketik; program menghitungnya. Hapus baris ini; ") + _(
            "kelanjutannya ditulis sebagai kabar di data/outcomes"
        )
    meant = keys.meant(where, key)
    if meant and (is_quotable(key) or is_key_like(key)):
        return _("kunci `{key}` tidak dikenal; maksud Anda `{meant}`?").format(key=key, meant=meant)
    homes = shape.homes_of(key, keys.model)
    if homes:
        return _("kunci `{key}` tidak dikenal di sini; tulis di bawah {homes}").format(
            key=key, homes=_(" atau ").join(f"`{one}`" for one in homes)
        )
    name = f"`{key}` " if is_key_like(key) else ""
    return _("kunci {name}tidak dikenal; hapus, atau pakai salah satu: {known}").format(
        name=name, known=", ".join(known)
    )


def _besides_withdrawal(known: Iterable[str], others: Sequence[str]) -> str:
    named = [f"`{one}`" for one in others if is_key_like(one)]
    if len(named) < len(others):
        named.append(_("kunci lainnya"))
    return _("yang ditarik hanya memuat {keys}; hapus {others}").format(
        keys=_(" dan ").join(f"`{one}`" for one in known), others=", ".join(named)
    )


def _wrong_value(model: type[Record], tree: Plain, error: ErrorDetails) -> str:
    steps = error["loc"]
    value = value_at(tree, path_in(tree, steps))
    if error["type"] in (BAD_ID, BAD_PHOTO_NAME):
        return error["msg"] + _better(error["type"], value)
    if error["type"] == OWN_MESSAGE:
        is_deadline = steps[-2:] == (_PROMISE, _DEADLINE)
        return _deadline_in_words(value) if is_deadline and _is_in_words(value) else error["msg"]
    if isinstance(value, str) and shape.model_at(model, steps) and (found := fault(value)):
        return found[1]
    if value and steps[-1:] == (_PROMISE,):
        return _promise_expected(value)
    if not value:
        return _("kosong; isi, atau hapus barisnya")
    if words := shape.words_at(model, steps):
        return _unknown_word(value, words, shape.is_list_at(model, steps[:-1]))
    if error["type"] == "dataclass_type":
        return _keys_expected(model, steps)
    return _("di sini perlu daftar; awali tiap butirnya dengan tanda hubung dan spasi")


def _unknown_word(value: Plain, words: Sequence[str], or_list: bool) -> str:
    if len(words) == 1:
        return _("di sini hanya bisa ditulis `{word}`, atau barisnya dihapus").format(word=words[0])
    choice = _("pilihannya: {words}").format(words=", ".join(words))
    if or_list:
        choice += _("; atau sebuah daftar")
    if not isinstance(value, str):
        return _("di sini perlu satu kata; {choice}").format(choice=choice)
    meant = nearest(value, words)
    if meant and is_quotable(value):
        return _("`{word}` tidak dikenal; maksud Anda `{meant}`? {choice}").format(
            word=value, meant=meant, choice=choice[:1].upper() + choice[1:]
        )
    if _is_lower_words(value):
        return _("`{word}` tidak dikenal; {choice}").format(word=value, choice=choice)
    return _("kata ini tidak dikenal; {choice}").format(choice=choice)


def _better(kind: str, value: Plain) -> str:
    if not isinstance(value, str) or not is_quotable(value):
        return ""
    if kind == BAD_ID:
        better = better_name(value)
        return _("; ganti menjadi `{better}`").format(better=better) if better else ""
    better = better_photo_name(value)
    return _("; ganti namanya menjadi {better}").format(better=better) if better else ""


def _is_in_words(value: Plain) -> bool:
    return isinstance(value, str) and value[:1].isalpha() and not any(map(str.isdigit, value))


def _deadline_in_words(value: Plain) -> str:
    return _(
        "tulis satu hari (2026-11-30); kalau harinya tidak disebut, hapus tenggat dan tulis "
        "`kata: {words}`"
    ).format(words=value if _is_lower_words(value) else "minggu depan")


def _promise_expected(value: Plain) -> str:
    if isinstance(value, list):
        return _("satu masukan paling banyak satu janji; tulis janji kedua sebagai masukan sendiri")
    try:
        day = dates.parse_day(value if isinstance(value, str) else "").isoformat()
    except dates.DateProblem:
        words = value if _is_lower_words(value) else "segera"
        return _("tulis `{line}` di baris bawahnya").format(line=f"kata: {words}")
    return _("tulis `{line}` di baris bawahnya").format(line=f"{_DEADLINE}: {day}")


def _is_lower_words(value: Plain) -> bool:
    """Whether few words may be repeated; a capital letter may begin a name."""
    return isinstance(value, str) and is_quotable(value) and value.islower()


def _keys_expected(model: type[Record], steps: Steps) -> str:
    inner = shape.model_at(model, steps)
    keys = list(shape.keys_of(inner)) if inner else []
    return _(
        "isi di sini memakai kunci di baris bawahnya, misalnya `{first}: ...`; kuncinya: {keys}"
    ).format(first=keys[0] if keys else "", keys=", ".join(keys))
