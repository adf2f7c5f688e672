"""What click shows by itself, in the language that was asked for."""

import datetime
import ipaddress
from collections.abc import Iterable
from typing import Any

import click
from click.exceptions import NoSuchCommand

from generator.dates import parse_day
from generator.language import _

_PORTS = 65_535


class Spoken:
    """Help in the language that was asked for: click reads these when they are shown."""

    def format_usage(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """Write the line that says how the command is typed."""
        pieces = [_(piece) for piece in self.collect_usage_pieces(ctx)]  # type: ignore[attr-defined]
        formatter.write_usage(ctx.command_path, " ".join(pieces), prefix=_("Cara pakai: "))

    def format_help_text(self, _ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """Write what the command does."""
        formatter.write_paragraph()
        with formatter.indentation():
            formatter.write_text(_(self.help or ""))  # type: ignore[attr-defined]

    def get_short_help_str(self, limit: int = 45) -> str:  # noqa: ARG002 - click's signature
        """Give the first sentence of what the command does."""
        return _(self.help or "").partition("\n")[0]  # type: ignore[attr-defined]


class Command(Spoken, click.Command):
    """A command whose help is translated."""

    def format_options(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """Write the options."""
        _write_options(self, ctx, formatter)


class Group(Spoken, click.Group):
    """A group of commands whose help is translated."""

    command_class = Command

    def format_options(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """Write the options, then the commands."""
        _write_options(self, ctx, formatter)
        commands = [(name, self.commands[name]) for name in self.list_commands(ctx)]
        with formatter.section(_("Perintah")):
            formatter.write_dl([(name, each.get_short_help_str()) for name, each in commands])

    def list_commands(self, ctx: click.Context) -> list[str]:  # noqa: ARG002
        """Give the commands in the order an officer needs them."""
        return list(self.commands)


class Day(click.ParamType[datetime.date]):
    """A day given on the command line."""

    name = "TANGGAL"

    def convert(
        self, value: Any, param: click.Parameter | None, ctx: click.Context | None
    ) -> datetime.date:
        """Read the day, or refuse it saying what to write instead."""
        if isinstance(value, datetime.date):
            return value
        try:
            return parse_day(value)
        except ValueError as error:
            self.fail(str(error), param, ctx)


class Choice(click.Choice[str]):
    """One of a few words."""

    def get_invalid_choice_message(self, value: Any, ctx: click.Context | None) -> str:  # noqa: ARG002
        """Say which words there are."""
        return _("pilih salah satu: {words}").format(words=", ".join(self.choices))


class Number(click.ParamType[int]):
    """A whole number, 0 or more."""

    name = "JUMLAH"

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> int:
        """Read the number, or refuse it saying what to write instead."""
        if isinstance(value, int):
            return value
        if not (value.isascii() and value.isdecimal()):
            self.fail(_("tulis bilangan bulat, misalnya 4"), param, ctx)
        return int(value)


class Address(click.ParamType[str]):
    """Where the site is shown on this computer: an address and a port."""

    name = "ALAMAT"

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> str:
        """Let an address pass, or refuse it saying what to write instead."""
        host, _colon, port = str(value).rpartition(":")
        if not _is_host(host) or not (port.isascii() and port.isdecimal() and int(port) <= _PORTS):
            self.fail(_("tulis misalnya 127.0.0.1:8001"), param, ctx)
        return str(value)


def _is_host(host: str) -> bool:
    try:
        ipaddress.ip_address(host.removeprefix("[").removesuffix("]"))
    except ValueError:
        return host == "localhost"
    return True


def usage(error: click.UsageError) -> str:
    """Say in the officer's language how the command was used wrongly."""
    match error:
        case NoSuchCommand():
            said = _("Tidak ada perintah `{name}`.").format(name=error.command_name)
            return _with_hint(said, error.possibilities)
        case click.NoSuchOption():
            said = _("Tidak ada pilihan {option}.").format(option=error.option_name)
            return _with_hint(said, error.possibilities)
        case click.BadOptionUsage():
            return _("{option} perlu isian sesudahnya.").format(option=error.option_name)
        case click.MissingParameter(param=click.Parameter() as parameter):
            is_option = isinstance(parameter, click.Option)
            name = parameter.opts[0] if is_option else parameter.human_readable_name
            return _("{name} belum disebut.").format(name=name)
        case click.BadParameter():
            option = error.param.opts[0] if error.param else ""
            return f"{option}: {error.message}" if option.startswith("-") else error.message
        case _:
            return _("Ada isian yang tidak dikenal atau berlebih di perintah ini.")


def _with_hint(said: str, possibilities: Iterable[str] | None) -> str:
    if not possibilities:
        return said
    meant = ", ".join(f"`{each}`" for each in possibilities)
    return f"{said} " + _("Maksud Anda {meant}?").format(meant=meant)


def _write_options(
    command: click.Command, ctx: click.Context, formatter: click.HelpFormatter
) -> None:
    options = [each for each in command.get_params(ctx) if isinstance(each, click.Option)]
    records = [_told(each, *record) for each in options if (record := each.get_help_record(ctx))]
    if records:
        with formatter.section(_("Pilihan")):
            formatter.write_dl(records)


def _told(option: click.Option, names: str, said: str) -> tuple[str, str]:
    metavar = option.metavar or ""
    return names.removesuffix(metavar) + _(metavar), _(said)
