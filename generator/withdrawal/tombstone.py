"""What stays where something was taken back: the day, the reason and the basis, no word more."""

import datetime
from collections.abc import Iterator
from dataclasses import dataclass

from generator.records.kinds import WITHDRAWN_KEY
from generator.writing.scalars import scalar
from generator.yaml_text import Plain


@dataclass(frozen=True, slots=True)
class Tombstone:
    """Says when, why (a key of data/reasons.yml) and on what basis something was taken back."""

    day: datetime.date
    reason: str
    basis: str

    def tree(self) -> dict[str, Plain]:
        """Give what a reader of the file finds."""
        return {
            WITHDRAWN_KEY: {
                "tanggal": self.day.isoformat(),
                "alasan": self.reason,
                "dasar": self.basis,
            }
        }

    def lines(self) -> Iterator[str]:
        """Give it as YAML, line by line."""
        yield f"{WITHDRAWN_KEY}:"
        yield f"  tanggal: {self.day.isoformat()}"
        yield f"  alasan: {self.reason}"
        yield f"  dasar: {scalar(self.basis)}"

    def file(self) -> bytes:
        """Give a whole withdrawn record."""
        return "".join(f"{line}\n" for line in self.lines()).encode()
