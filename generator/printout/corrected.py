"""What residents will see of a correction before it is made: its line, and what it changes."""

from collections.abc import Iterator

from generator.archive import Archive
from generator.language import _
from generator.model import Outcome, Session
from generator.printout.layout import GAP, Line, heading, in_brackets
from generator.printout.reports import correction_lines
from generator.records.kinds import Kind
from generator.targets import Target
from generator.views.concern import concern_line
from generator.views.mended import CorrectionLine, corrections


def preview_lines(target: Target, before: Archive, after: Archive) -> Iterator[Line]:
    """Tell the newest correction of a record as its page will, and which concerns stand otherwise.

    `before` is the archive as it is, `after` as it would be.
    """
    shown = _corrections(target, after)
    if shown:
        yield heading(_("Yang akan dibaca warga di halamannya"))
        yield from correction_lines(shown[-1:], 0)
    moved = list(_moved(before, after))
    if moved:
        yield GAP
        yield heading(_("Keadaan masukan ikut berubah"))
        for name, was, becomes in moved:
            yield Line(name, 0, "- ")
            yield Line(was, 1, _("Semula: "))
            yield Line(becomes, 1, _("Menjadi: "))


def _corrections(target: Target, archive: Archive) -> tuple[CorrectionLine, ...]:
    records = archive.records
    known = records.sessions if target.kind is Kind.SESSION else records.outcomes
    record = known.get(target.id)
    return corrections(record, archive) if isinstance(record, Session | Outcome) else ()


def _moved(before: Archive, after: Archive) -> Iterator[tuple[str, str, str]]:
    for name, matter in after.matters.items():
        known = before.matters.get(name)
        # What did not change is the same object's equal: most of an archive ends here.
        if known is None or known.follow_up == matter.follow_up:
            continue
        was, becomes = _standing(name, before), _standing(name, after)
        if was != becomes:
            yield name, was, becomes


def _standing(name: str, archive: Archive) -> str:
    line = concern_line(archive, archive.matters[name])
    if line is None:
        return ""
    return ", ".join(filter(None, (in_brackets(line.badge, *line.marks), line.due)))
