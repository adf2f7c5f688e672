"""Made-up photos for tests: flat shapes under a grain, like photos of one kind of event."""

import io
import random

from PIL import Image, ImageDraw, ImageFilter

NIGHT, DAY = "malam", "siang"
_SIZE = (600, 450)


def scene(kind: str, number: int) -> Image.Image:
    """A village road with houses and people; the same kind and number give the same pixels."""
    chance = random.Random(f"{kind}{number}")
    is_night, (wide, high) = kind == NIGHT, _SIZE
    image = Image.new("RGB", _SIZE, (15, 18, 40) if is_night else (150, 190, 230))
    pen = ImageDraw.Draw(image)
    horizon = int(high * (0.45 + 0.15 * chance.random()))
    pen.rectangle((0, horizon, wide, high), fill=(40, 40, 38) if is_night else (120, 110, 90))
    middle = wide * (0.3 + 0.4 * chance.random())
    near = 100 + 250 * chance.random()
    road = [(middle - 20, horizon), (middle + 20, horizon), (middle + near, high)]
    pen.polygon([*road, (middle - near, high)], fill=(70, 70, 72))
    shade = 0.35 if is_night else 1.0
    for _house in range(chance.randrange(3, 8)):
        left, across, up = (
            chance.randrange(wide),
            chance.randrange(40, 130),
            chance.randrange(30, 150),
        )
        colour = tuple(int(shade * chance.randrange(70, 230)) for _part in range(3))
        pen.rectangle((left, horizon - up, left + across, horizon + 15), fill=colour)
        if is_night and chance.random() < 0.7:
            pen.rectangle((left + 10, horizon - up + 10, left + 30, horizon - up + 30), "khaki")
    for _person in range(chance.randrange(3, 9)):
        left, tall = chance.randrange(wide), chance.randrange(75, 165)
        foot = horizon + chance.randrange(50, 125) + tall // 2
        coat = chance.choice(["saddlebrown", "dimgray", "midnightblue", "silver", "firebrick"])
        pen.rectangle((left, foot - tall, left + tall // 4, foot), fill=coat)
    return _grained(image.filter(ImageFilter.GaussianBlur(1)), chance)


def _grained(image: Image.Image, chance: random.Random) -> Image.Image:
    grain = Image.frombytes("L", image.size, chance.randbytes(image.width * image.height))
    return Image.blend(image, grain.convert("RGB"), 0.08)


def saved(image: Image.Image, form: str = "JPEG", **how: object) -> bytes:
    """A picture as a file."""
    content = io.BytesIO()
    image.save(content, form, **how)
    return content.getvalue()
