"""The story of the site, from files to pages that wait to be pressed.

The order matters: everything is read and checked before anything is laid out, so an error stops
the rest while the site that is already public stays as it is.
"""

import datetime
from collections.abc import Iterator, Mapping, Sequence
from concurrent.futures import Executor
from dataclasses import dataclass, field
from pathlib import Path

from generator import archive, checks, history, records
from generator.archive import Archive
from generator.checks.privacy import examining, without_names
from generator.collector import without_collector
from generator.desk import Desk
from generator.desk import files as desk_files
from generator.exports.catalogue import all_files
from generator.facts import SiteFacts
from generator.findings import Finding
from generator.fingerprints import fingerprint
from generator.model import Outcome
from generator.page import Page, SiteFile
from generator.photos.published import small_files
from generator.records.folder import MEDIA
from generator.urls import HOME, photo
from generator.views import catalogue
from generator.views.sharing import shared
from generator.writing import Change, as_it_would_be


@dataclass(frozen=True, slots=True)
class Photo:
    """A photo to publish: the file it comes from and its place in the site."""

    file: Path
    address: str


@dataclass(frozen=True, slots=True)
class Prepared:
    """A checked archive, the pages it makes and the files beside them.

    `archive` is None and `pages`, `files` and `photos` are empty when a finding is an error.
    `home` is the figures that are set into the editorial home page. `inputs` is a digest of all
    the pages tell of, the day included; `digests` recognise each record file by its path below
    data/.
    """

    archive: Archive | None
    findings: tuple[Finding, ...]
    pages: tuple[Page, ...] = ()
    home: Page | None = None
    photos: tuple[Photo, ...] = ()
    files: tuple[SiteFile, ...] = ()
    inputs: str = ""
    digests: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Checked:
    """An archive and every problem of every file, sorted by file and line.

    `inputs` is a digest of all that pages can tell of, the day included; `digests` recognise each
    record file by its path below data/.
    """

    archive: Archive
    findings: tuple[Finding, ...]
    inputs: str
    digests: Mapping[str, str]


def read_and_check(
    root: Path,
    data: Path,
    today: datetime.date,
    *,
    work: Path | None = None,
    executor: Executor | None = None,
    published: Mapping[str, datetime.date] | None = None,
    keeps: bool = True,
) -> Checked:
    """Read, assess and check the records under `data` as of a day.

    `root` is the project's folder: findings name files relative to it. `work` keeps what makes the
    next run faster, unless it is None or nothing is to be kept. Batches are read and searched on
    `executor`, or here when it is None. `published` are the days files were first published, where
    git has been asked already.
    """
    if published is None:
        published = history.first_published(root, data)
    with without_collector():
        reading = records.read(
            root, data, work=work, executor=executor, published=published, keeps=keeps
        )
        # The gate is asked last: its workers search while the records are assessed and checked.
        personal = examining(root, data, reading, work=work, executor=executor)
        found = archive.build(reading.records, today)
        told = {*reading.findings, *checks.run(found, root, data, reading)}
        findings = sorted({*without_names(told, root, data, reading), *personal()})
    told_of = (
        today,
        tuple(sorted(reading.digests.items())),
        tuple((name, photo.digest) for name, photo in reading.records.media.items()),
        tuple(sorted(published.items())),
    )
    return Checked(found, tuple(findings), fingerprint(told_of), reading.digests)


def lay_out(
    checked: Checked,
    data: Path,
    facts: SiteFacts,
    *,
    work: Path | None = None,
    desk: Desk | None = None,
) -> Prepared:
    """Lay out the pages and files of an archive nothing is wrong with; none is made here.

    `facts` say what the site is. `work` keeps what makes the next run faster; None keeps nothing.
    `desk` is the form to publish beside them.
    """
    found = checked.archive
    pages = tuple(shared(page, found, facts) for page in catalogue.all_pages(found))
    return Prepared(
        archive=found,
        findings=checked.findings,
        pages=tuple(page for page in pages if page.address != HOME),
        home=next(page for page in pages if page.address == HOME),
        photos=tuple(_photos(found, data)),
        files=(
            *all_files(found, facts),
            *_small_photos(found, data, work),
            *(desk_files(found, facts, desk) if desk else ()),
        ),
        inputs=fingerprint((checked.inputs, facts)),
        digests=checked.digests,
    )


def check(
    root: Path,
    data: Path,
    today: datetime.date,
    *,
    work: Path | None = None,
    executor: Executor | None = None,
) -> tuple[Archive, tuple[Finding, ...]]:
    """Read and assess the records and give every problem of every file, sorted by file and line."""
    checked = read_and_check(root, data, today, work=work, executor=executor)
    return checked.archive, checked.findings


def rehearse(
    root: Path,
    data: Path,
    changes: Sequence[Change],
    today: datetime.date,
    *,
    work: Path | None = None,
) -> tuple[Archive, tuple[Finding, ...]]:
    """Check the records as they would be after some changes, before any is made; see `check`.

    What was only tried is not kept in `work`: it may be refused for what it says of somebody.
    """
    published = history.first_published(root, data)
    with as_it_would_be(data, changes) as would_be:
        checked = read_and_check(
            would_be.parent, would_be, today, work=work, published=published, keeps=False
        )
    return checked.archive, checked.findings


def _small_photos(found: Archive, data: Path, work: Path | None) -> Iterator[SiteFile]:
    return small_files(found.outcomes, found.records.media, data / MEDIA, work)


def _photos(found: Archive, data: Path) -> list[Photo]:
    return [
        Photo(data / "media" / outcome.id / evidence.file, photo(outcome.id, evidence.file))
        for outcome in found.outcomes
        if isinstance(outcome, Outcome)
        for evidence in outcome.evidence
    ]
