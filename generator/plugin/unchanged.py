"""Whether a site would come out just as it is: then there is nothing to build."""

import json
import os
import sys
from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from hashlib import blake2b
from pathlib import Path
from typing import Any, TypeAlias

from mkdocs.config.defaults import MkDocsConfig

from generator import history, rendering
from generator.desk import built_in
from generator.fingerprints import edition, fingerprint
from generator.plugin.project import Project
from generator.records.cache import digest as content_digest
from generator.records.folder import MEDIA

_SIZE = 16  # bytes

FileShape: TypeAlias = tuple[str, int, int]
"""A file's path below a folder, its size, and its time of writing."""


class Stamp:
    """What a site was made from and what it came to, kept beside its fingerprints.

    Everything that decides a byte of the site goes in: the records, the pages of content/, the
    settings, the program and all it stands on, the day, and what git says of first publications.
    The same inputs make the same bytes, so a site that is still as it was left needs no build.

    What is looked at here is not looked at again: `published` is what git said, and a build tells
    what it read, so only where there is a stamp already the records are read for it.
    """

    def __init__(self, project: Project, config: MkDocsConfig, today: date, site: Path) -> None:
        """Take a project, its settings, the day and the site's folder."""
        self._site, self._data = site, project.data
        name = blake2b(os.fsencode(site), digest_size=8).hexdigest()
        self._file = project.work / f"cap-{name}.json"
        self.published = history.first_published(project.root, project.data)
        self._around = _around(project, config, today, self.published)

    def known(self) -> dict[str, Any] | None:
        """Give what was reported when this very site was built; None when it has to be built."""
        try:
            kept = json.loads(self._file.read_bytes())
            # On another day, or by another program, the records need not be read to know it.
            if kept["around"] != self._around:
                return None
            told = fingerprint(tuple(sorted(_digests(self._data).items())))
            if kept["records"] == told and kept["site"] == _shape(_files(self._site)):
                report: dict[str, Any] = kept["report"]
                return report
        except (OSError, ValueError, KeyError, TypeError):
            pass
        return None

    def save(
        self, report: Mapping[str, int], records: Mapping[str, str], site: Iterable[FileShape]
    ) -> None:
        """Keep what a finished site came to, to be reported again.

        `records` are the digests of the record files it was made from, by their path below data/.
        `site` are its files, each once, in any order.
        """
        told = fingerprint(tuple(sorted(records.items())))
        made = {"around": self._around, "records": told, "site": _shape(site)}
        kept = {**made, "report": dict(report)}
        self._file.parent.mkdir(parents=True, exist_ok=True)
        unfinished = self._file.with_suffix(".baru")
        unfinished.write_text(json.dumps(kept), encoding="utf-8")
        unfinished.replace(self._file)


def _around(
    project: Project, config: MkDocsConfig, today: date, published: Mapping[str, date]
) -> str:
    """Give a digest of everything but the record files."""
    digest = blake2b(digest_size=_SIZE)
    settings = (str(config.config_file_path), config.strict, config.site_url, today.isoformat())
    first = sorted(published.items())
    digest.update(repr((settings, _packages(), first, edition(rendering.TEMPLATES))).encode())
    digest.update(Path(config.config_file_path).read_bytes())
    folders = [Path(config.docs_dir), *filter(Path.is_dir, [project.data / MEDIA])]
    if form := built_in(project.root):
        folders.append(form)
    if config.theme.custom_dir:
        folders.append(Path(config.theme.custom_dir))
    for folder in folders:
        for path, _size, _time in _files(folder):
            digest.update(os.fsencode(path))
            digest.update(blake2b(Path(folder, path).read_bytes(), digest_size=_SIZE).digest())
    return digest.hexdigest()


def _packages() -> list[str]:
    """Give the names and versions of all that is installed, as the names of its folders tell them.

    To have them from the metadata inside, every build would read two hundred files.
    """
    folders = [folder for folder in map(Path, sys.path) if folder.is_dir()]
    return sorted(found.name for folder in folders for found in folder.glob("*.dist-info"))


def _digests(data: Path) -> dict[str, str]:
    """Give the digests of all files under data/ but the photos, as reading the records does."""
    return {
        path: content_digest(Path(data, path).read_bytes())
        for path, _size, _time in _files(data)
        if not path.startswith(f"{MEDIA}/")
    }


def _shape(site: Iterable[FileShape]) -> str:
    """Give a digest of which files a site holds, how large they are and when they were written."""
    return blake2b(repr(sorted(site)).encode(), digest_size=_SIZE).hexdigest()


def _files(folder: Path) -> Iterator[FileShape]:
    """Walk a folder in one order."""
    open_folders = [""]
    while open_folders:
        place = open_folders.pop()
        inner = []
        for entry in _sorted(folder, place):
            path = f"{place}{entry.name}"
            if entry.is_dir(follow_symlinks=False):
                inner.append(f"{path}/")
            else:
                found = entry.stat(follow_symlinks=False)
                yield path, found.st_size, found.st_mtime_ns
        open_folders.extend(reversed(inner))


def _sorted(folder: Path, place: str) -> Iterable["os.DirEntry[str]"]:
    with os.scandir(f"{folder}/{place}") as entries:
        return sorted(entries, key=lambda entry: entry.name)
