"""Days that have not come yet."""

import datetime
from collections.abc import Iterator
from typing import NamedTuple

from generator.archive import Archive
from generator.checks.remarks import Remark, check, error
from generator.dates import in_words
from generator.language import _
from generator.model import (
    Outcome,
    Session,
    WithdrawnConcern,
    WithdrawnOutcome,
    WithdrawnSession,
)
from generator.records import Record, Records
from generator.records.places import Steps

_WITHDRAWN = ("ditarik", "tanggal")


class Dated(NamedTuple):
    """A day in a record that must have come, and has not: the first day it can mean."""

    record: Record
    path: Steps
    day: datetime.date


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
    for one in _to_come(archive.records, archive.today):
        message = _("{day} belum tiba; betulkan tanggalnya").format(day=in_words(one.day))
        yield error(one.record, one.path, message)


def _to_come(records: Records, today: datetime.date) -> Iterator[Dated]:
    for session in records.sessions.values():
        if isinstance(session, WithdrawnSession):
            if session.withdrawn.date > today:
                yield Dated(session, _WITHDRAWN, session.withdrawn.date)
        else:
            yield from _in_session(session, today)
    for outcome in records.outcomes.values():
        if isinstance(outcome, WithdrawnOutcome):
            if outcome.withdrawn.date > today:
                yield Dated(outcome, _WITHDRAWN, outcome.withdrawn.date)
            continue
        if outcome.evidence:
            yield from _in_evidence(outcome, today)
        if outcome.sources or outcome.corrections or outcome.reviewed:
            yield from _in_both(outcome, today)


def _in_session(session: Session, today: datetime.date) -> Iterator[Dated]:
    if session.sources or session.corrections or session.reviewed:
        yield from _in_both(session, today)
    for key, entries in (("masukan", session.entries), ("komitmen", session.commitments)):
        for number, entry in enumerate(entries):
            if isinstance(entry, WithdrawnConcern) and entry.withdrawn.date > today:
                yield Dated(session, (key, number, *_WITHDRAWN), entry.withdrawn.date)


def _in_evidence(outcome: Outcome, today: datetime.date) -> Iterator[Dated]:
    for number, photo in enumerate(outcome.evidence):
        first = photo.taken.earliest if photo.taken else None
        if first is not None and first > today:
            yield Dated(outcome, ("bukti", number, "diambil"), first)


def _in_both(record: Session | Outcome, today: datetime.date) -> Iterator[Dated]:
    for number, source in enumerate(record.sources):
        first = source.date.earliest if source.date else None
        if first is not None and first > today:
            yield Dated(record, ("sumber", number, "tanggal"), first)
    for number, correction in enumerate(record.corrections):
        if correction.date > today:
            yield Dated(record, ("koreksi", number, "tanggal"), correction.date)
    if record.reviewed and record.reviewed.date > today:
        yield Dated(record, ("ditinjau", "tanggal"), record.reviewed.date)
