"""The neutral doors outside a unit, by what a concern is about: where, what for, in which order.

They are other bodies with rules of their own; naming them endorses nothing. The site is connected
to none of them.
"""

from collections.abc import Mapping
from dataclasses import replace
from enum import StrEnum
from functools import cache
from types import MappingProxyType

from generator.language import _
from generator.model import Authority, Commitment, Concern
from generator.value import value


class Door(StrEnum):
    """A body that hears complaints about public service or about officers."""

    LAPOR = "lapor"
    OMBUDSMAN = "ombudsman"
    PROPAM = "propam"


@value
class DoorLine:
    """One door: its name, its page, what it is for, and the short number to call, or ""."""

    name: str
    address: str
    purpose: str
    number: str = ""


class Topic(StrEnum):
    """What decides which doors are shown."""

    OTHER_BODY = "kewenangan instansi lain"
    OFFICERS = "menyangkut petugas"
    SERVICE = "pelayanan polisi"
    ANYTHING = "selebihnya"


_DOORS: Mapping[Door, DoorLine] = MappingProxyType(
    {
        Door.LAPOR: DoorLine(
            _("LAPOR!"), "https://www.lapor.go.id/", _("pengaduan layanan pemerintah")
        ),
        Door.OMBUDSMAN: DoorLine(
            _("Ombudsman RI"),
            "https://ombudsman.go.id/",
            _("layanan lambat atau ditolak"),
            "137",
        ),
        Door.PROPAM: DoorLine(
            _("Propam Polri"), "https://yanduan.propam.polri.go.id/", _("perilaku anggota polisi")
        ),
    }
)

_BY_TOPIC: Mapping[Topic, tuple[tuple[Door, ...], str]] = MappingProxyType(
    {
        Topic.OTHER_BODY: (
            (Door.LAPOR, Door.OMBUDSMAN),
            "LAPOR! passes a complaint on to the body it belongs to (Perpres 76/2013).",
        ),
        Topic.OFFICERS: (
            (Door.PROPAM, Door.OMBUDSMAN),
            "Propam looks into officers (Perpol 7/2022); the Ombudsman stands outside the police.",
        ),
        Topic.SERVICE: (
            (Door.OMBUDSMAN, Door.PROPAM),
            "Poor or refused service is maladministration (UU 37/2008); it may be conduct as well.",
        ),
        Topic.ANYTHING: (
            (Door.OMBUDSMAN, Door.LAPOR),
            "What a unit owes is a public service (UU 25/2009); the Ombudsman hears of delays.",
        ),
    }
)
"""Which doors, the nearest to the matter first, and why: the one place that decides it."""

_ABOUT_OFFICERS = "menyangkut-petugas"
"""The reason for keeping a text back that says it is about an officer (data/reasons.yml)."""

_ABOUT_SERVICE = "pelayanan-polisi"
"""The theme of how the police serve (data/themes.yml)."""


def topic(entry: Concern | Commitment) -> Topic:
    """Say what kind of matter a concern is, for the doors."""
    if isinstance(entry, Commitment):
        return Topic.ANYTHING
    if entry.withheld == _ABOUT_OFFICERS:
        return Topic.OFFICERS
    if entry.authority is Authority.OTHER_BODY:
        return Topic.OTHER_BODY
    return Topic.SERVICE if _ABOUT_SERVICE in entry.themes else Topic.ANYTHING


@cache
def doors(about: Topic) -> tuple[DoorLine, ...]:
    """Give the doors for a matter, the nearest first."""
    lines = (_DOORS[door] for door in _BY_TOPIC[about][0])
    return tuple(replace(one, name=_(one.name), purpose=_(one.purpose)) for one in lines)
