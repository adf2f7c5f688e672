"""The kinds of file under `data/`, and the model each of them is read into."""

from enum import StrEnum
from functools import cache
from typing import Any, TypeAlias

from pydantic import TypeAdapter

from generator.model import (
    Outcome,
    Programme,
    Reason,
    Session,
    Theme,
    Unit,
    WithdrawnOutcome,
    WithdrawnSession,
)

Record: TypeAlias = (
    Session
    | WithdrawnSession
    | Outcome
    | WithdrawnOutcome
    | Programme
    | Unit
    | Theme
    | Reason
)  # fmt: skip


class Kind(StrEnum):
    """A kind of record; its value is the folder, or the stem of the file, that holds it."""

    SESSION = "sessions"
    OUTCOME = "outcomes"
    PROGRAMME = "programs"
    UNIT = "units"
    THEME = "themes"
    REASON = "reasons"

    @property
    def has_unit_folders(self) -> bool:
        """Whether its files lie in a folder per unit."""
        return self in (Kind.SESSION, Kind.OUTCOME)

    @property
    def is_table(self) -> bool:
        """Whether all its records stand in one file, each under its key."""
        return self in (Kind.THEME, Kind.REASON)


MODELS: dict[Kind, type[Record]] = {
    Kind.SESSION: Session,
    Kind.OUTCOME: Outcome,
    Kind.PROGRAMME: Programme,
    Kind.UNIT: Unit,
    Kind.THEME: Theme,
    Kind.REASON: Reason,
}
WITHDRAWN_MODELS: dict[Kind, type[Record]] = {
    Kind.SESSION: WithdrawnSession,
    Kind.OUTCOME: WithdrawnOutcome,
}
WITHDRAWN_KEY = "ditarik"
_KINDS = {model: kind for models in (MODELS, WITHDRAWN_MODELS) for kind, model in models.items()}


def model_of(kind: Kind, tree: object) -> type[Record]:
    """Give the model a tree is read into: `ditarik` at the top makes it a withdrawn record."""
    if kind in WITHDRAWN_MODELS and isinstance(tree, dict) and WITHDRAWN_KEY in tree:
        return WITHDRAWN_MODELS[kind]
    return MODELS[kind]


def kind_of(record: Record) -> Kind:
    """Give the kind a record is of."""
    return _KINDS[type(record)]


def validate(kind: Kind, tree: object) -> Record:
    """Make the record of a tree; raises pydantic's ValidationError with every problem in it."""
    model: Any = model_of(kind, tree)
    record: Record = _adapter(model).validate_python(tree)
    return record


def place(record: Record, identity: str) -> None:
    """Tell a record its id, which only the place it lies in knows; it is frozen from then on."""
    object.__setattr__(record, "id", identity)


@cache
def _adapter(model: Any) -> TypeAdapter[Any]:
    return TypeAdapter(model)
