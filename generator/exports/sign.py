"""The site's sign: word given, and word that comes back. Drawn for tabs, and on cards.

The same shape stands in the header of every page; here it is kept as points, because a picture of
it is needed as well as a drawing.
"""

from collections.abc import Iterator
from functools import lru_cache
from io import BytesIO

from PIL import Image, ImageDraw

from generator import urls
from generator.colours import HEADER, colour, parts
from generator.page import SiteFile

_SIDE = 24  # of the square in which the points below lie
_BUBBLE = (2, 3, 22, 18)
_ROUND = 2
_TAIL = ((7, 17), (7, 22), (12, 18))
_ARROW = (
    *((11, 5.6), (6.4, 9.5), (11, 13.4), (11, 10.8), (13.6, 10.8)),
    *((15.1, 11), (16, 11.7), (16.2, 13), (16.2, 14.4), (18.2, 14.4), (18.2, 13)),
    *((17.7, 10.9), (16, 9.2), (13.6, 8.6), (11, 8.6)),
)
_GROUND = 5  # how round the square behind it is
_WITHIN, _INSET = 0.8, 2.4
_SMOOTH = 8  # times as large as it is shown, so that edges come out smooth

Points = tuple[tuple[float, float], ...]


def files() -> Iterator[SiteFile]:
    """Give the sign as a drawing, and as a small picture where drawings are not shown."""
    yield SiteFile(urls.ICON, drawing)
    yield SiteFile(urls.ICON_SMALL, picture)


def drawing() -> bytes:
    """Give the sign on its ground, as SVG."""
    left, top, right, bottom = _BUBBLE
    ground = colour(HEADER)
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {_SIDE} {_SIDE}">'
        f'<rect width="{_SIDE}" height="{_SIDE}" rx="{_GROUND}" fill="{ground}"/>'
        f'<g fill="#fff" transform="translate({_INSET} {_INSET}) scale({_WITHIN})">'
        f'<rect x="{left}" y="{top}" width="{right - left}" height="{bottom - top}" '
        f'rx="{_ROUND}"/><path d="{_path(_TAIL)}"/><path fill="{ground}" d="{_path(_ARROW)}"/>'
        "</g></svg>\n"
    ).encode()


def picture(size: int = 32) -> bytes:
    """Give the same as a PNG of `size` pixels a side."""
    large = size * _SMOOTH
    corners = Image.new("L", (large, large))
    edge, radius = large - 1, _GROUND * large / _SIDE
    ImageDraw.Draw(corners).rounded_rectangle((0, 0, edge, edge), radius, 255)
    sign = Image.new("RGB", (size, size), parts(colour(HEADER)))
    inner = round(size * _WITHIN)
    at = round(size * _INSET / _SIDE)
    sign.paste("white", (at, at), stamp(inner))
    sign.putalpha(corners.resize((size, size), Image.Resampling.BOX))
    made = BytesIO()
    sign.save(made, "PNG")
    return made.getvalue()


@lru_cache
def stamp(size: int) -> Image.Image:
    """Give the sign without a ground as a mask of `size` pixels a side."""
    large = size * _SMOOTH
    scale = large / _SIDE
    mask = Image.new("L", (large, large))
    pen = ImageDraw.Draw(mask)
    pen.rounded_rectangle([each * scale for each in _BUBBLE], _ROUND * scale, 255)
    for points, shade in ((_TAIL, 255), (_ARROW, 0)):
        pen.polygon([(x * scale, y * scale) for x, y in points], shade)
    return mask.resize((size, size), Image.Resampling.BOX)


def _path(points: Points) -> str:
    return "M" + "L".join(f"{x:g} {y:g}" for x, y in points) + "z"
