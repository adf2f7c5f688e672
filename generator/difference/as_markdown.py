"""A difference as Markdown, for a comment on a proposed change.

It is CommonMark with what GitHub and GitLab add to it. Everything but the frame is escaped: what an
officer typed cannot become a heading, a link, HTML, an emoji, or a mention that writes to a
stranger. Signs that begin a mention or a reference are looked for in the finished HTML, where a
backslash no longer helps: they are parted from what follows by a character of no width (U+2060,
WORD JOINER).
"""

import re
from collections.abc import Iterable, Iterator

from generator.difference.summary import Compared, head, names_title, tag, title
from generator.difference.terms import Change, Difference
from generator.language import _
from generator.wording.days import number

LONGEST = 60_000
"""How many characters a comment may have: GitHub takes 65,536."""

_JOINER = "\u2060"
_HTML = {"&": "&amp;", "<": "&lt;", ">": "&gt;"}
_MARKUP = re.compile(r"[\\`*_{}\[\]()#+|~!$^=\"'-]")
_REFERENCE = re.compile(r"(?<=[@#!~%$&/])(?=\w)|(?<=:)(?=\S)")
_WEB = re.compile(r"\bwww(?=\.)", re.IGNORECASE)


def markdown(found: Difference, compared: Compared) -> str:
    """Give a difference as Markdown of at most about 60,000 characters, the gravest first."""
    blocks = [f"## {escaped(title())}", *map(escaped, head(found, compared))]
    room = LONGEST - sum(map(len, blocks))
    for told, block in enumerate(_blocks(found, compared)):
        room -= len(block) + 2
        if room < 0:
            left_out = len(found.groups) + bool(found.names) - told
            blocks.append(escaped(_("Dan {count} halaman lagi.").format(count=number(left_out))))
            break
        blocks.append(block)
    return "\n\n".join(blocks) + "\n"


def escaped(text: str) -> str:
    """Give a text on one line that is read exactly so, whatever it holds."""
    line = _WEB.sub(f"www{_JOINER}", _REFERENCE.sub(_JOINER, " ".join(text.split())))
    marked = _MARKUP.sub(r"\\\g<0>", line)
    return re.sub("[&<>]", lambda sign: _HTML[sign[0]], marked)


def _blocks(found: Difference, compared: Compared) -> Iterator[str]:
    for group in found.groups:
        link = f"### [{escaped(group.title)}](<{compared.site}{group.address}>)"
        yield f"{link}\n\n{_listed(group.changes)}"
    if found.names:
        yield f"### {escaped(names_title())}\n\n{_listed(found.names)}"


def _listed(changes: Iterable[Change]) -> str:
    return "\n".join(map(_item, changes))


def _item(change: Change) -> str:
    word = tag(change)
    return (
        f"- **{escaped(word)}:** {escaped(change.words)}" if word else f"- {escaped(change.words)}"
    )
