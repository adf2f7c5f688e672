"""The pictures of a terminal in the officers' guide; `make gambar` makes them anew.

A new one is an entry here, and a line in the guide that shows it.
"""

from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import NamedTuple

from docs.guide_examples import FIRST_OUTCOME, FIRST_SESSION, GUIDE, practice
from docs.svg import drawn
from docs.terminal import Run, Screen, played

FOLDER = GUIDE / "gambar"
SESSION = "data/sessions/polsek-contoh/2025-02-07.yml"
EXTENSION = "data/outcomes/polsek-contoh/2025-02-20.yml"
LATE = date(2025, 3, 10)


class TerminalPicture(NamedTuple):
    """A picture: its name, what is on it, the run it is of, and what is done to the project first.

    The project is the one the guide tells of, as it is after `pages`.
    """

    name: str
    title: str
    run: Run
    pages: tuple[str, ...] = (FIRST_SESSION,)
    prepare: Callable[[Path], None] = lambda _project: None


def three_mistakes(project: Path) -> None:
    """Make the mistakes that are made most often."""
    _replace(project / SESSION, "satuan: polsek-contoh", "satuan: polsek-cntoh")
    _replace(project / SESSION, "jenis: keluhan", "jenis: keluhann")
    _replace(project / EXTENSION, "sebab: dinas", "sebab: kata dinas: dinas")


def first_news_only(project: Path) -> None:
    """Leave only what happened in the first month."""
    for name in ("2025-03-14", "2025-04-04"):
        (project / f"data/outcomes/polsek-contoh/{name}.yml").unlink()


def _replace(file: Path, before: str, after: str) -> None:
    text = file.read_text(encoding="utf-8")
    if before not in text:
        raise ValueError(f"{file.name} no longer holds: {before}")
    file.write_text(text.replace(before, after, 1), encoding="utf-8")


BOTH = (FIRST_SESSION, FIRST_OUTCOME)
PICTURES: tuple[TerminalPicture, ...] = (
    TerminalPicture(
        "check-salah",
        "kabar check menemukan tiga kesalahan",
        Run("kabar check", date(2025, 4, 5)),
        BOTH,
        three_mistakes,
    ),
    TerminalPicture(
        "check-baik",
        "kabar check tidak menemukan kesalahan",
        Run("kabar check", date(2025, 4, 5)),
        BOTH,
    ),
    TerminalPicture(
        "status",
        "kabar status: yang masih ditunggu warga dari satu polsek",
        Run("kabar status --unit polsek-contoh", LATE),
        BOTH,
        first_news_only,
    ),
    TerminalPicture(
        "show",
        "kabar show: cerita satu masukan",
        Run("kabar show polsek-contoh/2025-02-07#knalpot", LATE),
        BOTH,
        first_news_only,
    ),
)


def screen_of(picture: TerminalPicture, folder: Path) -> Screen:
    """Run the command of a picture anew, in a project made in this folder."""
    project = practice(folder / "proyek", picture.pages)
    picture.prepare(project)
    return played(picture.run, project)


def make(picture: TerminalPicture, folder: Path) -> None:
    """Make a picture anew, of a project made in this folder."""
    FOLDER.mkdir(exist_ok=True)
    screen = screen_of(picture, folder)
    (FOLDER / f"{picture.name}.svg").write_text(drawn(screen, picture.title), encoding="utf-8")
