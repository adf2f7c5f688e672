"""The commands an officer types, and what they say back."""

import os
import sys

import click

from generator.cli.later import Later
from generator.cli.options import WELL, WRONG_USE, help_option, language_option
from generator.cli.spoken import Group, usage
from generator.errors import KabarError
from generator.language import _


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


COMMANDS = {
    "build": "build:build",
    "serve": "serve:serve",
    "check": "check:check",
    "new": "new:new",
    "status": "status:status",
    "show": "status:show",
    "diff": "diff:diff",
    "correct": "correct:correct",
    "withdraw": "withdrawal:withdraw",
    "purge": "withdrawal:purge_command",
    "demo": "demo:demo_command",
    "photo": "photo:photo_command",
    "hooks": "hooks:hooks_command",
    "owners": "hooks:owners_command",
    "import": "recap:import_command",
    "schema": "schemas:write_schemas",
}
"""Where each command stands, in the order an officer needs them."""


@click.group(
    cls=Group,
    commands=Later(COMMANDS),
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


def _complain(said: str, ctx: click.Context | None = None) -> None:
    click.echo(said, err=True)
    if ctx is not None:
        command = f"{ctx.command_path} --help"
        click.echo(_("Lihat cara pakainya: {command}").format(command=command), err=True)
