"""The check that runs by itself before every `git commit`: set up, found again, taken away.

Git runs one program named `pre-commit`. One that somebody else put there is never replaced, and a
folder of hooks that is shared by several repositories (`core.hooksPath`) is left alone.
"""

import os
import shlex
from enum import Enum
from pathlib import Path

from generator import git
from generator.errors import KabarError
from generator.language import _

NAME = "pre-commit"
MARK = "# kabar-balik"
"""The line that says a hook is ours."""

_TEXT = """\
#!/bin/sh
{mark}: dipasang dengan `kabar hooks`, dilepas dengan `kabar hooks --remove`.
proyek={project}
if git diff --cached --quiet -- "$proyek/{data}"; then
  exit 0
fi
for kabar in "$proyek/.venv/bin/kabar" "$proyek/.venv/Scripts/kabar.exe" kabar; do
  if command -v "$kabar" >/dev/null 2>&1; then
    exec "$kabar" check --staged --config "$proyek/{config}"
  fi
done
echo 'Catatan belum diperiksa, karena perintah kabar tidak ditemukan. Jalankan dulu: make siap' >&2
exit 1
"""


class CannotHook(KabarError):
    """Nothing was changed; the message says what to do instead."""


class Done(Enum):
    """What came of setting a hook up or taking it away."""

    ADDED = "added"
    RENEWED = "renewed"
    WAS_THERE = "was there"
    REMOVED = "removed"
    NOT_THERE = "not there"


def add(root: Path, data: Path, config: Path) -> Done:
    """Set the check up for the repository around a project; raises CannotHook.

    `data` and `config` lie below `root`. A hook of ours from an earlier version is renewed.
    """
    file = _hook_of(root)
    there = _content(file)
    if there is not None and MARK not in there:
        said = _(
            "Sudah ada pemeriksaan lain di {file}, jadi tidak diganti. Tambahkan baris ini di "
            "sana: {command}"
        )
        raise CannotHook(said.format(file=file, command="kabar check --staged"))
    text = _text(root, data, config)
    if there == text and os.access(file, os.X_OK):
        return Done.WAS_THERE
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text(text, encoding="utf-8", newline="\n")
    file.chmod(0o755)
    return Done.ADDED if there is None else Done.RENEWED


def remove(root: Path) -> Done:
    """Take our check away again; one of somebody else stays. Raises CannotHook."""
    file = _hook_of(root)
    there = _content(file)
    if there is None or MARK not in there:
        return Done.NOT_THERE
    file.unlink()
    return Done.REMOVED


def _text(root: Path, data: Path, config: Path) -> str:
    top = Path(_git(root, "rev-parse", "--show-toplevel") or "")
    return _TEXT.format(
        mark=MARK,
        project=shlex.quote(root.resolve().relative_to(top.resolve()).as_posix()),
        data=data.relative_to(root).as_posix(),
        config=config.absolute().relative_to(root).as_posix(),
    )


def _hook_of(root: Path) -> Path:
    """Give where git looks for the hook of a repository."""
    if _git(root, "rev-parse", "--is-inside-work-tree") != "true":
        raise CannotHook(_("Folder proyek ini belum disimpan dengan git. Jalankan dulu: git init"))
    if shared := _git(root, "config", "--get", "core.hooksPath"):
        said = _(
            "Git di komputer ini memakai folder pemeriksaan sendiri ({folder}), jadi tidak "
            "diubah. Minta pengelola git menambahkan di sana: {command}"
        )
        raise CannotHook(said.format(folder=shared, command="kabar check --staged"))
    return root / str(_git(root, "rev-parse", "--git-path", "hooks")) / NAME


def _content(file: Path) -> str | None:
    try:
        return file.read_text(encoding="utf-8", errors="replace")
    except FileNotFoundError:
        return None
    except OSError as error:
        said = _("{file} tidak dapat dibaca; periksa izinnya.")
        raise CannotHook(said.format(file=file)) from error


def _git(folder: Path, *arguments: str) -> str | None:
    said = git.said(folder, *arguments)
    return None if said is None else os.fsdecode(said).strip()
