"""What a status means for a resident ("Artinya ...").

Each sentence is chosen by the status the badge shows and filled from the history that led to it.
"""

from collections.abc import Callable, Mapping
from types import MappingProxyType

from generator.language import _
from generator.model import AnswerKind, Concern, ConcernKind, Event
from generator.status import Status
from generator.wording.badges import last_known
from generator.wording.days import on, when
from generator.wording.names import actor, joined
from generator.wording.objections import is_objection
from generator.wording.story import how_asked
from generator.wording.telling import Telling, as_sentence

NOT_WORD_BACK = frozenset(
    {Event.EVALUATED, Event.DISCUSSED, Event.TOLD, Event.EXTENDED, Event.DISPUTED}
)
"""Events that tell nothing of what was done: they pay no debt and keep no concern known."""


def meaning(one: Telling) -> str:
    """Say what the badge means for this concern, in one to four sentences."""
    said = _MEANING[one.found.status](one)
    if one.found.disputed and not _tells_of_the_objection(one):
        return f"{_('Warga menyanggah apa yang tertulis, dan belum ada jawabannya.')} {said}"
    return said


def _tells_of_the_objection(one: Telling) -> bool:
    """Whether the sentence of the status itself says that residents objected."""
    if one.found.status is Status.REFUSED:
        return True
    return one.found.status is Status.LOOKED_INTO and _began_with_an_objection(one)


def _began_with_an_objection(one: Telling) -> bool:
    return bool(one.chapter) and is_objection(one.chapter[0])


def _no_word(_one: Telling) -> str:
    return _(
        "Sesudah sesi ini belum ada kabar tentang apa yang dilakukan. Diam tidak berarti beres."
    )


def _looked_into(one: Telling) -> str:
    if _began_with_an_objection(one):
        return _(
            "Warga menyanggah, jadi urusan ini dibuka lagi. "
            "Sejak itu belum ada tindakan baru yang dilaporkan."
        )
    if one.chapter and one.chapter[0].event is Event.REOPENED:
        return _("Urusan ini dibuka kembali. Sejak itu belum ada tindakan baru yang dilaporkan.")
    return _("Hal ini baru dilihat atau dibahas. Belum ada tindakan yang dilaporkan.")


def _in_progress(one: Telling) -> str:
    acted = one.last(Event.ACTED)
    talked = one.last(Event.COORDINATED)
    partners = one.outcome(talked.outcome) if talked and not acted else None
    if partners:
        said = _("Hal ini sudah dibicarakan dengan {partners}. Belum ada tindakan yang dilaporkan.")
        if _was_taken_up_before(one):
            said = _(
                "Hal ini sudah dibicarakan dengan {partners}. "
                "Sejak itu belum ada tindakan baru yang dilaporkan."
            )
        return said.format(partners=joined(partners.partners))
    if acted:
        return _(
            "Ada tindakan yang dilaporkan, terakhir {date}. "
            "Itu belum berarti masalahnya hilang atau pekerjaannya selesai."
        ).format(date=on(acted.date))
    return _(
        "Petugas bertindak saat itu juga. "
        "Itu belum berarti masalahnya hilang atau pekerjaannya selesai."
    )


def _was_taken_up_before(one: Telling) -> bool:
    """Whether something may have been done about it on the spot, or before it was reopened."""
    on_the_spot = one.answer(AnswerKind.IMMEDIATE_ACTION) is not None
    return on_the_spot or one.chapter != one.found.history


def _ongoing(one: Telling) -> str:
    shown = one.last(Event.EVIDENCE)
    if shown is None:
        return _(
            "Janji ini harus ditepati terus-menerus. "
            "Belum ada bukti yang dilaporkan bahwa janji ini ditepati."
        )
    return _(
        "Janji ini harus ditepati terus-menerus, dan buktinya harus terus datang. "
        "Bukti terakhir yang dilaporkan: {date}."
    ).format(date=when(shown.date).words)


def _handed_over(one: Telling) -> str:
    handed = _("Urusan ini diserahkan ke {partners}.")
    doubt = _("Itu belum berarti sudah diterima atau dikerjakan di sana.")
    if one.last(Event.HANDED_OVER) is None:
        handed = _(
            "Saat sesi disebut bahwa urusan ini akan dibicarakan dengan atau dirujuk ke {partners}."
        )
        doubt = _("Itu belum berarti sudah sampai, diterima, atau dikerjakan di sana.")
    return f"{handed.format(partners=one.receiver)} {doubt}"


def _partly(one: Telling) -> str:
    said = _("Baru sebagian yang dikerjakan; urusannya masih terbuka.")
    left = _left(one)
    return f"{said} {_('Yang belum: {left}').format(left=as_sentence(left))}" if left else said


def _unknown(one: Telling) -> str:
    known = last_known(one.found)
    heard = next(
        (
            step
            for step in reversed(one.found.history)
            if step.event and step.event not in NOT_WORD_BACK and step.counts
        ),
        None,
    )
    if heard is None:
        return _(
            "Yang terakhir diketahui: {stage}. Sesudah itu lebih dari delapan minggu tidak ada "
            "kabar, jadi keadaannya sekarang tidak diketahui."
        ).format(stage=known)
    if heard.date.latest is None:
        return _(
            "Yang terakhir diketahui: {stage}. Kabar terakhirnya tidak bertanggal. Sudah lebih "
            "dari delapan minggu tidak ada kabar baru, jadi keadaannya sekarang tidak diketahui."
        ).format(stage=known)
    return _(
        "Yang terakhir diketahui: {stage}. Kabar terakhirnya {date}. Sesudah itu lebih dari "
        "delapan minggu tidak ada kabar, jadi keadaannya sekarang tidak diketahui."
    ).format(stage=known, date=on(heard.date))


def _answered(one: Telling) -> str:
    if one.ending is None:
        said = _("Pertanyaan ini dijawab saat sesi berlangsung.")
    else:
        who = actor(one.ending, one.registries).name
        said = _("{who} memberi jawaban {date}.").format(who=who, date=on(one.ending.date))
    return f"{said} {_('Itu belum berarti warga puas, atau masalahnya beres.')}"


def _claimed(one: Telling) -> str:
    who = actor(one.ending, one.registries).name if one.ending else _("Polisi")
    said = _(
        "{who} menyatakan ini selesai. Warga belum ditanya, atau jawaban warga belum dicatat, "
        "jadi belum ada yang membenarkan."
    )
    if one.found.disputes:
        said = _(
            "{who} menyatakan ini selesai. Sebelumnya warga menyanggah. Sejak itu warga belum "
            "ditanya lagi, atau jawaban warga belum dicatat, jadi belum ada yang membenarkan."
        )
    elif any(step.event is Event.CONFIRMED and step.counts for step in one.found.history):
        said = _(
            "{who} menyatakan ini selesai. Sejak itu warga belum ditanya lagi, atau jawaban "
            "warga belum dicatat, jadi belum ada yang membenarkan."
        )
    return said.format(who=who)


def _confirmed(one: Telling) -> str:
    asked = how_asked(one.ending) if one.ending else ""
    said = _("Warga membenarkan bahwa ini sudah beres.")
    if asked:
        said = _("Warga membenarkan bahwa ini sudah beres: {asked}.").format(asked=asked)
    if one.found.confirmed_without_claim:
        return f"{said} {_('Polisi sendiri tidak pernah melaporkannya selesai.')}"
    return said


def _refused(one: Telling) -> str:
    reason = one.registries.reasons.get(one.ending.reason or "") if one.ending else None
    said = _("Diputuskan bahwa ini tidak akan dikerjakan.")
    if reason:
        said = f"{said} {as_sentence(reason.sentence)}"
    if one.found.disputed:
        return f"{said} {_('Warga menyanggah keputusan ini, dan belum ada jawabannya.')}"
    return said


def _merged(_one: Telling) -> str:
    return _(
        "Hal ini sama dengan masukan lain, jadi ceritanya dilanjutkan di sana. "
        "Digabung tidak berarti selesai."
    )


def _retracted(_one: Telling) -> str:
    return _("Warga yang menyampaikannya menariknya kembali. Itu tidak berarti masalahnya selesai.")


def _noted(one: Telling) -> str:
    if isinstance(one.entry, Concern) and one.entry.kind is ConcernKind.OBJECTION:
        return _("Ini dicatat sebagai sanggahan; akibatnya terlihat di masukan yang disanggah.")
    if one.found.disputed:
        return _("Ini dicatat saja, dan tidak ada yang diminta.")
    return _("Ini dicatat saja. Tidak ada yang diminta, jadi tidak ada kabar yang ditunggu.")


def _left(one: Telling) -> str:
    last = one.last(Event.PARTLY)
    outcome = one.outcome(last.outcome) if last else None
    return " ".join((outcome.remainder or "").split()) if outcome else ""


_MEANING: Mapping[Status, Callable[[Telling], str]] = MappingProxyType(
    {
        Status.NO_WORD: _no_word,
        Status.LOOKED_INTO: _looked_into,
        Status.IN_PROGRESS: _in_progress,
        Status.ONGOING: _ongoing,
        Status.HANDED_OVER: _handed_over,
        Status.PARTLY: _partly,
        Status.UNKNOWN: _unknown,
        Status.ANSWERED: _answered,
        Status.CLAIMED: _claimed,
        Status.CONFIRMED: _confirmed,
        Status.REFUSED: _refused,
        Status.MERGED: _merged,
        Status.RETRACTED: _retracted,
        Status.NOTED: _noted,
    }
)
