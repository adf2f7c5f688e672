"""The page of a session: what was raised there, and what became of it."""

from generator import urls
from generator.archive import Archive
from generator.areas import area_of
from generator.language import _
from generator.model import (
    Attendance,
    Place,
    Session,
    WithdrawnSession,
)
from generator.value import value
from generator.views.card import Entry, Tombstone, entry, tombstone
from generator.views.links import Link, area_links, programme_link, theme_links, unit_link
from generator.views.mended import CorrectionLine, corrected, corrections, name_of
from generator.views.report import SourceLine, sources
from generator.views.surroundings import NOTHING, Around
from generator.views.text import Block, blocks, excerpt, in_a_row
from generator.wording import previews, sittings
from generator.wording.days import (
    When,
    hours,
    number,
    people,
    when_with_weekday,
    zone_is_derived,
)
from generator.wording.names import officer_line, partner_line
from generator.wording.places import venue

DESCRIPTION_LENGTH = 170
"""How many letters of a description a chat shows, less those that say what the site is."""


@value
class PlaceLine:
    """Where: `venue` within its village, or "", and the areas it lies in, narrowest first."""

    venue: str
    areas: tuple[Link, ...]


@value
class SessionView:
    """The page of a session.

    `summary` says at once what became of it, `standing` how many concerns stand where. `hours` is
    "" where no time is known, and `zone_derived` says that the source names no zone. `present` is
    how many residents came, in the source's words, and `roles` who they were. `promises` are those
    made to no single concern. `around` is what the page leads on to.
    """

    title: str
    when: When
    hours: str
    zone_derived: bool
    programme: Link
    units: tuple[Link, ...]
    summary: str
    standing: tuple[str, ...]
    mode: str
    places: tuple[PlaceLine, ...]
    officers: tuple[str, ...]
    personnel: str
    present: str
    roles: tuple[str, ...]
    partners: tuple[str, ...]
    themes: tuple[Link, ...]
    account: tuple[Block, ...]
    received: str
    concerns: tuple[Entry, ...]
    promises: tuple[Entry, ...]
    messages: tuple[Block, ...]
    plans: tuple[Block, ...]
    notes: tuple[Block, ...]
    sources: tuple[SourceLine, ...]
    corrections: tuple[CorrectionLine, ...]
    around: Around


@value
class WithdrawnSessionView:
    """What is left of the page of a session that was taken back, and the unit that held it.

    `explained` is the address of the paragraph on withdrawals.
    """

    tombstone: Tombstone
    unit: Link
    explained: str


def session_view(archive: Archive, session: Session, around: Around = NOTHING) -> SessionView:
    """Give the page of a session, with what lies around it."""
    registries = archive.records.registries
    matters = archive.matters_of.get(session.id, ())
    unit = registries.units.get(session.units[0])
    mended = _mended(session)
    told_at: dict[str, str] = {}
    entries = [
        (one, entry(one, archive, told_at, corrected=one.concern.id in mended)) for one in matters
    ]
    promises = {one.id for one in session.commitments}
    counted = sittings.count(session, matters)
    attendance = session.attendance
    return SessionView(
        title=sittings.name(session, registries),
        when=when_with_weekday(session.date),
        hours=hours(session.time, unit.zone if unit else "") if session.time else "",
        zone_derived=session.time is not None and zone_is_derived(session.time),
        programme=programme_link(
            session.programme, sittings.programme_name(session, registries), registries
        ),
        units=tuple(unit_link(key, registries) for key in session.units),
        summary=sittings.summary(session, counted, archive.today),
        standing=sittings.standing(counted),
        mode=sittings.mode_words(session.mode),
        places=tuple(_place(one, session, archive) for one in session.places),
        officers=tuple(map(officer_line, session.officers)),
        personnel="" if session.personnel is None else number(session.personnel),
        present=people(attendance.number) if attendance and attendance.number else "",
        roles=_roles(attendance) if attendance else (),
        partners=tuple(map(partner_line, session.partners)),
        themes=theme_links(session.themes, registries),
        account=blocks(session.summary) if session.summary else (),
        received=sittings.received(session),
        concerns=tuple(made for one, made in entries if one.concern.id not in promises),
        promises=tuple(made for one, made in entries if one.concern.id in promises),
        messages=in_a_row(session.messages),
        plans=in_a_row(session.plans),
        notes=in_a_row(session.notes),
        sources=sources(session.sources),
        corrections=corrections(session, archive),
        around=around,
    )


def withdrawn_view(archive: Archive, session: WithdrawnSession) -> WithdrawnSessionView:
    """Give what is left of the page of a session that was taken back."""
    return WithdrawnSessionView(
        tombstone=tombstone(session.withdrawn, archive),
        unit=unit_link(session.folder, archive.records.registries),
        explained=urls.status_meaning("penarikan"),
    )


def session_title(archive: Archive, session: Session | WithdrawnSession) -> str:
    """Give the title of a session's page, with its date; plain text."""
    if isinstance(session, WithdrawnSession):
        return _("Catatan yang ditarik")
    return name_of(session, archive)


def session_description(archive: Archive, session: Session | WithdrawnSession) -> str:
    """Give a description of a session's page: what came of it, in at most 170 letters."""
    if isinstance(session, WithdrawnSession):
        return _("Catatan di alamat ini sudah ditarik. Halaman ini menyebut kapan dan mengapa.")
    matters = archive.matters_of.get(session.id, ())
    said = previews.of_session(session, matters, archive.records.registries, archive.today)
    return excerpt(said, DESCRIPTION_LENGTH)


def session_anchors(session: Session | WithdrawnSession) -> tuple[str, ...]:
    """Give the ids on a session's page that may be linked to: one for every concern and promise."""
    if isinstance(session, WithdrawnSession):
        return ()
    return tuple(one.id for one in (*session.entries, *session.commitments))


def _roles(attendance: Attendance) -> tuple[str, ...]:
    """Who came, unless the number has said it: `sejumlah warga` with just `warga`."""
    said = attendance.number.text.casefold() if attendance.number else ""
    if len(attendance.roles) == 1 and attendance.roles[0].casefold() in said:
        return ()
    return attendance.roles


def _place(place: Place, session: Session, archive: Archive) -> PlaceLine:
    area = area_of(place, archive.records.registries.units.get(session.units[0]))
    return PlaceLine(venue(place), area_links(archive.atlas(area)) if area else ())


def _mended(session: Session) -> frozenset[str]:
    """The ids of concerns and promises whose words were corrected."""
    return frozenset(filter(None, map(corrected, session.corrections)))
