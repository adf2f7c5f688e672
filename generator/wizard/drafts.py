"""What was answered before a conversation was interrupted, kept until its record is written.

It lies in the program's own folder, which no one publishes and which a withdrawal of personal data
wipes, and can be read by its owner alone.
"""

import json
import os
import tempfile
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from generator.language import _
from generator.records import Kind
from generator.wizard.answers import Answers

_FOLDER = "drafts"
_NAMES = {Kind.SESSION: "sesi", Kind.OUTCOME: "kabar"}


@dataclass(frozen=True, slots=True)
class Draft:
    """The answers of one unfinished record; `file` is where they are kept."""

    kind: Kind
    file: Path
    given: Answers = field(default_factory=dict)
    log: Answers = field(default_factory=dict)

    def keep(self, given: Answers, log: Answers) -> None:
        """Keep the answers there are now, whole or not at all; an unwritable folder costs only it.

        Nothing of a half-written draft is ever read.
        """
        with suppress(OSError):
            self.file.parent.mkdir(parents=True, exist_ok=True)
            (self.file.parent / ".gitignore").write_text("*\n", encoding="ascii")
            handle, half = tempfile.mkstemp(dir=self.file.parent, prefix=f".{self.file.name}.")
            with os.fdopen(handle, "w", encoding="utf-8") as stream:
                json.dump({"given": given, "log": log}, stream, ensure_ascii=False)
            Path(half).replace(self.file)

    def discard(self) -> None:
        """Keep nothing of it any longer."""
        self.file.unlink(missing_ok=True)


def new_draft(kind: Kind, work: Path) -> Draft:
    """Give a draft under a name of its own: two people at one computer keep theirs apart."""
    folder = work / _FOLDER
    number = 1
    while (file := folder / f"{_NAMES[kind]}-{number}.json").exists():
        number += 1
    return Draft(kind, file)


def drafts(kind: Kind, work: Path) -> tuple[Draft, ...]:
    """Give every draft of a kind that can be read, the one worked on last first."""
    found = list(_readable(kind, work / _FOLDER))
    found.sort(key=lambda one: one[0], reverse=True)
    return tuple(draft for _when, draft in found)


def _readable(kind: Kind, folder: Path) -> Iterator[tuple[float, Draft]]:
    for file in sorted(folder.glob(f"{_NAMES[kind]}-*.json")):
        with suppress(OSError, ValueError, KeyError, TypeError):
            held: dict[str, Any] = json.loads(file.read_text(encoding="utf-8"))
            given, log = dict(held["given"]), dict(held["log"])
            if given or log:
                yield file.stat().st_mtime, Draft(kind, file, given, log)


def told_briefly(draft: Draft) -> str:
    """Say what a draft is about: its unit, its day, and how many answers it has."""
    said = draft.given | draft.log
    unit = said.get("satuan", "")
    first = unit[0] if isinstance(unit, list) and unit else unit
    what = [one for one in (first, said.get("tanggal", "")) if isinstance(one, str) and one]
    return _("{what} ({count} jawaban)").format(
        what=", ".join(what) or _("yang baru dimulai"), count=len(said)
    )
