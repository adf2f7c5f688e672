"""How what can be searched is bound: one volume a year, more where a year is too long for one."""

from collections.abc import Iterator

from generator.archive import Archive, Matter
from generator.model import Session
from generator.value import value

MOST = 5_000
"""The most entries of a volume: making one needs memory for each, and a phone loads it whole."""

PAGES = "halaman"
"""The volume of the pages that are no session: units, areas, themes, programmes."""

UNDATED = "tanpa-tanggal"


@value
class Volume:
    """Sessions that are searched together, newest first; `year` is None for undated ones.

    `name` is the volume's part of an address: `2024`, then `2024-2` where one is not enough.
    """

    name: str
    year: int | None
    sessions: tuple[Session, ...]


def volumes(archive: Archive, most: int = MOST) -> Iterator[Volume]:
    """Bind every session of the archive, the newest year first, undated ones last and apart."""
    for year, sessions in archive.by_year.items():
        name = UNDATED if year is None else str(year)
        for number, piece in enumerate(_pieces(archive, sessions, most), 1):
            yield Volume(name if number == 1 else f"{name}-{number}", year, piece)


def live(archive: Archive, session: Session) -> tuple[Matter, ...]:
    """The concerns and promises of a session that were not withdrawn."""
    return tuple(one for one in archive.matters_of.get(session.id, ()) if one.follow_up)


def _pieces(
    archive: Archive, sessions: tuple[Session, ...], most: int
) -> Iterator[tuple[Session, ...]]:
    piece: list[Session] = []
    held = 0
    for session in sessions:
        entries = len(live(archive, session)) or 1
        if piece and held + entries > most:
            yield tuple(piece)
            piece, held = [], 0
        piece.append(session)
        held += entries
    if piece:
        yield tuple(piece)
