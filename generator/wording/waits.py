"""How long residents waited, in words that never leave out those who still wait."""

from generator.dates import in_words
from generator.figures import LEAST, Wait
from generator.language import _
from generator.wording.days import number


def for_word(wait: Wait) -> str:
    """Say within how many days there was word, as far as that can be said."""
    if not wait.of:
        return ""
    if wait.of < LEAST:
        return _("Baru {count} hal; terlalu sedikit untuk menyebut separuhnya.").format(
            count=number(wait.of)
        )
    if wait.median is None:
        return _("Belum separuhnya mendapat kabar.")
    said = _("Separuhnya mendapat kabar {within}.").format(within=_within(wait.median))
    if wait.slowest_tenth is None:
        return f"{said} {_('Belum sembilan dari sepuluh mendapat kabar.')}"
    more = _("Sembilan dari sepuluh mendapat kabar {within}; sepersepuluh sisanya paling lambat.")
    return f"{said} {more.format(within=_within(wait.slowest_tenth))}"


def for_the_end(wait: Wait) -> str:
    """Say within how many days concerns ended in one way, as far as that can be said."""
    if not wait.days:
        return ""
    if len(wait.days) < LEAST:
        return _("Baru {count} yang lamanya diketahui; terlalu sedikit untuk dibagi.").format(
            count=number(len(wait.days))
        )
    if wait.median is None:
        return _(
            "Lamanya belum bisa disebut: yang masih terbuka ({waiting}) lebih banyak daripada "
            "yang berakhir begini dan lamanya diketahui ({count})."
        ).format(waiting=number(wait.waiting), count=number(len(wait.days)))
    said = _("Separuhnya berakhir {within}.").format(within=_within(wait.median))
    if wait.slowest_tenth is None:
        more = _("Untuk sembilan dari sepuluh belum bisa disebut: masih banyak yang terbuka.")
        return f"{said} {more}"
    more = _("Sembilan dari sepuluh berakhir {within}.").format(within=_within(wait.slowest_tenth))
    return f"{said} {more}"


def still_without_word(wait: Wait) -> str:
    """Say how many still wait for word and since when, or that nobody does; "" for nobody at all.

    The count stands beside this as a share.
    """
    if not wait.of:
        return ""
    if not wait.waiting:
        return _("Tidak ada yang masih menunggu kabar.")
    if wait.oldest is None:
        return _("Sejak kapan mereka menunggu tidak diketahui.")
    return _("Yang paling lama menunggu sejak {day}.").format(day=in_words(wait.oldest))


def still_open(wait: Wait) -> str:
    """Say how many are still open and since when, or that none is."""
    if not wait.waiting:
        return _("Tidak ada yang masih terbuka.")
    if wait.oldest is None:
        return _("{count} masih terbuka.").format(count=number(wait.waiting))
    return _("{count} masih terbuka, yang paling lama sejak {day}.").format(
        count=number(wait.waiting), day=in_words(wait.oldest)
    )


def left_out(wait: Wait) -> str:
    """Say which ones the days leave out and why; "" where none are."""
    said = (
        (wait.on_the_spot, _("{count} dijawab saat itu juga dalam sesinya, jadi tidak menunggu.")),
        (wait.undated, _("{count} tidak diketahui lamanya karena tanggalnya tidak lengkap.")),
    )
    return " ".join(words.format(count=number(count)) for count, words in said if count)


def _within(days: int) -> str:
    if not days:
        return _("pada hari itu juga")
    return _("dalam {days} hari").format(days=number(days))
