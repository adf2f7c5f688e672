"""Which photos show the same picture, though their files differ.

A likeness is a perceptual hash of 64 bits: the picture is shrunk to 32 x 32 grey points, and of the
lowest 8 x 8 frequencies of its discrete cosine transform each bit says whether one is above their
median (Zauner: Implementation and Benchmarking of Perceptual Image Hash Functions, Hagenberg 2010,
section 3.2.1). Saving it anew, another size, another brightness change few bits.

Near ones are found by multi-index hashing (Norouzi, Punjani, Fleet: Fast Search in Hamming Space
with Multi-Index Hashing, CVPR 2012): of two hashes that differ in at most 11 bits, one of the four
quarters differs in at most 2. Each quarter is looked up with every change of at most 2 bits, 137
look-ups, so the cost grows with the number of photos and not with its square.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from functools import cache
from io import BytesIO
from itertools import combinations
from math import cos, pi
from typing import TypeAlias

from PIL import Image, ImageStat

from generator.photos.opening import decoding

NEAR = 8
"""The most bits by which copies differ; `tests/test_likeness.py` shows what lies on either side."""

_SIDE, _KEPT = 32, 8
_QUARTERS = 4
_QUARTER_BITS = 64 // _QUARTERS
_FLAT = 3.0
"""A picture whose brightness varies less than this (of 255) has nothing to be recognised by."""

Likeness: TypeAlias = int | None
"""The hash of a picture; None for one that is all of one shade, which is like any other such."""


def likeness(content: bytes) -> Likeness:
    """Give the likeness of a clean picture; PictureFault when it cannot be decoded whole."""
    with decoding(), Image.open(BytesIO(content), formats=("JPEG", "PNG", "WEBP")) as image:
        image.draft("L", (4 * _SIDE, 4 * _SIDE))
        image.load()
        grey = image.convert("RGBA" if "A" in image.getbands() else "RGB").convert("L")
        return _hash(grey.resize((_SIDE, _SIDE), Image.Resampling.BOX))


def distance(one: int, other: int) -> int:
    """Give how many of 64 bits two likenesses differ in."""
    return (one ^ other).bit_count()


def near_pairs(found: Sequence[Likeness], most: int = NEAR) -> Iterator[tuple[int, int]]:
    """Give the places of all pairs at most `most` (0 to 11) bits apart, the earlier first."""
    tables: list[dict[int, list[int]]] = [defaultdict(list) for _quarter in range(_QUARTERS)]
    for place, one in enumerate(found):
        if one is None:
            continue
        near: set[int] = set()
        for quarter, table in enumerate(tables):
            part = _quarter_of(one, quarter)
            for change in _changes():
                if alike := table.get(part ^ change):
                    near.update(alike)
            table[part].append(place)
        close = (earlier for earlier in near if distance(one, found[earlier] or 0) <= most)
        yield from ((earlier, place) for earlier in sorted(close))


def _quarter_of(one: int, quarter: int) -> int:
    return one >> quarter * _QUARTER_BITS & (1 << _QUARTER_BITS) - 1


@cache
def _changes() -> tuple[int, ...]:
    """Give every change of at most two bits of a quarter."""
    bits = [1 << bit for bit in range(_QUARTER_BITS)]
    return (0, *bits, *(one | other for one, other in combinations(bits, 2)))


def _hash(grey: Image.Image) -> Likeness:
    if ImageStat.Stat(grey).stddev[0] < _FLAT:
        return None
    points = list(grey.tobytes())
    rows = [points[start : start + _SIDE] for start in range(0, len(points), _SIDE)]
    across = [list(_lowest(row)) for row in rows]
    waves = [list(_lowest(column)) for column in zip(*across, strict=True)]
    values = [value for column in waves for value in column]
    others = sorted(values[1:])  # without the first, which is the brightness of the whole
    middle = others[len(others) // 2]
    return sum(1 << place for place, value in enumerate(values) if value > middle)


def _lowest(values: Iterable[float]) -> Iterator[float]:
    """Give the lowest frequencies of a row of points (DCT-II)."""
    row = list(values)
    for wave in _waves():
        yield sum(value * height for value, height in zip(row, wave, strict=True))


@cache
def _waves() -> tuple[tuple[float, ...], ...]:
    return tuple(
        tuple(cos(pi * wave * (2 * point + 1) / (2 * _SIDE)) for point in range(_SIDE))
        for wave in range(_KEPT)
    )
