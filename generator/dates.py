"""Dates as sources give them: a day, a month, an interval, "on or before", unsure or unknown.

The written form is a small part of ISO 8601-2 (EDTF); `20 Oktober 2023` is read as well, with or
without its weekday. A date that can be read in two ways is refused and both readings are named.
"""

import re
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum
from functools import lru_cache

from generator.language import _

UNKNOWN_WORDS = "tidak diketahui"
MONTHS = (
    "Januari", "Februari", "Maret", "April", "Mei", "Juni",
    "Juli", "Agustus", "September", "Oktober", "November", "Desember",
)  # fmt: skip
_MONTH_NUMBER = {name.lower(): number for number, name in enumerate(MONTHS, 1)} | {
    "jan": 1, "feb": 2, "mar": 3, "apr": 4, "jun": 6, "jul": 7, "agu": 8, "agt": 8, "ags": 8,
    "agust": 8, "sep": 9, "sept": 9, "okt": 10, "nov": 11, "nop": 11, "des": 12,
    "pebruari": 2, "peb": 2, "nopember": 11,
}  # fmt: skip
WEEKDAYS = ("Senin", "Selasa", "Rabu", "Kamis", "Jumat", "Sabtu", "Minggu")
_WEEKDAY_NUMBER = {name.lower(): number for number, name in enumerate(WEEKDAYS)} | {
    "jum'at": 4, "ahad": 6,
}  # fmt: skip

_DAY = re.compile(r"(\d{4})-(\d{2})-(\d{2})", re.ASCII)
_MONTH = re.compile(r"(\d{4})-(\d{2})", re.ASCII)
_WORDS = re.compile(r"(?:([A-Za-z']+),? +)?(\d{1,2}) ([A-Za-z]+)\.? (\d{4})", re.ASCII)
_SLASHED = re.compile(r"(\d{1,2})[/.-](\d{1,2})[/.-](\d{4})", re.ASCII)
_TWO_DIGIT_YEAR = re.compile(
    r"\d{1,2}[/.-]\d{1,2}[/.-]\d{2}|(?:[A-Za-z']+,? +)?\d{1,2} [A-Za-z]+\.? '?\d{2}", re.ASCII
)
_SHORT = re.compile(r"(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})", re.ASCII)
_COMPACT = re.compile(r"(\d{4})(\d{2})(\d{2})", re.ASCII)
_WITH_TIME = re.compile(r"(\d{4}-\d{2}-\d{2})[T ]\d.*", re.ASCII | re.DOTALL)


class DateProblem(ValueError):
    """A text is no date; the message says what to write instead, and repeats no more than a day."""


class Precision(StrEnum):
    """How closely a date is known."""

    DAY = "hari"
    MONTH = "bulan"
    INTERVAL = "rentang"
    ON_OR_BEFORE = "paling lambat"
    UNKNOWN = "tidak diketahui"


@dataclass(frozen=True, slots=True)
class EventDate:
    """When something happened, as closely as its source tells.

    `text` is the written form in EDTF. `earliest` and `latest` are the first and the last day the
    date can mean; None where nothing is known. An interval lasted that long: it is no doubt.
    `unsure` says that the source itself is not certain.
    """

    text: str
    precision: Precision
    earliest: date | None
    latest: date | None
    unsure: bool = False

    @property
    def is_day(self) -> bool:
        """Whether exactly one day is meant (it may still be unsure)."""
        return self.precision is Precision.DAY

    def __str__(self) -> str:
        return self.text


UNKNOWN = EventDate(UNKNOWN_WORDS, Precision.UNKNOWN, None, None)


@lru_cache(maxsize=20_000)
def exactly(day: date) -> EventDate:
    """Give the date that means just this day."""
    return EventDate(day.isoformat(), Precision.DAY, day, day)


@lru_cache(maxsize=20_000)
def parse(text: str) -> EventDate:
    """Read a date; raises DateProblem saying what to write instead."""
    text = text.strip()
    if text.lower() == UNKNOWN_WORDS:
        return UNKNOWN
    unsure = text.endswith("?")
    bare = text.removesuffix("?").rstrip()
    if bare.startswith("../"):
        day = parse_day(bare[3:])
        return EventDate(_marked(f"../{day}", unsure), Precision.ON_OR_BEFORE, None, day, unsure)
    if "/" in bare and not (_SLASHED.fullmatch(bare) or _TWO_DIGIT_YEAR.fullmatch(bare)):
        return _interval(bare, unsure)
    if (month := _MONTH.fullmatch(bare)) is not None:
        first, last = _month_span(month)
        return EventDate(_marked(bare, unsure), Precision.MONTH, first, last, unsure)
    day = _one_day(bare, _any_form)
    return EventDate(_marked(day.isoformat(), unsure), Precision.DAY, day, day, unsure)


@lru_cache(maxsize=20_000)
def parse_day(text: str) -> date:
    """Read exactly one day; raises DateProblem saying what to write instead."""
    return _one_day(text.strip(), _day_only)


@lru_cache(maxsize=20_000)
def in_words(day: date) -> str:
    """Say a day in Indonesian: 20 Oktober 2023."""
    return f"{day.day} {MONTHS[day.month - 1]} {day.year}"


def _marked(text: str, unsure: bool) -> str:
    return f"{text}?" if unsure else text


def _one_day(text: str, otherwise: Callable[[], str]) -> date:
    if (found := _DAY.fullmatch(text)) is not None:
        return _day(int(found[1]), int(found[2]), int(found[3]))
    if (found := _WORDS.fullmatch(text)) is not None:
        month = _MONTH_NUMBER.get(found[3].lower())
        if month is None:
            raise DateProblem(_("nama bulan tidak dikenal; tulis misalnya 2023-10-20"))
        return _on_weekday(found[1], _day(int(found[4]), month, int(found[2])))
    raise DateProblem(_advice(text) or otherwise())


def _on_weekday(name: str | None, day: date) -> date:
    if name is None:
        return day
    number = _WEEKDAY_NUMBER.get(name.lower())
    if number is None:
        raise DateProblem(_("nama hari tidak dikenal; tulis {day}").format(day=day.isoformat()))
    if number != day.weekday():
        raise DateProblem(
            _("{day} hari {right}, bukan {wrong}; betulkan salah satu").format(
                day=day.isoformat(), right=WEEKDAYS[day.weekday()], wrong=WEEKDAYS[number]
            )
        )
    return day


def _day(year: int, month: int, day: int) -> date:
    try:
        return date(year, month, day)
    except ValueError:
        raise DateProblem(_no_such(f"{year:04}-{month:02}-{day:02}")) from None


def _no_such(day: str) -> str:
    return _("{day} tidak ada di kalender").format(day=day)


def _month_span(month: re.Match[str]) -> tuple[date, date]:
    try:
        first = date(int(month[1]), int(month[2]), 1)
    except ValueError:
        raise DateProblem(_no_such(month[0])) from None
    following = date(first.year + first.month // 12, first.month % 12 + 1, 1)
    return first, following - timedelta(days=1)


def _interval(text: str, unsure: bool) -> EventDate:
    parts = [part.strip() for part in text.split("/")]
    if len(parts) != 2:
        raise DateProblem(_("rentang ditulis dengan satu garis miring: 2023-10-20/2023-10-21"))
    months = [_MONTH.fullmatch(part) for part in parts]
    if months[0] is not None and months[1] is not None:
        first, last = _month_span(months[0])[0], _month_span(months[1])[1]
        written = "/".join(parts)
    else:
        first, last = parse_day(parts[0]), parse_day(parts[1])
        written = f"{first}/{last}"
    if last < first:
        raise DateProblem(_("akhir rentang mendahului awalnya; tulis yang lebih dulu di depan"))
    return EventDate(_marked(written, unsure), Precision.INTERVAL, first, last, unsure)


def _advice(text: str) -> str | None:
    """Say what to write instead of a form that is common elsewhere; None for anything else."""
    if (found := _WITH_TIME.fullmatch(text)) is not None:
        return _("tulis tanggalnya saja ({day}); jam ditulis pada waktu").format(day=found[1])
    if (found := _SLASHED.fullmatch(text)) is not None:
        return _both_readings(int(found[1]), int(found[2]), int(found[3]))
    if _TWO_DIGIT_YEAR.fullmatch(text) is not None:
        return _("tahun ditulis empat angka, misalnya 2023-10-20")
    if _MONTH.fullmatch(text) is not None:
        return _("di sini perlu tanggal lengkap sampai harinya, misalnya 2023-10-20")
    if (found := _SHORT.fullmatch(text) or _COMPACT.fullmatch(text)) is not None:
        try:
            meant = date(int(found[1]), int(found[2]), int(found[3]))
        except ValueError:
            return _("tanggal itu tidak ada di kalender")
        return _("tulis {day}").format(day=meant.isoformat())
    return None


def _day_only() -> str:
    return _("bukan tanggal yang dikenal; tulis satu hari, misalnya 2023-10-20")


def _any_form() -> str:
    return _(
        "bukan tanggal yang dikenal; tulis tahun-bulan-hari (2023-10-20), bulan saja (2023-10), "
        "rentang (2023-10-20/2023-10-21), paling lambat (../2023-10-20), atau tidak diketahui"
    )


def _both_readings(first: int, second: int, year: int) -> str:
    readings = []
    for month, day in ((second, first), (first, second)):
        try:
            readings.append(date(year, month, day))
        except ValueError:
            continue
    readings = list(dict.fromkeys(readings))
    if not readings:
        return _no_such(f"{year:04}-{second:02}-{first:02}")
    if len(readings) == 1:
        return _("tulis {day}").format(day=readings[0].isoformat())
    return _(
        "bisa dibaca dua cara: tulis {first} untuk {first_words}, "
        "atau {second} untuk {second_words}"
    ).format(
        first=readings[0].isoformat(),
        first_words=in_words(readings[0]),
        second=readings[1].isoformat(),
        second_words=in_words(readings[1]),
    )
