"""How far a build has come, shown while somebody watches."""

import sys
from typing import Any

import click

from generator.language import _


class Bar:
    """Tells how far a build has come; silent where nobody watches."""

    def __init__(self) -> None:
        self._bar: Any = None
        self._steps = {
            "read": _("Membaca dan memeriksa catatan"),
            "frame": _("Menyiapkan kerangka situs"),
            "press": _("Menyusun halaman"),
            "search": _("Menyusun pencarian"),
            "swap": _("Memasang situs yang baru"),
        }

    def __enter__(self) -> "Bar":
        return self

    def __exit__(self, *_unused: object) -> None:
        self._close()

    def show(self, step: str, done: int, total: int) -> None:
        """Show that `done` of `total` of a step is done; 0 of 0 where nobody can say."""
        if not sys.stderr.isatty():
            return
        if total == 0:
            self._close()
            click.echo(f"{self._steps[step]} ...", err=True)
            return
        if self._bar is None:
            self._bar = click.progressbar(
                length=total, label=self._steps[step], file=sys.stderr, show_eta=False
            )
            self._bar.__enter__()
        self._bar.update(done - self._bar.pos)

    def _close(self) -> None:
        if self._bar is not None:
            self._bar.__exit__(None, None, None)
            self._bar = None
