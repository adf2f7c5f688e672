"""`kabar build`: MkDocs run so that an officer is told what went wrong."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from functools import partial
from pathlib import Path
from time import monotonic

from mkdocs.commands.build import build
from mkdocs.config import load_config
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import Abort, MkDocsException

from generator.clock import today_in
from generator.collector import without_collector
from generator.errors import SettingsError
from generator.findings import Finding, Severity, has_errors
from generator.fingerprints import FingerprintFile
from generator.language import _
from generator.model import Concern
from generator.plugin.alone import alone
from generator.plugin.hooks import KabarPlugin
from generator.plugin.host_log import HostLog
from generator.plugin.order import Order, Progress, silent
from generator.plugin.project import Project, project_of
from generator.plugin.settings import root_of, work_of
from generator.plugin.staging import Staging
from generator.plugin.unchanged import Stamp
from generator.plugin.workers import cluster, processes
from generator.press import Previous
from generator.processes import Beside

_NUMBERS = ("sessions", "concerns", "outcomes", "editorial", "written", "kept")


@dataclass(frozen=True, slots=True)
class BuildReport:
    """What a build has done.

    `published` says whether the new site has taken the old one's place; if not, `findings` say
    why and the numbers are 0. `editorial` are pages of content/, `written` and `kept` pages of
    records that were made anew and taken over. `seconds` are told by step: `read`, `frame` (the
    editorial pages and the shells), `press` and `swap`. `was_there` says that nothing has changed
    since this very site was built, so nothing was done: the numbers are those of that build.
    """

    published: bool
    findings: tuple[Finding, ...]
    site: Path
    sessions: int = 0
    concerns: int = 0
    outcomes: int = 0
    editorial: int = 0
    written: int = 0
    kept: int = 0
    was_there: bool = False
    seconds: Mapping[str, float] = field(default_factory=dict)


def build_site(
    config_file: Path,
    *,
    today: date | None = None,
    jobs: int = 0,
    scheduler: str | None = None,
    progress: Progress = silent,
    strict: bool = True,
) -> BuildReport:
    """Build the site beside the old one and put it in its place when everything has passed.

    `today` None stands for `SOURCE_DATE_EPOCH`, or the day in the site's zone. `jobs` is a number
    of processes, 0 one for each processor; `scheduler` the address of a Dask scheduler. Broken
    records, and under `strict` anything MkDocs warns of, leave the old site exactly as it was.
    Raises `SettingsError` when mkdocs.yml or an argument cannot be used, or when another build of
    this project is at work.
    """
    config = load(config_file, strict=strict)
    site, plugin = Path(config.site_dir), _plugin(config)
    project = project_of(config, plugin.config)
    today = today or today_in(project.zone)
    stamp = Stamp(project, config, today, site)
    if (known := stamp.known()) is not None:
        return BuildReport(published=True, findings=(), site=site, was_there=True, **known)
    with cluster(scheduler) as executor, without_collector():
        order = Order(today, executor, processes(jobs), None, progress, stamp.published)
        report = _build(config, plugin, order)
        # Last of all: what a stamp is found for is looked at no more, nor what lies beside it.
        if report.published and not report.findings and _is_all_ours(config):
            _stamp(stamp, report, plugin)
    return report


def _build(config: MkDocsConfig, plugin: KabarPlugin, order: Order) -> BuildReport:
    """Build beside the old site, and put the new one in its place when everything has passed."""
    site = Path(config.site_dir)
    fingerprints = FingerprintFile(work_of(config), site)
    severity = Severity.ERROR if config.strict else Severity.WARNING
    log = HostLog(Path(config.docs_dir), root_of(config), severity)
    with alone(work_of(config)), Staging(site) as staging:
        order = replace(order, previous=Previous(site, fingerprints.read()))
        config.site_dir = str(staging.folder)
        with log:
            passed = _run(config, plugin, order)
        if passed:
            order.progress("swap", 0, 0)
            started = monotonic()
            fingerprints.forget()
            staging.swap()
            # A copy writes one file while this process writes the other: both tell of every page.
            keep = partial(plugin.scanned.keep, work_of(config), site)
            keeping = Beside(keep, is_alone=order.jobs == 1)
            try:
                fingerprints.save(plugin.pressed.known)
            finally:
                keeping.result()
            plugin.seconds["swap"] = monotonic() - started
    return _report(plugin, site, log.findings, passed=passed)


def _stamp(stamp: Stamp, report: BuildReport, plugin: KabarPlugin) -> None:
    """Keep what the site was made from, and what it came to."""
    numbers = {name: getattr(report, name) for name in _NUMBERS}
    searched = plugin.scanned.verdicts.clean.items()  # every file there is, and no other
    files = ((name, size, time) for name, ((size, time, _inode), _digest) in searched)
    stamp.save(numbers, plugin.prepared.digests, files)


def _is_all_ours(config: MkDocsConfig) -> bool:
    """Whether no other plugin or hook could make the site of something we do not know of."""
    return len(config.plugins) == 1 and not config.hooks


def read_project(config_file: Path) -> Project:
    """Say where a project keeps its records; `SettingsError` when mkdocs.yml cannot be used."""
    config = load(config_file, strict=False)
    return project_of(config, _plugin(config).config)


def load(config_file: Path, *, strict: bool) -> MkDocsConfig:
    """Read mkdocs.yml; `SettingsError` when it cannot be used."""
    root = config_file.absolute().parent
    with HostLog(root, root, Severity.ERROR) as log:
        try:
            return load_config(str(config_file), strict=strict)
        except MkDocsException as error:
            said = [finding.message for finding in log.findings] or [str(error)]
            raise SettingsError("\n".join(said)) from error


def _plugin(config: MkDocsConfig) -> KabarPlugin:
    for plugin in config.plugins.values():
        if isinstance(plugin, KabarPlugin):
            return plugin
    raise SettingsError(_("mkdocs.yml: tambahkan `kabar` ke daftar plugins."))


def _run(config: MkDocsConfig, plugin: KabarPlugin, order: Order) -> bool:
    """Let MkDocs build; False when it gave up, having logged why."""
    config.plugins.on_startup(command="build", dirty=False)
    plugin.order = order
    try:
        build(config)
    except (Abort, MkDocsException):
        return False
    finally:
        config.plugins.on_shutdown()
    return True


def _report(plugin: KabarPlugin, site: Path, logged: list[Finding], *, passed: bool) -> BuildReport:
    prepared, pressed = plugin.prepared, plugin.pressed
    if has_errors(prepared.findings) or prepared.archive is None:
        # What MkDocs logged then is our own findings, once more and as one text.
        findings = prepared.findings or tuple(logged)
        return BuildReport(published=False, findings=findings, site=site, seconds=plugin.seconds)
    findings = (*prepared.findings, *(plugin.scanned.findings or logged))
    if not passed:
        return BuildReport(published=False, findings=findings, site=site, seconds=plugin.seconds)
    matters = prepared.archive.matters.values()
    return BuildReport(
        published=True,
        findings=findings,
        site=site,
        sessions=len(prepared.archive.sessions),
        concerns=sum(isinstance(matter.concern, Concern) for matter in matters),
        outcomes=len(prepared.archive.outcomes),
        editorial=plugin.editorial,
        written=pressed.written,
        kept=pressed.kept,
        seconds=plugin.seconds,
    )
