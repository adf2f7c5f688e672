"""The pictures a chat shows beside a link to the site: one for each unit, and one for the site.

A chat keeps such a picture for weeks, so nothing on it can become untrue: it says whose page it is
and what the site is, and no figure. What a site that is not official says at the top of every page
stands on every picture too, because a picture travels without its page.

Drawn with the letters that Pillow brings along, in two scales of one colour each: 16 colours make
a PNG of a few kilobytes, and the same bytes on every machine.
"""

import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import lru_cache, partial
from io import BytesIO
from urllib.parse import urlsplit

from PIL import Image, ImageDraw, ImageFont

from generator import urls
from generator.archive import Archive
from generator.colours import HEADER, colour, parts
from generator.exports.sign import stamp
from generator.facts import SiteFacts
from generator.model import UnitLevel
from generator.page import SiteFile
from generator.views.unit_holdings import units_with_a_page
from generator.wording import previews

WIDTH, HEIGHT = 1200, 630
"""The shape that chats and social networks show in full (https://ogp.me/)."""

_EDGE = 80
_STRIP = 104
_EFFORT = 6  # of compression: 9 saves 4 % and takes ten times as long
_SHADES = 8  # of each scale: more make no edge smoother to the eye
_GROUND, _INK = parts(colour(HEADER)), (0xFF, 0xFF, 0xFF)
_NOTICE_GROUND, _NOTICE_INK = (0xFF, 0xF3, 0xCF), (0x3F, 0x30, 0x00)
_FULL, _SOFT = 255, 200

_TOP, _GAP = 148, 34
_NAME_SIZES, _ABOVE, _SAYS = (100, 88, 76, 66, 58), 40, 40
_CUT = "…"
_LETTERS = frozenset(map(chr, range(32, 127))) | frozenset("·’‘“”…")


@dataclass(frozen=True, slots=True)
class Card:
    """The words of one card, from top to bottom; "" where there is nothing to say.

    `label` is one word for `notice`.
    """

    site: str
    host: str
    name: str
    above: str
    says: str
    label: str
    notice: str


def files(archive: Archive, facts: SiteFacts) -> Iterator[SiteFile]:
    """Give the card of the site and that of every unit."""
    card = site_card(facts)
    yield SiteFile(urls.SITE_CARD, partial(draw, card), card)
    units = units_with_a_page(archive.records)
    for key, unit in units.items():
        above = units.get(unit.parent or "")
        under = above is not None and above.level is not UnitLevel.HEADQUARTERS
        of_unit = replace(
            card,
            name=unit.name,
            above=above.name if above and under else "",
            says=previews.unit_in_a_line(),
        )
        yield SiteFile(urls.unit_card(key), partial(draw, of_unit), of_unit)


def site_card(facts: SiteFacts) -> Card:
    """Give the words of the site's own card."""
    return Card(
        site=facts.name,
        host=urlsplit(facts.url).netloc,
        name=previews.question(),
        above="",
        says=previews.site_in_a_line(),
        label=facts.nature.upper() if facts.notice else "",
        notice=facts.notice,
    )


def draw(card: Card) -> bytes:
    """Give a card as a PNG of 1200 x 630 pixels: some 20 kB."""
    picture = _headed(card.site, card.host).copy()
    bottom = HEIGHT - (_STRIP if card.notice else 0)
    _middle(ImageDraw.Draw(picture), card, bottom)
    picture = picture.point(_shades(0))
    if card.notice:
        picture.paste(_strip(card.label, card.notice), (0, bottom))
    picture.putpalette(_PALETTE)
    return _png(picture, bits=4)


@lru_cache(maxsize=4)
def _headed(site: str, host: str) -> Image.Image:
    """Give the picture with its head alone, which is that of every card of a site."""
    picture = Image.new("L", (WIDTH, HEIGHT))
    pen = ImageDraw.Draw(picture)
    picture.paste(_FULL, (_EDGE, 56), stamp(72))
    host, letters = _known(host), _font(28)
    room = WIDTH - 2 * _EDGE
    right = letters.getlength(host)
    if right < room / 2:
        pen.text((WIDTH - _EDGE, 92), host, _SOFT, letters, anchor="rm")
        room -= int(right) + 40
    left = _EDGE + 72 + 24
    name = _shortened(_known(site), _font(42), room - 96)
    _bold(pen, (left, 92), name, _font(42), 1)
    return picture


def _middle(pen: ImageDraw.ImageDraw, card: Card, bottom: int) -> None:
    room = WIDTH - 2 * _EDGE
    above = _shortened(_known(card.above), _font(_ABOVE), room)
    says = _wrapped(_known(card.says), _font(_SAYS), room)
    rest = (_ABOVE + 16 if above else 0) + _GAP + len(says) * (_SAYS + 12)
    size, lines = _fitted(_known(card.name), room, bottom - _TOP - _GAP - rest)
    high = size + size // 6
    top = _TOP + (bottom - _TOP - _GAP - len(lines) * high - rest) // 2
    for line in lines:
        _bold(pen, (_EDGE, top + high // 2), line, _font(size), round(size / 45))
        top += high
    if above:
        pen.text((_EDGE, top + _ABOVE // 2 + 8), above, _SOFT, _font(_ABOVE), anchor="lm")
        top += _ABOVE + 16
    top += _GAP
    for line in says:
        pen.text((_EDGE, top + _SAYS // 2 + 6), line, _FULL, _font(_SAYS), anchor="lm")
        top += _SAYS + 12


@lru_cache(maxsize=4)
def _strip(said: str, notice: str) -> Image.Image:
    """Give the strip that says what a site is worth, in its own shades: the same on every card."""
    strip = Image.new("L", (WIDTH, _STRIP))
    pen, middle, label = ImageDraw.Draw(strip), _STRIP / 2, _font(34)
    width = label.getlength(said) + 4
    pen.rounded_rectangle((_EDGE, middle - 27, _EDGE + width + 40, middle + 27), 8, _FULL)
    pen.text((_EDGE + 20, middle), said, 0, label, anchor="lm", stroke_width=1, stroke_fill=0)
    left = _EDGE + width + 64
    words = _known(notice)
    size = next((each for each in (30, 28) if _font(each).getlength(words) < WIDTH - 40 - left), 27)
    lines = _wrapped(words, _font(size), WIDTH - 40 - left)[:2]
    for number, line in enumerate(lines):
        at = middle + (number - (len(lines) - 1) / 2) * size * 1.25
        pen.text((left, at), line, _FULL, _font(size), anchor="lm")
    return strip.point(_shades(_SHADES))


def _bold(
    pen: ImageDraw.ImageDraw,
    at: tuple[float, float],
    words: str,
    letters: ImageFont.FreeTypeFont,
    weight: int,
) -> None:
    """Write heavier: the letters come in one weight."""
    pen.text(at, words, _FULL, letters, anchor="lm", stroke_width=weight, stroke_fill=_FULL)


def _fitted(words: str, room: int, height: int) -> tuple[int, list[str]]:
    """Give the largest size at which a name fits, and its lines; a name without end is cut."""
    for size in _NAME_SIZES:
        lines, most = _wrapped(words, _font(size), room), height // (size + size // 6)
        if len(lines) <= most:
            return size, lines
    last = _shortened(" ".join(lines[most - 1 :]), _font(size), room)
    return size, [*lines[: most - 1], last]


def _wrapped(words: str, letters: ImageFont.FreeTypeFont, room: float) -> list[str]:
    """Break words into lines; one that is wider than a line is cut."""
    lines: list[str] = []
    for word in words.split():
        longer = f"{lines[-1]} {word}" if lines else word
        if lines and letters.getlength(longer) <= room:
            lines[-1] = longer
        else:
            lines.append(_shortened(word, letters, room))
    return lines


def _shortened(words: str, letters: ImageFont.FreeTypeFont, room: float) -> str:
    if letters.getlength(words) <= room:
        return words
    while words and letters.getlength(f"{words}{_CUT}") > room:
        words = words[:-1]
    return f"{words.rstrip()}{_CUT}"


def _known(words: str) -> str:
    """Write with the letters there are: `Bé` becomes `Be`, and what is none is left out."""
    plain = unicodedata.normalize("NFKD", words.replace("–", "-").replace("…", "\ue000"))
    return "".join(one for one in plain.replace("\ue000", "…") if one in _LETTERS)


def _shades(first: int) -> list[int]:
    return [first + level * (_SHADES - 1) // 255 for level in range(256)]


def _scale(ground: tuple[int, int, int], ink: tuple[int, int, int]) -> Iterator[int]:
    for step in range(_SHADES):
        for low, high in zip(ground, ink, strict=True):
            yield low + (high - low) * step // (_SHADES - 1)


_PALETTE = bytes((*_scale(_GROUND, _INK), *_scale(_NOTICE_GROUND, _NOTICE_INK)))


def _png(picture: Image.Image, bits: int) -> bytes:
    made = BytesIO()
    picture.save(made, "PNG", bits=bits, compress_level=_EFFORT)
    return made.getvalue()


@lru_cache
def _font(size: int) -> ImageFont.FreeTypeFont:
    letters = ImageFont.load_default(size)
    if not isinstance(letters, ImageFont.FreeTypeFont):  # pragma: no cover - built without FreeType
        raise TypeError(size)
    return letters
