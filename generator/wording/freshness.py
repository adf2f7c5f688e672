"""How a page says of which day it is, when it is read late."""

import datetime

from generator.dates import in_words
from generator.language import _


def not_since(day: datetime.date) -> str:
    """Say that nothing after this day stands here yet."""
    return _(
        "Halaman ini terakhir diperbarui {day}. Yang terjadi sesudahnya belum tertulis di sini."
    ).format(day=in_words(day))
