"""Whole projects to be built: this one with made-up records, and one with Markdown pages only."""

import shutil
from pathlib import Path

import yaml

from bench.markdown import OUTCOMES
from bench.run import ROOT

CONFIG = "mkdocs.yml"
WORK = ".kabar"
"""Where the program keeps what makes its next build faster."""
ADDITION = "rencana: |\n  Pertemuan berikutnya diadakan di dusun sebelah.\n"


def make_plain_project(folder: Path, *, has_search: bool) -> None:
    """Make the same project for MkDocs alone: without ours, and records outside the navigation.

    `has_search` leaves it the search that MkDocs comes with. The pages of the records are still to
    be written (`bench.markdown`).
    """
    folder.mkdir(parents=True)
    shutil.copytree(ROOT / "content", folder / "content")
    settings = yaml.safe_load((ROOT / CONFIG).read_text(encoding="utf-8"))
    settings["plugins"] = ["search"] if has_search else []
    settings["nav"] = [
        entry for entry in settings["nav"] if (folder / "content" / str(*entry.values())).exists()
    ]
    settings["not_in_nav"] = f"{settings.get('not_in_nav', '')}\n/sesi/\n/{OUTCOMES}/\n"
    (folder / CONFIG).write_text(yaml.safe_dump(settings), encoding="utf-8")


def change_one_record(folder: Path) -> None:
    """Add a line to one session from the middle of the archive."""
    sessions = sorted((folder / "data" / "sessions").rglob("*.yml"))
    with sessions[len(sessions) // 2].open("a", encoding="utf-8") as record:
        record.write(ADDITION)
