"""Pictures for a demo, drawn and not taken: flat shapes, no person, REKAAN written in each.

A picture of the same kind and luck has the same bytes wherever the same Pillow draws it. They are
small PNG files of a few colours, which hold nothing beside the picture.
"""

import random
from collections.abc import Callable
from dataclasses import dataclass, field
from io import BytesIO

from PIL import Image, ImageDraw, ImageFont

from generator.photos.likeness import NEAR, distance, likeness

WIDTH, HEIGHT = 640, 400
MARK = "REKAAN"
_SHARPER = 2
"""Drawn so many times larger and shrunk, for smooth edges."""

_COLOURS = 48
_ATTEMPTS = 12
_HORIZON = 250

Colour = tuple[int, int, int]
Point = tuple[float, float]


@dataclass(slots=True)
class Canvas:
    """A picture being drawn, in points of its final size."""

    chance: random.Random
    image: Image.Image = field(init=False)
    _pen: ImageDraw.ImageDraw = field(init=False)

    def __post_init__(self) -> None:
        self.image = Image.new("RGB", (WIDTH * _SHARPER, HEIGHT * _SHARPER))
        self._pen = ImageDraw.Draw(self.image)

    def box(self, left: float, top: float, right: float, bottom: float, colour: Colour) -> None:
        """Draw a filled rectangle."""
        self._pen.rectangle([one * _SHARPER for one in (left, top, right, bottom)], fill=colour)

    def disc(self, x: float, y: float, radius: float, colour: Colour) -> None:
        """Draw a filled circle."""
        edges = (x - radius, y - radius, x + radius, y + radius)
        self._pen.ellipse([one * _SHARPER for one in edges], fill=colour)

    def shape(self, colour: Colour, *points: Point) -> None:
        """Draw a filled polygon."""
        self._pen.polygon([(x * _SHARPER, y * _SHARPER) for x, y in points], fill=colour)

    def line(self, colour: Colour, width: float, *points: Point) -> None:
        """Draw a line from point to point."""
        at = [(x * _SHARPER, y * _SHARPER) for x, y in points]
        self._pen.line(at, fill=colour, width=round(width * _SHARPER), joint="curve")

    def words(self, x: float, y: float, size: int, text: str, colour: Colour) -> None:
        """Write a text around a point."""
        font = ImageFont.load_default(size * _SHARPER)
        self._pen.text((x * _SHARPER, y * _SHARPER), text, fill=colour, font=font, anchor="mm")

    def somewhere(self, least: int, most: int) -> int:
        """Give a number between two, both included."""
        return self.chance.randint(least, most)

    def seen_from_elsewhere(self) -> None:
        """Step nearer and aside, so that two pictures of a kind are no copies of each other."""
        wide, high = self.image.size
        part = 1 - 0.3 * self.chance.random()
        left = round(wide * (1 - part) * self.chance.random())
        top = round(high * (1 - part) * self.chance.random())
        box = (left, top, left + round(wide * part), top + round(high * part))
        self.image = self.image.resize((wide, high), Image.Resampling.BILINEAR, box)
        self._pen = ImageDraw.Draw(self.image)

    def finished(self) -> bytes:
        """Mark the picture as made up and give it as a file."""
        self.box(0, HEIGHT - 44, WIDTH, HEIGHT, (30, 30, 34))
        words = f"{MARK}: gambar ini dibuat untuk contoh, bukan foto"
        self.words(WIDTH / 2, HEIGHT - 22, 22, words, (255, 226, 120))
        small = self.image.resize((WIDTH, HEIGHT), Image.Resampling.BOX)
        content = BytesIO()
        few = small.quantize(_COLOURS, Image.Quantize.FASTOCTREE, dither=Image.Dither.NONE)
        few.save(content, "PNG")
        return content.getvalue()


def _by_day(canvas: Canvas) -> None:
    sky = canvas.chance.choice(((176, 214, 236), (196, 222, 232), (226, 214, 196)))
    canvas.box(0, 0, WIDTH, HEIGHT, sky)
    canvas.disc(canvas.somewhere(60, 580), canvas.somewhere(40, 90), 26, (255, 240, 190))
    _hills(canvas, (120, 160, 120), (98, 144, 100))


def _by_night(canvas: Canvas) -> None:
    canvas.box(0, 0, WIDTH, HEIGHT, (22, 30, 58))
    for _ in range(40):
        canvas.disc(canvas.somewhere(0, WIDTH), canvas.somewhere(0, 180), 1, (220, 224, 240))
    canvas.disc(canvas.somewhere(60, 580), canvas.somewhere(40, 90), 22, (238, 236, 214))
    _hills(canvas, (30, 44, 60), (24, 36, 48))


def _hills(canvas: Canvas, far: Colour, near: Colour) -> None:
    for colour, height in ((far, 70), (near, 40)):
        at = canvas.somewhere(-80, 60)
        while at < WIDTH:
            width = canvas.somewhere(160, 280)
            peak = _HORIZON - canvas.somewhere(height // 2, height)
            canvas.shape(colour, (at, _HORIZON), (at + width / 2, peak), (at + width, _HORIZON))
            at += width // 2
    canvas.box(0, _HORIZON - 1, WIDTH, HEIGHT, near)


def _road(canvas: Canvas, asphalt: Colour) -> None:
    middle = canvas.somewhere(280, 360)
    canvas.shape(
        asphalt, (middle - 30, _HORIZON), (middle + 30, _HORIZON), (560, HEIGHT), (80, HEIGHT)
    )
    for part in range(4):
        top = _HORIZON + 14 + part * 34
        x = middle + (320 - middle) * (top - _HORIZON) / 150
        canvas.shape(
            (228, 222, 196), (x - 3, top), (x + 3, top), (x + 6, top + 20), (x - 6, top + 20)
        )


def _palm(canvas: Canvas, x: float, foot: float, colour: Colour) -> None:
    top = foot - canvas.somewhere(90, 130)
    canvas.line((110, 84, 60), 6, (x, foot), (x + 6, top))
    for side, drop in ((-44, 18), (-34, -8), (0, -26), (34, -8), (44, 18)):
        canvas.line(
            colour, 7, (x + 6, top), (x + 6 + side / 2, top - 12), (x + 6 + side, top + drop)
        )


def _house(canvas: Canvas, x: float, foot: float, wall: Colour, roof: Colour) -> None:
    canvas.box(x, foot - 60, x + 110, foot, wall)
    canvas.shape(roof, (x - 14, foot - 58), (x + 55, foot - 104), (x + 124, foot - 58))
    canvas.box(x + 44, foot - 40, x + 66, foot, (90, 66, 48))


def _lamp(canvas: Canvas) -> None:
    _by_night(canvas)
    _road(canvas, (48, 50, 58))
    _house(canvas, canvas.somewhere(20, 60), 290, (70, 70, 84), (52, 46, 56))
    pole = canvas.somewhere(420, 500)
    canvas.shape((88, 84, 62), (pole - 48, 132), (pole - 150, HEIGHT), (pole + 40, HEIGHT))
    canvas.line((150, 154, 160), 7, (pole, HEIGHT), (pole, 116), (pole - 48, 116))
    canvas.disc(pole - 48, 124, 13, (255, 240, 170))


def _guard_post(canvas: Canvas) -> None:
    _by_day(canvas)
    _road(canvas, (104, 106, 110))
    _palm(canvas, canvas.somewhere(520, 600), 300, (66, 120, 70))
    left = canvas.somewhere(60, 130)
    canvas.box(left, 190, left + 170, 300, (226, 206, 160))
    canvas.box(left + 14, 214, left + 156, 262, (92, 74, 58))
    canvas.shape((150, 70, 56), (left - 22, 196), (left + 85, 140), (left + 192, 196))
    canvas.box(left + 40, 196, left + 130, 212, (250, 250, 246))
    canvas.words(left + 85, 204, 12, "POS KAMLING", (40, 40, 40))
    canvas.line((120, 86, 50), 9, (left + 182, 206), (left + 182, 250))


def _patrol(canvas: Canvas) -> None:
    _by_night(canvas)
    _road(canvas, (48, 50, 58))
    left = canvas.somewhere(150, 300)
    canvas.shape((92, 92, 78), (left, 304), (left - 150, 286), (left - 150, 340))
    canvas.box(left, 284, left + 190, 330, (210, 214, 220))
    canvas.shape(
        (190, 196, 204), (left + 36, 286), (left + 62, 252), (left + 140, 252), (left + 166, 286)
    )
    canvas.shape(
        (70, 92, 116), (left + 48, 284), (left + 68, 259), (left + 134, 259), (left + 152, 284)
    )
    canvas.box(left, 304, left + 190, 312, (52, 88, 140))
    canvas.box(left + 86, 244, left + 102, 252, (80, 130, 230))
    for wheel in (left + 42, left + 150):
        canvas.disc(wheel, 332, 20, (24, 24, 28))
        canvas.disc(wheel, 332, 9, (150, 150, 156))


def _notice_board(canvas: Canvas) -> None:
    _by_day(canvas)
    _palm(canvas, canvas.somewhere(30, 70), 320, (66, 120, 70))
    left = canvas.somewhere(160, 220)
    for leg in (left + 26, left + 264):
        canvas.box(leg, 120, leg + 12, 344, (112, 84, 58))
    canvas.box(left, 100, left + 300, 270, (112, 84, 58))
    canvas.box(left + 10, 110, left + 290, 260, (244, 240, 226))
    canvas.words(left + 150, 138, 22, "PENGUMUMAN", (40, 60, 90))
    canvas.words(left + 150, 172, 26, MARK, (170, 50, 40))
    for row in range(4):
        end = left + 260 - canvas.somewhere(0, 70)
        canvas.box(left + 34, 198 + row * 14, end, 203 + row * 14, (170, 168, 158))


def _sign(canvas: Canvas) -> None:
    _by_day(canvas)
    _road(canvas, (104, 106, 110))
    for stripe in range(6):
        left = 176 + stripe * 52
        canvas.shape(
            (238, 238, 232), (left, 324), (left + 28, 324), (left + 26, 346), (left - 4, 346)
        )
    pole = canvas.somewhere(90, 130)
    canvas.box(pole - 4, 150, pole + 4, 340, (150, 152, 156))
    canvas.shape((250, 206, 70), (pole, 92), (pole + 56, 148), (pole, 204), (pole - 56, 148))
    canvas.words(pole, 146, 30, "!", (30, 30, 30))
    _house(canvas, canvas.somewhere(470, 510), 300, (232, 222, 200), (168, 84, 62))


def _lane(canvas: Canvas) -> None:
    _by_day(canvas)
    _road(canvas, (112, 108, 102))
    for _ in range(3):
        x, y = canvas.somewhere(230, 400), canvas.somewhere(296, 344)
        canvas.disc(x, y, 9, (80, 76, 70))
        canvas.line((246, 246, 240), 3, (x - 16, y + 12), (x + 16, y + 12))
    _palm(canvas, canvas.somewhere(40, 90), 320, (66, 120, 70))
    _palm(canvas, canvas.somewhere(540, 600), 310, (74, 130, 76))


def _motorbikes(canvas: Canvas) -> None:
    _by_day(canvas)
    canvas.box(0, 290, WIDTH, HEIGHT, (150, 148, 142))
    first = canvas.somewhere(60, 100)
    for number in range(3):
        x = first + number * 176
        colour = canvas.chance.choice(((168, 52, 48), (48, 92, 150), (60, 60, 66)))
        for wheel in (x, x + 96):
            canvas.disc(wheel, 318, 26, (28, 28, 30))
            canvas.disc(wheel, 318, 13, (176, 176, 180))
        canvas.shape(colour, (x - 6, 300), (x + 30, 268), (x + 92, 272), (x + 84, 306))
        canvas.line((70, 70, 74), 6, (x + 96, 318), (x + 84, 250), (x + 70, 246))
        canvas.line((190, 190, 194), 8, (x + 20, 318), (x - 34, 312))


def _river(canvas: Canvas) -> None:
    _by_day(canvas)
    middle = canvas.somewhere(250, 390)
    canvas.shape(
        (112, 142, 150),
        (middle - 24, _HORIZON),
        (middle + 24, _HORIZON),
        (600, HEIGHT),
        (40, HEIGHT),
    )
    canvas.box(90, 272, 550, 288, (150, 112, 74))
    for post in range(100, 550, 56):
        canvas.box(post, 244, post + 7, 274, (128, 94, 62))
    canvas.line((128, 94, 62), 5, (94, 246), (546, 246))
    _palm(canvas, canvas.somewhere(30, 70), 300, (66, 120, 70))


def _field(canvas: Canvas) -> None:
    _by_day(canvas)
    for row in range(5):
        top = _HORIZON + row * 26
        colour = ((134, 172, 84), (118, 158, 76))[row % 2]
        canvas.box(0, top, WIDTH, top + 27, colour)
        for x in range(row * 9 % 30, WIDTH, 30):
            canvas.line((84, 126, 60), 3, (x, top + 20), (x + 4, top + 8))
    _house(canvas, canvas.somewhere(60, 420), 282, (206, 180, 136), (140, 104, 70))
    _palm(canvas, canvas.somewhere(540, 600), 310, (66, 120, 70))


def _stalls(canvas: Canvas) -> None:
    _by_day(canvas)
    canvas.box(0, 300, WIDTH, HEIGHT, (186, 172, 148))
    for number in range(4):
        left = 24 + number * 152
        colour = canvas.chance.choice(
            ((178, 70, 58), (58, 112, 156), (86, 138, 82), (206, 158, 60))
        )
        for leg in (left + 6, left + 122):
            canvas.box(leg, 200, leg + 6, 330, (110, 86, 62))
        canvas.shape(
            colour, (left - 8, 208), (left + 14, 164), (left + 122, 164), (left + 144, 208)
        )
        canvas.box(left, 270, left + 134, 304, (150, 118, 82))
        for fruit in range(6):
            canvas.disc(left + 14 + fruit * 21, 264, 9, (208, 140 - fruit * 12, 60))


def _counter(canvas: Canvas) -> None:
    canvas.box(0, 0, WIDTH, HEIGHT, (226, 226, 218))
    canvas.box(0, 300, WIDTH, HEIGHT, (196, 186, 170))
    shift = canvas.somewhere(-30, 30)
    canvas.box(110 + shift, 60, 530 + shift, 110, (52, 80, 116))
    canvas.words(320 + shift, 85, 24, "LOKET LAYANAN (REKAAN)", (250, 250, 246))
    for number in range(3):
        left = 120 + shift + number * 140
        canvas.box(left, 130, left + 120, 220, (166, 196, 208))
        canvas.words(left + 60, 175, 34, str(number + 1), (60, 80, 96))
    canvas.box(90 + shift, 220, 550 + shift, 306, (146, 112, 78))


def _hall(canvas: Canvas) -> None:
    canvas.box(0, 0, WIDTH, HEIGHT, (232, 224, 204))
    canvas.box(0, 270, WIDTH, HEIGHT, (178, 150, 116))
    canvas.box(150, 60, 490, 140, (60, 104, 96))
    canvas.words(320, 100, 26, "PENYULUHAN (REKAAN)", (250, 250, 240))
    colour = canvas.chance.choice(((168, 60, 52), (52, 92, 148), (70, 120, 84)))
    for row in range(2):
        for seat in range(7 - row):
            x, y = 76 + seat * 76 + row * 36, 250 + row * 54
            canvas.box(x, y - 34, x + 34, y, colour)
            canvas.box(x - 2, y, x + 36, y + 8, colour)
            for leg in (x, x + 30):
                canvas.box(leg, y + 8, leg + 4, y + 30, (70, 66, 60))


@dataclass(frozen=True, slots=True)
class _Scene:
    paint: Callable[[Canvas], None]
    caption: str


_SCENES = {
    "lampu": _Scene(_lamp, "lampu jalan menyala di tepi jalan desa pada malam hari"),
    "pos": _Scene(_guard_post, "pos kamling di tepi jalan dengan kentongan di sampingnya"),
    "patroli": _Scene(_patrol, "mobil patroli melintas di jalan desa pada malam hari"),
    "papan": _Scene(_notice_board, "papan pengumuman desa dengan selembar pengumuman"),
    "rambu": _Scene(_sign, "rambu hati-hati dan garis penyeberangan di jalan desa"),
    "jalan": _Scene(_lane, "jalan desa dengan beberapa lubang yang sudah ditandai"),
    "motor": _Scene(_motorbikes, "tiga sepeda motor berjajar di halaman, tanpa nomor kendaraan"),
    "sungai": _Scene(_river, "jembatan kayu di atas sungai yang airnya tinggi"),
    "kebun": _Scene(_field, "kebun dengan gubuk kecil di tengahnya"),
    "pasar": _Scene(_stalls, "deretan lapak pasar dengan buah di atas meja"),
    "loket": _Scene(_counter, "tiga loket layanan yang kosong"),
    "balai": _Scene(_hall, "kursi-kursi kosong di balai desa sebelum penyuluhan"),
}

KINDS = frozenset(_SCENES)
"""The kinds of picture there are, as `texts/` names them."""


@dataclass(slots=True)
class Drawings:
    """Draws pictures one after another; the same seed gives the same ones."""

    seed: int
    _drawn: int = 0
    _met: list[int] = field(default_factory=list)

    def draw(self, kind: str) -> tuple[bytes, str]:
        """Give a picture of a kind and, for those who cannot see it, what is in it.

        No two are alike enough to be taken for the same picture.
        """
        scene = _SCENES[kind]
        for _attempt in range(_ATTEMPTS):
            # A luck of its own: whether pictures are drawn must change nothing else.
            canvas = Canvas(random.Random(f"{self.seed} {self._drawn}"))
            self._drawn += 1
            scene.paint(canvas)
            canvas.seen_from_elsewhere()
            content = canvas.finished()
            seen = likeness(content)
            if seen is not None and all(distance(seen, met) > NEAR for met in self._met):
                self._met.append(seen)
                break
        return content, f"Gambar rekaan (bukan foto), {scene.caption}"
