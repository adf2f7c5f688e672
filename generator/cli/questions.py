"""What `kabar correct` and `kabar withdraw` ask in the terminal, one question at a time."""

from collections.abc import Sequence
from typing import Any

import questionary

from generator.correcting import Part
from generator.language import _
from generator.outline import Holds
from generator.records import Records
from generator.records.kinds import Kind

_WIDEST = 70
# Written into the record, whose language does not follow the officer's.
_USUAL_CAUSE = "salah ketik"
_STYLE = questionary.Style([("qmark", "fg:ansidefault"), ("answer", "bold")])


def part(said: str, choices: Sequence[tuple[Part, str]]) -> Part:
    """Let one part be chosen; each is shown with what it holds now."""
    listed = [questionary.Choice(_cut(f"{one.name}: {shown}"), value=one) for one, shown in choices]
    chosen: Part = _select(said, listed)
    return chosen


def value(one: Part, records: Records, *, hides: bool) -> str:
    """Ask what a part is to hold; what it holds is offered for editing unless it `hides`."""
    known = _known_words(one, records)
    if known and not one.is_words:
        listed = [
            questionary.Choice(f"{word}  {name}".rstrip(), value=word) for word, name in known
        ]
        return str(_select(_("Isi yang benar:"), listed, default=one.text))
    has_lines = one.field.holds is Holds.TEXT and "\n" in one.text
    asked = _("Isi yang benar:")
    if has_lines:
        asked = _("Isi yang benar; sunting, lalu tekan Esc dan Enter:") + "\n"
    answer = questionary.text(
        asked,
        default="" if hides else one.text,
        multiline=has_lines,
        instruction=" " if has_lines else None,
        qmark="",
        style=_STYLE,
    )
    return str(answer.unsafe_ask())


def cause() -> str:
    """Ask why it was wrong."""
    asked = questionary.text(_("Sebabnya:"), default=_USUAL_CAUSE, qmark="", style=_STYLE)
    return str(asked.unsafe_ask())


def reason(said: str, reasons: Sequence[tuple[str, str]]) -> str:
    """Let one reason be chosen: its key, and what residents will read."""
    listed = [questionary.Choice(_cut(f"{key}: {words}"), value=key) for key, words in reasons]
    return str(_select(said, listed))


def _select(said: str, listed: Sequence[questionary.Choice], default: str | None = None) -> Any:
    asked = questionary.select(
        said,
        choices=listed,
        default=default if any(one.value == default for one in listed) else None,
        use_search_filter=True,
        use_jk_keys=False,
        # On a line of its own: behind the question it would not fit.
        instruction="\n  " + _("(panah untuk memilih, ketik untuk mencari, Enter)"),
        qmark="",
        style=_STYLE,
    )
    return asked.unsafe_ask()


def _known_words(one: Part, records: Records) -> list[tuple[str, str]]:
    if one.field.holds is Holds.WORD:
        return [(word, "") for word in one.field.words]
    registries = records.registries
    match one.field.registry:
        case Kind.PROGRAMME:
            return [(key, entry.name) for key, entry in registries.programmes.items()]
        case Kind.UNIT:
            return [(key, entry.name) for key, entry in registries.units.items()]
        case Kind.THEME:
            return [(key, entry.name) for key, entry in registries.themes.items()]
        case Kind.REASON:
            return [(key, entry.name) for key, entry in registries.reasons.items()]
    return []


def _cut(text: str) -> str:
    return text if len(text) <= _WIDEST else f"{text[: _WIDEST - 1]}…"
