"""What residents will see change, told before it is published."""

import datetime
import shutil
from pathlib import Path

import click

from generator import archive, difference, plugin, records, site
from generator.archive import Archive
from generator.cli.options import (
    FINDINGS,
    WELL,
    config_option,
    day_option,
    help_option,
    language_option,
)
from generator.cli.spoken import Choice, Command
from generator.cli.telling import tell
from generator.clock import today_in
from generator.difference import Earlier
from generator.difference.summary import Compared
from generator.earlier import data_at
from generator.findings import has_errors
from generator.language import _
from generator.printout import typeset
from generator.records.folder import SUFFIX
from generator.records.kinds import Kind


def _need_ref(ctx: click.Context, param: click.Parameter, value: str | None) -> str:
    if not value:
        raise click.MissingParameter(ctx=ctx, param=param)
    return value


@click.command(
    cls=Command,
    options_metavar=_("[PILIHAN]"),
    help=_(
        "Menunjukkan apa yang akan berubah di mata warga, dibanding yang sudah terbit.\n\n"
        "Yang buruk bagi warga ada di atas. Yang ditarik atau ditahan tidak diulang isinya."
    ),
)
@click.option(
    "--against",
    "ref",
    callback=_need_ref,
    metavar=_("ACUAN"),
    help=_("Nama cabang, tanda, atau commit git yang sudah terbit, misalnya origin/main."),
)
@click.option(
    "--format",
    "form",
    type=Choice(difference.FORMATS),
    default="text",
    help=_("Bentuk hasil: text untuk dibaca di sini, markdown untuk tinjauan."),
)
@day_option
@config_option
@language_option
@help_option
def diff(ref: str, form: str, as_of: datetime.date | None, config: Path) -> int:
    """Show what residents will see change."""
    project = plugin.read_project(config)
    today = as_of or today_in(project.zone)
    now, found = site.check(project.root, project.data, today, work=project.work)
    if has_errors(found):
        tell(found, err=True)
        return FINDINGS
    told = difference.compare(_earlier(project, ref, now), now)
    compared = Compared(ref, today, project.address)
    if form == "markdown":
        click.echo(difference.markdown(told, compared), nl=False)
    else:
        lines = difference.text_lines(told, compared)
        click.echo(typeset(lines, shutil.get_terminal_size().columns))
    return WELL


def _earlier(project: plugin.Project, ref: str, now: Archive) -> Earlier:
    """Read the records of a ref as of the same day; they were published when they were."""
    with data_at(project.data, ref) as there:
        reading = records.read(
            there.folder.parent,
            there.folder,
            work=project.work,
            published=_published(now),
            keeps=False,
        )
    return Earlier(archive.build(reading.records, now.today), reading.broken, there.behind)


def _published(now: Archive) -> dict[str, datetime.date]:
    """The days files were first published, by path below data/; git has told them already."""
    sessions = ((Kind.SESSION, one.id, one.published) for one in now.sessions)
    outcomes = ((Kind.OUTCOME, one.id, one.published) for one in now.outcomes)
    return {f"{kind}/{name}{SUFFIX}": day for kind, name, day in (*sessions, *outcomes) if day}
