"""What a record says in another way than before: mended openly, or not."""

from collections.abc import Iterator
from itertools import groupby

from generator.archive import Archive
from generator.checks.against.mended import added, lost
from generator.checks.against.reuse import is_other_record
from generator.checks.against.unsaid import unsaid
from generator.difference.terms import Change, Gravity
from generator.language import _
from generator.model import Correction, Outcome, Session
from generator.views.corrections import correction_entry
from generator.views.mended import name_of
from generator.wording.record_parts import part_words


def of_record(
    earlier: Session | Outcome, now: Session | Outcome, archive: Archive
) -> Iterator[Change]:
    """Give the corrections a record has got, and what it says differently without one.

    What is said in silence is what `kabar check --against` refuses: it is judged there.
    """
    if earlier == now:  # nearly always, and told ten times as fast as part by part
        return
    if is_other_record(earlier, now):
        said = _("Kini memuat catatan lain sama sekali; yang sudah terbit di alamat ini hilang.")
        if isinstance(now, Outcome):
            said = _("Satu kabar yang sudah terbit kini memuat kabar lain sama sekali.")
        yield Change(Gravity.FORBIDDEN, said)
        return
    for one in added(earlier, now):
        yield Change(Gravity.CORRECTED, _corrected(one, now, archive))
    if any(lost(earlier, now)):
        yield Change(Gravity.FORBIDDEN, _("Koreksi yang sudah terbit diubah atau dihapus."))
    yield from in_silence(earlier, now, archive)


def in_silence(
    earlier: Session | Outcome, now: Session | Outcome, archive: Archive
) -> Iterator[Change]:
    """Give what a record says differently without a correction, named and not quoted."""
    silent = (".".join(one.difference.part) for one in unsaid(earlier, now, archive))
    parts = "; ".join(one for one, _same in groupby(map(part_words, silent)))
    if parts:
        said = _("Berubah tanpa koreksi: {parts}.").format(parts=parts)
        if isinstance(now, Outcome):
            said = _("Berubah tanpa koreksi di {record}: {parts}.").format(
                record=name_of(now, archive), parts=parts
            )
        yield Change(Gravity.FORBIDDEN, said)


def _corrected(one: Correction, record: Session | Outcome, archive: Archive) -> str:
    told = correction_entry(archive, record, one)
    said = _("Dibetulkan: {part}. {changed}").format(
        part=told.part[:1].lower() + told.part[1:], changed=told.said
    )
    if isinstance(record, Outcome):
        said = _("Dibetulkan di {record}: {part}. {changed}").format(
            record=name_of(record, archive),
            part=told.part[:1].lower() + told.part[1:],
            changed=told.said,
        )
    return f"{said} {_('Sebabnya: {cause}.').format(cause=told.cause)}" if told.cause else said
