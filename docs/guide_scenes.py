"""What an officer types in the pictures of the guide, and what is done to the project first.

The project is the one the guide tells of, about a made-up Polsek.
"""

import os
import subprocess
from pathlib import Path

from openpyxl import Workbook

from docs.terminal import CLEAR, DONE, DOWN, ENTER, Cut, Step

SESSION = "data/sessions/polsek-contoh/2025-02-07.yml"
OUTCOMES = "data/outcomes/polsek-contoh"
EXTENSION = f"{OUTCOMES}/2025-02-20.yml"
GIT = {
    "GIT_CONFIG_GLOBAL": os.devnull,
    "GIT_CONFIG_SYSTEM": os.devnull,
    "GIT_AUTHOR_NAME": "Polsek Contoh",
    "GIT_AUTHOR_EMAIL": "polsek@contoh.test",
    "GIT_COMMITTER_NAME": "Polsek Contoh",
    "GIT_COMMITTER_EMAIL": "polsek@contoh.test",
}
"""Git as on any machine, for one post."""
_PUBLISHED = "2025-02-08T05:00:00+00:00"

NAME = "Fulan"
"""No one's: what is said in Indonesian where any name would do."""
_TELLS = "? Apa yang disampaikan?"


def _found(question: str, words: str) -> tuple[Step, ...]:
    """Narrow a list down by typing, and take what is left."""
    return Step(question, words), Step(f"/ {words}...", ENTER)


TO_THE_THEME = (
    *_found("? Satuan mana yang mengadakan sesi ini?", "polsek"),
    Step("? Ada lagi selain Polsek Contoh?", ENTER),
    *_found("? Program apa?", "jumat"),
    Step("? Kapan sesinya?", f"kemarin{ENTER}"),
    Step("? Di mana?", f"Balai Desa Sukarekah{ENTER}"),
    Step("? Di desa apa?", f"Sukarekah{ENTER}"),
    Step("? Apa yang disampaikan warga?", ENTER),
    *_found("? Masukan ini berupa apa?", "laporan"),
    Step("? Tentang apa?", "maling"),
)
"""The first answers about a session, up to the list of themes."""
TO_A_NAME = (
    *TO_THE_THEME,
    Step("/ maling...", f"{DOWN}{ENTER}"),
    Step("? Ada lagi selain Pencurian?", ENTER),
    Step(_TELLS, f"Pak {NAME} bilang warungnya kemalingan."),
)
"""Up to a person's name."""
TO_THE_END = (
    *TO_A_NAME,
    Step("! ada", f"{CLEAR}Warung di dekat pasar kemalingan dua kali bulan ini.{DONE}"),
    Step("? Apakah dijawab saat itu juga?", ENTER),
    *_found("? Jawabannya berupa apa?", "komitmen"),
    Step("? Apa jawabannya?", f"Patroli malam ditambah di sekitar pasar.{DONE}"),
    Step("? Ada janji?", f"dua minggu lagi{ENTER}"),
    Step("? Nama pendek masukan ini", ENTER),
    Step("? Lalu?", ENTER),
    Step("? Ada lagi yang ingin diisi?", ENTER),
)
"""Up to whether the record is to be written."""
ONLY_THE_STORY = (Cut("Jawab satu", "Begini warga"), Cut("Nama program", "Masukan warga"))

TO_THE_CONCERNS = (Step("? Kabar ini dari satuan mana?", ENTER),)
TO_THE_CORRECTION = (
    *_found("Bagian mana yang salah?", "knalpot.isi"),
    Step(
        "Isi yang benar:",
        f"{CLEAR}Motor berknalpot bising lewat hampir setiap malam di jalan depan pasar.{ENTER}",
    ),
    Step("Sebabnya:", f"{CLEAR}salah tulis{ENTER}"),
)

_AT = ("Polsek Contoh", "Jumat Curhat", "Balai Desa Sukarekah", "Sukarekah")
RECAP = (
    (
        *("No", "Hari/Tanggal", "Polsek", "Kegiatan", "Tempat", "Desa/Kelurahan"),
        *("Jenis masukan", "Keluhan", "Tema", "Jenis jawaban", "Tanggapan"),
    ),
    (
        *(1, "14 Februari 2025", *_AT, "keluhan", "Truk parkir di trotoar depan sekolah."),
        *("lalu-lintas", "komitmen", "Petugas mengatur parkir pada jam pulang sekolah."),
    ),
    (
        *(2, None, None, None, None, None, "permintaan", "Pos ronda di tepi sawah dihidupkan."),
        *("siskamling", "komitmen", "Bhabinkamtibmas membantu menyusun jadwal ronda."),
    ),
    (
        *(3, "7/3/2025", *_AT, "pertanyaan", "Kapan SIM keliling datang ke pasar?"),
        *("sim-dan-pajak-kendaraan", "penjelasan", "Setiap Rabu kedua."),
    ),
)
"""The rows of a recap; the date of the last can be read in two ways."""


def three_mistakes(project: Path) -> None:
    """Make the mistakes that are made most often."""
    _replace(project / SESSION, "satuan: polsek-contoh", "satuan: polsek-cntoh")
    _replace(project / SESSION, "jenis: keluhan", "jenis: keluhann")
    _replace(project / EXTENSION, "sebab: dinas", "sebab: kata dinas: dinas")


def first_news_only(project: Path) -> None:
    """Leave only what happened in the first month."""
    for name in ("2025-03-14", "2025-04-04"):
        (project / OUTCOMES / f"{name}.yml").unlink()


def a_recap(project: Path) -> None:
    """Put the recap of a unit beside the project."""
    book = Workbook()
    sheet = book.worksheets[0]
    sheet.title = "Rekap"
    for row in RECAP:
        sheet.append(row)
    book.save(project.parent / "rekap.xlsx")


def a_silent_change(project: Path) -> None:
    """Publish the session, then change a word of it and tell no one."""
    _publish(project)
    _replace(project / SESSION, "oleh: ketua RW", "oleh: ketua RT")


def news_after_publishing(project: Path) -> None:
    """Publish the session, then write what happened in the first month."""
    first_news_only(project)
    kept = {file: file.read_bytes() for file in (project / OUTCOMES).iterdir()}
    for file in kept:
        file.unlink()
    _publish(project)
    for file, content in kept.items():
        file.write_bytes(content)


def published_with_earlier_sessions(project: Path) -> None:
    """Publish the project, with two quiet sessions of the month before."""
    session = (project / SESSION).read_text(encoding="utf-8").partition("masukan:")[0]
    for day in ("2025-01-10", "2025-01-24"):
        text = session.replace("2025-02-07", day) + "masukan: nihil\n"
        (project / SESSION).with_name(f"{day}.yml").write_text(text, encoding="utf-8")
    (project / ".gitignore").write_text("/.kabar/\n", encoding="utf-8")
    _publish(project)


def _publish(project: Path) -> None:
    """Commit the project as it is, as what a server has published."""
    _git(project, "init", "--quiet", "--initial-branch", "main")
    _git(project, "add", "--all")
    _git(project, "commit", "--quiet", "--message", "Terbit")
    _git(project, "update-ref", "refs/remotes/origin/main", "HEAD")


def _git(project: Path, *arguments: str) -> None:
    days = {"GIT_AUTHOR_DATE": _PUBLISHED, "GIT_COMMITTER_DATE": _PUBLISHED}
    surroundings = {"PATH": os.defpath, **GIT, **days}
    subprocess.run(["git", *arguments], cwd=project, env=surroundings, check=True, timeout=60)


def _replace(file: Path, before: str, after: str) -> None:
    text = file.read_text(encoding="utf-8")
    if before not in text:
        raise ValueError(f"{file.name} no longer holds: {before}")
    file.write_text(text.replace(before, after, 1), encoding="utf-8")
