"""Where a project keeps its records and what day it is there, as its mkdocs.yml says."""

from dataclasses import dataclass
from pathlib import Path

from mkdocs.config.defaults import MkDocsConfig

from generator.plugin.settings import Settings, root_of, work_of


@dataclass(frozen=True, slots=True)
class Project:
    """The folders of a project, its address, and the time zone its days are counted in.

    `root` is the folder of mkdocs.yml, `data` that of the records, `work` that of what the program
    keeps between runs. `address` is that of the site, with a slash at its end.
    """

    root: Path
    data: Path
    work: Path
    zone: str
    address: str


def project_of(config: MkDocsConfig, settings: Settings) -> Project:
    """Give the project a configuration describes."""
    root = root_of(config)
    return Project(
        root,
        root / settings.folder,
        work_of(config),
        settings.zona,
        f"{(config.site_url or '').rstrip('/')}/",
    )
