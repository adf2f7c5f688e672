"""The smaller pictures a telephone loads, made once for every content and kept.

They are made where the site's other files are, by the workers of the press, and only of photos that
have not been met before: `.kabar/foto/` keeps what was made of each content, under its digest.
"""

import hashlib
import tempfile
from collections.abc import Iterable, Iterator, Mapping
from contextlib import suppress
from functools import partial
from pathlib import Path

import PIL
from PIL import Image, features

from generator import urls
from generator.model import Outcome
from generator.page import SiteFile
from generator.photos.encoding import RECIPE, for_phones
from generator.photos.opening import open_upright
from generator.records import KeptPhoto
from generator.records.folder import MAX_PHOTO_BYTES
from generator.records.reading import content_of

FOLDER = "foto"
WEBP, JPEG = ".webp", ".jpg"
_DIGEST = 16  # bytes
_WEIGHT = 50  # pages that take as long as one of the two


def small_files(
    outcomes: Iterable[Outcome], photos: Mapping[str, KeptPhoto], media: Path, work: Path | None
) -> Iterator[SiteFile]:
    """Give the WebP and the JPEG of every photo outcomes show; nothing is made here.

    `media` is data/media, `work` where what was made is kept; None keeps nothing.
    """
    for outcome in outcomes:
        for one in outcome.evidence:
            name = f"{outcome.id}/{one.file}"
            if photo := photos.get(name):
                for ending in (WEBP, JPEG):
                    yield SiteFile(
                        urls.small_photo(outcome.id, one.file, ending),
                        partial(_content, media / name, photo.digest, ending, work),
                        made_from=(photo.digest, ending, _edition()),
                        weight=_WEIGHT,
                    )


def _content(file: Path, digest: str, ending: str, work: Path | None) -> bytes:
    """Give one of the two, from what is kept or made now; both are made of one decoding."""
    place = work / FOLDER / _edition() if work else None
    if place and (known := _known(place / f"{digest}{ending}")) is not None:
        return known
    made = dict(zip((WEBP, JPEG), _made(file), strict=True))
    if place:
        with suppress(OSError):
            place.mkdir(parents=True, exist_ok=True)
            for each, content in made.items():
                _keep(place / f"{digest}{each}", content)
    return made[ending]


def _made(file: Path) -> tuple[bytes, bytes]:
    return for_phones(open_upright(content_of(file, MAX_PHOTO_BYTES)).image)


def _known(file: Path) -> bytes | None:
    """Give what was kept, unless it is damaged: its own digest stands before it."""
    try:
        kept = file.read_bytes()
    except OSError:
        return None
    content = kept[_DIGEST:]
    return content if content and kept[:_DIGEST] == _sealed(content) else None


def _keep(file: Path, content: bytes) -> None:
    with tempfile.NamedTemporaryFile(dir=file.parent, prefix=".", delete=False) as half:
        half.write(_sealed(content) + content)
    Path(half.name).replace(file)


def _sealed(content: bytes) -> bytes:
    return hashlib.blake2b(content, digest_size=_DIGEST).digest()


def _edition() -> str:
    """What the bytes depend on besides the photo: how they are made, and the libraries."""
    codecs = (features.version(name) for name in ("webp", "jpg", "libjpeg_turbo"))
    seen = repr((RECIPE, PIL.__version__, *codecs, Image.Resampling.LANCZOS.value))
    return hashlib.blake2b(seen.encode(), digest_size=8).hexdigest()
