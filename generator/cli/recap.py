"""The command that takes in the recap a unit keeps in a workbook."""

import datetime
import shlex
import sys
from collections.abc import Iterable
from pathlib import Path

import click

from generator import archive, plugin, records, spreadsheet, writing
from generator.cli.options import (
    FINDINGS,
    WELL,
    config_option,
    day_option,
    help_option,
    language_option,
)
from generator.cli.spoken import Command
from generator.cli.telling import tell
from generator.cli.terminal import say
from generator.clock import today_in
from generator.errors import SettingsError
from generator.language import _

_FILE = click.Path(path_type=Path, dir_okay=False)
_BELOW_A_SIGN = " " * len("    SALAH  ")


@click.command(
    "import",
    cls=Command,
    options_metavar=_("[PILIHAN]"),
    help=_(
        "Mengubah rekap Excel (.xlsx) atau CSV menjadi catatan.\n\n"
        "Tanpa --write hanya menunjukkan apa yang akan ditulis, baris demi baris. Kalau ada satu "
        "saja yang salah, tidak ada yang ditulis. Berkas yang sama boleh diimpor lagi: yang sudah "
        "ada tidak ditambahkan dua kali."
    ),
)
@click.argument("file", required=False, type=_FILE, metavar=_("[BERKAS]"))
@click.option("--write", "is_to_write", is_flag=True, help=_("Tulis catatannya bila semua benar."))
@click.option(
    "--template",
    type=_FILE,
    metavar=_("BERKAS"),
    help=_("Buat buku kerja kosong untuk diisi, dengan daftar pilihan dari proyek ini."),
)
@day_option
@config_option
@language_option
@help_option
def import_command(
    file: Path | None,
    is_to_write: bool,
    template: Path | None,
    as_of: datetime.date | None,
    config: Path,
) -> int:
    """Take a recap in, or make an empty one."""
    if file is None and template is None:
        raise click.BadParameter(_("Sebut berkasnya: kabar import rekap.xlsx"))
    if file is not None and template is not None:
        raise click.BadParameter(
            _("Sebut satu berkas rekap, atau --template dengan nama berkasnya.")
        )
    project = plugin.read_project(config)
    today = as_of or today_in(project.zone)
    if template is not None:
        return _make(template, project, today)
    assert file is not None
    found = spreadsheet.prepare(file, project.root, project.data, today, work=project.work)
    _tell(spreadsheet.lines(found))
    if found.findings:
        click.echo(_("Catatan lain di proyek ini juga harus dibetulkan dulu:"))
        tell(found.findings)
    if not found.can_be_written:
        click.echo(_("Tidak ada yang ditulis."))
        return FINDINGS
    if found.changes and is_to_write:
        writing.carry_out(found.changes, project.data)
        click.echo(_("Sudah ditulis. Lihat hasilnya: kabar serve"))
    elif found.changes:
        click.echo(_("Belum ada yang ditulis. Untuk menulisnya:"))
        click.echo(f"    kabar import {shlex.quote(str(file))} --write")
    return WELL


def _tell(lines: Iterable[str]) -> None:
    """Say what becomes of each row; only a terminal has an edge at which words would be cut."""
    for line in lines:
        if sys.stdout.isatty():
            say(line, further=_BELOW_A_SIGN)
        else:
            click.echo(line)


def _make(file: Path, project: plugin.Project, today: datetime.date) -> int:
    if file.exists():
        raise SettingsError(_("Berkas itu sudah ada; pilih nama lain."))
    if file.suffix.lower() != ".xlsx":
        raise SettingsError(_("Nama berkasnya harus berakhiran .xlsx."))
    reading = records.read(project.root, project.data, work=project.work)
    content = spreadsheet.template(archive.build(reading.records, today))
    try:
        file.write_bytes(content)
    except OSError as error:
        raise SettingsError(_("Berkas itu tidak dapat ditulis; periksa foldernya.")) from error
    click.echo(_("Sudah dibuat: {file}").format(file=file))
    click.echo(_("Isi, lalu periksa: kabar import {file}").format(file=shlex.quote(str(file))))
    return WELL
