"""What several commands have in common: their options, and how they end."""

from collections.abc import Callable
from pathlib import Path
from typing import Any, TypeVar

import click

from generator import language
from generator.cli.spoken import Choice, Day
from generator.errors import SettingsError
from generator.language import _

CONFIG = "mkdocs.yml"
WELL, FINDINGS, WRONG_USE = 0, 1, 2

Function = TypeVar("Function", bound=Callable[..., Any])


def _speak(_ctx: click.Context, _param: click.Parameter, value: str | None) -> None:
    if value:
        language.use(value)


def language_option(function: Function) -> Function:
    """Let a command speak the language that is asked for."""
    return click.option(
        "--lang",
        type=Choice(language.LANGUAGES),
        envvar="KABAR_LANG",
        is_eager=True,
        expose_value=False,
        callback=_speak,
        help=_("Bahasa program: id (Indonesia) atau en (Inggris)."),
    )(function)


def _need_config(_ctx: click.Context, _param: click.Parameter, value: Path) -> Path:
    if not value.is_file():
        raise SettingsError(
            _(
                "Tidak ada {file} di sini. Pindahlah ke folder proyek, atau sebut berkasnya "
                "dengan --config."
            ).format(file=value)
        )
    return value


def config_option(function: Function) -> Function:
    """Let a command take the project's settings; give it their file."""
    return click.option(
        "--config",
        "config",
        type=click.Path(path_type=Path, dir_okay=False),
        default=Path(CONFIG),
        callback=_need_config,
        metavar=_("BERKAS"),
        help=_("Berkas setelan situs; bila tidak disebut: mkdocs.yml di folder ini."),
    )(function)


def day_option(function: Function) -> Function:
    """Let a command look at another day than today."""
    return click.option(
        "--as-of",
        type=Day(),
        metavar=_("TANGGAL"),
        help=_("Keadaan pada hari ini yang mana, misalnya 2026-01-31; bila tidak: sekarang."),
    )(function)


def help_option(function: Function) -> Function:
    """Let a command explain itself."""
    return click.help_option("--help", "-h", help=_("Menampilkan penjelasan ini."))(function)
