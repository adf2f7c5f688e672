"""What a status means for a resident ("Artinya ..."), and what is next: who, what, by when.

Each sentence is chosen by the status the badge shows and filled from the history that led to it.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from types import MappingProxyType

from generator.archive import Matter, Registries
from generator.followup import FollowUp, Mark, Step
from generator.language import _
from generator.model import Answer, AnswerKind, Commitment, Concern, ConcernKind, Event, Outcome
from generator.status import Status
from generator.wording.badges import status_badge
from generator.wording.days import on, when
from generator.wording.deadlines import due
from generator.wording.names import actor, awaited, joined
from generator.wording.story import how_asked

NOT_WORD_BACK = frozenset(
    {Event.EVALUATED, Event.DISCUSSED, Event.TOLD, Event.EXTENDED, Event.DISPUTED}
)
"""Events that tell nothing of what was done: they pay no debt and keep no concern known."""


@dataclass(frozen=True, slots=True)
class Next:
    """What is awaited: `who` has to do `what`, and `by_when`, a sentence of its own or "".

    Where nobody owes anything `who` is "" and `what` a sentence on what residents can do, or "".
    """

    who: str
    what: str
    by_when: str


@dataclass(frozen=True, slots=True)
class Telling:
    """Everything a sentence about one concern is made from."""

    entry: Concern | Commitment
    found: FollowUp
    outcomes: tuple[Outcome, ...]
    registries: Registries
    unit: str

    @property
    def waited_for(self) -> str:
        """The name of the unit whose word is awaited."""
        return awaited(self.unit, self.entry, self.registries)

    @property
    def ending(self) -> Outcome | None:
        """The outcome that ended the concern; None for an answer on the spot, or while open."""
        return self.outcome(self.found.ended_by)

    def outcome(self, identity: str | None) -> Outcome | None:
        """The outcome with this id."""
        return next((one for one in self.outcomes if one.id == identity), None)

    @property
    def chapter(self) -> tuple[Step, ...]:
        """The steps since the concern was last taken up again, that one first; else all."""
        steps = self.found.history
        for index in range(len(steps) - 1, 0, -1):
            if steps[index - 1].status.is_ending and not steps[index].status.is_ending:
                return steps[index:]
        return steps

    def last(self, *events: Event) -> Step | None:
        """The last step of this chapter with one of these events that counts."""
        return next((s for s in reversed(self.chapter) if s.event in events and s.counts), None)

    def answer(self, *kinds: AnswerKind) -> Answer | None:
        """The first answer of these kinds that was given on the spot."""
        given = self.entry.given_answers if isinstance(self.entry, Concern) else ()
        return next((one for one in given if one.kind in kinds), None)


def telling(matter: Matter, registries: Registries) -> Telling | None:
    """Bring together what sentences about a concern need; None for a withdrawn one."""
    if matter.follow_up is None or not isinstance(matter.concern, Concern | Commitment):
        return None
    unit = matter.session.units[0]
    return Telling(matter.concern, matter.follow_up, matter.outcomes, registries, unit)


def meaning(one: Telling) -> str:
    """Say what the badge means for this concern, in one to three sentences."""
    return _MEANING[one.found.status](one)


def what_is_next(one: Telling) -> Next:
    """Say who is to do what by when."""
    status = one.found.status
    who, what = _NEXT[status](one)
    if not who or status.is_ending:
        return Next(who, what, "")
    return Next(who, what, due(one.found))


def _no_word(one: Telling) -> str:
    said = _(
        "Sesudah sesi ini belum ada kabar tentang apa yang dilakukan. Diam tidak berarti beres."
    )
    if one.found.disputed:
        return f"{_('Warga menyanggah apa yang tertulis, dan belum ada jawabannya.')} {said}"
    return said


def _looked_into(one: Telling) -> str:
    began = one.chapter[0] if one.chapter else None
    if began and (began.mark is Mark.OBJECTION or began.event is Event.DISPUTED):
        return _(
            "Warga menyanggah, jadi urusan ini dibuka lagi. "
            "Sejak itu belum ada tindakan baru yang dilaporkan."
        )
    if began and began.event is Event.REOPENED:
        return _("Urusan ini dibuka kembali. Sejak itu belum ada tindakan baru yang dilaporkan.")
    return _("Hal ini baru dilihat atau dibahas. Belum ada tindakan yang dilaporkan.")


def _in_progress(one: Telling) -> str:
    acted = one.last(Event.ACTED)
    talked = one.last(Event.COORDINATED)
    partners = one.outcome(talked.outcome) if talked and not acted else None
    if partners:
        return _(
            "Hal ini sudah dibicarakan dengan {partners}. Belum ada tindakan yang dilaporkan."
        ).format(partners=joined(partners.partners))
    if acted:
        return _(
            "Ada tindakan yang dilaporkan, terakhir {date}. "
            "Itu belum berarti masalahnya hilang atau pekerjaannya selesai."
        ).format(date=on(acted.date))
    return _(
        "Petugas bertindak saat itu juga. "
        "Itu belum berarti masalahnya hilang atau pekerjaannya selesai."
    )


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
    if one.last(Event.HANDED_OVER) is None:
        handed = _("Saat sesi, urusan ini diarahkan ke {partners}.")
    doubt = _("Itu belum berarti sudah diterima atau dikerjakan di sana.")
    return f"{handed.format(partners=_receiver(one))} {doubt}"


def _partly(one: Telling) -> str:
    said = _("Baru sebagian yang dikerjakan; urusannya masih terbuka.")
    left = _left(one)
    return f"{said} {_('Yang belum: {left}').format(left=_sentence(left))}" if left else said


def _unknown(one: Telling) -> str:
    known = status_badge(one.found.stage).word.lower()
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
    return _(
        "{who} menyatakan ini selesai. Warga belum ditanya, atau jawaban warga belum dicatat, "
        "jadi belum ada yang membenarkan."
    ).format(who=who)


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
        said = f"{said} {_sentence(reason.sentence)}"
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
    return _("Ini dicatat saja. Tidak ada yang diminta, jadi tidak ada kabar yang ditunggu.")


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


def _tell_what_was_done(one: Telling) -> tuple[str, str]:
    return one.waited_for, _("perlu memberi kabar apa yang sudah dilakukan")


def _tell_how_it_goes(one: Telling) -> tuple[str, str]:
    return one.waited_for, _("perlu memberi kabar kelanjutannya")


def _tell_how_it_is(one: Telling) -> tuple[str, str]:
    return one.waited_for, _("perlu memberi kabar keadaannya sekarang")


def _show_evidence(one: Telling) -> tuple[str, str]:
    return one.waited_for, _("perlu menunjukkan bukti bahwa janji ini ditepati")


def _check_again(one: Telling) -> tuple[str, str]:
    return one.waited_for, _("perlu mengecek perkembangannya di {partners}").format(
        partners=_receiver(one)
    )


def _do_the_rest(one: Telling) -> tuple[str, str]:
    return one.waited_for, _("perlu mengerjakan sisanya dan memberi kabar")


def _ask_residents(one: Telling) -> tuple[str, str]:
    return one.waited_for, _("perlu menanyakan kepada warga apakah ini benar sudah beres")


def _may_object_to_the_answer(_one: Telling) -> tuple[str, str]:
    return "", _("Kalau jawabannya keliru, warga dapat menyanggahnya di sesi berikutnya.")


def _may_object(_one: Telling) -> tuple[str, str]:
    return "", _("Kalau ternyata belum beres, warga dapat menyanggahnya di sesi berikutnya.")


def _resident_can(one: Telling) -> tuple[str, str]:
    steps = one.ending.next_steps if one.ending else None
    if steps:
        return "", _("Yang dapat dilakukan warga: {steps}").format(steps=_sentence(steps))
    return "", _("Warga dapat menyanggahnya di sesi berikutnya.")


def _follow_the_other(_one: Telling) -> tuple[str, str]:
    return "", _("Ikuti kelanjutannya di masukan itu:")


def _nothing(_one: Telling) -> tuple[str, str]:
    return "", ""


_NEXT: Mapping[Status, Callable[[Telling], tuple[str, str]]] = MappingProxyType(
    {
        Status.NO_WORD: _tell_what_was_done,
        Status.LOOKED_INTO: _tell_what_was_done,
        Status.IN_PROGRESS: _tell_how_it_goes,
        Status.ONGOING: _show_evidence,
        Status.HANDED_OVER: _check_again,
        Status.PARTLY: _do_the_rest,
        Status.UNKNOWN: _tell_how_it_is,
        Status.ANSWERED: _may_object_to_the_answer,
        Status.CLAIMED: _ask_residents,
        Status.CONFIRMED: _may_object,
        Status.REFUSED: _resident_can,
        Status.MERGED: _follow_the_other,
        Status.RETRACTED: _nothing,
        Status.NOTED: _nothing,
    }
)


def _receiver(one: Telling) -> str:
    """The body a concern was handed to, later or on the spot."""
    later = one.last(Event.HANDED_OVER)
    outcome = one.outcome(later.outcome) if later else None
    referral = one.answer(AnswerKind.REFERRAL, AnswerKind.OUTSIDE_AUTHORITY)
    partners = outcome.partners if outcome else referral.partners if referral else ()
    return joined(partners) if partners else _("lembaga lain")


def _left(one: Telling) -> str:
    last = one.last(Event.PARTLY)
    outcome = one.outcome(last.outcome) if last else None
    return " ".join((outcome.remainder or "").split()) if outcome else ""


def _sentence(text: str) -> str:
    """A text on one line, ended like a sentence."""
    line = " ".join(text.split())
    return line if line[-1:] in ".!?" else f"{line}."
