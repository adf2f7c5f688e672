"""Numbers as officers write them, whole (`1.636`) or in any words (`sekitar 30`, `puluhan`)."""

import re
from dataclasses import dataclass
from enum import StrEnum
from functools import lru_cache

from generator.language import _

LARGEST = 999_999_999
WHOLE_NUMBER_PATTERN = r"\d{1,3}(?:\.\d{3})+|\d{1,9}"
_WHOLE_NUMBER = re.compile(WHOLE_NUMBER_PATTERN, re.ASCII)
_N = rf"({WHOLE_NUMBER_PATTERN})"
_UNIT = r"(?:\s+(?:orang|warga|peserta|personel|jiwa))?"
_EXACT = re.compile(rf"{_N}{_UNIT}", re.ASCII | re.IGNORECASE)
_ABOUT = re.compile(
    rf"(?:sekitar|kurang lebih|kira-kira|lebih kurang|\u00b1|\+/-|hampir)\s*{_N}{_UNIT}",
    re.ASCII | re.IGNORECASE,
)
_AT_LEAST = re.compile(
    rf"(?:lebih dari|sedikitnya|minimal|paling sedikit)\s*{_N}{_UNIT}", re.ASCII | re.IGNORECASE
)
_RANGE = re.compile(
    rf"{_N}\s*(?:-|\u2013|sampai|hingga|s\.d\.)\s*{_N}{_UNIT}", re.ASCII | re.IGNORECASE
)


class NumberProblem(ValueError):
    """A text is no whole number; the message says what to write instead."""


class Exactness(StrEnum):
    """How closely a number is known."""

    EXACT = "pasti"
    ABOUT = "kira-kira"
    AT_LEAST = "sedikitnya"
    RANGE = "rentang"
    WORDS = "kata"


@dataclass(frozen=True, slots=True)
class Amount:
    """How many, as the source says it: `text` as typed, numbers only where they can be read.

    `number` is the number, or the lower end of a range whose upper end is `upper`.
    """

    text: str
    exactness: Exactness
    number: int | None = None
    upper: int | None = None


@lru_cache(maxsize=20_000)
def whole_number(text: str) -> int:
    """Read a whole number with or without dots between thousands; raises NumberProblem."""
    text = text.strip()
    if _WHOLE_NUMBER.fullmatch(text):
        number = int(text.replace(".", ""))
        if number <= LARGEST:
            return number
    if re.fullmatch(r"\d{1,3}(?:,\d{3})+", text, re.ASCII):
        meant = text.replace(",", ".")
        raise NumberProblem(
            _("koma bukan pemisah ribuan; tulis {meant}, atau tanpa pemisah").format(meant=meant)
        )
    raise NumberProblem(_("harus bilangan bulat tanpa kata lain, misalnya 28 atau 1.636"))


@lru_cache(maxsize=20_000)
def parse(text: str) -> Amount:
    """Read a number said in any words; what cannot be read is kept as words."""
    text = " ".join(text.split())
    if (found := _EXACT.fullmatch(text)) is not None:
        return Amount(text, Exactness.EXACT, _number(found[1]))
    if (found := _RANGE.fullmatch(text)) is not None:
        return Amount(text, Exactness.RANGE, _number(found[1]), _number(found[2]))
    if (found := _ABOUT.fullmatch(text)) is not None:
        return Amount(text, Exactness.ABOUT, _number(found[1]))
    if (found := _AT_LEAST.fullmatch(text)) is not None:
        return Amount(text, Exactness.AT_LEAST, _number(found[1]))
    return Amount(text, Exactness.WORDS)


def _number(text: str) -> int:
    return int(text.replace(".", ""))
