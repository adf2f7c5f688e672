"""What each photo looks like, worked out once for every content and remembered."""

import hashlib
import json
import tempfile
from collections.abc import Iterable, Mapping, Sequence
from concurrent.futures import Executor
from contextlib import suppress
from pathlib import Path

import PIL

from generator.photos import likeness as recipe
from generator.photos.likeness import Likeness, likeness
from generator.pictures import PictureFault
from generator.records.folder import MAX_PHOTO_BYTES, PhotoFile
from generator.records.reading import content_of

FILE = "photos.json"
BATCH = 50
"""Photos decoded at once on an executor: each takes milliseconds, not microseconds."""


def recognise(
    photos: Sequence[PhotoFile], media: Path, work: Path | None, executor: Executor | None
) -> Mapping[str, Likeness]:
    """Give the likeness of every photo by the digest of its content; without those undecodable.

    What is known from earlier runs is kept in `work`, unless it is None. The rest is decoded in
    batches on `executor`, or here when it is None or the photos are few.
    """
    if not photos:
        return {}
    known = _load(work)
    wanted = {photo.digest: str(media / photo.name) for photo in photos}
    found = {digest: known[digest] for digest in wanted if digest in known}
    fresh = [file for digest, file in wanted.items() if digest not in found]
    digests = [digest for digest in wanted if digest not in found]
    for digest, (is_sound, value) in zip(digests, _decoded(fresh, executor), strict=True):
        if is_sound:
            found[digest] = value
    if fresh or found.keys() != known.keys():
        _save(work, found)
    return found


def look_at(files: Iterable[str]) -> list[tuple[bool, Likeness]]:
    """Decode a batch of photos; each is sound, with its likeness, or not."""
    return [_look(file) for file in files]


def _look(file: str) -> tuple[bool, Likeness]:
    try:
        return True, likeness(content_of(file, MAX_PHOTO_BYTES))
    except (OSError, PictureFault):
        return False, None


def _decoded(files: Sequence[str], executor: Executor | None) -> list[tuple[bool, Likeness]]:
    if executor is None or len(files) < 2 * BATCH:
        return look_at(files)
    batches = [files[start : start + BATCH] for start in range(0, len(files), BATCH)]
    return [one for batch in executor.map(look_at, batches) for one in batch]


def _load(work: Path | None) -> dict[str, Likeness]:
    if work is None:
        return {}
    try:
        kept = json.loads((work / FILE).read_bytes())
        if kept["seal"] != _seal():
            return {}
        return {
            digest: None if value is None else int(value, 16)
            for digest, value in kept["likenesses"].items()
        }
    except (OSError, ValueError, KeyError, TypeError, AttributeError):
        return {}


def _save(work: Path | None, found: Mapping[str, Likeness]) -> None:
    if work is None:
        return
    values = {digest: None if value is None else f"{value:016x}" for digest, value in found.items()}
    content = json.dumps({"seal": _seal(), "likenesses": dict(sorted(values.items()))})
    with suppress(OSError):
        work.mkdir(parents=True, exist_ok=True)
        with tempfile.NamedTemporaryFile(
            "w", encoding="utf-8", dir=work, prefix=f".{FILE}.", delete=False
        ) as half:
            half.write(content)
        Path(half.name).replace(work / FILE)


def _seal() -> str:
    """What a likeness depends on besides the picture."""
    source = Path(recipe.__file__).read_bytes()
    return hashlib.blake2b(source + PIL.__version__.encode(), digest_size=16).hexdigest()
