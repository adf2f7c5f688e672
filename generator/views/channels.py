"""The official ways to reach a unit: its own first, then those of the units above it."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType

from generator.archive import Registries
from generator.language import _
from generator.model import OfficialChannel
from generator.model.words import OfficialChannelKind

_KINDS: Mapping[OfficialChannelKind, str] = MappingProxyType(
    {
        OfficialChannelKind.TELEPHONE: _("Telepon"),
        OfficialChannelKind.WHATSAPP: _("WhatsApp"),
        OfficialChannelKind.MAIL: _("Surel"),
        OfficialChannelKind.ACCOUNT: _("Akun"),
        OfficialChannelKind.SITE: _("Situs"),
    }
)
_SITE = re.compile(r"https?://\S+", re.ASCII | re.IGNORECASE)
_MAIL = re.compile(r"[\w.+-]+@[\w.-]+", re.ASCII)


@dataclass(frozen=True, slots=True)
class ChannelLine:
    """One official way to reach a unit.

    `link` is what a press of it opens, "" where there is nothing to open. `of` is the unit above
    whose channel it is, "" for the unit's own.
    """

    kind: str
    address: str
    link: str
    note: str
    of: str


def channels(unit: str, registries: Registries) -> tuple[ChannelLine, ...]:
    """Every official channel that serves a unit."""
    return tuple(
        ChannelLine(
            kind=_(_KINDS[channel.kind]),
            address=channel.address,
            link=link(channel),
            note=channel.note or "",
            of="" if one.id == unit else one.name,
        )
        for one in registries.line_of(unit)
        for channel in one.channels
    )


def link(channel: OfficialChannel) -> str:
    """What a press on a channel opens; "" unless its address is plainly of its kind."""
    number = re.sub(r"[\s().-]", "", channel.address)
    is_number = re.fullmatch(r"\+?[0-9]{3,15}", number, re.ASCII) is not None
    match channel.kind:
        case OfficialChannelKind.TELEPHONE if is_number:
            return f"tel:{number}"
        case OfficialChannelKind.WHATSAPP if is_number:
            return f"https://wa.me/{_international(number)}"
        case OfficialChannelKind.MAIL if _MAIL.fullmatch(channel.address):
            return f"mailto:{channel.address}"
        case OfficialChannelKind.SITE if _SITE.fullmatch(channel.address):
            return channel.address
    return ""


def _international(number: str) -> str:
    """A number with the country's code and no sign, as wa.me wants it: 62812..."""
    if number.startswith("0"):
        return f"62{number[1:]}"
    return number.removeprefix("+")
