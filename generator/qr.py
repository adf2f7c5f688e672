"""QR codes, so that a printed page leads to the site: what is drawn, without the drawing.

Thousands of pages for paper bear one each. All codes of a size differ in their bits alone, so the
library is asked for one of each size, and the bits of the others are laid over its pattern.
"""

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import zip_longest
from operator import itemgetter

import segno
from segno import consts

QUIET = 4
"""How many light squares have to stay free around a code (ISO/IEC 18004, 6.3.8)."""

# Level M still reads with 15 % of the squares hidden, by a fold or a stain. Any mask can be read;
# trying all eight for the fairest one would take four times as long.
_LEVEL, _MASK = "m", 3
_VERSIONS = range(1, 10)  # those that count their letters with one byte; 180 letters at most
_HEAD = 2  # bytes: how the letters are written, how many there are, and that they have ended
_PADDING = b"\0" + b"\xec\x11" * 100  # the library puts a 0 first; nobody reads on after the end
_FLIPPED = str.maketrans("01", "10")
_DARK = re.compile("1+")
_DATA = (consts.TYPE_DATA_DARK, consts.TYPE_DATA_LIGHT)


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
    form = _form_for(address)
    if form is not None:
        size = form.size
        squares = "".join(form.squares(_choices(form, address)))
    else:
        code = segno.make_qr(address, error=_LEVEL, mask=_MASK, boost_error=False)
        size = len(code.matrix)
        squares = "".join("".join(map(str, row)) + "0" for row in code.matrix)
    moves = _moves(size)
    spans = [run.span() for run in _DARK.finditer(squares)]
    path = "".join([f"{moves[start]}{end - start}" for start, end in spans])
    return QrCode(size + 2 * QUIET, path)


@lru_cache
def _moves(size: int) -> list[str]:
    """Give how to move to each square, row by row; each row ends in a light one more."""
    return [
        f"M{QUIET + column} {QUIET + row}.5h" for row in range(size) for column in range(size + 1)
    ]


@dataclass(frozen=True, slots=True)
class _Form:
    """What all codes of one size share.

    `blocks` are where each block of the content begins and ends, `parity` gives the bytes that
    mend a block. `squares` picks every square, row by row, from `_choices`; a row has a light one
    more at its end, so that no run of dark ones goes on into the next.
    """

    size: int
    content: int
    blocks: Sequence[tuple[int, int]]
    parity: Callable[[bytes], bytes]
    squares: Callable[[str], tuple[str, ...]]


def _form_for(address: str) -> _Form | None:
    """Give the smallest form that holds an address; None for one better written in another way."""
    if not address.isascii() or address == address.upper():
        return None
    needed = len(address) + _HEAD
    return next((_form(one) for one in _VERSIONS if needed <= _content(one)), None)


def _choices(form: _Form, address: str) -> str:
    """Give what squares are picked from: all bits, all bits flipped, one light and one dark."""
    head = f"4{len(address):02x}{address.encode().hex()}0"  # 4: byte by byte (ISO/IEC 18004, 7.4.5)
    content = (bytes.fromhex(head) + _PADDING)[: form.content]
    blocks = [content[start:end] for start, end in form.blocks]
    laid = _by_turns(blocks) + _by_turns([form.parity(block) for block in blocks])
    bits = f"{int.from_bytes(laid):0{8 * len(laid)}b}0000000"
    return f"{bits}{bits.translate(_FLIPPED)}01"


def _by_turns(blocks: Sequence[bytes]) -> bytes:
    return bytes(byte for turn in zip_longest(*blocks) for byte in turn if byte is not None)


@lru_cache
def _content(version: int) -> int:
    return sum(one.num_blocks * one.num_data for one in _sorts(version))


@lru_cache
def _form(version: int) -> _Form:
    code = segno.make_qr("a", version=version, error=_LEVEL, mask=_MASK, boost_error=False)
    kinds: Sequence[Sequence[int]] = [
        tuple(row) for row in code.matrix_iter(border=0, verbose=True)
    ]
    places = list(_data_squares(kinds))
    bits = 8 * sum(one.num_blocks * one.num_total for one in _sorts(version)) + 7
    light, dark = 2 * bits, 2 * bits + 1
    picked = {(row, column): dark if kind >> 8 > 0 else light
              for row, squares in enumerate(kinds)
              for column, kind in enumerate((*squares, 0))}  # fmt: skip
    for bit, (row, column) in enumerate(places):
        picked[row, column] = bit if (row + column) % 3 else bits + bit  # the mask: 7.8.2
    lengths = [one.num_data for one in _sorts(version) for _block in range(one.num_blocks)]
    ends = [sum(lengths[: number + 1]) for number in range(len(lengths))]
    return _Form(
        size=len(kinds),
        content=ends[-1],
        blocks=[(end - length, end) for end, length in zip(ends, lengths, strict=True)],
        parity=_parity(_sorts(version)[0].num_total - _sorts(version)[0].num_data),
        squares=itemgetter(*picked.values()),
    )


def _sorts(version: int) -> Sequence[consts.EC]:
    found: Sequence[consts.EC] = consts.ECC[version][consts.ERROR_LEVEL_M]  # type: ignore[index]
    return found


def _data_squares(kinds: Sequence[Sequence[int]]) -> Iterator[tuple[int, int]]:
    """Give the squares of data in the order of their bits: up, then down, by twos (7.7.3)."""
    size = len(kinds)
    mistaken = (8, size - 9)  # the library counts this one to the format
    # The sixth column is left out: the timing pattern fills it.
    for number, right in enumerate((*range(size - 1, 6, -2), 5, 3, 1)):
        for row in range(size) if number % 2 else range(size - 1, -1, -1):
            for column in (right, right - 1):
                if kinds[row][column] in _DATA or (row, column) == mistaken:
                    yield row, column


def _parity(length: int) -> Callable[[bytes], bytes]:
    """Give what makes the `length` bytes that mend a block: a remainder, as in 7.5.2."""
    log, power = consts.GALIOS_LOG, consts.GALIOS_EXP
    of_byte = [0] + [
        int.from_bytes(bytes(power[log[byte] + one] for one in consts.GEN_POLY[length]))
        for byte in range(1, 256)
    ]
    high = 8 * (length - 1)
    low = (1 << high) - 1

    def parity(block: bytes) -> bytes:
        rest = 0
        for byte in block:
            rest = (rest & low) << 8 ^ of_byte[rest >> high ^ byte]
        return rest.to_bytes(length)

    return parity
