"""The options of `kabar new`: every answer by the key of its field."""

from collections.abc import Callable
from pathlib import Path

import click

from generator.cli.options import (
    Function,
    config_option,
    day_option,
    help_option,
    language_option,
)
from generator.language import _
from generator.outline import Field, Holds
from generator.records import Kind
from generator.wizard import FOLDER


def answer_options(kind: Kind, fields: tuple[Field, ...]) -> Callable[[Function], Function]:
    """Let every question about the record itself be answered by an option named after its key."""

    def add(function: Function) -> Function:
        for one in reversed(asked_by_option(kind, fields)):
            function = click.option(
                f"--{one.key}",
                one.key,
                multiple=one.is_many and one.holds is not Holds.GROUP,
                metavar=_("ISI"),
                help=one.says,
            )(function)
        return function

    return add


def asked_by_option(kind: Kind, fields: tuple[Field, ...]) -> tuple[Field, ...]:
    """Give the fields with an option of their own, and the folder, which no outcome holds."""
    own = tuple(one for one in fields if one.holds is not Holds.GROUP or one.words)
    if kind is Kind.SESSION or any(one.key == FOLDER for one in own):
        return own
    folder = Field(
        FOLDER, FOLDER, _("Kunci satuan yang memberi kabar."), Holds.LINE, is_required=True
    )
    return (folder, *own)


def common_options(function: Function) -> Function:
    """Let a command take answers by any key and from a file, and not ask at all."""
    for add in (
        click.option(
            "--set",
            "parts",
            multiple=True,
            metavar=_("KUNCI=ISI"),
            help=_("Isian lain menurut kuncinya, misalnya masukan.1.isi=... Boleh berulang."),
        ),
        click.option(
            "--from",
            "source",
            type=click.Path(path_type=Path, dir_okay=False),
            metavar=_("BERKAS"),
            help=_("Berkas YAML berisi sebagian atau seluruh catatan."),
        ),
        click.option(
            "--yes",
            "is_agreed",
            is_flag=True,
            help=_("Tanpa bertanya: tulis bila semua pemeriksaan lulus."),
        ),
        day_option,
        config_option,
        language_option,
        help_option,
    )[::-1]:
        function = add(function)
    return function
