"""Which names files, folders and keys may have, and which of them may be repeated in a message."""

import re

from slugify import slugify

from generator.language import _
from generator.model.fields import ID_LENGTH, ID_PATTERN
from generator.urls import PAGE_WORD

_ID = re.compile(ID_PATTERN, re.ASCII)
_WINDOWS_NAMES = frozenset(
    {"con", "prn", "aux", "nul"}
    | {f"{device}{number}" for device in ("com", "lpt") for number in range(1, 10)}
)
_YEAR_TO_DAY = re.compile(
    r"(?<!\d)(?:19|20)\d\d(?:-(?:0[1-9]|1[0-2])(?:-(?:0[1-9]|[12]\d|3[01]))?"
    r"|(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01]))(?!\d)",
    re.ASCII,
)
# Telephone and identity numbers are written with all kinds of separators between their digits.
_LONG_NUMBER = re.compile(r"\d(?:[ ._/()+-]*\d){4,}")
_QUOTABLE = re.compile(r"[a-z0-9 /.#_-]{1,40}", re.ASCII | re.IGNORECASE)
_KEY_LIKE = re.compile(r"[a-z][a-z0-9_-]{0,39}", re.ASCII)
_LONGEST_SHOWN = 100
_PHOTO_ENDINGS = {"jpg": "jpg", "jpeg": "jpg", "png": "png", "webp": "webp"}


def may_be_personal(text: str) -> bool:
    """Whether a text holds an address or five digits or more that are no date.

    Such text is never repeated in a message: messages end up in public logs. The law behind it is
    UU 27/2022 on the protection of personal data.
    """
    return "@" in text or _LONG_NUMBER.search(_YEAR_TO_DAY.sub("~", text)) is not None


def is_quotable(text: str) -> bool:
    """Whether a short text of plain letters, digits and signs may be repeated in a message."""
    return _QUOTABLE.fullmatch(text) is not None and not may_be_personal(text)


def is_key_like(text: str) -> bool:
    """Whether a text looks like a key somebody invented, and may be repeated in a message."""
    return _KEY_LIKE.fullmatch(text) is not None and not may_be_personal(text)


def is_showable(name: str) -> bool:
    """Whether the name of a file or folder may be repeated in a message."""
    return name.isprintable() and len(name) <= _LONGEST_SHOWN and not may_be_personal(name)


def shown(name: str) -> str:
    """Give a path below `data/` up to the first part that may not be repeated in a message."""
    parts: list[str] = []
    for part in name.split("/"):
        if not is_showable(part):
            break
        parts.append(part)
    return "/".join(parts)


def complaint(name: str) -> str | None:
    """Say what is wrong with an id, a key, or the name of a folder or file without its suffix.

    Gives None when the name is fit. A suggestion is made only where the name may be repeated.
    """
    if len(name) > ID_LENGTH:
        return _("nama terlalu panjang; paling banyak {most} huruf").format(most=ID_LENGTH)
    if not _ID.fullmatch(name):
        message = _("nama hanya boleh memuat huruf kecil a-z, angka, dan tanda hubung")
        if is_showable(name) and (better := better_name(name)):
            message += _("; ganti menjadi `{better}`").format(better=better)
        return message
    if name in _WINDOWS_NAMES:
        return _("nama ini tidak dapat dipakai di komputer Windows; ganti dengan nama lain")
    if name == PAGE_WORD:
        return _("nama ini dipakai situs untuk halaman lanjutan; ganti dengan nama lain")
    return None


def better_name(name: str) -> str | None:
    """Give the fit name closest to an unfit one: `patroli-malam` for `Patroli Malam`."""
    better = slugify(name)
    return better if _ID.fullmatch(better) and complaint(better) is None else None


def better_photo_name(name: str) -> str | None:
    """Give the fit name closest to that of a photo: `img-001.jpg` for `IMG 001.JPG`."""
    stem, _dot, suffix = name.rpartition(".")
    ending = _PHOTO_ENDINGS.get(suffix.lower())
    better = better_name(stem)
    return f"{better}.{ending}" if ending and better else None
