"""What somebody means who types an id: a session, a concern, or a unit."""

from collections.abc import Iterable, Mapping
from difflib import get_close_matches
from itertools import chain

from slugify import slugify

from generator import urls
from generator.archive import Archive, Matter
from generator.errors import KabarError
from generator.language import _
from generator.model import Session, Unit, WithdrawnSession
from generator.records.nearest import CLOSE_ENOUGH
from generator.wording.days import number

MOST = 3
"""How many ids are offered where none is known, or several are."""

Named = Session | WithdrawnSession | Matter | Unit


class UnknownName(KabarError):
    """No record is called so, or several are; the message offers those that were probably meant."""


def meant(typed: str, archive: Archive) -> Named:
    """Give what is called so.

    Known are a session (`polsek-x/2023-10-20`), a concern or promise in it
    (`polsek-x/2023-10-20#patroli`), both without their unit where only one is called so, and a unit
    by its key or its name; also the address of a page of any of them. A concern of a session that
    was taken back leads to that session. Raises UnknownName.
    """
    name = _without_site(typed.strip().casefold())
    if unit := _unit(name, archive):
        return unit
    full = [name] if "/" in name else _with_this_tail(name, archive)
    found = [one for each in full if (one := _record(each, archive)) is not None]
    if len(found) == 1:
        return found[0]
    if found:
        said = _("`{name}` ada di {count} satuan. Sebut satuannya juga, misalnya {ids}.")
        raise UnknownName(
            said.format(name=typed, count=number(len(full)), ids=_listed(full[:MOST]))
        )
    said = _("Tidak ada sesi, masukan, atau satuan `{name}`.").format(name=typed)
    raise UnknownName(f"{said} {_advice(_near(name, _spellings(name, archive)))}")


def unit_meant(typed: str, archive: Archive) -> Unit:
    """Give the unit with this key or name; raises UnknownName."""
    name = _without_site(typed.strip().casefold())
    if unit := _unit(name, archive):
        return unit
    said = _("Tidak ada satuan `{name}`.").format(name=typed)
    near = _near(name, _units(archive))
    raise UnknownName(f"{said} {_asked(near)}" if near else said)


def identity(address: str) -> str:
    """The id of the session or concern at an address of the site."""
    return address.removeprefix(urls.SESSIONS).replace("/#", "#").removesuffix("/")


def _without_site(name: str) -> str:
    """The id in a full address of the site; everything else as it is."""
    for folder in (urls.SESSIONS, urls.UNITS):
        _site, found, rest = name.partition(f"/{folder}")
        name = rest if found else name
    return identity(name)


def _unit(name: str, archive: Archive) -> Unit | None:
    units = archive.records.registries.units
    return units.get(name) or units.get(slugify(name) if "/" not in name else "")


def _record(name: str, archive: Archive) -> Session | WithdrawnSession | Matter | None:
    session, _sign, concern = name.partition("#")
    held = archive.records.sessions.get(session)
    if concern and isinstance(held, Session):
        return archive.matters.get(name)
    return held


def _with_this_tail(name: str, archive: Archive) -> list[str]:
    known: Iterable[str] = archive.matters if "#" in name else archive.records.sessions
    return [one for one in known if one.partition("/")[2] == name]


def _spellings(name: str, archive: Archive) -> Mapping[str, list[str]]:
    """What could have been typed in place of a name, with the ids each stands for."""
    if "#" not in name and "/" not in name:
        known: Iterable[str] = archive.records.sessions
        return {**_by_tail(known), **_units(archive)}
    known = archive.matters if "#" in name else archive.records.sessions
    if "/" not in name:
        return _by_tail(known)
    session = name.partition("#")[0]
    return {one: [one] for one in known if one.startswith(f"{session}#")} or {
        one: [one] for one in known
    }


def _by_tail(known: Iterable[str]) -> dict[str, list[str]]:
    found: dict[str, list[str]] = {}
    for one in known:
        found.setdefault(one.partition("/")[2], []).append(one)
    return found


def _units(archive: Archive) -> dict[str, list[str]]:
    found: dict[str, list[str]] = {}
    for unit in archive.records.registries.units.values():
        for name in (unit.id, *map(str.casefold, (unit.name, *unit.aliases))):
            found.setdefault(name, []).append(unit.id)
    return found


def _near(name: str, spellings: Mapping[str, list[str]]) -> list[str]:
    close = get_close_matches(name, spellings, n=MOST, cutoff=CLOSE_ENOUGH)
    return list(dict.fromkeys(chain.from_iterable(spellings[one] for one in close)))[:MOST]


def _advice(near: list[str]) -> str:
    return _asked(near) if near else _("Id yang ada terlihat di kabar status dan di alamat situs.")


def _asked(near: list[str]) -> str:
    return _("Maksud Anda {meant}?").format(meant=_listed(near))


def _listed(ids: Iterable[str]) -> str:
    return ", ".join(f"`{each}`" for each in ids)
