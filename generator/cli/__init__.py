"""The `kabar` command: the only part that knows click."""

from generator.cli.commands import cli, main

__all__ = ["cli", "main"]
