"""`kabar hooks` and `kabar owners`: what stands between a mistake and the public."""

from pathlib import Path

import click

from generator import hooks, plugin, records
from generator.cli.options import WELL, config_option, help_option, language_option
from generator.cli.spoken import Command
from generator.hooks import Done
from generator.language import _
from generator.owners import owners


@click.command(
    "hooks",
    cls=Command,
    options_metavar=_("[PILIHAN]"),
    help=_(
        "Memasang pemeriksaan yang berjalan sendiri sebelum setiap git commit di komputer ini.\n\n"
        "Yang diperiksa hanya yang akan disimpan (sesudah git add). Kalau ada yang salah, git "
        "commit berhenti dan menunjukkan apa yang perlu diperbaiki. Pemeriksaan milik orang lain "
        "tidak pernah diganti."
    ),
)
@click.option("--remove", "is_removal", is_flag=True, help=_("Lepas lagi pemeriksaan itu."))
@config_option
@language_option
@help_option
def hooks_command(is_removal: bool, config: Path) -> int:
    """Set the check before every commit up, or take it away."""
    project = plugin.read_project(config)
    done = (
        hooks.remove(project.root) if is_removal else hooks.add(project.root, project.data, config)
    )
    click.echo(_said(done))
    return WELL


def _said(done: Done) -> str:
    match done:
        case Done.ADDED | Done.RENEWED:
            return _(
                "Sudah dipasang: setiap git commit memeriksa dulu catatan yang akan disimpan.\n"
                "Melepasnya lagi: kabar hooks --remove"
            )
        case Done.WAS_THERE:
            return _("Pemeriksaan itu sudah terpasang sebelumnya.")
        case Done.REMOVED:
            return _("Sudah dilepas. Catatan tetap diperiksa sebelum terbit.")
        case Done.NOT_THERE:
            return _("Tidak ada yang perlu dilepas.")


@click.command(
    "owners",
    cls=Command,
    options_metavar=_("[PILIHAN]"),
    help=_(
        "Menulis daftar siapa yang diminta membaca sebelum terbit, untuk GitHub dan GitLab.\n\n"
        "POLA menyebut nama tim setiap satuan, misalnya '@polri-contoh/{satuan}': berkas satuan "
        "dibaca tim satuan itu atau tim satuan atasannya. Simpan hasilnya:\n\n"
        "kabar owners '@polri-contoh/{satuan}' > .github/CODEOWNERS"
    ),
)
@click.argument("pattern", metavar=_("POLA"))
@click.option(
    "--manager",
    metavar=_("NAMA"),
    help=_("Siapa yang membaca selebihnya; bila tidak disebut: POLA dengan kata pengelola."),
)
@config_option
@language_option
@help_option
def owners_command(pattern: str, manager: str | None, config: Path) -> int:
    """Write who is asked to read the files of each unit."""
    project = plugin.read_project(config)
    registries = records.read(project.root, project.data, work=project.work).records.registries
    folder = project.data.relative_to(project.root).as_posix()
    click.echo("\n".join(owners(registries, folder, pattern, manager)))
    return WELL
