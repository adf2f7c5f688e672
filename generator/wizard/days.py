"""Days as people say them: kemarin, Jumat lalu, dua minggu lagi, 20 Oktober 2023."""

import re
from collections.abc import Callable, Mapping
from datetime import date, timedelta
from types import MappingProxyType

from generator import dates
from generator.dates import MONTHS, WEEKDAYS
from generator.language import _

_DAYS: Mapping[str, int] = MappingProxyType(
    {
        "hari ini": 0,
        "sekarang": 0,
        "tadi": 0,
        "kemarin": -1,
        "kemarin dulu": -2,
        "kemarin lusa": -2,
        "besok": 1,
        "lusa": 2,
    }
)
_NUMBERS: Mapping[str, int] = MappingProxyType(
    {
        word: number
        for number, word in enumerate(
            ("satu", "dua", "tiga", "empat", "lima", "enam", "tujuh", "delapan", "sembilan"), 1
        )
    }
    | {"sepuluh": 10, "se": 1}
)
_AWAY = re.compile(
    rf"(?:(\d{{1,3}}|{'|'.join(_NUMBERS)}) ?)(hari|minggu|pekan|bulan) "
    r"(lagi|ke depan|lalu|yang lalu|kemudian)"
)
_NEXT = re.compile(r"(minggu|pekan|bulan) (?:depan|ini)")
_WEEKDAY = re.compile(rf"(?:hari )?({'|'.join(WEEKDAYS)}) (lalu|kemarin|depan)".lower())
_WITHOUT_YEAR = re.compile(rf"\d{{1,2}} (?:{'|'.join(MONTHS)})", re.IGNORECASE)
_BACK = ("lalu", "yang lalu", "kemarin")
_WEEK = 7


def date_typed(text: str, today: date) -> str:
    """Give a date as a record holds it; raises DateProblem saying what to write instead.

    `today` is the day words such as `kemarin` are counted from. Whatever a record may hold is
    understood too; `8/11/2024` is refused with both readings.
    """
    day = _in_words(text, today)
    if day is not None:
        return day.isoformat()
    _refuse_without_year(text)
    return dates.parse(text).text


def day_typed(text: str, today: date) -> str:
    """Give exactly one day as a record holds it; raises DateProblem likewise."""
    day = _in_words(text, today)
    if day is not None:
        return day.isoformat()
    _refuse_without_year(text)
    return dates.parse_day(text).isoformat()


def is_counted(text: str, start: date) -> bool:
    """Whether a text says a day only by counting from another one: `dua minggu lagi`."""
    return _in_words(text, start) is not None


def _refuse_without_year(text: str) -> None:
    if _WITHOUT_YEAR.fullmatch(text.strip()):
        raise dates.DateProblem(_("tulis juga tahunnya, misalnya 20 Oktober 2023"))


def _in_words(text: str, start: date) -> date | None:
    said = " ".join(text.casefold().split())
    if said in _DAYS:
        return start + timedelta(days=_DAYS[said])
    for pattern, read in _READERS.items():
        if (found := pattern.fullmatch(said)) is not None:
            return read(found, start)
    return None


def _away(found: re.Match[str], start: date) -> date:
    number = int(found[1]) if found[1].isdigit() else _NUMBERS[found[1]]
    if found[3] in _BACK:
        number = -number
    if found[2] == "bulan":
        return _months(start, number)
    return start + timedelta(days=number * (1 if found[2] == "hari" else _WEEK))


def _months(start: date, number: int) -> date:
    """The same day so many months on; the last of a month that is shorter."""
    month = start.year * 12 + start.month - 1 + number
    first = date(month // 12, month % 12 + 1, 1)
    following = date((month + 1) // 12, (month + 1) % 12 + 1, 1)
    return min(first + timedelta(days=start.day - 1), following - timedelta(days=1))


def _to_the_end(found: re.Match[str], start: date) -> date:
    """The last day of this or the next week or month: nobody is late before it is over."""
    is_next = found[0].endswith("depan")
    if found[1] == "bulan":
        first = _months(start.replace(day=1), 2 if is_next else 1)
        return first - timedelta(days=1)
    sunday = start + timedelta(days=_WEEK - 1 - start.weekday())
    return sunday + timedelta(days=_WEEK if is_next else 0)


def _weekday(found: re.Match[str], start: date) -> date:
    number = [one.lower() for one in WEEKDAYS].index(found[1])
    if found[2] in _BACK:
        return start - timedelta(days=(start.weekday() - number - 1) % _WEEK + 1)
    return start + timedelta(days=(number - start.weekday() - 1) % _WEEK + 1)


_READERS: Mapping[re.Pattern[str], Callable[[re.Match[str], date], date]] = MappingProxyType(
    {_AWAY: _away, _NEXT: _to_the_end, _WEEKDAY: _weekday}
)
