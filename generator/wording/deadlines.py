"""By when: what was promised, what is due, what was put off, and what has passed.

Only absolute days are said: a page is read long after it was built.
"""

from collections.abc import Mapping
from datetime import date, timedelta
from types import MappingProxyType

from generator.dates import in_words
from generator.followup import Basis, Deadline, FollowUp, StartBasis
from generator.language import _
from generator.model import Commitment, Concern, Event, Programme, Promise, Recurrence
from generator.wording.days import number

_ONE_DAY = timedelta(days=1)

NO_DAY = _("Harinya tidak ditentukan.")
"""What is said where something is awaited and no clock runs."""

_DUE: Mapping[Basis, str] = MappingProxyType(
    {
        Basis.PROMISE: _("hari yang dijanjikan"),
        Basis.DEFAULT: _("menurut tenggat bawaan"),
        Basis.CHECK_AGAIN: _("hari untuk mengecek lagi"),
        Basis.REMAINDER: _("hari yang disebut untuk sisanya"),
        Basis.EXTENSION: _("tenggat sesudah diundur"),
        Basis.EVIDENCE: _("hari bukti ditunggu"),
        Basis.MERGED: _("tenggat dari masukan yang digabung ke sini"),
    }
)

_RECURRENCE: Mapping[Recurrence, str] = MappingProxyType(
    {
        Recurrence.DAILY: _("setiap hari"),
        Recurrence.WEEKLY: _("setiap minggu"),
        Recurrence.MONTHLY: _("setiap bulan"),
        Recurrence.UNSPECIFIED: _("berulang, tetapi tidak disebut seberapa sering"),
    }
)


def due(found: FollowUp, entry: Concern | Commitment | None = None) -> str:
    """Say until when the running deadline goes and what it rests on, or that there is none.

    `entry` is the concern itself: it knows whether a day was named or only words.
    """
    if found.deadline is None:
        return _(NO_DAY)
    if _is_counted(found.deadline, found, entry):
        return _counted(found.deadline, found)
    said = _("Paling lambat {day}, {basis}.")
    if found.overdue:
        said = _("Seharusnya paling lambat {day}, {basis}; hari itu sudah lewat.")
    basis = _(_DUE[found.deadline.basis])
    promise = entry.promise if entry else None
    if found.deadline.basis is Basis.PROMISE and promise and promise.words:
        basis = _("dihitung dari katanya, “{words}”").format(words=promise.words)
    return said.format(day=in_words(found.deadline.day), basis=basis)


def due_briefly(found: FollowUp, entry: Concern | Commitment | None = None) -> str:
    """Say the same in a list: `tenggat 20 November 2023`; "" for what has ended or has none."""
    if found.deadline is None or found.stage.is_ending or not found.asks:
        return ""
    said, day = _("tenggat {day}"), found.deadline.day
    if found.overdue:
        said, day = _("lewat tenggat sejak {day}"), day + _ONE_DAY
    elif found.deadline.basis is Basis.EVIDENCE:
        said = _("bukti ditunggu sampai {day}")
    elif _is_counted(found.deadline, found, entry):
        said = _("kabar ditunggu sampai {day}")
    if _is_counted(found.deadline, found, entry):
        said = _("{said} (menurut aturan situs ini)").format(said=said)
    return said.format(day=in_words(day))


def _is_counted(deadline: Deadline, found: FollowUp, entry: Concern | Commitment | None) -> bool:
    """Whether no source names the day: the site counts it by a rule of its own (rules 2 and 9)."""
    if deadline.basis is Basis.EVIDENCE:
        return True
    if deadline.basis is not Basis.CHECK_AGAIN or deadline != found.first_deadline:
        return False
    return isinstance(entry, Concern) and not any(one.check_again for one in entry.given_answers)


def _counted(deadline: Deadline, found: FollowUp) -> str:
    """Say by which rule of the site a day was counted, and from what."""
    said = _("Menurut aturan situs ini, kabar ditunggu {days} hari {since}: {day}")
    since, start = _counted_since(found), found.start
    if deadline.basis is Basis.EVIDENCE:
        said = _("Menurut aturan situs ini, bukti ditunggu {days} hari {since}: {day}")
        shown = _last_shown(found) if deadline != found.first_deadline else None
        if shown:
            since, start = _("sesudah bukti terakhir"), shown
    days = (deadline.day - start).days if start else 0
    said = said.format(days=number(days), since=since, day=in_words(deadline.day))
    end = _("; hari itu sudah lewat.") if found.overdue else "."
    return f"{_('Sumbernya tidak menyebut tanggal.')} {said}{end}"


def _counted_since(found: FollowUp) -> str:
    return _("sesudah sesi") if found.start_basis is StartBasis.SESSION else _since(found)


def _last_shown(found: FollowUp) -> date | None:
    shown = (s for s in reversed(found.history) if s.event is Event.EVIDENCE and s.counts)
    return next((step.date.latest for step in shown), None)


def good_until(found: FollowUp) -> str:
    """Give the running deadline (`2023-11-20`) of what is open and in time; "" for all else."""
    is_running = found.asks and not found.overdue and not found.stage.is_ending
    return found.deadline.day.isoformat() if found.deadline and is_running else ""


def promised(promise: Promise) -> str:
    """Say what was promised by when, with the words it was promised in."""
    quoted = _("“{words}”").format(words=promise.words) if promise.words else ""
    if promise.deadline:
        said = _("Katanya {words}; dihitung sampai {day}.")
        if not quoted:
            said = _("Dijanjikan paling lambat {day}.")
        return said.format(words=quoted, day=in_words(promise.deadline))
    if promise.recurrence:
        how_often = _(_RECURRENCE[promise.recurrence])
        said = _("Janji yang harus terus ditepati: {how_often}.").format(how_often=how_often)
        return f"{said} {_('Katanya: {words}.').format(words=quoted)}" if quoted else said
    return _("Katanya {words}, tanpa menyebut hari.").format(words=quoted)


def by_default(found: FollowUp, promise: Promise | None, programme: Programme | None) -> str:
    """Say that no day was promised and which rule gives one; "" where none was needed."""
    first = found.first_deadline
    if first is None or first.basis is not Basis.DEFAULT or not programme or not found.start:
        return ""
    rule = programme.default_deadline(found.start)
    if rule is None or (found.ended and found.ended_by is None):
        return ""
    said = _("Tenggat bawaan: {day}, {days} hari {start}, menurut {basis}.").format(
        day=in_words(first.day),
        days=rule.days,
        start=_since(found),
        basis=rule.basis.rstrip("."),
    )
    return said if promise else f"{_('Hari tidak dijanjikan.')} {said}"


def put_off(found: FollowUp) -> str:
    """Say which deadlines were given up and how often: `semula ..., n kali`; "" for none."""
    if not found.extensions:
        return ""
    return _("Semula {first}. Sudah diundur {count} kali.").format(
        first=in_words(found.extensions[0].day), count=len(found.extensions)
    )


def _since(found: FollowUp) -> str:
    day = in_words(found.start) if found.start else ""
    if found.start_basis is StartBasis.SOURCE:
        return _("sejak sumber paling awal, {day}, karena tanggal sesi tidak diketahui").format(
            day=day
        )
    if found.start_basis is StartBasis.PUBLICATION:
        return _(
            "sejak catatan ini pertama terbit, {day}, karena tanggal sesi tidak diketahui"
        ).format(day=day)
    if found.history[0].date.is_day:
        return _("sejak hari sesi")
    return _("sejak {day}, hari terakhir yang mungkin untuk sesinya").format(day=day)
