"""What is owed, and the story of one thing: the same truth as the site, in the terminal."""

import datetime
import shutil
from collections.abc import Iterable
from pathlib import Path

import click

from generator import plugin, printout, site
from generator.archive import Archive
from generator.cli.options import (
    FINDINGS,
    WELL,
    Function,
    config_option,
    day_option,
    help_option,
    language_option,
)
from generator.cli.spoken import Choice, Command
from generator.cli.telling import tell
from generator.clock import today_in
from generator.findings import has_errors
from generator.language import _
from generator.model import Unit

MOST = 20
"""How many debts are shown unless all are asked for: about what a reader goes through at once."""


def _format_option(function: Function) -> Function:
    return click.option(
        "--format",
        "form",
        type=Choice(printout.FORMATS),
        default="text",
        help=_("Bentuk hasil: text untuk dibaca, json untuk program; json selalu memuat semuanya."),
    )(function)


@click.command(
    cls=Command,
    options_metavar=_("[PILIHAN]"),
    help=_(
        "Menunjukkan apa yang masih ditunggu warga, yang paling lama di atas.\n\n"
        "Isinya sama dengan yang dibaca warga di situs pada hari itu."
    ),
)
@click.option("--overdue", is_flag=True, help=_("Hanya yang sudah lewat tenggat."))
@click.option("--owed", is_flag=True, help=_("Hanya yang belum ada kabar hasilnya."))
@click.option(
    "--unit",
    metavar=_("SATUAN"),
    help=_("Hanya satuan ini dan satuan di bawahnya, misalnya polres-jember."),
)
@click.option(
    "--all", "everything", is_flag=True, help=_("Semuanya, bukan hanya dua puluh yang pertama.")
)
@_format_option
@day_option
@config_option
@language_option
@help_option
def status(
    overdue: bool,
    owed: bool,
    unit: str | None,
    everything: bool,
    form: str,
    as_of: datetime.date | None,
    config: Path,
) -> int:
    """Show what is owed."""
    archive = _read(config, as_of)
    if archive is None:
        return FINDINGS
    asked = printout.unit_meant(unit, archive) if unit else None
    found = printout.owing(archive, asked, printout.Only(overdue=overdue, owed=owed))
    if form == "json":
        click.echo(printout.as_json(printout.owing_data(found, archive)))
    else:
        _print(printout.debt_lines(found, archive, most=None if everything else MOST))
    return WELL


@click.command(
    cls=Command,
    options_metavar=_("[PILIHAN]"),
    help=_(
        "Menceritakan satu sesi, satu masukan, atau satu satuan, seperti halamannya di situs.\n\n"
        "ID sesi: polsek-contoh/2023-10-20.\n\n"
        "ID masukan: polsek-contoh/2023-10-20#patroli, atau 2023-10-20#patroli kalau hanya ada "
        "satu.\n\n"
        "ID satuan: polsek-contoh."
    ),
)
@click.argument("name", metavar="ID")
@_format_option
@day_option
@config_option
@language_option
@help_option
def show(name: str, form: str, as_of: datetime.date | None, config: Path) -> int:
    """Show the story of one thing."""
    archive = _read(config, as_of)
    if archive is None:
        return FINDINGS
    found = printout.meant(name, archive)
    if isinstance(found, Unit):
        owed = printout.owing(archive, found)
        if form == "json":
            click.echo(printout.as_json(printout.owing_data(owed, archive)))
        else:
            _print(printout.unit_lines(owed, archive, most=MOST))
    elif form == "json":
        click.echo(printout.as_json(printout.story_data(found, archive)))
    else:
        _print(printout.story_lines(found, archive))
    return WELL


def _read(config: Path, as_of: datetime.date | None) -> Archive | None:
    """Read the records; says what is wrong with them and gives None where something is."""
    project = plugin.read_project(config)
    today = as_of or today_in(project.zone)
    archive, found = site.check(project.root, project.data, today, work=project.work)
    if not has_errors(found):
        return archive
    tell(found, err=True)
    return None


def _print(lines: Iterable[printout.Line]) -> None:
    click.echo(printout.typeset(lines, shutil.get_terminal_size().columns))
