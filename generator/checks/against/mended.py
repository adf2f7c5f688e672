"""Whether a change was mended openly: by a correction that names its part and says both sides."""

from collections.abc import Iterable, Iterator, Sequence
from typing import Any

from slugify import slugify

from generator.checks.against.differences import Difference
from generator.checks.corrections import REMOVED
from generator.model import Correction, Outcome, Session
from generator.outline import Holds
from generator.records.shape import attribute_of, keys_of
from generator.writing.edits import LISTS

NOTHING = frozenset({"belum ditulis", "belum ada", "tidak ada", "kosong"})
"""What `semula` may say where nothing stood before."""

BEFORE = "belum ditulis"
"""What `semula` says of such a part in the lines that are made for officers."""

_Words = tuple[str, ...]


def added(before: Session | Outcome, now: Session | Outcome) -> tuple[Correction, ...]:
    """Give the corrections that were not published yet."""
    known = list(before.corrections)
    found: list[Correction] = []
    for one in now.corrections:
        twin = next((other for other in known if is_still(other, one)), None)
        if twin is None:
            found.append(one)
        else:
            known.remove(twin)
    return tuple(found)


def lost(before: Session | Outcome, now: Session | Outcome) -> Iterator[Correction]:
    """Give the published corrections that are gone or say something else now."""
    left = list(now.corrections)
    for one in before.corrections:
        twin = next((other for other in left if is_still(one, other)), None)
        if twin is None:
            yield one
        else:
            left.remove(twin)


def is_still(before: Correction, now: Correction) -> bool:
    """Whether a correction is the one that was published, or that one without its words.

    Words that may not be repeated are replaced by `dihapus`, and then the cause may change too; a
    withdrawal does that to every correction of what it takes back.
    """
    if before == now:
        return True
    pairs = (before.before, now.before), (before.after, now.after)
    return (
        (before.date, before.part) == (now.date, now.part)
        and all(new == old or is_removed(new) for old, new in pairs)
        and any(new != old for old, new in pairs)
    )


def is_removed(text: str) -> bool:
    """Whether a side of a correction says that its words are not repeated, or are gone."""
    return text.strip().casefold() == REMOVED


def about(
    found: Difference, corrections: Iterable[Correction], before: Any, now: Any
) -> tuple[Correction, ...]:
    """Give the corrections that name the part, or one around or inside it, in either version.

    All concerns together are too much: a correction names the one it is about.
    """
    return tuple(
        one
        for one in corrections
        if _overlap(steps_of(now, one.part), found.part)
        or _overlap(steps_of(before, one.part), found.earlier_part)
    )


def is_said(found: Difference, corrections: Sequence[Correction]) -> bool:
    """Whether corrections of a part say, one after the other, how the old became the new.

    Compared as loosely as a correction is with what stands there: without case and signs, and by
    any whole words of it. `dihapus` on a side stands for whatever was or is there. But what is
    quoted has to be what has changed: the rest of a text may not change under its cover.
    """
    if not corrections:
        return False
    if _is_only_signs(found):
        return any(
            _quotes(one.before, found.before) and _quotes(one.after, found.after)
            for one in corrections
        )
    start = {_words(way) for way in found.before} or {()}
    wanted = {_words(way) for way in found.after} or {()}
    start, wanted = start - wanted or start, wanted - start or wanted
    reached: set[_Words] = set()
    for one in corrections:
        reached |= {made for held in start | reached for made in _applied(one, held, wanted)}
    return bool(_in_any_order(found, reached) & _in_any_order(found, wanted))


def _in_any_order(found: Difference, texts: set[_Words]) -> set[_Words]:
    """The order of keys and short names in a list means nothing."""
    is_list = found.field.is_many and found.field.holds not in (Holds.GROUP, Holds.TEXT)
    return {tuple(sorted(one)) for one in texts} if is_list else texts


def _is_only_signs(found: Difference) -> bool:
    """Whether the words are the same and only signs or capital letters differ."""
    both = found.before[:1], found.after[:1]
    return all(both) and _words(both[0][0]) == _words(both[1][0])


def _quotes(quoted: str, held: _Words) -> bool:
    return is_removed(quoted) or any(" ".join(quoted.split()) in one for one in held)


def _applied(one: Correction, held: _Words, wanted: set[_Words]) -> Iterator[_Words]:
    """Give what a text may be after a correction."""
    before, after = _words(one.before), _words(one.after)
    if is_removed(one.before) or is_removed(one.after):
        if is_removed(one.before) or _fits(before, held) or not held:
            is_open = is_removed(one.after)
            yield from (text for text in wanted if is_open or not text or _fits(after, text))
    elif not held:
        is_honest = one.before.strip().casefold() in NOTHING
        yield from (text for text in wanted if is_honest and _fits(after, text))
    elif _holds(before, held):
        yield from (text for text in wanted if not text or _holds(after, text))
    else:
        places = [at for at in range(len(held)) if before and held[at:][: len(before)] == before]
        for at in places:
            yield (*held[:at], *after, *held[at + len(before) :])
        if len(places) > 1:
            yield _everywhere(held, before, after)


def _fits(typed: _Words, there: _Words) -> bool:
    return _holds(typed, there) or _holds(there, typed)


def _holds(long: _Words, short: _Words) -> bool:
    """Whether whole words in a row stand in others."""
    size = len(short)
    return size > 0 and any(long[at : at + size] == short for at in range(len(long) - size + 1))


def _everywhere(held: _Words, before: _Words, after: _Words) -> _Words:
    made: list[str] = []
    at = 0
    while at < len(held):
        is_there = held[at : at + len(before)] == before
        made += after if is_there else held[at : at + 1]
        at += len(before) if is_there else 1
    return tuple(made)


def _words(text: str) -> _Words:
    return tuple(filter(None, slugify(text).split("-")))


def _overlap(one: _Words | None, other: _Words) -> bool:
    if one is None:
        return False
    shared = min(len(one), len(other))
    is_all = len(one) == 1 < len(other) and one[0] in LISTS
    return one[:shared] == other[:shared] and not is_all


def steps_of(record: Any, part: str) -> _Words | None:
    """Give the full name of a part: every item by its id, else by its number; None for no part.

    `tempat.desa` names the item of a list that has just one, `masukan.1.isi` is named by its id.
    """
    node: Any = record
    steps: list[str] = []
    for step in part.split("."):
        if isinstance(node, tuple):
            at = _place(node, step)
            if at is not None:
                node = node[at]
                steps.append(getattr(node, "id", str(at + 1)))
                continue
            if len(node) != 1 or step.isdigit():
                # An item that is no longer, or not yet, there.
                return (*steps, step)
            steps.append(getattr(node[0], "id", "1"))
            node = node[0]
        steps.append(step)
        if step not in keys_of(type(node)):
            return tuple(steps) if node is None else None
        node = attribute_of(node, step)
    return tuple(steps)


def _place(items: tuple[Any, ...], step: str) -> int | None:
    if step.isascii() and step.isdigit():
        return int(step) - 1 if 0 < int(step) <= len(items) else None
    return next((at for at, one in enumerate(items) if getattr(one, "id", None) == step), None)
