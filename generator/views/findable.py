"""What can be found: an entry for every concern, session without one, and page with a name.

An entry holds nothing that its page does not show to everybody.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import field

from generator import urls
from generator.archive import Archive, Matter
from generator.areas import village_name
from generator.language import _
from generator.model import Concern, Place, Session, Theme, WithdrawnConcern
from generator.value import value
from generator.views.concern import badge_of, claimed_by, is_withheld
from generator.views.entries import how_many_sessions
from generator.views.sought import looks, words_of
from generator.views.text import ITEM, blocks
from generator.views.unit_holdings import units_with_a_page
from generator.views.volumes import MOST, Volume, live
from generator.wording import sittings
from generator.wording.days import when
from generator.wording.deadlines import good_until
from generator.wording.names import concern_label, unit_name
from generator.wording.places import venue

BREAK = "¶"
"""Stands between a concern's own words and the answers: no letter, so it is never found itself."""


@value
class Entry:
    """One thing to be found.

    `address` leads there. `text` is searched, and shown around the words that were found; how its
    lines break does not matter. `meta` is searched too, as its weight says (`cari.js`): `title`,
    `u` the unit, `p` the place, `w` the date in words, `k` the kind, `b` the badge where it has
    words of its own, `x` other words to be found by. `filters` narrow a search down, but for `g`:
    the day a badge is good until.
    """

    address: str
    text: str
    meta: Mapping[str, str]
    filters: Mapping[str, tuple[str, ...]] = field(default_factory=dict)


def entries_of(archive: Archive, volume: Volume) -> Iterator[Entry]:
    """Give the entries of a volume's sessions, newest first."""
    theme_words = _ThemeWords(archive.records.registries.themes)
    for session in volume.sessions:
        shared = _Shared(archive, session, theme_words)
        matters = live(archive, session)
        for matter in matters:
            yield shared.concern(matter)
        if not matters:
            yield shared.session()


def page_entries(archive: Archive) -> Iterator[Entry]:
    """Give the entries of pages of themes, programmes, units and areas, at most `MOST` in all.

    Where there are more, villages give way: they are found through what was raised there.
    """
    found = [
        *_themes(archive),
        *_programmes(archive),
        *_units(archive),
        *_areas(archive),
    ]
    return iter(found[:MOST])


class _ThemeWords(dict[tuple[str, ...], str]):
    """What concerns with these themes are found by: the same few go together in thousands."""

    def __init__(self, themes: Mapping[str, Theme]) -> None:
        super().__init__()
        self._themes = themes

    def __missing__(self, themes: tuple[str, ...]) -> str:
        known = (self._themes[key] for key in themes if key in self._themes)
        self[themes] = words = " ".join(word for one in known for word in words_of(one))
        return words


class _Shared:
    """What all entries of a session have in common."""

    def __init__(self, archive: Archive, session: Session, theme_words: _ThemeWords) -> None:
        self._archive = archive
        self._session = session
        registries = archive.records.registries
        self._theme_words = theme_words
        areas = archive.areas_of[session.id]
        names = (area.name for area in areas if not area.village)
        self._words = " ".join((sittings.programme_name(session, registries), *names))
        self._meta = {
            "u": ", ".join(unit_name(key, registries) for key in session.units),
            "p": "; ".join(dict.fromkeys(filter(None, map(_where, session.places)))),
            "w": when(session.date).words,
        }
        self._filters = {
            "satuan": tuple(
                dict.fromkeys(one.id for key in session.units for one in registries.line_of(key))
            ),
            "wilayah": tuple(area.key for area in areas if not area.village),
            "program": (session.programme,),
        }

    def concern(self, matter: Matter) -> Entry:
        """The entry of a concern, or of a promise made to no single one."""
        entry, found = matter.concern, matter.follow_up
        assert found is not None
        assert not isinstance(entry, WithdrawnConcern)
        withheld = is_withheld(entry, self._archive)
        claimed = claimed_by(matter, found, self._archive)
        themes = entry.themes if isinstance(entry, Concern) else ()
        return Entry(
            urls.concern(matter.id),
            _told(matter, withheld=withheld),
            {
                **self._meta,
                "k": concern_label(entry),
                "b": badge_of(matter, found, self._archive).word if claimed else "",
                "x": self._found_by(themes),
            },
            {
                **self._filters,
                "tema": themes,
                "status": looks(found, withheld=withheld),
                "g": tuple(filter(None, [good_until(found)])),
            },
        )

    def session(self) -> Entry:
        """The entry of a session of which no concern can be shown."""
        session, archive = self._session, self._archive
        counted = sittings.count(session, ())
        said = (
            sittings.summary(session, counted, archive.today),
            session.summary or "",
            *session.messages,
            *session.plans,
        )
        return Entry(
            urls.session(session.id),
            _plain(said),
            {
                "title": sittings.name(session, archive.records.registries),
                **self._meta,
                "k": _("Sesi"),
                "x": self._found_by(session.themes),
            },
            {**self._filters, "tema": session.themes},
        )

    def _found_by(self, themes: tuple[str, ...]) -> str:
        return f"{self._words} {self._theme_words[themes]}".rstrip()


def _told(matter: Matter, *, withheld: bool) -> str:
    """A concern's own words, then the answers and what was reported since."""
    entry = matter.concern
    assert not isinstance(entry, WithdrawnConcern)
    answers = entry.given_answers if isinstance(entry, Concern) else ()
    tried = entry.tried if isinstance(entry, Concern) and not withheld else None
    own = _("Isinya ditahan karena terlalu peka") if withheld else entry.text or ""
    later = (
        tried or "",
        *(one.text for one in answers),
        *(one.account or "" for one in matter.outcomes),
    )
    return f"{_plain([own])} {BREAK} {_plain(later)}".strip()


def _where(place: Place) -> str:
    village = village_name(place.village) if place.village else ""
    return ", ".join(filter(None, (venue(place), village)))


def _plain(texts: Iterable[str]) -> str:
    """Several texts one after the other, with the words their pages show."""
    return " ".join([_as_shown(text) for text in texts if text]).replace(BREAK, " ")


def _as_shown(text: str) -> str:
    if ITEM not in text:  # only lists are shown without some of their signs
        return text
    return " ".join(part for block in blocks(text) for part in (block.text, *block.items) if part)


def _themes(archive: Archive) -> Iterator[Entry]:
    for theme in archive.records.registries.themes.values():
        held = len(archive.by_theme.get(theme.id, ()))
        yield Entry(
            urls.theme(theme.id),
            _also_called(theme.synonyms, held),
            {"title": theme.name, "k": _("Tema"), "x": " ".join(words_of(theme))},
        )


def _programmes(archive: Archive) -> Iterator[Entry]:
    for programme in archive.records.registries.programmes.values():
        held = len(archive.by_programme.get(programme.id, ()))
        yield Entry(
            urls.programme(programme.id),
            _also_called(programme.aliases, held),
            {"title": programme.name, "k": _("Program")},
        )


def _units(archive: Archive) -> Iterator[Entry]:
    for unit in units_with_a_page(archive.records).values():
        line = archive.records.registries.line_of(unit.id)
        held = len(archive.by_unit.get(unit.id, ()))
        yield Entry(
            urls.unit(unit.id),
            _also_called(unit.aliases, held),
            {
                "title": unit.name,
                "k": _("Satuan"),
                "p": ", ".join((*unit.area.districts, *unit.area.regencies)),
                "u": ", ".join(one.name for one in line[1:2]),
            },
        )


def _areas(archive: Archive) -> Iterator[Entry]:
    widest_first = sorted(archive.areas.values(), key=lambda one: (len(one.line), one))
    for area in widest_first:
        held = len(archive.by_area.get(area.key, ()))
        yield Entry(
            urls.area(area.key),
            _also_called((), held),
            {
                "title": area.name,
                "k": _("Wilayah"),
                "p": ", ".join(one.name for one in reversed(area.line[:-1])),
            },
        )


def _also_called(names: Iterable[str], held: int) -> str:
    said = ", ".join(names)
    also = _("Disebut juga: {names}.").format(names=said) if said else ""
    sessions = how_many_sessions(held)
    return f"{also} {sessions[:1].upper()}{sessions[1:]}.".strip()
