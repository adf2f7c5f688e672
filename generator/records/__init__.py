"""Everything under `data/`, read at once: the records, and every problem of every file.

A broken file never stops the others, and nothing is skipped in silence.
"""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Set
from concurrent.futures import Executor
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from types import MappingProxyType
from typing import Any

from generator import yaml_text
from generator.collector import without_collector
from generator.findings import Finding
from generator.language import _
from generator.model import Outcome, Session
from generator.records import cache, faults
from generator.records.contents import KeptPhoto, Records, Registries
from generator.records.folder import MEDIA, Misplaced, PhotoFile, look
from generator.records.kinds import Kind, Record, place, validate
from generator.records.mending import Mended
from generator.records.reading import RecordFile, content_of, read_all
from generator.records.recognition import recognise

__all__ = [
    "KeptPhoto",
    "Kind",
    "Mended",
    "Reading",
    "Record",
    "Records",
    "Registries",
    "is_broken",
    "prefix_of",
    "read",
]

NOTHING: Mapping[str, date] = MappingProxyType({})


@dataclass(frozen=True, slots=True)
class Reading:
    """What was read under `data/`.

    `broken` names what is there but could not be read, as `<kind>/<id>`: a record
    (`sessions/polsek-x/2023-10-20`, `themes/patroli`) or all under a path (`themes`,
    `sessions/polsek-x`). See `is_broken`. `digests` recognise the content of every record file, by
    its path below data/; `mended` is what is sound of broken records, likewise by path.
    """

    records: Records
    findings: tuple[Finding, ...]
    broken: frozenset[str]
    digests: Mapping[str, str]
    mended: Mapping[str, Mended]


def is_broken(broken: Set[str], kind: Kind, identity: str) -> bool:
    """Whether a record is there but could not be read, so that nobody is told it is unknown."""
    parts = f"{kind}/{identity}".split("/")
    return any("/".join(parts[:length]) in broken for length in range(1, len(parts) + 1))


def read(
    root: Path,
    data: Path,
    *,
    work: Path | None = None,
    executor: Executor | None = None,
    published: Mapping[str, date] = NOTHING,
    keeps: bool = True,
) -> Reading:
    """Read everything under `data`; never raises because of what lies there.

    Findings name files relative to `root` and are sorted. Valid records are kept in `work` for the
    next run, unless it is None. New and changed files are read in batches on `executor`, or here
    when it is None. `published` are the days files were first published, by path below data/.
    Where it `keeps` nothing, what is in `work` helps and is left as it is.
    """
    kept = cache.load(work)
    reader = _Reader(prefix_of(root, data), data, kept)
    with without_collector():
        reader.gather(executor)
        reader.recognise_photos(work, executor)
    if keeps and (reader.valid.keys() != kept.keys() or reader.has_new):
        cache.save(work, reader.packed())
    return reader.reading(published)


def prefix_of(root: Path, data: Path) -> str:
    """Give what stands before a path below `data` to make it relative to `root`: `data/`."""
    folder = data.relative_to(root) if data.is_relative_to(root) else data
    return f"{folder.as_posix()}/"


class _Reader:
    """Gathers what is found under data/, file by file."""

    def __init__(self, prefix: str, data: Path, kept: cache.Kept) -> None:
        self.prefix = prefix
        self.folder = data
        self.kept = kept
        self.valid: dict[str, tuple[str, Record]] = {}
        self.has_new = False
        self.findings: list[Finding] = []
        self.broken: set[str] = set()
        self._packed: list[cache.Packed] = []
        self._records: dict[Kind, dict[str, Record]] = defaultdict(dict)
        self._digests: dict[str, str] = {}
        self._media: list[PhotoFile] = []
        self._kept_photos: dict[str, KeptPhoto] = {}
        self._mended: dict[str, Mended] = {}

    def gather(self, executor: Executor | None) -> None:
        """Take in everything; what is new or changed since the last run is read."""
        for files, batch, packed in read_all(str(self.folder.absolute()), self._fresh(), executor):
            for file, (digest, record, content) in zip(files, batch, strict=True):
                if record is None:
                    self._take_unsound(file, digest, content)
                else:
                    self.has_new = True
                    self._take_record(file, digest, record)
            if packed and all(file.name in self.valid for file in files):
                self._packed.append((tuple(file.name for file in files), packed))

    def packed(self) -> Iterator[cache.Packed]:
        """Give what is to be kept for the next run: every sound record, nothing of the broken."""
        yield from self._packed
        done = {name for names, _packed in self._packed for name in names}
        yield cache.packed({name: one for name, one in self.valid.items() if name not in done})

    def recognise_photos(self, work: Path | None, executor: Executor | None) -> None:
        """Decode every photo that is new since the last run; one that cannot be is no photo."""
        likenesses = recognise(self._media, self.folder / MEDIA, work, executor)
        for photo in self._media:
            if photo.digest in likenesses:
                likeness = likenesses[photo.digest]
                self._kept_photos[photo.name] = KeptPhoto(
                    photo.digest, photo.width, photo.height, likeness
                )
            else:
                message = _("gambarnya rusak atau terpotong; pasang foto yang utuh")
                self._take_misplaced(Misplaced(f"{MEDIA}/{photo.name}", message))

    def reading(self, published: Mapping[str, date]) -> Reading:
        """Give all that was gathered."""
        for name in published.keys() & self.valid.keys():
            _publish(self.valid[name][1], published[name])
        return Reading(
            records=Records(
                sessions=self._by_id(Kind.SESSION),
                outcomes=self._by_id(Kind.OUTCOME),
                registries=Registries(
                    programmes=self._by_id(Kind.PROGRAMME),
                    units=self._by_id(Kind.UNIT),
                    themes=self._by_id(Kind.THEME),
                    reasons=self._by_id(Kind.REASON),
                ),
                media=dict(sorted(self._kept_photos.items())),
            ),
            findings=tuple(sorted(set(self.findings))),
            broken=frozenset(self.broken),
            digests=dict(sorted(self._digests.items())),
            mended=dict(sorted(self._mended.items())),
        )

    def _fresh(self) -> Iterator[RecordFile]:
        """Take in what lies under data/; gives the files that have to be read."""
        for found in look(self.folder):
            match found:
                case RecordFile():
                    if self._has_to_be_read(found):
                        yield found
                case PhotoFile():
                    self._media.append(found)
                case Misplaced():
                    self._take_misplaced(found)

    def _has_to_be_read(self, file: RecordFile) -> bool:
        known_digest, known = self.kept.get(file.name, ("", None))
        if known is None and not file.kind.is_table:
            return True
        try:
            content = content_of(f"{self.folder}/{file.name}")
        except OSError:
            self._take_unreadable(file)
            return False
        digest = cache.digest(content)
        if file.kind.is_table:
            self._take_table(file, digest, content)
        elif known is not None and known_digest == digest:
            self._take_record(file, digest, known)
        else:
            return True
        return False

    def _take_unsound(self, file: RecordFile, digest: str, content: bytes) -> None:
        if digest:
            self._take_broken(file, digest, content)
        else:
            self._take_unreadable(file)

    def _take_misplaced(self, found: Misplaced) -> None:
        self.findings.append(faults.of_place(self.prefix, found))
        self.broken.add(found.meant)

    def _take_unreadable(self, file: RecordFile) -> None:
        message = _("berkas ini tidak dapat dibaca; periksa izinnya")
        self._take_misplaced(Misplaced(file.name, message))

    def _take_record(self, file: RecordFile, digest: str, record: Record) -> None:
        self._digests[file.name] = digest
        self.valid[file.name] = (digest, record)
        self._records[file.kind][file.id] = record

    def _take_broken(self, file: RecordFile, digest: str, content: bytes) -> None:
        self._digests[file.name] = digest
        self.broken.add(f"{file.kind}/{file.id}".rstrip("/"))
        told, mended = faults.of_content(self.prefix, file.name, file.kind, content)
        self.findings += told
        if mended and mended.record:
            place(mended.record, file.id)
            self._mended[file.name] = mended

    def _take_table(self, file: RecordFile, digest: str, content: bytes) -> None:
        self._digests[file.name] = digest
        tree = yaml_text.parse(content).tree
        if tree is None:
            self._take_broken(file, digest, content)
            return
        wrong = {str(one.path[0]) for one in faults.table_complaints(file.kind, tree)}
        if wrong:
            self.findings += faults.of_content(self.prefix, file.name, file.kind, content)[0]
        for key, entry in tree.items():
            if key in wrong:
                self.broken.add(f"{file.kind}/{key}")
            else:
                record = validate(file.kind, entry)
                place(record, key)
                self._records[file.kind][key] = record

    def _by_id(self, kind: Kind) -> dict[str, Any]:
        return dict(sorted(self._records[kind].items()))


def _publish(record: Record, day: date) -> None:
    """Tell a record what only its history knows; it is frozen from then on."""
    if isinstance(record, Session | Outcome):
        object.__setattr__(record, "published", day)
