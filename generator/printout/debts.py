"""What is owed, said in lines for a terminal."""

from collections.abc import Iterable, Iterator

from generator.archive import Archive, Matter
from generator.language import _
from generator.model import Session
from generator.printout.layout import GAP, Line, heading, in_brackets, title
from generator.printout.owing import Only, Owing
from generator.printout.telling import telling
from generator.views.concern import concern_line
from generator.views.entries import how_many_sessions, session_line
from generator.views.standing import standing
from generator.wording.badges import Mark, mark_badge
from generator.wording.days import number, when_day
from generator.wording.next_step import Next, what_is_next


def debt_lines(owing: Owing, archive: Archive, most: int | None) -> Iterator[Line]:
    """Say how many concerns stand where and what is owed, at most so many debts."""
    yield title(_heading(owing, archive))
    yield from _body(owing, archive, most, "--all")


def unit_lines(owing: Owing, archive: Archive, most: int | None) -> Iterator[Line]:
    """Say what a unit is, and what it and the units under it owe."""
    unit = owing.unit
    if unit is None:
        return
    above = archive.records.registries.line_of(unit.id)[1:]
    yield title(unit.name)
    yield Line(unit.id)
    if above:
        yield Line(_("Di bawah {units}.").format(units=", ".join(one.name for one in above)))
    yield Line(_heading(owing, archive))
    yield Line(_held(unit.id, archive))
    yield from _body(owing, archive, most, f"kabar status --unit {unit.id} --all")


def _held(unit: str, archive: Archive) -> str:
    said = how_many_sessions(len(archive.by_unit.get(unit, ())))
    return f"{said[:1].upper()}{said[1:]}."


def _heading(owing: Owing, archive: Archive) -> str:
    day = when_day(owing.today).words
    if owing.unit is None:
        return _("Keadaan per {day}").format(day=day)
    units = archive.records.registries.units.values()
    said = _("Keadaan per {day}: {unit}")
    if any(one.parent == owing.unit.id for one in units):
        said = _("Keadaan per {day}: {unit} dan satuan di bawahnya")
    return said.format(day=day, unit=owing.unit.name)


def _body(owing: Owing, archive: Archive, most: int | None, to_see_all: str) -> Iterator[Line]:
    yield from _counts(owing)
    if owing.debts:
        yield GAP
        yield heading(_how_many(owing))
    elif owing.tally.asked or not owing.only.asks_for_all:
        yield GAP
        yield Line(_how_many(owing))
    yield from _debts(owing.debts[:most], archive)
    yield from _more(len(owing.debts), most, to_see_all)
    if owing.unreported:
        count = number(len(owing.unreported))
        yield GAP
        yield heading(_("Laporan sesi belum terbit: {count}").format(count=count))
        yield from _unreported(owing.unreported[:most], archive)
        yield from _more(len(owing.unreported), most, to_see_all)
    if owing.debts or owing.unreported:
        yield GAP
        yield Line(_("Cerita lengkapnya: kabar show, lalu id di atas."))


def _counts(owing: Owing) -> Iterator[Line]:
    """Give each family a row of its own: they stand side by side and are never added."""
    said = standing(owing.tally)
    yield GAP
    yield Line(said.asked)
    if not said.is_empty:
        label = max(len(one.label) for one in said.lines)
        count = max(len(one.count) for one in said.lines)
        for one in said.lines:
            words = "; ".join(filter(None, (one.meaning, one.details)))
            yield Line(words, 1, f"{one.count:>{count}}  {one.label:<{label}}  ")
    if said.outside:
        yield Line(said.outside)


def _how_many(owing: Owing) -> str:
    count = len(owing.debts)
    match owing.only, count:
        case Only(overdue=True, owed=True), 0:
            said = _("Tidak ada yang lewat tenggat dan juga belum ada kabarnya.")
        case Only(overdue=True), 0:
            said = _("Tidak ada yang lewat tenggat.")
        case Only(owed=True), 0:
            said = _("Tidak ada utang lapor-balik.")
        case _any, 0:
            said = _("Tidak ada masukan atau janji yang ditunggu kabarnya.")
        case Only(overdue=True, owed=True), _any:
            said = _("Lewat tenggat dan belum ada kabarnya: {count}, yang paling lama di atas")
        case Only(overdue=True), _any:
            said = _("Lewat tenggat: {count}, yang paling lama di atas")
        case Only(owed=True), _any:
            said = _("Utang lapor-balik: {count}, yang paling lama di atas")
        case _:
            said = _("Yang masih ditunggu: {count}, yang paling lama di atas")
    return said.format(count=number(count))


def _debts(debts: Iterable[Matter], archive: Archive) -> Iterator[Line]:
    for debt in debts:
        line, told = concern_line(archive, debt), telling(debt, archive)
        if line is None or told is None:  # withdrawn: on no list
            continue
        yield GAP
        yield Line(debt.id)
        said = _("{label}, {day}: {text}")
        yield Line(said.format(label=line.label, day=line.when.words, text=line.text), 1)
        late = mark_badge(Mark.LATE)  # `due` says since when
        marks = in_brackets(line.badge, *(one for one in line.marks if one != late))
        yield Line(f"{marks} {line.due or _('tanpa tenggat')}", 1)
        yield Line(_what_is_next(what_is_next(told)), 1)


def _what_is_next(following: Next) -> str:
    """Say who is to do what; by when has been said."""
    return f"{following.who} {following.what}." if following.who else following.what


def _unreported(sessions: Iterable[Session], archive: Archive) -> Iterator[Line]:
    for session in sessions:
        line = session_line(archive, session)
        yield GAP
        yield Line(session.id)
        yield Line(f"{line.name}, {line.when.words}. {line.by}.", 1)


def _more(count: int, most: int | None, to_see_all: str) -> Iterator[Line]:
    if most is not None and count > most:
        said = _("... dan {count} lagi (pakai {command})")
        yield GAP
        yield Line(said.format(count=number(count - most), command=to_see_all))
