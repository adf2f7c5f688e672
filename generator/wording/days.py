"""Dates, times of day and numbers in Indonesian words."""

from collections.abc import Callable
from datetime import date
from functools import lru_cache

from babel.numbers import format_decimal

from generator.amounts import Amount, Exactness
from generator.dates import MONTHS, EventDate, Precision, in_words
from generator.language import INDONESIAN, _
from generator.times import TimeOfDay
from generator.value import value

WEEKDAYS = ("Senin", "Selasa", "Rabu", "Kamis", "Jumat", "Sabtu", "Minggu")


@value
class When:
    """A date as it is read, and as a machine reads it.

    `iso` is a day (`2023-10-20`) or a month (`2023-10`) for `<time datetime>`, and "" where the
    source knows neither.
    """

    words: str
    iso: str = ""


@lru_cache(maxsize=20_000)
def when(moment: EventDate) -> When:
    """Say a date as closely as its source does: 20 Oktober 2023, Oktober 2023, 20 sampai 21 ..."""
    return _said(moment, in_words)


@lru_cache(maxsize=20_000)
def when_with_weekday(moment: EventDate) -> When:
    """Say a date with the day of the week where a single day is known: Jumat, 20 Oktober 2023."""
    return _said(moment, lambda day: f"{WEEKDAYS[day.weekday()]}, {in_words(day)}")


@lru_cache(maxsize=20_000)
def when_day(day: date) -> When:
    """Say exactly this day."""
    return When(in_words(day), day.isoformat())


@lru_cache(maxsize=20_000)
def on(moment: EventDate) -> str:
    """Say when, inside a sentence: `pada 20 Oktober 2023`, `pada tanggal yang tidak diketahui`."""
    if moment.precision is Precision.UNKNOWN:
        return _("pada tanggal yang tidak diketahui")
    words = when(moment).words
    if moment.precision is Precision.ON_OR_BEFORE:
        return words
    return _("pada {date}").format(date=words)


def _said(moment: EventDate, say_day: Callable[[date], str]) -> When:
    iso, words = "", ""
    first, last = moment.earliest, moment.latest
    if last is None:
        return When(_("tanggal tidak diketahui"))
    if moment.precision is Precision.ON_OR_BEFORE:
        words = _("pada atau sebelum {date}").format(date=in_words(last))
    elif moment.precision is Precision.MONTH:
        iso, words = f"{last:%Y-%m}", _month(last)
    elif first is None or first == last:
        iso, words = last.isoformat(), say_day(last)
    else:
        words = _span(moment, first, last)
    if moment.unsure:
        words = _("{date} (tidak pasti)").format(date=words)
    return When(words, iso)


def _month(day: date) -> str:
    return f"{MONTHS[day.month - 1]} {day.year}"


def _span(moment: EventDate, first: date, last: date) -> str:
    """Say an interval without repeating the month or the year it has in common."""
    in_months = len(moment.text.partition("/")[0]) == len("2023-10")
    begin, end = (_month(first), _month(last)) if in_months else (in_words(first), in_words(last))
    if begin == end:
        return end
    if first.year == last.year:
        begin = begin.removesuffix(f" {first.year}")
        if first.month == last.month and not in_months:
            begin = str(first.day)
    return _("{first} sampai {last}").format(first=begin, last=end)


def hours(time: TimeOfDay, zone: str) -> str:
    """Say a time of day; `zone` is the unit's and used where the source gives none."""
    if time.part is not None:
        return _("malam sampai subuh") if time.part == "malam-subuh" else time.part
    start = str(time.start).replace(":", ".")
    zone = time.zone or zone
    if time.end is None:
        return _("pukul {start} {zone}").format(start=start, zone=zone)
    end = time.end.replace(":", ".")
    if time.end < str(time.start):
        return _("pukul {start} sampai {end} {zone} esok harinya").format(
            start=start, end=end, zone=zone
        )
    return _("pukul {start} sampai {end} {zone}").format(start=start, end=end, zone=zone)


def zone_is_derived(time: TimeOfDay) -> bool:
    """Whether the zone of a time is the unit's, because its source names none."""
    return time.start is not None and time.zone is None


@lru_cache(maxsize=20_000)
def number(value: int) -> str:
    """Say a whole number as Indonesian writes it, with dots between thousands: 1.636."""
    return format_decimal(value, locale=INDONESIAN)


def amount(value: Amount) -> str:
    """Say how many: an exact number with its dots, everything else in the source's own words."""
    if value.exactness is Exactness.EXACT and value.text.isdecimal() and value.number is not None:
        return number(value.number)
    return value.text


def people(value: Amount) -> str:
    """Say how many people: `sekitar 30 orang`, `puluhan`, `sejumlah warga`."""
    said = amount(value)
    return _("{number} orang").format(number=said) if said[-1].isdigit() else said
