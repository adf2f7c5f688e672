"""Who reads a change before it is published: the folders of each unit and their readers.

GitHub and GitLab read a file CODEOWNERS: the last line that fits a changed file names who is asked.
"""

from collections.abc import Iterator
from pathlib import PurePosixPath

from generator.errors import KabarError
from generator.language import _
from generator.records import Registries
from generator.records.kinds import Kind

PLACE = "{satuan}"
"""Stands for the key of a unit in the pattern of the readers' names."""

_MANAGER = "pengelola"
_OF_EVERYBODY = "*"
_OF_UNITS = (*(kind for kind in Kind if kind.has_unit_folders), "media")


class BadPattern(KabarError):
    """The pattern names nobody; the message says what to write instead."""


def owners(
    registries: Registries, data: str, pattern: str, manager: str | None = None
) -> Iterator[str]:
    """Give the lines of a CODEOWNERS file.

    `data` is the data folder as seen from the top of the repository. `pattern` makes a team's name
    of a unit's key: `@polri-contoh/{satuan}`. `manager` reads what belongs to no unit; the team
    `pengelola` when it is None. A unit's files are read by itself or the unit above it: where a
    unit is one person, somebody else can still be the second to read. Raises BadPattern.
    """
    manager = pattern.replace(PLACE, _MANAGER) if manager is None else manager
    for name in (pattern, manager):
        if not name.startswith("@") or any(map(str.isspace, name)) or name == "@":
            raise BadPattern(_("Nama pembaca diawali @, misalnya @polri-contoh/pengelola."))
    if PLACE not in pattern:
        said = _("Tulis {place} di tempat kunci satuan, misalnya @polri-contoh/{place}.")
        raise BadPattern(said.format(place=PLACE))
    top = PurePosixPath("/", data)
    yield "# Ditulis dengan `kabar owners`; baris terakhir yang cocok yang berlaku."
    yield f"{_OF_EVERYBODY} {manager}"
    for key, unit in registries.units.items():
        readers = [key, *([unit.parent] if unit.parent in registries.units else [])]
        names = " ".join(pattern.replace(PLACE, str(one)) for one in readers)
        yield from (f"{top / str(folder) / key}/ {names}" for folder in _OF_UNITS)
