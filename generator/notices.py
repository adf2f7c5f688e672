"""How findings are shown: text for officers, JSON for programs, reports for a review."""

import hashlib
import json
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby
from textwrap import TextWrapper, wrap

from generator.findings import Finding, Severity
from generator.language import _

FORMATS = ("text", "json", "github", "gitlab")
WIDTH = 80
"""How many letters wide what is told around lines to paste is set."""
_UNDER = " " * 9
"""What stands before a message, below its place."""


def as_text(findings: Sequence[Finding]) -> str:
    """List findings by file, each with its line and column, and close with how many there are."""
    lines: list[str] = []
    for file, many in groupby(findings, key=lambda one: one.file):
        found = tuple(many)
        lines.append(file)
        for one in found:
            lines.extend(_entry(one))
        lines.append("")
        lines.extend(_to_paste(found))
    lines.append(summary(findings))
    return "\n".join(lines)


def fitted(text: str, columns: int) -> str:
    """Break the messages of `as_text` between words, for a terminal this many columns wide.

    A terminal breaks lines in the middle of a word. Nothing else is touched: it may be pasted.
    """
    fold = TextWrapper(
        max(columns, 2 * len(_UNDER)),
        subsequent_indent=_UNDER,
        break_long_words=False,
        break_on_hyphens=False,
    )
    return "\n".join(
        fold.fill(line) if line.startswith(_UNDER) else line for line in text.split("\n")
    )


def as_json(findings: Iterable[Finding]) -> str:
    """Give findings as a JSON list; keys and values of `severity` do not depend on the language."""
    return json.dumps(
        [
            {
                "check": one.check,
                "file": one.file,
                "line": one.line,
                "column": one.column,
                "where": one.where,
                "message": one.message,
                "severity": "error" if one.is_error else "warning",
                "mending": one.mending.text if one.mending else "",
            }
            for one in findings
        ],
        ensure_ascii=False,
        indent=2,
    )


def as_annotations(findings: Iterable[Finding]) -> str:
    """Give findings as workflow commands that GitHub shows at their line."""
    return "\n".join(
        f"::{'error' if one.is_error else 'warning'} file={_property(one.file)},"
        f"line={max(one.line, 1)},col={max(one.column, 1)},"
        f"title={_property(one.where or one.check)}::{_escaped(_with_mending(one))}"
        for one in findings
    )


def as_code_quality(findings: Iterable[Finding]) -> str:
    """Give findings as the report that GitLab shows at the lines of a merge request.

    A finding is known again by what it says and where, not by its line: lines above it come and
    go. The format is GitLab's Code Quality report.
    """
    seen: Counter[str] = Counter()
    told: list[dict[str, object]] = []
    for one in findings:
        said = "\0".join((one.check, one.file, one.where, one.message))
        seen[said] += 1
        told.append(
            {
                "check_name": one.check,
                "description": f"{one.where}: {one.message}" if one.where else one.message,
                "fingerprint": hashlib.sha256(f"{said}\0{seen[said]}".encode()).hexdigest(),
                "severity": "blocker" if one.is_error else "minor",
                "location": {"path": one.file, "lines": {"begin": max(one.line, 1)}},
            }
        )
    return json.dumps(told, ensure_ascii=False, indent=2)


def summary(findings: Sequence[Finding]) -> str:
    """Say in one line how much there is to mend."""
    errors = sum(one.is_error for one in findings)
    warnings = len(findings) - errors
    files = len({one.file for one in findings if one.is_error})
    if errors:
        said = _("{errors} kesalahan di {files} berkas harus diperbaiki dulu.").format(
            errors=errors, files=files
        )
    else:
        said = _("Tidak ada kesalahan.")
    if warnings:
        said += " " + _("{warnings} hal perlu dilihat.").format(warnings=warnings)
    return said


def where_explained(findings: Iterable[Finding]) -> str:
    """Say where each kind of finding is explained; "" where nothing was found."""
    kinds = sorted({one.check for one in findings})
    if not kinds:
        return ""
    said = _("Penjelasannya ada di panduan, halaman Semua pemeriksaan:")
    return f"{said}\n{_UNDER}{', '.join(kinds)}"


def _entry(finding: Finding) -> list[str]:
    at = (
        _("baris {line}, kolom {column}").format(line=finding.line, column=finding.column)
        if finding.line
        else _("seluruh berkas")
    )
    sign = _("SALAH") if finding.severity is Severity.ERROR else _("LIHAT")
    where = f"  {finding.where}" if finding.where else ""
    return [f"  {sign}  {at}{where}", f"{_UNDER}{finding.message}"]


def _to_paste(findings: Iterable[Finding]) -> Iterator[str]:
    """Give the lines that mend a file, each group once, at the left edge: so they paste."""
    groups: dict[tuple[str, str], list[str]] = {}
    for one in findings:
        if one.mending:
            groups.setdefault((one.mending.place, one.mending.head), []).append(one.mending.lines)
    for (place, head), many in groups.items():
        yield from wrap(
            place,
            WIDTH,
            initial_indent="  ",
            subsequent_indent="  ",
            break_long_words=False,
            break_on_hyphens=False,
        )
        yield ""
        yield from (head,) if head else ()
        yield from dict.fromkeys(many)
        yield ""


def _with_mending(finding: Finding) -> str:
    mending = finding.mending
    return f"{finding.message}\n\n{mending.place}\n{mending.text}" if mending else finding.message


def _escaped(text: str) -> str:
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(text: str) -> str:
    return _escaped(text).replace(":", "%3A").replace(",", "%2C")
