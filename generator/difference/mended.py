"""What a record says in another way than before: mended openly, or not."""

from collections import Counter
from collections.abc import Iterator
from itertools import groupby
from typing import Any

from generator.archive import Archive
from generator.difference.terms import Change, Gravity
from generator.language import _
from generator.model import Commitment, Concern, Correction, Outcome, Session
from generator.outline import outline_of
from generator.views.corrections import correction_entry
from generator.views.mended import name_of
from generator.wording.record_parts import part_words

_APART = frozenset({"masukan", "komitmen", "koreksi", "ditinjau"})
"""Keys that are compared by themselves, or say nothing to residents."""


def of_record(
    earlier: Session | Outcome, now: Session | Outcome, archive: Archive
) -> Iterator[Change]:
    """Give the corrections a record has got, and what it says differently without one."""
    if earlier == now:  # nearly always, and told ten times as fast as part by part
        return
    added = new_corrections(earlier, now)
    for one in added:
        yield Change(Gravity.CORRECTED, _corrected(one, now, archive))
    silent = [part for part in changed_parts(earlier, now) if not _is_named(part, added, now)]
    if silent:
        parts = "; ".join(one for one, _same in groupby(part_words(part) for part in silent))
        said = _("Berubah tanpa koreksi: {parts}.").format(parts=parts)
        if isinstance(now, Outcome):
            said = _("Berubah tanpa koreksi di {record}: {parts}.").format(
                record=name_of(now, archive), parts=parts
            )
        yield Change(Gravity.FORBIDDEN, said)


def new_corrections(earlier: Session | Outcome, now: Session | Outcome) -> tuple[Correction, ...]:
    """Give the corrections that were not there before.

    One whose words were taken out since is the same one still.
    """
    known = Counter((one.date, one.part) for one in earlier.corrections)
    found = []
    for one in now.corrections:
        if known[one.date, one.part]:
            known[one.date, one.part] -= 1
        else:
            found.append(one)
    return tuple(found)


def changed_parts(earlier: Session | Outcome, now: Session | Outcome) -> Iterator[str]:
    """Give the parts that said something before and say something else now, as `bagian` names them.

    What is said in addition is no change: it takes back nothing that was read.
    """
    yield from _parts(earlier, now, "")
    if isinstance(earlier, Session) and isinstance(now, Session):
        if isinstance(earlier.concerns, str) and earlier.concerns != now.concerns:
            yield "masukan"
        held = {one.id: one for one in (*earlier.entries, *earlier.commitments)}
        for key, entries in (("masukan", now.entries), ("komitmen", now.commitments)):
            for one in entries:
                was = held.get(one.id)
                if isinstance(one, Concern | Commitment) and type(was) is type(one):
                    yield from _parts(was, one, f"{key}.{one.id}.")


def _parts(earlier: Any, now: Any, before: str) -> Iterator[str]:
    model: type = type(now)
    for field in outline_of(model):
        if isinstance(now, Session | Outcome) and field.key in _APART:
            continue
        was, said = getattr(earlier, field.attribute), getattr(now, field.attribute)
        if was not in (None, ()) and not _says_the_same(was, said):
            yield f"{before}{field.key}"


def _says_the_same(was: Any, now: Any) -> bool:
    if isinstance(was, str) and isinstance(now, str):
        return was.split() == now.split()
    if isinstance(was, tuple) and isinstance(now, tuple):
        return all(one in now for one in was)
    return bool(was == now)


def _is_named(part: str, corrections: tuple[Correction, ...], now: Session | Outcome) -> bool:
    """Whether a correction names a part, one around it, or one inside it."""
    steps = part.split(".")
    for one in corrections:
        named = _steps(one, now)
        shared = min(len(steps), len(named))
        if steps[:shared] == named[:shared]:
            return True
    return False


def _steps(one: Correction, now: Session | Outcome) -> list[str]:
    """What a correction names, a concern by its id where it was counted."""
    section, *rest = one.part.split(".")
    entries = {"masukan": "entries", "komitmen": "commitments"}.get(section)
    if not entries or not rest or not isinstance(now, Session):
        return [section, *rest]
    held = getattr(now, entries)
    if rest[0].isdecimal() and 0 < int(rest[0]) <= len(held):
        rest[0] = held[int(rest[0]) - 1].id
    elif len(held) == 1 and rest[0] != held[0].id:
        rest = [held[0].id, *rest]
    return [section, *rest]


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
