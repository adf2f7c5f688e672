"""What kind of answer was given on the spot, in a resident's words."""

from collections.abc import Mapping
from types import MappingProxyType

from generator.language import _
from generator.model import Answer, AnswerKind, Commitment, Concern, ConcernKind
from generator.model.words import ConcernChannel, NoAnswer
from generator.wording.names import joined

_LABEL: Mapping[AnswerKind, str] = MappingProxyType(
    {
        AnswerKind.EXPLANATION: _("Penjelasan"),
        AnswerKind.APPEAL: _("Imbauan, bukan jawaban"),
        AnswerKind.COMMITMENT: _("Janji"),
        AnswerKind.REFERRAL: _("Akan dibicarakan atau dirujuk"),
        AnswerKind.PARTNERS_ANSWER: _("Jawaban mitra"),
        AnswerKind.OBSTACLE: _("Kendala"),
        AnswerKind.ALTERNATIVE: _("Pilihan lain"),
        AnswerKind.OUTSIDE_AUTHORITY: _("Bukan kewenangan polisi"),
        AnswerKind.IMMEDIATE_ACTION: _("Tindakan saat itu juga"),
        AnswerKind.GUARANTEE: _("Jaminan"),
        AnswerKind.CONDITIONAL_SUPPORT: _("Dukungan dengan syarat"),
    }
)
_CHANNEL: Mapping[ConcernChannel, str] = MappingProxyType(
    {
        ConcernChannel.DIRECT: "",
        ConcernChannel.WHATSAPP: _("lewat WhatsApp"),
        ConcernChannel.SMS: _("lewat SMS"),
        ConcernChannel.TELEPHONE: _("lewat telepon"),
        ConcernChannel.LETTER: _("lewat surat"),
        ConcernChannel.SOCIAL_MEDIA: _("lewat media sosial"),
        ConcernChannel.ONLINE: _("lewat sambungan daring"),
    }
)


def answer_label(answer: Answer) -> str:
    """What an answer is, with the bodies it names: `Jawaban Dinas Pertanian`."""
    label = _(_LABEL[answer.kind])
    if not answer.partners:
        return label
    partners = joined(answer.partners)
    if answer.kind is AnswerKind.REFERRAL:
        return _("Akan dibicarakan dengan atau dirujuk ke {partners}").format(partners=partners)
    if answer.kind is AnswerKind.OUTSIDE_AUTHORITY:
        return _("{label}, dirujuk ke {partners}").format(label=label, partners=partners)
    if answer.kind is AnswerKind.PARTNERS_ANSWER:
        return _("Jawaban {partners}").format(partners=partners)
    return _("{label}, bersama {partners}").format(label=label, partners=partners)


def no_answer(entry: Concern | Commitment) -> str:
    """Say why no answer is shown; "" where there is one or none is to be expected."""
    if isinstance(entry, Commitment) or entry.given_answers:
        return ""
    if entry.answers is NoAnswer.NONE:
        return _("Tidak dijawab di tempat.")
    if entry.answers is NoAnswer.NOT_ITEMISED:
        return _("Sumbernya tidak menyebut jawabannya.")
    if entry.kind is ConcernKind.APPRECIATION:
        return ""
    return _("Jawaban di tempat tidak dicatat.")


def channel_words(channel: ConcernChannel) -> str:
    """How a concern reached the session; "" for the usual way, face to face."""
    said = _CHANNEL[channel]
    return _(said) if said else ""
