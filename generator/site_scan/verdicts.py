"""Which files were searched before and found clean, so that only what is new is searched."""

import json
import os
from collections.abc import Mapping
from dataclasses import dataclass, field
from hashlib import blake2b
from pathlib import Path
from typing import TypeAlias

from generator.pagefiles import Shape

FOLDER = "periksa"
_SIZE = 16  # bytes

Known: TypeAlias = tuple[Shape, str]
"""By which a clean file is known: its shape, and its digest, empty where nobody asks for that."""


@dataclass(frozen=True, slots=True)
class Verdicts:
    """What was clean under one edition of the gate, by path below the site.

    A verdict holds for a name and its bytes, and only as long as `edition` is what it was: that
    stands for the program, everything that is allowed, and so for every rule there is.
    """

    edition: str
    clean: Mapping[str, Known] = field(default_factory=dict)

    def holds(self, name: str, shape: Shape) -> bool:
        """Whether a file has not been touched since it was found clean."""
        known = self.clean.get(name)
        return known is not None and known[0] == shape

    def is_the_same(self, name: str, digested: str) -> bool:
        """Whether a file made anew holds the very bytes that were found clean."""
        known = self.clean.get(name)
        return known is not None and known[1] == digested


def digest(content: bytes) -> str:
    """Give the digest by which bytes are known (BLAKE2b, 128 bits)."""
    return blake2b(content, digest_size=_SIZE).hexdigest()


def load(work: Path, site: Path, edition: str) -> Verdicts:
    """Give the verdicts kept for a site; none when they are damaged or of another edition."""
    try:
        kept = json.loads(_file(work, site).read_bytes())
        if kept["edition"] == edition:
            return Verdicts(
                edition,
                {
                    str(name): ((int(size), int(time), int(inode)), str(known))
                    for name, (size, time, inode, known) in kept["clean"].items()
                },
            )
    except (OSError, ValueError, KeyError, TypeError, AttributeError):
        pass
    return Verdicts(edition)


def save(work: Path, site: Path, verdicts: Verdicts) -> None:
    """Keep the verdicts for the next build, all or nothing."""
    file = _file(work, site)
    file.parent.mkdir(parents=True, exist_ok=True)
    unfinished = file.with_suffix(".baru")
    clean = {name: (*shape, known) for name, (shape, known) in verdicts.clean.items()}
    kept = {"site": str(site), "edition": verdicts.edition, "clean": clean}
    unfinished.write_text(json.dumps(kept))
    unfinished.replace(file)
    for other in file.parent.glob("*.json"):
        if other != file and not _is_of_a_site(other):
            other.unlink(missing_ok=True)  # that of a preview, which went with it


def forget(work: Path, site: Path) -> None:
    """Remember nothing of a site that is about to go."""
    _file(work, site).unlink(missing_ok=True)


def _is_of_a_site(file: Path) -> bool:
    try:
        return Path(json.loads(file.read_bytes())["site"]).is_dir()
    except (OSError, ValueError, KeyError, TypeError):
        return False


def _file(work: Path, site: Path) -> Path:
    return work / FOLDER / f"{blake2b(os.fsencode(site), digest_size=8).hexdigest()}.json"
