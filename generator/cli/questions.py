"""What `kabar correct` and `kabar withdraw` ask in the terminal, one question at a time."""

from collections.abc import Sequence

from generator.archive import Archive
from generator.cli.terminal import Begun, say, terminal
from generator.correcting import Part
from generator.language import _
from generator.outline import Holds
from generator.wizard import Offer
from generator.wizard.offers import of_registry

_WIDEST = 70
# Written into the record, whose language does not follow the officer's.
_USUAL_CAUSE = "salah ketik"


def part(said: str, choices: Sequence[tuple[Part, str]]) -> Part:
    """Let one part be chosen; each is shown with what it holds now."""
    offers = [Offer(one.name, _cut(f"{one.name}: {shown}")) for one, shown in choices]
    chosen = terminal().choose(said, offers)
    return next(one for one, _shown in choices if one.name == chosen)


def value(one: Part, archive: Archive, *, hides: bool) -> str:
    """Ask what a part is to hold; what it holds is offered for editing unless it `hides`."""
    asks = _("Isi yang benar:")
    offers = (
        [] if one.is_words else [each for each in _known(one, archive) if each.value != one.text]
    )
    if offers:
        return terminal().choose(asks, offers)
    begun = Begun(suggested="" if hides else one.text)
    is_long = one.field.holds is Holds.TEXT and "\n" in one.text
    ask = terminal().paragraphs if is_long else terminal().line
    return ask(asks, "", begun, _nothing_wrong)


def cause() -> str:
    """Ask why it was wrong."""
    asks = _("Sebabnya:")
    given = terminal().line(asks, "", Begun(suggested=_USUAL_CAUSE), _nothing_wrong)
    say(f"{asks} {given}")
    return given


def reason(said: str, reasons: Sequence[tuple[str, str]]) -> str:
    """Let one reason be chosen: its key, and what residents will read."""
    chosen = terminal().choose(said, [Offer(key, key, words) for key, words in reasons])
    say(f"{said} {chosen}")
    return chosen


def _known(one: Part, archive: Archive) -> Sequence[Offer]:
    if one.field.holds is Holds.WORD:
        return [Offer(word, word) for word in one.field.words]
    return of_registry(one.field.registry, archive) if one.field.registry else ()


def _cut(text: str) -> str:
    return text if len(text) <= _WIDEST else f"{text[: _WIDEST - 1]}…"


def _nothing_wrong(_typed: str) -> str:
    """What is wrong is said of the whole record afterwards, by its checks."""
    return ""
