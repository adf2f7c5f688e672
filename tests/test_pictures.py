"""No photo is let through with anything in it but the picture."""

import io
import struct
import zlib
from contextlib import suppress

import pytest
import small_archive
from hypothesis import given
from hypothesis import strategies as st
from PIL import Image
from PIL.PngImagePlugin import PngInfo

from generator import pictures
from generator.pictures import PictureFault

HIDDEN = "masih membawa keterangan tersembunyi"
BEHIND = "ada isi lain di belakang gambarnya"
DAMAGED = "gambarnya rusak atau terpotong"
GPS = {1: "S", 2: (6.0, 12.0, 31.0), 3: "E", 4: (106.0, 49.0, 12.0)}


def picture(form: str, mode: str = "RGB", **how: object) -> bytes:
    """A small picture as another program saves it."""
    made = io.BytesIO()
    image = Image.effect_noise((40, 30), 60).convert(mode)
    image.save(made, form, **how)
    return made.getvalue()


def exif(*, gps: bool = True) -> Image.Exif:
    found = Image.Exif()
    found[0x010F] = "Kamera"
    if gps:
        found.get_ifd(0x8825).update(GPS)
    return found


def chunk(kind: bytes, data: bytes) -> bytes:
    checksum = zlib.crc32(kind + data)
    return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", checksum)


def png_text() -> PngInfo:
    info = PngInfo()
    info.add_text("Author", "Seseorang")
    return info


def refused(content: bytes, suffix: str) -> str:
    with pytest.raises(PictureFault) as fault:
        pictures.check(content, suffix)
    return str(fault.value)


@pytest.mark.parametrize(
    ("suffix", "content"),
    [
        (".jpg", picture("JPEG")),
        (".jpg", picture("JPEG", progressive=True, quality=60)),
        (".jpg", picture("JPEG", "L")),
        (".jpg", picture("JPEG", "CMYK")),
        (".jpg", picture("JPEG", restart_marker_rows=1)),
        (".jpg", small_archive.jpeg()),
        (".png", picture("PNG")),
        (".png", picture("PNG", "P")),
        (".png", picture("PNG", "LA")),
        (".webp", picture("WEBP")),
        (".webp", picture("WEBP", lossless=True)),
        (".webp", picture("WEBP", "RGBA")),
    ],
)
def test_a_plain_picture_passes(suffix: str, content: bytes) -> None:
    pictures.check(content, suffix)


@pytest.mark.parametrize(
    ("suffix", "content"),
    [
        (".jpg", picture("JPEG", exif=exif())),
        (".jpg", picture("JPEG", exif=exif(gps=False))),
        (".jpg", picture("JPEG", comment=b"HP seseorang")),
        (".jpg", picture("JPEG", icc_profile=b"x" * 200)),
        (".jpg", picture("JPEG", xmp=b"<x:xmpmeta/>")),
        (".png", picture("PNG", exif=exif())),
        (".png", picture("PNG", pnginfo=png_text())),
        (".png", picture("PNG", icc_profile=b"x" * 200)),
        (".webp", picture("WEBP", exif=exif())),
        (".webp", picture("WEBP", xmp=b"<x:xmpmeta/>")),
        (".webp", picture("WEBP", icc_profile=b"x" * 200)),
    ],
)
def test_what_hides_beside_the_picture_is_refused(suffix: str, content: bytes) -> None:
    assert HIDDEN in refused(content, suffix)


def test_the_small_picture_in_a_header_is_refused() -> None:
    plain = small_archive.jpeg()
    header = b"\xff\xe0" + struct.pack(">H", 16 + 12) + b"JFIF\0\1\1\0\0\1\0\1\2\2" + b"\xaa" * 12
    assert HIDDEN in refused(plain[:2] + header + plain[20:], ".jpg")


def test_an_unknown_part_is_refused_without_knowing_what_it_is() -> None:
    plain = picture("PNG")
    assert HIDDEN in refused(plain[:33] + chunk(b"prVt", b"rahasia") + plain[33:], ".png")
    assert HIDDEN in refused(plain[:33] + chunk(b"acTL", b"\0" * 8) + plain[33:], ".png")


@pytest.mark.parametrize("form", ["JPEG", "PNG", "WEBP"])
def test_nothing_may_follow_the_picture(form: str) -> None:
    suffix = {"JPEG": ".jpg", "PNG": ".png", "WEBP": ".webp"}[form]
    assert BEHIND in refused(picture(form) + b"PK\x03\x04", suffix)


def test_the_content_has_to_be_what_the_name_says() -> None:
    assert "isinya bukan gambar .jpg" in refused(picture("PNG"), ".jpg")
    assert "isinya bukan gambar .png" in refused(picture("JPEG"), ".png")
    assert "isinya bukan gambar .webp" in refused(b"<html>", ".webp")
    assert "isinya bukan gambar .jpg" in refused(b"", ".jpg")


def test_a_picture_too_large_to_open_is_refused_by_its_header() -> None:
    header = struct.pack(">IIBBBBB", 30_000, 30_000, 1, 0, 0, 0, 0)
    bomb = (
        b"\x89PNG\r\n\x1a\n"
        + chunk(b"IHDR", header)
        + chunk(b"IDAT", zlib.compress(b""))
        + chunk(b"IEND", b"")
    )
    assert "30000 x 30000 titik terlalu besar" in refused(bomb, ".png")


@pytest.mark.parametrize("form", ["JPEG", "PNG", "WEBP"])
@given(data=st.data())
def test_a_cut_picture_is_refused_and_a_changed_one_never_crashes(
    form: str, data: st.DataObject
) -> None:
    suffix = {"JPEG": ".jpg", "PNG": ".png", "WEBP": ".webp"}[form]
    whole = PLAIN[form]
    cut = data.draw(st.integers(0, len(whole) - 1))
    with pytest.raises(PictureFault):
        pictures.check(whole[:cut], suffix)
    changed = bytearray(whole)
    changed[data.draw(st.integers(0, len(whole) - 1))] ^= data.draw(st.integers(1, 255))
    with suppress(PictureFault):
        pictures.check(bytes(changed), suffix)


PLAIN = {form: picture(form) for form in ("JPEG", "PNG", "WEBP")}
