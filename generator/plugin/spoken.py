"""What MkDocs tells while it serves, in the words of the one who waits for the page.

Its own lines are written for those who write software. A line nobody has words for here is printed
as it came: it may be the one that matters.
"""

import logging
import re
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

from generator import notices
from generator.findings import Severity
from generator.language import _
from generator.plugin.host_log import LOGGER, known_finding

_NEWS: tuple[tuple[re.Pattern[str], Callable[[], str]], ...] = (
    (re.compile(r"Building documentation\.\.\."), lambda: _("Situs sedang dibuat ...")),
    (re.compile(r"Documentation built in [\d.]+ seconds"), lambda: _("Situs sudah jadi.")),
    (
        re.compile(r"Serving on (?P<url>\S+)"),
        lambda: _(
            "Buka {url} di peramban. Yang Anda simpan langsung terlihat di sana. Berhenti: Ctrl+C."
        ),
    ),
    (re.compile("Detected file changes"), lambda: _("Ada berkas yang berubah.")),
    (re.compile(r"Shutting down\.\.\."), lambda: _("Selesai melihat.")),
)
_NO_NEWS = re.compile(
    "Cleaning site directory|Watching paths for changes.*|Reloading browsers|Browser connected.*"
    "|Building documentation to directory.*"
)
_HOUR = re.compile(r"\[\d\d:\d\d:\d\d\] ")


@contextmanager
def spoken(docs: Path, root: Path) -> Iterator[None]:
    """Print what MkDocs tells of its work while the context lasts.

    `docs` is the folder of the editorial pages, `root` that of the project, both absolute: what
    MkDocs warns of is told by file and line, as every finding is.
    """
    logger, handler = logging.getLogger(LOGGER), logging.StreamHandler()
    handler.setFormatter(_InWords(docs, root))
    handler.addFilter(_is_news)
    before = logger.level
    logger.addHandler(handler)
    logger.setLevel(logging.INFO)
    try:
        yield
    finally:
        logger.removeHandler(handler)
        logger.setLevel(before)


class _InWords(logging.Formatter):
    def __init__(self, docs: Path, root: Path) -> None:
        super().__init__()
        self._docs, self._root = docs, root

    def format(self, record: logging.LogRecord) -> str:
        message = _message(record)
        for pattern, said in _NEWS:
            if match := pattern.fullmatch(message):
                return said().format(**match.groupdict())
        finding = known_finding(message, self._docs, self._root, Severity.WARNING)
        if finding is None:
            return super().format(record)
        listed, _gap, _sum = notices.as_text([finding]).rpartition("\n\n")
        return listed


def _is_news(record: logging.LogRecord) -> bool:
    return _NO_NEWS.fullmatch(_message(record)) is None


def _message(record: logging.LogRecord) -> str:
    """Give what was said without the hour, which the server puts before some of it."""
    return _HOUR.sub("", record.getMessage())
