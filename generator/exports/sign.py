"""The site's sign: a word that comes back. Drawn from one set of points, for tabs and for cards."""

from collections.abc import Iterator
from functools import lru_cache
from io import BytesIO

from PIL import Image, ImageDraw

from generator import urls
from generator.page import SiteFile

SIZE = 64
"""The points below lie on a square of this side."""

COLOUR = "#17807a"
"""Seen on a light tab and on a dark one: at least 3 to 1 on both (WCAG 2.2, criterion 1.4.11)."""

_BUBBLE = (4, 6, 60, 48)
_ROUND = 12
_TAIL = ((14, 44), (14, 60), (32, 46))
_STROKE = 5
_ARROW = ((45, 17), (45, 27), (20, 27))
_HEAD = ((28, 19), (20, 27), (28, 35))
_SMOOTH = 4  # times as large as it is shown, so that edges come out smooth


def files() -> Iterator[SiteFile]:
    """Give the sign as a drawing, and as a small picture where drawings are not shown."""
    yield SiteFile(urls.ICON, drawing)
    yield SiteFile(urls.ICON_SMALL, picture)


def drawing() -> bytes:
    """Give the sign as SVG."""
    left, top, right, bottom = _BUBBLE
    box = f'x="{left}" y="{top}" width="{right - left}" height="{bottom - top}" rx="{_ROUND}"'
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {SIZE} {SIZE}">'
        f'<g fill="{COLOUR}"><rect {box}/><path d="{_path(_TAIL)}z"/></g>'
        f'<path fill="none" stroke="#fff" stroke-width="{_STROKE}" stroke-linecap="round" '
        f'stroke-linejoin="round" d="{_path(_ARROW)}{_path(_HEAD)}"/></svg>\n'
    ).encode()


def picture(size: int = 32) -> bytes:
    """Give the sign as a PNG of `size` pixels a side, its ground transparent."""
    shape = stamp(size, with_arrow=False)
    sign = Image.new("RGB", (size, size), COLOUR)
    sign.paste("white", (0, 0), _arrow(size))
    sign.putalpha(shape)
    made = BytesIO()
    sign.save(made, "PNG", optimize=True)
    return made.getvalue()


@lru_cache
def stamp(size: int, *, with_arrow: bool = True) -> Image.Image:
    """Give the sign as a mask of `size` pixels a side: the arrow is cut out of the bubble."""
    large = size * _SMOOTH
    mask = Image.new("L", (large, large))
    pen, scale = ImageDraw.Draw(mask), large / SIZE
    pen.rounded_rectangle([each * scale for each in _BUBBLE], _ROUND * scale, 255)
    pen.polygon([(x * scale, y * scale) for x, y in _TAIL], 255)
    if with_arrow:
        _lines(pen, scale, 0)
    return mask.resize((size, size), Image.Resampling.LANCZOS)


def _arrow(size: int) -> Image.Image:
    large = size * _SMOOTH
    mask = Image.new("L", (large, large))
    _lines(ImageDraw.Draw(mask), large / SIZE, 255)
    return mask.resize((size, size), Image.Resampling.LANCZOS)


def _lines(pen: ImageDraw.ImageDraw, scale: float, shade: int) -> None:
    for points in (_ARROW, _HEAD):
        placed = [(x * scale, y * scale) for x, y in points]
        pen.line(placed, shade, round(_STROKE * scale), joint="curve")
        for x, y in placed:
            half = _STROKE * scale / 2
            pen.ellipse((x - half, y - half, x + half, y + half), shade)


def _path(points: tuple[tuple[int, int], ...]) -> str:
    return "M" + "L".join(f"{x} {y}" for x, y in points)
