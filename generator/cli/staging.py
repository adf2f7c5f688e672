"""What `git commit` would take, checked before it does."""

import datetime
import shlex
from collections.abc import Iterable, Iterator, Sequence

from generator import site, staged
from generator.archive import Archive
from generator.cli.agreement import near
from generator.findings import Finding
from generator.language import _
from generator.plugin import Project
from generator.writing import Change


def check_staged(
    project: Project, today: datetime.date
) -> tuple[Archive, tuple[Finding, ...], Sequence[Change]]:
    """Check the records as they would be committed; gives also where the folder differs."""
    changes = staged.changes(project.data)
    look = (project.root, project.data)
    if changes:
        archive, found = site.rehearse(*look, changes, today, work=project.work)
    else:  # what lies there is what would be committed
        archive, found = site.check(*look, today, work=project.work)
    return archive, found, changes


def what_git_has_not(
    findings: Iterable[Finding], changes: Iterable[Change], project: Project
) -> Iterator[str]:
    """Say what to do about findings; a file may be mended already, and git not told."""
    wrong = {one.file for one in findings if one.is_error}
    folder = project.data.relative_to(project.root).as_posix()
    other = [one.file for one in changes if f"{folder}/{one.file}" in wrong]
    yield ""
    yield _("Belum disimpan. Yang diperiksa adalah isi pada git add terakhir.")
    if other:
        yield _("Di folder Anda, isi berkas ini sudah lain. Kalau itu yang benar:")
        yield f"    git add {' '.join(shlex.quote(f'{near(project.data)}/{one}') for one in other)}"
    else:
        yield _("Betulkan, jalankan git add lagi untuk berkasnya, lalu ulangi git commit.")
