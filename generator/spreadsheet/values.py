"""What a cell says, as a record would write it: undone what spreadsheets do to dates and numbers.

What cannot be undone for certain is refused, naming what to type instead; the value itself is
never repeated, for it may be personal (UU 27/2022).
"""

import datetime
import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from types import MappingProxyType

from generator import amounts, dates, text_rules
from generator.language import _
from generator.outline import Field, Holds
from generator.spreadsheet.cells import Cell, NoResult
from generator.spreadsheet.names import Names
from generator.yaml_text import Plain

HELD_OPEN = "x"
"""Stands in a record for what a cell could not say, so that nothing else is told to be missing."""

_DASHES = frozenset({"-", "--", "---", "–", "—", "."})
_DITTO = re.compile(
    r"[\"'”“〃]{1,2}|-?(?:sda|s\.?d\.?a\.?|idem|ditto|do)-?|sama(?: dengan)? di ?atas"
)
_SCIENTIFIC = re.compile(r"'?[+-]?\d(?:[.,]\d+)?E\+?\d{1,3}", re.IGNORECASE)
_LONG_NUMBER = 100_000_000
_SLASHED = re.compile(r"(?:([A-Za-z']+)[\s,/]+)?(\d{1,2})[/.-](\d{1,2})[/.-](\d{4})", re.ASCII)
_MIDNIGHT = re.compile(r"[T ]0{1,2}[:.]00(?:[:.]00)?$")
_OCLOCK = re.compile(r"^(?:pukul|pkl|jam)\b\.?\s*", re.IGNORECASE)
_UNTIL = re.compile(r"\s*(?:s/d|s\.d\.?|sd\.?|sampai|hingga|–)\s*", re.IGNORECASE)
_UNIT = re.compile(r"\s*(?:orang|personel|personil|warga|peserta)\.?$", re.IGNORECASE)
_PADDED = re.compile(r"0{2,}")
_FIRST_SERIAL, _LAST_SERIAL = 36_526, 73_050
"""2000-01-01 and 2099-12-31 as spreadsheets count days."""
_SERIAL_ZERO = datetime.date(1899, 12, 30)
_PARAGRAPHS = re.compile(r"\n{3,}")
_BREAK = re.compile(r"\s*[;\n]\s*")
_COMMA = re.compile(r"\s*,\s*")


@dataclass(frozen=True, slots=True)
class Typed:
    """What a cell says. `message` tells what is wrong with it, or only worth a look."""

    value: Plain
    message: str = ""
    is_wrong: bool = False


class _Wrong(Exception):
    """A cell cannot say what its field needs."""


def typed(cell: Cell, field: Field, names: Names) -> Typed | None:
    """Give what a cell says for a field; None when it says nothing.

    A value no rule here knows is handed on as it was typed: the check of records says what is
    wrong with it.
    """
    try:
        text, message = _text(cell, field)
        if text in _DASHES or not text:
            return None
        return Typed(_value(text, field, names), message)
    except _Wrong as wrong:
        return Typed(HELD_OPEN, str(wrong), is_wrong=True)


def _text(cell: Cell, field: Field) -> tuple[str, str]:
    match cell.value:
        case str() as text if not isinstance(text, NoResult):
            return _cleaned(text, field), ""
        case bool():
            raise _Wrong(_("isinya BENAR atau SALAH dari Excel; tulis dengan kata biasa"))
        case int() | float() as number:
            return _of_number(number, cell.form, field)
        case NoResult() as why:
            raise _Wrong(_no_result(why))
        case datetime.datetime() as moment:
            return _of_moment(moment, field), ""
        case datetime.time() as time:
            return _of_time(time.hour, time.minute, field), ""
        case datetime.timedelta() as span:
            minutes = int(span.total_seconds()) // 60
            return _of_time(minutes // 60 % 24, minutes % 60, field), ""
    raise _Wrong(_("isi sel ini tidak dapat dibaca; ketik ulang sebagai teks"))


def _no_result(why: NoResult) -> str:
    if why is NoResult.ERROR:
        return _("rumus di sel ini berakhir dengan galat (misalnya #REF!); ketik isinya sendiri")
    return _(
        "rumus di sel ini belum dihitung; buka di Excel lalu simpan lagi, atau salin dan tempel "
        "sebagai nilai"
    )


def _cleaned(text: str, field: Field) -> str:
    text = text_rules.normalise(text.replace("\r\n", "\n").replace("\r", "\n"))
    if found := text_rules.offences(text):
        raise _Wrong("; ".join(found))
    if _DITTO.fullmatch(text.strip().casefold()):
        raise _Wrong(_("tulis isinya lengkap, bukan tanda sama dengan baris di atasnya"))
    if _SCIENTIFIC.fullmatch(text.strip()):
        raise _Wrong(_long_number())
    if field.holds is not Holds.TEXT and not field.is_many:
        return " ".join(text.split())
    lines = [" ".join(line.split()) for line in text.strip().split("\n")]
    return _PARAGRAPHS.sub("\n\n", "\n".join(lines))


def _long_number() -> str:
    return _(
        "ada nomor panjang, mungkin telepon atau NIK, yang disimpan Excel sebagai angka; hapus "
        "nomornya, tulis perannya saja"
    )


def _of_number(number: int | float, form: str, field: Field) -> tuple[str, str]:
    if not abs(number) < _LONG_NUMBER:
        raise _Wrong(_long_number())
    is_whole = float(number).is_integer()
    if field.holds in (Holds.COUNT, Holds.AMOUNT):
        if not is_whole:
            raise _Wrong(_broken_thousands(float(number)))
        return str(int(number)), ""
    if field.holds in (Holds.DAY, Holds.DATE):
        return _of_serial(number), ""
    if field.holds is Holds.TIME:
        raise _Wrong(_broken_time(float(number)))
    if not is_whole:
        raise _Wrong(_("angka pecahan; ketik ulang sebagai teks, dengan tanda petik ' di depannya"))
    text = str(int(number))
    if _PADDED.fullmatch(form):
        return text.zfill(len(form)), ""
    if field.holds is not Holds.LINE:
        return text, ""
    return text, _(
        "Excel menyimpannya sebagai angka {number}; kalau mestinya diawali nol, misalnya "
        "0{number}, ketik ulang sebagai teks, dengan tanda petik ' di depannya"
    ).format(number=text)


def _broken_thousands(number: float) -> str:
    thousands = round(number * 1000, 6)
    if 0 < number < 1000 and thousands.is_integer():
        return _(
            "Excel membaca titik ribuan sebagai koma desimal; kalau maksudnya {dotted}, ketik "
            "{plain} tanpa titik"
        ).format(dotted=f"{int(thousands):,}".replace(",", "."), plain=int(thousands))
    return _("harus bilangan bulat, misalnya 28 atau 1636")


def _of_serial(number: int | float) -> str:
    if _FIRST_SERIAL <= number < _LAST_SERIAL:
        day = _SERIAL_ZERO + datetime.timedelta(days=int(number))
        raise _Wrong(
            _(
                "isinya angka, bukan tanggal; kalau maksudnya {words}, tulis {day}, atau pilih "
                "format tanggal untuk sel ini"
            ).format(words=dates.in_words(day), day=day.isoformat())
        )
    return str(int(number)) if float(number).is_integer() else HELD_OPEN


def _broken_time(number: float) -> str:
    if 0 < number < 1:
        minutes = round(number * 24 * 60)
    else:
        minutes = int(number) * 60 + round((number - int(number)) * 100)
    if 0 <= minutes < 24 * 60 and number >= 0:
        meant = f"{minutes // 60:02}.{minutes % 60:02}"
        return _("isinya angka, bukan jam; kalau maksudnya {time}, ketik '{time}").format(
            time=meant
        )
    return _("isinya angka, bukan jam; ketik misalnya '16.30, dengan tanda petik di depannya")


def _of_moment(moment: datetime.datetime, field: Field) -> str:
    if field.holds in (Holds.DAY, Holds.DATE):
        return moment.date().isoformat()
    if field.holds is Holds.TIME:
        return _of_time(moment.hour, moment.minute, field)
    raise _Wrong(
        _(
            "Excel mengubah isinya menjadi tanggal ({day}); ketik ulang sebagai teks, dengan tanda "
            "petik ' di depannya"
        ).format(day=dates.in_words(moment.date()))
    )


def _of_time(hour: int, minute: int, field: Field) -> str:
    if field.holds is Holds.TIME:
        return f"{hour:02}.{minute:02}"
    raise _Wrong(
        _(
            "Excel mengubah isinya menjadi jam; ketik ulang sebagai teks, dengan tanda petik ' di "
            "depannya"
        )
    )


def _value(text: str, field: Field, names: Names) -> Plain:
    if field.is_many:
        many = _many(text, field, names)
        return many[0] if field.is_required and len(many) == 1 else list(many)
    return _one(text, field, names)


def _many(text: str, field: Field, names: Names) -> Sequence[str]:
    if field.holds is Holds.TEXT:
        return [text]
    found: list[str] = []
    for part in _BREAK.split(text.strip(" ;,\n")):
        # The name of a theme may hold a comma: SIM, STNK, dan pajak kendaraan.
        is_name = bool(field.registry and names.keys(field.registry, part))
        whole = is_name or field.holds is Holds.REFERENCE
        found += [_one(one, field, names) for one in ([part] if whole else _COMMA.split(part))]
    return list(dict.fromkeys(filter(None, found))) or [text]


def _one(text: str, field: Field, names: Names) -> str:
    word = {one.casefold(): one for one in field.words}.get(text.casefold())
    if word is not None:
        return word
    read = _READERS.get(field.holds)
    return read(text, field, names) if read else text


def _key(text: str, field: Field, names: Names) -> str:
    meant = names.keys(field.registry, text) if field.registry else ()
    if len(meant) > 1:
        raise _Wrong(
            _("nama ini dipakai beberapa; tulis salah satu kuncinya: {keys}").format(
                keys=", ".join(meant)
            )
        )
    return meant[0] if meant else text


def _day(text: str, _field: Field, _names: Names) -> str:
    text = _MIDNIGHT.sub("", text)
    try:
        if found := _SLASHED.fullmatch(text):
            return _from_slashes(found) or text
        return dates.parse(text).text
    except dates.DateProblem:
        return text


def _from_slashes(found: re.Match[str]) -> str | None:
    """Give the day of 20/10/2023, whose month can only be the second number; else None."""
    weekday, first, second, year = found.groups()
    if int(first) <= 12 and first.lstrip("0") != second.lstrip("0"):
        return None
    if not 1 <= int(second) <= 12:
        return None
    words = f"{int(first)} {dates.MONTHS[int(second) - 1]} {year}"
    return dates.parse(f"{weekday}, {words}" if weekday else words).text


def _time(text: str, _field: Field, _names: Names) -> str:
    return _UNTIL.sub("-", _OCLOCK.sub("", text))


def _count(text: str, _field: Field, _names: Names) -> str:
    return _UNIT.sub("", text)


_READERS: Mapping[Holds, Callable[[str, Field, Names], str]] = MappingProxyType(
    {
        Holds.KEY: _key,
        Holds.DAY: _day,
        Holds.DATE: _day,
        Holds.TIME: _time,
        Holds.COUNT: _count,
    }
)


def is_alike(one: Plain, other: Plain, field: Field) -> bool:
    """Whether two values of a field say the same, however they are written."""
    return _canonical(one, field) == _canonical(other, field)


def _canonical(value: Plain, field: Field) -> tuple[str, ...]:
    if isinstance(value, list):
        return tuple(sorted(part for one in value for part in _canonical(one, field)))
    text = " ".join(str(value).split())
    if field.holds in (Holds.DAY, Holds.DATE):
        try:
            return (dates.parse(text).text,)
        except dates.DateProblem:
            return (text,)
    if field.holds is Holds.COUNT:
        return (text.replace(".", ""),)
    if field.holds is Holds.AMOUNT:
        amount = amounts.parse(text)
        return (str(amount.number) if amount.exactness is amounts.Exactness.EXACT else text,)
    if field.holds is Holds.TIME:
        return (text.replace(":", ".").casefold(),)
    return (text.casefold(),)
