"""How git is asked about the repository around a folder."""

import os
import subprocess
from pathlib import Path

SECONDS = 120
"""How long git may take before we go on without it."""

_FOREIGN = ("GIT_DIR", "GIT_WORK_TREE", "GIT_INDEX_FILE", "GIT_PREFIX")
"""Left behind by a hook that runs us, these would lead git to another place than the folder."""

_SETTINGS = (
    *("-c", "core.fsmonitor=false"),
    *("-c", "core.quotePath=false"),
    *("-c", "log.showSignature=false"),
)
_ENVIRONMENT = {"GIT_OPTIONAL_LOCKS": "0", "GIT_NO_REPLACE_OBJECTS": "1"}


def said(folder: Path, *arguments: str, given: bytes = b"") -> bytes | None:
    """Give what git says to a command in a folder, with `given` on its input; None if it fails.

    Nobody's settings or environment change the answer, and nothing in the repository is changed.
    """
    environment = {name: value for name, value in os.environ.items() if name not in _FOREIGN}
    try:
        done = subprocess.run(
            ["git", *_SETTINGS, *arguments],
            cwd=folder,
            env=environment | _ENVIRONMENT,
            input=given,
            capture_output=True,
            timeout=SECONDS,
            check=True,
        )
    except (OSError, subprocess.SubprocessError):
        return None
    return done.stdout
