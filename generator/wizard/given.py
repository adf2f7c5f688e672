"""Answers given beforehand: as options, `nama=isi`, or in a file that holds part of a record."""

from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path

from generator import yaml_text
from generator.errors import KabarError
from generator.language import _
from generator.outline import Field, Holds
from generator.records.names import is_key_like
from generator.records.nearest import nearest
from generator.records.reading import content_of
from generator.wizard.answers import Answers, answers_in
from generator.yaml_text import Plain


class UnknownAnswer(KabarError):
    """An answer is given to a question no record of this kind asks."""


class UnreadableAnswers(KabarError):
    """A file of answers cannot be read; the message says where and why, and repeats nothing."""


def answers_in_file(file: Path, fields: Sequence[Field]) -> Answers:
    """Give the answers a file holds as part of a record; raises UnreadableAnswers."""
    try:
        parsed = yaml_text.parse(content_of(file))
    except OSError as error:
        said = _("{file} tidak dapat dibaca; periksa nama dan izinnya.")
        raise UnreadableAnswers(said.format(file=file.name)) from error
    if parsed.tree is None:
        said = _("{file}, baris {line}: {message}")
        raise UnreadableAnswers(
            "\n".join(
                said.format(file=file.name, line=one.line, message=one.message)
                for one in parsed.problems
            )
        )
    return answers_in(parsed.tree, fields)


def answers_typed(fields: Sequence[Field], typed: Iterable[tuple[str, str]]) -> Answers:
    """Give the answers of pairs such as `masukan.1.isi`, `Lampu mati.`; raises UnknownAnswer.

    A list that holds one item may be named without its number: `tempat.nama`. What is given twice
    is a list.
    """
    found: dict[str, list[str]] = {}
    many: dict[str, bool] = {}
    for name, said in typed:
        full, is_many = _meant(name, fields)
        found.setdefault(full, []).append(said)
        many[full] = is_many
    return {name: _held(said, many[name]) for name, said in found.items()}


def _held(said: list[str], is_many: bool) -> Plain:
    if is_many or len(said) > 1:
        return list(said)
    return said[0]


def _meant(name: str, fields: Sequence[Field]) -> tuple[str, bool]:
    """Give the full name of a question, and whether it takes several answers."""
    steps, known = name.split("."), {one.key: one for one in fields}
    full: list[str] = []
    field = None
    while steps:
        key = steps.pop(0)
        field = known.get(key)
        if field is None:
            raise UnknownAnswer(_unknown(key, known))
        full.append(key)
        known = {one.key: one for one in field.fields}
        if field.holds is Holds.GROUP and field.is_many and steps:
            full.append(steps.pop(0) if steps[0].isdigit() else "1")
    is_value = field is not None and field.holds is not Holds.GROUP
    return ".".join(full), is_value and bool(field and field.is_many)


def _unknown(key: str, known: Mapping[str, Field]) -> str:
    said = _("Tidak ada isian bernama itu.")
    if is_key_like(key):
        said = _("Tidak ada isian `{key}`.").format(key=key)
    meant = nearest(key, known)
    if meant:
        return f"{said} {_('Maksud Anda {meant}?').format(meant=f'`{meant}`')}"
    return f"{said} {_('Yang ada: {known}').format(known=', '.join(known))}"
