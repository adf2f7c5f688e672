"""One file below data/ searched whole: its name, everything typed in it, and its parsed values."""

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from functools import lru_cache
from itertools import accumulate

from generator import yaml_text
from generator.collector import without_collector
from generator.privacy.allowed import Allowed
from generator.privacy.kinds import Found, Kind, Level
from generator.privacy.search import search
from generator.yaml_text import Plain

_NOTHING = Allowed(telephones=frozenset())
_BOM = "\ufeff"
_SUFFIX = re.compile(r"\.[a-z]{2,4}$")
_SLUG = re.compile(r"id:[ \t]*[\"']?([a-z0-9-]+)")
_KEY_LINE = re.compile(
    r"\s*(?:-\s+)*(?:(?:id|tema|menjawab|ke|sebelumnya):[^:]*|[a-z0-9-]+\s*)", re.ASCII
)
_SECOND = re.compile(r"-\d+$")
_DIGIT = re.compile("[0-9]")
_DAY = re.compile(r"(?:19|20)\d\d-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\d|3[01])(?:-\d)?", re.ASCII)
_KEY = re.compile(r"[a-z0-9-]*")
_KEY_BEFORE = re.compile(r"[a-z0-9-]*$")


@dataclass(frozen=True, slots=True)
class Job:
    """A file to search: its path below data/, and what may stand in just this one."""

    name: str
    content: bytes
    officers: tuple[str, ...] = ()
    is_reviewed: bool = False


@dataclass(frozen=True, slots=True, order=True)
class Trouble:
    """What was found in a file and where; line 0 stands for its name, no kind for a failure."""

    line: int
    column: int
    kind: Kind | None = None
    level: Level = Level.BLOCKS


@dataclass(frozen=True, slots=True)
class Rules:
    """What may stand in every file: `themes` are keys that may be named although they are words."""

    allowed: Allowed
    themes: frozenset[str] = field(default_factory=frozenset)


def search_files(jobs: Iterable[Job], rules: Rules) -> list[tuple[Trouble, ...]]:
    """Search files, also in another process; never raises: what cannot be searched is trouble."""
    with without_collector():
        return [_search_safely(job, rules) for job in jobs]


def _search_safely(job: Job, rules: Rules) -> tuple[Trouble, ...]:
    try:
        return tuple(sorted(set(_troubles(job, rules)), key=lambda one: (one.line, one.column)))
    except Exception:  # whatever went wrong, nobody knows what the file holds: it may not pass
        return (Trouble(1, 1),)


def _troubles(job: Job, rules: Rules) -> Iterator[Trouble]:
    allowed = rules.allowed.with_names(job.officers)
    for found in _in_name(job.name, allowed):
        yield Trouble(0, 0, found.kind, found.level)
    try:
        text = job.content.decode().removeprefix(_BOM)
    except UnicodeDecodeError:
        yield Trouble(1, 1)
        text = job.content.decode(errors="ignore")
    everything = [*search(text, allowed), *_in_ids(text, allowed)]
    starts = [0, *accumulate(len(line) + 1 for line in text.split("\n"))] if everything else []
    for found in everything:
        if found.level is Level.BLOCKS or not (job.is_reviewed or _is_theme(text, found, rules)):
            line = bisect_right(starts, found.start)
            yield Trouble(line, found.start - starts[line - 1] + 1, found.kind, found.level)
    # What YAML makes of escapes and folded lines may read otherwise than what was typed.
    if "\\" in text or "''" in text:
        yield from _in_values(job, allowed)


def is_nameable(name: str, rules: Rules) -> bool:
    """Whether the path of a file below data/ points to nobody, so that it may be repeated."""
    return not any(_in_name(name, rules.allowed))


def _in_name(name: str, allowed: Allowed) -> Iterator[Found]:
    for part in name.split("/"):
        if not _is_harmless(part):
            stem = _SUFFIX.sub("", part)
            yield from search(stem, allowed)
            yield from _as_words(stem, allowed)


def _in_ids(text: str, allowed: Allowed) -> Iterator[Found]:
    for match in _SLUG.finditer(text):
        if _is_harmless(match[1]):
            continue
        for found in _as_words(match[1], allowed):
            yield Found(found.kind, found.level, match.start(1), match.end(1))


@lru_cache(maxsize=50_000)
def _is_harmless(name: str) -> bool:
    """Whether nothing is found in a name even where nothing is allowed: names repeat a lot."""
    stem = _SUFFIX.sub("", name)
    if _DAY.fullmatch(stem):  # as most are, and nothing is found in a day
        return True
    return not search(stem, _NOTHING) and not any(_as_words(stem, _NOTHING))


def _as_words(slug: str, allowed: Allowed) -> Iterator[Found]:
    """Search what a name of a file or an id says when it is written as words: `pak-joko`."""
    has_letters = slug.lower() != slug.upper()  # a day has none, and so no name in it
    if has_letters and ("-" in slug or slug.isalpha()):
        for found in search(slug.replace("-", " ").replace("_", " ").title(), allowed):
            is_house = found.kind is Kind.ADDRESS and not _DIGIT.search(slug)
            if found.kind is Kind.NAME or is_house:
                yield found


def _is_theme(text: str, found: Found, rules: Rules) -> bool:
    """Whether a word that needs judgement is only the key of a theme, whose text is withheld."""
    line_start = text.rfind("\n", 0, found.start) + 1
    before = _KEY_BEFORE.search(text, line_start, found.start)
    start = before.start() if before else found.start
    after = _KEY.match(text, found.end)
    end = after.end() if after else found.end
    line_end = text.find("\n", end)
    line = text[line_start : line_end if line_end >= 0 else None]
    return (
        _SECOND.sub("", text[start:end]) in rules.themes and _KEY_LINE.fullmatch(line) is not None
    )


def _in_values(job: Job, allowed: Allowed) -> Iterator[Trouble]:
    tree = yaml_text.parse(job.content).tree
    if tree is None:
        return
    places = yaml_text.positions(job.content)
    for path, value in _values(tree, ()):
        for found in search(value, allowed):
            if found.level is Level.BLOCKS or not job.is_reviewed:
                place = places.get(path) or yaml_text.Position(1, 1)
                yield Trouble(place.line, place.column, found.kind, found.level)


def _values(tree: Plain, path: yaml_text.Path) -> Iterator[tuple[yaml_text.Path, str]]:
    if isinstance(tree, str):
        yield path, tree
    elif isinstance(tree, list):
        for number, item in enumerate(tree):
            yield from _values(item, (*path, number))
    else:
        for key, item in tree.items():
            yield (*path, key), key
            yield from _values(item, (*path, key))
