"""The command that makes a whole project about made-up places."""

import datetime
import shlex
from pathlib import Path

import click

from generator import demo
from generator.cli.options import WELL, help_option, language_option
from generator.cli.spoken import Command, Day, Number
from generator.dates import in_words
from generator.language import _
from generator.wording.days import number


def _need_some(_ctx: click.Context, _param: click.Parameter, value: int) -> int:
    if value < 1:
        raise click.BadParameter(_("paling sedikit 1 sesi"))
    return value


@click.command(
    "demo",
    cls=Command,
    options_metavar=_("[PILIHAN]"),
    help=_(
        "Membuat proyek contoh di FOLDER: satuan, desa, sesi, dan kabarnya semua rekaan.\n\n"
        "Folder itu belum boleh ada, atau masih kosong. Setiap halaman situsnya mengatakan bahwa "
        "isinya rekaan. Jumlah sesi, seed, dan hari yang sama menghasilkan isi yang sama."
    ),
)
@click.argument("folder", type=click.Path(path_type=Path), metavar=_("FOLDER"))
@click.option(
    "--sessions",
    type=Number(),
    default=120,
    callback=_need_some,
    metavar=_("JUMLAH"),
    help=_("Berapa sesi yang dibuat; bila tidak disebut: 120."),
)
@click.option(
    "--seed",
    type=Number(),
    default=1,
    metavar=_("BILANGAN"),
    help=_("Bilangan yang menentukan isinya; bila tidak disebut: 1."),
)
@click.option(
    "--day",
    type=Day(),
    default=demo.DAY,
    metavar=_("TANGGAL"),
    help=_("Hari ini menurut contoh itu; bila tidak disebut: 2025-06-30."),
)
@language_option
@help_option
def demo_command(folder: Path, sessions: int, seed: int, day: datetime.date) -> int:
    """Make a demo and say how to look at it."""
    made = demo.make_project(folder, sessions, seed, day=day)
    said = (
        _("Proyek contoh sudah jadi di {folder}. Semua isinya rekaan.").format(folder=folder),
        _("  {units} satuan, {villages} desa").format(
            units=number(made.units), villages=number(made.villages)
        ),
        _("  {sessions} sesi, {concerns} masukan, {outcomes} kabar tindak lanjut").format(
            sessions=number(made.sessions),
            concerns=number(made.concerns),
            outcomes=number(made.outcomes),
        ),
        _("  {pictures} gambar").format(pictures=number(made.pictures)),
        _("  Hari ini menurut contoh itu: {day}").format(day=in_words(day)),
        "",
        _("Untuk membuat dan melihat situsnya:"),
        f"    cd {shlex.quote(str(folder))}",
        f"    kabar build --as-of {day}",
        "    python3 -m http.server --directory site --bind 127.0.0.1 8000",
        _("lalu buka http://127.0.0.1:8000/ di peramban. Ctrl+C untuk berhenti."),
        _("Tanpa --as-of, keadaannya per hari ini, jadi banyak janji tampak lewat tenggat."),
    )
    click.echo("\n".join(said))
    return WELL
