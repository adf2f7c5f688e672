"""What the program keeps between runs, removed when something was taken back."""

import shutil
from pathlib import Path


def forget_what_was_read(work: Path) -> None:
    """Remove all the program keeps between runs: it holds the old text, in part half-written.

    The next build makes every page anew; it takes nothing over from the site there was.
    """
    if work.is_dir():
        shutil.rmtree(work)
