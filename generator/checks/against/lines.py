"""Lines an officer can paste to mend something openly, and words of a record fit to be shown."""

import datetime
from collections.abc import Iterable, Sequence

from generator import privacy
from generator.checks.against.differences import Difference
from generator.checks.against.mended import BEFORE
from generator.checks.corrections import REMOVED
from generator.findings import Mending
from generator.language import _
from generator.model import Concern, Correction, Officer, Outcome, Session, Withdrawal
from generator.outline import Holds
from generator.privacy import Allowed
from generator.records.folder import SUFFIX
from generator.records.kinds import Kind
from generator.records.names import is_key_like, may_be_personal
from generator.writing.scalars import scalar

_AROUND = 3
"""How many words are quoted before and behind those that have changed."""

_LONGEST_WHOLE = 12
"""Texts of so many words are quoted whole."""

_LONGEST_SHOWN = 60
_NOBODY = Allowed()
_SAFE = frozenset({Holds.WORD, Holds.DAY, Holds.DATE, Holds.TIME, Holds.PHOTO})


def may_be_shown(text: str) -> bool:
    """Whether a message may repeat some words: nothing in them may point to a person."""
    return not may_be_personal(text) and not privacy.search(text, _NOBODY)


def correction(found: Difference, today: datetime.date, now: Session | Outcome) -> str:
    """Give the item of `koreksi` that tells of a difference; its cause is left to the officer."""
    before, after = sides(found, now)
    return item(
        ("tanggal", today.isoformat()),
        ("bagian", ".".join(found.part)),
        ("semula", before),
        ("menjadi", after),
        ("sebab", ""),
    )


def published(one: Correction) -> str:
    """Give a published correction as it has to stand, without words that may not be repeated."""
    before, after, cause = (
        text if may_be_shown(text) else REMOVED for text in (one.before, one.after, one.cause)
    )
    return item(
        ("tanggal", one.date.isoformat()),
        ("bagian", one.part),
        ("semula", before),
        ("menjadi", after),
        ("sebab", cause),
    )


def item(*pairs: tuple[str, str]) -> str:
    """Give an item of a list, a key on each line; a key without text waits to be filled in."""
    lines = [f"{key}: {scalar(text)}" if text else f"{key}:" for key, text in pairs]
    return "\n".join((f"  - {lines[0]}", *(f"    {line}" for line in lines[1:])))


def tombstone(today: datetime.date, was: Withdrawal | None = None) -> tuple[str, ...]:
    """Give the lines of `ditarik`: of a withdrawal that stood there, or one to be filled in."""
    basis = "" if was is None or not may_be_shown(was.basis) else f" {scalar(was.basis)}"
    return (
        "ditarik:",
        f"  tanggal: {(was.date if was else today).isoformat()}",
        f"  alasan:{f' {was.reason}' if was else ''}",
        f"  dasar:{basis}",
    )


def entry(identity: str, stone: Iterable[str]) -> str:
    """Give what stands in the place of a concern that was withdrawn."""
    return "\n".join((f"  - id: {identity}", *(f"    {line}" for line in stone)))


def to_paste(lines: str, now: Session | Outcome, file: str) -> Mending:
    """Say how a part is corrected: by the command, or by an item of `koreksi` and where it belongs.

    The command takes the old words from the file, so they have to stand there again.
    """
    head = "" if now.corrections else "koreksi:"
    place = _(
        "Kalau yang terbit memang keliru: kembalikan isinya, lalu ketik: kabar correct {name}. "
        "Atau biarkan isinya, tempel ini di {file} (di paling bawah), lalu isi `sebab`. Kalau "
        "tidak keliru, kembalikan saja isinya."
    )
    if now.corrections:
        place = _(
            "Kalau yang terbit memang keliru: kembalikan isinya, lalu ketik: kabar correct {name}. "
            "Atau biarkan isinya, tempel ini di {file} (di bawah koreksi yang terakhir), lalu isi "
            "`sebab`. Kalau tidak keliru, kembalikan saja isinya."
        )
    return Mending(place.format(file=file, name=named(file)), head, lines)


def named(file: str, concern: str = "") -> str:
    """Give what a command is told to mean a record by its file, or one concern in it.

    An id that is no key, and so may be anything, is not repeated.
    """
    folder, _slash, stem = file.removesuffix(SUFFIX).rpartition("/")
    is_session = folder.split("/")[-2:-1] == [Kind.SESSION]
    name = f"{folder.rpartition('/')[2]}/{stem}" if is_session else file
    return f"{name}#{concern}" if is_key_like(concern) else name


def sides(found: Difference, now: Session | Outcome) -> tuple[str, str]:
    """Give what stood and what stands as a correction may say it."""
    before, after = (" ".join(way[:1]) for way in (found.before, found.after))
    is_safe = found.field.holds in _SAFE
    if (found.owner, found.field.key) == (Officer, "nama"):
        return (REMOVED if before else BEFORE), REMOVED
    show_before = not before or ((is_safe or may_be_shown(before)) and not _is_withheld(found, now))
    show_after = not after or is_safe or may_be_shown(after)
    if before and after and show_before and show_after:
        return _changed_words(before.split(), after.split())
    return (
        (before or BEFORE) if show_before else REMOVED,
        (after or REMOVED) if show_after else REMOVED,
    )


def shown(text: str) -> str:
    """Give a side of a correction for a message: in quotes, and cut where it is long."""
    cut = text if len(text) <= _LONGEST_SHOWN else f"{text[: _LONGEST_SHOWN - 1].rstrip()}…"
    return f"“{cut}”"


def both_shown(before: str, after: str) -> tuple[str, str]:
    """Give both sides for a message; those too long for it from their first difference on."""
    if max(len(before), len(after)) <= _LONGEST_SHOWN:
        return shown(before), shown(after)
    old, new = before.split(), after.split()
    first = max(_alike(old, new) - _AROUND, 0)
    sign = "…" if first else ""
    return shown(sign + " ".join(old[first:])), shown(sign + " ".join(new[first:]))


def _alike(before: Sequence[str], after: Sequence[str]) -> int:
    """How many words both begin with."""
    shorter = min(len(before), len(after))
    return next((at for at in range(shorter) if before[at] != after[at]), shorter)


def _changed_words(before: Sequence[str], after: Sequence[str]) -> tuple[str, str]:
    """Give the words that differ with a few around them; short texts whole."""
    head = _alike(before, after)
    tail = 0
    most = min(len(before), len(after)) - head
    while tail < most and before[-1 - tail] == after[-1 - tail]:
        tail += 1
    first = max(head - _AROUND, 0)
    if max(len(before), len(after)) <= _LONGEST_WHOLE:
        first, tail = 0, 0
    rest = max(tail - _AROUND, 0)
    return (
        " ".join(before[first : len(before) - rest]),
        " ".join(after[first : len(after) - rest]),
    )


def _is_withheld(found: Difference, now: Session | Outcome) -> bool:
    """Whether the words are of a concern whose text is kept back now."""
    if not isinstance(now, Session) or found.part[:1] != ("masukan",):
        return False
    return any(
        isinstance(one, Concern) and one.withheld and one.id == found.part[1] for one in now.entries
    )
