"""The commands an officer types, and what they say back."""

import datetime
import json
import os
import sys
from pathlib import Path

import click

from generator import plugin, schema
from generator.cli.agreement import near
from generator.cli.check import check
from generator.cli.correct import correct
from generator.cli.demo import demo_command
from generator.cli.diff import diff
from generator.cli.hooks import hooks_command, owners_command
from generator.cli.new import new
from generator.cli.options import (
    FINDINGS,
    WELL,
    WRONG_USE,
    config_option,
    day_option,
    help_option,
    language_option,
)
from generator.cli.photo import photo_command
from generator.cli.progress import Bar
from generator.cli.recap import import_command
from generator.cli.spoken import Address, Group, Number, usage
from generator.cli.status import show, status
from generator.cli.telling import tell
from generator.cli.withdrawal import purge_command, withdraw
from generator.errors import KabarError
from generator.language import _
from generator.wording.days import number


def command() -> None:
    """Run the command as a process of its own, which ends with it.

    A large archive is not given back piece by piece first: that takes as long as reading it.
    """
    try:
        main()
    except SystemExit as ended:
        sys.stdout.flush()
        sys.stderr.flush()
        os._exit(ended.code if isinstance(ended.code, int) else WELL)


def main() -> None:
    """Run the command; exit 0 when all is well, 1 with findings, 2 when it was used wrongly."""
    try:
        code = cli.main(prog_name="kabar", standalone_mode=False)
    except click.UsageError as error:
        _complain(usage(error), error.ctx)
        code = WRONG_USE
    except KabarError as error:
        _complain(str(error))
        code = WRONG_USE
    except (click.Abort, KeyboardInterrupt):
        _complain(_("Dihentikan. Yang sudah terbit tidak berubah."))
        code = WRONG_USE
    except BrokenPipeError:
        sys.stderr.close()
        code = WELL
    sys.exit(code if isinstance(code, int) else WELL)


@click.group(
    cls=Group,
    invoke_without_command=True,
    options_metavar="",
    subcommand_metavar=_("PERINTAH"),
    help=_(
        "Kabar Balik: melaporkan kembali kepada warga apa jadinya masukan mereka.\n\n"
        "Mulailah dengan kabar check, lalu kabar serve untuk melihat hasilnya."
    ),
)
@language_option
@help_option
@click.pass_context
def cli(context: click.Context) -> None:
    """Hold the commands together; show the help when none is named."""
    if context.invoked_subcommand is None:
        click.echo(context.get_help())


@cli.command(
    options_metavar=_("[PILIHAN]"),
    help=_(
        "Memeriksa semua catatan, lalu membuat situs ke folder site.\n\n"
        "Situs baru menggantikan yang lama hanya bila semuanya lulus; kalau ada yang salah, situs "
        "yang lama tetap seperti semula."
    ),
)
@click.option(
    "--jobs",
    type=Number(),
    default=0,
    metavar=_("JUMLAH"),
    help=_("Berapa proses yang bekerja bersama; 0 berarti sebanyak prosesor komputer ini."),
)
@click.option(
    "--scheduler",
    metavar=_("ALAMAT"),
    help=_("Alamat penjadwal Dask yang berbagi folder ini, untuk arsip yang sangat besar."),
)
@day_option
@config_option
@language_option
@help_option
def build(jobs: int, scheduler: str | None, as_of: datetime.date | None, config: Path) -> int:
    """Build the site."""
    with Bar() as bar:
        report = plugin.build_site(
            config, today=as_of, jobs=jobs, scheduler=scheduler, progress=bar.show
        )
    if report.findings:
        tell(report.findings, err=not report.published)
    if not report.published:
        click.echo(_("Situs tidak dibuat; yang lama tidak berubah."), err=True)
        return FINDINGS
    _say_what_was_published(report)
    return WELL


@cli.command(
    options_metavar=_("[PILIHAN]"),
    help=_(
        "Menampilkan situs di komputer ini, dan memperbaruinya setiap kali ada berkas disimpan.\n\n"
        "Kesalahan dalam catatan muncul di peramban. Hentikan dengan Ctrl+C."
    ),
)
@click.option(
    "--address",
    type=Address(),
    metavar=_("ALAMAT"),
    help=_("Alamat di komputer ini; bila tidak disebut: 127.0.0.1:8000."),
)
@config_option
@language_option
@help_option
def serve(address: str | None, config: Path) -> None:
    """Show the site while it is being worked on."""
    plugin.serve_site(config, address)


cli.add_command(check)
cli.add_command(new)
cli.add_command(status)
cli.add_command(show)
cli.add_command(diff)
cli.add_command(correct)
cli.add_command(withdraw)
cli.add_command(purge_command)
cli.add_command(demo_command)
cli.add_command(photo_command)
cli.add_command(hooks_command)
cli.add_command(owners_command)
cli.add_command(import_command)


@cli.command(
    "schema",
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


def _say_what_was_published(report: plugin.BuildReport) -> None:
    said = (
        _how_it_went(report),
        _("  {sessions} sesi, {concerns} masukan, {outcomes} kabar tindak lanjut").format(
            sessions=number(report.sessions),
            concerns=number(report.concerns),
            outcomes=number(report.outcomes),
        ),
        _pages(report),
    )
    click.echo("\n".join(said))


def _pages(report: plugin.BuildReport) -> str:
    pages = number(report.written + report.kept + report.editorial)
    if report.was_there:
        return _("  {pages} halaman").format(pages=pages)
    return _("  {pages} halaman: {written} ditulis, {kept} tidak berubah").format(
        pages=pages,
        written=number(report.written + report.editorial),
        kept=number(report.kept),
    )


def _how_it_went(report: plugin.BuildReport) -> str:
    folder = near(report.site)
    if report.was_there:
        return _("Tidak ada yang berubah; situs di {folder}/ sudah yang terbaru.").format(
            folder=folder
        )
    seconds = f"{sum(report.seconds.values()):.1f}".replace(".", ",")
    return _("Situs sudah jadi di {folder}/ ({seconds} detik).").format(
        folder=folder, seconds=seconds
    )


def _complain(said: str, ctx: click.Context | None = None) -> None:
    click.echo(said, err=True)
    if ctx is not None:
        command = f"{ctx.command_path} --help"
        click.echo(_("Lihat cara pakainya: {command}").format(command=command), err=True)
