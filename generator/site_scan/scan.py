"""The finished site searched, file by file, before anybody may see it.

Every text of every file is searched for identifiers, and where no gate has looked before, for all
that points to a person (see `generator.privacy`). Pages share most of what they hold: the frame
around them, the names of units, the links. So each text is searched once in a run, however many
pages hold it; every byte of every page is still read and cut into its texts, nothing is left out
because of where it stands. A number cannot hide between two texts: tags that leave no gap for a
reader are taken out first.

It fails closed: a file that cannot be read, is of no known kind, or trips the search itself is an
error and no pass.
"""

import os
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from hashlib import blake2b, sha256
from itertools import chain
from pathlib import Path

from generator.collector import without_collector
from generator.findings import Finding
from generator.fingerprints import edition
from generator.language import _
from generator.model import Outcome, Session
from generator.privacy import (
    FINDERS,
    IDENTIFIERS,
    Allowed,
    Level,
    allowances,
    likely_among,
    message,
    search,
)
from generator.privacy import Found as Hit
from generator.processes import batches, can_inherit, pool
from generator.records import Records
from generator.site_scan.seen import Seen
from generator.site_scan.texts import texts_of
from generator.site_scan.verdicts import Known, Verdicts, digest, load, save, shape_of

CHECK = "data-pribadi-di-situs"
BATCH = 250
_TOGETHER = 1 << 20  # bytes of files
_RECORDS = (("sesi/", "sessions/"),)
_NAME_OF_VOLUME = "cari/indeks/"


@dataclass(frozen=True, slots=True)
class Judgement:
    """What came of one file in which not everything was clean, or which cannot be read."""

    name: str
    hits: tuple[Hit, ...] = ()
    is_unknown: bool = False


@dataclass(slots=True)
class _Judged:
    """What came of many files: those that are clean, with what they are known by, and the rest."""

    clean: dict[str, Known] = field(default_factory=dict)
    rest: list[Judgement] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class _File:
    """A file that was read and has to be searched."""

    name: str
    content: bytes
    known: Known


@dataclass(slots=True)
class _Judge:
    """Searches files; remembers everything it has found nothing in."""

    site: str
    allowed: Allowed
    verdicts: Verdicts
    of_records: frozenset[str]
    known: Mapping[str, str]
    _seen: Mapping[bool, Seen] = field(default_factory=lambda: {True: Seen(), False: Seen()})

    def judge(self, names: Sequence[str]) -> _Judged:
        """Search files; those of records as one, and only where that is not clean, one by one."""
        judged = _Judged()
        together: list[_File] = []
        size = 0
        for name in names:
            file = self._opened(name, judged)
            if file is None:
                continue
            if not self._is_of_records(name):
                self._alone(file, judged)
                continue
            together.append(file)
            size += len(file.content)
            if size > _TOGETHER:
                self._together(together, judged)
                together, size = [], 0
        self._together(together, judged)
        return judged

    def _opened(self, name: str, judged: _Judged) -> _File | None:
        """Give a file where it has to be searched; all others are judged at once."""
        path = f"{self.site}/{name}"
        try:
            shape = shape_of(path)
            if self.verdicts.holds(name, shape):
                judged.clean[name] = self.verdicts.clean[name]
                return None
            with open(path, "rb", buffering=0) as stream:  # noqa: PTH123 - a Path costs more
                content = stream.read()
        except Exception:  # fails closed: whatever went wrong, the file is not clean
            judged.rest.append(Judgement(name, is_unknown=True))
            return None
        # What is made of records keeps its shape as long as it is the same; the rest is made anew
        # in each build and known by its bytes.
        is_clean = False
        if self._is_of_records(name):
            known = (shape, "")
        else:
            known = (shape, digest(content))
            is_clean = self.verdicts.is_the_same(name, known[1])
        if is_clean or self._is_known(name, content):
            judged.clean[name] = known
            return None
        return _File(name, content, known)

    def _is_known(self, name: str, content: bytes) -> bool:
        return name in self.known and self.known[name] == sha256(content).hexdigest()

    def _is_of_records(self, name: str) -> bool:
        return name in self.of_records or name.startswith(_NAME_OF_VOLUME)

    def _together(self, files: Sequence[_File], judged: _Judged) -> None:
        """Judge files of records: nothing in all of them is nothing in each."""
        seen, is_clean = self._seen[True], False
        try:
            texts: set[str] = set()
            for file in files:
                texts |= seen.fresh("text", _texts(file, seen))
            is_clean = not any(self._hits(texts, is_of_records=True))
        except Exception:  # what it was, and in which file, comes out one by one
            pass
        finally:
            seen.settle(is_clean=is_clean)
        if is_clean:
            judged.clean.update((file.name, file.known) for file in files)
        else:
            for file in files:
                self._alone(file, judged)

    def _alone(self, file: _File, judged: _Judged) -> None:
        is_of_records = self._is_of_records(file.name)
        seen, is_clean = self._seen[is_of_records], False
        try:
            texts = seen.fresh("text", _texts(file, seen))
            hits = tuple(dict.fromkeys(self._hits(texts, is_of_records=is_of_records)))
            is_clean = not hits
            if hits:
                judged.rest.append(Judgement(file.name, hits))
            else:
                judged.clean[file.name] = file.known
        except Exception:  # fails closed, as above
            judged.rest.append(Judgement(file.name, is_unknown=True))
        finally:
            seen.settle(is_clean=is_clean)

    def _hits(self, texts: Collection[str], *, is_of_records: bool) -> Iterator[Hit]:
        finders = IDENTIFIERS if is_of_records else FINDERS
        for text in likely_among(texts) if is_of_records else texts:
            for hit in search(text, self.allowed, finders):
                if hit.level is Level.BLOCKS:
                    # Where it stood in one text of many says nothing to a reader of the finding.
                    yield replace(hit, start=0, end=0)


@dataclass(frozen=True, slots=True)
class Scanned:
    """What may not be published, and the verdicts on all the rest."""

    findings: tuple[Finding, ...] = ()
    verdicts: Verdicts = Verdicts("")  # noqa: RUF009 - frozen

    def keep(self, work: Path, home: Path) -> None:
        """Remember the verdicts, once the site is where it is to be."""
        save(work, home, self.verdicts)


def scan(
    site: Path,
    allowed: Allowed,
    *,
    work: Path,
    of_records: frozenset[str] = frozenset(),
    home: Path | None = None,
    jobs: int = 1,
    known: Mapping[str, str] | None = None,
) -> Scanned:
    """Search every file of a site; give what may not be published, by file, never its value.

    `of_records` names the files whose words are those of records. The gate has searched these where
    they were typed, knowing who is an officer there and which word is a place; between other words
    "Pasar Sari" would be a person. In them identifiers are sought: numbers, contacts, papers.
    `home` is where the site is to be, `site` where it is now. Files that have not changed since
    verdicts were kept in `work` are not searched again. Batches are searched in `jobs` processes.
    `known` are files of other people's code, by name with the SHA-256 the project holds of them: a
    script of 2 MB is full of what looks like numbers and names. With any other bytes they are
    searched like every file.
    """
    home = home or site
    names = list(_files(site))
    verdicts = load(work, home, _edition(allowed))
    judge = _Judge(str(site), allowed, verdicts, of_records, known or {})
    clean: dict[str, Known] = {}
    found: list[Finding] = []
    with without_collector():  # here, and in processes that are copies of this one
        for judged in _judged(names, judge, jobs):
            clean |= judged.clean
            found += (finding for one in judged.rest for finding in _findings(one, home))
    return Scanned(tuple(sorted(found)), replace(verdicts, clean=clean))


def allowed_in(records: Records) -> Allowed:
    """Give what may stand in a site: official channels, and officers in their function."""
    told = (*records.sessions.values(), *records.outcomes.values())
    officers = (
        officer.name
        for record in told
        if isinstance(record, Session | Outcome)
        for officer in record.officers
        if officer.name
    )
    return allowances(records.registries.units.values()).with_names(officers)


def remove_what_was_found(site: Path, home: Path, findings: Iterable[Finding]) -> None:
    """Take the files that were found out of a site that is seen already."""
    for finding in findings:
        (site / finding.file.removeprefix(f"{home.name}/")).unlink(missing_ok=True)


def _judged(names: Sequence[str], judge: _Judge, jobs: int) -> Iterator[_Judged]:
    if jobs == 1 or _fresh(names, judge.verdicts, judge.site) < 4 * BATCH or not can_inherit():
        yield judge.judge(names)
        return
    with pool(jobs, _begin, judge) as executor:
        yield from executor.map(_judge_batch, _batches(names))


def _fresh(names: Sequence[str], verdicts: Verdicts, site: str) -> int:
    """Give how many files have to be searched."""
    if not verdicts.clean:
        return len(names)
    return sum(not _is_untouched(name, verdicts, site) for name in names)


def _is_untouched(name: str, verdicts: Verdicts, site: str) -> bool:
    try:
        return verdicts.holds(name, shape_of(f"{site}/{name}"))
    except OSError:
        return False


def _batches(names: Sequence[str]) -> list[Sequence[str]]:
    return [names[start:end] for start, end in batches([1] * len(names), BATCH)]


_begun: list[_Judge] = []


def _begin(judge: _Judge) -> None:
    """Remember, in a new process, what it is there for."""
    _begun.append(judge)


def _judge_batch(names: Sequence[str]) -> _Judged:
    return _begun[-1].judge(names)


def _texts(file: _File, seen: Seen) -> Iterator[str]:
    return chain(_words_of(file.name), texts_of(file.name, file.content, seen))


def _files(site: Path) -> Iterator[str]:
    for folder, folders, files in os.walk(site):
        folders.sort()
        inner = os.path.relpath(folder, site)
        for file in sorted(files):
            yield file if inner == "." else f"{inner}/{file}".replace(os.sep, "/")


def _words_of(name: str) -> Iterator[str]:
    """Give the words in the name of a file; the search names its pieces after what they hold."""
    if not name.startswith(_NAME_OF_VOLUME):
        yield from name.split("/")


def _edition(allowed: Allowed) -> str:
    spelt = repr((sorted(allowed.telephones), sorted(allowed.contacts), sorted(allowed.names)))
    return blake2b((edition() + spelt).encode(), digest_size=16).hexdigest()


def _findings(judgement: Judgement, home: Path) -> Iterator[Finding]:
    file = f"{home.name}/{judgement.name}"
    if judgement.is_unknown:
        said = _(
            "berkas ini tidak dapat diperiksa, jadi tidak boleh terbit; hapus dari content/, atau "
            "beri tahu pengelola program"
        )
        yield Finding(file, 0, 0, CHECK, "", said)
    for hit in judgement.hits:
        where = _record_of(judgement.name)
        said = message(hit)
        if where:
            said += _("; asalnya mungkin {record}").format(record=where)
        yield Finding(file, 0, 0, CHECK, "", said)


def _record_of(name: str) -> str:
    """Give the record a page is made from, where its address tells."""
    for folder, records in _RECORDS:
        parts = name.removeprefix(folder).split("/")
        if name.startswith(folder) and len(parts) == 3:
            return f"data/{records}{parts[0]}/{parts[1]}.yml"
    return ""
