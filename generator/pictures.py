"""What a photo file really holds, read from its structure without decoding a single pixel.

A camera writes where and when a picture was taken, and with what, beside the picture; git would
keep it for ever. So only the parts that are needed to show the picture are let through, and
everything else is a fault: nothing has to be known about it to refuse it. The formats are those of
ITU-T T.81 (JPEG), ISO/IEC 15948 (PNG) and RFC 9649 (WebP).
"""

import struct
import zlib
from collections.abc import Callable, Iterator

from generator.language import _

MOST_PIXELS = 40_000_000

_JPEG_SHAPES = frozenset({0xC0, 0xC1, 0xC2})
_JPEG_NEEDED = frozenset({0xDB, 0xC4, 0xDD}) | _JPEG_SHAPES
_PNG_START = b"\x89PNG\r\n\x1a\n"
_PNG_NEEDED = frozenset(
    {b"IHDR", b"PLTE", b"IDAT", b"IEND", b"tRNS", b"gAMA", b"cHRM", b"sRGB", b"sBIT", b"bKGD"}
    | {b"pHYs"}
)
_WEBP_NEEDED = frozenset({b"VP8 ", b"VP8L", b"VP8X", b"ALPH"})
_WEBP_ONLY_ALPHA = 0x10


class PictureFault(ValueError):
    """A picture may not be published; the message says why and how to mend it."""


def check(content: bytes, suffix: str) -> None:
    """Let a picture pass, or raise PictureFault.

    `suffix` is that of its name (`.jpg`, `.png`, `.webp`). Refused are pictures of another kind
    than the name says, damaged ones, those of more than 40 million pixels, and those that hold
    anything beside the picture.
    """
    read = _READERS[suffix]
    try:
        width, height = read(content)
    except (struct.error, IndexError):
        raise _damaged() from None
    if not width or not height:
        raise _damaged()
    if width * height > MOST_PIXELS:
        raise PictureFault(
            _("{width} x {height} titik terlalu besar; kecilkan fotonya dulu").format(
                width=width, height=height
            )
        )


def _jpeg(content: bytes) -> tuple[int, int]:
    if not content.startswith(b"\xff\xd8"):
        raise _another_kind(".jpg")
    size = (0, 0)
    at = 2
    while True:
        if content[at] != 0xFF:
            raise _damaged()
        marker = content[at + 1]
        if marker == 0xD9:
            _nothing_behind(content, at + 2)
            return size
        (length,) = struct.unpack_from(">H", content, at + 2)
        segment = content[at + 4 : at + 2 + length]
        if len(segment) != length - 2:
            raise _damaged()
        if marker in _JPEG_SHAPES:
            height, width = struct.unpack_from(">HH", segment, 1)
            size = (width, height)
        at += 2 + length
        if marker == 0xDA:
            at = _after_scan(content, at)
        elif not (marker in _JPEG_NEEDED or _is_plain_header(marker, segment)):
            raise _something_hidden()


def _is_plain_header(marker: int, segment: bytes) -> bool:
    """Whether a segment is the format's own header, without the small picture it may hold."""
    if marker == 0xE0:
        return segment[:5] == b"JFIF\0" and len(segment) == 14 and segment[12:] == b"\0\0"
    return marker == 0xEE and segment[:5] == b"Adobe" and len(segment) == 12


def _after_scan(content: bytes, at: int) -> int:
    """Give where the compressed picture that begins here ends."""
    while True:
        at = content.find(b"\xff", at)
        if at < 0:
            raise _damaged()
        following = content[at + 1]
        if following != 0 and not 0xD0 <= following <= 0xD7:
            return at
        at += 2


def _png(content: bytes) -> tuple[int, int]:
    if not content.startswith(_PNG_START):
        raise _another_kind(".png")
    size = (0, 0)
    for kind, data, end in _png_chunks(content):
        if kind not in _PNG_NEEDED:
            raise _something_hidden()
        if kind == b"IHDR":
            width, height = struct.unpack_from(">II", data)
            size = (width, height)
        if kind == b"IEND":
            _nothing_behind(content, end)
            return size
    raise _damaged()


def _png_chunks(content: bytes) -> Iterator[tuple[bytes, bytes, int]]:
    at = len(_PNG_START)
    while at < len(content):
        length, kind = struct.unpack_from(">I4s", content, at)
        data = content[at + 8 : at + 8 + length]
        (checksum,) = struct.unpack_from(">I", content, at + 8 + length)
        if len(data) != length or zlib.crc32(kind + data) != checksum:
            raise _damaged()
        at += 12 + length
        yield kind, data, at


def _webp(content: bytes) -> tuple[int, int]:
    if content[:4] != b"RIFF" or content[8:12] != b"WEBP":
        raise _another_kind(".webp")
    (length,) = struct.unpack_from("<I", content, 4)
    if len(content) < 8 + length:
        raise _damaged()
    _nothing_behind(content, 8 + length)
    size = (0, 0)
    at = 12
    while at < len(content):
        kind, length = struct.unpack_from("<4sI", content, at)
        data = content[at + 8 : at + 8 + length]
        if len(data) != length:
            raise _damaged()
        if kind not in _WEBP_NEEDED or (kind == b"VP8X" and data[0] & ~_WEBP_ONLY_ALPHA):
            raise _something_hidden()
        if kind != b"ALPH":
            size = _webp_size(kind, data)
        at += 8 + length + length % 2
    return size


def _webp_size(kind: bytes, data: bytes) -> tuple[int, int]:
    if kind == b"VP8X":
        width, height = (int.from_bytes(data[start : start + 3], "little") for start in (4, 7))
        return width + 1, height + 1
    if kind == b"VP8L":
        (packed,) = struct.unpack_from("<I", data, 1)
        return (packed & 0x3FFF) + 1, (packed >> 14 & 0x3FFF) + 1
    width, height = struct.unpack_from("<HH", data, 6)
    return width & 0x3FFF, height & 0x3FFF


_READERS: dict[str, Callable[[bytes], tuple[int, int]]] = {
    ".jpg": _jpeg,
    ".png": _png,
    ".webp": _webp,
}


def _nothing_behind(content: bytes, end: int) -> None:
    if len(content) != end:
        raise PictureFault(
            _("ada isi lain di belakang gambarnya; simpan ulang fotonya, lalu pasang yang baru")
        )


def _something_hidden() -> PictureFault:
    return PictureFault(
        _(
            "foto ini masih membawa keterangan tersembunyi, misalnya tempat dan waktu memotret; "
            "buang dulu, karena git menyimpannya selamanya"
        )
    )


def _another_kind(suffix: str) -> PictureFault:
    return PictureFault(
        _("isinya bukan gambar {suffix}; simpan ulang fotonya dalam bentuk yang sesuai").format(
            suffix=suffix
        )
    )


def _damaged() -> PictureFault:
    return PictureFault(_("gambarnya rusak atau terpotong; pasang foto yang utuh"))
