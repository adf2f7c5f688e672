"""The JSON Schemas an editor of text can use."""

import json
from pathlib import Path

import click

from generator import schema
from generator.cli.options import help_option, language_option
from generator.cli.spoken import Command
from generator.language import _


@click.command(
    "schema",
    cls=Command,
    options_metavar=_("[PILIHAN]"),
    help=_(
        "Menulis skema JSON ke FOLDER, supaya penyunting teks membantu saat mengetik catatan.\n\n"
        "Bila FOLDER tidak disebut: schema."
    ),
)
@click.argument(
    "folder",
    type=click.Path(path_type=Path, file_okay=False),
    default=Path("schema"),
    metavar=_("[FOLDER]"),
)
@language_option
@help_option
def write_schemas(folder: Path) -> None:
    """Write the JSON Schemas."""
    folder.mkdir(parents=True, exist_ok=True)
    for name, content in schema.schemas().items():
        file = folder / f"{name}.json"
        file.write_text(json.dumps(content, ensure_ascii=False, indent=2) + "\n", encoding="utf-8")
        click.echo(file.as_posix())
