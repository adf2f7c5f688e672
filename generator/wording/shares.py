"""A share in words: always what it is of how many, and over which sessions."""

from functools import lru_cache

from babel.units import format_unit

from generator.dates import EventDate, Precision, in_words
from generator.figures import Period, Share
from generator.language import INDONESIAN, _
from generator.wording.days import number, when


def share(found: Share) -> str:
    """Say a share: `31 dari 92 (34 persen), sesi 3 Maret 2023 sampai 20 Mei 2024`.

    Of fewer than ten only the counts are said: `3 dari 7, sesi ...`.
    """
    return _("{share}, {period}").format(share=out_of(found), period=period(found.period))


def out_of(found: Share) -> str:
    """Say a share where its period stands beside it: `31 dari 92 (34 persen)`, `3 dari 7`."""
    counts = _("{count} dari {all}").format(
        count=number(found.numerator), all=number(found.denominator)
    )
    percent = _percent(found)
    return _("{counts} ({percent})").format(counts=counts, percent=percent) if percent else counts


def period(of: Period) -> str:
    """Say which sessions a number is about: `sesi 3 Maret 2023 sampai 20 Mei 2024`."""
    if of.first is None or of.last is None:
        return _("sesi tanpa tanggal")
    first, last = _begin(of.first), _end(of.last)
    said = _("sesi {day}").format(day=first)
    if first != last:
        said = _("sesi {first} sampai {last}").format(first=first, last=last)
    if of.undated:
        said += _(" dan {count} sesi tanpa tanggal").format(count=number(of.undated))
    return said


def _percent(found: Share) -> str:
    """Round, but never up to all or down to none."""
    percent = found.percent
    if percent is None:
        return ""
    if percent == 0 and found.numerator:
        return _("kurang dari {percent}").format(percent=_said(1))
    if percent == 100 and found.numerator < found.denominator:
        return _("lebih dari {percent}").format(percent=_said(99))
    return _said(percent)


@lru_cache(maxsize=101)
def _said(percent: int) -> str:
    return format_unit(percent, "concentr-percent", length="long", locale=INDONESIAN)


def _begin(date: EventDate) -> str:
    day = date.earliest or date.latest
    return when(date).words if date.precision is Precision.MONTH or day is None else in_words(day)


def _end(date: EventDate) -> str:
    day = date.latest
    return when(date).words if date.precision is Precision.MONTH or day is None else in_words(day)
