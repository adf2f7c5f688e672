"""What commands that change records have in common: asking first, and saying where."""

from collections.abc import Iterable
from pathlib import Path

import click

from generator.cli.options import Function
from generator.language import _

_WHOLE = "ya"
_YES = (_WHOLE, "y", "yes")


def yes_option(function: Function) -> Function:
    """Let a command go ahead without asking; give it `is_agreed`."""
    return click.option(
        "--yes", "is_agreed", is_flag=True, help=_("Langsung kerjakan, tanpa bertanya dulu.")
    )(function)


def is_agreed_to(question: str, *, is_final: bool = False) -> bool:
    """Ask, and give whether the answer was yes; one letter does not agree to what is final."""
    answer = str(click.prompt(question, default="", show_default=False)).strip().casefold()
    return answer == _WHOLE if is_final else answer in _YES


def second_reader() -> str:
    """Say who comes after whoever has sent something."""
    return _("Lalu minta orang kedua membacanya: panduan, halaman Mengirim dan menerbitkan.")


def near(path: Path) -> str:
    """Name a file or folder as seen from here, where that is shorter."""
    here = Path.cwd()
    return (path.relative_to(here) if path.is_relative_to(here) else path).as_posix()


def say(lines: Iterable[str]) -> None:
    """Print these lines."""
    click.echo("\n".join(lines))
