"""What MkDocs complains about while it builds, as findings an officer can act on."""

import logging
import re
from pathlib import Path
from types import TracebackType

from generator.findings import Finding, Severity
from generator.language import _

CHECK = "tautan-halaman"
LOGGER = "mkdocs"

_IN_PAGE = r"Doc file '(?P<file>.+?)' contains "
_HINT = r"(?: Did you mean '(?P<hint>.+?)'\?)?"
_PATTERNS = (
    (
        re.compile(_IN_PAGE + r"a link '(?P<link>.+?)', but the target.* is not found .*?" + _HINT),
        "Tautan `{link}` tidak menunjuk ke halaman mana pun.",
    ),
    (
        re.compile(_IN_PAGE + r"an unrecognized relative link '(?P<link>.+?)', .*?" + _HINT),
        "Tautan `{link}` tidak menunjuk ke halaman mana pun.",
    ),
    (
        re.compile(_IN_PAGE + r"an absolute link '(?P<link>.+?)', .*?" + _HINT),
        "Tautan `{link}` harus ditulis dari berkas ini, misalnya `../sesi/...`.",
    ),
    (
        re.compile(
            _IN_PAGE + r"a link '(?P<link>.+?#(?P<anchor>.+?))', but (?:the doc|there is).*"
        ),
        "Tautan `{link}`: halamannya ada, tetapi tidak ada bagian `{anchor}` di sana.",
    ),
    (
        re.compile(r"A reference to '(?P<link>.+?)' is included in the 'nav' .* not found .*"),
        "Menu menunjuk ke `{link}`, dan halaman itu tidak ada.",
    ),
)


class HostLog(logging.Handler):
    """Gathers the warnings and errors MkDocs logs while the context lasts.

    `severity` is what they mean for the site: errors when it may not be published with them.
    """

    def __init__(self, docs: Path, root: Path, severity: Severity) -> None:
        """Take the folder of the editorial pages and the project's, both absolute."""
        super().__init__(logging.WARNING)
        self.findings: list[Finding] = []
        self._docs, self._root, self._severity = docs, root, severity
        self._logger = logging.getLogger(LOGGER)
        self._before = (self._logger.level, self._logger.propagate)

    def __enter__(self) -> "HostLog":
        # A logger that is silenced would hide what strict building counts.
        self._logger.setLevel(logging.INFO)
        self._logger.propagate = False
        self._logger.addHandler(self)
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self._logger.removeHandler(self)
        self._logger.setLevel(self._before[0])
        self._logger.propagate = self._before[1]

    def emit(self, record: logging.LogRecord) -> None:
        """Keep one message."""
        message = record.getMessage()
        known = known_finding(message, self._docs, self._root, self._severity)
        unknown = Finding("mkdocs.yml", 0, 0, CHECK, "", message, self._severity)
        self.findings.append(known or unknown)


def known_finding(message: str, docs: Path, root: Path, severity: Severity) -> Finding | None:
    """Give what MkDocs complains about, at its line and in our words; None if we have none for it.

    `docs` is the folder of the editorial pages, `root` that of the project, both absolute.
    """
    for pattern, said in _PATTERNS:
        if match := pattern.fullmatch(message):
            return _found(_(said), match.groupdict(), docs, root, severity)
    return None


def _found(
    said: str, found: dict[str, str | None], docs: Path, root: Path, severity: Severity
) -> Finding:
    page = found.get("file")
    file = docs / page if page else root / "mkdocs.yml"
    line, column = _place(file, found["link"] or "")
    message = said.format(**found)
    if found.get("hint"):
        message += " " + _("Maksud Anda `{hint}`?").format(hint=found["hint"])
    return Finding(file.relative_to(root).as_posix(), line, column, CHECK, "", message, severity)


def _place(file: Path, link: str) -> tuple[int, int]:
    """Find the line and column of a link; 0 and 0 when it is not spelt out in the file."""
    try:
        lines = file.read_text(encoding="utf-8", errors="replace").splitlines()
    except OSError:
        return 0, 0
    for number, line in enumerate(lines, start=1):
        if (at := line.find(link)) >= 0:
            return number, at + 1
    return 0, 0


def count_warnings_however_quiet() -> None:
    """Undo what `--quiet` does to `--strict`: it hides the warnings from what counts them."""
    logger = logging.getLogger(LOGGER)
    logger.setLevel(min(logger.level, logging.WARNING))


def hush_what_is_meant() -> None:
    """Keep MkDocs from telling of each shell, and of its sitemap, that it came out empty."""
    logging.getLogger(f"{LOGGER}.commands.build").addFilter(_is_news)


def _is_news(record: logging.LogRecord) -> bool:
    return not record.getMessage().lower().endswith("generated empty output.")
