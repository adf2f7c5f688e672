"""A record as typed -> plain texts, lists and mappings, or all that keeps it from being read.

Only a part of YAML is read: nothing is guessed from how a value looks, nothing refers to anything
else, every key stands once. The tree is built from libyaml's events, without recursion: libyaml's
own composer recurses, so a small file can end the process, and it forgets what was written twice.
"""

from collections.abc import Callable
from dataclasses import dataclass, replace
from typing import Any, TypeAlias

import yaml

from generator import yaml_everyday
from generator.text_rules import Position, Problem, Source, normalise, offences, read
from generator.yaml_everyday import MAX_LEVELS, MAX_NODES, Plain
from generator.yaml_mistakes import sentences, traps
from generator.yaml_mistakes.doubt import Rest
from generator.yaml_mistakes.recovery import read_on
from generator.yaml_mistakes.syntax import explain

__all__ = [
    "MAX_LEVELS",
    "MAX_NODES",
    "Document",
    "Path",
    "Plain",
    "Position",
    "Problem",
    "locate",
    "parse",
    "positions",
]

MAX_PROBLEMS = 100

Path: TypeAlias = tuple[str | int, ...]

_NOTHING = frozenset({"~", "null"})
_ODD_STARTS = frozenset({"", "~", "-", "<"})


@dataclass(frozen=True, slots=True)
class Document:
    """A file as read: its tree, or None and the problems, in the order of their lines.

    `rest` is what can be read of a file with problems, where anything can.
    """

    tree: dict[str, Plain] | None
    problems: tuple[Problem, ...]
    rest: Rest | None = None


def parse(raw: bytes) -> Document:
    """Read the bytes of one record file; never raises.

    Every scalar stays the text that was typed, normalised (see `text_rules.normalise`); an empty
    value, `~` and `null` become "". Hand over at most `text_rules.MAX_BYTES` + 1 bytes. At most
    `MAX_PROBLEMS` problems are given.
    """
    source = read(raw)
    if not source.problems and not traps.may_lose_words(source.text):
        tree = yaml_everyday.read(source.text) if source.ordinary else None
        if tree is None:
            tree = _Builder(source).run()
        if tree is not None:
            return Document(tree, ())
    found, rest = _examine(source) if source.readable or source.text else ([], None)
    everything = sorted({*source.problems, *found})[:MAX_PROBLEMS]
    if everything or rest is None:
        return Document(None, tuple(everything), rest)
    return Document(rest.tree, ())


def positions(raw: bytes) -> dict[Path, Position]:
    """Give where everything in a file stands: the key of an entry, the beginning of a list item.

    () is the beginning of the record. Goes as far as the file can be read; never raises.
    """
    watcher = _Watcher(read(raw))
    watcher.run()
    if watcher.fault and (rest := parse(raw).rest):
        return dict(rest.places)
    return watcher.places


def locate(raw: bytes, path: Path) -> Position:
    """Give where a path stands, or its nearest parent that exists; never raises."""
    places = positions(raw)
    while path and path not in places:
        path = path[:-1]
    return places.get(path, Position(1, 1))


def _examine(source: Source) -> tuple[list[Problem], Rest | None]:
    """Read slowly, find everything, and give what can be read besides."""

    def watch(text: str, is_whole: bool) -> _Watcher:
        watcher = _Watcher(replace(source, text=text), whole=is_whole)
        watcher.tree = watcher.run()
        return watcher

    return read_on(source.text, watch, source.problems)


class _Stop(Exception):
    """There is no sense in reading on."""


class _Builder:
    """Builds the tree of a sound file from events; stops at the first thing that looks odd."""

    def __init__(self, source: Source) -> None:
        self._text = source.text
        self._ordinary = source.ordinary
        self._root: list[Plain] = []
        # The list or the mapping that is open, and in a mapping the key that awaits its value.
        self._items = self._root
        self._entries: dict[str, Plain] | None = None
        self._key: str | None = None
        self._parents: list[tuple[list[Plain], dict[str, Plain] | None, str | None]] = []
        self._nodes = 0
        self._documents = 0

    def run(self) -> dict[str, Plain] | None:
        """Give the tree; None when the file cannot be read."""
        handlers: dict[type, Callable[[Any], None]] = {
            yaml.ScalarEvent: self._scalar,
            yaml.MappingStartEvent: self._open,
            yaml.SequenceStartEvent: self._open,
            yaml.MappingEndEvent: self._close,
            yaml.SequenceEndEvent: self._close,
            yaml.AliasEvent: self._alias,
            yaml.DocumentStartEvent: self._document,
        }
        event = None
        try:
            for event in iter(yaml.CBaseLoader(self._text).get_event, None):
                if handle := handlers.get(type(event)):
                    handle(event)
            return self._finish()
        except _Stop:
            return None
        # The binding lets a UnicodeDecodeError through where a tag spells one.
        except (yaml.YAMLError, ValueError) as error:
            self._fail(error, event)
            return None

    def _scalar(self, event: yaml.ScalarEvent) -> None:
        self._nodes += 1
        if event.tag is not None or event.anchor is not None or self._nodes > MAX_NODES:
            self._refuse_node(event)
        value = event.value
        if not self._ordinary:
            value = self._cleaned(event)
        if not event.style and (value in _NOTHING or " - " in value):
            value = self._unquoted(event, value)
        key, entries = self._key, self._entries
        if entries is None:
            self._items.append(value)
        elif key is not None:
            entries[key] = value
            self._key = None
        else:
            self._key = value
            if value in entries or value[:1] in _ODD_STARTS:
                self._refuse_key(event, value)

    def _open(self, event: yaml.CollectionStartEvent) -> None:
        self._nodes += 1
        if event.tag is not None or event.anchor is not None or self._nodes > MAX_NODES:
            self._refuse_node(event)
        items, entries, key = self._items, self._entries, self._key
        child: Plain
        if type(event) is yaml.MappingStartEvent:
            child = self._entries = {}
        else:
            child = self._items = []
            self._entries = None
        if entries is None:
            items.append(child)
        elif key is not None:
            entries[key] = child
            key = self._key = None
        else:
            self._refuse(event, sentences.key_no_word())
            key = ""
        self._parents.append((items, entries, key))
        if len(self._parents) > MAX_LEVELS:
            self._refuse(event, sentences.too_deep(MAX_LEVELS))
            raise _Stop

    def _close(self, _event: yaml.CollectionEndEvent) -> None:
        self._items, self._entries, self._key = self._parents.pop()

    def _alias(self, event: yaml.AliasEvent) -> None:
        self._refuse(event, sentences.special_start("*"))
        marks = event.start_mark, event.end_mark
        self._scalar(yaml.ScalarEvent(None, None, (False, True), "*", *marks, style="'"))

    def _document(self, event: yaml.DocumentStartEvent) -> None:
        self._documents += 1
        if self._documents > 1:
            self._refuse(event, sentences.second_document())
            raise _Stop
        if event.version or event.tags:
            self._refuse(event, sentences.directive())

    def _finish(self) -> dict[str, Plain] | None:
        root = self._root[0] if self._root else ""
        return root if isinstance(root, dict) else None

    def _cleaned(self, event: yaml.ScalarEvent) -> str:
        """Normalise a value; an escape can spell what nobody could see in the file."""
        if event.style == '"':
            for message in offences(event.value):
                self._refuse(event, message)
        return normalise(event.value)

    def _unquoted(self, event: yaml.ScalarEvent, value: str) -> str:
        """Look again at an unquoted value: it may be nothing, or have swallowed a list."""
        if value in _NOTHING:
            return ""
        if problem := traps.swallowed_item(self._text, *_offsets(event)):
            self._report(problem)
        return value

    def _refuse_node(self, event: yaml.ScalarEvent | yaml.CollectionStartEvent) -> None:
        if self._nodes > MAX_NODES:
            self._refuse(event, sentences.too_many(MAX_NODES))
            raise _Stop
        if event.anchor is not None:
            self._refuse(event, sentences.special_start("&"))
        if event.tag is not None:
            self._refuse(event, sentences.special_start("!"))

    def _refuse_key(self, event: yaml.ScalarEvent, key: str) -> None:
        if key in ("", "~"):
            self._refuse(event, sentences.no_key())
        elif key == "<<":
            self._refuse(event, sentences.merge_key())
        elif key.startswith("-"):
            self._refuse(event, sentences.no_space_after_dash())
        elif self._entries and key in self._entries:
            self._refuse(event, sentences.key_twice(key, self._first_line(key)))

    def _first_line(self, _key: str) -> int:
        return 0

    def _refuse(self, event: yaml.Event, message: str) -> None:
        place = _place(event)
        self._report(Problem(place.line, place.column, message))

    def _report(self, _problem: Problem) -> None:
        raise _Stop

    def _fail(self, error: Exception, last: yaml.Event | None) -> None:
        pass


class _Watcher(_Builder):
    """Builds the tree as well, and keeps where everything stands and everything that is wrong.

    `fault` is what the parser could not read beyond. `whole` says that nothing was left out of
    the file, so that there must be a record in it.
    """

    def __init__(self, source: Source, *, whole: bool = True) -> None:
        super().__init__(source)
        self._whole = whole
        self.tree: dict[str, Plain] | None = None
        self.places: dict[Path, Position] = {}
        self.hidden: set[Path] = set()
        self.problems: list[Problem] = []
        self.fault: Problem | None = None
        self._path: list[str | int] = []
        self._scalars: list[traps.Scalar] = []
        self._key_column = 1

    def _scalar(self, event: yaml.ScalarEvent) -> None:
        super()._scalar(event)
        place, column = _place(event), 0
        if self._entries is None:
            self.places.setdefault(self._item_path(len(self._items) - 1), place)
            column = place.column
        elif self._key is None:
            column = self._key_column
        else:
            self.places.setdefault((*self._path, self._key), place)
            self._key_column = place.column
        self._scalars.append(traps.Scalar(*_offsets(event), 0 if event.style else column))

    def _open(self, event: yaml.CollectionStartEvent) -> None:
        if self._entries is None:
            self.places.setdefault(self._item_path(len(self._items)), _place(event))
        if self._parents:
            self._path.append(len(self._items) if self._entries is None else self._key or "")
        super()._open(event)

    def _close(self, event: yaml.CollectionEndEvent) -> None:
        super()._close(event)
        if self._parents:
            self._path.pop()

    def _item_path(self, index: int) -> Path:
        return (*self._path, index) if self._parents else ()

    def _finish(self) -> dict[str, Plain] | None:
        tree = super()._finish()
        for lost in traps.lost_words(self._text, self._scalars):
            self.problems.append(lost)
            self.hidden.add(self._last_before(lost))
        if tree is None and self._whole:
            self.problems += self._no_record()
        return tree

    def _no_record(self) -> list[Problem]:
        root = self._root[0] if self._root else ""
        if not root:
            return [Problem(1, 1, sentences.empty())]
        place = self.places[()]
        if isinstance(root, list):
            return [Problem(place.line, place.column, sentences.a_list())]
        faulty = traps.faulty_lines(self._text)
        return faulty or [Problem(place.line, place.column, sentences.a_text())]

    def _first_line(self, key: str) -> int:
        return self.places[*self._path, key].line

    def _report(self, problem: Problem) -> None:
        self.problems.append(problem)
        if self._entries is None:
            self.hidden.add(self._item_path(len(self._items)))
        else:
            self.hidden.add((*self._path, *([self._key] if self._key is not None else [])))

    def _last_before(self, problem: Problem) -> Path:
        place = Position(problem.line, problem.column)
        return max(
            ((one, len(path), path) for path, one in self.places.items() if one <= place),
            default=(place, 0, ()),
        )[2]

    def _fail(self, error: Exception, last: yaml.Event | None) -> None:
        self.fault = explain(self._text, error, last)


def _place(event: yaml.Event) -> Position:
    mark = event.start_mark
    return Position(mark.line + 1, mark.column + 1) if mark else Position(1, 1)


def _offsets(event: yaml.Event) -> tuple[int, int]:
    start, end = event.start_mark, event.end_mark
    return (start.index, end.index) if start and end else (0, 0)
