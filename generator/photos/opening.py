"""A photo as a camera or a telephone gives it -> its upright pixels in sRGB, and nothing else.

The file comes from anywhere, so it is trusted in nothing: how large the picture is, is read from
its first bytes before anything is decoded, and whatever the decoder says against it is one fault.
"""

import struct
import warnings
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from io import BytesIO

from PIL import Image, ImageCms

from generator.language import _
from generator.pictures import MOST_PIXELS, PictureFault

MOST_BYTES = 60_000_000
MOST_JPEG_PIXELS = 64_000_000
"""Telephones of 48, 50 and 64 million pixels are common. Only of a JPEG a smaller picture can be
decoded at once, so that so many never lie in memory; of other files pictures.MOST_PIXELS do."""

ENOUGH = 3_200
"""A JPEG is decoded no larger than needed for this many pixels on its longest side."""

_ORIENTATION = 0x0112
# From how it lies in the file to how it is seen (Exif 2.32, tag Orientation).
_TURNS = {
    2: Image.Transpose.FLIP_LEFT_RIGHT, 3: Image.Transpose.ROTATE_180,
    4: Image.Transpose.FLIP_TOP_BOTTOM, 5: Image.Transpose.TRANSPOSE,
    6: Image.Transpose.ROTATE_270, 7: Image.Transpose.TRANSVERSE, 8: Image.Transpose.ROTATE_90,
}  # fmt: skip
_LYING = frozenset({5, 6, 7, 8})


@dataclass(frozen=True, slots=True)
class Upright:
    """A photo as people see it.

    `width` and `height` are those of the upright original in pixels; `image` may be smaller, it
    has `scale` of the original's pixels on each side, and holds nothing but RGB pixels.
    """

    image: Image.Image
    width: int
    height: int

    @property
    def scale(self) -> float:
        """How many pixels of `image` one pixel of the original has become."""
        return self.image.width / self.width


def open_upright(content: bytes, *, smallest: int = 1) -> Upright:
    """Decode a JPEG, PNG or WebP file, or raise PictureFault with a message for who took it.

    Its shorter side has at least `smallest` pixels.
    """
    if len(content) > MOST_BYTES:
        raise PictureFault(
            _("berkasnya lebih dari {most} MB; kecilkan fotonya dulu").format(
                most=MOST_BYTES // 1_000_000
            )
        )
    width, height = claimed_size(content)
    if min(width, height) < smallest:
        raise PictureFault(_("gambarnya terlalu kecil untuk menjadi foto"))
    _refuse_size(content, width, height)
    with decoding():
        return _upright(content)


def claimed_size(content: bytes) -> tuple[int, int]:
    """Read width and height as they lie in the file, without decoding; raises PictureFault."""
    try:
        for begins, read in _HEADERS:
            if begins(content):
                return read(content)
    except (struct.error, IndexError):
        raise _unreadable() from None
    if content[4:8] == b"ftyp" and content[8:12] in _APPLE:
        raise PictureFault(
            _(
                "ini foto HEIC dari iPhone, yang belum dapat dibaca. Kirim lewat WhatsApp ke nomor "
                "sendiri, lalu simpan dari sana: hasilnya JPEG. Supaya seterusnya JPEG, di iPhone "
                "buka Pengaturan, Kamera, Format, lalu pilih Paling Kompatibel"
            )
        )
    raise PictureFault(_("ini bukan foto JPEG, PNG, atau WebP; simpan ulang sebagai JPEG"))


@contextmanager
def decoding() -> Iterator[None]:
    """Turn whatever a decoder raises over a strange file into a PictureFault.

    Decoders fail in a dozen ways, none of which may pass for a picture.
    """
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")  # of damage that it could read past
            yield
    except PictureFault:
        raise
    except (Exception, MemoryError) as error:
        raise _unreadable() from error


def _upright(content: bytes) -> Upright:
    with Image.open(BytesIO(content), formats=("JPEG", "PNG", "WEBP")) as source:
        _refuse_size(content, *source.size)  # a file may say it twice, and differently
        turn, width, height = _turn_of(source), *source.size
        profile = source.info.get("icc_profile")
        source.draft("RGB", _no_smaller_than(width, height))
        source.load()
        image = _opaque(source, profile)
    if turn in _TURNS:
        image = image.transpose(_TURNS[turn])
    if turn in _LYING:
        width, height = height, width
    # A picture of its own, for Pillow would write again what it remembers of where this came from.
    return Upright(Image.frombytes("RGB", image.size, image.tobytes()), width, height)


def _no_smaller_than(width: int, height: int) -> tuple[int, int]:
    part = min(1.0, ENOUGH / max(width, height))
    return max(1, int(width * part)), max(1, int(height * part))


def _turn_of(source: Image.Image) -> int:
    """Give how the picture was held; as it lies when its camera wrote that down unreadably."""
    try:
        found = Image.Exif()
        found.load(source.info.get("exif", b""))
        return int(found.get(_ORIENTATION, 1))
    except (Exception, MemoryError):
        return 1


def _opaque(source: Image.Image, profile: bytes | None) -> Image.Image:
    """Give the pixels in sRGB, on white where one can look through them."""
    image = source
    if image.mode.startswith(("I", "F")):  # 16 bits a pixel
        image = image.convert("I").point(lambda value: value / 256).convert("L")
    if image.mode in ("P", "PA", "LA", "La") or "transparency" in image.info:
        image = image.convert("RGBA")
    transparent = image.getchannel("A") if image.mode in ("RGBA", "RGBa") else None
    colours = image.convert("RGB") if image.mode not in ("RGB", "L", "CMYK") else image
    colours = _in_srgb(colours, profile).convert("RGB")
    if transparent is None:
        return colours
    white = Image.new("RGB", colours.size, "white")
    white.paste(colours, mask=transparent)
    return white


def _in_srgb(image: Image.Image, profile: bytes | None) -> Image.Image:
    """Give the colours as a screen shows them; as they are where the profile makes no sense."""
    if not profile:
        return image
    try:
        made_in = ImageCms.ImageCmsProfile(BytesIO(profile))
        seen = ImageCms.profileToProfile(
            image, made_in, ImageCms.createProfile("sRGB"), outputMode="RGB"
        )
    except (Exception, MemoryError):
        return image
    return seen or image


def _refuse_size(content: bytes, width: int, height: int) -> None:
    is_jpeg = content.startswith(b"\xff\xd8")
    most = MOST_JPEG_PIXELS if is_jpeg else MOST_PIXELS
    if width * height > most:
        raise PictureFault(
            _("{width} x {height} titik terlalu besar; kecilkan fotonya dulu").format(
                width=width, height=height
            )
        )
    # No memory for a picture that cannot be in so small a file: a JPEG needs a bit for each block
    # of 64 pixels, and packing makes a PNG at most 1032 times smaller.
    if width * height > len(content) * (512 if is_jpeg else 8 * 1_032) and content[:1] != b"R":
        raise _unreadable()


_APPLE = frozenset({b"heic", b"heix", b"heim", b"heis", b"hevc", b"hevx", b"mif1", b"msf1"})


def _jpeg_size(content: bytes) -> tuple[int, int]:
    at = 2
    while True:
        while content[at] != 0xFF or content[at + 1] == 0xFF:
            at += 1
        marker = content[at + 1]
        if 0xC0 <= marker <= 0xCF and marker not in (0xC4, 0xC8, 0xCC):
            height, width = struct.unpack_from(">HH", content, at + 5)
            return width, height
        at += 2
        if not (0xD0 <= marker <= 0xD8 or marker in (0, 1)):
            (length,) = struct.unpack_from(">H", content, at)
            at += length


def _png_size(content: bytes) -> tuple[int, int]:
    width, height = struct.unpack_from(">II", content, 16)
    return width, height


def _webp_size(content: bytes) -> tuple[int, int]:
    kind = content[12:16]
    if kind == b"VP8X":
        width, height = (int.from_bytes(content[at : at + 3], "little") + 1 for at in (24, 27))
    elif kind == b"VP8L":
        (packed,) = struct.unpack_from("<I", content, 21)
        width, height = (packed & 0x3FFF) + 1, (packed >> 14 & 0x3FFF) + 1
    else:
        wide, high = struct.unpack_from("<HH", content, 26)
        width, height = wide & 0x3FFF, high & 0x3FFF
    return width, height


_HEADERS: tuple[tuple[Callable[[bytes], bool], Callable[[bytes], tuple[int, int]]], ...] = (
    (lambda content: content.startswith(b"\xff\xd8\xff"), _jpeg_size),
    (lambda content: content.startswith(b"\x89PNG\r\n\x1a\n"), _png_size),
    (lambda content: content[:4] == b"RIFF" and content[8:12] == b"WEBP", _webp_size),
)


def _unreadable() -> PictureFault:
    return PictureFault(_("gambarnya rusak atau terpotong; pakai foto yang utuh"))
