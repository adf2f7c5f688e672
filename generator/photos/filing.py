"""A photo from the officer's own folder -> cleaned, filed, named in its outcome: all or nothing.

The original stays where it is. It may not lie in the project's folder: whatever is committed from
there stays in git's history for ever, with the place where it was taken (UU 27/2022, article 16:
personal data are protected from unlawful disclosure).
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import islice
from pathlib import Path

from pydantic import TypeAdapter, ValidationError

from generator.errors import KabarError
from generator.language import _
from generator.model import Evidence
from generator.photos.blurring import Region, blur
from generator.photos.encoding import kept
from generator.photos.entry import Entry, with_entries
from generator.photos.opening import MOST_BYTES, decoding, open_upright
from generator.pictures import PictureFault, check
from generator.records import Kind
from generator.records.folder import MEDIA, PHOTO_SUFFIXES, SUFFIX
from generator.records.names import complaint, is_showable
from generator.records.reading import content_of
from generator.writing import Change

ENDING = ".jpg"
_SENSIBLE_SIDE = 16  # pixels: below that it is a dot, not a photo
_STEM = "foto"
_EVIDENCE = TypeAdapter(Evidence)


class FilingFault(KabarError):
    """A photo was not filed, and nothing was written; the message says why and what to do."""


@dataclass(frozen=True, slots=True)
class Original:
    """A photo to file: its file, what is seen on it, the day it was taken or "", what to cover."""

    file: Path
    caption: str
    taken: str = ""
    regions: tuple[Region, ...] = ()


@dataclass(frozen=True, slots=True)
class Filed:
    """A photo as it is to be filed: its path below data/, its bytes, and its size in pixels."""

    file: str
    content: bytes
    width: int
    height: int


def outcome_id(data: Path, given: str) -> str:
    """Give the id of the outcome that is meant: its id, or the path of its file.

    Raises FilingFault when there is no such outcome.
    """
    text = given.replace("\\", "/").removesuffix(SUFFIX)
    unit, _slash, stem = text.rpartition("/")
    identity = f"{unit.rpartition('/')[2]}/{stem}"
    if complaint(stem) or complaint(unit.rpartition("/")[2]) or ".." in text:
        raise FilingFault(
            _("Tulis satuan dan nama catatannya, misalnya --for polsek-contoh/2023-11-03.")
        )
    if not (data / Kind.OUTCOME / f"{identity}{SUFFIX}").is_file():
        raise FilingFault(
            _("Tidak ada catatan tindak lanjut {file}. Buat dulu, lalu pasang fotonya.").format(
                file=f"{data.name}/{Kind.OUTCOME}/{identity}{SUFFIX}"
            )
        )
    return identity


def refuse_inside(file: Path, root: Path) -> None:
    """Raise FilingFault for an original that lies in the project's folder."""
    if file.resolve().is_relative_to(root.resolve()):
        raise FilingFault(
            _(
                "{file} ada di dalam folder proyek ini. Foto asli membawa tempat dan waktu "
                "memotret, dan git menyimpannya selamanya begitu tercatat. Pindahkan ke luar "
                "folder proyek, lalu ulangi. Kalau sudah pernah tercatat di git, jangan kirim "
                "(push) dulu; lihat panduan untuk petugas, bagian Foto."
            ).format(file=_shown(file))
        )


def refuse_unreadable(file: Path, root: Path) -> None:
    """Raise FilingFault for a file that cannot be opened or lies in the project's folder."""
    if not file.is_file():
        raise FilingFault(_("Tidak ada foto {file}.").format(file=_shown(file)))
    refuse_inside(file, root)


def plan(
    root: Path, data: Path, outcome: str, originals: Sequence[Original]
) -> tuple[tuple[Filed, ...], tuple[Change, ...]]:
    """Clean these photos and give the changes that file them, without making any.

    They go under data/media/ and are named in the outcome's `bukti`. Raises FilingFault or
    EntryFault.
    """
    record = f"{Kind.OUTCOME}/{outcome}{SUFFIX}"
    names = list(islice(_free(data / MEDIA / outcome), len(originals)))
    cleaned = {name: _cleaned(one, root) for name, one in zip(names, originals, strict=True)}
    entries = [
        Entry(name, one.caption, one.taken) for name, one in zip(cleaned, originals, strict=True)
    ]
    _refuse_unfit(entries)
    before = content_of(data / record)
    filed = tuple(
        Filed(f"{MEDIA}/{outcome}/{name}", content, *check(content, ENDING))
        for name, content in cleaned.items()
    )
    changes = (
        *(Change(one.file, None, one.content) for one in filed),
        Change(record, before, with_entries(before, entries)),
    )
    return filed, changes


def _refuse_unfit(entries: Sequence[Entry]) -> None:
    for entry in entries:
        try:
            _EVIDENCE.validate_python(entry.tree())
        except ValidationError as error:
            raise FilingFault(
                _("Keterangannya tidak dapat dipakai; tulis satu kalimat pendek dengan kata biasa.")
            ) from error


def _cleaned(original: Original, root: Path) -> bytes:
    refuse_inside(original.file, root)
    try:
        content = content_of(original.file.resolve(), MOST_BYTES)
    except OSError as error:
        raise FilingFault(
            _("{file} tidak dapat dibaca; periksa nama dan izinnya.").format(
                file=_shown(original.file)
            )
        ) from error
    try:
        return clean(content, original.regions)
    except PictureFault as fault:
        raise FilingFault(f"{_shown(original.file)}: {fault}") from fault


def clean(content: bytes, regions: Sequence[Region] = ()) -> bytes:
    """Give a photo as it may be kept, from the bytes of its original; raises PictureFault.

    It is judged as any other under data/media/, so nothing passes here that the check refuses.
    """
    photo = open_upright(content, smallest=_SENSIBLE_SIDE)
    with decoding():
        cleaned = kept(blur(photo, regions))
    check(cleaned, ENDING)
    return cleaned


def _free(folder: Path) -> Iterator[str]:
    """Give names nobody has yet, not even with another ending.

    Never the original's: people name their photos after who is on them.
    """
    number = 0
    while True:
        number += 1
        stem = f"{_STEM}-{number}"
        if not any((folder / f"{stem}{suffix}").exists() for suffix in PHOTO_SUFFIXES):
            yield f"{stem}{ENDING}"


def _shown(file: Path) -> str:
    return file.name if is_showable(file.name) else _("Foto itu")
