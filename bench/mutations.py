"""Broken and hostile picture files: the same number gives the same file.

    .venv/bin/python -m bench.mutations 20000

throws that many at the check and at the cleaning, and tells what became of them.
"""

import io
import random
import resource
import struct
import sys
import time
import zlib
from collections import Counter
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field

from PIL import Image, ImageDraw
from PIL.PngImagePlugin import PngInfo

from generator import pictures
from generator.photos.filing import clean

CANARY = b"KENARI-0812-JALAN-RAHASIA"
SUFFIXES = (".jpg", ".png", ".webp")
_SIZE = (96, 72)
_XMP = b"<x:xmpmeta xmlns:x='adobe:ns:meta/'>" + CANARY + b"</x:xmpmeta>"
_IPTC = b"Photoshop 3.0\x008BIM\x04\x04\0\0" + struct.pack(">I", 30) + CANARY + b"\0\0\0\0\0"


def originals() -> dict[str, bytes]:
    """Give sound files of every form, each with the canary in every place it has for words."""
    image = _picture()
    exif = _exif().tobytes()
    words = PngInfo()
    words.add_text("Author", CANARY.decode())
    words.add_text("Comment", CANARY.decode(), zip=True)
    words.add_itxt("XML:com.adobe.xmp", _XMP.decode())
    jpeg = _saved(image, "JPEG", exif=exif, comment=CANARY, xmp=_XMP)
    profile = b"\0" * 36 + b"acsp" + CANARY * 4
    png = _saved(image, "PNG", exif=exif, pnginfo=words, icc_profile=profile)
    return {
        "jpeg": segment(segment(jpeg, 0xED, _IPTC), 0xE0, b"JFXX\0\x10" + CANARY) + CANARY,
        "progressive": _saved(image, "JPEG", exif=exif, progressive=True, icc_profile=profile),
        "cmyk": _saved(image.convert("CMYK"), "JPEG", comment=CANARY),
        "png": chunk(png, b"tIME", b"\x07\xe8\x01\x01\x01\x01\x01") + CANARY,
        "palette": _saved(image.convert("P"), "PNG", pnginfo=words),
        "webp": _saved(image, "WEBP", exif=exif, xmp=_XMP, icc_profile=profile) + CANARY,
        "lossless": _saved(image.convert("RGBA"), "WEBP", exif=exif, lossless=True),
    }


def plain() -> dict[str, bytes]:
    """Give sound files with nothing in them but the picture: those the check lets pass."""
    image = _picture()
    return {
        "plain jpeg": _saved(image, "JPEG"),
        "plain png": _saved(image, "PNG"),
        "plain webp": _saved(image, "WEBP"),
    }


def mutant(number: int, sound: Mapping[str, bytes]) -> tuple[str, bytes]:
    """Give what was done, and the file that came of it."""
    chance = random.Random(number)
    name = chance.choice(sorted(sound))
    how = chance.choice(sorted(_WAYS))
    return f"{how}: {name}", _WAYS[how](sound[name], chance, sound)


def segment(jpeg: bytes, marker: int, content: bytes) -> bytes:
    """Put a segment at the beginning of a JPEG file."""
    return (
        jpeg[:2] + bytes((0xFF, marker)) + struct.pack(">H", len(content) + 2) + content + jpeg[2:]
    )


def chunk(png: bytes, kind: bytes, content: bytes) -> bytes:
    """Put a chunk behind the header of a PNG file."""
    made = struct.pack(">I", len(content)) + kind + content
    return png[:33] + made + struct.pack(">I", zlib.crc32(kind + content)) + png[33:]


def _picture() -> Image.Image:
    image = Image.linear_gradient("L").resize(_SIZE).convert("RGB")
    ImageDraw.Draw(image).ellipse((20, 10, 70, 60), fill=(200, 60, 30))
    return image


def _exif() -> Image.Exif:
    found = Image.Exif()
    found[0x010F] = found[0x013B] = CANARY.decode()
    found[0x0112] = 6
    found[0x9C9C] = CANARY.decode().encode("utf-16-le")
    found.get_ifd(0x8825).update({1: "S", 2: (6.0, 12.0, 31.0), 29: CANARY.decode()})
    return found


def _saved(image: Image.Image, form: str, **how: object) -> bytes:
    content = io.BytesIO()
    image.save(content, form, **how)
    return content.getvalue()


def _flipped(content: bytes, chance: random.Random, _sound: Mapping[str, bytes]) -> bytes:
    changed = bytearray(content)
    for _flip in range(chance.choice((1, 1, 2, 5, 40))):
        changed[chance.randrange(len(changed))] ^= 1 << chance.randrange(8)
    return bytes(changed)


def _cut(content: bytes, chance: random.Random, _sound: Mapping[str, bytes]) -> bytes:
    return content[: chance.randrange(len(content))]


def _spliced(content: bytes, chance: random.Random, sound: Mapping[str, bytes]) -> bytes:
    other = sound[chance.choice(sorted(sound))]
    start = chance.randrange(len(other))
    piece = other[start : start + chance.randrange(1, 400)]
    at = chance.randrange(len(content))
    return content[:at] + piece + content[at + chance.choice((0, len(piece))) :]


def _numbered(content: bytes, chance: random.Random, _sound: Mapping[str, bytes]) -> bytes:
    """Write an extreme number where lengths and sizes stand."""
    changed = bytearray(content)
    at = chance.randrange(min(len(changed) - 4, 400))
    changed[at : at + 4] = chance.choice((b"\0\0\0\0", b"\xff\xff\xff\xff", b"\x7f\xff\xff\xff"))
    return bytes(changed)


def _huge(content: bytes, chance: random.Random, _sound: Mapping[str, bytes]) -> bytes:
    """Say in the header that the picture is huge, with a checksum that is right."""
    wide, high = (chance.choice((1, 6_000, 8_000, 16_383, 30_000, 65_535)) for _side in range(2))
    changed = bytearray(content)
    if content.startswith(b"\x89PNG"):
        header = struct.pack(">II", wide, high) + content[24:29]
        changed[16:33] = header + struct.pack(">I", zlib.crc32(b"IHDR" + header))
        return bytes(changed)
    if content.startswith(b"RIFF"):
        changed[24:30] = struct.pack("<I", wide - 1)[:3] + struct.pack("<I", high - 1)[:3]
        return bytes(changed)
    at = max(content.find(b"\xff\xc0\0\x11"), content.find(b"\xff\xc2\0\x11"))
    if at > 0:
        changed[at + 5 : at + 9] = struct.pack(">HH", high, wide)
    return bytes(changed)


def _two_in_one(content: bytes, chance: random.Random, sound: Mapping[str, bytes]) -> bytes:
    """Make a file that is also something else."""
    other = sound[chance.choice(sorted(sound))]
    ways = (
        content + b"PK\x03\x04" + CANARY, content + other, b"<script>" + CANARY + content,
        b"GIF89a" + content, b"%PDF-1.7\n" + content, content[:20] + other,
    )  # fmt: skip
    return chance.choice(ways)


def _packed_bomb(content: bytes, chance: random.Random, _sound: Mapping[str, bytes]) -> bytes:
    """Put in words, or pixels, that are short packed and long unpacked."""
    packed = zlib.compress(b"\0" * chance.choice((10_000, 3_000_000)))
    if content.startswith(b"\x89PNG"):
        kind, before = chance.choice(((b"zTXt", b"a\0\0"), (b"iCCP", b"a\0\0"), (b"IDAT", b"")))
        return chunk(content, kind, before + packed)
    if content.startswith(b"\xff\xd8"):
        scan = content.rfind(b"\xff\xda")
        return content[:-2] + content[scan:-2] * chance.choice((3, 70)) + content[-2:]
    return content[:12] + b"EXIF" + struct.pack("<I", len(packed)) + packed + content[12:]


_WAYS: dict[str, Callable[[bytes, random.Random, Mapping[str, bytes]], bytes]] = {
    "bits turned": _flipped,
    "cut off": _cut,
    "spliced": _spliced,
    "extreme numbers": _numbered,
    "huge": _huge,
    "two in one": _two_in_one,
    "packed": _packed_bomb,
}


@dataclass(slots=True)
class Outcome:
    """What became of mutants: how many the check let pass, how many were cleaned, and faults."""

    counts: Counter[str] = field(default_factory=Counter)
    faults: list[str] = field(default_factory=list)


def throw(numbers: range) -> Outcome:
    """Throw mutants at the check and the cleaning, and tell every promise that was broken."""
    found, sound = Outcome(), {**originals(), **plain()}
    for number in numbers:
        how, content = mutant(number, sound)
        found.counts["files"] += 1
        try:
            _one(content, found, f"{number}, {how}")
        except Exception as error:
            found.faults.append(f"{number}, {how}: {type(error).__name__}: {error}")
    return found


def _one(content: bytes, found: Outcome, said: str) -> None:
    for suffix in SUFFIXES:
        try:
            pictures.check(content, suffix)
        except pictures.PictureFault:
            continue
        found.counts["passed by the check"] += 1
        if CANARY in _beside_the_pixels(content):
            found.faults.append(f"{said}: the check let the canary pass")
    try:
        cleaned = clean(content)
    except pictures.PictureFault:
        found.counts["refused by the cleaning"] += 1
        return
    found.counts["cleaned"] += 1
    if CANARY[:8] in cleaned or b"Exif" in cleaned or b"xmpmeta" in cleaned:
        found.faults.append(f"{said}: something came through the cleaning")


def _beside_the_pixels(content: bytes) -> bytes:
    """Give a file without what its pixels are coded in: any bytes at all are pixels there."""
    kinds = ((b"RIFF", b"VP8"), (b"\xff\xd8", b"\xff\xda"), (b"\x89PNG", b"IDAT"))
    for start, coded in kinds:
        if content.startswith(start):
            return content[: content.find(coded)]
    return content


def main() -> None:
    """Throw as many as are asked for."""
    count = int(sys.argv[1]) if len(sys.argv) > 1 else 20_000
    begun = time.process_time()
    found = throw(range(count))
    seconds = time.process_time() - begun
    memory = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    for what, number in found.counts.items():
        print(f"{what}: {number}")
    print(f"{seconds:.0f} s of processor, at most {memory:.0f} MB, {len(found.faults)} faults")
    print("\n".join(found.faults[:20]))
    sys.exit(bool(found.faults))


if __name__ == "__main__":
    main()
