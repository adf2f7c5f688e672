"""Values that are made by the hundred thousand: what pages show, part by part."""

from dataclasses import dataclass, field
from typing import TypeVar, dataclass_transform

_Kind = TypeVar("_Kind")


@dataclass_transform(frozen_default=True, field_specifiers=(field,))
def value(kind: type[_Kind]) -> type[_Kind]:
    """Make a class a dataclass that nobody changes, which the type checker sees to.

    What `dataclass(frozen=True)` does against it while the program runs makes each field cost a
    call: a value took four times as long to make, and a page is made of some sixty.
    """
    return dataclass(slots=True, unsafe_hash=True)(kind)
