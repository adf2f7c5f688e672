"""What a record may hold, read off the model: for whatever asks an officer for a record.

The form, the questions in the terminal, the workbook and the page about every field are made of
this, so a field added to the model is in all of them.
"""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum
from functools import cache
from types import MappingProxyType, NoneType, UnionType
from typing import Annotated, Any, Union, get_args, get_origin

from pydantic import TypeAdapter
from pydantic.fields import FieldInfo

from generator.model import fields as shapes
from generator.records import shape
from generator.records.kinds import MODELS, Kind


class Holds(StrEnum):
    """What is typed into a field."""

    LINE = "line"
    TEXT = "text"
    ID = "id"
    WORD = "word"
    KEY = "key"
    REFERENCE = "reference"
    DAY = "day"
    DATE = "date"
    TIME = "time"
    AMOUNT = "amount"
    COUNT = "count"
    ADDRESS = "address"
    PHOTO = "photo"
    GROUP = "group"


@dataclass(frozen=True, slots=True)
class Field:
    """One key of a record.

    `is_many` says that a list may stand here. `words` are the fixed words of a WORD, in their
    order; of a GROUP or a COUNT those that may stand in its place (`masukan: nihil`). `registry`
    is where a KEY has to stand. `default` is the word that holds when the key is left out.
    `pattern` is what the whole text has to match, as the JSON Schema says it, and `longest` how
    many characters it may have; "" and 0 where anything goes. `fields` are the keys of a GROUP.
    """

    key: str
    attribute: str
    says: str
    holds: Holds
    is_required: bool
    is_many: bool = False
    words: tuple[str, ...] = ()
    registry: Kind | None = None
    default: str = ""
    pattern: str = ""
    longest: int = 0
    fields: tuple["Field", ...] = ()


_WHERE_THE_KEY_IS = re.compile(r" [^.]*\bdata/[a-z]+(?:\.yml)?\.$")
_HOLDS: Mapping[Any, Holds] = MappingProxyType(
    {
        shapes.Line: Holds.LINE,
        shapes.Text: Holds.TEXT,
        shapes.Id: Holds.ID,
        shapes.Key: Holds.KEY,
        shapes.Reference: Holds.REFERENCE,
        shapes.Day: Holds.DAY,
        shapes.EventDate: Holds.DATE,
        shapes.Time: Holds.TIME,
        shapes.Amount: Holds.AMOUNT,
        shapes.Count: Holds.COUNT,
        shapes.PositiveCount: Holds.COUNT,
        shapes.WebAddress: Holds.ADDRESS,
        shapes.FileName: Holds.PHOTO,
    }
)


def without_key(said: str) -> str:
    """Give what a field says to one who chooses from a list: not where its key is looked up."""
    return _WHERE_THE_KEY_IS.sub("", said)


def outline(kind: Kind) -> tuple[Field, ...]:
    """Give the fields of a kind of record in the order they are written in.

    What only the program writes is among them (`koreksi`); a record that was withdrawn is not
    described.
    """
    model: Any = MODELS[kind]
    return outline_of(model)


@cache
def outline_of(model: Any) -> tuple[Field, ...]:
    """Give the fields of any class of the model, in the order they are written in."""
    known: Mapping[str, FieldInfo] = getattr(model, "__pydantic_fields__", {})
    return tuple(_field(name, info) for name, info in known.items() if info.alias is not None)


def _field(name: str, info: FieldInfo) -> Field:
    annotation = Annotated[info.annotation, *info.metadata] if info.metadata else info.annotation
    forms = tuple(_leaves(annotation))
    groups = [one for one in forms if shape.keys_of(one.bare)]
    words = tuple(str(word) for one in forms for word in one.words)
    main = groups[0] if groups else next((one for one in forms if not one.words), forms[0])
    described = _described(main.annotation)
    default = info.default
    return Field(
        key=str(info.alias),
        attribute=name,
        says=info.description or "",
        holds=Holds.GROUP if groups else main.holds,
        is_required=info.is_required(),
        is_many=any(one.is_in_list for one in forms),
        words=words,
        registry=main.registry,
        default=str(default) if isinstance(default, StrEnum) else "",
        pattern=str(described.get("pattern", "")),
        longest=int(described.get("maxLength", 0)),
        fields=outline_of(main.bare) if groups else (),
    )


@dataclass(frozen=True, slots=True)
class _Leaf:
    """One form a value may take, without the list it may stand in."""

    annotation: Any
    bare: Any
    is_in_list: bool

    @property
    def words(self) -> tuple[str, ...]:
        is_words = isinstance(self.bare, type) and issubclass(self.bare, StrEnum)
        return tuple(str(word) for word in self.bare) if is_words else ()

    @property
    def holds(self) -> Holds:
        if self.words:
            return Holds.WORD
        return next((holds for known, holds in _HOLDS.items() if self._is(known)), Holds.LINE)

    @property
    def registry(self) -> Kind | None:
        marks = getattr(self.annotation, "__metadata__", ())
        return next((Kind(one.name) for one in marks if isinstance(one, shapes.OfRegistry)), None)

    def _is(self, known: Any) -> bool:
        """Whether the annotation is one of the model's kinds of field, marks added or not."""
        wanted = get_args(known)
        return get_args(self.annotation)[: len(wanted)] == wanted


def _leaves(annotation: Any, *, is_in_list: bool = False) -> Iterator[_Leaf]:
    for form in _forms(annotation):
        bare = _bare(form)
        if get_origin(bare) is tuple:
            yield from _leaves(get_args(bare)[0], is_in_list=True)
        else:
            yield _Leaf(form, bare, is_in_list)


def _forms(annotation: Any) -> Iterator[Any]:
    """Give every form a value may take, each with the marks that say what is typed there."""
    bare = _bare(annotation)
    if get_origin(bare) in (Union, UnionType):
        for form in get_args(bare):
            yield from () if form is NoneType else _forms(form)
    else:
        yield annotation


def _bare(annotation: Any) -> Any:
    return get_args(annotation)[0] if get_origin(annotation) is Annotated else annotation


@cache  # three fields in four are of a kind that another is of
def _described(annotation: Any) -> Mapping[str, Any]:
    found: Mapping[str, Any] = TypeAdapter(annotation).json_schema(by_alias=True)
    return found
