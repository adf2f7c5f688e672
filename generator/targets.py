"""Which record somebody means by an id, the path of a file, or the address of a page."""

import re
from dataclasses import dataclass
from pathlib import Path

from generator import urls
from generator.errors import KabarError
from generator.language import _
from generator.records import Kind
from generator.records.folder import SUFFIX
from generator.records.nearest import nearest

_ID = re.compile(r"[a-z0-9-]+/[a-z0-9-]+(?:#[a-z0-9-]+)?", re.ASCII)


class UnknownRecord(KabarError):
    """No record is meant, or more than one; the message says what there is."""


@dataclass(frozen=True, slots=True)
class Target:
    """What is meant: a session or an outcome, or one concern of a session."""

    kind: Kind
    id: str
    concern: str = ""

    @property
    def file(self) -> str:
        """Its file, below data/."""
        return f"{self.kind}/{self.id}{SUFFIX}"

    @property
    def name(self) -> str:
        """Give it as it is typed: the id, with the concern behind it."""
        return f"{self.id}#{self.concern}" if self.concern else self.id


def target_of(typed: str, root: Path, data: Path) -> Target:
    """Give what somebody means; raises UnknownRecord.

    `typed` is an id (`polsek-x/2023-10-20`, with `#patroli` for one concern), the path of a record,
    or the address of its page. Whether the concern is there is not looked up.
    """
    name = _without_surroundings(typed.strip(), root, data)
    kind, _slash, rest = name.partition("/")
    if kind in (Kind.SESSION, Kind.OUTCOME) and rest.count("/") == 1:
        kinds, identity = [Kind(kind)], rest
    else:
        kinds, identity = [Kind.SESSION, Kind.OUTCOME], name
    record, _hash, concern = identity.partition("#")
    if concern:
        kinds = [Kind.SESSION]
    there = [Target(one, record, concern) for one in kinds]
    found = [one for one in there if _ID.fullmatch(identity) and (data / one.file).is_file()]
    if len(found) == 1:
        return found[0]
    if found:
        said = _("Ada dua catatan bernama itu. Sebut berkasnya: {files}")
        raise UnknownRecord(
            said.format(files=_("; atau ").join(f"data/{one.file}" for one in found))
        )
    raise UnknownRecord(_unknown(record, data))


def _unknown(identity: str, data: Path) -> str:
    said = _("Catatan itu tidak ada.")
    how = _("Tulis seperti ini: polsek-contoh/2023-10-20#patroli")
    known = [
        file.relative_to(data / kind).as_posix().removesuffix(SUFFIX)
        for kind in (Kind.SESSION, Kind.OUTCOME)
        for file in (data / kind).glob(f"*/*{SUFFIX}")
    ]
    near = nearest(identity, known)
    return f"{said} {_('Maksud Anda {meant}?').format(meant=f'`{near}`') if near else how}"


def _without_surroundings(typed: str, root: Path, data: Path) -> str:
    """Give the id in the path of a file, or in the address of a page."""
    if typed.endswith(SUFFIX):
        path = Path(typed)
        for folder in (data, data.relative_to(root) if data.is_relative_to(root) else data):
            if path.is_relative_to(folder):
                path = path.relative_to(folder)
                break
        return path.as_posix().removesuffix(SUFFIX)
    _site, found, rest = typed.partition(f"/{urls.SESSIONS}")
    return (rest if found else typed).replace("/#", "#").removesuffix("/")
