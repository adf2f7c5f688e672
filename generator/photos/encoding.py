"""Pixels -> files: the one that is kept, and the smaller ones a telephone loads."""

from io import BytesIO

from PIL import Image

from generator.pictures import PictureFault
from generator.records.folder import MAX_PHOTO_BYTES

KEPT_SIDE = 1_600
"""The longest side of a photo that is kept, in pixels."""

PHONE_BYTES = 60_000
PHONE_WIDTH, PHONE_HEIGHT = 720, 960
"""What fits on a telephone at two pixels a point, and leaves some of the page in sight."""

RECIPE = 1
"""Goes up when the smaller pictures come out differently, so that kept ones are made anew."""

_KEPT_SIDES = (KEPT_SIDE, 1_400, 1_200, 1_000, 800, 640, 480, 320)
_KEPT_QUALITIES = (86, 80, 74, 68)
_PHONE_PARTS = (1.0, 0.85, 0.7, 0.55, 0.4, 0.3, 0.2)
_PHONE_QUALITIES = (78, 70, 62, 54)


def kept(image: Image.Image) -> bytes:
    """Give a photo as the JPEG that is filed: at most 300 kB, nothing in it but the picture."""
    for side in _KEPT_SIDES:
        smaller = within(image, side, side)
        for quality in _KEPT_QUALITIES:
            content = _encoded(smaller, "JPEG", quality)
            if len(content) <= MAX_PHOTO_BYTES:
                return content
    raise PictureFault("no JPEG of 320 pixels has 300 kB")  # pragma: no cover


def for_phones(image: Image.Image) -> tuple[bytes, bytes]:
    """Give a photo as WebP and as JPEG of the same size, at most 60 kB each.

    The same pixels give the same bytes with the same Pillow.
    """
    for part in _PHONE_PARTS:
        smaller = within(image, round(PHONE_WIDTH * part), round(PHONE_HEIGHT * part))
        for quality in _PHONE_QUALITIES:
            jpeg = _encoded(smaller, "JPEG", quality)
            if len(jpeg) > PHONE_BYTES:
                continue
            webp = _encoded(smaller, "WEBP", quality)
            if len(webp) <= PHONE_BYTES:
                return webp, jpeg
    raise PictureFault("no picture of 144 pixels has 60 kB")  # pragma: no cover


def phone_size(width: int, height: int) -> tuple[int, int]:
    """Give how wide and high a photo of this size is shown, in pixels."""
    part = min(1.0, PHONE_WIDTH / width, PHONE_HEIGHT / height)
    return max(1, round(width * part)), max(1, round(height * part))


def within(image: Image.Image, width: int, height: int) -> Image.Image:
    """Give a picture shrunk to fit into a width and a height; a smaller one as it is."""
    part = min(1.0, width / image.width, height / image.height)
    if part == 1.0:
        return image
    size = (max(1, round(image.width * part)), max(1, round(image.height * part)))
    return image.resize(size, Image.Resampling.LANCZOS, reducing_gap=3.0)


def _encoded(image: Image.Image, form: str, quality: int) -> bytes:
    content = BytesIO()
    how = {"optimize": True, "progressive": True} if form == "JPEG" else {"method": 4}
    image.save(content, form, quality=quality, **how)
    return content.getvalue()
