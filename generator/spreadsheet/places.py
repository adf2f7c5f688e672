"""The way back from what is found in a record to the cell it comes from."""

from generator import yaml_text
from generator.findings import Finding
from generator.spreadsheet.parts import Draft, Part
from generator.spreadsheet.plan import Written
from generator.spreadsheet.troubles import Trouble, error, note
from generator.yaml_text import Path as Place


class Places:
    """The cells of one planned file, by where their words stand in it."""

    def __init__(self, written: Written) -> None:
        self._written = written
        places = yaml_text.positions(written.after).items()
        self._places = sorted((at.line, at.column, path) for path, at in places if path)

    def trouble(self, one: Finding) -> Trouble | None:
        """Tell a finding at its cell; None where it is not about what was imported."""
        path = self._path(one)
        found = self._part(path)
        if found is None or self._is_held_open(path):
            return None
        prefix, draft, part = found
        inner = path[len(prefix) :]
        tell = error if one.is_error else note
        while inner and inner not in part.origins:
            inner = inner[:-1]
        if not inner:
            # A whole concern, or the record: told at its row, with the key where one is missing.
            return tell(draft.sheet, part.row, one.message)
        origin = part.origins[inner]
        return tell(draft.sheet, origin.cell, one.message, origin.column.heading)

    def is_told(self, one: Finding) -> bool:
        """Whether a finding only follows from a cell that could not be read, told already."""
        return self._is_held_open(self._path(one))

    def _is_held_open(self, path: Place) -> bool:
        found = self._part(path)
        if found is None:
            return False
        prefix, _draft, part = found
        inner = path[len(prefix) :]
        return any(inner[: len(each)] == each for each in part.held_open)

    def _part(self, path: Place) -> tuple[Place, Draft, Part] | None:
        for length in range(len(path), -1, -1):
            if path[:length] in self._written.parts:
                return (path[:length], *self._written.parts[path[:length]])
        return None

    def _path(self, one: Finding) -> Place:
        found: Place = ()
        for line, column, path in self._places:
            if (line, column) > (one.line, max(one.column, 1)):
                break
            found = path
        return found
