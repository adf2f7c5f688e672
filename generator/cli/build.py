"""Building the site, and saying what was published."""

import datetime
from pathlib import Path

import click

from generator import plugin
from generator.cli.agreement import near
from generator.cli.options import (
    FINDINGS,
    WELL,
    config_option,
    day_option,
    help_option,
    language_option,
)
from generator.cli.progress import Bar
from generator.cli.spoken import Command, Number
from generator.cli.telling import tell
from generator.language import _
from generator.wording.days import number


@click.command(
    cls=Command,
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
