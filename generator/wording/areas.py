"""What is said of areas: what is not known of where they lie, and what is left out of a list."""

from generator.areas import Area
from generator.language import _
from generator.wording.days import number
from generator.wording.names import joined


def where_it_lies(area: Area) -> str:
    """All an area lies in, narrowest first, as far as it is known; "" for none."""
    return ", ".join(one.name for one in reversed(area.line[:-1]))


def gap(area: Area) -> str:
    """Say briefly which wider areas nobody wrote down (`kecamatannya belum tercatat`), or ""."""
    if not area.missing:
        return ""
    levels = tuple(f"{one}nya" for one in area.missing)
    return _("{levels} belum tercatat").format(levels=joined(levels))


def gap_explained(area: Area) -> str:
    """Say what it means that wider areas are not known, or ""."""
    if not area.missing:
        return ""
    return _(
        "Catatan sesinya tidak menyebut {levels} tempat ini, jadi bisa saja ada tempat lain yang "
        "bernama sama."
    ).format(levels=joined(area.missing))


def still_more(concerns: int, sessions: int) -> str:
    """Say how many debts are left out of a list; none of them is below nought."""
    if concerns > 0 and sessions > 0:
        said = _("Masih ada {concerns} hal dan {sessions} laporan sesi lagi yang ditunggu.")
    elif concerns > 0:
        said = _("Masih ada {concerns} hal lagi yang ditunggu.")
    elif sessions > 0:
        said = _("Masih ada {sessions} laporan sesi lagi yang ditunggu.")
    else:
        return _("Papan: semua yang masih ditunggu")
    return said.format(concerns=number(concerns), sessions=number(sessions))


def how_many_villages(count: int) -> str:
    """Say how many villages a list leads to."""
    return _("{count} desa").format(count=number(count))
