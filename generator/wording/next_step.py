"""What is next for a concern ("Berikutnya ..."): who, what, by when."""

from collections.abc import Callable, Mapping
from types import MappingProxyType

from generator.language import _
from generator.model import Concern, ConcernKind, Event
from generator.status import Status
from generator.value import value
from generator.wording.deadlines import NO_DAY, due
from generator.wording.telling import Telling, as_sentence


@value
class Next:
    """What is awaited: `who` has to do `what`, and `by_when`, a sentence of its own or "".

    Where nobody owes anything `who` is "" and `what` a sentence that says so or what residents can
    do. `residents` is a sentence on what they can do beside what is owed, or "".
    """

    who: str
    what: str
    by_when: str
    residents: str = ""


def what_is_next(one: Telling) -> Next:
    """Say who is to do what by when; residents who objected are owed an answer besides."""
    found = one.found
    who, what = _NEXT[found.status](one)
    if found.disputed and not who:
        residents = "" if _is_thanks(one) else what
        return Next(one.waited_for, _("perlu menjawab sanggahan warga"), _(NO_DAY), residents)
    if found.disputed:
        what = _("{what} dan menjawab sanggahan warga").format(what=what)
    if not who:
        return Next("", what, "")
    if found.status.is_ending:
        return Next(who, what, _(NO_DAY))
    return Next(who, _with_the_promise(what, one), due(found, one.entry))


def _is_thanks(one: Telling) -> bool:
    return isinstance(one.entry, Concern) and one.entry.kind is ConcernKind.APPRECIATION


def _with_the_promise(what: str, one: Telling) -> str:
    """Name a promise that is only words, such as `segera`: it is owed though it names no day."""
    promise = one.entry.promise
    if promise is None or not promise.words or promise.deadline or promise.recurrence:
        return what
    return _("{what}; yang dijanjikan: “{words}”").format(what=what, words=promise.words)


def _tell_what_was_done(one: Telling) -> tuple[str, str]:
    return one.waited_for, _("perlu memberi kabar apa yang sudah dilakukan")


def _tell_how_it_goes(one: Telling) -> tuple[str, str]:
    return one.waited_for, _("perlu memberi kabar kelanjutannya")


def _tell_how_it_is(one: Telling) -> tuple[str, str]:
    return one.waited_for, _("perlu memberi kabar keadaannya sekarang")


def _show_evidence(one: Telling) -> tuple[str, str]:
    return one.waited_for, _("perlu menunjukkan bukti bahwa janji ini ditepati")


def _check_again(one: Telling) -> tuple[str, str]:
    said = _("perlu mengecek perkembangannya di {partners}")
    if one.last(Event.HANDED_OVER) is None:
        said = _("perlu memberi kabar apakah {partners} sudah dihubungi, dan apa jawabannya")
    return one.waited_for, said.format(partners=one.receiver)


def _do_the_rest(one: Telling) -> tuple[str, str]:
    if one.found.disputed:  # one more is added
        return one.waited_for, _("perlu mengerjakan sisanya, memberi kabar,")
    return one.waited_for, _("perlu mengerjakan sisanya dan memberi kabar")


def _ask_residents(one: Telling) -> tuple[str, str]:
    return one.waited_for, _("perlu menanyakan kepada warga apakah ini benar sudah beres")


def _may_object_to_the_answer(_one: Telling) -> tuple[str, str]:
    return "", _("Kalau jawabannya keliru, warga dapat menyanggahnya di sesi berikutnya.")


def _may_object(_one: Telling) -> tuple[str, str]:
    return "", _("Kalau ternyata belum beres, warga dapat menyanggahnya di sesi berikutnya.")


def _resident_can(one: Telling) -> tuple[str, str]:
    steps = one.ending.next_steps if one.ending else None
    reason = one.registries.reasons.get(one.ending.reason or "") if one.ending else None
    if not steps and reason:
        steps = reason.steps
    if steps:
        return "", _("Yang dapat dilakukan warga: {steps}").format(steps=as_sentence(steps))
    return "", _("Warga dapat menyanggahnya di sesi berikutnya.")


def _follow_the_other(_one: Telling) -> tuple[str, str]:
    return "", _("Ikuti kelanjutannya di masukan itu:")


def _nothing_unless_untrue(_one: Telling) -> tuple[str, str]:
    return "", _(
        "Tidak ada yang ditunggu. Kalau warga tidak merasa mencabutnya, warga dapat menyanggahnya "
        "di sesi berikutnya."
    )


def _nothing(one: Telling) -> tuple[str, str]:
    if isinstance(one.entry, Concern) and one.entry.kind is ConcernKind.OBJECTION:
        return "", _("Ikuti kelanjutannya di masukan yang disanggah.")
    return "", _("Tidak ada yang ditunggu.")


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
        Status.RETRACTED: _nothing_unless_untrue,
        Status.NOTED: _nothing,
    }
)
