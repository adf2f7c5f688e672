"""The script that knows the reader's day: a page read late must not look better than it is.

The day the site was made stands in this one small file and in no page of a record, so that no page
changes because of the day alone. Its name never changes for the same reason.
"""

from datetime import date
from pathlib import Path

from generator.rendering import environment
from generator.wording.badges import Mark, mark_badge
from generator.wording.freshness import not_since

SCRIPT = "assets/kabar.js"

_DAY_IN_MILLISECONDS = 24 * 60 * 60 * 1000
_OLD = 14
"""After how many days a site that was not made anew says so itself."""


def script(source: Path, day: date) -> str:
    """Give the script of a site made on a day, from its source: at most 1,024 bytes.

    The mark it sets is drawn and worded by the same hands as those of the pages.
    """
    late = mark_badge(Mark.LATE)
    icons = environment().get_template("_parts.html").module.icons  # type: ignore[attr-defined]
    filled = {
        "LOOK": f"kb-badge kb-tone-{late.tone}",
        "LATE": f"{icons[late.shape]}{late.word}",
        "ANCHOR": late.meaning.partition("#")[2],
        "DAY": day.isoformat(),
        "OLD": f"{_OLD * _DAY_IN_MILLISECONDS}",
        "SAID": not_since(day),
    }
    lines = (line.strip() for line in source.read_text(encoding="utf-8").splitlines())
    text = "".join(line for line in lines if not line.startswith("//"))
    for word, value in filled.items():
        text = text.replace(word, value)
    return text
