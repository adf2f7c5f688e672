"""How questions are asked in a terminal: with arrows and search, or by numbers in a plain one."""

import os
import shutil
import textwrap
from collections.abc import Callable, Sequence
from typing import ClassVar, NamedTuple, Protocol

import click
import questionary
from prompt_toolkit.key_binding import KeyBindings, KeyPressEvent, merge_key_bindings
from questionary.prompts.common import InquirerControl

from generator.language import _
from generator.wizard import Offer

NARROWEST, WIDEST = 30, 90
SEARCHED = 9
"""From so many offers on it is said that typing narrows them down."""

NOT_LISTED = "\0"
"""Chosen where nothing that is offered is meant."""

_SHOWN_PLAINLY = 20
_PLAIN = frozenset({"dumb", "unknown"})
_LOOK = questionary.Style([("bottom-toolbar", "noreverse"), ("highlighted", "bold")])


class StepBack(Exception):
    """The question before this one is to be asked again."""


class Begun(NamedTuple):
    """What stands there before anything is typed: what is suggested, or what was refused."""

    suggested: str = ""
    typed: str = ""


Watch = Callable[[str], str]
"""Says what is wrong with a text while it is being typed; "" for nothing."""


class Terminal(Protocol):
    """What the conversation needs of a terminal.

    Ctrl+C raises KeyboardInterrupt anywhere, and the way back StepBack where there is one.
    """

    way_back: ClassVar[str]
    """What is pressed or typed to go back."""

    def choose(self, asks: str, offers: Sequence[Offer], hint: str = "") -> str:
        """Let one be chosen; gives its value, or NOT_LISTED where that is offered."""

    def line(self, asks: str, hint: str, begun: Begun, watch: Watch) -> str:
        """Let one line be typed."""

    def paragraphs(self, asks: str, hint: str, begun: Begun, watch: Watch) -> str:
        """Let a text of several lines be typed."""


def terminal(*, has_way_back: bool = False) -> Terminal:
    """Give what the terminal in use can do; with a way back, each question has one."""
    kind = Plain if os.environ.get("TERM", "").lower() in _PLAIN else Full
    return kind(has_way_back=has_way_back)


def say(text: str = "", indent: str = "", further: str | None = None) -> None:
    """Print a text as wide as the terminal is, its lines and what they stand in by kept.

    `further` indents what does not fit on a line.
    """
    click.echo("\n".join(_set(line, indent, further) for line in text.split("\n")))


def _set(line: str, indent: str, further: str | None) -> str:
    own = line[: len(line) - len(line.lstrip())]
    return _wrapped(line.lstrip(), indent + own, further)


def _wrapped(line: str, indent: str = "", further: str | None = None) -> str:
    return textwrap.fill(
        line,
        width(),
        initial_indent=indent,
        subsequent_indent=indent if further is None else further,
        break_on_hyphens=False,
    )


def width() -> int:
    """How many letters a line may have."""
    return min(max(shutil.get_terminal_size().columns - 1, NARROWEST), WIDEST)


class Full:
    """A terminal in which the cursor can be moved; Ctrl+Z is the way back."""

    way_back: ClassVar = "Ctrl+Z"

    def __init__(self, *, has_way_back: bool = False) -> None:
        """Say whether a question may be left for the one before it."""
        self._has_way_back = has_way_back

    def choose(self, asks: str, offers: Sequence[Offer], hint: str = "") -> str:
        """Let one be chosen with the arrows, or found by typing part of it."""
        how = _("panah atas dan bawah, lalu Enter")
        if len(offers) >= SEARCHED:
            how = _("ketik untuk mencari; panah atas dan bawah, lalu Enter")
        question = questionary.select(
            _head(asks, hint),
            [questionary.Choice(_Title(one, offers), value=one.value) for one in offers],
            pointer=">",
            instruction=f"\n  ({how})",
            style=_LOOK,
            use_jk_keys=False,
            use_search_filter=True,
            erase_when_done=True,
        )
        for control in question.application.layout.find_all_controls():
            if isinstance(control, InquirerControl):
                # It has no option for the order of what a search finds.
                control.__class__ = _Ranked
        return self._answered(question)

    def line(self, asks: str, hint: str, begun: Begun, watch: Watch) -> str:
        """Let one line be typed."""
        return self._typed(asks, hint, begun, watch, several=False)

    def paragraphs(self, asks: str, hint: str, begun: Begun, watch: Watch) -> str:
        """Let several lines be typed; Enter begins a new one."""
        how = _("Enter: baris baru. Kalau sudah selesai: tekan Esc, lalu Enter.")
        return self._typed(asks, f"{hint} {how}".strip(), begun, watch, several=True)

    def _typed(self, asks: str, hint: str, begun: Begun, watch: Watch, *, several: bool) -> str:
        def below() -> str | None:
            wrong = watch(question.application.current_buffer.text)
            return _wrapped(f"! {wrong}", further="  ") if wrong else None

        question = questionary.text(
            _head(asks, hint),
            default=begun.typed or begun.suggested,
            multiline=several,
            instruction="\n>",
            style=_LOOK,
            bottom_toolbar=below,
            erase_when_done=True,
        )
        return self._answered(question)

    def _answered(self, question: questionary.Question) -> str:
        if self._has_way_back:
            asked = question.application
            asked.key_bindings = merge_key_bindings([asked.key_bindings or KeyBindings(), _BACK])
        return str(question.unsafe_ask())


_BACK = KeyBindings()


@_BACK.add("c-z", eager=True)
def _leave(event: KeyPressEvent) -> None:
    event.app.exit(exception=StepBack(), style="class:aborting")


def _head(asks: str, hint: str) -> str:
    """A question and what helps to answer it; the sign before the question takes two letters."""
    told = f"\n{_wrapped(hint, '  ')}" if hint else ""
    return f"{_wrapped(asks, '   ', '  ').lstrip()}{told}"


class _Title(str):
    """What is shown of an offer; questionary searches its `lower()`, which holds more than that."""

    offer: Offer
    others: Sequence[Offer]

    def __new__(cls, offer: Offer, others: Sequence[Offer]) -> "_Title":
        made = super().__new__(cls, _lines(offer))
        made.offer, made.others = offer, others
        return made

    def lower(self) -> "_Findable":
        return _Findable(self.offer, self.others)


class _Findable(str):
    """What a search looks in. The way out of a list is found where nothing else is."""

    offer: Offer
    others: Sequence[Offer]

    def __new__(cls, offer: Offer, others: Sequence[Offer]) -> "_Findable":
        made = super().__new__(cls, offer.words)
        made.offer, made.others = offer, others
        return made

    def __contains__(self, typed: object) -> bool:
        if self.offer.value == NOT_LISTED:
            return not any(one.is_found_by(str(typed)) for one in self.others if one != self.offer)
        return self.offer.is_found_by(str(typed))


class _Ranked(InquirerControl):
    """A list whose search shows first what has the typed words in its name or key."""

    @property
    def filtered_choices(self) -> list[questionary.Choice]:
        """What a search has found, best first; everything in its own order without one."""
        found: list[questionary.Choice] = super().filtered_choices
        typed = self.search_filter
        return sorted(found, key=lambda one: _rank(one, typed)) if typed else found


def _rank(choice: questionary.Choice, typed: str) -> int:
    return choice.title.offer.rank(typed) if isinstance(choice.title, _Title) else 0


def _lines(offer: Offer) -> str:
    """An offer as it stands in a list, its further lines under its first word."""
    room = width() - 6
    shown = textwrap.wrap(offer.words, room, break_on_hyphens=False)
    more = textwrap.wrap(offer.more, room, break_on_hyphens=False)
    return "\n     ".join((*shown, *more))


class Plain:
    """A terminal that only prints line after line: numbers instead of arrows, `<` to go back."""

    way_back: ClassVar = "<"

    def __init__(self, *, has_way_back: bool = False) -> None:
        """Say whether a question may be left for the one before it."""
        self._has_way_back = has_way_back

    def choose(self, asks: str, offers: Sequence[Offer], hint: str = "") -> str:
        """Let one be chosen by its number; words narrow the list down."""
        found = list(offers)
        while True:
            say(f"{asks} {hint}".strip())
            for number, one in enumerate(found[:_SHOWN_PLAINLY], 1):
                click.echo(_wrapped(one.words, f"{number:3}. ", "     "))
                if one.more:
                    click.echo(_wrapped(one.more, "       "))
            if len(found) > _SHOWN_PLAINLY:
                say(_("... dan {count} lagi").format(count=len(found) - _SHOWN_PLAINLY), "     ")
            typed = self._read(_("Nomor, atau kata untuk mencari"))
            if typed.isdecimal() and 1 <= int(typed) <= min(len(found), _SHOWN_PLAINLY):
                return found[int(typed) - 1].value
            narrowed = [one for one in offers if typed and one.is_found_by(typed)]
            narrowed.sort(key=lambda one: one.rank(typed))
            if len(narrowed) == 1:
                return narrowed[0].value
            if typed and not narrowed:
                say(_("Tidak ada yang cocok."))
            found = narrowed or list(offers)

    def line(self, asks: str, hint: str, begun: Begun, watch: Watch) -> str:  # noqa: ARG002
        """Let one line be typed; Enter alone takes what is suggested."""
        say(asks)
        if hint:
            say(hint, "  ")
        if begun.suggested:
            say(_("Enter saja berarti: {suggested}").format(suggested=begun.suggested), "  ")
        return self._read(">") or begun.suggested

    def paragraphs(self, asks: str, hint: str, begun: Begun, watch: Watch) -> str:  # noqa: ARG002
        """Let lines be typed up to one that holds nothing but a full stop."""
        say(asks)
        how = _("Kalau sudah selesai, tulis satu baris yang isinya hanya titik, lalu Enter.")
        say(f"{hint} {how}".strip(), "  ")
        lines: list[str] = []
        while (typed := self._read(">")) != ".":
            lines.append(typed)
        return "\n".join(lines) or begun.suggested

    def _read(self, prompt: str) -> str:
        try:
            typed: str = click.prompt(prompt, default="", show_default=False, prompt_suffix=" ")
        except click.Abort as ended:
            raise KeyboardInterrupt from ended
        if self._has_way_back and typed.strip() == self.way_back:
            raise StepBack
        return typed.strip()
