"""The concerns a report can answer, as the form offers them."""

from collections.abc import Iterator

from generator.archive import Archive, Matter
from generator.model import Concern, WithdrawnConcern
from generator.status import FAMILY, Family
from generator.views.text import excerpt
from generator.wording.days import when

MOST = 5_000
"""So many are offered; another can be typed by its id. The file stays below 1 MB."""
_LETTERS = 80


def offered(archive: Archive) -> list[list[str]]:
    """Give each concern's id and what it is known by: open ones first, and newest first."""
    found = [
        (FAMILY.get(matter.follow_up.status, Family.OPEN) is not Family.OPEN, matter)
        for session in archive.sessions
        for matter in archive.matters_of.get(session.id, ())
        if matter.follow_up is not None
    ]
    found.sort(key=lambda one: one[0])
    return [[matter.id, " · ".join(_said(matter, archive))] for _ended, matter in found[:MOST]]


def _said(matter: Matter, archive: Archive) -> Iterator[str]:
    entry, session = matter.concern, matter.session
    unit = archive.records.registries.units.get(session.folder)
    yield when(session.date).words
    yield unit.name if unit else session.folder
    if isinstance(entry, WithdrawnConcern):
        return
    text = entry.text
    yield excerpt(text, _LETTERS) if text else "isi tidak diterbitkan"
    if isinstance(entry, Concern):
        yield entry.kind.value
