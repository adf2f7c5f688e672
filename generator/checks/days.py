"""Days that have not come yet."""

import datetime
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from generator.archive import Archive
from generator.checks.remarks import Remark, check, error
from generator.dates import in_words
from generator.language import _
from generator.model import (
    Correction,
    Outcome,
    Review,
    Session,
    Source,
    WithdrawnConcern,
    WithdrawnOutcome,
    WithdrawnSession,
)
from generator.records import Record
from generator.records.places import Steps


class Dated(NamedTuple):
    """A day in a record that must have come: the first day it can mean."""

    record: Record
    path: Steps
    day: datetime.date | None


@check("kejadian-belum-tiba")
def events_to_come(archive: Archive) -> Iterator[Remark]:
    """Kejadian yang tanggalnya masih akan datang.

    Kabar menceritakan yang sudah terjadi. Rencana yang dicatat sebagai kejadian membuat janji
    tampak sudah ditepati.

    Betulkan tahunnya, atau simpan catatan ini sampai sudah terjadi.
    """
    for outcome in archive.outcomes:
        first = outcome.date.earliest
        if first is not None and first > archive.today:
            message = _("baru akan terjadi {day}; catat setelah terjadi").format(
                day=in_words(first)
            )
            yield error(outcome, ("tanggal",), message)


@check("tanggal-belum-tiba")
def days_to_come(archive: Archive) -> Iterator[Remark]:
    """Tanggal sumber, foto, koreksi, penarikan, atau peninjauan yang masih akan datang.

    Semua itu baru dapat dicatat setelah terjadi; biasanya tahunnya salah ketik.

    Betulkan tanggalnya.
    """
    for one in _dated(archive):
        if one.day is not None and one.day > archive.today:
            message = _("{day} belum tiba; betulkan tanggalnya").format(day=in_words(one.day))
            yield error(one.record, one.path, message)


def _dated(archive: Archive) -> Iterator[Dated]:
    for session in archive.records.sessions.values():
        if isinstance(session, WithdrawnSession):
            yield Dated(session, ("ditarik", "tanggal"), session.withdrawn.date)
        else:
            yield from _in_session(session)
    for outcome in archive.records.outcomes.values():
        if isinstance(outcome, WithdrawnOutcome):
            yield Dated(outcome, ("ditarik", "tanggal"), outcome.withdrawn.date)
        else:
            yield from _in_outcome(outcome)


def _in_session(session: Session) -> Iterator[Dated]:
    yield from _in_both(session, session.sources, session.corrections, session.reviewed)
    for key, entries in (("masukan", session.entries), ("komitmen", session.commitments)):
        for number, entry in enumerate(entries):
            if isinstance(entry, WithdrawnConcern):
                yield Dated(session, (key, number, "ditarik", "tanggal"), entry.withdrawn.date)


def _in_outcome(outcome: Outcome) -> Iterator[Dated]:
    yield from _in_both(outcome, outcome.sources, outcome.corrections, outcome.reviewed)
    for number, photo in enumerate(outcome.evidence):
        if photo.taken:
            yield Dated(outcome, ("bukti", number, "diambil"), photo.taken.earliest)


def _in_both(
    record: Record,
    sources: Iterable[Source],
    corrections: Iterable[Correction],
    reviewed: Review | None,
) -> Iterator[Dated]:
    for number, source in enumerate(sources):
        if source.date:
            yield Dated(record, ("sumber", number, "tanggal"), source.date.earliest)
    for number, correction in enumerate(corrections):
        yield Dated(record, ("koreksi", number, "tanggal"), correction.date)
    if reviewed:
        yield Dated(record, ("ditinjau", "tanggal"), reviewed.date)
