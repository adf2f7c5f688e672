"""How findings are shown: text for officers, JSON for programs, annotations on a review."""

import json
from collections.abc import Iterable, Sequence
from itertools import groupby
from textwrap import TextWrapper

from generator.findings import Finding, Severity
from generator.language import _

FORMATS = ("text", "json", "github")
_UNDER = " " * 9
"""What stands before a message, below its place."""


def as_text(findings: Sequence[Finding]) -> str:
    """List findings by file, each with its line and column, and close with how many there are."""
    lines: list[str] = []
    for file, found in groupby(findings, key=lambda one: one.file):
        lines.append(file)
        for one in found:
            lines.extend(_entry(one))
        lines.append("")
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
        f"title={_property(one.where or one.check)}::{_escaped(one.message)}"
        for one in findings
    )


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


def _escaped(text: str) -> str:
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(text: str) -> str:
    return _escaped(text).replace(":", "%3A").replace(",", "%2C")
