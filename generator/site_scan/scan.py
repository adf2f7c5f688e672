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
from dataclasses import dataclass, replace
from hashlib import blake2b
from pathlib import Path

from generator.collector import without_collector
from generator.findings import Finding
from generator.fingerprints import edition
from generator.language import _
from generator.model import Outcome, Session
from generator.pagefiles import Shape, shape_of
from generator.privacy import Allowed, allowances, message
from generator.processes import batches, can_inherit, pool
from generator.records import Records
from generator.site_scan.judge import Judge, Judged, Judgement
from generator.site_scan.verdicts import Known, Verdicts, load, save

CHECK = "data-pribadi-di-situs"
BATCH = 250
_RECORDS = (("sesi/", "sessions/"),)


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
    judged: Mapping[str, Shape] | None = None,
) -> Scanned:
    """Search every file of a site; give what may not be published, by file, never its value.

    `of_records` names the files whose words are those of records. The gate has searched these where
    they were typed, knowing who is an officer there and which word is a place; between other words
    "Pasar Sari" would be a person. In them identifiers are sought: numbers, contacts, papers.
    `home` is where the site is to be, `site` where it is now. Files that have not changed since
    verdicts were kept in `work` are not searched again, nor are those `judged` where they were made
    (`AtTheSource`, with the same `allowed`). Batches are searched in `jobs` processes.
    `known` are files of other people's code, by name with the SHA-256 the project holds of them: a
    script of 2 MB is full of what looks like numbers and names. With any other bytes they are
    searched like every file.
    """
    home = home or site
    verdicts = load(work, home, _edition(allowed))
    made_clean = {name: (shape, "") for name, shape in (judged or {}).items()}
    verdicts = replace(verdicts, clean={**verdicts.clean, **made_clean})
    clean: dict[str, Known] = {}
    found: list[Finding] = []
    with without_collector():  # here, and in processes that are copies of this one
        names = list(_to_be_searched(site, verdicts, clean))
        judge = Judge(str(site), allowed, verdicts, of_records, known or {})
        for some in _judged(names, judge, jobs):
            clean |= some.clean
            found += (finding for one in some.rest for finding in _findings(one, home))
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


def _to_be_searched(site: Path, verdicts: Verdicts, clean: dict[str, Known]) -> Iterator[str]:
    """Give the files nobody knows to be clean; tell `clean` of all others."""
    for name in _files(site):
        try:
            if verdicts.holds(name, shape_of(f"{site}/{name}")):
                clean[name] = verdicts.clean[name]
                continue
        except OSError:  # whoever opens it will say so
            pass
        yield name


def _judged(names: Sequence[str], judge: Judge, jobs: int) -> Iterator[Judged]:
    if jobs == 1 or len(names) < 4 * BATCH or not can_inherit():
        yield judge.judge(names)
        return
    with pool(jobs, _begin, judge) as executor:
        yield from executor.map(_judge_batch, _batches(names))


def _batches(names: Sequence[str]) -> list[Sequence[str]]:
    return [names[start:end] for start, end in batches([1] * len(names), BATCH)]


_begun: list[Judge] = []


def _begin(judge: Judge) -> None:
    """Remember, in a new process, what it is there for."""
    _begun.append(judge)


def _judge_batch(names: Sequence[str]) -> Judged:
    return _begun[-1].judge(names)


def _files(site: Path) -> Iterator[str]:
    for folder, folders, files in os.walk(site):
        folders.sort()
        inner = os.path.relpath(folder, site)
        for file in sorted(files):
            yield file if inner == "." else f"{inner}/{file}".replace(os.sep, "/")


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
