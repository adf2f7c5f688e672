"""What may have been meant by a line libyaml stops at, in the order it is tried; see `repair`."""

from collections.abc import Iterator, Sequence
from itertools import takewhile

from generator.text_rules import Problem
from generator.yaml_mistakes import sentences
from generator.yaml_mistakes.alignment import aligned
from generator.yaml_mistakes.entries import (
    Entry,
    entries_of,
    holder_of,
    is_entry,
    is_entry_like,
    last_line,
    run_from,
    top_of,
)
from generator.yaml_mistakes.lines import fault as fault_of
from generator.yaml_mistakes.lines import has_content, indent
from generator.yaml_mistakes.repair import (
    ANYWHERE,
    WHOLE_LINE,
    Repair,
    dropped,
    emptied,
    without,
)


def repairs(lines: Sequence[str], problem: Problem) -> Iterator[Sequence[Repair]]:
    """Give what may have been meant, what keeps most of the file first.

    Of guesses that come together, the one is to be taken with which most can be read, or else the
    one of the lowest `rank`.
    """
    number = problem.line - 1
    if not has_content(lines[number]):
        return
    first, *_others = here = entries_of(lines[number], number)
    last, holder = here[-1], holder_of(lines, number)
    is_about_place = problem.column <= first.column + 1
    yield from zip(_respelt(lines, problem, last))
    if holder and holder.is_lone_word:
        yield (_with_colon(lines, holder),)
    in_text = holder is not None and holder.begins_block
    if is_about_place and not in_text and is_entry(lines[number]):
        yield list(aligned(lines, first, holder))
    if holder and not holder.holds_entries:
        yield (without(lines, holder),)
    if len(here) > 1 and not last.key:
        yield from zip(_without_text(lines, last))
    if last.key or last.is_item or first.is_item:
        yield (emptied(lines, last),)
    yield (dropped(lines, first),)
    while holder:
        yield (without(lines, holder),)
        holder = holder_of(lines, holder.line)
    yield (dropped(lines, top_of(lines, number)),)


def _respelt(lines: Sequence[str], problem: Problem, last: Entry) -> Iterator[Repair]:
    """Write a sign as the message tells to."""
    number, line = problem.line - 1, lines[problem.line - 1]
    if last.is_lone_word and last_line(lines, last) > number and _opens(lines, number):
        yield _with_colon(lines, last)
    found = fault_of(line)
    if found is None or found[0] != problem.column:
        return
    at = problem.column - 1
    if line[at] == "-":
        yield _with_space(lines, number, at)
        return
    better = line[:at] + ": " + line[at + 1 :].lstrip(" ")
    moved = {number: (at + 1, len(better) - len(line))}
    yield Repair({number: better}, ANYWHERE, moved=moved)


def _with_space(lines: Sequence[str], number: int, at: int) -> Repair:
    """Put a space behind a dash, and the lines below in line with what stands behind it."""
    line = lines[number]
    repaired = {number: f"{line[: at + 1]} {line[at + 1 :]}"}
    below = [n for n in run_from(lines, number) if n > number]
    hanging = list(takewhile(lambda n: indent(lines[n]) > at, below))
    if any(indent(lines[n]) == at + 1 for n in hanging):
        repaired |= {n: f" {lines[n]}" for n in hanging}
    moved = {n: (at + 1 if n == number else 0, 1) for n in repaired}
    return Repair(repaired, ANYWHERE, moved=moved)


def _opens(lines: Sequence[str], number: int) -> bool:
    below = next((line for line in lines[number + 1 :] if has_content(line)), "")
    return is_entry_like(below)


def _without_text(lines: Sequence[str], text: Entry) -> Iterator[Repair]:
    """Keep the dash alone where the keys below belong to its item."""
    below = next((n for n in range(text.line + 1, len(lines)) if has_content(lines[n])), None)
    if below is not None and indent(lines[below]) == text.column and is_entry(lines[below]):
        kept = lines[text.line][: text.column].rstrip()
        beyond = (text.line + 1, WHOLE_LINE)
        yield Repair({text.line: kept}, beyond, dropped=((below, text.column),))


def _with_colon(lines: Sequence[str], word: Entry) -> Repair:
    line = lines[word.line]
    told = Problem(word.line + 1, word.column + 1, sentences.no_colon())
    better = f"{line.rstrip()}:"
    return Repair({word.line: better}, ANYWHERE, told=told)
