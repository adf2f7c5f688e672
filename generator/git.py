"""How git is asked about the repository around a folder."""

import os
import subprocess
from collections.abc import Set
from pathlib import Path

SECONDS = 120
"""How long git may take before we go on without it."""

_INDEX = "GIT_INDEX_FILE"
_FOREIGN = ("GIT_DIR", "GIT_WORK_TREE", _INDEX, "GIT_PREFIX", "GIT_OBJECT_DIRECTORY")
"""Left behind by a hook that runs us, these would lead git to another place than the folder."""

_SETTINGS = (
    *("-c", "core.fsmonitor=false"),
    *("-c", "core.quotePath=false"),
    *("-c", "log.showSignature=false"),
)
_ENVIRONMENT = {"GIT_OPTIONAL_LOCKS": "0", "GIT_NO_REPLACE_OBJECTS": "1"}


def environment(*, is_of_commit: bool = False) -> dict[str, str]:
    """Give the environment to run git in; `is_of_commit` keeps the index of the commit being made.

    A hook is told which index that is by a name seen from the top of the repository, where it runs.
    """
    found = {name: value for name, value in os.environ.items() if name not in _FOREIGN}
    if is_of_commit and _INDEX in os.environ:
        found[_INDEX] = str(Path.cwd() / os.environ[_INDEX])
    return found | _ENVIRONMENT


def said(
    folder: Path, *arguments: str, given: bytes = b"", is_of_commit: bool = False
) -> bytes | None:
    """Give what git says to a command in a folder, with `given` on its input; None if it fails.

    Nobody's settings or environment change the answer, and nothing in the repository is changed.
    `is_of_commit` asks about the commit that is being made, from a hook.
    """
    try:
        done = subprocess.run(
            ["git", *_SETTINGS, *arguments],
            cwd=folder,
            env=environment(is_of_commit=is_of_commit),
            input=given,
            capture_output=True,
            timeout=SECONDS,
            check=True,
        )
    except (OSError, subprocess.SubprocessError):
        return None
    return done.stdout


def contents(folder: Path, names: Set[str]) -> dict[str, bytes] | None:
    """Give the content of objects by their names, asking git once for all; None if it fails."""
    if not names:
        return {}
    asked = sorted(names)
    told = said(folder, "cat-file", "--batch", given="".join(f"{one}\n" for one in asked).encode())
    if told is None:
        return None
    found: dict[str, bytes] = {}
    at = 0
    for name in asked:
        end = told.index(b"\n", at)
        size = int(told[at:end].rpartition(b" ")[2])
        found[name] = told[end + 1 : end + 1 + size]
        at = end + 1 + size + 1
    return found
