"""Checking the records: as they lie there, as git would take them, against what is published."""

import datetime
from collections.abc import Iterable, Sequence
from pathlib import Path

import click

from generator import notices, plugin, site
from generator.archive import Archive
from generator.checks import against
from generator.cli.agreement import say
from generator.cli.options import (
    FINDINGS,
    WELL,
    config_option,
    day_option,
    help_option,
    language_option,
)
from generator.cli.spoken import Choice, Command
from generator.cli.staging import check_staged, what_git_has_not
from generator.cli.telling import tell
from generator.clock import today_in
from generator.findings import Finding, has_errors
from generator.language import _
from generator.wording.days import number


@click.command(
    cls=Command,
    options_metavar=_("[PILIHAN]"),
    help=_(
        "Memeriksa semua catatan dan menunjukkan apa yang perlu diperbaiki.\n\n"
        "JALUR membatasi yang ditampilkan ke berkas atau folder itu; yang diperiksa tetap "
        "semuanya, karena catatan saling menyebut."
    ),
)
@click.argument("paths", nargs=-1, type=click.Path(path_type=Path), metavar=_("[JALUR]..."))
@click.option(
    "--format",
    "form",
    type=Choice(notices.FORMATS),
    default="text",
    help=_(
        "Bentuk hasil: text untuk dibaca, json untuk program, github dan gitlab untuk tinjauan."
    ),
)
@click.option(
    "--staged",
    "is_staged",
    is_flag=True,
    help=_("Periksa yang akan disimpan git commit, bukan yang sekadar ada di folder."),
)
@click.option(
    "--against",
    "ref",
    metavar=_("REF"),
    help=_(
        "Bandingkan juga dengan yang sudah terbit, misalnya origin/main: yang diubah atau dihapus "
        "diam-diam ditolak."
    ),
)
@day_option
@config_option
@language_option
@help_option
def check(
    paths: tuple[Path, ...],
    form: str,
    is_staged: bool,
    ref: str | None,
    as_of: datetime.date | None,
    config: Path,
) -> int:
    """Check every record."""
    project = plugin.read_project(config)
    if is_staged and ref is not None:
        raise click.UsageError(_("pakai --staged atau --against, tidak keduanya"))
    if ref is None:
        _refuse_what_is_not_there(paths)
    today = as_of or today_in(project.zone)
    look = (project.root, project.data)
    if is_staged:
        archive, found, changes = check_staged(project, today)
    else:
        archive, found = site.check(*look, today, work=project.work)
    if ref is not None:
        found = against.compare(*look, archive, ref, today, found)
        # What is gone is not there, and yet something is said of it.
        _refuse_what_is_not_there(
            path
            for path in paths
            if not any(_is_asked_for(one, [path], project.root) for one in found)
        )
    findings = [one for one in found if _is_asked_for(one, paths, project.root)]
    _show(findings, found, archive, form, paths)
    if is_staged and form == "text" and has_errors(findings):
        say(what_git_has_not(findings, changes, project))
    return FINDINGS if has_errors(findings) else WELL


def _show(
    findings: Sequence[Finding],
    found: Sequence[Finding],
    archive: Archive,
    form: str,
    paths: Sequence[Path],
) -> None:
    match form:
        case "json":
            click.echo(notices.as_json(findings))
        case "gitlab":
            click.echo(notices.as_code_quality(findings))
        case "github":
            click.echo(notices.as_annotations(findings), nl=bool(findings))
        case _:
            _say(findings, found, archive, paths)


def _say(
    findings: Sequence[Finding], found: Sequence[Finding], archive: Archive, paths: Sequence[Path]
) -> None:
    if findings or not has_errors(found):
        tell(findings)
    if has_errors(found) and not has_errors(findings):
        said = _(
            "Tidak ada kesalahan di {paths}. Di tempat lain ada {errors} kesalahan; situs "
            "belum bisa dibuat. Lihat: kabar check"
        )
        click.echo(
            said.format(
                paths=", ".join(path.as_posix() for path in paths),
                errors=number(sum(one.is_error for one in found)),
            )
        )
    elif not has_errors(findings):
        said = _("{sessions} sesi dan {outcomes} kabar tindak lanjut siap terbit.")
        click.echo(
            said.format(
                sessions=number(len(archive.sessions)), outcomes=number(len(archive.outcomes))
            )
        )


def _refuse_what_is_not_there(paths: Iterable[Path]) -> None:
    path = next((path for path in paths if not path.exists()), None)
    if path is not None:
        raise click.BadParameter(_("tidak ada berkas atau folder {path}").format(path=path))


def _is_asked_for(finding: Finding, paths: Iterable[Path], root: Path) -> bool:
    file = (root / finding.file).absolute()
    asked = [path.absolute() for path in paths]
    return not asked or any(file.is_relative_to(path) for path in asked)
