"""Keys of programmes, units, themes and reasons that no registry knows."""

from collections.abc import Iterable, Iterator, Mapping
from typing import NamedTuple, TypeAlias

from slugify import slugify

from generator.archive import Archive
from generator.checks.remarks import Remark, check, error
from generator.language import _
from generator.model import Outcome, Session, WithdrawnConcern, WithdrawnOutcome
from generator.records import Kind, Record, Records
from generator.records.names import is_key_like, is_quotable, may_be_personal
from generator.records.nearest import nearest
from generator.records.places import Steps


class Use(NamedTuple):
    """A key used somewhere: in which record and where, of which registry, and the key."""

    record: Record
    path: Steps
    kind: Kind
    key: str


Known: TypeAlias = Mapping[Kind, frozenset[str]]
"""The keys there are, registry by registry."""

# At hand, because they are asked for at every concern (see `followup.table`).
_PROGRAMME, _UNIT, _THEME, _REASON = Kind.PROGRAMME, Kind.UNIT, Kind.THEME, Kind.REASON
_WITHDRAWN = ("ditarik", "alasan")


@check("kunci-tidak-dikenal", stands_alone=True)
def unknown_keys(archive: Archive) -> Iterator[Remark]:
    """Program, satuan, tema, atau alasan yang tidak ada daftarnya.

    Catatan menyebut program, satuan, tema, dan alasan dengan kuncinya. Kunci yang tidak ada di
    data/programs, data/units, data/themes.yml, atau data/reasons.yml membuat catatan hilang dari
    halaman satuan atau temanya, dan warga tidak akan menemukannya.

    Betulkan ejaannya seperti yang disarankan. Kalau memang baru, tambahkan dulu ke daftarnya.
    """
    known = _known(archive)
    keys = {kind: frozenset(entries) for kind, entries in known.items()}
    for use in _unknown(archive.records, keys):
        yield error(
            use.record,
            use.path,
            unknown(use.key, use.kind, known[use.kind]),
            rests_on=(f"{use.kind}/{use.key}",),
        )


def unknown(key: str, kind: Kind, known: Mapping[str, object]) -> str:
    """Say that a key is unknown and which one of a registry was probably meant.

    What is no key, and so may be anything, is repeated only beside the key it means.
    """
    meant = None if may_be_personal(key) else _meant(key, known)
    if meant and not is_quotable(key):
        return _("kunci ini tidak dikenal; maksud Anda `{meant}`?").format(meant=meant)
    if meant:
        return _("`{key}` tidak dikenal; maksud Anda `{meant}`?").format(key=key, meant=meant)
    places = {
        Kind.PROGRAMME: _("nama berkas di data/programs"),
        Kind.UNIT: _("nama berkas di data/units"),
        Kind.THEME: _("kunci di data/themes.yml"),
        Kind.REASON: _("kunci di data/reasons.yml"),
    }
    if not is_key_like(key):
        return _("kunci ini tidak dikenal; pakai {place}").format(place=places[kind])
    return _("`{key}` tidak dikenal; pakai {place}").format(key=key, place=places[kind])


def _meant(key: str, known: Mapping[str, object]) -> str | None:
    """Give the key whose own letters, name or other name come closest."""
    names = {
        name.casefold(): one
        for one, entry in known.items()
        for name in (
            getattr(entry, "name", one),
            *getattr(entry, "aliases", ()),
            *getattr(entry, "synonyms", ()),
        )
    }
    typed = key.casefold()
    if typed in names:
        return names[typed]
    if meant := nearest(slugify(key), known):
        return meant
    meant = nearest(typed, names)
    return names[meant] if meant else None


def _known(archive: Archive) -> Mapping[Kind, Mapping[str, object]]:
    registries = archive.records.registries
    return {
        Kind.PROGRAMME: registries.programmes,
        Kind.UNIT: registries.units,
        Kind.THEME: registries.themes,
        Kind.REASON: registries.reasons,
    }


def uses(records: Records) -> Iterator[Use]:
    """Give every use of a key of a registry in records."""
    nothing = frozenset[str]()
    return _unknown(records, dict.fromkeys((_PROGRAMME, _UNIT, _THEME, _REASON), nothing))


def _unknown(records: Records, known: Known) -> Iterator[Use]:
    """Give every use of a key that is not among the known ones; nearly all are."""
    for session in records.sessions.values():
        if isinstance(session, Session):
            yield from _in_session(session, known)
        else:
            yield from _one(session, _WITHDRAWN, _REASON, session.withdrawn.reason, known)
            yield from _one(session, (), _UNIT, session.folder, known)
    for outcome in records.outcomes.values():
        yield from _one(outcome, (), _UNIT, outcome.folder, known)
        if isinstance(outcome, WithdrawnOutcome):
            yield from _one(outcome, _WITHDRAWN, _REASON, outcome.withdrawn.reason, known)
        elif outcome.reason or outcome.scope:
            yield from _in_outcome(outcome, known)
    yield from _in_registries(records, known)


def _in_session(session: Session, known: Known) -> Iterator[Use]:
    yield from _one(session, ("program",), _PROGRAMME, session.programme, known)
    yield from _list(session, ("satuan",), _UNIT, session.units, known)
    if session.themes:
        yield from _list(session, ("tema",), _THEME, session.themes, known)
    for number, entry in enumerate(session.entries):
        if isinstance(entry, WithdrawnConcern):
            yield from _withdrawal(session, ("masukan", number), entry, known)
            continue
        if entry.themes:
            yield from _list(session, ("masukan", number, "tema"), _THEME, entry.themes, known)
        if entry.withheld:
            yield from _one(session, ("masukan", number, "tahan"), _REASON, entry.withheld, known)
        if entry.awaits:
            yield from _one(session, ("masukan", number, "untuk"), _UNIT, entry.awaits, known)
    for number, commitment in enumerate(session.commitments):
        if isinstance(commitment, WithdrawnConcern):
            yield from _withdrawal(session, ("komitmen", number), commitment, known)


def _withdrawal(
    session: Session, path: Steps, entry: WithdrawnConcern, known: Known
) -> Iterable[Use]:
    return _one(session, (*path, *_WITHDRAWN), _REASON, entry.withdrawn.reason, known)


def _in_outcome(outcome: Outcome, known: Known) -> Iterator[Use]:
    if outcome.reason:
        yield from _one(outcome, ("alasan",), _REASON, outcome.reason, known)
    if scope := outcome.scope:
        if scope.programme:
            yield from _one(outcome, ("cakupan", "program"), _PROGRAMME, scope.programme, known)
        yield from _list(outcome, ("cakupan", "tema"), _THEME, scope.themes, known)
        yield from _list(outcome, ("cakupan", "satuan"), _UNIT, scope.units, known)


def _in_registries(records: Records, known: Known) -> Iterator[Use]:
    for programme in records.registries.programmes.values():
        if programme.parent:
            yield from _one(programme, ("induk",), _PROGRAMME, programme.parent, known)
    for unit in records.registries.units.values():
        if unit.parent:
            yield from _one(unit, ("induk",), _UNIT, unit.parent, known)
        if unit.successor:
            yield from _one(unit, ("penerus",), _UNIT, unit.successor, known)


def _one(record: Record, path: Steps, kind: Kind, key: str, known: Known) -> Iterable[Use]:
    return () if key in known[kind] else (Use(record, path, kind, key),)


def _list(
    record: Record, path: Steps, kind: Kind, keys: tuple[str, ...], known: Known
) -> Iterable[Use]:
    if known[kind].issuperset(keys):
        return ()
    of_kind = known[kind]
    return [
        Use(record, (*path, number), kind, key)
        for number, key in enumerate(keys)
        if key not in of_kind
    ]


@check("pelaku-tidak-dikenal", stands_alone=True)
def unknown_actors(archive: Archive) -> Iterator[Remark]:
    """Yang bertindak (`oleh`) mirip kunci satuan, tetapi bukan.

    `oleh` berisi kunci satuan atau nama mitra. Kunci yang salah ketik akan terbaca sebagai nama
    mitra, sehingga kabar itu tidak muncul di halaman satuannya.

    Betulkan ejaannya seperti yang disarankan.
    """
    units = archive.records.registries.units
    for outcome in archive.outcomes:
        by = outcome.by
        if by is None or by in units or may_be_personal(by):
            continue
        if " " not in by and (meant := nearest(by, units)):
            message = _("`{key}` tidak dikenal; maksud Anda `{meant}`?").format(key=by, meant=meant)
            yield error(outcome, ("oleh",), message, rests_on=(f"{Kind.UNIT}/{by}",))
