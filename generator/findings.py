"""What is wrong with the data, as values: found all at once, sorted, and shown by whoever asked."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from enum import StrEnum


class Severity(StrEnum):
    """An error keeps the site from being published; a warning does not."""

    ERROR = "salah"
    WARNING = "perlu dilihat"


@dataclass(frozen=True, slots=True)
class Mending:
    """Lines that mend something, ready to be pasted; `place` says where, and what to do besides.

    Lines with the same place and `head` belong together under that head, written once.
    """

    place: str
    head: str
    lines: str

    @property
    def text(self) -> str:
        """All the lines."""
        return f"{self.head}\n{self.lines}" if self.head else self.lines


@dataclass(frozen=True, slots=True, order=True)
class Finding:
    """One thing an officer has to look at.

    `file` is relative to the folder the project lies in, with forward slashes. `line` and `column`
    count from 1; 0 means the whole file. `where` is the path of the value inside the record as an
    officer would say it (`masukan.patroli.janji.tenggat`), or "". `check` is the id of the check.
    `mending` are lines that mend it, where there are any.
    """

    file: str
    line: int
    column: int
    check: str
    where: str
    message: str
    severity: Severity = Severity.ERROR
    mending: Mending | None = field(default=None, compare=False)

    @property
    def is_error(self) -> bool:
        """Whether this finding keeps the site from being published."""
        return self.severity is Severity.ERROR


def has_errors(findings: Iterable[Finding]) -> bool:
    """Whether any of the findings keeps the site from being published."""
    return any(finding.is_error for finding in findings)
