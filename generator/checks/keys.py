"""Keys of programmes, units, themes and reasons that no registry knows."""

from collections.abc import Iterable, Iterator, Mapping
from typing import NamedTuple

from slugify import slugify

from generator.archive import Archive
from generator.checks.remarks import Remark, check, error
from generator.language import _
from generator.model import Concern, Outcome, Session, WithdrawnConcern
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


@check("kunci-tidak-dikenal", stands_alone=True)
def unknown_keys(archive: Archive) -> Iterator[Remark]:
    """Program, satuan, tema, atau alasan yang tidak ada daftarnya.

    Catatan menyebut program, satuan, tema, dan alasan dengan kuncinya. Kunci yang tidak ada di
    data/programs, data/units, data/themes.yml, atau data/reasons.yml membuat catatan hilang dari
    halaman satuan atau temanya, dan warga tidak akan menemukannya.

    Betulkan ejaannya seperti yang disarankan. Kalau memang baru, tambahkan dulu ke daftarnya.
    """
    known = _known(archive)
    for use in uses(archive.records):
        if use.key not in known[use.kind]:
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
    for session in records.sessions.values():
        if isinstance(session, Session):
            yield from _in_session(session)
        else:
            yield Use(session, ("ditarik", "alasan"), Kind.REASON, session.withdrawn.reason)
            yield Use(session, (), Kind.UNIT, session.folder)
    for outcome in records.outcomes.values():
        yield Use(outcome, (), Kind.UNIT, outcome.folder)
        if isinstance(outcome, Outcome):
            yield from _in_outcome(outcome)
        else:
            yield Use(outcome, ("ditarik", "alasan"), Kind.REASON, outcome.withdrawn.reason)
    yield from _in_registries(records)


def _in_session(session: Session) -> Iterator[Use]:
    yield Use(session, ("program",), Kind.PROGRAMME, session.programme)
    yield from _list(session, ("satuan",), Kind.UNIT, session.units)
    yield from _list(session, ("tema",), Kind.THEME, session.themes)
    for number, entry in enumerate(session.entries):
        path: Steps = ("masukan", number)
        if isinstance(entry, Concern):
            yield from _list(session, (*path, "tema"), Kind.THEME, entry.themes)
            if entry.withheld:
                yield Use(session, (*path, "tahan"), Kind.REASON, entry.withheld)
            if entry.awaits:
                yield Use(session, (*path, "untuk"), Kind.UNIT, entry.awaits)
        else:
            yield _withdrawal(session, path, entry)
    for number, commitment in enumerate(session.commitments):
        if isinstance(commitment, WithdrawnConcern):
            yield _withdrawal(session, ("komitmen", number), commitment)


def _withdrawal(session: Session, path: Steps, entry: WithdrawnConcern) -> Use:
    return Use(session, (*path, "ditarik", "alasan"), Kind.REASON, entry.withdrawn.reason)


def _in_outcome(outcome: Outcome) -> Iterator[Use]:
    if outcome.reason:
        yield Use(outcome, ("alasan",), Kind.REASON, outcome.reason)
    if outcome.scope:
        if outcome.scope.programme:
            yield Use(outcome, ("cakupan", "program"), Kind.PROGRAMME, outcome.scope.programme)
        yield from _list(outcome, ("cakupan", "tema"), Kind.THEME, outcome.scope.themes)
        yield from _list(outcome, ("cakupan", "satuan"), Kind.UNIT, outcome.scope.units)


def _in_registries(records: Records) -> Iterator[Use]:
    for programme in records.registries.programmes.values():
        if programme.parent:
            yield Use(programme, ("induk",), Kind.PROGRAMME, programme.parent)
    for unit in records.registries.units.values():
        if unit.parent:
            yield Use(unit, ("induk",), Kind.UNIT, unit.parent)
        if unit.successor:
            yield Use(unit, ("penerus",), Kind.UNIT, unit.successor)


def _list(record: Record, path: Steps, kind: Kind, keys: Iterable[str]) -> Iterator[Use]:
    for number, key in enumerate(keys):
        yield Use(record, (*path, number), kind, key)


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
