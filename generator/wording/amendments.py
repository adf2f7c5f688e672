"""What was corrected or taken back, said in lists: how much, when, and what silence means."""

from collections import Counter
from collections.abc import Iterable
from datetime import date

from generator.language import _
from generator.wording.days import number
from generator.wording.names import joined

NO_CORRECTION = _(
    "Belum ada koreksi. Itu tidak berarti semua catatan benar: kesalahan yang belum diketahui "
    "atau belum dibetulkan tidak tampak di sini."
)
NO_WITHDRAWAL = _(
    "Belum ada yang ditarik. Itu tidak berarti semua yang terbit memang boleh terbit: yang belum "
    "diketahui atau belum ditarik tidak tampak di sini."
)


def how_many_corrections(days: Iterable[date]) -> str:
    """Say how many corrections there are, and in which years; "" for none."""
    return _how_many(_("{count} koreksi"), days)


def how_many_withdrawals(days: Iterable[date]) -> str:
    """Say how many withdrawals there are, and in which years; "" for none."""
    return _how_many(_("{count} penarikan"), days)


def changed(before: str, after: str, *, removed: bool) -> str:
    """Say what stood there and what stands there now; a text that is "" may not be repeated.

    `removed` is whether the part was taken out, so that nothing stands there any more.
    """
    if removed:
        if not before:
            return _("Isi lamanya dihapus dan tidak diulang di sini.")
        return _("Semula “{before}”; sekarang dihapus.").format(before=before)
    if not after:
        return _("Isinya tidak diulang di sini.")
    if not before:
        return _("Isi lamanya tidak diulang di sini; menjadi “{after}”.").format(after=after)
    return _("Semula “{before}”, menjadi “{after}”.").format(before=before, after=after)


def _how_many(said: str, days: Iterable[date]) -> str:
    years = Counter(day.year for day in days)
    if not years:
        return ""
    whole = said.format(count=number(years.total()))
    if not years.keys() - {max(years)}:
        return _("{count}, semuanya pada {year}").format(count=whole, year=max(years))
    each = (
        _("{count} pada {year}").format(count=number(years[year]), year=year)
        for year in sorted(years, reverse=True)
    )
    return _("{count}: {years}").format(count=whole, years=joined(tuple(each)))
