"""What a photo file really holds, read from its structure without decoding a single pixel.

A camera writes where and when a picture was taken, and with what, beside the picture; git would
keep it for ever. So only the parts that are needed to show the picture are let through, and
everything else is a fault: nothing has to be known about it to refuse it. The formats are those of
ITU-T T.81 (JPEG), ISO/IEC 15948 (PNG) and RFC 9649 (WebP).
"""

import struct
import zlib
from collections.abc import Callable, Iterator, Mapping

from generator.language import _

MOST_PIXELS = 40_000_000

_MOST_SCANS = 64  # cameras make 1 to 12; each of a thousand would be decoded over the whole picture
_JPEG_SHAPES = frozenset({0xC0, 0xC1, 0xC2})
_PNG_START = b"\x89PNG\r\n\x1a\n"
_PNG_NEEDED = frozenset(
    {b"IHDR", b"PLTE", b"IDAT", b"IEND", b"tRNS", b"gAMA", b"cHRM", b"sRGB", b"sBIT", b"bKGD"}
    | {b"pHYs"}
)
_PNG_MOST_BYTES = {  # in what else may stand there, so that no words fit in
    b"IHDR": 13, b"IEND": 0, b"PLTE": 768, b"tRNS": 256, b"gAMA": 4, b"cHRM": 32, b"sRGB": 1,
    b"sBIT": 4, b"bKGD": 6, b"pHYs": 9,
}  # fmt: skip
_PNG_SAMPLES = {0: 1, 2: 3, 3: 1, 4: 2, 6: 4}  # values a pixel has, by the kind of colour
_PIECE = 65_536  # bytes unpacked at once
_WEBP_NEEDED = frozenset({b"VP8 ", b"VP8L", b"VP8X", b"ALPH"})
_WEBP_ONLY_ALPHA = 0x10


class PictureFault(ValueError):
    """A picture may not be published; the message says why and how to mend it."""


def check(content: bytes, suffix: str) -> tuple[int, int]:
    """Let a picture pass and give its width and height in pixels, or raise PictureFault.

    `suffix` is that of its name (`.jpg`, `.png`, `.webp`). Refused are pictures of another kind
    than the name says, damaged ones, those of more than 40 million pixels, and those that hold
    anything beside the picture.
    """
    read = _READERS[suffix]
    try:
        width, height = read(content)
    except (struct.error, IndexError, zlib.error):
        raise _damaged() from None
    if not width or not height:
        raise _damaged()
    if width * height > MOST_PIXELS:
        raise PictureFault(
            _("{width} x {height} titik terlalu besar; kecilkan fotonya dulu").format(
                width=width, height=height
            )
        )
    return width, height


def _jpeg(content: bytes) -> tuple[int, int]:
    if not content.startswith(b"\xff\xd8"):
        raise _another_kind(".jpg")
    size, scans, at = (0, 0), 0, 2
    while content[at + 1] != 0xD9:
        marker, segment, at = _segment(content, at)
        if marker in _JPEG_SHAPES:
            if size != (0, 0):
                raise _damaged()
            height, width = struct.unpack_from(">HH", segment, 1)
            size = (width, height)
        if marker == 0xDA:
            scans += 1
            if scans > _MOST_SCANS or size == (0, 0):
                raise _damaged()
            at = _after_scan(content, at)
        if not _is_needed(marker, segment):
            raise _something_hidden()
    if content[at] != 0xFF or not scans:
        raise _damaged()
    _nothing_behind(content, at + 2)
    return size


def _segment(content: bytes, at: int) -> tuple[int, bytes, int]:
    """Give the marker and the content of the segment that begins here, and where it ends."""
    if content[at] != 0xFF:
        raise _damaged()
    (length,) = struct.unpack_from(">H", content, at + 2)
    segment = content[at + 4 : at + 2 + length]
    if len(segment) != length - 2:
        raise _damaged()
    return content[at + 1], segment, at + 2 + length


def _is_needed(marker: int, segment: bytes) -> bool:
    """Whether a segment serves to show the picture and is no longer than that takes."""
    if marker in _JPEG_SHAPES:
        return len(segment) == 6 + 3 * segment[5]
    if marker == 0xDA:
        return len(segment) == 4 + 2 * segment[0]
    if marker == 0xDB:
        return _is_filled(segment, lambda rest: 129 if rest[0] >> 4 else 65)
    if marker == 0xC4:
        return _is_filled(segment, lambda rest: 17 + sum(rest[1:17])) and _are_codes(segment)
    return (marker == 0xDD and len(segment) == 2) or _is_plain_header(marker, segment)


def _are_codes(segment: bytes) -> bool:
    """Whether each table of codes gives a value once only; words would repeat a letter."""
    while segment:
        end = 17 + sum(segment[1:17])
        if len(set(segment[17:end])) < end - 17:
            return False
        segment = segment[end:]
    return True


def _is_filled(segment: bytes, length: Callable[[bytes], int]) -> bool:
    """Whether a segment is made of whole tables, of the length each says of itself."""
    while segment:
        if (taken := length(segment)) > len(segment):
            return False
        segment = segment[taken:]
    return True


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
    header, packed = b"", []
    met: set[bytes] = set()
    for kind, data, end in _png_chunks(content):
        if kind not in _PNG_NEEDED or len(data) > _PNG_MOST_BYTES.get(kind, len(data)):
            raise _something_hidden()
        if kind == b"IDAT":
            packed.append(data)
        elif kind in met or (kind == b"IHDR") == bool(met):  # each once, and that one first
            raise _damaged()
        if kind == b"IHDR":
            header = data
        if kind == b"IEND":
            _nothing_behind(content, end)
            return _png_size(header, b"".join(packed))
        met.add(kind)
    raise _damaged()


def _png_size(header: bytes, packed: bytes) -> tuple[int, int]:
    """Give the size of a picture whose pixels fill what they are packed in, to the last byte."""
    width, height, bits, colours, *_rest, laces = struct.unpack(">IIBBBBB", header)
    if width * height > MOST_PIXELS or not width or not height:
        return width, height
    if colours not in _PNG_SAMPLES or laces > 1:
        raise _damaged()
    row_bits = bits * _PNG_SAMPLES[colours]
    passes = _png_passes(width, height) if laces else [(width, height)]
    expected = sum(rows * (1 + (row_bits * columns + 7) // 8) for columns, rows in passes)
    unpacking = zlib.decompressobj()
    unpacked, rest = 0, packed
    while rest and not unpacking.eof and unpacked <= expected:
        unpacked += len(unpacking.decompress(rest, _PIECE))
        rest = unpacking.unconsumed_tail
    if not unpacking.eof and unpacked <= expected:
        unpacked += len(unpacking.flush(_PIECE))
    if unpacking.unused_data or unpacked > expected:
        raise _something_hidden()
    if unpacked < expected or not unpacking.eof:
        raise _damaged()
    return width, height


def _png_passes(width: int, height: int) -> list[tuple[int, int]]:
    """Give the columns and rows of each of the seven passes of an interlaced picture."""
    steps = ((0, 8, 0, 8), (4, 8, 0, 8), (0, 4, 4, 8), (2, 4, 0, 4), (0, 2, 2, 4), (1, 2, 0, 2))
    found = [
        (-(-(width - left) // right), -(-(height - top) // down))
        for left, right, top, down in (*steps, (0, 1, 1, 2))
    ]
    return [(columns, rows) for columns, rows in found if columns > 0 and rows > 0]


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
    sizes: dict[bytes, tuple[int, int]] = {}
    at = 12
    while at < len(content):
        kind, length = struct.unpack_from("<4sI", content, at)
        data = content[at + 8 : at + 8 + length]
        if len(data) != length or kind in sizes:
            raise _damaged()
        if kind not in _WEBP_NEEDED or (kind == b"VP8X" and not _is_plain_canvas(data)):
            raise _something_hidden()
        sizes[kind] = _webp_size(kind, data) if kind != b"ALPH" else (0, 0)
        at += 8 + length
        if length % 2:
            if content[at]:
                raise _something_hidden()
            at += 1
    return _webp_one_size(sizes)


def _is_plain_canvas(data: bytes) -> bool:
    """Whether what precedes a picture says no more than its size and that it is transparent."""
    return len(data) == 10 and not data[0] & ~_WEBP_ONLY_ALPHA and data[1:4] == b"\0\0\0"


def _webp_one_size(sizes: Mapping[bytes, tuple[int, int]]) -> tuple[int, int]:
    """Give the size all parts agree on; there has to be one picture."""
    pictures = sizes.keys() & {b"VP8 ", b"VP8L"}
    if len(pictures) != 1:
        raise _damaged()
    size = sizes[pictures.pop()]
    if sizes.get(b"VP8X", size) != size or (b"ALPH" in sizes and b"VP8X" not in sizes):
        raise _damaged()
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
            "foto ini masih membawa keterangan tersembunyi, misalnya tempat dan waktu memotret, "
            "dan git menyimpannya selamanya; pindahkan ke luar folder proyek, lalu pasang dengan "
            "kabar photo"
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
