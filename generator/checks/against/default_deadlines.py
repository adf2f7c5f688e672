"""The default deadlines of a programme, which those of many concerns rest on."""

import datetime
from collections.abc import Iterator

from generator.archive import clock_start
from generator.checks.against.published import Published, file_of, place_of
from generator.checks.against.told import Told, of_all
from generator.language import _
from generator.model import Programme, Session
from generator.records import Kind


@of_all("tenggat-bawaan-diubah")
def moved_default_deadlines(published: Published) -> Iterator[Told]:
    """Tenggat bawaan program yang sudah terbit diubah.

    Tenggat bawaan menentukan tenggat semua masukan yang tidak dijanjikan harinya. Mengubahnya
    menggeser tenggat yang sudah dibaca warga, di banyak halaman sekaligus.

    Kembalikan butir yang lama. Aturan baru ditulis sebagai butir baru, dengan `sejak` sesudah sesi
    terakhir yang sudah terbit.
    """
    for file, was in published.records.items():
        place = place_of(file)
        if place is None or not isinstance(was, Programme):
            continue
        now = published.now(Kind.PROGRAMME).get(place[1])
        if not isinstance(now, Programme):
            continue
        for gone in was.default_deadlines:
            if gone not in now.default_deadlines:
                said = _(
                    "butir `sejak: {since}` sudah terbit ({days} hari), lalu diubah atau dihapus; "
                    "itu menggeser tenggat yang sudah terbit. Kembalikan"
                ).format(since=gone.since.isoformat(), days=gone.days)
                at = next(
                    (at for at, one in enumerate(now.default_deadlines) if one.since == gone.since),
                    None,
                )
                path = ("tenggat_bawaan",) if at is None else ("tenggat_bawaan", at)
                yield Told(file, path, said)
        yield from _too_early(published, file, was, now)


def _too_early(published: Published, file: str, was: Programme, now: Programme) -> Iterator[Told]:
    known = {one.since for one in was.default_deadlines}
    after = max((*known, *_days(published, now.id)), default=None)
    for at, one in enumerate(now.default_deadlines):
        if after is not None and one.since <= after and one.since not in known:
            said = _(
                "aturan ini berlaku surut dan menggeser tenggat yang sudah terbit; tulis `sejak` "
                "sesudah {day}"
            ).format(day=after.isoformat())
            yield Told(file, ("tenggat_bawaan", at, "sejak"), said)


def _days(published: Published, programme: str) -> Iterator[datetime.date]:
    """Give the days from which the deadlines of published sessions of a programme count."""
    for identity, session in published.archive.records.sessions.items():
        is_known = file_of(Kind.SESSION, identity) in published.since.names
        if is_known and isinstance(session, Session) and session.programme == programme:
            day, _basis = clock_start(session)
            if day and (session.entries or session.commitments):
                yield day
