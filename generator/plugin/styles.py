"""The one style sheet that every page asks for, made from those of the theme.

One file is asked for once and packs better than five; notes and indents are left out of it.
"""

import re
from hashlib import blake2b
from pathlib import Path

SHEET = "assets/gaya.css"
PARTS = ("kerangka.css", "kabar.css", "daftar.css", "angka.css", "cetak.css")
"""In this order: a later one may change what an earlier one says."""

_NOTE = re.compile(r"/\*.*?\*/", re.DOTALL)
_BLANKS = re.compile(r"\s+")
_AROUND = re.compile(r" ?([{};]) ?")


def style(theme: Path) -> str:
    """Give the style sheet of a theme's folder."""
    written = "\n".join((theme / "assets" / part).read_text(encoding="utf-8") for part in PARTS)
    return _AROUND.sub(r"\1", _BLANKS.sub(" ", _NOTE.sub("", written))).replace(";}", "}").strip()


def address(theme: Path) -> str:
    """Give its address with a trace of its content, so that no browser shows an old one."""
    return f"{SHEET}?{blake2b(style(theme).encode(), digest_size=4).hexdigest()}"
