"""Parts of a photo made unreadable, so that nothing of them is left to be computed back.

A blur or a mosaic is a function of what it hides: from it letters and faces have been read again by
trying which of the known ones give the same blur (Hill, Zhou, Saul, Shacham: On the
(In)effectiveness of Mosaicing and Blurring as Tools for Document Redaction, PoPETs 2016; McPherson,
Shokri, Shmatikov: Defeating Image Obfuscation with Deep Learning, 2016). So what is put here is no
function of what it hides at all. A part is filled with a coarse mosaic whose colours are taken from
a band of pixels around it, and with a fixed pattern that shows that something was covered: change
any pixel inside, and the result keeps every byte. There is no noise in it either, whose randomness
might be guessed.

Two things would let a trace out, and both are closed. A camera stores JPEG in blocks of up to 16
pixels, so that pixels just beside the part have taken in some of it: each part is widened by 16
pixels of the original on every side. And the band around one part may lie within another: such
pixels give no colour.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from math import ceil, floor

from PIL import Image, ImageDraw, ImageStat

from generator.language import _
from generator.photos.opening import Upright
from generator.pictures import PictureFault

MARGIN = 16
_CELLS = 5
"""How many cells the mosaic has along the longer side."""

_BAND = 12  # pixels around a part that give its colours
_CONTRAST = 14
_GREY: tuple[float, float, float] = (128.0, 128.0, 128.0)

Box = tuple[int, int, int, int]
Colour = tuple[float, float, float]


@dataclass(frozen=True, slots=True)
class Region:
    """A part of the upright photo in its own pixels: its left and upper edge, width, height."""

    x: int
    y: int
    width: int
    height: int


def blur(photo: Upright, regions: Sequence[Region]) -> Image.Image:
    """Give the photo with these parts covered.

    Raises PictureFault for a part that has no size or does not lie wholly in the picture: whoever
    typed it meant another place, and that would stay readable.
    """
    for region in regions:
        _refuse_outside(region, photo)
    boxes = [_box(region, photo) for region in regions]
    open_to_all = Image.new("L", photo.image.size, 255)
    for box in boxes:
        open_to_all.paste(0, box)
    covered = photo.image.copy()
    for box in boxes:
        _cover(covered, box, _edges(photo.image, open_to_all, box))
    return covered


def _refuse_outside(region: Region, photo: Upright) -> None:
    if region.width < 1 or region.height < 1:
        raise PictureFault(
            _("bagian yang dikaburkan {region} tidak punya lebar atau tinggi").format(
                region=_typed(region)
            )
        )
    right, bottom = region.x + region.width, region.y + region.height
    if min(region.x, region.y) < 0 or right > photo.width or bottom > photo.height:
        raise PictureFault(
            _(
                "bagian yang dikaburkan {region} keluar dari foto yang lebarnya {width} dan "
                "tingginya {height} titik"
            ).format(region=_typed(region), width=photo.width, height=photo.height)
        )


def _typed(region: Region) -> str:
    return f"{region.x},{region.y},{region.width},{region.height}"


def _box(region: Region, photo: Upright) -> Box:
    """Give the part in the pixels of the decoded picture, widened, and never outside of it."""
    scale, (width, height) = photo.scale, photo.image.size
    return (
        max(0, floor((region.x - MARGIN) * scale)),
        max(0, floor((region.y - MARGIN) * scale)),
        min(width, ceil((region.x + region.width + MARGIN) * scale)),
        min(height, ceil((region.y + region.height + MARGIN) * scale)),
    )


def _edges(image: Image.Image, open_to_all: Image.Image, box: Box) -> list[tuple[Box, Colour]]:
    """Give the colours of small boxes around a part, of pixels that no part covers."""
    found = []
    for spot in _around(box):
        left, top = max(0, spot[0]), max(0, spot[1])
        right, bottom = min(image.width, spot[2]), min(image.height, spot[3])
        if left >= right or top >= bottom:
            continue
        seen = (left, top, right, bottom)
        shown = open_to_all.crop(seen)
        if shown.getbbox() is not None:
            red, green, blue = ImageStat.Stat(image.crop(seen), shown).mean
            found.append((seen, (red, green, blue)))
    return found


def _around(box: Box) -> Iterator[Box]:
    left, top, right, bottom = box
    wide, high = -(-(right - left) // _CELLS), -(-(bottom - top) // _CELLS)
    for x in range(left, right, wide):
        yield x, top - _BAND, x + wide, top
        yield x, bottom, x + wide, bottom + _BAND
    for y in range(top, bottom, high):
        yield left - _BAND, y, left, y + high
        yield right, y, right + _BAND, y + high


def _cover(image: Image.Image, box: Box, edges: Iterable[tuple[Box, Colour]]) -> None:
    """Draw the mosaic; a cell takes most from the edges nearest to it."""
    known, pen = list(edges), ImageDraw.Draw(image)
    left, top, right, bottom = box
    cell = max(1, -(-max(right - left, bottom - top) // _CELLS))
    for row, y in enumerate(range(top, bottom, cell)):
        for column, x in enumerate(range(left, right, cell)):
            colour = _mixed(known, x + cell / 2, y + cell / 2)
            shade = _CONTRAST if (row + column) % 2 else -_CONTRAST
            filled = tuple(min(255, max(0, round(value) + shade)) for value in colour)
            pen.rectangle((x, y, min(x + cell, right) - 1, min(y + cell, bottom) - 1), fill=filled)


def _mixed(known: Sequence[tuple[Box, Colour]], x: float, y: float) -> Colour:
    if not known:
        return _GREY
    weights = [
        1 / (1 + ((one[0] + one[2]) / 2 - x) ** 2 + ((one[1] + one[3]) / 2 - y) ** 2)
        for one, _colour in known
    ]
    total = sum(weights)
    red, green, blue = (
        sum(weight * colour[part] for weight, (_box, colour) in zip(weights, known, strict=True))
        / total
        for part in range(3)
    )
    return red, green, blue
