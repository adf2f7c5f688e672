"""The lines of `bukti` that name a photo, set into a record that keeps every byte it has."""

import re
from dataclasses import dataclass
from itertools import takewhile

from generator import yaml_text
from generator.errors import KabarError
from generator.language import _

KEY = "bukti"
_PLAIN = re.compile(r"[A-Za-z][\w ,()/-]*[\w)]", re.ASCII)
_WORDS_OF_YAML = frozenset({"null", "true", "false", "yes", "no", "on", "off", "y", "n"})


class EntryFault(KabarError):
    """A record cannot take the entry; the message says what to do instead."""


@dataclass(frozen=True, slots=True)
class Entry:
    """What a record says of one photo; `taken` is a day as records write it, or ""."""

    file: str
    caption: str
    taken: str = ""

    def lines(self) -> list[str]:
        """Give the entry as an item of a list, from the first column on."""
        said = [f"- berkas: {self.file}", f"  keterangan: {_scalar(self.caption)}"]
        if self.taken:
            said.append(f"  diambil: {self.taken}")
        return [*said, "  asli: ya"]

    def tree(self) -> dict[str, yaml_text.Plain]:
        """Give what reading those lines comes to."""
        said = {"berkas": self.file, "keterangan": self.caption, "diambil": self.taken}
        return {**{key: value for key, value in said.items() if value}, "asli": "ya"}


def with_entries(content: bytes, entries: list[Entry]) -> bytes:
    """Give a record's file with more photos at the end of its `bukti`.

    All other bytes stay: comments, order, blank lines, line ends. What comes out is read again and
    has to be the record it was with just these entries more; else EntryFault, with the lines to
    set in by hand.
    """
    end = "\r\n" if b"\r\n" in content else "\n"
    if not content.endswith(b"\n"):
        content += end.encode()
    before = yaml_text.parse(content)
    if before.tree is None:
        raise EntryFault(
            _("catatan ini belum dapat dibaca; jalankan dulu kabar check, lalu ulangi")
        )
    written = _inserted(content, before.tree, entries, end)
    known = before.tree.get(KEY) or []
    shown = [*(known if isinstance(known, list) else [known]), *(one.tree() for one in entries)]
    if yaml_text.parse(written).tree != {**before.tree, KEY: shown}:
        lines = [f"{KEY}:", *(f"  {line}" for one in entries for line in one.lines())]
        raise EntryFault(
            _(
                "`bukti` di catatan ini ditulis dengan bentuk lain, jadi tidak diubah. Tulis "
                "sebagai daftar dulu, seperti ini, lalu ulangi:"
            )
            + "\n"
            + "\n".join(lines)
        )
    return written


def _inserted(
    content: bytes, tree: dict[str, yaml_text.Plain], entries: list[Entry], end: str
) -> bytes:
    lines = content.decode("utf-8", "surrogateescape").splitlines(keepends=True)
    known, indent = tree.get(KEY), "  "
    if known is None:
        at, head = _end_of_record(lines), [f"{KEY}:"]
    elif isinstance(known, list) and known:
        at, indent, head = *_end_of_list(content, lines, len(known)), []
    else:
        at, head = yaml_text.locate(content, (KEY,)).line, []
    added = [*head, *(f"{indent}{line}" for one in entries for line in one.lines())]
    lines[at:at] = [f"{line}{end}" for line in added]
    return "".join(lines).encode("utf-8", "surrogateescape")


def _end_of_record(lines: list[str]) -> int:
    """Give behind which line a key at the end goes: before blank lines, and before `...`."""
    left = len(lines)
    closing = [number for number, line in enumerate(lines) if line.startswith("...")]
    left = closing[0] if closing else left
    while left and not lines[left - 1].strip():
        left -= 1
    return left


def _end_of_list(content: bytes, lines: list[str], count: int) -> tuple[int, str]:
    """Give behind which line the list ends, and how far its dashes are set in."""
    start = yaml_text.locate(content, (KEY, count - 1)).line
    dash = lines[start - 1]
    indent = dash[: len(dash) - len(dash.lstrip(" "))]
    body = takewhile(lambda line: not line.strip() or _depth(line) > len(indent), lines[start:])
    item = [dash, *body]
    while not item[-1].strip():
        item.pop()
    return start - 1 + len(item), indent


def _depth(line: str) -> int:
    return len(line) - len(line.lstrip(" "))


def _scalar(text: str) -> str:
    if _PLAIN.fullmatch(text) and text.casefold() not in _WORDS_OF_YAML:
        return text
    return "'" + text.replace("'", "''") + "'"
