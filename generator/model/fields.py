"""How the text of a record becomes a value: the kinds of field every record is built of.

Everything arrives as the text that was typed. A problem is raised as a `PydanticCustomError` whose
message is already fit for officers and never repeats what was typed.
"""

import re
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import dataclass as plain_dataclass
from datetime import date
from typing import Annotated, Any, LiteralString, TypeVar

from pydantic import (
    AfterValidator,
    BeforeValidator,
    ConfigDict,
    Field,
    GetJsonSchemaHandler,
    model_validator,
)
from pydantic.fields import FieldInfo
from pydantic.json_schema import JsonSchemaValue, WithJsonSchema
from pydantic_core import CoreSchema, PydanticCustomError

from generator import amounts, dates, times
from generator.language import _

LINE_LENGTH = 200
TEXT_LENGTH = 4_000
ID_LENGTH = 64
ID_PATTERN = r"[a-z0-9][a-z0-9-]*"

STRICT = ConfigDict(extra="forbid")
OWN_MESSAGE = "kabar"
"""The type of the errors raised here whose text can be shown as it is."""
BAD_ID, BAD_PHOTO_NAME = "kabar-id", "kabar-foto"
"""Errors whose text can be shown as it is, and be followed by a better name."""

RULE_KEYS = "keys"
"""Where an error of a rule over several keys names them, in its context."""

Parsed = TypeVar("Parsed")

_ID = re.compile(ID_PATTERN, re.ASCII)
_ADDRESS = re.compile(r"(?i:https?)://([^/?#\s]+)(?:[/?#]\S*)?", re.ASCII)
_REFERENCE = re.compile(rf"(?:{ID_PATTERN}/)?{ID_PATTERN}(?:#{ID_PATTERN})?", re.ASCII)


def key(name: str, description: str) -> FieldInfo:
    """Give an attribute its YAML key and the Indonesian sentence that explains it to officers."""
    return Field(alias=name, description=description)  # type: ignore[no-any-return]


def problem(message: str) -> PydanticCustomError:
    """Make an error whose message is shown to officers as it is."""
    return _problem(OWN_MESSAGE, message)


def _problem(kind: LiteralString, message: str) -> PydanticCustomError:
    return PydanticCustomError(kind, "{message}", {"message": message})


_asleep: ContextVar[frozenset[type]] = ContextVar("asleep", default=frozenset())


def rule(*keys: str) -> Callable[[Callable[[Any], None]], Any]:
    """Make a rule over several YAML keys of a method that raises what is wrong.

    It is tried when every key of the record is sound by itself, unless it sleeps (see
    `rules_asleep`). Its error names the keys it looked at.
    """

    def of_method(check: Callable[[Any], None]) -> Any:
        def unless_asleep(record: Any) -> Any:
            if type(record) not in _asleep.get():
                try:
                    check(record)
                except PydanticCustomError as error:
                    told = {**(error.context or {}), RULE_KEYS: keys}
                    raise PydanticCustomError(OWN_MESSAGE, "{message}", told) from None
            return record

        return model_validator(mode="after")(unless_asleep)

    return of_method


@contextmanager
def rules_asleep(models: Iterable[type]) -> Iterator[None]:
    """Let records of these models be made that break their rules over several keys."""
    before = _asleep.set(frozenset(models))
    try:
        yield
    finally:
        _asleep.reset(before)


def refuse(*messages: str | None) -> None:
    """Raise every message that is not None, as one error; do nothing when all are None."""
    said = [message for message in messages if message is not None]
    if said:
        raise problem("; ".join(said))


def _text(value: object) -> str:
    if isinstance(value, str) and (text := value.strip()):
        return text
    raise _no_text(value)


def _no_text(value: object) -> PydanticCustomError:
    if isinstance(value, str):
        return problem(_("kosong; isi, atau hapus barisnya"))
    if isinstance(value, list):
        return problem(_("di sini perlu satu teks, bukan daftar"))
    return problem(
        _("di sini perlu teks, bukan kunci di bawah kunci; kalau ada titik dua di dalam teks, ")
        + _("apit seluruh teks dengan tanda kutip")
    )


def _too_long(text: str, most: int) -> PydanticCustomError:
    return problem(
        _("terlalu panjang: {length} huruf, paling banyak {most}").format(
            length=len(text), most=most
        )
    )


# Lines and texts are most of a record, so they take the sound way without a call of `_text`.
def _line(value: object) -> str:
    if not (isinstance(value, str) and (text := value.strip())):
        raise _no_text(value)
    if "\n" in text:
        raise problem(_("tulis dalam satu baris saja"))
    if len(text) > LINE_LENGTH:
        raise _too_long(text, LINE_LENGTH)
    return text


def _paragraphs(value: object) -> str:
    if not (isinstance(value, str) and (text := value.strip())):
        raise _no_text(value)
    if len(text) > TEXT_LENGTH:
        raise _too_long(text, TEXT_LENGTH)
    return text


def _id(value: object) -> str:
    text = _text(value)
    if len(text) > ID_LENGTH:
        raise problem(_("terlalu panjang; paling banyak {most} huruf").format(most=ID_LENGTH))
    if not _ID.fullmatch(text):
        raise _problem(BAD_ID, _("hanya huruf kecil a-z, angka, dan tanda hubung"))
    return text


def _key(value: object) -> str:
    """Take any short text: only where the registries are known can it be said what was meant."""
    text = _line(value)
    if len(text) > ID_LENGTH:
        raise problem(_("terlalu panjang; paling banyak {most} huruf").format(most=ID_LENGTH))
    return text


def _reference(value: object) -> str:
    text = _text(value)
    if not _REFERENCE.fullmatch(text):
        raise problem(
            _("bukan alamat masukan; tulis misalnya 2023-10-20#patroli untuk satuan sendiri, ")
            + _("atau polsek-lain/2023-10-20#patroli")
        )
    return text


def _address(value: object) -> str:
    text = _line(value)
    found = _ADDRESS.fullmatch(text)
    if found is None:
        raise problem(_("bukan alamat situs; tulis lengkap mulai https://"))
    if "@" in found[1]:
        raise problem(_("alamat situs tidak boleh memuat nama pengguna atau kata sandi"))
    return text


def _file_name(value: object) -> str:
    text = _line(value)
    if not re.fullmatch(rf"{ID_PATTERN}\.(?:jpg|png|webp)", text, re.ASCII):
        raise _problem(
            BAD_PHOTO_NAME,
            _("nama berkas foto: huruf kecil, angka, tanda hubung, lalu .jpg, .png, atau .webp"),
        )
    return text


def _read_with(parse: Callable[[str], Parsed]) -> Callable[[object], Parsed]:
    def read(value: object) -> Parsed:
        text = _text(value)
        try:
            return parse(text)
        except ValueError as error:
            raise problem(str(error)) from None

    return read


def _as_list(value: object) -> object:
    return value if isinstance(value, list) else [value]


def _positive(value: int) -> int:
    if value < 1:
        raise problem(_("paling sedikit 1"))
    return value


def _no_repeats(values: tuple[Any, ...]) -> tuple[Any, ...]:
    if len(values) > 1 and len(set(values)) != len(values):
        raise problem(_("ada yang ditulis dua kali; hapus salah satu"))
    return values


def _not_empty(values: tuple[Any, ...]) -> tuple[Any, ...]:
    if not values:
        raise problem(_("daftar ini masih kosong"))
    return values


@plain_dataclass(frozen=True, slots=True)
class OneOrMany:
    """Lets a list with a single item be written without the list, in YAML and in the schema."""

    def __get_pydantic_json_schema__(
        self, schema: CoreSchema, handler: GetJsonSchemaHandler
    ) -> JsonSchemaValue:
        """Describe the list, or its item alone."""
        many = handler(schema)
        return {"anyOf": [many["items"], many]}


# An editor reads `010` or `2023` as a number where the program reads the text that was typed.
_SCALAR = {"type": ["string", "number"]}


def _pattern(pattern: str) -> WithJsonSchema:
    return WithJsonSchema({**_SCALAR, "pattern": rf"^(?:{pattern})$"})


_DAY_IN_WORDS = r"(?:[A-Za-z']+,? )?\d{1,2} [A-Za-z]+ \d{4}"
_DATE_PATTERN = (
    r"\d{4}-\d{2}-\d{2}\??|\d{4}-\d{2}\??|\d{4}-\d{2}(?:-\d{2})?/\d{4}-\d{2}(?:-\d{2})?\??"
    r"|\.\./\d{4}-\d{2}-\d{2}\??|tidak diketahui"
    rf"|{_DAY_IN_WORDS}"
)

Line = Annotated[str, BeforeValidator(_line), WithJsonSchema({**_SCALAR, "maxLength": LINE_LENGTH})]
Text = Annotated[
    str, BeforeValidator(_paragraphs), WithJsonSchema({**_SCALAR, "maxLength": TEXT_LENGTH})
]
Id = Annotated[
    str,
    BeforeValidator(_id),
    WithJsonSchema({**_SCALAR, "pattern": rf"^{ID_PATTERN}$", "maxLength": ID_LENGTH}),
]
Key = Annotated[
    str,
    BeforeValidator(_key),
    WithJsonSchema({**_SCALAR, "pattern": rf"^{ID_PATTERN}$", "maxLength": ID_LENGTH}),
]
"""A key of a registry: the letters of an id, which the registry sees to; it has to exist there."""


@plain_dataclass(frozen=True, slots=True)
class OfRegistry:
    """Says in the type of a key which registry it has to stand in, by the name under `data/`."""

    name: str


ProgrammeKey = Annotated[Key, OfRegistry("programs")]
UnitKey = Annotated[Key, OfRegistry("units")]
ThemeKey = Annotated[Key, OfRegistry("themes")]
ReasonKey = Annotated[Key, OfRegistry("reasons")]
Reference = Annotated[
    str,
    BeforeValidator(_reference),
    _pattern(rf"(?:{ID_PATTERN}/)?{ID_PATTERN}(?:#{ID_PATTERN})?"),
]
WebAddress = Annotated[str, BeforeValidator(_address), _pattern(r"https?://\S+")]
FileName = Annotated[str, BeforeValidator(_file_name), _pattern(rf"{ID_PATTERN}\.(?:jpg|png|webp)")]
EventDate = Annotated[
    dates.EventDate, BeforeValidator(_read_with(dates.parse)), _pattern(_DATE_PATTERN)
]
Day = Annotated[
    date,
    BeforeValidator(_read_with(dates.parse_day)),
    _pattern(rf"\d{{4}}-\d{{2}}-\d{{2}}|{_DAY_IN_WORDS}"),
]
Time = Annotated[times.TimeOfDay, BeforeValidator(_read_with(times.parse)), _pattern(times.PATTERN)]
Amount = Annotated[
    amounts.Amount,
    BeforeValidator(_read_with(amounts.parse)),
    WithJsonSchema({**_SCALAR, "maxLength": LINE_LENGTH}),
]
Count = Annotated[
    int,
    BeforeValidator(_read_with(amounts.whole_number)),
    _pattern(amounts.WHOLE_NUMBER_PATTERN),
]
PositiveCount = Annotated[
    int,
    AfterValidator(_positive),
    BeforeValidator(_read_with(amounts.whole_number)),
    _pattern(amounts.WHOLE_NUMBER_PATTERN),
]
NoRepeats = AfterValidator(_no_repeats)
NotEmpty = AfterValidator(_not_empty)
FromOne = BeforeValidator(_as_list)
Lines = Annotated[tuple[Line, ...], OneOrMany(), FromOne]
Texts = Annotated[tuple[Text, ...], OneOrMany(), FromOne]
UnitKeys = Annotated[tuple[UnitKey, ...], OneOrMany(), NoRepeats, FromOne]
ThemeKeys = Annotated[tuple[ThemeKey, ...], OneOrMany(), NoRepeats, FromOne]
References = Annotated[tuple[Reference, ...], OneOrMany(), NoRepeats, FromOne]
