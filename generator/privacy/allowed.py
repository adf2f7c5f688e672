"""The few contact details and names that may stand in a text."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from functools import cached_property

from generator.model import Unit

_EMERGENCY = frozenset({"110", "112"})
_WORD = re.compile("[a-z]+")
_NOT_A_DIGIT = re.compile(r"\D+")
_ADDRESS_HEAD = re.compile(r"^(?:https?://)?(?:www\.|m\.)?")


@dataclass(frozen=True)
class Allowed:
    """What may stand: telephone numbers as digits from the national 0 on, the rest in lower case.

    `names` are full names of officers in function, in one record or everywhere; `places` are words
    of the names of units and of their areas.
    """

    telephones: frozenset[str] = _EMERGENCY
    contacts: frozenset[str] = frozenset()
    names: frozenset[str] = frozenset()
    places: frozenset[str] = frozenset()

    def with_names(self, names: Iterable[str]) -> "Allowed":
        """Allow these names too: those a record lists under `petugas`."""
        more = frozenset(" ".join(name.lower().split()) for name in names) - {""}
        return replace(self, names=self.names | more) if more else self

    def telephone(self, digits: str) -> bool:
        """Whether a telephone number may stand, written with or without country code."""
        return national(digits) in self.telephones

    def contact(self, address: str) -> bool:
        """Whether a mail address, handle or link may stand."""
        return plain_contact(address) in self.contacts

    @cached_property
    def name_words(self) -> frozenset[str]:
        """Every word of the names that may stand."""
        return frozenset(word for name in self.names for word in _WORD.findall(name))


def allowances(units: Iterable[Unit]) -> Allowed:
    """Give what the units' `kanal_resmi` lets stand everywhere, 110 and 112 included."""
    units = tuple(units)
    addresses = [channel.address for unit in units for channel in unit.channels]
    numbers = {national(_NOT_A_DIGIT.sub("", one)) for one in addresses}
    return Allowed(
        telephones=_EMERGENCY | {one for one in numbers if one},
        contacts=frozenset(plain_contact(one) for one in addresses),
        places=frozenset(word for unit in units for word in _place_words(unit)),
    )


def _place_words(unit: Unit) -> Iterator[str]:
    area = unit.area
    for name in (unit.name, *unit.aliases, *area.provinces, *area.regencies, *area.districts):
        yield from _WORD.findall(name.lower())


def national(digits: str) -> str:
    """Give a telephone number from its 0 on: 0812... for 62812... and 0062812..."""
    for prefix in ("0062", "62"):
        if digits.startswith(prefix) and len(digits) > len(prefix) + 6:
            return f"0{digits.removeprefix(prefix).removeprefix('0')}"
    return digits


def plain_contact(address: str) -> str:
    """Give an address as it is compared: lower case, without scheme, leading @ and last slash."""
    return _ADDRESS_HEAD.sub("", address.strip().lower()).removeprefix("@").rstrip("/")
