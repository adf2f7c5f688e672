"""A whole project about made-up places: settings, pages and records, ready to be built."""

import contextlib
import re
import shutil
from collections.abc import Iterator
from datetime import date
from pathlib import Path

from generator.demo.desk import DAY
from generator.demo.records import Counts, write_records
from generator.errors import SettingsError
from generator.language import _

CONFIG, CONTENT, DATA = "mkdocs.yml", "content", "data"
SITE_NAME = "Kabar Balik (contoh rekaan)"
SITE_URL = "https://kabar-rekaan.example/"
"""A name under `.example`, which RFC 2606 keeps free for ever."""

SETTINGS = {
    "site_name": SITE_NAME,
    "site_url": SITE_URL,
    "sifat": "fiksi",
}
"""What a demo's mkdocs.yml says differently."""

PAGES = Path(__file__).parent / "pages"
"""The pages a demo has of its own, in place of those about real records."""


def make_project(
    folder: Path, sessions: int, seed: int, *, day: date = DAY, pictures: bool = True
) -> Counts:
    """Make a project of so many sessions; there is either a whole folder afterwards or none.

    The folder must not exist, or be empty: `SettingsError` when it holds something, or when it
    cannot be written.
    """
    try:
        if folder.exists() and (not folder.is_dir() or any(folder.iterdir())):
            raise SettingsError(
                _(
                    "{folder} sudah ada isinya. Pilih folder yang belum ada, atau yang kosong."
                ).format(folder=folder)
            )
        folder.parent.mkdir(parents=True, exist_ok=True)
        with _beside(folder) as unfinished:
            _write_settings(unfinished)
            shutil.copytree(starter() / CONTENT, unfinished / CONTENT)
            shutil.copytree(PAGES, unfinished / CONTENT, dirs_exist_ok=True)
            counts = write_records(unfinished / DATA, sessions, seed, day=day, pictures=pictures)
    except OSError as error:
        reason = error.strerror or str(error)
        raise SettingsError(
            _("Demo tidak bisa ditulis ke {folder}: {reason}").format(folder=folder, reason=reason)
        ) from None
    return counts


def starter() -> Path:
    """Give the folder with the settings and the pages a project starts from.

    An installed program carries them; in a working copy they are the project's own.
    """
    carried = Path(__file__).parents[1] / "starter"
    return carried if carried.is_dir() else Path(__file__).parents[2]


@contextlib.contextmanager
def _beside(folder: Path) -> Iterator[Path]:
    """Give a folder to write into, which takes the place of another when all went well."""
    unfinished = folder.with_name(f".{folder.name}.belum-jadi")
    shutil.rmtree(unfinished, ignore_errors=True)
    unfinished.mkdir()
    try:
        yield unfinished
        unfinished.replace(folder)
    except BaseException:
        shutil.rmtree(unfinished, ignore_errors=True)
        raise


def _write_settings(folder: Path) -> None:
    text = (starter() / CONFIG).read_text(encoding="utf-8")
    for key, value in SETTINGS.items():
        text, found = re.subn(rf"(?m)^( *){key}:.*$", rf"\g<1>{key}: {value}", text)
        if found != 1:
            raise SettingsError(_("{file}: `{key}` harus ada sekali.").format(file=CONFIG, key=key))
    (folder / CONFIG).write_text(text, encoding="utf-8")
