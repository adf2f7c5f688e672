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
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from hashlib import blake2b, sha256
from itertools import chain
from pathlib import Path

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
    may_identify,
    message,
    search,
)
from generator.privacy import Found as Hit
from generator.processes import can_inherit, pool
from generator.records import Records
from generator.site_scan.seen import Seen
from generator.site_scan.texts import Unknown, texts_of
from generator.site_scan.verdicts import Shape, Verdicts, digest, load, save, shape_of

CHECK = "data-pribadi-di-situs"
BATCH = 250
_RECORDS = (("sesi/", "sessions/"),)
_NAME_OF_VOLUME = "cari/indeks/"


@dataclass(frozen=True, slots=True)
class Judgement:
    """What came of one file: what was found in it, or the shape and digest it is clean with."""

    name: str
    hits: tuple[Hit, ...] = ()
    is_unknown: bool = False
    clean: tuple[Shape, str] | None = None


@dataclass(slots=True)
class _Judge:
    """Searches files; remembers everything it has found nothing in."""

    site: str
    allowed: Allowed
    verdicts: Verdicts
    of_records: frozenset[str]
    known: Mapping[str, str]
    _seen: Mapping[bool, Seen] = field(default_factory=lambda: {True: Seen(), False: Seen()})

    def judge(self, name: str) -> Judgement:
        path = f"{self.site}/{name}"
        try:
            shape = shape_of(path)
            if self.verdicts.holds(name, shape):
                return Judgement(name, clean=self.verdicts.clean[name])
            with open(path, "rb") as stream:  # noqa: PTH123 - a Path costs more
                content = stream.read()
            if not os.path.islink(path):  # noqa: PTH114
                return self._searched(name, content, shape)
        except Exception:  # fails closed: whatever went wrong, the file is not clean
            pass
        return Judgement(name, is_unknown=True)

    def _searched(self, name: str, content: bytes, shape: Shape) -> Judgement:
        if self.verdicts.is_the_same(name, content):
            return Judgement(name, clean=(shape, self.verdicts.clean[name][1]))
        if self.known.get(name) == sha256(content).hexdigest():
            return Judgement(name, clean=(shape, digest(content)))
        is_of_records = name in self.of_records or name.startswith(_NAME_OF_VOLUME)
        seen, is_clean = self._seen[is_of_records], False
        try:
            texts = seen.fresh("text", chain(_words_of(name), texts_of(name, content, seen)))
            hits = tuple(dict.fromkeys(self._hits(texts, is_of_records=is_of_records)))
            is_clean = not hits
        except Unknown:
            return Judgement(name, is_unknown=True)
        finally:
            seen.settle(is_clean=is_clean)
        return (
            Judgement(name, clean=(shape, digest(content))) if is_clean else Judgement(name, hits)
        )

    def _hits(self, texts: Iterable[str], *, is_of_records: bool) -> Iterator[Hit]:
        finders = IDENTIFIERS if is_of_records else FINDERS
        for text in texts:
            if is_of_records and not may_identify(text):
                continue
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
    judgements = list(
        _judged(names, _Judge(str(site), allowed, verdicts, of_records, known or {}), jobs)
    )
    clean = {one.name: one.clean for one in judgements if one.clean}
    found = sorted(finding for one in judgements for finding in _findings(one, home))
    return Scanned(tuple(found), replace(verdicts, clean=clean))


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


def _judged(names: Sequence[str], judge: _Judge, jobs: int) -> Iterator[Judgement]:
    fresh = [name for name in names if not _is_known(judge, name)]
    if jobs == 1 or len(fresh) < 4 * BATCH or not can_inherit():
        yield from map(judge.judge, names)
        return
    with pool(jobs, _begin, judge) as executor:
        for batch in executor.map(_judge_batch, _batches(names)):
            yield from batch


def _is_known(judge: _Judge, name: str) -> bool:
    try:
        return judge.verdicts.holds(name, shape_of(f"{judge.site}/{name}"))
    except OSError:
        return False


def _batches(names: Sequence[str]) -> list[Sequence[str]]:
    return [names[at : at + BATCH] for at in range(0, len(names), BATCH)]


_begun: list[_Judge] = []


def _begin(judge: _Judge) -> None:
    """Remember, in a new process, what it is there for."""
    _begun.append(judge)


def _judge_batch(names: Sequence[str]) -> list[Judgement]:
    return [_begun[-1].judge(name) for name in names]


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
