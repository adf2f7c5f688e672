"""The poster a hall can hang: what was said, promised and done, and what is still awaited."""

from collections.abc import Iterator
from functools import partial

from generator import urls
from generator.archive import Archive, Matter
from generator.figures import family, tally
from generator.followup import FollowUp
from generator.language import _
from generator.model import Commitment, Concern
from generator.page import Page
from generator.remembered import remembered
from generator.status import Family
from generator.value import value
from generator.views.concern import badge_of, is_withheld
from generator.views.halls import Hall
from generator.views.standing import Standing, standing
from generator.views.text import excerpt
from generator.views.told_briefly import done_briefly, promised_briefly
from generator.wording.badges import Badge, Mark, mark_badge
from generator.wording.days import When, number, when, when_day
from generator.wording.deadlines import due_briefly
from generator.wording.next_step import what_is_next
from generator.wording.telling import Telling, as_sentence

TEXT_LENGTH = 96
PROMISE_LENGTH = 60
CELL_LENGTH = 96

# A page is only so tall, so what fits on it is reckoned in millimetres: for type as wide as any
# that a printer without the usual letters falls back to.
_ROOM, _NAME_LINE, _ABOVE_LINE = 192.0, 10.0, 5.0
_EDGE, _LINE, _CELL_LINE = 20.0, 6.4, 4.9
_NAME_LETTERS, _ABOVE_LETTERS, _LETTERS, _CELL_LETTERS = 30, 72, 46, 23


@value
class PosterItem:
    """One concern: what was said and when, its badge, and one cell each for the other three.

    `due` is the deadline as a short sentence, or "".
    """

    text: str
    when: When
    badge: Badge
    marks: tuple[Badge, ...]
    promised: str
    done: str
    awaited: str
    due: str


@value
class PosterView:
    """The poster of a unit or a village.

    `above` is what it is part of, `page` the address of its page, `sheet` that of its sheet.
    `as_of` is the day of which all is true. `items` are the newest that fit on one page of A4;
    `more` says how many there are besides, or "". `standing` counts all of them by family.
    """

    name: str
    above: str
    page: str
    sheet: str
    as_of: When
    standing: Standing
    items: tuple[PosterItem, ...]
    more: str


def pages(archive: Archive, hall: Hall) -> Iterator[Page]:
    """The poster of a unit or a village."""
    yield Page(
        address=urls.poster(hall.key),
        section=hall.section,
        template="poster.html",
        title=_("Poster: {hall}").format(hall=hall.full_name),
        description=_(
            "Poster satu halaman untuk {hall}: yang disampaikan warga, yang dijanjikan, "
            "yang sudah dikerjakan, dan yang masih ditunggu."
        ).format(hall=hall.name),
        view=partial(_view, archive, hall),
        trail=hall.trail,
    )


def _view(archive: Archive, hall: Hall) -> PosterView:
    items = tuple(_that_fit(_items(archive, hall.matters), _room(hall)))
    counted = tally(hall.matters)
    left = counted.asked - len(items)
    return PosterView(
        name=hall.name,
        above=hall.above,
        page=hall.page,
        sheet=urls.ask_back(hall.key),
        as_of=when_day(archive.today),
        standing=standing(counted),
        items=items,
        more=_("Masih ada {count} hal lain. Semuanya dapat dibaca di alamat ini.").format(
            count=number(left)
        )
        if left
        else "",
    )


def _items(archive: Archive, matters: tuple[Matter, ...]) -> Iterator[PosterItem]:
    """The newest first. What is kept back is only counted: a wall is no place for it."""
    for matter in matters:
        entry, found = matter.concern, matter.follow_up
        if found is None or not isinstance(entry, Concern | Commitment):
            continue
        if family(found.status) is Family.OUTSIDE or is_withheld(entry, archive):
            continue
        yield _item(matter, entry, found, archive)


@remembered(1_000)
def _item(
    matter: Matter, entry: Concern | Commitment, found: FollowUp, archive: Archive
) -> PosterItem:
    registries, unit = archive.records.registries, matter.session.units[0]
    following = what_is_next(Telling(entry, found, matter.outcomes, registries, unit))
    awaited = f"{following.who or _('Tidak ada.')} {following.what}"
    return PosterItem(
        text=excerpt(entry.text or "", TEXT_LENGTH),
        when=when(matter.session.date),
        badge=badge_of(matter, found, archive),
        marks=(mark_badge(Mark.DISPUTED),) if found.disputed else (),
        promised=excerpt(promised_briefly(entry, PROMISE_LENGTH), CELL_LENGTH),
        done=excerpt(done_briefly(matter, found, archive, CELL_LENGTH), CELL_LENGTH),
        awaited=excerpt(_sentence(awaited), CELL_LENGTH),
        due=_sentence(due_briefly(found, entry)),
    )


def _room(hall: Hall) -> float:
    name = _NAME_LINE * _lines(hall.name, _NAME_LETTERS)
    return _ROOM - name - _ABOVE_LINE * _lines(hall.above, _ABOVE_LETTERS)


def _that_fit(items: Iterator[PosterItem], room: float) -> Iterator[PosterItem]:
    for one in items:
        cells = (one.promised, one.done, f"{one.awaited} {one.due}")
        room -= _EDGE + _LINE * _lines(one.text, _LETTERS)
        room -= _CELL_LINE * max(_lines(cell, _CELL_LETTERS) for cell in cells)
        if room < 0:
            return
        yield one


def _lines(words: str, letters: int) -> int:
    return -(-len(words) // letters)


def _sentence(words: str) -> str:
    return as_sentence(words[0].upper() + words[1:]) if words else ""
