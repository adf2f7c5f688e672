"""Commands that are loaded when they are typed."""

from collections import UserDict
from collections.abc import Iterator, Mapping
from contextvars import Context
from importlib import import_module

import click

from generator.collector import without_collector


class Later(UserDict[str, click.Command]):
    """Commands by name, each loaded when it is first asked for.

    A build needs no questionnaire and a check no recap; loading all takes half a second.
    """

    def __init__(self, places: Mapping[str, str]) -> None:
        """Take where each command stands: a module of this part, a colon, its name there."""
        super().__init__()
        self._places = dict(places)

    def __getitem__(self, name: str) -> click.Command:
        if name not in self.data:
            module, _colon, within = self._places[name].partition(":")
            # In a context of its own: what help says is translated when it is shown, and not now.
            with without_collector():  # what is loaded stays
                loaded = Context().run(import_module, f"{__package__}.{module}")
            self.data[name] = getattr(loaded, within)
        return self.data[name]

    def __contains__(self, name: object) -> bool:
        return name in self._places

    def __iter__(self) -> Iterator[str]:
        return iter(self._places)

    def __len__(self) -> int:
        return len(self._places)
