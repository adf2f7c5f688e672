"""The pictures of a terminal in the officers' guide; `make gambar` makes them anew.

A new one is an entry here, and a line in the guide that shows it.
"""

from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import NamedTuple

from docs import guide_scenes as scenes
from docs.guide_examples import FIRST_OUTCOME, FIRST_SESSION, GUIDE, practice
from docs.svg import drawn
from docs.terminal import Cut, Run, Screen, played

FOLDER = GUIDE / "gambar"
SOON, AFTER_A_SESSION, LATE = date(2025, 2, 10), date(2025, 2, 22), date(2025, 3, 10)


class TerminalPicture(NamedTuple):
    """A picture: its name, what is on it, the run it is of, and what is done to the project first.

    The project is the one the guide tells of, as it is after `pages`.
    """

    name: str
    title: str
    run: Run
    pages: tuple[str, ...] = (FIRST_SESSION,)
    prepare: Callable[[Path], None] = lambda _project: None


BOTH = (FIRST_SESSION, FIRST_OUTCOME)
PICTURES: tuple[TerminalPicture, ...] = (
    TerminalPicture(
        "check-salah",
        "kabar check menemukan tiga kesalahan",
        Run("kabar check", date(2025, 4, 5)),
        BOTH,
        scenes.three_mistakes,
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
        scenes.first_news_only,
    ),
    TerminalPicture(
        "show",
        "kabar show: cerita satu masukan",
        Run("kabar show polsek-contoh/2025-02-07#knalpot", LATE),
        BOTH,
        scenes.first_news_only,
    ),
    TerminalPicture(
        "sesi-tema",
        "kabar new session: mencari tema dengan kata warga",
        Run("kabar new session", AFTER_A_SESSION, scenes.TO_THE_THEME, "/ maling..."),
    ),
    TerminalPicture(
        "sesi-nama",
        "kabar new session: nama orang ditolak selagi diketik",
        Run(
            "kabar new session",
            AFTER_A_SESSION,
            scenes.TO_A_NAME,
            "! ada",
            (Cut("Jawab satu", "Masukan 1"),),
            hides=scenes.NAME,
        ),
    ),
    TerminalPicture(
        "sesi-akhir",
        "kabar new session: begini warga akan membacanya",
        Run(
            "kabar new session",
            AFTER_A_SESSION,
            scenes.TO_THE_END,
            "Tulis catatan ini?",
            scenes.ONLY_THE_STORY,
        ),
    ),
    TerminalPicture(
        "kabar-masukan",
        "kabar new outcome: memilih masukan yang masih ditunggu",
        Run("kabar new outcome", LATE, scenes.TO_THE_CONCERNS, "Banyak masukan sekaligus"),
        BOTH,
        scenes.first_news_only,
    ),
    TerminalPicture(
        "impor",
        "kabar import: satu baris rekap harus dibetulkan",
        Run("kabar import ../rekap.xlsx", LATE),
        prepare=scenes.a_recap,
    ),
    TerminalPicture(
        "correct",
        "kabar correct: membetulkan satu masukan",
        Run(
            "kabar correct polsek-contoh/2025-02-07#knalpot",
            SOON,
            scenes.TO_THE_CORRECTION,
            "Ketik ya",
        ),
    ),
    TerminalPicture(
        "check-terbit",
        "kabar check --against: satu isian berubah tanpa koreksi",
        Run("kabar check --against origin/main", SOON),
        prepare=scenes.a_silent_change,
    ),
    TerminalPicture(
        "diff",
        "kabar diff --against: apa yang akan berubah di mata warga",
        Run("kabar diff --against origin/main", date(2025, 2, 21)),
        BOTH,
        scenes.news_after_publishing,
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
