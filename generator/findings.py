"""What is wrong with the data, as values: found all at once, sorted, and shown by whoever asked."""

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum


class Severity(StrEnum):
    """An error keeps the site from being published; a warning does not."""

    ERROR = "salah"
    WARNING = "perlu dilihat"


@dataclass(frozen=True, slots=True, order=True)
class Finding:
    """One thing an officer has to look at.

    `file` is relative to the folder the project lies in, with forward slashes. `line` and `column`
    count from 1; 0 means the whole file. `where` is the path of the value inside the record as an
    officer would say it (`masukan.patroli.janji.tenggat`), or "". `check` is the id of the check.
    """

    file: str
    line: int
    column: int
    check: str
    where: str
    message: str
    severity: Severity = Severity.ERROR

    @property
    def is_error(self) -> bool:
        """Whether this finding keeps the site from being published."""
        return self.severity is Severity.ERROR


def has_errors(findings: Iterable[Finding]) -> bool:
    """Whether any of the findings keeps the site from being published."""
    return any(finding.is_error for finding in findings)
