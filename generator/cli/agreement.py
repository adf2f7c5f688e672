"""What commands say and ask alike: whether to go ahead, where something lies, what is wrong."""

import shutil
import sys
from collections.abc import Iterable, Sequence
from pathlib import Path

import click

from generator import notices
from generator.cli.options import Function
from generator.findings import Finding
from generator.language import _

_YES = ("ya", "y", "yes")


def yes_option(function: Function) -> Function:
    """Let a command go ahead without asking; give it `is_agreed`."""
    return click.option(
        "--yes", "is_agreed", is_flag=True, help=_("Langsung kerjakan, tanpa bertanya dulu.")
    )(function)


def is_agreed_to(question: str) -> bool:
    """Ask, and give whether the answer was yes."""
    answer = str(click.prompt(question, default="", show_default=False))
    return answer.strip().casefold() in _YES


def near(path: Path) -> str:
    """Name a file or folder as seen from here, where that is shorter."""
    here = Path.cwd()
    return (path.relative_to(here) if path.is_relative_to(here) else path).as_posix()


def say(lines: Iterable[str]) -> None:
    """Print these lines."""
    click.echo("\n".join(lines))


def say_findings(findings: Sequence[Finding], *, err: bool = False) -> None:
    """Print findings, and where the guide explains them."""
    for told in (notices.as_text(findings), notices.where_explained(findings)):
        if told:
            click.echo(_fitted(told, is_read=(sys.stderr if err else sys.stdout).isatty()), err=err)


def _fitted(text: str, *, is_read: bool) -> str:
    """Break lines between words where somebody reads along, and leave them to a program."""
    return notices.fitted(text, shutil.get_terminal_size().columns) if is_read else text
