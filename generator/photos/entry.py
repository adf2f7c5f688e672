"""The lines of `bukti` that name a photo, set into a record that keeps every byte it has."""

from dataclasses import dataclass

from generator.errors import KabarError
from generator.language import _
from generator.records import Kind
from generator.writing import edits
from generator.writing.record import item_lines
from generator.yaml_text import Plain

KEY = "bukti"


class EntryFault(KabarError):
    """A record cannot take the entry; the message says what to do instead."""


@dataclass(frozen=True, slots=True)
class Entry:
    """What a record says of one photo; `taken` is a day as records write it, or ""."""

    file: str
    caption: str
    taken: str = ""

    def tree(self) -> dict[str, Plain]:
        """Give the entry as a record holds it."""
        said: dict[str, Plain] = {"berkas": self.file, "keterangan": self.caption}
        if self.taken:
            said["diambil"] = self.taken
        return {**said, "asli": "ya"}


def with_entries(content: bytes, entries: list[Entry]) -> bytes:
    """Give a record's file with more photos at the end of its `bukti`; all other bytes stay.

    Raises EntryFault, with the lines to set in by hand where that helps.
    """
    try:
        edits.read(content)
    except edits.CannotEdit as error:
        raise EntryFault(
            _("catatan ini belum dapat dibaca; jalankan dulu kabar check, lalu ulangi")
        ) from error
    try:
        for one in entries:
            content = edits.with_item(content, Kind.OUTCOME, (KEY,), one.tree())
    except edits.CannotEdit as error:
        lines = [f"{KEY}:", *(f"  {line}" for one in entries for line in item_lines(one.tree()))]
        raise EntryFault(
            _(
                "`bukti` di catatan ini ditulis dengan bentuk lain, jadi tidak diubah. Tulis "
                "sebagai daftar dulu, seperti ini, lalu ulangi:"
            )
            + "\n"
            + "\n".join(lines)
        ) from error
    return content
