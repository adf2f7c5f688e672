"""What is wrong inside a record, in words an officer understands at once.

Pydantic finds the errors; here each becomes a sentence that says what stood there, what was
expected, and how to mend it. What may be personal is never repeated.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from pydantic import ValidationError
from pydantic_core import ErrorDetails

from generator.language import _
from generator.model.fields import OWN_MESSAGE
from generator.records import shape
from generator.records.kinds import WITHDRAWN_KEY, Kind, Record, model_of, validate
from generator.records.names import is_key_like, is_quotable
from generator.records.nearest import nearest
from generator.records.places import Steps, in_words, path_in, value_at
from generator.yaml_text import Path, Plain


@dataclass(frozen=True, slots=True)
class Complaint:
    """One thing wrong in a file: its path in the file, the path in words, and what to do."""

    path: Path
    where: str
    message: str


def complaints(kind: Kind, tree: Plain) -> Iterator[Complaint]:
    """Say everything that keeps a tree from being a record; nothing when it is one."""
    model = model_of(kind, tree)
    try:
        validate(kind, tree)
    except ValidationError as error:
        found = (_complaint(model, tree, each) for each in error.errors(include_url=False))
        yield from dict.fromkeys(found)


def _complaint(model: type[Record], tree: Plain, error: ErrorDetails) -> Complaint:
    steps = error["loc"]
    kind = error["type"]
    path = path_in(tree, steps)
    if kind == "unexpected_keyword_argument":
        return Complaint(path, in_words(tree, path[:-1]), _unknown_key(model, steps))
    if kind == "missing":
        return Complaint(path, in_words(tree, path), _missing(model, steps))
    message = _wrong_value(model, tree, error)
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


def _unknown_key(model: type[Record], steps: Steps) -> str:
    key = str(steps[-1])
    owner = shape.model_at(model, steps[:-1])
    known = list(shape.keys_of(owner)) if owner else []
    if WITHDRAWN_KEY in known:
        return _("yang ditarik hanya memuat {keys}; hapus kunci lainnya").format(
            keys=_(" dan ").join(f"`{one}`" for one in known)
        )
    meant = nearest(key, known)
    if meant and (is_quotable(key) or is_key_like(key)):
        return _("kunci `{key}` tidak dikenal; maksud Anda `{meant}`?").format(key=key, meant=meant)
    homes = shape.homes_of(key, model)
    if homes:
        return _("kunci `{key}` tidak dikenal di sini; tulis di bawah {homes}").format(
            key=key, homes=_(" atau ").join(f"`{one}`" for one in homes)
        )
    name = f"`{key}` " if is_key_like(key) else ""
    return _("kunci {name}tidak dikenal; hapus, atau pakai salah satu: {known}").format(
        name=name, known=", ".join(known)
    )


def _wrong_value(model: type[Record], tree: Plain, error: ErrorDetails) -> str:
    steps = error["loc"]
    value = value_at(tree, path_in(tree, steps))
    if error["type"] == OWN_MESSAGE:
        return error["msg"]
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
    return _("kata ini tidak dikenal; {choice}").format(choice=choice)


def _keys_expected(model: type[Record], steps: Steps) -> str:
    inner = shape.model_at(model, steps)
    keys = list(shape.keys_of(inner)) if inner else []
    return _(
        "isi di sini memakai kunci di baris bawahnya, misalnya `{first}: ...`; kuncinya: {keys}"
    ).format(first=keys[0] if keys else "", keys=", ".join(keys))
