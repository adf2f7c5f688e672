"""Nothing published changes unnoticed: the records as they are, compared with those at a git ref.

Compared is what the model reads, so writing the same in another way is no change. What was
published may be mended (`koreksi`), taken back (`ditarik`), or followed by an outcome; it may not
change, vanish or move without saying so. What is added to it is no change unless it moves
something (see `differences`). The contract of records, "Corrections and withdrawals", is the rule.
"""

import datetime
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from pathlib import Path

from generator.archive import Archive
from generator.checks.against.changes import changes
from generator.checks.against.default_deadlines import moved_default_deadlines
from generator.checks.against.kept import lost_corrections
from generator.checks.against.photos import replaced_photos
from generator.checks.against.published import Published
from generator.checks.against.registries import echoes, removed_keys, reused_keys
from generator.checks.against.renamed import renamed_records
from generator.checks.against.reuse import reused_ids
from generator.checks.against.told import Comparison, located
from generator.checks.against.unclear import broken_before
from generator.checks.against.withdrawals import (
    gone_entries,
    gone_records,
    renamed_entries,
    undone_withdrawals,
)
from generator.findings import Finding
from generator.language import _
from generator.records import prefix_of
from generator.records.folder import MEDIA
from generator.since import since

__all__ = ["COMPARISONS", "EXPLANATIONS", "compare"]

BEHIND = "belum-digabung"

COMPARISONS: tuple[Comparison, ...] = (
    broken_before,
    changes,
    gone_entries,
    gone_records,
    lost_corrections,
    moved_default_deadlines,
    removed_keys,
    renamed_entries,
    renamed_records,
    replaced_photos,
    reused_ids,
    reused_keys,
    undone_withdrawals,
)

EXPLANATIONS: Mapping[str, str] = {
    **{one.id: one.explanation for one in COMPARISONS},
    BEHIND: """Cabang ini belum memuat yang terbaru.

Sesudah cabang ini dibuat, orang lain menerbitkan perubahan. Kalau cabang ini diterbitkan begitu
saja, perubahan itu hilang lagi.

Gabungkan dulu yang terbaru, misalnya dengan `git merge origin/main`, lalu periksa lagi.
""",
}
"""What officers read about each kind of finding, by its id."""


def compare(
    root: Path,
    data: Path,
    archive: Archive,
    ref: str,
    today: datetime.date,
    besides: Iterable[Finding] = (),
) -> tuple[Finding, ...]:
    """Give everything in `data` that does not fit what was published at a git ref.

    `besides` are findings of the ordinary checks: they are among those given, but for what only
    follows from something told here.
    `archive` holds what was read under `data`; of a file that is broken now nothing is said, as
    the ordinary checks tell of it. `today` dates the corrections that are proposed. Costs what
    differs, not what there is. Raises since.CannotCompare without git, for an unknown ref and in a
    shallow clone.
    """
    prefix = prefix_of(root, data)
    published = Published(ref, prefix, data, since(data, ref, MEDIA), archive, today)
    found = {located(prefix, data, one.id, told) for one in COMPARISONS for told in one(published)}
    behind = {f"{prefix}{name}" for name in published.since.behind}
    said_once = echoes(published)
    others = (one for one in besides if one.message not in said_once)
    return tuple(sorted({*others, *_without_those_behind(found, behind, ref)}))


def _without_those_behind(
    findings: Iterable[Finding], behind: set[str], ref: str
) -> Iterator[Finding]:
    """Say of a file nobody here has touched only that the newer one has to be fetched first."""
    told: set[str] = set()
    for one in findings:
        if one.file not in behind:
            yield one
        elif one.file not in told:
            told.add(one.file)
            said = _(
                "berkas ini sudah lebih baru di {ref}, dan cabang ini belum memuatnya. Ambil dulu: "
                "git merge {ref}"
            ).format(ref=ref)
            yield replace(one, line=0, column=0, check=BEHIND, where="", message=said, mending=None)
