"""Mediations: published only as numbers of a month, so that nobody can be recognised."""

import re
from collections.abc import Iterator

from generator.archive import Archive
from generator.checks.remarks import Remark, check, error
from generator.language import _
from generator.model import Form, Outcome

PROGRAMME = "problem-solving"
_MONTHS = re.compile(r"\d{4}-\d{2}(?:/\d{4}-\d{2})?\??", re.ASCII)
# A village officer's post names the village, and a photo shows who was there.
_NEVER = {"places": "tempat", "time": "waktu", "officers": "petugas", "evidence": "bukti"}


@check("mediasi")
def mediations(archive: Archive) -> Iterator[Remark]:
    """Mediasi yang diterbitkan dengan cara yang dapat membuka siapa yang berselisih.

    Di desa, tanggal dan tempat saja sudah cukup untuk menebak orangnya. Karena itu hasil mediasi
    hanya terbit sebagai angka per bulan, untuk satu satuan, tanpa tempat, orang, atau perkaranya.

    Tulis sebagai tindak lanjut dengan `cakupan: {program: problem-solving}`, tanggal berupa bulan
    (`2023-10`), dan `ukuran` berisi jumlahnya.
    """
    for session in archive.sessions:
        if session.programme == PROGRAMME:
            message = _("mediasi tidak diterbitkan sebagai sesi; tulis tindak lanjut per bulan")
            yield error(session, ("program",), message)
    for outcome in archive.outcomes:
        if outcome.form is Form.MEDIATION or _is_of_the_programme(outcome):
            yield from _faults(outcome)


def _is_of_the_programme(outcome: Outcome) -> bool:
    return outcome.scope is not None and outcome.scope.programme == PROGRAMME


def _faults(outcome: Outcome) -> Iterator[Remark]:
    if outcome.answers:
        message = _("mediasi tidak menjawab masukan tertentu; pakai `cakupan`")
        yield error(outcome, ("menjawab",), message)
    elif not _is_of_the_programme(outcome):
        message = _("mediasi hanya di bawah program `{programme}`").format(programme=PROGRAMME)
        yield error(outcome, ("cakupan",), message)
    if not _MONTHS.fullmatch(outcome.date.text):
        yield error(outcome, ("tanggal",), _("tulis bulannya saja, misalnya 2023-10"))
    for attribute, key in _NEVER.items():
        if getattr(outcome, attribute):
            message = _("hapus; dari `{key}` orang dapat menebak siapa yang berselisih").format(
                key=key
            )
            yield error(outcome, (key,), message)
