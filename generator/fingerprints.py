"""Fingerprints: what says that a page or a file need not be made or written again.

A page is known by its own bytes. What takes longer to make than to tell what it is made from (a
card, a photo), and the site as a whole, are known by that: two things that differ never share a
fingerprint, because they are spelt out value by value and a value of an unknown kind is refused.
"""

import dataclasses
import json
import marshal
import os
import platform
from collections.abc import Callable, Iterable, Mapping
from datetime import date
from enum import Enum
from functools import lru_cache
from hashlib import blake2b, sha256
from importlib.metadata import version
from pathlib import Path
from typing import Any, NamedTuple

from markupsafe import Markup

from generator.errors import KabarError
from generator.language import _

PROGRAM = Path(__file__).parent
_SIZE = 16  # bytes: 128 bits keep chance out of it
_PLAIN = frozenset({str, int, bool, float, type(None)})
_RENDERERS = ("babel", "jinja2", "markupsafe", "pillow", "segno")


class Fingerprint(NamedTuple):
    """What a page is, or what a file was made from, and how many bytes its file has."""

    digest: str
    size: int


class SitePrint(NamedTuple):
    """What is known of a finished site: each page and file by address, and what all were made from.

    That is `whole`: "" when nobody can say.
    """

    pages: Mapping[str, Fingerprint]
    whole: str = ""


UNKNOWN = SitePrint({})


class _Spellings(dict[type, Callable[[Any], object]]):
    """How a value of each class is spelt with builtin values only; learnt class by class."""

    def __missing__(self, kind: type) -> Callable[[Any], object]:
        self[kind] = spelling = _spelling(kind)
        return spelling


_SPELLINGS = _Spellings()


def _spell(values: Iterable[Any]) -> list[object]:
    return [
        value if value.__class__ in _PLAIN else _SPELLINGS[value.__class__](value)
        for value in values
    ]


def _spelling(kind: type) -> Callable[[Any], object]:
    name = f"{kind.__module__}.{kind.__qualname__}"
    if kind in _PLAIN:
        return lambda value: value
    if kind is tuple:
        return lambda value: tuple(_spell(value))
    if dataclasses.is_dataclass(kind):
        names = [field.name for field in dataclasses.fields(kind)]
        return lambda value: [name, *_spell(getattr(value, each) for each in names)]
    if issubclass(kind, Enum):
        return lambda value: [name, value._name_]
    if kind in (date, Markup):
        return lambda value: [name, str(value)]
    raise KabarError(_("Isi halaman memuat {kind}, jenis yang tidak dikenal.").format(kind=name))


def fingerprint(parts: Iterable[object]) -> str:
    """Give one digest for everything a file or a site is made from.

    Takes dataclasses, tuples, text, numbers, dates, enum members and `Markup`, nested in any way;
    anything else is a fault of the program. `marshal` version 2 writes equal values equally,
    whether or not they are the same object (version 4 and `pickle` do not).
    """
    return blake2b(marshal.dumps(_spell(parts), 2), digest_size=_SIZE).hexdigest()


def content_print(content: bytes) -> Fingerprint:
    """Give the fingerprint of a file that is known by its content alone."""
    # Not blake2b: processors of today have instructions for this one, and it takes half as long.
    return Fingerprint(sha256(content).hexdigest()[: 2 * _SIZE], len(content))


def edition(*folders: Path) -> str:
    """Give one digest for the program, these folders of templates, and what renders them."""
    digest = blake2b(digest_size=_SIZE)
    digest.update(repr((platform.python_version(), *map(_version, _RENDERERS))).encode())
    for folder in (PROGRAM, *folders):
        for file in sorted(_sources(folder)):
            content = file.read_bytes()
            digest.update(repr((file.relative_to(folder).as_posix(), len(content))).encode())
            digest.update(content)
    return digest.hexdigest()


@lru_cache
def _version(distribution: str) -> str:
    return version(distribution)


def _sources(folder: Path) -> Iterable[Path]:
    for root, folders, files in os.walk(folder):
        folders[:] = (each for each in folders if each != "__pycache__")
        yield from (Path(root, file) for file in files)


class FingerprintFile:
    """Where the fingerprints of one site folder are kept between builds.

    They are taken away before the first page is written and put back after the last, so a build
    that was killed leaves none and the next one makes every page anew.
    """

    def __init__(self, work: Path, site: Path) -> None:
        """Take the folder for the program's own files and the site folder that is described."""
        self._site = str(site.absolute())
        self._folder = work / "sidik"
        name = blake2b(os.fsencode(self._site), digest_size=8).hexdigest()
        self._file = self._folder / f"{name}.json"

    def read(self) -> SitePrint:
        """Give what is known of the site; nothing when it cannot be trusted."""
        kept = _read(self._file)
        if kept.get("site") != self._site:
            return UNKNOWN
        try:
            pages = {
                str(address): Fingerprint(str(digest), int(size))
                for address, (digest, size) in kept["pages"].items()
            }
            return SitePrint(pages, str(kept["whole"]))
        except (ValueError, KeyError, TypeError, AttributeError):
            return UNKNOWN

    def forget(self) -> None:
        """Take the fingerprints away: from now on the site folder is changing."""
        self._file.unlink(missing_ok=True)

    def save(self, known: SitePrint) -> None:
        """Put what is known of the finished site in place, all or nothing.

        Those of sites that are no longer there go: a preview that was killed leaves some.
        """
        self._folder.mkdir(parents=True, exist_ok=True)
        unfinished = self._file.with_suffix(".baru")
        unfinished.write_text(json.dumps({"site": self._site, **known._asdict()}))
        unfinished.replace(self._file)
        for other in self._folder.iterdir():
            if other != self._file and not Path(str(_read(other).get("site"))).is_dir():
                other.unlink(missing_ok=True)


def _read(file: Path) -> dict[str, Any]:
    try:
        content = json.loads(file.read_bytes())
    except (OSError, ValueError):
        return {}
    return content if isinstance(content, dict) else {}
