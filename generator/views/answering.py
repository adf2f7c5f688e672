"""How residents answer back: the unit's official channels, the unit above, and doors outside.

The site has no server and takes nothing in: it opens the reader's own WhatsApp, SMS or mail with
the address of the concern written in, and nothing else. Numbers are those of `kanal_resmi` only.
"""

import re
from collections.abc import Iterator, Mapping
from functools import lru_cache
from types import MappingProxyType
from urllib.parse import quote

from generator import urls
from generator.archive import Matter
from generator.followup import FollowUp
from generator.language import _
from generator.model import Commitment, Concern, OfficialChannel, Unit
from generator.model.words import OfficialChannelKind
from generator.records import Registries
from generator.remembered import remembered
from generator.status import Status
from generator.value import value
from generator.views.channels import called, link
from generator.wording.doors import DoorLine, Topic, doors, topic

_Line = tuple[tuple[int, str, tuple[OfficialChannel, ...]], ...]
_MOBILE = re.compile(r"\+628[0-9]+", re.ASCII)


@value
class Way:
    """One way to write or call: `words` are pressed to open `link`.

    Where `is_written` the link ends where the percent-encoded address of the concern goes.
    """

    words: str
    link: str
    is_written: bool


@value
class Answering:
    """How to answer back to one concern.

    `label` is what is pressed to see it, `how` says where to turn and leads over to the `ways`, ()
    where the unit has no channel. `effect` says what an objection does, "" where nothing has ended.
    `above` leads past the unit; where it is None, `above_page` and `above_name` are the page of the
    unit above, or "". `doors` lead outside.
    """

    label: str
    how: str
    effect: str
    ways: tuple[Way, ...]
    above: Way | None
    above_page: str
    above_name: str
    doors: tuple[DoorLine, ...]


def answering(
    matter: Matter, entry: Concern | Commitment, found: FollowUp, registries: Registries
) -> Answering:
    """Give the ways to answer back to a concern; past the unit too where an ending is doubted."""
    key = entry.awaits if isinstance(entry, Concern) and entry.awaits else matter.session.units[0]
    return _answering(registries.units.get(key), found.status, topic(entry), registries)


@remembered(2_000)
def _answering(
    unit: Unit | None, status: Status, about: Topic, registries: Registries
) -> Answering:
    label, effect, message = _SAID.get(status, _OPEN)
    line = _line(unit.id, registries) if unit else ()
    reach = tuple([(place, one.name, one.channels) for place, one in enumerate(line)])
    ways, above = _reached(reach, _(message))
    superior = line[1] if status.is_ending and above is None and line[1:] else None
    return Answering(
        label=_(label),
        how=_(_HOW if ways else _NO_CHANNEL),
        effect=_(effect) if effect else "",
        ways=ways,
        above=above if status.is_ending else None,
        above_page=urls.unit(superior.id) if superior else "",
        above_name=superior.name if superior else "",
        doors=() if status is Status.NOTED else doors(about),
    )


_HOW = _("Sampaikan di sesi berikutnya, kepada Bhabinkamtibmas, atau lewat:")
_NO_CHANNEL = _("Sampaikan di sesi berikutnya atau kepada Bhabinkamtibmas.")
_OPEN = (_("Menanggapi ini"), "", _("Menanggapi: "))
_DOUBT = (
    _("Belum benar? Menanggapi ini"),
    _("Sanggahan yang dicatat membuka urusan ini lagi."),
    _("Belum benar: "),
)
_AGAINST = (
    _("Tidak setuju? Menanggapi ini"),
    _("Sanggahan dicatat, dan terlihat belum dijawab sampai ada jawabannya."),
    _("Tidak setuju: "),
)
_SAID: Mapping[Status, tuple[str, str, str]] = MappingProxyType(
    {
        Status.ANSWERED: _DOUBT,
        Status.CLAIMED: _DOUBT,
        Status.CONFIRMED: _DOUBT,
        Status.MERGED: _DOUBT,
        Status.RETRACTED: _DOUBT,
        Status.REFUSED: _AGAINST,
    }
)
"""What is pressed, what an objection does, and how the message begins; `_OPEN` for all else."""


def _line(key: str, registries: Registries) -> tuple[Unit, ...]:
    """The unit that would hear of it and those above it; a unit that is gone has its successor."""
    seen: set[str] = set()
    while (unit := registries.units.get(key)) and unit.successor and key not in seen:
        seen.add(key)
        key = unit.successor
    return registries.line_of(key)


@lru_cache(maxsize=4_000)
def _reached(line: _Line, message: str) -> tuple[tuple[Way, ...], Way | None]:
    """Give the nearest way of each kind, and the first past the unit that is none of them."""
    nearest: dict[str, Way] = {}
    past: list[Way] = []
    for place, name, channels in line:
        for kind, way in _ways(channels, quote(message), of=name if place else ""):
            if place:
                past.append(way)
            nearest.setdefault(kind, way)
    ways = tuple(nearest.values())
    return ways, next((way for way in past if way not in ways), None)


def _ways(
    channels: tuple[OfficialChannel, ...], message: str, of: str
) -> Iterator[tuple[str, Way]]:
    for channel in channels:
        pressed = link(channel)
        if not pressed:
            continue
        where = f"{channel.address} ({of})" if of else channel.address
        match channel.kind:
            case OfficialChannelKind.WHATSAPP:
                yield "WhatsApp", Way(f"WhatsApp {where}", f"{pressed}?text={message}", True)
            case OfficialChannelKind.MAIL:
                subject = quote(_("Kabar Balik"))
                written = f"{pressed}?subject={subject}&body={message}"
                yield "mail", Way(_("Surel {where}").format(where=where), written, True)
            case OfficialChannelKind.TELEPHONE:
                yield from _by_telephone(channel, pressed, where, message)


def _by_telephone(
    channel: OfficialChannel, pressed: str, where: str, message: str
) -> Iterator[tuple[str, Way]]:
    """A mobile number takes messages too (RFC 5724); a landline and 110 are only called."""
    number = called(channel)
    if _MOBILE.fullmatch(number):
        yield "SMS", Way(_("SMS {where}").format(where=where), f"sms:{number}?body={message}", True)
    yield "telephone", Way(_("Telepon {where}").format(where=where), pressed, False)
