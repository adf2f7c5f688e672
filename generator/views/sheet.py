"""The sheet to ask residents with at the next session: what is open, and what is only claimed."""

from collections.abc import Callable, Iterator, Mapping
from datetime import date
from functools import partial
from types import MappingProxyType

from generator import urls
from generator.archive import Archive, Matter
from generator.figures import family
from generator.followup import FollowUp
from generator.language import _
from generator.model import Commitment, Concern, How, Session
from generator.page import Page
from generator.remembered import remembered
from generator.status import Family, Status
from generator.value import value
from generator.views.concern import badge_of, is_withheld
from generator.views.halls import Hall
from generator.views.paging import MOST, Paging, count, numbered, paging, piece
from generator.views.text import excerpt
from generator.views.told_briefly import done_briefly, promised_briefly
from generator.wording.badges import Badge, Mark, mark_badge
from generator.wording.days import When, when, when_day
from generator.wording.deadlines import due_briefly
from generator.wording.names import awaited, concern_label
from generator.wording.places import where_briefly

TEXT_LENGTH = 140
PROMISE_LENGTH = 100
ACCOUNT_LENGTH = 100


@value
class Told:
    """What is asked of a concern in every hall: its unit's, and its village's.

    `address` leads to its whole story. `text` is what was said, or that it is kept back: then
    `kept_back`, and nothing else of it is told. `raised` says what it is, when and where it was
    raised. `due` is the deadline or "", `promised` what was promised, `news` the last word back.
    `asks` is the question itself.
    """

    address: str
    text: str
    kept_back: bool
    raised: str
    badge: Badge
    marks: tuple[Badge, ...]
    due: str
    promised: str
    news: str
    asks: str


@value
class Question:
    """One thing to ask residents about in a hall.

    `code` is what a record calls it by; `raised` says whose word is awaited, too.
    """

    number: int
    code: str
    raised: str
    told: Told


@value
class Part:
    """Questions of one kind; families of endings stand in parts of their own."""

    title: str
    note: str
    questions: tuple[Question, ...]


@value
class SheetView:
    """One sheet of a unit or a village.

    `above` is what it is part of, `page` the address of its page, `poster` that of its poster.
    `as_of` is the day of which all is true. `nothing` says that there is nothing to ask about, or
    is "". `ways` are the words a record has for how residents were asked. `rest` says that
    another sheet follows, or is "".
    """

    name: str
    above: str
    page: str
    poster: str
    as_of: When | None
    parts: tuple[Part, ...]
    nothing: str
    ways: tuple[str, ...]
    rest: str
    paging: Paging


@value
class _Kind:
    title: str
    note: str
    order: Callable[[Matter], tuple[object, ...]]


def pages(archive: Archive, hall: Hall) -> Iterator[Page]:
    """Every sheet of a unit or a village, at most fifty questions each."""
    address = urls.ask_back(hall.key)
    of = count((sum(map(_is_asked, hall.matters)), MOST))
    for part in range(1, of + 1):
        yield Page(
            address=urls.part(address, part),
            section=hall.section,
            template="sheet.html",
            title=numbered(_("Lembar tanya-balik: {hall}").format(hall=hall.full_name), part),
            description=_(
                "Lembar cetak untuk sesi berikutnya di {hall}: janji yang masih terbuka dan klaim "
                "yang belum dibenarkan warga."
            ).format(hall=hall.name),
            view=partial(_view, archive, hall, part, of),
            trail=hall.trail,
        )


@remembered(1)
def to_ask(matters: tuple[Matter, ...]) -> tuple[Matter, ...]:
    """Give what residents are to be asked about: all that is open, claimed, or answered.

    Open ones first: those with a promise, the oldest deadline on top. Of the others the oldest.
    """
    kinds: dict[Family, list[Matter]] = {one: [] for one in _KINDS}
    for matter in matters:
        if matter.follow_up and (one := family(matter.follow_up.status)) in kinds:
            kinds[one].append(matter)
    return tuple(one for key, held in kinds.items() for one in sorted(held, key=_KINDS[key].order))


def _is_asked(matter: Matter) -> bool:
    return matter.follow_up is not None and family(matter.follow_up.status) in _KINDS


def _view(archive: Archive, hall: Hall, part: int, of: int) -> SheetView:
    shown = piece(to_ask(hall.matters), part)
    numbers = range((part - 1) * MOST + 1, part * MOST + 1)
    questions: dict[Family, list[Question]] = {one: [] for one in _KINDS}
    for number, matter in zip(numbers, shown, strict=False):
        entry, found = matter.concern, matter.follow_up
        if found and isinstance(entry, Concern | Commitment):
            one = _question(number, matter, entry, found, archive, hall)
            questions[family(found.status)].append(one)
    return SheetView(
        name=hall.name,
        above=hall.above,
        page=hall.page,
        poster=urls.poster(hall.key),
        as_of=when_day(archive.today) if shown else None,
        parts=tuple(
            Part(_(kind.title), _(kind.note), tuple(questions[one]))
            for one, kind in _KINDS.items()
            if questions[one]
        ),
        nothing="" if shown else _nothing(hall),
        ways=tuple(one.value for one in How),
        rest=_("Sisanya di lembar berikut (lembar {part} dari {of}).").format(part=part + 1, of=of)
        if part < of
        else "",
        paging=paging(urls.ask_back(hall.key), part, of),
    )


def _question(
    number: int,
    matter: Matter,
    entry: Concern | Commitment,
    found: FollowUp,
    archive: Archive,
    hall: Hall,
) -> Question:
    told = _told(matter, entry, found, archive)
    unit = awaited(matter.session.units[0], entry, archive.records.registries)
    awaits = _("ditunggu dari {unit}").format(unit=unit) if unit != hall.name else ""
    return Question(number, matter.id, " · ".join(filter(None, (told.raised, awaits))), told)


@remembered(2_000)
def _told(matter: Matter, entry: Concern | Commitment, found: FollowUp, archive: Archive) -> Told:
    kept_back = is_withheld(entry, archive)
    words = "" if kept_back else entry.text or ""
    return Told(
        address=urls.concern(matter.id),
        text=excerpt(words, TEXT_LENGTH) or _("Isinya ditahan karena terlalu peka."),
        kept_back=kept_back,
        raised=_raised(matter.session, "" if kept_back else concern_label(entry)),
        badge=badge_of(matter, found, archive),
        marks=(mark_badge(Mark.DISPUTED),) if found.disputed else (),
        due=due_briefly(found, entry),
        promised="" if kept_back else promised_briefly(entry, PROMISE_LENGTH),
        news="" if kept_back else done_briefly(matter, found, archive, ACCOUNT_LENGTH),
        asks=_asks(found),
    )


def _raised(session: Session, what: str) -> str:
    said = (what, when(session.date).words, where_briefly(session))
    return " · ".join(filter(None, said))


def _asks(found: FollowUp) -> str:
    match found.status:
        case Status.CLAIMED:
            return _("Benarkah ini sudah beres?")
        case Status.ANSWERED:
            return _("Sudahkah ini terjawab dengan benar?")
    if found.recurring:
        return _("Masihkah ini dilakukan?")
    return _("Sudahkah ini dilakukan?")


def _nothing(hall: Hall) -> str:
    if not hall.matters:
        return _(
            "Belum ada masukan atau janji yang tercatat di sini untuk {hall}, jadi belum ada yang "
            "dapat ditanyakan kembali."
        ).format(hall=hall.name)
    return _(
        "Dari yang tercatat di sini untuk {hall}, tidak ada yang masih terbuka dan tidak ada klaim "
        "yang menunggu pembenaran warga. Itu tidak berarti semuanya beres: lihat apa jadinya di "
        "halamannya, dan dengarkan juga yang belum pernah dicatat."
    ).format(hall=hall.name)


def _oldest_promise(matter: Matter) -> tuple[object, ...]:
    entry, found = matter.concern, matter.follow_up
    promised = isinstance(entry, Concern | Commitment) and entry.has_promise
    deadline = found.deadline.day if found and found.deadline else date.max
    return not promised, deadline, (found and found.start) or date.max, matter.id


def _oldest_ending(matter: Matter) -> tuple[object, ...]:
    ended = matter.follow_up.ended if matter.follow_up else None
    return (ended and ended.latest) or date.max, matter.id


_KINDS: Mapping[Family, _Kind] = MappingProxyType(
    {
        Family.OPEN: _Kind(
            _("Yang masih terbuka"),
            _("Yang dijanjikan lebih dulu, mulai dari tenggat yang paling lama."),
            _oldest_promise,
        ),
        Family.CLAIMED: _Kind(
            _("Yang dinyatakan selesai"),
            _("Baru klaim. Hanya warga yang dapat membenarkannya."),
            _oldest_ending,
        ),
        Family.ANSWERED: _Kind(
            _("Yang sudah dijawab"),
            _("Jawaban belum tentu membuat masalahnya beres."),
            _oldest_ending,
        ),
    }
)
