"""The `kabar` command: the only part that knows click."""

from generator.cli.commands import cli, command, main

__all__ = ["cli", "command", "main"]
