"""What is told of a change, and how it is placed in its file."""

import inspect
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from pathlib import Path
from textwrap import dedent, indent
from typing import TypeAlias

from generator import yaml_text
from generator.checks.against.published import Pair, Published
from generator.findings import Finding, Mending, Severity
from generator.records.explanations import Complaint
from generator.records.faults import File
from generator.records.folder import SUFFIX
from generator.records.names import is_key_like
from generator.records.places import Steps, in_words, path_in
from generator.records.reading import content_of


@dataclass(frozen=True, slots=True)
class Told:
    """One thing to look at in one file, named by its path below data/.

    `path` leads to it by YAML keys and numbers; None where the file as a whole is meant. `part`
    names it in words where it is no longer there. `mending` are lines ready to be pasted, among the
    items of the list `under` where that is named.
    """

    file: str
    path: Steps | None
    message: str
    mending: Mending | None = None
    part: tuple[str, ...] = ()
    severity: Severity = Severity.ERROR
    under: str = ""


Finder: TypeAlias = Callable[[Published], Iterator[Told]]


@dataclass(frozen=True, slots=True)
class Comparison:
    """One rule for what was published; its docstring is what officers read about it.

    `of_pair` looks at a record that was published and is still there; `of_all` at everything.
    """

    id: str
    find: Callable[..., Iterator[Told]]
    of_pair: bool = False

    @property
    def explanation(self) -> str:
        """What officers read: what is wrong, why it matters, how to mend it."""
        return inspect.cleandoc(self.find.__doc__ or "")

    def __call__(self, published: Published) -> Iterator[Told]:
        """Give everything this rule has to tell."""
        if not self.of_pair:
            yield from self.find(published)
            return
        for pair in published.pairs:
            yield from self.find(pair, published)


def of_all(identity: str) -> Callable[[Finder], Comparison]:
    """Make a comparison of a function that looks at everything."""
    return lambda find: Comparison(identity, find)


def of_pair(identity: str) -> Callable[[Callable[[Pair, Published], Iterator[Told]]], Comparison]:
    """Make a comparison of a function that looks at one record at a time."""
    return lambda find: Comparison(identity, find, of_pair=True)


def located(prefix: str, data: Path, check: str, told: Told) -> Finding:
    """Give what is told as a finding, with the line and column of its value."""
    content = _content(data / told.file) if told.file.endswith(SUFFIX) else b""
    file = File(prefix, told.file, content)
    tree = yaml_text.parse(content).tree
    if told.path is None or tree is None:
        found = file.as_a_whole(check, told.message, told.severity)
    else:
        path = path_in(tree, told.path)
        where = in_words(tree, path)
        if told.part and all(one.isdigit() or is_key_like(one) for one in told.part):
            where = ".".join(told.part)
        found = file.finding(check, Complaint(path, where, told.message), told.severity)
    return replace(found, mending=_indented(told, content))


def _indented(told: Told, content: bytes) -> Mending | None:
    """Give the lines to paste as far to the right as the items of their list stand in the file."""
    mending = told.mending
    first = yaml_text.positions(content).get((told.under, 0)) if told.under else None
    if mending is None or mending.head or first is None:
        return mending
    dash = " " * max(first.column - 3, 0)
    return replace(mending, lines=indent(dedent(mending.lines), dash))


def _content(file: Path) -> bytes:
    try:
        return content_of(file)
    except OSError:
        return b""
