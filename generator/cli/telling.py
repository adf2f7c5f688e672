"""How findings are told in a terminal."""

import shutil
import sys
from collections.abc import Sequence

import click

from generator import notices
from generator.findings import Finding


def tell(findings: Sequence[Finding], *, err: bool = False) -> None:
    """Print findings and where they are explained, on the error stream where asked.

    Lines are broken between words where somebody reads along, and left alone for a program.
    """
    said = notices.as_text(findings)
    if explained := notices.where_explained(findings):
        said = f"{said}\n{explained}"
    if (sys.stderr if err else sys.stdout).isatty():
        said = notices.fitted(said, shutil.get_terminal_size().columns)
    click.echo(said, err=err)
