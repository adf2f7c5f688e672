"""The changes of a plan made on the disk: all of them, or none."""

import os
import shutil
import tempfile
from contextlib import suppress
from pathlib import Path

from generator.errors import KabarError
from generator.language import _
from generator.withdrawal.plan import Change, Plan


class Interrupted(KabarError):
    """A change could not be made, and those before it were taken back."""


def carry_out(plan: Plan, data: Path) -> None:
    """Make every change of a plan; raises Interrupted, having changed nothing.

    A file that is no longer as it was when the plan was made is not overwritten.
    """
    for change in plan.changes:
        if _content(data / change.file) != change.before:
            said = _("{file} baru saja diubah orang lain. Tidak ada yang diubah; ulangi perintah.")
            raise Interrupted(said.format(file=f"data/{change.file}"))
    done: list[Change] = []
    try:
        for change in plan.changes:
            done.append(change)
            _place(data / change.file, change.after)
    except OSError as error:
        for change in reversed(done):
            _place(data / change.file, change.before)
        said = _("{file} tidak dapat ditulis; periksa izinnya. Tidak ada yang diubah.")
        raise Interrupted(said.format(file=f"data/{done[-1].file}")) from error
    for change in plan.changes:
        if change.after is None:
            with suppress(OSError):  # a folder that holds something else stays
                (data / change.file).parent.rmdir()


def forget_what_was_read(work: Path) -> None:
    """Remove all the program keeps between runs: it holds the old text, in part half-written.

    The next build makes every page anew; it takes nothing over from the site there was.
    """
    if work.is_dir():
        shutil.rmtree(work)


def _content(file: Path) -> bytes | None:
    try:
        return file.read_bytes()
    except OSError:
        return None


def _place(file: Path, content: bytes | None) -> None:
    if content is None:
        file.unlink()
        return
    file.parent.mkdir(parents=True, exist_ok=True)
    handle, name = tempfile.mkstemp(dir=file.parent, prefix=f".{file.name}.")
    try:
        with os.fdopen(handle, "wb") as half:
            half.write(content)
        if file.exists():
            shutil.copymode(file, name)
        Path(name).replace(file)
    except BaseException:
        Path(name).unlink(missing_ok=True)
        raise
