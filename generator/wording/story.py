"""What happened, event by event, and in whose words.

A sentence says who reports: what the police say and what residents say are never told alike.
"""

from collections.abc import Callable, Mapping
from enum import StrEnum
from types import MappingProxyType

from generator.dates import in_words
from generator.followup import Basis, Mark, Step
from generator.language import _
from generator.model import Event, Form, How, Outcome, TellingChannel
from generator.wording.names import Actor, joined


class Voice(StrEnum):
    """Whose word a line of the story is."""

    POLICE = "polisi"
    PARTNER = "mitra"
    RESIDENTS = "warga"
    CLOCK = "tenggat"


RESIDENTS_SPEAK = frozenset({Event.CONFIRMED, Event.DISPUTED, Event.RETRACTED})

_FORM: Mapping[Form, str] = MappingProxyType(
    {
        Form.SUMMARY_OFFENCE: _("penindakan tindak pidana ringan (tipiring)"),
        Form.NEIGHBOURHOOD_WATCH: _("siskamling (ronda warga)"),
    }
)
_TOLD: Mapping[TellingChannel, str] = MappingProxyType(
    {
        TellingChannel.NEXT_SESSION: _("di sesi berikutnya"),
        TellingChannel.NOTICE_BOARD: _("lewat papan pengumuman"),
        TellingChannel.VISIT: _("dengan berkunjung"),
        TellingChannel.TELEPHONE: _("lewat telepon"),
        TellingChannel.WHATSAPP: _("lewat WhatsApp"),
        TellingChannel.LETTER: _("lewat surat"),
        TellingChannel.SOCIAL_MEDIA: _("lewat media sosial"),
        TellingChannel.SITE: _("lewat situs"),
        TellingChannel.OTHER: _("dengan cara lain"),
    }
)
_ASKED: Mapping[How, str] = MappingProxyType(
    {
        How.FACE_TO_FACE: _("ditanya langsung"),
        How.NEXT_SESSION: _("ditanya di sesi berikutnya"),
        How.VISIT: _("didatangi dan ditanya"),
        How.TELEPHONE: _("ditanya lewat telepon"),
        How.WHATSAPP: _("ditanya lewat WhatsApp"),
        How.FORM: _("ditanya lewat formulir"),
        How.OTHER: _("ditanya dengan cara lain"),
    }
)


def voice(step: Step, who: Actor | None) -> Voice:
    """Whose word a step is; `who` did or recorded it, None for a passed deadline."""
    if step.mark is Mark.CROSSING:
        return Voice.CLOCK
    if step.mark is Mark.OBJECTION or step.event in RESIDENTS_SPEAK:
        return Voice.RESIDENTS
    return Voice.POLICE if who is None or who.is_police else Voice.PARTNER


def voice_word(speaker: Voice) -> str:
    """The small label of a line of the story."""
    return {
        Voice.POLICE: _("Kata polisi"),
        Voice.PARTNER: _("Kata mitra"),
        Voice.RESIDENTS: _("Kata warga"),
        Voice.CLOCK: _("Lewat tenggat"),
    }[speaker]


def told(outcome: Outcome, who: Actor) -> str:
    """Say what an outcome reports, in a sentence or two."""
    return _SAYING[outcome.event](outcome, who.name)


def undone(step: Step) -> str:
    """Say that an objection took the concern up again; "" for a step that did not."""
    objects = step.mark is Mark.OBJECTION or step.event is Event.DISPUTED
    if not (objects and step.changed) or step.status.is_ending:
        return ""
    return _("Karena itu urusannya dibuka lagi.")


def crossed(step: Step) -> str:
    """Say that a deadline passed while the concern was open."""
    if step.deadline is None:
        return _("Tenggatnya lewat, dan urusannya belum berakhir.")
    said = _("Tenggat {day} lewat, dan urusannya belum berakhir.")
    if step.deadline.basis is Basis.EVIDENCE:
        said = _("Bukti yang ditunggu sampai {day} belum datang.")
    return said.format(day=in_words(step.deadline.day))


def objected() -> str:
    """Say that residents objected in a later session."""
    return _("Warga menyanggahnya di sesi lain.")


def how_asked(outcome: Outcome) -> str:
    """Say how many residents were asked and how: `5 warga, didatangi dan ditanya`; or ""."""
    if outcome.asked is None or outcome.how is None:
        return ""
    return _("{count} warga {how}").format(count=outcome.asked, how=_(_ASKED[outcome.how]))


def without_effect(step: Step, *, repeated: bool) -> str:
    """Say why a step changed nothing: told twice, or told after the concern had ended."""
    if step.counts:
        return ""
    if repeated:
        return _("Kabar yang sama sudah tercatat, jadi tidak dihitung lagi.")
    if step.status.is_ending:
        return _("Kabar ini datang sesudah urusannya berakhir, jadi statusnya tidak berubah.")
    return _("Kabar ini tidak mengubah statusnya.")


def form_words(form: Form) -> str:
    """The form of an action inside a sentence."""
    return _(_FORM.get(form, form.value))


def _evaluated(_outcome: Outcome, who: str) -> str:
    return _("{who} memeriksa hal ini.").format(who=who)


def _discussed(_outcome: Outcome, who: str) -> str:
    return _("{who} membahasnya dalam rapat.").format(who=who)


def _coordinated(outcome: Outcome, who: str) -> str:
    return _("{who} membicarakannya dengan {partners}.").format(
        who=who, partners=joined(outcome.partners)
    )


def _acted(outcome: Outcome, who: str) -> str:
    has_form = outcome.form is not None and outcome.form is not Form.OTHER
    if outcome.scope and outcome.sources:
        what = form_words(outcome.form) if outcome.form and has_form else _("tindakan")
        return _("Menurut berita: {what} oleh {who}.").format(what=what, who=who)
    if outcome.form is None or not has_form:
        return _("{who} melaporkan tindakan.").format(who=who)
    return _("{who} melaporkan tindakan: {form}.").format(who=who, form=form_words(outcome.form))


def _evidence(_outcome: Outcome, who: str) -> str:
    return _("{who} melaporkan bukti untuk janji yang berulang ini.").format(who=who)


def _handed_over(outcome: Outcome, who: str) -> str:
    said = _("{who} meneruskan urusan ini ke {partners}.").format(
        who=who, partners=joined(outcome.partners)
    )
    if outcome.number:
        said += " " + _("Nomor suratnya {number}.").format(number=outcome.number)
    if outcome.check_again:
        said += " " + _("Akan dicek lagi paling lambat {day}.").format(
            day=in_words(outcome.check_again)
        )
    return said


def _extended(outcome: Outcome, who: str) -> str:
    if outcome.deadline is None:
        return _("{who} mengundurkan tenggat.").format(who=who)
    return _("{who} mengundurkan tenggat ke {day}.").format(who=who, day=in_words(outcome.deadline))


def _partly(outcome: Outcome, who: str) -> str:
    said = _("{who} melaporkan baru sebagian yang dikerjakan.").format(who=who)
    if outcome.deadline:
        said += " " + _("Sisanya paling lambat {day}.").format(day=in_words(outcome.deadline))
    return said


def _answered(_outcome: Outcome, who: str) -> str:
    return _("{who} memberi jawaban.").format(who=who)


def _done(_outcome: Outcome, who: str) -> str:
    return _("{who} menyatakan ini selesai.").format(who=who)


def _confirmed(outcome: Outcome, who: str) -> str:
    if not outcome.scope:
        return f"{_('Warga membenarkan bahwa ini sudah beres.')} {_recorded(outcome, who)}"
    # What residents said of many matters at once settles none of them.
    if outcome.asked == 1:
        said = _("Seorang warga membenarkan apa yang ditulis di sini; lihat uraiannya.")
        return f"{said} {_according_to(outcome, who)}"
    return f"{_('Warga membenarkan apa yang ditulis di sini.')} {_recorded(outcome, who)}"


def _retracted(outcome: Outcome, who: str) -> str:
    said = _("Warga yang menyampaikannya menariknya kembali.")
    return f"{said} {_according_to(outcome, who)}"


def _merged(_outcome: Outcome, who: str) -> str:
    return _("{who} menggabungkannya dengan masukan lain tentang hal yang sama.").format(who=who)


def _refused(_outcome: Outcome, who: str) -> str:
    return _("{who} menyatakan ini tidak akan dikerjakan.").format(who=who)


def _reopened(_outcome: Outcome, who: str) -> str:
    return _("{who} membuka kembali urusan ini.").format(who=who)


def _disputed(outcome: Outcome, who: str) -> str:
    return f"{_('Warga menyanggah: yang tertulis tidak benar.')} {_recorded(outcome, who)}"


def _told(outcome: Outcome, who: str) -> str:
    if outcome.channel is None:
        return _("{who} memberi tahu warga.").format(who=who)
    return _("{who} memberi tahu warga {channel}.").format(
        who=who, channel=_(_TOLD[outcome.channel])
    )


def _recorded(outcome: Outcome, who: str) -> str:
    asked = how_asked(outcome)
    if not asked:
        return _according_to(outcome, who)
    if outcome.sources:
        return _("{asked}; menurut {sources}.").format(asked=asked, sources=_published(outcome))
    return _("{asked}; dicatat oleh {who}.").format(asked=asked, who=who)


def _according_to(outcome: Outcome, who: str) -> str:
    """Say who wrote it down; what was read somewhere was written down by no unit."""
    if outcome.sources:
        return _("Menurut {sources}.").format(sources=_published(outcome))
    return _("Dicatat oleh {who}.").format(who=who)


def _published(outcome: Outcome) -> str:
    """Who published what an outcome was read in; its title where that is not known."""
    names = (
        one.publisher or _("“{title}”").format(title=one.title or "") for one in outcome.sources
    )
    return joined(tuple(dict.fromkeys(names)))


_SAYING: Mapping[Event, Callable[[Outcome, str], str]] = MappingProxyType(
    {
        Event.EVALUATED: _evaluated,
        Event.DISCUSSED: _discussed,
        Event.COORDINATED: _coordinated,
        Event.ACTED: _acted,
        Event.EVIDENCE: _evidence,
        Event.HANDED_OVER: _handed_over,
        Event.EXTENDED: _extended,
        Event.PARTLY: _partly,
        Event.ANSWERED: _answered,
        Event.DONE: _done,
        Event.CONFIRMED: _confirmed,
        Event.RETRACTED: _retracted,
        Event.MERGED: _merged,
        Event.REFUSED: _refused,
        Event.REOPENED: _reopened,
        Event.DISPUTED: _disputed,
        Event.TOLD: _told,
    }
)
