"""QR codes, so that a printed page leads to the site: what is drawn, without the drawing."""

import re
from dataclasses import dataclass
from functools import lru_cache

import segno

QUIET = 4
"""How many light squares have to stay free around a code (ISO/IEC 18004, 6.3.8)."""

# Level M still reads with 15 % of the squares hidden, by a fold or a stain. Any mask can be read;
# trying all eight for the fairest one would take four times as long.
_LEVEL, _MASK = "m", 3
_DARK = re.compile(b"\x01+")


@dataclass(frozen=True, slots=True)
class QrCode:
    """A code as an SVG draws it: `path`, stroked one unit wide, covers its dark squares.

    `size` is the width and height of the drawing in units, the quiet zone included.
    """

    size: int
    path: str


@lru_cache(maxsize=512)
def qr(address: str) -> QrCode:
    """Give the code of a full web address; of an address that is too long, a `ValueError`."""
    matrix = segno.make_qr(address, error=_LEVEL, mask=_MASK, boost_error=False).matrix
    path = "".join(
        f"M{QUIET + run.start()} {QUIET + number}.5h{run.end() - run.start()}"
        for number, row in enumerate(matrix)
        for run in _DARK.finditer(row)
    )
    return QrCode(len(matrix) + 2 * QUIET, path)
