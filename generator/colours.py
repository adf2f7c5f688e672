"""The colours of the site, read where they are kept: in the style of the frame of every page."""

import re
from functools import cache
from pathlib import Path

STYLE = Path(__file__).parent / "theme" / "assets" / "kerangka.css"
HEADER = "--md-primary-fg-color"
"""The ground of the header: what the site is known by."""

_VALUE = re.compile(r"(--[\w-]+):\s*(#[0-9a-f]{6})\b")


def colour(name: str, *, dark: bool = False) -> str:
    """Give a colour of the frame, by day or by night, as `#rrggbb`."""
    by_day, by_night = _colours()
    return (by_night if dark and name in by_night else by_day)[name]


@cache
def _colours() -> tuple[dict[str, str], dict[str, str]]:
    day, _media, night = STYLE.read_text(encoding="utf-8").partition("prefers-color-scheme: dark")
    return _first_of_each(day), _first_of_each(night)


def _first_of_each(style: str) -> dict[str, str]:
    found: dict[str, str] = {}
    for match in _VALUE.finditer(style):
        found.setdefault(match[1], match[2])
    return found


def parts(value: str) -> tuple[int, int, int]:
    """Give the red, green and blue of `#rrggbb`, 0 to 255."""
    red, green, blue = bytes.fromhex(value.removeprefix("#"))
    return red, green, blue
