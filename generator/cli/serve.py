"""Showing the site while it is being worked on."""

from pathlib import Path

import click

from generator.cli.options import config_option, help_option, language_option
from generator.cli.spoken import Address, Command
from generator.language import _
from generator.plugin.serving import serve_site


@click.command(
    cls=Command,
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
    serve_site(config, address)
