"""What may stand where: the model looked up by the paths of its own validation errors."""

from collections.abc import Iterator, Mapping
from dataclasses import is_dataclass
from enum import StrEnum
from types import NoneType, UnionType
from typing import Annotated, Any, Union, get_args, get_origin

from pydantic import Tag
from pydantic.fields import FieldInfo

from generator.records.places import Steps


def keys_of(model: object) -> Mapping[str, FieldInfo]:
    """Give the fields of a model by the YAML keys officers type, required ones first."""
    fields: Mapping[str, FieldInfo] = getattr(model, "__pydantic_fields__", {})
    typed = [one for one in fields.values() if one.alias is not None]
    return {str(one.alias): one for one in sorted(typed, key=lambda one: not one.is_required())}


def model_at(model: type, steps: Steps) -> type | None:
    """Give the model whose keys stand at a path; None where no keys are expected."""
    found = _bare(_annotation_at(model, steps))
    return found if isinstance(found, type) and is_dataclass(found) else None


def words_at(model: type, steps: Steps) -> tuple[str, ...]:
    """Give the fixed words a value at a path may be; () where any text may stand."""
    found = _bare(_annotation_at(model, steps))
    if isinstance(found, type) and issubclass(found, StrEnum):
        return tuple(str(word) for word in found)
    return ()


def is_list_at(model: type, steps: Steps) -> bool:
    """Whether a list may stand at a path."""
    return any(get_origin(_bare(one)) is tuple for one in _forms(_annotation_at(model, steps)))


def homes_of(key: str, model: type) -> tuple[str, ...]:
    """Give the keys of a model under which this key is known, for one typed on the wrong level."""
    return tuple(
        name
        for name, field in keys_of(model).items()
        if any(key in keys_of(inner) for inner in _models_in(field.annotation))
    )


def is_key_in(key: str, model: type) -> bool:
    """Whether a key is known anywhere in a model."""
    keys = keys_of(model)
    inner = {one for field in keys.values() for one in _models_in(field.annotation)}
    return key in keys or any(is_key_in(key, one) for one in inner)


def _annotation_at(annotation: Any, steps: Steps) -> Any:
    for step in steps:
        annotation = _step(annotation, step)
    return annotation


def _step(annotation: Any, step: str | int) -> Any:
    for form in _forms(annotation):
        if _tag(form) == step:
            return form
        found = _bare(form)
        if isinstance(step, int) and get_origin(found) is tuple:
            return get_args(found)[0]
        if isinstance(found, type) and step in keys_of(found):
            return keys_of(found)[str(step)].annotation
    return None


def _forms(annotation: Any) -> Iterator[Any]:
    """Every form a value may take, each still with its tag."""
    bare = _bare(annotation)
    if get_origin(bare) in (Union, UnionType):
        for form in get_args(bare):
            yield from (form,) if _tag(form) else _forms(form)
    elif bare is not NoneType:
        yield annotation


def _bare(annotation: Any) -> Any:
    while get_origin(annotation) is Annotated:
        annotation = get_args(annotation)[0]
    if get_origin(annotation) in (Union, UnionType):
        others = [one for one in get_args(annotation) if one is not NoneType]
        if len(others) == 1:
            return _bare(others[0])
    return annotation


def _tag(annotation: Any) -> str | None:
    metadata = getattr(annotation, "__metadata__", ())
    return next((one.tag for one in metadata if isinstance(one, Tag)), None)


def _models_in(annotation: Any) -> Iterator[type]:
    if isinstance(annotation, type) and is_dataclass(annotation):
        yield annotation
    for inner in get_args(annotation):
        yield from _models_in(inner)


def attribute_of(record: object, key: str) -> object:
    """Give what a record holds under a YAML key (one of `keys_of` its model)."""
    fields = getattr(type(record), "__pydantic_fields__", {})
    return getattr(record, next(name for name, one in fields.items() if one.alias == key))
