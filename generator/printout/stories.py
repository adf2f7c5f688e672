"""The story of a session or of one concern, said in lines as its page tells it."""

from collections.abc import Iterator

from generator.archive import Archive, Matter
from generator.language import _
from generator.model import Session, WithdrawnSession
from generator.printout.cards import card_lines, tombstone_lines
from generator.printout.layout import GAP, Line, heading, paragraphs, title
from generator.printout.reports import correction_lines, source_lines
from generator.views import card
from generator.views.card import Entry
from generator.views.session import PlaceLine, SessionView, session_view, withdrawn_view
from generator.views.text import Block
from generator.wording.days import when_day


def story_lines(named: Session | WithdrawnSession | Matter, archive: Archive) -> Iterator[Line]:
    """Tell the whole story of what `meant` found."""
    match named:
        case Session():
            yield from _session(session_view(archive, named), named.id, archive)
        case WithdrawnSession():
            yield from _withdrawn(named, archive)
        case Matter():
            yield from _concern(named, archive)


def _session(view: SessionView, identity: str, archive: Archive) -> Iterator[Line]:
    yield from _head(view, identity, archive)
    yield GAP
    yield Line(view.summary)
    yield from (Line(said, 1, "- ") for said in view.standing)
    yield GAP
    yield from (Line(words, 0, f"{label}: ") for label, words in _facts(view) if words)
    yield from _prose(_("Ringkasan"), view.account)
    yield from _entries(_("Masukan warga"), view.concerns, identity)
    yield from _entries(_("Janji dalam sesi ini"), view.promises, identity)
    yield from _prose(_("Pesan polisi, bukan jawaban atas masukan warga"), view.messages)
    yield from _prose(_("Baru rencana, bukan hasil"), view.plans)
    yield from _prose(_("Catatan sesi"), view.notes)
    if view.corrections:
        yield GAP
        yield heading(_("Yang sudah dibetulkan"))
        yield from correction_lines(view.corrections, 0)
    if view.sources:
        yield GAP
        yield heading(_("Sumber"))
        yield from source_lines(view.sources, 0)


def _concern(matter: Matter, archive: Archive) -> Iterator[Line]:
    view = session_view(archive, matter.session)
    anchor = matter.concern.id
    listed = next(one for one in (*view.concerns, *view.promises) if one.anchor == anchor)
    corrected = listed.card is not None and listed.card.corrected
    yield from _head(view, matter.session.id, archive)
    yield GAP
    # Made anew: what the page tells at another concern is told here.
    yield from _entry(card.entry(matter, archive, {}, corrected=corrected), matter.session.id)


def _withdrawn(session: WithdrawnSession, archive: Archive) -> Iterator[Line]:
    view = withdrawn_view(archive, session)
    yield title(_("Sesi yang ditarik dari situs"))
    yield Line(session.id)
    yield Line(view.unit.words)
    yield GAP
    yield from tombstone_lines(view.tombstone, 0)


def _head(view: SessionView, identity: str, archive: Archive) -> Iterator[Line]:
    yield title(view.title)
    held = ", ".join(filter(None, (view.when.words, view.hours)))
    yield Line(identity)
    yield Line(f"{held}. {', '.join(one.words for one in view.units)}.")
    yield Line(_("Keadaan per {day}").format(day=when_day(archive.today).words))


def _facts(view: SessionView) -> Iterator[tuple[str, str]]:
    yield _("Nama program"), view.programme.words
    yield _("Tempat sesi"), "; ".join(map(_place, view.places))
    if view.zone_derived:
        yield _("Zona waktu"), _("menurut wilayah satuan; sumbernya tidak menyebut zona")
    yield _("Cara"), view.mode
    yield _("Petugas sesi"), "; ".join(view.officers)
    yield _("Jumlah polisi yang hadir"), view.personnel
    yield _("Hadir"), ": ".join(filter(None, (view.present, ", ".join(view.roles))))
    yield _("Mitra"), "; ".join(view.partners)
    yield _("Tema sesi"), ", ".join(one.words for one in view.themes)
    yield _("Jumlah masukan"), view.received


def _place(place: PlaceLine) -> str:
    return ", ".join(filter(None, (place.venue, *(one.words for one in place.areas))))


def _prose(said: str, blocks: tuple[Block, ...]) -> Iterator[Line]:
    if blocks:
        yield GAP
        yield heading(said)
        yield from paragraphs(blocks, 0)


def _entries(said: str, entries: tuple[Entry, ...], session: str) -> Iterator[Line]:
    if entries:
        yield GAP
        yield heading(said)
    for one in entries:
        yield GAP
        yield from _entry(one, session)


def _entry(one: Entry, session: str) -> Iterator[Line]:
    yield Line(f"{session}#{one.anchor}")
    if one.card:
        yield from card_lines(one.card, session)
    elif one.tombstone:
        yield Line(_("Masukan ini ditarik dari situs."), 1)
        yield from tombstone_lines(one.tombstone, 1)
