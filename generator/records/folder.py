"""What lies under `data/`: record files, photos, and everything that should not be there.

Nothing is skipped: whatever is no record and no photo is told with what to do about it.
"""

import os
from collections.abc import Collection, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import TypeAlias

from generator import pictures
from generator.language import _
from generator.records.cache import digest
from generator.records.kinds import Kind
from generator.records.names import better_photo_name, complaint, is_showable
from generator.records.nearest import nearest
from generator.records.reading import RecordFile, content_of

SUFFIX = ".yml"
MEDIA = "media"
PHOTO_SUFFIXES = (".jpg", ".png", ".webp")
MAX_PHOTO_BYTES = 300_000
_TABLES = {f"{kind}{SUFFIX}": kind for kind in Kind if kind.is_table}
_FOLDERS = {str(kind): kind for kind in Kind if not kind.is_table}
_BACKUPS = ("~", ".bak", ".orig", ".rej", ".swp", ".tmp", ".old")


@dataclass(frozen=True, slots=True)
class PhotoFile:
    """An evidence photo: its path below data/media/, digest, and size in pixels."""

    name: str
    digest: str
    width: int
    height: int


@dataclass(frozen=True, slots=True)
class Misplaced:
    """Something that cannot be read where it lies: its path below data/, and what to do."""

    name: str
    message: str

    @property
    def meant(self) -> str:
        """The record, or folder of records, it probably was meant to be (`units/polsek-x`)."""
        return self.name.lower().removesuffix(SUFFIX).removesuffix(".yaml")


Found: TypeAlias = RecordFile | PhotoFile | Misplaced


def look(data: Path) -> Iterator[Found]:
    """Give everything under `data`, in the order of the names."""
    for entry in _entries(data, ""):
        if isinstance(entry, Misplaced):
            yield entry
        elif entry.name in _TABLES:
            yield from _table(entry)
        elif entry.name in _FOLDERS or entry.name == MEDIA:
            yield from _top_folder(entry)
        else:
            yield _unknown(entry)


def _entries(folder: Path, name: str) -> Iterator["os.DirEntry[str] | Misplaced"]:
    try:
        with os.scandir(folder) as scan:
            entries = sorted(scan, key=lambda entry: entry.name)
    except OSError:
        yield Misplaced(name, _("folder ini tidak ada atau tidak dapat dibuka; periksa izinnya"))
        return
    names = {entry.name for entry in entries}
    for entry in entries:
        if message := _unfit(entry) or _twin(entry.name, names):
            yield Misplaced(f"{name}/{entry.name}".lstrip("/"), message)
        else:
            yield entry


def _unfit(entry: "os.DirEntry[str]") -> str | None:
    if entry.is_file(follow_symlinks=False) or entry.is_dir(follow_symlinks=False):
        if entry.name.startswith("."):
            return _("namanya berawal titik, jadi tersembunyi; hapus dari folder ini")
        return None
    if entry.is_symlink():
        return _("ini tautan, bukan berkas aslinya; hapus, lalu simpan berkas aslinya di sini")
    return _("ini bukan berkas dan bukan folder biasa; hapus")


def _twin(name: str, names: Collection[str]) -> str | None:
    """Two names that differ only in case are one file on Windows and macOS."""
    if name == name.lower() or name.lower() not in names:
        return None
    return _("namanya hanya berbeda huruf besar dari berkas lain; satukan, lalu hapus yang ini")


def _is_folder(entry: "os.DirEntry[str]") -> bool:
    return entry.is_dir(follow_symlinks=False)


def _table(entry: "os.DirEntry[str]") -> Iterator[Found]:
    if _is_folder(entry):
        yield Misplaced(entry.name, _("di sini perlu berkas, bukan folder; ganti namanya"))
    else:
        yield RecordFile(_TABLES[entry.name], "", entry.name)


def _top_folder(entry: "os.DirEntry[str]") -> Iterator[Found]:
    if not _is_folder(entry):
        yield Misplaced(entry.name, _("di sini perlu folder, bukan berkas; ganti namanya"))
    elif entry.name == MEDIA:
        yield from _photos_by_unit(Path(entry.path))
    elif (kind := _FOLDERS[entry.name]).has_unit_folders:
        yield from _records_by_unit(Path(entry.path), kind)
    else:
        yield from _record_files(Path(entry.path), kind, "")


def _unknown(entry: "os.DirEntry[str]") -> Misplaced:
    known = [*_FOLDERS, MEDIA] if _is_folder(entry) else list(_TABLES)
    message = _("di sini hanya ada {known}; pindahkan atau hapus yang lain").format(
        known=", ".join([*_FOLDERS, MEDIA, *_TABLES])
    )
    meant = nearest(entry.name, known) if is_showable(entry.name) else None
    if meant:
        message = _("`{name}` tidak dikenal; maksud Anda `{meant}`?").format(
            name=entry.name, meant=meant
        )
    return Misplaced(entry.name, message)


def _unit_folders(folder: Path, name: str) -> Iterator["os.DirEntry[str] | Misplaced"]:
    for entry in _entries(folder, name):
        if isinstance(entry, Misplaced):
            yield entry
        elif not _is_folder(entry):
            yield Misplaced(
                f"{name}/{entry.name}",
                _("pindahkan ke folder satuannya, misalnya data/{name}/polsek-contoh/").format(
                    name=name
                ),
            )
        elif message := complaint(entry.name):
            yield Misplaced(f"{name}/{entry.name}", message)
        else:
            yield entry


def _records_by_unit(folder: Path, kind: Kind) -> Iterator[Found]:
    for entry in _unit_folders(folder, kind):
        if isinstance(entry, Misplaced):
            yield entry
        else:
            yield from _record_files(Path(entry.path), kind, entry.name)


def _record_files(folder: Path, kind: Kind, unit: str) -> Iterator[Found]:
    place = f"{kind}/{unit}".rstrip("/")
    for entry in _entries(folder, place):
        if isinstance(entry, Misplaced):
            yield entry
        elif _is_folder(entry):
            message = _("di sini tidak boleh ada folder lagi; pindahkan isinya ke atas")
            yield Misplaced(f"{place}/{entry.name}", message)
        else:
            yield _record_file(entry, kind, place, unit)


def _record_file(entry: "os.DirEntry[str]", kind: Kind, place: str, unit: str) -> Found:
    stem = entry.name.removesuffix(SUFFIX)
    message = _wrong_suffix(entry.name) or complaint(stem)
    if message is None:
        return RecordFile(kind, f"{unit}/{stem}" if unit else stem, f"{place}/{entry.name}")
    return Misplaced(f"{place}/{entry.name}", message)


def _split(name: str) -> tuple[str, str]:
    stem, dot, suffix = name.rpartition(".")
    return (stem, f".{suffix}") if dot else (name, "")


def _wrong_suffix(name: str) -> str | None:
    if name.endswith(SUFFIX):
        return None
    if name.lower().endswith(_BACKUPS):
        return _("ini salinan cadangan; hapus")
    if name.lower().endswith((".yml", ".yaml")):
        return _("nama catatan harus berakhiran .yml dengan huruf kecil; ganti namanya")
    return _("di sini hanya boleh ada catatan berakhiran .yml; pindahkan atau hapus")


def _photos_by_unit(media: Path) -> Iterator[Found]:
    for unit in _unit_folders(media, MEDIA):
        if isinstance(unit, Misplaced):
            yield unit
            continue
        for record in _unit_folders(Path(unit.path), f"{MEDIA}/{unit.name}"):
            if isinstance(record, Misplaced):
                yield record
            else:
                yield from _photos(Path(record.path), f"{unit.name}/{record.name}")


def _photos(folder: Path, identity: str) -> Iterator[Found]:
    for entry in _entries(folder, f"{MEDIA}/{identity}"):
        if isinstance(entry, Misplaced):
            yield entry
        elif message := _unfit_photo(entry):
            yield Misplaced(f"{MEDIA}/{identity}/{entry.name}", message)
        else:
            yield _photo(entry, f"{identity}/{entry.name}")


def _unfit_photo(entry: "os.DirEntry[str]") -> str | None:
    stem, suffix = _split(entry.name)
    if _is_folder(entry):
        return _("di sini tidak boleh ada folder lagi; pindahkan isinya ke atas")
    if suffix not in PHOTO_SUFFIXES or complaint(stem):
        better = better_photo_name(entry.name) if is_showable(entry.name) else None
        if better:
            return _("ganti namanya menjadi {better}").format(better=better)
    if suffix not in PHOTO_SUFFIXES:
        return _("di sini hanya boleh ada foto berakhiran .jpg, .png, atau .webp; hapus")
    try:
        size = entry.stat(follow_symlinks=False).st_size
    except OSError:
        return _("foto ini tidak dapat dibaca; periksa izinnya")
    if size > MAX_PHOTO_BYTES:
        return _(
            "foto ini {size} kB, paling besar {most} kB; pindahkan ke luar folder proyek, lalu "
            "pasang dengan kabar photo"
        ).format(size=-(-size // 1000), most=MAX_PHOTO_BYTES // 1000)
    return complaint(stem)


def _photo(entry: "os.DirEntry[str]", name: str) -> PhotoFile | Misplaced:
    _stem, suffix = _split(entry.name)
    try:
        content = content_of(entry.path, MAX_PHOTO_BYTES)
        width, height = pictures.check(content, suffix)
    except OSError:
        message = _("foto ini tidak dapat dibaca; periksa izinnya")
        return Misplaced(f"{MEDIA}/{name}", message)
    except pictures.PictureFault as fault:
        return Misplaced(f"{MEDIA}/{name}", str(fault))
    return PhotoFile(name, digest(content), width, height)
