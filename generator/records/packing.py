"""Records as bytes and back: for the cache, and on the way home from another process.

It is the pickle format with two differences. Frozen records are taken apart and rebuilt through
their slots, four times as fast as the standard library does it. And nothing but the classes of
the model can be rebuilt, so bytes from elsewhere cannot run anything.
"""

import datetime
import io
import pickle
from collections.abc import Callable, Iterator
from dataclasses import fields, is_dataclass
from enum import Enum
from operator import attrgetter
from types import ModuleType, SimpleNamespace
from typing import Any

from generator import amounts, dates, times
from generator.collector import without_collector
from generator.model import outcome, parts, registries, session, words

_MODULES: tuple[ModuleType, ...] = (
    amounts, dates, times, outcome, parts, registries, session, words,
)  # fmt: skip
_PROTOCOL = 5


class UnpackingError(ValueError):
    """Bytes are not what `pack` gave."""


def pack(value: object) -> bytes:
    """Turn records, in any nesting of dicts, lists and tuples, into bytes."""
    stream = io.BytesIO()
    _Pickler(stream, _PROTOCOL).dump(value)
    return stream.getvalue()


def unpack(packed: bytes) -> Any:
    """Give back what was packed; raises UnpackingError for anything else."""
    try:
        with without_collector():
            return _Unpickler(io.BytesIO(packed)).load()
    except Exception as error:  # pickle raises almost anything on bytes it does not know
        raise UnpackingError(str(error)) from None


def _classes() -> Iterator[type]:
    for module in _MODULES:
        for value in vars(module).values():
            if isinstance(value, type) and value.__module__ == module.__name__:
                yield value


def _builder(record: type) -> Callable[..., Any]:
    """Give a function that makes a record of its values without asking the model again.

    A record is frozen, so only the setters of its slots could fill it, each called by itself. One
    of a class with the same slots that is not frozen is filled, and then becomes the record: that
    takes half as long. It is written out, as the standard library does for `__init__`.
    """
    names = [field.name for field in fields(record)]
    scope = {"record": record, "Fillable": type("Fillable", (), {"__slots__": tuple(names)})}
    head = f"def build({', '.join(names)}):\n    made = Fillable()\n"
    body = "".join(f"    made.{name} = {name}\n" for name in names)
    exec(f"{head}{body}    made.__class__ = record\n    return made", scope)
    build: Callable[..., Any] = scope["build"]
    build.__module__, build.__qualname__ = __name__, f"_BUILD.{_name(record)}"
    return build


def _name(record: type) -> str:
    return f"{record.__module__}_{record.__qualname__}".replace(".", "_")


def _taken_apart(record: type, build: Callable[..., Any]) -> Callable[[Any], tuple[Any, ...]]:
    values = attrgetter(*(field.name for field in fields(record)))
    return lambda one: (build, values(one))


def _by_value(word: Enum) -> tuple[Any, ...]:
    return type(word), (word.value,)


_RECORDS = tuple(one for one in _classes() if is_dataclass(one))
_WORDS = tuple(one for one in _classes() if issubclass(one, Enum))
_BUILDERS = {one: _builder(one) for one in _RECORDS}
_BUILD = SimpleNamespace(**{_name(one): build for one, build in _BUILDERS.items()})
_ALLOWED: tuple[Any, ...] = (*_BUILDERS.values(), *_WORDS, datetime.date)
_KNOWN = {(one.__module__, one.__qualname__): one for one in _ALLOWED}


class _Pickler(pickle.Pickler):
    dispatch_table = dict.fromkeys(_WORDS, _by_value) | {
        one: _taken_apart(one, build) for one, build in _BUILDERS.items()
    }


class _Unpickler(pickle.Unpickler):
    def find_class(self, module_name: str, global_name: str) -> Any:
        try:
            return _KNOWN[module_name, global_name]
        except KeyError:
            raise pickle.UnpicklingError("not a class of the model") from None
