"""The story of each concern: events that cannot stand where they stand."""

from collections.abc import Iterator

from generator.archive import Archive, Matter, resolve
from generator.checks.remarks import Remark, check, error, warning
from generator.dates import in_words
from generator.followup import Fault, RuleFault
from generator.followup.table import is_recurring
from generator.language import _
from generator.model import Commitment, Concern, ConcernKind, Event, Outcome
from generator.model.outcome import TERMS
from generator.records import Kind, Registries
from generator.records.places import Steps

_ANSWERABLE = frozenset({ConcernKind.QUESTION, ConcernKind.OBJECTION})
_BY_HISTORY = frozenset({Fault.AFTER_ENDING, Fault.CONFIRMED_AFTER, Fault.EXTENSION_NOT_LATER})


@check("urutan-kejadian")
def broken_rules(archive: Archive) -> Iterator[Remark]:
    """Kejadian atau tenggat yang tidak mungkin berada di tempatnya dalam cerita sebuah masukan.

    Status sebuah masukan dihitung dari kejadian menurut tanggalnya. Yang sudah selesai tidak dapat
    selesai dengan cara lain sebelum dibuka kembali. Tenggat tidak dapat mendahului sesinya, dan
    tenggat yang diperpanjang selalu sesudah tenggat yang berjalan. Kalau dibiarkan, warga membaca
    cerita yang tidak pernah terjadi.

    Betulkan tanggalnya. Kalau akhirnya memang berubah, tulis dulu catatan `dibuka kembali`.
    """
    for matter in archive.matters.values():
        for fault in matter.follow_up.faults if matter.follow_up else ():
            found = archive.records.outcomes.get(fault.outcome or "")
            if isinstance(found, Outcome):
                yield _in_outcome(matter, found, fault)
            elif fault.fault is Fault.DEADLINE_BEFORE_SESSION:
                yield error(matter.session, _promise(matter, archive), _said(fault))


def _in_outcome(matter: Matter, outcome: Outcome, fault: RuleFault) -> Remark:
    path: Steps = ("kejadian",)
    if fault.fault is Fault.BEFORE_SESSION:
        path = ("tanggal",)
    elif fault.fault not in (Fault.AFTER_ENDING, Fault.CONFIRMED_AFTER):
        path = (TERMS[outcome.event],)
    message = _said(fault)
    if len(outcome.answers) > 1:
        named = (one for one in outcome.answers if resolve(one, outcome.folder) == matter.id)
        message = _("untuk `{concern}`: {message}").format(concern=next(named), message=message)
    folders = {matter.session.folder, *(one.folder for one in matter.outcomes)}
    surely = fault.fault not in _BY_HISTORY
    return error(
        outcome,
        path,
        message,
        rests_on=() if surely else tuple(f"{Kind.OUTCOME}/{one}" for one in sorted(folders)),
    )


def _promise(matter: Matter, archive: Archive) -> Steps:
    session, concern = matter.session, matter.concern
    entries = [*session.entries]
    if concern not in entries:
        return ("komitmen", session.commitments.index(concern), "janji", "tenggat")
    path: Steps = ("masukan", entries.index(concern))
    if isinstance(concern, Concern) and not (concern.promise and concern.promise.deadline):
        first = session.date.earliest or archive.today
        for number, answer in enumerate(concern.given_answers):
            if answer.check_again and answer.check_again < first:
                return (*path, "jawaban", number, "cek_lagi")
    return (*path, "janji", "tenggat")


def _said(fault: RuleFault) -> str:
    status = fault.status.value if fault.status else ""
    day = in_words(fault.day) if fault.day else ""
    sentences = {
        Fault.BEFORE_SESSION: _("kejadian ini mendahului sesinya, {day}; betulkan tanggalnya"),
        Fault.AFTER_ENDING: _(
            "masukan ini sudah berakhir: {status}; kalau akhirnya berubah, tulis dibuka kembali "
            "dulu"
        ),
        Fault.CONFIRMED_AFTER: _(
            "masukan ini sudah berakhir: {status}; sebelum dibenarkan warga, tulis dibuka kembali "
            "dulu"
        ),
        Fault.EXTENSION_NOT_LATER: _(
            "tenggat baru harus lebih lambat dari tenggat yang berjalan, {day}"
        ),
        Fault.DEADLINE_BEFORE_SESSION: _("tenggat ini mendahului sesinya, {day}; betulkan"),
        Fault.DEADLINE_BEFORE_EVENT: _(
            "tenggat ini mendahului kejadiannya sendiri, {day}; betulkan"
        ),
    }
    return sentences[fault.fault].format(status=status, day=day)


@check("dijawab-bukan-pertanyaan")
def answered_without_a_question(archive: Archive) -> Iterator[Remark]:
    """`dijawab` untuk masukan yang bukan pertanyaan atau sanggahan.

    `dijawab` mengakhiri masukan. Permintaan dan keluhan tidak selesai hanya karena dijawab: warga
    menunggu sesuatu dikerjakan.

    Pakai `dikerjakan`, `selesai`, atau `tidak dipenuhi`; atau betulkan jenis masukannya.
    """
    message = _(
        "`dijawab` hanya untuk pertanyaan dan sanggahan; pakai dikerjakan, selesai, atau tidak "
        "dipenuhi"
    )
    for outcome in archive.outcomes:
        if outcome.event is not Event.ANSWERED:
            continue
        for number, one in enumerate(outcome.answers):
            matter = archive.matters.get(resolve(one, outcome.folder))
            concern = matter.concern if matter else None
            if isinstance(concern, Concern) and concern.kind not in _ANSWERABLE:
                yield warning(outcome, ("menjawab", number), message)


@check("bukti-tanpa-janji-berulang")
def evidence_of_nothing_recurring(archive: Archive) -> Iterator[Remark]:
    """`bukti berkala` untuk masukan yang tidak punya janji berulang.

    Bukti berkala menunjukkan bahwa janji yang diulang terus ditepati. Tanpa janji seperti itu, ia
    tidak mengubah apa pun: masukannya tetap tampak belum dikerjakan.

    Pakai `dikerjakan` atau `selesai`; atau tulis `berkala` pada janji masukannya.
    """
    message = _("masukan ini tidak punya janji berulang; pakai `dikerjakan` atau `selesai`")
    for outcome in archive.outcomes:
        if outcome.event is not Event.EVIDENCE:
            continue
        for number, one in enumerate(outcome.answers):
            matter = archive.matters.get(resolve(one, outcome.folder))
            concern = matter.concern if matter else None
            if isinstance(concern, Concern | Commitment) and not is_recurring(concern):
                yield error(outcome, ("menjawab", number), message)


@check("siapa-menjawab")
def strangers(archive: Archive) -> Iterator[Remark]:
    """Satuan yang menjawab bukan satuan sesi itu, atasannya, bawahannya, atau yang diserahi.

    Warga berhak tahu siapa yang bertanggung jawab. Kabar dari satuan lain mungkin salah folder atau
    salah sebut masukan.

    Periksa `menjawab` dan `oleh`. Kalau masukan ini memang diserahkan ke satuan itu, catat dulu
    `diteruskan` dengan nama satuannya di `mitra`.
    """
    registries = archive.records.registries
    known = registries.units.keys()
    for matter in archive.matters.values():
        for outcome in matter.outcomes if matter.follow_up else ():
            by = outcome.by or outcome.folder
            if by in matter.session.units or not {by, *matter.session.units} <= known:
                continue
            if not _is_kin(by, _may_answer(matter, registries), registries):
                message = _("`{unit}` bukan satuan sesi ini, atasannya, atau bawahannya").format(
                    unit=by
                )
                path: Steps = ("oleh",) if outcome.by else _place_of(matter.id, outcome)
                yield warning(outcome, path, message)


def _may_answer(matter: Matter, registries: Registries) -> frozenset[str]:
    named = {
        name.casefold()
        for outcome in matter.outcomes
        if outcome.event is Event.HANDED_OVER
        for name in outcome.partners
    }
    handed_to = {
        unit.id
        for unit in registries.units.values()
        if named and named & {one.casefold() for one in (unit.id, unit.name, *unit.aliases)}
    }
    awaited = matter.concern.awaits if isinstance(matter.concern, Concern) else None
    return frozenset({*matter.session.units, *handed_to} | ({awaited} if awaited else set()))


def _is_kin(unit: str, allowed: frozenset[str], registries: Registries) -> bool:
    above = {one.id for one in registries.line_of(unit)}
    return bool(above & allowed) or any(
        unit in (one.id for one in registries.line_of(other)) for other in allowed
    )


def _place_of(concern: str, outcome: Outcome) -> Steps:
    targets = [resolve(one, outcome.folder) for one in outcome.answers]
    return ("menjawab", targets.index(concern))
