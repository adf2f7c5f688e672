"""How long residents waited, in words that never leave out those who still wait."""

from generator.dates import in_words
from generator.figures import LEAST, Wait
from generator.language import _
from generator.wording.days import number


def for_word(wait: Wait) -> str:
    """Say within how many days there was word, as far as that can be said; "" for nobody."""
    if not wait.of:
        return ""
    if wait.of < LEAST:
        return _(
            "Baru {count} hal yang menunggu kabar; terlalu sedikit untuk menyebut lamanya."
        ).format(count=number(wait.of))
    said = _("Dari {count} hal yang menunggu kabar, {half}.")
    if wait.median is None:
        return said.format(count=number(wait.of), half=_("belum separuhnya mendapat kabar"))
    half = _("separuhnya mendapat kabar {within}").format(within=_within(wait.median))
    more = _("Belum sembilan dari sepuluh mendapat kabar.")
    if wait.slowest_tenth is not None:
        more = _("Sembilan dari sepuluh mendapat kabar {within}.").format(
            within=_within(wait.slowest_tenth)
        )
    return f"{said.format(count=number(wait.of), half=half)} {more}"


def for_the_end(wait: Wait) -> str:
    """Say within how many days concerns ended in one way, as far as that can be said.

    The longest wait is always said: nothing that is still to come makes it shorter.
    """
    if not wait.days:
        return ""
    longest = _("Dari yang sudah, yang paling lama {days} hari.").format(days=number(wait.days[-1]))
    if len(wait.days) < LEAST:
        said = _("Baru {count} yang lamanya diketahui; terlalu sedikit untuk menyebut separuhnya.")
        return f"{said.format(count=number(len(wait.days)))} {longest}"
    if wait.median is None:
        said = _("Separuhnya belum bisa disebut: lebih banyak yang masih terbuka ({waiting}).")
        return f"{said.format(waiting=number(wait.waiting))} {longest}"
    said = _("Separuhnya berakhir {within}.").format(within=_within(wait.median))
    if wait.slowest_tenth is None:
        more = _("Untuk sembilan dari sepuluh belum bisa disebut: masih banyak yang terbuka.")
        return f"{said} {more} {longest}"
    more = _("Sembilan dari sepuluh berakhir {within}.").format(within=_within(wait.slowest_tenth))
    return f"{said} {more} {longest}"


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
