"""What is known already: the sessions, concerns and follow-ups a draft may tell of again."""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from pathlib import Path

from generator import yaml_text
from generator.archive import Archive, resolve
from generator.model import Concern, Outcome, Session, WithdrawnOutcome, WithdrawnSession
from generator.outline import Field
from generator.records import Kind
from generator.records.folder import SUFFIX
from generator.spreadsheet.columns import DAY, PLACE, PROGRAMME, UNIT
from generator.spreadsheet.parts import Draft, Filled, Part
from generator.spreadsheet.values import is_alike
from generator.yaml_text import Plain

_TIME = ("waktu",)


class Published:
    """The archive as an import looks at it."""

    def __init__(self, archive: Archive, data: Path) -> None:
        self.archive = archive
        self._data = data
        self._sessions: dict[tuple[str, str, str], list[Session]] = defaultdict(list)
        self._outcomes: dict[tuple[str, str, str], list[Outcome]] = defaultdict(list)
        self._stems: dict[tuple[Kind, str], set[str]] = {}
        self._concerns: dict[str, list[str]] | None = None
        self._days: dict[tuple[str, str], list[Session]] = defaultdict(list)
        self._withdrawn = _withdrawn(archive)
        for session in archive.sessions:
            identity = (session.folder, session.date.text, session.programme)
            self._sessions[identity].append(session)
            self._days[identity[:2]].append(session)
        for outcome in archive.outcomes:
            self._outcomes[outcome.folder, outcome.date.text, outcome.event.value].append(outcome)

    def content(self, file: str) -> bytes:
        """Give what stands in a file below data/."""
        return (self._data / file).read_bytes()

    def stems(self, kind: Kind, unit: str) -> set[str]:
        """Give the names taken in a unit's folder, broken and withdrawn records included."""
        known = self._stems.get((kind, unit))
        if known is None:
            folder = self._data / kind / unit
            files = folder.iterdir() if folder.is_dir() else iter(())
            known = self._stems[kind, unit] = {one.name.removesuffix(SUFFIX) for one in files}
        return known

    def sessions(self, draft: Draft) -> Sequence[Session]:
        """Give the sessions a draft may tell of: same unit, day, programme, and place if known."""
        identity = (unit_of(draft), _text(draft, DAY), _text(draft, PROGRAMME))
        found = [
            session
            for session in self._sessions.get(identity, ())
            if self._agrees(session, draft, PLACE)
        ]
        if len(found) > 1 and _TIME in draft.head.leaves:
            return [one for one in found if self._agrees(one, draft, *_TIME)] or found
        return found

    def same_day(self, draft: Draft) -> Sequence[Session]:
        """Give the sessions of the same unit and day."""
        return self._days.get((unit_of(draft), _text(draft, DAY)), ())

    def withdrawn(self, kind: Kind, unit: str, day: str) -> bool:
        """Whether a record of this unit and day was taken back; only its name tells of it."""
        return any(name.startswith(day) for name in self._withdrawn.get((kind, unit), ()))

    def outcome(self, draft: Draft, unit: str, answered: Sequence[str]) -> Outcome | None:
        """Give the follow-up a draft tells of again: same day, event and concerns."""
        for one in self._outcomes.get((unit, _text(draft, DAY), _text(draft, "kejadian")), ()):
            known = {resolve(reference, one.folder) for reference in one.answers}
            if known == set(answered) and (known or folded(one.account or "") == _account(draft)):
                return one
        return None

    def concerns(self, text: str) -> list[str]:
        """Give the ids of the live concerns that say this."""
        if self._concerns is None:
            self._concerns = defaultdict(list)
            for identity, matter in self.archive.matters.items():
                if isinstance(matter.concern, Concern) and matter.concern.text:
                    self._concerns[folded(matter.concern.text)].append(identity)
        return self._concerns.get(folded(text), [])

    def _agrees(self, session: Session, draft: Draft, key: str) -> bool:
        tree = tree_of(self.content(f"{Kind.SESSION}/{session.id}{SUFFIX}"))
        return not any(
            differs(tree, path, one)
            for path, one in draft.head.leaves.items()
            if path[0] == key and any(True for _found in held(tree, path))
        )


def _withdrawn(archive: Archive) -> dict[tuple[Kind, str], list[str]]:
    found: dict[tuple[Kind, str], list[str]] = defaultdict(list)
    everything = (*archive.records.sessions.values(), *archive.records.outcomes.values())
    for one in everything:
        if isinstance(one, WithdrawnSession | WithdrawnOutcome):
            kind = Kind.SESSION if isinstance(one, WithdrawnSession) else Kind.OUTCOME
            unit, _slash, name = one.id.partition("/")
            found[kind, unit].append(name)
    return found


def unit_of(draft: Draft) -> str:
    """Give the first unit a draft of a session names."""
    value = draft.head.tree.get(UNIT, "")
    return str(value[0]) if isinstance(value, list) and value else str(value)


def tree_of(content: bytes) -> dict[str, Plain]:
    """Give what a file holds, nothing for one that is broken."""
    return yaml_text.parse(content).tree or {}


def held(tree: Plain, path: Sequence[str]) -> Iterator[Plain]:
    """Give everything that stands under these keys; every item of a list is looked into."""
    if isinstance(tree, list) and path:
        for item in tree:
            yield from held(item, path)
    elif not path:
        yield tree
    elif isinstance(tree, dict) and path[0] in tree:
        yield from held(tree[path[0]], path[1:])


def differs(tree: Plain, path: Sequence[str], one: Filled) -> bool:
    """Whether a cell says something else than what is published at its place."""
    field: Field = one.column.field
    found = list(held(tree, path))
    if not found and field.default:
        found = [field.default]
    return not any(is_alike(each, one.value, field) for each in found)


def concern_key(tree: dict[str, Plain]) -> str:
    """Give what a concern is known again by: its words, or of a withheld one its circumstances."""
    if text := tree.get("isi"):
        return folded(str(text))
    return "\0".join(folded(str(tree.get(key, ""))) for key in ("tahan", "jenis"))


def folded(text: str) -> str:
    """Give a text as texts are compared: in any case, with single spaces."""
    return " ".join(text.split()).casefold()


def differing(part: Part, tree: Plain, skip: int) -> list[Filled]:
    """Give the cells that say something else than what is published.

    The first `skip` keys of their paths lead to `tree`.
    """
    return [one for path, one in part.leaves.items() if differs(tree, path[skip:], one)]


def _text(draft: Draft, key: str) -> str:
    return str(draft.head.tree.get(key, ""))


def _account(draft: Draft) -> str:
    return folded(_text(draft, "uraian"))
