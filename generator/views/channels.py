"""The official ways to reach a unit: its own first, then those of the units above it."""

import re
from collections.abc import Mapping
from types import MappingProxyType

from generator.language import _
from generator.model import OfficialChannel
from generator.model.words import OfficialChannelKind
from generator.records import Registries
from generator.value import value

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
_NUMBER = re.compile(r"\+?[0-9]{3,15}", re.ASCII)
_SEPARATORS = re.compile(r"[\s().-]")
_FULL_LENGTH = 10  # digits of the shortest number with its country's code


@value
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
    match channel.kind:
        case OfficialChannelKind.TELEPHONE if number := called(channel):
            return f"tel:{number}"
        case OfficialChannelKind.WHATSAPP if (number := called(channel)).startswith("+"):
            return f"https://wa.me/{number[1:]}"
        case OfficialChannelKind.MAIL if _MAIL.fullmatch(channel.address):
            return f"mailto:{channel.address}"
        case OfficialChannelKind.SITE if _SITE.fullmatch(channel.address):
            return channel.address
    return ""


def called(channel: OfficialChannel) -> str:
    """The number of a channel as any phone dials it, with the country's code (`+62812...`).

    A short number (`110`) is dialled as it is. "" where the address is no number.
    """
    number = _SEPARATORS.sub("", channel.address)
    if not _NUMBER.fullmatch(number):
        return ""
    if number.startswith("0"):
        return f"+62{number[1:]}"
    return f"+{number}" if number.startswith("62") and len(number) >= _FULL_LENGTH else number
